//! CoCoSo, combined compromise solution: a weighted sum and a sum of powers, combined in three ways.
//!
//! Yazdani, M., Zarate, P., Zavadskas, E. K. & Turskis, Z. (2019), "A combined compromise solution (CoCoSo) method for
//! multi-criteria decision-making problems", *Management Decision* 57(9). With r after min-max
//!
//! - S is the sum of w r and P the sum of r^w,
//! - `k_a` is the share of the option in the sum of all P + S,
//! - `k_b` is S / min S + P / min P,
//! - `k_c` is (lambda S + (1 - lambda) P) / (lambda max S + (1 - lambda) max P),
//!
//! and the score is the geometric mean of the three and their arithmetic mean together: at least 0, more is better.
//!
//! A criterion without weight is left out; taken to the letter r^0 would add 1 to each P. An option that is the worst on
//! every criterion has S = P = 0, and to that there is no ratio: then `k_b` is 0 for all, and the other two decide. Where
//! all options are equal all three are 0.

use super::weighted_sum;
use super::{
    Better, Compute, Detail, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome, Parameter,
    ParameterLabel,
};

/// Combined compromise.
pub static METHOD: Method = Method {
    id: "cocoso",
    name: MethodLabel::Cocoso,
    source: "Yazdani et al. 2019",
    better: Better::Higher,
    normalizations: &[Normalization::MinMax, Normalization::Value],
    parameters: &[Parameter { name: "lambda", default: 0.5, range: 0.0..=1.0, meaning: ParameterLabel::CocosoLambda }],
    needs: &[Need::EveryScore],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let normalized = input.normalized()?;
    let weights = &input.problem.weights;
    let sums = weighted_sum::combine(&normalized, weights);
    let mut powers = vec![0.0; sums.len()];
    for (weight, column) in weighted_sum::terms(&normalized, weights) {
        powers.iter_mut().zip(column).for_each(|(power, r)| *power += r.powf(weight));
    }

    let lambda = input.parameter("lambda");
    let both = || sums.iter().zip(&powers);
    let total: f64 = both().map(|(s, p)| s + p).sum();
    let k_a: Vec<f64> = both().map(|(s, p)| share(s + p, total)).collect();
    let k_b: Vec<f64> = to_least(&sums).zip(to_least(&powers)).map(|(s, p)| s + p).collect();
    let most = lambda * largest(&sums) + (1.0 - lambda) * largest(&powers);
    let k_c: Vec<f64> = both().map(|(s, p)| share(lambda * s + (1.0 - lambda) * p, most)).collect();

    let score = |((a, b), c): ((&f64, &f64), &f64)| a.cbrt() * b.cbrt() * c.cbrt() + (a + b + c) / 3.0;
    let scores = k_a.iter().zip(&k_b).zip(&k_c).map(score).collect();
    let named = [("S", sums), ("P", powers), ("k_a", k_a), ("k_b", k_b), ("k_c", k_c)];
    let details = named.map(|(name, numbers)| Detail::by_alternative(name, numbers)).into();
    Ok(Outcome { scores, details, ..Outcome::default() })
}

/// 0 of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Each number as a multiple of the least; 0 for all where the least is 0, or next to nothing.
fn to_least(numbers: &[f64]) -> impl Iterator<Item = f64> {
    let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let is_ratio = (largest(numbers) / least).is_finite();
    numbers.iter().map(move |x| if is_ratio { x / least } else { 0.0 })
}

fn largest(numbers: &[f64]) -> f64 {
    numbers.iter().copied().fold(0.0, f64::max)
}
