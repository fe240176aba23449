//! PROMETHEE: how strongly each option is preferred to the others, and they to it.
//!
//! Brans, J. P., Vincke, P. & Mareschal, B. (1986), "How to select and how to rank projects: the PROMETHEE method",
//! *European Journal of Operational Research* 24. On each criterion a preference function makes of the lead d of a over b,
//! in the criterion's own unit, a preference P from 0 to 1; 0 where a does not lead:
//!
//! | | P(d) |
//! |---|---|
//! | usual | 1 for d > 0 |
//! | u-shape | 1 for d > q |
//! | v-shape | d / p, at most 1 |
//! | level | 1/2 for d > q, 1 for d > p |
//! | linear | (d - q) / (p - q), from 0 to 1 |
//! | gaussian | 1 - exp(-d^2 / 2 s^2) |
//!
//! pi(a, b) is the sum of w P. The positive flow of a is the mean of pi(a, b) over the n - 1 others, the negative flow that
//! of pi(b, a), the net flow their difference. Flows are 0 to 1, net flows -1 to 1; net flows sum to 0.
//!
//! [`i`] reads a partial order off the flows, [`ii`] a complete one, [`gaia`] draws a plane.

pub mod gaia;
mod gaussian;
pub mod i;
pub mod ii;
mod preference;

use rayon::prelude::*;

use super::sort::{Extent, Sort};
use super::weighted_sum::mean;
use super::{Better, Coverage, Detail, MethodError, Need, Normalization};
use crate::model::{Columns, Problem};
use crate::pace::{self, Pace, SLICE};
use preference::Function;
pub(super) use preference::number;

/// How options fare against the others, by alternative; NaN where nothing is scored.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// How much each is preferred to the others: 0 to 1.
    pub plus: Vec<f64>,
    /// How much the others are preferred to it: 0 to 1.
    pub minus: Vec<f64>,
    pub coverage: Coverage,
}

impl Flows {
    /// The flows of all options. Two options are compared on the criteria on which both are scored, whose weights are
    /// renormalised; where there are none, neither is preferred. A single option has flows of 0.
    ///
    /// Options that are scored throughout are compared criterion by criterion, all at once in the order of their scores:
    /// for n of them in n log n. Pairs are looked at only where a score is missing.
    ///
    /// # Errors
    /// When a preference function lacks a threshold, or q is above p.
    pub fn of(problem: &Problem) -> Result<Self, MethodError> {
        pace::finish(Self::in_slices(problem, &Pace::default()))
    }

    /// The same in slices.
    ///
    /// # Errors
    /// As of [`Flows::of`].
    pub async fn in_slices(problem: &Problem, pace: &Pace) -> Result<Self, MethodError> {
        Need::Thresholds.check(ii::METHOD.id, problem)?;
        let scores = Normalization::None.normalize(problem)?;
        let coverage = Coverage::of(&scores, &problem.weights);
        let criteria = criteria(problem, &scores);
        let rows = scores.rows();
        let is_whole = |row: &usize| criteria.iter().all(|criterion| !criterion.scores[*row].is_nan());
        let (whole, partial): (Vec<usize>, Vec<usize>) = (0..rows).partition(is_whole);
        let sums: Vec<Sums> = criteria.par_iter().map(|criterion| Sums::of(criterion, &whole)).collect();
        let (mut plus, mut minus) = (vec![0.0; rows], vec![0.0; rows]);
        for (criterion, sums) in criteria.iter().zip(sums) {
            for (&row, (more, less)) in whole.iter().zip(sums.plus.iter().zip(sums.minus)) {
                plus[row] += criterion.weight * more;
                minus[row] += criterion.weight * less;
            }
        }
        if !partial.is_empty() {
            let everyone: Vec<usize> = (0..rows).collect();
            // Many threads share a slice; it ends with a row.
            let together = (SLICE / (rows * criteria.len()).max(1)).max(rayon::current_num_threads());
            for (part, (plus, minus)) in plus.chunks_mut(together).zip(minus.chunks_mut(together)).enumerate() {
                pace.spend(plus.len() * rows * criteria.len()).await;
                plus.par_iter_mut().zip(minus).enumerate().for_each(|(at, (plus, minus))| {
                    let a = part * together + at;
                    for &b in if is_whole(&a) { &partial } else { &everyone } {
                        let (more, less) = pair(&criteria, a, b);
                        *plus += more;
                        *minus += less;
                    }
                });
            }
        }
        let others = number(rows.saturating_sub(1)).max(1.0);
        for flows in [&mut plus, &mut minus] {
            for flow in flows.iter_mut() {
                *flow /= others;
            }
            coverage.hide_unscored(flows);
        }
        Ok(Self { plus, minus, coverage })
    }

