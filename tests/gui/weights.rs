//! The left panel: sliders, figures, locks, viewpoints.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};

use crate::{CTRL, Setup, Window, open, preset};

pub fn first_leaf(window: &Window) -> String {
    window.session().document().leaves()[0].name.clone()
}

pub fn share(window: &Window, name: &str) -> f64 {
    let session = window.session();
    let entries = session.model().outline().entries();
    let named = |id| session.document().node(id).is_some_and(|node| node.name() == name);
    session.model().share(entries.iter().position(|entry| named(entry.id)).unwrap())
}

/// What each group weighs, to a billionth.
pub fn group_shares(window: &Window) -> Vec<String> {
    let groups = window.session().document().criteria.iter();
    groups.map(|group| format!("{} {:.9}", group.name(), share(window, group.name()))).collect()
}

fn focus(window: &mut Window, name: &str) {
    window.node(Role::Slider, name).focus();
    window.settle();
}

#[track_caller]
pub fn assert_close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

/// A window with as many frames a second as most screens: no pause between two keys.
fn quick() -> Window {
    Setup { step: 1.0 / 60.0, ..Setup::default() }.open(preset("security-guarantee"))
}

#[test]
fn keys_move_a_weight() {
    let mut window = quick();
    let name = first_leaf(&window);
    focus(&mut window, &name);
    let start = (share(&window, &name) * 100.0).round() / 100.0;
    window.key(Key::ArrowRight);
    assert_close(share(&window, &name), start + 0.01);
    window.keys(Modifiers::SHIFT, Key::ArrowRight);
    assert_close(share(&window, &name), start + 0.11);
    window.key(Key::ArrowLeft);
    assert_close(share(&window, &name), start + 0.10);
    window.key(Key::End);
    assert_close(share(&window, &name), 1.0);
    window.key(Key::Home);
    assert_close(share(&window, &name), 0.0);
    assert_eq!(window.session().history().labels().count(), 1, "a run of keys is one step");
    assert!(window.focused().is_some_and(|focused| focused == name), "the slider keeps the keyboard");
}

#[test]
fn up_and_down_move_a_weight_too() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    focus(&mut window, &name);
    let start = (share(&window, &name) * 100.0).round() / 100.0;
    window.key(Key::ArrowUp);
    assert_close(share(&window, &name), start + 0.01);
    window.keys(Modifiers::SHIFT, Key::ArrowDown);
    assert_close(share(&window, &name), start - 0.09);
    assert_eq!(window.focused(), Some(name));
}

/// A figure needs no way to its field: it is typed where the slider is.
#[test]
fn a_percentage_is_typed_on_the_slider() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    focus(&mut window, &name);
    window.text("1");
    assert_eq!(window.focused(), Some(format!("Weight of {name} in percent")));
    window.text("2.5");
    window.key(Key::Enter);
    assert_close(share(&window, &name), 0.125);
    assert_eq!(window.focused().as_ref(), Some(&name), "the keyboard goes on at the slider");
    window.text("7");
    window.key(Key::Escape);
    assert_close(share(&window, &name), 0.125);
    assert_eq!(window.focused(), Some(name));
}

#[test]
fn tab_goes_from_slider_to_figure_to_lock() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    focus(&mut window, &name);
    window.key(Key::Tab);
    assert_eq!(window.focused(), Some(format!("Weight of {name} in percent")));
    window.key(Key::Tab);
    assert_eq!(window.focused(), Some(format!("Lock {name}")));
}

/// What a locked weight is remains to be read: it is no control that is greyed out.
#[test]
fn the_figure_of_a_locked_weight_is_text() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    window.button(&format!("Lock {name}"));
    let field = format!("Weight of {name} in percent");
    assert!(!window.has(Role::TextInput, &field));
    assert!(window.has(Role::Label, &format!("Weight of {name}: 22\u{202f}%")));
}

/// Home and End are as far as it goes; from an end the way back is open.
#[test]
fn a_weight_returns_from_both_ends() {
    let mut window = quick();
    let name = first_leaf(&window);
    focus(&mut window, &name);
    let before = window.session().model().weights().to_vec();
    window.key(Key::End);
    window.key(Key::Home);
    window.keys(CTRL, Key::Z);
    for (before, after) in before.iter().zip(window.session().model().weights()) {
        assert_close(*before, *after);
    }
}

#[test]
fn alt_keeps_the_movement_within_the_group() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    let groups = group_shares(&window);
    focus(&mut window, &name);
    let start = share(&window, &name);
    window.keys(Modifiers::ALT, Key::ArrowRight);
    assert!(share(&window, &name) > start);
    assert_eq!(group_shares(&window), groups);
}

#[test]
fn the_ranking_follows_a_weight() {
    let mut window = open("security-guarantee");
    let before = window.ranking();
    for name in window.names().1 {
        focus(&mut window, &name);
        window.key(Key::End);
        if window.ranking() != before {
            return;
        }
    }
    panic!("no weight at 100 % changes the order");
}

#[test]
fn a_screen_reader_moves_a_weight() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    window.node(Role::Slider, &name).set_value_accesskit(40.0);
    window.settle();
    assert_close(share(&window, &name), 0.4);
    window.node(Role::Slider, &name).increment_accesskit();
    window.settle();
    assert_close(share(&window, &name), 0.41);
}

