//! Judgements in files of their own, as `FORMAT.md` describes them: a matrix of pairwise comparisons, and the two rows of
//! the best-worst method. Both are CSV with the separators of decision CSV.

mod best_worst;
mod pairwise;

use std::borrow::Cow;
use std::path::Path;

use super::flaw::{Flaw, InText};
use super::import::csv::records::{Record, Records};
use super::notation::parse_number;
use super::words::Origin;
use super::{Fault, FileError, Position, read};
use crate::elicit::best_worst::BestWorst;
use crate::elicit::pairwise::Comparisons;
use crate::text::Nth;

/// As many as can be compared: far more than anyone does, few enough to be computed at once.
const MAX_NAMES: usize = 200;

/// Reads a square matrix of comparisons from the file at `source`, or from standard input where it is `-`.
///
/// # Errors
/// Where it cannot be read or is no such matrix; the error names row and column.
pub fn pairwise(source: &str) -> Result<Comparisons, FileError> {
    parse(source, pairwise::read)
}

/// Reads the judgements of the best-worst method from the file at `source`, or from standard input where it is `-`.
///
/// # Errors
/// Where it cannot be read or says anything else; the error names row and column.
pub fn best_worst(source: &str) -> Result<BestWorst, FileError> {
    parse(source, best_worst::read)
}

/// Reads a square matrix of comparisons from `text`.
///
/// # Errors
/// As for [`pairwise`].
pub fn parse_pairwise(text: &str) -> Result<Comparisons, FileError> {
    pairwise::read(text).map_err(|fault| FileError::content(None, fault))
}

/// Reads the judgements of the best-worst method from `text`.
///
/// # Errors
/// As for [`best_worst`].
pub fn parse_best_worst(text: &str) -> Result<BestWorst, FileError> {
    best_worst::read(text).map_err(|fault| FileError::content(None, fault))
}

fn parse<T>(source: &str, read: fn(&str) -> Result<T, Fault>) -> Result<T, FileError> {
    let (origin, bytes) = match source {
        "-" => (Origin::StandardInput.text().to_owned(), read::stdin()?),
        path => (path.to_owned(), read::file(Path::new(path))?),
    };
    read::text(&bytes).and_then(read).map_err(|fault| FileError::content(Some(origin), fault))
}

/// Names at the head of columns, and the records below them.
struct Sheet<'a> {
    head: Record<'a>,
    rows: Vec<Record<'a>>,
    decimal_comma: bool,
}

impl<'a> Sheet<'a> {
    fn read(text: &'a str, example: &'static str) -> Result<Self, Fault> {
        let empty =
            || Fault::Syntax { at: Position { line: 1, column: 1 }, what: InText::NothingToCompare { example }.into() };
        let mut records = Records::of(text).ok_or_else(empty)?.ragged();
        let decimal_comma = records.decimal_comma();
        let mut head = records.next().ok_or_else(empty)??;
        trim_end(&mut head);
        if head.cells.len() > MAX_NAMES + 1 {
            let what = InText::TooManyNames { count: head.cells.len() - 1, most: MAX_NAMES };
            return Err(row_fault(&head, what));
        }
        let mut rows = Vec::new();
        for record in records.take(MAX_NAMES + 1) {
            let mut record = record?;
            trim_end(&mut record);
            rows.push(record);
        }
        Ok(Self { head, rows, decimal_comma })
    }

    /// The names of the columns from the place `first` on.
    fn names(&self, first: usize) -> Result<Vec<String>, Fault> {
        let names: Vec<String> = self.head.cells[first..].iter().map(|name| name.trim().to_owned()).collect();
        for (at, name) in names.iter().enumerate() {
            if name.is_empty() {
                return Err(row_fault(&self.head, InText::ColumnWithoutName { column: Nth(first + at + 1) }));
            }
            if names[..at].contains(name) {
                return Err(row_fault(&self.head, InText::TwoColumnNames { name: name.clone() }));
            }
        }
        Ok(names)
    }

    /// The number in a cell, which may be a fraction such as 1/3; None where it is empty or `?`.
    fn number(&self, cell: &str) -> Result<Option<f64>, Flaw> {
        let cell = cell.trim();
        if matches!(cell, "" | "?") {
            return Ok(None);
        }
        let Some((above, below)) = cell.split_once('/') else {
            return parse_number(cell, self.decimal_comma).map(Some);
        };
        let (above, below) = (parse_number(above, self.decimal_comma)?, parse_number(below, self.decimal_comma)?);
        Ok(Some(above / below))
    }
}

/// What is wrong with the cell in place `column` of `record`, in the column called `name`.
fn cell_fault(record: &Record, column: usize, name: &str, flaw: Flaw) -> Fault {
    Fault::Cell {
        row: record.row,
        row_name: record.cells.first().map(|cell| cell.trim().to_owned()).unwrap_or_default(),
        column: column + 1,
        column_name: name.to_owned(),
        what: flaw.0,
    }
}

/// Leaves out the empty cells that spreadsheets put behind short rows.
fn trim_end(record: &mut Record) {
    while record.cells.len() > 1 && record.cells.last().is_some_and(|cell: &Cow<str>| cell.trim().is_empty()) {
        record.cells.pop();
    }
}

fn row_fault(record: &Record, flaw: InText) -> Fault {
    Fault::Row { row: record.row, what: flaw.into() }
}
