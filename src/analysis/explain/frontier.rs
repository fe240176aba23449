//! What is to be had for what.

use super::options;
use crate::analysis::frontier::{Frontier, Standing};
use crate::model::Document;
use crate::text::{Explain, List, Message};

/// Who is efficient on two axes, and who of them no trade-off chooses.
#[must_use]
pub fn frontier(document: &Document, found: &Frontier) -> Message {
    let known = found.standings.iter().filter(|standing| **standing != Standing::Unknown).count();
    if known == 0 {
        return Explain::NoPlaceOnAxes.into();
    }
    let unsupported: Vec<usize> =
        found.efficient.iter().copied().filter(|&row| found.standings[row] == Standing::Unsupported).collect();
    let who: List = options(document, &found.efficient);
    let said = if unsupported.is_empty() {
        Explain::Efficient { known, who }
    } else {
        Explain::EfficientUnsupported { known, who, unsupported: options(document, &unsupported) }
    };
    said.into()
}