    /// Net flows, by alternative: -1 to 1.
    #[must_use]
    pub fn net(&self) -> Vec<f64> {
        self.plus.iter().zip(&self.minus).map(|(plus, minus)| plus - minus).collect()
    }

    /// The flows under the names that they have in results.
    fn details(self) -> Vec<Detail> {
        let net = self.net();
        vec![
            Detail::by_alternative("phi_plus", self.plus),
            Detail::by_alternative("phi_minus", self.minus),
            Detail::by_alternative("net", net),
        ]
    }
}

/// A criterion that has weight.
struct Criterion<'a> {
    weight: f64,
    function: Function,
    /// In its own unit, more being better.
    scores: &'a [f64],
}

fn criteria<'a>(problem: &Problem, scores: &'a Columns) -> Vec<Criterion<'a>> {
    let criteria = problem.criteria.iter().zip(&problem.weights).zip(scores.iter());
    let criteria = criteria.map(|((criterion, &weight), scores)| Criterion {
        weight,
        function: Function::of(&criterion.outranking),
        scores,
    });
    criteria.filter(|criterion| criterion.weight != 0.0).collect()
}

/// pi(a, b) and pi(b, a), on what both are scored on.
fn pair(criteria: &[Criterion], a: usize, b: usize) -> (f64, f64) {
    let (mut more, mut less, mut weight) = (0.0, 0.0, 0.0);
    for criterion in criteria {
        let lead = criterion.scores[a] - criterion.scores[b];
        if !lead.is_nan() {
            more += criterion.weight * criterion.function.of_lead(lead);
            less += criterion.weight * criterion.function.of_lead(-lead);
            weight += criterion.weight;
        }
    }
    // The mean over no weight is NaN, which `max` passes over.
    (mean(more, weight).max(0.0), mean(less, weight).max(0.0))
}

/// The preferences of options over each other on one criterion, added up.
struct Sums {
    plus: Vec<f64>,
    minus: Vec<f64>,
}

impl Sums {
    /// The sums of the options `rows` among themselves, all of which are scored, in the order of `rows`.
    fn of(criterion: &Criterion, rows: &[usize]) -> Self {
        let (function, scores) = (criterion.function, criterion.scores);
        let scores: Vec<f64> = rows.iter().map(|&row| scores[row]).collect();
        let (order, _) = Sort::new(&scores, Better::Lower, Extent::of(&scores), 0.0).run();
        let mut ascending: Vec<f64> = order.iter().map(|&place| scores[place as usize]).collect();
        let plus = function.of_leads(&ascending);
        // What is behind by so much leads by so much in the mirror.
        ascending.reverse();
        for x in &mut ascending {
            *x = -*x;
        }
        let minus = function.of_leads(&ascending);
        Self { plus: at_places(&order, plus.into_iter()), minus: at_places(&order, minus.into_iter().rev()) }
    }
}

/// Numbers that come in the order of `places`, each at its place.
fn at_places(places: &[u32], numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut out = vec![0.0; places.len()];
    for (&place, number) in places.iter().zip(numbers) {
        out[place as usize] = number;
    }
    out
}
