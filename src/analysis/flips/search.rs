//! Break-even scores after normalisations in which every value depends on all scores: a grid, and bisection.

use super::BreakEven;
use crate::methods::{Better, Normalization, Ranking, weighted_sum};
use crate::model::{Columns, Criterion, Problem};
use crate::pace::Pace;

/// How exactly a break-even score is placed, as a share of what is searched.
pub(super) const TOLERANCE: f64 = 1e-9;

/// Scores looked at between the two ends. A change that is taken back within less is missed.
const POINTS: u32 = 64;

/// The break-even of every score, options first. A fixed scale is searched from end to end, a local one by its own length
/// beyond both.
pub(super) async fn break_evens(
    problem: &Problem,
    leaves: &[&Criterion],
    winners: &[usize],
    normalization: Normalization,
    pace: &Pace,
) -> Vec<BreakEven> {
    let mut found = Vec::new();
    for row in 0..problem.alternatives.len() {
        for (column, leaf) in leaves.iter().enumerate() {
            pace.tell(found.len(), problem.alternatives.len() * leaves.len());
            let score = problem.scores.get(row, column);
            let holds = winners.contains(&row);
            let mut turn = Turn { problem, moved: problem.clone(), row, column, normalization, holds, pace };
            let mut turns = Vec::new();
            let from = match candidates(problem, leaf, column) {
                Some(Places::Levels(levels)) => {
                    for level in levels {
                        if turn.is_at(level).await {
                            turns.push(level);
                        }
                    }
                    score
                }
                Some(Places::Range(low, high)) => {
                    let from = if score.is_nan() { low.midpoint(high) } else { score.clamp(low, high) };
                    for end in [high, low] {
                        turns.extend(turn.along(from, end).await);
                    }
                    from
                }
                None => score,
            };
            let at = turns.into_iter().min_by(|a, b| (a - from).abs().total_cmp(&(b - from).abs()));
            let now = Some(score).filter(|x| !x.is_nan());
            found.push(BreakEven { alternative: row, criterion: column, now, at });
        }
    }
    found
}

/// Where a score can go.
enum Places {
    Levels(Vec<f64>),
    Range(f64, f64),
}

fn candidates(problem: &Problem, criterion: &Criterion, column: usize) -> Option<Places> {
    if criterion.scale.has_levels() {
        return Some(Places::Levels(criterion.scale.levels().into_iter().map(|level| level.value).collect()));
    }
    let (low, high) = if let Some(ends) = criterion.scale.ends() {
        (ends.worst.min(ends.best), ends.worst.max(ends.best))
    } else {
        let known = problem.scores.column(column).iter().filter(|x| !x.is_nan());
        let (low, high) = known.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &x| (low.min(x), high.max(x)));
        (low - (high - low), high + (high - low))
    };
    (low < high && (high - low).is_finite()).then_some(Places::Range(low, high))
}

/// A score that is moved until its alternative loses the first rank, or gains it.
struct Turn<'a> {
    problem: &'a Problem,
    moved: Problem,
    row: usize,
    column: usize,
    normalization: Normalization,
    /// True where the alternative ranks first as it is.
    holds: bool,
    pace: &'a Pace,
}

impl Turn<'_> {
    /// The first place on the way from `from` to `to` at which the rank has changed.
    async fn along(&mut self, from: f64, to: f64) -> Option<f64> {
        let place = |step: u32| from + (to - from) * f64::from(step) / f64::from(POINTS);
        let mut step = 1;
        while !self.is_at(place(step)).await {
            step += 1;
            if step > POINTS {
                return None;
            }
        }
        let (mut before, mut beyond) = (place(step - 1), place(step));
        while (beyond - before).abs() > TOLERANCE * (to - from).abs() {
            let middle = before.midpoint(beyond);
            // Far from 0 two neighbours are farther apart than the tolerance.
            if [before, beyond].contains(&middle) {
                break;
            }
            if self.is_at(middle).await { beyond = middle } else { before = middle }
        }
        Some(beyond)
    }

    /// True where the rank is another one with this score. One at which the normalisation has no answer changes nothing.
    async fn is_at(&mut self, score: f64) -> bool {
        let rows = self.problem.alternatives.len();
        self.pace.spend(rows * self.problem.criteria.len()).await;
        let mut data: Vec<f64> = self.problem.scores.iter().flatten().copied().collect();
        data[self.column * rows + self.row] = score;
        self.moved.scores = Columns::new(rows, data);
        let Ok(values) = self.normalization.normalize(&self.moved) else { return false };
        let scores = weighted_sum::overall(&values, &self.problem.weights).scores;
        let ranking = Ranking::of(&scores, Better::Higher);
        let is_first = !scores[self.row].is_nan() && ranking.winners().iter().any(|&row| row as usize == self.row);
        is_first != self.holds
    }
}
