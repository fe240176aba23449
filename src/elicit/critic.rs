//! CRITIC: a criterion weighs more the more the options differ on it, and the less others tell the same.
//!
//! Diakoulaki, Mavrotas & Papayannakis 1995, Determining objective weights in multiple criteria problems: the CRITIC method,
//! *Computers & Operations Research* 22(7).

use std::ops::Range;

use super::{ElicitError, columns};
use crate::model::Problem;

/// The weights of `criteria` (places in `problem`) from their scores, summing to 1: standard deviation times the sum of
/// 1 - Pearson's correlation with each other criterion, on shares of the way from worst to best, costs reversed. One whose
/// scores are all equal weighs 0 and leaves the others as they would be without it.
///
/// # Errors
/// Where a score is missing, or no criterion tells anything that another does not.
pub fn weights(problem: &Problem, criteria: Range<usize>) -> Result<Vec<f64>, ElicitError> {
    let columns = columns::complete(problem, criteria.clone())?;
    let centred: Vec<Vec<f64>> = criteria
        .zip(columns)
        .map(|(criterion, column)| columns::centred(&columns::min_max(column, problem.criteria[criterion].direction)))
        .collect();
    let deviations: Vec<f64> = centred.iter().map(|column| columns::deviation(column)).collect();
    let telling: Vec<usize> = (0..centred.len()).filter(|&place| deviations[place] > 0.0).collect();
    if let [only] = telling[..] {
        return Ok((0..centred.len()).map(|place| if place == only { 1.0 } else { 0.0 }).collect());
    }
    let information = |place: usize| {
        let others = telling.iter().filter(|&&other| other != place);
        deviations[place] * others.map(|&other| 1.0 - correlation(&centred[place], &centred[other])).sum::<f64>()
    };
    let information: Vec<f64> =
        (0..centred.len()).map(|place| if deviations[place] > 0.0 { information(place) } else { 0.0 }).collect();
    // Columns that say the same differ in rounding only.
    let is_rounding = information.iter().all(|x| *x < 1e-12);
    if is_rounding { Err(ElicitError::NoInformation) } else { columns::shares(&information) }
}

/// Pearson's correlation of two columns that were centred and are not constant, -1 to 1.
fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    (product(one, other) / (product(one, one) * product(other, other)).sqrt()).clamp(-1.0, 1.0)
}
