//! The crossover that is nearest to where the weights stand.

use super::super::Model;
use super::super::curve::Curve;
use super::{Crossover, leaders_after, overtakers, rows};
use crate::methods::TIE;
use crate::model::{Columns, Movement, Scope};
use crate::pace::{self, Pace};

/// A lead over less of a weight's way than this, at its very end, cannot be set or written, and is none.
const LEAST_WAY: f64 = 1e-6;

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
/// Options are asked in order of rank, until none of the rest could make up soon enough what it lacks: mostly a handful is
/// looked at closely. At worst it costs a pass over the scores, and over those of incomplete options one for each criterion.
#[must_use]
pub fn nearest(model: &Model) -> Nearest {
    pace::finish(nearest_in_slices(model, &Pace::default()))
}

/// The same in slices.
pub async fn nearest_in_slices(model: &Model, pace: &Pace) -> Nearest {
    let winners = model.winners();
    let Some((&leader, tied)) = winners.split_first() else { return Nearest::NoContest };
    if model.lead().is_none() {
        return Nearest::NoContest;
    }
    let movements = movements(model, pace).await;
    if movements.is_empty() {
        return Nearest::Locked;
    }
    let values = &model.problem().values;
    let paths: Vec<Path> =
        movements.iter().flat_map(|(at, movement)| Path::both_ways(*at, movement, values, leader)).collect();
    for path in &paths {
        pace.spend((1 + tied.len()) * path.steps()).await;
        let parts = |other: Curve| other.compare_after(path.leader, path.from).is_ne();
        if tied.iter().any(|&row| path.curve(values, row).is_none_or(parts)) {
            return Nearest::Tied;
        }
    }
    let field = Field::new(model, leader, pace);
    let newcomer = field.newcomer(&paths).await.map(|path| (path, 0.0));
    let change = match newcomer {
        Some(_) => newcomer,
        None => field.first_change(&paths, 1.0).await,
    };
    let Some((path, change)) = change else { return Nearest::Never };

    let weight = path.start + change;
    let mut curves = Vec::new();
    for row in field.within(change) {
        pace.spend(path.steps()).await;
        curves.extend(path.curve(values, row).map(|curve| (row, curve)));
    }
    let curves = curves.into_iter();
    let to = if newcomer.is_some() { leaders_after(curves, weight) } else { overtakers(curves, path.leader, weight) };
    let beyond = to.first().map(|&(_, leader)| Path { leader, from: weight, ..*path });
    let whole = path.end - path.start;
    let until = field.first_change(beyond.as_slice(), whole).await.map_or(whole, |(_, change)| change);
    Nearest::Turn(Turn {
        at: path.at,
        now: path.movement.now(),
        crossover: Crossover { weight: path.sign * weight, from: winners, to: rows(&to) },
        until: path.sign * (path.start + until),
    })
}

/// The movements of all criteria that can be moved, with their places in the outline.
async fn movements(model: &Model, pace: &Pace) -> Vec<(usize, Movement)> {
    let (outline, locks) = (model.outline(), &model.document().locks);
    let free =
        outline.entries().iter().enumerate().filter(|(_, entry)| entry.is_criterion && !locks.contains(&entry.id));
    let mut movements = Vec::new();
    for (at, _) in free {
        pace.spend(outline.entries().len()).await;
        let movement = Movement::new(outline, model.weights(), locks, at, Scope::Everything);
        if movement.range().end() - movement.range().start() > LEAST_WAY {
            movements.push((at, movement));
        }
    }
    movements
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

    /// Steps that a curve takes.
    fn steps(&self) -> usize {
        self.movement.base().len()
    }

    fn curve(&self, values: &Columns, row: usize) -> Option<Curve> {
        let curve = Curve::new(values, row, self.movement)?;
        Some(if self.sign < 0.0 { curve.mirrored() } else { curve })
    }
}

