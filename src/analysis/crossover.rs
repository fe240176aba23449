//! Where the lead changes hands as one weight moves.
//!
//! All weights are linear in the weight `t` that moves, so the overall value of an option is a straight line over `t`:
//! `u(t) = sum base_j v_j + t sum slope_j v_j`. Two options tie where their lines meet, and the winners along the whole
//! range are the upper envelope of the lines, which is walked from one meeting to the next. Where scores are missing, `u`
//! is a quotient of two such sums, and two options tie where a quadratic has a root. No scan, no sampling: what is found
//! is exact up to rounding.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use super::Subject;
use super::curve::Curve;
use crate::methods::TIE;
use crate::model::{Columns, Movement, Scope};

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
    loop {
        let next = next_meeting(&curves, &winners, at..=high);
        let end = next.unwrap_or(high);
        let is_around_now = at <= now + TIE && now <= end + TIE;
        if is_around_now && rows(&present).iter().all(|row| rows(&winners).contains(row)) {
            keeps = (keeps.0.min(at), keeps.1.max(end));
        }
        let Some(next) = next else { break };
        at = next;
        let to = overtakers(curves.iter().copied(), &winners, at);
        crossovers.push(Crossover { weight: at, from: rows(&winners), to: rows(&to) });
        winners = to;
    }
    Sensitivity { weight: now, keeps_winner: keeps.0..=keeps.1, crossovers }
}

/// The change of a single criterion's weight that changes the winner soonest.
#[derive(Clone, Debug, PartialEq)]
pub enum Nearest {
    /// There are not two scored options.
    NoContest,
    /// Options tie at the top, and the slightest move of some weight parts them.
    Tied,
    /// Every criterion is locked, or held by locks around it.
    Locked,
    /// No single weight, moved alone, changes the winner.
    Never,
    Turn(Turn),
}

/// A crossover seen from where the weights stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// Place of the criterion in the outline.
    pub at: usize,
    /// Its overall weight now.
    pub now: f64,
    /// `from` are the present winners, `to` who leads beyond, whichever way the weight moves.
    pub crossover: Crossover,
    /// Where the lead of `to` ends: at the next crossover or at the end of the movement. Above `now` where the weight
    /// rises, below it where it falls.
    pub until: f64,
}

/// Over all criteria that are not locked, the crossover nearest to where the criterion's weight stands.
///
/// Options are asked in order of rank. When a weight moves by `d`, the others give or take `d` together, so no option gains
/// more than `2 d` on another; once that is less than it lacks, neither it nor any further one can come first sooner than
/// what has been found. Mostly a handful of options is looked at. Scores that are missing void this bound; then all
/// options are looked at, at a cost of `n m^2`.
#[must_use]
pub fn nearest(subject: &Subject<'_>) -> Nearest {
    let winners = subject.winners();
    let Some((&leader, tied)) = winners.split_first() else { return Nearest::NoContest };
    if subject.lead().is_none() {
        return Nearest::NoContest;
    }
    let movements = movements(subject);
    if movements.is_empty() {
        return Nearest::Locked;
    }
    let values = &subject.problem.values;
    let paths: Vec<Path> =
        movements.iter().flat_map(|(at, movement)| Path::both_ways(*at, movement, values, leader)).collect();
    for path in &paths {
        let parts = |other: Curve| other.compare_after(path.leader, path.from).is_ne();
        if tied.iter().any(|&row| path.curve(values, row).is_none_or(parts)) {
            return Nearest::Tied;
        }
    }
    let field = Field { subject, leader, complete: !values.has_gaps() };
    let newcomer = field.newcomer(&paths).map(|path| (path, 0.0));
    let Some((path, change)) = newcomer.or_else(|| field.first_change(&paths, 1.0)) else { return Nearest::Never };

    let weight = path.start + change;
    let curves = field.within(change).filter_map(|row| Some((row, path.curve(values, row)?)));
    let to = if newcomer.is_some() {
        leaders_after(curves, weight)
    } else {
        overtakers(curves, &[(leader, path.leader)], weight)
    };
    let beyond = to.first().map(|&(_, leader)| Path { leader, from: weight, ..*path });
    let whole = path.end - path.start;
    let until = field.first_change(beyond.as_slice(), whole).map_or(whole, |(_, change)| change);
    Nearest::Turn(Turn {
        at: path.at,
        now: path.movement.now(),
        crossover: Crossover { weight: path.sign * weight, from: winners, to: rows(&to) },
        until: path.sign * (path.start + until),
    })
}

/// The movements of all criteria that can be moved, with their places in the outline.
fn movements(subject: &Subject<'_>) -> Vec<(usize, Movement)> {
    let (outline, locks) = (subject.outline, &subject.document.locks);
    let free =
        outline.entries().iter().enumerate().filter(|(_, entry)| entry.is_criterion && !locks.contains(&entry.id));
    let movement = |at| Movement::new(outline, &subject.problem.weights, locks, at, Scope::Everything);
    free.map(|(at, _)| (at, movement(at)))
        .filter(|(_, movement)| movement.range().end() - movement.range().start() > TIE)
        .collect()
}

/// A criterion's weight on its way up or down. On the way down it is counted negative, so that it always rises.
#[derive(Clone, Copy)]
struct Path<'a> {
    at: usize,
    movement: &'a Movement,
    sign: f64,
    /// Where the weight stands.
    start: f64,
    /// How far it can go.
    end: f64,
    /// Who leads from `from` on.
    leader: Curve,
    from: f64,
}

