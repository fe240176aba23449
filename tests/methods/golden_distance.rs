//! Methods that measure distances, and methods that compare: published and computed cases.

use std::collections::BTreeMap;

use counterpoise::methods::{
    DetailValue, Evaluation, Method, Settings, cocoso, codas, edas, evaluate, mabac, marcos, spotis,
};
use counterpoise::model::{Direction, Ends, Problem};
use serde_json::Value;

use crate::cases::{case_problem, close, computed, numbers, ranks, tolerance};
use crate::common::problem;

const MAX: Direction = Direction::Max;
const MIN: Direction = Direction::Min;

fn method(case: &Value) -> Option<&'static Method> {
    match case["method"].as_str()? {
        "EDAS" => Some(&edas::METHOD),
        "CoCoSo" => Some(&cocoso::METHOD),
        "MABAC" => Some(&mabac::METHOD),
        _ => None,
    }
}

/// The numbers of a detail.
fn detail<'a>(result: &'a Evaluation, name: &str) -> &'a [f64] {
    match &result.details.iter().find(|detail| detail.name == name).unwrap().value {
        DetailValue::ByAlternative(numbers) | DetailValue::ByCriterion(numbers) => numbers,
        other => panic!("{name} is {other:?}"),
    }
}

#[test]
fn computed_cases() {
    let mut ran: BTreeMap<&str, usize> = BTreeMap::new();
    let cases = computed();
    for case in &cases {
        let Some(method) = method(case) else { continue };
        let result = evaluate(&case_problem(case), &Settings::of(method)).unwrap();

        let name = case["name"].as_str().unwrap();
        let expected = case["expected"].as_object().unwrap();
        close(name, &result.scores, &numbers(&expected["scores"]), tolerance(case));
        assert_eq!(ranks(&result), numbers(&expected["ranking"]), "{name}");
        let not_details = ["scores", "ranking", "order_best_first", "higher_is_better"];
        let figures: Vec<_> = expected.iter().filter(|(key, _)| !not_details.contains(&key.as_str())).collect();
        assert_eq!(figures.len(), result.details.len(), "{name}");
        for (key, figures) in figures {
            close(&format!("{name}: {key}"), detail(&result, key), &numbers(figures), tolerance(case));
        }
        if let Some(published) = case.get("published") {
            let printed = published["tol"].as_f64().unwrap();
            for (score, figure) in result.scores.iter().zip(numbers(&published["score"])) {
                assert!((score - figure).abs() <= printed, "{name}: {score} is printed as {figure}");
            }
        }
        *ran.entry(method.id).or_default() += 1;
    }
    assert_eq!(ran, BTreeMap::from([("cocoso", 4), ("edas", 4), ("mabac", 4)]));
}

/// Absolute, half a unit of the last decimal printed.
fn printed(found: &[f64], expected: &[f64], decimals: i32) {
    assert_eq!(found.len(), expected.len());
    for (x, y) in found.iter().zip(expected) {
        assert!((x - y).abs() <= 0.5001 * 10_f64.powi(-decimals), "{found:?} is not {expected:?}");
    }
}

fn scores_of(method: &'static Method, problem: &Problem) -> Vec<f64> {
    evaluate(problem, &Settings::of(method)).unwrap().scores
}

/// The robots of Keshavarz Ghorabaee et al. (2016), example 1, with the figures of the tests of `JMcDM`, nine decimals.
#[test]
fn codas_robots() {
    let rows = [
        [60.0, 0.4, 2540.0, 500.0, 990.0],
        [6.35, 0.15, 1016.0, 3000.0, 1041.0],
        [6.8, 0.1, 1727.2, 1500.0, 1676.0],
        [10.0, 0.2, 1000.0, 2000.0, 965.0],
        [2.5, 0.1, 560.0, 500.0, 915.0],
        [4.5, 0.08, 1016.0, 350.0, 508.0],
        [3.0, 0.1, 1778.0, 1000.0, 920.0],
    ];
    let problem = problem(&rows.map(Vec::from), &[0.036, 0.192, 0.326, 0.326, 0.12], &[MAX, MIN, MAX, MAX, MAX]);
    let expected =
        [0.512_176_491, 1.463_300_035, 1.071_532_590, -0.212_467_998, -1.851_520_552, -1.171_676_770, 0.188_656_204];
    printed(&scores_of(&codas::METHOD, &problem), &expected, 9);
}

/// Badi, Shetwan & Abdulshahed (2017), suppliers of the Libyan steel company; the scores sum to 0.
#[test]
fn codas_suppliers() {
    let rows = [
        [45.0, 3600.0, 45.0, 0.9],
        [25.0, 3800.0, 60.0, 0.8],
        [23.0, 3100.0, 35.0, 0.9],
        [14.0, 3400.0, 50.0, 0.7],
        [15.0, 3300.0, 40.0, 0.8],
        [28.0, 3000.0, 30.0, 0.6],
    ];
    let problem = problem(&rows.map(Vec::from), &[0.2857, 0.3036, 0.2321, 0.1786], &[MAX, MIN, MAX, MAX]);
    let scores = scores_of(&codas::METHOD, &problem);
    printed(&scores, &[1.3914, 0.3411, -0.2170, -0.5381, -0.7292, -0.2481], 4);
    assert!(scores.iter().sum::<f64>().abs() < 1e-12);
}

