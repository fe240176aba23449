//! The whole document, for programs: JSON in pieces that cells can hold.

use std::fmt::Write as _;
use std::io;

use rust_xlsxwriter::XlsxError;

use super::content::Content;
use super::sheet::Sheet;
use crate::files::versioned::VersionedRef;

/// The version of the layout of the workbook.
pub const VERSION: u32 = 1;

/// The longest piece, in UTF-16 units: a cell holds 32,767.
const PIECE: usize = 30_000;

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    sheet.inner.set_very_hidden(true);
    sheet.inner.write_string(0, 0, super::layout::DOCUMENT)?;
    sheet.inner.write_number(0, 1, VERSION)?;
    sheet.inner.write_string(0, 2, env!("CARGO_PKG_VERSION"))?;
    let mut pieces = Pieces { content, sheet, piece: String::with_capacity(PIECE), units: 0, row: 1 };
    serde_json::to_writer(&mut pieces, &VersionedRef::new(content.document)).map_err(io::Error::from)?;
    pieces.finish()
}

/// Takes JSON as it comes, so that a large document is never in memory a second time.
struct Pieces<'s, 'a, 'c> {
    content: &'c Content<'c>,
    sheet: &'s mut Sheet<'a>,
    piece: String,
    units: usize,
    /// Where the next piece goes.
    row: u32,
}

impl Pieces<'_, '_, '_> {
    fn add(&mut self, letter: char) -> Result<(), XlsxError> {
        // What a cell cannot hold as it is, and what begins an escape of the file format. All of these stand in texts only.
        if letter.is_control() || matches!(letter, '_' | '\u{fffe}' | '\u{ffff}') {
            let _ = write!(self.piece, "\\u{:04x}", u32::from(letter));
            self.units += 6;
        } else {
            self.piece.push(letter);
            self.units += letter.len_utf16();
        }
        if self.units > PIECE - 6 { self.finish() } else { Ok(()) }
    }

    /// Writes what there is of a piece.
    fn finish(&mut self) -> Result<(), XlsxError> {
        if self.piece.is_empty() {
            return Ok(());
        }
        self.content.report(0.9)?;
        self.sheet.inner.write_string(self.row, 0, self.piece.as_str())?;
        self.piece.clear();
        (self.units, self.row) = (0, self.row + 1);
        Ok(())
    }
}

impl io::Write for Pieces<'_, '_, '_> {
    /// `bytes` are whole letters: JSON is written text by text.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        for letter in text.chars() {
            self.add(letter).map_err(super::io_error)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
