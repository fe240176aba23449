//! A session that is written down as it goes on, and made again from what was written.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::history::History;
use super::{Baseline, Session};
use crate::files::Stamp;
use crate::model::{Document, State, Step, Turn};

/// How an open document stands: what a record begins with that goes on with turns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    pub document: Arc<Document>,
    pub state: State,
    /// Steps behind that state, oldest first.
    pub done: Vec<Arc<Step>>,
    /// Steps that have been undone, the one that comes next last.
    pub undone: Vec<Arc<Step>>,
    /// The state that the document's file holds, if any does.
    pub saved: Option<State>,
    /// What ghosts and "Reset" refer to.
    pub baseline: Arc<Baseline>,
}

impl Session {
    /// How the document stands, with its whole history, and from now on keeps what happens to it for
    /// [`Session::take_turns`]. A drag ends.
    pub fn standing(&mut self) -> Standing {
        self.rest();
        self.history.keep_turns();
        let (done, undone) = (self.history.steps().to_vec(), self.history.undone().to_vec());
        let (document, state, saved) = (self.document.clone(), self.history.state(), self.saved);
        Standing { document, state, done, undone, saved, baseline: self.baseline.clone() }
    }

    /// What has happened to the history since this or [`Session::standing`] was last asked. A drag is in it once it has
    /// ended.
    pub fn take_turns(&mut self) -> Vec<Turn> {
        self.history.take_turns()
    }

    /// Makes a session again from how it stood and what has happened since, undo and redo included. The first turn that
    /// does not fit is left out, with all after it; so many were taken.
    #[must_use]
    pub fn restore(standing: Standing, turns: impl IntoIterator<Item = Turn>) -> (Self, usize) {
        let Standing { document, state, done, undone, saved, baseline } = standing;
        let mut session = Self::new(Arc::unwrap_or_clone(document));
        session.history = History::resumed(state, done, undone, saved);
        (session.saved, session.baseline) = (saved, baseline);
        let taken = session.change(|history, document| {
            turns.into_iter().map(|turn| history.repeat(document, turn)).take_while(|fits| *fits).count()
        });
        (session, taken)
    }

    /// Gives a restored document the file that it is saved to, with what that file held when it was last read or written
    /// here, and what it was opened from.
    #[must_use]
    pub fn belonging_to(self, file: Option<(PathBuf, Option<Stamp>)>, origin: Option<PathBuf>) -> Self {
        let (path, stamp) = file.unzip();
        Self { path, stamp: stamp.flatten(), origin, ..self }
    }
}