/// Ulutaş et al. (2020), *Mathematics* 8(10) 1672: stackers, ranked by MARCOS.
#[test]
fn marcos_stackers() {
    let rows = [
        [660.0, 1000.0, 1600.0, 18.0, 1200.0],
        [800.0, 1000.0, 1600.0, 24.0, 900.0],
        [980.0, 1000.0, 2500.0, 24.0, 900.0],
        [920.0, 1500.0, 1600.0, 24.0, 900.0],
        [1380.0, 1500.0, 1500.0, 24.0, 1150.0],
        [1230.0, 1000.0, 1600.0, 24.0, 1150.0],
        [680.0, 1500.0, 1600.0, 18.0, 1100.0],
        [960.0, 2000.0, 1600.0, 12.0, 1150.0],
    ];
    let weights = [0.1061, 0.3476, 0.3330, 0.1185, 0.0949];
    let problem = problem(&rows.map(Vec::from), &weights, &[MIN, MAX, MAX, MAX, MAX]);
    let result = evaluate(&problem, &Settings::of(&marcos::METHOD)).unwrap();
    printed(&result.scores, &[0.5649, 0.5543, 0.6410, 0.6174, 0.6016, 0.5453, 0.6282, 0.6543], 4);
    // As the paper writes it, in K- and K+.
    for ((minus, plus), score) in detail(&result, "K_minus").iter().zip(detail(&result, "K_plus")).zip(&result.scores) {
        let (of_minus, of_plus) = (plus / (plus + minus), minus / (plus + minus));
        let utility = (plus + minus) / (1.0 + (1.0 - of_plus) / of_plus + (1.0 - of_minus) / of_minus);
        close("f(K)", &[*score], &[utility], 1e-12);
    }
}

fn with_ranges(mut problem: Problem, ranges: &[(f64, f64)]) -> Problem {
    for (criterion, &(low, high)) in problem.criteria.iter_mut().zip(ranges) {
        let (worst, best) = if criterion.direction == MIN { (high, low) } else { (low, high) };
        criterion.ends = Some(Ends { worst, best });
        criterion.has_fixed_ends = true;
    }
    problem
}

/// Dezert et al. (2020), example 1. The second score is printed as 0.3707 in the paper, where its own distances give 0.3705.
#[test]
fn spotis_first_example() {
    let rows = [[10.5, -3.1, 1.7], [-4.7, 0.0, 3.4], [8.1, 0.3, 1.3], [3.2, 7.3, -5.3]];
    let problem = problem(&rows.map(Vec::from), &[0.2, 0.3, 0.5], &[MAX, MIN, MAX]);
    let problem = with_ranges(problem, &[(-5.0, 12.0), (-6.0, 10.0), (-8.0, 5.0)]);
    let result = evaluate(&problem, &Settings::of(&spotis::METHOD)).unwrap();
    printed(&result.scores, &[0.1989, 0.3705, 0.3063, 0.7491], 4);
    assert_eq!(ranks(&result), [1.0, 3.0, 2.0, 4.0]);
}

/// Dezert et al. (2020), example 2: cars, with the ideal at the ends and with an expected solution point.
#[test]
fn spotis_cars() {
    let rows = [
        [15000.0, 4.3, 99.0, 42.0, 737.0],
        [15290.0, 5.0, 116.0, 42.0, 892.0],
        [15350.0, 5.0, 114.0, 45.0, 952.0],
        [15490.0, 5.3, 123.0, 45.0, 1120.0],
    ];
    let points = [5.0, 4.0, 4.0, 1.0, 3.0].map(|points: f64| points / 17.0);
    let ranges = [(14000.0, 16000.0), (3.0, 8.0), (80.0, 140.0), (35.0, 60.0), (650.0, 1300.0)];
    let cars = |directions: &[Direction]| with_ranges(problem(&rows.map(Vec::from), &points, directions), &ranges);
    printed(&scores_of(&spotis::METHOD, &cars(&[MIN, MIN, MIN, MAX, MAX])), &[0.4779, 0.5781, 0.5558, 0.5801], 4);
    let expected = [15300.0, 4.0, 115.0, 50.0, 900.0].map(Direction::Target);
    printed(&scores_of(&spotis::METHOD, &cars(&expected)), &[0.1841, 0.0734, 0.0842, 0.1920], 4);
}

/// A score beyond an end of its range counts as that end.
#[test]
fn spotis_stays_on_its_ranges() {
    let rows = [vec![-20.0, 20.0], vec![0.0, 10.0], vec![5.0, 5.0]];
    let problem = with_ranges(problem(&rows, &[0.5, 0.5], &[MAX, MIN]), &[(0.0, 10.0), (0.0, 10.0)]);
    assert_eq!(scores_of(&spotis::METHOD, &problem), [1.0, 1.0, 0.5]);
}
