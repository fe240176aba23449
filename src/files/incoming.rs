//! What a file holds that is to be taken into a decision: a decision of its own, or a table to look at first.

use std::path::Path;

use super::import::sheet::{Selection, Workbook};
use super::words::Origin;
use super::{Fault, FileError, Format, parse_from, read};
use crate::model::Document;

/// What is to be imported.
#[derive(Clone, Debug, PartialEq)]
pub enum Incoming {
    /// Nothing about it is open.
    Decision(Box<Document>),
    /// How it is read has to be shown first.
    Table(Workbook),
}

/// True for a text with rows such as `#weight`: it was meant as decision CSV.
fn has_directives(text: &[u8]) -> bool {
    text.split(|&byte| byte == b'\n').any(|line| line.starts_with(b"#"))
}

/// Reads a file to be imported. A decision is read as such, strictly. Anything else that may be a table is left to be looked
/// at: a spreadsheet that was not made here, and a text without the rows that only decision CSV has.
pub fn incoming(path: &Path) -> Result<Incoming, FileError> {
    let bytes = read::file(path)?;
    let from = |fault| FileError::content(Some(path.display().to_string()), fault);
    let format = Format::of_path(path).ok().filter(|format| format.can_read());
    let decision = |format| parse_from(&bytes, format, &Selection::default(), from);
    match format {
        Some(format) if format.is_spreadsheet() => {
            let workbook = Workbook::read(&bytes, format).map_err(from)?;
            if workbook.own_document().is_some() {
                return decision(format).map(|document| Incoming::Decision(Box::new(document)));
            }
            Ok(Incoming::Table(workbook))
        }
        Some(format @ (Format::Ron | Format::Json | Format::Xmcda)) => {
            decision(format).map(|document| Incoming::Decision(Box::new(document)))
        }
        _ => incoming_text(&bytes, from),
    }
}

/// Like [`incoming`], of what was copied.
pub fn incoming_paste(text: &str) -> Result<Incoming, FileError> {
    incoming_text(text.as_bytes(), |fault| FileError::content(Some(Origin::Clipboard.text().into()), fault))
}

fn incoming_text(bytes: &[u8], from: impl Fn(Fault) -> FileError) -> Result<Incoming, FileError> {
    if has_directives(bytes) {
        return parse_from(bytes, Format::Csv, &Selection::default(), from)
            .map(|document| Incoming::Decision(Box::new(document)));
    }
    Workbook::read(bytes, Format::Csv).map(Incoming::Table).map_err(from)
}
