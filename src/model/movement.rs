//! What happens to all weights when one of them moves.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use serde::{Deserialize, Serialize};

use super::{Id, Outline};

/// A sum is nothing where it is less than this part of what it is made of: rounding leaves so much.
const NOTHING: f64 = 1e-12;

/// Who makes room when a weight moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// Every unlocked weight, in every group, in proportion.
    #[default]
    Everything,
    /// Only what has the same parent.
    Siblings,
}

/// The path of all weights while the overall weight `t` of one node moves: criterion `i` weighs
/// `base[i] + slope[i] * t`.
///
/// A criterion gives or takes in proportion to what it weighs now; where all that could make room weigh nothing, they
/// share equally. A locked criterion stays; so does the total of a locked group, within which weights may still be traded:
/// moving a weight inside it makes room only there. Sliders, sensitivity and sentences all speak of this movement.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    base: Vec<f64>,
    slope: Vec<f64>,
    now: f64,
    range: RangeInclusive<f64>,
}

impl Movement {
    /// The movement of the node at `at` in `outline`, starting from the overall weights `shares`.
    #[must_use]
    pub fn new(outline: &Outline, shares: &[f64], locks: &BTreeSet<Id>, at: usize, scope: Scope) -> Self {
        let entries = outline.entries();
        let moved = entries[at].leaves.clone();
        let frame = frame(outline, locks, at, scope);

        // A criterion stays when it, or a locked group that the movement does not take place in, holds it fast. The moved
        // node's own lock does not count here: whether it may be moved at all is for the caller to say.
        let mut stays = vec![false; shares.len()];
        let around: Vec<usize> = std::iter::successors(Some(at), |&place| entries[place].parent).collect();
        for (place, entry) in entries.iter().enumerate() {
            if locks.contains(&entry.id) && !around.contains(&place) {
                stays[entry.leaves.clone()].fill(true);
            }
        }

        let now = shares[moved.clone()].iter().sum::<f64>().min(1.0);
        let inside: Vec<usize> = moved.clone().filter(|&i| !stays[i]).collect();
        let outside: Vec<usize> = frame.filter(|i| !moved.contains(i) && !stays[*i]).collect();
        let sum = |part: &[usize]| part.iter().map(|&i| shares[i]).sum::<f64>();
        // Counted from now, so that an end at which the weight already stands is met to the last digit.
        let low = (now - sum(&inside)).max(0.0);
        let high = (now + sum(&outside)).min(1.0).max(low);

        let mut base = shares.to_vec();
        let mut slope = vec![0.0; shares.len()];
        let mut range = now..=now;
        if !inside.is_empty() && !outside.is_empty() {
            // What is moved weighs t - low beside what stays, and what makes room high - t.
            spread(&inside, shares, -low, 1.0, &mut base, &mut slope);
            spread(&outside, shares, high, -1.0, &mut base, &mut slope);
            range = low..=high;
        }
        Self { base, slope, now, range }
    }

    /// The weight that the node has now.
    #[must_use]
    pub fn now(&self) -> f64 {
        self.now
    }

    /// How far it can go; a single point where locks leave no room.
    #[must_use]
    pub fn range(&self) -> RangeInclusive<f64> {
        self.range.clone()
    }

    /// The overall weights when the node weighs `t`, held within [`Movement::range`].
    #[must_use]
    pub fn at(&self, t: f64) -> Vec<f64> {
        let t = t.clamp(*self.range.start(), *self.range.end());
        self.base.iter().zip(&self.slope).map(|(&base, &slope)| along(base, slope, t)).collect()
    }

    /// Weight of each criterion at `t = 0`, of the straight line along which it moves.
    #[must_use]
    pub fn base(&self) -> &[f64] {
        &self.base
    }

    /// Change of each criterion's weight per unit of `t`.
    #[must_use]
    pub fn slope(&self) -> &[f64] {
        &self.slope
    }
}

/// `base + slope * t`, and 0 exactly where no more is left of it than rounding leaves.
///
/// That is relative, so that it does not depend on how little a criterion weighs: what takes part in a movement has weight
/// everywhere but at its ends.
#[must_use]
pub fn along(base: f64, slope: f64, t: f64) -> f64 {
    let value = base + slope * t;
    if value.abs() <= NOTHING * (base.abs() + (slope * t).abs()) { 0.0 } else { value }
}

/// The leaves whose sum stays: those of the innermost locked group around the node, or of its parent.
fn frame(outline: &Outline, locks: &BTreeSet<Id>, at: usize, scope: Scope) -> Range<usize> {
    let entries = outline.entries();
    let mut up = entries[at].parent;
    while let Some(parent) = up {
        if scope == Scope::Siblings || locks.contains(&entries[parent].id) {
            return entries[parent].leaves.clone();
        }
        up = entries[parent].parent;
    }
    0..outline.leaves()
}

/// Lets the weights of `part` together follow `constant + rate * t`, each in its present proportion.
fn spread(part: &[usize], shares: &[f64], constant: f64, rate: f64, base: &mut [f64], slope: &mut [f64]) {
    let sum: f64 = part.iter().map(|&i| shares[i]).sum();
    for &i in part {
        #[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
        let proportion = if sum > 0.0 { shares[i] / sum } else { 1.0 / part.len() as f64 };
        base[i] = proportion * constant;
        slope[i] = proportion * rate;
    }
}
