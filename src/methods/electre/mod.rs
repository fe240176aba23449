//! ELECTRE: does one option outrank another, because most of the criteria say so and none speaks too strongly against it?
//!
//! [`i`] looks for the best options, [`iii`] ranks them all. Two options are compared on the criteria on which both are
//! scored, whose weights are renormalised; where there are none, neither outranks the other. A criterion without weight is
//! left out altogether, so that it can neither support nor forbid.

mod distillation;
pub mod i;
pub mod iii;

use rayon::prelude::*;

use super::weighted_sum::mean;
use crate::model::{Columns, Outranking, Problem};
use crate::pace::{Pace, SLICE};

/// Degrees this close together are the same.
const SLACK: f64 = 1e-12;

/// A criterion that has weight.
struct Criterion<'a> {
    weight: f64,
    thresholds: Outranking,
    /// More being better.
    scores: &'a [f64],
}

fn criteria<'a>(problem: &Problem, scores: &'a Columns) -> Vec<Criterion<'a>> {
    let criteria = problem.criteria.iter().zip(&problem.weights).zip(scores.iter());
    let criteria =
        criteria.map(|((criterion, &weight), scores)| Criterion { weight, thresholds: criterion.outranking, scores });
    criteria.filter(|criterion| criterion.weight != 0.0).collect()
}

/// Of every option against every option, row by row, what `entry` makes of the two in about so many `steps`.
async fn by_pairs<T: Send>(
    options: usize,
    steps: usize,
    pace: &Pace,
    entry: impl Fn(usize, usize) -> T + Sync,
) -> Vec<Vec<T>> {
    let mut rows = Vec::with_capacity(options);
    while rows.len() < options {
        // Many threads share a slice; it ends with a row.
        let count = (SLICE / (options * steps).max(1)).max(rayon::current_num_threads());
        let next = rows.len()..options.min(rows.len() + count);
        pace.spend(next.len() * options * steps).await;
        rows.par_extend(next.into_par_iter().map(|a| (0..options).map(|b| entry(a, b)).collect::<Vec<T>>()));
    }
    rows
}

/// Of every option a against every option b: the weighted mean, 0 to 1, of how far the criteria agree that a is at least as
/// good as b. `agreement` tells it from the score of b less that of a.
async fn concordance(
    options: usize,
    criteria: &[Criterion<'_>],
    pace: &Pace,
    agreement: impl Fn(&Criterion, f64) -> f64 + Sync,
) -> Vec<Vec<f64>> {
    by_pairs(options, criteria.len(), pace, |a, b| {
        let (mut sum, mut weight) = (0.0, 0.0);
        for criterion in criteria {
            let shortfall = criterion.scores[b] - criterion.scores[a];
            if !shortfall.is_nan() {
                sum += criterion.weight * agreement(criterion, shortfall);
                weight += criterion.weight;
            }
        }
        // The mean over no weight is NaN, which `max` passes over.
        if a == b { 1.0 } else { mean(sum, weight).max(0.0) }
    })
    .await
}
