//! What is said about files.

use std::fmt;
use std::io;

use crate::text::{Entry, List, Message, Nth, labels, messages};

messages! {
    /// Why a file could not be read or written, and what is wrong with its content. `remedy` is that of `what`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum FileWords in "file" {
        CannotRead { path: String, why: Message, remedy: Message },
        CannotWrite { path: String, why: Message, remedy: Message },
        CannotUse { path: String, why: Message, remedy: Message },
        /// `kind` is `directory`, `pipe`, `socket`, `device` or `other`.
        NotAFile { path: String, kind: &'static str },
        TooLarge { path: String, mebibytes: u64 },
        UnknownExtension { path: String, known: List },
        WriteOnly { format: &'static str, known: List },
        ReadOnly { format: &'static str, known: List },
        UnknownSource { given: String, presets: List },
        CalledOff { path: String },
        Overtaken { path: String },
        Content { origin: String, what: Message, remedy: Message },
        /// Where what to do is for whoever shows it to say.
        ContentOpen { origin: String, what: Message },

        NotUtf8 { line: Nth, byte: Nth },
        Newer { found: u32, newest: u32 },
        UnknownVersion { found: u32, newest: u32 },
        Unversioned { newest: u32 },
        Syntax { line: Nth, column: Nth, what: Message, remedy: Message },
        Invalid { what: Message, remedy: Message, more: usize },
        InvalidAt { line: Nth, column: Nth, what: Message, remedy: Message, more: usize },
        Row { row: Nth, what: Message, remedy: Message },
        Cell { row: Nth, row_name: String, column: Nth, column_name: String, what: Message, remedy: Message },
        Sheet { sheet: String, what: Message, remedy: Message },
        SheetAt { sheet: String, at: String, what: Message, remedy: Message },
        Doubts { doubts: List },
        Doubt { sheet: String, at: String, what: Message },
        DoubtWithWays { sheet: String, at: String, what: Message, ways: List },
    }
}

messages! {
    /// Why the system refuses.
    #[derive(Clone, Debug, PartialEq)]
    pub enum SystemWords in "system" {
        NotFound,
        PermissionDenied,
        ReadOnlyDisk,
        DiskFull,
        LinksInACircle,
        /// What the system says, in its own language.
        Other { error: String },
    }
}

messages! {
    /// Why a journal could not be written or read.
    #[derive(Clone, Debug, PartialEq)]
    pub enum JournalWords in "journal" {
        NoFolder,
        NoThread,
        Damaged { path: String },
        DamagedLater { path: String },
        Unfinished { path: String },
        OtherVersion { path: String, found: u32 },
        Suspect { name: String },
    }
}

labels! {
    /// What is read that is no file of its own.
    pub enum Origin in "origin" { StandardInput, Clipboard }
}

labels! {
    /// What a decision is called that has no other title.
    pub enum Title in "title" { StandardInput }
}

labels! {
    /// Formats, for menus and messages.
    pub enum FormatName in "format" { Ron, Json, Csv, Tsv, Xlsx, Markdown, Html, Xmcda, Ods, Xls }
}

/// What is said about files, for tests.
pub const MESSAGES: [&[Entry]; 11] = [
    FileWords::MESSAGES,
    SystemWords::MESSAGES,
    JournalWords::MESSAGES,
    Origin::MESSAGES,
    Title::MESSAGES,
    FormatName::MESSAGES,
    super::flaw::InText::MESSAGES,
    super::flaw::InStructure::MESSAGES,
    super::import::xmcda::Flaw::MESSAGES,
    super::import::xmcda::Remark::MESSAGES,
    super::import::xmcda::Name::MESSAGES,
];

/// Symbolic links that lead to each other.
#[derive(Debug)]
pub struct LinksInACircle;

impl std::error::Error for LinksInACircle {}

impl fmt::Display for LinksInACircle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::from(SystemWords::LinksInACircle).fmt(f)
    }
}

/// Why the system refuses, and what to do.
pub fn system(error: &io::Error) -> (Message, Message) {
    use io::ErrorKind as Kind;
    let why = match error.kind() {
        Kind::NotFound => SystemWords::NotFound,
        Kind::PermissionDenied => SystemWords::PermissionDenied,
        Kind::ReadOnlyFilesystem => SystemWords::ReadOnlyDisk,
        Kind::StorageFull | Kind::QuotaExceeded => SystemWords::DiskFull,
        _ if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<LinksInACircle>) => {
            SystemWords::LinksInACircle
        }
        _ => SystemWords::Other { error: error.to_string() },
    };
    let why = Message::from(why);
    let remedy = why.remedy().unwrap_or_else(|| why.clone());
    (why, remedy)
}
