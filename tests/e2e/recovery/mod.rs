//! A window that ends otherwise than by being closed leaves its work to the next one.

mod crash;
mod ending;
mod refused;

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use counterpoise::files::{self, Format, Task, presets};
use eframe::egui::accesskit::Role;

use crate::harness::{Desk, Tree, Window};

/// When a sealed step must be in the journal.
const KEPT: Duration = Duration::from_secs(1);

/// A preset as a file in the home folder, and how the program is asked for it.
fn put(desk: &Desk, name: &str) -> String {
    let path = desk.path(name);
    files::export(&Task::of(&presets::find("laptop").unwrap().document().unwrap()), Format::Ron, &path).unwrap();
    path.to_string_lossy().into_owned()
}

/// The files with this extension where journals are.
fn kept(desk: &Desk, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(desk.path("xdg_state_home/counterpoise")).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

fn says(tree: &Tree, start: &str) -> bool {
    tree.texts().iter().any(|text| text.starts_with(start))
}

fn recovered(tree: &Tree) -> bool {
    says(tree, "Recovered ")
}

fn last_change(tree: &Tree) -> String {
    let last = tree.texts().into_iter().find_map(|text| text.strip_prefix("Last change: "));
    last.unwrap_or_default().to_owned()
}

/// Waits until a step of this name was the last one.
fn wait_for_change(window: &mut Window<'_>, step: &str) -> Tree {
    window.wait(step, |tree| last_change(tree).starts_with(step))
}

/// Makes a step, which is sealed at once.
fn even_out(window: &mut Window<'_>) {
    window.press(&["ctrl+shift+e"]);
    wait_for_change(window, "Even out the weights");
}

/// Ends the window on the spot, once what was done must have been kept.
fn crash(window: Window<'_>) {
    thread::sleep(KEPT);
    window.kill();
}

/// Moves a weight with keys, and returns what it is then.
fn moved(window: &mut Window<'_>) -> (String, f64) {
    window.press(&["ctrl+1"]);
    let tree = window.wait("focus on a slider", |tree| tree.focus().is_some_and(|(role, _)| role == Role::Slider));
    let name = tree.focus().unwrap().1.to_owned();
    let before = tree.percent(&name).unwrap();
    window.press(&["Right", "Right", "Right"]);
    // The first goes to whole percent.
    let tree = window.wait("the weight moved", |tree| tree.percent(&name).unwrap() > before + 2.0);
    (name.clone(), tree.percent(&name).unwrap())
}

fn is_at(tree: &Tree, (name, percent): &(String, f64)) -> bool {
    (tree.percent(name).unwrap() - percent).abs() < 1e-9
}

/// Presses a button of the window.
fn push(window: &mut Window<'_>, name: &str) {
    let tree = window.wait(name, |tree| tree.find(Role::Button, name).is_some());
    window.click(tree.middle(Role::Button, name));
}
