//! The columns of decision CSV become criteria, the value tree and its weights.

use foldhash::{HashSet, HashSetExt as _};

use super::{Sheet, fresh};
use crate::files::Fault;
use crate::files::flaw::InText;
use crate::files::notation::{self, Directive, Flaw, parse_number, parse_path};
use crate::model::{
    Answer, Criterion, Document, Group, Id, Level, MAX_DEPTH, Measure, Node, Outranking, Points, Preference, Scale,
    ValueFunction,
};
use crate::text::List;

/// A document without options, and its criteria in the order of the columns, which that of the tree need not be: the
/// criteria of a group stand together, where the first of them stood.
pub fn read(sheet: &Sheet) -> Result<(Document, Vec<Criterion>), Fault> {
    let weights = weights(sheet)?;
    let mut growth = Growth::default();
    let mut criteria = Vec::with_capacity(weights.len());
    // The criteria first, so that they and not the groups get the plain ids.
    for column in 1..=weights.len() {
        let name = &sheet.header.cells[column];
        let mut criterion = Criterion::new(fresh(name, "criterion", column, &mut growth.ids), name.as_ref());
        criterion.scale = scale(sheet, column)?;
        criterion.outranking = outranking(sheet, column)?;
        criteria.push(criterion);
    }
    let mut nodes = Vec::new();
    for (at, (criterion, weight)) in criteria.iter().zip(weights).enumerate() {
        let path = sheet.read(Directive::Group, at + 1, path)?.unwrap_or_default();
        growth.add(&mut nodes, &path, criterion.clone(), weight);
    }
    let document = Document { criteria: nodes, weights: growth.points, ..Document::default() };
    Ok((document, criteria))
}

/// The overall weights of the columns, in any unit.
fn weights(sheet: &Sheet) -> Result<Vec<f64>, Fault> {
    let columns = sheet.header.cells.len() - 1;
    let row = sheet.directive(Directive::Weight);
    let Some(row) = row.filter(|row| row.cells[1..].iter().any(|cell| !cell.trim().is_empty())) else {
        return Ok(vec![1.0; columns]);
    };
    let weight = |column| {
        let weight = sheet.read(Directive::Weight, column, |cell, comma| match parse_number(cell, comma)? {
            weight if weight >= 0.0 => Ok(weight),
            number => Err(InText::NegativeWeight { number }.into()),
        })?;
        weight.ok_or_else(|| sheet.fault(Directive::Weight, column, InText::WeightMissing))
    };
    let weights = (1..=columns).map(weight).collect::<Result<Vec<f64>, Fault>>()?;
    let fault = |flaw: InText| Fault::Row { row: row.row, what: flaw.into() };
    match weights.iter().sum::<f64>() {
        sum if sum <= 0.0 => Err(fault(InText::WeightsAllZero)),
        sum if !sum.is_finite() => Err(fault(InText::WeightsTooLarge)),
        _ => Ok(weights),
    }
}

fn path(text: &str, _decimal_comma: bool) -> Result<Vec<String>, Flaw> {
    let path = parse_path(text);
    if path.iter().any(|name| name.trim().is_empty()) {
        return Err(InText::PathWithoutName.into());
    }
    if path.len() >= MAX_DEPTH {
        return Err(InText::PathTooDeep { groups: path.len(), most: MAX_DEPTH }.into());
    }
    Ok(path)
}

