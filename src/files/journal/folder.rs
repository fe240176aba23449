//! The state folder of the user: where journals are, who owns them, which were left by a crash.

use std::env;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use sha2::{Digest as _, Sha256};

use super::header::{Header, MAGIC, millis, now};
use super::{JournalError, VERSION, frame};

const EXTENSION: &str = "journal";

/// Of a journal that has not taken the place of an older one yet.
const UNFINISHED: &str = "unfinished";

/// How many bytes are read to learn what a journal is about.
const BEGINNING: u64 = 1 << 16;

/// A folder of journals, in reach of its user only.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

/// A journal that was left by a crash. It belongs to whoever holds this; when this is dropped, it stays for the next one.
#[derive(Debug)]
pub struct Orphan {
    pub(super) path: PathBuf,
    pub(super) file: File,
    pub header: Header,
    /// When it was last written to, in milliseconds since 1970.
    pub written: u64,
}

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

    /// Held while somebody looks who owns what, so that nobody takes a journal for abandoned that is just being begun.
    fn guard(&self) -> io::Result<File> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.path)?;
        let guard =
            private(OpenOptions::new().write(true).create(true).truncate(false)).open(self.path.join("guard"))?;
        guard.lock()?;
        Ok(guard)
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

    /// The journals that were left by a crash, newest first. Each of them is this program's while it is held. What cannot
    /// be read is kept aside and comes back as an error.
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
            if extension != EXTENSION {
                continue;
            }
            match claim(&path) {
                Ok(Some(orphan)) => orphans.push(orphan),
                Ok(None) => {}
                Err(error) => errors.push(error),
            }
        }
        orphans.sort_by_key(|orphan| std::cmp::Reverse(orphan.written));
        (orphans, errors)
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

/// Takes the journal at `path`, where nobody has it. None where somebody has, or where there is nothing in it.
fn claim(path: &Path) -> Result<Option<Orphan>, JournalError> {
    let fail = |source| JournalError::Read { path: path.to_owned(), source };
    let file = OpenOptions::new().read(true).write(true).open(path);
    let file = file.or_else(|error| if is_refusal(&error) { File::open(path) } else { Err(error) });
    let mut file = file.map_err(fail)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(fail(error)),
    }
    let bytes = frame::beginning(&mut file, BEGINNING).map_err(fail)?;
    let written = millis(file.metadata().and_then(|metadata| metadata.modified()).map_err(fail)?);
    let begins_well = bytes.get(..MAGIC.len()).is_none_or(|magic| magic == MAGIC);
    match frame::at(&bytes, MAGIC.len(), 0) {
        // It had hardly been begun: nothing can have been in it.
        frame::Found::Nothing | frame::Found::Torn if begins_well => {
            let _ = fs::remove_file(path);
            Ok(None)
        }
        frame::Found::Record(content, _) if begins_well => match serde_json::from_slice::<Header>(content) {
            Ok(header) if header.version == VERSION => {
                Ok(Some(Orphan { path: path.to_owned(), file, header, written }))
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
