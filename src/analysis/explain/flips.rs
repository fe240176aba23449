//! What would put an option first.

use super::{NAMED, Sentence, apart, listed, node};
use crate::analysis::figures::{count, number};
use crate::analysis::flips::{BreakEven, Flip, Single};
use crate::model::{Criterion, Document, Outline, Scale};

/// A change of a weight by less than this is rounding.
const MOVED: f64 = 1e-9;

/// The nearest weights that put an option first. `winners` are those who are first now, `weights` the present ones.
#[must_use]
pub fn flip(document: &Document, weights: &[f64], winners: &[usize], row: usize, found: &Flip) -> Sentence {
    let name = document.alternatives[row].name.as_str();
    let said = |text: &str| Sentence::default().strong(name).plain(text);
    match &found.change {
        _ if winners == [row] => said(" is first already."),
        _ if winners.contains(&row) => said(" shares the first rank already."),
        None => {
            let (none, put) =
                if found.is_exact { ("No weights", "put") } else { ("No weights were found that", "put") };
            let locked = if document.locks.is_empty() { "" } else { " while the locked ones stay" };
            Sentence::default().plain(format!("{none} {put} ")).strong(name).plain(format!(" first{locked}."))
        }
        Some(change) => {
            let leaves = document.leaves();
            let mut moved: Vec<(f64, &Criterion, f64, f64)> = leaves
                .iter()
                .zip(weights.iter().zip(&change.weights))
                .map(|(leaf, (&from, &to))| ((to - from).abs(), *leaf, from, to))
                .filter(|(by, ..)| *by > MOVED)
                .collect();
            moved.sort_by(|a, b| b.0.total_cmp(&a.0));
            let part = |(_, leaf, from, to): &(f64, &Criterion, f64, f64)| {
                let verb = if to > from { "rose" } else { "fell" };
                let (from, to) = apart(*from, *to);
                format!("{} {verb} from {from} to {to}", leaf.name)
            };
            let mut parts: Vec<String> = moved.iter().take(NAMED).map(part).collect();
            if moved.len() > NAMED {
                parts.push(format!("{} changed too", count(moved.len() - NAMED, "other weight")));
            }
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            said(&format!(" would rank first if {}.", listed(&parts)))
        }
    }
}

/// The single weight that puts an option first soonest; `change` says whether several together do.
#[must_use]
pub fn single(document: &Document, outline: &Outline, found: Option<Single>) -> Sentence {
    let Some(found) = found else { return "No single weight, moved alone, puts it first.".into() };
    if (found.to - found.now).abs() <= MOVED {
        return "It is first already.".into();
    }
    let (now, to) = apart(found.now, found.to);
    Sentence::default()
        .strong(node(document, outline, found.at))
        .plain(format!(" alone would do: from {now} to "))
        .strong(to)
        .plain(".")
}

/// The score at which an option gains the first rank, or loses it where it `holds` it.
#[must_use]
pub fn break_even(document: &Document, found: &BreakEven, holds: bool) -> Sentence {
    let option = document.alternatives[found.alternative].name.as_str();
    let leaves = document.leaves();
    let criterion = leaves[found.criterion];
    let on = criterion.name.as_str();
    let Some(at) = found.at else {
        return if holds {
            Sentence::default().plain(format!("No score on {on} costs ")).strong(option).plain(" the first rank.")
        } else {
            Sentence::default().plain(format!("No score on {on} puts ")).strong(option).plain(" first.")
        };
    };
    let now = found.now.map_or("now missing".into(), |now| format!("now {}", score(&criterion.scale, now)));
    let turn = if holds { " would lose the first rank at " } else { " would rank first with " };
    Sentence::default()
        .strong(option)
        .plain(turn)
        .strong(score(&criterion.scale, at))
        .plain(format!(" on {on} ({now})."))
}

/// A score with its unit; a level by its name.
fn score(scale: &Scale, x: f64) -> String {
    let level = scale.levels().into_iter().find(|level| (level.value - x).abs() < 1e-9);
    match level {
        Some(level) => format!("\"{}\"", level.name),
        None if scale.unit().is_empty() => number(x),
        None => format!("{} {}", number(x), scale.unit()),
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
