//! Who is beaten whatever the weights.

use super::{Sentence, options};
use crate::model::Document;

/// How an option stands: `by` are those who dominate it, `is_never_best` whether no weights put it first.
#[must_use]
pub fn dominance(document: &Document, row: usize, by: &[usize], is_never_best: bool) -> Sentence {
    let name = Sentence::default().strong(document.alternatives[row].name.as_str());
    match (by.is_empty(), is_never_best) {
        (false, true) => name.plain(format!(" is nowhere better than {}, and never first.", options(document, by))),
        (false, false) => {
            name.plain(format!(" is nowhere better than {}; at best it shares the first rank.", options(document, by)))
        }
        (true, true) => name.plain(" is never first, though no single option is at least as good everywhere."),
        (true, false) => name.plain(" is first under some weights."),
    }
}
