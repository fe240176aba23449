//! What holds of weights however they come about.

use counterpoise::elicit::best_worst::{BestWorst, solve};
use counterpoise::elicit::{ElicitError, allocation, critic, entropy, points, rank_order, standard_deviation, swing};
use counterpoise::model::{Direction, Problem, RankFormula};
use proptest::prelude::*;

use crate::common::problem;

const FORMULAS: [RankFormula; 4] =
    [RankFormula::Centroid, RankFormula::RankSum, RankFormula::RankReciprocal, RankFormula::SumReciprocal];

type Weigh = fn(&Problem, std::ops::Range<usize>) -> Result<Vec<f64>, ElicitError>;

const DATA_DRIVEN: [Weigh; 3] = [entropy::weights, critic::weights, standard_deviation::weights];

fn sum(weights: &[f64]) -> f64 {
    weights.iter().sum()
}

/// Up to six options on up to five criteria; numbers that people write, and any others.
fn tables(extreme: bool) -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<Direction>)> {
    let number = prop_oneof![8 => (0_i32..50).prop_map(f64::from), u32::from(extreme) => any::<f64>()];
    let direction = prop_oneof![Just(Direction::Max), Just(Direction::Min), Just(Direction::Target(20.0))];
    (0_usize..7, prop::collection::vec(direction, 1..6), prop::collection::vec(number, 42)).prop_map(
        |(rows, directions, numbers)| {
            let rows = numbers.chunks(6).take(rows).map(|row| row[..directions.len()].to_vec()).collect();
            (rows, directions)
        },
    )
}

proptest! {
    #[test]
    fn points_become_shares(given in prop::collection::vec(prop_oneof![0.0..100.0, any::<f64>()], 0..8)) {
        match points::weights(&given) {
            Ok(found) => prop_assert!((sum(&found) - 1.0).abs() < 1e-12 && found.iter().all(|weight| *weight >= 0.0)),
            Err(error) => prop_assert!(given.is_empty() || given.iter().all(|x| *x == 0.0)
                || given.iter().any(|x| !x.is_finite() || *x < 0.0), "{}", error),
        }
        let _ = (swing::weights(&given), allocation::weights(&given));
    }

    #[test]
    fn ranks_never_rise_and_ties_share(tiers in prop::collection::vec(1_usize..4, 1..8)) {
        for formula in FORMULAS {
            let found = rank_order::weights(&tiers, formula).unwrap();
            let total: f64 = found.iter().zip(&tiers).map(|(weight, size)| weight * f64::from(u8::try_from(*size).unwrap())).sum();
            prop_assert!((total - 1.0).abs() < 1e-12);
            prop_assert!(found.windows(2).all(|pair| pair[0] > pair[1]));
            let without_ties = rank_order::weights(&vec![1; tiers.iter().sum()], formula).unwrap();
            let mean = without_ties[..tiers[0]].iter().sum::<f64>() / f64::from(u8::try_from(tiers[0]).unwrap());
            prop_assert!((found[0] - mean).abs() < 1e-12);
        }
    }

    #[test]
    fn best_and_worst_meet_their_own_model(
        grades in prop::collection::vec((1.0..9.0_f64, 1.0..9.0_f64), 2..8), whole in 1.0..9.0_f64,
    ) {
        let count = grades.len();
        let mut judgement = BestWorst {
            names: (0..count).map(|place| place.to_string()).collect(),
            best: 0,
            worst: count - 1,
            best_to_others: grades.iter().map(|grade| grade.0).collect(),
            others_to_worst: grades.iter().map(|grade| grade.1).collect(),
        };
        judgement.best_to_others[0] = 1.0;
        judgement.others_to_worst[count - 1] = 1.0;
        judgement.best_to_others[count - 1] = whole;
        judgement.others_to_worst[0] = whole;
        let solution = solve(&judgement).unwrap();
        prop_assert!((sum(&solution.weights) - 1.0).abs() < 1e-9 && solution.xi >= 0.0);
        for place in 0..count {
            let to_best = solution.weights[0] - judgement.best_to_others[place] * solution.weights[place];
            let to_worst = solution.weights[place] - judgement.others_to_worst[place] * solution.weights[count - 1];
            prop_assert!(to_best.abs().max(to_worst.abs()) <= solution.xi + 1e-8);
        }
    }

    #[test]
    fn agreeing_best_and_worst_give_their_ratios_back(parts in prop::collection::vec(1.0..9.0_f64, 2..8)) {
        let mut parts = parts;
        parts.sort_by(|a, b| b.total_cmp(a));
        let (best, worst) = (parts[0], parts[parts.len() - 1]);
        let solution = solve(&BestWorst {
            names: parts.iter().map(f64::to_string).collect(),
            best: 0,
            worst: parts.len() - 1,
            best_to_others: parts.iter().map(|part| best / part).collect(),
            others_to_worst: parts.iter().map(|part| part / worst).collect(),
        }).unwrap();
        prop_assert!(solution.xi < 1e-9 && solution.consistency_ratio < 1e-9, "{:?}", solution);
        for (weight, part) in solution.weights.iter().zip(&parts) {
            prop_assert!((weight - part / sum(&parts)).abs() < 1e-8);
        }
    }

    #[test]
    fn scores_give_weights_or_a_reason((rows, directions) in tables(true)) {
        let problem = problem(&rows, &vec![1.0; directions.len()], &directions);
        for weigh in DATA_DRIVEN {
            if let Ok(found) = weigh(&problem, 0..directions.len()) {
                prop_assert!((sum(&found) - 1.0).abs() < 1e-9, "{:?}", found);
                prop_assert!(found.iter().all(|weight| *weight >= 0.0));
            }
        }
    }

    #[test]
    fn neither_the_order_of_options_nor_a_constant_matters((rows, directions) in tables(false)) {
        prop_assume!(!rows.is_empty());
        let columns = directions.len();
        let plain = problem(&rows, &vec![1.0; columns], &directions);
        let turned: Vec<Vec<f64>> = rows.iter().rev().cloned().collect();
        let turned = problem(&turned, &vec![1.0; columns], &directions);
        let longer: Vec<Vec<f64>> = rows.iter().map(|row| [row.as_slice(), &[7.0]].concat()).collect();
        let mut more = directions.clone();
        more.push(Direction::Max);
        let longer = problem(&longer, &vec![1.0; columns + 1], &more);
        for weigh in DATA_DRIVEN {
            let Ok(found) = weigh(&plain, 0..columns) else { continue };
            let again = weigh(&turned, 0..columns).unwrap();
            let with_constant = weigh(&longer, 0..columns + 1).unwrap();
            prop_assert!(with_constant[columns] == 0.0);
            for (place, weight) in found.iter().enumerate() {
                prop_assert!((weight - again[place]).abs() < 1e-9 && (weight - with_constant[place]).abs() < 1e-9);
            }
        }
    }
}

