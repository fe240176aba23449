//! The whole document, for programs: JSON in pieces that cells can hold.

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
    let json = serde_json::to_string(&VersionedRef::new(content.document))
        .map_err(|error| XlsxError::IoError(std::io::Error::other(error)))?;
    let (mut piece, mut units, mut at) = (String::with_capacity(PIECE), 0, 1);
    let mut letters = json.chars().peekable();
    while let Some(letter) = letters.next() {
        // What a cell cannot hold as it is, or would take for an escape of its own.
        let must_hide = match letter {
            '_' => letters.peek() == Some(&'x'),
            '\u{fffe}' | '\u{ffff}' => true,
            other => other.is_control(),
        };
        if must_hide {
            piece.extend(format!("\\u{:04x}", u32::from(letter)).chars());
            units += 6;
        } else {
            piece.push(letter);
            units += letter.len_utf16();
        }
        if units > PIECE - 8 {
            sheet.inner.write_string(at, 0, std::mem::take(&mut piece))?;
            content.report(0.9)?;
            (units, at) = (0, at + 1);
        }
    }
    if !piece.is_empty() {
        sheet.inner.write_string(at, 0, piece)?;
    }
    Ok(())
}
