//! Formats, presets, atomic saving.
//!
//! [`load`] and [`open_source`] read, [`export`] writes; the extension says which [`Format`]. Every error says what is
//! wrong, where, and what to do. `FORMAT.md` describes the formats field by field.

mod any_path;
pub mod atomic;
mod error;
mod export;
mod flaw;
mod format;
pub(crate) mod formula;
mod import;
mod incoming;
pub mod journal;
pub mod judgements;
mod locate;
pub(crate) mod notation;
pub mod presets;
mod read;
mod stamp;
mod task;
mod versioned;
mod words;
mod xmcda;

use std::io::{self, Write};
use std::path::Path;

pub use any_path::AnyPath;
pub use error::{Fault, FileError, Position};
pub use export::Export;
pub(crate) use export::html_table;
#[cfg(feature = "cli")]
pub(crate) use export::{csv, markdown};
pub use format::Format;
use import::Import;
pub use import::sheet;
use import::sheet::Selection;
pub use incoming::{Incoming, incoming, incoming_paste};
pub use presets::Preset;
pub use read::MAX_BYTES;
pub use stamp::Stamp;
use stamp::Stamping;
pub use task::{CalledOff, Progress, Task};
pub use versioned::VERSION;
pub use words::Origin;
use words::Title;

use crate::model::{Document, violations_in_slices};
use crate::pace::{self, Pace};
use crate::text::{Entry, Language};

/// What is said about files, for tests.
pub const MESSAGES: [&[&[Entry]]; 2] = [&words::MESSAGES, &sheet::MESSAGES];

/// The JSON Schema (draft 2020-12) of [`Format::Json`].
pub const JSON_SCHEMA: &str = include_str!("../../assets/decision-1.schema.json");

/// Reads the decision in the file at `path`, in the format of its extension.
pub fn load(path: &Path) -> Result<Document, FileError> {
    load_stamped(path).map(|(document, _)| document)
}

/// Like [`load`], with the stamp of the very bytes that were read: what a later [`Stamp::of`] is compared with. None of a
/// format that does not keep everything: nothing is ever written over such a file.
pub fn load_stamped(path: &Path) -> Result<(Document, Option<Stamp>), FileError> {
    load_selected(path, &Selection::default())
}

fn load_selected(path: &Path, selection: &Selection) -> Result<(Document, Option<Stamp>), FileError> {
    let bytes = read::file(path)?;
    let format = Format::of_path(path)?;
    let from = |fault| FileError::content(Some(path.display().to_string()), fault);
    let mut document = parse_from(&bytes, format, selection, from)?;
    // Where a file has no room for a title, or none in it, its name must do. Own files may be without one.
    if !format.keeps_everything()
        && document.about.title.is_empty()
        && let Some(stem) = path.file_stem()
    {
        document.about.title = stem.to_string_lossy().into_owned();
    }
    Ok((document, format.keeps_everything().then(|| Stamp::of_bytes(&bytes))))
}

/// Reads a decision from the content of a file.
pub fn parse(content: impl AsRef<[u8]>, format: Format) -> Result<Document, FileError> {
    parse_from(content.as_ref(), format, &Selection::default(), |fault| FileError::content(None, fault))
}

/// Reads what the command line calls SOURCE: the id of a preset, `-` for decision CSV on standard input, or a path.
///
/// A preset's id has no extension and a file must have one, so neither hides the other.
pub fn open_source(source: &str) -> Result<Document, FileError> {
    open_source_stamped(source, &Selection::default()).map(|(document, _)| document)
}

/// Like [`open_source`], with the stamp as of [`load_stamped`] where it is a file, and with a choice of the table where it is a
/// spreadsheet.
pub fn open_source_stamped(source: &str, selection: &Selection) -> Result<(Document, Option<Stamp>), FileError> {
    if source == "-" {
        let from = |fault| FileError::content(Some(Origin::StandardInput.text().into()), fault);
        let bytes = read::stdin()?;
        let mut document = parse_from(&bytes, Format::Csv, selection, from)?;
        document.about.title = Title::StandardInput.text().into();
        return Ok((document, None));
    }
    if let Some(preset) = presets::find(source) {
        return preset.document().map(|document| (document, None));
    }
    let path = Path::new(source);
    if path.extension().is_none() && !path.exists() {
        return Err(FileError::UnknownSource { given: source.into() });
    }
    load_selected(path, selection)
}

/// Writes the decision to `path`, all of it or nothing (see [`atomic::write`]).
pub fn export(task: &Task, format: Format, path: &Path) -> Result<(), FileError> {
    export_stamped(task, format, path).map(|_| ())
}

/// Like [`export`], with the stamp of the very bytes that were written, whoever has written there since.
pub fn export_stamped(task: &Task, format: Format, path: &Path) -> Result<Stamp, FileError> {
    let exporter = format.exporter().ok_or(FileError::ReadOnly { format })?;
    let mut stamping = Stamping::default();
    atomic::write(path, |out| Language::OF_FILES.meanwhile(|| exporter.export(task, &mut stamping.through(out))))?;
    Ok(stamping.stamp())
}

/// The decision as the content of a file.
pub fn to_bytes(task: &Task, format: Format) -> Result<Vec<u8>, FileError> {
    let exporter = format.exporter().ok_or(FileError::ReadOnly { format })?;
    let mut bytes = Vec::new();
    let written = Language::OF_FILES.meanwhile(|| exporter.export(task, &mut bytes)).and_then(|()| bytes.flush());
    written.map_err(|source| FileError::writing(format.name(), source))?;
    Ok(bytes)
}

/// The decision as text; an error where the format is none of text.
pub fn to_string(document: &Document, format: Format) -> Result<String, FileError> {
    String::from_utf8(to_bytes(&Task::of(document), format)?)
        .map_err(|error| FileError::writing(format.name(), io::Error::other(error)))
}

fn parse_from(
    bytes: &[u8],
    format: Format,
    selection: &Selection,
    from: impl Fn(Fault) -> FileError,
) -> Result<Document, FileError> {
    // Only a text has places to point at.
    let (document, text) = match format.importer().ok_or(FileError::WriteOnly { format })? {
        Import::Text(import) => {
            let text = read::text(bytes).map_err(&from)?;
            (import(text).map_err(&from)?, text)
        }
        Import::Sheet(import) => (import(bytes, format, selection).map_err(&from)?, ""),
    };
    sound(document, text).map_err(from)
}

/// The document with all its weights, where what must hold of every document holds of it. `text` is what it was read from,
/// to point at what is wrong.
fn sound(document: Document, text: &str) -> Result<Document, Fault> {
    pace::finish(sound_in_slices(document, text, &Pace::default()))
}

async fn sound_in_slices(mut document: Document, text: &str, pace: &Pace) -> Result<Document, Fault> {
    document.complete_weights();
    let found = violations_in_slices(&document, pace).await;
    let more = found.len().saturating_sub(1);
    let Some(first) = found.into_iter().next() else { return Ok(document) };
    let at = locate::place(text, first.place).map(|offset| Position::of(text, offset));
    Err(Fault::Invalid { at, what: first.what, more })
}
