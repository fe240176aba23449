//! Weights by standard deviation: the more the options differ on a criterion, from its worst to its best, the more it weighs.
//!
//! Diakoulaki, Mavrotas & Papayannakis 1995, *Computers & Operations Research* 22(7), as the measure that CRITIC is compared
//! with. Scores are first made shares of the way from the worst to the best option, so that units play no part.

use std::ops::Range;

use super::{ElicitError, columns};
use crate::model::Problem;

/// The weights of `criteria` (places in `problem`) from their scores, summing to 1. One whose scores are all equal weighs 0.
///
/// # Errors
/// Where a score is missing, or no criterion tells the options apart.
pub fn weights(problem: &Problem, criteria: Range<usize>) -> Result<Vec<f64>, ElicitError> {
    let columns = columns::complete(problem, criteria.clone())?;
    let deviation = |(criterion, column): (usize, &[f64])| {
        let values = columns::min_max(column, problem.criteria[criterion].direction);
        columns::deviation(&columns::centred(&values))
    };
    columns::shares(&criteria.zip(columns).map(deviation).collect::<Vec<_>>())
}
