use serde_json::json;

use crate::{CARS, counterpoise, fed, json, printed};

/// A price that is better the higher it is.
const WRONG: &str = "option,Price,Comfort\n#weight,60,40\nA,10,3\nB,20,1\nC,5,1\n";

#[test]
fn a_sound_model_leaves_nothing_to_remark() {
    assert!(printed(&["check", "security-guarantee"]).contains("\nnothing to remark\n"));
    let report = json(&printed(&["check", "security-guarantee", "--format", "json"]));
    assert_eq!(report, json!({"errors": [], "checks": []}));
}

#[test]
fn what_deserves_a_look_is_told_with_its_place() {
    let report = json(&fed(&["check", "-", "--format", "json"], WRONG));
    assert_eq!(report["errors"], json!([]));
    let found = |id: &str| {
        let check = report["checks"].as_array().unwrap().iter().find(|check| check["id"] == id);
        check.unwrap_or_else(|| panic!("{id} in {report}")).clone()
    };
    let direction = found("direction-looks-wrong");
    assert_eq!((&direction["severity"], &direction["where"]), (&json!("warning"), &json!({"criterion": "Price"})));
    assert!(direction["message"].as_str().unwrap().contains("Price"));
    assert!(!direction["remedy"].as_str().unwrap().is_empty());
    let dominated = found("dominated-option");
    assert_eq!((&dominated["severity"], &dominated["where"]), (&json!("note"), &json!({"option": "C"})));

    let table = fed(&["check", "-"], WRONG);
    assert!(table.contains("\nwarning direction-looks-wrong: Price\n  "), "{table}");
    let csv = fed(&["check", "-", "--format", "csv"], WRONG);
    assert!(csv.starts_with("severity,id,where,message,remedy\n"), "{csv}");
    assert!(csv.contains("\nnote,dominated-option,C,"), "{csv}");
    let markdown = fed(&["check", "-", "--format", "markdown"], WRONG);
    assert!(markdown.starts_with("| severity "), "{markdown}");
}

#[test]
fn weights_that_are_asked_for_are_the_ones_checked() {
    let ids = |args: &[&str]| fed(args, CARS).contains("weights-lopsided");
    assert!(!ids(&["check", "-"]));
    assert!(ids(&["check", "-", "--weights", "Price=8,Economy=1,Looks=1"]));
}

#[test]
fn an_error_in_the_file_is_reported_and_exits_with_1() {
    let cases = [
        ("option,Price\nA,cheap\n", json!({"line": 2, "column": 2})),
        ("option,Price\n#colour,red\nA,1\n", json!({"line": 2})),
        ("option,Price\n\"A,1\n", json!({"line": 2, "column": 1})),
        ("option,Price\n", json!({})),
    ];
    for (csv, place) in cases {
        let assert = counterpoise(&["check", "-", "--format", "json"]).write_stdin(csv).assert().code(1);
        let report = json(std::str::from_utf8(&assert.get_output().stdout).unwrap());
        assert_eq!(report["checks"], json!([]));
        assert_eq!(report["errors"].as_array().unwrap().len(), 1);
        assert_eq!(report["errors"][0]["where"], place, "{report}");
        let said = format!("counterpoise: {}\n", report["errors"][0]["message"].as_str().unwrap());
        assert.stderr(said);
        counterpoise(&["check", "-"]).write_stdin(csv).assert().code(1).stdout("");
    }
}

/// A fixed scale whose ends coincide never loads; the same on a local one is only worth a note.
#[test]
fn a_local_scale_without_extent_is_no_error() {
    let report = json(&fed(&["check", "-", "--format", "json"], "option,A,B\nx,1,1\ny,2,1\n"));
    let constant = report["checks"].as_array().unwrap().iter().find(|check| check["id"] == "constant-criterion");
    assert_eq!(constant.unwrap()["severity"], "note");
    counterpoise(&["check", "-"]).write_stdin("option,A\n#range,3..3\nx,3\n").assert().code(1).stdout("");
}
