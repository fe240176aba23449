//! Weighted sum: the sum of w r, with weights that sum to 1 the weighted mean of the normalised scores.
//!
//! Fishburn, P. C. (1967), "Methods of estimating additive utilities", *Management Science* 13; as additive value model
//! Keeney, R. L. & Raiffa, H. (1976), *Decisions with Multiple Objectives*. A missing score is left out and the weights of
//! the others are renormalised, so that it counts neither as worst nor as average; the coverage tells how much is left.

use std::ops::{Add, Index, Range};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use fearless_simd::{Level, Simd, SimdBase, dispatch};
use rayon::prelude::*;

use super::{Better, Compute, Input, Method, MethodError, MethodLabel, Normalization, Outcome};
use crate::model::Columns;

/// Weighted sum: the additive value model.
pub static METHOD: Method = Method {
    id: "weighted-sum",
    name: MethodLabel::WeightedSum,
    source: "Fishburn 1967; Keeney & Raiffa 1976",
    better: Better::Higher,
    normalizations: &Normalization::ALL,
    parameters: &[],
    needs: &[],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let Overall { scores, coverage } = overall(&*input.normalized()?, &input.problem.weights);
    Ok(Outcome { scores, coverage, details: Vec::new() })
}

/// Rows handled at a time: their sums stay in a near cache while the columns pass by.
const BLOCK: usize = 8192;

/// Blocks that a thread takes at least: handing out fewer costs more than it saves.
const BLOCKS_PER_THREAD: usize = 2;

/// Fewer rows than this are handled where they are: waking threads costs more than it saves.
const FEW: usize = BLOCK * BLOCKS_PER_THREAD;

/// Overall values of all alternatives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overall {
    /// NaN where the coverage is 0.
    pub scores: Vec<f64>,
    pub coverage: Coverage,
}

/// By alternative: the share of the weight, 0 to 1, on criteria on which it is scored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// Empty where nothing is missing, as is usual: a million ones take as long to write as the scores.
    shares: Vec<f64>,
}

impl Coverage {
    /// The coverage by `columns`, NaN where a score is missing. The weights, one a column, sum to 1.
    #[must_use]
    pub fn of(columns: &Columns, weights: &[f64]) -> Self {
        let terms = terms(columns, weights);
        if !columns.has_gaps() && !terms.is_empty() {
            return Self::default();
        }
        let share = |row| {
            let (_, weight) = add_up_known(&terms, row);
            let is_whole = terms.iter().all(|(_, column)| !column[row].is_nan());
            if weight <= 0.0 {
                0.0
            } else if is_whole {
                1.0
            } else {
                weight
            }
        };
        Self { shares: (0..columns.rows()).map(share).collect() }
    }

    /// Takes away what was computed for alternatives of which nothing is known.
    pub(super) fn hide_unscored(&self, scores: &mut [f64]) {
        for (score, _) in scores.iter_mut().zip(&self.shares).filter(|&(_, &share)| share == 0.0) {
            *score = f64::NAN;
        }
    }

    /// The least of all, 1 where there are none.
    #[must_use]
    pub fn least(&self) -> f64 {
        self.shares.iter().copied().fold(1.0, f64::min)
    }
}

impl Index<usize> for Coverage {
    type Output = f64;

    fn index(&self, alternative: usize) -> &f64 {
        if self.shares.is_empty() { &1.0 } else { &self.shares[alternative] }
    }
}

/// The weighted mean of every row of `values`, NaN left out. The weights, one a column, sum to 1.
#[must_use]
pub fn overall(values: &Columns, weights: &[f64]) -> Overall {
    let rows = values.rows();
    let terms = terms(values, weights);
    if terms.is_empty() {
        return Overall { scores: vec![f64::NAN; rows], coverage: Coverage { shares: vec![0.0; rows] } };
    }
    // Gaps are rare: adding up as if there were none, and again where that gave NaN, costs less than asking.
    let mut scores = vec![0.0; rows];
    let has_gaps = AtomicBool::new(false);
    by_blocks(&mut scores, |first, scores| {
        add_up(&terms, first, scores);
        if scores.iter().fold(false, |gap, score| gap | score.is_nan()) {
            has_gaps.store(true, Relaxed);
        }
    });
    let mut shares = Vec::new();
    if has_gaps.into_inner() {
        shares.resize(rows, 1.0);
        let rows = scores.par_iter_mut().zip(&mut shares).enumerate().with_min_len(BLOCK);
        rows.filter(|(_, (score, _))| score.is_nan()).for_each(|(row, (score, share))| {
            let (sum, weight) = add_up_known(&terms, row);
            *score = mean(sum, weight);
            *share = if score.is_nan() { 0.0 } else { weight };
        });
    }
    Overall { scores, coverage: Coverage { shares } }
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
        if x.is_nan() || whole <= 0.0 { 0.0 } else { weight * x / whole }
    };
    weights.iter().enumerate().map(part).collect()
}

