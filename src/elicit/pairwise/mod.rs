//! The analytic hierarchy process: how many times as important is one as another?
//!
//! Saaty 1977, A scaling method for priorities in hierarchical structures, *Journal of Mathematical Psychology* 15(3). His
//! scale of 1 to 9 is a custom, not a condition: any ratio from [`LEAST`] to [`GREATEST`] will do. Pairs may be left out as
//! long as comparisons join all.

mod consistency;
mod eigenvector;
mod least_squares;

pub use consistency::{Consistency, Outlier, RANDOM_INDEX, consistency};

use super::ElicitError;
use crate::model::Priorities;

/// The least ratio; beyond it rounding would decide.
pub const LEAST: f64 = 1e-9;

/// The greatest ratio.
pub const GREATEST: f64 = 1e9;

/// A reciprocal matrix of comparisons, some of which may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparisons {
    names: Vec<String>,
    /// Row by row; the diagonal is 1, and what stands below it is the reciprocal of what stands above.
    ratios: Vec<Option<f64>>,
}

impl Comparisons {
    /// Nothing compared yet.
    #[must_use]
    pub fn new(names: Vec<String>) -> Self {
        let count = names.len();
        let mut ratios = vec![None; count * count];
        for i in 0..count {
            ratios[i * count + i] = Some(1.0);
        }
        Self { names, ratios }
    }

    /// Says that number `i` is `ratio` times as important as number `j`. What a number is to itself stays 1.
    ///
    /// # Errors
    /// Where the ratio is not between [`LEAST`] and [`GREATEST`].
    pub fn set(&mut self, i: usize, j: usize, ratio: f64) -> Result<(), ElicitError> {
        if !(LEAST..=GREATEST).contains(&ratio) {
            let (one, other) = (self.names[i].clone(), self.names[j].clone());
            return Err(ElicitError::Ratio { one, other, ratio, range: LEAST..=GREATEST });
        }
        if i != j {
            let count = self.len();
            self.ratios[i * count + j] = Some(ratio);
            self.ratios[j * count + i] = Some(1.0 / ratio);
        }
        Ok(())
    }

    /// How many times as important number `i` is as number `j`, where they were compared.
    #[must_use]
    pub fn get(&self, i: usize, j: usize) -> Option<f64> {
        self.ratios[i * self.len() + j]
    }

    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// True where every pair was compared.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.ratios.iter().all(Option::is_some)
    }

    /// The pairs that were compared, the lesser number first.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        let count = self.len();
        (0..count).flat_map(move |i| (i + 1..count).filter_map(move |j| self.get(i, j).map(|ratio| (i, j, ratio))))
    }
}

/// The priority of each, summing to 1. An incomplete matrix is solved by logarithmic least squares, which on a complete one
/// is the geometric mean of its rows (Crawford & Williams 1985, *Journal of Mathematical Psychology* 29(4); Bozóki, Fülöp &
/// Rónyai 2010, *Mathematical and Computer Modelling* 52).
///
/// # Errors
/// Where there is nothing to compare, or comparisons do not join all.
pub fn weights(comparisons: &Comparisons, by: Priorities) -> Result<Vec<f64>, ElicitError> {
    match by {
        Priorities::Eigenvector if comparisons.is_complete() => Ok(eigenvector::principal(comparisons)?.vector),
        Priorities::Eigenvector | Priorities::GeometricMean => least_squares::weights(comparisons),
    }
}
