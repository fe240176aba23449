use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::contains;
use serde_json::{Value, json};

use crate::{CARS, Folder, counterpoise, fed, json, printed, refused};

fn report(args: &[&str], csv: &str) -> Value {
    json(&fed(&[&["robustness", "-", "--format", "json"], args].concat(), csv))
}

#[test]
fn keys_are_the_contracts() {
    let text = fed(&["robustness", "-", "--format", "json", "--samples", "2000"], CARS);
    let report = json(&text);
    assert_eq!((&report["samples"], &report["seed"], &report["weights"]), (&json!(2000), &json!(1), &json!("free")));
    let order = |keys: &[&str]| keys.iter().map(|key| text.find(&format!("\"{key}\"")).unwrap()).is_sorted();
    assert!(order(&["samples", "seed", "weights", "ranks", "pairwise", "standard_error"]));
    assert!(order(&["option", "acceptability", "central_weights", "criterion", "weight", "confidence"]));
    let ranks = report["ranks"].as_array().unwrap();
    assert!(ranks.is_sorted_by_key(|option| -option["acceptability"][0].as_f64().unwrap()));
    for option in ranks {
        let sum: f64 = option["acceptability"].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).sum();
        assert!((sum - 1.0).abs() < 1e-12);
        let central: Vec<&str> =
            option["central_weights"].as_array().unwrap().iter().map(|w| w["criterion"].as_str().unwrap()).collect();
        assert_eq!(central, ["Price", "Economy", "Looks"]);
        assert!((0.0..=1.0).contains(&option["confidence"].as_f64().unwrap()));
    }
    let p = |a: &str, b: &str| report["pairwise"][a][b].as_f64().unwrap();
    assert!((p("Corsa", "Jazz") + p("Jazz", "Corsa") - 1.0).abs() < 1e-12);
    assert!(report["pairwise"]["Corsa"].get("Corsa").is_none());
    assert!((report["standard_error"].as_f64().unwrap() - 0.011).abs() < 0.001);
}

#[test]
fn an_option_that_is_never_first_has_no_central_weights() {
    let report = report(&["--samples", "500"], "o,A,B\ngood,2,2\nbad,1,1\n");
    assert_eq!(report["ranks"][0]["acceptability"], json!([1.0, 0.0]));
    assert_eq!(report["ranks"][0]["confidence"], json!(1.0));
    assert_eq!(report["ranks"][1]["central_weights"], Value::Null);
    assert_eq!(report["ranks"][1]["confidence"], json!(0.0));
    assert_eq!(report["pairwise"], json!({"good": {"bad": 1.0}, "bad": {"good": 0.0}}));
    assert_eq!(report["standard_error"], json!(0.0));
}

#[test]
fn information_narrows_the_weights() {
    let csv = "o,A,B\n#weight,60,40\n#range,0..1,0..1\nx,1,0\ny,0,1\n";
    for (information, first) in [("free", 0.5), ("ranked", 1.0), ("within=0.2", 0.75)] {
        let report = report(&["--information", information, "--samples", "20000"], csv);
        assert_eq!(report["weights"], information);
        let found = report["ranks"][0]["acceptability"][0].as_f64().unwrap();
        assert!((found - first).abs() < 0.02, "{information}: {found}");
    }
    // The weights of the command line are the ones in question.
    let report = report(&["--information", "ranked", "--weights", "A=1,B=3", "--samples", "100"], csv);
    assert_eq!(report["ranks"][0]["option"], "y");
}

/// How often A, B and C are the best criterion of three options that have one each, and what is said of the weights.
fn first_under(args: &[&str]) -> (Vec<f64>, Value) {
    let csv = "o,A,\"B, too\",C\n#group,,G,G\n#weight,50,30,20\n#range,0..1,0..1,0..1\na,1,0,0\nb,0,1,0\nc,0,0,1\n";
    let report = report(&[args, &["--samples", "40000"]].concat(), csv);
    let of =
        |name: &str| report["ranks"].as_array().unwrap().iter().find(|rank| rank["option"] == name).unwrap().clone();
    let first = |name: &str| of(name)["acceptability"][0].as_f64().unwrap();
    (["a", "b", "c"].map(first).to_vec(), report)
}

