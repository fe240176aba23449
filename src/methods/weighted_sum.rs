//! Weighted sum: the sum of w r, with weights that sum to 1 the weighted mean of the normalised scores.
//!
//! Fishburn, P. C. (1967), "Methods of estimating additive utilities", *Management Science* 13; as additive value model
//! Keeney, R. L. & Raiffa, H. (1976), *Decisions with Multiple Objectives*. A missing score is left out and the weights of
//! the others are renormalised, so that it counts neither as worst nor as average; the coverage tells how much is left.

use rayon::prelude::*;

use crate::model::Columns;

/// Rows handled at a time: their sums stay in the nearest cache while the columns pass by.
pub(super) const BLOCK: usize = 2048;

/// Blocks that a thread takes at least: handing out fewer costs more than it saves.
pub(super) const BLOCKS_PER_THREAD: usize = 8;

/// Less of the weight than this is what rounding leaves of nothing.
const NOTHING: f64 = 1e-12;

/// Overall values of all alternatives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overall {
    /// NaN where the coverage is 0.
    pub scores: Vec<f64>,
    /// The share of the weight, 0 to 1, on criteria on which the alternative is scored.
    pub coverage: Vec<f64>,
}

/// The weighted mean of every row of `values`, NaN left out. The weights, one a column, sum to 1.
#[must_use]
pub fn overall(values: &Columns, weights: &[f64]) -> Overall {
    let rows = values.rows();
    let terms = terms(values, weights);
    if terms.is_empty() {
        return Overall { scores: vec![f64::NAN; rows], coverage: vec![0.0; rows] };
    }
    let (mut scores, mut coverage) = (vec![0.0; rows], vec![1.0; rows]);
    scores
        .par_chunks_mut(BLOCK)
        .zip(coverage.par_chunks_mut(BLOCK))
        .enumerate()
        .with_min_len(BLOCKS_PER_THREAD)
        .for_each(|(block, (scores, coverage))| {
            let first = block * BLOCK;
            add_up(&terms, first, scores);
            // Gaps are rare: adding up as if there were none, and again where that gave NaN, costs less than asking.
            for (i, score) in scores.iter_mut().enumerate().filter(|(_, score)| score.is_nan()) {
                let (sum, weight) = add_up_known(&terms, first + i);
                *score = mean(sum, weight);
                coverage[i] = if score.is_nan() { 0.0 } else { weight };
            }
        });
    Overall { scores, coverage }
}

/// What each criterion adds to the overall value of one alternative: together they make its score. A criterion on which
/// it is not scored adds 0; so do all of them where nothing is scored.
#[must_use]
pub fn contributions(values: &Columns, weights: &[f64], alternative: usize) -> Vec<f64> {
    let (_, present) = add_up_known(&terms(values, weights), alternative);
    let has_gap = (0..weights.len()).any(|criterion| values.get(alternative, criterion).is_nan());
    let whole = if has_gap { present } else { 1.0 };
    let part = |(criterion, &weight): (usize, &f64)| {
        let x = values.get(alternative, criterion);
        if x.is_nan() || whole <= NOTHING { 0.0 } else { weight * x / whole }
    };
    weights.iter().enumerate().map(part).collect()
}

/// The sum of `weights` times the columns of `values`, row by row; NaN where a score that counts is missing.
pub(super) fn combine(values: &Columns, weights: &[f64]) -> Vec<f64> {
    let terms = terms(values, weights);
    let mut sums = vec![0.0; values.rows()];
    let blocks = sums.par_chunks_mut(BLOCK).enumerate().with_min_len(BLOCKS_PER_THREAD);
    blocks.for_each(|(block, sums)| add_up(&terms, block * BLOCK, sums));
    sums
}

/// A weighted sum over its weight; NaN where there is none.
pub(super) fn mean(sum: f64, weight: f64) -> f64 {
    if weight <= NOTHING { f64::NAN } else { sum / weight }
}

/// A weight and the values that it applies to.
pub(super) type Term<'a> = (f64, &'a [f64]);

/// The columns that count; a gap in one that weighs nothing is no gap.
pub(super) fn terms<'a>(values: &'a Columns, weights: &[f64]) -> Vec<Term<'a>> {
    weights.iter().copied().zip(values.iter()).filter(|&(weight, _)| weight != 0.0).collect()
}

/// Sum and weight of the known terms of one row.
pub(super) fn add_up_known(terms: &[Term], row: usize) -> (f64, f64) {
    let known = terms.iter().map(|&(weight, column)| (weight, column[row])).filter(|(_, x)| !x.is_nan());
    known.fold((0.0, 0.0), |(sum, total), (weight, x)| (sum + weight * x, total + weight))
}

/// Adds all terms of the rows from `first` on to `sums`. Four columns at a time, so that the sums are read and written a
/// quarter as often.
fn add_up(terms: &[Term], first: usize, sums: &mut [f64]) {
    let rows = first..first + sums.len();
    for terms in terms.chunks(4) {
        if let &[(wa, a), (wb, b), (wc, c), (wd, d)] = terms {
            let (a, b, c, d) = (&a[rows.clone()], &b[rows.clone()], &c[rows.clone()], &d[rows.clone()]);
            for ((((sum, a), b), c), d) in sums.iter_mut().zip(a).zip(b).zip(c).zip(d) {
                *sum += (wa * a + wb * b) + (wc * c + wd * d);
            }
        } else {
            for &(weight, column) in terms {
                for (sum, x) in sums.iter_mut().zip(&column[rows.clone()]) {
                    *sum += weight * x;
                }
            }
        }
    }
}
