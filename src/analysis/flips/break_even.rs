//! The score at which an alternative gains the first rank, or loses it.

use super::intervals::{Intervals, common, join, nearest, not_negative};
use super::pieces::{Piece, course};
use crate::methods::TIE;
use crate::model::{Criterion, Problem};
use crate::pace::Pace;

/// One score, moved alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    pub alternative: usize,
    pub criterion: usize,
    /// The score now, in the criterion's own unit; for a level its value of 0 to 100. None where it is missing.
    pub now: Option<f64>,
    /// The nearest score at which the alternative reaches the first rank, or from which on it has lost it where it holds it
    /// now. In between others may take the lead from each other. None where there is no such score on the scale. Where
    /// none of the others differ on a local scale it is their score, beyond which the rank changes.
    pub at: Option<f64>,
}

/// Steps of one against another, about.
const AGAINST: usize = 16;

/// The sum of weight times value, and the weight, of what is known of an alternative.
type Known = (f64, f64);

/// The break-even of every score, options first.
///
/// `leaves` are the criteria of `problem`. Exact: see [`super::pieces`]. Costs a few passes over the options for each score.
pub(super) async fn break_evens(
    problem: &Problem,
    leaves: &[&Criterion],
    winners: &[usize],
    pace: &Pace,
) -> Vec<BreakEven> {
    let rows = problem.alternatives.len();
    let known: Vec<Known> = (0..rows).map(|row| known(problem, row)).collect();
    let mut found = Vec::with_capacity(rows * leaves.len());
    for row in 0..rows {
        let holds = winners.contains(&row);
        pace.tell(row, rows);
        for (column, leaf) in leaves.iter().enumerate() {
            // On each piece of the way, or on each level, against all.
            pace.spend(rows * AGAINST * leaf.scale.levels().len().max(3)).await;
            let score = problem.scores.get(row, column);
            let field = Field { problem, known: &known, row, column };
            let at = if problem.weights[column] <= TIE || rows < 2 { None } else { field.break_even(leaf, holds) };
            found.push(BreakEven { alternative: row, criterion: column, now: Some(score).filter(|x| !x.is_nan()), at });
        }
    }
    found
}

fn known(problem: &Problem, row: usize) -> Known {
    let terms = problem.values.iter().zip(&problem.weights).map(|(column, weight)| (column[row], weight));
    terms
        .filter(|(value, _)| !value.is_nan())
        .fold((0.0, 0.0), |(sum, total), (value, weight)| (sum + weight * value, total + weight))
}

/// A score that moves, among all that stay.
struct Field<'a> {
    problem: &'a Problem,
    known: &'a [Known],
    row: usize,
    column: usize,
}

impl Field<'_> {
    fn break_even(&self, criterion: &Criterion, holds: bool) -> Option<f64> {
        let (scores, values) = (self.problem.scores.column(self.column), self.problem.values.column(self.column));
        let now = scores[self.row];
        if criterion.scale.has_levels() {
            return self.break_even_level(criterion, now, holds);
        }
        let course = course(criterion, scores, values, self.row)?;
        let now = if now.is_nan() { course.middle } else { now };
        let mut first = Intervals::new();
        let mut whole = Intervals::new();
        for piece in &course.pieces {
            let all = piece.scores(piece.z);
            whole.push(all);
            first.extend(self.first(piece, &course.values).into_iter().map(|z| piece.scores(z)));
        }
        let (first, whole) = (join(first), join(whole));
        let (bottom, top) = (whole.first()?.0, whole.last()?.1);
        if !holds {
            return nearest(&first, now).filter(|x| x.is_finite());
        }
        // The rank is lost where the run around the present score ends, unless the scale does.
        let within = now.clamp(bottom, top);
        let reach = nearest(&first, within)?;
        let run = first.iter().find(|(from, to)| (*from..=*to).contains(&reach))?;
        let ends = [(run.0, run.0 > bottom), (run.1, run.1 < top)];
        let ends = ends.into_iter().filter(|(x, is_inside)| *is_inside && x.is_finite()).map(|(x, _)| x);
        ends.min_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()))
    }

    /// Where on a piece nobody is ahead.
    fn first(&self, piece: &Piece, values: &[f64]) -> Intervals {
        let ours = self.overall(piece.own);
        let mut set = vec![piece.z];
        for rival in (0..values.len()).filter(|&rival| rival != self.row && self.known[rival].1 > TIE) {
            let (constant, slope) = self.rival(rival, values[rival], |value| piece.others.line(value));
            set = common(&set, &not_negative([0.0, ours.1 - slope, ours.0 - constant], piece.z));
            if set.is_empty() {
                break;
            }
        }
        set
    }

    /// The overall value of the alternative whose score moves, as a line, when that score's value is the line `own`.
    fn overall(&self, own: (f64, f64)) -> (f64, f64) {
        let (sum, total) = self.without(self.row);
        let weight = self.problem.weights[self.column];
        ((sum + weight * own.0) / (total + weight), weight * own.1 / (total + weight))
    }

    /// The overall value of a rival, as a line.
    fn rival(&self, rival: usize, value: f64, line: impl Fn(f64) -> (f64, f64)) -> (f64, f64) {
        let (sum, total) = self.known[rival];
        if value.is_nan() {
            return (sum / total, 0.0);
        }
        let weight = self.problem.weights[self.column];
        let (constant, slope) = line(value);
        let (sum, _) = self.without(rival);
        ((sum + weight * constant) / total, weight * slope / total)
    }

    /// What is known of an alternative on the other criteria.
    fn without(&self, row: usize) -> Known {
        let (sum, total) = self.known[row];
        let value = self.problem.values.get(row, self.column);
        let weight = self.problem.weights[self.column];
        if value.is_nan() { (sum, total) } else { (sum - weight * value, (total - weight).max(0.0)) }
    }

    /// On a scale with levels: the nearest level, in value, that takes the first rank or loses it.
    fn break_even_level(&self, criterion: &Criterion, now: f64, holds: bool) -> Option<f64> {
        let values = self.problem.values.column(self.column);
        let is_first = |level: f64| {
            let ours = self.overall((level / 100.0, 0.0)).0;
            let rivals = (0..values.len()).filter(|&rival| rival != self.row && self.known[rival].1 > TIE);
            rivals.into_iter().all(|rival| self.rival(rival, values[rival], |value| (value, 0.0)).0 <= ours + TIE)
        };
        // Without a score any level is as near as the next: the least that is enough, or the best that is not.
        let from = match (now.is_nan(), holds) {
            (true, true) => 100.0,
            (true, false) => 0.0,
            _ => now,
        };
        let levels = criterion.scale.levels().into_iter().map(|level| level.value);
        let turns = levels.filter(|&level| is_first(level) != holds);
        turns.min_by(|a, b| (a - from).abs().total_cmp(&(b - from).abs()))
    }
}
