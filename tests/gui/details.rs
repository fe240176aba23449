//! The fields below the matrix.

use counterpoise::model::Score;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use crate::{CTRL, Window, open};

fn first_names(window: &Window) -> (String, String) {
    let document = window.session().document();
    (document.alternatives[0].name.clone(), document.leaves()[0].name.clone())
}

fn first_cell(window: &Window) -> counterpoise::model::Cell {
    let document = window.session().document();
    document.cell(document.alternatives[0].id, document.leaves()[0].id).unwrap_or_default().to_cell()
}

#[test]
fn an_option_is_renamed_and_a_taken_name_refused() {
    let mut window = open("laptop");
    let names: Vec<String> = window.session().document().alternatives.iter().map(|a| a.name.clone()).collect();
    window.button(&format!("Option {}", names[0]));
    window.key(Key::F2);
    assert_eq!(window.focused().as_deref(), Some("Name of the option"));
    window.keys(CTRL, Key::A);
    window.text(&names[1]);
    window.key(Key::Enter);
    assert!(window.says("is taken; choose another name"));
    assert_eq!(window.session().document().alternatives[0].name, names[0]);
    assert!(!window.session().is_unsaved());
    window.write("Name of the option", "Довга назва");
    assert!(window.has(Role::Button, "Option Довга назва"));
    assert_eq!(window.undo_label(), Some(format!("Rename {} to Довга назва", names[0])).as_deref());
}

#[test]
fn a_score_is_described() {
    let mut window = open("security-guarantee");
    let (option, leaf) = first_names(&window);
    window.click_cell(&option, &leaf);
    window.write("low", "10");
    window.write("likely", "20");
    window.write("high", "30,5");
    assert_eq!(first_cell(&window).score, Some(Score::Triangle(10.0, 20.0, 30.5)));
    window.write("low", "99");
    assert_eq!(first_cell(&window).score, Some(Score::Triangle(10.0, 20.0, 30.5)), "out of order changes nothing");
    assert_eq!(window.field("low").value().as_deref(), Some("99"), "and stays visible");
}

#[test]
fn a_rationale_is_written_with_ctrl_enter() {
    let mut window = open("laptop");
    let (option, leaf) = first_names(&window);
    window.click_cell(&option, &leaf);
    window.click_field("Rationale");
    window.keys(CTRL, Key::A);
    window.text("Because.");
    window.keys(CTRL, Key::Enter);
    assert_eq!(first_cell(&window).rationale, "Because.");
}

/// What was typed must not be lost, wherever the next click goes.
#[test]
fn a_click_on_another_cell_hands_a_rationale_over() {
    let mut window = open("laptop");
    let (option, leaf) = first_names(&window);
    let other = window.session().document().alternatives[1].name.clone();
    window.click_cell(&option, &leaf);
    window.click_field("Rationale");
    window.keys(CTRL, Key::A);
    window.text("Because.");
    window.click_cell(&other, &leaf);
    assert_eq!(first_cell(&window).rationale, "Because.");
}

#[test]
fn a_click_on_the_ranking_hands_a_name_over() {
    let mut window = open("laptop");
    let (option, _) = first_names(&window);
    let last = window.ranking().last().unwrap().clone();
    window.button(&format!("Option {option}"));
    window.click_field("Name of the option");
    window.keys(CTRL, Key::A);
    window.text("Renamed");
    let row = |label: &str| label.split_once(' ').is_some_and(|(_, rest)| rest.starts_with(&format!("{last}: ")));
    let node = window.harness.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| row(&l)));
    node.click();
    window.settle();
    assert!(window.session().document().alternatives.iter().any(|option| option.name == "Renamed"));
}

#[test]
fn evidence_is_added_and_removed() {
    let mut window = open("security-guarantee");
    let (option, leaf) = first_names(&window);
    window.click_cell(&option, &leaf);
    let before = first_cell(&window).evidence.len();
    window.button("Add evidence");
    assert_eq!(first_cell(&window).evidence.len(), before + 1);
    let number = before + 1;
    window.write(&format!("evidence {number}"), "A report");
    assert_eq!(first_cell(&window).evidence[before].text, "A report");
    window.write(&format!("Link of evidence {number}"), "https://example.org");
    assert_eq!(first_cell(&window).evidence[before].link, "https://example.org");
    window.button(&format!("Remove evidence {number}"));
    assert_eq!(first_cell(&window).evidence.len(), before);
}

