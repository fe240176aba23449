//! Every method on matrices that are hard to compute on.

use counterpoise::methods::{self, Normalization, Settings, evaluate, spotis};
use counterpoise::model::{Direction, Ends, Problem};
use proptest::prelude::*;

use crate::common::problem;

const MAX: Direction = Direction::Max;
const MIN: Direction = Direction::Min;

/// With ranges and a baseline, so that no method is kept from it.
fn complete(rows: &[Vec<f64>], weights: &[f64], directions: &[Direction]) -> Problem {
    let mut problem = problem(rows, weights, directions);
    problem.baseline = Some(0);
    for criterion in &mut problem.criteria {
        let (worst, best) = if criterion.direction == MIN { (1e300, 0.0) } else { (0.0, 1e300) };
        criterion.ends = Some(Ends { worst, best });
        criterion.has_fixed_ends = true;
    }
    problem
}

/// What every method says of `problem`, with every normalisation that it takes.
fn each(problem: &Problem, mut see: impl FnMut(&str, Result<methods::Evaluation, methods::MethodError>)) {
    for method in methods::ALL {
        for &normalization in method.normalizations.iter().filter(|&&it| it != Normalization::Value) {
            let settings = Settings { normalization: Some(normalization), ..Settings::of(method) };
            see(&format!("{method}, {normalization}"), evaluate(problem, &settings));
        }
    }
}

#[test]
fn an_empty_matrix_has_no_scores() {
    each(&complete(&[], &[0.5, 0.5], &[MAX, MIN]), |what, result| {
        assert!(result.unwrap().scores.is_empty(), "{what}");
    });
    each(&complete(&[vec![], vec![]], &[], &[]), |what, result| {
        let result = result.unwrap();
        assert!(result.scores.iter().all(|score| score.is_nan()), "{what}: {:?}", result.scores);
        assert!(result.coverage[0] == 0.0, "{what}");
    });
}

#[test]
fn equal_options_tie() {
    for rows in [vec![vec![3.0, 4.0]], vec![vec![0.1, 0.2]; 3], vec![vec![1e-300, 1e300]; 7]] {
        each(&complete(&rows, &[0.7, 0.3], &[MAX, MIN]), |what, result| {
            let result = match result {
                Err(methods::MethodError::NegativeFactor { .. }) => return,
                result => result.unwrap_or_else(|error| panic!("{what}: {error}")),
            };
            assert!(result.scores.iter().all(|score| score.is_finite()), "{what}: {:?}", result.scores);
            assert_eq!(result.ranking.winners().len(), rows.len(), "{what}: {:?}", result.scores);
        });
    }
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        prop::sample::select(vec![0.0, 1e-300, 3e-300, 5e-324, 1.0, 1e300, 7e299]),
        0.0..1.0,
        (-300..300_i32).prop_map(|exponent| 10_f64.powi(exponent)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn scores_of_any_magnitude_have_an_answer(
        (rows, weights, signs) in (1_usize..6, 1_usize..5).prop_flat_map(|(n, m)| (
            prop::collection::vec(prop::collection::vec((number(), prop::bool::weighted(0.02)), m), n),
            prop::collection::vec(1e-3..1.0, m),
            prop::collection::vec(prop::sample::select(vec![MAX, MIN, Direction::Target(0.5)]), m),
        )),
        negative in any::<bool>(),
        gaps in any::<bool>(),
    ) {
        let score = |&(x, is_odd): &(f64, bool)| if is_odd && gaps { f64::NAN } else if is_odd && negative { -x } else { x };
        let rows: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().map(score).collect()).collect();
        let total: f64 = weights.iter().sum();
        let weights: Vec<f64> = weights.iter().map(|weight| weight / total).collect();
        let problem = complete(&rows, &weights, &signs);
        each(&problem, |what, result| {
            let Ok(result) = result else { return };
            for (i, score) in result.scores.iter().enumerate() {
                assert_eq!(score.is_nan(), result.coverage[i] == 0.0, "{what}: {:?} of {rows:?}", result.scores);
                assert!(!score.is_infinite(), "{what}: {:?} of {rows:?}", result.scores);
            }
        });
    }

    #[test]
    fn no_other_option_changes_a_score_of_spotis(
        rows in prop::collection::vec(prop::collection::vec(0.0..10.0, 3), 2..8),
        left_out: prop::sample::Index,
    ) {
        let ask = |rows: &[Vec<f64>]| {
            let mut problem = problem(rows, &[0.5, 0.3, 0.2], &[MAX, MIN, Direction::Target(4.0)]);
            for criterion in &mut problem.criteria {
                criterion.ends = Some(if criterion.direction == MIN { Ends { worst: 10.0, best: 0.0 } } else { Ends { worst: 0.0, best: 10.0 } });
                criterion.has_fixed_ends = true;
            }
            evaluate(&problem, &Settings::of(&spotis::METHOD)).unwrap().scores
        };
        let mut scores = ask(&rows);
        let mut fewer = rows.clone();
        fewer.remove(left_out.index(rows.len()));
        scores.remove(left_out.index(rows.len()));
        prop_assert_eq!(scores, ask(&fewer));
    }
}
