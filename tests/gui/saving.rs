//! Saving under a path: what is there already, what somebody else has written, what is cancelled on the way.

use counterpoise::files;
use eframe::egui::Key;
use tempfile::TempDir;

use crate::{CTRL_SHIFT, Window, open, open_file, preset, put};

pub const NO_DIALOG: &str = "This desktop shows no file dialog";

/// Waits for the box that takes a path, and fills it in.
#[track_caller]
fn type_path(window: &mut Window, path: &std::path::Path) {
    assert!(window.says(NO_DIALOG));
    window.fill("Path", &path.display().to_string());
    window.button("Save");
}

/// A window on a file that has been changed here and, since then, by somebody else.
fn changed_twice(folder: &TempDir) -> Window {
    let path = put(folder, "laptop", "laptop.ron");
    let mut window = open_file(&path);
    window.keys(CTRL_SHIFT, Key::E);
    put(folder, "job-offer", "laptop.ron");
    window
}

/// A window with changes that is to be saved and closed, but has no file yet.
fn saves_and_closes() -> Window {
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::E);
    window.close();
    window.button("Save");
    window
}

#[track_caller]
fn assert_kept(window: &mut Window) {
    assert!(window.session().is_unsaved());
    assert_eq!(window.undo_label(), Some("Even out the weights"));
    assert!(window.close(), "it still asks before it closes");
    assert!(window.says("Save the changes?"));
}

#[test]
fn closing_saves_over_what_somebody_else_has_written_only_when_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = changed_twice(&folder);
    assert!(window.close());
    assert!(!window.closes_on("Save"));
    assert!(window.says("laptop.ron has changed on disk"));
    assert!(window.closes_on("Overwrite"));
    assert_eq!(&files::load(&folder.path().join("laptop.ron")).unwrap(), window.session().document());
    assert!(!window.close());
}

#[test]
fn cancelling_what_somebody_else_has_written_keeps_both() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = changed_twice(&folder);
    window.close();
    window.button("Save");
    assert!(!window.closes_on("Cancel"));
    assert_eq!(&files::load(&folder.path().join("laptop.ron")).unwrap(), preset("job-offer").document());
    assert_kept(&mut window);
    // Escape is as good as the button.
    window.button("Save");
    window.key(Key::Escape);
    assert_kept(&mut window);
}

#[test]
fn without_a_file_dialog_the_path_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::S);
    type_path(&mut window, &folder.path().join("typed"));
    let written = folder.path().join("typed.ron");
    assert_eq!(&files::load(&written).unwrap(), window.session().document());
    assert_eq!(window.session().path(), Some(written.as_path()));
}

#[test]
fn closing_saves_over_another_file_only_when_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let taken = put(&folder, "job-offer", "taken.ron");
    let mut window = saves_and_closes();
    type_path(&mut window, &taken);
    assert!(window.says("Replace “taken.ron”?"));
    assert_eq!(&files::load(&taken).unwrap(), preset("job-offer").document());
    assert!(window.closes_on("Replace"));
    assert_eq!(&files::load(&taken).unwrap(), window.session().document());
    assert!(!window.close());
}

#[test]
fn a_path_that_is_taken_may_be_chosen_anew() {
    let folder = tempfile::tempdir().unwrap();
    let taken = put(&folder, "job-offer", "taken.ron");
    let mut window = saves_and_closes();
    type_path(&mut window, &taken);
    assert!(!window.closes_on("Cancel"));
    assert_eq!(window.field("Path").value(), Some(taken.display().to_string()), "what was typed is still there");
    assert_eq!(&files::load(&taken).unwrap(), preset("job-offer").document());
    window.fill("Path", &folder.path().join("free").display().to_string());
    assert!(window.closes_on("Save"), "that the window was to close is not forgotten");
    assert_eq!(&files::load(&folder.path().join("free.ron")).unwrap(), window.session().document());
}

#[test]
fn cancelling_at_any_stage_keeps_the_window_and_the_changes() {
    let folder = tempfile::tempdir().unwrap();
    let taken = put(&folder, "job-offer", "taken.ron");
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::E);
    window.close();
    assert!(!window.closes_on("Cancel"));
    assert_kept(&mut window);
    window.button("Save");
    assert!(window.says(NO_DIALOG));
    assert!(!window.closes_on("Cancel"));
    assert_kept(&mut window);
    window.button("Save");
    type_path(&mut window, &taken);
    window.key(Key::Escape);
    assert!(window.says(NO_DIALOG), "back at the path");
    window.key(Key::Escape);
    assert_kept(&mut window);
    // What the cancelled closing wanted is forgotten: saving is now no more than that.
    window.button("Cancel");
    window.keys(CTRL_SHIFT, Key::S);
    assert!(window.says(NO_DIALOG));
    window.fill("Path", &folder.path().join("free.ron").display().to_string());
    assert!(!window.closes_on("Save"));
    assert!(!window.session().is_unsaved());
}

#[test]
fn a_folder_that_is_not_there_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saves_and_closes();
    let nowhere = folder.path().join("nowhere/free.ron");
    type_path(&mut window, &nowhere);
    assert!(window.says("no such folder") || window.says("cannot"), "why it is not saved");
    assert_eq!(window.field("Path").value(), Some(nowhere.display().to_string()), "what was typed is still there");
    window.fill("Path", &folder.path().join("free.ron").display().to_string());
    assert!(window.closes_on("Save"), "that the window was to close is not forgotten");
    assert!(!window.session().is_unsaved());
}
