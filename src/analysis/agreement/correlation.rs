//! How alike two rankings are.
//!
//! All take ranks by alternative, those that tie sharing the mean of their places, as
//! [`Ranking::average_ranks`](crate::methods::Ranking::average_ranks) gives them. No answer is ever NaN: with fewer than
//! two alternatives there is nothing to disagree about, and it is 1. Where a measure divides by the spread of the ranks and
//! one of the rankings ties all, it is 0, or 1 where both do.
//!
//! # Panics
//! All, when the two rankings are not of the same length.

use crate::pace::{self, Pace};

/// Spearman's rho, Pearson's correlation of the ranks: -1 to 1.
///
/// Spearman, C. (1904), "The proof and measurement of association between two things", *American Journal of Psychology* 15.
#[must_use]
pub fn spearman(x: &[f64], y: &[f64]) -> f64 {
    let mean = count(x).midpoint(1.0);
    let sum = |x: &[f64], y: &[f64]| pairs(x, y).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    scaled(sum(x, y), sum(x, x), sum(y, y))
}

/// Kendall's tau-a, pairs in the same order less pairs in opposite order, in shares of all pairs: -1 to 1, and nearer to 0
/// the more ties there are, even for a ranking with itself.
///
/// Kendall, M. G. (1938), "A new measure of rank correlation", *Biometrika* 30.
#[must_use]
pub fn kendall_tau_a(x: &[f64], y: &[f64]) -> f64 {
    let n = count(x);
    if n < 2.0 { 1.0 } else { concordance(x, y) / (n * (n - 1.0) / 2.0) }
}

/// Kendall's tau-b, which leaves out of either ranking the pairs that tie in it: -1 to 1.
///
/// Kendall, M. G. (1945), "The treatment of ties in ranking problems", *Biometrika* 33.
#[must_use]
pub fn kendall_tau_b(x: &[f64], y: &[f64]) -> f64 {
    scaled(concordance(x, y), concordance(x, x), concordance(y, y))
}

/// Weighted Spearman: 1 - 6 sum (x - y)² ((n - x + 1) + (n - y + 1)) / (n⁴ + n³ - n² - n). -1 to 1; differences at the top
/// count for more.
///
/// Pinto da Costa, J. & Soares, C. (2005), "A weighted rank measure of correlation", *Australian & New Zealand Journal of
/// Statistics* 47; Dancelli, L., Manisera, M. & Vezzoli, M. (2013).
#[must_use]
pub fn weighted_spearman(x: &[f64], y: &[f64]) -> f64 {
    let n = count(x);
    let sum: f64 = pairs(x, y).map(|(x, y)| (x - y).powi(2) * ((n - x + 1.0) + (n - y + 1.0))).sum();
    if n < 2.0 { 1.0 } else { 1.0 - 6.0 * sum / (n.powi(4) + n.powi(3) - n.powi(2) - n) }
}

/// WS, how well `y` agrees with the ranking of reference `x`: 1 - sum 2^-x |x - y| / max(|1 - x|, |n - x|). 0 to 1;
/// differences at the top of the reference count for far more.
///
/// Sałabun, W. & Urbaniak, K. (2020), "A new coefficient of rankings similarity in decision-making problems", *International
/// Conference on Computational Science*.
#[must_use]
pub fn ws(x: &[f64], y: &[f64]) -> f64 {
    let n = count(x);
    let farthest = |x: f64| f64::max((1.0 - x).abs(), (n - x).abs());
    let loss = |(x, y): (f64, f64)| (-x).exp2() * (x - y).abs() / farthest(x);
    if n < 2.0 { 1.0 } else { 1.0 - pairs(x, y).map(loss).sum::<f64>() }
}

/// `sum` over the geometric mean of what it is for either ranking with itself, both whole or half numbers.
pub(super) fn scaled(sum: f64, of_x: f64, of_y: f64) -> f64 {
    match (of_x > 0.0, of_y > 0.0) {
        (true, true) => (sum / (of_x.sqrt() * of_y.sqrt())).clamp(-1.0, 1.0),
        (false, false) => 1.0,
        _ => 0.0,
    }
}

/// Pairs in the same order less pairs in opposite order.
fn concordance(x: &[f64], y: &[f64]) -> f64 {
    pace::finish(concordance_in_slices(x, y, &Pace::default()))
}

pub(super) async fn concordance_in_slices(x: &[f64], y: &[f64], pace: &Pace) -> f64 {
    let order = |a: f64, b: f64| i64::from(a < b) - i64::from(a > b);
    let ranks: Vec<(f64, f64)> = pairs(x, y).collect();
    let mut sum = 0;
    for (at, b) in ranks.iter().enumerate() {
        pace.spend(at).await;
        sum += ranks[..at].iter().map(|a| order(a.0, b.0) * order(a.1, b.1)).sum::<i64>();
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of pairs")]
    let sum = sum as f64;
    sum
}

fn pairs(x: &[f64], y: &[f64]) -> impl Iterator<Item = (f64, f64)> {
    assert_eq!(x.len(), y.len(), "both rank the same alternatives");
    x.iter().copied().zip(y.iter().copied())
}

#[expect(clippy::cast_precision_loss, reason = "a count of alternatives")]
fn count(ranks: &[f64]) -> f64 {
    ranks.len() as f64
}
