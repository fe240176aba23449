//! The room `files`, seen from outside.

#![expect(clippy::unwrap_used, reason = "a test may stop where it fails, in its helpers too")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/documents.rs"]
mod documents;

mod all_formats;
mod bad_csv;
mod bad_files;
mod bad_native;
mod csv;
mod golden;
mod hostile_sheets;
mod import;
#[cfg(unix)]
mod journal;
mod own_workbook;
mod page;
mod presets;
mod round_trip;
mod saving;
mod schema;
mod xlsx;
mod xmcda;
mod xmcda_round_trip;

use counterpoise::files::{self, Format};
use counterpoise::model::Document;

/// The document in `text`, which must be sound.
fn parse(text: &str, format: Format) -> Document {
    files::parse(text, format).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The message for `text`, which must not be.
fn message(text: &str, format: Format) -> String {
    files::parse(text, format).unwrap_err().to_string()
}

/// Asserts that the message holds all of `parts`, so that it says what, where, and what to do.
#[track_caller]
fn assert_says(message: &str, parts: &[&str]) {
    for part in parts {
        assert!(message.contains(part), "\"{part}\" is missing in: {message}");
    }
}
