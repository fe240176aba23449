//! ARAS: how much of what an ideal option would be worth.
//!
//! Zavadskas, E. K. & Turskis, Z. (2010), "A new additive ratio assessment (ARAS) method in multicriteria decision-making",
//! *Technological and Economic Development of Economy* 16, 159-172. Costs are inverted, 1/x; an option with the best score
//! of every criterion is added; each column, that option's score included, is divided by its sum. S is the sum of w r, and
//! the score is K = S / S of the ideal option, above 0, at most 1. It does not depend on units. Scores must be above 0, as
//! the ratios ask for; for a target its distance from it. Details: `S` and `K` by option, `S_optimal` of the ideal one.

use super::{
    Better, Compute, Detail, DetailValue, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome,
    weighted_sum,
};

/// ARAS.
pub static METHOD: Method = Method {
    id: "aras",
    name: MethodLabel::Aras,
    source: "Zavadskas & Turskis 2010",
    better: Better::Higher,
    normalizations: &[Normalization::Sum],
    parameters: &[],
    needs: &[Need::EveryScore, Need::PositiveScores],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    // Ratios to the best differ from x and 1/x by a factor that the sum takes out again; the ideal option has 1 everywhere.
    let ratios = Normalization::Max.normalize(input.problem)?;
    let parts = ratios.iter().zip(&input.problem.weights);
    let parts: Vec<f64> = parts.map(|(column, weight)| weight / (column.iter().sum::<f64>() + 1.0)).collect();
    let sums = weighted_sum::combine(&ratios, &parts);
    let optimal: f64 = parts.iter().sum();
    let degrees: Vec<f64> = sums.iter().map(|sum| sum / optimal).collect();
    let details = vec![
        Detail { name: "S_optimal", value: DetailValue::Number(optimal) },
        Detail::by_alternative("S", sums),
        Detail::by_alternative("K", degrees.clone()),
    ];
    Ok(Outcome { scores: degrees, details, ..Outcome::default() })
}
