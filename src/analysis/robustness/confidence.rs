//! The second pass: how often an alternative is first once its central weights are agreed on.

use rand::Rng;

use super::lanes::{LANES, Lanes};
use super::scores::Scores;
use crate::methods::TIE;

/// What is needed to see in how many samples of the scores each alternative is first under its own central weights.
#[derive(Clone, Debug)]
pub(super) struct Contest {
    contenders: Vec<Contender>,
}

/// An alternative that is first under some weights.
#[derive(Clone, Debug)]
struct Contender {
    row: usize,
    central_weights: Vec<f64>,
    /// What an overall value has to be multiplied with because scores are missing.
    factor: f64,
    /// Those who may be ahead of it, the most dangerous first.
    rivals: Vec<Rival>,
}

#[derive(Clone, Copy, Debug)]
struct Rival {
    row: usize,
    factor: f64,
}

impl Contest {
    /// `central_weights` by alternative, None for those that are never first.
    pub(super) fn new(scores: &Scores, central_weights: &[Option<Vec<f64>>]) -> Self {
        let contender = |(row, weights): (usize, &Option<Vec<f64>>)| {
            let weights = weights.clone()?;
            let own = Standing::of(scores, row, &weights)?;
            let others = (0..scores.rows()).filter(|&other| other != row);
            let standing = |other| Some((other, Standing::of(scores, other, &weights)?));
            // Who cannot get as far as this one at its worst need not be looked at in every sample.
            let mut rivals: Vec<(usize, Standing)> =
                others.filter_map(standing).filter(|(_, rival)| rival.high > own.low).collect();
            rivals.sort_by(|(_, a), (_, b)| (b.low + b.high).total_cmp(&(a.low + a.high)));
            let rivals = rivals.into_iter().map(|(row, standing)| Rival { row, factor: standing.factor }).collect();
            Some(Contender { row, central_weights: weights, factor: own.factor, rivals })
        };
        Self { contenders: central_weights.iter().enumerate().filter_map(contender).collect() }
    }

    /// Draws so many samples of the scores, and counts by alternative in how many it is first; ties count.
    pub(super) fn count(&self, scores: &Scores, samples: usize, rng: &mut impl Rng) -> Vec<u64> {
        let mut counts = vec![0; scores.rows()];
        let mut values = vec![[0.0; LANES]; scores.len()];
        for done in (0..samples).step_by(LANES) {
            scores.draw(rng, &mut values);
            let live = LANES.min(samples - done);
            for contender in &self.contenders {
                counts[contender.row] += contender.count(&values, scores.rows(), live);
            }
        }
        counts
    }
}

/// So many lanes are looked at together: few enough for their sums to stay in registers, and for the first rivals often to
/// be ahead in all of them, so that the others need not be looked at.
const TOGETHER: usize = 16;

impl Contender {
    /// In how many of the first lanes it is first.
    fn count(&self, values: &[Lanes], rows: usize, lanes: usize) -> u64 {
        let together = (0..lanes).step_by(TOGETHER);
        together.map(|from| self.count_together(values, rows, from, TOGETHER.min(lanes - from))).sum()
    }

    fn count_together(&self, values: &[Lanes], rows: usize, from: usize, lanes: usize) -> u64 {
        let overall = |row: usize, factor: f64| {
            let mut sums = [0.0; TOGETHER];
            for (values, weight) in values.iter().skip(row).step_by(rows).zip(&self.central_weights) {
                let weight = weight * factor;
                sums.iter_mut().zip(&values[from..from + TOGETHER]).for_each(|(sum, x)| *sum += weight * x);
            }
            sums
        };
        let own = overall(self.row, self.factor);
        let mut is_beaten = [0_u64; TOGETHER];
        let mut left = lanes as u64;
        for rival in &self.rivals {
            let other = overall(rival.row, rival.factor);
            for ((is_beaten, own), other) in is_beaten.iter_mut().zip(&own).zip(&other) {
                let tolerance = TIE * if own.abs() > other.abs() { own.abs() } else { other.abs() };
                *is_beaten |= u64::from(other - own > tolerance);
            }
            left = lanes as u64 - is_beaten[..lanes].iter().sum::<u64>();
            if left == 0 {
                break;
            }
        }
        left
    }
}

/// Between what ends an overall value lies.
struct Standing {
    low: f64,
    high: f64,
    factor: f64,
}

impl Standing {
    /// None where nothing that has weight is scored.
    fn of(scores: &Scores, row: usize, weights: &[f64]) -> Option<Self> {
        let (mut low, mut high, mut known) = (0.0, 0.0, 0.0);
        for (criterion, weight) in weights.iter().enumerate() {
            if let Some((least, most)) = scores.bounds(row, criterion) {
                low += weight * least;
                high += weight * most;
                known += weight;
            }
        }
        let factor = if scores.has_gap(row) { 1.0 / known } else { 1.0 };
        (known > super::NO_WEIGHT).then_some(Self { low: low * factor, high: high * factor, factor })
    }
}
