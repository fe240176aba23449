use serde_json::{Value, json};

use crate::{CARS, counterpoise, fed, json, printed};

fn report(args: &[&str], csv: &str) -> Value {
    json(&fed(&[&["compare", "-", "--format", "json"], args].concat(), csv))
}

#[test]
fn every_fitting_method_gives_its_ranks() {
    let csv = "option,Price,Comfort\n#direction,min,max\n#weight,40,60\nA,10,3\nB,20,9\nC,15,4\n";
    let report = report(&[], csv);
    let methods = report["methods"].as_array().unwrap();
    assert_eq!((&methods[0]["method"], &methods[0]["normalization"]), (&json!("weighted-sum"), &json!("value")));
    assert_eq!(methods[0]["ranks"], json!({"A": 2, "B": 1, "C": 3}));
    assert!(methods.len() > 15, "{} methods", methods.len());
    for name in ["spearman", "kendall_tau_b", "weighted_spearman", "ws"] {
        let table = report["agreement"][name].as_array().unwrap();
        assert_eq!(table.len(), methods.len());
        for (at, row) in table.iter().enumerate() {
            assert_eq!(row.as_array().unwrap().len(), methods.len());
            assert!((row[at].as_f64().unwrap() - 1.0).abs() < 1e-12, "{name}: a ranking agrees with itself");
        }
    }
    // Each method is a voter with one vote.
    let points: f64 = report["borda"].as_object().unwrap().values().map(|points| points.as_f64().unwrap()).sum();
    #[expect(clippy::cast_precision_loss, reason = "a count of methods")]
    let votes = methods.len() as f64;
    assert!((points - 3.0 * votes).abs() < 1e-9);
    let copeland: f64 = report["copeland"].as_object().unwrap().values().map(|score| score.as_f64().unwrap()).sum();
    assert!(copeland.abs() < 1e-12);
    // No range is fixed and no option is a baseline.
    let unfit: Vec<&str> =
        report["unfit"].as_array().unwrap().iter().map(|unfit| unfit["method"].as_str().unwrap()).collect();
    assert_eq!(unfit, ["spotis", "pugh"]);
}

#[test]
fn a_normalisation_is_used_where_a_method_takes_it() {
    let report = report(&["--normalization", "min-max"], "option,P,Q\nA,10,3\nB,20,9\nC,15,4\n");
    let of = |id: &str| {
        let methods = report["methods"].as_array().unwrap();
        methods.iter().find(|method| method["method"] == id).unwrap()["normalization"].clone()
    };
    assert_eq!((of("weighted-sum"), of("topsis")), (json!("min-max"), json!("min-max")));
    assert_ne!(of("copras"), json!("min-max"));
}

#[test]
fn what_the_methods_see_differently_is_said() {
    // P differs by a tenth, Q twofold: min-max sees both alike, ratios see Q alone.
    let csv = "option,P,Q\nA,110,11\nB,100,20\nC,100,10\n";
    let sources = report(&[], csv)["sources"].as_array().unwrap().clone();
    assert_eq!((&sources[0]["choice"], &sources[0]["decides"]), (&json!("normalisation"), &json!(true)));
    let table = fed(&["compare", "-"], csv);
    assert!(table.contains("\nWhat matters most is how scores are made comparable"), "{table}");
    assert!(table.contains("\nMethod") && table.contains("\nTOPSIS"), "{table}");
}

#[test]
fn missing_scores_leave_the_methods_that_can_do_without() {
    let report = report(&[], CARS);
    let has = |id: &str| report["methods"].as_array().unwrap().iter().any(|method| method["method"] == id);
    assert!(has("weighted-sum") && has("borda") && !has("topsis"));
    let topsis = report["unfit"].as_array().unwrap().iter().find(|unfit| unfit["method"] == "topsis").unwrap();
    assert!(topsis["reason"].as_str().unwrap().starts_with("Jazz, Economy: there is no score"), "{topsis}");
}

#[test]
fn all_agree_on_an_option_that_is_best_at_everything() {
    let table = fed(&["compare", "-"], "option,P,Q\nA,20,20\nB,10,10\nC,5,5\n");
    assert!(table.contains(" methods put A first."), "{table}");
    assert!(fed(&["compare", "-"], "option,P\nA,20\n").contains("put A first."));
    for format in ["csv", "markdown"] {
        assert!(printed(&["compare", "laptop", "--format", format]).contains("weighted-sum"));
    }
}

#[test]
fn one_method_alone_cannot_be_compared() {
    counterpoise(&["compare", "laptop", "--method", "topsis"]).assert().code(2).stdout("");
}

#[test]
fn methods_that_do_not_fit_for_one_reason_are_named_together() {
    let text = fed(&["compare", "-"], "o,A,B\nx,1,2\ny,3,\n");
    let left_out: Vec<&str> = text.lines().filter(|line| line.starts_with("Left out: ")).collect();
    assert_eq!(left_out.len(), 3, "{text}");
    assert!(left_out[0].starts_with("Left out: y, B: there is no score, and TOPSIS cannot do without;"), "{text}");
    assert!(left_out[0].contains(" The same goes for VIKOR, COPRAS, MOORA"), "{text}");
    assert!(left_out[1].contains("SPOTIS") && left_out[2].contains("Pugh"), "{text}");
}
