//! What it costs to keep a journal, and how soon what was done is on the disk.
//!
//! Prints a table in Markdown. `cargo bench --no-default-features --bench journal`
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench may panic, and prints")]

mod data;
#[path = "data/document.rs"]
mod large;

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use counterpoise::files::journal::Folder;
use counterpoise::files::presets;
use counterpoise::model::{Document, Score};
use counterpoise::session::{Action, Keeper, Outcome, Rectangle, Session};
use tempfile::TempDir;

/// How often each of the small steps is made.
const STEPS: u8 = 40;

fn main() {
    println!("| decision | step | the window's thread, at most | on the disk after, median | at most | bytes |");
    println!("|---|---|---:|---:|---:|---:|");
    run("a laptop", presets::find("laptop").unwrap().document().unwrap());
    let (rows, columns) = data::SIZES[2];
    run(&format!("{rows} x {columns}"), large::document(rows, columns));
}

/// Does this and that to a document whose journal is kept, and brings it back after a crash.
fn run(name: &str, document: Document) {
    let place = TempDir::new().unwrap();
    let mut open = Open::new(name, place.path(), document);
    let options: Vec<_> = open.session.document().alternatives.iter().map(|option| option.id).collect();
    let leaf = open.session.document().leaves()[0].id;
    let all = Rectangle { rows: 0..=options.len() - 1, columns: 0..=open.session.document().leaves().len() - 1 };
    open.time("the first one, with the whole decision", [Action::SetWeight { node: leaf, share: 0.15 }]);
    open.time(
        "a score",
        (0..STEPS).map(|at| Action::SetScore {
            option: options[usize::from(at) % options.len()],
            criterion: leaf,
            score: Some(Score::Exact(1.0 + f64::from(at))),
        }),
    );
    open.time("a weight", (0..STEPS).map(|at| Action::SetWeight { node: leaf, share: 0.2 + 0.01 * f64::from(at) }));
    open.time("all scores cleared", [Action::Clear(all)]);
    open.time("that undone", [Action::Undo]);
    open.time("an option added", (0..STEPS).map(|at| Action::AddOption { at: usize::from(at) }));
    open.bring_back();
}

/// An open document whose journal is kept.
struct Open<'a> {
    name: &'a str,
    place: &'a Path,
    session: Session,
    keeper: Keeper,
}

impl<'a> Open<'a> {
    fn new(name: &'a str, place: &'a Path, document: Document) -> Self {
        let session = Session::new(document);
        let mut keeper = Keeper::new(Folder::new(place), || ());
        keeper.adopt(&session);
        Self { name, place, session, keeper }
    }

    /// Does one thing after the other, each once the one before is on the disk.
    fn time(&mut self, step: &str, actions: impl IntoIterator<Item = Action>) {
        let before = self.bytes();
        let (mut here, mut there) = (Vec::new(), Vec::new());
        for action in actions {
            assert_ne!(self.session.perform(action).unwrap(), Outcome::Unchanged);
            self.session.rest();
            let kept = self.keeper.kept();
            let began = Instant::now();
            self.keeper.follow(&mut self.session);
            here.push(began.elapsed());
            while self.keeper.kept() == kept {
                thread::sleep(Duration::from_micros(200));
            }
            there.push(began.elapsed());
        }
        there.sort();
        let bytes = (self.bytes() - before) / there.len() as u64;
        let (median, last) = (there[there.len() / 2], there[there.len() - 1]);
        let most = here.into_iter().max().unwrap();
        println!("| {} | {step} | {:.1?} | {median:.1?} | {last:.1?} | {bytes} |", self.name, most);
    }

    fn bytes(&self) -> u64 {
        let files = fs::read_dir(self.place).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len());
        files.sum()
    }

    /// Ends without closing the document, and starts again.
    fn bring_back(self) {
        let (name, bytes) = (self.name, self.bytes());
        self.keeper.flush();
        let folder = Folder::new(self.place);
        drop(self.keeper);
        let mut keeper = Keeper::new(folder, || ());
        let (began, found) = loop {
            let began = Instant::now();
            if let (Some(found), _) = keeper.recover_newest() {
                break (began, found);
            }
        };
        let took = began.elapsed();
        assert_eq!(found.session.document(), self.session.document());
        println!("| {name} | brought back after a crash | {took:.1?} | | | {bytes} |");
    }
}
