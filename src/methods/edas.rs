//! EDAS, evaluation based on distance from average solution: how far above and below the average of each criterion.
//!
//! Keshavarz Ghorabaee, M., Zavadskas, E. K., Olfat, L. & Turskis, Z. (2015), "Multi-criteria inventory classification
//! using a new method of evaluation based on distance from average solution (EDAS)", *Informatica* 26(3). Distances are
//! taken in shares of the average; SP and SN are their weighted sums on the good and on the bad side, and the score is the
//! mean of NSP = SP / max SP and NSN = 1 - SN / max SN: 0 to 1, more is better.
//!
//! Ratios to an average ask for scores of at least 0. A criterion on which all scores are 0 sets nobody apart. Where no
//! option is above any average, all being equal, NSP is 0 and NSN 1, so that each scores 1/2.

use super::{Better, Compute, Detail, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome};

/// Distance from the average.
pub static METHOD: Method = Method {
    id: "edas",
    name: MethodLabel::Edas,
    source: "Keshavarz Ghorabaee et al. 2015",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[Need::EveryScore, Need::NoNegativeScores],
    compute: Compute::AtOnce(compute),
};

#[expect(clippy::unnecessary_wraps, reason = "as every method is called")]
fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let problem = input.problem;
    let columns = problem.monotone_scores();
    let (mut above, mut below) = (vec![0.0; columns.rows()], vec![0.0; columns.rows()]);
    for ((criterion, column), weight) in problem.criteria.iter().zip(columns.iter()).zip(&problem.weights) {
        let (gains, losses) =
            if criterion.direction.is_cost() { (&mut below, &mut above) } else { (&mut above, &mut below) };
        for ((gain, loss), distance) in gains.iter_mut().zip(losses).zip(from_average(column)) {
            *gain += weight * f64::max(distance, 0.0);
            *loss += weight * f64::max(-distance, 0.0);
        }
    }
    let (nsp, nsn) = (to_largest(&above), to_largest(&below));
    let scores = nsp.zip(nsn).map(|(p, n)| p.midpoint(1.0 - n)).collect();
    let details = vec![Detail::by_alternative("SP", above.clone()), Detail::by_alternative("SN", below.clone())];
    Ok(Outcome { scores, details, ..Outcome::default() })
}

/// How far each number lies above the average, in shares of the average.
fn from_average(column: &[f64]) -> impl Iterator<Item = f64> {
    // In shares of the largest the sum neither overflows nor vanishes.
    let largest = column.iter().copied().fold(0.0, f64::max);
    let share = move |x: f64| if largest > 0.0 { x / largest } else { 1.0 };
    #[expect(clippy::cast_precision_loss, reason = "a count of alternatives")]
    let average = column.iter().map(|&x| share(x)).sum::<f64>() / column.len() as f64;
    column.iter().map(move |&x| (share(x) - average) / average)
}

/// Each number in shares of the largest; 0 where that is 0.
fn to_largest(numbers: &[f64]) -> impl Iterator<Item = f64> {
    let largest = numbers.iter().copied().fold(0.0, f64::max);
    numbers.iter().map(move |x| if largest > 0.0 { x / largest } else { 0.0 })
}
