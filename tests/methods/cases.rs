//! The cases of `tests/golden/`, and how results are held against them.

use counterpoise::methods::Evaluation;
use counterpoise::model::{Direction, Problem};
use serde_json::Value;

use crate::common::problem;

/// All of `cases.json`.
pub fn computed() -> Vec<Value> {
    json(include_str!("../golden/cases.json")).as_array().unwrap().clone()
}

/// The matrix, weights and directions of a case.
pub fn case_problem(case: &Value) -> Problem {
    let directions: Vec<Direction> = case["directions"].as_array().unwrap().iter().map(direction).collect();
    problem(&matrix(&case["matrix"]), &numbers(&case["weights"]), &directions)
}

/// Asserts the scores, ranks and order that a case expects.
pub fn assert_ranked(case: &Value, result: &Evaluation) {
    let name = case["name"].as_str().unwrap();
    let expected = &case["expected"];
    close(name, &result.scores, &numbers(&expected["scores"]), tolerance(case));
    assert_eq!(ranks(result), numbers(&expected["ranking"]), "{name}");
    let order: Vec<f64> = result.ranking.order().iter().map(|&i| f64::from(i)).collect();
    assert_eq!(order, numbers(&expected["order_best_first"]), "{name}");
}

/// Relative.
pub fn tolerance(case: &Value) -> f64 {
    case.get("tolerance").map_or(1e-9, |tolerance| tolerance.as_f64().unwrap())
}

pub fn ranks(result: &Evaluation) -> Vec<f64> {
    (0..result.scores.len()).map(|i| f64::from(result.ranking.rank(i))).collect()
}

fn direction(text: &Value) -> Direction {
    match text.as_str() {
        Some("max") => Direction::Max,
        Some("min") => Direction::Min,
        _ => panic!("which direction is {text}?"),
    }
}

pub fn worked_example(id: &str) -> Value {
    let examples = json(include_str!("../golden/worked-examples.json"));
    examples.as_array().unwrap().iter().find(|example| example["id"] == id).unwrap().clone()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub fn matrix(rows: &Value) -> Vec<Vec<f64>> {
    rows.as_array().unwrap().iter().map(numbers).collect()
}

/// Numbers, null as NaN.
pub fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|x| if x.is_null() { f64::NAN } else { x.as_f64().unwrap() }).collect()
}

/// Relative to what is expected.
pub fn close(what: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (x, y) in found.iter().zip(expected) {
        assert!((x - y).abs() <= tolerance * y.abs(), "{what}: {found:?} is not {expected:?}");
    }
}
