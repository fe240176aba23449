//! The nearest weights under which an alternative ranks first, by linear programming.
//!
//! `w = now + plus - minus`, and the least sum of `plus` and `minus` is sought under which no rival is ahead. Two
//! alternatives that lack the same scores compare linearly in the weights; those rows are added rival by rival, since a few
//! of them decide, and each solution goes on from the one before. Where a rival lacks other scores than the alternative does,
//! their overall values have different denominators and the comparison is bilinear. It is linear again once the level `s` is
//! fixed that the alternative reaches and the rival does not exceed, `sum w_j (v_j - s)` having the sign of `value - s`: the
//! best level is then searched for. Weights under which a rival has no rank, because nothing that then weighs is known of
//! it, are looked at only where a single weight leads there.

use std::collections::BTreeSet;

use crate::linear_program::{LinearProgram, Relation, Solved};
use crate::methods::{Better, Ranking, weighted_sum};
use crate::model::{Columns, Id, Outline};
use crate::pace::Pace;

/// The share of the weight that must at least be known of an alternative that shall be first: with less than a thousandth
/// it would be ranked by next to nothing.
const LEAST_KNOWN: f64 = 1e-3;

/// What rounding may leave of a condition that is met.
const MET: f64 = 1e-13;

/// What is asked for beyond a tie where rounding breaks it.
const MARGIN: f64 = 1e-9;

/// Levels looked at, and how often the best of them is then refined.
const LEVELS: u32 = 24;
const REFINEMENTS: usize = 24;

/// As many levels more at which a rival stands whatever the weights.
const MOST_CORNERS: usize = 64;

/// What a condition costs that is not met, far above what any change of weights does, which is at most 2.
const PENALTY: f64 = 1e3;

/// Other weights, and how far they are from the present ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// By criterion; they sum to 1.
    pub weights: Vec<f64>,
    /// The sum of all absolute changes, 0 to 2.
    pub total: f64,
    /// The largest absolute change of one weight, 0 to 1.
    pub largest: f64,
}

/// Where weights stand, and how they may change.
#[derive(Debug)]
pub struct Room<'a> {
    values: &'a Columns,
    now: &'a [f64],
    /// Variables and rows of what locks allow, nothing asked yet. Variable `2 i` and `2 i + 1` are plus and minus of `free[i]`.
    program: LinearProgram,
    /// The criteria whose weights may change.
    free: Vec<usize>,
    /// True where some of them must keep what they weigh together.
    has_locked_group: bool,
}

impl<'a> Room<'a> {
    /// The weights from `now` on `values`, 0 to 1 or of that size. A locked criterion keeps its weight, a locked group its
    /// total.
    #[must_use]
    pub fn new(values: &'a Columns, now: &'a [f64], outline: &Outline, locks: &BTreeSet<Id>) -> Self {
        let entries = outline.entries();
        let is_locked = |id| locks.contains(&id);
        let leaves = entries.iter().filter(|entry| entry.is_criterion);
        let free: Vec<usize> = leaves.filter(|leaf| !is_locked(leaf.id)).map(|leaf| leaf.leaves.start).collect();
        let mut program = LinearProgram::default();
        for &criterion in &free {
            program.variable(1.0, 0.0, 1.0);
            program.variable(1.0, 0.0, now[criterion]);
        }
        let mut keep = |within: std::ops::Range<usize>| {
            let inside = free.iter().enumerate().filter(|(_, criterion)| within.contains(criterion));
            let terms: Vec<(usize, f64)> = inside.flat_map(|(i, _)| [(2 * i, 1.0), (2 * i + 1, -1.0)]).collect();
            program.row(terms, Relation::Equal, 0.0);
        };
        keep(0..now.len());
        let mut has_locked_group = false;
        for group in entries.iter().filter(|entry| !entry.is_criterion && is_locked(entry.id)) {
            keep(group.leaves.clone());
            has_locked_group = true;
        }
        Self { values, now, program, free, has_locked_group }
    }

