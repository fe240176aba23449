//! `weights`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Folder, counterpoise, fed, json, printed, refused};

const HOUSE: &str = "\
,size,transport,neighbourhood
size,1,5,3
transport,,1,1/3
neighbourhood,,,
";

const TRANSPORT: &str = "\
criterion,load flexibility,accessibility,cost
best,cost
worst,load flexibility
best-to-others,8,2,1
others-to-worst,1,5,8
";

fn weights(report: &Value) -> Vec<f64> {
    report["weights"].as_array().unwrap().iter().map(|entry| entry["weight"].as_f64().unwrap()).collect()
}

fn close(name: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{name}");
    for (x, y) in found.iter().zip(expected) {
        assert!((x - y).abs() <= tolerance * y.abs().max(1e-3), "{name}: {found:?} {expected:?}");
    }
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn cells(list: &Value) -> Vec<String> {
    let cell = |cell: &Value| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned);
    list.as_array().unwrap().iter().map(cell).collect()
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|place| format!("C{place}")).collect()
}

/// The matrix of a case as decision CSV.
fn decision(case: &Value) -> String {
    let directions = cells(&case["directions"]);
    let rows = case["matrix"].as_array().unwrap().iter().enumerate();
    let mut lines = vec![format!("option,{}", names(directions.len()).join(","))];
    lines.push(format!("#direction,{}", directions.join(",")));
    lines.extend(rows.map(|(row, scores)| format!("{row},{}", cells(scores).join(","))));
    lines.join("\n")
}

/// A matrix of comparisons as a file; without what stands below the diagonal where `half`.
fn matrix(case: &Value, half: bool) -> String {
    let rows = case["matrix"].as_array().unwrap();
    let names = names(rows.len());
    let mut lines = vec![format!(",{}", names.join(","))];
    for (i, row) in rows.iter().enumerate() {
        let row = cells(row).into_iter().enumerate().map(|(j, cell)| if half && j < i { String::new() } else { cell });
        lines.push(format!("{},{}", names[i], row.collect::<Vec<_>>().join(",")));
    }
    lines.join("\n")
}

#[test]
fn computed_cases() {
    let mut ran: BTreeMap<&str, usize> = BTreeMap::new();
    let cases = json(include_str!("../golden/cases.json"));
    for case in cases.as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let expected = &case["expected"];
        let tolerance = case.get("tolerance").map_or(1e-9, |tolerance| tolerance.as_f64().unwrap());
        let count = || case["params"]["n"].to_string();
        let (kind, arg, input) = match case["method"].as_str().unwrap() {
            "weights: entropy" => ("entropy", "-".into(), decision(case)),
            "weights: CRITIC (direction-aware)" => ("critic", "-".into(), decision(case)),
            "weights: standard deviation after minmax" => ("std-dev", "-".into(), decision(case)),
            "weights: equal" => ("equal", "-".into(), decision(case)),
            "rank-order weights: ROC" => ("roc", count(), String::new()),
            "rank-order weights: RS" => ("rank-sum", count(), String::new()),
            "rank-order weights: RR" => ("rank-reciprocal", count(), String::new()),
            "rank-order weights: SR" => ("sum-reciprocal", count(), String::new()),
            "AHP priorities" => ("ahp", "-".into(), matrix(case, false)),
            "BWM (linear model)" => {
                let [best_to_others, others_to_worst] =
                    ["best_to_others", "others_to_worst"].map(|key| cells(&case["params"][key]));
                let names = names(best_to_others.len());
                let chosen = |row: &[String]| names[row.iter().position(|grade| grade == "1").unwrap()].clone();
                let text = format!(
                    "criterion,{}\nbest,{}\nworst,{}\nbest-to-others,{}\nothers-to-worst,{}\n",
                    names.join(","),
                    chosen(&best_to_others),
                    chosen(&others_to_worst),
                    best_to_others.join(","),
                    others_to_worst.join(",")
                );
                ("bwm", "-".into(), text)
            }
            _ => continue,
        };
        let report = json(&fed(&["weights", kind, &arg, "--format", "json"], &input));
        assert_eq!(report["kind"], kind);
        let consistency = &report["consistency"];
        let figure = |key: &str| consistency[key].as_f64().unwrap();
        let given = |key: &str| expected[key].as_f64().unwrap().max(0.0);
        let key = match kind {
            "ahp" => {
                let figures = [figure("lambda_max"), figure("ci"), figure("cr")];
                close(name, &figures, &["lambda_max", "CI", "CR_saaty1980"].map(given), tolerance);
                let half = matrix(case, true);
                let args = ["weights", "ahp", "-", "--format", "json", "--priorities", "geometric-mean"];
                close(name, &weights(&json(&fed(&args, &half))), &numbers(&expected["geometric"]), tolerance);
                "eigen"
            }
            "bwm" => {
                close(name, &[figure("xi"), figure("cr")], &["xi", "input_based_CR"].map(given), tolerance);
                "weights"
            }
            _ => {
                assert!(consistency.is_null());
                "weights"
            }
        };
        close(name, &weights(&report), &numbers(&expected[key]), tolerance);
        *ran.entry(kind).or_default() += 1;
    }
    assert_eq!(ran.values().sum::<usize>(), 48, "{ran:?}");
    assert_eq!(ran.len(), 10, "{ran:?}");
}

