//! Comparisons in pairs: what they agree on, and where they do not.

use counterpoise::elicit::ElicitError;
use counterpoise::elicit::pairwise::{Comparisons, consistency, weights};
use counterpoise::files::judgements::{parse_best_worst, parse_pairwise};
use counterpoise::model::Priorities;
use proptest::prelude::*;

use crate::comparisons;

const BOTH: [Priorities; 2] = [Priorities::Eigenvector, Priorities::GeometricMean];

/// Any matrix of up to seven, ratios of all sizes, some missing.
fn matrices() -> impl Strategy<Value = Comparisons> {
    let ratio = prop_oneof![3 => (-9_i32..=9).prop_map(|x| if x < 0 { -1.0 / f64::from(x) } else { f64::from(x.max(1)) }),
        1 => (-20.0..20.0_f64).prop_map(f64::exp)];
    (1_usize..8, prop::collection::vec(prop::option::weighted(0.85, ratio), 21)).prop_map(|(count, ratios)| {
        let pairs = (0..count).flat_map(|i| (i + 1..count).map(move |j| (i, j)));
        let given: Vec<_> = pairs.zip(ratios).filter_map(|((i, j), ratio)| Some((i, j, ratio?))).collect();
        comparisons(count, &given)
    })
}

/// The same with the numbers in another order.
fn permuted(matrix: &Comparisons, order: &[usize]) -> Comparisons {
    let mut permuted = Comparisons::new(order.iter().map(|&old| matrix.names()[old].clone()).collect());
    for (new_i, &i) in order.iter().enumerate() {
        for (new_j, &j) in order.iter().enumerate().skip(new_i + 1) {
            if let Some(ratio) = matrix.get(i, j) {
                permuted.set(new_i, new_j, ratio).unwrap();
            }
        }
    }
    permuted
}

