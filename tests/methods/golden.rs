//! Weighted sum and weighted product against published and computed cases.

use std::collections::BTreeMap;

use counterpoise::methods::{Normalization, Settings, evaluate, weighted_product, weighted_sum};
use counterpoise::model::Direction;
use serde_json::Value;

use crate::cases::{assert_ranked, case_problem, close, computed, matrix, numbers, worked_example};
use crate::common::problem;

/// Cases of `golden/cases.json` by method.
const EVERY_CASE_RAN: [(&str, usize); 3] = [("WPM", 5), ("WSM", 24), ("WSM ranks with ties", 1)];

/// What to compute for a case; None where it is another method's.
fn settings(case: &Value) -> Option<Settings> {
    let method = match case["method"].as_str()? {
        "WSM" | "WSM ranks with ties" => &weighted_sum::METHOD,
        "WPM" => &weighted_product::METHOD,
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
    let cases = computed();
    for case in &cases {
        let Some(settings) = settings(case) else { continue };
        let result = evaluate(&case_problem(case), &settings).unwrap();

        assert_ranked(case, &result);
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

    let product = evaluate(&problem, &Settings::of(&weighted_product::METHOD)).unwrap();
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