#[test]
fn limits_narrow_the_weights() {
    // Shares of the triangle of weights, by hand.
    let cases: [(&[&str], [f64; 3]); 8] = [
        (&["--limit", "A >= B, too"], [2.0 / 3.0, 0.0, 1.0 / 3.0]),
        (&["--limit", "A >= \"B, too\" >= C"], [1.0, 0.0, 0.0]),
        (&["--limit", "\"B, too\" <= C", "--limit", "2*A - 1 * C <= 0"], [0.0, 0.0, 1.0]),
        (&["--limit", "A = C"], [1.0 / 6.0, 2.0 / 3.0, 1.0 / 6.0]),
        (&["--limit", "G = 0.5"], [1.0, 0.0, 0.0]),
        (&["--limit", "0.2 <= A <= 0.2"], [0.0, 0.5, 0.5]),
        (&["--limit", "-1*A + 0.5 >= 0.5", "--limit", "C + 0.1 <= 1 - B, too"], [f64::NAN; 3]),
        (&["--limit", "A <= C", "--information", "within=0.2"], [0.0, 1.0 / 6.0, 5.0 / 6.0]),
    ];
    for (args, expected) in cases {
        if expected[0].is_nan() {
            // A weighs nothing, and the others at most 0.9 together.
            let said = refused(&[&["robustness", "-"], args].concat(), "o,A,\"B, too\",C\na,1,0,0\n");
            assert!(said.ends_with(
                "no weights meet \"-1*A + 0.5 >= 0.5\" and \"C + 0.1 <= 1 - B, too\" together; change or leave out one of them"
            ), "{said}");
            continue;
        }
        let (found, report) = first_under(args);
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 0.015, "{args:?}: {found}, not {expected}");
        }
        let limits: Vec<&str> =
            args.iter().zip(&args[1..]).filter(|(flag, _)| **flag == "--limit").map(|(_, it)| *it).collect();
        assert_eq!(report["limits"], json!(limits), "{args:?}");
    }
    let (found, report) = first_under(&["--information", "ranked", "--limit", "A <= 0.4"]);
    assert!((found[0] - 1.0).abs() < 1e-12 && report["weights"] == "ranked", "{found:?}");
    assert!(first_under(&[]).1.get("limits").is_none());
}

#[test]
fn limits_that_contradict_each_other_are_named() {
    let ask = |args: &[&str]| refused(&[&["robustness", "-"], args].concat(), "o,A,B\n#weight,60,40\nx,1,0\n");
    let said = ask(&["--limit", "A >= 0.1", "--limit", "B >= 0.7", "--limit", "B <= 0.9", "--information", "ranked"]);
    assert!(
        said.ends_with(
            "no weights meet \"--information ranked\" and \"B >= 0.7\" together; change or leave out one of them"
        ),
        "{said}"
    );
    let said = ask(&["--limit", "A = B", "--limit", "A + B >= 1.5"]);
    assert!(said.ends_with("no weights meet \"A + B >= 1.5\"; change it"), "{said}");
    assert!(ask(&["--limit", "A - A >= 0.5"]).ends_with("no weights meet \"A - A >= 0.5\"; change it"));
    assert!(ask(&["--limit", "1e300*A - 1e300*B >= 2e300"]).contains("no weights meet"));
    assert!(ask(&["--limit", "Price >= 0.5"]).contains("there is no criterion \"Price\"; use one of \"A\", \"B\""));
}

