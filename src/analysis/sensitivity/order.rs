//! How far the whole order stays as one weight moves.

use std::ops::RangeInclusive;

use crate::analysis::curve::Curve;
use crate::methods::Ranking;
use crate::model::{Columns, Movement};

/// The weights around the present one at which no two alternatives change places.
///
/// Overall values are continuous, so that the first two to change places, or to part, stand side by side in the order.
pub(super) fn keeps(values: &Columns, movement: &Movement, ranking: &Ranking) -> RangeInclusive<f64> {
    let now = movement.now();
    let (low, high) = movement.range().into_inner();
    let (mut from, mut to) = (low, high);
    let mut before: Option<(u32, Option<Curve>)> = None;
    for (row, rank) in ranking.iter() {
        let curve = Curve::new(values, row, movement);
        if let Some((rank_before, ahead)) = before {
            let room = match (ahead, curve) {
                (Some(ahead), Some(behind)) => room(ahead, behind, rank == rank_before, now),
                // Who is never scored stays last.
                (ahead, _) => ahead.map_or((f64::INFINITY, f64::INFINITY), |ahead| still_known(ahead, now)),
            };
            (from, to) = (from.max(now - room.0), to.min(now + room.1));
        }
        before = Some((rank, curve));
    }
    from.min(now)..=to.max(now)
}

/// How far the weight can fall and rise from `now` before two neighbours change places, or part where they tie.
fn room(ahead: Curve, behind: Curve, tie: bool, now: f64) -> (f64, f64) {
    let known = (ahead.is_known_at(now), behind.is_known_at(now));
    if known != (true, true) {
        // Behind all that are scored stand those whose scores weigh nothing yet, and come up as soon as they do.
        return (0.0, 0.0);
    }
    let room = |ahead: Curve, behind: Curve, now: f64| {
        let part = tie && behind.compare_after(ahead, now).is_ne();
        if part { Some(0.0) } else { behind.overtakes(ahead).filter(|&t| !tie && t > now).map(|t| t - now) }
    };
    let up = room(ahead, behind, now).unwrap_or(f64::INFINITY);
    let down = room(ahead.mirrored(), behind.mirrored(), -now).unwrap_or(f64::INFINITY);
    (down, up)
}

/// Whether one ahead of another that is never scored is known itself, and so stays ahead.
fn still_known(ahead: Curve, now: f64) -> (f64, f64) {
    let room = if ahead.is_known_at(now) { f64::INFINITY } else { 0.0 };
    (room, room)
}
