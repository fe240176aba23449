//! What it would take to change the answer.
//!
//! For every alternative the nearest weights that put it first ([`Change`]), the smallest change of a single weight that
//! does ([`Single`]), and for every score the point at which its alternative gains or loses the first rank
//! ([`BreakEven`]). All of the weighted sum; locked weights stay. Ties count as being first.

mod break_even;
mod intervals;
mod pieces;
mod search;
mod single;
mod weights;

use std::collections::BTreeSet;

use super::sensitivity::of_unit_size;
use crate::methods::weighted_sum;
use crate::methods::{Better, MethodError, Normalization, Ranking};
use crate::model::{Columns, Criterion, Document, Id, Movement, Outline, Problem, Scope};
use crate::pace::{self, Pace};

pub use break_even::BreakEven;
pub use single::Single;
pub use weights::{Change, Room};

/// What puts one alternative first.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The nearest weights, in the sum of absolute changes, under which it ranks first; None where there are none.
    pub change: Option<Change>,
    /// True where that is proven. Where scores are missing the comparison is bilinear, and `change` comes from a search.
    pub is_exact: bool,
    /// The smallest change of one weight, the others keeping their proportions; None where none is enough.
    pub single: Option<Single>,
}

/// What would change the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Flips {
    /// The alternatives that share the first rank now, in the document's order.
    pub winners: Vec<usize>,
    /// By alternative.
    pub alternatives: Vec<Flip>,
    /// Every score, by alternative and then by criterion.
    pub scores: Vec<BreakEven>,
    /// Where the break-even scores were searched for: how exactly, as a share of the scale. None where they are exact.
    pub tolerance: Option<f64>,
}

/// What would change the weighted sum of `problem`, which is that of `document`, after `normalization`.
///
/// Break-even scores are exact for the value functions of the scales; after other normalisations, in which every score
/// depends on all others, they are searched for.
///
/// # Errors
/// When the scores do not allow the normalisation.
pub fn flips(
    document: &Document,
    outline: &Outline,
    problem: &Problem,
    normalization: Normalization,
) -> Result<Flips, MethodError> {
    pace::finish(flips_in_slices(document, outline, problem, normalization, &Pace::default()))
}

/// The same in slices.
///
/// # Errors
/// As of [`flips`].
pub async fn flips_in_slices(
    document: &Document,
    outline: &Outline,
    problem: &Problem,
    normalization: Normalization,
    pace: &Pace,
) -> Result<Flips, MethodError> {
    let values = of_unit_size(normalization.normalize(problem)?);
    let (first, rest) = (pace.part(0, 1, 2), pace.part(1, 2, 2));
    let by_weights = by_weights_in_slices(&values, &problem.weights, outline, &document.locks, &first);
    let (winners, alternatives) = by_weights.await;
    let leaves: Vec<&Criterion> = document.leaves();
    let is_value = normalization == Normalization::Value;
    let scores = if is_value {
        break_even::break_evens(problem, &leaves, &winners, &rest).await
    } else {
        search::break_evens(problem, &leaves, &winners, normalization, &rest).await
    };
    Ok(Flips { winners, alternatives, scores, tolerance: (!is_value).then_some(search::TOLERANCE) })
}

/// The winners of the weighted sum of `values`, 0 to 1 or of that size, and for each row what weights put it first.
#[must_use]
pub fn by_weights(
    values: &Columns,
    weights: &[f64],
    outline: &Outline,
    locks: &BTreeSet<Id>,
) -> (Vec<usize>, Vec<Flip>) {
    pace::finish(by_weights_in_slices(values, weights, outline, locks, &Pace::default()))
}

async fn by_weights_in_slices(
    values: &Columns,
    weights: &[f64],
    outline: &Outline,
    locks: &BTreeSet<Id>,
    pace: &Pace,
) -> (Vec<usize>, Vec<Flip>) {
    let scores = weighted_sum::overall(values, weights).scores;
    let ranking = Ranking::of(&scores, Better::Higher);
    let winners = ranking.winners().iter().map(|&row| row as usize).filter(|&row| !scores[row].is_nan()).collect();
    let room = Room::new(values, weights, outline, locks);
    let mut flips = Vec::with_capacity(values.rows());
    for (row, single) in single::single(values, weights, outline, locks, pace).await.into_iter().enumerate() {
        pace.tell(row, values.rows());
        let (mut change, is_exact) = room.nearest(row, pace).await;
        if !is_exact {
            // A weight moved alone may lead where a rival has no rank any more, which no level shows.
            let moved = single
                .map(|Single { at, to, .. }| Movement::new(outline, weights, locks, at, Scope::Everything).at(to));
            change = room.nearer(row, change, moved, pace).await;
        }
        flips.push(Flip { change, is_exact, single });
    }
    (winners, flips)
}

/// The alternatives that rank first under no weights at all, ties counted as first. Locks do not matter.
///
/// Exact where all alternatives lack the same scores; else those for which a search found none.
#[must_use]
pub fn never_best(values: &Columns, outline: &Outline) -> Vec<usize> {
    let all: Vec<usize> = (0..values.rows()).collect();
    pace::finish(never_best_of(&all, values, outline, &Pace::default()))
}

/// The same of some `rows`, in slices of at least one linear program.
pub async fn never_best_of(rows: &[usize], values: &Columns, outline: &Outline, pace: &Pace) -> Vec<usize> {
    if outline.leaves() == 0 {
        return Vec::new();
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
    let even = vec![1.0 / outline.leaves() as f64; outline.leaves()];
    let no_locks = BTreeSet::new();
    let room = Room::new(values, &even, outline, &no_locks);
    let best = |column: &[f64]| column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let best: Vec<f64> = values.iter().map(best).collect();
    let is_best_somewhere = |row: usize| values.iter().zip(&best).any(|(column, best)| column[row] >= *best);
    let mut never = Vec::new();
    for (done, &row) in rows.iter().enumerate() {
        pace.tell(done, rows.len());
        pace.spend(outline.leaves()).await;
        if !is_best_somewhere(row) && room.nearest(row, pace).await.0.is_none() {
            never.push(row);
        }
    }
    never
}
