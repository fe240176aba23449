//! What a journal says of itself.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::super::{AnyPath, Stamp};

/// The first bytes of every journal.
pub const MAGIC: &[u8; 16] = b"counterpoise-jnl";

/// The first record. Fields may be added; what was there before keeps its meaning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    pub version: u32,
    /// When it was begun, in milliseconds since 1970.
    pub begun: u64,
    /// What the document is called, for whoever chooses among several.
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A file that it is saved to, and what that file held when the journal was begun.
    File { path: AnyPath, stamp: Option<Stamp> },
    /// A preset, by its id, or a file that it was imported from.
    Source(AnyPath),
}

impl Header {
    /// Of a journal that begins now.
    #[must_use]
    pub fn new(name: impl Into<String>, origin: Option<Origin>) -> Self {
        let name: String = name.into();
        Self { version: super::VERSION, begun: now(), name: name.chars().take(200).collect(), origin }
    }

    /// The document's own file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.origin {
            Some(Origin::File { path, .. }) => Some(path),
            _ => None,
        }
    }
}

/// The time now, in milliseconds since 1970; 0 where the clock stands before that.
#[must_use]
pub fn now() -> u64 {
    millis(SystemTime::now())
}

pub(super) fn millis(time: SystemTime) -> u64 {
    u64::try_from(time.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis()).unwrap_or(u64::MAX)
}
