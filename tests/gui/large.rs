//! Long names, many rows, gaps, ties.

use std::collections::BTreeMap;

use counterpoise::model::{Cell, Criterion, Document, Group, Id, Node, Row, Scale, Score};
use counterpoise::session::{Action, Session};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, vec2};
use egui_kittest::kittest::Queryable;

use crate::rows::change;
use crate::{CTRL, Setup, open_document};

pub fn document(options: usize, criteria: usize, name: &dyn Fn(&str, usize) -> String, gaps: usize) -> Document {
    let leaf = |j: usize| {
        let name = name("Criterion", j);
        Node::Criterion(Criterion { scale: Scale::default(), ..Criterion::new(Id::slug(&format!("c{j}")), name) })
    };
    let groups = (0..criteria)
        .collect::<Vec<_>>()
        .chunks(5)
        .enumerate()
        .map(|(i, leaves)| {
            let children = leaves.iter().map(|&j| leaf(j)).collect();
            Node::Group(Group {
                id: Id::slug(&format!("g{i}")),
                name: name("Group", i),
                description: String::new(),
                children,
            })
        })
        .collect();
    let mut document = Document { criteria: groups, ..Document::default() };
    document.alternatives = (0..options)
        .map(|i| {
            let score = |j: usize| Cell::of(Score::Exact(f64::from(u32::try_from((i * 7 + j * 13) % 101).unwrap())));
            let known = (0..criteria).filter(|j| gaps == 0 || (i + j) % gaps != 0);
            let scores: BTreeMap<Id, Cell> = known.map(|j| (Id::slug(&format!("c{j}")), score(j))).collect();
            Row { id: Id::slug(&format!("o{i}")), name: name("Option", i), description: String::new(), scores }
        })
        .collect();
    document.complete_weights();
    document
}

#[test]
fn long_names_gaps_and_many_columns() {
    let long =
        |kind: &str, i: usize| format!("{kind} {i} {}", "Довжелезнаназва з багатьма словами, ще й ще ".repeat(2));
    let mut window = open_document(document(30, 40, &long, 3));
    window.keys(CTRL, Key::Num2);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::End, Key::PageDown, Key::Home, Key::PageUp] {
        window.key(key);
    }
    for number in [Key::Num1, Key::Num3, Key::Num4] {
        window.keys(CTRL, number);
    }
}

/// However long the ranking is, the sentence below it is whole.
#[test]
fn the_answer_stays_in_sight() {
    let session = Session::new(document(30, 40, &|kind, i| format!("{kind} {i}"), 0));
    let window = Setup { size: vec2(1024.0, 700.0), ..Setup::default() }.open(session);
    let sentence = window.session().tip().to_string();
    let bottom = window.node(Role::Label, &sentence).rect().bottom();
    let status = window.node(Role::Label, "Nothing to save").rect().top();
    assert!(bottom < status, "the sentence ends at {bottom}, the status bar begins at {status}");
}

#[test]
fn one_endless_word_as_a_name() {
    let word = |kind: &str, i: usize| format!("{}{i}", kind.repeat(80 / kind.len()));
    let mut window = open_document(document(5, 12, &word, 0));
    window.keys(CTRL, Key::Num2);
    window.key(Key::ArrowDown);
}

#[test]
fn of_ten_thousand_options_only_those_in_sight_are_laid_out() {
    let plain = |kind: &str, i: usize| format!("{kind} {i}");
    let mut window = open_document(document(10_000, 6, &plain, 0));
    let cells = |window: &crate::Window| window.harness.query_all_by_role(Role::Cell).count();
    assert!((6..600).contains(&cells(&window)), "{}", cells(&window));
    window.click_cell("Option 0", "Criterion 0");
    window.keys(CTRL, Key::End);
    assert!(window.has(Role::Cell, "Criterion 0 of Option 9999"), "the last row has come into sight");
    assert!((6..600).contains(&cells(&window)), "{}", cells(&window));
    window.text("12");
    window.key(Key::Enter);
    assert_eq!(window.score("Option 9999", "Criterion 0"), "12");
}

/// Each piece is handed to the graphics card by itself, which costs more than to lay it out.
#[test]
fn all_cells_are_drawn_in_a_few_pieces() {
    let plain = |kind: &str, i: usize| format!("{kind} {i}");
    let pieces = |rows: usize| {
        let window = open_document(document(rows, 9, &plain, 4));
        let shapes = window.harness.output().shapes.clone();
        window.harness.ctx.tessellate(shapes, 1.0).len()
    };
    let (few, many) = (pieces(2), pieces(20));
    assert!(many < few + 30, "{few} pieces with 18 cells, {many} with more than 70");
}

#[test]
fn equal_options_share_a_rank() {
    let mut session = Session::new(document(4, 5, &|kind, i| format!("{kind} {i}"), 0));
    for row in 1..4 {
        let first = session.document().alternatives.row(0).scores;
        let id = session.document().alternatives[row].id;
        for (criterion, cell) in first {
            session.perform(Action::SetCell { option: id, criterion, cell: Box::new(cell) }).unwrap();
        }
    }
    let window = Setup::default().open(session);
    assert!(window.says("1= Option 0: "));
    assert!(window.says("1= Option 3: "));
}

#[test]
fn nothing_is_scored() {
    let mut blank = document(3, 4, &|kind, i| format!("{kind} {i}"), 0);
    change(&mut blank.alternatives, |option| option.scores.clear());
    let mut window = open_document(blank);
    window.keys(CTRL, Key::Num3);
    window.keys(CTRL, Key::Num4);
}

/// Letters of scripts that the fonts lack become boxes; nothing falls over.
#[test]
fn names_from_right_to_left() {
    let names = ["שלום עולם", "مرحبا", "👩‍🚀", "漢字", "\u{202e}reversed"];
    let mut window = Setup { tofu: true, ..Setup::default() }.open(Session::new(document(
        5,
        5,
        &|kind, i| format!("{} {kind} {i}", names[i % 5]),
        4,
    )));
    window.keys(CTRL, Key::Num2);
    window.key(Key::ArrowDown);
}
