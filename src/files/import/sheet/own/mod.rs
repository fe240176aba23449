//! Own workbooks: the decision that they hold, and what was typed over in their cells since.

mod points;
mod scales;
mod scores;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::address::{Address, Area, column_name, small};
use super::figures::{Decimal, figure};
use super::flaw::SheetFlaw;
use super::workbook::{Sheet, Value, Workbook};
use crate::files::Fault;
use crate::files::export::xlsx::layout;
use crate::files::import::json;
use crate::model::{Document, Id};
use crate::text::{Message, Nth};

/// The newest layout of workbooks that is read.
const VERSION: f64 = 1.0;

impl Workbook {
    /// The decision in a workbook that this program has written, with what was typed over in it since; None where it is
    /// a foreign one.
    ///
    /// # Errors
    /// Where the decision cannot be read, or the first cell whose new content cannot stand.
    #[must_use]
    pub fn own_document(&self) -> Option<Result<Document, Fault>> {
        let sheet = self.sheets.iter().find(|sheet| sheet.name == layout::DOCUMENT)?;
        let is_own = sheet.hidden && sheet.text(Address::new(0, 0)) == layout::DOCUMENT;
        is_own.then(|| self.read_own(sheet))
    }

    fn read_own(&self, sheet: &Sheet) -> Result<Document, Fault> {
        if !matches!(sheet.value(Address::new(0, 1)), Some(Value::Number(version)) if *version <= VERSION) {
            return Err(fault(sheet, Address::new(0, 1), SheetFlaw::NewerWorkbook));
        }
        let pieces = sheet.cells().filter(|(at, _)| at.row > 0 && at.column == 0);
        let text: String = pieces.map(|(_, value)| value.text()).collect();
        let mut document = json::read(&text).map_err(|error| match error {
            Fault::Syntax { what, .. } => fault(sheet, Address::new(1, 0), SheetFlaw::DamagedDecision { why: what }),
            other => other,
        })?;
        document.complete_weights();
        let before = document.clone();
        let typed = |name: &str| self.sheets.iter().find(|sheet| sheet.name == name);
        if let Some(sheet) = typed(layout::SCALES) {
            scales::read(sheet, &before, &mut document)?;
        }
        if let Some(sheet) = typed(layout::MATRIX) {
            scores::read(sheet, &before, &mut document)?;
        }
        if let Some(sheet) = typed(layout::WEIGHTS) {
            points::weights(sheet, &before, &mut document)?;
        }
        if let Some(sheet) = typed(layout::PEOPLE) {
            points::people(sheet, &before, &mut document)?;
        }
        Ok(document)
    }
}

fn fault(sheet: &Sheet, at: Address, what: impl Into<Message>) -> Fault {
    Fault::Sheet { sheet: sheet.name.clone(), at: Some(Area::of(at)), what: what.into() }
}

/// A cell, by row and column counted from 0.
fn cell(row: usize, column: usize) -> Address {
    Address::new(small(row), small(column))
}

/// The ids in a column from a row on, with their rows; what is no id any more is left out. One that stands twice came with
/// a copied row, and it is open which of the two is meant.
fn ids_down<T: Copy>(sheet: &Sheet, column: usize, rows: Range<usize>, known: &Known<T>) -> Result<Placed<T>, Fault> {
    let found = known_at(sheet, rows.map(|row| (row, cell(row, column))), known);
    found.map_err(|(first, at)| fault(sheet, at, SheetFlaw::RowCopied { row: Nth(first.row as usize + 1) }))
}

/// The ids in a row from a column on, with their columns; otherwise like [`ids_down`].
fn ids_across<T: Copy>(sheet: &Sheet, row: usize, first: usize, known: &Known<T>) -> Result<Placed<T>, Fault> {
    let columns = first..sheet.columns() as usize;
    let found = known_at(sheet, columns.map(|column| (column, cell(row, column))), known);
    found.map_err(|(first, at)| fault(sheet, at, SheetFlaw::ColumnCopied { column: column_name(first.column) }))
}

/// What is known by its id.
type Known<T> = BTreeMap<String, T>;
/// Where each of them stands.
type Placed<T> = Vec<(usize, T)>;

/// The known ids in cells; an error is the first and the second cell of one that stands twice.
fn known_at<T: Copy>(
    sheet: &Sheet,
    cells: impl Iterator<Item = (usize, Address)>,
    known: &Known<T>,
) -> Result<Placed<T>, (Address, Address)> {
    let mut seen = HashMap::new();
    let mut found = Vec::new();
    for (place, at) in cells {
        let text = sheet.text(at);
        let Some((id, &what)) = known.get_key_value(text.trim()) else { continue };
        if let Some(first) = seen.insert(id, at) {
            return Err((first, at));
        }
        found.push((place, what));
    }
    Ok(found)
}

fn by_text(ids: impl IntoIterator<Item = Id>) -> BTreeMap<String, Id> {
    ids.into_iter().map(|id| (id.to_string(), id)).collect()
}

/// A number as a spreadsheet keeps it: some programs cut the last of seventeen digits.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-14 * a.abs().max(b.abs())
}

/// The number in a cell where it is another than was written there; an empty cell is `empty`.
fn retyped(sheet: &Sheet, at: Address, written: f64, empty: f64) -> Result<Option<f64>, Fault> {
    let new = match sheet.value(at) {
        None => empty,
        Some(Value::Number(x) | Value::Percent(x)) => *x,
        Some(Value::Text(text)) => {
            let read = |decimal| figure(text, decimal).filter(|figure| figure.numbers.len() == 1);
            match read(Decimal::Point).or_else(|| read(Decimal::Comma)) {
                Some(figure) => figure.numbers[0],
                None => return Err(no_number(sheet, at)),
            }
        }
        Some(_) => return Err(no_number(sheet, at)),
    };
    Ok(if same(new, written) { None } else { Some(new) })
}

fn no_number(sheet: &Sheet, at: Address) -> Fault {
    fault(sheet, at, SheetFlaw::RetypedNoNumber { text: sheet.text(at).into_owned() })
}
