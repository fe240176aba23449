//! Closing, dropping, opening: nothing is lost on the way.

use std::path::Path;

use counterpoise::files;
use eframe::egui::Key;

use crate::{CTRL, CTRL_SHIFT, open, open_file, preset, put};

#[test]
fn a_window_without_changes_just_closes() {
    let mut window = open("laptop");
    assert!(!window.close());
}

#[test]
fn a_window_with_changes_asks() {
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::E);
    assert!(window.close());
    assert!(window.says("Save the changes?"));
    window.button("Cancel");
    assert!(!window.says("Save the changes?"));
    assert!(window.session().is_unsaved());
    assert!(window.close());
    assert!(window.closes_on("Discard"));
    assert!(!window.close(), "once discarded, nothing stands in the way");
}

#[test]
fn what_is_being_written_is_not_lost_by_closing() {
    let mut window = open("laptop");
    window.keys(CTRL, Key::I);
    window.keys(CTRL, Key::A);
    window.text("Half a title");
    assert!(window.close());
    assert_eq!(window.session().document().about.title, "Half a title");
    assert!(window.says("Save the changes?"));
}

#[test]
fn saving_on_the_way_out_writes_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = put(&folder, "laptop", "laptop.ron");
    let mut window = open_file(&path);
    window.keys(CTRL_SHIFT, Key::E);
    assert!(window.says("Not saved in laptop.ron yet"));
    assert!(window.close());
    assert!(window.closes_on("Save"));
    assert!(!window.session().is_unsaved());
    assert_eq!(&files::load(&path).unwrap(), window.session().document());
    assert!(!window.close(), "nothing stands in the way any more");
}

#[test]
fn a_file_changed_by_somebody_else_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = put(&folder, "laptop", "laptop.ron");
    let mut window = open_file(&path);
    window.keys(CTRL_SHIFT, Key::E);
    put(&folder, "job-offer", "laptop.ron");
    window.keys(CTRL, Key::S);
    assert!(window.says("has changed on disk"));
    window.button("Cancel");
    assert_eq!(files::load(&path).unwrap(), *preset("job-offer").document());
    window.keys(CTRL, Key::S);
    window.button("Overwrite");
    assert_eq!(&files::load(&path).unwrap(), window.session().document());
}

#[test]
fn a_dropped_file_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = put(&folder, "job-offer", "job.ron");
    let mut window = open("laptop");
    window.drop_files(&[&path]);
    assert!(window.session().path().is_some());
    assert_eq!(window.session().document(), preset("job-offer").document());
    assert!(window.says("Saved in job.ron"));
}

#[test]
fn a_drop_on_changes_asks_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = put(&folder, "job-offer", "job.ron");
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::E);
    window.drop_files(&[&path]);
    assert!(window.says("Save the changes?"));
    window.button("Discard");
    assert!(window.session().path().is_some());
}

#[test]
fn several_dropped_files_are_too_many() {
    let mut window = open("laptop");
    window.drop_files(&[Path::new("/a.ron"), Path::new("/b.ron")]);
    assert!(window.says("2 files were dropped"));
}

#[test]
fn a_bad_file_is_explained_and_the_document_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.ron");
    std::fs::write(&path, "(format: 1, decision: (").unwrap();
    let mut window = open("laptop");
    window.drop_files(&[&path]);
    assert!(window.says("The file cannot be opened"));
    window.key(Key::Escape);
    assert_eq!(window.session().document(), preset("laptop").document());
}
