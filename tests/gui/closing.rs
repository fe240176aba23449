//! Closing, dropping, opening: nothing is lost on the way.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpoise::files::{self, Format};
use counterpoise::session::Session;
use eframe::egui::{DroppedFile, Key, ViewportCommand, ViewportEvent, ViewportId};

use crate::{CTRL, CTRL_SHIFT, Setup, Window, open, preset};

#[derive(Debug)]
struct Drop(PathBuf);

impl DroppedFile for Drop {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Asks the window to close. True where it refuses.
fn close(window: &mut Window) -> bool {
    let viewport = window.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap();
    viewport.events.push(ViewportEvent::Close);
    window.harness.step();
    let commands = window.harness.output().viewport_output[&ViewportId::ROOT].commands.clone();
    window.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap().events.clear();
    window.settle();
    commands.contains(&ViewportCommand::CancelClose)
}

fn drop(window: &mut Window, paths: &[&Path]) {
    for path in paths {
        window.harness.input_mut().dropped_files.push(Arc::new(Drop((*path).to_owned())));
    }
    window.harness.step();
    window.settle();
}

/// Runs frames until `done`: files are read beside the window.
fn wait(window: &mut Window, done: impl Fn(&Window) -> bool) {
    for _ in 0..200 {
        window.settle();
        if done(window) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("it never came");
}

#[test]
fn a_window_without_changes_just_closes() {
    let mut window = open("laptop");
    assert!(!close(&mut window));
}

#[test]
fn a_window_with_changes_asks() {
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::E);
    assert!(close(&mut window));
    assert!(window.says("Save the changes?"));
    window.button("Cancel");
    assert!(!window.says("Save the changes?"));
    assert!(window.session().is_unsaved());
    assert!(close(&mut window));
    window.button("Discard");
    assert!(!close(&mut window), "once discarded, nothing stands in the way");
}

#[test]
fn what_is_being_written_is_not_lost_by_closing() {
    let mut window = open("laptop");
    window.keys(CTRL, Key::I);
    window.keys(CTRL, Key::A);
    window.text("Half a title");
    assert!(close(&mut window));
    assert_eq!(window.session().document().about.title, "Half a title");
    assert!(window.says("Save the changes?"));
}

#[test]
fn saving_on_the_way_out_writes_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("laptop.ron");
    files::export(preset("laptop").document(), Format::Ron, &path).unwrap();
    let mut window = Setup::default().open(Session::open(&path).unwrap());
    window.keys(CTRL_SHIFT, Key::E);
    assert!(window.says("Not saved in laptop.ron yet"));
    assert!(close(&mut window));
    window.button("Save");
    assert!(!window.session().is_unsaved());
    assert_eq!(&files::load(&path).unwrap(), window.session().document());
    assert!(!close(&mut window));
}

#[test]
fn a_file_changed_by_somebody_else_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("laptop.ron");
    files::export(preset("laptop").document(), Format::Ron, &path).unwrap();
    let mut window = Setup::default().open(Session::open(&path).unwrap());
    window.keys(CTRL_SHIFT, Key::E);
    files::export(preset("job-offer").document(), Format::Ron, &path).unwrap();
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
    let path = folder.path().join("job.ron");
    files::export(preset("job-offer").document(), Format::Ron, &path).unwrap();
    let mut window = open("laptop");
    drop(&mut window, &[&path]);
    wait(&mut window, |window| window.session().path().is_some());
    assert_eq!(window.session().document(), preset("job-offer").document());
    assert!(window.says("Saved in job.ron"));
}

#[test]
fn a_drop_on_changes_asks_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("job.ron");
    files::export(preset("job-offer").document(), Format::Ron, &path).unwrap();
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::E);
    drop(&mut window, &[&path]);
    assert!(window.says("Save the changes?"));
    window.button("Discard");
    wait(&mut window, |window| window.session().path().is_some());
}

#[test]
fn several_dropped_files_are_too_many() {
    let mut window = open("laptop");
    drop(&mut window, &[Path::new("/a.ron"), Path::new("/b.ron")]);
    assert!(window.says("2 files were dropped"));
}

#[test]
fn a_bad_file_is_explained_and_the_document_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.ron");
    std::fs::write(&path, "(format: 1, decision: (").unwrap();
    let mut window = open("laptop");
    drop(&mut window, &[&path]);
    wait(&mut window, |window| window.says("The file cannot be opened"));
    window.key(Key::Escape);
    assert_eq!(window.session().document(), preset("laptop").document());
}

/// True where a desktop could show a real file dialog, which no test may leave on somebody's screen.
fn has_desktop() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"].iter().any(|name| std::env::var_os(name).is_some())
        || !cfg!(target_os = "linux")
}

#[test]
fn without_a_file_dialog_the_path_is_typed() {
    if has_desktop() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::S);
    wait(&mut window, |window| window.says("This desktop shows no file dialog"));
    let path = folder.path().join("typed");
    window.fill("Path", &path.display().to_string());
    window.button("Save");
    let written = path.with_extension("ron");
    assert_eq!(&files::load(&written).unwrap(), window.session().document());
    assert_eq!(window.session().path(), Some(written.as_path()));
    window.keys(CTRL_SHIFT, Key::S);
    wait(&mut window, |window| window.says("This desktop shows no file dialog"));
    window.fill("Path", &written.display().to_string());
    window.button("Save");
    assert!(window.says("Replace “typed.ron”?"), "what is there is not overwritten unasked");
    window.button("Cancel");
}