#[test]
fn a_level_is_chosen_from_the_list() {
    let mut window = open("laptop");
    let (option, _) = first_names(&window);
    window.click_cell(&option, "Repairability");
    window.click(Role::ComboBox, "Level");
    window.button("missing");
    assert_eq!(window.score(&option, "Repairability"), "missing");
}

#[test]
fn the_kind_of_a_scale_is_changed_and_back() {
    let mut window = open("security-guarantee");
    let (option, leaf) = first_names(&window);
    let before = window.score(&option, &leaf);
    let head = format!("Criterion {leaf}, ");
    let node =
        window.harness.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&head)));
    node.click();
    window.settle();
    for kind in ["Named levels", "Yes or no", "Measured quantity", "Rating between two ends"] {
        window.click(Role::ComboBox, "Kind of scale");
        window.button(kind);
        assert_ne!(window.score(&option, &leaf), "missing", "{kind}");
    }
    for _ in 0..4 {
        window.keys(CTRL, Key::Z);
    }
    assert_eq!(window.score(&option, &leaf), before);
    assert!(!window.session().is_unsaved());
}

#[test]
fn the_decision_is_described() {
    let mut window = open("laptop");
    window.keys(CTRL, Key::I);
    assert_eq!(window.focused().as_deref(), Some("Title"));
    window.write("Title", "Чи купувати?");
    assert_eq!(window.session().document().about.title, "Чи купувати?");
    assert!(window.has(Role::Button, "Title Чи купувати?"));
    window.write("Authors", "Ann; Bo ;;");
    assert_eq!(window.session().document().about.authors, ["Ann", "Bo"]);
}

#[test]
fn the_baseline_option_is_marked() {
    let mut window = open("laptop");
    let (option, _) = first_names(&window);
    window.button(&format!("Option {option}"));
    window.click(Role::CheckBox, "Baseline option");
    assert!(window.has(Role::Button, &format!("Option {option}, the baseline option")));
    window.command("Mark as baseline option");
    assert_eq!(window.session().document().baseline, None);
}

/// Ctrl+Z while writing undoes letters, not steps.
#[test]
fn undo_while_writing_belongs_to_the_text() {
    let mut window = open("laptop");
    window.command("Add option");
    let options = window.session().document().alternatives.len();
    window.click_field("Name of the option");
    window.text("abc");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.session().document().alternatives.len(), options);
    assert_eq!(window.harness.query_all_by_label("Name of the option").count(), 1);
}

#[test]
fn escape_takes_back_what_was_written() {
    let mut window = open("laptop");
    let before = window.session().document().about.title.clone();
    window.keys(CTRL, Key::I);
    window.keys(CTRL, Key::A);
    window.text("Never mind");
    window.key(Key::Escape);
    assert_eq!(window.session().document().about.title, before);
    assert!(!window.session().is_unsaved());
}

/// Enter and Escape in a field lead back to where F2 came from; a text with a fault keeps the keyboard.
#[test]
fn the_keyboard_returns_to_the_matrix() {
    let mut window = open("laptop");
    let option = window.names().0.swap_remove(0);
    window.button(&format!("Option {option}"));
    let head = window.focused();
    assert!(head.is_some());
    for key in [Key::Enter, Key::Escape] {
        window.key(Key::F2);
        assert_eq!(window.focused().as_deref(), Some("Name of the option"));
        window.key(key);
        assert_eq!(window.focused(), head);
    }
    window.key(Key::F2);
    let taken = window.names().0.swap_remove(1);
    window.text(&taken);
    window.key(Key::Enter);
    assert!(window.says("is taken"));
    assert_eq!(window.focused().as_deref(), Some("Name of the option"));
}
