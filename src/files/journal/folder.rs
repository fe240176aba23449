//! The state folder of the user: where journals are, who owns them, which were left by a crash.

use std::env;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::thread;
use std::time::{Duration, Instant};

use sha2::{Digest as _, Sha256};

use super::header::{Header, MAGIC, millis, now};
use super::{JournalError, VERSION, frame};

const EXTENSION: &str = "journal";

/// Of a journal that has not taken the place of an older one yet.
const UNFINISHED: &str = "unfinished";

/// Of a file beside a journal that is being brought back.
const TRIED: &str = "tried";

/// How many bytes are read to learn what a journal is about.
const BEGINNING: u64 = 1 << 16;

/// How long somebody else may look who owns what. It takes milliseconds; a program that was stopped over it is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// A folder of journals, in reach of its user only.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

/// A journal that was left by a crash, as it was when it was looked at. It belongs to nobody until somebody takes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Orphan {
    pub(super) path: PathBuf,
    pub header: Header,
    /// When it was last written to, in milliseconds since 1970.
    pub written: u64,
    /// True where the program has ended while it was being brought back.
    pub is_suspect: bool,
    bytes: u64,
}

/// A journal that belongs to whoever holds this; when this is dropped, it stays for the next one.
#[derive(Debug)]
pub struct Taken {
    pub(super) path: PathBuf,
    pub(super) file: File,
}

/// Says that a journal is being brought back, to whoever finds it after the program has ended over that.
#[derive(Debug)]
pub struct Trial(PathBuf);

/// Says that a file is open in this window, to other windows, until it is dropped.
#[derive(Debug)]
pub struct OpenHere {
    folder: Folder,
    path: PathBuf,
    lock: Option<File>,
}

impl Folder {
    /// A folder of its own, made when it is needed.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where this system keeps what a program needs from one run to the next: `$XDG_STATE_HOME/counterpoise` (else
    /// `~/.local/state/counterpoise`), on macOS in `~/Library/Application Support`, on Windows in `%LOCALAPPDATA%`.
    pub fn of_user() -> Result<Self, JournalError> {
        let given = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = || env::home_dir().filter(|path| path.is_absolute());
        let base = if cfg!(windows) {
            given("LOCALAPPDATA").or_else(|| home().map(|home| home.join("AppData").join("Local")))
        } else if cfg!(target_os = "macos") {
            home().map(|home| home.join("Library").join("Application Support"))
        } else {
            given("XDG_STATE_HOME").or_else(|| home().map(|home| home.join(".local").join("state")))
        };
        Ok(Self::new(base.ok_or(JournalError::NoFolder)?.join("counterpoise")))
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn fail(&self, source: io::Error) -> JournalError {
        JournalError::Folder { path: self.path.clone(), source }
    }

    /// Held while somebody looks who owns what, so that nobody takes a journal for abandoned that is just being begun, nor
    /// for somebody's while it is only looked at.
    fn guard(&self) -> io::Result<File> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.path)?;
        let guard =
            private(OpenOptions::new().write(true).create(true).truncate(false)).open(self.path.join("guard"))?;
        let since = Instant::now();
        loop {
            match guard.try_lock() {
                Ok(()) => return Ok(guard),
                Err(TryLockError::WouldBlock) if since.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(1)),
                Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::TimedOut.into()),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
    }

    /// Gives the names in the folder, and its own, to the disk: a file is there after a power cut only once they are. Not
    /// every system can do that, and where it cannot, nobody can help it.
    pub(super) fn sync(&self) {
        #[cfg(unix)]
        for path in std::iter::once(&*self.path).chain(self.path.parent()) {
            let _ = File::open(path).and_then(|folder| folder.sync_all());
        }
    }

    /// Makes an empty file beside the journal at `path`, which is to take its place.
    pub(super) fn begin_anew(&self, path: &Path) -> io::Result<(PathBuf, File)> {
        let _guard = self.guard()?;
        let path = path.with_extension(UNFINISHED);
        let file = private(OpenOptions::new().read(true).write(true).create(true).truncate(true)).open(&path)?;
        lock(&file)?;
        Ok((path, file))
    }

    /// Makes an empty journal that belongs to this program.
    pub(super) fn begin(&self) -> io::Result<(PathBuf, File)> {
        let _guard = self.guard()?;
        let (begun, process) = (now(), process::id());
        for number in 0.. {
            let path = self.path.join(format!("{begun}-{process}-{number}.{EXTENSION}"));
            match private(OpenOptions::new().read(true).write(true).create_new(true)).open(&path) {
                Ok(file) => {
                    lock(&file)?;
                    return Ok((path, file));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The journals that were left by a crash, newest first. What cannot be read is kept aside and comes back as an error.
    #[must_use]
    pub fn orphans(&self) -> (Vec<Orphan>, Vec<JournalError>) {
        let (mut orphans, mut errors) = (Vec::new(), Vec::new());
        if !self.path.is_dir() {
            return (orphans, errors);
        }
        let (_guard, entries) = match (self.guard(), fs::read_dir(&self.path)) {
            (Ok(guard), Ok(entries)) => (Some(guard), entries),
            // What was left is not lost because nothing can be written; nor is anybody beginning a journal then.
            (Err(error), Ok(entries)) if is_refusal(&error) => {
                errors.push(self.fail(error));
                (None, entries)
            }
            (Err(error), _) | (_, Err(error)) => return (orphans, vec![self.fail(error)]),
        };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let extension = path.extension().unwrap_or_default();
            if extension == UNFINISHED && File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
                // The older one is still there and holds the same.
                let _ = fs::remove_file(&path);
            }
            if extension == TRIED && !path.with_extension(EXTENSION).exists() {
                let _ = fs::remove_file(&path);
            }
            if extension != EXTENSION {
                continue;
            }
            match look(&path) {
                Ok(Some(orphan)) => orphans.push(orphan),
                Ok(None) => {}
                Err(error) => errors.push(error),
            }
        }
        orphans.sort_by_key(|orphan| std::cmp::Reverse(orphan.written));
        (orphans, errors)
    }

    /// Takes a journal over. None where somebody has been quicker: it is theirs, gone, or longer than it was.
    pub fn take(&self, orphan: &Orphan) -> Result<Option<Taken>, JournalError> {
        let _guard = match self.guard() {
            Ok(guard) => Some(guard),
            Err(error) if is_refusal(&error) => None,
            Err(error) => return Err(self.fail(error)),
        };
        let fail = |source| JournalError::Read { path: orphan.path.clone(), source };
        let Some(file) = lock_free(&orphan.path).map_err(fail)? else { return Ok(None) };
        let same = file.metadata().map_err(fail)?.len() == orphan.bytes;
        Ok(same.then(|| Taken { path: orphan.path.clone(), file }))
    }

    /// Puts a whole journal in the place of the one that it goes on from, which nobody looks at meanwhile.
    pub(super) fn replace(&self, old: &Path, new: &Path) -> io::Result<()> {
        let _guard = self.guard()?;
        fs::rename(new, old)
    }

    /// Says to other windows that the file at `path` is open here. None where another window has said so already.
    pub fn open_here(&self, path: &Path) -> Result<Option<OpenHere>, JournalError> {
        let fail = |source| self.fail(source);
        let _guard = self.guard().map_err(fail)?;
        let path = self.path.join(format!("{}.open", name_of(path)));
        let file = private(OpenOptions::new().write(true).create(true).truncate(false)).open(&path).map_err(fail)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(OpenHere { folder: self.clone(), path, lock: Some(file) })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(fail(error)),
        }
    }
}

