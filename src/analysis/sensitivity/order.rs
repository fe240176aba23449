//! How far the whole order stays as one weight moves.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use crate::analysis::curve::Curve;
use crate::methods::Ranking;
use crate::model::{Columns, Movement};

/// Two that never meet.
const FREE: (f64, f64) = (f64::INFINITY, f64::INFINITY);

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
                (Some(ahead), None) if ahead.is_known_at(now) => FREE,
                (None, None) => FREE,
                // One is never scored, and the other as soon as what it is scored on weighs something.
                _ => (0.0, 0.0),
            };
            (from, to) = (from.max(now - room.0), to.min(now + room.1));
        }
        before = Some((rank, curve));
    }
    from.min(now)..=to.max(now)
}

/// How far the weight can fall and rise from `now` before two neighbours change places, or part where they tie.
///
/// Behind all others stand those whose scores weigh nothing yet; they come up with what they will be worth.
fn room(ahead: Curve, behind: Curve, tie: bool, now: f64) -> (f64, f64) {
    let is_new = !behind.is_known_at(now);
    let room = |ahead: Curve, behind: Curve, now: f64| {
        let after = (tie || is_new).then(|| behind.compare_after(ahead, now));
        match after {
            Some(Ordering::Equal) if tie => f64::INFINITY,
            Some(Ordering::Less) | None if !tie => {
                behind.overtakes(ahead).filter(|&t| t > now).map_or(f64::INFINITY, |t| t - now)
            }
            _ => 0.0,
        }
    };
    (room(ahead.mirrored(), behind.mirrored(), -now), room(ahead, behind, now))
}
