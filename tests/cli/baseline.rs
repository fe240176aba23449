//! The option that a method compares the others with.

use serde_json::json;

use crate::{CARS, fed, json, refused};

#[test]
fn the_others_are_compared_with_the_option_that_is_named() {
    let report = json(&fed(&["rank", "-", "--format", "json", "--method", "pugh", "--baseline", "fiesta"], CARS));
    let order: Vec<_> = report["ranking"].as_array().unwrap().iter().map(|place| &place["option"]).collect();
    assert_eq!(order, [&json!("Fiesta"), &json!("Corsa"), &json!("Jazz")]);
    assert_eq!(report["ranking"][0]["score"], json!(0.0));
    // Better on the criterion of weight 25, worse on those of 35 and 40.
    let score = report["ranking"][1]["score"].as_f64().unwrap();
    assert!((score + 0.5).abs() < 1e-12, "{score}");
}

#[test]
fn without_one_or_with_an_unknown_one_it_says_what_to_do() {
    let said = refused(&["rank", "-", "--method", "pugh"], CARS);
    assert!(said.contains("no option is marked as one") && said.ends_with("--baseline NAME"), "{said}");
    let said = refused(&["rank", "-", "--baseline", "Polo"], CARS);
    assert!(said.contains("no option \"Polo\"; use one of \"Fiesta\", \"Corsa\", \"Jazz\""), "{said}");
}
