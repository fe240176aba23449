//! What can go wrong with a file: what, where, and what to do.

use std::fmt;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

use super::sheet::{Area, Doubt};
use super::{Format, VERSION, presets, read::MAX_BYTES, task::is_called_off};

/// Why a file could not be read or written. Nothing was changed.
#[derive(Debug, Error)]
pub enum FileError {
    #[error("cannot read {}: {}", path.display(), explain(source))]
    Read { path: PathBuf, source: io::Error },
    /// A directory, a device, a pipe or the like.
    #[error("{} is {kind}; give the path of a file", path.display())]
    NotAFile { path: PathBuf, kind: &'static str },
    #[error("{} is larger than {} MiB, which is more than this program reads; leave out what the decision does not need",
        path.display(), MAX_BYTES >> 20)]
    TooLarge { path: PathBuf },
    #[error("{}: the extension does not name a format; use one of {}", path.display(), extensions())]
    UnknownExtension { path: PathBuf },
    #[error("{} is written, not read; open a file with one of the extensions {}", format.name(), extensions())]
    WriteOnly { format: Format },
    #[error(
        "there is no preset and no file called \"{given}\"; give a path with an extension, or one of the presets {}",
        preset_ids()
    )]
    UnknownSource { given: String },
    #[error("{} is read, not written; choose one of {}", format.name(), written_extensions())]
    ReadOnly { format: Format },
    #[error("cannot write {}: {}", path.display(), explain(source))]
    Write { path: PathBuf, source: io::Error },
    /// Whoever waited for it called it off.
    #[error("{} was not written: called off", path.display())]
    CalledOff { path: PathBuf },
    /// The file is there, but not what it should be.
    #[error("{}{fault}", origin.as_ref().map(|origin| format!("{origin}: ")).unwrap_or_default())]
    Content { origin: Option<String>, fault: Box<Fault> },
}

/// What is wrong with the content of a file. Lines, columns and rows count from 1.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Fault {
    #[error("line {line}, byte {byte}: this is not UTF-8 text; save the file as UTF-8")]
    NotUtf8 { line: usize, byte: usize },
    #[error("{at}: {what}; {remedy}")]
    Syntax { at: Position, what: String, remedy: String },
    #[error(
        "written by a newer version of Counterpoise (format {found}; this one reads up to {VERSION}); \
        update the program; the file was not touched"
    )]
    Newer { found: u32 },
    #[error("there is no format {found}; write format: {VERSION}")]
    UnknownVersion { found: u32 },
    #[error("the file does not say its format version; begin it with format: {VERSION}, decision: ...")]
    Unversioned,
    /// Readable, but no sound decision.
    #[error("{}{what}; {remedy}{}", at.map(|at| format!("{at}: ")).unwrap_or_default(), and_more(*more))]
    Invalid { at: Option<Position>, what: String, remedy: String, more: usize },
    /// A row of decision CSV; `row` is the line on which it begins.
    #[error("row {row}: {what}; {remedy}")]
    Row { row: usize, what: String, remedy: String },
    /// A cell of decision CSV, with the names at the head of its row and column.
    #[error("row {row} (\"{row_name}\"), column {column} (\"{column_name}\"): {what}; {remedy}")]
    Cell { row: usize, row_name: String, column: usize, column_name: String, what: String, remedy: String },
    /// A place in a spreadsheet.
    #[error("sheet \"{sheet}\"{}: {what}; {remedy}", at.map(|at| format!(", {at}")).unwrap_or_default())]
    Sheet { sheet: String, at: Option<Area>, what: String, remedy: String },
    /// A table that can be read in more than one way.
    #[error("{}", doubts.iter().map(Doubt::to_string).collect::<Vec<_>>().join("; "))]
    Doubts { doubts: Vec<Doubt> },
}

/// A place in a text, counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl FileError {
    pub(crate) fn content(origin: Option<String>, fault: Fault) -> Self {
        Self::Content { origin, fault: Box::new(fault) }
    }

    /// Why nothing was written to `path`.
    pub(super) fn writing(path: impl Into<PathBuf>, source: io::Error) -> Self {
        let path = path.into();
        if is_called_off(&source) { Self::CalledOff { path } } else { Self::Write { path, source } }
    }

    /// What is wrong with the content, where that is what is wrong.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Content { fault, .. } => Some(fault),
            _ => None,
        }
    }
}

impl Position {
    /// The position of the byte `offset` of `text`.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line = before.rfind('\n').map_or(before, |end| &before[end + 1..]);
        Self { line: 1 + before.bytes().filter(|&byte| byte == b'\n').count(), column: 1 + line.chars().count() }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// The system's reason in plain words, with a remedy where there is one to give.
pub(super) fn explain(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let known = match error.kind() {
        Kind::NotFound => "there is no such file or folder; check the path",
        Kind::PermissionDenied => "permission denied; change the permissions, or choose another place",
        Kind::ReadOnlyFilesystem => "the disk is read-only; choose another place",
        Kind::StorageFull | Kind::QuotaExceeded => "the disk is full; free some space, or choose another place",
        _ => return format!("{error}; try again, or choose another place"),
    };
    known.into()
}

fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " (and 1 more error)".into(),
        _ => format!(" (and {more} more errors)"),
    }
}

fn extensions() -> String {
    list(Format::can_read)
}

fn written_extensions() -> String {
    list(Format::can_write)
}

fn list(which: fn(Format) -> bool) -> String {
    let formats = Format::ALL.into_iter().filter(|format| which(*format));
    formats.map(|format| format!(".{}", format.extension())).collect::<Vec<_>>().join(", ")
}

fn preset_ids() -> String {
    presets::ALL.iter().map(|preset| preset.id).collect::<Vec<_>>().join(", ")
}
