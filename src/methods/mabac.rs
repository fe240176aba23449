//! MABAC, multi-attributive border approximation area comparison: how far above the border of each criterion.
//!
//! Pamučar, D. & Ćirović, G. (2015), "The selection of transport and handling resources in logistics centers using
//! Multi-Attributive Border Approximation area Comparison (MABAC)", *Expert Systems with Applications* 42(6). With r after
//! min-max V = w (r + 1); the border G of a criterion is the geometric mean of its V, and the score is the sum of V - G:
//! above 0 in the upper area, below 0 in the lower, more is better. Since G is the same for all, options rank as by the
//! weighted sum of r; what the method adds is the border.
//!
//! A criterion on which all options are equal adds 0.

use super::weighted_sum;
use super::{
    Better, Compute, Detail, DetailValue, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome,
};

/// Distance from the border area.
pub static METHOD: Method = Method {
    id: "mabac",
    name: MethodLabel::Mabac,
    source: "Pamučar & Ćirović 2015",
    better: Better::Higher,
    normalizations: &[Normalization::MinMax, Normalization::Value],
    parameters: &[],
    needs: &[Need::EveryScore],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let normalized = input.normalized()?;
    let weights = &input.problem.weights;
    #[expect(clippy::cast_precision_loss, reason = "a count of alternatives")]
    let rows = normalized.rows() as f64;
    // V - G is w (r + 1) - w g, with g the geometric mean of r + 1: as a mean of logarithms it cannot run out of range.
    let means = normalized.iter().map(|column| (column.iter().map(|r| r.ln_1p()).sum::<f64>() / rows).exp_m1());
    let borders: Vec<f64> = means.collect();
    let border: f64 = weights.iter().zip(&borders).map(|(weight, mean)| weight * mean).sum();
    let mut scores = weighted_sum::combine(&normalized, weights);
    for score in &mut scores {
        *score -= border;
    }
    let borders = weights.iter().zip(borders).map(|(weight, mean)| weight * (mean + 1.0)).collect();
    let details = vec![Detail { name: "G", value: DetailValue::ByCriterion(borders) }];
    Ok(Outcome { scores, details, ..Outcome::default() })
}
