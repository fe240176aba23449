//! Where nothing can be written down, or somebody else writes.

use std::fs;
use std::path::Path;
use std::process::Command;

use eframe::egui::accesskit::Role;

use super::{KEPT, crash, even_out, kept, last_change, moved, push, put, recovered, says};
use crate::harness::{Desk, Tree};

const NOT_KEPT: &str = "What you do is not kept for the case of a crash: cannot ";

fn times(tree: &Tree, start: &str) -> usize {
    tree.texts().iter().filter(|text| text.starts_with(start)).count()
}

#[test]
fn a_folder_that_cannot_be_written_is_said_once_and_stops_nothing() {
    let desk = Desk::new();
    let file = put(&desk, "laptop.ron");
    // Where the folder should be made there is a file. Whoever is root may write to a folder that is read-only.
    fs::write(desk.path("xdg_state_home"), "").unwrap();
    let mut window = desk.open(&[&file]);
    even_out(&mut window);
    let tree = window.wait("that nothing is kept", |tree| says(tree, NOT_KEPT));
    assert_eq!(times(&tree, NOT_KEPT), 1, "{:?}", tree.texts());
    push(&mut window, "Close");
    moved(&mut window);
    std::thread::sleep(KEPT);
    assert!(!says(&window.tree(), NOT_KEPT));
    window.press(&["Escape", "ctrl+s"]);
    window.wait_for_title(|title| title == "laptop.ron - Counterpoise");
    window.press(&["ctrl+q"]);
    assert!(window.wait_for_end().success());
}

/// How many options there are.
fn options(tree: &Tree) -> usize {
    let numbers = tree.texts().into_iter().find_map(|text| text.split_once(" options")?.0.parse().ok());
    numbers.unwrap_or_else(|| panic!("no size in {:?}", tree.texts()))
}

/// The program with no more than so many kilobytes for any file that it writes: like a disk that is full.
fn with_little_room(desk: &Desk, arguments: &[&str], kilobytes: usize) -> Command {
    let inner = desk.command(arguments);
    let mut command = Command::new("/bin/bash");
    // A write beyond the limit is a signal unless that is ignored; then it is an error.
    command.args(["-c", &format!("trap '' XFSZ; ulimit -f {kilobytes}; exec \"$0\" \"$@\"")]);
    command.arg(inner.get_program()).args(inner.get_args());
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

#[test]
fn a_full_disk_is_said_once_stops_nothing_and_leaves_what_had_room() {
    let desk = Desk::new();
    let file = put(&desk, "laptop.ron");
    let mut window = desk.open_with(with_little_room(&desk, &[&file], 14));
    let mut steps = 0;
    while !says(&window.tree(), NOT_KEPT) {
        assert!(steps < 100, "it never says so");
        window.press(&["ctrl+shift+o", "Escape"]);
        steps += 1;
    }
    push(&mut window, "Close");
    even_out(&mut window);
    let tree = window.tree();
    assert!(!says(&tree, NOT_KEPT));
    let shown = options(&tree);
    crash(window);

    let mut window = desk.open(&[]);
    let tree = window.wait("what was recovered", recovered);
    assert_eq!(last_change(&tree), "Add option");
    assert!((6..shown).contains(&options(&tree)), "{} of {shown}", options(&tree));
    assert!(kept(&desk, "damaged").is_empty());
    // There is room again.
    even_out(&mut window);
    crash(window);
    let mut window = desk.open(&[]);
    let tree = window.wait("what was recovered", recovered);
    assert_eq!(last_change(&tree), "Even out the weights");
}

#[test]
fn the_second_window_on_a_file_says_so_and_can_look_only() {
    let desk = Desk::new();
    let other = desk.on_another_screen();
    let file = put(&desk, "laptop.ron");
    let mut first = desk.open(&[&file]);
    let mut second = other.open(&[&file]);
    assert!(!says(&first.tree(), "laptop.ron is open in another window."));
    second.wait("that it is open elsewhere", |tree| says(tree, "laptop.ron is open in another window."));
    push(&mut second, "Look only");
    second.wait("that it only looks", |tree| says(tree, "This window only looks at laptop.ron"));
    second.press(&["ctrl+shift+e"]);
    second.wait("why nothing happens", |tree| says(tree, "This window only looks; choose"));
    assert!(last_change(&second.tree()).is_empty());
    even_out(&mut first);
    first.press(&["ctrl+s"]);
    first.wait_for_title(|title| title == "laptop.ron - Counterpoise");
    assert!(!kept(&desk, "journal").is_empty());
    first.press(&["ctrl+q"]);
    assert!(first.wait_for_end().success());
    // Back in this window, nobody else has the file, which has been changed.
    second.lose_focus();
    second.take_focus();
    second.wait("that it is here alone", |tree| !says(tree, "This window only looks at"));
    let before = fs::read(Path::new(&file)).unwrap();
    even_out(&mut second);
    second.press(&["ctrl+s"]);
    second.wait("a question", |tree| tree.find(Role::Button, "Cancel").is_some());
    assert_eq!(fs::read(&file).unwrap(), before);
}
