//! The old binary workbooks of Excel (.xls).
//!
//! calamine reads them whole, and makes room for what their records announce. So the records are looked through first:
//! what they will take is counted, what only serves to take more is defused, and the stream is handed over in a clean
//! container, whose chains cannot run in circles.

use std::collections::HashMap;
use std::io::{Cursor, Read as _, Write as _};

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls};

use super::address::{Address, Area};
use super::container::damaged;
use super::flaw::SheetFlaw;
use super::workbook::{Builder, MAX_CELLS, MAX_SHEETS, MAX_TEXT, Value, broken};
use super::xlsx::date_text;
use crate::files::Fault;

/// A larger stream is not taken, in bytes: many times what 65,536 rows of scores need.
const MAX_STREAM: u64 = 128 << 20;

pub fn read(bytes: &[u8], builder: &mut Builder) -> Result<(), Fault> {
    let (name, mut stream) = stream(bytes)?;
    survey(&mut stream)?;
    let mut book = Xls::new(Cursor::new(repack(name, &stream).map_err(|error| damaged(&error))?))
        .map_err(|error| damaged(&error))?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        builder.sheet(&sheet.name, sheet.visible != SheetVisible::Visible)?;
        let range = book.worksheet_range(&sheet.name).map_err(|error| damaged(&error))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            // Row and column lie within what a sheet has, so they fit.
            let down = u32::try_from(row).unwrap_or(u32::MAX);
            let right = u32::try_from(column).unwrap_or(u32::MAX);
            if let Some(value) = value(cell) {
                builder.set(Address::new(top.saturating_add(down), left.saturating_add(right)), value)?;
            }
        }
        for area in book.merge_cells_by_sheet_name(&sheet.name).map_err(|error| damaged(&error))? {
            let corner = |(row, column)| Address::new(row, column);
            builder.merge(Area { first: corner(area.start), last: corner(area.end) });
        }
    }
    Ok(())
}

fn value(cell: &Data) -> Option<Value> {
    Some(match cell {
        Data::Empty => return None,
        Data::Float(x) => Value::Number(*x),
        Data::Int(x) => {
            #[expect(clippy::cast_precision_loss, reason = "the format holds no greater ones")]
            let x = *x as f64;
            Value::Number(x)
        }
        Data::Bool(yes) => Value::Bool(*yes),
        Data::DateTime(date) => Value::Date(date_text(*date).into()),
        Data::Error(error) => Value::Error(error.to_string().into()),
        other => Value::Text(other.to_string().into()),
    })
}

/// The stream of records, and what it is called: `Workbook`, or `Book` in files of Excel 5.
fn stream(bytes: &[u8]) -> Result<(&'static str, Vec<u8>), Fault> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let name = ["Workbook", "Book"].into_iter().find(|name| file.exists(format!("/{name}")));
    let name = name.ok_or_else(|| broken(SheetFlaw::NoWorkbook))?;
    let mut stream = Vec::new();
    let source = file.open_stream(format!("/{name}")).map_err(|error| damaged(&error))?;
    source.take(MAX_STREAM + 1).read_to_end(&mut stream).map_err(|error| damaged(&error))?;
    if stream.len() as u64 > MAX_STREAM {
        return Err(broken(SheetFlaw::ManyRecords { mebibytes: MAX_STREAM >> 20 }));
    }
    Ok((name, stream))
}