    /// The nearest weights under which `row` ranks first, ties included; None where there are none. The second tells
    /// whether that is exact, and so none a proof, or the best that a search over levels found.
    pub async fn nearest(&self, row: usize, pace: &Pace) -> (Option<Change>, bool) {
        pace.spend(2 * self.work()).await;
        if self.is_first(row, self.now) {
            return (Some(self.change(self.now.to_vec())), true);
        }
        let is_exact = (0..self.values.rows()).all(|rival| self.is_linear(row, rival));
        let mut is_proof = is_exact;
        // Where a tie does not survive rounding, a little beyond it there is no doubt.
        for margin in [0.0, MARGIN] {
            let found = if is_exact {
                self.by_rivals(row, margin, pace).await
            } else {
                self.by_levels(row, margin, pace).await
            };
            let Some(change) = found.map(|weights| self.change(weights)) else { break };
            pace.spend(self.work()).await;
            if self.is_first(row, &change.weights) {
                return (Some(change), is_exact);
            }
            is_proof = false;
        }
        (None, is_proof)
    }

    /// The nearer of two changes that put `row` first, each taken only as far on its way as is needed.
    pub(super) async fn nearer(
        &self,
        row: usize,
        found: Option<Change>,
        other: Option<Vec<f64>>,
        pace: &Pace,
    ) -> Option<Change> {
        let mut changes = Vec::new();
        for weights in found.map(|change| change.weights).into_iter().chain(other) {
            pace.spend(self.work()).await;
            if self.is_first(row, &weights) {
                changes.push(self.change(self.on_the_way(row, weights, pace).await));
            }
        }
        changes.into_iter().min_by(|a, b| a.total.total_cmp(&b.total))
    }

    /// The first weights on the straight way from now to `goal` under which `row` is found to rank first, as it does there.
    async fn on_the_way(&self, row: usize, goal: Vec<f64>, pace: &Pace) -> Vec<f64> {
        const STEPS: u32 = 64;
        const HALVINGS: u32 = 40;
        let at = |part: f64| -> Vec<f64> {
            self.now.iter().zip(&goal).map(|(now, then)| now + part * (then - now)).collect()
        };
        let part = |step: u32| f64::from(step) / f64::from(STEPS);
        let mut first = None;
        for step in 1..STEPS {
            pace.spend(self.work()).await;
            if self.is_first(row, &at(part(step))) {
                first = Some(step);
                break;
            }
        }
        let Some(step) = first else { return goal };
        let (mut before, mut there) = (part(step - 1), part(step));
        for _ in 0..HALVINGS {
            pace.spend(self.work()).await;
            let middle = before.midpoint(there);
            if self.is_first(row, &at(middle)) { there = middle } else { before = middle }
        }
        at(there)
    }

    /// Steps of one look at all scores.
    fn work(&self) -> usize {
        self.values.rows() * self.now.len()
    }

    /// Steps of a program with a few rows, about: a pivot goes through a square of them, and there are a good many.
    fn program_work(&self) -> usize {
        100 * self.now.len() * self.now.len()
    }

    /// True where both lack the same scores of those that can weigh.
    fn is_linear(&self, row: usize, rival: usize) -> bool {
        self.values.iter().all(|column| column[row].is_nan() == column[rival].is_nan())
    }

    /// The scores by which one of two rows is ahead of the other, on what both have.
    fn lead(&self, row: usize, rival: usize) -> Vec<f64> {
        let by = |column: &[f64]| column[row] - column[rival];
        self.values.iter().map(by).map(|by| if by.is_nan() { 0.0 } else { by }).collect()
    }

    /// The row's values less `level`, 0 where missing.
    fn above(&self, row: usize, level: f64) -> Vec<f64> {
        self.values.iter().map(|column| if column[row].is_nan() { 0.0 } else { column[row] - level }).collect()
    }

    /// 1 where the row has a score, else 0.
    fn known(&self, row: usize) -> Vec<f64> {
        self.values.iter().map(|column| if column[row].is_nan() { 0.0 } else { 1.0 }).collect()
    }

