//! Writers, one format a module.

pub(crate) mod csv;
mod json;
pub(crate) mod markdown;
mod ron;
pub(crate) mod xlsx;

use std::io::{self, Write};

pub use csv::Csv;
pub use json::Json;
pub use markdown::Markdown;
pub use ron::Ron;
pub use xlsx::Xlsx;

use super::Task;

/// Writes a document in some format. It fails only as writing fails, or because it was called off; who knows the path
/// adds it.
pub trait Export: Sync {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()>;
}
