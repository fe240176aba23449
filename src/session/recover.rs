//! What a crash has left is brought back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::glance::is_unsaved;
use super::journal::{Entry, Keeper};
use super::{Session, Standing, StepLabel};
use crate::files::Stamp;
use crate::files::journal::{End, JournalError, Origin, Orphan, Sound};
use crate::model::{Edit, State, Step, Turn};

/// A document that was brought back.
#[derive(Debug)]
pub struct Recovered {
    pub session: Box<Session>,
    pub account: Account,
}

/// What there is to say about a document that was brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// How many steps lie between what was saved and what was brought back.
    pub steps: usize,
    /// When the first of them was made, in milliseconds since 1970.
    pub since: u64,
    /// Where the journal is kept, if some of it was damaged.
    pub damaged: Option<PathBuf>,
    /// True where the document's file holds something else than was last saved here.
    pub file_changed: bool,
}

/// Work that was left by a crash, for whoever chooses among several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    pub name: String,
    /// The document's own file, where it has one.
    pub file: Option<PathBuf>,
    /// When it was last written to, in milliseconds since 1970.
    pub written: u64,
    journal: PathBuf,
}

/// Every step that was once made, by the state that it led to, whether or not it is in the history still.
#[derive(Debug, Default)]
pub(super) struct Steps(BTreeMap<State, Arc<Step>>);

impl Steps {
    fn add<'a>(&mut self, steps: impl IntoIterator<Item = &'a Arc<Step>>) {
        // One that returns to a state that has been before is no way to that.
        let on = steps.into_iter().filter(|step| step.before < step.after);
        self.0.extend(on.map(|step| (step.after, step.clone())));
    }

    /// What leads from one state to another: back to where both come from, and forth from there.
    fn way(&self, from: State, to: State) -> Option<Vec<Edit>> {
        let above = |state: State| std::iter::successors(self.0.get(&state), |step| self.0.get(&step.before));
        let origins: BTreeSet<State> = std::iter::once(to).chain(above(to).map(|step| step.before)).collect();
        let (mut way, mut at) = (Vec::new(), from);
        while !origins.contains(&at) {
            let step = self.0.get(&at)?;
            way.push(step.back.clone());
            at = step.before;
        }
        let mut forth: Vec<Edit> =
            above(to).take_while(|step| step.after != at).map(|step| step.forth.clone()).collect();
        forth.reverse();
        way.append(&mut forth);
        Some(way)
    }
}

impl Keeper {
    /// What was left by crashes, is in no file and belongs to no window, newest first. What cannot be read comes as an
    /// error.
    #[must_use]
    pub fn left(&mut self) -> (Vec<Left>, Vec<JournalError>) {
        let (orphans, mut errors) = self.orphans();
        let mut left = Vec::new();
        for mut orphan in orphans {
            match is_unsaved(&mut orphan) {
                Ok(true) => left.push(Left {
                    name: orphan.header.name.clone(),
                    file: orphan.header.path().map(Path::to_owned),
                    written: orphan.written,
                    journal: orphan.path().to_owned(),
                }),
                Ok(false) => {}
                Err(error) => errors.push(error),
            }
        }
        (left, errors)
    }

    /// Brings back what was left last and is in no file. None where nothing is.
    pub fn recover_newest(&mut self) -> (Option<Recovered>, Vec<JournalError>) {
        self.recover_where(is_unsaved)
    }

    /// Brings back what was left of the document at `path`. None where nothing was.
    pub fn recover_file(&mut self, path: &Path) -> (Option<Recovered>, Vec<JournalError>) {
        self.recover_where(|orphan| Ok(orphan.header.path().is_some_and(|other| is_same(other, path))))
    }

    /// Brings this back. None where somebody else has been quicker.
    pub fn recover(&mut self, left: &Left) -> (Option<Recovered>, Vec<JournalError>) {
        self.recover_where(|orphan| Ok(orphan.path() == left.journal))
    }

    /// All journals that belong to nobody. That the folder is of no use is said as trouble, with all that follows from it.
    fn orphans(&mut self) -> (Vec<Orphan>, Vec<JournalError>) {
        let (orphans, errors) = self.folder.orphans();
        let (mut refused, errors): (Vec<_>, _) =
            errors.into_iter().partition(|error| matches!(error, JournalError::Folder { .. }));
        self.trouble = self.trouble.take().or_else(|| refused.pop());
        (orphans, errors)
    }