#[test]
fn a_percentage_is_typed() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    let field = format!("Weight of {name} in percent");
    for (text, share_then) in [("40", 0.4), ("12,5 %", 0.125), ("33.3", 0.333)] {
        window.write(&field, text);
        assert_close(share(&window, &name), share_then);
    }
    let before = share(&window, &name);
    window.write(&field, "a lot");
    assert_close(share(&window, &name), before);
    assert!(window.says("\"a lot\" is not a number"));
    window.write(&field, "400");
    assert_close(share(&window, &name), 1.0);
}

#[test]
fn locks_hold_a_weight() {
    let mut window = open("security-guarantee");
    let (_, names) = window.names();
    let held = share(&window, &names[1]);
    window.button(&format!("Lock {}", names[1]));
    assert!(window.has(Role::Button, &format!("Unlock {}", names[1])));
    focus(&mut window, &names[0]);
    window.key(Key::End);
    assert_close(share(&window, &names[1]), held);
    assert_close(share(&window, &names[0]), 1.0 - held);
    window.button("Unlock all");
    assert!(!window.has(Role::Button, "Unlock all"));
    focus(&mut window, &names[0]);
    window.key(Key::End);
    assert_close(share(&window, &names[1]), 0.0);
}

#[test]
fn a_locked_slider_does_not_move() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    let held = share(&window, &name);
    window.button(&format!("Lock {name}"));
    focus(&mut window, &name);
    window.key(Key::End);
    window.node(Role::Slider, &name).click();
    window.settle();
    assert_close(share(&window, &name), held);
}

#[test]
fn even_out_and_reset() {
    let mut window = open("security-guarantee");
    let before = window.session().model().weights().to_vec();
    window.button("Even out");
    let even = 1.0 / f64::from(u32::try_from(before.len()).unwrap());
    for weight in window.session().model().weights() {
        assert_close(*weight, even);
    }
    window.button("Reset");
    assert_eq!(window.session().model().weights(), before);
}

#[test]
fn a_viewpoint_is_chosen_from_the_list() {
    let mut window = open("security-guarantee");
    assert_eq!(window.ranking()[0], "Military modernization");
    let list = viewpoint_name(&window);
    window.click(Role::ComboBox, &list);
    window.button("Protection above all");
    assert_ne!(window.ranking()[0], "Military modernization");
    assert!(window.has(Role::ComboBox, "Viewpoint Protection above all"));
    assert_eq!(window.undo_label(), Some("Viewpoint Protection above all"));
}

fn viewpoint_name(window: &Window) -> String {
    let document = window.session().document();
    let chosen = document.viewpoint.and_then(|id| document.viewpoint(id));
    format!("Viewpoint {}", chosen.map_or("No viewpoint", |viewpoint| &viewpoint.name))
}

/// By key as by mouse: what is chosen closes the list, and the keyboard is where the list was opened.
#[test]
fn a_list_closes_on_what_is_chosen_by_key() {
    let mut window = open("security-guarantee");
    let before = viewpoint_name(&window);
    window.node(Role::ComboBox, &before).focus();
    window.settle();
    window.key(Key::Enter);
    assert!(window.has(Role::Button, "Protection above all"), "the list is open");
    for key in [Key::Tab, Key::Tab, Key::Enter] {
        window.key(key);
    }
    let after = viewpoint_name(&window);
    assert_ne!(after, before, "another viewpoint");
    assert!(!window.has(Role::Button, "Protection above all"), "the list is closed");
    assert_eq!(window.focused().as_deref(), Some(after.as_str()));
}

#[test]
fn a_viewpoint_is_saved_renamed_and_deleted() {
    let mut window = open("security-guarantee");
    window.command("Save viewpoint");
    window.fill("Name of the viewpoint", "Mine");
    window.button("Save");
    assert!(window.has(Role::ComboBox, "Viewpoint Mine"));
    window.command("Rename viewpoint");
    window.fill("Name of the viewpoint", "Protection above all");
    window.button("Rename");
    assert!(window.says("is taken; choose another name"), "the dialog stays, with the reason");
    window.fill("Name of the viewpoint", "Ours");
    window.button("Rename");
    assert!(window.has(Role::ComboBox, "Viewpoint Ours"));
    window.command("Delete viewpoint");
    assert!(window.has(Role::ComboBox, "Viewpoint No viewpoint"));
}

/// A new name is typed in place of the old one, as everywhere.
#[test]
fn renaming_a_viewpoint_replaces_its_name() {
    let mut window = open("security-guarantee");
    window.command("Rename viewpoint");
    window.text("Ours");
    window.key(Key::Enter);
    assert!(window.has(Role::ComboBox, "Viewpoint Ours"));
}

#[test]
fn a_viewpoint_needs_a_name() {
    let mut window = open("security-guarantee");
    let count = window.session().document().viewpoints.len();
    window.command("Save viewpoint");
    window.button("Save");
    assert!(window.says("Give it a name"));
    window.key(Key::Escape);
    assert!(!window.says("Save the weights as a viewpoint"));
    assert_eq!(window.session().document().viewpoints.len(), count);
}

#[test]
fn enter_answers_a_dialog() {
    let mut window = open("security-guarantee");
    window.command("Save viewpoint");
    window.text("Mine");
    window.key(Key::Enter);
    assert!(window.has(Role::ComboBox, "Viewpoint Mine"));
}
