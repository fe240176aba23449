//! What each line (along the options) and each field (along the criteria) of a table is for.

use super::super::flaw::Open;
use super::super::reading::{Doubt, Role, Subject, View};
use super::super::words::{self, Attribute};
use super::super::workbook::Value;
use super::{Area, doubt, is_number, is_words};

/// The roles of lines and fields.
pub fn find(view: &View<'_>, doubts: &mut Vec<Doubt>) -> (Vec<Role>, Vec<Role>) {
    let names = names_field(view);
    let mut lines = vec![Role::Option; view.lines()];
    let head = head_line(view, names);
    if let Some(head) = head {
        lines[..head].fill(Role::Skip);
        lines[head] = Role::CriterionNames;
        // A line above the names whose cells run over several criteria holds their groups.
        if head > 0 {
            lines[head - 1] = Role::Attribute(Attribute::Group);
        }
    } else {
        doubts.push(doubt(
            view,
            Subject::Names,
            Area { first: view.address(0, 0), last: view.address(0, view.fields() - 1) },
            Open::NamesOfCriteria,
            Vec::new(),
        ));
    }
    let fields = fields(view, head, names);
    let first = head.map_or(0, |head| head + 1);
    let mut seen = Vec::new();
    for (line, role) in lines.iter_mut().enumerate().skip(first) {
        *role = line_role(view, line, names, &fields, line == first);
        // Of two lines that say the same the second is an option that happens to be called so.
        if let Role::Attribute(attribute) = *role {
            if seen.contains(&attribute) {
                *role = Role::Option;
            }
            seen.push(attribute);
        }
    }
    (lines, fields)
}

fn line_role(view: &View<'_>, line: usize, names: usize, fields: &[Role], is_first: bool) -> Role {
    let name = view.text(line, names);
    let mut cells = fields
        .iter()
        .enumerate()
        .filter(|(_, role)| **role == Role::Criterion)
        .filter_map(|(field, _)| view.value(line, field));
    if let Some(attribute) = Attribute::find(&name) {
        return Role::Attribute(attribute);
    }
    if name.trim().is_empty() {
        let all: Vec<&Value> = cells.collect();
        return match () {
            () if all.is_empty() => Role::Skip,
            // Right below the names of the criteria stand their units.
            () if is_first && all.iter().all(|value| is_words(value)) => Role::Attribute(Attribute::Unit),
            () => Role::Option,
        };
    }
    let is_remark = words::begins_note(&name) && cells.next().is_none();
    if words::means_result(&name) || is_remark { Role::Skip } else { Role::Option }
}

/// The field with the names of the options: the first, unless that only counts the lines.
fn names_field(view: &View<'_>) -> usize {
    let counts = (1..view.lines().min(100)).filter_map(|line| view.value(line, 0)).collect::<Vec<_>>();
    let rises = counts.windows(2).all(|pair| match pair {
        [Value::Number(a), Value::Number(b)] => (b - a - 1.0).abs() < f64::EPSILON,
        [a, b] => {
            matches!((a.text().parse::<u32>(), b.text().parse::<u32>()), (Ok(a), Ok(b)) if a.checked_add(1) == Some(b))
        }
        _ => false,
    });
    let is_counter =
        words::means_counter(&view.text(0, 0)) || counts.len() > 1 && rises && view.text(0, 0).trim().is_empty();
    let next_is_words = view.fields() > 2
        && (1..view.lines().min(100))
            .filter_map(|line| view.value(line, 1))
            .all(|value| is_words(value) || !is_number(value));
    usize::from(is_counter && counts.iter().all(|value| is_number(value) || value.text().len() < 4) && next_is_words)
}

/// The line with the names of the criteria: the first, or the second below one with groups.
fn head_line(view: &View<'_>, names: usize) -> Option<usize> {
    let cells = |line: usize| (names + 1..view.fields()).filter_map(move |field| view.value(line, field));
    let is_head = |line: usize| {
        let (all, numbers) =
            cells(line).fold((0, 0), |(all, numbers), value| (all + 1, numbers + usize::from(is_number(value))));
        all > 0 && 2 * numbers < all && Attribute::find(&view.text(line, names)).is_none()
    };
    let count = |line: usize| cells(line).count();
    // A merged cell in the first line that covers two fields behind that of names.
    let fields = Area { first: view.address(0, names), last: view.address(0, view.fields() - 1) };
    let covers_two = |area: &Area| area.common(fields).is_some_and(|common| common.first != common.last);
    let runs_over = view.sheet.merged().iter().any(covers_two);
    let all_words = |line: usize| cells(line).all(is_words);
    if view.lines() > 2
        && is_head(0)
        && all_words(1)
        && is_head(1)
        && (runs_over || count(0) < count(1))
        && (view.text(1, names).trim().is_empty() || runs_over)
    {
        return Some(1);
    }
    // Names may be years or other numbers, where a word heads the column of options.
    let corner = view.text(0, names);
    let named = words::means_options(&corner) || words::means_criteria(&corner);
    (is_head(0) || named && count(0) > 0).then_some(0)
}

fn fields(view: &View<'_>, head: Option<usize>, names: usize) -> Vec<Role> {
    let first = head.map_or(0, |head| head + 1);
    let role = |field: usize| {
        let name = head.map(|head| view.text(head, field)).unwrap_or_default();
        let is_empty = (first..view.lines()).all(|line| view.value(line, field).is_none());
        match () {
            () if field == names => Role::OptionNames,
            () if field < names || is_empty && name.trim().is_empty() => Role::Skip,
            () if words::means_result(&name) || words::means_note(&name) => Role::Skip,
            () => Role::Criterion,
        }
    };
    (0..view.fields()).map(role).collect()
}
