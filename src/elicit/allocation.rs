//! 100 points shared out: who gives one more takes it from others.
//!
//! Hoffman 1960, The paramorphic representation of clinical judgment, *Psychological Bulletin* 57(2); constant-sum scaling
//! by Metfessel 1947.

use super::{ElicitError, points};

/// How far the sum may be from 100: what is lost where thirds are typed with two decimals.
const SLACK: f64 = 0.05;

/// The share of each, summing to 1, from points of 0 or more that sum to 100.
///
/// # Errors
/// As for [`points::weights`], and where they do not sum to 100.
pub fn weights(given: &[f64]) -> Result<Vec<f64>, ElicitError> {
    let weights = points::weights(given)?;
    let sum: f64 = given.iter().sum();
    if (sum - 100.0).abs() > SLACK {
        return Err(if sum < 100.0 {
            ElicitError::TooFewPoints { given: sum, left: 100.0 - sum }
        } else {
            ElicitError::TooManyPoints { given: sum, over: sum - 100.0 }
        });
    }
    Ok(weights)
}
