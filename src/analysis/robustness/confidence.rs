//! The second pass: how often an alternative is first once its central weights are agreed on.
#![expect(clippy::inline_always, reason = "a loop over lanes must be built for the same processor as what calls it")]

use fearless_simd::{Level, dispatch};

use super::lanes::{LANES, PART, Part};
use super::random::Random;
use super::scores::Scores;
use crate::methods::TIE;
use crate::pace::Pace;

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
    pub(super) async fn new(scores: &Scores, central_weights: &[Option<Vec<f64>>], pace: &Pace) -> Self {
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
        let mut contenders = Vec::new();
        for (row, weights) in central_weights.iter().enumerate() {
            pace.spend(weights.as_ref().map_or(0, |weights| BOUNDS * scores.rows() * weights.len())).await;
            contenders.extend(contender((row, weights)));
        }
        Self { contenders }
    }

    /// Draws so many samples of the scores, and counts by alternative in how many it is first; ties count.
    pub(super) async fn count(&self, scores: &Scores, samples: usize, random: &mut Random, pace: &Pace) -> Vec<u64> {
        let level = Level::new();
        let mut counts = vec![0; scores.rows()];
        let mut values = vec![[0.0; PART]; scores.len() * (LANES / PART)];
        for done in (0..samples).step_by(LANES) {
            pace.spend(LANES * scores.len()).await;
            dispatch!(level, _simd => scores.draw(random, &mut values));
            let live = LANES.min(samples - done);
            for (part, values) in values.chunks_exact(scores.len()).enumerate() {
                let lanes = PART.min(live.saturating_sub(part * PART));
                for contender in &self.contenders {
                    pace.spend(contender.steps()).await;
                    counts[contender.row] += dispatch!(level, _simd => contender.count(values, lanes));
                }
            }
        }
        counts
    }
}

/// After so many rivals it is looked whether anything is left to be seen by going on.
const BETWEEN_LOOKS: usize = 4;

/// Steps of telling between what ends a value lies, about.
const BOUNDS: usize = 4;

impl Contender {
    /// Of a count: mostly it has lost in all lanes after a few rivals.
    fn steps(&self) -> usize {
        PART * self.central_weights.len() * (1 + self.rivals.len().min(BETWEEN_LOOKS))
    }

    /// In how many of the first lanes it is first.
    #[inline(always)]
    fn count(&self, values: &[Part], lanes: usize) -> u64 {
        let own = self.overall(values, self.row, self.factor);
        // Beyond this a rival is ahead, and does not tie.
        let mut limits = own;
        for limit in &mut limits {
            *limit += TIE * limit.abs();
        }
        let mut is_beaten = [0_u64; PART];
        let mut left = lanes as u64;
        for rivals in self.rivals.chunks(BETWEEN_LOOKS) {
            for rival in rivals {
                let other = self.overall(values, rival.row, rival.factor);
                for lane in 0..PART {
                    is_beaten[lane] |= u64::from(other[lane] > limits[lane]);
                }
            }
            left = lanes as u64 - is_beaten[..lanes].iter().sum::<u64>();
            if left == 0 {
                break;
            }
        }
        left
    }

    /// The overall values of an alternative.
    #[inline(always)]
    fn overall(&self, values: &[Part], row: usize, factor: f64) -> Part {
        let criteria = self.central_weights.len();
        let mut sums = [0.0; PART];
        for (values, weight) in values[row * criteria..(row + 1) * criteria].iter().zip(&self.central_weights) {
            for lane in 0..PART {
                sums[lane] += weight * values[lane];
            }
        }
        for sum in &mut sums {
            *sum *= factor;
        }
        sums
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
