//! CODAS, combinative distance-based assessment: how far from the worst, by Euclidean and by taxicab distance.
//!
//! Keshavarz Ghorabaee, M., Zavadskas, E. K., Turskis, Z. & Antucheviciene, J. (2016), "A new combinative distance-based
//! assessment (CODAS) method for multi-criteria decision-making", *Economic Computation and Economic Cybernetics Studies
//! and Research* 50(3). The weighted ratios to the best score (`max`) are compared with the worst of each criterion; E and
//! T are the Euclidean and the taxicab distance from there. The score is the sum over all other options k of
//! (E - `E_k`) + psi (T - `T_k`), where psi is 1 if |E - `E_k`| is at least `tau`, else 0. Scores sum to 0, more is better;
//! where all options are equal each scores 0.
//!
//! As published the taxicab distance counts where the Euclidean distances differ by `tau` or more, although it is often
//! told the other way round. Ratios ask for scores above 0; with the normalisations `value` and `min-max` any will do.

use super::{
    Better, Compute, Detail, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome, Parameter,
    ParameterLabel, TIE,
};
use crate::pace::Work;

/// Distances from the worst.
pub static METHOD: Method = Method {
    id: "codas",
    name: MethodLabel::Codas,
    source: "Keshavarz Ghorabaee et al. 2016",
    better: Better::Higher,
    normalizations: &[Normalization::Max, Normalization::Value, Normalization::MinMax],
    parameters: &[Parameter { name: "tau", default: 0.02, range: 0.0..=1.0, meaning: ParameterLabel::CodasTau }],
    needs: &[Need::EveryScore],
    compute: Compute::InSlices(compute),
};

fn compute<'a>(input: &'a Input) -> Work<'a, Result<Outcome, MethodError>> {
    Box::pin(distances(input))
}

async fn distances(input: &Input<'_>) -> Result<Outcome, MethodError> {
    let normalized = input.normalized()?;
    let (mut euclidean, mut taxicab) = (vec![0.0_f64; normalized.rows()], vec![0.0; normalized.rows()]);
    for (weight, column) in input.problem.weights.iter().zip(normalized.iter()) {
        let worst = column.iter().copied().fold(f64::INFINITY, f64::min);
        for ((e, t), r) in euclidean.iter_mut().zip(&mut taxicab).zip(column) {
            let distance = weight * (r - worst);
            *e = e.hypot(distance);
            *t += distance;
        }
    }
    let tau = input.parameter("tau");
    let largest = taxicab.iter().copied().fold(0.0, f64::max);
    // Scores sum to 0: what rounding leaves of equal distances would be all there is to rank by.
    let ahead = |a: f64, b: f64| if (a - b).abs() > TIE * largest { a - b } else { 0.0 };
    let lead = |(e, t), (other_e, other_t)| {
        let euclidean: f64 = ahead(e, other_e);
        euclidean + if euclidean.abs() >= tau { ahead(t, other_t) } else { 0.0 }
    };
    let points = || euclidean.iter().copied().zip(taxicab.iter().copied());
    let mut scores = Vec::with_capacity(euclidean.len());
    for own in points() {
        input.pace.spend(euclidean.len()).await;
        scores.push(points().map(|other| lead(own, other)).sum());
    }
    let details = vec![Detail::by_alternative("E", euclidean.clone()), Detail::by_alternative("T", taxicab.clone())];
    Ok(Outcome { scores, details, ..Outcome::default() })
}
