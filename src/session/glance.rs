//! A look at a journal without making the document again.

use serde::Deserialize;

use crate::files::journal::{End, JournalError, Orphan, Sound};
use crate::model::State;

/// A [`Standing`](super::Standing) without the document.
#[derive(Deserialize)]
struct Base {
    state: State,
    saved: Option<State>,
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// A step without what it changes.
#[derive(Deserialize)]
struct Step {
    before: State,
    after: State,
}

/// An [`Entry`](super::journal::Entry) as far as it tells which state the document is in.
#[derive(Deserialize)]
enum Entry {
    Turn(Turn),
    Saved { state: Option<State> },
    Baseline {},
}

#[derive(Deserialize)]
enum Turn {
    Made(Step),
    Undone,
    Redone,
}

/// True where there is something in the journal that is in no file, or may have been where it is damaged.
pub(super) fn is_unsaved(orphan: &mut Orphan) -> Result<bool, JournalError> {
    let Sound { base, entries, end, .. } = orphan.read::<Base, Entry>()?;
    let Base { mut state, mut saved, mut done, mut undone } = base;
    for (_, entry) in entries {
        match entry {
            Entry::Turn(Turn::Made(step)) => {
                state = step.after;
                undone.clear();
                done.push(step);
            }
            Entry::Turn(Turn::Undone) => {
                if let Some(step) = done.pop() {
                    state = step.before;
                    undone.push(step);
                }
            }
            Entry::Turn(Turn::Redone) => {
                if let Some(step) = undone.pop() {
                    state = step.after;
                    done.push(step);
                }
            }
            Entry::Saved { state } => saved = state,
            Entry::Baseline {} => {}
        }
    }
    Ok(end == End::Damaged || saved != Some(state))
}
