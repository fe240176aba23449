//! What a crash leaves is brought back and said; two windows on one file know of each other.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use counterpoise::analysis::Model;
use counterpoise::app::App;
use counterpoise::files::journal::Folder;
use counterpoise::model::Parts;
use counterpoise::pace::{Pace, SLICE, Work};
use counterpoise::session::{Query, Session};
use eframe::egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use crate::{CTRL, CTRL_SHIFT, PATIENCE, Window, preset, put};

const SIZE: Vec2 = vec2(1280.0, 800.0);

/// A window that keeps journals in `place`. A drop of it is like a crash.
fn start(place: &TempDir, session: Option<Session>) -> Window {
    let folder = Folder::new(place.path().join("state"));
    let builder = Harness::builder().with_size(SIZE).with_max_steps(60);
    let harness = builder.build_eframe(|cc| App::keeping(cc, session, Ok(folder)).typing_paths());
    let mut window = Window { harness };
    window.settle();
    window
}

/// Drops the window and waits until the thread that writes has let go of `left` journals.
#[track_caller]
fn crash(window: Window, place: &TempDir, left: usize) {
    drop(window);
    let folder = Folder::new(place.path().join("state"));
    let begun = Instant::now();
    while folder.orphans().0.len() != left {
        assert!(begun.elapsed() < PATIENCE, "it never lets go");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn journals(place: &TempDir) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(place.path().join("state")) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|found| found == "journal")).collect()
}

#[test]
fn the_next_start_brings_the_work_back_and_undo_goes_beyond() {
    let place = TempDir::new().unwrap();
    let path = put(&place, "laptop", "laptop.ron");
    let mut window = start(&place, Some(Session::open(&path).unwrap()));
    let before = window.session().document().clone();
    window.keys(CTRL_SHIFT, Key::E);
    let after = window.session().document().clone();
    assert_ne!(before, after);
    crash(window, &place, 1);

    let mut window = start(&place, None);
    assert_eq!(window.session().document(), &after);
    assert!(window.session().is_unsaved());
    assert_eq!(window.session().path(), Some(path.as_path()));
    assert!(window.says("Recovered “laptop.ron”: 1 unsaved step since "));
    window.button("Keep");
    assert!(!window.says("Recovered"));
    window.keys(CTRL, Key::Z);
    assert_eq!(window.session().document(), &before);
    window.keys(CTRL_SHIFT, Key::Z);
    crash(window, &place, 1);
    let window = start(&place, Some(Session::open(&path).unwrap()));
    assert_eq!(window.session().document(), &after, "also for whoever asks for the file");
}

#[test]
fn discarding_is_one_click_and_can_be_undone() {
    let place = TempDir::new().unwrap();
    let path = put(&place, "laptop", "laptop.ron");
    let mut window = start(&place, Some(Session::open(&path).unwrap()));
    let before = window.session().document().clone();
    window.keys(CTRL_SHIFT, Key::E);
    window.keys(CTRL_SHIFT, Key::O);
    let after = window.session().document().clone();
    crash(window, &place, 1);

    let mut window = start(&place, None);
    window.button("Discard");
    assert_eq!(window.session().document(), &before);
    assert!(!window.session().is_unsaved(), "it is what the file holds");
    assert!(window.says("What was recovered is discarded."));
    window.button("Bring back");
    assert_eq!(window.session().document(), &after);
    assert!(window.session().is_unsaved());
    window.button("Discard");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.session().document(), &after, "by the key too");
}

