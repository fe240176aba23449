//! The keyboard in the matrix.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};

use egui_kittest::kittest::Queryable;

use crate::{CTRL, Window, open};

/// A matrix of numbers: options and criteria by name, the first cell chosen.
fn numbers() -> (Window, Vec<String>, Vec<String>) {
    let mut window = open("security-guarantee");
    let (options, leaves) = window.names();
    window.choose_first_cell();
    (window, options, leaves)
}

#[track_caller]
fn assert_at(window: &Window, option: &str, criterion: &str) {
    assert_eq!(window.focused(), Some(format!("{criterion} of {option}")));
}

#[test]
fn arrows_walk_and_stop_at_the_edges() {
    let (mut window, options, leaves) = numbers();
    window.key(Key::ArrowRight);
    assert_at(&window, &options[0], &leaves[1]);
    window.key(Key::ArrowDown);
    assert_at(&window, &options[1], &leaves[1]);
    window.key(Key::End);
    assert_at(&window, &options[1], leaves.last().unwrap());
    window.key(Key::ArrowRight);
    assert_at(&window, &options[1], leaves.last().unwrap());
    window.keys(CTRL, Key::End);
    assert_at(&window, options.last().unwrap(), leaves.last().unwrap());
    window.key(Key::ArrowDown);
    assert_at(&window, options.last().unwrap(), leaves.last().unwrap());
    window.key(Key::Home);
    assert_at(&window, options.last().unwrap(), &leaves[0]);
    window.key(Key::ArrowLeft);
    assert_eq!(window.focused(), Some(format!("Option {}", options.last().unwrap())));
    window.key(Key::ArrowRight);
    window.keys(CTRL, Key::Home);
    window.key(Key::ArrowUp);
    assert!(window.focused().is_some_and(|name| name.starts_with(&format!("Criterion {}", leaves[0]))));
    window.key(Key::ArrowUp);
    assert!(window.focused().is_some_and(|name| name.starts_with("Group ")));
}

#[test]
fn tab_wraps_from_row_to_row() {
    let (mut window, options, leaves) = numbers();
    for _ in 0..leaves.len() {
        window.key(Key::Tab);
    }
    assert_at(&window, &options[1], &leaves[0]);
    window.keys(Modifiers::SHIFT, Key::Tab);
    assert_at(&window, &options[0], leaves.last().unwrap());
}

/// Tab must not be a trap: at the last cell it leaves the matrix.
#[test]
fn tab_leaves_the_matrix_at_its_end() {
    let (mut window, options, leaves) = numbers();
    window.keys(CTRL, Key::End);
    window.key(Key::End);
    assert_at(&window, options.last().unwrap(), leaves.last().unwrap());
    window.key(Key::Tab);
    assert!(window.focused().is_some_and(|name| !name.contains(" of ")), "{:?}", window.focused());
}

#[test]
fn typing_replaces_a_score() {
    let (mut window, options, leaves) = numbers();
    window.text("4");
    window.text("2,5");
    window.key(Key::Enter);
    assert_eq!(window.score(&options[0], &leaves[0]), "42.5");
    assert_at(&window, &options[1], &leaves[0]);
    window.text("10..30");
    window.key(Key::Tab);
    assert_eq!(window.score(&options[1], &leaves[0]), "10..30");
    assert_at(&window, &options[1], &leaves[1]);
}

#[test]
fn enter_and_f2_edit_what_is_there() {
    for key in [Key::Enter, Key::F2] {
        let (mut window, options, leaves) = numbers();
        window.text("42");
        window.key(Key::Enter);
        window.key(Key::ArrowUp);
        window.key(key);
        window.text("5");
        window.key(Key::Enter);
        assert_eq!(window.score(&options[0], &leaves[0]), "425", "{key:?}");
    }
}

#[test]
fn escape_takes_back_what_was_typed() {
    let (mut window, options, leaves) = numbers();
    let before = window.score(&options[0], &leaves[0]);
    window.text("42");
    window.key(Key::Escape);
    assert_eq!(window.score(&options[0], &leaves[0]), before);
    assert_at(&window, &options[0], &leaves[0]);
    assert!(!window.session().is_unsaved());
}

#[test]
fn bad_input_stays_with_its_reason_and_changes_nothing() {
    let (mut window, options, leaves) = numbers();
    window.text("plenty");
    window.key(Key::Enter);
    assert!(window.says("\"plenty\" is not a number"), "the reason");
    assert_eq!(window.field(&format!("Score, {}", leaves[0])).value().as_deref(), Some("plenty"));
    assert!(!window.session().is_unsaved());
    window.keys(CTRL, Key::A);
    window.text("50");
    window.key(Key::Enter);
    assert_eq!(window.score(&options[0], &leaves[0]), "50");
}

#[test]
fn a_click_elsewhere_hands_over_what_was_typed() {
    let (mut window, options, leaves) = numbers();
    window.text("42");
    window.click_cell(&options[2], &leaves[3]);
    assert_eq!(window.score(&options[0], &leaves[0]), "42");
    assert_at(&window, &options[2], &leaves[3]);
}

