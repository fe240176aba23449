//! A weight is moved by keys and by the mouse, the ranking answers, and the file holds what was seen.

use counterpoise::files;
use counterpoise::session::Session;
use eframe::egui::accesskit::Role;
use eframe::egui::vec2;

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

/// True of a window in which the weight of deterrence is so many percent.
fn is(percent: f64) -> impl Fn(&Tree) -> bool {
    move |tree| tree.percent("Deterrence").is_some_and(|shown| (shown - percent).abs() < 0.05)
}

#[test]
fn arrow_keys_step_and_undo_takes_them_back() {
    let desk = Desk::new();
    let mut window = desk.open(&["security-guarantee"]);
    window.press(&["ctrl+1"]);
    window.wait("focus on the slider", |tree| tree.focus() == Some((Role::Slider, "Deterrence")));
    let before = weight_of_deterrence(&mut window);
    window.press(&["Right"]);
    window.wait("one percent more", is(before.round() + 1.0));
    window.press(&["shift+Right"]);
    window.wait("ten percent more", is(before.round() + 11.0));
    window.press(&["ctrl+z"]);
    window.wait("what was before", is(before));
}

#[test]
fn the_mouse_drags_a_slider_and_the_ranking_follows() {
    let desk = Desk::new();
    let mut window = desk.open(&["security-guarantee"]);
    let tree = window.wait("three ranked options", |tree| tree.ranking().len() == 3);
    let (before, order) = (tree.percent("Deterrence").expect("a slider"), tree.order());
    let middle = tree.middle(Role::Slider, "Deterrence");
    window.point(middle);
    window.hold(true);
    // A frame takes a press for one at the place where the mouse is when the frame begins; until it has been seen, the
    // mouse stays on the slider.
    window.point(middle + vec2(20.0, 0.0));
    window.wait("the weight on the move", |tree| tree.percent("Deterrence").is_some_and(|shown| shown > 51.0));
    for step in 1..=10_u8 {
        window.point(middle + vec2(f32::from(step) * 30.0, f32::from(step) * 4.0));
    }
    // Still held: the answer comes while the weight moves.
    let moved = window.wait("all the weight", is(100.0)).order();
    assert_eq!(moved[0], "Article 5-type guarantee");
    window.point(middle);
    window.wait("half of the weight", is(50.0));
    window.hold(false);
    window.point(middle + vec2(60.0, 0.0));
    window.wait("what it was let go at", is(50.0));
    window.press(&["ctrl+z"]);
    let tree = window.wait("one step takes the whole drag back", is(before));
    assert_eq!(tree.order(), order);
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
    let first = saved.model().ranking().order()[0] as usize;
    assert_eq!(saved.document().alternatives[first].name, order[0]);

    let mut window = desk.open(&[file.to_str().unwrap()]);
    let again = window.wait("three ranked options", |tree| tree.ranking().len() == 3).order();
    assert_eq!(again, order);
    let difference = weight_of_deterrence(&mut window) - weight;
    assert!(difference.abs() < 0.05, "{difference}");
}
