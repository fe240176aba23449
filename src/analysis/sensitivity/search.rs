//! Changes of a ranking along a moving weight, for methods whose scores are no lines: a grid, and bisection between its
//! points.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::{Found, Sensitivity, nodes, winners};
use crate::analysis::crossover::Crossover;
use crate::methods::{MethodError, Settings, evaluate};
use crate::model::{Id, Movement, Outline, Problem};

/// How finely was searched. A change that is taken back within less than `step` of a weight's run may be missed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Search {
    /// The distance of two grid points, as a share of a weight's run.
    pub step: f64,
    /// How exactly each change is placed, in overall weight.
    pub tolerance: f64,
}

/// Points looked at in a weight's run.
const POINTS: u32 = 128;

const SEARCH: Search = Search { step: 1.0 / POINTS as f64, tolerance: 1e-9 };

/// Changes that are looked for between two points of the grid.
const MOST_CHANGES: usize = 16;

/// Where the first grid point lies between its neighbours. Not a round number: ties like to stand at those.
const OFFSET: f64 = 0.618_033_988_75;

/// Who is where.
#[derive(Clone, Debug, PartialEq)]
struct State {
    winners: Vec<usize>,
    ranks: Vec<u32>,
}

/// A state and the weight from which it holds.
type Stretch = (f64, State);

pub(super) fn search(
    problem: &Problem,
    outline: &Outline,
    locks: &BTreeSet<Id>,
    settings: &Settings,
) -> Result<Sensitivity, MethodError> {
    let mut at_weights = problem.clone();
    let mut state = |weights: &[f64]| {
        at_weights.weights.copy_from_slice(weights);
        let evaluation = evaluate(&at_weights, settings)?;
        let ranks = (0..evaluation.scores.len()).map(|row| evaluation.ranking.rank(row)).collect();
        Ok(State { winners: winners(&evaluation.ranking, &evaluation.scores), ranks })
    };
    let present = state(&problem.weights)?;
    let mut fault = None;
    let nodes = nodes(outline, &problem.weights, locks, |movement| {
        let stretches = stretches(movement.range(), |t| state(&movement.at(t))).unwrap_or_else(|error| {
            fault = Some(error);
            Vec::new()
        });
        read(&stretches, &present, movement)
    });
    let found = Sensitivity { winners: present.winners, nodes, search: Some(SEARCH) };
    fault.map_or(Ok(found), Err)
}

/// The states along `range`, each with where it begins.
fn stretches(
    range: RangeInclusive<f64>,
    mut state: impl FnMut(f64) -> Result<State, MethodError>,
) -> Result<Vec<Stretch>, MethodError> {
    let (low, high) = range.into_inner();
    let width = high - low;
    if width <= 4.0 * SEARCH.tolerance {
        return Ok(Vec::new());
    }
    // At the very ends weights vanish, and ties that no other place has stand there.
    let inside = low + SEARCH.tolerance..=high - SEARCH.tolerance;
    let grid = (0..POINTS).map(|i| low + width * (f64::from(i) + OFFSET) / f64::from(POINTS));
    let (mut at, mut here) = (*inside.start(), state(*inside.start())?);
    let mut stretches = vec![(low, here.clone())];
    for next in grid.chain([*inside.end()]).filter(|t| inside.contains(t)) {
        let there = state(next)?;
        let mut left = MOST_CHANGES;
        while here != there && left > 0 {
            left -= 1;
            let (mut from, mut to) = (at, next);
            while to - from > SEARCH.tolerance {
                let middle = from.midpoint(to);
                if state(middle)? == here { from = middle } else { to = middle }
            }
            // Beyond a tie that stands at a single place.
            let beyond = to + 2.0 * SEARCH.tolerance;
            (at, here) = if beyond < next { (beyond, state(beyond)?) } else { (next, there.clone()) };
            stretches.push((from.midpoint(to), here.clone()));
        }
        (at, here) = (next, there);
    }
    stretches.dedup_by(|next, before| next.1 == before.1);
    Ok(stretches)
}

/// What the stretches say of the winners and of the order.
fn read(stretches: &[Stretch], present: &State, movement: &Movement) -> Found {
    let mut by_winners: Vec<&Stretch> = stretches.iter().collect();
    by_winners.dedup_by(|next, before| next.1.winners == before.1.winners);
    let crossovers = by_winners.windows(2).map(|pair| {
        let ((_, from), (weight, to)) = (pair[0], pair[1]);
        Crossover { weight: *weight, from: from.winners.clone(), to: to.winners.clone() }
    });
    let keeps_winner =
        around(stretches, movement, |state| present.winners.iter().all(|row| state.winners.contains(row)));
    let keeps_order = around(stretches, movement, |state| state.ranks == present.ranks);
    (keeps_winner, keeps_order, crossovers.collect())
}

/// The weights around the present one at which `holds` is true all along.
fn around(stretches: &[Stretch], movement: &Movement, holds: impl Fn(&State) -> bool) -> RangeInclusive<f64> {
    const NEAR: f64 = 4.0 * SEARCH.tolerance;
    let now = movement.now();
    let end = |at: usize| stretches.get(at + 1).map_or(*movement.range().end(), |(start, _)| *start);
    let (mut from, mut to) = (now, now);
    for at in 0..stretches.len() {
        if stretches[at].0 > now + NEAR || end(at) < now - NEAR || !holds(&stretches[at].1) {
            continue;
        }
        let first = (0..at).rev().take_while(|&at| holds(&stretches[at].1)).last().unwrap_or(at);
        let last = (at..stretches.len()).take_while(|&at| holds(&stretches[at].1)).last().unwrap_or(at);
        (from, to) = (from.min(stretches[first].0), to.max(end(last)));
    }
    from..=to
}
