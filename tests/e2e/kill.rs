//! The window is killed at random moments, started again, and compared with what it had shown before.
//!
//! `scripts/campaign kill [N]` runs many of these; a few stand in the tests. What somebody does is done by keys and mouse
//! through the X server, and what the window shows is read after each of it. A step counts as acknowledged a second after it
//! was sealed; of a weight that keys move that is two seconds after the last key, or with whatever is done next. What comes
//! back must be a state that was shown, and none before the last acknowledged one; or the one that follows from what was
//! just being done, from which undo (or redo) must lead to one.
#![allow(clippy::print_stderr, reason = "a campaign has figures to tell")]

mod figures;
mod hand;
mod shown;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use counterpoise::files::{self, Format, Task, presets};
use eframe::egui::accesskit::Role;

use crate::harness::{Desk, Window};
use figures::Figures;
use hand::{Chance, Done};
use shown::{Shown, settled};

/// How many kills stand in the tests.
const FEW: usize = 4;
/// When a sealed step must be in the journal.
const KEPT: Duration = Duration::from_secs(1);
/// When a weight that keys have moved is sealed.
const REST: Duration = Duration::from_secs(2);
/// Of how many steps one thing that is done can consist.
const STEPS: usize = 3;

/// Something that was shown after something was done.
#[derive(Debug)]
struct Seen {
    at: Instant,
    shown: Shown,
    done: Done,
}

/// How a window came to its end.
#[derive(Debug)]
struct End {
    at: Instant,
    /// True where it was asked to end, so that all of it must be there.
    was_asked: bool,
    /// The last thing that was done, without a look at what came of it.
    unseen: bool,
}

/// One window after the other on one screen.
#[derive(Debug)]
struct Lane {
    chance: Chance,
    figures: Figures,
    /// What is in the file.
    saved: Shown,
}

impl Lane {
    fn run(seed: u64, kills: usize) -> Figures {
        let desk = Desk::new();
        let path = desk.path("laptop.ron");
        let document = presets::find("laptop").unwrap().document().unwrap();
        files::export(&Task::of(&document), Format::Ron, &path).unwrap();
        let file = path.to_string_lossy().into_owned();
        let mut window = desk.open(&[&file]);
        let start = settled(&mut window);
        let (chance, figures) = (Chance::new(seed), Figures::default());
        let mut lane = Self { chance, figures, saved: start.clone() };
        let (mut seen, mut end) = lane.live(window, start);
        for number in 1..=kills {
            let left = keep(&desk, &format!("kill-{seed}-{number}"));
            let mut window = desk.open(&lane.arguments(&file, &seen, &end));
            let failures = lane.figures.failures.len();
            let now = lane.check(number, &mut window, &seen, &end);
            for failure in &lane.figures.failures[failures..] {
                eprintln!("seed {seed}, {failure}\nwhat was left is in {}", left.display());
            }
            if failures == lane.figures.failures.len() {
                let _ = fs::remove_dir_all(left);
            }
            if number % 50 == 0 {
                eprintln!("seed {seed}, so far\n{}", lane.figures);
            }
            if number == kills {
                break;
            }
            (seen, end) = lane.live(window, now);
        }
        lane.figures
    }

