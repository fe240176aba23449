//! Borda count, with the criteria as voters: the weighted mean over the criteria of n - rank.
//!
//! Borda 1784, see [`voting`]. Options that tie on a criterion share the mean of their places. Only the order of the scores
//! on a criterion counts, not their distances. The score is the number of other options that it beats, in the weighted
//! mean: 0 to n - 1, more is better. On a criterion an option is compared with those that are scored on it too; where it
//! has no score itself the criterion is left out and the other weights are renormalised.

use super::voting;
use super::{Better, Compute, Coverage, Input, Method, MethodError, MethodLabel, Normalization, Outcome};
use crate::pace::Work;

/// Criteria as voters who give points.
pub static METHOD: Method = Method {
    id: "borda",
    name: MethodLabel::Borda,
    source: "Borda 1784",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[],
    compute: Compute::InSlices(compute),
};

fn compute<'a>(input: &'a Input) -> Work<'a, Result<Outcome, MethodError>> {
    Box::pin(async move { Ok(points(input).await) })
}

async fn points(input: &Input<'_>) -> Outcome {
    let ballots = voting::criteria_in_slices(input.problem, input.pace).await;
    input.pace.spend(input.problem.alternatives.len() * ballots.len()).await;
    let mut scores = voting::borda(&ballots);
    let coverage = Coverage::of(&input.problem.scores, &input.problem.weights);
    coverage.hide_unscored(&mut scores);
    Outcome { scores, coverage, details: Vec::new() }
}
