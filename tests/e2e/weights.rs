//! A weight is moved by keys, the ranking answers, and the file holds what was seen.

use counterpoise::files;
use counterpoise::session::Session;
use eframe::egui::accesskit::Role;

use crate::harness::{Desk, Tree, Window};

/// Moves the weight of deterrence to its end, so that the lead changes hands, and returns the new order.
fn move_deterrence(window: &mut Window<'_>) -> Vec<String> {
    let before = window.wait("three ranked options", |tree| tree.ranking().len() == 3).order();
    window.press(&["ctrl+1"]);
    window.wait("focus on the slider", |tree| tree.focus() == Some((Role::Slider, "Deterrence")));
    window.press(&["End"]);
    let after = window.wait("another leader", |tree| tree.order()[0] != before[0]).order();
    assert_eq!(after[0], "Article 5-type guarantee");
    after
}

fn weight_of_deterrence(window: &mut Window<'_>) -> f64 {
    window.tree().percent("Deterrence").expect("a slider")
}

#[test]
fn arrow_keys_step_and_undo_takes_them_back() {
    let desk = Desk::new();
    let mut window = desk.open(&["security-guarantee"]);
    window.press(&["ctrl+1"]);
    window.wait("focus on the slider", |tree| tree.focus() == Some((Role::Slider, "Deterrence")));
    let before = weight_of_deterrence(&mut window);
    let is = |percent: f64| {
        move |tree: &Tree| tree.percent("Deterrence").is_some_and(|shown| (shown - percent).abs() < 0.05)
    };
    window.press(&["Right"]);
    window.wait("one percent more", is(before.round() + 1.0));
    window.press(&["shift+Right"]);
    window.wait("ten percent more", is(before.round() + 11.0));
    window.press(&["ctrl+z"]);
    window.wait("what was before", is(before));
}

#[test]
fn the_lead_changes_hands_and_the_file_keeps_it() {
    let desk = Desk::new();
    let file = desk.path("moved.ron");
    let mut window = desk.open(&["security-guarantee"]);
    let order = move_deterrence(&mut window);
    let weight = weight_of_deterrence(&mut window);
    window.wait_for_title(|title| title.starts_with('•'));

    window.press(&["ctrl+shift+s"]);
    window.wait("a box for the path", |tree| tree.focus() == Some((Role::TextInput, "Path")));
    window.press(&["ctrl+a"]);
    window.type_text(file.to_str().unwrap());
    window.press(&["Return"]);
    window.wait_for_title(|title| title == "moved.ron - Counterpoise");
    window.kill();

    let saved = Session::new(files::load(&file).unwrap());
    let first = saved.derived().ranking().order()[0] as usize;
    assert_eq!(saved.document().alternatives[first].name, order[0]);

    let mut window = desk.open(&[file.to_str().unwrap()]);
    let again = window.wait("three ranked options", |tree| tree.ranking().len() == 3).order();
    assert_eq!(again, order);
    let difference = weight_of_deterrence(&mut window) - weight;
    assert!(difference.abs() < 0.05, "{difference}");
}
