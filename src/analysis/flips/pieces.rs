//! What a score is worth, and what the others' scores are worth beside it, wherever it may move.
//!
//! A score that moves beyond all others on a local scale moves the scale's end, and with it the values of everybody else. In
//! a suitable parameter `z` all of them are straight lines on each of a few pieces: on a fixed scale between two bends of
//! the value function; on a local one within the others' range, and beyond its best and its worst end, where `z` is the
//! ratio of the others' range to the one that the score stretches.

use super::intervals::Interval;
use crate::model::{Criterion, Direction, Measure, Scale, ValueFunction};

/// A part of the way that a score can go, along which all values are lines in `z`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    pub z: Interval,
    /// The value of the score that moves is `own.0 + own.1 z`.
    pub own: (f64, f64),
    pub others: Others,
    way: Way,
}

/// What becomes of another's value `v` on this criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Others {
    Still,
    /// `v z`: the best end moves away.
    Shrink,
    /// `1 - (1 - v) z`: the worst end moves away.
    Rise,
    /// The same for all, since they have the same score.
    Level(f64),
}

/// From `z` back to a score: `origin + side (at_zero + slope z)`, or with `1 / z` in place of `z`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Way {
    origin: f64,
    side: f64,
    at_zero: f64,
    slope: f64,
    inverse: bool,
}

impl Others {
    /// The line, at zero and slope, that another's value follows.
    pub(super) fn line(self, value: f64) -> (f64, f64) {
        match self {
            Self::Still => (value, 0.0),
            Self::Shrink => (0.0, value),
            Self::Rise => (1.0, value - 1.0),
            Self::Level(level) => (level, 0.0),
        }
    }
}

impl Piece {
    /// The scores that `z` runs over, in rising order; infinite where the piece has no end.
    pub(super) fn scores(&self, (from, to): Interval) -> Interval {
        let (one, other) = (self.way.score(from), self.way.score(to));
        (one.min(other), one.max(other))
    }
}

impl Way {
    fn score(self, z: f64) -> f64 {
        let z = if self.inverse { 1.0 / z } else { z };
        // A way without slope stays where it is, however far `z` goes.
        let along = if self.slope == 0.0 { self.at_zero } else { self.at_zero + self.slope * z };
        self.origin + self.side * along
    }
}

/// All that a score on a criterion can move over, and what the others are worth while it does.
pub(super) struct Course {
    pub pieces: Vec<Piece>,
    /// By alternative; what [`Others`] applies to. NaN where missing.
    pub values: Vec<f64>,
    /// Where to look from when there is no score yet.
    pub middle: f64,
}

/// The course of the score of `row` on a scale of numbers, given the scores and values of all in its column. None where
/// nothing is known of the scale without it, or its numbers are too large to be subtracted.
pub(super) fn course(criterion: &Criterion, scores: &[f64], values: &[f64], row: usize) -> Option<Course> {
    if let Some(ends) = criterion.scale.ends() {
        let mut bends = match &criterion.scale {
            Scale::Measure(Measure { value: ValueFunction::Piecewise(points), .. }) => {
                points.iter().map(|point| point.0).collect()
            }
            _ => vec![ends.worst.min(ends.best), ends.worst.max(ends.best)],
        };
        if let Direction::Target(target) = criterion.scale.direction()
            && (bends[0]..bends[1]).contains(&target)
        {
            bends.insert(1, target);
        }
        let worth = |x: f64| criterion.scale.value(x, ends);
        let piece = |pair: &[f64]| {
            let (from, to) = (pair[0], pair[1]);
            let own = (worth(from), worth(to) - worth(from));
            Piece { z: (0.0, 1.0), own, others: Others::Still, way: Way::straight(from, to) }
        };
        let pieces: Vec<Piece> = bends.windows(2).map(piece).collect();
        let middle = bends[0].midpoint(bends[bends.len() - 1]);
        return is_finite(&pieces).then(|| Course { pieces, values: values.to_vec(), middle });
    }
    local(criterion.scale.direction(), scores, row)
}

/// A local scale over the scores of all but `row`, with what lies beyond.
fn local(direction: Direction, scores: &[f64], row: usize) -> Option<Course> {
    // For a target all happens on the distance from it, and on the side on which the score stands.
    let (origin, side, is_cost) = match direction {
        Direction::Max => (0.0, 1.0, false),
        Direction::Min => (0.0, 1.0, true),
        Direction::Target(target) => (target, if scores[row] < target { -1.0 } else { 1.0 }, true),
    };
    let is_target = matches!(direction, Direction::Target(_));
    let quantity = |x: f64| if is_target { (x - origin).abs() } else { x };
    let others = scores.iter().enumerate().filter(|(other, x)| *other != row && x.is_finite());
    let (low, high) = others
        .map(|(_, &x)| quantity(x))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    if low > high {
        return None;
    }
    let (worst, best) = if is_cost { (high, low) } else { (low, high) };
    let way = |at_zero: f64, slope: f64, inverse: bool| Way { origin, side, at_zero, slope, inverse };
    let piece = |own: (f64, f64), others: Others, way: Way| Piece { z: (0.0, 1.0), own, others, way };
    let extent = best - worst;
    let pieces = if extent == 0.0 {
        // Whoever differs from all others makes the scale, and takes one of its ends.
        let unit = if is_cost { -1.0 } else { 1.0 };
        let better = if is_target { way(best, -best, false) } else { way(best - unit, unit, true) };
        let mut pieces = vec![
            piece((0.0, 0.0), Others::Level(1.0), way(best + unit, -unit, true)),
            piece((0.0, 0.0), Others::Level(0.0), way(best, 0.0, false)),
        ];
        // Nothing is better than the target.
        if !is_target || best > 0.0 {
            pieces.push(piece((1.0, 0.0), Others::Level(0.0), better));
        }
        pieces
    } else {
        let mut beyond_best = piece((1.0, 0.0), Others::Shrink, way(worst, extent, true));
        if is_target {
            // The target itself is as good as it gets.
            beyond_best.z.0 = 1.0 - best / worst;
        }
        vec![
            piece((0.0, 1.0), Others::Still, way(worst, extent, false)),
            beyond_best,
            piece((0.0, 0.0), Others::Rise, way(best, -extent, true)),
        ]
    };
    let value = |&x: &f64| if extent == 0.0 { x * 0.0 } else { (quantity(x) - worst) / extent };
    let middle = origin + side * worst.midpoint(best);
    is_finite(&pieces).then(|| Course { pieces, values: scores.iter().map(value).collect(), middle })
}

impl Way {
    fn straight(from: f64, to: f64) -> Self {
        Self { origin: 0.0, side: 1.0, at_zero: from, slope: to - from, inverse: false }
    }
}

fn is_finite(pieces: &[Piece]) -> bool {
    pieces.iter().all(|piece| piece.way.at_zero.is_finite() && piece.way.slope.is_finite())
}
