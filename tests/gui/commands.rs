//! Commands: by key, menu and palette.

use counterpoise::app::Command;
use counterpoise::files::presets;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::{CTRL, CTRL_SHIFT, Window, open};

fn head(window: &mut Window, kind: &str, name: &str) {
    let wanted = format!("{kind} {name}, ");
    let is = |label: String| label.starts_with(&wanted);
    window.harness.get_by(|node| node.role() == Role::Button && node.label().is_some_and(is)).click();
    window.settle();
}

#[test]
fn undo_and_redo_by_key_and_by_name() {
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::O);
    window.key(Key::Escape);
    window.keys(CTRL, Key::Num2);
    assert!(window.session().is_unsaved());
    window.button("Edit");
    assert!(window.says("Undo Add option"), "the menu names the step");
    window.key(Key::Escape);
    window.keys(CTRL, Key::Z);
    assert!(!window.session().is_unsaved());
    window.button("Edit");
    assert!(window.says("Redo Add option"));
    window.key(Key::Escape);
    window.keys(CTRL_SHIFT, Key::Z);
    assert!(window.session().is_unsaved());
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Y);
    assert!(window.session().is_unsaved());
    assert!(window.says("Last change: Add option"), "the status bar names the step");
}

#[test]
fn the_palette_lists_every_command_and_filters() {
    let mut window = open("laptop");
    window.keys(CTRL, Key::K);
    for command in Command::all().filter(|command| *command != Command::Commands) {
        assert!(window.says(command.title()), "{command:?}");
    }
    window.text("zoom in");
    assert!(
        window
            .harness
            .query_all_by_role(Role::Button)
            .any(|node| { node.accesskit_node().label().is_some_and(|label| label.starts_with("Zoom in")) })
    );
    assert!(!window.says("Reduce motion"));
    window.key(Key::Enter);
    assert!(window.says("110\u{202f}%"));
    assert!(!window.says("Find a command"), "it closes");
}

#[test]
fn the_palette_is_walked_with_arrows_and_left_with_escape() {
    let mut window = open("laptop");
    window.keys(CTRL, Key::K);
    window.text("theme");
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(window.harness.ctx.theme(), eframe::egui::Theme::Dark);
    window.keys(CTRL, Key::K);
    window.text("no such thing");
    assert!(window.says("No command answers to these words"));
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert!(!window.has(Role::TextInput, "Find a command"));
    assert!(!window.session().is_unsaved());
}

/// Presses keys that all come before the next frame.
fn at_once(window: &mut Window, keys: &[Key]) {
    for key in keys {
        let event =
            Event::Key { key: *key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        window.harness.input_mut().events.push(event);
    }
    window.settle();
}

/// What is typed, the arrows behind it and Enter may all come in one slow frame.
#[test]
fn every_arrow_counts_in_the_palette() {
    let mut window = open("laptop");
    window.keys(CTRL, Key::K);
    window.harness.input_mut().events.push(Event::Text("theme".into()));
    at_once(&mut window, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::Enter]);
    assert_eq!(window.harness.ctx.theme(), eframe::egui::Theme::Light, "the third is the last, the one above is light");
    window.keys(CTRL, Key::K);
    window.text("zoom");
    at_once(&mut window, &[Key::End, Key::PageUp, Key::ArrowDown, Key::Home, Key::Enter]);
    assert!(window.says("110\u{202f}%"), "back at the first, which makes it larger");
}

#[test]
fn every_arrow_counts_in_the_list_of_a_dialog() {
    let mut window = open("blank");
    window.keys(CTRL, Key::N);
    let first = window.focused();
    at_once(&mut window, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::ArrowUp, Key::ArrowUp]);
    assert_eq!(window.focused(), first);
    at_once(&mut window, &[Key::End]);
    assert_ne!(window.focused(), first);
    at_once(&mut window, &[Key::Home, Key::ArrowDown, Key::Enter]);
    let second = presets::ALL[1].document().unwrap();
    assert_eq!(window.session().document().about.title, second.about.title);
}

#[test]
fn the_palette_knows_other_words() {
    let mut window = open("laptop");
    window.command("why");
    assert!(window.focused().unwrap().starts_with("1 "), "the sentence about the lead stands there");
}

