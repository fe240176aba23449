//! What is to be had for what.

use super::{Sentence, options, verb};
use crate::analysis::figures::count;
use crate::analysis::frontier::{Frontier, Standing};
use crate::model::Document;

/// Who is efficient on two axes, and who of them no trade-off chooses.
#[must_use]
pub fn frontier(document: &Document, found: &Frontier) -> Sentence {
    let standing = |wanted: Standing| -> Vec<usize> {
        found.efficient.iter().copied().filter(|&row| found.standings[row] == wanted).collect()
    };
    let known = found.standings.iter().filter(|standing| **standing != Standing::Unknown).count();
    if known == 0 {
        return "No option has a place on both axes.".into();
    }
    let efficient = &found.efficient;
    let are = if efficient.len() == 1 { "is" } else { "are" };
    let sentence = Sentence::default()
        .plain(format!("Of {} {} {are} efficient: ", count(known, "option"), efficient.len()))
        .strong(options(document, efficient))
        .plain(".");
    let unsupported = standing(Standing::Unsupported);
    if unsupported.is_empty() {
        return sentence;
    }
    let who = options(document, &unsupported);
    sentence.plain(format!(" {who} {} between two others: no trade-off puts it first.", verb(&unsupported, "lie")))
}
