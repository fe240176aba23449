//! What a large document costs to copy, and to take many options in.
//!
//! Prints a table in Markdown, the quickest of several each. `cargo bench --no-default-features --bench document`
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench may panic, and prints")]

mod data;
#[path = "data/document.rs"]
mod large;

use std::hint::black_box;
use std::time::{Duration, Instant};

use counterpoise::model::{Document, Id, Row};
use counterpoise::session::{MergePlan, MergeWay, Session};

const COLUMNS: usize = 20;
const COPIES: u32 = 1000;
const MERGES: usize = 5;

fn main() {
    println!("| work | figure |\n|---|---:|");
    for rows in [100, data::SIZES[2].0] {
        let document = large::document(rows, COLUMNS);
        let copies = || (0..COPIES).for_each(|_| drop(black_box(black_box(&document).clone())));
        let one = quickest(20, || (), |()| copies()) / COPIES;
        let columns = u32::try_from(COLUMNS).unwrap();
        line(&format!("a copy of {rows} x {COLUMNS}"), one);
        line(&format!("the same, for each column, {rows} x {COLUMNS}"), one / columns);
    }
    let incoming = large::document(100_000, COLUMNS);
    let few = Document { alternatives: (0..1).map(|_| stranger(&incoming)).collect(), ..incoming.clone() };
    for way in [MergeWay::Add, MergeWay::Replace] {
        let merge = |mut session: Session| {
            let plan = MergePlan::new(session.document(), &incoming, way);
            session.perform(plan.action().unwrap()).unwrap();
            session
        };
        assert!(merge(Session::new(few.clone())).document().alternatives.len() >= 100_000, "all have come in");
        let took = quickest(MERGES, || Session::new(few.clone()), |session| drop(black_box(merge(session))));
        line(&format!("{} 100,000 x {COLUMNS}: planned, done, and ranked anew", way.name()), took);
    }
}

/// An option that the incoming decision does not have.
fn stranger(document: &Document) -> Row {
    let row = document.alternatives.row(0);
    Row { id: Id::slug("Somebody else"), name: "Somebody else".to_owned(), ..row }
}

fn quickest<T>(runs: usize, prepare: impl Fn() -> T, work: impl Fn(T)) -> Duration {
    let run = || {
        let ready = prepare();
        let started = Instant::now();
        work(ready);
        started.elapsed()
    };
    (0..runs).map(|_| run()).min().unwrap()
}

fn line(what: &str, took: Duration) {
    let (figure, unit) = match took.as_nanos() {
        0..10_000 => (took.as_secs_f64() * 1e9, "ns"),
        10_000..10_000_000 => (took.as_secs_f64() * 1e6, "µs"),
        _ => (took.as_secs_f64() * 1e3, "ms"),
    };
    println!("| {what} | {figure:.0} {unit} |");
}
