//! What ends a drag: the hand, the keyboard, another view, saving, a slider that is gone.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, vec2};
use tempfile::TempDir;

use crate::weights::first_leaf;
use crate::{CTRL, CTRL_SHIFT, Setup, Window, open, open_file, preset, put};

/// A window in which a key has moved the first weight, with the slider's name.
fn moved(mut window: Window) -> (Window, String) {
    let name = first_leaf(&window);
    window.node(Role::Slider, &name).focus();
    window.settle();
    window.key(Key::ArrowRight);
    assert!(window.session().is_dragging(), "keys may go on");
    (window, name)
}

fn steps(window: &Window) -> usize {
    window.session().history().labels().count()
}

#[test]
fn letting_go_of_the_button_ends_it() {
    let mut window = open("security-guarantee");
    let slider = window.slider("Deterrence");
    window.hold(slider.left_center(), &[slider.center()]);
    assert!(window.session().is_dragging());
    window.pointer(slider.center(), false);
    assert!(!window.session().is_dragging());
    assert_eq!(steps(&window), 1);
}

/// However long the hand rests with the button down.
#[test]
fn a_held_button_goes_on() {
    let mut window = open("security-guarantee");
    let slider = window.slider("Deterrence");
    window.hold(slider.left_center(), &[slider.center()]);
    for _ in 0..40 {
        window.harness.step();
    }
    window.event(Event::PointerMoved(slider.right_center()));
    assert_eq!(steps(&window), 1);
}

#[test]
fn leaving_the_slider_ends_it() {
    let (mut window, _) = moved(open("security-guarantee"));
    window.key(Key::Tab);
    assert!(!window.session().is_dragging());
}

#[test]
fn a_pause_ends_it_and_the_next_key_is_another_step() {
    let (mut window, _) = moved(open("security-guarantee"));
    for _ in 0..12 {
        window.harness.step();
    }
    assert!(!window.session().is_dragging());
    window.key(Key::ArrowRight);
    assert_eq!(steps(&window), 2);
}

#[test]
fn another_window_in_front_ends_it() {
    let (mut window, _) = moved(open("security-guarantee"));
    window.harness.input_mut().focused = false;
    window.event(Event::WindowFocused(false));
    assert!(!window.session().is_dragging());
}

#[test]
fn another_view_ends_it() {
    let (mut window, name) = moved(open("security-guarantee"));
    window.keys(CTRL, Key::Num3);
    assert!(!window.session().is_dragging());
    // The keyboard is at the slider again, and goes on with another step.
    window.node(Role::Slider, &name).focus();
    window.settle();
    window.key(Key::ArrowRight);
    assert_eq!(steps(&window), 2);
}

/// In a narrow window the weights take turns with the matrix, and their sliders go.
#[test]
fn a_slider_that_is_gone_ends_it() {
    let narrow = Setup { size: vec2(700.0, 600.0), ..Setup::default() };
    let mut window = narrow.open(preset("security-guarantee"));
    window.keys(CTRL, Key::Num1);
    let (mut window, name) = moved(window);
    window.keys(CTRL, Key::Num2);
    assert!(!window.has(Role::Slider, &name));
    assert!(!window.session().is_dragging());
}

#[test]
fn undo_takes_the_drag_back_and_nothing_else() {
    let (mut window, name) = moved(open("security-guarantee"));
    window.keys(CTRL, Key::Z);
    assert!(!window.session().is_dragging());
    assert!(!window.session().is_unsaved());
    window.node(Role::Slider, &name).focus();
    window.key(Key::ArrowRight);
    assert_eq!(steps(&window), 1);
}

#[test]
fn any_other_action_ends_it() {
    let (mut window, _) = moved(open("security-guarantee"));
    window.keys(CTRL_SHIFT, Key::E);
    assert_eq!(window.undo_label(), Some("Even out the weights"));
    assert_eq!(steps(&window), 2);
}

/// With the hand still on the slider: what is saved is saved, and stays so when the hand goes.
#[test]
fn saving_ends_it() {
    let folder = TempDir::new().unwrap();
    let mut window = open_file(&put(&folder, "security-guarantee", "decision.ron"));
    let slider = window.slider("Deterrence");
    window.hold(slider.left_center(), &[slider.center()]);
    window.keys(CTRL, Key::S);
    assert!(!window.session().is_unsaved());
    window.pointer(slider.center(), false);
    assert!(!window.session().is_unsaved(), "{:?}", window.undo_label());
    assert_eq!(steps(&window), 1);
}

/// A screen reader sets a weight without a focus: each time is a step.
#[test]
fn what_nobody_holds_is_a_step_at_once() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    for (percent, count) in [(40.0, 1), (50.0, 2)] {
        window.node(Role::Slider, &name).set_value_accesskit(percent);
        window.settle();
        assert!(!window.session().is_dragging());
        assert_eq!(steps(&window), count);
    }
}

#[test]
fn alt_in_the_middle_of_a_drag_is_another_step() {
    let (mut window, _) = moved(open("security-guarantee"));
    window.keys(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(steps(&window), 2);
}
