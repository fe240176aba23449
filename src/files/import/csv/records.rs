//! The records of RFC 4180.
//!
//! Not the `csv` crate's reader, which forgives: there a quote that is never closed swallows the rest of the file, and a
//! record may be of any length. Here the first is an error with its place, and the second ends at the header's width.

use std::borrow::Cow;

use crate::files::flaw::InText;
use crate::files::formula::unguard;
use crate::files::{Fault, Position};

/// More criteria than any spreadsheet has columns.
pub const MAX_COLUMNS: usize = 16_384;

/// One record: a row, which may run over several lines.
#[derive(Debug)]
pub struct Record<'a> {
    /// The line on which it begins.
    pub row: usize,
    pub cells: Vec<Cow<'a, str>>,
}

/// Where records come from.
pub trait Source<'a>: Iterator<Item = Result<Record<'a>, Fault>> {
    /// The next record where it is a name and nothing but plain numbers, as most of a large table is: its row, its name, and
    /// the numbers in `numbers`, NaN where a cell is empty. None leaves everything as it was: what the record is, the iterator
    /// knows.
    fn plain(&mut self, _numbers: &mut [f64]) -> Option<(usize, &'a str)> {
        None
    }
}

/// Reads records one by one; blank ones are left out, and all must be as long as the first, unless they may be ragged.
#[derive(Debug)]
pub struct Records<'a> {
    text: &'a str,
    at: usize,
    row: usize,
    separator: char,
    columns: Option<usize>,
    ragged: bool,
}

impl<'a> Records<'a> {
    /// The records of `text`, whose separator is the first of `,`, `;` and tab behind the first cell of the header. None
    /// where there is none, and so no criterion.
    pub fn of(text: &'a str) -> Option<Self> {
        let start = text.len() - text.trim_start_matches(['\r', '\n']).len();
        let mut quoted = false;
        let separator = text[start..].chars().find(|&letter| {
            quoted ^= letter == '"';
            !quoted && matches!(letter, ',' | ';' | '\t' | '\n' | '\r')
        })?;
        let row = 1 + newlines(&text[..start]);
        (!matches!(separator, '\n' | '\r')).then_some(Self {
            text,
            at: start,
            row,
            separator,
            columns: None,
            ragged: false,
        })
    }

    /// The same, each record as long as it likes to be.
    pub fn ragged(self) -> Self {
        Self { ragged: true, ..self }
    }

    /// True where a comma is free to be a decimal mark.
    pub fn decimal_comma(&self) -> bool {
        self.separator != ','
    }

    fn record(&mut self) -> Result<Record<'a>, Fault> {
        let mut record = Record { row: self.row, cells: Vec::new() };
        loop {
            record.cells.push(unguarded(self.cell()?));
            let more = self.text[self.at..].starts_with(self.separator);
            let limit = self.columns.unwrap_or(MAX_COLUMNS);
            if more && record.cells.len() >= limit {
                let what = match self.columns {
                    Some(columns) => InText::TooManyCells { columns },
                    None => InText::TooManyColumns { most: MAX_COLUMNS },
                };
                return Err(Fault::Row { row: record.row, what: what.into() });
            }
            if !more {
                return Ok(record);
            }
            self.at += self.separator.len_utf8();
        }
    }

    fn cell(&mut self) -> Result<Cow<'a, str>, Fault> {
        let rest = &self.text[self.at..];
        if rest.starts_with('"') {
            return self.quoted_cell();
        }
        let cell = rest.find([self.separator, '\n', '\r']).map_or(rest, |end| &rest[..end]);
        self.at += cell.len();
        Ok(cell.into())
    }

    fn quoted_cell(&mut self) -> Result<Cow<'a, str>, Fault> {
        let opening = self.at;
        self.at += 1;
        let mut cell = Cow::Borrowed("");
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                return Err(self.fault(opening, InText::OpenQuote));
            };
            cell += &rest[..end];
            self.row += newlines(&rest[..end]);
            self.at += end + 1;
            match self.text[self.at..].chars().next() {
                Some('"') => {
                    cell += "\"";
                    self.at += 1;
                }
                Some(next) if next != self.separator && !matches!(next, '\n' | '\r') => {
                    return Err(self.fault(self.at, InText::QuoteGoesOn));
                }
                _ => return Ok(cell),
            }
        }
    }

    fn fault(&self, offset: usize, flaw: InText) -> Fault {
        Fault::Syntax { at: Position::of(self.text, offset), what: flaw.into() }
    }

    /// Steps over the end of the line and over empty ones.
    fn end_lines(&mut self) {
        let rest = &self.text[self.at..];
        let ends = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        self.row += newlines(&rest[..ends]);
        self.at += ends;
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.text.len() {
            let record = match self.record() {
                Ok(record) => record,
                Err(fault) => {
                    self.at = self.text.len();
                    return Some(Err(fault));
                }
            };
            self.end_lines();
            // Spreadsheets write rows of nothing but separators below what they hold.
            if record.cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if self.ragged {
                return Some(Ok(record));
            }
            let columns = *self.columns.get_or_insert(record.cells.len());
            if record.cells.len() < columns {
                let what = InText::TooFewCells { cells: record.cells.len(), columns };
                return Some(Err(Fault::Row { row: record.row, what: what.into() }));
            }
            return Some(Ok(record));
        }
        None
    }
}

impl<'a> Source<'a> for Records<'a> {
    fn plain(&mut self, numbers: &mut [f64]) -> Option<(usize, &'a str)> {
        let separator = u8::try_from(self.separator).ok()?;
        let bytes = self.text.as_bytes();
        let name = self.text[self.at..].split([self.separator, '\n', '\r', '"']).next()?;
        // A sign in front may be a guard, a directive or an escape, or hide one.
        let begins_well = name.chars().next().is_some_and(char::is_alphanumeric);
        let mut at = self.at + name.len();
        if !begins_well || self.columns != Some(numbers.len() + 1) {
            return None;
        }
        for number in numbers {
            if bytes.get(at) != Some(&separator) {
                return None;
            }
            let start = at + 1;
            let rest = &bytes[start..];
            let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'-');
            let length = rest.iter().position(|byte| !is_part(byte)).unwrap_or(rest.len());
            at = start + length;
            *number = match &self.text[start..at] {
                "" => f64::NAN,
                digits => digits.parse().ok().filter(|x: &f64| x.is_finite())?,
            };
        }
        if !matches!(bytes.get(at), None | Some(b'\n' | b'\r')) {
            return None;
        }
        let row = self.row;
        self.at = at;
        self.end_lines();
        Some((row, name))
    }
}

/// A cell as it was before it was kept from running as a formula.
fn unguarded(cell: Cow<'_, str>) -> Cow<'_, str> {
    match cell {
        Cow::Borrowed(cell) => unguard(cell).into(),
        Cow::Owned(cell) if unguard(&cell).len() < cell.len() => unguard(&cell).to_owned().into(),
        Cow::Owned(cell) => cell.into(),
    }
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}
