//! Notices that a file was changed by somebody else.

use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{FileError, read};

/// What a file held: two stamps are equal when the contents are.
///
/// By content and not by time of change, so that a file that was only touched raises no question, and two changes within
/// one tick of the clock do. It means the same in every run of the program: the first half of SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp([u8; 16]);

impl Stamp {
    /// The stamp of the file at `path` as it is now; an error where it cannot be read any more.
    pub fn of(path: &Path) -> Result<Self, FileError> {
        read::file(path).map(|bytes| Self::of_bytes(&bytes))
    }

    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        let mut stamping = Stamping::default();
        stamping.0.update(bytes);
        stamping.stamp()
    }
}

/// The stamp of what is being written.
#[derive(Default)]
pub(super) struct Stamping(Sha256);

impl Stamping {
    /// Takes in what is written to `out` through this.
    pub fn through<'a>(&'a mut self, out: &'a mut dyn Write) -> impl Write + 'a {
        Through { sum: &mut self.0, out }
    }

    pub fn stamp(self) -> Stamp {
        let mut half = [0; 16];
        half.copy_from_slice(&self.0.finalize()[..16]);
        Stamp(half)
    }
}

struct Through<'a> {
    sum: &'a mut Sha256,
    out: &'a mut dyn Write,
}

impl Write for Through<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
