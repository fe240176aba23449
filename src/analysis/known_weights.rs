//! What is known of the weights, when that is several things at once.

use super::robustness::{Constraint, Information, Limits};
use crate::elicit::limits::Linear;
use crate::methods::TIE;

/// `information` as conditions on the overall weights, of which `given` are the document's.
#[must_use]
pub fn conditions(information: &Information, given: &[f64]) -> Vec<Linear> {
    let row = |terms: &[(usize, f64)], least: f64, most: f64| {
        let mut coefficients = vec![0.0; given.len()];
        for &(at, coefficient) in terms {
            coefficients[at] = coefficient;
        }
        Linear { coefficients, least, most }
    };
    match information {
        Information::Free => Vec::new(),
        Information::Ranked => ordered_pairs(given)
            .into_iter()
            .map(|(more, less)| row(&[(more, 1.0), (less, -1.0)], 0.0, f64::INFINITY))
            .collect(),
        Information::Within(distance) => {
            given.iter().enumerate().map(|(at, x)| row(&[(at, 1.0)], x - distance, x + distance)).collect()
        }
        Information::Limits(limits) => {
            let bounds = limits.least.iter().zip(&limits.most).enumerate();
            let bounds = bounds.map(|(at, (&least, &most))| row(&[(at, 1.0)], least, most));
            let sums = limits.constraints.iter().map(|constraint| Linear {
                coefficients: constraint.coefficients.clone(),
                least: f64::NEG_INFINITY,
                most: constraint.at_most,
            });
            bounds.chain(sums).collect()
        }
    }
}

/// That all of `conditions` hold on the overall weights of so many criteria.
#[must_use]
pub fn all<'a>(criteria: usize, conditions: impl IntoIterator<Item = &'a Linear>) -> Information {
    let mut limits = Limits::none(criteria);
    for row in conditions {
        let mut named = row.coefficients.iter().enumerate().filter(|(_, coefficient)| **coefficient != 0.0);
        if let (Some((at, &coefficient)), None) = (named.next(), named.next()) {
            // What is farther off than this is out of reach of a weight, however far.
            let bound = |limit: f64| (limit / coefficient).clamp(-2.0, 2.0);
            let (one, other) = (bound(row.least), bound(row.most));
            limits.least[at] = limits.least[at].max(one.min(other));
            limits.most[at] = limits.most[at].min(one.max(other));
            continue;
        }
        if row.most < f64::INFINITY {
            limits.constraints.push(Constraint { coefficients: row.coefficients.clone(), at_most: row.most });
        }
        if row.least > f64::NEG_INFINITY {
            let coefficients = row.coefficients.iter().map(|coefficient| -coefficient).collect();
            limits.constraints.push(Constraint { coefficients, at_most: -row.least });
        }
    }
    Information::Limits(limits)
}

/// Which criteria weigh at least as much as which others, where the order of `given` says so: those of each weight against
/// those of the next smaller. Those that weigh the same may stand in any order.
fn ordered_pairs(given: &[f64]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..given.len()).collect();
    order.sort_by(|&a, &b| given[b].total_cmp(&given[a]));
    let tolerance = TIE * given.iter().copied().fold(0.0, f64::max);
    let mut tiers: Vec<Vec<usize>> = Vec::new();
    for at in order {
        match tiers.last_mut() {
            Some(tier) if given[tier[0]] - given[at] <= tolerance => tier.push(at),
            _ => tiers.push(vec![at]),
        }
    }
    let pairs = tiers
        .windows(2)
        .flat_map(|pair| pair[0].iter().flat_map(|&more| pair[1].iter().map(move |&less| (more, less))));
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::{all, conditions, ordered_pairs};
    use crate::analysis::robustness::{Constraint, Information, Limits};
    use crate::elicit::limits::Linear;

    #[test]
    fn an_order_has_a_step_between_neighbours() {
        assert_eq!(ordered_pairs(&[0.1, 0.4, 0.1, 0.4]), [(1, 0), (1, 2), (3, 0), (3, 2)]);
        assert_eq!(ordered_pairs(&[0.2, 0.5, 0.3]), [(1, 2), (2, 0)]);
        assert!(ordered_pairs(&[0.5, 0.5]).is_empty());
    }

    #[test]
    fn one_criterion_is_bounded_and_several_are_summed_up() {
        let row = |coefficients: [f64; 3], least, most| Linear { coefficients: coefficients.to_vec(), least, most };
        let rows = [
            row([0.0, -2.0, 0.0], -1.0, -0.5),
            row([1.0, 1.0, 0.0], 0.25, 0.75),
            row([1e-320, 0.0, 0.0], f64::NEG_INFINITY, 0.5),
        ];
        let sum = |sign: f64, at_most| Constraint { coefficients: vec![sign, sign, 0.0], at_most };
        let expected = Limits {
            least: vec![0.0, 0.25, 0.0],
            most: vec![1.0, 0.5, 1.0],
            constraints: vec![sum(1.0, 0.75), Constraint { coefficients: vec![-1.0, -1.0, -0.0], at_most: -0.25 }],
        };
        assert_eq!(all(3, &rows), Information::Limits(expected.clone()));
        // There and back.
        let rows = conditions(&Information::Limits(expected.clone()), &[0.2, 0.3, 0.5]);
        assert_eq!(all(3, &rows), Information::Limits(expected));
    }
}
