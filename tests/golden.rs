//! Published and computed cases. A method joins by a line in [`settings`] and in `EVERY_CASE_RAN`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::collections::BTreeMap;

use counterpoise::methods::{Evaluation, Method, Normalization, Settings, evaluate};
use counterpoise::model::Direction;
use serde_json::Value;

use common::problem;

/// Cases of `golden/cases.json` by method.
const EVERY_CASE_RAN: [(&str, usize); 3] = [("WPM", 5), ("WSM", 24), ("WSM ranks with ties", 1)];

/// What to compute for a case; None where its method is not built yet.
fn settings(case: &Value) -> Option<Settings> {
    let method = match case["method"].as_str()? {
        "WSM" | "WSM ranks with ties" => Method::WeightedSum,
        "WPM" => Method::WeightedProduct,
        _ => return None,
    };
    let normalization = match case["params"]["normalization"].as_str()? {
        "minmax: (x-min)/(max-min), cost (max-x)/(max-min)" => Normalization::MinMax,
        "max (ratio form): x/max, cost min/x" | "x/max, cost min/x; score = prod r^w" | "x/max" => Normalization::Max,
        "max (complement form): x/max, cost 1-x/max" => Normalization::MaxComplement,
        "sum: x/sum, cost (1/x)/sum(1/x)" => Normalization::Sum,
        "vector: x/||x||2, cost (1/x)/||1/x||2" => Normalization::Vector,
        "vector: x/||x||2, cost 1-x/||x||2" => Normalization::VectorComplement,
        unknown => panic!("{}: which normalisation is {unknown:?}?", case["name"]),
    };
    Some(Settings { method, normalization: Some(normalization), parameters: BTreeMap::new() })
}

#[test]
fn computed_cases() {
    let mut ran: BTreeMap<&str, usize> = BTreeMap::new();
    let cases = json(include_str!("golden/cases.json"));
    for case in cases.as_array().unwrap() {
        let Some(settings) = settings(case) else { continue };
        let directions: Vec<Direction> = case["directions"].as_array().unwrap().iter().map(direction).collect();
        let problem = problem(&matrix(&case["matrix"]), &numbers(&case["weights"]), &directions);
        let result = evaluate(&problem, &settings).unwrap();

        let name = case["name"].as_str().unwrap();
        let expected = &case["expected"];
        let tolerance = case.get("tolerance").map_or(1e-9, |tolerance| tolerance.as_f64().unwrap());
        close(name, &result.scores, &numbers(&expected["scores"]), tolerance);
        assert_eq!(ranks(&result), numbers(&expected["ranking"]), "{name}");
        let order: Vec<f64> = result.ranking.order().iter().map(|&i| f64::from(i)).collect();
        assert_eq!(order, numbers(&expected["order_best_first"]), "{name}");
        *ran.entry(case["method"].as_str().unwrap()).or_default() += 1;
    }
    assert_eq!(ran, BTreeMap::from(EVERY_CASE_RAN));
}

/// Triantaphyllou (2000), *Multi-criteria decision making methods: a comparative study*.
#[test]
fn triantaphyllou() {
    let example = worked_example("wiki_wsm_wpm");
    let problem = problem(&matrix(&example["matrix"]), &numbers(&example["weights"]), &[Direction::Max; 4]);
    let settings = Settings { normalization: Some(Normalization::None), ..Settings::default() };
    let sum = evaluate(&problem, &settings).unwrap();
    close("weighted sum", &sum.scores, &numbers(&example["wsm"]), 1e-9);
    assert_eq!(sum.ranking.label(1), "1=");
    assert_eq!(sum.ranking.winners(), [1, 2]);

    let product = evaluate(&problem, &Settings { method: Method::WeightedProduct, ..Settings::default() }).unwrap();
    for (pair, ratio) in example["wpm_ratios"].as_object().unwrap() {
        let place = |name: &str| name[1..].parse::<usize>().unwrap() - 1;
        let (one, other) = pair.split_once('/').unwrap();
        let found = product.scores[place(one)] / product.scores[place(other)];
        close(pair, &[found], &[ratio.as_f64().unwrap()], 5e-4);
    }
}

/// Goodwin & Wright, *Decision Analysis for Management Judgment*, chapter 3: offices, values 0 to 100.
#[test]
fn goodwin_and_wright() {
    let example = worked_example("gw_office_smart");
    let offices = example["matrix"].as_object().unwrap();
    let rows: Vec<Vec<f64>> = offices.values().map(numbers).collect();
    let weights: Vec<f64> = numbers(&example["weights_rounded_pct"]).iter().map(|percent| percent / 100.0).collect();
    let settings = Settings { normalization: Some(Normalization::None), ..Settings::default() };
    let result = evaluate(&problem(&rows, &weights, &[Direction::Max; 6]), &settings).unwrap();
    for (office, score) in offices.keys().zip(&result.scores) {
        close(office, &[*score], &[example["expected"][office].as_f64().unwrap()], 0.05 / 20.0);
    }
    assert_eq!(offices.keys().nth(result.ranking.order()[0] as usize).unwrap(), "Addison Square");
}

/// The README of weighty-decision: 120 of 120 points are left where the second criterion is not scored.
#[test]
fn a_missing_score_is_left_out() {
    let example = worked_example("missing_scores_renormalise");
    let points = numbers(&example["weights"]);
    let total: f64 = points.iter().sum();
    let weights: Vec<f64> = points.iter().map(|points| points / total).collect();
    let settings = Settings { normalization: Some(Normalization::None), ..Settings::default() };
    let result = evaluate(&problem(&[numbers(&example["scores"])], &weights, &[Direction::Max; 3]), &settings).unwrap();
    close("score", &[result.scores[0] * total], &[example["result"].as_f64().unwrap()], 1e-12);
    close("coverage", &[result.coverage[0]], &[9.0 / 12.0], 1e-12);
}

fn ranks(result: &Evaluation) -> Vec<f64> {
    (0..result.scores.len()).map(|i| f64::from(result.ranking.rank(i))).collect()
}

fn direction(text: &Value) -> Direction {
    match text.as_str() {
        Some("max") => Direction::Max,
        Some("min") => Direction::Min,
        _ => panic!("which direction is {text}?"),
    }
}

fn worked_example(id: &str) -> Value {
    let examples = json(include_str!("golden/worked-examples.json"));
    examples.as_array().unwrap().iter().find(|example| example["id"] == id).unwrap().clone()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn matrix(rows: &Value) -> Vec<Vec<f64>> {
    rows.as_array().unwrap().iter().map(numbers).collect()
}

/// Numbers, null as NaN.
fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|x| if x.is_null() { f64::NAN } else { x.as_f64().unwrap() }).collect()
}

/// Relative to what is expected.
fn close(what: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (x, y) in found.iter().zip(expected) {
        assert!((x - y).abs() <= tolerance * y.abs(), "{what}: {found:?} is not {expected:?}");
    }
}
