//! How far the winner, and the whole order, rest on each weight.
//!
//! One criterion, or one group of the value tree, moves as [`Movement`] moves it: the others keep their proportions, and
//! locked ones stay and shorten the run. For the weighted sum, whatever the normalisation, all is exact, from the
//! intersections of lines ([`crossover`]); the first change of the order is always one of two neighbours in it, so that a
//! pass over them finds it. For every other method a search brackets the changes.
//!
//! Triantaphyllou, E. & Sánchez, A. (1997), "A sensitivity analysis approach for some deterministic multi-criteria
//! decision-making methods", *Decision Sciences* 28.

mod order;
mod search;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::crossover::{self, Crossover};
use super::is_weighted_sum;
use crate::methods::{Better, MethodError, Ranking, Settings, evaluate, weighted_sum};
use crate::model::{Columns, Id, Movement, Outline, Problem, Scope};

pub use search::Search;

/// What the result owes to the weight of one node of the value tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// Place of the node in the outline.
    pub at: usize,
    /// True where its own lock holds it; then it has no run, and nothing crosses.
    pub is_locked: bool,
    /// Its overall weight now, 0 to 1.
    pub weight: f64,
    /// How far the weight can go.
    pub range: RangeInclusive<f64>,
    /// The weights around the present one at which all present winners stay first, ties included.
    pub keeps_winner: RangeInclusive<f64>,
    /// The weights around the present one at which no two options change places. Both ends are where two meet.
    pub keeps_order: RangeInclusive<f64>,
    /// Where the winners change, by rising weight.
    pub crossovers: Vec<Crossover>,
}

/// The stability of every node that has criteria, in the order of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// The alternatives that share the first rank now, in the document's order.
    pub winners: Vec<usize>,
    pub nodes: Vec<Stability>,
    /// How finely was searched; None where all is exact.
    pub search: Option<Search>,
}

/// The sensitivity of what `settings` say of `problem` to every weight.
///
/// # Errors
/// What [`evaluate`] reports.
pub fn sensitivity(
    problem: &Problem,
    outline: &Outline,
    locks: &BTreeSet<Id>,
    settings: &Settings,
) -> Result<Sensitivity, MethodError> {
    let evaluation = evaluate(problem, settings)?;
    if is_weighted_sum(settings) {
        let values = evaluation.normalization.normalize(problem)?;
        Ok(exact(&of_unit_size(values), &problem.weights, outline, locks))
    } else {
        search::search(problem, outline, locks, settings)
    }
}

/// The sensitivity of the weighted sum of `values`, which lie within -1 and 1, one column a criterion and NaN where missing.
///
/// Costs, for each node, a pass over the values and for each crossover one over the options.
#[must_use]
pub fn exact(values: &Columns, weights: &[f64], outline: &Outline, locks: &BTreeSet<Id>) -> Sensitivity {
    let overall = weighted_sum::overall(values, weights);
    let ranking = Ranking::of(&overall.scores, Better::Higher);
    let nodes = nodes(outline, weights, locks, |movement| {
        let found = crossover::sensitivity(values, movement);
        (found.keeps_winner, order::keeps(values, movement, &ranking), found.crossovers)
    });
    Sensitivity { winners: winners(&ranking, &overall.scores), nodes, search: None }
}

type Found = (RangeInclusive<f64>, RangeInclusive<f64>, Vec<Crossover>);

/// Every node that has criteria, with what `look` finds along its movement.
fn nodes(
    outline: &Outline,
    weights: &[f64],
    locks: &BTreeSet<Id>,
    mut look: impl FnMut(&Movement) -> Found,
) -> Vec<Stability> {
    let bearing = outline.entries().iter().enumerate().filter(|(_, entry)| !entry.leaves.is_empty());
    let node = |(at, is_locked): (usize, bool)| {
        let movement = Movement::new(outline, weights, locks, at, Scope::Everything);
        let weight = movement.now();
        let still = weight..=weight;
        let (range, (keeps_winner, keeps_order, crossovers)) = if is_locked {
            (still.clone(), (still.clone(), still, Vec::new()))
        } else {
            (movement.range(), look(&movement))
        };
        Stability { at, is_locked, weight, range, keeps_winner, keeps_order, crossovers }
    };
    bearing.map(|(at, entry)| (at, locks.contains(&entry.id))).map(node).collect()
}

fn winners(ranking: &Ranking, scores: &[f64]) -> Vec<usize> {
    let first = ranking.winners().iter().map(|&row| row as usize);
    first.filter(|&row| !scores[row].is_nan()).collect()
}

/// The same columns on a scale on which the largest number is 1 at most, so that tolerances mean the same for all.
pub(super) fn of_unit_size(values: Cow<'_, Columns>) -> Cow<'_, Columns> {
    let numbers = || values.iter().flatten().filter(|x| !x.is_nan());
    let largest = numbers().fold(0.0, |largest: f64, x| largest.max(x.abs()));
    if (0.1..=1.0).contains(&largest) || largest == 0.0 {
        return values;
    }
    let scaled = values.iter().flatten().map(|x| x / largest).collect();
    Cow::Owned(Columns::new(values.rows(), scaled))
}
