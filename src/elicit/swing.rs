//! Swing: how much the step from the worst to the best of a criterion matters, beside the step that matters most.
//!
//! von Winterfeldt & Edwards 1986, *Decision analysis and behavioral research*, chapter 8.

use super::{ElicitError, points};

/// The share of each, summing to 1, from swings of 0 to 100 of which the largest is 100.
///
/// # Errors
/// As for [`points::weights`], and where the largest is not 100.
pub fn weights(swings: &[f64]) -> Result<Vec<f64>, ElicitError> {
    let weights = points::weights(swings)?;
    let largest = swings.iter().copied().fold(0.0, f64::max);
    if (largest - 100.0).abs() > 1e-9 {
        return Err(ElicitError::Swing { largest });
    }
    Ok(weights)
}
