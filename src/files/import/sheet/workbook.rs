//! The plain form of any spreadsheet: named sheets of cells.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::address::{Address, Area, MAX_COLUMNS, MAX_ROWS};
use super::flaw::{CellText, SheetFlaw};
use crate::files::{Fault, notation};

/// More cells than this, all sheets together, are not taken: room for 100,000 options on 20 criteria, twice over.
pub const MAX_CELLS: usize = 4_500_000;
/// More text than this, in bytes, all sheets together, is not taken.
pub const MAX_TEXT: usize = 256 << 20;
/// More sheets than this are not taken.
pub const MAX_SHEETS: usize = 1000;

/// A spreadsheet, or a text that is one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    pub sheets: Vec<Sheet>,
    /// The encoding that a text was taken to be in, where that was guessed.
    pub guessed_encoding: Option<&'static str>,
}

/// A sheet: its cells that are not empty, by place, so that two cells in opposite corners take the room of two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    /// Hidden sheets are never taken unasked.
    pub hidden: bool,
    cells: BTreeMap<Address, Value>,
    merged: Vec<Area>,
    rows: u32,
    columns: u32,
}

/// What a cell holds. Of a formula it is the result.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(Box<str>),
    Number(f64),
    /// A number shown in per cent: 0.25 is 25%.
    Percent(f64),
    Bool(bool),
    /// A date or time, as year-month-day, hour:minute, or both.
    Date(Box<str>),
    /// `#DIV/0!` and the like.
    Error(Box<str>),
    /// A formula whose result the file does not hold.
    Uncomputed,
}

impl Workbook {
    /// The sheet called `name`, in upper or lower case.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<usize> {
        let exact = self.sheets.iter().position(|sheet| sheet.name == name);
        let wanted = name.trim().to_lowercase();
        exact.or_else(|| self.sheets.iter().position(|sheet| sheet.name.trim().to_lowercase() == wanted))
    }
}

impl Sheet {
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// How many rows from the top hold everything.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// How many columns from the left hold everything.
    #[must_use]
    pub fn columns(&self) -> u32 {
        self.columns
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// None where the cell is empty.
    #[must_use]
    pub fn value(&self, at: Address) -> Option<&Value> {
        self.cells.get(&at)
    }

    /// The cells that are not empty, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (Address, &Value)> {
        self.cells.iter().map(|(at, value)| (*at, value))
    }

    /// The cells of one row that are not empty, from left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Value)> {
        let cells = self.cells.range(Address::new(row, 0)..=Address::new(row, u32::MAX));
        cells.map(|(at, value)| (at.column, value))
    }

    /// The cells of an area that are not empty, row by row. Takes as long as the sheet has cells in these rows, however far
    /// the area reaches.
    pub fn within(&self, area: Area) -> impl Iterator<Item = (Address, &Value)> {
        let rows = Address::new(area.first.row, 0)..=Address::new(area.last.row, u32::MAX);
        self.cells.range(rows).map(|(at, value)| (*at, value)).filter(move |(at, _)| area.contains(*at))
    }

    /// A cell as a reader sees it; empty where it is empty.
    #[must_use]
    pub fn text(&self, at: Address) -> Cow<'_, str> {
        self.value(at).map(Value::text).unwrap_or_default()
    }

    /// Areas whose cells are shown as one; only the first of them holds something.
    #[must_use]
    pub fn merged(&self) -> &[Area] {
        &self.merged
    }
}

impl Value {
    /// The value as a reader sees it.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(x) => notation::number(*x).into(),
            Self::Percent(x) => format!("{}%", notation::number(hundredfold(*x))).into(),
            Self::Bool(true) => "TRUE".into(),
            Self::Bool(false) => "FALSE".into(),
            Self::Uncomputed => CellText::Uncomputed.text().into(),
        }
    }
}

/// `x * 100` without the digits that binary fractions add: 0.07 is 7, not 7.000000000000001.
pub fn hundredfold(x: f64) -> f64 {
    let exact = x * 100.0;
    format!("{exact:.12e}").parse().ok().filter(|rounded: &f64| (rounded / 100.0 - x).abs() <= 0.0).unwrap_or(exact)
}

/// A workbook while it is read, which counts what it takes.
#[derive(Debug, Default)]
pub struct Builder {
    workbook: Workbook,
    cells: usize,
    text: usize,
}

impl Builder {
    /// Begins a sheet; cells and areas go to it from now on.
    pub fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), Fault> {
        if self.workbook.sheets.len() >= MAX_SHEETS {
            return Err(broken(SheetFlaw::ManySheets { most: MAX_SHEETS }));
        }
        self.workbook.sheets.push(Sheet { hidden, ..Sheet::new(name) });
        Ok(())
    }

    /// Refuses a value that is said to stand in so many cells, before any of them is filled.
    pub fn room_for(&self, cells: usize) -> Result<(), Fault> {
        if self.cells.saturating_add(cells) > MAX_CELLS {
            return Err(broken(SheetFlaw::ManyCells { most: MAX_CELLS }));
        }
        Ok(())
    }

    /// Puts a value into the present sheet.
    pub fn set(&mut self, at: Address, value: Value) -> Result<(), Fault> {
        if let Value::Text(text) = &value {
            // What is only space looks empty, and so it is; but not where programs keep something.
            let is_hidden = self.workbook.sheets.last().is_some_and(|sheet| sheet.hidden);
            if text.is_empty() || text.trim().is_empty() && !is_hidden {
                return Ok(());
            }
            self.text += text.len();
            if self.text > MAX_TEXT {
                return Err(broken(SheetFlaw::MuchText { mebibytes: MAX_TEXT as u64 >> 20 }));
            }
        }
        self.room_for(1)?;
        self.cells += 1;
        if at.row >= MAX_ROWS || at.column >= MAX_COLUMNS {
            return Err(broken(SheetFlaw::ManyRows { rows: MAX_ROWS, columns: MAX_COLUMNS }));
        }
        if let Some(sheet) = self.workbook.sheets.last_mut() {
            sheet.rows = sheet.rows.max(at.row + 1);
            sheet.columns = sheet.columns.max(at.column + 1);
            sheet.cells.insert(at, value);
        }
        Ok(())
    }

    /// Notes a merged area of the present sheet; what holds a single cell is none.
    pub fn merge(&mut self, area: Area) {
        // Each is looked through for cells, so their number has a bound; beyond it a merged cell counts as empty.
        if let Some(sheet) = self.workbook.sheets.last_mut()
            && area.first != area.last
            && sheet.merged.len() < 10_000
        {
            sheet.merged.push(area);
        }
    }

    pub fn finish(self) -> Workbook {
        self.workbook
    }
}

/// A fault of the file as a whole.
pub fn broken(flaw: SheetFlaw) -> Fault {
    Fault::Invalid { at: None, what: flaw.into(), more: 0 }
}
