//! What can go wrong with a file: what, where, and what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::sheet::{Area, Doubt};
use super::words::{FileWords, system};
use super::{Format, VERSION, presets, read::MAX_BYTES, task::is_called_off};
use crate::text::{List, Message, Nth};

/// Why a file could not be read or written. Nothing was changed.
#[derive(Debug)]
pub enum FileError {
    Read {
        path: PathBuf,
        source: io::Error,
    },
    /// A directory, a device, a pipe or the like.
    NotAFile {
        path: PathBuf,
        kind: &'static str,
    },
    TooLarge {
        path: PathBuf,
    },
    UnknownExtension {
        path: PathBuf,
    },
    WriteOnly {
        format: Format,
    },
    UnknownSource {
        given: String,
    },
    ReadOnly {
        format: Format,
    },
    Write {
        path: PathBuf,
        source: io::Error,
    },
    /// Whoever waited for it called it off.
    CalledOff {
        path: PathBuf,
    },
    /// Another program has written to the file since it was last read or written here.
    Overtaken {
        path: PathBuf,
    },
    /// The file is there, but not what it should be.
    Content {
        origin: Option<String>,
        fault: Box<Fault>,
    },
}

/// What is wrong with the content of a file; the wording of `what` says what to do. Lines, columns and rows count from 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    NotUtf8 {
        line: usize,
        byte: usize,
    },
    Syntax {
        at: Position,
        what: Message,
    },
    Newer {
        found: u32,
    },
    UnknownVersion {
        found: u32,
    },
    Unversioned,
    /// Readable, but no sound decision.
    Invalid {
        at: Option<Position>,
        what: Message,
        more: usize,
    },
    /// A row of decision CSV; `row` is the line on which it begins.
    Row {
        row: usize,
        what: Message,
    },
    /// A cell of decision CSV, with the names at the head of its row and column.
    Cell {
        row: usize,
        row_name: String,
        column: usize,
        column_name: String,
        what: Message,
    },
    /// A place in a spreadsheet.
    Sheet {
        sheet: String,
        at: Option<Area>,
        what: Message,
    },
    /// A table that can be read in more than one way.
    Doubts {
        doubts: Vec<Doubt>,
    },
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

    /// What is said about it; its wording says what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        let said = |path: &Path| path.display().to_string();
        let words = match self {
            Self::Read { path, source } => {
                let (why, remedy) = system(source);
                FileWords::CannotRead { path: said(path), why, remedy }
            }
            Self::Write { path, source } => {
                let (why, remedy) = system(source);
                FileWords::CannotWrite { path: said(path), why, remedy }
            }
            Self::NotAFile { path, kind } => FileWords::NotAFile { path: said(path), kind },
            Self::TooLarge { path } => FileWords::TooLarge { path: said(path), mebibytes: MAX_BYTES >> 20 },
            Self::UnknownExtension { path } => {
                FileWords::UnknownExtension { path: said(path), known: extensions(Format::can_read) }
            }
            Self::WriteOnly { format } => {
                FileWords::WriteOnly { format: format.name(), known: extensions(Format::can_read) }
            }
            Self::ReadOnly { format } => {
                FileWords::ReadOnly { format: format.name(), known: extensions(Format::can_write) }
            }
            Self::UnknownSource { given } => {
                let presets = List::commas(presets::ALL.iter().map(|preset| preset.id));
                FileWords::UnknownSource { given: given.clone(), presets }
            }
            Self::Overtaken { path } => FileWords::Overtaken { path: said(path) },
            Self::CalledOff { path } => FileWords::CalledOff { path: said(path) },
            Self::Content { origin: None, fault } => return fault.message(),
            Self::Content { origin: Some(origin), fault } => {
                let what = fault.message();
                match what.remedy() {
                    Some(remedy) => FileWords::Content { origin: origin.clone(), what, remedy },
                    None => FileWords::ContentOpen { origin: origin.clone(), what },
                }
            }
        };
        words.into()
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { source, .. } | Self::Write { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// What is wrong and what to do, in the language of the program.
impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().with_remedy().fmt(f)
    }
}

impl Fault {
    /// What is said about it; its wording says what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        let newest = VERSION;
        let words = match self {
            Self::NotUtf8 { line, byte } => FileWords::NotUtf8 { line: Nth(*line), byte: Nth(*byte) },
            Self::Newer { found } => FileWords::Newer { found: *found, newest },
            Self::UnknownVersion { found } => FileWords::UnknownVersion { found: *found, newest },
            Self::Unversioned => FileWords::Unversioned { newest },
            Self::Doubts { doubts } => {
                let doubts = List::semicolons(doubts.iter().map(Doubt::message));
                FileWords::Doubts { doubts }
            }
            Self::Syntax { what, .. }
            | Self::Invalid { what, .. }
            | Self::Row { what, .. }
            | Self::Cell { what, .. }
            | Self::Sheet { what, .. } => self.at_place(what.clone()),
        };
        words.into()
    }

    /// What is wrong at its place.
    fn at_place(&self, what: Message) -> FileWords {
        let remedy = what.remedy().unwrap_or_else(|| what.clone());
        match self {
            Self::Invalid { at: Some(at), more, .. } => {
                FileWords::InvalidAt { line: Nth(at.line), column: Nth(at.column), what, remedy, more: *more }
            }
            Self::Invalid { more, .. } => FileWords::Invalid { what, remedy, more: *more },
            Self::Row { row, .. } => FileWords::Row { row: Nth(*row), what, remedy },
            Self::Cell { row, row_name, column, column_name, .. } => FileWords::Cell {
                row: Nth(*row),
                row_name: row_name.clone(),
                column: Nth(*column),
                column_name: column_name.clone(),
                what,
                remedy,
            },
            Self::Sheet { sheet, at: Some(at), .. } => {
                FileWords::SheetAt { sheet: sheet.clone(), at: at.to_string(), what, remedy }
            }
            Self::Sheet { sheet, .. } => FileWords::Sheet { sheet: sheet.clone(), what, remedy },
            Self::Syntax { at, .. } => FileWords::Syntax { line: Nth(at.line), column: Nth(at.column), what, remedy },
            _ => FileWords::Invalid { what, remedy, more: 0 },
        }
    }
}

impl std::error::Error for Fault {}

/// What is wrong and what to do, in the language of the program.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().with_remedy().fmt(f)
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

fn extensions(which: fn(Format) -> bool) -> List {
    let formats = Format::ALL.into_iter().filter(|format| which(*format));
    List::commas(formats.map(|format| format!(".{}", format.extension())))
}
