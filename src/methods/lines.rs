//! Overall values while one weight moves.

use std::ops::RangeInclusive;

use arrayvec::ArrayVec;

use super::ranking::TIE;
use super::weighted_sum::{add_up_known, by_blocks, combine, mean, terms};
use crate::model::{Columns, Movement, along};

/// The weighted sum of every alternative as a function of the weight `t` that a [`Movement`] moves.
///
/// All weights are linear in `t`, and so is the overall value. Where scores are missing it is a quotient of two linear
/// functions: the sum over what is known, and the weight of it. Two columns stand for all criteria, so that a dragged
/// weight costs the same for two criteria as for two hundred.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    sum: Linear,
    /// None where all is known: then it is 1 throughout.
    weight: Option<Linear>,
    range: RangeInclusive<f64>,
}

/// `at_zero + slope * t`, for every alternative.
#[derive(Clone, Debug, PartialEq)]
struct Linear {
    at_zero: Vec<f64>,
    slope: Vec<f64>,
}

impl Lines {
    #[must_use]
    pub fn new(values: &Columns, movement: &Movement) -> Self {
        let (base, slope) = (movement.base(), movement.slope());
        let mut sum = Linear { at_zero: combine(values, base), slope: combine(values, slope) };
        let is_gap = |row: usize| base.is_empty() || sum.at_zero[row].is_nan() || sum.slope[row].is_nan();
        let gaps: Vec<usize> = (0..values.rows()).filter(|&row| is_gap(row)).collect();
        let weight = (!gaps.is_empty()).then(|| {
            let mut weight = Linear { at_zero: vec![1.0; values.rows()], slope: vec![0.0; values.rows()] };
            let (base, slope) = (terms(values, base), terms(values, slope));
            for row in gaps {
                (sum.at_zero[row], weight.at_zero[row]) = add_up_known(&base, row);
                (sum.slope[row], weight.slope[row]) = add_up_known(&slope, row);
            }
            weight
        });
        Self { sum, weight, range: movement.range() }
    }

    /// How far the weight can go.
    #[must_use]
    pub fn range(&self) -> RangeInclusive<f64> {
        self.range.clone()
    }

    /// The overall values when the moved node weighs `t`, held within [`Lines::range`]; NaN where nothing that then has
    /// weight is scored.
    #[must_use]
    pub fn at(&self, t: f64) -> Vec<f64> {
        let mut scores = Vec::new();
        self.at_into(t, &mut scores);
        scores
    }

    /// The same as [`Lines::at`] into a vector that is there already; what it held is lost.
    pub fn at_into(&self, t: f64, scores: &mut Vec<f64>) {
        let t = self.hold(t);
        scores.resize(self.sum.slope.len(), 0.0);
        by_blocks(scores, |first, scores| {
            let rows = first..first + scores.len();
            let sums = self.sum.at_zero[rows.clone()].iter().zip(&self.sum.slope[rows.clone()]);
            for (score, (at_zero, slope)) in scores.iter_mut().zip(sums) {
                *score = at_zero + slope * t;
            }
            if let Some(weight) = &self.weight {
                let weights = weight.at_zero[rows.clone()].iter().zip(&weight.slope[rows]);
                for (score, (&at_zero, &slope)) in scores.iter_mut().zip(weights) {
                    *score = mean(*score, along(at_zero, slope, t));
                }
            }
        });
    }

    /// The overall value of one alternative at `t`, as [`Lines::at`] gives it.
    #[must_use]
    pub fn value(&self, alternative: usize, t: f64) -> f64 {
        let t = self.hold(t);
        let (sum, slope) = self.sum.line(alternative);
        let known = |weight: &Linear| {
            let (at_zero, slope) = weight.line(alternative);
            along(at_zero, slope, t)
        };
        mean(sum + slope * t, self.weight.as_ref().map_or(1.0, known))
    }

    /// Where in `range` two alternatives have the same overall value, in rising order: at most once, or twice where scores
    /// are missing. Nowhere when they tie all along.
    #[must_use]
    pub fn crossings(&self, a: usize, b: usize, range: RangeInclusive<f64>) -> ArrayVec<f64, 2> {
        let (low, high) = (*range.start(), *range.end());
        let tie = |t: f64| {
            let (x, y) = (self.value(a, t), self.value(b, t));
            (x - y).abs() <= TIE * x.abs().max(y.abs())
        };
        if tie(low) && tie(low.midpoint(high)) && tie(high) {
            return ArrayVec::new();
        }
        // sum_a / weight_a = sum_b / weight_b, multiplied out.
        let weight = |alternative| self.weight.as_ref().map_or((1.0, 0.0), |weight| weight.line(alternative));
        let left = product(self.sum.line(a), weight(b));
        let right = product(self.sum.line(b), weight(a));
        let roots = roots(left[2] - right[2], left[1] - right[1], left[0] - right[0]);
        let inside = roots.into_iter().filter(|t| (low - TIE..=high + TIE).contains(t)).map(|t| t.clamp(low, high));
        // Where the weight of all that is known falls to nothing both sides of the equation do, and no values meet.
        let mut met: ArrayVec<f64, 2> =
            inside.filter(|&t| !self.value(a, t).is_nan() && !self.value(b, t).is_nan()).collect();
        met.sort_unstable_by(f64::total_cmp);
        met
    }

    fn hold(&self, t: f64) -> f64 {
        t.clamp(*self.range.start(), *self.range.end())
    }
}

impl Linear {
    fn line(&self, alternative: usize) -> (f64, f64) {
        (self.at_zero[alternative], self.slope[alternative])
    }
}

/// The product of two lines, coefficients of rising powers.
fn product(one: (f64, f64), other: (f64, f64)) -> [f64; 3] {
    [one.0 * other.0, one.0 * other.1 + one.1 * other.0, one.1 * other.1]
}

/// The real roots of `a t^2 + b t + c`, a double one once, without the cancellation of the schoolbook formula.
fn roots(a: f64, b: f64, c: f64) -> ArrayVec<f64, 2> {
    let discriminant = b * b - 4.0 * a * c;
    let mut roots = ArrayVec::new();
    if discriminant >= 0.0 {
        let q = -0.5 * (b + discriminant.sqrt().copysign(b));
        // One of the two is infinite or NaN where the equation is linear.
        roots.extend([q / a, c / q].into_iter().filter(|t| t.is_finite()));
        if discriminant == 0.0 {
            roots.truncate(1);
        }
    }
    roots
}
