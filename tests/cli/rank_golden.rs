//! Computed cases, through decision CSV and out again as JSON: scores, ranks and details under the contract's names.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{fed, json};

/// How the program is asked for a case; None where it is another command's.
struct Asked {
    method: &'static str,
    /// None: as by default.
    normalization: Option<&'static str>,
    parameters: Vec<String>,
}

impl Asked {
    fn of(case: &Value) -> Option<Self> {
        let method = match case["method"].as_str()? {
            "WSM" | "WSM ranks with ties" => "weighted-sum",
            "WPM" => "weighted-product",
            "TOPSIS" => "topsis",
            "VIKOR" => "vikor",
            "COPRAS" => "copras",
            "MOORA (ratio system)" => "moora",
            "ARAS" => "aras",
            "EDAS" => "edas",
            "CoCoSo" => "cocoso",
            "MABAC" => "mabac",
            _ => return None,
        };
        let normalization = match (method, case["params"]["normalization"].as_str()) {
            ("weighted-sum" | "weighted-product" | "topsis", Some(text)) => Some(normalization(text)),
            // The others have one only, their own.
            _ => None,
        };
        let parameters = case["params"]["v"].as_f64().map(|v| format!("v={v}"));
        Some(Self { method, normalization, parameters: parameters.into_iter().collect() })
    }

    fn report(&self, csv: &str) -> Value {
        let mut args = vec!["rank", "-", "--format", "json", "--method", self.method];
        args.extend(self.normalization.iter().flat_map(|normalization| ["--normalization", normalization]));
        args.extend(self.parameters.iter().flat_map(|parameter| ["--param", parameter]));
        json(&fed(&args, csv))
    }
}

fn normalization(text: &str) -> &'static str {
    match text {
        "minmax" | "minmax: (x-min)/(max-min), cost (max-x)/(max-min)" => "min-max",
        "max (ratio form): x/max, cost min/x" | "x/max, cost min/x; score = prod r^w" | "x/max" => "max",
        "max (complement form): x/max, cost 1-x/max" => "max-complement",
        "sum: x/sum, cost (1/x)/sum(1/x)" => "sum",
        "vector"
        | "vector: x/||x||2, cost (1/x)/||1/x||2"
        | "vector x/||x||2 for all; ideal/anti-ideal by direction" => "vector",
        "vector: x/||x||2, cost 1-x/||x||2" => "vector-complement",
        unknown => panic!("which normalisation is {unknown:?}?"),
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

fn check(case: &Value, asked: &Asked) {
    let name = case["name"].as_str().unwrap();
    let report = asked.report(&csv(case));
    assert_eq!(report["method"], asked.method, "{name}");
    if let Some(normalization) = asked.normalization {
        assert_eq!(report["normalization"], normalization, "{name}");
    }
    let expected = &case["expected"];
    let options = expected["scores"].as_array().unwrap().len();
    let ranking = report["ranking"].as_array().unwrap();
    assert_eq!(ranking.len(), options, "{name}");
    for (place, entry) in ranking.iter().enumerate() {
        let option: usize = entry["option"].as_str().unwrap().parse().unwrap();
        assert_eq!(expected["order_best_first"][place], option, "{name}");
        assert_eq!(entry["rank"].as_f64(), expected["ranking"][option].as_f64(), "{name}");
        close(case, "score", &entry["score"], &expected["scores"][option]);
    }
    for (key, found) in report["details"].as_object().unwrap() {
        detail(case, key, found, options);
    }
}

/// Every detail that a case knows under its name; options stand in a map, a list of them is of names.
fn detail(case: &Value, key: &str, found: &Value, options: usize) {
    let name = &case["name"];
    let expected = &case["expected"];
    match (found, key) {
        (Value::Array(found), "compromise") => {
            let names = expected["compromise_set"].as_array().unwrap().iter().map(Value::to_string);
            assert!(found.iter().map(|option| option.as_str().unwrap().to_owned()).eq(names), "{name}");
        }
        (Value::Bool(found), _) => assert_eq!(expected[key].as_bool(), Some(*found), "{name} {key}"),
        // The ideal option of ARAS stands before the others.
        (Value::Number(_), "S_optimal") => close(case, key, found, &expected["S"][0]),
        // By criterion.
        (Value::Object(found), "G") => {
            for (at, expected) in expected["G"].as_array().unwrap().iter().enumerate() {
                close(case, key, &found[&format!("C{at}")], expected);
            }
        }
        (Value::Object(found), _) => {
            let list = expected[key].as_array().unwrap_or_else(|| panic!("{name} knows nothing of {key}"));
            let list = &list[list.len() - options..];
            assert_eq!(found.len(), options, "{name} {key}");
            for (option, expected) in list.iter().enumerate() {
                close(case, key, &found[&option.to_string()], expected);
            }
        }
        unknown => panic!("{name}: {unknown:?}"),
    }
}

fn close(case: &Value, what: &str, found: &Value, expected: &Value) {
    let tolerance = case.get("tolerance").map_or(1e-9, |tolerance| tolerance.as_f64().unwrap());
    let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
    assert!((found - expected).abs() <= tolerance * expected.abs(), "{} {what}: {found} {expected}", case["name"]);
}

#[test]
fn computed_cases() {
    let mut ran: BTreeMap<&str, usize> = BTreeMap::new();
    let cases = json(include_str!("../golden/cases.json"));
    for case in cases.as_array().unwrap() {
        let Some(asked) = Asked::of(case) else { continue };
        check(case, &asked);
        *ran.entry(asked.method).or_default() += 1;
        if asked.normalization == Some("min-max") && asked.method != "topsis" {
            // On local scales the value functions come to the same.
            check(case, &Asked { normalization: Some("value"), ..asked });
        } else if asked.normalization == Some("vector") && asked.method == "topsis" {
            check(case, &Asked { normalization: None, ..asked });
        }
    }
    let expected = [
        ("aras", 4),
        ("cocoso", 4),
        ("copras", 4),
        ("edas", 4),
        ("mabac", 4),
        ("moora", 4),
        ("topsis", 10),
        ("vikor", 9),
        ("weighted-product", 5),
        ("weighted-sum", 25),
    ];
    assert_eq!(ran, BTreeMap::from(expected));
}

/// All keys that the contract names, and no others where it names all.
#[test]
fn details_have_the_contracts_keys() {
    let csv = "option,A,B\n#direction,min,max\nx,1,2\ny,3,4\nz,2,5";
    let keys = |method| {
        let report = Asked { method, normalization: None, parameters: Vec::new() }.report(csv);
        let mut keys: Vec<String> = report["details"].as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys.join(" ")
    };
    assert_eq!(keys("topsis"), "d_minus d_plus");
    assert_eq!(keys("vikor"), "Q R S acceptable_advantage acceptable_stability compromise");
    assert_eq!(keys("copras"), "Q S_minus S_plus utility");
    assert_eq!(keys("aras"), "K S S_optimal");
    assert_eq!(keys("multimoora"), "multiplicative ratio_system reference_point");
    assert_eq!(keys("waspas"), "Q1 Q2");
    assert_eq!(keys("moora"), "");
    assert_eq!(keys("edas"), "SN SP");
    assert_eq!(keys("cocoso"), "P S k_a k_b k_c");
    assert_eq!(keys("mabac"), "G");
}

#[test]
fn a_score_of_nothing_has_no_sign() {
    let csv = "option,A,B\n#direction,min,max\nx,3,4\ny,1,2";
    let text = fed(&["rank", "-", "--format", "json", "--method", "maximin"], csv);
    assert!(text.contains("\"score\": 0.0") && !text.contains("-0.0"), "{text}");
}
