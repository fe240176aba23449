//! Whether options are the rows or the columns of a table.

use std::collections::HashMap;

use super::super::address::{Address, Area};
use super::super::figures::{Decimal, figure};
use super::super::reading::Orientation;
use super::super::words::{self, Attribute};
use super::super::workbook::{Sheet, Value};
use super::{is_number, is_words, looked_at};

/// None where nothing tells.
pub fn find(sheet: &Sheet, area: Area) -> Option<Orientation> {
    by_words(sheet, area).or_else(|| by_kinds(sheet, area)).or_else(|| by_magnitude(sheet, looked_at(area)))
}

fn first_column(area: Area) -> impl Iterator<Item = Address> {
    (area.first.row..=area.last.row).skip(1).map(move |row| Address::new(row, area.first.column))
}

fn first_row(area: Area) -> impl Iterator<Item = Address> {
    (area.first.column..=area.last.column).skip(1).map(move |column| Address::new(area.first.row, column))
}

fn by_words(sheet: &Sheet, area: Area) -> Option<Orientation> {
    let corner = sheet.text(area.first);
    match (words::means_options(&corner), words::means_criteria(&corner)) {
        (true, false) => return Some(Orientation::Rows),
        (false, true) => return Some(Orientation::Columns),
        _ => {}
    }
    // Weights and the like are said of criteria: where they head rows, criteria are columns. An option could be called
    // "Best" too, so that only what is said most often counts.
    let said = |at: Address| Attribute::find(&sheet.text(at)).is_some();
    let down = first_column(area).filter(|&at| said(at)).count();
    let across = first_row(area).filter(|&at| said(at)).count();
    let by_count = |down: usize, across: usize| match down.cmp(&across) {
        std::cmp::Ordering::Greater => Some(Orientation::Rows),
        std::cmp::Ordering::Less => Some(Orientation::Columns),
        std::cmp::Ordering::Equal => None,
    };
    by_count(down, across).or_else(|| {
        // Units stand with criteria.
        let has_unit = |at: &Address| super::super::heads::head(&sheet.text(*at)).says_something();
        by_count(first_row(area).filter(has_unit).count(), first_column(area).filter(has_unit).count())
    })
}

/// Scores on a criterion are all numbers or all words; those of an option need not be.
fn by_kinds(sheet: &Sheet, area: Area) -> Option<Orientation> {
    let inner = looked_at(area);
    let inner = Area { first: Address::new(area.first.row + 1, area.first.column + 1), ..inner };
    // Groups, names and units come before the scores, and are words wherever they stand.
    let scores = || sheet.within(inner).filter(|(_, value)| !is_words(value)).map(|(at, _)| at);
    let first = Address::new(scores().map(|at| at.row).min()?, scores().map(|at| at.column).min()?);
    // For each row and each column, whether it has numbers, and whether it has something else.
    let (mut rows, mut columns): (HashMap<u32, [bool; 2]>, HashMap<u32, [bool; 2]>) = (HashMap::new(), HashMap::new());
    for (at, value) in sheet.within(Area { first, ..inner }) {
        let kinds = [is_number(value), is_words(value) || matches!(value, Value::Bool(_))];
        for seen in [rows.entry(at.row).or_default(), columns.entry(at.column).or_default()] {
            *seen = [seen[0] | kinds[0], seen[1] | kinds[1]];
        }
    }
    let mixed = |lines: &HashMap<u32, [bool; 2]>| lines.values().filter(|seen| **seen == [true; 2]).count();
    let (mixed_rows, mixed_columns) = (mixed(&rows), mixed(&columns));
    match (mixed_rows, mixed_columns) {
        (1.., 0) => Some(Orientation::Rows),
        (0, 1..) => Some(Orientation::Columns),
        _ => None,
    }
}

/// Scores on a criterion are of one magnitude more often than those of an option.
fn by_magnitude(sheet: &Sheet, area: Area) -> Option<Orientation> {
    let size = |value: &Value| match value {
        Value::Number(x) | Value::Percent(x) => Some(x.abs()),
        Value::Text(text) => {
            figure(text, Decimal::Point).or_else(|| figure(text, Decimal::Comma)).map(|f| f.numbers[0].abs())
        }
        _ => None,
    };
    let inner = Area { first: Address::new(area.first.row + 1, area.first.column + 1), ..area };
    let sizes: Vec<(u32, u32, f64)> = sheet
        .within(inner)
        .filter_map(|(at, value)| Some((at.row, at.column, size(value).filter(|&x| x > 0.0)?.log10())))
        .collect();
    let within = |key: &dyn Fn(&(u32, u32, f64)) -> u32| {
        let mut groups: std::collections::BTreeMap<u32, Vec<f64>> = std::collections::BTreeMap::new();
        for size in &sizes {
            groups.entry(key(size)).or_default().push(size.2);
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of cells")]
        let spread = |group: &Vec<f64>| {
            let mean = group.iter().sum::<f64>() / group.len() as f64;
            group.iter().map(|x| (x - mean).powi(2)).sum::<f64>()
        };
        groups.values().map(spread).sum::<f64>()
    };
    let (in_rows, in_columns) = (within(&|size| size.0), within(&|size| size.1));
    // A hundredth of a decade squared for each cell: below that all scores are alike, and nothing can be told.
    #[expect(clippy::cast_precision_loss, reason = "a count of cells")]
    let least = 0.05 * sizes.len() as f64;
    let (rows, columns) = (area.rows(), area.columns());
    if rows < 3 || columns < 3 {
        return None;
    }
    match () {
        () if in_rows > least && in_rows > 4.0 * in_columns => Some(Orientation::Rows),
        () if in_columns > least && in_columns > 4.0 * in_rows => Some(Orientation::Columns),
        () => None,
    }
}
