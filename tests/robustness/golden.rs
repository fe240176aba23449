//! Against ten million samples of an independent program, and exact areas on the triangle of three weights.

use counterpoise::analysis::robustness::{Information, Robustness};
use counterpoise::model::{Document, Node, Scale, Score};
use serde_json::Value;

use crate::{assert_near, decision, exact, simulate};

const SAMPLES: u32 = 200_000;

fn case(name: &str) -> Value {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../golden/cases.json")).unwrap();
    cases.into_iter().find(|case| case["name"] == name).unwrap()
}

fn number(value: &Value) -> f64 {
    match value {
        Value::String(fraction) => {
            let (part, whole) = fraction.split_once('/').unwrap();
            part.parse::<f64>().unwrap() / whole.parse::<f64>().unwrap()
        }
        _ => value.as_f64().unwrap(),
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

fn uncertain(case: &Value) -> Document {
    let (low, high) = (rows(&case["matrix"]["lo"]), rows(&case["matrix"]["hi"]));
    let ranges = low
        .iter()
        .zip(&high)
        .map(|(low, high)| low.iter().zip(high).map(|(&low, &high)| Some(Score::Range(low, high))).collect::<Vec<_>>());
    let options: Vec<_> = ranges.collect();
    let points: Vec<f64> = (0..options[0].len()).rev().map(|at| 1.0 + f64::from(u32::try_from(at).unwrap())).collect();
    let mut document = decision(&points, &options);
    let scales = rows(&case["params"]["scale"]);
    for (at, node) in document.criteria.iter_mut().enumerate() {
        let Node::Criterion(criterion) = node else { panic!("no groups here") };
        let (low, high) = (scales[at][0], scales[at][1]);
        let is_cost = case["directions"][at] == "min";
        let (worst, best) = if is_cost { (high, low) } else { (low, high) };
        criterion.scale = Scale::Rating { worst, best };
    }
    document
}

/// Within five standard errors of both sides; those of central weights grow where an option is rarely first.
fn compare(result: &Robustness, expected: &Value) {
    let samples = f64::from(SAMPLES);
    let error = |share: f64| 5.0 * (share * (1.0 - share) / samples).sqrt() + 2e-5 + 5.0 * (0.25_f64 / 1e7).sqrt();
    for (row, acceptability) in rows(&expected["rank_acceptability"]).iter().enumerate() {
        let standing = &result.standings[row];
        for (found, share) in standing.acceptability.iter().zip(acceptability) {
            assert_near(*found, *share, error(*share));
        }
        match &expected["central_weights"][row] {
            Value::Null => assert_eq!(standing.central_weights, None),
            weights => {
                for (found, weight) in standing.central_weights.as_ref().unwrap().iter().zip(numbers(weights)) {
                    // A weight on the simplex of three or more has a standard deviation below 0.3.
                    assert_near(*found, weight, 5.0 * 0.3 / (samples * acceptability[0]).sqrt());
                }
            }
        }
        if let Some(confidence) = expected["confidence_factor"].get(row) {
            // It also depends on how exactly the central weights are known.
            assert_near(standing.confidence.unwrap(), number(confidence), 2.0 * error(0.5));
        }
        if let Some(winning) = expected["pairwise_winning"].get(row) {
            for (other, share) in numbers(winning).into_iter().enumerate().filter(|(other, _)| *other != row) {
                assert_near(result.winning(row, other), share, error(share));
            }
        }
    }
    let ranks = 0..result.standings.len();
    for rank in ranks {
        let sum: f64 = result.standings.iter().map(|standing| standing.acceptability[rank]).sum();
        assert_near(sum, 1.0, 1e-12);
    }
}

#[test]
fn score_ranges_and_any_weights() {
    let case = case("smaa2_uniform/smaa_3x5");
    compare(&simulate(&uncertain(&case), SAMPLES, Information::Free), &case["expected"]);
}

#[test]
fn score_ranges_and_ranked_weights() {
    let case = case("smaa2_ordinal/smaa_3x5");
    compare(&simulate(&uncertain(&case), SAMPLES, Information::Ranked), &case["expected"]);
}

#[test]
fn exact_areas() {
    for name in ["smaa_exact_uniform/exact3_4opts", "smaa_exact_uniform/exact3_5opts"] {
        let case = case(name);
        let matrix = rows(&case["matrix"]);
        let rows: Vec<&[f64]> = matrix.iter().map(Vec::as_slice).collect();
        let result = simulate(&exact(&[1.0, 1.0, 1.0], &rows), SAMPLES, Information::Free);
        compare(&result, &case["expected"]);
        for standing in &result.standings {
            let is_ever_first = standing.central_weights.is_some();
            assert_eq!(standing.confidence, Some(f64::from(u8::from(is_ever_first))));
        }
    }
}
