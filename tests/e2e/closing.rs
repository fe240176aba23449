//! Closing loses nothing without asking.

use eframe::egui::accesskit::Role;

use crate::harness::{Desk, Tree};

fn asks(tree: &Tree) -> bool {
    ["Save", "Discard", "Cancel"].iter().all(|name| tree.find(Role::Button, name).is_some())
}

#[test]
fn nothing_changed_is_not_asked_about() {
    let desk = Desk::new();
    let window = desk.open(&["laptop"]);
    window.press(&["ctrl+q"]);
    assert!(window.wait_for_end().success());
}

#[test]
fn unsaved_changes_are_marked_and_asked_about() {
    let desk = Desk::new();
    let mut window = desk.open(&["security-guarantee"]);
    let title = window.wait_for_title(|title| title.ends_with("Counterpoise") && title != "Counterpoise");
    assert!(!title.starts_with('•'), "{title}");
    window.press(&["ctrl+1"]);
    window.wait("focus on a slider", |tree| tree.focus().is_some_and(|(role, _)| role == Role::Slider));
    window.press(&["Right"]);
    window.wait_for_title(|now| now == format!("• {title}"));

    window.press(&["ctrl+q"]);
    window.wait("a question", asks);
    window.press(&["Escape"]);
    window.wait("the question gone", |tree| !asks(tree));

    window.press(&["ctrl+q"]);
    window.wait("a question", asks);
    let focus = window.tree().focus().map(|(_, name)| name.to_owned());
    assert_eq!(focus.as_deref(), Some("Save"), "Enter saves");
    window.press(&["Tab"]);
    window.wait("focus on Discard", |tree| tree.focus() == Some((Role::Button, "Discard")));
    window.press(&["Return"]);
    assert!(window.wait_for_end().success());
}
