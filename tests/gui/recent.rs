//! The files that were open before.

use std::path::PathBuf;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use tempfile::TempDir;

use crate::{CTRL_SHIFT, Window, open, open_file, preset, put};

/// Opens File, Recent.
#[track_caller]
fn show(window: &mut Window) {
    window.button("File");
    window.button("Recent");
}

/// A window that has opened two files, and shows the second.
fn opened_two(folder: &TempDir) -> (Window, PathBuf, PathBuf) {
    let (first, second) = (put(folder, "laptop", "first.ron"), put(folder, "job-offer", "second.ron"));
    let mut window = open_file(&first);
    window.drop_files(&[&second]);
    assert!(window.session().path() == Some(second.as_path()));
    (window, first, second)
}

#[test]
fn a_recent_file_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, first, _) = opened_two(&folder);
    show(&mut window);
    window.button("first.ron");
    assert!(window.session().path() == Some(first.as_path()));
    assert_eq!(window.session().document(), preset("laptop").document());
}

#[test]
fn a_recent_file_is_opened_only_when_the_changes_are_safe() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, _, second) = opened_two(&folder);
    window.keys(CTRL_SHIFT, Key::E);
    show(&mut window);
    window.button("first.ron");
    assert!(window.says("Save the changes?"));
    window.button("Cancel");
    assert_eq!(window.session().path(), Some(second.as_path()));
    assert!(window.session().is_unsaved());
}

#[test]
fn a_recent_file_that_is_gone_is_explained_and_leaves_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, first, second) = opened_two(&folder);
    std::fs::remove_file(&first).unwrap();
    show(&mut window);
    window.button("first.ron");
    assert!(window.says("The file cannot be opened"));
    assert!(window.says(&first.display().to_string()), "the path, as the folder may be the mistake");
    window.button("Close");
    assert_eq!(window.session().path(), Some(second.as_path()), "what was open stays open");
    show(&mut window);
    assert!(!window.has(Role::Button, "first.ron"));
    assert!(window.has(Role::Button, "second.ron"));
}

/// A file that is there but broken may be mended: it stays.
#[test]
fn a_recent_file_that_is_broken_stays_in_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, first, _) = opened_two(&folder);
    std::fs::write(&first, "(format: 1, decision: (").unwrap();
    show(&mut window);
    window.button("first.ron");
    assert!(window.says("The file cannot be opened"));
    window.button("Close");
    show(&mut window);
    assert!(window.has(Role::Button, "first.ron"));
}

#[test]
fn without_recent_files_there_is_nothing_to_choose() {
    let mut window = open("laptop");
    window.button("File");
    assert!(window.node(Role::Button, "Recent").accesskit_node().is_disabled());
}
