//! What would put an option first.

use super::{apart, node};
use crate::analysis::flips::{BreakEven, Flip, Single};
use crate::model::{Criterion, Document, Outline, Scale};
use crate::text::{Argument, Common, Explain, List, Message};

/// A change of a weight by less than this is rounding.
const MOVED: f64 = 1e-9;

/// The nearest weights that put an option first. `winners` are those who are first now, `weights` the present ones.
#[must_use]
pub fn flip(document: &Document, weights: &[f64], winners: &[usize], row: usize, found: &Flip) -> Message {
    let option = document.alternatives[row].name.clone();
    let said = match &found.change {
        _ if winners == [row] => Explain::FirstAlready { option },
        _ if winners.contains(&row) => Explain::SharesFirst { option },
        None => match (found.is_exact, document.locks.is_empty()) {
            (true, true) => Explain::NoWeights { option },
            (true, false) => Explain::NoWeightsLocked { option },
            (false, true) => Explain::NoWeightsFound { option },
            (false, false) => Explain::NoWeightsFoundLocked { option },
        },
        Some(change) => Explain::FirstIf { option, changes: changes(document, weights, &change.weights) },
    };
    said.into()
}

/// What has to move, the largest change first.
fn changes(document: &Document, before: &[f64], after: &[f64]) -> List {
    let leaves = document.leaves();
    let mut moved: Vec<(f64, &Criterion, f64, f64)> = leaves
        .iter()
        .zip(before.iter().zip(after))
        .map(|(leaf, (&from, &to))| ((to - from).abs(), *leaf, from, to))
        .filter(|(by, ..)| *by > MOVED)
        .collect();
    moved.sort_by(|a, b| b.0.total_cmp(&a.0));
    let parts = moved.iter().take(List::NAMED).map(|&(_, leaf, before, after)| {
        let (criterion, (from, to)) = (leaf.name.clone(), apart(before, after));
        if after > before {
            Explain::WeightRose { criterion, from, to }
        } else {
            Explain::WeightFell { criterion, from, to }
        }
    });
    let rest = moved.len().saturating_sub(List::NAMED);
    List::all(parts.chain((rest > 0).then_some(Explain::OthersChanged { count: rest })))
}

/// The single weight that puts an option first soonest; `change` says whether several together do.
#[must_use]
pub fn single(document: &Document, outline: &Outline, found: Option<Single>) -> Message {
    let said = match found {
        None => Explain::SingleNone,
        Some(found) if (found.to - found.now).abs() <= MOVED => Explain::SingleAlready,
        Some(found) => {
            let (now, to) = apart(found.now, found.to);
            Explain::SingleDoes { criterion: node(document, outline, found.at), now, to }
        }
    };
    said.into()
}

/// The score at which an option gains the first rank, or loses it where it `holds` it.
#[must_use]
pub fn break_even(document: &Document, found: &BreakEven, holds: bool) -> Message {
    let option = document.alternatives[found.alternative].name.clone();
    let leaves = document.leaves();
    let leaf = leaves[found.criterion];
    let criterion = leaf.name.clone();
    let score = |x: f64| score(&leaf.scale, x);
    let said = match (found.at, found.now, holds) {
        (None, _, true) => Explain::NoScoreCosts { option, criterion },
        (None, _, false) => Explain::NoScorePuts { option, criterion },
        (Some(at), Some(now), true) => Explain::LosesAt { option, criterion, score: score(at), now: score(now) },
        (Some(at), None, true) => Explain::LosesAtFromMissing { option, criterion, score: score(at) },
        (Some(at), Some(now), false) => Explain::FirstWith { option, criterion, score: score(at), now: score(now) },
        (Some(at), None, false) => Explain::FirstWithFromMissing { option, criterion, score: score(at) },
    };
    said.into()
}

/// A score with its unit; a level by its name.
fn score(scale: &Scale, x: f64) -> Argument {
    let level = scale.levels().into_iter().find(|level| (level.value - x).abs() < 1e-9);
    match level {
        Some(level) => Common::Quoted { text: level.name }.into(),
        None => Common::quantity(x, scale.unit()),
    }
}

#[cfg(test)]
mod tests {
    use super::{break_even, flip, single};
    use crate::analysis::Model;
    use crate::analysis::fixture::rated;
    use crate::analysis::flips::flips;
    use crate::methods::Normalization;
    use crate::model::Document;

    fn spoken(document: Document, row: usize) -> [String; 3] {
        let model = Model::new(document);
        let (document, outline, problem) = (model.document(), model.outline(), model.problem());
        let found = flips(document, outline, problem, Normalization::Value).unwrap();
        let flip = flip(document, &problem.weights, &found.winners, row, &found.alternatives[row]);
        let score = &found.scores[row * problem.criteria.len()];
        let holds = found.winners.contains(&row);
        let single = single(document, outline, found.alternatives[row].single);
        [flip, single, break_even(document, score, holds)].map(|sentence| sentence.to_string())
    }

    const TWO: [(&str, f64); 2] = [("Price", 20.0), ("Comfort", 80.0)];

    #[test]
    fn what_would_put_an_option_first() {
        // u(B) - u(A) = 0.6 t - 0.4 (1 - t) for the weight t of Price, zero at 40 %.
        let document = rated(&TWO, &[("A", &[20.0, 80.0]), ("B", &[80.0, 40.0])]);
        assert_eq!(
            spoken(document.clone(), 1),
            [
                "B would rank first if Price rose from 20\u{202F}% to 40\u{202F}% and Comfort fell from 80\u{202F}% to \
                 60\u{202F}%.",
                "Price alone would do: from 20\u{202F}% to 40\u{202F}%.",
                // Price gives 20 points at most, and B is 20 behind without it.
                "No score on Price puts B first.",
            ]
        );
        assert_eq!(spoken(document, 0)[0], "A is first already.");
        let near = rated(&[("Price", 50.0), ("Comfort", 50.0)], &[("A", &[60.0, 60.0]), ("B", &[50.0, 50.0])]);
        assert_eq!(
            spoken(near.clone(), 1),
            [
                "No weights put B first.",
                "No single weight, moved alone, puts it first.",
                "B would rank first with 70 on Price (now 50)."
            ]
        );
        assert_eq!(spoken(near, 0)[2], "A would lose the first rank at 40 on Price (now 60).");
        let tie = rated(&TWO, &[("A", &[50.0, 50.0]), ("B", &[50.0, 50.0])]);
        assert_eq!(spoken(tie, 1)[0], "B shares the first rank already.");
        assert_eq!(spoken(rated(&TWO, &[("A", &[1.0, 1.0])]), 0)[2], "No score on Price costs A the first rank.");
    }
}
