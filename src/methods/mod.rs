//! Weights and values become a ranking: one method a file.
//!
//! A method is a pure function on a [`Problem`]; [`evaluate`] checks what it was asked for, normalises, calls it and ranks.

mod error;
mod lines;
mod normalization;
mod ranking;
mod sort;
pub mod weighted_product;
pub mod weighted_sum;

use std::collections::BTreeMap;
use std::fmt;

pub use error::MethodError;
pub use lines::Lines;
pub use normalization::Normalization;
pub use ranking::{Better, Ranking, TIE};
pub use weighted_sum::Coverage;

use crate::model::Problem;

/// The ways to a ranking. Formulas and sources stand with each method's module.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// [`weighted_sum`]: the weighted mean of values.
    #[default]
    WeightedSum,
    /// [`weighted_product`]: the weighted geometric mean of ratios.
    WeightedProduct,
}

impl Method {
    pub const ALL: [Self; 2] = [Self::WeightedSum, Self::WeightedProduct];

    /// The name in files, on the command line and in results.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::WeightedSum => "weighted-sum",
            Self::WeightedProduct => "weighted-product",
        }
    }

    /// The method called `id`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.id() == id)
    }

    /// The normalisation used where none is asked for.
    #[must_use]
    pub fn default_normalization(self) -> Normalization {
        match self {
            Self::WeightedSum => Normalization::Value,
            Self::WeightedProduct => Normalization::Max,
        }
    }

    /// The names of the parameters that the method takes.
    #[must_use]
    pub fn parameters(self) -> &'static [&'static str] {
        match self {
            Self::WeightedSum | Self::WeightedProduct => &[],
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// What to compute. The default is the weighted sum of values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    pub method: Method,
    /// None: [`Method::default_normalization`].
    pub normalization: Option<Normalization>,
    /// By name; what is left out takes the method's default.
    pub parameters: BTreeMap<String, f64>,
}

/// What a method says of a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    pub method: Method,
    /// The one used, asked for or by default.
    pub normalization: Normalization,
    /// By alternative; NaN where nothing is scored.
    pub scores: Vec<f64>,
    pub coverage: Coverage,
    pub ranking: Ranking,
    /// Intermediate figures, in the order in which the method's authors compute them.
    pub details: Vec<Detail>,
}

/// An intermediate figure of a method, under the name that `contract.md` gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    pub name: &'static str,
    pub value: DetailValue,
}

/// The shapes that intermediate figures come in.
#[derive(Clone, Debug, PartialEq)]
pub enum DetailValue {
    /// A number for each alternative.
    PerAlternative(Vec<f64>),
}

/// Computes `settings` on `problem`.
///
/// # Errors
/// When a parameter is unknown, or the scores do not allow the normalisation or the method.
pub fn evaluate(problem: &Problem, settings: &Settings) -> Result<Evaluation, MethodError> {
    let method = settings.method;
    if let Some(name) = settings.parameters.keys().find(|name| !method.parameters().contains(&name.as_str())) {
        return Err(MethodError::UnknownParameter { method, name: name.clone() });
    }
    let normalization = settings.normalization.unwrap_or(method.default_normalization());
    let values = normalization.normalize(problem)?;
    let overall = match method {
        Method::WeightedSum => weighted_sum::overall(&values, &problem.weights),
        Method::WeightedProduct => weighted_product::overall(&values, problem)?,
    };
    let ranking = Ranking::of(&overall.scores, Better::Higher);
    let (scores, coverage) = (overall.scores, overall.coverage);
    Ok(Evaluation { method, normalization, scores, coverage, ranking, details: Vec::new() })
}
