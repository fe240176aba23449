//! The compiled form of a document: what methods and analyses compute on.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::{Criterion, Direction, Document, Ends, Outline, Outranking, Scale};

/// A decision as numbers. Rows are options, columns are criteria, both in the document's order. A copy shares all that
/// grows with the options.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// Names of the options.
    pub alternatives: Arc<[String]>,
    pub criteria: Vec<ProblemCriterion>,
    /// Scores in the criteria's own units, a range as its middle and a triangle as its likely value; NaN where missing.
    pub scores: Columns,
    /// The same after the value functions: 0 to 1, NaN where missing.
    pub values: Columns,
    /// Overall weights; they sum to 1.
    pub weights: Vec<f64>,
    /// The option that the others are compared with, by its place.
    pub baseline: Option<usize>,
}

/// What is known of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct ProblemCriterion {
    pub name: String,
    pub direction: Direction,
    /// The ends of the scale in use: the fixed ones, or the worst and best of the options. None where nothing is scored.
    pub ends: Option<Ends>,
    pub has_fixed_ends: bool,
    pub outranking: Outranking,
}

/// A dense matrix of `f64`, one column after the other.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    rows: usize,
    data: Arc<Vec<f64>>,
    /// Looked for when first asked: weights change more often than scores, and a million rows take as long to look through
    /// as to add up.
    has_gaps: OnceLock<bool>,
}

impl Columns {
    /// A matrix of `rows` rows from its columns laid end to end.
    ///
    /// # Panics
    /// When `data` is no whole number of columns.
    #[must_use]
    pub fn new(rows: usize, data: Vec<f64>) -> Self {
        assert!(rows == 0 && data.is_empty() || data.len().is_multiple_of(rows.max(1)), "whole columns");
        Self { rows, data: Arc::new(data), has_gaps: OnceLock::new() }
    }

    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    #[must_use]
    pub fn column(&self, criterion: usize) -> &[f64] {
        &self.data[criterion * self.rows..(criterion + 1) * self.rows]
    }

    /// The columns from left to right.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        // A matrix without rows has no columns to show either; `max` only keeps the chunk size legal.
        self.data.chunks_exact(self.rows.max(1))
    }

    #[must_use]
    pub fn get(&self, alternative: usize, criterion: usize) -> f64 {
        self.data[criterion * self.rows + alternative]
    }

    pub(crate) fn column_mut(&mut self, criterion: usize) -> &mut [f64] {
        self.has_gaps = OnceLock::new();
        &mut Arc::make_mut(&mut self.data)[criterion * self.rows..(criterion + 1) * self.rows]
    }

    /// True where a score is missing.
    #[must_use]
    pub fn has_gaps(&self) -> bool {
        let has_gap = |part: &[f64]| part.iter().fold(false, |gap, x| gap | x.is_nan());
        *self.has_gaps.get_or_init(|| self.data.chunks(1024).any(has_gap))
    }
}

impl PartialEq for Columns {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows && self.data == other.data
    }
}

