//! SPOTIS, stable preference ordering towards ideal solution: the weighted mean distance from the ideal.
//!
//! Dezert, J., Tchamova, A., Han, D. & Tacnet, J.-M. (2020), "The SPOTIS rank reversal free method for multi-criteria
//! decision-making support", *23rd International Conference on Information Fusion*. Distances are taken in shares of the
//! fixed range of each criterion, from its better end, or from its target (the paper's expected solution point). The score
//! is 0 in the ideal and 1 at the worst ends; less is better. It depends on nothing but the option itself, so that no other
//! option can turn the order of two.
//!
//! The paper asks for scores within the range; one beyond an end counts as that end, as in the value model. With straight
//! value functions the score is therefore 1 less that of the weighted sum, but for targets, whose distances the value
//! model takes in shares of the farther end. Missing scores are left out and the other weights renormalised.

use super::weighted_sum::{self, Overall};
use super::{Better, Compute, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome};
use crate::model::{Columns, Direction, Ends};

/// Distance from the ideal on fixed ranges.
pub static METHOD: Method = Method {
    id: "spotis",
    name: MethodLabel::Spotis,
    source: "Dezert et al. 2020",
    better: Better::Lower,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[Need::FixedRanges],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let problem = input.problem;
    let mut distances = Vec::with_capacity(problem.scores.rows() * problem.criteria.len());
    for (criterion, column) in problem.criteria.iter().zip(problem.scores.iter()) {
        let Some(ends) = criterion.ends else {
            return Err(MethodError::NeedsRange { method: METHOD.id, criterion: criterion.name.clone() });
        };
        let ideal = if let Direction::Target(target) = criterion.direction { target } else { ends.best };
        distances.extend(column.iter().map(|&x| distance(x, ideal, ends)));
    }
    let Overall { scores, coverage } =
        weighted_sum::overall(&Columns::new(problem.scores.rows(), distances), &problem.weights);
    Ok(Outcome { scores, coverage, details: Vec::new() })
}

/// In shares of the range; NaN where there is no score, 0 where there is no range.
fn distance(x: f64, ideal: f64, ends: Ends) -> f64 {
    let (low, high) = (ends.worst.min(ends.best), ends.worst.max(ends.best));
    if low < high { (x.clamp(low, high) - ideal).abs() / (high - low) } else { x * 0.0 }
}
