//! The native format.

use ron::Options;
use ron::error::{Error, SpannedError};
use ron::extensions::Extensions;

use super::too_deep;
use crate::files::flaw::InStructure;
use crate::files::versioned::{self, Header};
use crate::files::{Fault, Position};
use crate::model::Document;

/// Room for a tree of [`MAX_DEPTH`](crate::model::MAX_DEPTH) levels (the parser counts several for each), within a
/// thread's smallest stack.
const RECURSION_LIMIT: usize = 256;

/// How RON is read and written: the `Some` around an optional value is left out.
pub fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(RECURSION_LIMIT)
}

pub fn read(text: &str) -> Result<Document, Fault> {
    let options = options();
    versioned::decision(options.from_str(text).map_err(|error| fault(text, error)), || {
        options.from_str::<Header>(text).ok()
    })
}

fn fault(text: &str, error: SpannedError) -> Fault {
    let position = |place: ron::error::Position| Position { line: place.line, column: place.col };
    let at = position(error.span.start);
    let is_cut = matches!(error.code, Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment)
        || position(error.span.end) >= Position::of(text, text.trim_end().len());
    let what = match error.code {
        Error::ExceededRecursionLimit => too_deep(),
        code if is_cut => InStructure::CutOff { parser: lower(&code.to_string()) },
        code => InStructure::Misplaced { parser: lower(&code.to_string()) },
    };
    Fault::Syntax { at, what: what.into() }
}

/// The parser's sentence as the middle of ours.
fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
