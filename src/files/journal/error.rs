//! What can go wrong with a journal.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::files::words::{FileWords, JournalWords, system};
use crate::text::Message;

/// Why a journal could not be written or read. What is open is not touched by it.
#[derive(Debug)]
pub enum JournalError {
    /// The system names no folder for this user.
    NoFolder,
    Folder {
        path: PathBuf,
        source: io::Error,
    },
    Write {
        path: PathBuf,
        source: io::Error,
    },
    Read {
        path: PathBuf,
        source: io::Error,
    },
    /// The thread that writes could not be started, or has ended.
    NoThread,
    /// Not one of ours, or damaged at its very beginning.
    NoJournal {
        path: PathBuf,
    },
    /// Some of it can be read, which is in the document's file as well.
    Damaged {
        path: PathBuf,
    },
    /// It ended before the document that it begins with was written. There is nothing to be said about it.
    Unfinished {
        path: PathBuf,
    },
    OtherVersion {
        path: PathBuf,
        found: u32,
    },
    /// The program has ended while the document of this name was being brought back.
    Suspect {
        name: String,
    },
}

impl JournalError {
    /// What is said about it; its wording says what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        let said = |path: &PathBuf| path.display().to_string();
        match self {
            Self::NoFolder => JournalWords::NoFolder.into(),
            Self::Folder { path, source } => {
                let (why, remedy) = system(source);
                FileWords::CannotUse { path: said(path), why, remedy }.into()
            }
            Self::Write { path, source } => {
                let (why, remedy) = system(source);
                FileWords::CannotWrite { path: said(path), why, remedy }.into()
            }
            Self::Read { path, source } => {
                let (why, remedy) = system(source);
                FileWords::CannotRead { path: said(path), why, remedy }.into()
            }
            Self::NoThread => JournalWords::NoThread.into(),
            Self::NoJournal { path } => JournalWords::Damaged { path: said(path) }.into(),
            Self::Damaged { path } => JournalWords::DamagedLater { path: said(path) }.into(),
            Self::Unfinished { path } => JournalWords::Unfinished { path: said(path) }.into(),
            Self::Suspect { name } => JournalWords::Suspect { name: name.clone() }.into(),
            Self::OtherVersion { path, found } => JournalWords::OtherVersion { path: said(path), found: *found }.into(),
        }
    }
}

impl std::error::Error for JournalError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Folder { source, .. } | Self::Write { source, .. } | Self::Read { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// What is wrong and what to do, in the language of the program.
impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().with_remedy().fmt(f)
    }
}
