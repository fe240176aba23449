//! What methods say where there is little to compare, or numbers are as large or small as numbers can be.

use counterpoise::methods::{self, DetailValue, Evaluation, MethodError, Settings, evaluate};
use counterpoise::model::Direction::{self, Max, Min};

use crate::common::problem;

const METHODS: [&str; 7] = ["topsis", "vikor", "copras", "moora", "multimoora", "waspas", "aras"];

fn rank(id: &str, rows: &[Vec<f64>], directions: &[Direction]) -> Result<Evaluation, MethodError> {
    let weight = 1.0 / f64::from(u32::try_from(directions.len()).unwrap());
    let problem = problem(rows, &vec![weight; directions.len()], directions);
    evaluate(&problem, &Settings::of(methods::find(id).unwrap()))
}

fn detail<'a>(result: &'a Evaluation, name: &str) -> &'a DetailValue {
    &result.details.iter().find(|detail| detail.name == name).unwrap().value
}

#[test]
fn where_all_are_equal_all_come_first() {
    for rows in [vec![vec![2.0, 3.0]], vec![vec![2.0, 3.0]; 4]] {
        for id in METHODS {
            let result = rank(id, &rows, &[Max, Min]).unwrap();
            assert_eq!(result.ranking.winners().len(), rows.len(), "{id}: {:?}", result.scores);
            let expected = match id {
                "topsis" => 0.5,
                // With MOORA one criterion takes what the other adds.
                "vikor" | "multimoora" | "moora" => 0.0,
                _ => 1.0,
            };
            assert!(result.scores.iter().all(|score| (score - expected).abs() < 1e-12), "{id}: {:?}", result.scores);
        }
        let vikor = rank("vikor", &rows, &[Max, Min]).unwrap();
        let all = DetailValue::Alternatives(Some((0..rows.len()).collect()));
        assert_eq!(detail(&vikor, "compromise"), &all);
        assert_eq!(detail(&vikor, "acceptable_advantage"), &DetailValue::Flag(rows.len() == 1));
        assert_eq!(detail(&vikor, "acceptable_stability"), &DetailValue::Flag(true));
    }
}

#[test]
fn a_criterion_that_separates_nothing_changes_no_rank() {
    let rows: Vec<Vec<f64>> = [3.0, 7.0, 5.0].map(|x| vec![x, 4.0, 6.0]).into();
    for id in METHODS {
        let result = rank(id, &rows, &[Max, Max, Min]).unwrap();
        assert_eq!(result.ranking.order(), [1, 2, 0], "{id}: {:?}", result.scores);
    }
}

/// S = (0.5, 0.5, 0.5) tells nothing, R = (0.5, 0.25, 0.5) decides.
#[test]
fn where_s_is_the_same_for_all_r_decides() {
    let result = rank("vikor", &[vec![0.0, 1.0], vec![0.5, 0.5], vec![1.0, 0.0]], &[Max, Max]).unwrap();
    assert_eq!(result.scores, [0.5, 0.0, 0.5]);
    assert_eq!(detail(&result, "compromise"), &DetailValue::Alternatives(Some(vec![1])));
}

#[test]
fn without_costs_copras_adds_benefits_up() {
    let result = rank("copras", &[vec![1.0, 2.0], vec![3.0, 2.0]], &[Max, Max]).unwrap();
    assert_eq!(result.scores, [0.6, 1.0]);
    assert_eq!(detail(&result, "S_minus"), &DetailValue::ByAlternative(vec![0.0, 0.0]));
}

#[test]
fn magnitudes_do_not_matter() {
    let plain = [vec![1.0, 8.0], vec![3.0, 5.0], vec![2.0, 9.0]];
    for factors in [[1e300, 1.0], [1e-300, 1e300], [1e-320, 1e-300], [1e306, 1e306]] {
        let rows = plain.clone().map(|row| vec![row[0] * factors[0], row[1] * factors[1]]);
        for id in METHODS {
            let (one, other) = (rank(id, &plain, &[Max, Min]).unwrap(), rank(id, &rows, &[Max, Min]).unwrap());
            assert_eq!(one.ranking, other.ranking, "{id}");
            for (a, b) in one.scores.iter().zip(&other.scores) {
                // A subnormal number has few digits.
                assert!((a - b).abs() < 1e-3, "{id}: {:?} became {:?}", one.scores, other.scores);
            }
        }
    }
}

#[test]
fn far_apart_numbers_stay_numbers() {
    let rows = [vec![f64::MAX, 1e-300], vec![5e-324, f64::MAX], vec![1.0, 1.0], vec![f64::MAX, f64::MAX]];
    for id in METHODS {
        for directions in [[Max, Max], [Max, Min], [Min, Min]] {
            let result = rank(id, &rows, &directions).unwrap();
            assert!(result.scores.iter().all(|score| score.is_finite()), "{id}: {:?}", result.scores);
        }
    }
    for id in ["topsis", "vikor", "moora"] {
        let result = rank(id, &[vec![f64::MIN, 1.0], vec![f64::MAX, 1.0], vec![0.0, 1.0]], &[Max, Min]).unwrap();
        assert!(result.scores.iter().all(|score| score.is_finite()), "{id}: {:?}", result.scores);
        assert_eq!(result.ranking.order(), [1, 2, 0], "{id}");
    }
}

#[test]
fn a_target_counts_as_the_distance_from_it() {
    let rows = [vec![18.0, 2.0], vec![25.0, 2.0], vec![20.0, 2.0]];
    for id in METHODS {
        let result = rank(id, &rows, &[Direction::Target(21.0), Max]).unwrap();
        assert_eq!(result.ranking.order(), [2, 0, 1], "{id}: {:?}", result.scores);
    }
}

#[test]
fn what_a_method_lacks_is_named() {
    let gap = [vec![1.0, 2.0], vec![3.0, f64::NAN]];
    for id in METHODS.into_iter().filter(|id| *id != "waspas") {
        let said = rank(id, &gap, &[Max, Max]).unwrap_err().to_string();
        assert!(said.starts_with(&format!("A2, C2: there is no score, and {id} cannot do without")), "{said}");
    }
    let waspas = rank("waspas", &gap, &[Max, Max]).unwrap();
    assert!((waspas.coverage[1] - 0.5).abs() < 1e-12 && (waspas.scores[1] - 1.0).abs() < 1e-12);

    let zero = [vec![1.0, 2.0], vec![3.0, 0.0]];
    for id in ["copras", "multimoora", "waspas", "aras"] {
        let said = rank(id, &zero, &[Max, Max]).unwrap_err().to_string();
        assert!(said.starts_with("C2: ") && said.contains("takes ratios, and 0 is not above 0"), "{said}");
    }
    for id in ["topsis", "vikor", "moora"] {
        let negative = [vec![-1.0, 2.0], vec![3.0, 0.0]];
        assert!(rank(id, &negative, &[Min, Min]).is_ok(), "{id}");
        let problem = problem(&negative, &[0.5, 0.5], &[Min, Min]);
        assert_eq!(methods::find(id).unwrap().fits(&problem), Ok(()), "{id}");
    }
}
