//! Weights by entropy: the more unevenly the scores are spread, the more a criterion tells.
//!
//! Shannon 1948 as used by Zeleny 1982, *Multiple criteria decision making*, and Hwang & Yoon 1981, *Multiple attribute
//! decision making*: p = x / sum(x), e = -sum(p ln p) / ln(n), weight in proportion to 1 - e. Costs are not inverted.

use std::ops::Range;

use super::{ElicitError, columns};
use crate::model::Problem;

/// The weights of `criteria` (places in `problem`) from their scores, summing to 1. One whose scores are all equal weighs 0.
///
/// # Errors
/// Where a score is missing or negative, or no criterion tells the options apart.
#[expect(clippy::cast_precision_loss, reason = "a count of options")]
pub fn weights(problem: &Problem, criteria: Range<usize>) -> Result<Vec<f64>, ElicitError> {
    let most = (problem.scores.rows() as f64).ln();
    let columns = columns::complete(problem, criteria.clone())?;
    let mut information = Vec::with_capacity(columns.len());
    for (criterion, column) in criteria.zip(columns) {
        if let Some(&number) = column.iter().find(|x| **x < 0.0) {
            let criterion = problem.criteria[criterion].name.clone();
            return Err(ElicitError::Negative { criterion, number });
        }
        let largest = column.iter().copied().fold(0.0, f64::max);
        let is_constant = column.windows(2).all(|pair| pair[0].total_cmp(&pair[1]).is_eq());
        if is_constant || largest <= 0.0 {
            information.push(0.0);
            continue;
        }
        let sum: f64 = column.iter().map(|x| x / largest).sum();
        let part = |x: &f64| match x / largest / sum {
            p if p > 0.0 => p * p.ln(),
            _ => 0.0,
        };
        let entropy = -column.iter().map(part).sum::<f64>() / most;
        information.push((1.0 - entropy).max(0.0));
    }
    columns::shares(&information)
}
