//! Who is at least as good on every criterion.
//!
//! Weights play no part, not even those of 0, and neither do locks: what is found here holds under any weights. Where scores
//! are missing two alternatives are compared on what both have, which is weaker: they need one criterion in common, and
//! dominance may then go round in a circle.

use crate::model::Columns;
use crate::pace::Pace;

/// How two alternatives stand to each other on all criteria on which both are scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub stand: Stand,
    /// False where one of them has a score that the other lacks, or both lack the same.
    pub is_complete: bool,
}

/// Who is nowhere worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The first is nowhere worse, and better on so many criteria.
    Dominates(usize),
    /// The second is nowhere worse, and better on so many criteria.
    Dominated(usize),
    /// They are equal wherever both are scored.
    Same,
    /// Each is better somewhere, or there is no criterion on which both are scored.
    Open,
}

/// Compares two rows of `values`, higher being better.
#[must_use]
pub fn compare(values: &Columns, a: usize, b: usize) -> Comparison {
    let (mut better, mut worse, mut common, mut is_complete) = (0, 0, 0, true);
    for column in values.iter() {
        let (a, b) = (column[a], column[b]);
        if a.is_nan() || b.is_nan() {
            is_complete = false;
            continue;
        }
        common += 1;
        better += usize::from(a > b);
        worse += usize::from(a < b);
        if better > 0 && worse > 0 {
            break;
        }
    }
    let stand = match (better, worse) {
        (0, 0) if common > 0 => Stand::Same,
        (0, 0) => Stand::Open,
        (_, 0) => Stand::Dominates(better),
        (0, _) => Stand::Dominated(worse),
        _ => Stand::Open,
    };
    Comparison { stand, is_complete }
}

/// Every pair of which the first dominates the second, in the order of the rows.
///
/// Costs a comparison for each two alternatives.
#[must_use]
pub fn pairs(values: &Columns) -> Vec<(usize, usize)> {
    let rows = values.rows();
    let mut pairs: Vec<(usize, usize)> = (0..rows)
        .flat_map(|a| (a + 1..rows).map(move |b| (a, b)))
        .filter_map(|(a, b)| match compare(values, a, b).stand {
            Stand::Dominates(_) => Some((a, b)),
            Stand::Dominated(_) => Some((b, a)),
            Stand::Same | Stand::Open => None,
        })
        .collect();
    pairs.sort_unstable();
    pairs
}

/// The alternatives that no other dominates, on what both have. In slices; costs as much as [`pairs`].
pub async fn undominated_in_slices(values: &Columns, pace: &Pace) -> Vec<usize> {
    let rows = values.rows();
    let mut is_free = vec![true; rows];
    for a in 0..rows {
        pace.tell(a, rows);
        pace.spend((rows - a) * values.iter().len()).await;
        for b in a + 1..rows {
            match compare(values, a, b).stand {
                Stand::Dominates(_) => is_free[b] = false,
                Stand::Dominated(_) => is_free[a] = false,
                Stand::Same | Stand::Open => {}
            }
        }
    }
    (0..rows).filter(|&row| is_free[row]).collect()
}

/// The alternatives that none of `pairs` has second.
#[must_use]
pub fn undominated(rows: usize, pairs: &[(usize, usize)]) -> Vec<usize> {
    let mut is_free = vec![true; rows];
    for &(_, dominated) in pairs {
        is_free[dominated] = false;
    }
    (0..rows).filter(|&row| is_free[row]).collect()
}

#[cfg(test)]
mod tests {
    use super::{Comparison, Stand, compare, pairs, undominated};
    use crate::model::Columns;

    const GAP: f64 = f64::NAN;

    #[test]
    fn missing_scores_leave_what_both_have() {
        // Rows: (0.5, 0.5), (0.4, gap), (gap, 0.9), (0.5, 0.5).
        let values = Columns::new(4, vec![0.5, 0.4, GAP, 0.5, 0.5, GAP, 0.9, 0.5]);
        let found = |a, b| compare(&values, a, b);
        assert_eq!(found(0, 1), Comparison { stand: Stand::Dominates(1), is_complete: false });
        assert_eq!(found(0, 2), Comparison { stand: Stand::Dominated(1), is_complete: false });
        assert_eq!(found(1, 2), Comparison { stand: Stand::Open, is_complete: false });
        assert_eq!(found(0, 3), Comparison { stand: Stand::Same, is_complete: true });
        assert_eq!(pairs(&values), [(0, 1), (2, 0), (2, 3), (3, 1)]);
        assert_eq!(undominated(4, &pairs(&values)), [2]);
    }

    #[test]
    fn without_criteria_or_options_nobody_dominates() {
        assert!(pairs(&Columns::new(0, Vec::new())).is_empty());
        assert!(pairs(&Columns::new(3, Vec::new())).is_empty());
        assert_eq!(undominated(3, &[]), [0, 1, 2]);
    }
}
