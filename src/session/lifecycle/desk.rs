//! The world as it is: an open document and the disk.

use std::path::{Path, PathBuf};

use super::{Purpose, World};
use crate::files::{Format, presets};
use crate::model::State;
use crate::session::Session;

/// An open document, for [`super::Lifecycle`].
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    pub session: &'a Session,
    /// True where a text has been typed that is not in the document.
    pub has_drafts: bool,
}

impl World for Desk<'_> {
    fn state(&self) -> State {
        self.session.history().state()
    }

    fn is_unsaved(&self) -> bool {
        self.session.is_unsaved()
    }

    fn has_drafts(&self) -> bool {
        self.has_drafts
    }

    fn path(&self) -> Option<&Path> {
        self.session.path()
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    /// Beside the document's own file, named after it or after its title.
    fn suggestion(&self, purpose: Purpose) -> PathBuf {
        let session = self.session;
        // Something imported is best kept beside what it came from.
        let source = session.origin().filter(|origin| presets::find(origin).is_none());
        let own = session.path().or(source);
        let folder = own.and_then(Path::parent).map(Path::to_owned).or_else(std::env::home_dir).unwrap_or_default();
        let stem = own.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_else(|| file_stem(&session.document().about.title));
        match purpose {
            Purpose::Open | Purpose::Import => folder.join(""),
            Purpose::Save => folder.join(format!("{stem}.{}", Format::Ron.extension())),
            Purpose::Export(format) => folder.join(format!("{stem}.{}", format.extension())),
        }
    }
}

/// A title as the name of a file: letters and digits, with `-` between words, `decision` where there are none.
fn file_stem(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let stem = words.take(8).collect::<Vec<_>>().join("-").to_lowercase();
    if stem.is_empty() { "decision".to_owned() } else { stem }
}

/// The path with the extension of what is written to it, and whether it had to be added.
pub(super) fn with_extension(path: PathBuf, purpose: Purpose) -> (PathBuf, bool) {
    let fits = |format: Format| match purpose {
        Purpose::Open | Purpose::Import => true,
        Purpose::Save => format.keeps_everything(),
        Purpose::Export(wanted) => format == wanted,
    };
    let extension = match purpose {
        Purpose::Open | Purpose::Import | Purpose::Save => Format::Ron.extension(),
        Purpose::Export(format) => format.extension(),
    };
    if Format::of_path(&path).is_ok_and(fits) {
        return (path, false);
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    (PathBuf::from(name), true)
}
