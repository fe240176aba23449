//! How far comparisons agree with each other.

use super::{Comparisons, eigenvector, least_squares};
use crate::elicit::ElicitError;

/// Saaty's random index for 3 to 15 things: the mean consistency index of random matrices. Saaty 1980, *The analytic
/// hierarchy process*.
pub const RANDOM_INDEX: [f64; 13] = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/// How consistent comparisons are. In an incomplete matrix, what is missing counts as consistent, so that the figures are
/// the least they can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Consistency {
    /// The largest eigenvalue, at least the number of things compared.
    pub lambda_max: f64,
    /// (`lambda_max` - n)/(n - 1), 0 where all comparisons agree.
    pub index: f64,
    /// The index beside that of random matrices ([`RANDOM_INDEX`]): up to 0.10 is the usual advice. None beyond 15 things,
    /// for which there is no random index.
    pub ratio: Option<f64>,
    /// Triples in which the first is preferred to the second, the second to the third, and the third to the first (Kendall &
    /// Babington Smith 1940, *Biometrika* 31).
    pub circular_triads: usize,
    /// The comparison that the others contradict most; none where they all agree, or nothing can be said against any.
    pub worst: Option<Outlier>,
}

/// A comparison that does not fit the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlier {
    /// The two numbers that were compared, the lesser first.
    pub pair: (usize, usize),
    /// How many times as important the first is said to be as the second.
    pub given: f64,
    /// What all other comparisons together say of the two: without missing ones, the geometric mean of the ways that lead
    /// over a third.
    pub fitting: f64,
    /// The consistency ratio with the fitting value in its place.
    pub ratio_then: Option<f64>,
}

/// Ratios that differ by less than this, in logarithms, are the same but for rounding.
const SAME: f64 = 1e-9;

/// # Errors
/// Where there is nothing to compare, or comparisons do not join all.
pub fn consistency(comparisons: &Comparisons) -> Result<Consistency, ElicitError> {
    let (lambda_max, index, ratio) = figures(comparisons)?;
    Ok(Consistency {
        lambda_max,
        index,
        ratio,
        circular_triads: circular_triads(comparisons),
        worst: worst(comparisons)?,
    })
}

#[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
fn figures(comparisons: &Comparisons) -> Result<(f64, f64, Option<f64>), ElicitError> {
    let count = comparisons.len();
    let lambda_max = eigenvector::principal(comparisons)?.value;
    if count < 3 {
        return Ok((lambda_max, 0.0, Some(0.0)));
    }
    let index = (lambda_max - count as f64) / (count as f64 - 1.0);
    Ok((lambda_max, index, RANDOM_INDEX.get(count - 3).map(|random| index / random)))
}

fn circular_triads(comparisons: &Comparisons) -> usize {
    let count = comparisons.len();
    let beats = |i: usize, j: usize| comparisons.get(i, j).is_some_and(|ratio| ratio > 1.0);
    let circle = |i: usize, j: usize, k: usize| beats(i, j) && beats(j, k) && beats(k, i);
    let triples = (0..count).flat_map(|i| (i + 1..count).flat_map(move |j| (j + 1..count).map(move |k| (i, j, k))));
    triples.filter(|&(i, j, k)| circle(i, j, k) || circle(k, j, i)).count()
}

fn worst(comparisons: &Comparisons) -> Result<Option<Outlier>, ElicitError> {
    let mut worst: Option<(f64, Outlier)> = None;
    let fit = least_squares::fit(comparisons)?;
    for (i, j, given) in comparisons.pairs() {
        let Some(fitting) = fit.without(i, j, given) else { continue };
        let off = (given.ln() - fitting).abs();
        if off > worst.map_or(SAME, |(off, _)| off + SAME) {
            let outlier = Outlier { pair: (i, j), given, fitting: fitting.exp(), ratio_then: None };
            worst = Some((off, outlier));
        }
    }
    let Some((_, mut outlier)) = worst else { return Ok(None) };
    let mut mended = comparisons.clone();
    let (i, j) = outlier.pair;
    outlier.ratio_then = match mended.set(i, j, outlier.fitting) {
        Ok(()) => figures(&mended)?.2,
        Err(_) => None,
    };
    Ok(Some(outlier))
}
