//! Why a method cannot answer.

use thiserror::Error;

use super::{Method, Normalization};

/// What is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum MethodError {
    #[error("{method} has no parameter \"{name}\"; {}", known(*.method))]
    UnknownParameter { method: Method, name: String },
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
    #[error(
        "{criterion}: {method} multiplies values, and {number} is below 0; \
         use the normalisation {}", method.default_normalization()
    )]
    NegativeFactor { criterion: String, method: Method, number: f64 },
}

fn known(method: Method) -> String {
    match method.parameters() {
        [] => "it takes none".into(),
        names => format!("it takes {}", names.join(", ")),
    }
}
