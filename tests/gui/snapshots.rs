//! A few pictures of the whole window, to see that nothing has fallen out of place.
//!
//! `UPDATE_SNAPSHOTS=force` makes them anew. They are compared with tolerance: see `snapshot_options`.

use eframe::egui::{Key, Theme, vec2};

use crate::{CTRL, Setup, preset};

fn picture(name: &str, setup: Setup, zoom_steps: usize) {
    let mut window = setup.open(preset("security-guarantee"));
    for _ in 0..zoom_steps {
        window.keys(CTRL, Key::Plus);
    }
    window.harness.snapshot(name);
}

#[test]
fn light() {
    picture("light", Setup::default(), 0);
}

#[test]
fn dark() {
    picture("dark", Setup { theme: Theme::Dark, ..Setup::default() }, 0);
}

#[test]
fn small() {
    picture("small", Setup { size: vec2(1024.0, 700.0), ..Setup::default() }, 0);
}

#[test]
fn twice_the_size() {
    picture("twice_the_size", Setup::default(), 5);
}
