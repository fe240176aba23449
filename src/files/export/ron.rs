//! The native format.

use std::io::{self, Write};

use ron::ser::PrettyConfig;

use super::{Export, Task};
use crate::files::import::ron::options;
use crate::files::versioned::VersionedRef;

/// Writes the native format: one thing a line, so that two versions can be compared line by line.
pub struct Ron;

impl Export for Ron {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()> {
        let pretty = PrettyConfig::new()
            .new_line("\n")
            .struct_names(false)
            // Texts stand as they are, on several lines where they have several, without a backslash at each apostrophe.
            .escape_strings(false);
        task.progress.report(0, 1)?;
        let text = options().to_string_pretty(&VersionedRef::new(task.document), pretty).map_err(io::Error::other)?;
        task.progress.report(1, 2)?;
        writeln!(out, "// A decision for Counterpoise; FORMAT.md describes the format.\n{text}")
    }
}
