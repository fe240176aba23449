//! Sets of numbers in which something holds, as closed intervals.

use arrayvec::ArrayVec;

use crate::methods::TIE;

/// From the first to the second; a single point where they are equal.
pub(super) type Interval = (f64, f64);

/// Disjoint intervals in rising order.
pub(super) type Intervals = Vec<Interval>;

/// Where in `within` the parabola `a t^2 + b t + c`, whose coefficients are of the size of 1 or less, is not below 0.
pub(super) fn not_negative([a, b, c]: [f64; 3], (low, high): Interval) -> ArrayVec<Interval, 2> {
    let mut found = ArrayVec::new();
    let mut add = |from: f64, to: f64| {
        let (from, to) = (from.max(low), to.min(high));
        // Rounding must not lose a single point.
        if from <= to {
            found.push((from, to));
        } else if from - to <= TIE {
            found.push((to, to));
        }
    };
    if a.abs() <= TIE {
        match b {
            b if b > TIE => add(-c / b, high),
            b if b < -TIE => add(low, -c / b),
            _ if c >= -TIE => add(low, high),
            _ => {}
        }
        return found;
    }
    let discriminant = b * b - 4.0 * a * c;
    if discriminant <= 0.0 {
        if a > 0.0 {
            add(low, high);
        } else if discriminant > -TIE {
            // It only touches 0.
            add(-b / (2.0 * a), -b / (2.0 * a));
        }
        return found;
    }
    // Without the cancellation of the schoolbook formula; not 0, for the discriminant is not.
    let q = -0.5 * (b + discriminant.sqrt().copysign(b));
    let (first, second) = if q / a < c / q { (q / a, c / q) } else { (c / q, q / a) };
    if a > 0.0 {
        add(low, first);
        add(second, high);
    } else {
        add(first, second);
    }
    found
}

/// What two sets have in common; ends that miss each other by rounding alone meet.
pub(super) fn common(set: &[Interval], other: &[Interval]) -> Intervals {
    let pairs = set.iter().flat_map(|one| other.iter().map(move |two| (one.0.max(two.0), one.1.min(two.1))));
    let meet = pairs.filter(|(from, to)| from - to <= TIE);
    meet.map(|(from, to)| if from <= to { (from, to) } else { (to, to) }).collect()
}

/// The point of `set` nearest to `x`; None where it is empty.
pub(super) fn nearest(set: &[Interval], x: f64) -> Option<f64> {
    let points = set.iter().map(|&(from, to)| x.clamp(from, to));
    points.min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs()))
}

/// The same numbers as few intervals: those that touch become one.
pub(super) fn join(mut set: Intervals) -> Intervals {
    set.sort_by(|a, b| a.0.total_cmp(&b.0));
    set.dedup_by(|next, before| {
        let touches = next.0 <= before.1 + TIE * before.1.abs().min(f64::MAX);
        if touches {
            before.1 = before.1.max(next.1);
        }
        touches
    });
    set
}

#[cfg(test)]
mod tests {
    use super::{common, join, nearest, not_negative};

    #[test]
    fn parabolas_and_lines() {
        let within = |coefficients| not_negative(coefficients, (0.0, 1.0)).to_vec();
        assert_eq!(within([0.0, 2.0, -1.0]), [(0.5, 1.0)]);
        assert_eq!(within([0.0, -2.0, 1.0]), [(0.0, 0.5)]);
        assert_eq!(within([0.0, 0.0, 0.0]), [(0.0, 1.0)]);
        assert!(within([0.0, 0.0, -0.1]).is_empty());
        assert_eq!(within([1.0, -1.0, 0.1875]), [(0.0, 0.25), (0.75, 1.0)]);
        assert_eq!(within([-1.0, 1.0, -0.1875]), [(0.25, 0.75)]);
        assert_eq!(within([-1.0, 1.0, -0.25]), [(0.5, 0.5)]);
        assert!(within([-1.0, 1.0, -0.5]).is_empty());
        assert_eq!(within([0.0, 1.0, -1.0]), [(1.0, 1.0)]);
    }

    #[test]
    fn sets_meet_and_join() {
        assert_eq!(common(&[(0.0, 0.5), (0.7, 1.0)], &[(0.5, 0.8)]), [(0.5, 0.5), (0.7, 0.8)]);
        assert!(common(&[(0.0, 0.4)], &[(0.5, 0.8)]).is_empty());
        assert_eq!(join(vec![(0.7, 1.0), (0.0, 0.5), (0.5, 0.6)]), [(0.0, 0.6), (0.7, 1.0)]);
        assert_eq!(nearest(&[(0.0, 0.2), (0.7, 1.0)], 0.5), Some(0.7));
        assert_eq!(nearest(&[], 0.5), None);
    }
}