impl Drop for OpenHere {
    fn drop(&mut self) {
        // Under the guard nobody is about to lock the file that goes away here. Where that fails, an empty file stays.
        if let Ok(_guard) = self.folder.guard() {
            let _ = fs::remove_file(&self.path);
        }
        self.lock = None;
    }
}

impl Orphan {
    /// Where the journal is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Taken {
    /// Says that the journal is being brought back. None where nothing can be said.
    #[must_use]
    pub fn try_out(&self) -> Option<Trial> {
        let mark = self.path.with_extension(TRIED);
        private(OpenOptions::new().write(true).create(true).truncate(true)).open(&mark).ok().map(|_| Trial(mark))
    }

    /// Keeps the journal aside, for somebody to look at: it is damaged, or does not fit together. Returns where it is.
    #[must_use]
    pub fn keep_aside(self) -> PathBuf {
        set_aside(&self.path)
    }

    /// Removes the journal: nobody wants what is in it.
    pub fn remove(self) -> Result<(), JournalError> {
        fs::remove_file(&self.path).map_err(|source| JournalError::Write { path: self.path, source })
    }
}

impl Trial {
    /// It was brought back, and the program goes on.
    pub fn passed(self) {
        let _ = fs::remove_file(self.0);
    }
}

/// Opens the journal at `path` and locks it. None where somebody else has, or where it is gone.
fn lock_free(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().read(true).write(true).open(path);
    let file = match file.or_else(|error| if is_refusal(&error) { File::open(path) } else { Err(error) }) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Looks at the journal at `path`. None where somebody has it, or where there is nothing in it. The lock ends with the look.
fn look(path: &Path) -> Result<Option<Orphan>, JournalError> {
    let fail = |source| JournalError::Read { path: path.to_owned(), source };
    let Some(mut file) = lock_free(path).map_err(fail)? else { return Ok(None) };
    let bytes = frame::beginning(&mut file, BEGINNING).map_err(fail)?;
    let metadata = file.metadata().map_err(fail)?;
    let written = millis(metadata.modified().map_err(fail)?);
    let begins_well = bytes.get(..MAGIC.len()).is_none_or(|magic| magic == MAGIC);
    match frame::at(&bytes, MAGIC.len(), 0) {
        // It had hardly been begun: nothing can have been in it.
        frame::Found::Nothing | frame::Found::Torn if begins_well => {
            let _ = fs::remove_file(path);
            Ok(None)
        }
        frame::Found::Record(content, _) if begins_well => match serde_json::from_slice::<Header>(content) {
            Ok(header) if header.version == VERSION => {
                let is_suspect = path.with_extension(TRIED).exists();
                Ok(Some(Orphan { path: path.to_owned(), header, written, is_suspect, bytes: metadata.len() }))
            }
            Ok(header) => Err(JournalError::OtherVersion { path: path.to_owned(), found: header.version }),
            Err(_) => Err(aside(path)),
        },
        _ => Err(aside(path)),
    }
}

/// Keeps a journal aside of which nothing can be read.
pub(super) fn aside(path: &Path) -> JournalError {
    JournalError::NoJournal { path: set_aside(path) }
}

fn set_aside(path: &Path) -> PathBuf {
    let to = path.with_added_extension("damaged");
    if fs::rename(path, &to).is_ok() { to } else { path.to_owned() }
}

/// True where nothing may be written, as on a disk that is for reading only.
fn is_refusal(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied)
}

fn lock(file: &File) -> io::Result<()> {
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => io::ErrorKind::WouldBlock.into(),
        TryLockError::Error(error) => error,
    })
}

/// What is made is for its user only.
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// One name for one file, however its path is written.
fn name_of(path: &Path) -> String {
    let path = fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    let mut name = [0; 8];
    name.copy_from_slice(&Sha256::digest(path.as_os_str().as_encoded_bytes())[..8]);
    format!("{:016x}", u64::from_be_bytes(name))
}