#[test]
fn options_are_added_copied_moved_and_deleted() {
    let mut window = open("laptop");
    let names = |window: &Window| window.names().0;
    let before = names(&window);
    window.button(&format!("Option {}", before[0]));
    window.keys(CTRL_SHIFT, Key::O);
    assert_eq!(window.focused().as_deref(), Some("Name of the option"));
    window.keys(CTRL, Key::A);
    window.text("Newcomer");
    window.key(Key::Enter);
    assert_eq!(names(&window)[1], "Newcomer");
    window.command("Duplicate");
    assert_eq!(names(&window)[2], "Newcomer 2");
    window.command("Move down or right");
    assert_eq!(names(&window)[3], "Newcomer 2");
    window.command("Delete");
    assert_eq!(names(&window).len(), before.len() + 1);
    assert!(!names(&window).contains(&"Newcomer 2".to_owned()));
    for _ in 0..5 {
        window.keys(CTRL, Key::Z);
    }
    assert_eq!(names(&window), before);
}

#[test]
fn criteria_and_groups_are_added_moved_and_deleted() {
    let mut window = open("laptop");
    head(&mut window, "Criterion", "Price");
    window.keys(CTRL_SHIFT, Key::K);
    window.keys(CTRL, Key::A);
    window.text("Noise");
    window.key(Key::Enter);
    assert_eq!(window.session().document().leaves()[1].name, "Noise");
    window.command("Move out of the group");
    assert_eq!(window.session().document().criteria[1].name(), "Noise");
    window.command("Move into the group on the left");
    assert_eq!(window.session().document().criteria[0].children().last().unwrap().name(), "Noise");
    window.keys(CTRL_SHIFT, Key::G);
    window.keys(CTRL, Key::A);
    window.text("Empty");
    window.key(Key::Enter);
    assert_eq!(window.session().document().criteria[1].name(), "Empty");
    window.command("Add criterion");
    assert_eq!(window.session().document().criteria[1].children().len(), 1, "it goes into the group that is chosen");
    window.key(Key::Enter);
    head(&mut window, "Group", "Empty");
    window.command("Duplicate");
    assert_eq!(window.session().document().criteria[2].name(), "Empty 2");
    window.command("Delete");
    assert_eq!(window.session().document().criteria[2].name(), "Carrying it");
}

/// Every choice of a dialog is a stop of Tab.
#[test]
fn tab_goes_through_the_choices_of_a_dialog() {
    let mut window = open("blank");
    window.keys(CTRL, Key::N);
    let first = window.focused();
    window.key(Key::Tab);
    assert!(first.is_some());
    assert_ne!(window.focused(), first);
    for _ in 0..4 {
        window.key(Key::Tab);
    }
    window.key(Key::Enter);
    assert_eq!(window.session().document().about.title, "Which laptop should I buy?");
    window.keys(CTRL, Key::E);
    let first = window.focused();
    window.key(Key::Tab);
    assert_ne!(window.focused(), first);
}

/// After a deletion the next one is chosen, or the last.
#[test]
fn deleting_goes_on_to_the_next() {
    let mut window = open("laptop");
    let (options, criteria) = window.names();
    window.button(&format!("Option {}", options[3]));
    window.key(Key::Delete);
    assert_eq!(window.focused(), Some(format!("Option {}", options[4])));
    window.key(Key::Delete);
    assert_eq!(window.focused(), Some(format!("Option {}", options[2])));
    head(&mut window, "Criterion", &criteria[1]);
    window.key(Key::Delete);
    assert!(window.focused().unwrap().starts_with(&format!("Criterion {}, ", criteria[2])));
}

/// What a command does to text that is being written must be no surprise: the text is finished first.
#[test]
fn a_command_lets_a_text_be_finished_first() {
    let mut window = open("security-guarantee");
    let (option, leaf) = window.choose_first_cell();
    window.text("42");
    window.keys(CTRL_SHIFT, Key::E);
    assert_eq!(window.score(&option, &leaf), "42");
    assert_eq!(window.undo_label(), Some("Even out the weights"));
}

/// A cell that cannot be finished must not hold the window up.
#[test]
fn a_command_with_bad_input_in_a_cell() {
    let mut window = open("security-guarantee");
    window.choose_first_cell();
    window.text("plenty");
    window.keys(CTRL_SHIFT, Key::E);
    assert!(window.says("\"plenty\" is not a number"));
    window.key(Key::Escape);
    window.settle();
    assert!(!window.says("plenty"));
}

