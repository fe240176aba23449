//! How a table is read: a plain description that can be shown, changed, and turned into a decision.

use std::fmt;

use super::address::{Address, Area, column_name, small};
use super::figures::Decimal;
use super::flaw::{FieldName, OrientationName, RoleName, UnderstandingName};
use super::recognise::{self, Wish};
use super::words::Attribute;
use super::workbook::{Sheet, Value, Workbook};
use crate::files::Fault;
use crate::files::words::FileWords;
use crate::text::{List, Message};

/// What was recognised in a workbook, and what of it is open. Without doubts the reading may be taken as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    pub reading: Reading,
    pub doubts: Vec<Doubt>,
    /// What was wished so far, and holds when the table is recognised anew.
    pub wish: Wish,
}

/// How a table is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Place of the sheet in the workbook.
    pub sheet: usize,
    pub area: Area,
    pub orientation: Orientation,
    /// What each row of the area is for, from its top.
    pub rows: Vec<Role>,
    /// What each column of the area is for, from its left.
    pub columns: Vec<Role>,
    /// How the scores are understood: one entry for each column of the area where options are rows, for each row where
    /// they are columns. Only those of criteria count.
    pub scales: Vec<Understanding>,
    /// The decimal mark of numbers that are typed as text.
    pub decimal: Decimal,
    /// The title of the decision; empty where the table has none.
    pub title: String,
}

/// Whether each option is a row or a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Orientation {
    #[default]
    Rows,
    Columns,
}

/// What a row or column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Left out.
    Skip,
    /// Holds the names of the criteria.
    CriterionNames,
    /// Holds the names of the options.
    OptionNames,
    Option,
    Criterion,
    /// Says something about each criterion.
    Attribute(Attribute),
}

/// How the scores on a criterion are understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Understanding {
    /// A quantity.
    Number,
    /// A quantity in per cent: 0.25 shown as 25% becomes 25.
    Percent,
    YesNo,
    /// Named levels, worst first, at equal steps.
    Levels(Vec<String>),
}

/// Something that can be read in more than one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    pub subject: Subject,
    /// The sheet that it is about, and where on it.
    pub sheet: String,
    pub at: Area,
    /// What is open, as a sentence.
    pub what: Message,
    /// The ways to read it; the first is what the reading has now.
    pub choices: Vec<Choice>,
}

/// What a doubt is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Sheet,
    Area,
    Orientation,
    /// The names of criteria.
    Names,
    Decimal,
    Scale,
    /// A single score, or an encoding: nothing to choose, but to be looked at.
    Content,
}

/// One way out of a doubt.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// For a button or a list.
    pub name: Message,
    pub change: Change,
}

/// A change to a reading.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Sheet(usize),
    Area(Area),
    Orientation(Orientation),
    Decimal(Decimal),
    /// The role of a row or column, by its place in the area.
    Row(usize, Role),
    Column(usize, Role),
    /// How a criterion is understood, by its place in [`Reading::scales`].
    Scale(usize, Understanding),
    Title(String),
}

impl Workbook {
    /// Finds the matrix.
    ///
    /// # Errors
    /// Where no sheet holds anything like a table.
    pub fn recognise(&self) -> Result<Recognised, Fault> {
        self.recognise_as(&Wish::default())
    }

    /// Finds the matrix where and how it is wished.
    ///
    /// # Errors
    /// Where there is nothing like a table, or no such sheet.
    pub fn recognise_as(&self, wish: &Wish) -> Result<Recognised, Fault> {
        recognise::recognise(self, wish)
    }
}

impl Recognised {
    /// Changes the reading, and drops the doubts that the change settles. Another sheet, area, orientation or decimal mark
    /// is recognised anew.
    ///
    /// # Errors
    /// Where there is nothing like a table then; the reading stays as it was.
    pub fn change(&mut self, workbook: &Workbook, change: Change) -> Result<(), Fault> {
        let reading = &mut self.reading;
        let wish = match change {
            // On another sheet the table lies elsewhere, and may lie otherwise.
            Change::Sheet(sheet) => Wish { sheet: Some(sheet), area: None, orientation: None, ..self.wish },
            Change::Area(area) => Wish { sheet: Some(reading.sheet), area: Some(area), ..self.wish },
            Change::Orientation(orientation) => Wish { orientation: Some(orientation), ..self.wish },
            Change::Decimal(decimal) => Wish { decimal: Some(decimal), ..self.wish },
            Change::Row(at, role) => return self.settle(Line::Row(at), |reading| put(&mut reading.rows, at, role)),
            Change::Column(at, role) => {
                return self.settle(Line::Column(at), |reading| put(&mut reading.columns, at, role));
            }
            Change::Scale(at, understanding) => {
                let line = match reading.orientation {
                    Orientation::Rows => Line::Column(at),
                    Orientation::Columns => Line::Row(at),
                };
                return self.settle(line, |reading| put(&mut reading.scales, at, understanding));
            }
            Change::Title(title) => {
                reading.title = title;
                return Ok(());
            }
        };
        *self = workbook.recognise_as(&wish)?;
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "one arm of what can fail")]
    fn settle(&mut self, line: Line, change: impl FnOnce(&mut Reading)) -> Result<(), Fault> {
        change(&mut self.reading);
        let Area { first, last } = self.reading.area;
        let changed = match line {
            Line::Row(at) => {
                let row = first.row.saturating_add(small(at));
                Area { first: Address::new(row, first.column), last: Address::new(row, last.column) }
            }
            Line::Column(at) => {
                let column = first.column.saturating_add(small(at));
                Area { first: Address::new(first.row, column), last: Address::new(last.row, column) }
            }
        };
        self.doubts.retain(|doubt| match doubt.subject {
            Subject::Scale | Subject::Content => !(changed.contains(doubt.at.first) && changed.contains(doubt.at.last)),
            Subject::Names => self.reading.names_line().is_none(),
            _ => true,
        });
        Ok(())
    }
}

