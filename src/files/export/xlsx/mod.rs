//! A spreadsheet in which everything from scores and weights to ranking and charts is joined by formulas.
//!
//! One sheet a module. Formulas are those that Excel 2016 and LibreOffice share, and each has its result stored beside it,
//! for readers that do not calculate. `layout` says what stands where, `FORMAT.md` says it to others.

mod checks;
mod content;
mod decision;
mod document;
mod figures;
pub(crate) mod layout;
mod matrix;
mod palette;
mod people;
mod reference;
mod result;
mod robustness;
mod scales;
mod sensitivity;
mod sheet;
mod styles;
mod text;
mod values;
mod weights;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{Export, Task};
use content::Content;
use sheet::Sheet;
use styles::Styles;
pub(crate) use text::legible;

/// Writes a workbook with live formulas, or with figures where formulas would be too many.
pub struct Xlsx;

impl Export for Xlsx {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()> {
        let content = Content::of(task)?;
        // The workbook is put together in a file of its own, since a zip archive is written with looks back.
        let mut file = tempfile::tempfile()?;
        let mut workbook = Workbook::new();
        let written = write(&content, &mut workbook).and_then(|()| workbook.save_to_writer(&mut file));
        // Whatever the library makes of an error of ours, called off is called off.
        content.report(0.95).map_err(io_error)?;
        written.map_err(io_error)?;
        io::Seek::rewind(&mut file)?;
        io::copy(&mut file, out)?;
        out.flush()?;
        task.progress.report(1, 1)
    }
}

fn write(content: &Content, workbook: &mut Workbook) -> Result<(), XlsxError> {
    let title = text::legible(&content.document.about.title);
    // The date is the task's, so that one decision gives one file.
    let date = ExcelDateTime::parse_from_str(content.date)?;
    let properties = DocProperties::new().set_title(title).set_comment("Counterpoise").set_creation_datetime(&date);
    workbook.set_properties(&properties);
    let styles = Styles::new();
    let mut add = |name: &str, fill: fn(&Content, &mut Sheet) -> Result<(), XlsxError>| {
        // Most of the work is the matrix, which tells more itself; the sheets behind it come after its half.
        content.report(if name == layout::DECISION || name == layout::MATRIX { 0.0 } else { 0.5 })?;
        let worksheet =
            if content.is_live { workbook.add_worksheet() } else { workbook.add_worksheet_with_constant_memory()? };
        fill(content, &mut Sheet::new(worksheet.set_name(name)?, &styles))
    };
    add(layout::DECISION, decision::write)?;
    add(layout::MATRIX, matrix::write)?;
    add(layout::WEIGHTS, weights::write)?;
    add(layout::SCALES, scales::write)?;
    if content.is_live {
        add(layout::VALUES, values::write)?;
        add(layout::RESULT, result::write)?;
        add(layout::SENSITIVITY, sensitivity::write)?;
        if content.robustness.is_some() {
            add(layout::ROBUSTNESS, robustness::write)?;
        }
    } else {
        add(layout::RESULT, figures::write)?;
    }
    add(layout::CHECKS, checks::write)?;
    if content.is_live && !content.document.people.is_empty() {
        add(layout::PEOPLE, people::write)?;
    }
    add(layout::DOCUMENT, document::write)
}

fn io_error(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}
