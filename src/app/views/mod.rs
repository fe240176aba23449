//! The parts of the window. A view is a file (`view::Class` says what is to be known of it) and a place in the list below.

pub mod actions;
pub mod checks;
pub mod details;
pub mod matrix;
pub mod ranking;
pub mod status;
pub mod view;
pub mod weights;
pub mod words;

use crate::app::command::Command;
use crate::model::{Document, Id};
use crate::session::Session;
pub use view::{Canvas, Class, Side, View};

/// Every view, in the order of their tabs: weights first and the ranking last where they take turns with the others.
pub const ALL: [View; 4] = [weights::VIEW, matrix::VIEW, checks::VIEW, ranking::VIEW];

/// The commands that show them.
pub const COMMANDS: [Command; ALL.len()] = {
    let mut commands = [Command::Show(ALL[0]); ALL.len()];
    let mut at = 1;
    while at < ALL.len() {
        commands[at] = Command::Show(ALL[at]);
        at += 1;
    }
    commands
};

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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{ALL, COMMANDS};
    use crate::app::command::{Command, Menu};

    #[test]
    fn every_view_has_a_title_a_key_and_a_command() {
        let titles: HashSet<_> = ALL.iter().map(|view| view.title()).collect();
        assert_eq!(titles.len(), ALL.len(), "a view is told from another by its title");
        for (view, command) in ALL.into_iter().zip(COMMANDS) {
            assert_eq!(command, Command::Show(view));
            assert!(Command::all().any(|other| other == command), "{view:?} is not in the palette");
            assert_eq!(Menu::of(command), Some(Menu::View));
            assert!(!command.shortcuts().is_empty(), "{view:?} has no key");
        }
    }
}