#[derive(Clone, Copy)]
enum Line {
    Row(usize),
    Column(usize),
}

fn put<T>(list: &mut [T], at: usize, new: T) {
    if let Some(old) = list.get_mut(at) {
        *old = new;
    }
}

impl Reading {
    /// The roles that a row or column may have, for a list to choose from: those of rows where `is_row`.
    #[must_use]
    pub fn possible_roles(&self, is_row: bool) -> Vec<Role> {
        if is_row == (self.orientation == Orientation::Rows) {
            let attributes = Attribute::ALL.into_iter().map(Role::Attribute);
            [Role::Option, Role::CriterionNames, Role::Skip].into_iter().chain(attributes).collect()
        } else {
            vec![Role::Criterion, Role::OptionNames, Role::Skip]
        }
    }

    /// Along the options: what each of their lines is for.
    pub(super) fn lines(&self) -> &[Role] {
        match self.orientation {
            Orientation::Rows => &self.rows,
            Orientation::Columns => &self.columns,
        }
    }

    /// Along the criteria.
    pub(super) fn fields(&self) -> &[Role] {
        match self.orientation {
            Orientation::Rows => &self.columns,
            Orientation::Columns => &self.rows,
        }
    }

    pub(super) fn names_line(&self) -> Option<usize> {
        self.lines().iter().position(|role| *role == Role::CriterionNames)
    }

    pub(super) fn names_field(&self) -> Option<usize> {
        self.fields().iter().position(|role| *role == Role::OptionNames)
    }
}

/// A table seen so that options are lines and criteria are fields, whichever of them is rows.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub sheet: &'a Sheet,
    pub area: Area,
    pub orientation: Orientation,
}

impl<'a> View<'a> {
    pub fn lines(&self) -> usize {
        (match self.orientation {
            Orientation::Rows => self.area.rows(),
            Orientation::Columns => self.area.columns(),
        }) as usize
    }

    pub fn fields(&self) -> usize {
        (match self.orientation {
            Orientation::Rows => self.area.columns(),
            Orientation::Columns => self.area.rows(),
        }) as usize
    }

    pub fn address(&self, line: usize, field: usize) -> Address {
        let first = self.area.first;
        match self.orientation {
            Orientation::Rows => Address::new(first.row + small(line), first.column + small(field)),
            Orientation::Columns => Address::new(first.row + small(field), first.column + small(line)),
        }
    }

    pub fn value(&self, line: usize, field: usize) -> Option<&'a Value> {
        self.sheet.value(self.address(line, field))
    }

    pub fn text(&self, line: usize, field: usize) -> std::borrow::Cow<'a, str> {
        self.sheet.text(self.address(line, field))
    }

    /// All cells of one field.
    pub fn field_area(&self, field: usize) -> Area {
        Area { first: self.address(0, field), last: self.address(self.lines() - 1, field) }
    }

    /// What the user calls a field: whether it is a `column` or a `row`, and which, such as `C` or `5`.
    pub fn field_place(&self, field: usize) -> (&'static str, String) {
        let at = self.address(0, field);
        match self.orientation {
            Orientation::Rows => ("column", column_name(at.column)),
            Orientation::Columns => ("row", (at.row + 1).to_string()),
        }
    }

    /// The same in words.
    pub fn field_name(&self, field: usize) -> String {
        let (lies, name) = self.field_place(field);
        FieldName::Called { lies, name }.to_string()
    }
}

impl Role {
    /// What the user calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Skip => RoleName::Skip.text(),
            Self::CriterionNames => RoleName::CriterionNames.text(),
            Self::OptionNames => RoleName::OptionNames.text(),
            Self::Option => RoleName::Option.text(),
            Self::Criterion => RoleName::Criterion.text(),
            Self::Attribute(attribute) => attribute.name(),
        }
    }
}

impl Understanding {
    /// What the user calls it.
    #[must_use]
    pub fn name(&self) -> String {
        let name = match self {
            Self::Number => UnderstandingName::Number,
            Self::Percent => UnderstandingName::Percent,
            Self::YesNo => UnderstandingName::YesNo,
            Self::Levels(levels) => UnderstandingName::Levels { levels: levels.join(" < ") },
        };
        name.to_string()
    }
}

impl Orientation {
    #[must_use]
    pub fn name(self) -> &'static str {
        self.label().text()
    }

    pub(super) fn label(self) -> OrientationName {
        match self {
            Self::Rows => OrientationName::Rows,
            Self::Columns => OrientationName::Columns,
        }
    }
}

impl Doubt {
    /// What is open, where, and how it may be read.
    #[must_use]
    pub fn message(&self) -> Message {
        let (sheet, at, what) = (self.sheet.clone(), self.at.to_string(), self.what.clone());
        if self.choices.is_empty() {
            return FileWords::Doubt { sheet, at, what }.into();
        }
        let ways = List::either(self.choices.iter().map(|choice| choice.name.clone()));
        FileWords::DoubtWithWays { sheet, at, what, ways }.into()
    }
}

/// In the language of the program.
impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}
