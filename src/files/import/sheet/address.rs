//! Places in a spreadsheet, written as spreadsheets write them: `C4`, `A1:F20`.

use std::fmt;
use std::str::FromStr;

use super::flaw::SheetFlaw;

/// The most rows and columns that spreadsheet programs have.
pub const MAX_ROWS: u32 = 1 << 20;
pub const MAX_COLUMNS: u32 = 1 << 14;

/// A cell; rows and columns count from 0, and are written from 1 and from A.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    pub row: u32,
    pub column: u32,
}

/// A rectangle of cells, both corners within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Area {
    /// The upper left cell.
    pub first: Address,
    /// The lower right cell.
    pub last: Address,
}

impl Address {
    #[must_use]
    pub fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }
}

impl Area {
    #[must_use]
    pub fn of(at: Address) -> Self {
        Self { first: at, last: at }
    }

    #[must_use]
    pub fn rows(self) -> u32 {
        self.last.row - self.first.row + 1
    }

    #[must_use]
    pub fn columns(self) -> u32 {
        self.last.column - self.first.column + 1
    }

    /// What lies in both.
    #[must_use]
    pub fn common(self, other: Self) -> Option<Self> {
        let (a, b) = (self, other);
        let first = Address::new(a.first.row.max(b.first.row), a.first.column.max(b.first.column));
        let last = Address::new(a.last.row.min(b.last.row), a.last.column.min(b.last.column));
        (first.row <= last.row && first.column <= last.column).then_some(Self { first, last })
    }

    #[must_use]
    pub fn contains(self, at: Address) -> bool {
        (self.first.row..=self.last.row).contains(&at.row)
            && (self.first.column..=self.last.column).contains(&at.column)
    }
}

/// A place in a row or column; one that no sheet has where it is too large.
pub fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The letters of a column: 0 is A, 26 is AA.
#[must_use]
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[((rest - 1) % 26) as usize] as char);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.column), self.row + 1)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { write!(f, "{}", self.first) } else { write!(f, "{}:{}", self.first, self.last) }
    }
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || SheetFlaw::NoCell { text: text.to_owned() }.to_string();
        let plain = text.trim().replace('$', "");
        let digits = plain.find(|letter: char| !letter.is_ascii_alphabetic()).ok_or_else(wrong)?;
        let (letters, number) = plain.split_at(digits);
        if !(1..=3).contains(&letters.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(wrong());
        }
        let value = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        let column = letters.bytes().fold(0, |sum, letter| sum * 26 + value(letter)) - 1;
        let row = number.parse::<u32>().ok().and_then(|row| row.checked_sub(1)).ok_or_else(wrong)?;
        if row < MAX_ROWS && column < MAX_COLUMNS { Ok(Self { row, column }) } else { Err(wrong()) }
    }
}

impl FromStr for Area {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = |_| SheetFlaw::NoArea { text: text.to_owned() }.to_string();
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let (a, b): (Address, Address) = (first.parse().map_err(wrong)?, last.parse().map_err(wrong)?);
        Ok(Self {
            first: Address::new(a.row.min(b.row), a.column.min(b.column)),
            last: Address::new(a.row.max(b.row), a.column.max(b.column)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Area, column_name};

    #[test]
    fn addresses_are_written_and_read_alike() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")] {
            assert_eq!(column_name(column), name);
            assert_eq!(format!("{name}7").parse(), Ok(Address::new(6, column)));
        }
        assert_eq!("$b$3:a1".parse::<Area>().map(|area| area.to_string()), Ok("A1:B3".into()));
        for wrong in ["", "A", "1", "A0", "XFE1", "A1048577", "A1:B", "A1:B2:C3", "Ж1", "A1.5", "A-1"] {
            assert!(wrong.parse::<Area>().is_err(), "{wrong}");
        }
    }
}
