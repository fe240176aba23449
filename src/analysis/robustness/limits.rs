//! Weights between limits.

use rand::{Rng, RngExt as _, SeedableRng as _};
use rand_distr::Exp1;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::RobustnessError;
use super::walk::Walk;

/// Limits on overall weights, one of each criterion, in the document's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// The least each may weigh, 0 to 1.
    pub least: Vec<f64>,
    /// The most each may weigh, 0 to 1.
    pub most: Vec<f64>,
    pub constraints: Vec<Constraint>,
}

/// Weights whose sum, each times its coefficient, is at most a limit. "The first weighs at least twice as much as the
/// second" is `-1, 2` at most `0`.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// One for each criterion, in the document's order.
    pub coefficients: Vec<f64>,
    pub at_most: f64,
}

impl Limits {
    /// Limits that every weights of so many criteria meet.
    #[must_use]
    pub fn none(criteria: usize) -> Self {
        Self { least: vec![0.0; criteria], most: vec![1.0; criteria], constraints: Vec::new() }
    }
}

impl Constraint {
    pub(super) fn sum(&self, weights: &[f64]) -> f64 {
        self.coefficients.iter().zip(weights).map(|(a, w)| a * w).sum()
    }
}

/// The weights that meet limits, and a simpler region around them to draw from.
#[derive(Clone, Debug)]
pub(super) struct Region {
    /// The least and the most that each weight can be, given that all sum to 1.
    pub least: Vec<f64>,
    pub most: Vec<f64>,
    pub constraints: Vec<Constraint>,
    proposal: Proposal,
}

/// Simpler regions, from which uniform samples are easy to draw.
#[derive(Clone, Copy, Debug)]
enum Proposal {
    /// The simplex above the least weights.
    Floor,
    /// The simplex below the most weights.
    Ceiling,
    /// The weights of all criteria but this between their limits, whatever is left to it.
    Box { rest: usize },
}

/// Below this share of accepted samples a walk is the cheaper way.
const WORTH_TRYING: f64 = 0.02;
const TRIALS: u32 = 1000;

/// What rounding may do to a sum of weights.
const ROUNDING: f64 = 1e-12;

impl Region {
    /// The weights of which none is farther than `distance` from that in `given`.
    pub(super) fn around(given: &[f64], distance: f64) -> Result<Self, RobustnessError> {
        if !(distance > 0.0 && distance.is_finite()) {
            return Err(RobustnessError::Distance(distance));
        }
        let least = given.iter().map(|weight| weight - distance).collect();
        let most = given.iter().map(|weight| weight + distance).collect();
        Self::of(&Limits { least, most, constraints: Vec::new() }, given.len())
    }

    /// The weights of so many criteria that meet `limits`.
    pub(super) fn of(limits: &Limits, criteria: usize) -> Result<Self, RobustnessError> {
        let rows = limits.constraints.iter().map(|constraint| &constraint.coefficients);
        let wrong = rows.chain([&limits.least, &limits.most]).find(|row| row.len() != criteria);
        if let Some(row) = wrong {
            return Err(RobustnessError::Shape { given: row.len(), criteria });
        }
        let coefficients = limits.constraints.iter().flat_map(|row| row.coefficients.iter().chain([&row.at_most]));
        if coefficients.chain(&limits.least).chain(&limits.most).any(|x| !x.is_finite()) {
            return Err(RobustnessError::NotANumber);
        }
        let least: Vec<f64> = limits.least.iter().map(|x| x.max(0.0)).collect();
        let most: Vec<f64> = limits.most.iter().map(|x| x.min(1.0)).collect();
        let (floor, ceiling): (f64, f64) = (least.iter().sum(), most.iter().sum());
        let crossed = least.iter().zip(&most).any(|(least, most)| least > most);
        if crossed || floor > 1.0 + ROUNDING || ceiling < 1.0 - ROUNDING {
            return Err(RobustnessError::Infeasible);
        }
        // What the others leave at least and at most.
        let both = || least.iter().zip(&most);
        let most: Vec<f64> = both().map(|(low, high)| high.min(1.0 - (floor - low)).max(*low)).collect();
        let least: Vec<f64> = both().zip(&most).map(|((low, high), top)| low.max(1.0 - (ceiling - high)).min(*top)).collect();
        Ok(Self { least, most, constraints: limits.constraints.clone(), proposal: Proposal::Floor })
    }

