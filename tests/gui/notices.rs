//! What is said above the middle and can wait.

use std::path::Path;

use counterpoise::files;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};

use crate::{CTRL, Window, open_file, put};

const CHANGED: &str = "Another program has changed laptop.ron.";

/// Leaves the window and comes back to it.
fn come_back(window: &mut Window) {
    for focused in [false, true] {
        window.harness.input_mut().focused = focused;
        window.harness.event(Event::WindowFocused(focused));
        window.harness.step();
    }
    window.settle();
}

fn title(path: &Path) -> String {
    files::load(path).unwrap().about.title
}

#[test]
fn a_file_that_another_program_has_changed_is_read_again_when_the_user_wants_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = put(&folder, "laptop", "laptop.ron");
    let mut window = open_file(&path);
    come_back(&mut window);
    assert!(!window.has(Role::Alert, CHANGED), "nobody has changed it");
    let (option, leaf) = window.choose_first_cell();
    put(&folder, "job-offer", "laptop.ron");
    come_back(&mut window);
    assert!(window.has(Role::Alert, CHANGED));
    assert_eq!(window.focused(), Some(format!("{leaf} of {option}")), "the keyboard stays where it is");
    window.key(Key::ArrowRight);
    assert_ne!(window.focused(), Some(format!("{leaf} of {option}")), "and nothing is held up");
    window.key(Key::F8);
    assert_eq!(window.focused().as_deref(), Some("Read it again"));
    window.key(Key::Enter);
    assert!(window.session().document().about.title == title(&path));
    assert!(!window.has(Role::Alert, CHANGED));
    assert!(!window.session().is_unsaved());
}

#[test]
fn what_is_kept_is_said_once_for_each_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = put(&folder, "laptop", "laptop.ron");
    let mut window = open_file(&path);
    put(&folder, "job-offer", "laptop.ron");
    come_back(&mut window);
    window.button("Keep what is here");
    assert!(!window.has(Role::Alert, CHANGED));
    assert_ne!(window.session().document().about.title, title(&path));
    come_back(&mut window);
    assert!(!window.has(Role::Alert, CHANGED), "it has been answered");
    put(&folder, "hydro-plants", "laptop.ron");
    come_back(&mut window);
    assert!(window.has(Role::Alert, CHANGED), "another change");
    let (option, leaf) = window.choose_first_cell();
    window.key(Key::F8);
    window.key(Key::ArrowRight);
    window.key(Key::Enter);
    assert_eq!(
        window.focused(),
        Some(format!("{leaf} of {option}")),
        "the keyboard goes back, and nothing is typed by it"
    );
    put(&folder, "office-location", "laptop.ron");
    come_back(&mut window);
    assert!(window.has(Role::Alert, CHANGED), "and another one");
    window.keys(CTRL, Key::S);
    window.button("Overwrite");
    assert!(!window.has(Role::Alert, CHANGED), "what is here is what the file holds");
}
