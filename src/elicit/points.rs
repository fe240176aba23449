//! Direct points: what each is worth beside its siblings.
//!
//! Edwards 1977, How to use multiattribute utility measurement for social decisionmaking, *IEEE Transactions on Systems,
//! Man, and Cybernetics* 7(5).

use super::ElicitError;

/// The share of each, summing to 1, from points of 0 or more.
///
/// # Errors
/// Where there are none, all are 0, or one is negative or not finite.
pub fn weights(points: &[f64]) -> Result<Vec<f64>, ElicitError> {
    if points.is_empty() {
        return Err(ElicitError::Nothing);
    }
    if let Some((place, &points)) = points.iter().enumerate().find(|(_, x)| !(x.is_finite() && **x >= 0.0)) {
        return Err(ElicitError::BadPoints { place: place + 1, points });
    }
    shares(points).ok_or(ElicitError::AllZero)
}

/// Numbers of 0 or more in proportion, summing to 1; None where all are 0. However great or small they are.
pub(super) fn shares(numbers: &[f64]) -> Option<Vec<f64>> {
    let largest = numbers.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return None;
    }
    let parts: Vec<f64> = numbers.iter().map(|x| x / largest).collect();
    let sum: f64 = parts.iter().sum();
    Some(parts.iter().map(|part| part / sum).collect())
}

#[cfg(test)]
mod tests {
    use super::weights;
    use crate::elicit::ElicitError;

    #[test]
    fn extremes_have_shares() {
        assert_eq!(weights(&[f64::MAX, f64::MAX]), Ok(vec![0.5, 0.5]));
        assert_eq!(weights(&[5e-324]), Ok(vec![1.0]));
        assert_eq!(weights(&[0.0, 0.0]), Err(ElicitError::AllZero));
        assert_eq!(weights(&[]), Err(ElicitError::Nothing));
        assert!(matches!(weights(&[1.0, f64::NAN]), Err(ElicitError::BadPoints { .. })));
        assert!(matches!(weights(&[1.0, -1.0]), Err(ElicitError::BadPoints { .. })));
    }
}