#[test]
fn limits_that_a_document_keeps() {
    let file = r#"(format: 1, decision: (
        criteria: [Criterion((id: "a", name: "A")), Criterion((id: "b", name: "B"))],
        weights: {"a": 1, "b": 1},
        judgements: (limits: [Within("a", 0.25, 0.75), AtLeast("b", "a")]),
        options: [
            (id: "x", name: "x", scores: {"a": (score: Exact(100)), "b": (score: Exact(0))}),
            (id: "y", name: "y", scores: {"a": (score: Exact(0)), "b": (score: Exact(50))}),
        ],
    ))"#;
    let folder = Folder::with("limits.ron", file);
    let path = folder.name("limits.ron");
    let report = json(&printed(&["robustness", &path, "--kept-limits", "--samples", "40000", "--format", "json"]));
    assert_eq!(report["limits"], json!(["0.25 <= A <= 0.75", "B >= A"]));
    // A weighs 0.25 to 0.5, and from a third on x is first.
    assert_eq!(report["ranks"][0]["option"], "x");
    assert!((report["ranks"][0]["acceptability"][0].as_f64().unwrap() - 2.0 / 3.0).abs() < 0.015);
    let said = refused(&["robustness", &path, "--kept-limits", "--limit", "A >= 0.6"], "");
    assert!(said.contains("no weights meet \"A >= 0.6\" and \"B >= A\" together"), "{said}");
    counterpoise(&["robustness", "laptop", "--kept-limits", "--samples", "100"])
        .assert()
        .success()
        .stderr("counterpoise: laptop keeps no limits on weights\n");
}

#[test]
fn the_table_names_the_limits() {
    let text =
        fed(&["robustness", "-", "--samples", "10000", "--limit", "A >= B", "--limit", "B >= 0.1"], "o,A,B\nx,1,0\n");
    assert!(text.contains("10\u{202f}000 samples of any weights that meet A >= B; B >= 0.1, seed 1;"), "{text}");
}

#[test]
fn one_seed_gives_one_result() {
    let text = |seed: &str| fed(&["robustness", "-", "--seed", seed, "--samples", "3000"], CARS);
    assert_eq!(text("7"), text("7"));
    let text = |seed: &str| fed(&["robustness", "-", "--seed", seed, "--samples", "3000", "--format", "json"], CARS);
    assert_ne!(text("7").replace("\"seed\": 7", ""), text("8").replace("\"seed\": 8", ""));
}

#[test]
fn the_table_says_what_it_rests_on() {
    let text = fed(&["robustness", "-", "--samples", "1000"], "o,A,B\n#range,0..1,0..1\ngood,1,1\nbad,0,0\n");
    let expected = "\
Standard input
SMAA-2; acceptabilities in percent

Option  Rank 1, 2, …  Expected rank  Confidence  First
good         100   0            1.0       100\u{202f}%  100\u{202f}%  ██████████
bad            0 100            2.0         0\u{202f}%    0\u{202f}%

good is first in 100\u{202f}% of all weightings; its expected rank is 1.0.
1000 samples of any weights, seed 1; standard error at most 0\u{202f}%.
";
    assert_eq!(text, expected);
    let few = fed(&["robustness", "-", "--samples", "100"], CARS);
    assert!(few.contains("ask for more with --samples"), "{few}");
}

#[test]
fn other_formats_and_presets() {
    let csv = fed(&["robustness", "-", "--samples", "10", "--format", "csv"], "o,A\nx,1\ny,2\n");
    assert_eq!(csv, "option,acceptability of each rank,expected rank,confidence\ny,1 0,1,1\nx,0 1,2,0\n");
    let markdown = printed(&["robustness", "laptop", "--samples", "100", "--format", "markdown"]);
    assert!(markdown.starts_with("| option "), "{markdown}");
}

#[test]
fn wrong_usage_and_wrong_input() {
    let cases: [&[&str]; 10] = [
        &["--limit", "Price"],
        &["--limit", "Price < 1"],
        &["--samples", "0"],
        &["--samples", "-1"],
        &["--samples", "5000000000"],
        &["--seed", "x"],
        &["--information", "within=0"],
        &["--information", "within=nan"],
        &["--information", "some"],
        &["--method", "weighted-product"],
    ];
    for args in cases {
        let args = [&["robustness", "laptop"], args].concat();
        counterpoise(&args).assert().code(2).stdout("").stderr(contains("error: ").and(contains("\u{1b}").not()));
    }
    assert!(refused(&["robustness", "-"], "o,Price\n").contains("there are no options"));
    let mut many = String::from("o,A\n");
    many.extend((0..1001).map(|row| format!("option {row},{row}\n")));
    assert!(refused(&["robustness", "-"], &many).contains("leave at most 1000"));
}