proptest! {
    #[test]
    fn priorities_are_positive_sum_to_one_and_do_not_heed_the_order(matrix in matrices()) {
        let order: Vec<usize> = (0..matrix.len()).rev().collect();
        let turned = permuted(&matrix, &order);
        for by in BOTH {
            match weights(&matrix, by) {
                Ok(found) => {
                    prop_assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                    prop_assert!(found.iter().all(|weight| *weight > 0.0));
                    let again = weights(&turned, by).unwrap();
                    for (x, y) in found.iter().zip(again.iter().rev()) {
                        prop_assert!((x - y).abs() <= 1e-8 * x, "{:?} {:?}", found, again);
                    }
                }
                Err(ElicitError::Disconnected { one, other }) => prop_assert_eq!(one.len() + other.len(), matrix.len()),
                Err(error) => prop_assert!(false, "{}", error),
            }
        }
    }

    #[test]
    fn turned_round_the_geometric_mean_turns_round(matrix in matrices()) {
        let mut turned = Comparisons::new(matrix.names().to_vec());
        for (i, j, ratio) in matrix.pairs() {
            turned.set(j, i, ratio).unwrap();
        }
        if let (Ok(one), Ok(other)) = (weights(&matrix, Priorities::GeometricMean), weights(&turned, Priorities::GeometricMean)) {
            for i in 1..one.len() {
                let product = one[0] / one[i] * (other[0] / other[i]);
                prop_assert!((product - 1.0).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn consistent_comparisons_give_their_ratios_back(
        parts in prop::collection::vec(0.01..100.0_f64, 1..10), gaps in prop::collection::vec(any::<bool>(), 45),
    ) {
        let count = parts.len();
        // A chain through all, and some of the rest.
        let pairs = (0..count).flat_map(|i| (i + 1..count).map(move |j| (i, j)));
        let given: Vec<_> = pairs.zip(gaps).filter(|((i, j), gap)| i + 1 == *j || !gap)
            .map(|((i, j), _)| (i, j, parts[i] / parts[j])).collect();
        let matrix = comparisons(count, &given);
        let sum: f64 = parts.iter().sum();
        for by in BOTH {
            for (weight, part) in weights(&matrix, by).unwrap().iter().zip(&parts) {
                prop_assert!((weight - part / sum).abs() < 1e-12);
            }
        }
        let found = consistency(&matrix).unwrap();
        prop_assert!(found.index.abs() < 1e-12 && found.ratio.unwrap().abs() < 1e-12);
        prop_assert_eq!((found.circular_triads, found.worst), (0, None));
    }

    #[test]
    fn the_fitting_value_in_its_place_makes_it_more_consistent(matrix in matrices()) {
        if let Ok(found) = consistency(&matrix) {
            prop_assert!(found.lambda_max >= f64::from(u8::try_from(matrix.len()).unwrap()));
            if let Some(worst) = found.worst
                && let (Some(ratio), Some(then)) = (found.ratio, worst.ratio_then)
                && matrix.len() == 3
            {
                prop_assert!(then <= ratio + 1e-9, "{} {}", ratio, then);
            }
        }
    }

    #[test]
    fn no_text_breaks_the_readers(text in "[A-C,;\t\n\"/?0-9. best\\-worst]{0,80}", junk in "\\PC{0,40}") {
        for text in [&text, &junk, &format!(",A,B\nA,{text}\nB,,"), &format!("c,A,B\nbest,A\nworst,B\nbest-to-others,1,{text}")] {
            let _ = parse_pairwise(text).map(|matrix| consistency(&matrix));
            let _ = parse_best_worst(text).map(|judgement| counterpoise::elicit::best_worst::solve(&judgement));
        }
    }
}

/// Saaty 2003, *European Journal of Operational Research* 145: in the house of 1990 it is the neighbourhood, six times as
/// important as the condition, that should be about half.
#[test]
fn the_judgement_that_hurts_most() {
    let house = "\
,size,transport,neighbourhood,age,yard,modern,condition,financing
size,1,5,3,7,6,6,1/3,1/4
transport,,1,1/3,5,3,3,1/5,1/7
neighbourhood,,,1,6,3,4,6,1/5
age,,,,1,1/3,1/4,1/7,1/8
yard,,,,,1,1/2,1/5,1/6
modern,,,,,,1,1/5,1/6
condition,,,,,,,1,1/2
financing
";
    let found = consistency(&parse_pairwise(house).unwrap()).unwrap();
    let worst = found.worst.unwrap();
    assert_eq!((worst.pair, worst.given), ((2, 6), 6.0));
    assert!((worst.fitting - 0.5).abs() < 0.05, "{worst:?}");
    assert!((worst.ratio_then.unwrap() - 0.082).abs() < 1e-3, "{worst:?}");
}

#[test]
fn circles_are_counted() {
    let circle = comparisons(3, &[(0, 1, 2.0), (1, 2, 2.0), (0, 2, 0.5)]);
    assert_eq!(consistency(&circle).unwrap().circular_triads, 1);
    // A tie or a gap closes no circle.
    let tie = comparisons(3, &[(0, 1, 2.0), (1, 2, 2.0), (0, 2, 1.0)]);
    assert_eq!(consistency(&tie).unwrap().circular_triads, 0);
    let gap = comparisons(3, &[(0, 1, 2.0), (1, 2, 2.0)]);
    assert_eq!(consistency(&gap).unwrap().circular_triads, 0);
}

#[test]
fn what_nothing_joins() {
    let error = weights(&comparisons(4, &[(0, 1, 2.0), (2, 3, 5.0)]), Priorities::Eigenvector).unwrap_err();
    let said = "no comparison, direct or over others, joins A and B with C and D; compare one of each";
    assert_eq!(error.to_string(), said);
    assert_eq!(weights(&Comparisons::new(Vec::new()), Priorities::Eigenvector), Err(ElicitError::Nothing));
    assert_eq!(weights(&comparisons(1, &[]), Priorities::Eigenvector), Ok(vec![1.0]));
    assert!(matches!(comparisons(2, &[]).set(0, 1, f64::NAN), Err(ElicitError::Ratio { .. })));
}

#[test]
fn beyond_fifteen_there_is_no_random_index() {
    let chain: Vec<_> = (0..15).map(|i| (i, i + 1, 2.0)).collect();
    let found = consistency(&comparisons(16, &chain)).unwrap();
    assert_eq!(found.ratio, None);
    assert!(found.index < 1e-12);
}
