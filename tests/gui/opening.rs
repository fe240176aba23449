//! What a newly opened document shows.

use counterpoise::files::presets;
use counterpoise::model::Document;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use crate::{CTRL, open, open_document, put};

#[test]
fn options_criteria_and_scores_are_there() {
    let window = open("security-guarantee");
    let document = window.session().document().clone();
    for option in &document.alternatives {
        assert!(window.has(Role::Button, &format!("Option {}", option.name)), "{}", option.name);
        for leaf in document.leaves() {
            let score = document.cell(option.id, leaf.id).and_then(|cell| cell.score);
            let expected = counterpoise::session::cell_text(score, &leaf.scale);
            assert_eq!(window.score(&option.name, &leaf.name), expected);
        }
    }
    for leaf in document.leaves() {
        assert!(window.says(&format!("Criterion {}, ", leaf.name)));
        assert!(window.has(Role::Slider, &leaf.name), "{} has a slider", leaf.name);
    }
    for group in &document.criteria {
        assert!(window.says(&format!("Group {}, ", group.name())));
        assert!(window.has(Role::Slider, group.name()));
    }
    assert_eq!(window.ranking()[0], "Military modernization");
    assert!(window.says(&window.session().tip().to_string()), "the sentence about the lead");
}

#[test]
fn every_preset_opens() {
    for preset in presets::ALL {
        let window = open(preset.id);
        let document = window.session().document();
        assert!(window.says(&document.about.title), "{}", preset.id);
        assert_eq!(window.harness.query_all_by_role(Role::Cell).count() > 0, !document.alternatives.is_empty());
        assert!(!window.session().is_unsaved());
    }
}

#[test]
fn an_empty_document_says_how_to_begin() {
    let mut window = open_document(Document::default());
    assert!(window.says("Add a criterion to weigh."));
    assert!(window.says("There is nothing to rank yet"));
    window.button("Add criterion");
    assert_eq!(window.session().document().leaves().len(), 1);
    assert_eq!(window.focused().as_deref(), Some("Name of the criterion"), "the name is what comes next");
}

#[test]
fn a_missing_score_is_shown_as_missing() {
    let mut document = presets::find("laptop").unwrap().document().unwrap();
    let leaf = document.leaves()[0].clone();
    document.alternatives.set_score(0, leaf.id, None);
    let name = document.alternatives[0].name.clone();
    let window = open_document(document);
    assert_eq!(window.score(&name, &leaf.name), "missing");
}

/// A path that leads nowhere stays in its box, with the reason.
#[test]
fn a_mistyped_path_stays_to_be_mended() {
    let folder = tempfile::tempdir().unwrap();
    let path = put(&folder, "laptop", "laptop.ron");
    let mut window = open("blank");
    window.keys(CTRL, Key::O);
    assert!(window.says("Open a decision"));
    let wrong = folder.path().join("laptap.ron");
    window.fill("Path", &wrong.display().to_string());
    window.key(Key::Enter);
    assert!(window.says("there is no such file"));
    assert_eq!(window.field("Path").value(), Some(wrong.display().to_string()));
    // Its name is marked: what is typed takes its place.
    window.text("laptop");
    window.key(Key::Enter);
    assert!(window.session().path() == Some(path.as_path()));
}
