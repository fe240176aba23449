//! Why a judgement gives no weights.

use std::ops::RangeInclusive;

use crate::linear_program::Unsolved;
use crate::model::Id;
use crate::text::messages;

messages! {
    /// What is wrong, where, and what to do. The document is as it was.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ElicitError in "elicit", exact {
        Nothing,
        /// `place` counts from 1.
        BadPoints { place: usize, points: f64 },
        AllZero,
        TooFewPoints { given: f64, left: f64 },
        TooManyPoints { given: f64, over: f64 },
        Swing { largest: f64 },
        Unjudged { names: Vec<String> },
        Ratio { one: String, other: String, ratio: f64, range: RangeInclusive<f64> },
        Disconnected { one: Vec<String>, other: Vec<String> },
        GradeOfBest { whose: String, grade: f64, range: RangeInclusive<f64> },
        GradeOfWorst { whose: String, grade: f64, range: RangeInclusive<f64> },
        Itself { whose: String, grade: f64 },
        BestOverWorst { best: String, worst: String, one: f64, other: f64 },
        BestIsWorst { whose: String },
        MissingScore { option: String, criterion: String },
        Negative { criterion: String, number: f64 },
        NoInformation,
        Unknown(id: Id),
        NotARating { criterion: String },
        NoLeastSquares,
        NoEigenvector,
        NoOptimum { reason: Unsolved },
    }
}

impl std::error::Error for ElicitError {}

impl From<Unsolved> for ElicitError {
    fn from(reason: Unsolved) -> Self {
        Self::NoOptimum { reason }
    }
}
