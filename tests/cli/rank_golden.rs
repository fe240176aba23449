//! Computed cases of the weighted sum and product, through decision CSV and out again as JSON.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{fed, json};

fn normalization(case: &Value) -> &'static str {
    match case["params"]["normalization"].as_str().unwrap() {
        "minmax: (x-min)/(max-min), cost (max-x)/(max-min)" => "min-max",
        "max (ratio form): x/max, cost min/x" | "x/max, cost min/x; score = prod r^w" | "x/max" => "max",
        "max (complement form): x/max, cost 1-x/max" => "max-complement",
        "sum: x/sum, cost (1/x)/sum(1/x)" => "sum",
        "vector: x/||x||2, cost (1/x)/||1/x||2" => "vector",
        "vector: x/||x||2, cost 1-x/||x||2" => "vector-complement",
        unknown => panic!("{}: which normalisation is {unknown:?}?", case["name"]),
    }
}

/// The case as decision CSV; its options are called by their place.
pub fn csv(case: &Value) -> String {
    let list = |value: &Value| value.as_array().unwrap().clone();
    let line = |head: &str, cells: &[Value]| {
        let cells = cells.iter().map(|cell| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned));
        std::iter::once(head.to_owned()).chain(cells).collect::<Vec<_>>().join(",")
    };
    let weights = list(&case["weights"]);
    let names: Vec<Value> = (0..weights.len()).map(|column| Value::from(format!("C{column}"))).collect();
    let mut lines =
        vec![line("option", &names), line("#weight", &weights), line("#direction", &list(&case["directions"]))];
    lines.extend(list(&case["matrix"]).iter().enumerate().map(|(row, scores)| line(&row.to_string(), &list(scores))));
    lines.join("\n")
}

fn check(case: &Value, method: &str, normalization: &str) {
    let name = &case["name"];
    let args = ["rank", "-", "--format", "json", "--method", method, "--normalization", normalization];
    let report = json(&fed(&args, &csv(case)));
    assert_eq!((&report["method"], &report["normalization"]), (&method.into(), &normalization.into()));
    let tolerance = case.get("tolerance").map_or(1e-9, |tolerance| tolerance.as_f64().unwrap());
    let expected = &case["expected"];
    let ranking = report["ranking"].as_array().unwrap();
    assert_eq!(ranking.len(), expected["scores"].as_array().unwrap().len(), "{name}");
    for (place, entry) in ranking.iter().enumerate() {
        let option: usize = entry["option"].as_str().unwrap().parse().unwrap();
        assert_eq!(expected["order_best_first"][place], option, "{name}");
        assert_eq!(entry["rank"].as_f64(), expected["ranking"][option].as_f64(), "{name}");
        let (score, expected) = (entry["score"].as_f64().unwrap(), expected["scores"][option].as_f64().unwrap());
        assert!((score - expected).abs() <= tolerance * expected.abs(), "{name}: {score} {expected}");
    }
}

#[test]
fn weighted_sum_and_product() {
    let mut ran: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let cases = json(include_str!("../golden/cases.json"));
    for case in cases.as_array().unwrap() {
        let method = match case["method"].as_str().unwrap() {
            "WSM" | "WSM ranks with ties" => "weighted-sum",
            "WPM" => "weighted-product",
            _ => continue,
        };
        check(case, method, normalization(case));
        *ran.entry((method, normalization(case))).or_default() += 1;
        if normalization(case) == "min-max" {
            // On local scales the value functions come to the same.
            check(case, method, "value");
        }
    }
    let normalizations = ["max", "max-complement", "min-max", "sum", "vector", "vector-complement"];
    assert!(normalizations.iter().all(|normalization| ran.contains_key(&("weighted-sum", normalization))), "{ran:?}");
    assert_eq!(ran.values().sum::<usize>(), 30, "{ran:?}");
}