#[test]
fn ranks_are_called_by_number() {
    let report = json(&printed(&["weights", "roc", "2", "--format", "json"]));
    let expected = serde_json::json!({
        "kind": "roc",
        "weights": [{"criterion": "1", "weight": 0.75}, {"criterion": "2", "weight": 0.25}],
        "consistency": null,
    });
    assert_eq!(report, expected);
    assert_eq!(printed(&["weights", "roc", "2", "--format", "csv"]), "criterion,weight\n1,0.75\n2,0.25\n");
    let markdown = printed(&["weights", "roc", "2", "--format", "markdown"]);
    assert!(markdown.contains("| 1") && markdown.contains("0.75"), "{markdown}");
}

#[test]
fn for_people() {
    let folder = Folder::with("house.csv", HOUSE);
    let text = printed(&["weights", "ahp", &folder.name("house.csv")]);
    assert!(text.contains("size") && text.contains("\u{202F}%"), "{text}");
    assert!(
        text.contains("Consistency ratio 0.033 (index 0.019, largest eigenvalue 3.039); up to 0.10 is usual."),
        "{text}"
    );
    assert!(text.contains("fits the others least"), "{text}");
    let text = fed(&["weights", "bwm", "-"], TRANSPORT);
    assert!(text.contains("Greatest deviation (xi) 0.036, consistency ratio 0.036."), "{text}");
}

#[test]
fn a_matrix_may_have_gaps_either_half_and_decimal_commas() {
    let found = |text: &str| weights(&json(&fed(&["weights", "ahp", "-", "--format", "json"], text)));
    let expected = [4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0];
    close("upper", &found(",A,B,C\nA,1,2,4\nB,,1,2\nC,,,1\n"), &expected, 1e-12);
    close("lower", &found(",A,B,C\nA\nB,1/2\nC,1/4,1/2\n"), &expected, 1e-12);
    close("gap", &found(",A,B,C\nA,1,2,?\nB,,1,2\nC,,,\n"), &expected, 1e-12);
    close("rows in any order", &found(",A,B,C\nC,,,\nB,,,2\nA,,2,4\n"), &expected, 1e-12);
    close("comma", &found(";A;B;C\nA;1;2;4\nB;0,5;1;2\nC;0,25;0,5;1\n"), &expected, 1e-12);
    close("rounded", &found(",A,B\nA,1,3\nB,0.33,1\n"), &[0.75, 0.25], 1e-12);
    close("alone", &found(",A\nA,1\n"), &[1.0], 1e-12);
}

#[test]
fn the_header_of_best_and_worst_may_begin_at_once() {
    let bare = TRANSPORT.replacen("criterion,", "", 1);
    assert_eq!(
        fed(&["weights", "bwm", "-", "--format", "json"], &bare),
        fed(&["weights", "bwm", "-", "--format", "json"], TRANSPORT)
    );
}

