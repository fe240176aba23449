//! Weights drawn from what is known of them.
#![expect(clippy::inline_always, reason = "a loop over lanes must be built for the same processor as what calls it")]

use rand::RngExt as _;

use super::lanes::{LANES, Lanes};
use super::limits::Region;
use super::network::Network;
use super::random::Random;
use super::reject::Rejection;
use super::walk::Walk;
use super::{Information, RobustnessError};
use crate::methods::TIE;

/// A distribution of weights: not negative, sum 1.
#[derive(Clone, Debug)]
pub(super) enum Sampler {
    Free(Simplex),
    /// Uniform on the weights in a given order.
    Ranked(Order),
    /// Uniform on a polytope, drawn from a simpler region around it until it lies within.
    Reject(Rejection),
    /// Uniform on a polytope, by a random walk.
    Walk(Walk),
}

/// Uniform on all weights: the spacings between uniform numbers in rising order (Devroye 1986, *Non-Uniform Random Variate
/// Generation*, section V.2).
#[derive(Clone, Debug)]
pub(super) struct Simplex {
    network: Network,
}

/// Criteria from the heaviest to the lightest, in groups within which any order is possible.
#[derive(Clone, Debug)]
pub(super) struct Order {
    groups: Vec<Vec<usize>>,
    simplex: Simplex,
    network: Network,
}

impl Sampler {
    /// What `information` says of weights, of which `given` are those of the document.
    pub(super) fn new(information: &Information, given: &[f64]) -> Result<Self, RobustnessError> {
        let region = match information {
            Information::Free => return Ok(Self::Free(Simplex::new(given.len()))),
            Information::Ranked => {
                let order = Order::of(given);
                return Ok(if order.groups.len() == 1 { Self::Free(order.simplex) } else { Self::Ranked(order) });
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
    pub(super) fn start(&self, random: &mut Random) -> Vec<f64> {
        match self {
            Self::Walk(walk) => walk.start(&mut random.single),
            Self::Free(_) | Self::Ranked(_) | Self::Reject(_) => Vec::new(),
        }
    }

    /// Draws weights, one criterion after the other, a sample in each lane.
    #[inline(always)]
    pub(super) fn draw(&self, random: &mut Random, place: &mut [f64], weights: &mut [Lanes]) {
        match self {
            Self::Free(simplex) => simplex.draw(random, weights),
            Self::Ranked(order) => order.draw(random, weights),
            Self::Reject(rejection) => each_lane(weights, |sample| rejection.draw(&mut random.single, sample)),
            Self::Walk(walk) => each_lane(weights, |sample| walk.draw(&mut random.single, place, sample)),
        }
    }
}

impl Simplex {
    fn new(criteria: usize) -> Self {
        // One criterion less than there are: between n - 1 numbers, 0 and 1 lie n spacings.
        let places: Vec<usize> = (1..criteria).map(|place| place - 1).collect();
        Self { network: Network::new(&places) }
    }

    #[inline(always)]
    fn draw(&self, random: &mut Random, weights: &mut [Lanes]) {
        let Some((last, others)) = weights.split_last_mut() else { return };
        for numbers in &mut *others {
            random.weights(numbers);
        }
        self.network.sort(others);
        let mut before = [0.0; LANES];
        for numbers in others {
            for lane in 0..LANES {
                (numbers[lane], before[lane]) = (numbers[lane] - before[lane], numbers[lane]);
            }
        }
        for lane in 0..LANES {
            last[lane] = 1.0 - before[lane];
        }
    }
}

impl Order {
    fn of(given: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..given.len()).collect();
        order.sort_by(|&a, &b| given[b].total_cmp(&given[a]));
        let tolerance = TIE * order.first().map_or(0.0, |&first| given[first]);
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for &at in &order {
            match groups.last_mut() {
                Some(group) if given[group[0]] - given[at] <= tolerance => group.push(at),
                _ => groups.push(vec![at]),
            }
        }
        order.reverse();
        Self { groups, simplex: Simplex::new(given.len()), network: Network::new(&order) }
    }

    /// Any weights, of which each criterion gets the one of its rank: all orders of weights being as likely, this is uniform
    /// on the weights in one of them.
    #[inline(always)]
    fn draw(&self, random: &mut Random, weights: &mut [Lanes]) {
        self.simplex.draw(random, weights);
        self.network.sort(weights);
        for group in &self.groups {
            for last in (1..group.len()).rev() {
                let at = group[last];
                let mut own = weights[at];
                for (lane, own) in own.iter_mut().enumerate() {
                    match group[random.single.random_range(0..=last)] {
                        other if other == at => {}
                        other => std::mem::swap(own, &mut weights[other][lane]),
                    }
                }
                weights[at] = own;
            }
        }
    }
}

fn each_lane(weights: &mut [Lanes], mut draw: impl FnMut(&mut [f64])) {
    let mut sample = vec![0.0; weights.len()];
    for lane in 0..LANES {
        draw(&mut sample);
        weights.iter_mut().zip(&sample).for_each(|(weights, x)| weights[lane] = *x);
    }
}
