//! What somebody might do next, by keys and mouse.

use std::thread;
use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::vec2;

use crate::harness::Window;

/// Numbers that look random and are the same for the same seed (splitmix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % end
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        (!all.is_empty()).then(|| &all[self.below(all.len())])
    }
}

/// What was done, as far as it matters for when it is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Sealed,
    /// A weight was moved by keys, and may move on.
    ByKeys,
    Saved,
}

pub fn act(window: &mut Window<'_>, chance: &mut Chance) -> Done {
    if chance.below(14) == 0 {
        window.press(&["Escape", "ctrl+s"]);
        return Done::Saved;
    }
    act_unsaved(window, chance)
}

/// Anything but saving.
pub fn act_unsaved(window: &mut Window<'_>, chance: &mut Chance) -> Done {
    match chance.below(12) {
        0..=2 => weight_by_keys(window, chance),
        3..=4 => weight_by_mouse(window, chance),
        5..=7 => cell(window, chance),
        8 => {
            window.press(&["Escape", "ctrl+shift+e"]);
            Done::Sealed
        }
        9 => option(window, chance),
        10 => {
            window.press(&["Escape", "ctrl+z"]);
            Done::Sealed
        }
        _ => {
            window.press(&["Escape", "ctrl+shift+z"]);
            Done::Sealed
        }
    }
}

/// As long as a hand takes at least between two things; what comes within one frame may count for nothing.
fn rest() {
    thread::sleep(Duration::from_millis(40));
}

fn weight_by_keys(window: &mut Window<'_>, chance: &mut Chance) -> Done {
    let key = ["Right", "Left"][chance.below(2)];
    let keys = vec![key; 1 + chance.below(6)];
    window.press(&["Escape", "ctrl+1"]);
    rest();
    window.press(&keys);
    Done::ByKeys
}

fn weight_by_mouse(window: &mut Window<'_>, chance: &mut Chance) -> Done {
    let tree = window.tree();
    let sliders = tree.labels(Role::Slider);
    let Some(name) = chance.of(&sliders) else { return Done::Sealed };
    let from = tree.middle(Role::Slider, name);
    #[expect(clippy::cast_precision_loss, reason = "some pixels")]
    let way = chance.below(90) as f32 - 45.0;
    window.point(from);
    rest();
    window.hold(true);
    for part in [0.3, 0.7, 1.0] {
        rest();
        window.point(from + vec2(way * part, 0.0));
    }
    rest();
    window.hold(false);
    Done::Sealed
}

fn cell(window: &mut Window<'_>, chance: &mut Chance) -> Done {
    let tree = window.tree();
    let cells = tree.labels(Role::Cell);
    let Some(name) = chance.of(&cells) else { return Done::Sealed };
    window.click(tree.middle(Role::Cell, name));
    rest();
    if chance.below(5) == 0 {
        window.press(&["Delete"]);
    } else {
        window.type_text(&(1 + chance.below(9)).to_string());
        rest();
        // What cannot stand is dropped.
        window.press(&["Return", "Escape"]);
    }
    Done::Sealed
}

/// Adds an option and names it; where there are many, the chosen one goes.
fn option(window: &mut Window<'_>, chance: &mut Chance) -> Done {
    let tree = window.tree();
    if tree.order().len() < 7 {
        window.press(&["Escape", "ctrl+shift+o"]);
        rest();
        window.type_text(&format!("Option {}", chance.below(1000)));
        window.press(&["Return"]);
    } else {
        window.press(&["Escape", "ctrl+z"]);
    }
    Done::Sealed
}