    async fn by_rivals(&self, row: usize, margin: f64, pace: &Pace) -> Option<Vec<f64>> {
        let mut program = self.program.clone();
        let mut solved: Option<Solved> = None;
        let mut weights = self.now.to_vec();
        let known = self.known(row);
        let has_gap = known.contains(&0.0);
        if has_gap {
            self.demand(&mut program, &known, LEAST_KNOWN, None);
            let first = solved.insert(program.solve().ok()?);
            weights = self.weights(&first.optimum().point);
        }
        let mut leads: Vec<Vec<f64>> =
            (0..self.values.rows()).filter(|&rival| rival != row).map(|rival| self.lead(row, rival)).collect();
        if leads.iter().any(|lead| self.is_hopeless(lead)) {
            return None;
        }
        let mut is_first_demand = !has_gap;
        loop {
            pace.spend(self.work() + self.program_work()).await;
            let gaps = leads.iter().map(|lead| dot(lead, &weights) - margin).enumerate();
            let Some((worst, _)) = gaps.filter(|(_, gap)| *gap < -MET).min_by(|a, b| a.1.total_cmp(&b.1)) else {
                return Some(weights);
            };
            let lead = leads.swap_remove(worst);
            if std::mem::take(&mut is_first_demand)
                && let Some(enough) = self.against_one(&lead, margin)
            {
                self.demand(&mut program, &lead, margin, None);
                weights = enough;
                continue;
            }
            let now = if let Some(before) = solved.take() {
                before.with_row(self.terms(&lead), Relation::AtLeast, margin - dot(&lead, self.now)).ok()?
            } else {
                self.demand(&mut program, &lead, margin, None);
                program.solve().ok()?
            };
            weights = self.weights(&now.optimum().point);
            solved = Some(now);
        }
    }

    /// The nearest weights under which a single rival, over whom the scores lead by `lead`, is not ahead. What a weight gives
    /// to the one with the largest lead counts the more the smaller its own lead is, so it is taken from the smallest leads
    /// first. None where that is not enough, or not all there is to heed.
    fn against_one(&self, lead: &[f64], margin: f64) -> Option<Vec<f64>> {
        let mut free = self.free.clone();
        free.sort_by(|&a, &b| lead[a].total_cmp(&lead[b]));
        let most = free.pop().filter(|_| !self.has_locked_group)?;
        let mut weights = self.now.to_vec();
        let mut missing = margin - dot(lead, self.now);
        for at in free {
            let gain = lead[most] - lead[at];
            if gain <= MET {
                return None;
            }
            let by = (missing / gain).min(weights[at]);
            weights[at] -= by;
            // What the one has lost after rounding, so that the two changes are alike.
            weights[most] += self.now[at] - weights[at];
            if by < self.now[at] {
                return Some(weights);
            }
            missing -= by * gain;
        }
        None
    }

    /// True where a rival is ahead on everything that can weigh: no program needs to be solved then.
    fn is_hopeless(&self, lead: &[f64]) -> bool {
        self.free.len() == self.now.len() && lead.iter().all(|&by| by < -MET)
    }

    async fn by_levels(&self, row: usize, margin: f64, pace: &Pace) -> Option<Vec<f64>> {
        /// The golden section of an interval.
        const GOLDEN: f64 = 0.618_033_988_749_894_9;
        let values = || self.values.iter().map(|column| column[row]).filter(|value| !value.is_nan());
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        if low > high {
            return None;
        }
        let level = |step: u32| low + (high - low) * f64::from(step) / f64::from(LEVELS);
        let mut attempts: Vec<Attempt> = Vec::new();
        let corners = self.corners(row).filter(|level| (low..=high).contains(level)).take(MOST_CORNERS);
        for level in (0..=LEVELS).map(level).chain(corners) {
            attempts.extend(self.at_level(row, level, margin, pace).await);
        }
        let best = attempts.iter().min_by(|a, b| a.cost.total_cmp(&b.cost))?.level;
        let width = (high - low) / f64::from(LEVELS);
        let (mut from, mut to) = ((best - width).max(low), (best + width).min(high));
        for _ in 0..REFINEMENTS {
            let inner = [to - GOLDEN * (to - from), from + GOLDEN * (to - from)];
            let Some(left) = self.at_level(row, inner[0], margin, pace).await else { break };
            let Some(right) = self.at_level(row, inner[1], margin, pace).await else { break };
            if left.cost <= right.cost {
                to = right.level;
            } else {
                from = left.level;
            }
            attempts.extend([left, right]);
        }
        // A little off the best level conditions are missed by next to nothing, which costs next to nothing, and is seen in
        // the ranking all the same.
        attempts.retain(|attempt| attempt.missed <= MET);
        attempts.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        attempts.into_iter().map(|attempt| attempt.weights).find(|weights| self.is_first(row, weights))
    }

