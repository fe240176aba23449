//! Weights from a rank order alone.
//!
//! | formula | weight of rank i of n, before it is made to sum to 1 | source |
//! |---|---|---|
//! | centroid | (1/n) sum over j >= i of 1/j | Barron & Barrett 1996, *Management Science* 42(11) |
//! | rank sum | n + 1 - i | Stillwell, Seaver & Edwards 1981, *Organizational Behavior and Human Performance* 28(1) |
//! | rank reciprocal | 1/i | the same |
//! | sum-reciprocal | 1/i + (n + 1 - i)/n | Danielson & Ekenberg 2014, *Journal of Multi-Criteria Decision Analysis* 21 |
//!
//! Those that share a rank share the mean of the places they take.

use super::ElicitError;
use crate::model::RankFormula;

/// The weights, summing to 1, of `tiers` that hold so many each, the most important first: one for each tier's members.
/// `[1, 1, 1]` is an order without ties, `[1, 2]` one whose second and third share a rank.
///
/// # Errors
/// Where there is nobody in them.
#[expect(clippy::cast_precision_loss, reason = "counts of criteria")]
pub fn weights(tiers: &[usize], formula: RankFormula) -> Result<Vec<f64>, ElicitError> {
    let count: usize = tiers.iter().sum();
    if count == 0 {
        return Err(ElicitError::Nothing);
    }
    let n = count as f64;
    let mut places: Vec<f64> = match formula {
        RankFormula::Centroid => {
            // From the last place on, so that the small parts are added first.
            let mut sum = 0.0;
            let mut places: Vec<f64> = (1..=count)
                .rev()
                .map(|j| {
                    sum += 1.0 / j as f64;
                    sum
                })
                .collect();
            places.reverse();
            places
        }
        RankFormula::RankSum => (1..=count).map(|i| n + 1.0 - i as f64).collect(),
        RankFormula::RankReciprocal => (1..=count).map(|i| 1.0 / i as f64).collect(),
        RankFormula::SumReciprocal => (1..=count).map(|i| 1.0 / i as f64 + (n + 1.0 - i as f64) / n).collect(),
    };
    let sum: f64 = places.iter().rev().sum();
    for place in &mut places {
        *place /= sum;
    }
    let mut first = 0;
    Ok(tiers
        .iter()
        .map(|&size| {
            let shared = &places[first..first + size];
            first += size;
            if size == 0 { 0.0 } else { shared.iter().sum::<f64>() / size as f64 }
        })
        .collect())
}
