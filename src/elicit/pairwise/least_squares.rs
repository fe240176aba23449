//! Weights whose ratios come nearest to the given ones, in logarithms.

use nalgebra::{DMatrix, DVector};

use super::Comparisons;
use crate::elicit::ElicitError;

/// The priority of each, summing to 1: least squares of `ln(ratio) - ln(w_i / w_j)` over the pairs that were compared.
///
/// # Errors
/// Where there is nothing, or comparisons do not join all.
pub fn weights(comparisons: &Comparisons) -> Result<Vec<f64>, ElicitError> {
    let logarithms = fit(comparisons)?.logarithms;
    let largest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let parts: Vec<f64> = logarithms.iter().map(|x| (x - largest).exp()).collect();
    let sum: f64 = parts.iter().sum();
    Ok(parts.iter().map(|part| part / sum).collect())
}

/// The solution in logarithms.
pub struct Fit {
    /// Of the priorities, summing to 0.
    pub logarithms: Vec<f64>,
    /// Of the normal equations.
    inverse: DMatrix<f64>,
}

/// # Errors
/// As for [`weights`].
#[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
pub fn fit(comparisons: &Comparisons) -> Result<Fit, ElicitError> {
    let count = comparisons.len();
    if count == 0 {
        return Err(ElicitError::Nothing);
    }
    joined(comparisons)?;
    // The graph's Laplacian leaves a common factor open; the same number in every place makes the logarithms sum to 0.
    let mut laplacian = DMatrix::from_element(count, count, 1.0 / count as f64);
    let mut sums = DVector::zeros(count);
    for (i, j, ratio) in comparisons.pairs() {
        laplacian[(i, i)] += 1.0;
        laplacian[(j, j)] += 1.0;
        laplacian[(i, j)] -= 1.0;
        laplacian[(j, i)] -= 1.0;
        sums[i] += ratio.ln();
        sums[j] -= ratio.ln();
    }
    let solver = laplacian.cholesky().ok_or(ElicitError::NoLeastSquares)?;
    Ok(Fit { logarithms: solver.solve(&sums).as_slice().to_vec(), inverse: solver.inverse() })
}

impl Fit {
    /// The logarithm of the ratio of two that were compared as `ratio`, as all other comparisons would have it: the
    /// prediction with that one left out. None where nothing else joins the two.
    pub fn without(&self, i: usize, j: usize, ratio: f64) -> Option<f64> {
        let leverage = self.inverse[(i, i)] + self.inverse[(j, j)] - 2.0 * self.inverse[(i, j)];
        let fitted = self.logarithms[i] - self.logarithms[j];
        let free = 1.0 - leverage;
        (free > 1e-9).then(|| fitted - (ratio.ln() - fitted) * leverage / free)
    }
}

/// An error that names both sides where no chain of comparisons leads from the first to all others.
fn joined(comparisons: &Comparisons) -> Result<(), ElicitError> {
    let count = comparisons.len();
    let (mut reached, mut open) = (vec![false; count], vec![0]);
    while let Some(i) = open.pop() {
        if !std::mem::replace(&mut reached[i], true) {
            open.extend((0..count).filter(|&j| !reached[j] && comparisons.get(i, j).is_some()));
        }
    }
    let side = |of: bool| {
        let names = comparisons.names().iter().zip(&reached);
        names.filter(|(_, reached)| **reached == of).map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    let other = side(false);
    if other.is_empty() { Ok(()) } else { Err(ElicitError::Disconnected { one: side(true), other }) }
}