fn scale(sheet: &Sheet, column: usize) -> Result<Scale, Fault> {
    if let Some(levels) = sheet.read(Directive::Levels, column, notation::parse_levels)? {
        return leveled(sheet, column, levels);
    }
    let unit = sheet.read(Directive::Unit, column, |cell, _| Ok(cell.to_owned()))?;
    let mut measure = Measure {
        unit: unit.unwrap_or_default(),
        direction: sheet.read(Directive::Direction, column, notation::parse_direction)?.unwrap_or_default(),
        range: sheet.read(Directive::Range, column, notation::parse_ends)?,
        value: ValueFunction::Linear,
    };
    // Without a value function only the range can be wrong.
    if let Some(fault) = Scale::Measure(measure.clone()).fault() {
        return Err(sheet.fault(Directive::Range, column, fault));
    }
    if let Some(function) = sheet.read(Directive::Value, column, notation::parse_value_function)? {
        measure.value = function;
    }
    let scale = Scale::Measure(measure);
    match scale.fault() {
        Some(fault) => Err(sheet.fault(Directive::Value, column, fault)),
        None => Ok(scale),
    }
}

fn leveled(sheet: &Sheet, column: usize, levels: Vec<(String, f64)>) -> Result<Scale, Fault> {
    for directive in [Directive::Direction, Directive::Unit, Directive::Range, Directive::Value] {
        let refused = InText::NotWithLevels { directive: directive.name() };
        sheet.read(directive, column, |_, _| Err::<(), Flaw>(refused.into()))?;
    }
    let mut ids = HashSet::new();
    let level = |(at, (name, value)): (usize, (String, f64))| Level {
        id: fresh(&name, "level", at + 1, &mut ids),
        name,
        value,
    };
    let levels: Vec<Level> = levels.into_iter().enumerate().map(level).collect();
    let answers = [Answer::Yes, Answer::No].map(|best| Scale::YesNo { best });
    if let Some(answer) = answers.into_iter().find(|answer| answer.levels() == levels) {
        return Ok(answer);
    }
    let scale = Scale::Levels(levels);
    match scale.fault() {
        Some(fault) => Err(sheet.fault(Directive::Levels, column, fault)),
        None => Ok(scale),
    }
}

fn outranking(sheet: &Sheet, column: usize) -> Result<Outranking, Fault> {
    let preference = sheet.read(Directive::Preference, column, |cell, _| {
        let known = Preference::ALL.into_iter().find(|preference| preference.id() == cell.trim());
        known.ok_or_else(|| {
            let known = List::commas(Preference::ALL.map(Preference::id));
            InText::NoPreference { text: cell.trim().to_owned(), known }.into()
        })
    })?;
    let threshold = |directive| {
        sheet.read(directive, column, |cell, comma| match parse_number(cell, comma)? {
            threshold if threshold >= 0.0 => Ok(threshold),
            number => Err(InText::NegativeThreshold { number }.into()),
        })
    };
    Ok(Outranking {
        preference: preference.unwrap_or_default(),
        q: threshold(Directive::Q)?,
        p: threshold(Directive::P)?,
        s: threshold(Directive::S)?,
        veto: threshold(Directive::Veto)?,
    })
}

/// What the value tree needs beside its nodes while it grows.
#[derive(Default)]
struct Growth {
    points: Points,
    ids: HashSet<Id>,
}

impl Growth {
    /// Puts a criterion into the group at `path` below `nodes`. Its weight is an overall one, so a group weighs the sum of
    /// its criteria: then the shares down the tree multiply back to it.
    fn add(&mut self, nodes: &mut Vec<Node>, path: &[String], criterion: Criterion, weight: f64) {
        let Some((name, rest)) = path.split_first() else {
            self.points.insert(criterion.id, weight);
            nodes.push(Node::Criterion(criterion));
            return;
        };
        let known = nodes.iter_mut().find_map(|node| match node {
            Node::Group(group) if group.name == *name => Some(group),
            _ => None,
        });
        if let Some(group) = known {
            *self.points.entry(group.id).or_default() += weight;
            return self.add(&mut group.children, rest, criterion, weight);
        }
        let id = fresh(name, "group", self.ids.len(), &mut self.ids);
        let mut group = Group { id, name: name.clone(), description: String::new(), children: Vec::new() };
        self.points.insert(id, weight);
        self.add(&mut group.children, rest, criterion, weight);
        nodes.push(Node::Group(group));
    }
}
