//! From scores in the criteria's own units to numbers that may be added or multiplied.

use std::borrow::Cow;
use std::fmt;

use super::MethodError;
use crate::model::{Columns, Direction, Problem};
use crate::text::Argument;

/// How scores are made comparable. `x` is the score of an alternative; extremes, sums and norms run over all of them.
///
/// | | benefit | cost |
/// |---|---|---|
/// | [`Value`](Self::Value) | the value function | the same |
/// | [`MinMax`](Self::MinMax) | (x - min) / (max - min) | (max - x) / (max - min) |
/// | [`Max`](Self::Max) | x / max | min / x |
/// | [`MaxComplement`](Self::MaxComplement) | x / max | 1 - x / max |
/// | [`Sum`](Self::Sum) | x / sum(x) | (1/x) / sum(1/x) |
/// | [`Vector`](Self::Vector) | x / norm(x) | (1/x) / norm(1/x) |
/// | [`VectorComplement`](Self::VectorComplement) | x / norm(x) | 1 - x / norm(x) |
/// | [`None`](Self::None) | x | -x |
///
/// A criterion with a target is a cost on the distance from it. Missing scores stay missing and count nowhere. Where all
/// alternatives are equal the distance that `min-max` divides by is 0, and all get 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Normalization {
    #[default]
    Value,
    MinMax,
    Max,
    MaxComplement,
    Sum,
    Vector,
    VectorComplement,
    None,
}

impl Normalization {
    pub const ALL: [Self; 8] = [
        Self::Value,
        Self::MinMax,
        Self::Max,
        Self::MaxComplement,
        Self::Sum,
        Self::Vector,
        Self::VectorComplement,
        Self::None,
    ];

    /// The name in files, on the command line and in results.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::MinMax => "min-max",
            Self::Max => "max",
            Self::MaxComplement => "max-complement",
            Self::Sum => "sum",
            Self::Vector => "vector",
            Self::VectorComplement => "vector-complement",
            Self::None => "none",
        }
    }

    /// The normalisation called `id`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|normalization| normalization.id() == id)
    }

    /// The normalised scores of `problem`; NaN where missing.
    ///
    /// # Errors
    /// When a ratio would be taken of a score of 0 or less.
    pub fn normalize(self, problem: &Problem) -> Result<Cow<'_, Columns>, MethodError> {
        if self == Self::Value {
            return Ok(Cow::Borrowed(&problem.values));
        }
        self.with(problem, Direction::is_cost).map(Cow::Owned)
    }

    /// The same for methods that look at how far apart scores are: costs are scaled like benefits and then negated, so
    /// that more is better throughout and, on one criterion, all differences keep their proportions.
    ///
    /// # Errors
    /// As of [`normalize`](Self::normalize).
    pub fn scale(self, problem: &Problem) -> Result<Cow<'_, Columns>, MethodError> {
        if self == Self::Value {
            return Ok(Cow::Borrowed(&problem.values));
        }
        let mut columns = self.with(problem, |_| false)?;
        for (at, _) in problem.criteria.iter().enumerate().filter(|(_, criterion)| criterion.direction.is_cost()) {
            each(columns.column_mut(at), |x| -x);
        }
        Ok(Cow::Owned(columns))
    }

    /// The scores of `problem` by one formula or the other, as a method may want it whatever the direction: as costs those
    /// of which `as_cost` is true. Not for [`Value`](Self::Value), which has one formula only.
    ///
    /// # Errors
    /// As of [`normalize`](Self::normalize).
    pub(super) fn with(self, problem: &Problem, as_cost: impl Fn(Direction) -> bool) -> Result<Columns, MethodError> {
        let mut columns = problem.monotone_scores().into_owned();
        for (at, criterion) in problem.criteria.iter().enumerate() {
            let (column, as_cost) = (columns.column_mut(at), as_cost(criterion.direction));
            if self.takes_ratios(as_cost)
                && let Some(&number) = column.iter().find(|&&x| x <= 0.0)
            {
                let criterion = criterion.name.clone();
                return Err(MethodError::RatioNeedsPositive { criterion, normalization: self, number });
            }
            self.apply(column, as_cost);
        }
        Ok(columns)
    }

    /// True where the formula means something on a ratio scale only. `x / norm(x)` is defined for any score.
    fn takes_ratios(self, of_cost: bool) -> bool {
        match self {
            Self::Max | Self::MaxComplement | Self::Sum => true,
            Self::Vector => of_cost,
            Self::Value | Self::MinMax | Self::VectorComplement | Self::None => false,
        }
    }

    fn apply(self, column: &mut [f64], is_cost: bool) {
        // `f64::min` and `f64::max` pass over NaN.
        let min = column.iter().copied().fold(f64::INFINITY, f64::min);
        let max = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let complement = |x: f64| if is_cost { 1.0 - x } else { x };
        match self {
            Self::None if is_cost => each(column, |x| -x),
            Self::Value | Self::None => {}
            Self::MinMax if max > min && is_cost => each(column, between(max, min)),
            Self::MinMax if max > min => each(column, between(min, max)),
            Self::MinMax => each(column, |_| 0.0),
            Self::Max => each(column, |x| if is_cost { min / x } else { x / max }),
            Self::MaxComplement => each(column, |x| complement(x / max)),
            // Dividing by the sum or norm of x/max and min/x comes to the same as by that of x and 1/x, and the squares
            // neither overflow nor vanish.
            Self::Sum => {
                Self::Max.apply(column, is_cost);
                let sum: f64 = known(column).sum();
                each(column, |x| x / sum);
            }
            Self::Vector if is_cost => {
                Self::Max.apply(column, is_cost);
                divide_by_norm(column);
            }
            Self::Vector => divide_by_norm(column),
            Self::VectorComplement => {
                divide_by_norm(column);
                each(column, complement);
            }
        }
    }
}

impl From<Normalization> for Argument {
    fn from(normalization: Normalization) -> Self {
        normalization.id().into()
    }
}

impl fmt::Display for Normalization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

fn known(column: &[f64]) -> impl Iterator<Item = f64> {
    column.iter().copied().filter(|x| !x.is_nan())
}

/// Where a number lies between two that differ: 0 at `from`, 1 at `to`.
pub(super) fn between(from: f64, to: f64) -> impl Fn(f64) -> f64 {
    // The halves of very large numbers are not too far apart.
    let part = if (to - from).is_finite() { 1.0 } else { 0.5 };
    // Adding 0 makes -0 the 0 that it equals.
    move |x| (x * part - from * part) / (to * part - from * part) + 0.0
}

/// Replaces every known number; what is missing stays missing.
fn each(column: &mut [f64], f: impl Fn(f64) -> f64) {
    for x in column.iter_mut().filter(|x| !x.is_nan()) {
        *x = f(*x);
    }
}

/// Gives the column a Euclidean norm of 1; one of zeros stays as it is.
fn divide_by_norm(column: &mut [f64]) {
    let largest = known(column).fold(0.0, |largest, x| x.abs().max(largest));
    if largest > 0.0 {
        each(column, |x| x / largest);
        let norm = known(column).map(|x| x * x).sum::<f64>().sqrt();
        each(column, |x| x / norm);
    }
}
