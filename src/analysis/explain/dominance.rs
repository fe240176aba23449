//! Who is beaten whatever the weights.

use super::options;
use crate::model::Document;
use crate::text::{Explain, Message};

/// How an option stands: `by` are those who dominate it, `is_never_best` whether no weights put it first.
#[must_use]
pub fn dominance(document: &Document, row: usize, by: &[usize], is_never_best: bool) -> Message {
    let option = document.alternatives[row].name.clone();
    let said = match (by.is_empty(), is_never_best) {
        (false, true) => Explain::BeatenNeverFirst { option, by: options(document, by) },
        (false, false) => Explain::BeatenSharesFirst { option, by: options(document, by) },
        (true, true) => Explain::NeverFirst { option },
        (true, false) => Explain::FirstUnderSome { option },
    };
    said.into()
}
