//! Readers, one format a module.

pub mod csv;
pub mod json;
pub mod ron;
pub mod sheet;
pub mod xmcda;

use sheet::Selection;

use super::{Fault, Format};
use crate::model::{Document, MAX_DEPTH};

/// Reads a document. What must hold of every document is checked afterwards, for all formats alike.
#[derive(Clone, Copy)]
pub enum Import {
    Text(fn(&str) -> Result<Document, Fault>),
    /// A table, found in the spreadsheet where and how it is wished.
    Sheet(fn(&[u8], Format, &Selection) -> Result<Document, Fault>),
}

const SEE_FORMAT: &str = "mend it by hand (FORMAT.md says what may stand here), or take an earlier copy";
const TRUNCATED: &str = "the file seems to be cut off: take an earlier copy, or write what is missing";

fn too_deep() -> (String, String) {
    (
        "this is nested too deeply".into(),
        format!("a value tree may be {MAX_DEPTH} levels deep; put groups side by side"),
    )
}
