//! What is said about a ranking, a file for each model. Its words stand with those of all other messages, in `assets/text`.

mod agreement;
mod crossover;
mod difference;
mod dominance;
mod flips;
mod frontier;
mod robustness;
mod sensitivity;

use super::{Model, NARROW};
use crate::model::{Document, Outline};
use crate::text::numbers::{Numbers, percent_decimals};
use crate::text::{Explain, List, Message, PercentTo, Points};

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

/// The lead in a few words.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadWords {
    /// For example "leads by 17"; None where nobody can lead.
    pub chip: Option<Message>,
    /// For example "clear under these weights".
    pub caption: Message,
}

/// How far the first is ahead. Below [`NARROW`] the lead is narrow, from 5 points of 100 on it is clear.
#[must_use]
pub fn lead(model: &Model) -> LeadWords {
    let Some(lead) = model.lead() else {
        let caption = match (model.problem().alternatives.len(), model.ranked().count()) {
            (0, _) => Explain::LeadNoOptions,
            (_, 0) => Explain::LeadNothingScored,
            (1, _) => Explain::LeadOnlyOption,
            _ => Explain::LeadOnlyScored,
        };
        return LeadWords { chip: None, caption: caption.into() };
    };
    let winners = model.winners();
    let all_tie = winners.len() == model.ranked().count() && winners.len() > 2;
    let (chip, caption) = match lead.by {
        _ if all_tie => (Explain::LeadTied, Explain::LeadAllTie),
        _ if winners.len() > 1 => (Explain::LeadTied, Explain::LeadSomeTie { who: names(model, &winners) }),
        by if by < NARROW => (Explain::LeadBy { points: Points(by) }, Explain::LeadNarrow),
        by if by < CLEAR => (Explain::LeadBy { points: Points(by) }, Explain::LeadAhead),
        by => (Explain::LeadBy { points: Points(by) }, Explain::LeadClear),
    };
    LeadWords { chip: Some(chip.into()), caption: caption.into() }
}

/// `A`, `A and B`, `A, B and C`, `A, B, C and 4 others`.
fn names(model: &Model, rows: &[usize]) -> List {
    options(model.document(), rows)
}

/// The same where no ranking is at hand.
fn options(document: &Document, rows: &[usize]) -> List {
    List::names(rows.iter().map(|row| document.alternatives[*row].name.as_str()))
}

/// The name of a node of the value tree.
fn node(document: &Document, outline: &Outline, at: usize) -> String {
    document.node(outline.entries()[at].id).map_or_else(String::new, |node| node.name().to_owned())
}

/// Two weights, with as many decimals as it takes to tell them apart.
fn apart(from: f64, to: f64) -> (PercentTo, PercentTo) {
    let decimals = |share: f64, decimals: usize| if decimals == 0 { percent_decimals(share) } else { decimals };
    let written = |share: f64, to: usize| Numbers::ENGLISH.percent_to(share, decimals(share, to));
    let told = (0..6).find(|&digits| written(from, digits) != written(to, digits)).unwrap_or(6);
    (PercentTo(from, decimals(from, told)), PercentTo(to, decimals(to, told)))
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
        (lead.chip.map(|chip| chip.to_string()), lead.caption.to_string())
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
