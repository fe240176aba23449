//! Readers, one format a module.

pub mod csv;
pub mod json;
pub mod ron;
pub mod sheet;
pub mod xmcda;

use sheet::Selection;

use super::flaw::InStructure;
use super::{Fault, Format};
use crate::model::{Document, MAX_DEPTH};

/// Reads a document. What must hold of every document is checked afterwards, for all formats alike.
#[derive(Clone, Copy)]
pub enum Import {
    Text(fn(&str) -> Result<Document, Fault>),
    /// A table, found in the spreadsheet where and how it is wished.
    Sheet(fn(&[u8], Format, &Selection) -> Result<Document, Fault>),
}

fn too_deep() -> InStructure {
    InStructure::TooDeep { most: MAX_DEPTH }
}
