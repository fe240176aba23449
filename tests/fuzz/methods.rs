//! Every method with every normalisation.

use counterpoise::analysis::agreement::Agreement;
use counterpoise::analysis::agreement::sources::sources;
use counterpoise::analysis::explain;
use counterpoise::methods::promethee::gaia::Plane;
use counterpoise::methods::{self, DetailValue, Evaluation, Normalization, Settings, evaluate};
use counterpoise::model::Problem;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{cases, document};

/// That an answer is of the shape that is promised, and finite where a number is.
fn look_at(problem: &Problem, found: &Evaluation) {
    let (rows, columns) = (problem.alternatives.len(), problem.criteria.len());
    let what = format!("{}, {}", found.method.id, found.normalization.id());
    assert_eq!(found.scores.len(), rows, "{what}");
    for (row, score) in found.scores.iter().enumerate() {
        let coverage = found.coverage[row];
        assert!((0.0..=1.0).contains(&coverage), "{what}: coverage {coverage}");
        assert_eq!(score.is_nan(), coverage == 0.0, "{what}: {score} of {row}, coverage {coverage}\n{problem:?}");
        assert!(!score.is_infinite(), "{what}: {score} of {row}\n{problem:?}");
        assert!((1..=rows).contains(&(found.ranking.rank(row) as usize)), "{what}");
    }
    let unknown = |row: usize| found.scores[row].is_nan();
    let number = |name: &str, row: usize, x: f64| {
        assert!(x.is_finite() || unknown(row), "{what}: {name} of {row} is {x}\n{problem:?}");
    };
    for detail in &found.details {
        let name = detail.name;
        match &detail.value {
            DetailValue::ByAlternative(numbers) => {
                assert_eq!(numbers.len(), rows, "{what}: {name}");
                numbers.iter().enumerate().for_each(|(row, &x)| number(name, row, x));
            }
            DetailValue::ByCriterion(numbers) => {
                assert_eq!(numbers.len(), columns, "{what}: {name}");
            }
            DetailValue::Matrix(matrix) => {
                assert_eq!(matrix.len(), rows, "{what}: {name}");
                for (a, line) in matrix.iter().enumerate() {
                    assert_eq!(line.len(), rows, "{what}: {name}");
                    for (b, &x) in line.iter().enumerate() {
                        assert!(
                            !x.is_infinite()
                                && (!x.is_nan() || a == b || unknown(a) || unknown(b) || shares_nothing(problem, a, b)),
                            "{what}: {name} of {a} against {b} is {x}\n{problem:?}"
                        );
                    }
                }
            }
            DetailValue::Alternatives(some) => {
                assert!(some.iter().flatten().all(|&row| row < rows), "{what}: {name}");
            }
            DetailValue::Pairs(pairs) => {
                assert!(pairs.iter().all(|&(a, b)| a < rows && b < rows && a != b), "{what}: {name}");
            }
            DetailValue::Number(x) => assert!(x.is_finite(), "{what}: {name} is {x}"),
            DetailValue::Flag(_) => {}
        }
    }
}

/// True where no criterion that weighs is scored for both.
fn shares_nothing(problem: &Problem, a: usize, b: usize) -> bool {
    let mut columns = problem.weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0);
    columns.all(|(at, _)| problem.scores.get(a, at).is_nan() || problem.scores.get(b, at).is_nan())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn methods_answer(document in document(), share: Index, end: bool) {
        let problem = Problem::of(&document);
        for method in methods::ALL {
            for normalization in Normalization::ALL {
                let usual = Settings { normalization: Some(normalization), ..Settings::of(method) };
                let mut other = usual.clone();
                for parameter in method.parameters {
                    let (low, high) = parameter.range.clone().into_inner();
                    let middle = low + (high - low) * f64::from(u32::try_from(share.index(1000)).unwrap()) / 1000.0;
                    other.parameters.insert(parameter.name.into(), if end { low } else { middle });
                }
                for settings in [usual, other] {
                    match evaluate(&problem, &settings) {
                        Ok(found) => look_at(&problem, &found),
                        Err(error) => prop_assert!(!error.to_string().is_empty()),
                    }
                }
            }
        }
        if let Ok(plane) = Plane::of(&problem) {
            prop_assert_eq!(plane.options.len(), problem.alternatives.len());
            prop_assert_eq!(plane.criteria.len(), problem.criteria.len());
            let all = plane.options.iter().chain(&plane.criteria).chain([&plane.axis]);
            prop_assert!(all.flat_map(|point| [point.0, point.1]).all(f64::is_finite), "{plane:?}");
            prop_assert!((0.0..=1.0).contains(&plane.delta));
        }
    }

    #[test]
    fn methods_agree_somehow(document in document(), normalization: Index) {
        let problem = Problem::of(&document);
        let asked = *normalization.get(&Normalization::ALL);
        let sources = sources(&problem);
        for source in &sources {
            prop_assert!((-1.0..=1.0).contains(&source.agreement), "{source:?}");
        }
        for asked in [None, Some(asked)] {
            let found = Agreement::of(&problem, asked);
            prop_assert_eq!(found.opinions.len() + found.unfit.len(), methods::ALL.len());
            for (table, low) in [
                (&found.spearman, -1.0),
                (&found.kendall_tau_b, -1.0),
                (&found.weighted_spearman, -1.0),
                (&found.ws, 0.0),
            ] {
                prop_assert_eq!(table.len(), found.opinions.len());
                let within = |x: &f64| (low - 1e-9..=1.0 + 1e-9).contains(x);
                prop_assert!(table.iter().all(|line| line.len() == table.len() && line.iter().all(within)), "{table:?}");
            }
            for points in [&found.borda, &found.copeland] {
                prop_assert_eq!(points.len(), problem.alternatives.len());
                prop_assert!(points.iter().all(|x| x.is_finite()));
            }
            prop_assert!(!explain::agreement(&problem, &found, &sources).is_empty());
        }
    }
}
