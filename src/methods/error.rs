//! Why a method cannot answer.

use std::ops::RangeInclusive;

use thiserror::Error;

use super::{Method, Normalization};

/// What is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum MethodError {
    #[error("{method} has no parameter \"{name}\"; {}", known(method))]
    UnknownParameter { method: &'static Method, name: String },
    #[error("{method}: the parameter {name} is {number}; give a number from {} to {}", .range.start(), .range.end())]
    ParameterOutOfRange { method: &'static Method, name: &'static str, number: f64, range: RangeInclusive<f64> },
    #[error("{method} does not take the normalisation {normalization}; use {}", normalizations(method))]
    UnfitNormalization { method: &'static Method, normalization: Normalization },
    #[error(
        "{criterion}: the normalisation {normalization} takes ratios, and {number} is not above 0; \
         use scores above 0, or the normalisation min-max"
    )]
    RatioNeedsPositive {
        criterion: String,
        normalization: Normalization,
        /// The score; for a target its distance from it.
        number: f64,
    },
    #[error("{criterion}: {method} takes ratios, and {number} is not above 0; use scores above 0, or another method")]
    NeedsPositive {
        method: &'static str,
        criterion: String,
        /// The score; for a target its distance from it.
        number: f64,
    },
    #[error("{criterion}: {method} takes ratios, and {number} is below 0; use scores of at least 0, or another method")]
    NeedsNoNegative { method: &'static str, criterion: String, number: f64 },
    #[error(
        "{option}, {criterion}: there is no score, and {method} cannot do without; \
         fill it in, or use a method that leaves it out, such as weighted-sum"
    )]
    NeedsEveryScore { method: &'static str, option: String, criterion: String },
    #[error("{criterion}: {method} needs the worst and best of every scale; give the criterion a fixed range")]
    NeedsRange { method: &'static str, criterion: String },
    #[error("{method} compares with a baseline, and no option is marked as one; mark the option to compare with")]
    NeedsBaseline { method: &'static str },
    #[error(
        "{criterion}: its preference function {preference} needs the threshold {threshold}, which {method} cannot guess; \
         give it, or use the preference function usual"
    )]
    NeedsThreshold { method: &'static str, criterion: String, preference: &'static str, threshold: &'static str },
    #[error(
        "{criterion}: the threshold {lower} is {low}, above {upper}, which is {high}; \
         {method} needs {upper} to be no less than {lower}, so change one of them"
    )]
    ThresholdsOutOfOrder {
        method: &'static str,
        criterion: String,
        lower: &'static str,
        low: f64,
        upper: &'static str,
        high: f64,
    },
    #[error(
        "{method} compares every option with every other one, and {options} are too many for that; \
         leave out all but {limit}, or use a method that does not, such as promethee-ii"
    )]
    TooManyOptions { method: &'static str, options: usize, limit: usize },
    #[error(
        "{criterion}: {method} multiplies values, and {number} is below 0; \
         use the normalisation {}", method.default_normalization()
    )]
    NegativeFactor { criterion: String, method: &'static Method, number: f64 },
}

fn known(method: &Method) -> String {
    match method.parameters {
        [] => "it takes none".into(),
        parameters => format!("it takes {}", list(parameters.iter().map(|parameter| parameter.name))),
    }
}

fn normalizations(method: &Method) -> String {
    list(method.normalizations.iter().map(|normalization| normalization.id()))
}

fn list(names: impl Iterator<Item = &'static str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
