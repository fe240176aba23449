//! Where the lead changes hands as one weight moves.
//!
//! All weights are linear in the weight `t` that moves, so the overall value of an option is a straight line over `t`:
//! `u(t) = sum base_j v_j + t sum slope_j v_j`. Two options tie where their lines meet, and the winners along the whole
//! range are the upper envelope of the lines, which is walked from one meeting to the next. Where scores are missing, `u`
//! is a quotient of two such sums, and two options tie where a quadratic has a root. No scan, no sampling: what is found
//! is exact up to rounding.

mod nearest;

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use super::curve::Curve;
use crate::methods::TIE;
use crate::model::{Columns, Movement};

pub use nearest::{Nearest, Turn, nearest, nearest_in_slices};

/// Meetings so close together are one.
const SAME_PLACE: f64 = 1e-10;

/// A weight at which the winners change.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossover {
    /// Overall weight, 0 to 1, of what moves.
    pub weight: f64,
    /// Who wins before it; several where they tie all along.
    pub from: Vec<usize>,
    /// Who wins beyond it.
    pub to: Vec<usize>,
}

/// What the ranking's winner owes to the weight of one node.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// The weight that the node has now.
    pub weight: f64,
    /// The weights around it at which all present winners stay first, ties included.
    pub keeps_winner: RangeInclusive<f64>,
    /// By rising weight, `from` below and `to` above.
    pub crossovers: Vec<Crossover>,
}

/// Every crossover along `movement`, and how far the present winners stay.
///
/// Ends of the movement at which options only meet are no crossovers. Costs a pass over the scores, and for each crossover
/// one over the options.
#[must_use]
pub fn sensitivity(values: &Columns, movement: &Movement) -> Sensitivity {
    let (low, high) = movement.range().into_inner();
    let now = movement.now();
    let curves: Vec<(usize, Curve)> =
        (0..values.rows()).filter_map(|row| Some((row, Curve::new(values, row, movement)?))).collect();

    let present =
        leaders(curves.iter().copied().filter(|(_, curve)| curve.is_known_at(now)), |a, b| a.compare_at(b, now));
    let mut keeps = (now, now);
    let mut crossovers = Vec::new();
    let mut at = low;
    let mut winners = leaders_after(curves.iter().copied(), low);
    while let Some(&(_, leader)) = winners.first() {
        let next = next_meeting(&curves, leader, at..=high);
        let end = next.unwrap_or(high);
        let is_around_now = at <= now + TIE && now <= end + TIE;
        if is_around_now && rows(&present).iter().all(|row| rows(&winners).contains(row)) {
            keeps = (keeps.0.min(at), keeps.1.max(end));
        }
        let to = next.map_or(Vec::new(), |next| overtakers(curves.iter().copied(), leader, next));
        if !to.is_empty() {
            crossovers.push(Crossover { weight: end, from: rows(&winners), to: rows(&to) });
        }
        (at, winners) = (end, to);
    }
    Sensitivity { weight: now, keeps_winner: keeps.0..=keeps.1, crossovers }
}

/// Who is first immediately after `t`, with their curves.
fn leaders_after(curves: impl Iterator<Item = (usize, Curve)>, t: f64) -> Vec<(usize, Curve)> {
    leaders(curves, |a, b| a.compare_after(b, t))
}

/// Who overtakes `leader` at `t`, and is first from there on.
///
/// Not asked of the values at `t`: where little of the weight is known they are less certain than the place itself.
fn overtakers(curves: impl Iterator<Item = (usize, Curve)>, leader: Curve, t: f64) -> Vec<(usize, Curve)> {
    let meets = |curve: Curve| curve.overtakes(leader).is_some_and(|other| (other - t).abs() <= SAME_PLACE);
    let here = curves.filter(|(_, curve)| meets(*curve));
    leaders(here, |a, b| a.compare_rates(b, t))
}

/// The greatest and all that equal it.
fn leaders(
    curves: impl Iterator<Item = (usize, Curve)>,
    compare: impl Fn(Curve, Curve) -> Ordering,
) -> Vec<(usize, Curve)> {
    let mut leaders: Vec<(usize, Curve)> = Vec::new();
    for (row, curve) in curves {
        let against = leaders.first().map_or(Ordering::Greater, |&(_, leader)| compare(curve, leader));
        if against.is_gt() {
            leaders.clear();
        }
        if against.is_ge() {
            leaders.push((row, curve));
        }
    }
    leaders
}

/// Where `leader` is overtaken next, within `range`; a meeting at its very end does not count.
fn next_meeting(curves: &[(usize, Curve)], leader: Curve, range: RangeInclusive<f64>) -> Option<f64> {
    let meetings = curves.iter().filter_map(|(_, curve)| curve.overtakes(leader));
    meetings.filter(|t| t > range.start() && *t < range.end() - TIE).min_by(f64::total_cmp)
}

/// The rows alone, in the document's order.
fn rows(leaders: &[(usize, Curve)]) -> Vec<usize> {
    let mut rows: Vec<usize> = leaders.iter().map(|(row, _)| *row).collect();
    rows.sort_unstable();
    rows
}
