//! What happens to the open document is written down as it happens, so that a crash takes nothing away.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::recover::Steps;
use super::{Baseline, Session};
use crate::files::Stamp;
use crate::files::journal::{Folder, Header, Journal, JournalError, OpenHere, Origin, Orphan, Trial, Writer};
use crate::model::{State, Step, Turn};

/// What a journal holds behind the [`Standing`](super::Standing) that it begins with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Entry<S = Arc<Step>, B = Arc<Baseline>> {
    Turn(Turn<S>),
    /// The document's file holds this state.
    Saved {
        state: Option<State>,
        stamp: Option<Stamp>,
    },
    /// Ghosts and "Reset" refer to this from here on.
    Baseline(B),
}

/// Keeps the journal of the document that a window shows.
///
/// A journal is begun with the first step, so that whoever only looks leaves nothing behind, and removed when the document is
/// closed in peace. Without that it stays, and is brought back by whoever looks for it next.
#[derive(Debug)]
pub struct Keeper {
    pub(super) folder: Folder,
    pub(super) writer: Option<Writer>,
    pub(super) journal: Option<Journal>,
    known: Known,
    /// Steps that were brought back and may have left the history since.
    pub(super) steps: Steps,
    /// What was saved before a crash, where it is in the document's file no more.
    pub(super) back_to: Option<State>,
    /// Journals of others that have been read: what they were then, and whether they hold something that is in no file.
    pub(super) looked_at: BTreeMap<PathBuf, (Orphan, bool)>,
    /// Of what was brought back, until it has been seen to stand.
    pub(super) trial: Option<Trial>,
    here: Option<OpenHere>,
    is_elsewhere: bool,
    pub(super) trouble: Option<JournalError>,
    /// True once trouble has been said.
    told: bool,
}

/// What of the document need not be written down any more.
#[derive(Debug, Default)]
struct Known {
    state: State,
    saved: Option<State>,
    path: Option<PathBuf>,
    stamp: Option<Stamp>,
    baseline: Arc<Baseline>,
}

impl Known {
    fn of(session: &Session) -> Self {
        Self {
            state: session.history.state(),
            saved: session.saved,
            path: session.path.clone(),
            stamp: session.stamp,
            baseline: session.baseline.clone(),
        }
    }
}

impl Keeper {
    /// Keeps journals in `folder`. `wake` is called on another thread when there is trouble to be said.
    pub fn new(folder: Folder, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (writer, trouble) = match Writer::start(folder.clone(), wake) {
            Ok(writer) => (Some(writer), None),
            Err(error) => (None, Some(error)),
        };
        Self {
            folder,
            writer,
            journal: None,
            known: Known::default(),
            steps: Steps::default(),
            back_to: None,
            looked_at: BTreeMap::new(),
            trial: None,
            here: None,
            is_elsewhere: false,
            trouble,
            told: false,
        }
    }

    /// Another document is open from here on. The journal of the one before is removed: it was saved, or nobody wants it.
    pub fn adopt(&mut self, session: &Session) {
        self.stands();
        if let Some(journal) = self.journal.take() {
            journal.remove();
        }
        (self.steps, self.back_to) = (Steps::default(), None);
        self.know(session);
    }

    /// Everything up to here is written down, or need not be.
    pub(super) fn know(&mut self, session: &Session) {
        let is_here = self.here.is_some() && self.known.path == session.path;
        self.known = Known::of(session);
        if !is_here {
            self.lay_hand_on(session.path());
        }
    }

    /// Tells other windows which file is open in this one.
    fn lay_hand_on(&mut self, path: Option<&Path>) {
        self.here = None;
        let taken = path.map(|path| self.folder.open_here(path)).transpose();
        self.is_elsewhere = matches!(taken, Ok(Some(None)));
        match taken {
            Ok(here) => self.here = here.flatten(),
            Err(error) => self.trouble = Some(error),
        }
    }

    /// Looks whether the other window is still there.
    pub fn look_again(&mut self, session: &Session) {
        if self.is_elsewhere {
            self.lay_hand_on(session.path());
        }
    }

