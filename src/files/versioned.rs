//! The native structure: a format version, then the decision.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::Fault;
use crate::model::Document;

/// The format version that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// A whole file.
#[derive(Deserialize)]
#[serde(rename = "Decision", deny_unknown_fields)]
pub struct Versioned {
    /// Where an editor finds the schema of JSON files; not kept.
    #[serde(default, rename = "$schema")]
    _schema: IgnoredAny,
    format: u32,
    decision: Document,
}

/// A whole file, to be written.
#[derive(Serialize)]
pub struct VersionedRef<'a> {
    format: u32,
    decision: &'a Document,
}

/// What any version of the format begins with, whatever else it may hold.
#[derive(Deserialize)]
pub struct Header {
    #[serde(default)]
    format: Option<u32>,
}

impl<'a> VersionedRef<'a> {
    pub fn new(decision: &'a Document) -> Self {
        Self { format: VERSION, decision }
    }
}

/// The decision in `file`. Where it could not be read, its `header` decides whether the version is the reason.
pub fn decision(file: Result<Versioned, Fault>, header: impl FnOnce() -> Option<Header>) -> Result<Document, Fault> {
    match file {
        Ok(file) if file.format == VERSION => Ok(file.decision),
        Ok(file) => Err(other_version(file.format)),
        Err(fault) => Err(match header() {
            Some(Header { format: None }) => Fault::Unversioned,
            Some(Header { format: Some(found) }) if found != VERSION => other_version(found),
            _ => fault,
        }),
    }
}

fn other_version(found: u32) -> Fault {
    if found > VERSION { Fault::Newer { found } } else { Fault::UnknownVersion { found } }
}
