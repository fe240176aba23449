//! Why a method cannot answer.

use std::ops::RangeInclusive;

use super::{Method, Normalization};
use crate::text::{List, messages};

messages! {
    /// What is wrong, where, and what to do.
    #[derive(Clone, Debug, PartialEq)]
    pub enum MethodError in "methods", exact {
        /// `known` are the parameters that it has.
        UnknownParameter { method: &'static Method, name: String, known: List },
        ParameterOutOfRange { method: &'static Method, name: &'static str, number: f64, range: RangeInclusive<f64> },
        /// `fit` are those that it takes.
        UnfitNormalization { method: &'static Method, normalization: Normalization, fit: List },
        RatioNeedsPositive {
            criterion: String,
            normalization: Normalization,
            /// The score; for a target its distance from it.
            number: f64,
        },
        NeedsPositive {
            method: &'static str,
            criterion: String,
            /// The score; for a target its distance from it.
            number: f64,
        },
        NeedsNoNegative { method: &'static str, criterion: String, number: f64 },
        NeedsEveryScore { method: &'static str, option: String, criterion: String },
        NeedsRange { method: &'static str, criterion: String },
        NeedsBaseline { method: &'static str },
        NeedsThreshold { method: &'static str, criterion: String, preference: &'static str, threshold: &'static str },
        ThresholdsOutOfOrder {
            method: &'static str,
            criterion: String,
            lower: &'static str,
            low: f64,
            upper: &'static str,
            high: f64,
        },
        TooManyOptions { method: &'static str, options: usize, limit: usize },
        /// `fit` is one that leaves nothing below 0.
        NegativeFactor { criterion: String, method: &'static Method, number: f64, fit: Normalization },
    }
}

impl std::error::Error for MethodError {}