impl<'a> Path<'a> {
    fn both_ways(
        at: usize,
        movement: &'a Movement,
        values: &Columns,
        leader: usize,
    ) -> impl Iterator<Item = Self> + use<'a> {
        let leader = Curve::new(values, leader, movement);
        let (low, high) = movement.range().into_inner();
        let now = movement.now();
        leader.into_iter().flat_map(move |leader| {
            let path =
                |sign, leader, end| Self { at, movement, sign, start: sign * now, end, leader, from: sign * now };
            [path(1.0, leader, high), path(-1.0, leader.mirrored(), -low)]
        })
    }

    fn curve(&self, values: &Columns, row: usize) -> Option<Curve> {
        let curve = Curve::new(values, row, self.movement)?;
        Some(if self.sign < 0.0 { curve.mirrored() } else { curve })
    }
}

/// All options, by rank, against the leader.
struct Field<'a> {
    subject: &'a Subject<'a>,
    leader: usize,
    /// True where no score is missing.
    complete: bool,
}

impl Field<'_> {
    /// How far an option is behind.
    fn gap(&self, row: usize) -> f64 {
        self.subject.scores[self.leader] - self.subject.scores[row]
    }

    /// The options that a change of `change` in a weight might bring to the top, best first.
    fn within(&self, change: f64) -> impl Iterator<Item = usize> {
        let order = self.subject.ranking.order().iter().map(|&row| row as usize);
        order.take_while(move |&row| !self.complete || self.gap(row) <= 2.0 * change + TIE)
    }

    /// The path on which an option comes first at once that has no overall value yet, because all that it is scored on
    /// weighs nothing.
    fn newcomer<'p, 'm>(&self, paths: &'p [Path<'m>]) -> Option<&'p Path<'m>> {
        let is_unknown = |row: &usize| self.subject.scores[*row].is_nan();
        let unknown: Vec<usize> = self.within(0.0).filter(is_unknown).collect();
        let comes_first = |path: &Path, row: usize| {
            let curve = path.curve(&self.subject.problem.values, row);
            curve.is_some_and(|curve| curve.compare_after(path.leader, path.from).is_gt())
        };
        paths.iter().find(|path| path.start < path.end - TIE && unknown.iter().any(|&row| comes_first(path, row)))
    }

    /// The least change of a weight that could bring an option level with the leader: as much again goes to or comes from
    /// other criteria, so the gap closes by at most the change times the spread of the differences.
    fn least_change(&self, row: usize) -> f64 {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for column in self.subject.problem.values.iter() {
            let difference = column[row] - column[self.leader];
            if difference.is_nan() {
                return 0.0;
            }
            (least, most) = (least.min(difference), most.max(difference));
        }
        // An option that is nowhere better never gets ahead.
        if most <= 0.0 { f64::INFINITY } else { self.gap(row) / (most - least).max(TIE) }
    }

    /// The path on which the leader is overtaken after the smallest change of the weight, and that change, where it is
    /// smaller than `limit`.
    fn first_change<'p, 'm>(&self, paths: &'p [Path<'m>], limit: f64) -> Option<(&'p Path<'m>, f64)> {
        let mut best = limit;
        let mut found = None;
        for row in self.within(f64::INFINITY) {
            if self.complete && self.gap(row) > 2.0 * best {
                break;
            }
            if self.least_change(row) > best {
                continue;
            }
            for path in paths {
                let meeting =
                    path.curve(&self.subject.problem.values, row).and_then(|curve| curve.overtakes(path.leader));
                let Some(t) = meeting.filter(|&t| t > path.from && t < path.end - TIE) else { continue };
                // Two criteria that only trade with each other meet at the same time: the first one is named.
                if t - path.start < best - TIE {
                    best = t - path.start;
                    found = Some((path, best));
                }
            }
        }
        found
    }
}

/// Who is first immediately after `t`, with their curves.
fn leaders_after(curves: impl Iterator<Item = (usize, Curve)>, t: f64) -> Vec<(usize, Curve)> {
    leaders(curves, |a, b| a.compare_after(b, t))
}

/// Who overtakes the leaders at `t`, and is first from there on.
///
/// Not asked of the values at `t`: where little of the weight is known they are less certain than the place itself.
fn overtakers(
    curves: impl Iterator<Item = (usize, Curve)>,
    leaders_before: &[(usize, Curve)],
    t: f64,
) -> Vec<(usize, Curve)> {
    let meets =
        |curve: Curve, leader: Curve| curve.overtakes(leader).is_some_and(|other| (other - t).abs() <= SAME_PLACE);
    let leader = leaders_before.first().map(|(_, leader)| *leader);
    let here = curves.filter(|(_, curve)| leader.is_some_and(|leader| meets(*curve, leader)));
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

/// Where the leaders are overtaken next, within `range`; a meeting at its very end does not count.
fn next_meeting(curves: &[(usize, Curve)], leaders: &[(usize, Curve)], range: RangeInclusive<f64>) -> Option<f64> {
    let &(_, leader) = leaders.first()?;
    let meetings = curves.iter().filter_map(|(_, curve)| curve.overtakes(leader));
    meetings.filter(|t| t > range.start() && *t < range.end() - TIE).min_by(f64::total_cmp)
}

/// The rows alone, in the document's order.
fn rows(leaders: &[(usize, Curve)]) -> Vec<usize> {
    let mut rows: Vec<usize> = leaders.iter().map(|(row, _)| *row).collect();
    rows.sort_unstable();
    rows
}
