use crate::{CARS, counterpoise, fed, json, printed, refused};

fn weights(args: &[&str], stdin: &str) -> Vec<(String, f64)> {
    let output = counterpoise(args).args(["--format", "json"]).write_stdin(stdin).assert().success();
    let report = json(std::str::from_utf8(&output.get_output().stdout).unwrap());
    let weight = |entry: &serde_json::Value| {
        (entry["criterion"].as_str().unwrap().to_owned(), entry["weight"].as_f64().unwrap())
    };
    report["weights"].as_array().unwrap().iter().map(weight).collect()
}

fn assert_weights(found: &[(String, f64)], expected: &[(&str, f64)]) {
    assert_eq!(found.len(), expected.len());
    for ((name, weight), (expected_name, expected)) in found.iter().zip(expected) {
        assert!(name == expected_name && (weight - expected).abs() < 1e-12, "{found:?}");
    }
}

#[test]
fn typed_weights_are_overall_weights_whatever_the_groups() {
    let found = weights(&["rank", "-", "--weights", "price=3, Looks=1,Economy=4"], CARS);
    assert_weights(&found, &[("Price", 0.375), ("Economy", 0.5), ("Looks", 0.125)]);
}

#[test]
fn a_criterion_that_is_not_named_counts_nothing_and_is_told() {
    let args = ["rank", "-", "--weights", "Looks=5"];
    assert_weights(&weights(&args, CARS), &[("Price", 0.0), ("Economy", 0.0), ("Looks", 1.0)]);
    let assert = counterpoise(&args).write_stdin(CARS).assert().success();
    assert.stderr("counterpoise: --weights does not name Price, Economy: weight 0\n");
}

#[test]
fn names_with_commas_are_quoted() {
    let csv = "o,\"A, b\",x=y\np,1,2\nq,2,1\n";
    let found = weights(&["rank", "-", "--weights", "\"A, b\"=3,x=y=1"], csv);
    assert_weights(&found, &[("A, b", 0.75), ("x=y", 0.25)]);
}

#[test]
fn unknown_and_repeated_names_are_told() {
    let said = refused(&["rank", "-", "--weights", "Comfort=1"], CARS);
    assert!(said.contains("no criterion \"Comfort\"; use one of \"Price\", \"Economy\", \"Looks\""), "{said}");
    let said = refused(&["rank", "-", "--weights", "Price=1,PRICE=2"], CARS);
    assert!(said.contains("names \"Price\" twice"), "{said}");
}

#[test]
fn text_that_is_no_weights_is_wrong_usage() {
    for text in ["", "Price", "Price=-1", "Price=NaN", "Price=0", "\"Price=1"] {
        counterpoise(&["rank", "-", "--weights", text]).write_stdin(CARS).assert().code(2).stdout("");
    }
}

#[test]
fn a_viewpoint_is_found_by_what_a_keyboard_has() {
    let exact = printed(&["rank", "security-guarantee", "--viewpoint", "The article’s argument"]);
    assert_eq!(printed(&["rank", "security-guarantee", "--viewpoint", "the article's ARGUMENT"]), exact);
    let said = refused(&["rank", "security-guarantee", "--viewpoint", "Mine"], "");
    assert!(said.contains("no viewpoint \"Mine\"; use one of \"The article’s argument\", \"Protection"), "{said}");
    let said = refused(&["rank", "-", "--viewpoint", "Mine"], CARS);
    assert!(said.contains("it has none"), "{said}");
}

#[test]
fn options_may_stand_before_the_command() {
    let behind = fed(&["rank", "-", "--format", "csv", "--normalization", "sum"], CARS);
    assert_eq!(fed(&["--format", "csv", "--normalization", "sum", "rank", "-"], CARS), behind);
    let both = ["--viewpoint", "Mine", "rank", "-", "--weights", "Price=1"];
    counterpoise(&both).write_stdin(CARS).assert().code(2);
}
