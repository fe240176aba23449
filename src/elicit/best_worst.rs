//! The best-worst method: the best is compared with all others, and all others with the worst.
//!
//! Rezaei 2016, Best-worst multi-criteria decision-making method: some properties and a linear model, *Omega* 64. The
//! consistency ratio is the one that rests on the input: Liang, Brunelli & Rezaei 2020, *Omega* 96.

use super::ElicitError;
use crate::linear_program::{LinearProgram, Relation};

/// The greatest grade. The usual scale ends at 9.
pub const GREATEST: f64 = 1000.0;

/// Two rows of comparisons over the same names.
#[derive(Clone, Debug, PartialEq)]
pub struct BestWorst {
    pub names: Vec<String>,
    /// Place of the most important among `names`.
    pub best: usize,
    /// Place of the least important.
    pub worst: usize,
    /// How many times as important the best is as each: 1 to [`GREATEST`], and 1 for itself.
    pub best_to_others: Vec<f64>,
    /// How many times as important each is as the worst, likewise.
    pub others_to_worst: Vec<f64>,
}

/// What follows from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// They sum to 1.
    pub weights: Vec<f64>,
    /// The least possible of the greatest deviation |`w_best` - a `w_j`| or |`w_j` - a `w_worst`|; 0 where all comparisons agree.
    pub xi: f64,
    /// The greatest |`a_Bj` `a_jW` - `a_BW`| / (`a_BW^2` - `a_BW`) over all j; 0 where all comparisons agree, and where
    /// `a_BW` is 1.
    pub consistency_ratio: f64,
}

/// Solves the linear model: the least xi such that no deviation exceeds it, over weights of 0 or more that sum to 1.
///
/// # Errors
/// Where there is nothing, a grade is out of its range, or the two rows do not agree on the best and the worst.
pub fn solve(judgement: &BestWorst) -> Result<Solution, ElicitError> {
    check(judgement)?;
    let BestWorst { names, best, worst, best_to_others, others_to_worst } = judgement;
    let mut program = LinearProgram::default();
    let xi = program.variable(1.0, 0.0, f64::INFINITY);
    let weights: Vec<usize> = names.iter().map(|_| program.variable(0.0, 0.0, 1.0)).collect();
    program.row(weights.iter().map(|&weight| (weight, 1.0)), Relation::Equal, 1.0);
    let mut within = |more: usize, grade: f64, less: usize| {
        if more != less {
            program.row([(weights[more], 1.0), (weights[less], -grade), (xi, -1.0)], Relation::AtMost, 0.0);
            program.row([(weights[more], -1.0), (weights[less], grade), (xi, -1.0)], Relation::AtMost, 0.0);
        }
    };
    for place in 0..names.len() {
        within(*best, best_to_others[place], place);
        if place != *best {
            within(place, others_to_worst[place], *worst);
        }
    }
    let optimum = program.minimize()?;
    let weights = &optimum.point[1..];
    let sum: f64 = weights.iter().sum();
    Ok(Solution {
        weights: weights.iter().map(|weight| weight.max(0.0) / sum).collect(),
        xi: optimum.point[xi].max(0.0),
        consistency_ratio: consistency_ratio(judgement),
    })
}

#[expect(clippy::float_cmp, reason = "what was typed twice is the same number")]
fn check(judgement: &BestWorst) -> Result<(), ElicitError> {
    let BestWorst { names, best, worst, best_to_others, others_to_worst } = judgement;
    if names.is_empty() {
        return Err(ElicitError::Nothing);
    }
    if best == worst && names.len() > 1 {
        return Err(ElicitError::BestIsWorst { whose: names[*best].clone() });
    }
    for (is_best, grades, own) in [(true, best_to_others, best), (false, others_to_worst, worst)] {
        for (place, (&grade, name)) in grades.iter().zip(names).enumerate() {
            let allowed = if place == *own { 1.0..=1.0 } else { 1.0..=GREATEST };
            if !allowed.contains(&grade) {
                let whose = name.clone();
                return Err(if place == *own {
                    ElicitError::Itself { whose, grade }
                } else if is_best {
                    ElicitError::GradeOfBest { whose, grade, range: allowed }
                } else {
                    ElicitError::GradeOfWorst { whose, grade, range: allowed }
                });
            }
        }
    }
    let (one, other) = (best_to_others[*worst], others_to_worst[*best]);
    if one != other {
        let (best, worst) = (names[*best].clone(), names[*worst].clone());
        return Err(ElicitError::BestOverWorst { best, worst, one, other });
    }
    Ok(())
}

fn consistency_ratio(judgement: &BestWorst) -> f64 {
    let whole = judgement.best_to_others[judgement.worst];
    if whole <= 1.0 {
        return 0.0;
    }
    let off = |(a, b): (&f64, &f64)| (a * b - whole).abs() / (whole * whole - whole);
    judgement.best_to_others.iter().zip(&judgement.others_to_worst).map(off).fold(0.0, f64::max)
}