#[test]
fn what_gives_no_weights() {
    let gap = problem(&[vec![1.0, f64::NAN], vec![2.0, 3.0]], &[1.0; 2], &[Direction::Max; 2]);
    for weigh in DATA_DRIVEN {
        let said = weigh(&gap, 0..2).unwrap_err().to_string();
        assert_eq!(said, "A1 has no score on C2; such weights need them all, so give one, or leave either out");
        let alone = problem(&[vec![1.0, 2.0]], &[1.0; 2], &[Direction::Max; 2]);
        assert_eq!(weigh(&alone, 0..2), Err(ElicitError::NoInformation));
        assert_eq!(weigh(&problem(&[], &[], &[]), 0..0), Err(ElicitError::Nothing));
    }
    let negative = problem(&[vec![-1.0], vec![2.0]], &[1.0], &[Direction::Max]);
    assert!(matches!(entropy::weights(&negative, 0..1), Err(ElicitError::Negative { .. })));
    assert_eq!(critic::weights(&negative, 0..1), Ok(vec![1.0]));
    let twins = problem(&[vec![1.0, 10.0], vec![2.0, 20.0], vec![4.0, 40.0]], &[1.0; 2], &[Direction::Max; 2]);
    assert_eq!(critic::weights(&twins, 0..2), Err(ElicitError::NoInformation));

    assert_eq!(allocation::weights(&[60.0, 30.0]), Err(ElicitError::TooFewPoints { given: 90.0, left: 10.0 }));
    assert_eq!(
        allocation::weights(&[60.0, 30.0]).unwrap_err().to_string(),
        "the points sum to 90, not to 100; share out 10 more"
    );
    assert_eq!(allocation::weights(&[33.33, 33.33, 33.33]).unwrap().len(), 3);
    assert_eq!(swing::weights(&[80.0, 30.0]), Err(ElicitError::Swing { largest: 80.0 }));
    assert_eq!(rank_order::weights(&[], RankFormula::Centroid), Err(ElicitError::Nothing));
}
