//! A look at a journal without making the document again.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::journal::Entry;
use super::track::{Leads, Track};
use crate::files::journal::{End, JournalError, Orphan, Sound};
use crate::model::State;

/// A [`Standing`](super::Standing) without the document.
#[derive(Deserialize)]
struct Base {
    state: State,
    saved: Option<State>,
    done: Vec<Passage>,
    undone: Vec<Passage>,
}

/// A step without what it changes.
#[derive(Clone, Deserialize)]
struct Passage {
    before: State,
    after: State,
}

impl Leads for Passage {
    fn before(&self) -> State {
        self.before
    }

    fn after(&self) -> State {
        self.after
    }
}

/// Which states a document has been in.
#[derive(Debug)]
pub(super) struct Course {
    /// The present one last, each with the time when it was reached, in milliseconds since 1970.
    states: Vec<(u64, State)>,
    /// The one that its file holds, if any does.
    pub saved: Option<State>,
}

impl Course {
    /// From where a journal began, through all that it says has happened since.
    pub fn of<S: Leads + Clone, B>(
        begun: u64,
        mut track: Track<S>,
        saved: Option<State>,
        entries: &[(u64, Entry<S, B>)],
    ) -> Self {
        let mut course = Self { states: vec![(begun, track.state)], saved };
        for (at, entry) in entries {
            match entry {
                Entry::Turn(turn) => {
                    track.turn(turn.clone());
                    course.states.push((*at, track.state));
                }
                Entry::Saved { state, .. } => course.saved = *state,
                Entry::Baseline(_) => {}
            }
        }
        course
    }

    pub fn is_unsaved(&self) -> bool {
        self.states.last().map(|(_, state)| *state) != self.saved
    }

    /// When the first step was made that is not in the file; some may have been made while it was being written. That of the
    /// beginning where what the file holds is older than that.
    pub fn unsaved_since(&self) -> u64 {
        let saved = self.states.iter().rposition(|(_, state)| Some(*state) == self.saved);
        let first = saved.map_or(0, |at| (at + 1).min(self.states.len() - 1));
        self.states[first].0
    }
}

/// True where there is something in the journal that is in no file, or may have been where it is damaged.
pub(super) fn is_unsaved(orphan: &Orphan) -> Result<bool, JournalError> {
    let Sound { header, base, entries, end, .. } = orphan.read::<Base, Entry<Passage, IgnoredAny>>()?;
    let Base { state, saved, done, undone } = base;
    let course = Course::of(header.begun, Track { done, undone, state }, saved, &entries);
    Ok(end == End::Damaged || course.is_unsaved())
}
