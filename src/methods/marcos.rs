//! MARCOS, measurement of alternatives and ranking according to compromise solution: utility between anti-ideal and ideal.
//!
//! Stević, Ž., Pamučar, D., Puška, A. & Chatterjee, P. (2020), "Sustainable supplier selection in healthcare industries
//! using a new MCDM method: Measurement of alternatives and ranking according to compromise solution (MARCOS)", *Computers
//! & Industrial Engineering* 140. The matrix is extended by the ideal and the anti-ideal, the best and the worst of each
//! criterion, and divided by the ideal (`max`: x / ideal, for a cost ideal / x). S is the weighted sum of an option,
//! `K_minus` and `K_plus` are S in shares of that of the anti-ideal and of the ideal, and the score is
//!
//! f(K) = (K+ + K-) / (1 + (1 - f(K+)) / f(K+) + (1 - f(K-)) / f(K-)), f(K-) = K+ / (K+ + K-), f(K+) = K- / (K+ + K-).
//!
//! With r = K+ / K-, which is the same for all options, this comes to K+ (1 + r) / (1 + r + r²): 0 to 1, more is better,
//! and options rank as by the weighted sum with the normalisation `max`. Ratios ask for scores above 0. Where all options
//! are equal each scores 2/3.

use super::weighted_sum;
use super::{Better, Compute, Detail, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome};

/// Utility between anti-ideal and ideal.
pub static METHOD: Method = Method {
    id: "marcos",
    name: MethodLabel::Marcos,
    source: "Stević et al. 2020",
    better: Better::Higher,
    normalizations: &[Normalization::Max],
    parameters: &[],
    needs: &[Need::EveryScore, Need::PositiveScores],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let normalized = input.normalized()?;
    let weights = &input.problem.weights;
    // The ideal is 1 throughout.
    let ideal: f64 = weights.iter().sum();
    let worst = |column: &[f64]| column.iter().copied().fold(f64::INFINITY, f64::min);
    let anti_ideal: f64 = weights.iter().zip(normalized.iter()).map(|(weight, column)| weight * worst(column)).sum();
    // A ratio of more than 1e300 to 1 vanishes; the least number stands in for it.
    let ratio = f64::max(anti_ideal / ideal, f64::MIN_POSITIVE);

    let mut plus = weighted_sum::combine(&normalized, weights);
    for sum in &mut plus {
        *sum /= ideal;
    }
    let minus = plus.iter().map(|k| k / ratio).collect();
    let scores = plus.iter().map(|k| k * (1.0 + ratio) / (1.0 + ratio + ratio * ratio)).collect();
    let details = vec![Detail::by_alternative("K_minus", minus), Detail::by_alternative("K_plus", plus)];
    Ok(Outcome { scores, details, ..Outcome::default() })
}