fn repack(name: &str, stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream(format!("/{name}"))?.write_all(stream)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

const FORMULA: u16 = 0x0006;
const EOF: u16 = 0x000A;
const FILE_PASS: u16 = 0x002F;
const CONTINUE: u16 = 0x003C;
const BOUND_SHEET: u16 = 0x0085;
const MUL_RK: u16 = 0x00BD;
const SST: u16 = 0x00FC;
const LABEL_SST: u16 = 0x00FD;
const DIMENSIONS: u16 = 0x0200;
const BOF: u16 = 0x0809;
/// Records of one cell: number, label, rich label, truth, text of a formula, short number.
const CELLS: [u16; 8] = [FORMULA, 0x0203, 0x0204, 0x00D6, 0x0205, 0x0207, 0x027E, LABEL_SST];

/// What the cells of one sheet span.
#[derive(Default)]
struct Extent {
    cells: Option<(u16, u16, u16, u16)>,
}

impl Extent {
    fn add(&mut self, row: u16, column: u16) {
        let (top, bottom, left, right) = self.cells.unwrap_or((row, row, column, column));
        self.cells = Some((top.min(row), bottom.max(row), left.min(column), right.max(column)));
    }

    fn area(&self) -> usize {
        self.cells
            .map_or(0, |(top, bottom, left, right)| (usize::from(bottom - top) + 1) * (usize::from(right - left) + 1))
    }
}

/// Refuses what would take too much, and takes the sting out of records that announce more than there is.
fn survey(stream: &mut [u8]) -> Result<(), Fault> {
    let (mut at, mut sheets, mut extents) = (0, Vec::new(), HashMap::<usize, Extent>::new());
    let (mut open, mut labels) = (Vec::new(), Vec::new());
    let mut strings: Vec<std::ops::Range<usize>> = Vec::new();
    let mut last = 0;
    while let Some(&[a, b, c, d]) = stream.get(at..at + 4) {
        let (kind, length) = (u16::from_le_bytes([a, b]), usize::from(u16::from_le_bytes([c, d])));
        let start = at + 4;
        let Some(data) = stream.get_mut(start..start + length) else { return Err(broken(SheetFlaw::RecordCutOff)) };
        match kind {
            BOF => open.push(at),
            EOF => {
                open.pop();
            }
            FILE_PASS if word(data, 0) != 0 => return Err(broken(SheetFlaw::Protected)),
            BOUND_SHEET => sheets.push(long(data, 0)),
            SST => strings.push(start..start + length),
            CONTINUE if matches!(last, SST | CONTINUE) && !strings.is_empty() => strings.push(start..start + length),
            DIMENSIONS => data.fill(0),
            _ => {}
        }
        if CELLS.contains(&kind) || kind == MUL_RK {
            let extent = extents.entry(open.last().copied().unwrap_or(at)).or_default();
            extent.add(word(data, 0), word(data, 2));
            if kind == MUL_RK {
                extent.add(word(data, 0), word(data, length.saturating_sub(2)));
            }
            if kind == LABEL_SST {
                labels.push(long(data, 6));
            }
            if kind == FORMULA && length >= 22 {
                // The formula itself is not needed, only its result: none is put into words.
                data[20..22].fill(0);
            }
        }
        // A run of continuations belongs to the record before it.
        last = if kind == CONTINUE && last != SST { last } else { kind };
        at = start + length;
    }
    let lengths = string_lengths(stream, &strings);
    let text: usize = labels.iter().map(|&label| lengths.get(label).copied().unwrap_or(usize::from(u16::MAX))).sum();
    if text > MAX_TEXT / 2 {
        return Err(broken(SheetFlaw::MuchText { mebibytes: MAX_TEXT as u64 >> 21 }));
    }
    let mut area = 0;
    for (place, sheet) in sheets.iter().enumerate() {
        if stream.get(*sheet..sheet + 2) != Some(&BOF.to_le_bytes()) || sheets[..place].contains(sheet) {
            return Err(broken(SheetFlaw::SheetMisplaced));
        }
        area += extents.get(sheet).map_or(0, Extent::area);
        if area > MAX_CELLS || place >= MAX_SHEETS {
            return Err(broken(SheetFlaw::WideSheets));
        }
    }
    Ok(())
}

fn word(data: &[u8], from: usize) -> u16 {
    data.get(from..from + 2).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]))
}

fn long(data: &[u8], from: usize) -> usize {
    usize::from(word(data, from)) | usize::from(word(data, from + 2)) << 16
}

/// The lengths, in UTF-16 units, of the shared texts in the pieces of `stream`, as far as they can be followed.
fn string_lengths(stream: &[u8], pieces: &[std::ops::Range<usize>]) -> Vec<usize> {
    let mut lengths = Vec::new();
    let Some(first) = pieces.first() else { return lengths };
    let (mut piece, mut at) = (0, first.start + 8);
    // Steps into the next piece where the present one is at its end; false behind the last.
    let settle = |piece: &mut usize, at: &mut usize| {
        while *at >= pieces[*piece].end {
            let Some(next) = pieces.get(*piece + 1) else { return false };
            *piece += 1;
            *at = next.start + (*at - pieces[*piece - 1].end);
        }
        true
    };
    while settle(&mut piece, &mut at) {
        let Some(&[a, b, flags]) = stream.get(at..at + 3) else { break };
        let count = usize::from(u16::from_le_bytes([a, b]));
        at += 3;
        let number = |at: usize, bytes: usize| {
            let part = stream.get(at..at + bytes).unwrap_or_default();
            part.iter().rev().fold(0_usize, |sum, &byte| sum << 8 | usize::from(byte))
        };
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += 4 * number(at, 2);
            at += 2;
        }
        if flags & 4 != 0 {
            behind += number(at, 4);
            at += 4;
        }
        lengths.push(count);
        let (mut left, mut width) = (count, 1 + usize::from(flags & 1));
        while left > 0 {
            let room = pieces[piece].end.saturating_sub(at) / width;
            let taken = room.min(left);
            left -= taken;
            at += taken * width;
            if left > 0 {
                // A text that goes on in the next piece says there anew how wide its letters are.
                let Some(next) = pieces.get(piece + 1) else { return lengths };
                piece += 1;
                width = 1 + usize::from(stream.get(next.start).copied().unwrap_or(0) & 1);
                at = next.start + 1;
            }
        }
        at += behind;
    }
    lengths
}