    /// The levels of rivals with a single score, whatever the weights: just below one of them such a rival must not weigh at
    /// all, so that the best level may be that very one.
    fn corners(&self, row: usize) -> impl Iterator<Item = f64> {
        let rivals = (0..self.values.rows()).filter(move |&rival| rival != row);
        rivals.filter_map(|rival| {
            let mut known = self.values.iter().map(|column| column[rival]).filter(|value| !value.is_nan());
            known.next().filter(|_| known.next().is_none())
        })
    }

    /// The nearest weights under which `row` reaches `level` and nobody with other gaps exceeds it, or what comes nearest to
    /// that.
    async fn at_level(&self, row: usize, level: f64, margin: f64, pace: &Pace) -> Option<Attempt> {
        // A program with a row for each rival.
        pace.spend(self.work() * self.now.len() + self.program_work()).await;
        let mut program = self.program.clone();
        let missed = program.variable(PENALTY, 0.0, f64::INFINITY);
        self.demand(&mut program, &self.known(row), LEAST_KNOWN, None);
        self.demand(&mut program, &self.above(row, level), 0.0, Some(missed));
        for rival in (0..self.values.rows()).filter(|&rival| rival != row) {
            if self.is_linear(row, rival) {
                self.demand(&mut program, &self.lead(row, rival), margin, Some(missed));
            } else {
                let below: Vec<f64> = self.above(rival, level).iter().map(|x| 0.0 - x).collect();
                self.demand(&mut program, &below, margin, Some(missed));
            }
        }
        let optimum = program.minimize().ok()?;
        let missed = optimum.point[missed];
        Some(Attempt { level, cost: optimum.value, missed, weights: self.weights(&optimum.point) })
    }

    /// Adds that the sum of coefficient times weight be `least` or more, or miss it by the variable `missed`.
    fn demand(&self, program: &mut LinearProgram, coefficients: &[f64], least: f64, missed: Option<usize>) {
        let terms = self.terms(coefficients).chain(missed.map(|missed| (missed, 1.0)));
        program.row(terms, Relation::AtLeast, least - dot(coefficients, self.now));
    }

    /// A sum of coefficient times change of weight.
    fn terms(&self, coefficients: &[f64]) -> impl Iterator<Item = (usize, f64)> {
        self.free.iter().enumerate().flat_map(|(i, &criterion)| {
            let coefficient = coefficients[criterion];
            [(2 * i, coefficient), (2 * i + 1, -coefficient)]
        })
    }

    fn weights(&self, point: &[f64]) -> Vec<f64> {
        let mut weights = self.now.to_vec();
        for (i, &criterion) in self.free.iter().enumerate() {
            let by = point[2 * i] - point[2 * i + 1];
            if by.abs() > MET {
                weights[criterion] = (weights[criterion] + by).max(0.0);
            }
        }
        weights
    }

    fn change(&self, weights: Vec<f64>) -> Change {
        let changes = || weights.iter().zip(self.now).map(|(weight, now)| (weight - now).abs());
        let (total, largest) = (changes().sum(), changes().fold(0.0, f64::max));
        Change { weights, total, largest }
    }

    /// True where the ranking by `weights` has `row` first, alone or not.
    fn is_first(&self, row: usize, weights: &[f64]) -> bool {
        let scores = weighted_sum::overall(self.values, weights).scores;
        let ranking = Ranking::of(&scores, Better::Higher);
        !scores[row].is_nan() && ranking.winners().iter().any(|&winner| winner as usize == row)
    }
}

/// What was found at a level.
struct Attempt {
    level: f64,
    cost: f64,
    /// By how much the conditions are missed.
    missed: f64,
    weights: Vec<f64>,
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
