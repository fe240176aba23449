//! Notices that a file was changed by somebody else.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use super::{FileError, read};

/// What a file held: two stamps are equal when the contents are.
///
/// By content and not by time of change, so that a file that was only touched raises no question, and two changes within
/// one tick of the clock do. Means something only while the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    len: usize,
    hash: u64,
}

impl Stamp {
    /// The stamp of the file at `path` as it is now; an error where it cannot be read any more.
    pub fn of(path: &Path) -> Result<Self, FileError> {
        read::file(path).map(|bytes| Self::of_bytes(&bytes))
    }

    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Self { len: bytes.len(), hash: hasher.finish() }
    }
}
