//! MOORA, the ratio system: what benefits add, less what costs take.
//!
//! Brauers, W. K. M. & Zavadskas, E. K. (2006), "The MOORA method and its application to privatization in a transition
//! economy", *Control and Cybernetics* 35, 445-469. With r = x / norm(x) for benefits and costs alike, the score is the sum
//! of w r over benefits less that over costs, -1 to 1. It takes any score, and does not depend on units. A column of
//! zeros counts 0.

use super::{Better, Compute, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome, weighted_sum};
use crate::model::{Columns, Problem};

/// MOORA, the ratio system.
pub static METHOD: Method = Method {
    id: "moora",
    name: MethodLabel::Moora,
    source: "Brauers & Zavadskas 2006",
    better: Better::Higher,
    normalizations: &[Normalization::Vector],
    parameters: &[],
    needs: &[Need::EveryScore],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let ratios = ratios(input.problem)?;
    Ok(Outcome { scores: ratio_system(&ratios, input.problem), ..Outcome::default() })
}

/// Each score over the Euclidean norm of its column, costs too.
pub(super) fn ratios(problem: &Problem) -> Result<Columns, MethodError> {
    Normalization::Vector.with(problem, |_| false)
}

/// Weighted benefits less weighted costs.
pub(super) fn ratio_system(ratios: &Columns, problem: &Problem) -> Vec<f64> {
    let weights = problem.criteria.iter().zip(&problem.weights);
    let signed = weights.map(|(criterion, weight)| if criterion.direction.is_cost() { -weight } else { *weight });
    weighted_sum::combine(ratios, &signed.collect::<Vec<_>>())
}
