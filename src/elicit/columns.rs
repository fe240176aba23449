//! What the data-driven weights have in common: columns of scores, complete and comparable.

use std::ops::Range;

use super::{ElicitError, points};
use crate::model::{Direction, Problem};

/// The columns `criteria`, from left to right.
///
/// # Errors
/// Where there are none, or a score is missing; the error names it.
pub fn complete(problem: &Problem, criteria: Range<usize>) -> Result<Vec<&[f64]>, ElicitError> {
    if criteria.is_empty() {
        return Err(ElicitError::Nothing);
    }
    let column = |criterion: usize| {
        let column = problem.scores.column(criterion);
        match column.iter().position(|x| x.is_nan()) {
            None => Ok(column),
            Some(row) => Err(ElicitError::MissingScore {
                option: problem.alternatives[row].clone(),
                criterion: problem.criteria[criterion].name.clone(),
            }),
        }
    };
    criteria.map(column).collect()
}

/// Scores as shares of the way from the worst to the best among them, 0 to 1; all 0 where they are equal.
pub fn min_max(column: &[f64], direction: Direction) -> Vec<f64> {
    // Halved, so that the difference of the greatest numbers is a number.
    let worth = |x: &f64| match direction {
        Direction::Max => x / 2.0,
        Direction::Min => -x / 2.0,
        Direction::Target(target) => -(x / 2.0 - target / 2.0).abs(),
    };
    let worths: Vec<f64> = column.iter().map(worth).collect();
    let least = worths.iter().copied().fold(f64::INFINITY, f64::min);
    let greatest = worths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let way = greatest - least;
    worths.iter().map(|x| if way > 0.0 { (x - least) / way } else { 0.0 }).collect()
}

/// What is left of each number when the mean is taken from it.
#[expect(clippy::cast_precision_loss, reason = "a count of options")]
pub fn centred(column: &[f64]) -> Vec<f64> {
    let mean = column.iter().sum::<f64>() / column.len().max(1) as f64;
    column.iter().map(|x| x - mean).collect()
}

/// The standard deviation of numbers that were [`centred`], over their count.
#[expect(clippy::cast_precision_loss, reason = "a count of options")]
pub fn deviation(centred: &[f64]) -> f64 {
    (centred.iter().map(|x| x * x).sum::<f64>() / centred.len().max(1) as f64).sqrt()
}

/// Weights in proportion to what each column tells, summing to 1.
///
/// # Errors
/// Where none tells anything.
pub fn shares(information: &[f64]) -> Result<Vec<f64>, ElicitError> {
    points::shares(information).ok_or(ElicitError::NoInformation)
}