    /// True where the document's file is open in another window.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        self.is_elsewhere
    }

    /// True where what was brought back has still to show that the program stands it.
    #[must_use]
    pub fn is_on_trial(&self) -> bool {
        self.trial.is_some()
    }

    /// What was brought back has not brought the program down. That somebody works with it says so too.
    pub fn stands(&mut self) {
        if let (Some(trial), Some(writer)) = (self.trial.take(), &self.writer) {
            writer.passed(trial);
        }
    }

    /// Writes down what has happened to the document since. A drag is written down when it has ended.
    pub fn follow(&mut self, session: &mut Session) {
        let moved = self.known.path != session.path;
        let saved = (self.known.saved, self.known.stamp) != (session.saved, session.stamp);
        let mut acts = false;
        match &self.journal {
            // What is in no file is kept from the beginning, everything else from the first step.
            None if session.drag.is_none()
                && (session.saved.is_none() || session.history.state() != self.known.state) =>
            {
                self.begin(session);
            }
            None if moved || saved => {
                // Nothing has happened but that it was saved.
                let state = self.known.state;
                self.know(session);
                self.known.state = state;
            }
            None => {}
            Some(journal) if moved => {
                let (header, standing) = beginning(session);
                journal.restart(header, standing);
                session.take_turns();
                self.know(session);
            }
            Some(journal) => {
                let add = |entry: Entry| journal.add(entry);
                let turns = session.take_turns();
                acts = !turns.is_empty();
                for turn in turns {
                    add(Entry::Turn(turn));
                }
                if saved {
                    add(Entry::Saved { state: session.saved, stamp: session.stamp });
                    (self.known.saved, self.known.stamp) = (session.saved, session.stamp);
                }
                if !Arc::ptr_eq(&self.known.baseline, &session.baseline) {
                    self.known.baseline = session.baseline.clone();
                    add(Entry::Baseline(session.baseline.clone()));
                }
            }
        }
        if acts {
            self.stands();
        }
        if let Some(journal) = &self.journal {
            journal.holds_unsaved(session.is_unsaved());
        }
    }

    pub(super) fn begin(&mut self, session: &mut Session) {
        if let Some(writer) = &self.writer {
            let (header, standing) = beginning(session);
            // What has happened so far is in the standing.
            session.take_turns();
            self.journal = Some(writer.begin(header, standing));
        }
        self.know(session);
    }

    /// Why nothing can be written down, once until something can be again.
    pub fn take_trouble(&mut self) -> Option<JournalError> {
        let trouble = self.trouble.take().or_else(|| self.journal.as_ref()?.take_trouble())?;
        (!std::mem::replace(&mut self.told, true)).then_some(trouble)
    }

    /// True where trouble was said and is over: everything is written down again. Said once.
    pub fn take_mended(&mut self) -> bool {
        let mended = self.journal.as_ref().is_some_and(Journal::take_mended);
        mended && std::mem::take(&mut self.told)
    }

    /// How many entries are on the disk, behind what the journal begins with. None where nothing is, not even that.
    #[must_use]
    pub fn kept(&self) -> Option<u64> {
        self.journal.as_ref().filter(|journal| journal.size() > 0).map(Journal::kept)
    }

    /// What writes, for whoever has to wait for it elsewhere.
    #[must_use]
    pub fn writer(&self) -> Option<Writer> {
        self.writer.clone()
    }

    /// Waits until everything is on the disk, or was refused, but no longer than [`Writer::flush`] does. The journal stays.
    pub fn flush(&self) {
        if let Some(writer) = &self.writer {
            writer.flush();
        }
    }

    /// The document was closed in peace: its journal goes.
    pub fn close(&mut self) {
        if let Some(journal) = self.journal.take() {
            journal.remove();
        }
        self.end();
    }

    /// The program ends. The journal stays where something is unsaved.
    pub fn end(&mut self) {
        self.stands();
        self.let_go();
        if let Some(writer) = &self.writer {
            writer.end();
        }
    }

    /// The file is open here no more, once the folder allows it.
    fn let_go(&mut self) {
        if let (Some(here), Some(writer)) = (self.here.take(), &self.writer) {
            writer.let_go(here);
        }
    }
}

/// Whoever ends does not wait for a folder that hangs.
impl Drop for Keeper {
    fn drop(&mut self) {
        self.let_go();
    }
}

fn beginning(session: &mut Session) -> (Header, super::Standing) {
    let origin = match (&session.path, &session.origin) {
        (Some(path), _) => {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            Some(Origin::File { path: path.into(), stamp: session.stamp })
        }
        (None, Some(source)) => Some(Origin::Source(source.clone().into())),
        (None, None) => None,
    };
    (Header::new(session.name(), origin), session.standing())
}
