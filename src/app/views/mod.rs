//! The parts of the window.

pub mod actions;
pub mod checks;
pub mod details;
pub mod matrix;
pub mod ranking;
pub mod status;
pub mod weights;

use crate::model::{Document, Id};
use crate::session::Session;

/// What the middle of the window shows. In a narrow window weights and ranking take their turn there too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    Weights,
    #[default]
    Matrix,
    Checks,
    Ranking,
}

/// A place of the matrix that can be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The upper left corner: the decision itself.
    #[default]
    Corner,
    Option(Id),
    Group(Id),
    Criterion(Id),
    /// An option on a criterion.
    Cell(Id, Id),
}

impl Spot {
    /// True where the place is (still) in the document.
    #[must_use]
    pub fn exists(self, document: &Document) -> bool {
        match self {
            Self::Corner => true,
            Self::Option(id) => document.alternative(id).is_some(),
            Self::Group(id) | Self::Criterion(id) => document.node(id).is_some(),
            Self::Cell(option, criterion) => {
                document.alternative(option).is_some() && document.criterion(criterion).is_some()
            }
        }
    }

    /// True where the matrix shows the place: a group without criteria has no column.
    #[must_use]
    pub fn has_place(self, session: &Session) -> bool {
        let outline = session.model().outline();
        let covers = |id| outline.find(id).is_some_and(|at| !outline.entries()[at].leaves.is_empty());
        self.exists(session.document()) && !matches!(self, Self::Group(id) if !covers(id))
    }

    /// The criterion or group that the place belongs to.
    #[must_use]
    pub fn node(self) -> Option<Id> {
        match self {
            Self::Group(id) | Self::Criterion(id) | Self::Cell(_, id) => Some(id),
            Self::Corner | Self::Option(_) => None,
        }
    }

    /// The option that the place belongs to.
    #[must_use]
    pub fn option(self) -> Option<Id> {
        match self {
            Self::Option(id) | Self::Cell(id, _) => Some(id),
            Self::Corner | Self::Group(_) | Self::Criterion(_) => None,
        }
    }
}
