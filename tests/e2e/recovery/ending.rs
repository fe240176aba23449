//! Asked to end, or left without a display.

use std::thread;

use super::{KEPT, even_out, is_at, kept, moved, push, put, recovered};
use crate::harness::Desk;
use eframe::egui::accesskit::Role;

#[test]
fn a_window_that_is_asked_to_end_keeps_what_is_just_being_done() {
    for signal in ["TERM", "HUP", "INT"] {
        let desk = Desk::new();
        let mut window = desk.open(&["laptop"]);
        // The weight is still in the hand: it would rest two seconds later.
        let weight = moved(&mut window);
        window.ask_to_end(signal);
        assert!(window.wait_for_end().success(), "{signal}");
        assert_eq!(kept(&desk, "journal").len(), 1, "{signal}");

        let mut window = desk.open(&[]);
        let tree = window.wait("what was recovered", recovered);
        assert!(is_at(&tree, &weight), "{signal}");
    }
}

#[test]
fn a_window_that_is_asked_to_end_with_nothing_unsaved_leaves_no_journal() {
    let desk = Desk::new();
    let file = put(&desk, "laptop.ron");
    let mut window = desk.open(&[&file]);
    even_out(&mut window);
    thread::sleep(KEPT);
    window.press(&["ctrl+s"]);
    thread::sleep(KEPT);
    window.ask_to_end("TERM");
    assert!(window.wait_for_end().success());
    assert!(kept(&desk, "journal").is_empty() && kept(&desk, "open").is_empty());
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
fn an_open_question_does_not_hold_up_whoever_asks_the_window_to_end() {
    let desk = Desk::new();
    let mut window = desk.open(&["laptop"]);
    even_out(&mut window);
    window.press(&["ctrl+q"]);
    window.wait("a question", |tree| tree.find(Role::Button, "Cancel").is_some());
    window.ask_to_end("TERM");
    assert!(window.wait_for_end().success());
    let mut window = desk.open(&[]);
    window.wait("what was recovered", recovered);
}

#[test]
fn a_lost_display_loses_nothing_else() {
    let desk = Desk::new();
    let mut window = desk.open(&["laptop"]);
    let weight = moved(&mut window);
    // Whatever is done next seals it; a second later it must be in the journal.
    window.press(&["Escape", "ctrl+2"]);
    thread::sleep(KEPT);
    desk.display.end();
    window.wait_for_end();

    let desk = desk.on_another_screen();
    let mut window = desk.open(&[]);
    let tree = window.wait("what was recovered", recovered);
    assert!(is_at(&tree, &weight));
}

#[test]
fn a_document_that_is_closed_leaves_no_journal() {
    let desk = Desk::new();
    let file = put(&desk, "laptop.ron");
    for answer in ["Save", "Discard"] {
        let mut window = desk.open(&[&file]);
        even_out(&mut window);
        // Not what the file holds, when the weights are even there already.
        moved(&mut window);
        thread::sleep(KEPT);
        assert_eq!(kept(&desk, "journal").len(), 1);
        window.press(&["Escape", "ctrl+q"]);
        push(&mut window, answer);
        assert!(window.wait_for_end().success());
        assert!(kept(&desk, "journal").is_empty() && kept(&desk, "open").is_empty(), "{answer}");
        let mut window = desk.open(&[]);
        assert!(!recovered(&window.tree()));
    }
}
