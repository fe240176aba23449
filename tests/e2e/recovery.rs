//! A window that ends otherwise than by being closed leaves its work to the next one.

use eframe::egui::accesskit::Role;

use crate::harness::{Desk, Tree, Window};

fn recovered(tree: &Tree) -> bool {
    tree.texts().iter().any(|text| text.starts_with("Recovered "))
}

/// Moves a weight with keys, and returns what it is then.
fn moved(window: &mut Window<'_>) -> (String, f64) {
    window.press(&["ctrl+1"]);
    let tree = window.wait("focus on a slider", |tree| tree.focus().is_some_and(|(role, _)| role == Role::Slider));
    let name = tree.focus().unwrap().1.to_owned();
    let before = tree.percent(&name).unwrap();
    window.press(&["Right", "Right", "Right"]);
    let tree = window.wait("the weight moved", |tree| tree.percent(&name).unwrap() >= before + 2.9);
    (name.clone(), tree.percent(&name).unwrap())
}

#[test]
fn a_window_that_is_asked_to_end_keeps_what_is_just_being_done() {
    for signal in ["TERM", "HUP"] {
        let desk = Desk::new();
        let mut window = desk.open(&["laptop"]);
        // The weight is still in the hand: it would rest two seconds later.
        let (name, percent) = moved(&mut window);
        window.ask_to_end(signal);
        assert!(window.wait_for_end().success(), "{signal}");

        let mut window = desk.open(&[]);
        let tree = window.wait("what was recovered", recovered);
        assert!((tree.percent(&name).unwrap() - percent).abs() < 1e-9);
    }
}

#[test]
fn a_text_that_is_being_written_is_kept_when_the_window_is_asked_to_end() {
    let desk = Desk::new();
    let mut window = desk.open(&["laptop"]);
    window.press(&["ctrl+i"]);
    window.wait("focus on the title", |tree| tree.focus().is_some_and(|(_, name)| name == "Title"));
    window.press(&["ctrl+a"]);
    window.type_text("Half a title");
    window.wait("the text", |tree| tree.focus_text() == "Half a title");
    window.ask_to_end("TERM");
    assert!(window.wait_for_end().success());

    let mut window = desk.open(&[]);
    window.wait("what was recovered", recovered);
    window.wait("the title", |tree| tree.find(Role::Button, "Title Half a title").is_some());
}

#[test]
fn a_lost_display_loses_nothing_else() {
    let desk = Desk::new();
    let mut window = desk.open(&["laptop"]);
    let (name, percent) = moved(&mut window);
    // Whatever is done next seals it; a second later it must be in the journal.
    window.press(&["Escape", "ctrl+2"]);
    std::thread::sleep(std::time::Duration::from_secs(1));
    desk.display.end();
    window.wait_for_end();

    let desk = desk.on_another_screen();
    let mut window = desk.open(&[]);
    let tree = window.wait("what was recovered", recovered);
    assert!((tree.percent(&name).unwrap() - percent).abs() < 1e-9);
}
