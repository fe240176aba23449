//! Pugh's matrix: better than the baseline, the same, or worse, criterion by criterion.
//!
//! Pugh, S. (1981), "Concept selection: a method that works", *International Conference on Engineering Design, Rome*. Each
//! criterion gives +1 where the option is better than the baseline, 0 where it is the same and -1 where it is worse; the
//! score is the weighted mean of these: -1 to 1, more is better, 0 for the baseline itself. Criteria on which the option or
//! the baseline has no score are left out, the other weights renormalised, and coverage is the weight on which both have
//! one.

use super::voting;
use super::weighted_sum::{self, Overall};
use super::{Better, Compute, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome, TIE};
use crate::model::Columns;

/// Against a baseline.
pub static METHOD: Method = Method {
    id: "pugh",
    name: MethodLabel::Pugh,
    source: "Pugh 1981",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[Need::Baseline],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let problem = input.problem;
    let Some(baseline) = problem.baseline else { return Err(MethodError::NeedsBaseline { method: METHOD.id }) };
    let rows = problem.alternatives.len();
    let mut signs = Vec::with_capacity(rows * problem.criteria.len());
    for ballot in voting::criteria(problem) {
        let is_known = |row: usize| !ballot.ranks[row].is_nan();
        let sign = |row| if is_known(row) && is_known(baseline) { ballot.lead(row, baseline) } else { f64::NAN };
        signs.extend((0..rows).map(sign));
    }
    let Overall { mut scores, coverage } = weighted_sum::overall(&Columns::new(rows, signs), &problem.weights);
    // What rounding leaves of weights that balance would rank an option apart from the baseline.
    scores.iter_mut().filter(|score| score.abs() <= TIE).for_each(|score| *score = 0.0);
    Ok(Outcome { scores, coverage, details: Vec::new() })
}