    fn recover_where(
        &mut self,
        wanted: impl Fn(&mut Orphan) -> Result<bool, JournalError>,
    ) -> (Option<Recovered>, Vec<JournalError>) {
        let (orphans, mut errors) = self.orphans();
        for mut orphan in orphans {
            let recovered = match wanted(&mut orphan) {
                Ok(true) => self.take_over(orphan),
                Ok(false) => Ok(None),
                Err(error) => Err(error),
            };
            match recovered {
                Ok(Some(recovered)) => return (Some(recovered), errors),
                Ok(None) => {}
                Err(error) => errors.push(error),
            }
        }
        (None, errors)
    }

    /// Makes the document again and goes on with its journal. None where there is nothing in it that is not in the
    /// document's file, and that file has moved on.
    fn take_over(&mut self, mut orphan: Orphan) -> Result<Option<Recovered>, JournalError> {
        let Sound { header, base, entries, end, reach } = orphan.read::<Standing, Entry>()?;
        let mut since = Some(header.begun).filter(|_| base.saved != Some(base.state));
        let (mut file, origin) = match header.origin {
            Some(Origin::File { path, stamp }) => {
                let origin = path.to_string_lossy().into_owned();
                (Some((path, stamp)), Some(origin))
            }
            Some(Origin::Source(source)) => (None, Some(source)),
            None => (None, None),
        };
        let mut steps = Steps::default();
        steps.add(base.done.iter().chain(&base.undone));
        let (mut turns, mut saved, mut baseline) = (Vec::with_capacity(entries.len()), base.saved, None);
        for (at, entry) in entries {
            match entry {
                Entry::Turn(turn) => {
                    since.get_or_insert(at);
                    if let Turn::Made(step) = &turn {
                        steps.add([step]);
                    }
                    turns.push(turn);
                }
                Entry::Saved { state, stamp } => {
                    (since, saved) = (None, state);
                    if let Some((_, known)) = &mut file {
                        *known = stamp;
                    }
                }
                Entry::Baseline(taken) => baseline = Some(taken),
            }
        }
        let file_changed =
            file.as_ref().is_some_and(|(path, known)| Stamp::of(path).is_ok_and(|now| *known != Some(now)));
        let all = turns.len();
        let (session, taken) = Session::restore(base, turns);
        let mut session = session.belonging_to(file, origin);
        session.saved = saved;
        session.baseline = baseline.unwrap_or(session.baseline);
        let is_damaged = end == End::Damaged || taken < all;
        if !session.is_unsaved() && (file_changed || session.path.is_none()) {
            if is_damaged {
                return Err(JournalError::Damaged { path: orphan.keep_aside() });
            }
            orphan.remove()?;
            return Ok(None);
        }
        self.adopt(&session);
        let damaged = if is_damaged {
            let aside = orphan.keep_aside();
            self.begin(&mut session);
            Some(aside)
        } else {
            self.journal = self.writer.as_ref().map(|writer| writer.resume(orphan, reach));
            session.history.keep_turns();
            None
        };
        let way = saved.and_then(|saved| steps.way(session.history.state(), saved));
        self.steps = steps;
        let steps = way.map_or(all, |way| way.len());
        let account = Account { steps, since: since.unwrap_or(header.begun), damaged, file_changed };
        Ok(Some(Recovered { session: Box::new(session), account }))
    }

    /// Goes back to what was saved before the crash, as one step, which can be undone like any other. False where that
    /// cannot be found any more.
    pub fn discard(&mut self, session: &mut Session) -> bool {
        session.rest();
        self.steps.add(session.history.steps().iter().chain(session.history.undone()));
        let Some(saved) = session.saved else { return false };
        let Some(way) = self.steps.way(session.history.state(), saved) else { return false };
        let (label, edit) = (StepLabel::Discard.text().to_owned(), Edit::Batch(way));
        session.change(|history, document| history.return_to(document, saved, label, edit)).is_ok()
    }
}

/// True where both name one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    one == other || matches!((whole(one), whole(other)), (Ok(one), Ok(other)) if one == other)
}

impl Session {
    /// True where the last step went back to what was saved, and undo brings back what was recovered.
    #[must_use]
    pub fn has_discarded(&self) -> bool {
        self.history.undo_label() == Some(StepLabel::Discard.text())
    }
}
