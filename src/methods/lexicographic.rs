//! Lexicographic order: the criterion with the most weight decides, the next one where that leaves a tie, and so on.
//!
//! Fishburn, P. C. (1974), "Lexicographic orders, utilities and decision rules: a survey", *Management Science* 20(11).
//! Weights serve to order the criteria only; criteria of equal weight come in the document's order, one without weight has
//! no say. The score is the number of other options that it comes before, those with which it ties throughout counting
//! half: 0 to n - 1, more is better; with complete scores that is n - rank. Two options are compared on the criteria on
//! which both are scored, and tie where there are none.

use super::voting::{self, Ballot};
use super::{Better, Compute, Coverage, Input, Method, MethodError, MethodLabel, Normalization, Outcome, Ranking};
use crate::pace::Work;

/// One criterion after the other.
pub static METHOD: Method = Method {
    id: "lexicographic",
    name: MethodLabel::Lexicographic,
    source: "Fishburn 1974",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[],
    compute: Compute::InSlices(compute),
};

fn compute<'a>(input: &'a Input) -> Work<'a, Result<Outcome, MethodError>> {
    Box::pin(async move { Ok(pair_by_pair(input).await) })
}

async fn pair_by_pair(input: &Input<'_>) -> Outcome {
    let problem = input.problem;
    let ballots = voting::criteria_in_slices(problem, input.pace).await;
    let by_weight = Ranking::of(&problem.weights, Better::Higher);
    let ballots = by_weight.order().iter().map(|&criterion| &ballots[criterion as usize]);
    let ballots: Vec<&Ballot> = ballots.filter(|ballot| ballot.weight > 0.0).collect();
    let lead = |a, b| ballots.iter().map(|ballot| ballot.lead(a, b)).find(|&lead| lead != 0.0).unwrap_or(0.0);

    let mut scores = vec![0.0; problem.alternatives.len()];
    for b in 0..scores.len() {
        input.pace.spend(b * ballots.len()).await;
        for a in 0..b {
            let lead = lead(a, b);
            scores[a] += 0.5 + lead / 2.0;
            scores[b] += 0.5 - lead / 2.0;
        }
    }
    let coverage = Coverage::of(&problem.scores, &problem.weights);
    coverage.hide_unscored(&mut scores);
    Outcome { scores, coverage, details: Vec::new() }
}
