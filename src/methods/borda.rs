//! Borda count, with the criteria as voters: the weighted mean over the criteria of n - rank.
//!
//! Borda 1784, see [`voting`]. Options that tie on a criterion share the mean of their places. Only the order of the scores
//! on a criterion counts, not their distances. The score is the number of other options that it beats, in the weighted
//! mean: 0 to n - 1, more is better. On a criterion an option is compared with those that are scored on it too; where it
//! has no score itself the criterion is left out and the other weights are renormalised.

use super::voting;
use super::{Better, Compute, Coverage, Input, Method, MethodError, MethodLabel, Normalization, Outcome};

/// Criteria as voters who give points.
pub static METHOD: Method = Method {
    id: "borda",
    name: MethodLabel::Borda,
    source: "Borda 1784",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[],
    compute: Compute::AtOnce(compute),
};

#[expect(clippy::unnecessary_wraps, reason = "as every method is called")]
fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let mut scores = voting::borda(&voting::criteria(input.problem));
    let coverage = Coverage::of(&input.problem.scores, &input.problem.weights);
    coverage.hide_unscored(&mut scores);
    Ok(Outcome { scores, coverage, details: Vec::new() })
}
