//! The overall value of one alternative while a weight moves.

use std::cmp::Ordering;

use crate::methods::TIE;
use crate::model::{Columns, Movement, along};

/// `(sum + sum_slope t) / (weight + weight_slope t)`: the weighted values over the weight of what is known.
///
/// A straight line where all scores are known, for then the weight below is 1 throughout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve {
    sum: f64,
    sum_slope: f64,
    weight: f64,
    weight_slope: f64,
    /// Where all that is known weighs nothing: at one end of the movement. Elsewhere it weighs something.
    unknown_at: Option<f64>,
}

impl Curve {
    /// The value of `row` along `movement`; None where nothing that ever weighs is scored.
    pub(super) fn new(values: &Columns, row: usize, movement: &Movement) -> Option<Self> {
        let mut curve = Self { sum: 0.0, sum_slope: 0.0, weight: 0.0, weight_slope: 0.0, unknown_at: None };
        let mut gap = false;
        for ((base, slope), column) in movement.base().iter().zip(movement.slope()).zip(values.iter()) {
            let value = column[row];
            if *base == 0.0 && *slope == 0.0 {
                continue;
            }
            if value.is_nan() {
                gap = true;
                continue;
            }
            curve.sum += base * value;
            curve.sum_slope += slope * value;
            curve.weight += base;
            curve.weight_slope += slope;
        }
        if !gap {
            (curve.weight, curve.weight_slope) = (1.0, 0.0);
        }
        let (low, high) = movement.range().into_inner();
        let is_known = |t: f64| along(curve.weight, curve.weight_slope, t) > 0.0;
        match (is_known(low), is_known(high)) {
            (false, false) => None,
            (true, true) => Some(curve),
            (false, true) => Some(curve.constant(low)),
            (true, false) => Some(curve.constant(high)),
        }
    }

    /// The same where what is known weighs nothing at the end `t` of the movement. It grows in fixed proportions from
    /// there, and the value is constant: said outright, since little weight times little difference would leave nothing but
    /// rounding.
    fn constant(self, t: f64) -> Self {
        let value = self.sum_slope / self.weight_slope;
        Self { sum: value, sum_slope: 0.0, weight: 1.0, weight_slope: 0.0, unknown_at: Some(t) }
    }

    /// The same with `t` counted the other way: what falls from now to the low end rises from `-now`.
    pub(super) fn mirrored(self) -> Self {
        Self {
            sum_slope: -self.sum_slope,
            weight_slope: -self.weight_slope,
            unknown_at: self.unknown_at.map(|t| -t),
            ..self
        }
    }

    /// Value at `t`, and its first and second derivative.
    fn jet(self, t: f64) -> [f64; 3] {
        let (sum, weight) = (along(self.sum, self.sum_slope, t), along(self.weight, self.weight_slope, t));
        let rate = (self.sum_slope * self.weight - self.sum * self.weight_slope) / (weight * weight);
        [sum / weight, rate, -2.0 * self.weight_slope * rate / weight]
    }

    /// True where something that has weight at `t` is scored.
    pub(super) fn is_known_at(self, t: f64) -> bool {
        self.unknown_at.is_none_or(|end| (t - end).abs() > 0.0)
    }

    /// Who is ahead at `t`. Equal: they tie there.
    pub(super) fn compare_at(self, other: Self, t: f64) -> Ordering {
        let ([ours, ..], [theirs, ..]) = (self.jet(t), other.jet(t));
        compare(ours, theirs, TIE * ours.abs().max(theirs.abs()))
    }

    /// Who is ahead immediately after `t`. Equal: they tie from there on.
    pub(super) fn compare_after(self, other: Self, t: f64) -> Ordering {
        self.compare_at(other, t).then_with(|| self.compare_rates(other, t))
    }

    /// Who gets ahead of two that tie at `t`.
    pub(super) fn compare_rates(self, other: Self, t: f64) -> Ordering {
        let ([_, rate, bend], [_, other_rate, other_bend]) = (self.jet(t), other.jet(t));
        // Rates that differ by less than a tie do not lead out of a tie within a range of 1.
        let tolerance = TIE * rate.abs().max(other_rate.abs()).max(1.0);
        compare(rate, other_rate, tolerance).then_with(|| compare(bend, other_bend, tolerance))
    }

    /// By how much this curve is above `other`, multiplied out: `a t^2 + b t + c`, which has the sign of the difference
    /// wherever both are known, and is 0 where one is not.
    pub(super) fn lead_over(self, other: Self) -> [f64; 3] {
        let product = |f: (f64, f64), g: (f64, f64)| [f.1 * g.1, f.0 * g.1 + f.1 * g.0, f.0 * g.0];
        let ours = product((self.sum, self.sum_slope), (other.weight, other.weight_slope));
        let theirs = product((other.sum, other.sum_slope), (self.weight, self.weight_slope));
        std::array::from_fn(|i| ours[i] - theirs[i])
    }

    /// Where this curve rises above `leader`.
    ///
    /// Multiplied out, the difference is `a t^2 + b t + c`, whose sign turns from minus to plus at one place at most: the
    /// root `(-b + sqrt(b^2 - 4 a c)) / 2a`, at which the derivative is the root of the discriminant. Written so that
    /// nothing cancels and that it holds for straight lines, `a = 0`, as well.
    pub(super) fn overtakes(self, leader: Self) -> Option<f64> {
        let [a, b, c] = self.lead_over(leader);
        let size = |curve: Self| curve.weight.abs() + curve.weight_slope.abs();
        if a.abs() + b.abs() <= TIE * size(self) * size(leader) {
            return None;
        }
        let discriminant = b * b - 4.0 * a * c;
        if discriminant <= 0.0 {
            return None;
        }
        let root = discriminant.sqrt();
        let t = if b > 0.0 { -2.0 * c / (b + root) } else { (root - b) / (2.0 * a) };
        t.is_finite().then_some(t)
    }
}

fn compare(a: f64, b: f64, tolerance: f64) -> Ordering {
    if (a - b).abs() <= tolerance { Ordering::Equal } else { a.total_cmp(&b) }
}
