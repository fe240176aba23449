//! Where things are in the matrix, and where a key leads from there.

use crate::app::views::Spot;
use crate::model::{Criterion, Id, Node, Outline};
use crate::session::{Rectangle, Session};

/// The matrix as rows and columns, for one frame.
#[derive(Debug)]
pub struct Grid<'a> {
    pub session: &'a Session,
    /// The criteria, from left to right.
    pub leaves: Vec<&'a Criterion>,
    /// The hue of each column.
    pub branches: Vec<usize>,
}

/// A step with a key. Rows grow downwards, columns to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    By {
        rows: isize,
        columns: isize,
    },
    RowStart,
    RowEnd,
    Top,
    Bottom,
    /// To the right, then to the start of the next row.
    Next,
    /// To the left, then to the end of the row above.
    Previous,
}

impl<'a> Grid<'a> {
    #[must_use]
    pub fn of(session: &'a Session) -> Self {
        let entries = session.model().outline().entries();
        Self {
            session,
            leaves: session.document().leaves(),
            branches: entries.iter().filter(|entry| entry.is_criterion).map(|entry| entry.branch).collect(),
        }
    }

    #[must_use]
    pub fn outline(&self) -> &'a Outline {
        self.session.model().outline()
    }

    #[must_use]
    pub fn rows(&self) -> usize {
        self.session.document().alternatives.len()
    }

    #[must_use]
    pub fn columns(&self) -> usize {
        self.leaves.len()
    }

    #[must_use]
    pub fn row(&self, option: Id) -> Option<usize> {
        self.session.option_place(option).ok()
    }

    #[must_use]
    pub fn column(&self, criterion: Id) -> Option<usize> {
        self.leaves.iter().position(|leaf| leaf.id == criterion)
    }

    /// The cell at a row and a column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<Spot> {
        Some(Spot::Cell(self.session.document().alternatives.get(row)?.id, self.leaves.get(column)?.id))
    }

    /// Row and column of a cell.
    #[must_use]
    pub fn place(&self, spot: Spot) -> Option<(usize, usize)> {
        let Spot::Cell(option, criterion) = spot else { return None };
        Some((self.row(option)?, self.column(criterion)?))
    }

    /// The cells that a place stands for: a row for an option, columns for a criterion or group, all for the corner.
    #[must_use]
    pub fn area(&self, spot: Spot) -> Option<Rectangle> {
        let (last_row, last_column) = (self.rows().checked_sub(1)?, self.columns().checked_sub(1)?);
        Some(match spot {
            Spot::Corner => Rectangle { rows: 0..=last_row, columns: 0..=last_column },
            Spot::Option(id) => {
                let row = self.row(id)?;
                Rectangle { rows: row..=row, columns: 0..=last_column }
            }
            Spot::Group(id) | Spot::Criterion(id) => {
                let leaves = self.outline().entries()[self.outline().find(id)?].leaves.clone();
                Rectangle { rows: 0..=last_row, columns: leaves.start..=leaves.end.checked_sub(1)? }
            }
            Spot::Cell(..) => {
                let (row, column) = self.place(spot)?;
                Rectangle { rows: row..=row, columns: column..=column }
            }
        })
    }

    /// Where a step leads. At the edges it stays.
    #[must_use]
    pub fn step(&self, from: Spot, step: Step) -> Spot {
        match from {
            Spot::Cell(..) => self.step_cell(from, step),
            Spot::Corner => match step {
                Step::By { rows: 1.., .. } | Step::Bottom => self.option(0).unwrap_or(from),
                Step::By { columns: 1.., .. } | Step::Next => self.leaf(0).unwrap_or(from),
                _ => from,
            },
            Spot::Option(id) => self.step_option(id, step),
            Spot::Criterion(id) => self.step_criterion(id, step),
            Spot::Group(id) => self.step_group(id, step),
        }
    }

    fn option(&self, row: usize) -> Option<Spot> {
        self.session.document().alternatives.get(row).map(|option| Spot::Option(option.id))
    }

    fn leaf(&self, column: usize) -> Option<Spot> {
        self.leaves.get(column).map(|leaf| Spot::Criterion(leaf.id))
    }

    fn step_cell(&self, from: Spot, step: Step) -> Spot {
        let Some((row, column)) = self.place(from) else { return Spot::Corner };
        let (last_row, last_column) = (self.rows() - 1, self.columns() - 1);
        let to = |row: usize, column: usize| self.cell(row.min(last_row), column.min(last_column)).unwrap_or(from);
        match step {
            Step::By { rows: -1, .. } if row == 0 => self.leaf(column).unwrap_or(from),
            Step::By { columns: -1, .. } if column == 0 => self.option(row).unwrap_or(from),
            Step::By { rows, columns } => to(row.saturating_add_signed(rows), column.saturating_add_signed(columns)),
            Step::RowStart => to(row, 0),
            Step::RowEnd => to(row, last_column),
            Step::Top => to(0, column),
            Step::Bottom => to(last_row, column),
            Step::Next if column == last_column && row < last_row => to(row + 1, 0),
            Step::Next => to(row, column + 1),
            Step::Previous if column == 0 && row > 0 => to(row - 1, last_column),
            Step::Previous => to(row, column.saturating_sub(1)),
        }
    }

    fn step_option(&self, id: Id, step: Step) -> Spot {
        let here = Spot::Option(id);
        let Some(row) = self.row(id) else { return Spot::Corner };
        match step {
            Step::By { rows: -1, .. } if row == 0 => Spot::Corner,
            Step::By { rows, columns: 0 } => {
                self.option(row.saturating_add_signed(rows).min(self.rows() - 1)).unwrap_or(here)
            }
            Step::By { columns: 1.., .. } | Step::Next => self.cell(row, 0).unwrap_or(here),
            Step::RowEnd => self.cell(row, self.columns().saturating_sub(1)).unwrap_or(here),
            Step::Top => self.option(0).unwrap_or(here),
            Step::Bottom => self.option(self.rows() - 1).unwrap_or(here),
            Step::By { .. } | Step::RowStart | Step::Previous => here,
        }
    }

    fn step_criterion(&self, id: Id, step: Step) -> Spot {
        let here = Spot::Criterion(id);
        let Some(column) = self.column(id) else { return Spot::Corner };
        let last = self.columns() - 1;
        match step {
            Step::By { rows: 1.., .. } | Step::Bottom => self.cell(0, column).unwrap_or(here),
            Step::By { rows: ..=-1, .. } => self.parent(id).map_or(here, Spot::Group),
            Step::By { columns: -1, .. } | Step::Previous if column == 0 => Spot::Corner,
            Step::By { columns, .. } => self.leaf(column.saturating_add_signed(columns).min(last)).unwrap_or(here),
            Step::Next => self.leaf((column + 1).min(last)).unwrap_or(here),
            Step::Previous => self.leaf(column.saturating_sub(1)).unwrap_or(here),
            Step::RowStart => self.leaf(0).unwrap_or(here),
            Step::RowEnd => self.leaf(last).unwrap_or(here),
            Step::Top => here,
        }
    }

    fn step_group(&self, id: Id, step: Step) -> Spot {
        let here = Spot::Group(id);
        let outline = self.outline();
        let Some(at) = outline.find(id) else { return Spot::Corner };
        let entry = &outline.entries()[at];
        let beside = |ahead: bool| {
            let level = outline
                .entries()
                .iter()
                .filter(|other| other.depth == entry.depth && other.id != entry.id && !other.leaves.is_empty());
            let mut found = level.filter(|other| (other.leaves.start >= entry.leaves.end) == ahead);
            let found = if ahead { found.next() } else { found.next_back() };
            found.map(|other| if other.is_criterion { Spot::Criterion(other.id) } else { Spot::Group(other.id) })
        };
        match step {
            Step::By { rows: 1.., .. } | Step::Bottom => outline
                .children(Some(at))
                .map(|child| &outline.entries()[child])
                .find(|child| !child.leaves.is_empty())
                .map_or(
                    here,
                    |child| if child.is_criterion { Spot::Criterion(child.id) } else { Spot::Group(child.id) },
                ),
            Step::By { rows: ..=-1, .. } => self.parent(id).map_or(here, Spot::Group),
            Step::By { columns: 1.., .. } | Step::Next => beside(true).unwrap_or(here),
            Step::By { columns: ..=-1, .. } | Step::Previous => beside(false).unwrap_or(Spot::Corner),
            _ => here,
        }
    }

    fn parent(&self, node: Id) -> Option<Id> {
        self.session.document().node_place(node).ok()?.0
    }

    /// The levels of group heads above the criteria.
    #[must_use]
    pub fn group_levels(&self) -> usize {
        let outline = self.outline();
        outline.entries().iter().filter(|entry| entry.is_criterion).map(|entry| entry.depth).max().unwrap_or(0)
    }

    #[must_use]
    pub fn node(&self, id: Id) -> Option<&'a Node> {
        self.session.document().node(id)
    }
}
