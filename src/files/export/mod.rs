//! Writers, one format a module.

pub(crate) mod csv;
pub(crate) mod html;
pub(crate) mod html_table;
mod json;
pub(crate) mod markdown;
mod matrix;
mod ron;
pub(crate) mod xlsx;
mod xmcda;

use std::io::{self, Write};

pub use csv::Csv;
pub use html::Html;
pub use json::Json;
pub use markdown::Markdown;
pub use ron::Ron;
pub use xlsx::Xlsx;
pub use xmcda::Xmcda;

use super::Task;

/// Writes a document in some format. It fails only as writing fails, or because it was called off; who knows the path
/// adds it.
pub trait Export: Sync {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()>;
}
