//! JSON, in the same structure as the native format.

use serde_json::error::Category;

use super::too_deep;
use crate::files::flaw::InStructure;
use crate::files::versioned::{self, Header};
use crate::files::{Fault, Position};
use crate::model::Document;

pub fn read(text: &str) -> Result<Document, Fault> {
    let file = serde_json::from_str(text).map_err(|error| fault(text, &error));
    versioned::decision(file, || serde_json::from_str::<Header>(text).ok())
}

fn fault(text: &str, error: &serde_json::Error) -> Fault {
    let sentence = error.to_string();
    // The parser writes the position behind its sentence; ours stands in front.
    let what = sentence.rsplit_once(" at line ").map_or(sentence.as_str(), |(what, _)| what);
    let what = match error.classify() {
        Category::Eof => InStructure::CutOff { parser: what.to_owned() },
        _ if what.starts_with("recursion limit") => too_deep(),
        _ => InStructure::Misplaced { parser: what.to_owned() },
    };
    Fault::Syntax { at: position(text, error.line(), error.column()), what: what.into() }
}

/// The parser counts columns in bytes, from 0 before the first.
fn position(text: &str, line: usize, column: usize) -> Position {
    let line_text = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let before = &line_text[..line_text.floor_char_boundary(column.saturating_sub(1))];
    Position { line: line.max(1), column: 1 + before.chars().count() }
}