impl Problem {
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let outline = document.outline();
        let leaves = document.leaves();
        let rows = document.alternatives.len();
        let mut scores = Vec::with_capacity(rows * leaves.len());
        let mut values = Vec::with_capacity(rows * leaves.len());
        let mut criteria = Vec::with_capacity(leaves.len());
        for criterion in leaves {
            let (ends, column_scores, column_values) = column(document, criterion);
            scores.extend_from_slice(&column_scores);
            values.extend(column_values);
            criteria.push(ProblemCriterion {
                name: criterion.name.clone(),
                direction: criterion.scale.direction(),
                ends,
                has_fixed_ends: criterion.scale.ends().is_some(),
                outranking: criterion.outranking,
            });
        }
        Self {
            alternatives: document.alternatives.iter().map(|alternative| alternative.name.clone()).collect(),
            criteria,
            scores: Columns::new(rows, scores),
            values: Columns::new(rows, values),
            weights: weights(document, &outline),
            baseline: document.alternatives.iter().position(|alternative| Some(alternative.id) == document.baseline),
        }
    }

    /// The scores in the criteria's own units, but where there is a target the distance from it: more is then better
    /// throughout, or worse throughout where the direction [is a cost](Direction::is_cost). NaN where missing.
    #[must_use]
    pub fn monotone_scores(&self) -> Cow<'_, Columns> {
        if self.criteria.iter().all(|criterion| !matches!(criterion.direction, Direction::Target(_))) {
            return Cow::Borrowed(&self.scores);
        }
        let mut scores = self.scores.clone();
        for (at, criterion) in self.criteria.iter().enumerate() {
            if let Direction::Target(target) = criterion.direction {
                scores.column_mut(at).iter_mut().for_each(|x| *x = distance(*x, target));
            }
        }
        Cow::Owned(scores)
    }

    /// The problem without one option, its local scales as they are without it.
    #[must_use]
    pub fn without(&self, document: &Document, alternative: usize) -> Self {
        let (rows, mut criteria) = (self.alternatives.len() - 1, self.criteria.clone());
        let (mut scores, mut values) = (Vec::new(), Vec::new());
        let columns = self.scores.iter().zip(self.values.iter());
        for ((leaf, criterion), (old_scores, old_values)) in document.leaves().iter().zip(&mut criteria).zip(columns) {
            let rest = |column: &[f64]| [&column[..alternative], &column[alternative + 1..]].concat();
            let kept = rest(old_scores);
            if criterion.has_fixed_ends {
                values.append(&mut rest(old_values));
            } else {
                criterion.ends = leaf.scale.local_ends(kept.iter().copied());
                values.extend(kept.iter().map(|&x| value(&leaf.scale, criterion.ends, x)));
            }
            scores.extend(kept);
        }
        let names = self.alternatives.iter().enumerate().filter(|(row, _)| *row != alternative);
        let alternatives = names.map(|(_, name)| name.clone()).collect();
        let baseline = self.baseline.filter(|&row| row != alternative).map(|row| row - usize::from(row > alternative));
        let (scores, values) = (Columns::new(rows, scores), Columns::new(rows, values));
        Self { alternatives, criteria, scores, values, weights: self.weights.clone(), baseline }
    }

    /// Takes over the scores of one criterion: what is needed when nothing else has changed. `at` is its place among the
    /// columns.
    pub fn rescore(&mut self, document: &Document, at: usize, criterion: &Criterion) {
        let (ends, scores, values) = column(document, criterion);
        self.criteria[at].ends = ends;
        self.scores.column_mut(at).copy_from_slice(&scores);
        self.values.column_mut(at).copy_from_slice(&values);
    }

    /// Takes over the document's weights and leaves the columns alone: what is needed when only weights have changed.
    pub fn reweigh(&mut self, document: &Document, outline: &Outline) {
        self.weights = weights(document, outline);
    }
}

/// The distance of a score from a target, however far apart they are; NaN where missing.
fn distance(x: f64, target: f64) -> f64 {
    (x - target).abs().clamp(0.0, f64::MAX)
}

/// The ends of a criterion's scale, the scores of all options on it, and their values.
fn column(document: &Document, criterion: &Criterion) -> (Option<Ends>, Arc<Vec<f64>>, Vec<f64>) {
    let column = document.alternatives.column(criterion.id);
    let scores = match column {
        Some(column) => column.points(&criterion.scale),
        None => Arc::new(vec![f64::NAN; document.alternatives.len()]),
    };
    let ends = criterion.scale.ends().or_else(|| criterion.scale.local_ends(scores.iter().copied()));
    let values = scores.iter().map(|&x| value(&criterion.scale, ends, x)).collect();
    (ends, scores, values)
}

fn weights(document: &Document, outline: &Outline) -> Vec<f64> {
    outline.shares(&document.weights)
}

fn value(scale: &Scale, ends: Option<Ends>, x: f64) -> f64 {
    match ends {
        Some(ends) if !x.is_nan() => scale.value(x, ends),
        _ => f64::NAN,
    }
}