    pub(super) fn width(&self, at: usize) -> f64 {
        self.most[at] - self.least[at]
    }

    /// The same with the proposal that is accepted most often; None where none of them is often enough.
    pub(super) fn proposal(&self) -> Option<Self> {
        let rest = (0..self.least.len()).max_by(|&a, &b| self.width(a).total_cmp(&self.width(b)))?;
        let accepted = |region: &Self| {
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(0);
            let mut sample = vec![0.0; region.least.len()];
            (0..TRIALS).filter(|_| region.propose(&mut rng, &mut sample)).count()
        };
        let proposals = [Proposal::Floor, Proposal::Ceiling, Proposal::Box { rest }];
        let regions = proposals.map(|proposal| Self { proposal, ..self.clone() });
        let (count, region) = regions.into_iter().map(|region| (accepted(&region), region)).max_by_key(|(count, _)| *count)?;
        #[expect(clippy::cast_precision_loss, reason = "few trials")]
        let is_worth_it = count as f64 >= WORTH_TRYING * f64::from(TRIALS);
        is_worth_it.then_some(region)
    }

    /// A walk through the region.
    pub(super) fn walk(&self) -> Result<Walk, RobustnessError> {
        // The same part of the way from the least to the most for every weight.
        let floor: f64 = self.least.iter().sum();
        let span: f64 = self.most.iter().sum::<f64>() - floor;
        let part = if span > 0.0 { (1.0 - floor) / span } else { 0.0 };
        let middle: Vec<f64> = self.least.iter().zip(&self.most).map(|(low, high)| low + part * (high - low)).collect();
        Ok(Walk::new(self, &middle, &[]))
    }

    /// A sample, uniform on the region. Only for one that has found its proposal.
    pub(super) fn draw(&self, rng: &mut impl Rng, sample: &mut [f64]) {
        while !self.propose(rng, sample) {}
    }

    /// Draws from the proposal; false where that lies outside the region.
    fn propose(&self, rng: &mut impl Rng, sample: &mut [f64]) -> bool {
        let bounds = || self.least.iter().zip(&self.most);
        match self.proposal {
            Proposal::Floor => {
                simplex(rng, 1.0 - self.least.iter().sum::<f64>(), sample);
                sample.iter_mut().zip(&self.least).for_each(|(x, least)| *x += least);
            }
            Proposal::Ceiling => {
                simplex(rng, self.most.iter().sum::<f64>() - 1.0, sample);
                sample.iter_mut().zip(&self.most).for_each(|(x, most)| *x = most - *x);
            }
            Proposal::Box { rest } => {
                for (x, (least, most)) in sample.iter_mut().zip(bounds()) {
                    *x = least + (most - least) * rng.random::<f64>();
                }
                sample[rest] = 0.0;
                sample[rest] = 1.0 - sample.iter().sum::<f64>();
            }
        }
        // A weight that has but one value is met up to rounding.
        let fits = |(x, (least, most)): (&f64, (&f64, &f64))| *x >= least - ROUNDING && *x <= most + ROUNDING;
        sample.iter().zip(bounds()).all(fits) && self.constraints.iter().all(|row| row.sum(sample) <= row.at_most)
    }
}

/// Uniform on the numbers of 0 or more that sum to `total`.
fn simplex(rng: &mut impl Rng, total: f64, out: &mut [f64]) {
    let mut sum = 0.0;
    for x in &mut *out {
        *x = rng.sample(Exp1);
        sum += *x;
    }
    out.iter_mut().for_each(|x| *x *= total / sum);
}
