//! A matrix that is being read, row by row.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Alternative, Alternatives, Column, Row};
use crate::model::unsound::Unsound;
use crate::model::{Id, Score};

/// Up to so many cells a matrix may be as empty as it likes.
const ALWAYS_ROOM: usize = 1 << 25;
/// Beyond that, one cell in so many must hold something: each takes its place in memory, empty or not.
const MOST_EMPTY: usize = 16;

/// Collects rows. Columns grow only as far down as they hold anything until [`Fill::finish`].
#[derive(Debug, Default)]
pub struct Fill {
    list: Vec<Alternative>,
    columns: BTreeMap<Id, Column>,
    /// Cells that hold something.
    filled: usize,
    /// Cells that take up memory.
    taken: usize,
}

/// A matrix that is nearly empty and far too large to be kept cell by cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooSparse {
    pub options: usize,
    pub criteria: usize,
}

impl Fill {
    /// Adds an option with its cells.
    ///
    /// # Errors
    /// When the matrix would take memory out of all proportion to what it holds.
    pub fn push(&mut self, row: Row) -> Result<(), TooSparse> {
        let at = self.list.len();
        self.list.push(Alternative { id: row.id, name: row.name, description: row.description });
        for (criterion, cell) in row.scores {
            let column = self.columns.entry(criterion).or_default();
            self.taken += at + 1 - column.rows();
            self.filled += 1;
            column.grow(at + 1);
            column.set(at, cell);
            if self.taken > ALWAYS_ROOM && self.taken / MOST_EMPTY > self.filled {
                return Err(self.too_sparse());
            }
        }
        Ok(())
    }

    /// The matrix of all rows.
    ///
    /// # Errors
    /// As for [`Fill::push`].
    pub fn finish(mut self) -> Result<Alternatives, TooSparse> {
        let rows = self.list.len();
        let all = rows.saturating_mul(self.columns.len());
        if all > ALWAYS_ROOM && all / MOST_EMPTY > self.filled {
            return Err(self.too_sparse());
        }
        self.columns.values_mut().for_each(|column| column.grow(rows));
        Ok(Alternatives::new(self.list, self.columns))
    }

    fn too_sparse(&self) -> TooSparse {
        TooSparse { options: self.list.len(), criteria: self.columns.len() }
    }
}

impl std::fmt::Display for TooSparse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { options, criteria } = *self;
        std::fmt::Display::fmt(&Unsound::TooSparse { options, criteria }, f)
    }
}

/// A column that is being read, one score after the other.
#[derive(Debug, Default)]
pub struct ColumnFill {
    exact: Vec<f64>,
    others: BTreeMap<usize, Score>,
}

impl ColumnFill {
    pub fn push(&mut self, score: Option<Score>) {
        let (exact, other) = super::column::parts(score);
        self.others.extend(other.map(|other| (self.exact.len(), other)));
        self.exact.push(exact);
    }

    /// Adds an exact score, or none where it is NaN.
    pub fn push_exact(&mut self, x: f64) {
        self.exact.push(x);
    }

    #[must_use]
    pub fn finish(mut self) -> Column {
        self.exact.shrink_to_fit();
        Column::of_parts(Arc::new(self.exact), self.others)
    }
}
