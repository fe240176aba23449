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

/// Of every option against every option, row by row, what `entry` makes of the two.
fn by_pairs<T: Send>(options: usize, entry: impl Fn(usize, usize) -> T + Sync) -> Vec<Vec<T>> {
    (0..options).into_par_iter().map(|a| (0..options).map(|b| entry(a, b)).collect()).collect()
}

/// Of every option a against every option b: the weighted mean, 0 to 1, of how far the criteria agree that a is at least as
/// good as b. `agreement` tells it from the score of b less that of a.
fn concordance(
    options: usize,
    criteria: &[Criterion],
    agreement: impl Fn(&Criterion, f64) -> f64 + Sync,
) -> Vec<Vec<f64>> {
    by_pairs(options, |a, b| {
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
}
