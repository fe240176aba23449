//! A message in words, parts of which matter more.

use std::fmt;

/// Where a part that matters more begins and ends in a text that is still being put together: two of the code points that
/// Unicode sets aside for such use inside a program. They are taken out of whatever a person typed.
pub(super) const STRONG: char = '\u{FDD0}';
pub(super) const PLAIN: char = '\u{FDD1}';

/// A text, parts of which matter more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    pub spans: Vec<Span>,
}

/// A run of text in one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    /// A name or figure to be set off, for example in bold.
    pub strong: bool,
}

impl Sentence {
    /// From a text with marks in it.
    pub(super) fn of_marked(marked: &str) -> Self {
        let mut spans = Vec::new();
        let mut strong = false;
        for run in marked.split_inclusive([STRONG, PLAIN]) {
            let text = run.trim_end_matches([STRONG, PLAIN]);
            if !text.is_empty() {
                spans.push(Span { text: text.to_owned(), strong });
            }
            strong = run.ends_with(STRONG) || (strong && !run.ends_with(PLAIN));
        }
        Self { spans }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spans.iter().try_for_each(|span| f.write_str(&span.text))
    }
}

/// Without marks.
pub(super) fn unmarked(text: String) -> String {
    if text.contains([STRONG, PLAIN]) { text.replace([STRONG, PLAIN], "") } else { text }
}
