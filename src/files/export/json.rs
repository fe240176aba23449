//! JSON, in the same structure as the native format.

use std::io::{self, Write};

use super::{Export, Task};
use crate::files::versioned::VersionedRef;

/// Writes JSON, indented.
pub struct Json;

impl Export for Json {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()> {
        task.progress.report(0, 1)?;
        serde_json::to_writer_pretty(&mut *out, &VersionedRef::new(task.document))?;
        writeln!(out)
    }
}
