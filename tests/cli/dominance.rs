use serde_json::json as value;

use crate::{fed, json};

/// Q is beaten everywhere by P; M is beaten by no single option, but by P and R together.
const CSV: &str = "o,A,B\n#range,0..100,0..100\nP,90,10\nQ,80,5\nR,10,90\nM,40,40\n";

#[test]
fn who_dominates_and_who_is_never_best() {
    let report = json(&fed(&["dominance", "-", "--format", "json"], CSV));
    assert_eq!(report["dominates"], value!([["P", "Q"]]));
    assert_eq!(report["undominated"], value!(["P", "R", "M"]));
    assert_eq!(report["never_best"], value!(["Q", "M"]));
    // Weights, even of 0, change nothing.
    let weighted = json(&fed(&["dominance", "-", "--format", "json", "--weights", "A=1,B=0"], CSV));
    assert_eq!(weighted, report);
}

#[test]
fn the_table_says_it_in_words() {
    let expected = "\
Standard input
Whatever the weights

P is first under some weights.
R is first under some weights.
M is never first, though no single option is at least as good everywhere.
Q is nowhere better than P, and never first.
";
    assert_eq!(fed(&["dominance", "-"], CSV), expected);
    let csv = fed(&["dominance", "-", "--format", "csv"], CSV);
    assert!(csv.contains("option,undominated,never_best,dominated_by\n") && csv.contains("\nQ,no,yes,P\n"), "{csv}");
    let markdown = fed(&["dominance", "-", "--format", "markdown"], CSV);
    assert!(markdown.starts_with("| option |"), "{markdown}");
}