#[test]
fn what_else_was_left_is_listed_and_can_be_chosen() {
    let place = TempDir::new().unwrap();
    let names = ["one.ron", "two.ron"];
    for (i, name) in names.into_iter().enumerate() {
        let path = put(&place, "laptop", name);
        let mut window = start(&place, Some(Session::open(&path).unwrap()));
        window.keys(CTRL_SHIFT, Key::E);
        crash(window, &place, i + 1);
    }
    let mut window = start(&place, None);
    assert_eq!(window.session().name(), "two.ron", "the newest one");
    window.button("Keep");
    assert!(window.says("Unsaved work on other decisions was left too."));
    window.command("Recover");
    window.settle();
    let entry = window.harness.get_by(|node| node.label().is_some_and(|label| label.starts_with("one.ron, until ")));
    entry.click();
    window.settle();
    // What is open here is unsaved too.
    window.button("Save");
    window.settle();
    assert_eq!(window.session().name(), "one.ron");
    assert!(window.session().is_unsaved());
    assert!(window.says("Recovered “one.ron”: 1 unsaved step since "));
    window.command("Recover");
    assert!(window.says("There is nothing to recover."));
}

/// It does not begin with what it ended over last time; whoever asks for it gets it.
#[test]
fn what_the_program_ended_over_is_listed_and_not_brought_back_unasked() {
    let place = TempDir::new().unwrap();
    let path = put(&place, "laptop", "laptop.ron");
    let mut window = start(&place, Some(Session::open(&path).unwrap()));
    let before = window.session().document().clone();
    window.keys(CTRL_SHIFT, Key::E);
    let after = window.session().document().clone();
    crash(window, &place, 1);
    let mark = journals(&place)[0].with_extension("tried");
    std::fs::write(&mark, "").unwrap();

    let window = start(&place, None);
    assert_ne!(window.session().path(), Some(path.as_path()));
    assert!(window.says("“laptop.ron” was not brought back"));
    drop(window);
    let mut window = start(&place, Some(Session::open(&path).unwrap()));
    assert_eq!(window.session().document(), &before, "nor with its file");
    assert!(window.says("“laptop.ron” was not brought back"));
    window.command("Recover");
    window.settle();
    window.harness.get_by(|node| node.label().is_some_and(|label| label.starts_with("laptop.ron, until "))).click();
    window.settle();
    assert_eq!(window.session().document(), &after);
    window.wait(|_| !mark.exists());
    crash(window, &place, 1);
    assert_eq!(start(&place, None).session().document(), &after, "it has been seen to stand");
}

#[test]
fn opening_the_file_brings_back_what_was_left_of_it() {
    let place = TempDir::new().unwrap();
    let path = put(&place, "laptop", "laptop.ron");
    let mut window = start(&place, Some(Session::open(&path).unwrap()));
    window.keys(CTRL_SHIFT, Key::E);
    let after = window.session().document().clone();
    crash(window, &place, 1);

    let mut window = start(&place, Some(preset("job-offer")));
    assert!(!window.says("Recovered"));
    window.drop_files(&[&path]);
    assert!(window.session().path() == Some(path.as_path()));
    window.settle();
    assert_eq!(window.session().document(), &after);
    assert!(window.says("Recovered “laptop.ron”"));
}

#[test]
fn a_document_that_makes_room_takes_its_journal_along() {
    let place = TempDir::new().unwrap();
    let (one, two) = (put(&place, "laptop", "one.ron"), put(&place, "laptop", "two.ron"));
    let mut window = start(&place, Some(Session::open(&one).unwrap()));
    window.keys(CTRL_SHIFT, Key::E);
    window.wait(|_| journals(&place).len() == 1);
    window.drop_files(&[&two]);
    window.button("Discard");
    assert!(window.session().path() == Some(two.as_path()));
    window.wait(|_| journals(&place).is_empty());
}

#[test]
fn two_windows_on_one_file_know_of_each_other() {
    let place = TempDir::new().unwrap();
    let path = put(&place, "laptop", "laptop.ron");
    let one = start(&place, Some(Session::open(&path).unwrap()));
    assert!(!one.says("another window"));
    let mut two = start(&place, Some(Session::open(&path).unwrap()));
    assert!(two.says("laptop.ron is open in another window"));

    let before = two.session().document().clone();
    two.button("Look only");
    two.keys(CTRL_SHIFT, Key::E);
    assert_eq!(two.session().document(), &before);
    assert!(two.says("This window only looks"));
    two.button("Edit here too");
    two.keys(CTRL_SHIFT, Key::E);
    assert_ne!(two.session().document(), &before);
    assert!(!two.says("another window"));
}

