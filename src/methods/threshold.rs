//! Thresholds of the outranking methods, in the criteria's own units.

use super::MethodError;
use crate::model::{Outranking, Preference};

/// A difference exceeds a threshold when it is greater by more than this part of it: 0.9 - 0.7 is not to exceed 0.2, and
/// written in binary fractions it does.
const ROUNDING: f64 = 1e-9;

/// True where `difference` is greater than `threshold`; one of 0 is exceeded by any that is greater.
pub(super) fn exceeds(difference: f64, threshold: f64) -> bool {
    difference > threshold * (1.0 + ROUNDING)
}

/// Which thresholds have an order to keep.
#[derive(Clone, Copy)]
pub(super) enum Order {
    /// q and p, where the preference function takes both.
    Preference,
    /// q, p and veto, those that are set.
    Discrimination,
}

impl Order {
    /// # Errors
    /// When a threshold of the criterion is above one that it must not exceed.
    pub(super) fn check(self, method: &'static str, criterion: &str, set: &Outranking) -> Result<(), MethodError> {
        let takes_both = matches!(set.preference, Preference::Level | Preference::Linear);
        let rising = match self {
            Self::Preference if !takes_both => return Ok(()),
            Self::Preference => [("q", set.q), ("p", set.p), ("", None)],
            Self::Discrimination => [("q", set.q), ("p", set.p), ("veto", set.veto)],
        };
        let mut before: Option<(&'static str, f64)> = None;
        for (upper, high) in rising.into_iter().filter_map(|(name, threshold)| Some((name, threshold?))) {
            if let Some((lower, low)) = before.filter(|&(_, low)| low > high) {
                let criterion = criterion.to_owned();
                return Err(MethodError::ThresholdsOutOfOrder { method, criterion, lower, low, upper, high });
            }
            before = Some((upper, high));
        }
        Ok(())
    }
}
