//! The history on disk: what has been done to an open document, so that a crash takes nothing away.
//!
//! A journal is one file for one open document. It begins with the document as a whole, so that nothing depends on the
//! document's own file still being there, and goes on with what has happened since, in order. It is only ever added to.
//! What is in it is JSON in frames that carry checksums: a journal that was cut off or damaged is read as far as it is
//! sound. What the entries mean is for whoever writes and reads them; here they are values that serde knows.
//!
//! | file | is for |
//! |---|---|
//! | `frame` | one record: length, number, checksums |
//! | `header` | what a journal says of itself |
//! | `folder` | the state folder of the user: where journals are, who owns them, which were left by a crash |
//! | `read` | reading what is sound |
//! | `log` | one journal on its way to the disk, tried again where the disk refuses |
//! | `writer` | the thread that does it |
//! | `error` | what can go wrong |
//!
//! A journal is locked by the program that writes it, and the system takes the lock from a program that ends, however it
//! ends. A journal whose lock is free was therefore left by a crash. Whoever looks which are free does so under the guard of
//! the folder and keeps none of their locks, so that a lock always says whose a journal is.

mod error;
mod folder;
mod frame;
mod header;
mod log;
mod read;
mod writer;

pub use error::JournalError;
pub use folder::{Folder, OpenHere, Orphan, Taken, Trial};
pub use header::{Header, Origin, now};
pub use read::{End, Reach, Sound};
pub use writer::{Content, Journal, Writer};

/// The version of what is written, and the only one that is read. A journal lives from one start of the program to the
/// next, so that there is seldom an older one; one of another version stays where it is.
pub const VERSION: u32 = 1;
