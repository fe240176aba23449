//! The principal eigenvector of a matrix of comparisons (Saaty 1977).

use nalgebra::{DMatrix, DVector, Schur};

use super::{Comparisons, least_squares};
use crate::elicit::ElicitError;

/// The largest eigenvalue, and its vector summing to 1.
pub struct Principal {
    pub value: f64,
    pub vector: Vec<f64>,
}

/// More sweeps than any matrix of this kind needs.
const SWEEPS: usize = 10_000;

/// The principal eigenvalue and eigenvector. What is missing counts as least squares would have it.
///
/// # Errors
/// As [`least_squares::weights`].
#[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
pub fn principal(comparisons: &Comparisons) -> Result<Principal, ElicitError> {
    let logarithms = least_squares::fit(comparisons)?.logarithms;
    let count = comparisons.len();
    // Divided by the least-squares ratios the matrix has the same eigenvalues, and is all ones where it is consistent: large
    // and small priorities lose no digits beside each other.
    let balanced = DMatrix::from_fn(count, count, |i, j| {
        comparisons.get(i, j).map_or(1.0, |ratio| (ratio.ln() + logarithms[j] - logarithms[i]).exp())
    });
    let fail = || ElicitError::NoEigenvector;
    let schur = Schur::try_new(balanced.clone(), f64::EPSILON, SWEEPS).ok_or_else(fail)?;
    let largest = schur.complex_eigenvalues().iter().map(|value| value.re).fold(count as f64, f64::max);
    // Just above the largest eigenvalue the inverse is positive and all but its multiple (Perron and Frobenius).
    let above = largest * (1.0 + 1e-9);
    let inverse = (DMatrix::identity(count, count) * above - &balanced).lu();
    let mut vector = DVector::from_element(count, 1.0);
    for _ in 0..4 {
        vector = inverse.solve(&vector).ok_or_else(fail)?;
        let sum = vector.sum();
        if !(sum.is_finite() && sum != 0.0) {
            return Err(fail());
        }
        vector /= sum;
    }
    let image = &balanced * &vector;
    let value = image.sum() / vector.sum();
    let unbalanced: Vec<f64> = vector.iter().zip(&logarithms).map(|(x, log)| x.max(0.0).ln() + log).collect();
    let largest = unbalanced.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let parts: Vec<f64> = unbalanced.iter().map(|x| (x - largest).exp()).collect();
    let sum: f64 = parts.iter().sum();
    if !sum.is_finite() {
        return Err(fail());
    }
    Ok(Principal { value: value.max(count as f64), vector: parts.iter().map(|part| part / sum).collect() })
}
