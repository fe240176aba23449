//! Weights drawn from what is known of them.

use rand::{Rng, RngExt as _};
use rand_distr::Exp1;

use super::lanes::{LANES, Lanes};
use super::limits::Region;
use super::reject::Rejection;
use super::walk::Walk;
use super::{Information, RobustnessError};
use crate::methods::TIE;

/// A distribution of weights: not negative, sum 1.
#[derive(Clone, Debug)]
pub(super) enum Sampler {
    /// Uniform on the simplex: exponential variables over their sum (Devroye 1986, *Non-Uniform Random Variate Generation*,
    /// section V.2).
    Free,
    /// Uniform on the weights in a given order.
    Ranked(Order),
    /// Uniform on a polytope, drawn from a simpler region around it until it lies within.
    Reject(Rejection),
    /// Uniform on a polytope, by a random walk.
    Walk(Walk),
}

/// Criteria from the heaviest to the lightest, in groups within which any order is possible.
#[derive(Clone, Debug)]
pub(super) struct Order {
    groups: Vec<Vec<usize>>,
}

impl Sampler {
    /// What `information` says of weights, of which `given` are those of the document.
    pub(super) fn new(information: &Information, given: &[f64]) -> Result<Self, RobustnessError> {
        let region = match information {
            Information::Free => return Ok(Self::Free),
            Information::Ranked => {
                let order = Order::of(given);
                return Ok(if order.groups.len() == 1 { Self::Free } else { Self::Ranked(order) });
            }
            Information::Within(distance) => Region::around(given, *distance)?,
            Information::Limits(limits) => Region::of(limits, given.len())?,
        };
        Ok(Rejection::new(&region).map_or_else(|| Self::Walk(Walk::new(&region)), Self::Reject))
    }

    /// True where a sample depends on the one before.
    pub(super) fn is_walk(&self) -> bool {
        matches!(self, Self::Walk(_))
    }

    /// Where a walk begins; empty for all others. To be handed to [`Sampler::draw`] again and again.
    pub(super) fn start(&self, rng: &mut impl Rng) -> Vec<f64> {
        match self {
            Self::Walk(walk) => walk.start(rng),
            Self::Free | Self::Ranked(_) | Self::Reject(_) => Vec::new(),
        }
    }

    /// Draws weights, one criterion after the other, a sample in each lane.
    pub(super) fn draw(&self, rng: &mut impl Rng, place: &mut [f64], weights: &mut [Lanes]) {
        match self {
            Self::Free => {
                let mut total = [0.0; LANES];
                for weights in &mut *weights {
                    exponential(rng, weights, &mut total);
                }
                divide(weights, &total);
            }
            Self::Ranked(order) => order.draw(rng, weights),
            Self::Reject(rejection) => each_lane(weights, |sample| rejection.draw(rng, sample)),
            Self::Walk(walk) => each_lane(weights, |sample| walk.draw(rng, place, sample)),
        }
    }
}

impl Order {
    fn of(given: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..given.len()).collect();
        order.sort_by(|&a, &b| given[b].total_cmp(&given[a]));
        let tolerance = TIE * order.first().map_or(0.0, |&first| given[first]);
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for at in order {
            match groups.last_mut() {
                Some(group) if given[group[0]] - given[at] <= tolerance => group.push(at),
                _ => groups.push(vec![at]),
            }
        }
        Self { groups }
    }

    /// The spacings of sorted exponential variables are exponential themselves, the i-th from the top at the rate i (Rényi
    /// 1953): so sorted weights need no sorting, and their mean is that of rank order centroids.
    fn draw(&self, rng: &mut impl Rng, weights: &mut [Lanes]) {
        let (mut total, mut sum, mut spacing) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
        let mut place = weights.len();
        for &at in self.groups.iter().rev().flat_map(|group| group.iter().rev()) {
            exponential(rng, &mut spacing, &mut total);
            #[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
            let rate = 1.0 / place as f64;
            for (sum, spacing) in sum.iter_mut().zip(&spacing) {
                *sum += spacing * rate;
            }
            weights[at] = sum;
            place -= 1;
        }
        divide(weights, &total);
        for group in &self.groups {
            for last in (1..group.len()).rev() {
                let at = group[last];
                let mut own = weights[at];
                for (lane, own) in own.iter_mut().enumerate() {
                    match group[rng.random_range(0..=last)] {
                        other if other == at => {}
                        other => std::mem::swap(own, &mut weights[other][lane]),
                    }
                }
                weights[at] = own;
            }
        }
    }
}

fn exponential(rng: &mut impl Rng, out: &mut Lanes, total: &mut Lanes) {
    for (x, total) in out.iter_mut().zip(total) {
        *x = rng.sample(Exp1);
        *total += *x;
    }
}

fn divide(weights: &mut [Lanes], total: &Lanes) {
    for weights in weights {
        weights.iter_mut().zip(total).for_each(|(weight, total)| *weight /= total);
    }
}

fn each_lane(weights: &mut [Lanes], mut draw: impl FnMut(&mut [f64])) {
    let mut sample = vec![0.0; weights.len()];
    for lane in 0..LANES {
        draw(&mut sample);
        weights.iter_mut().zip(&sample).for_each(|(weights, x)| weights[lane] = *x);
    }
}
