//! The matrix: options, and what each has on each criterion.

mod column;
mod fill;
mod index;
#[cfg(test)]
mod tests;
mod written;

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Cell, CellRef, Id, Score, unique};
pub use column::Column;
pub use fill::{ColumnFill, Fill, TooSparse};
use index::Index;

/// One of the options to choose from (`Option` is Rust's word, so the field's own is used in code).
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    pub id: Id,
    pub name: String,
    pub description: String,
}

/// An option with its cells: a row of the matrix by itself, on its way in or out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Alternative", deny_unknown_fields)]
pub struct Row {
    pub id: Id,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// By criterion; a criterion without an entry is not scored.
    #[serde(default, deserialize_with = "unique::map", skip_serializing_if = "BTreeMap::is_empty")]
    pub scores: BTreeMap<Id, Cell>,
}

/// The options in their order, with a [`Column`] for each criterion that anything was entered on.
///
/// Reads as a list of [`Alternative`]s. A copy shares everything with what it was copied from: it costs a few hundred
/// nanoseconds a column, whatever the number of rows, and the first change of a column afterwards copies that column.
#[derive(Clone, Debug, Default)]
pub struct Alternatives {
    list: Arc<Vec<Alternative>>,
    index: Index,
    columns: BTreeMap<Id, Column>,
}

impl Deref for Alternatives {
    type Target = [Alternative];

    fn deref(&self) -> &[Alternative] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Alternatives {
    type Item = &'a Alternative;
    type IntoIter = std::slice::Iter<'a, Alternative>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl PartialEq for Alternatives {
    fn eq(&self, other: &Self) -> bool {
        // A column that holds nothing is none.
        let filled = |columns: &BTreeMap<Id, Column>| columns.values().filter(|column| !column.is_empty()).count();
        let same = |(id, column): (&Id, &Column)| match other.columns.get(id) {
            Some(twin) => column == twin,
            None => column.is_empty(),
        };
        self.list == other.list
            && self.columns.iter().all(same)
            && (self.columns.len() == other.columns.len() || filled(&self.columns) == filled(&other.columns))
    }
}

impl FromIterator<Row> for Alternatives {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        let mut alternatives = Self::default();
        alternatives.extend(rows);
        alternatives
    }
}

impl Extend<Row> for Alternatives {
    fn extend<T: IntoIterator<Item = Row>>(&mut self, rows: T) {
        rows.into_iter().for_each(|row| self.push(row));
    }
}

impl Alternatives {
    /// The options `list` with their `columns`, by criterion.
    ///
    /// # Panics
    /// When a column has not as many rows as there are options.
    #[must_use]
    pub fn new(list: Vec<Alternative>, columns: impl IntoIterator<Item = (Id, Column)>) -> Self {
        let columns: BTreeMap<Id, Column> = columns.into_iter().collect();
        assert!(columns.values().all(|column| column.rows() == list.len()), "a row for each option");
        Self { list: Arc::new(list), index: Index::default(), columns }
    }

    /// The place of an option. Looked up, not searched for.
    #[must_use]
    pub fn place(&self, id: Id) -> Option<usize> {
        self.index.place(id, &self.list)
    }

