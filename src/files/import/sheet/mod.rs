//! Foreign tables: spreadsheets, CSV of any kind, the clipboard.
//!
//! Everything becomes a [`Workbook`] first, the plain form. [`Workbook::recognise`] finds the matrix in it and says how it
//! would read it, as a [`Reading`] that can be changed, and what of that is open, as [`Doubt`]s. [`Reading::document`]
//! makes the decision. Own workbooks hold the whole decision and need no guessing.

mod address;
mod container;
mod document;
mod figures;
mod flaw;
mod heads;
mod judged;
mod ods;
mod own;
mod reading;
mod recognise;
mod text;
mod words;
mod workbook;
mod xls;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use address::{Address, Area, column_name};
use container::Kind;
pub use figures::Decimal;
pub use reading::{Change, Choice, Doubt, Orientation, Reading, Recognised, Role, Subject, Understanding};
pub use recognise::Wish;
pub use words::Attribute;
use workbook::{Builder, broken};
pub use workbook::{Sheet, Value, Workbook};

use super::Fault;
use crate::files::Format;
use crate::model::Document;
use crate::text::{Common, Entry, List};
use flaw::SheetFlaw;

/// Which table of a spreadsheet is meant, by who cannot be asked: the flags of the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The name of a sheet.
    pub sheet: Option<String>,
    pub area: Option<Area>,
    pub orientation: Option<Orientation>,
}

impl Selection {
    /// True where nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The decision in the content of a spreadsheet, where there is no doubt what it is.
pub fn read(bytes: &[u8], format: Format, selection: &Selection) -> Result<Document, Fault> {
    let workbook = Workbook::read(bytes, format)?;
    let sheet = match &selection.sheet {
        None => None,
        Some(name) => Some(workbook.sheet(name).ok_or_else(|| {
            let known = workbook.sheets.iter().map(|sheet| Common::Quoted { text: sheet.name.clone() });
            broken(SheetFlaw::NoSheetCalled { name: name.clone(), known: List::commas(known) })
        })?),
    };
    if selection.is_empty()
        && let Some(own) = workbook.own_document()
    {
        return own;
    }
    let wish = Wish { sheet, area: selection.area, orientation: selection.orientation, decimal: None };
    let Recognised { reading, doubts, .. } = workbook.recognise_as(&wish)?;
    if doubts.is_empty() { reading.document(&workbook) } else { Err(Fault::Doubts { doubts }) }
}

impl Workbook {
    /// Reads the content of a spreadsheet or of a text with a table. What the bytes are decides, and an error says so
    /// where that is not what `format` promises.
    ///
    /// # Errors
    /// What is wrong with the file, and what to do.
    pub fn read(bytes: &[u8], format: Format) -> Result<Self, Fault> {
        let kind = Kind::of(bytes);
        let wanted = match format {
            Format::Xlsx => Kind::Xlsx,
            Format::Ods => Kind::Ods,
            Format::Xls => Kind::Xls,
            _ => Kind::Text,
        };
        if kind == Kind::Encrypted {
            return Err(broken(SheetFlaw::Protected));
        }
        if kind != wanted {
            return Err(mismatch(kind, format));
        }
        let mut builder = Builder::default();
        match kind {
            Kind::Xlsx => guarded(|| xlsx::read(bytes, &mut builder))?,
            Kind::Xls => guarded(|| xls::read(bytes, &mut builder))?,
            Kind::Ods => ods::read(bytes, &mut builder)?,
            _ => {
                let (text, guessed) = text::decode(bytes)?;
                return Ok(Self { guessed_encoding: guessed, ..Self::of_text(&text)? });
            }
        }
        Ok(builder.finish())
    }

    /// Reads a text that is one table, as the clipboard has it.
    ///
    /// # Errors
    /// Where it holds more than a decision could.
    pub fn of_text(text: &str) -> Result<Self, Fault> {
        let mut builder = Builder::default();
        builder.sheet("table", false)?;
        text::read(text.strip_prefix('\u{feff}').unwrap_or(text), &mut builder)?;
        Ok(builder.finish())
    }
}

/// Reads with calamine, which may stop with a panic where a damaged file breaks what it relies on (it indexes into
/// records and chains). Nothing of it outlives the call, so nothing half made can be seen; and what it was to fill is
/// dropped with the error.
fn guarded(read: impl FnOnce() -> Result<(), Fault>) -> Result<(), Fault> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(broken(SheetFlaw::FallsApart)))
}

fn mismatch(kind: Kind, format: Format) -> Fault {
    broken(SheetFlaw::OtherFormat { format: format.name(), kind: kind.id() })
}

/// What is said about tables, for tests.
pub const MESSAGES: [&[Entry]; 9] = [
    flaw::CellText::MESSAGES,
    SheetFlaw::MESSAGES,
    flaw::Open::MESSAGES,
    flaw::Way::MESSAGES,
    flaw::UnderstandingName::MESSAGES,
    flaw::FieldName::MESSAGES,
    flaw::OrientationName::MESSAGES,
    flaw::RoleName::MESSAGES,
    flaw::AttributeName::MESSAGES,
];
