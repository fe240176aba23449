//! Excel workbooks (.xlsx), cell by cell: what a file says of its dimensions costs nothing.

use std::collections::HashSet;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::address::{Address, Area};
use super::container::{check_zip, damaged};
use super::flaw::SheetFlaw;
use super::workbook::{Builder, MAX_CELLS, MAX_SHEETS, Value, broken};
use crate::files::Fault;

/// Sheets may share one part of the file, which is then read for each of them: at most so many bytes in all.
const MAX_READ: u64 = 4 << 30;

pub fn read(bytes: &[u8], builder: &mut Builder) -> Result<(), Fault> {
    let largest = check_zip(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    if sheets.len() > MAX_SHEETS || largest.saturating_mul(sheets.len() as u64) > MAX_READ {
        return Err(broken(SheetFlaw::UnreadableSheets));
    }
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        builder.sheet(&sheet.name, sheet.visible != SheetVisible::Visible)?;
        let percent = percent_cells(&mut book, &sheet.name).map_err(|error| fault(&error))?;
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(|error| fault(&error))?;
        while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|error| fault(&error))? {
            let at = Address::new(cell.pos.0, cell.pos.1);
            if let Some(value) = value(cell.value, cell.formula.is_some(), percent.contains(&at)) {
                builder.set(at, value)?;
            }
        }
        drop(reader);
        for area in book.merge_cells_by_sheet_name(&sheet.name).map_err(|error| fault(&error))? {
            let corner = |(row, column)| Address::new(row, column);
            builder.merge(Area { first: corner(area.start), last: corner(area.end) });
        }
    }
    Ok(())
}

/// The cells that show their number in per cent.
fn percent_cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<HashSet<Address>, XlsxError> {
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let is_percent = |code: &str| code.contains('%');
    let formats = reader.styles().iter().map(|style| style.number_format.as_ref());
    let percent: Vec<bool> =
        formats.map(|format| format.is_some_and(|format| is_percent(&format.format_code))).collect();
    let mut cells = HashSet::new();
    if !percent.contains(&true) {
        return Ok(cells);
    }
    while let Some((row, column, style)) = reader.next_style_id()? {
        if percent.get(style) == Some(&true) && cells.len() < MAX_CELLS {
            cells.insert(Address::new(row, column));
        }
    }
    Ok(cells)
}

fn value(cell: DataRef<'_>, is_formula: bool, is_percent: bool) -> Option<Value> {
    let number = |x: f64| if is_percent { Value::Percent(x) } else { Value::Number(x) };
    Some(match cell {
        DataRef::Empty if is_formula => Value::Uncomputed,
        DataRef::Empty => return None,
        DataRef::Int(x) => {
            #[expect(clippy::cast_precision_loss, reason = "spreadsheets calculate in the same numbers")]
            let x = x as f64;
            number(x)
        }
        DataRef::Float(x) => number(x),
        DataRef::String(text) => Value::Text(text.into()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Value::Date(text.into()),
        DataRef::SharedString(text) => Value::Text(text.into()),
        DataRef::Bool(yes) => Value::Bool(yes),
        DataRef::DateTime(date) => Value::Date(date_text(date).into()),
        DataRef::Error(error) => Value::Error(error.to_string().into()),
    })
}

/// A date or time as year-month-day and hour:minute.
pub fn date_text(date: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if date.is_duration() || date.as_f64().abs() < 1.0 {
        return time;
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if date.as_f64().fract() == 0.0 { day } else { format!("{day} {time}") }
}

fn fault(error: &XlsxError) -> Fault {
    damaged(error)
}
