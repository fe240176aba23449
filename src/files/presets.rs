//! The decisions that come with the program.

use std::ffi::OsStr;

use super::{FileError, Format, parse};
use crate::model::Document;

/// A decision to start from, part of the program itself.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// The name on the command line, and of its file in `presets/`.
    pub id: &'static str,
    /// The file, in the native format.
    pub text: &'static str,
}

macro_rules! presets {
    ($($id:literal),* $(,)?) => {
        /// All presets, in the order of the menu.
        pub const ALL: &[Preset] = &[
            $(Preset { id: $id, text: include_str!(concat!("../../presets/", $id, ".ron")) }),*
        ];
    };
}

presets![
    "security-guarantee",
    "security-guarantee-extended",
    "office-location",
    "fighter-aircraft",
    "hydro-plants",
    "laptop",
    "job-offer",
    "blank",
];

/// The preset called `id`.
#[must_use]
pub fn find(id: impl AsRef<OsStr>) -> Option<&'static Preset> {
    ALL.iter().find(|preset| preset.id == id.as_ref())
}

impl Preset {
    /// The decision that it holds.
    pub fn document(&self) -> Result<Document, FileError> {
        parse(self.text, Format::Ron)
    }
}
