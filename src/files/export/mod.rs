//! Writers, one format a module.

pub(crate) mod csv;
mod json;
pub(crate) mod markdown;
mod ron;

use std::io::{self, Write};

pub use csv::Csv;
pub use json::Json;
pub use markdown::Markdown;
pub use ron::Ron;

use crate::model::Document;

/// Writes a document in some format. It fails only as writing fails; who knows the path adds it.
pub trait Export {
    fn export(&self, document: &Document, out: &mut dyn Write) -> io::Result<()>;
}
