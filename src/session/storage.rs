//! The document's file: opening, saving, and noticing that somebody else has changed it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{NewName, Session};
use crate::files::sheet::Selection;
use crate::files::{self, FileError, Format, Stamp, Task};
use crate::model::{Document, Problem, State};

impl Session {
    /// Opens a file. One that cannot hold everything (decision CSV has no rationales, for one) becomes a document without
    /// a file, so that saving asks where to.
    ///
    /// # Errors
    /// When the file cannot be read; see [`FileError`].
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let (document, stamp) = files::load_stamped(path)?;
        let mut session = Self::stamped(document, path, stamp);
        session.origin = Some(path.to_owned());
        Ok(session)
    }

    /// Opens what the command line calls SOURCE; see [`files::open_source`].
    ///
    /// # Errors
    /// When it cannot be read; see [`FileError`].
    pub fn open_source(source: &str) -> Result<Self, FileError> {
        Self::open_selected(source, &Selection::default())
    }

    /// Like [`Session::open_source`], with a choice of the table where it is a spreadsheet.
    ///
    /// # Errors
    /// As for [`Session::open_source`].
    pub fn open_selected(source: &str, selection: &Selection) -> Result<Self, FileError> {
        let (document, stamp) = files::open_source_stamped(source, selection)?;
        let mut session = Self::stamped(document, Path::new(source), stamp);
        // Standard input cannot be opened again.
        session.origin = (source != "-").then(|| source.into());
        Ok(session)
    }

    /// Opens a decision that was made from a file of another kind. It has no file of its own yet.
    #[must_use]
    pub fn imported(document: Document, from: &Path) -> Self {
        Self { origin: Some(from.to_owned()), ..Self::new(document) }
    }

    /// What is in no file, and could not be made again as it is: unsaved from the beginning.
    #[must_use]
    pub fn in_no_file(self) -> Self {
        Self { saved: None, ..self }
    }

    fn stamped(document: Document, path: &Path, stamp: Option<Stamp>) -> Self {
        let mut session = Self::new(document);
        // Where there is a stamp there is a file that keeps everything.
        if stamp.is_some() {
            session.path = Some(path.to_owned());
            session.stamp = stamp;
        }
        session
    }

    /// What was opened, as the command line calls it: a path or a preset's id. None for what cannot be opened again.
    #[must_use]
    pub fn origin(&self) -> Option<&Path> {
        self.origin.as_deref()
    }

    /// The name of the document's file, else its title, else "Untitled".
    #[must_use]
    pub fn name(&self) -> String {
        let file = self.path().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let title = Some(self.document.about.title.clone()).filter(|title| !title.trim().is_empty());
        file.or(title).unwrap_or_else(|| NewName::Decision.text().to_owned())
    }

    /// Gives the document and its compiled form back and forgets the rest.
    #[must_use]
    pub fn into_parts(self) -> (Document, Problem) {
        let problem = self.model.into_problem();
        (Arc::unwrap_or_clone(self.document), problem)
    }

    /// The file that "Save" writes to.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// True where the document holds something that its file does not.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.history.state())
    }

    /// What the document's file held when it was last read or written here.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        self.stamp
    }

    /// Writes the document to `path`, which becomes its file.
    ///
    /// # Errors
    /// When the file cannot be written; it is then as it was, and the document still counts as unsaved.
    pub fn save_to(&mut self, path: PathBuf) -> Result<(), FileError> {
        let saved = self.saving_to(path, Over::Anything).write()?;
        self.was_saved(saved);
        Ok(())
    }

    /// The document as it is now, to be [written](Saving::write) to `path`, by whichever thread.
    pub fn saving_to(&mut self, path: PathBuf, over: Over) -> Saving {
        self.rest();
        Saving { document: Arc::clone(&self.document), state: self.history.state(), path, over, known: self.stamp }
    }

    /// From now on the document's file is the one that was written, and holds the state that was.
    pub fn was_saved(&mut self, saved: Saved) {
        (self.path, self.stamp, self.saved) = (Some(saved.path), Some(saved.stamp), Some(saved.state));
    }
}

/// What may be written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// What the document's file held when it was last read or written here, or nothing.
    Known,
    /// Whatever is there.
    Anything,
}

/// A document on its way to its file.
#[derive(Debug)]
pub struct Saving {
    document: Arc<Document>,
    state: State,
    path: PathBuf,
    over: Over,
    known: Option<Stamp>,
}

/// What its file holds.
#[derive(Debug)]
pub struct Saved {
    path: PathBuf,
    stamp: Stamp,
    state: State,
}

impl Saving {
    /// Writes it, and waits for the disk.
    ///
    /// # Errors
    /// When the file cannot be written, or not be written over; it is then as it was.
    pub fn write(self) -> Result<Saved, FileError> {
        let Self { document, state, path, over, known } = self;
        // A file that is gone is simply written again.
        if over == Over::Known && Stamp::of(&path).is_ok_and(|now| known != Some(now)) {
            return Err(FileError::Overtaken { path });
        }
        let format = Format::of_path(&path).ok().filter(|format| format.keeps_everything()).unwrap_or(Format::Ron);
        let stamp = files::export_stamped(&Task::of(&document), format, &path)?;
        Ok(Saved { path, stamp, state })
    }
}

impl Saved {
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}
