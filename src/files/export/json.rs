//! JSON, in the same structure as the native format.

use std::io::{self, Write};

use super::Export;
use crate::files::versioned::VersionedRef;
use crate::model::Document;

/// Writes JSON, indented.
pub struct Json;

impl Export for Json {
    fn export(&self, document: &Document, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &VersionedRef::new(document))?;
        writeln!(out)
    }
}
