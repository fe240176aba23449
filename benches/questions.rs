//! What it costs to ask and to call off: `cargo bench --no-default-features --bench questions`.
//!
//! Prints how long the window is held up by asking, how long an answer takes, and how long after its last use work ends that
//! was begun. The quickest and the slowest of many are printed: what matters of calling off is the slowest. The last column is
//! the share of the time after which half the work is told to be done.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench")]

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use counterpoise::analysis::Model;
use counterpoise::methods::Normalization;
use counterpoise::model::{Cell, Criterion, Document, Id, Node, Parts, Row, Score};
use counterpoise::pace::{Pace, Work};
use counterpoise::session::questions::{Agreement, Checks, Flips, Robustness, Tip};
use counterpoise::session::workers::Workers;
use counterpoise::session::{Query, Reply, Session};

fn document(rows: usize, columns: usize) -> Document {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 40).unwrap() % 10_001) / 100.0
    };
    let criteria: Vec<Id> = (0..columns).map(|column| Id::slug(&format!("criterion {column}"))).collect();
    let mut document = Document::default();
    for (id, number) in criteria.iter().zip(1_u32..) {
        document.criteria.push(Node::Criterion(Criterion::new(*id, format!("criterion {number}"))));
        document.weights.insert(*id, f64::from(number));
    }
    document.alternatives = (0..rows)
        .map(|row| {
            let name = format!("option {row}");
            let scores = criteria.iter().map(|id| (*id, Cell::of(Score::Exact(next())))).collect();
            Row { id: Id::slug(&name), name, description: String::new(), scores }
        })
        .collect();
    document
}

/// The same question, that says when nobody works on it any more.
struct Watched<Q>(Q, Arc<AtomicBool>);

struct Witness(Arc<AtomicBool>);

impl Drop for Witness {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl<Q: Clone> Clone for Watched<Q> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), Arc::clone(&self.1))
    }
}

impl<Q> PartialEq for Watched<Q> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.1, &other.1)
    }
}

impl<Q: Query> Query for Watched<Q> {
    type Answer = Q::Answer;
    const DEPENDS_ON: Parts = Q::DEPENDS_ON;
    const WAITS_FOR_REST: bool = Q::WAITS_FOR_REST;

    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, Q::Answer> {
        let witness = Witness(self.1);
        let work = self.0.answer(snapshot, pace);
        Box::pin(async move {
            let _witness = witness;
            work.await
        })
    }
}

fn measure<Q: Query>(name: &str, size: (usize, usize), query: impl Fn(&Session) -> Q) {
    let mut session = Session::new(document(size.0, size.1));
    let (wake, woken) = mpsc::channel();
    session.work_with(Workers::threads(move || {
        let _ = wake.send(());
    }));
    let (mut asking, mut ending) = (Vec::new(), Vec::new());
    for attempt in 0..60_u32 {
        let gone = Arc::new(AtomicBool::new(false));
        let start = Instant::now();
        let reply = session.ask(Watched(query(&session), Arc::clone(&gone)));
        asking.push(start.elapsed());
        if matches!(reply, Reply::Fresh(_)) {
            continue;
        }
        // Somewhere in the first seconds of the work, as far as it lasts.
        thread::sleep(Duration::from_millis(u64::from(attempt * attempt)));
        if gone.load(Ordering::SeqCst) {
            break;
        }
        let start = Instant::now();
        session.ask(Watched(query(&session), Arc::default()));
        while !gone.load(Ordering::SeqCst) {
            thread::yield_now();
        }
        ending.push(start.elapsed());
    }
    let start = Instant::now();
    let mut half = None;
    loop {
        match session.ask(query(&session)) {
            Reply::Fresh(_) => break,
            reply if half.is_none() && reply.under_way() >= Some(0.5) => half = Some(start.elapsed()),
            _ => {}
        }
        let _ = woken.recv_timeout(Duration::from_millis(2));
    }
    let whole = start.elapsed();
    let half = half
        .map_or_else(|| "-".to_owned(), |half| format!("{:.0} %", 100.0 * half.as_secs_f64() / whole.as_secs_f64()));
    let ms = |time: Option<&Duration>| {
        time.map_or_else(|| "-".to_owned(), |time| format!("{:.2}", time.as_secs_f64() * 1e3))
    };
    println!(
        "| {name} | {}x{} | {} | {} | {} | {:.0} | {half} |",
        size.0,
        size.1,
        ms(asking.iter().max()),
        ms(ending.iter().min()),
        ms(ending.iter().max()),
        whole.as_secs_f64() * 1e3
    );
}

fn main() {
    println!(
        "| question | size | asked, slowest, ms | called off, quickest, ms | slowest, ms | answered, ms | half told after |"
    );
    println!("|---|---|---:|---:|---:|---:|---:|");
    for size in [(20, 12), (1000, 100), (100_000, 20)] {
        measure("tip", size, |_| Tip);
    }
    let checks = |session: &Session| Checks(session.to_check().0);
    for size in [(6, 5), (31, 20), (200, 20), (1000, 100)] {
        measure("checks", size, checks);
    }
    for size in [(20, 12), (200, 20), (1000, 100)] {
        measure("agreement", size, |_| Agreement(None));
        measure("robustness", size, |_| Robustness(counterpoise::analysis::robustness::Settings::default()));
    }
    for size in [(20, 12), (200, 20)] {
        measure("flips", size, |_| Flips(Normalization::Value));
    }
}
