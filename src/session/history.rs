//! Undo and redo without limit.

use std::sync::Arc;

use super::track::Track;
use crate::model::{Document, Edit, EditError, Gesture, State, Step, Turn};

/// The steps behind and ahead of the present state.
#[derive(Clone, Debug, Default)]
pub struct History {
    track: Track<Arc<Step>>,
    /// The step of a drag that goes on. None where nothing is dragged, or a drag is back where it began.
    open: Option<Step>,
    newest: u64,
    /// What has happened since it was last taken, where anybody wants to know.
    turns: Option<Vec<Turn>>,
}

impl History {
    #[must_use]
    pub fn state(&self) -> State {
        self.track.state
    }

    /// The steps behind the present state, oldest first, but for a drag that goes on.
    #[must_use]
    pub fn steps(&self) -> &[Arc<Step>] {
        &self.track.done
    }

    /// The steps that have been undone, the one that comes next last.
    pub(super) fn undone(&self) -> &[Arc<Step>] {
        &self.track.undone
    }

    /// The names of the steps, oldest first, as far as the present state.
    #[must_use]
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.track.done.iter().map(|step| step.label.as_str()).chain(self.open.iter().map(|step| step.label.as_str()))
    }

    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.labels().next_back()
    }

    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.track.undone.last().filter(|_| self.open.is_none()).map(|step| step.label.as_str())
    }

    /// The step that led to the present state, but for a drag that goes on.
    pub(super) fn last(&self) -> Option<&Step> {
        self.track.done.last().filter(|_| self.open.is_none()).map(|step| &**step)
    }

    /// How many of the steps behind the present state have set weights, and nothing else.
    #[must_use]
    pub fn weight_edits(&self) -> usize {
        self.track
            .done
            .iter()
            .map(|step| &step.forth)
            .chain(self.open.iter().map(|step| &step.forth))
            .filter(|edit| sets_weights(edit))
            .count()
    }

    /// Makes an edit as a step of its own.
    pub(super) fn make(&mut self, document: &mut Document, label: String, edit: Edit) -> Result<(), EditError> {
        let step = self.step(document, label, edit, None)?;
        self.push(Arc::new(step));
        Ok(())
    }

    /// Makes an edit that leads to a state that has been before, as a step of its own.
    pub(super) fn return_to(
        &mut self,
        document: &mut Document,
        state: State,
        label: String,
        edit: Edit,
    ) -> Result<(), EditError> {
        let back = document.apply(edit.clone())?;
        let before = self.track.state;
        self.push(Arc::new(Step { label, forth: edit, back, gesture: None, before, after: state, is_return: true }));
        Ok(())
    }

    /// True where a drag has already come to this step, or is where it began without one.
    pub(super) fn drags_to(&self, step: Option<&(String, Edit)>) -> bool {
        match (&self.open, step) {
            (Some(open), Some((_, edit))) => open.forth == *edit,
            (open, step) => open.is_none() && step.is_none(),
        }
    }

    /// Goes on with a drag: makes its step anew from where it began. No step says that the drag is back there.
    pub(super) fn drag(
        &mut self,
        document: &mut Document,
        gesture: Gesture,
        step: Option<(String, Edit)>,
    ) -> Result<(), EditError> {
        let open = self.open.take();
        if let Some(open) = &open {
            document.apply(open.back.clone())?;
            self.track.state = open.before;
        }
        let Some((label, edit)) = step else { return Ok(()) };
        match self.step(document, label, edit, Some(gesture)) {
            Ok(step) => self.open = Some(step),
            Err(error) => {
                if let Some(open) = open {
                    document.apply(open.forth.clone())?;
                    self.track.state = open.after;
                    self.open = Some(open);
                }
                return Err(error);
            }
        }
        Ok(())
    }

    /// Ends a drag: what comes next is another step.
    pub(super) fn seal(&mut self) {
        if let Some(step) = self.open.take() {
            self.push(Arc::new(step));
        }
    }

    /// Takes the last step back. False when there is none.
    pub(super) fn undo(&mut self, document: &mut Document) -> bool {
        self.seal();
        let Some(step) = self.track.done.last() else { return false };
        if let Err(error) = document.apply(step.back.clone()) {
            // An inverse fits the state it was made in. Should one not, the document is as it was and the step is gone.
            debug_assert!(false, "{} cannot be taken back: {error}", step.label);
            self.track.done.pop();
            return false;
        }
        self.track.back();
        self.note(|| Turn::Undone);
        true
    }

    /// Makes the last undone step again. False when there is none.
    pub(super) fn redo(&mut self, document: &mut Document) -> bool {
        self.seal();
        let Some(step) = self.track.undone.last() else { return false };
        if let Err(error) = document.apply(step.forth.clone()) {
            debug_assert!(false, "{} cannot be made again: {error}", step.label);
            self.track.undone.pop();
            return false;
        }
        self.track.forth();
        self.note(|| Turn::Redone);
        true
    }

    /// A history that was written down. No other state will be called `saved`, which may be one that no step leads to any
    /// more.
    pub(super) fn resumed(state: State, done: Vec<Arc<Step>>, undone: Vec<Arc<Step>>, saved: Option<State>) -> Self {
        let states = done.iter().chain(&undone).flat_map(|step| [step.before, step.after]);
        let newest = states.chain(saved).fold(state, State::max).0;
        Self { track: Track { done, undone, state }, newest, ..Self::default() }
    }

    /// Does what was done once. False where it does not fit; all is then as it was.
    pub(super) fn repeat(&mut self, document: &mut Document, turn: Turn) -> bool {
        match turn {
            Turn::Made(step) => {
                if step.before != self.track.state {
                    return false;
                }
                match document.apply(step.forth.clone()) {
                    Ok(back) if back == step.back => {}
                    // It was made on something else.
                    Ok(back) => {
                        let taken_back = document.apply(back);
                        debug_assert!(taken_back.is_ok(), "an inverse always fits");
                        return false;
                    }
                    Err(_) => return false,
                }
                self.newest = self.newest.max(step.after.0);
                self.push(step);
                true
            }
            Turn::Undone => self.undo(document),
            Turn::Redone => self.redo(document),
        }
    }

    /// From now on keeps what happens for [`History::take_turns`].
    pub(super) fn keep_turns(&mut self) {
        self.turns.get_or_insert_default();
    }

    /// What has happened since this was last asked. A drag is in it once it has ended.
    pub(super) fn take_turns(&mut self) -> Vec<Turn> {
        self.turns.as_mut().map(std::mem::take).unwrap_or_default()
    }

    fn step(
        &mut self,
        document: &mut Document,
        label: String,
        edit: Edit,
        gesture: Option<Gesture>,
    ) -> Result<Step, EditError> {
        let back = document.apply(edit.clone())?;
        self.newest += 1;
        let before = std::mem::replace(&mut self.track.state, State(self.newest));
        Ok(Step { label, forth: edit, back, gesture, before, after: self.track.state, is_return: false })
    }

    fn push(&mut self, step: Arc<Step>) {
        self.track.push(step.clone());
        self.note(|| Turn::Made(step));
    }

    fn note(&mut self, turn: impl FnOnce() -> Turn) {
        if let Some(turns) = &mut self.turns {
            turns.push(turn());
        }
    }
}

/// True where an edit sets weights and nothing else, but for the ends that they are meant for.
fn sets_weights(edit: &Edit) -> bool {
    match edit {
        Edit::SetWeights(_) | Edit::SetWeighed(_) => true,
        Edit::Batch(edits) => edits.iter().all(sets_weights),
        _ => false,
    }
}
