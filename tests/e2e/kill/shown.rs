//! What the window shows of a decision, for comparing.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use eframe::egui::accesskit::Role;

use crate::harness::{Tree, Window};

#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    weights: BTreeMap<String, String>,
    cells: BTreeMap<String, String>,
    ranking: Vec<String>,
    last: Option<String>,
}

impl Shown {
    fn of(tree: &Tree) -> Self {
        let weights = tree.numbers(Role::Slider).into_iter().map(|(name, number)| (name, format!("{number:.6}")));
        Self {
            weights: weights.collect(),
            cells: tree.values(Role::Cell).into_iter().collect(),
            ranking: tree.order(),
            last: tree.texts().into_iter().find(|text| text.starts_with("Last change: ")).map(str::to_owned),
        }
    }

    /// True where the same decision is shown. The last change is compared where both say one: it gives way to messages.
    pub fn is_same(&self, other: &Self) -> bool {
        self.is_same_decision(other) && (self.last.is_none() || other.last.is_none() || self.last == other.last)
    }

    /// True where the same decision is shown, whatever has led to it.
    pub fn is_same_decision(&self, other: &Self) -> bool {
        (&self.weights, &self.cells, &self.ranking) == (&other.weights, &other.cells, &other.ranking)
    }

    /// Where it differs from another, in short.
    pub fn brief(&self, other: &Self) -> String {
        let differ = |ours: &BTreeMap<String, String>, theirs: &BTreeMap<String, String>| -> Vec<String> {
            let names = ours.keys().chain(theirs.keys());
            let mut names: Vec<_> = names.filter(|name| ours.get(*name) != theirs.get(*name)).collect();
            names.dedup();
            names.into_iter().map(|name| format!("{name}: {:?}, not {:?}", ours.get(name), theirs.get(name))).collect()
        };
        let mut all = differ(&self.weights, &other.weights);
        all.extend(differ(&self.cells, &other.cells));
        all.truncate(6);
        format!("{:?} ({:?}): {}", self.last, other.last, all.join("; "))
    }
}

/// What is shown once it shows the same for longer than a few frames: between two keys that came at once there are some in
/// which nothing happens.
pub fn settled(window: &mut Window<'_>) -> Shown {
    let mut shown = Shown::of(&window.tree());
    let mut same = 0;
    while same < 5 {
        thread::sleep(Duration::from_millis(30));
        let next = Shown::of(&window.tree());
        same = if next == shown { same + 1 } else { 0 };
        shown = next;
    }
    shown
}