#[test]
fn bad_input_is_not_left_behind_by_a_click_elsewhere() {
    let (mut window, options, leaves) = numbers();
    window.text("plenty");
    window.click_cell(&options[2], &leaves[3]);
    assert_eq!(window.field(&format!("Score, {}", leaves[0])).value().as_deref(), Some("plenty"));
    assert!(window.says("\"plenty\" is not a number"));
    assert!(!window.session().is_unsaved());
}

#[test]
fn delete_clears_a_rectangle() {
    let (mut window, options, leaves) = numbers();
    window.keys(Modifiers::SHIFT, Key::ArrowRight);
    window.keys(Modifiers::SHIFT, Key::ArrowDown);
    window.key(Key::Delete);
    for option in &options[..2] {
        for leaf in &leaves[..2] {
            assert_eq!(window.score(option, leaf), "missing");
        }
    }
    assert_ne!(window.score(&options[2], &leaves[0]), "missing");
    assert_eq!(window.undo_label(), Some("Clear 4 scores"));
}

#[test]
fn a_rectangle_is_copied_and_pasted() {
    let (mut window, options, leaves) = numbers();
    window.keys(Modifiers::SHIFT, Key::ArrowRight);
    window.keys(Modifiers::SHIFT, Key::ArrowDown);
    let text = window.copied(Event::Copy);
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1][1], window.score(&options[1], &leaves[1]));
    let expected: Vec<String> = rows.concat().into_iter().map(str::to_owned).collect();
    window.click_cell(&options[1], &leaves[4]);
    window.event(Event::Paste(text));
    let found = [(1, 4), (1, 5), (2, 4), (2, 5)].map(|(row, column)| window.score(&options[row], &leaves[column]));
    assert_eq!(found.to_vec(), expected);
    assert_eq!(window.undo_label().map(|label| label.starts_with("Paste")), Some(true));
}

#[test]
fn a_spreadsheet_is_pasted_and_a_bad_one_refused() {
    let (mut window, options, leaves) = numbers();
    window.event(Event::Paste("1,5\t2\r\n3\t\r\n".into()));
    assert_eq!(window.score(&options[0], &leaves[0]), "1.5");
    assert_eq!(window.score(&options[1], &leaves[1]), "missing");
    let state = window.session().history().state();
    window.click_cell(&options[0], &leaves[0]);
    window.event(Event::Paste("1\nplenty\n".into()));
    assert!(window.says("Nothing was pasted."));
    assert_eq!(window.session().history().state(), state);
}

#[test]
fn cut_copies_and_clears() {
    let (mut window, options, leaves) = numbers();
    let before = window.score(&options[0], &leaves[0]);
    assert_eq!(window.copied(Event::Cut).trim_end(), before);
    assert_eq!(window.score(&options[0], &leaves[0]), "missing");
}

/// Ctrl+C while a cell is being written belongs to the text in it.
#[test]
fn the_clipboard_belongs_to_the_text_while_writing() {
    let (mut window, options, leaves) = numbers();
    let state = window.session().history().state();
    window.key(Key::Enter);
    window.keys(CTRL, Key::A);
    window.event(Event::Paste("77".into()));
    assert_eq!(window.session().history().state(), state);
    window.key(Key::Enter);
    assert_eq!(window.score(&options[0], &leaves[0]), "77");
}

#[test]
fn a_level_is_typed_by_name() {
    let mut window = open("laptop");
    let option = window.session().document().alternatives[0].name.clone();
    window.click_cell(&option, "Repairability");
    window.text("battery AND storage");
    window.key(Key::Enter);
    assert_eq!(window.score(&option, "Repairability"), "Battery and storage");
    window.click_cell(&option, "Repairability");
    window.text("glued");
    window.key(Key::Enter);
    assert!(window.says("is no level here; use Sealed, Battery and storage"));
}

#[test]
fn alt_and_arrows_move_rows_and_columns() {
    let (mut window, options, leaves) = numbers();
    window.button(&format!("Option {}", options[0]));
    window.keys(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.session().document().alternatives[1].name, options[0]);
    assert!(window.focused().is_some_and(|name| name.contains(&options[0])), "the keyboard goes along");
    let head = format!("Criterion {}", leaves[0]);
    let node =
        window.harness.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&head)));
    node.click();
    window.settle();
    window.keys(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.session().document().leaves()[1].name, leaves[0]);
}

/// A key that repeats comes with every frame, or faster; the keyboard stays in the matrix all the same.
#[test]
fn keys_as_fast_as_frames() {
    use Key::{ArrowDown as Down, ArrowLeft as Left, ArrowRight as Right};
    let mut window = open("laptop");
    window.keys(CTRL, Key::Num2);
    for key in [Down, Right, Right, Right, Right, Down, Down, Left] {
        // Without its release, which would be a frame more.
        window.harness.input_mut().events.push(Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: true,
            modifiers: Modifiers::NONE,
        });
        window.harness.step();
    }
    window.settle();
    let (options, criteria) = window.names();
    assert_eq!(window.focused(), Some(format!("{} of {}", criteria[2], options[2])));
}