#[test]
fn errors_name_row_and_column() {
    let ahp = [
        (
            ",A,B\nA,1,3\nB,1/4,1\n",
            "row 3 (\"B\"), column 2 (\"A\"): \"B\" is 0.25 times \"A\", but in row 2 \"A\" is 3 times \"B\"",
        ),
        (",A,B\nA,2,3\nB,,1\n", "row 2 (\"A\"), column 2 (\"A\"): \"A\" is 2 times itself"),
        (",A,B\nA,1,x\nB,,1\n", "row 2 (\"A\"), column 3 (\"B\"): \"x\" is not a number"),
        (",A,B\nA,1,1/0\nB,,1\n", "row 2 (\"A\"), column 3 (\"B\"): \"1/0\" is no ratio that can be used"),
        (",A,B\nA,1,-3\nB,,1\n", "row 2 (\"A\"), column 3 (\"B\"): \"-3\" is no ratio that can be used"),
        (",A,B\nA,1,3\nC,,1\n", "row 3: the row is called \"C\", as no column is"),
        (",A,B\nA,1,3\nA,,1\n", "row 3: rows 2 and 3 are both called \"A\""),
        (",A,B\nA,1,3\n", "row 1: there is no row \"B\", but a column"),
        (",A,B\nA,1,3,4\nB,,1\n", "row 2: the row has 4 cells, the header 3"),
        (",A,A\nA,1,3\n", "row 1: two columns are called \"A\""),
        ("nothing\n", "line 1, column 1: the header row names nothing to compare"),
        (",A,B,C,D\nA,,2,,\nB\nC,,,,3\nD\n", "no comparison, direct or over others, joins A and B with C and D"),
    ];
    for (text, expected) in ahp {
        let said = refused(&["weights", "ahp", "-"], text);
        assert!(said.contains(expected), "{said}");
        assert!(said.contains("standard input"), "{said}");
    }
    let bwm = [
        ("best,cost", "best,speed", "row 2: best names \"speed\", which is not in the header"),
        (
            "best-to-others,8,2,1",
            "best-to-others,8,0.5,1",
            "row 4 (\"best-to-others\"), column 3 (\"accessibility\"): \"0.5\" is no grade",
        ),
        ("best-to-others,8,2,1", "best-to-others,8,,1", "column 3 (\"accessibility\"): there is no grade"),
        ("best-to-others,8,2,1", "best-to-others,8,2,2", "cost is compared with itself as 2; write 1"),
        (
            "others-to-worst,1,5,8",
            "others-to-worst,1,5,7",
            "the best, cost, is 8 times the worst, load flexibility, in one place and 7 times",
        ),
        ("worst,load flexibility", "worst,cost", "cost is both the best and the worst"),
        ("worst,load flexibility\n", "", "there is no row worst"),
        ("worst,load flexibility", "best,cost", "row 3: best was already given in row 2"),
        ("worst,load flexibility", "medium,cost", "row 3: no row is called \"medium\""),
    ];
    for (from, to, expected) in bwm {
        let said = refused(&["weights", "bwm", "-"], &TRANSPORT.replacen(from, to, 1));
        assert!(said.contains(expected), "{said}");
    }
    let said = refused(&["weights", "entropy", "-"], "option,A\none,-1\ntwo,3\n");
    assert!(said.contains("A: a share of -1 has no entropy"), "{said}");
    let said = refused(&["weights", "critic", "-"], "option,A,B\none,1,2\ntwo,3,\n");
    assert!(said.contains("two has no score on B"), "{said}");
    assert!(refused(&["weights", "ahp", "nowhere.csv"], "").contains("there is no such file"));
}

#[test]
fn wrong_usage() {
    for args in [
        &["weights", "roc", "0"][..],
        &["weights", "roc", "five"],
        &["weights", "roc", "1000000000000"],
        &["weights", "roc", "3", "--priorities", "eigenvector"],
        &["weights", "guess", "3"],
        &["weights", "roc"],
        &["weights", "roc", "3", "--format", "ron"],
    ] {
        counterpoise(args).assert().code(2).stdout("");
    }
}