    /// What the next start is asked for: nothing, where unsaved work must come back without being asked; else the file,
    /// since a program that was killed may not even remember which one that was.
    fn arguments<'a>(&mut self, file: &'a str, seen: &[Seen], end: &End) -> Vec<&'a str> {
        let unsaved = seen[oldest(seen, end)..].iter().all(|seen| !seen.shown.is_same_decision(&self.saved));
        if unsaved && !end.unseen && self.chance.below(4) > 0 { Vec::new() } else { vec![file] }
    }

    /// Does this and that, and ends the window at a moment that nobody knows.
    fn live(&mut self, mut window: Window<'_>, start: Shown) -> (Vec<Seen>, End) {
        let mut seen = vec![Seen { at: Instant::now(), shown: start, done: Done::Sealed }];
        for _ in 0..self.chance.below(9) {
            let done = hand::act(&mut window, &mut self.chance);
            if done == Done::Saved {
                // The file is written beside the window.
                window.wait_for_title(|title| !title.starts_with('•'));
            }
            let shown = settled(&mut window);
            self.figures.done += 1;
            self.figures.changed += usize::from(seen.last().is_some_and(|seen| !seen.shown.is_same_decision(&shown)));
            match done {
                Done::Saved => self.saved = shown.clone(),
                Done::Sealed | Done::ByKeys => {}
            }
            seen.push(Seen { at: Instant::now(), shown, done });
            thread::sleep(Duration::from_millis(self.chance.below(400) as u64));
        }
        thread::sleep(Duration::from_millis(self.chance.below(2500) as u64));
        let unseen = self.chance.below(3) == 0;
        if unseen {
            // Saving is seen, since it is compared with.
            hand::act_unsaved(&mut window, &mut self.chance);
            self.figures.done += 1;
            thread::sleep(Duration::from_millis(self.chance.below(60) as u64));
        }
        let was_asked = self.chance.below(8) == 0;
        let at = Instant::now();
        if was_asked {
            window.ask_to_end(["TERM", "HUP"][self.chance.below(2)]);
            let status = window.wait_for_end();
            if !status.success() {
                self.figures.failures.push(format!("it ended with {status} when it was asked to"));
            }
            self.figures.asked += 1;
        } else {
            window.kill();
        }
        self.figures.kills += 1;
        (seen, End { at, was_asked, unseen })
    }

    /// Compares what came back with what had been seen, and returns it.
    fn check(&mut self, number: usize, window: &mut Window<'_>, seen: &[Seen], end: &End) -> Shown {
        let now = settled(window);
        let oldest = oldest(seen, end);
        let allowed = |shown: &Shown| seen[oldest..].iter().rposition(|seen| seen.shown.is_same(shown));
        let found = allowed(&now).or_else(|| {
            self.figures.unseen += 1;
            end.unseen.then(|| near(window, &now, &allowed)).flatten()
        });
        match found {
            Some(at) if oldest + at + 1 == seen.len() => self.figures.newest += 1,
            Some(at) => self.figures.lost.push(end.at - seen[oldest + at + 1].at),
            None => {
                let states: Vec<_> =
                    seen.iter().map(|seen| (end.at - seen.at, seen.done, seen.shown.brief(&now))).collect();
                self.figures.failures.push(format!("kill {number}: from {oldest} on, {end:?}, {states:#?}"));
            }
        }
        let differs = !now.is_same_decision(&self.saved);
        let tree = window.tree();
        let says = tree.texts().iter().any(|text| text.starts_with("Recovered "));
        if differs && !says {
            self.figures.failures.push(format!("kill {number}: nothing is said of what came back"));
        }
        if says && differs && self.chance.below(6) == 0 {
            self.discard(number, window, &now);
        }
        now
    }

    /// "Discard" leads to what was saved, and can be undone.
    fn discard(&mut self, number: usize, window: &mut Window<'_>, before: &Shown) {
        let at = window.tree().middle(Role::Button, "Discard");
        window.click(at);
        window.wait("discarded", |tree| tree.find(Role::Button, "Bring back").is_some());
        let discarded = settled(window);
        let at = window.tree().middle(Role::Button, "Bring back");
        window.click(at);
        window.wait("brought back", |tree| tree.find(Role::Button, "Discard").is_some());
        if !discarded.is_same_decision(&self.saved) || !settled(window).is_same(before) {
            self.figures.failures.push(format!("kill {number}: discarding does not lead to what was saved and back"));
        }
        self.figures.discarded += 1;
    }
}

/// The oldest of what may come back.
fn oldest(seen: &[Seen], end: &End) -> usize {
    (0..seen.len()).rev().find(|at| is_acknowledged(seen, *at, end)).unwrap_or(0)
}

/// True where what was seen then must come back, unless something later does.
fn is_acknowledged(seen: &[Seen], at: usize, end: &End) -> bool {
    let next = seen.get(at + 1);
    let by_keys = seen[at].done == Done::ByKeys;
    // Where the same weight went on, it was never sealed as it was; what was not seen may have moved it on.
    if by_keys && next.map_or(end.unseen, |next| next.done == Done::ByKeys) {
        return false;
    }
    let rest = if by_keys { seen[at].at + REST } else { seen[at].at };
    end.was_asked || next.map_or(rest, |next| next.at.min(rest)) + KEPT <= end.at
}

/// Looks for what was seen a few steps behind or ahead of what came back: it was just being done, or taken back.
fn near(window: &mut Window<'_>, now: &Shown, allowed: &dyn Fn(&Shown) -> Option<usize>) -> Option<usize> {
    for (there, back) in [("ctrl+z", "ctrl+shift+z"), ("ctrl+shift+z", "ctrl+z")] {
        let mut last = now.clone();
        let mut found = None;
        let mut steps = 0;
        while found.is_none() && steps < STEPS {
            window.press(&["Escape", there]);
            let shown = settled(window);
            if shown == last {
                break;
            }
            found = allowed(&shown);
            last = shown;
            steps += 1;
        }
        for _ in 0..steps {
            window.press(&[back]);
            settled(window);
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Copies what is left before the next start, for somebody to look at where that fails. Returns where it is.
fn keep(desk: &Desk, name: &str) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::create_dir_all(&to);
    let entries = fs::read_dir(desk.path("xdg_state_home/counterpoise")).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()).chain([desk.path("laptop.ron")]) {
        let _ = fs::copy(&path, to.join(path.file_name().unwrap()));
    }
    to
}

fn number(name: &str, otherwise: usize) -> usize {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn what_was_acknowledged_comes_back_after_a_kill() {
    let kills = number("COUNTERPOISE_KILLS", FEW);
    let lanes = number("COUNTERPOISE_KILL_LANES", 1).clamp(1, 2);
    let seed = number("COUNTERPOISE_KILL_SEED", 1) as u64;
    let mut all = Figures::default();
    thread::scope(|scope| {
        let lanes: Vec<_> =
            (0..lanes).map(|lane| scope.spawn(move || Lane::run(seed + lane as u64, kills.div_ceil(lanes)))).collect();
        for lane in lanes {
            all.add(lane.join().expect("a lane"));
        }
    });
    eprintln!("{all}");
    assert!(all.failures.is_empty(), "{:#?}", all.failures);
}