#[test]
fn a_folder_that_cannot_be_written_is_said_once_and_stops_nothing() {
    let place = TempDir::new().unwrap();
    std::fs::write(place.path().join("state"), "a file where the folder should be").unwrap();
    let mut window = start(&place, Some(preset("laptop")));
    window.keys(CTRL_SHIFT, Key::E);
    window.wait(|window| window.says("What you do is not kept for the case of a crash"));
    window.button("Close");
    window.keys(CTRL_SHIFT, Key::O);
    assert!(!window.says("not kept"));
    assert!(window.session().is_unsaved());
}

/// Says who has worked it out, once it has come so far that it is not answered where it is asked.
#[derive(Clone, PartialEq)]
struct Who;

impl Query for Who {
    type Answer = Option<String>;
    const DEPENDS_ON: Parts = Parts::NONE;
    const WAITS_FOR_REST: bool = false;

    fn answer(self, _: Model, pace: Pace) -> Work<'static, Option<String>> {
        Box::pin(async move {
            for _ in 0..100 {
                pace.spend(SLICE).await;
            }
            std::thread::current().name().map(str::to_owned)
        })
    }
}

/// However a document comes into the window, what takes long is answered beside it.
#[test]
fn every_document_has_workers() {
    let who = |window: &mut Window| {
        let _ = window.session().ask(Who);
        window.settle();
        window.session().ask(Who).known().and_then(|name| (**name).clone())
    };
    let place = TempDir::new().unwrap();
    let path = put(&place, "laptop", "laptop.ron");
    let mut window = start(&place, Some(Session::open(&path).unwrap()));
    assert_eq!(who(&mut window).as_deref(), Some("questions"), "as it was opened");
    window.keys(CTRL_SHIFT, Key::E);
    crash(window, &place, 1);
    let mut window = start(&place, Some(Session::open(&path).unwrap()));
    assert!(window.session().is_unsaved());
    assert_eq!(who(&mut window).as_deref(), Some("questions"), "as it was brought back with its file");
    crash(window, &place, 1);
    let mut window = start(&place, None);
    assert_eq!(who(&mut window).as_deref(), Some("questions"), "as it was brought back unasked");
    window.button("Keep");
    window.command("New from preset");
    window.button("Discard");
    window.harness.get_by(|node| node.label().is_some_and(|label| label.starts_with("New decision"))).click();
    window.settle();
    assert_eq!(who(&mut window).as_deref(), Some("questions"), "as a preset");
}

/// Somebody asks for the file that the crash, or whatever caused it, has taken.
#[test]
fn a_file_that_cannot_be_read_is_brought_back_with_a_word_about_it() {
    let place = TempDir::new().unwrap();
    let path = put(&place, "laptop", "laptop.ron");
    let mut window = start(&place, Some(Session::open(&path).unwrap()));
    window.keys(CTRL_SHIFT, Key::E);
    let after = window.session().document().clone();
    crash(window, &place, 1);
    std::fs::remove_file(&path).unwrap();
    let folder = || Folder::new(place.path().join("state"));
    let builder = Harness::builder().with_size(SIZE).with_max_steps(60);
    let asked = path.clone();
    let left = folder();
    let harness = builder.build_eframe(move |cc| App::with_left(cc, &asked, left, "there is no such file").unwrap());
    let mut window = Window { harness };
    window.settle();
    assert!(window.says("there is no such file"));
    window.button("Close");
    assert_eq!(window.session().document(), &after);
    assert!(window.says("Its file is gone"));
    window.button("Discard");
    assert!(window.session().is_unsaved(), "it is nowhere but here");
    assert!(window.close(), "and so it is asked about");
}
