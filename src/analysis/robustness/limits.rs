//! Limits on weights, and the region of those that meet them.

use super::RobustnessError;
use crate::linear_program::{LinearProgram, Relation, Unsolved};

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
    /// Limits that any weights of so many criteria meet.
    #[must_use]
    pub fn none(criteria: usize) -> Self {
        Self { least: vec![0.0; criteria], most: vec![1.0; criteria], constraints: Vec::new() }
    }
}

impl Constraint {
    pub(super) fn sum(&self, weights: &[f64]) -> f64 {
        self.coefficients.iter().zip(weights).map(|(a, w)| a * w).sum()
    }

    /// The same with 1 as the largest coefficient. Of weights it is then at most 1 and at least -1 in any case.
    fn normal(&self) -> Self {
        let largest = self.coefficients.iter().fold(0.0, |largest: f64, a| largest.max(a.abs()));
        let unit = if largest > 0.0 { largest } else { 1.0 };
        let at_most = match self.at_most {
            limit if largest > 0.0 => limit / unit,
            // Without coefficients it holds always or never.
            limit if limit < 0.0 => f64::NEG_INFINITY,
            _ => f64::INFINITY,
        };
        Self { coefficients: self.coefficients.iter().map(|a| a / unit).collect(), at_most }
    }
}

/// The weights that meet limits.
#[derive(Clone, Debug)]
pub(super) struct Region {
    /// The least and the most that each weight can be, given that all sum to 1 and meet the constraints.
    pub least: Vec<f64>,
    pub most: Vec<f64>,
    pub constraints: Vec<Constraint>,
    /// Those of the constraints that all weights of the region meet with equality.
    pub tight: Vec<usize>,
    /// Weights away from all limits that leave room.
    pub middle: Vec<f64>,
}

/// What rounding may do to a sum of weights.
pub(super) const ROUNDING: f64 = 1e-12;

/// A limit closer than this to all weights of a region leaves no room.
pub(super) const NO_ROOM: f64 = 1e-9;

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
        let numbers = limits.constraints.iter().flat_map(|row| row.coefficients.iter().chain([&row.at_most]));
        if numbers.chain(&limits.least).chain(&limits.most).any(|x| !x.is_finite()) {
            return Err(RobustnessError::NotANumber);
        }
        let least: Vec<f64> = limits.least.iter().map(|x| x.max(0.0)).collect();
        let most: Vec<f64> = limits.most.iter().map(|x| x.min(1.0)).collect();
        let (floor, ceiling): (f64, f64) = (least.iter().sum(), most.iter().sum());
        let crossed = least.iter().zip(&most).any(|(least, most)| least > most);
        if crossed || floor > 1.0 + ROUNDING || ceiling < 1.0 - ROUNDING {
            return Err(RobustnessError::Infeasible);
        }
        let constraints = limits.constraints.iter().map(Constraint::normal).filter(|row| row.at_most < 1.0);
        let region = Self { least, most, constraints: constraints.collect(), tight: Vec::new(), middle: Vec::new() };
        if region.constraints.is_empty() { Ok(region.between(floor, ceiling)) } else { region.explored() }
    }

    /// Without constraints: what the others leave each weight at least and at most, and in the middle the same part of the
    /// way from the least to the most for all.
    fn between(self, floor: f64, ceiling: f64) -> Self {
        let both = || self.least.iter().zip(&self.most);
        let part = if ceiling > floor { ((1.0 - floor) / (ceiling - floor)).clamp(0.0, 1.0) } else { 0.0 };
        let middle = both().map(|(low, high)| low + part * (high - low)).collect();
        let most: Vec<f64> = both().map(|(low, high)| high.min(1.0 - (floor - low)).max(*low)).collect();
        let least = both().zip(&most).map(|((low, high), most)| low.max(1.0 - (ceiling - high)).min(*most)).collect();
        Self { least, most, middle, ..self }
    }

    /// With constraints: goes as far away from every limit as possible. The mean of the weights found is away from all
    /// limits that one can get away from.
    fn explored(mut self) -> Result<Self, RobustnessError> {
        let criteria = self.least.len();
        let mut found: Vec<Vec<f64>> = Vec::new();
        let unit = |at: usize, cost: f64| (0..criteria).map(|other| if other == at { cost } else { 0.0 }).collect();
        let (mut least, mut most) = (self.least.clone(), self.most.clone());
        for at in 0..criteria {
            let (low, high) = (self.cheapest(unit(at, 1.0))?, self.cheapest(unit(at, -1.0))?);
            (least[at], most[at]) = (low[at].max(self.least[at]), high[at].min(self.most[at]));
            found.extend([low, high]);
        }
        for (at, row) in self.constraints.iter().enumerate() {
            let away = self.cheapest(row.coefficients.clone())?;
            if row.at_most - row.sum(&away) <= NO_ROOM {
                self.tight.push(at);
            }
            found.push(away);
        }
        #[expect(clippy::cast_precision_loss, reason = "a few per limit")]
        let count = found.len() as f64;
        self.middle = (0..criteria).map(|at| found.iter().map(|weights| weights[at]).sum::<f64>() / count).collect();
        Ok(Self { least, most, ..self })
    }

    /// Weights of the region with the least cost.
    fn cheapest(&self, costs: Vec<f64>) -> Result<Vec<f64>, RobustnessError> {
        let mut program = LinearProgram::default();
        for ((cost, least), most) in costs.into_iter().zip(&self.least).zip(&self.most) {
            program.variable(cost, *least, *most);
        }
        program.row((0..self.least.len()).map(|at| (at, 1.0)), Relation::Equal, 1.0);
        for row in &self.constraints {
            // What is below -1 cannot be met, however far below.
            let limit = row.at_most.max(-2.0);
            program.row(row.coefficients.iter().copied().enumerate(), Relation::AtMost, limit);
        }
        program.minimize().map(|optimum| optimum.point).map_err(|fault| match fault {
            Unsolved::Infeasible => RobustnessError::Infeasible,
            fault => RobustnessError::Uncertain(fault),
        })
    }

    /// How far apart the least and the most of a weight are.
    pub(super) fn width(&self, at: usize) -> f64 {
        self.most[at] - self.least[at]
    }

    /// True where these weights, which sum to 1, are within all limits. A weight that has but one value need meet it only up
    /// to rounding.
    pub(super) fn holds(&self, weights: &[f64]) -> bool {
        let bounds = self.least.iter().zip(&self.most);
        let mut within =
            weights.iter().zip(bounds).map(|(x, (least, most))| *x >= least - ROUNDING && *x <= most + ROUNDING);
        within.all(|is_within| is_within) && self.constraints.iter().all(|row| row.sum(weights) <= row.at_most)
    }
}
