use serde_json::{Value, json as value};

use crate::{CARS, counterpoise, fed, json};

fn weights(entry: &Value) -> String {
    let weight = |weight: &Value| format!("{}={}", weight["criterion"].as_str().unwrap(), weight["weight"]);
    entry["weights"].as_array().unwrap().iter().map(weight).collect::<Vec<_>>().join(",")
}

/// The weights that are reported really put the option first, as typed.
#[test]
fn reported_weights_do_what_they_say() {
    let more = "o,A,B,C\n#weight,5,3,2\n#direction,min,max,max\nx,10,70,3\ny,14,80,7\nz,8,40,9\nw,11,77,5\nv,15,30,1\n";
    for (csv, normalization) in [(CARS, "value"), (more, "value"), (more, "sum"), (more, "min-max")] {
        let args = ["flips", "-", "--format", "json", "--normalization", normalization];
        let report = json(&fed(&args, csv));
        let mut tried = 0;
        for entry in report["options"].as_array().unwrap() {
            if entry["can_win"] == false {
                assert_eq!((&entry["weights"], &entry["total_change"]), (&Value::Null, &Value::Null));
                continue;
            }
            let weights = weights(entry);
            let args = ["rank", "-", "--format", "json", "--normalization", normalization, "--weights", &weights];
            let ranked = json(&fed(&args, csv));
            let places = ranked["ranking"].as_array().unwrap();
            let place = places.iter().find(|place| place["option"] == entry["option"]).unwrap();
            assert_eq!(place["rank"], 1, "{entry} {ranked}");
            tried += 1;
        }
        assert!(tried > 1);
    }
}

/// Level where Price weighs 40 %, and 20 points of 100 behind: by hand.
#[test]
fn keys_and_figures() {
    let csv = "option,Price,Comfort\n#weight,20,80\n#range,0..100,0..100\nA,20,80\nB,80,40\nC,10,10\n";
    let text = fed(&["flips", "-", "--format", "json"], csv);
    let order = |keys: &[&str]| keys.iter().map(|key| text.find(&format!("\"{key}\"")).unwrap()).is_sorted();
    assert!(order(&[
        "winner",
        "options",
        "can_win",
        "largest_change",
        "total_change",
        "weights",
        "scores",
        "break_even"
    ]));
    let report = json(&text);
    assert_eq!(report["winner"], value!(["A"]));
    let close = |found: &Value, expected: f64| (found.as_f64().unwrap() - expected).abs() < 1e-9;
    let second = &report["options"][1];
    assert!(close(&second["total_change"], 0.4) && close(&second["largest_change"], 0.2), "{second}");
    assert!(close(&second["weights"][0]["weight"], 0.4) && close(&second["weights"][1]["weight"], 0.6), "{second}");
    assert_eq!(report["options"][2]["can_win"], false);
    // A leads B by 20 points of 100: Comfort must give B 25 points more, or A 25 less, and Price cannot.
    let score = |option: &str, criterion: &str| {
        let scores = report["scores"].as_array().unwrap();
        scores.iter().find(|score| score["option"] == option && score["criterion"] == criterion).unwrap()
    };
    assert!(close(&score("B", "Comfort")["now"], 40.0) && close(&score("B", "Comfort")["break_even"], 65.0));
    assert!(close(&score("A", "Comfort")["break_even"], 55.0));
    assert_eq!(score("B", "Price")["break_even"], Value::Null);
}

#[test]
fn the_table_is_sentences() {
    let csv = "option,Price,Comfort\n#weight,20,80\n#range,0..100,0..100\nA,20,80\nB,80,40\n";
    let expected = "\
Standard input
weighted-sum, normalization value

Weights
  A is first already.
  B would rank first if Price rose from 20\u{202f}% to 40\u{202f}% and Comfort fell from 80\u{202f}% to 60\u{202f}%. \
        Price alone would do: from 20\u{202f}% to 40\u{202f}%.

Single scores
  A would lose the first rank at 55 on Comfort (now 80).
  B would rank first with 65 on Comfort (now 40).
";
    assert_eq!(fed(&["flips", "-"], csv), expected);
    let text = fed(&["flips", "-", "--format", "csv"], csv);
    assert!(text.starts_with("option,criterion,can_win,total_change,weight,nearest_weight,score,break_even_score\n"));
    assert_eq!(text.lines().count(), 5);
}

#[test]
fn other_methods_are_refused() {
    let assert = counterpoise(&["flips", "-", "--method", "weighted-product"]).write_stdin(CARS).assert().code(2);
    assert.stdout("").stderr(predicates::str::contains("for weighted-product use sensitivity"));
}
