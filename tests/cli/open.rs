//! Without a display, or built without the window. Elsewhere than on Linux the window cannot be kept from opening.
#![cfg(any(not(feature = "gui"), target_os = "linux"))]

use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::{contains, starts_with};

use crate::{CARS, Folder, counterpoise, printed};

fn assert_ranks(args: &[&str], source: &str) {
    let one_line = predicates::function::function(|said: &str| said.lines().count() == 1);
    counterpoise(args)
        .assert()
        .success()
        .stdout(printed(&["rank", source]))
        .stderr(starts_with("counterpoise: ").and(contains("this is the ranking instead")).and(one_line));
}

#[test]
fn the_ranking_stands_in_for_the_window() {
    let folder = Folder::with("cars.csv", CARS);
    let cars = folder.name("cars.csv");
    assert_ranks(&[], "security-guarantee");
    assert_ranks(&["open"], "security-guarantee");
    assert_ranks(&["laptop"], "laptop");
    assert_ranks(&["open", "laptop", "--renderer", "wgpu"], "laptop");
    assert_ranks(&["--renderer", "glow", &cars], &cars);
}

#[test]
fn it_is_printed_as_asked_for() {
    let args = ["--format", "csv", "--viewpoint", "Protection above all"];
    let expected = printed(&["rank", "security-guarantee", args[0], args[1], args[2], args[3]]);
    counterpoise(&args).assert().success().stdout(expected);
}

#[test]
fn what_is_not_there_is_told() {
    counterpoise(&["nowhere"]).assert().code(1).stdout("").stderr(contains("called \"nowhere\""));
    counterpoise(&["laptop", "--renderer", "brush"]).assert().code(2).stdout("");
}
