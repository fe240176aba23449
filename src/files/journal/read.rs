//! Reading a journal as far as it is sound.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::folder::aside;
use super::frame::{self, Entry, Found};
use super::header::MAGIC;
use super::{Header, JournalError, Orphan, VERSION};

/// What a journal holds, but for an end that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound<B, E> {
    pub header: Header,
    /// The document that the entries begin with.
    pub base: B,
    /// What has happened, oldest first, each with its time in milliseconds since 1970.
    pub entries: Vec<(u64, E)>,
    pub end: End,
    pub reach: Reach,
}

/// How far a journal is sound: where it can be gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    pub(super) bytes: u64,
    /// How many records they are, header and base among them.
    pub(super) records: u32,
}

/// How the sound part ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Whole,
    /// Within a record that was just being written.
    Torn,
    /// Before something that was changed after it was written.
    Damaged,
}

impl Orphan {
    /// Reads the journal.
    ///
    /// # Errors
    /// When not even the document that it begins with can be read. Such a journal is kept aside, but for one that ended
    /// before that document was written: nothing can have been in it.
    pub fn read<B: DeserializeOwned, E: DeserializeOwned>(&self) -> Result<Sound<B, E>, JournalError> {
        let bytes = fs::read(&self.path).map_err(|source| JournalError::Read { path: self.path.clone(), source })?;
        Sound::parse(&bytes, &self.path).map_err(|error| match error {
            JournalError::NoJournal { .. } => aside(&self.path),
            JournalError::Unfinished { .. } => {
                let _ = fs::remove_file(&self.path);
                error
            }
            error => error,
        })
    }
}

impl<B: DeserializeOwned, E: DeserializeOwned> Sound<B, E> {
    /// Reads the bytes of the journal at `path`.
    ///
    /// # Errors
    /// As for [`Orphan::read`].
    pub fn parse(bytes: &[u8], path: &Path) -> Result<Self, JournalError> {
        let nothing = || JournalError::NoJournal { path: path.to_owned() };
        if !bytes.starts_with(MAGIC) {
            return Err(nothing());
        }
        let Found::Record(content, at) = frame::at(bytes, MAGIC.len(), 0) else { return Err(nothing()) };
        let header: Header = serde_json::from_slice(content).map_err(|_| nothing())?;
        if header.version != VERSION {
            return Err(JournalError::OtherVersion { path: path.to_owned(), found: header.version });
        }
        let (content, mut at) = match frame::at(bytes, at, 1) {
            Found::Record(content, at) => (content, at),
            Found::Nothing | Found::Torn => return Err(JournalError::Unfinished { path: path.to_owned() }),
            Found::Damaged => return Err(nothing()),
        };
        let base = serde_json::from_slice(content).map_err(|_| nothing())?;
        let mut entries = Vec::new();
        let mut number = 2;
        let end = loop {
            let (content, next) = match frame::at(bytes, at, number) {
                Found::Record(content, next) => (content, next),
                Found::Nothing => break End::Whole,
                Found::Torn => break End::Torn,
                Found::Damaged => break End::Damaged,
            };
            let Ok(Entry { at: time, entry }) = serde_json::from_slice(content) else { break End::Damaged };
            entries.push((time, entry));
            (at, number) = (next, number + 1);
        };
        let reach = Reach { bytes: at as u64, records: number };
        Ok(Self { header, base, entries, end, reach })
    }
}
