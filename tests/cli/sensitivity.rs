use serde_json::{Value, json as value};

use crate::rank_golden::csv;
use crate::{CARS, counterpoise, fed, json};

fn number(value: &Value) -> f64 {
    let Some(text) = value.as_str() else { return value.as_f64().unwrap() };
    let (above, below) = text.split_once('/').unwrap();
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}

fn close(found: &Value, expected: &Value, case: &Value) {
    let (found, expected) = (found.as_f64().unwrap(), number(expected));
    assert!((found - expected).abs() <= 1e-9, "{case}: {found} is not {expected}");
}

/// The exact cases, through decision CSV and out again as JSON.
#[test]
fn crossovers_are_those_of_the_exact_cases() {
    let cases = json(include_str!("../golden/cases.json"));
    let mut ran = 0;
    for case in cases.as_array().unwrap() {
        if case["method"] != "WSM one-way weight sensitivity (exact)" {
            continue;
        }
        ran += 1;
        let mut plain = case.clone();
        // Fractions such as 7/20 are no numbers in decision CSV.
        plain["weights"] = case["weights"].as_array().unwrap().iter().map(number).collect();
        let normalization = if case["params"]["normalization"] == "minmax" { "min-max" } else { "max" };
        let args = ["sensitivity", "-", "--format", "json", "--normalization", normalization];
        let report = json(&fed(&args, &csv(&plain)));
        let expected = &case["expected"];
        let name = &case["name"];
        assert_eq!(report["winner"], value!([expected["base_top"].to_string()]), "{name}");
        assert_eq!(report["exact"], true);
        let criteria = report["criteria"].as_array().unwrap();
        assert_eq!(criteria.len(), expected["criteria"].as_array().unwrap().len());
        for (found, expected) in criteria.iter().zip(expected["criteria"].as_array().unwrap()) {
            assert_eq!(found["criterion"], format!("C{}", expected["criterion"]));
            close(&found["weight"], &expected["base_weight"], name);
            for end in 0..2 {
                close(&found["keeps_winner"][end], &expected["stable_interval_of_current_top"][end], name);
            }
            let turns = found["crossovers"].as_array().unwrap();
            let segments = expected["top_segments"].as_array().unwrap();
            assert_eq!(turns.len() + 1, segments.len(), "{name}");
            for (turn, pair) in turns.iter().zip(segments.windows(2)) {
                close(&turn["weight"], &pair[1]["from_"], name);
                let top = |segment: &Value| -> Value {
                    segment["top"].as_array().unwrap().iter().map(Value::to_string).collect()
                };
                assert_eq!((&turn["from"], &turn["to"]), (&top(&pair[0]), &top(&pair[1])), "{name}");
            }
        }
    }
    assert_eq!(ran, 8);
}

/// Groups move as a whole; keys stand in the contract's order.
#[test]
fn groups_and_keys() {
    let text = fed(&["sensitivity", "-", "--format", "json"], CARS);
    let order = |keys: &[&str]| keys.iter().map(|key| text.find(&format!("\"{key}\"")).unwrap()).is_sorted();
    assert!(order(&["winner", "criteria", "groups", "exact"]));
    assert!(order(&["criterion", "weight", "keeps_winner", "crossovers", "keeps_order"]));
    let report = json(&text);
    let groups: Vec<&Value> = report["groups"].as_array().unwrap().iter().map(|group| &group["group"]).collect();
    assert_eq!(groups, ["Money", "Style"]);
    assert!((report["groups"][0]["weight"].as_f64().unwrap() - 0.6).abs() < 1e-12);
}

#[test]
fn other_methods_are_searched_and_say_so() {
    let csv = "o,A,B\nx,4,1\ny,1,4\nz,1.5,1.5\n";
    let report = json(&fed(&["sensitivity", "-", "--format", "json", "--method", "weighted-product"], csv));
    assert_eq!((&report["exact"], &report["method"]), (&value!(false), &value!("weighted-product")));
    // x^t and its mirror image: even weights tie.
    assert_eq!(report["winner"], value!(["x", "y"]));
    let turn = &report["criteria"][0]["crossovers"][0];
    assert!((turn["weight"].as_f64().unwrap() - 0.5).abs() < 1e-8, "{turn}");
    assert_eq!((&turn["from"], &turn["to"]), (&value!(["y"]), &value!(["x"])));
}

#[test]
fn the_table_is_short_and_aligned() {
    let csv = "option,Price,Comfort\n#weight,20,80\n#range,0..100,0..100\nA,0,90\nB,100,0\n";
    let expected = "\
Standard input
weighted-sum, normalization value
First: A

Criterion  Who comes then  Weight  Keeps the winner  Keeps the order
Price      above 47\u{202f}% B      20\u{202f}%            0–47\u{202f}%           0–47\u{202f}%
Comfort    below 53\u{202f}% B      80\u{202f}%          53–100\u{202f}%         53–100\u{202f}%

One weight moves alone, the others keep their proportions; locked ones stay.
";
    let text = fed(&["sensitivity", "-"], csv);
    assert_eq!(text, expected);
    let text = fed(&["sensitivity", "-", "--format", "csv"], csv);
    assert!(text.starts_with("kind,name,crossovers,weight,keeps_winner_from,"), "{text}");
    assert!(text.contains("\ncriterion,Price,0.4736842105263"), "{text}");
}

#[test]
fn one_option_and_wrong_parameters() {
    let assert =
        counterpoise(&["sensitivity", "-", "--format", "json"]).write_stdin("o,A,B\nx,1,2\n").assert().success();
    let report = json(std::str::from_utf8(&assert.get_output().stdout).unwrap());
    assert_eq!(report["criteria"][0]["keeps_winner"], value!([0.0, 1.0]));
    let unknown = counterpoise(&["sensitivity", "-", "--param", "v=0.5"]).write_stdin(CARS).assert();
    unknown.code(2).stdout("");
}
