//! What every method declares of itself.

use std::fmt;
use std::ops::RangeInclusive;

use super::threshold::Order;
use super::{Better, Input, MethodError, MethodLabel, Normalization, Outcome, ParameterLabel, Settings};
use crate::model::Problem;
use crate::pace::Work;
use crate::text::Argument;

/// How many options a method takes that keeps something for every pair of them: its results then fill some hundred
/// megabytes.
const MOST_IN_PAIRS: usize = 2_000;

/// A way to a ranking: its name, what it needs, and how it is computed. Each method's file holds one.
pub struct Method {
    /// The name in files, on the command line and in results.
    pub id: &'static str,
    pub name: MethodLabel,
    /// Who published it, and when.
    pub source: &'static str,
    /// Which scores of it are better.
    pub better: Better,
    /// Those that it can be computed with, the usual one first.
    pub normalizations: &'static [Normalization],
    pub parameters: &'static [Parameter],
    /// What a problem must have for it, beyond what the normalisation asks for.
    pub needs: &'static [Need],
    pub(super) compute: Compute,
}

/// How a method is computed.
pub(super) enum Compute {
    /// In a few passes over the scores.
    AtOnce(fn(&Input) -> Result<Outcome, MethodError>),
    /// With something for every pair of options.
    InSlices(for<'a> fn(&'a Input<'a>) -> Work<'a, Result<Outcome, MethodError>>),
}

/// A number that a method can be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    pub name: &'static str,
    pub default: f64,
    pub range: RangeInclusive<f64>,
    pub meaning: ParameterLabel,
}

/// What a method cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// No missing scores: the method compares each option with figures made of all of them.
    EveryScore,
    /// Scores above 0, because it takes ratios of them; for a target the distance from it.
    PositiveScores,
    /// Scores of at least 0, because it takes ratios to their average.
    NoNegativeScores,
    /// Fixed ends of every scale.
    FixedRanges,
    /// An option that is marked as the baseline.
    Baseline,
    /// The thresholds that each criterion's preference function asks for, q not above p.
    Thresholds,
    /// Thresholds q, p and veto that do not fall in this order, as far as they are given.
    RisingThresholds,
    /// Few enough options that something can be kept for every pair of them.
    Pairs,
}

impl Method {
    /// Whether the method can be computed on `problem`, with its usual normalisation and parameters; else why not. This is
    /// [`evaluate`](super::evaluate), its result thrown away.
    ///
    /// # Errors
    /// What is missing, and where.
    pub fn fits(&'static self, problem: &Problem) -> Result<(), MethodError> {
        super::evaluate(problem, &Settings::of(self)).map(drop)
    }

    /// The normalisation used where none is asked for.
    #[must_use]
    pub fn default_normalization(&self) -> Normalization {
        self.normalizations[0]
    }
}

impl Need {
    /// # Errors
    /// Names the first place where `problem` lacks it.
    pub(super) fn check(self, method: &'static str, problem: &Problem) -> Result<(), MethodError> {
        match self {
            Self::EveryScore if !problem.scores.has_gaps() => {}
            Self::EveryScore => {
                for (criterion, column) in problem.criteria.iter().zip(problem.scores.iter()) {
                    if let Some(row) = column.iter().position(|x| x.is_nan()) {
                        let (option, criterion) = (problem.alternatives[row].clone(), criterion.name.clone());
                        return Err(MethodError::NeedsEveryScore { method, option, criterion });
                    }
                }
            }
            Self::PositiveScores => {
                let scores = problem.monotone_scores();
                for (criterion, column) in problem.criteria.iter().zip(scores.iter()) {
                    if let Some(&number) = column.iter().find(|&&x| x <= 0.0) {
                        return Err(MethodError::NeedsPositive { method, criterion: criterion.name.clone(), number });
                    }
                }
            }
            Self::NoNegativeScores => {
                let scores = problem.monotone_scores();
                for (criterion, column) in problem.criteria.iter().zip(scores.iter()) {
                    if let Some(&number) = column.iter().find(|&&x| x < 0.0) {
                        return Err(MethodError::NeedsNoNegative { method, criterion: criterion.name.clone(), number });
                    }
                }
            }
            Self::FixedRanges => {
                if let Some(criterion) = problem.criteria.iter().find(|criterion| !criterion.has_fixed_ends) {
                    return Err(MethodError::NeedsRange { method, criterion: criterion.name.clone() });
                }
            }
            Self::Baseline => {
                if problem.baseline.is_none() {
                    return Err(MethodError::NeedsBaseline { method });
                }
            }
            Self::Thresholds => {
                for criterion in &problem.criteria {
                    if let Some(threshold) = criterion.outranking.lacks() {
                        let (criterion, preference) = (criterion.name.clone(), criterion.outranking.preference.id());
                        return Err(MethodError::NeedsThreshold { method, criterion, preference, threshold });
                    }
                    Order::Preference.check(method, &criterion.name, &criterion.outranking)?;
                }
            }
            Self::RisingThresholds => {
                for criterion in &problem.criteria {
                    Order::Discrimination.check(method, &criterion.name, &criterion.outranking)?;
                }
            }
            Self::Pairs => {
                let (options, limit) = (problem.alternatives.len(), MOST_IN_PAIRS);
                if options > limit {
                    return Err(MethodError::TooManyOptions { method, options, limit });
                }
            }
        }
        Ok(())
    }
}

impl PartialEq for Method {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Method {}

impl fmt::Debug for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl From<&'static Method> for Argument {
    fn from(method: &'static Method) -> Self {
        method.id.into()
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}