#[test]
fn ranking_and_matrix_are_copied() {
    let mut window = open("security-guarantee");
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: CTRL_SHIFT };
    let text = window.copied(key(Key::R));
    assert!(text.starts_with("rank\toption\tvalue\tscored\n1\tMilitary modernization\t"), "{text}");
    assert!(window.says("The ranking is on the clipboard."));
    let text = window.copied(key(Key::C));
    assert!(text.contains("#weight\t"), "{text}");
}

#[test]
fn checks_lead_to_their_places() {
    let mut window = open("laptop");
    window.choose_first_cell();
    window.key(Key::Delete);
    window.keys(CTRL, Key::Num3);
    assert!(window.says("missing-scores"));
    let show = window.harness.query_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Show me where: missing-scores"))
    });
    show.unwrap().click();
    window.settle();
    assert!(window.harness.query_all_by_role(Role::Cell).count() > 0, "back in the matrix");
}

#[test]
fn a_remark_is_answered_with_a_reason_and_brought_back() {
    let mut window = open("laptop");
    window.choose_first_cell();
    window.key(Key::Delete);
    window.keys(CTRL, Key::Num3);
    let is_open = |window: &Window| window.session().checks().open.iter().any(|check| check.id == "missing-scores");
    assert!(is_open(&window) && !window.says("Dismissed"));
    window.write("Reason to dismiss missing-scores", "It is not on sale yet");
    assert!(!is_open(&window));
    assert!(window.says("Dismissed") && window.says("It is not on sale yet"));
    assert_eq!(window.undo_label(), Some("Dismiss missing-scores"));
    window.button("Bring back missing-scores");
    assert!(is_open(&window) && !window.says("Dismissed"));
}

#[test]
fn a_preset_is_opened_from_the_dialog() {
    let mut window = open("laptop");
    window.keys(CTRL, Key::N);
    assert!(window.says("New from preset"));
    let row = window
        .harness
        .query_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains("3 options × 9 criteria")));
    row.unwrap().click();
    window.settle();
    assert_eq!(window.session().document().alternatives.len(), 3);
}

#[test]
fn a_context_menu_acts_on_its_place() {
    let mut window = open("laptop");
    let (names, _) = window.names();
    window.node(Role::Button, &format!("Option {}", names[2])).click_secondary();
    window.settle();
    let delete = window.harness.query_all_by_role_and_label(Role::Button, "Delete").last().unwrap();
    delete.click();
    window.settle();
    assert!(!window.session().document().alternatives.iter().any(|option| option.name == names[2]));
}

/// The palette takes the keyboard and must give it on, or back.
#[test]
fn the_keyboard_goes_where_a_command_of_the_palette_wants_it() {
    let mut window = open("laptop");
    for (command, expected) in [("Add option", "Name of the option"), ("Describe the decision", "Title")] {
        window.command(command);
        assert_eq!(window.focused().as_deref(), Some(expected), "{command}");
    }
    let (option, leaf) = window.choose_first_cell();
    window.command("Even out");
    assert_eq!(window.focused(), Some(format!("{leaf} of {option}")), "back where it was");
}

/// A cell that is being written may go out of sight: behind another tab, or scrolled away.
#[test]
fn a_cell_out_of_sight_does_not_hold_commands_up() {
    let mut window = open("security-guarantee");
    let (option, leaf) = window.choose_first_cell();
    window.text("42");
    window.click(Role::Tab, "Checks");
    window.keys(CTRL_SHIFT, Key::E);
    assert_eq!(window.undo_label(), Some("Even out the weights"));
    window.click(Role::Tab, "Matrix");
    assert_eq!(window.score(&option, &leaf), "42");
}

/// A command needs no place in a menu to have a key, a line in the palette and other words for it.
#[test]
fn a_view_is_turned_to_by_key_and_by_other_words() {
    let mut window = open("security-guarantee");
    let shown = |window: &Window| {
        let mut tabs = window.harness.query_all_by_role(Role::Tab).map(|tab| tab.accesskit_node());
        tabs.find(|tab| tab.is_selected() == Some(true)).and_then(|tab| tab.label()).unwrap()
    };
    assert_eq!(shown(&window), "Matrix");
    window.key(Key::F6);
    assert_eq!(shown(&window), "Checks");
    window.key(Key::F6);
    assert_eq!(shown(&window), "Matrix", "the last is followed by the first");
    window.keys(Modifiers::SHIFT, Key::F6);
    assert_eq!(shown(&window), "Checks");
    window.command("scores grid");
    assert_eq!(shown(&window), "Matrix");
    window.command("tab forward");
    assert_eq!(shown(&window), "Checks");
}
