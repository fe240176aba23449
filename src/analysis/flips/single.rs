//! The smallest change of one weight that puts an alternative first.

use std::collections::BTreeSet;

use super::intervals::{Interval, Intervals, common, nearest, not_negative};
use crate::analysis::curve::Curve;
use crate::methods::TIE;
use crate::model::{Columns, Id, Movement, Outline, Scope};
use crate::pace::Pace;

/// So far from an end at which nothing of an alternative's scores weighs anything it is looked at.
const LEAST_WAY: f64 = 1e-6;

/// Steps of one against another along a movement, about.
const AGAINST: usize = 16;

/// One criterion's weight, moved alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Single {
    /// Place of the criterion in the outline.
    pub at: usize,
    /// Its overall weight now.
    pub now: f64,
    /// The weight nearest to it at which the alternative ranks first.
    pub to: f64,
}

/// For each row of `values` the smallest such change; None where no criterion, moved alone, puts it first.
pub(super) async fn single(
    values: &Columns,
    weights: &[f64],
    outline: &Outline,
    locks: &BTreeSet<Id>,
    pace: &Pace,
) -> Vec<Option<Single>> {
    let mut best: Vec<Option<Single>> = vec![None; values.rows()];
    let free = outline.entries().iter().enumerate();
    for (at, _) in free.filter(|(_, entry)| entry.is_criterion && !locks.contains(&entry.id)) {
        let movement = Movement::new(outline, weights, locks, at, Scope::Everything);
        let (now, range) = (movement.now(), movement.range().into_inner());
        pace.spend(values.rows() * weights.len()).await;
        let curves: Vec<Option<Curve>> = (0..values.rows()).map(|row| Curve::new(values, row, &movement)).collect();
        for (row, best) in best.iter_mut().enumerate() {
            pace.spend(AGAINST * values.rows()).await;
            let Some(to) = nearest(&first(&curves, row, range), now) else { continue };
            // Two criteria that only trade with each other take the same change: the first one is named.
            if best.is_none_or(|best| (to - now).abs() < (best.to - best.now).abs() - TIE) {
                *best = Some(Single { at, now, to });
            }
        }
    }
    best
}

/// Where in `range` nobody is ahead of `row`.
fn first(curves: &[Option<Curve>], row: usize, (low, high): Interval) -> Intervals {
    let Some(ours) = curves[row] else { return Vec::new() };
    // An alternative of which nothing that weighs is known has no rank.
    let low = if ours.is_known_at(low) { low } else { low + LEAST_WAY };
    let high = if ours.is_known_at(high) { high } else { high - LEAST_WAY };
    let mut set = if low <= high { vec![(low, high)] } else { Vec::new() };
    for theirs in curves.iter().enumerate().filter(|(other, _)| *other != row).filter_map(|(_, curve)| *curve) {
        if set.is_empty() {
            break;
        }
        // At an end at which nothing of it weighs the rival has no rank; next to that, rounding is all there is to see.
        let is_known = [theirs.is_known_at(low), theirs.is_known_at(high)];
        let inside =
            (if is_known[0] { low } else { low + LEAST_WAY }, if is_known[1] { high } else { high - LEAST_WAY });
        let ends = [low, high].into_iter().zip(is_known).filter(|(_, is_known)| !is_known).map(|(end, _)| (end, end));
        let behind: Intervals = not_negative(ours.lead_over(theirs), inside).into_iter().chain(ends).collect();
        set = common(&set, &behind);
    }
    set
}
