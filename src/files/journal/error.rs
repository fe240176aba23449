//! What can go wrong with a journal.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a journal could not be written or read. What is open is not touched by it.
#[derive(Debug, Error)]
pub enum JournalError {
    /// The system names no folder for this user.
    #[error("there is no folder for what the program keeps; set HOME")]
    NoFolder,
    #[error("cannot use {}: {}", path.display(), super::super::error::explain(source))]
    Folder { path: PathBuf, source: io::Error },
    #[error("cannot write {}: {}", path.display(), super::super::error::explain(source))]
    Write { path: PathBuf, source: io::Error },
    #[error("cannot read {}: {}", path.display(), super::super::error::explain(source))]
    Read { path: PathBuf, source: io::Error },
    /// The thread that writes could not be started, or has ended.
    #[error("nothing can be written beside the window; start the program anew")]
    NoThread,
    /// Not one of ours, or damaged at its very beginning.
    #[error("{} is damaged at its beginning and holds nothing that can be read", path.display())]
    NoJournal { path: PathBuf },
    /// It ended before the document that it begins with was written. There is nothing to be said about it.
    #[error("{} had only been begun", path.display())]
    Unfinished { path: PathBuf },
    #[error("{} was written by another version of Counterpoise (journal {found}); open it with that one", path.display())]
    OtherVersion { path: PathBuf, found: u32 },
}