/// The sum of `weights` times the columns of `values`, row by row; NaN where a score that counts is missing.
pub(super) fn combine(values: &Columns, weights: &[f64]) -> Vec<f64> {
    let terms = terms(values, weights);
    let mut sums = vec![0.0; values.rows()];
    by_blocks(&mut sums, |first, sums| add_up(&terms, first, sums));
    sums
}

/// Lets `work` fill `out` part by part; it gets the number of the first row of the part.
pub(super) fn by_blocks(out: &mut [f64], work: impl Fn(usize, &mut [f64]) + Sync) {
    if out.len() < FEW {
        out.chunks_mut(BLOCK).enumerate().for_each(|(block, part)| work(block * BLOCK, part));
    } else {
        let blocks = out.par_chunks_mut(BLOCK).enumerate().with_min_len(BLOCKS_PER_THREAD);
        blocks.for_each(|(block, part)| work(block * BLOCK, part));
    }
}

/// A weighted sum over its weight; NaN where there is none.
pub(super) fn mean(sum: f64, weight: f64) -> f64 {
    if weight <= 0.0 { f64::NAN } else { sum / weight }
}

/// A weight and the values that it applies to.
pub(super) type Term<'a> = (f64, &'a [f64]);

/// The columns that count; a gap in one that weighs nothing is no gap.
pub(super) fn terms<'a>(values: &'a Columns, weights: &[f64]) -> Vec<Term<'a>> {
    let mut terms = Vec::with_capacity(weights.len());
    terms.extend(weights.iter().copied().zip(values.iter()).filter(|&(weight, _)| weight != 0.0));
    terms
}

/// Sum and weight of the known terms of one row.
pub(super) fn add_up_known(terms: &[Term], row: usize) -> (f64, f64) {
    let known = terms.iter().map(|&(weight, column)| (weight, column[row])).filter(|(_, x)| !x.is_nan());
    known.fold((0.0, 0.0), |(sum, total), (weight, x)| (sum + weight * x, total + weight))
}

/// Adds all terms of the rows from `first` on to `sums`, in the widest registers of the processor; the result is the same in
/// all, since no operation is fused with another.
fn add_up(terms: &[Term], first: usize, sums: &mut [f64]) {
    static LEVEL: LazyLock<Level> = LazyLock::new(Level::new);
    dispatch!(*LEVEL, simd => add_up_columns(simd, terms, first, sums));
}

/// Eight columns at a time, so that the sums are read and written an eighth as often, and so many streams of memory are
/// read at once.
#[expect(clippy::inline_always, reason = "built for the processor at hand")]
#[inline(always)]
fn add_up_columns<S: Simd>(simd: S, terms: &[Term], first: usize, sums: &mut [f64]) {
    let rows = first..first + sums.len();
    let (eights, rest) = terms.as_chunks::<8>();
    for eight in eights {
        add_up_together(simd, eight, rows.clone(), sums);
    }
    let (fours, rest) = rest.as_chunks::<4>();
    for four in fours {
        add_up_together(simd, four, rows.clone(), sums);
    }
    for &one in rest {
        add_up_together(simd, &[one], rows.clone(), sums);
    }
}

#[expect(clippy::inline_always, reason = "built for the processor at hand")]
#[inline(always)]
fn add_up_together<S: Simd, const N: usize>(simd: S, terms: &[Term; N], rows: Range<usize>, sums: &mut [f64]) {
    let weights = terms.map(|(weight, _)| S::f64s::splat(simd, weight));
    let columns = terms.map(|(_, column)| &column[rows.clone()]);
    let whole = sums.len() - sums.len() % S::f64s::N;
    for at in (0..whole).step_by(S::f64s::N) {
        let here = at..at + S::f64s::N;
        let term = |j: usize| weights[j] * S::f64s::from_slice(simd, &columns[j][here.clone()]);
        let sum = S::f64s::from_slice(simd, &sums[here.clone()]);
        plus::<_, N>(sum, term).store_slice(&mut sums[here.clone()]);
    }
    for at in whole..sums.len() {
        sums[at] = plus::<_, N>(sums[at], |j| terms[j].0 * columns[j][at]);
    }
}

/// The sum with `N` terms more: four by four in pairs, and what is left one by one, whatever the registers.
#[expect(clippy::inline_always, reason = "built for the processor at hand")]
#[inline(always)]
fn plus<T: Add<Output = T>, const N: usize>(mut sum: T, term: impl Fn(usize) -> T) -> T {
    let fours = N - N % 4;
    for j in (0..fours).step_by(4) {
        sum = sum + ((term(j) + term(j + 1)) + (term(j + 2) + term(j + 3)));
    }
    for j in fours..N {
        sum = sum + term(j);
    }
    sum
}
