//! A piece of writing to be done, and what whoever waits for it sees of it.

use std::error::Error;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use thiserror::Error;

use crate::model::Document;
use crate::pace::Share;

/// What an exporter is asked to write.
#[derive(Debug)]
pub struct Task<'a> {
    pub document: &'a Document,
    /// The day that the result is dated, as year-month-day.
    pub date: String,
    pub progress: &'a Progress,
}

/// How far a piece of work is, shared between the thread that does it and those who wait. They may call it off.
#[derive(Debug, Default)]
pub struct Progress {
    share: Share,
    called_off: AtomicBool,
}

/// The work was called off before it was done.
#[derive(Clone, Copy, Debug, Error)]
#[error("called off")]
pub struct CalledOff;

static UNWATCHED: Progress = Progress::new();

impl<'a> Task<'a> {
    /// Dated today, and watched through `progress`.
    #[must_use]
    pub fn new(document: &'a Document, progress: &'a Progress) -> Self {
        Self { document, date: jiff::ZonedDateTime::now().date().to_string(), progress }
    }

    /// Dated today; nobody waits for it.
    #[must_use]
    pub fn of(document: &'a Document) -> Self {
        Self::new(document, &UNWATCHED)
    }
}

impl Progress {
    #[must_use]
    pub const fn new() -> Self {
        Self { share: Share::new(), called_off: AtomicBool::new(false) }
    }

    /// Tells that `done` of `total` steps are behind; an error where the work was called off. Cheap enough for every row.
    pub fn report(&self, done: usize, total: usize) -> io::Result<()> {
        self.share.tell(done, total);
        if self.called_off.load(Ordering::Relaxed) { Err(io::Error::other(CalledOff)) } else { Ok(()) }
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        self.share.get()
    }

    /// Asks the work to stop at its next step.
    pub fn call_off(&self) {
        self.called_off.store(true, Ordering::Relaxed);
    }
}

/// True where `error` only says that the work was called off.
pub(super) fn is_called_off(error: &io::Error) -> bool {
    error.get_ref().is_some_and(<dyn Error + Send + Sync>::is::<CalledOff>)
}