/// All options, by rank, against the leader.
struct Field<'a> {
    model: &'a Model,
    leader: usize,
    /// Of all options.
    least_coverage: f64,
    pace: &'a Pace,
}

impl<'a> Field<'a> {
    fn new(model: &'a Model, leader: usize, pace: &'a Pace) -> Self {
        Self { model, leader, least_coverage: model.coverage().least(), pace }
    }

    /// How far an option is behind.
    fn gap(&self, row: usize) -> f64 {
        self.model.values()[self.leader] - self.model.values()[row]
    }

    /// The least change of a weight that could close `gap` between two options, each scored on the share `coverage` of
    /// the weight or more.
    ///
    /// When one weight moves by `d`, others give or take `d` together. A value is a mean over what is known; where this
    /// weighs `c`, it moves by at most `d / (c - d)`, which is at most `2 d / c` up to `d = c / 2`. Two values so close a
    /// gap of `4 d / c`. An option without a value has no gap, and no coverage either: it is in reach of any change.
    fn reach(gap: f64, coverage: f64) -> f64 {
        (gap * coverage / 4.0).min(coverage / 2.0)
    }

    /// The options that a change of `change` in a weight might bring to the top, best first.
    fn within(&self, change: f64) -> impl Iterator<Item = usize> {
        let order = self.model.ranking().order().iter().map(|&row| row as usize);
        order.take_while(move |&row| Self::reach(self.gap(row), self.least_coverage) <= change + TIE)
    }

    /// The least change of a weight that could bring an option level with the leader. Where all is known it takes the
    /// change times the spread of the differences to close the gap.
    fn least_change(&self, row: usize) -> f64 {
        // The leader itself can come back as soon as it has been overtaken.
        if row == self.leader {
            return 0.0;
        }
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for column in self.model.problem().values.iter() {
            let difference = column[row] - column[self.leader];
            if difference.is_nan() {
                let coverage = self.model.coverage();
                return Self::reach(self.gap(row), coverage[row].min(coverage[self.leader]));
            }
            (least, most) = (least.min(difference), most.max(difference));
        }
        // An option that is nowhere better never gets ahead.
        if most <= 0.0 { f64::INFINITY } else { self.gap(row) / (most - least).max(TIE) }
    }

    /// The path on which an option comes first at once that has no overall value yet, because all that it is scored on
    /// weighs nothing.
    async fn newcomer<'p, 'm>(&self, paths: &'p [Path<'m>]) -> Option<&'p Path<'m>> {
        let is_unknown = |row: &usize| self.model.values()[*row].is_nan();
        let unknown: Vec<usize> = self.within(0.0).filter(is_unknown).collect();
        for path in paths.iter().filter(|path| path.start < path.end - LEAST_WAY) {
            for &row in &unknown {
                self.pace.spend(path.steps()).await;
                let curve = path.curve(&self.model.problem().values, row);
                if curve.is_some_and(|curve| curve.compare_after(path.leader, path.from).is_gt()) {
                    return Some(path);
                }
            }
        }
        None
    }

    /// The path on which the leader is overtaken after the smallest change of the weight, and that change, where it is
    /// smaller than `limit`.
    async fn first_change<'p, 'm>(&self, paths: &'p [Path<'m>], limit: f64) -> Option<(&'p Path<'m>, f64)> {
        let mut best = limit;
        let mut found = None;
        for row in self.within(f64::INFINITY) {
            if Self::reach(self.gap(row), self.least_coverage) > best {
                break;
            }
            self.pace.spend(self.model.problem().criteria.len()).await;
            if self.least_change(row) > best {
                continue;
            }
            for path in paths {
                self.pace.spend(path.steps()).await;
                let meeting =
                    path.curve(&self.model.problem().values, row).and_then(|curve| curve.overtakes(path.leader));
                let Some(t) = meeting.filter(|&t| t > path.from && t < path.end - LEAST_WAY) else { continue };
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
