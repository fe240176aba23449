//! Undo and redo without limit.

use crate::model::{Document, Edit, EditError, Id};

/// What a run of edits has in common, so that it counts as one: the node whose weight is on the move.
pub type Gesture = Id;

/// One named step of the history.
#[derive(Clone, Debug)]
struct Step {
    label: String,
    /// Takes the step back, or makes it again once it has been taken back.
    edit: Edit,
    gesture: Option<Gesture>,
    /// The state on the other side of the step.
    state: State,
}

/// Names a state of the document. Undo returns to the very state that was, so that "saved" is known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct State(u64);

/// The steps behind and ahead of the present state.
#[derive(Clone, Debug)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    state: State,
    newest: u64,
    open: bool,
}

impl Default for History {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new(), state: State(0), newest: 0, open: false }
    }
}

impl History {
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// The names of the steps, oldest first, as far as the present state.
    #[must_use]
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.done.iter().map(|step| step.label.as_str())
    }

    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.label.as_str())
    }

    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }

    /// How many of the steps behind the present state have set weights, and nothing else.
    #[must_use]
    pub fn weight_edits(&self) -> usize {
        self.done.iter().filter(|step| step.gesture.is_some() || matches!(step.edit, Edit::SetWeights(_))).count()
    }

    /// Makes an edit as a step of its own, or as part of the step before when both belong to one unfinished `gesture`.
    ///
    /// # Errors
    /// When the edit does not fit the document; nothing has changed then.
    pub fn apply(
        &mut self,
        document: &mut Document,
        label: String,
        edit: Edit,
        gesture: Option<Gesture>,
    ) -> Result<(), EditError> {
        let inverse = document.apply(edit)?;
        self.undone.clear();
        self.newest += 1;
        let before = std::mem::replace(&mut self.state, State(self.newest));
        let goes_on = self.open && gesture.is_some();
        match self.done.last_mut().filter(|last| goes_on && last.gesture == gesture) {
            // The first inverse of a gesture restores all that the later ones touch.
            Some(last) => last.label = label,
            None => self.done.push(Step { label, edit: inverse, gesture, state: before }),
        }
        self.open = gesture.is_some();
        Ok(())
    }

    /// Ends the present gesture: the next edit is a step of its own.
    pub fn seal(&mut self) {
        self.open = false;
    }

    /// Takes back the step of a gesture that has led nowhere, as if it had never been made.
    pub(super) fn drop_gesture(&mut self) {
        if self.open
            && let Some(step) = self.done.pop()
        {
            self.state = step.state;
            self.open = false;
        }
    }

    /// True while the gesture of the last step goes on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Takes the last step back. False when there is none.
    pub fn undo(&mut self, document: &mut Document) -> bool {
        let moved = step(document, &mut self.state, &mut self.done, &mut self.undone);
        self.open = false;
        moved
    }

    /// Makes the last undone step again. False when there is none.
    pub fn redo(&mut self, document: &mut Document) -> bool {
        let moved = step(document, &mut self.state, &mut self.undone, &mut self.done);
        self.open = false;
        moved
    }
}

fn step(document: &mut Document, state: &mut State, from: &mut Vec<Step>, to: &mut Vec<Step>) -> bool {
    let Some(Step { label, edit, gesture, state: other }) = from.pop() else { return false };
    match document.apply(edit) {
        Ok(inverse) => {
            to.push(Step { label, edit: inverse, gesture, state: std::mem::replace(state, other) });
            true
        }
        Err(error) => {
            // An inverse fits the state it was made in. Should one not, the document is as it was and the step is gone.
            debug_assert!(false, "{label} cannot be taken back: {error}");
            false
        }
    }
}
