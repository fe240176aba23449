//! Break-even scores after normalisations in which every value depends on all scores: a grid, and bisection.

use super::BreakEven;
use crate::methods::{Better, Normalization, Ranking, weighted_sum};
use crate::model::{Columns, Criterion, Problem};

/// How exactly a break-even score is placed, as a share of what is searched.
pub(super) const TOLERANCE: f64 = 1e-9;

/// Scores looked at between the two ends. A change that is taken back within less is missed.
const POINTS: u32 = 64;

/// The break-even of every score, options first. A fixed scale is searched from end to end, a local one by its own length
/// beyond both.
pub(super) fn break_evens(
    problem: &Problem,
    leaves: &[&Criterion],
    winners: &[usize],
    normalization: Normalization,
) -> Vec<BreakEven> {
    let mut moved = problem.clone();
    let mut found = Vec::new();
    for row in 0..problem.alternatives.len() {
        for (column, leaf) in leaves.iter().enumerate() {
            let score = problem.scores.get(row, column);
            let holds = winners.contains(&row);
            // A score at which the normalisation has no answer changes nothing.
            let mut is_turned = |x: f64| is_first(&mut moved, problem, (row, column, x), normalization) == Some(!holds);
            let at = candidates(problem, leaf, column).and_then(|places| match places {
                Places::Levels(levels) => {
                    let turned = levels.into_iter().filter(|&level| is_turned(level));
                    turned.min_by(|a, b| (a - score).abs().total_cmp(&(b - score).abs()))
                }
                Places::Range(low, high) => {
                    let from = if score.is_nan() { low.midpoint(high) } else { score.clamp(low, high) };
                    let ways = [high, low].into_iter().filter_map(|end| along(from, end, &mut is_turned));
                    ways.min_by(|a, b| (a - from).abs().total_cmp(&(b - from).abs()))
                }
            });
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

/// The first place on the way from `from` to `to` at which `is_turned`.
fn along(from: f64, to: f64, is_turned: &mut impl FnMut(f64) -> bool) -> Option<f64> {
    let place = |step: u32| from + (to - from) * f64::from(step) / f64::from(POINTS);
    let first = (1..=POINTS).find(|&step| is_turned(place(step)))?;
    let (mut before, mut beyond) = (place(first - 1), place(first));
    while (beyond - before).abs() > TOLERANCE * (to - from).abs() {
        let middle = before.midpoint(beyond);
        if is_turned(middle) { beyond = middle } else { before = middle }
    }
    Some(beyond)
}

/// True where the alternative ranks first with another score; None where the normalisation does not allow that.
fn is_first(
    moved: &mut Problem,
    problem: &Problem,
    (row, column, score): (usize, usize, f64),
    normalization: Normalization,
) -> Option<bool> {
    let rows = problem.alternatives.len();
    let mut data: Vec<f64> = problem.scores.iter().flatten().copied().collect();
    data[column * rows + row] = score;
    moved.scores = Columns::new(rows, data);
    let values = normalization.normalize(moved).ok()?;
    let scores = weighted_sum::overall(&values, &problem.weights).scores;
    let ranking = Ranking::of(&scores, Better::Higher);
    Some(!scores[row].is_nan() && ranking.winners().iter().any(|&winner| winner as usize == row))
}
