//! A step of the history: a named change, both ways.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Edit, Id};

/// Names a state of an open document. Undo returns to the very state that was, so that "saved" is known again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct State(pub u64);

/// What the parts of a drag have in common, so that they count as one step: the node whose weight is on the move.
pub type Gesture = Id;

/// One named change that has been made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// As menu and history show it.
    pub label: String,
    /// Makes the step in the state `before`.
    pub forth: Edit,
    /// Takes it back in the state `after`, to the last digit.
    pub back: Edit,
    pub gesture: Option<Gesture>,
    pub before: State,
    pub after: State,
    /// True where `after` has been before, and may even be newer than `before`, to which undo had led.
    #[serde(default)]
    pub is_return: bool,
}

impl Step {
    /// True where it leads back to a state that has been before, as undo does, but as a step of its own.
    #[must_use]
    pub fn returns(&self) -> bool {
        // The states alone tell most of them, those in journals that do not say it too.
        self.is_return || self.after <= self.before
    }
}

/// What has happened to a history. All turns in order say how a document came to be as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Turn<S = Arc<Step>> {
    /// A step was made; those that had been undone are gone.
    Made(S),
    /// The last step was taken back.
    Undone,
    /// The last step that was undone was made again.
    Redone,
}
