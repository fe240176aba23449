//! The window opens on what it is given, or makes way for the ranking.

use std::fs;
use std::process::Command;

use counterpoise::files::presets;
use eframe::egui::accesskit::Role;

use crate::harness::{Desk, SIZE, run};

#[test]
fn a_preset_is_all_there() {
    let desk = Desk::new();
    let mut window = desk.open(&["security-guarantee"]);
    let document = presets::find("security-guarantee").unwrap().document().unwrap();
    let tree = window.wait("three ranked options", |tree| tree.ranking().len() == 3);

    assert_eq!(window.size(), SIZE);
    let title = window.wait_for_title(|title| !title.is_empty());
    assert!(title.contains(&document.about.title), "{title}");
    let sliders = tree.labels(Role::Slider);
    assert_eq!(tree.order()[0], "Military modernization", "the leader that the article argues for");
    for option in &document.alternatives {
        let head = format!("Option {}", option.name);
        assert!(tree.find(Role::Button, &head).is_some(), "{head}");
    }
    for leaf in document.leaves() {
        assert!(sliders.contains(&leaf.name.as_str()), "slider of {}", leaf.name);
    }
    let cell = tree.find(Role::Cell, "Deterrence of Article 5-type guarantee").expect("a cell");
    assert!(cell.value().is_some_and(|value| value.contains(|c: char| c.is_ascii_digit())), "{:?}", cell.value());
}

#[test]
fn what_cannot_be_read_is_said_in_place_of_a_window() {
    let desk = Desk::new();
    let broken = desk.path("broken.csv");
    fs::write(&broken, "option,Price\nOne,1\nOne,2\n").unwrap();
    let broken = broken.to_str().unwrap();
    let no_display = |mut command: Command| {
        command.env_remove("DISPLAY");
        command
    };
    for source in [broken, "missing.csv"] {
        for command in [desk.command(&[source]), no_display(desk.command(&[source]))] {
            let output = run(command);
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{said}");
            assert!(said.contains(source), "{said}");
            assert!(!said.contains("window"), "{said}");
            assert!(output.stdout.is_empty(), "no ranking either");
        }
    }
}

#[test]
fn without_a_display_the_ranking_is_printed() {
    let desk = Desk::new();
    let mut command = desk.command(&["security-guarantee"]);
    command.env_remove("DISPLAY");
    let output = run(command);
    let said = String::from_utf8(output.stderr).unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(printed.contains("Military modernization"), "{printed}");
}
