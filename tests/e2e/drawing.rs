//! What is on the screen: not blank, of the right size, in both themes.

use eframe::egui::accesskit::Role;

use crate::harness::display::Picture;
use crate::harness::{Desk, SIZE, Tree, Window, poll};

/// Waits until the screen looks as wanted.
pub fn wait_for_picture(desk: &Desk, name: &str, looks: impl Fn(&Picture) -> bool) -> Picture {
    poll(|| Some(desk.display.picture()).filter(&looks))
        .unwrap_or_else(|| panic!("see {}", desk.display.picture().save(name).display()))
}

/// Something in every corner, and more than a fill: an empty screen is black throughout.
pub fn is_drawn(picture: &Picture) -> bool {
    let (right, bottom) = (picture.width - 2, picture.height - 2);
    let corners = [(1, 1), (right, 1), (1, bottom), (right, bottom)];
    corners.iter().all(|&(x, y)| picture.at(x, y) != [0, 0, 0]) && picture.colors() > 100
}

/// Runs a command by its name, from the list of all.
fn run_command(window: &mut Window<'_>, name: &str) {
    let is_listed = |tree: &Tree, name: &str| tree.labels(Role::Button).iter().any(|label| label.starts_with(name));
    window.press(&["ctrl+k"]);
    window.wait("the list of commands", |tree| tree.focus() == Some((Role::TextInput, "Find a command")));
    window.type_text(name);
    window.wait("one command", |tree| is_listed(tree, name) && !is_listed(tree, "New from preset"));
    window.press(&["Return"]);
    window.wait("the list gone", |tree| tree.find(Role::TextInput, "Find a command").is_none());
}

#[test]
fn both_themes_fill_the_window() {
    let desk = Desk::new();
    let mut window = desk.open(&["security-guarantee"]);
    run_command(&mut window, "Light theme");
    let light = wait_for_picture(&desk, "light", |picture| is_drawn(picture) && picture.median_brightness() > 200);
    run_command(&mut window, "Dark theme");
    let dark = wait_for_picture(&desk, "dark", |picture| is_drawn(picture) && picture.median_brightness() < 70);
    for picture in [light, dark] {
        assert_eq!((picture.width, picture.height), SIZE);
    }
    assert_eq!(window.size(), SIZE);
}
