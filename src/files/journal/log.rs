//! One journal on its way to the disk.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, Seek as _, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::header::MAGIC;
use super::writer::{Content, Status};
use super::{Folder, JournalError, frame};

/// How long what is written may wait for the disk to have it. What is written is safe from the end of the program at once,
/// and from a power cut after this.
const SYNC: Duration = Duration::from_millis(200);

/// How long until a disk that refused is asked again.
const RETRY: Duration = Duration::from_secs(5);

/// A journal that is being written.
#[derive(Debug)]
pub(super) struct Log {
    folder: Folder,
    file: Option<(PathBuf, File)>,
    /// The journal whose place this one takes once all of it is on the disk.
    replaces: Option<(PathBuf, File)>,
    /// How many bytes are written, all of them sound.
    bytes: u64,
    /// The number of the next record.
    number: u32,
    /// Header, base, entries that are not written yet.
    pending: VecDeque<Box<dyn Content>>,
    /// Since when something is written that the disk may not have.
    unsynced: Option<Instant>,
    /// When the disk refused.
    refused: Option<Instant>,
    status: Arc<Status>,
}

impl Log {
    /// A journal that has no file yet. `pending` begins with header and base.
    pub fn new(folder: Folder, pending: VecDeque<Box<dyn Content>>, status: Arc<Status>) -> Self {
        Self { folder, file: None, replaces: None, bytes: 0, number: 0, pending, unsynced: None, refused: None, status }
    }

    /// A journal that goes on behind its first `bytes` bytes, which are `number` records.
    pub fn resumed(folder: Folder, file: (PathBuf, File), bytes: u64, number: u32, status: Arc<Status>) -> Self {
        let mut log = Self::new(folder, VecDeque::new(), status);
        (log.file, log.bytes, log.number) = (Some(file), bytes, number);
        // What lies behind is cut off as after a refusal.
        log.refused = Some(Instant::now());
        log.status.counted(bytes, number);
        log
    }

    pub fn holds_unsaved(&self) -> bool {
        self.status.holds_unsaved()
    }

    pub fn push(&mut self, entry: Box<dyn Content>) {
        self.pending.push_back(entry);
    }

    /// Begins anew with `pending`, in a file that takes the place of the present one when all of it is on the disk.
    pub fn restart(&mut self, pending: VecDeque<Box<dyn Content>>) {
        if self.replaces.is_none() {
            self.replaces = self.file.take();
        }
        // A new beginning that had not come to its end goes.
        if let Some((path, _)) = self.file.take() {
            let _ = fs::remove_file(path);
        }
        (self.bytes, self.number, self.unsynced, self.refused) = (0, 0, None, None);
        self.pending = pending;
    }

    /// Writes what waits and gives it to the disk where it is time, or where there is no time left (`now`).
    pub fn work(&mut self, now: bool) {
        if !now && self.refused.is_some_and(|since| !self.pending.is_empty() && self.is_resting(since)) {
            return;
        }
        let at_once = now || self.status.in_trouble();
        let due =
            |log: &Self| at_once || log.replaces.is_some() || log.unsynced.is_some_and(|since| since.elapsed() >= SYNC);
        let done = self.write().and_then(|()| if due(self) { self.sync() } else { Ok(()) });
        match done {
            Ok(()) => self.status.is_well(),
            Err(source) => {
                self.refused = Some(Instant::now());
                let path = self.file.as_ref().map_or_else(|| self.folder.path().to_owned(), |(path, _)| path.clone());
                self.status.refused(JournalError::Write { path, source });
            }
        }
    }

    /// A refusal is not asked about again for a while; one that only stands for "cut off what lies behind" is.
    fn is_resting(&self, since: Instant) -> bool {
        self.status.in_trouble() && since.elapsed() < RETRY
    }

    /// How long until there is something to do, if nothing comes.
    pub fn due(&self) -> Option<Duration> {
        let retry =
            self.refused.filter(|_| !self.pending.is_empty()).map(|since| RETRY.saturating_sub(since.elapsed()));
        let sync = self.unsynced.map(|since| SYNC.saturating_sub(since.elapsed()));
        // A disk that refuses to sync is not asked without a pause either.
        retry.or(sync.map(|sync| if self.refused.is_some() { RETRY } else { sync }))
    }

    fn write(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        if self.file.is_none() {
            self.file = Some(match &self.replaces {
                Some((path, _)) => self.folder.begin_anew(path)?,
                None => self.folder.begin()?,
            });
            self.refused = Some(Instant::now());
        }
        let Some((_, file)) = &mut self.file else { return Ok(()) };
        if self.refused.is_some() {
            // After a refusal half a record may lie behind what is sound.
            file.set_len(self.bytes)?;
        }
        if self.bytes < MAGIC.len() as u64 {
            file.rewind()?;
            file.write_all(MAGIC)?;
            self.bytes = MAGIC.len() as u64;
        }
        while let Some(content) = self.pending.front() {
            // A half-written record has to go before anything else is written.
            self.refused = Some(Instant::now());
            self.bytes = frame::write(file, self.bytes, self.number, |out| content.write(out))?;
            self.refused = None;
            self.number += 1;
            self.unsynced.get_or_insert_with(Instant::now);
            self.pending.pop_front();
        }
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        let Some((path, file)) = &mut self.file else { return Ok(()) };
        if self.unsynced.is_some() {
            file.sync_data()?;
            if !self.status.has_synced() {
                self.folder.sync();
            }
        }
        if self.pending.is_empty()
            && let Some((old, _)) = &self.replaces
        {
            self.folder.replace(old, path)?;
            path.clone_from(old);
            self.replaces = None;
            // What is added from here on is in the new one alone.
            self.folder.sync();
        }
        self.unsynced = None;
        self.status.counted(self.bytes, self.number);
        Ok(())
    }

    /// Removes the file: the document was closed in peace.
    pub fn remove(self) {
        for (path, _) in self.file.into_iter().chain(self.replaces) {
            let _ = fs::remove_file(path);
        }
    }
}