    /// The place of the option that has this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<usize> {
        self.index.named(name, &self.list)
    }

    /// What the options have on a criterion; None where nothing was ever entered.
    #[must_use]
    pub fn column(&self, criterion: Id) -> Option<&Column> {
        self.columns.get(&criterion)
    }

    /// True where both have the very same scores on a criterion, without a look at them. False also where they are only
    /// equal.
    #[must_use]
    pub fn shares_column(&self, other: &Self, criterion: Id) -> bool {
        match (self.columns.get(&criterion), other.columns.get(&criterion)) {
            (Some(own), Some(others)) => own.shares(others),
            (own, others) => own.is_none() && others.is_none(),
        }
    }

    /// True where both share all scores.
    #[must_use]
    pub fn shares_columns(&self, other: &Self) -> bool {
        self.columns.len() == other.columns.len()
            && self.columns.keys().all(|&criterion| self.shares_column(other, criterion))
    }

    /// True where both share the list of options, or have equal ones.
    #[must_use]
    pub fn same_list(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.list, &other.list) || self.list == other.list
    }

    /// All columns by criterion, those of criteria that do not exist too.
    pub fn columns(&self) -> impl Iterator<Item = (Id, &Column)> {
        self.columns.iter().map(|(id, column)| (*id, column))
    }

    /// The cell of the option at `row`; None where nothing was entered.
    #[must_use]
    pub fn cell(&self, row: usize, criterion: Id) -> Option<CellRef<'_>> {
        self.columns.get(&criterion)?.cell(row)
    }

    #[must_use]
    pub fn score(&self, row: usize, criterion: Id) -> Option<Score> {
        self.columns.get(&criterion)?.score(row)
    }

    /// The scores there are on a criterion, from the first option to the last.
    pub fn scores(&self, criterion: Id) -> impl Iterator<Item = Score> {
        self.columns.get(&criterion).into_iter().flat_map(Column::scores).flatten()
    }

    /// True where a score is not known exactly.
    #[must_use]
    pub fn have_ranges(&self) -> bool {
        let is_wide = |(_, score): (usize, Score)| matches!(score, Score::Range(..) | Score::Triangle(..));
        self.columns.values().any(|column| column.others().any(is_wide))
    }

    /// The cells of the option at `row` that hold anything, by criterion.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = (Id, CellRef<'_>)> {
        self.columns.iter().filter_map(move |(id, column)| Some((*id, column.cell(row)?)))
    }

    /// The option at `row` with its cells.
    ///
    /// # Panics
    /// When there is no such row.
    #[must_use]
    pub fn row(&self, row: usize) -> Row {
        let Alternative { id, name, description } = self.list[row].clone();
        Row { id, name, description, scores: self.cells(row).map(|(id, cell)| (id, cell.to_cell())).collect() }
    }

    /// All options with their cells.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row> {
        (0..self.len()).map(|row| self.row(row))
    }

    /// Adds an option at the end: the cheapest place, where nothing moves.
    pub fn push(&mut self, row: Row) {
        self.insert(self.len(), row);
    }

    /// Puts an option before the place `at`, which is at most the number of options.
    pub fn insert(&mut self, at: usize, row: Row) {
        let last = at == self.len();
        for column in self.columns.values_mut() {
            if last { column.grow(at + 1) } else { column.insert(at) }
        }
        let alternative = Alternative { id: row.id, name: row.name, description: row.description };
        self.index.inserted(std::slice::from_ref(&alternative), at, self.list.len());
        Arc::make_mut(&mut self.list).insert(at, alternative);
        for (criterion, cell) in row.scores {
            self.set(at, criterion, cell);
        }
    }

    /// Takes the option at `at` out, with its cells.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn remove(&mut self, at: usize) -> Row {
        let scores = self.cells(at).map(|(id, cell)| (id, cell.to_cell())).collect();
        self.columns.values_mut().for_each(|column| column.remove(at));
        let Alternative { id, name, description } = Arc::make_mut(&mut self.list).remove(at);
        self.index.removed(id, &name, at, self.list.len());
        Row { id, name, description, scores }
    }

    /// Puts all of `others` before the place `at`, which is at most the number of options.
    pub fn insert_all(&mut self, at: usize, others: Self) {
        let (before, count) = (self.len(), others.len());
        for (criterion, column) in &mut self.columns {
            match others.columns.get(criterion) {
                Some(added) => column.insert_all(at, added),
                None => column.insert_all(at, &Column::of_rows(count)),
            }
        }
        for (criterion, added) in others.columns {
            self.columns.entry(criterion).or_insert_with(|| {
                let mut column = Column::of_rows(before);
                column.insert_all(at, &added);
                column
            });
        }
        self.index.inserted(&others.list, at, before);
        if before == 0 {
            self.list = others.list;
        } else {
            Arc::make_mut(&mut self.list).splice(at..at, others.list.iter().cloned());
        }
    }

    /// Takes `count` options out from the place `at` on, with their cells.
    ///
    /// # Panics
    /// When there are not so many.
    #[must_use]
    pub fn take(&mut self, at: usize, count: usize) -> Self {
        let columns = self.columns.iter_mut().map(|(id, column)| (*id, column.take(at, count))).collect();
        let list = Arc::make_mut(&mut self.list).drain(at..at + count).collect();
        self.index = Index::default();
        Self { list: Arc::new(list), index: Index::default(), columns }
    }

    /// Takes all options out.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Replaces name and description of the option at `row`, and returns those it had.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn describe(&mut self, row: usize, name: String, description: String) -> (String, String) {
        let alternative = &mut Arc::make_mut(&mut self.list)[row];
        if alternative.name != name {
            self.index.renamed();
        }
        (std::mem::replace(&mut alternative.name, name), std::mem::replace(&mut alternative.description, description))
    }

    /// Replaces a cell, without asking whether it fits the criterion; an empty one clears it. Returns what was there.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn set(&mut self, row: usize, criterion: Id, cell: Cell) -> Cell {
        let rows = self.len();
        if cell.is_empty() && !self.columns.contains_key(&criterion) {
            return cell;
        }
        self.columns.entry(criterion).or_insert_with(|| Column::of_rows(rows)).set(row, cell)
    }

    /// Replaces a score and leaves alone what it rests on.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn set_score(&mut self, row: usize, criterion: Id, score: Option<Score>) {
        let cell = self.cell(row, criterion).unwrap_or_default();
        self.set(row, criterion, Cell { score, ..cell.to_cell() });
    }

    /// Puts a whole column in the place of the one there, and returns that.
    ///
    /// # Panics
    /// When the column has not as many rows as there are options.
    pub fn set_column(&mut self, criterion: Id, column: Column) -> Option<Column> {
        assert_eq!(column.rows(), self.len(), "a row for each option");
        self.columns.insert(criterion, column)
    }

    /// Takes out what the options have on a criterion.
    pub fn remove_column(&mut self, criterion: Id) -> Option<Column> {
        self.columns.remove(&criterion)
    }
}
