//! Copeland's rule, with the criteria as voters: wins less losses in comparisons of every two options by weighted majority.
//!
//! Copeland 1951, see [`voting`]. One option beats another where the criteria on which it is better weigh more than those
//! on which it is worse; where they weigh the same the two draw. The score is a whole number from -(n - 1) to n - 1, more
//! is better; an option that beats every other one (a Condorcet winner) has n - 1. Two options are compared on the criteria
//! on which both are scored.

use super::voting;
use super::{Better, Compute, Coverage, Input, Method, MethodError, MethodLabel, Normalization, Outcome};
use crate::pace::Work;

/// Criteria as voters who decide between every two.
pub static METHOD: Method = Method {
    id: "copeland",
    name: MethodLabel::Copeland,
    source: "Copeland 1951",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[],
    compute: Compute::InSlices(compute),
};

fn compute<'a>(input: &'a Input) -> Work<'a, Result<Outcome, MethodError>> {
    Box::pin(async move {
        let ballots = voting::criteria_in_slices(input.problem, input.pace).await;
        let mut scores = voting::copeland_in_slices(&ballots, input.pace).await;
        let coverage = Coverage::of(&input.problem.scores, &input.problem.weights);
        coverage.hide_unscored(&mut scores);
        Ok(Outcome { scores, coverage, details: Vec::new() })
    })
}
