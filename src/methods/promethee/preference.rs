//! The six preference functions, of one lead and of all leads at once.

use super::gaussian;
use crate::methods::threshold::exceeds;
use crate::model::{Outranking, Preference};

/// How strongly a lead of one option over another speaks for it: 0 not at all, 1 as strongly as can be. Thresholds are in
/// the criterion's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Function {
    /// 1 above the threshold: usual at 0, u-shape at q.
    Step(f64),
    /// 1/2 above q, 1 above p.
    Level(f64, f64),
    /// From 0 at q to 1 at p, which is greater: v-shape with q = 0, and linear.
    Ramp(f64, f64),
    /// 1 - exp(-d^2 / 2 s^2), with s above 0.
    Gaussian(f64),
}

impl Function {
    /// The function of a criterion. Thresholds that are not given count as 0, and where the two that a function lies
    /// between are the same it is a step.
    pub(super) fn of(outranking: &Outranking) -> Self {
        let [q, p, s] = [outranking.q, outranking.p, outranking.s].map(Option::unwrap_or_default);
        match outranking.preference {
            Preference::UShape => Self::Step(q),
            Preference::Level => Self::Level(q, p),
            Preference::VShape if p > 0.0 => Self::Ramp(0.0, p),
            Preference::Linear if p > q => Self::Ramp(q, p),
            Preference::VShape | Preference::Linear => Self::Step(p),
            Preference::Gaussian if s > 0.0 => Self::Gaussian(s),
            Preference::Usual | Preference::Gaussian => Self::Step(0.0),
        }
    }

    /// The preference, 0 to 1, that a lead gives; NaN where it is NaN.
    pub(super) fn of_lead(self, lead: f64) -> f64 {
        let step = |threshold| if exceeds(lead, threshold) { 1.0 } else { 0.0 };
        match self {
            _ if lead.is_nan() => lead,
            Self::Step(threshold) => step(threshold),
            Self::Level(q, p) => 0.5 * (step(q) + step(p)),
            Self::Ramp(q, p) => ((lead - q) / (p - q)).clamp(0.0, 1.0),
            Self::Gaussian(s) => gaussian::of_lead(s, lead),
        }
    }

    /// For each of the scores, which ascend: the preferences that its leads over all the others give, added up.
    ///
    /// What a score leads by enough to matter begins with the lowest score and ends further up the higher the score is, so
    /// that one pass over them finds it for all.
    pub(super) fn of_leads(self, ascending: &[f64]) -> Vec<f64> {
        match self {
            Self::Step(threshold) => steps(ascending, threshold),
            Self::Level(q, p) => {
                steps(ascending, q).iter().zip(steps(ascending, p)).map(|(q, p)| 0.5 * (q + p)).collect()
            }
            Self::Ramp(q, p) => ramps(ascending, q, p),
            Self::Gaussian(s) => gaussian::of_leads(s, ascending),
        }
    }
}

/// For each score the number of those that it exceeds by more than `threshold`.
fn steps(ascending: &[f64], threshold: f64) -> Vec<f64> {
    let (mut below, mut count) = (0, 0.0);
    let steps = ascending.iter().map(|x| {
        while exceeds(x - ascending[below], threshold) {
            below += 1;
            count += 1.0;
        }
        count
    });
    steps.collect()
}

/// Scores that lie within p of the lowest of them.
struct Cell {
    base: f64,
    end: usize,
}

/// For each score the sum of (lead - q) / (p - q), each held to 0..=1.
///
/// Sums of scores are taken from the lowest of their cell, in units of p: they are then sums of numbers from 0 to 1,
/// however large the scores are, and nothing is lost in taking one from another.
fn ramps(ascending: &[f64], q: f64, p: f64) -> Vec<f64> {
    let mut cells: Vec<Cell> = Vec::new();
    // Of each score: the sum of those before it in its cell.
    let mut before = Vec::with_capacity(ascending.len());
    let mut sum = 0.0;
    for (at, &x) in ascending.iter().enumerate() {
        match cells.last_mut() {
            Some(cell) if x - cell.base <= p => cell.end = at + 1,
            _ => {
                cells.push(Cell { base: x, end: at + 1 });
                sum = 0.0;
            }
        }
        before.push(sum);
        sum += cells.last().map_or(0.0, |cell| (x - cell.base) / p);
    }
    let steepness = p / (p - q);
    let (mut first, mut least, mut most, mut count) = (0, 0, 0, 0.0);
    let ramps = ascending.iter().map(|x| {
        // Up to `most` the lead is p or more, up to `least` more than q.
        while x - ascending[most] >= p {
            most += 1;
            count += 1.0;
        }
        while x - ascending[least] > q {
            least += 1;
        }
        while cells[first].end <= most {
            first += 1;
        }
        let (mut total, mut from) = (count, most);
        for cell in &cells[first..] {
            if from >= least {
                break;
            }
            let to = least.min(cell.end);
            let scores = before[to - 1] + (ascending[to - 1] - cell.base) / p - before[from];
            let number = number(to - from);
            total += ((number * ((x - cell.base - q) / p) - scores) * steepness).clamp(0.0, number);
            from = to;
        }
        total
    });
    ramps.collect()
}

#[expect(clippy::cast_precision_loss, reason = "options are fewer than 2^53")]
pub(in crate::methods) fn number(count: usize) -> f64 {
    count as f64
}
