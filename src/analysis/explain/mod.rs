//! The sentences about a ranking. All wording is here, a file for each model, so that another language needs another one
//! of this room.

mod agreement;
mod crossover;
mod difference;
mod dominance;
mod flips;
mod frontier;
mod robustness;
mod sensitivity;

use std::fmt;

use super::figures::{percent, percent_to, points};
use super::{Model, NARROW};
use crate::model::{Document, Outline};

pub use agreement::agreement;
pub use crossover::crossover;
pub(super) use crossover::figures;
pub use difference::{difference, profile};
pub use dominance::dominance;
pub use flips::{break_even, flip, single};
pub use frontier::frontier;
pub use robustness::robustness;
pub use sensitivity::stability;

/// From this lead on, 0 to 1, a winner is called clear.
const CLEAR: f64 = 0.05;

/// Names that are written out before the rest is counted.
const NAMED: usize = 3;

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
    pub(super) fn plain(mut self, text: impl Into<String>) -> Self {
        self.spans.push(Span { text: text.into(), strong: false });
        self
    }

    pub(super) fn strong(mut self, text: impl Into<String>) -> Self {
        self.spans.push(Span { text: text.into(), strong: true });
        self
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spans.iter().try_for_each(|span| f.write_str(&span.text))
    }
}

/// The lead in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadWords {
    /// For example "leads by 17"; None where nobody can lead.
    pub chip: Option<String>,
    /// For example "clear under these weights".
    pub caption: String,
}

/// How far the first is ahead. Below [`NARROW`] the lead is narrow, from 5 points of 100 on it is clear.
#[must_use]
pub fn lead(model: &Model) -> LeadWords {
    let without = |caption: &str| LeadWords { chip: None, caption: caption.into() };
    let Some(lead) = model.lead() else {
        return without(match (model.problem().alternatives.len(), model.ranked().count()) {
            (0, _) => "no options yet",
            (_, 0) => "nothing scored yet",
            (1, _) => "the only option",
            _ => "the only option scored",
        });
    };
    let winners = model.winners();
    if winners.len() > 1 {
        let all = winners.len() == model.ranked().count() && winners.len() > 2;
        let who = if all { "all options".to_owned() } else { names(model, &winners) };
        return LeadWords { chip: Some("tied".into()), caption: format!("{who} tie") };
    }
    let caption = match lead.by {
        by if by < NARROW => "a narrow lead",
        by if by < CLEAR => "ahead under these weights",
        _ => "clear under these weights",
    };
    LeadWords { chip: Some(format!("leads by {}", points(lead.by))), caption: caption.into() }
}

/// `A`, `A and B`, `A, B and C`, `A, B, C and 4 others`.
fn names(model: &Model, rows: &[usize]) -> String {
    options(model.document(), rows)
}

/// The same where no ranking is at hand.
fn options(document: &Document, rows: &[usize]) -> String {
    let all: Vec<&str> = rows.iter().map(|row| document.alternatives[*row].name.as_str()).collect();
    listed(&all)
}

fn listed(all: &[&str]) -> String {
    let (first, last) = match all {
        [] => return String::new(),
        [only] => return (*only).to_owned(),
        [first @ .., last] if all.len() <= NAMED + 1 => (first, (*last).to_owned()),
        _ => (&all[..NAMED], format!("{} others", all.len() - NAMED)),
    };
    format!("{} and {last}", first.join(", "))
}

/// The name of a node of the value tree.
fn node<'a>(document: &'a Document, outline: &Outline, at: usize) -> &'a str {
    document.node(outline.entries()[at].id).map_or("", |node| node.name())
}

/// Two weights, with as many decimals as it takes to tell them apart.
fn apart(from: f64, to: f64) -> (String, String) {
    let written = |decimals: usize| match decimals {
        0 => (percent(from), percent(to)),
        _ => (percent_to(from, decimals), percent_to(to, decimals)),
    };
    (0..6).map(written).find(|(from, to)| from != to).unwrap_or_else(|| written(6))
}

/// Points of 100 with their sign.
fn signed(difference: f64) -> String {
    format!("{}{}", if difference < 0.0 { '−' } else { '+' }, points(difference.abs()))
}

fn verb(rows: &[usize], plural: &str) -> String {
    if rows.len() == 1 { format!("{plural}s") } else { plural.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::lead;
    use crate::analysis::Model;
    use crate::analysis::fixture::rated;
    use crate::model::Document;

    fn words(document: Document) -> (Option<String>, String) {
        let model = Model::new(document);
        let lead = lead(&model);
        (lead.chip, lead.caption)
    }

    const TWO: [(&str, f64); 2] = [("Price", 20.0), ("Comfort", 80.0)];

    #[test]
    fn without_a_contest_there_is_no_lead() {
        let none: (&str, &[f64]) = ("B", &[f64::NAN, f64::NAN]);
        for (options, caption) in [
            (&[][..], "no options yet"),
            (&[none], "nothing scored yet"),
            (&[("A", &[1.0, 2.0][..])], "the only option"),
            (&[("A", &[1.0, 2.0][..]), none], "the only option scored"),
        ] {
            let (chip, written) = words(rated(&TWO, options));
            assert_eq!((chip, written.as_str()), (None, caption));
        }
        assert_eq!(words(Document::default()).1, "no options yet");
        assert_eq!(words(rated(&[], &[("A", &[]), ("B", &[])])).1, "nothing scored yet");
    }

    #[test]
    fn a_lead_is_narrow_or_clear() {
        let captions = [(51.0, "leads by 1", "a narrow lead"), (53.0, "leads by 3", "ahead under these weights")];
        for (score, chip, caption) in captions.into_iter().chain([(67.0, "leads by 17", "clear under these weights")]) {
            let found = words(rated(&TWO, &[("A", &[score, score]), ("B", &[50.0, 50.0])]));
            assert_eq!((found.0.as_deref(), found.1.as_str()), (Some(chip), caption));
        }
    }

    #[test]
    fn those_who_tie_are_named() {
        let tie = |count: usize| {
            let names = ["A", "B", "C", "D", "E", "F"];
            let rest: (&str, &[f64]) = ("Z", &[0.0, 0.0]);
            let options = names[..count].iter().map(|name| (*name, &[50.0, 50.0][..])).chain([rest]);
            words(rated(&TWO, &options.collect::<Vec<_>>()))
        };
        assert_eq!(tie(2).0.as_deref(), Some("tied"));
        assert_eq!(tie(2).1, "A and B tie");
        assert_eq!(tie(4).1, "A, B, C and D tie");
        assert_eq!(tie(6).1, "A, B, C and 3 others tie");
        let all = rated(&TWO, &[("A", &[5.0, 5.0]), ("B", &[5.0, 5.0]), ("C", &[5.0, 5.0])]);
        assert_eq!(words(all).1, "all options tie");
    }
}
