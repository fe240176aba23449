//! What a crash has left is brought back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind::NotFound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::glance::{Course, is_unsaved};
use super::journal::{Entry, Keeper};
use super::track::Track;
use super::{Session, Standing, StepLabel};
use crate::files::Stamp;
use crate::files::journal::{End, JournalError, Origin, Orphan, Sound, Taken};
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
    /// What has become of the document's file.
    pub file: Kept,
}

/// Where what was saved is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Where it was saved, or there is nothing that would have to be.
    InPlace,
    /// The document's file holds something else.
    Changed,
    /// The document's file is gone.
    Gone,
    /// It was never saved.
    Nowhere,
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

/// What became of a journal that was to be brought back.
enum Found {
    Whole(Box<Recovered>),
    /// Nothing that is wanted.
    Nothing,
    /// Somebody else has been quicker.
    SlippedAway,
}

/// Every step that was once made, by the state that it led to, whether or not it is in the history still.
#[derive(Debug, Default)]
pub(super) struct Steps(BTreeMap<State, Arc<Step>>);

impl Steps {
    fn add<'a>(&mut self, steps: impl IntoIterator<Item = &'a Arc<Step>>) {
        // One that returns to a state that has been before is no way to that.
        let on = steps.into_iter().filter(|step| !step.returns());
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
        for orphan in orphans {
            match self.is_unsaved(&orphan) {
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
        self.recover_where(true, true, |_| true)
    }

    /// Brings back what was left of the document at `path`. None where nothing was.
    pub fn recover_file(&mut self, path: &Path) -> (Option<Recovered>, Vec<JournalError>) {
        self.recover_where(false, true, |orphan| orphan.header.path().is_some_and(|other| is_same(other, path)))
    }

    /// Brings this back. None where somebody else has been quicker.
    pub fn recover(&mut self, left: &Left) -> (Option<Recovered>, Vec<JournalError>) {
        self.recover_where(false, false, |orphan| orphan.path() == left.journal)
    }

    /// All journals that belong to nobody. That the folder is of no use is said as trouble, with all that follows from it.
    fn orphans(&mut self) -> (Vec<Orphan>, Vec<JournalError>) {
        let (orphans, errors) = self.folder.orphans();
        let (mut refused, errors): (Vec<_>, _) =
            errors.into_iter().partition(|error| matches!(error, JournalError::Folder { .. }));
        self.trouble = self.trouble.take().or_else(|| refused.pop());
        (orphans, errors)
    }

    /// True where there is something in the journal that is in no file. It is read once, however often this is asked.
    fn is_unsaved(&mut self, orphan: &Orphan) -> Result<bool, JournalError> {
        if let Some((_, unsaved)) = self.looked_at.get(orphan.path()).filter(|(other, _)| other == orphan) {
            return Ok(*unsaved);
        }
        let unsaved = is_unsaved(orphan)?;
        self.note(orphan, unsaved);
        Ok(unsaved)
    }

    /// Remembers what was found. What holds nothing, and belongs to no file that could be opened again, goes.
    fn note(&mut self, orphan: &Orphan, unsaved: bool) {
        self.looked_at.insert(orphan.path().to_owned(), (orphan.clone(), unsaved));
        if !unsaved
            && orphan.header.path().is_none()
            && let Ok(Some(taken)) = self.folder.take(orphan)
        {
            // It is tried again the next time.
            let _ = taken.remove();
        }
    }

    /// Brings back the first of what is `wanted`: where `if_unsaved`, only what is in no file; where `if_unasked`, nothing
    /// that has brought the program down before.
    fn recover_where(
        &mut self,
        if_unsaved: bool,
        if_unasked: bool,
        wanted: impl Fn(&Orphan) -> bool,
    ) -> (Option<Recovered>, Vec<JournalError>) {
        loop {
            let (orphans, mut errors) = self.orphans();
            let mut slipped_away = false;
            for orphan in orphans.into_iter().filter(&wanted) {
                match self.recover_if(&orphan, if_unsaved, if_unasked) {
                    Ok(Found::Whole(recovered)) => return (Some(*recovered), errors),
                    Ok(Found::Nothing) => {}
                    Ok(Found::SlippedAway) => slipped_away = true,
                    Err(error) => errors.push(error),
                }
            }
            // Whoever has been quicker has it now, or has left it longer than it was.
            if !slipped_away {
                return (None, errors);
            }
        }
    }

    fn recover_if(&mut self, orphan: &Orphan, if_unsaved: bool, if_unasked: bool) -> Result<Found, JournalError> {
        let known = self.looked_at.get(orphan.path()).filter(|(other, _)| other == orphan);
        if if_unsaved && known.is_some_and(|(_, unsaved)| !unsaved) {
            return Ok(Found::Nothing);
        }
        if if_unasked && orphan.is_suspect {
            let name = || orphan.header.name.clone();
            return if self.is_unsaved(orphan)? {
                Err(JournalError::Suspect { name: name() })
            } else {
                Ok(Found::Nothing)
            };
        }
        let sound = match orphan.read::<Standing, Entry>() {
            Err(JournalError::Read { source, .. }) if source.kind() == NotFound => return Ok(Found::SlippedAway),
            sound => sound?,
        };
        let Standing { state, done, undone, saved, .. } = &sound.base;
        let track = Track { done: done.clone(), undone: undone.clone(), state: *state };
        let course = Course::of(sound.header.begun, track, *saved, &sound.entries);
        let unsaved = sound.end == End::Damaged || course.is_unsaved();
        if if_unsaved && !unsaved {
            self.note(orphan, unsaved);
            return Ok(Found::Nothing);
        }
        let Some(taken) = self.folder.take(orphan)? else { return Ok(Found::SlippedAway) };
        let recovered = self.take_over(taken, sound, &course)?;
        Ok(recovered.map_or(Found::Nothing, |recovered| Found::Whole(Box::new(recovered))))
    }

    /// Makes the document again and goes on with its journal. None where there is nothing in it that is not in the
    /// document's file, and that file has moved on.
    fn take_over(
        &mut self,
        taken: Taken,
        sound: Sound<Standing, Entry>,
        course: &Course,
    ) -> Result<Option<Recovered>, JournalError> {
        let Sound { header, base, entries, end, reach } = sound;
        let (mut file, origin) = match header.origin {
            Some(Origin::File { path, stamp }) => (Some((path.0.clone(), stamp)), Some(path.0)),
            Some(Origin::Source(source)) => (None, Some(source.0)),
            None => (None, None),
        };
        let mut steps = Steps::default();
        steps.add(base.done.iter().chain(&base.undone));
        let (mut turns, mut baseline) = (Vec::with_capacity(entries.len()), None);
        for (_, entry) in entries {
            match entry {
                Entry::Turn(turn) => {
                    if let Turn::Made(step) = &turn {
                        steps.add([step]);
                    }
                    turns.push(turn);
                }
                Entry::Saved { stamp, .. } => {
                    if let Some((_, known)) = &mut file {
                        *known = stamp;
                    }
                }
                Entry::Baseline(set) => baseline = Some(set),
            }
        }
        let kept = match &file {
            _ if course.saved.is_none() => Kept::Nowhere,
            None => Kept::InPlace,
            Some((path, known)) => match Stamp::of(path) {
                Ok(now) if *known == Some(now) => Kept::InPlace,
                Ok(_) => Kept::Changed,
                Err(_) => Kept::Gone,
            },
        };
        let all = turns.len();
        let (session, fitting) = Session::restore(base, turns);
        let mut session = session.belonging_to(file, origin);
        session.saved = course.saved;
        session.baseline = baseline.unwrap_or(session.baseline);
        let is_damaged = end == End::Damaged || fitting < all;
        if !session.is_unsaved() && (kept == Kept::Changed || session.path.is_none()) {
            if is_damaged {
                return Err(JournalError::Damaged { path: taken.keep_aside() });
            }
            taken.remove()?;
            return Ok(None);
        }
        let way = session.saved.and_then(|saved| steps.way(session.history.state(), saved));
        if kept != Kept::InPlace {
            // Discarded or undone, it is in no file still.
            session.saved = None;
        }
        self.adopt(&session);
        self.back_to = course.saved;
        let damaged = if is_damaged {
            let aside = taken.keep_aside();
            self.begin(&mut session);
            Some(aside)
        } else {
            self.trial = taken.try_out();
            self.journal = self.writer.as_ref().map(|writer| writer.resume(taken, reach));
            session.history.keep_turns();
            None
        };
        self.steps = steps;
        let steps = way.map_or(all, |way| way.len());
        let account = Account { steps, since: course.unsaved_since(), damaged, file: kept };
        Ok(Some(Recovered { session: Box::new(session), account }))
    }

    /// Goes back to what was saved before the crash, as one step, which can be undone like any other. False where that
    /// cannot be found any more.
    pub fn discard(&mut self, session: &mut Session) -> bool {
        session.rest();
        self.steps.add(session.history.steps().iter().chain(session.history.undone()));
        let Some(saved) = session.saved.or(self.back_to) else { return false };
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
        self.history.last().is_some_and(Step::returns)
    }
}
