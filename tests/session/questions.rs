//! Questions: fresh after any sequence of actions, never waited for, called off when nobody asks any more, and the same with
//! threads and without.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use counterpoise::analysis::Model;
use counterpoise::analysis::robustness::Settings;
use counterpoise::methods::Normalization;
use counterpoise::model::{Parts, Scope};
use counterpoise::pace::{Pace, SLICE, Work};
use counterpoise::session::questions::{Agreement, Flips, Robustness, Tip};
use counterpoise::session::workers::Workers;
use counterpoise::session::{Action, Query, Reply, Session};
use proptest::prelude::*;

use crate::actions::{action, perform};
use crate::{documents, matrix};

/// A matrix of ratings without order.
fn of_size(rows: usize, columns: usize) -> Session {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 40).unwrap() % 101)
    };
    let rows: Vec<Vec<f64>> = (0..rows).map(|_| (0..columns).map(|_| next()).collect()).collect();
    matrix(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// Waits until an answer is fresh. Fails where that takes a minute.
fn fresh<Q: Query>(session: &Session, query: &Q, go_on: impl Fn()) -> Arc<Q::Answer> {
    for _ in 0..60_000 {
        match session.ask(query.clone()) {
            Reply::Fresh(answer) => return answer,
            Reply::BrokeOff => panic!("a fault stopped it"),
            Reply::Stale(..) | Reply::Pending(_) => go_on(),
        }
    }
    panic!("it does not come");
}

/// Asks everything in both ways, and of a session that has never known anything else.
fn is_as_new(session: &Session, go_on: impl Fn() + Copy) -> Result<(), TestCaseError> {
    let new = Session::new(session.document().clone());
    let robustness = Robustness(Settings { samples: 3000, ..Settings::default() });
    prop_assert_eq!(fresh(session, &Tip, go_on), new.answer(Tip));
    prop_assert_eq!(fresh(session, &session.to_check(), go_on), new.answer(session.to_check()));
    for normalization in [Normalization::Value, Normalization::Max] {
        let flips = Flips(normalization);
        // Compared as they are written: what is missing is no number, and none equals itself.
        let said = |answer: Arc<<Flips as Query>::Answer>| format!("{answer:?}");
        prop_assert_eq!(said(fresh(session, &flips, go_on)), said(new.answer(flips)));
    }
    prop_assert_eq!(
        format!("{:?}", fresh(session, &robustness, go_on)),
        format!("{:?}", new.answer(robustness.clone()))
    );
    let agreement = Agreement(None);
    prop_assert_eq!(format!("{:?}", fresh(session, &agreement, go_on)), format!("{:?}", new.answer(agreement)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn after_any_sequence_of_actions_an_answer_is_the_one_computed_from_scratch(
        document in documents::document(),
        actions in prop::collection::vec((action(), any::<bool>()), 1..12),
        has_threads in any::<bool>(),
    ) {
        let workers = if has_threads { Workers::threads(|| {}) } else { Workers::between_frames(|| {}) };
        let mut session = Session::new(document);
        session.work_with(workers.clone());
        let go_on = || {
            if has_threads {
                thread::sleep(Duration::from_millis(1));
            } else {
                // One slice a frame.
                workers.go_on(|| true);
            }
        };
        for (action, asks) in &actions {
            let _ = perform(&mut session, action);
            if *asks {
                // Begun, and overtaken by the next action.
                let _ = (session.ask(Tip), session.ask(session.to_check()), session.ask(Agreement(None)));
            }
        }
        session.rest();
        is_as_new(&session, go_on)?;
    }
}

/// Work that goes on until it is let go, and tells how many slices it has done.
#[derive(Clone)]
struct Slow {
    gate: Arc<(Mutex<bool>, Condvar)>,
    /// How often it was begun.
    begun: Arc<AtomicUsize>,
    slices: Arc<AtomicUsize>,
    dropped: Arc<AtomicBool>,
}

impl PartialEq for Slow {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.gate, &other.gate)
    }
}

impl Slow {
    fn new() -> Self {
        Self { gate: Arc::default(), begun: Arc::default(), slices: Arc::default(), dropped: Arc::default() }
    }

    fn let_go(&self) {
        *self.gate.0.lock().unwrap() = true;
        self.gate.1.notify_all();
    }
}

/// Says that it is gone.
struct Witness(Arc<AtomicBool>);

impl Drop for Witness {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Query for Slow {
    type Answer = f64;
    const DEPENDS_ON: Parts = Parts::WEIGHTS;
    const WAITS_FOR_REST: bool = false;

    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, f64> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        let witness = Witness(self.dropped.clone());
        Box::pin(async move {
            let _witness = witness;
            while !*self.gate.0.lock().unwrap() {
                self.slices.fetch_add(1, Ordering::SeqCst);
                pace.spend(SLICE).await;
            }
            snapshot.weights()[0]
        })
    }
}

fn wait_until(mut what: impl FnMut() -> bool) {
    assert!(
        (0..60_000).any(|_| what() || {
            thread::sleep(Duration::from_millis(1));
            false
        }),
        "it never happens"
    );
}

#[test]
fn a_drag_goes_on_while_a_slow_question_is_worked_on() {
    let mut session = of_size(20, 12);
    session.work_with(Workers::threads(|| {}));
    let slow = Slow::new();
    let node = session.document().leaves()[0].id;
    // All of these come to their end although the question cannot.
    for step in 1..=200 {
        let share = f64::from(step) / 400.0;
        session.perform(Action::DragWeight { node, share, scope: Scope::Everything }).unwrap();
        assert!(matches!(session.ask(slow.clone()), Reply::Pending(_)));
        assert!(matches!(session.ask(Tip), Reply::Fresh(_)), "what is quick is answered in the frame");
    }
    session.rest();
    slow.let_go();
    let answer = fresh(&session, &slow, || thread::sleep(Duration::from_millis(1)));
    assert!((*answer - 0.5).abs() < 1e-9, "of the newest state");
}

#[test]
fn what_nobody_asks_any_more_is_called_off() {
    let mut session = of_size(6, 5);
    session.work_with(Workers::threads(|| {}));
    let slow = Slow::new();
    assert!(matches!(session.ask(slow.clone()), Reply::Pending(_)));
    wait_until(|| slow.slices.load(Ordering::SeqCst) > 10);
    let node = session.document().leaves()[0].id;
    session.perform(Action::SetWeight { node, share: 0.5 }).unwrap();
    wait_until(|| slow.dropped.load(Ordering::SeqCst));
    // A change that it does not depend on leaves it alone.
    let other = Slow::new();
    assert!(matches!(session.ask(other.clone()), Reply::Pending(_)));
    wait_until(|| other.slices.load(Ordering::SeqCst) > 10);
    let mut about = session.document().about.clone();
    about.title.push('!');
    session.perform(Action::SetAbout(Box::new(about))).unwrap();
    // Had it been called off, it would have been begun anew, and the first one dropped.
    assert_eq!(other.begun.load(Ordering::SeqCst), 1);
    assert!(matches!(session.ask(other.clone()), Reply::Pending(_) | Reply::Stale(..)));
    assert_eq!(other.begun.load(Ordering::SeqCst), 1);
    other.let_go();
    fresh(&session, &other, || thread::sleep(Duration::from_millis(1)));
    // And with the session goes all that was asked of it.
    let last = Slow::new();
    assert!(matches!(session.ask(last.clone()), Reply::Stale(..)), "an answer to another question of this kind stands");
    drop(session);
    wait_until(|| last.dropped.load(Ordering::SeqCst));
}

#[test]
fn the_newest_question_comes_first_and_the_older_one_goes_on_after_it() {
    let mut session = of_size(6, 5);
    let workers = Workers::between_frames(|| {});
    session.work_with(workers.clone());
    let slow = Slow::new();
    assert!(matches!(session.ask(slow.clone()), Reply::Pending(_)));
    let begun = slow.slices.load(Ordering::SeqCst);
    let robustness = Robustness(Settings { samples: 300_000, ..Settings::default() });
    assert!(matches!(session.ask(robustness.clone()), Reply::Pending(_)));
    for _ in 0..1000 {
        assert!(workers.go_on(|| true), "the older one is left");
        if matches!(session.ask(robustness.clone()), Reply::Fresh(_)) {
            break;
        }
        assert_eq!(slow.slices.load(Ordering::SeqCst), begun);
    }
    assert!(workers.go_on(|| true));
    assert!(slow.slices.load(Ordering::SeqCst) > begun);
    slow.let_go();
    assert!(!workers.go_on(|| false), "nothing is left to be done");
    assert!(matches!(session.ask(slow), Reply::Fresh(_)));
}

#[test]
fn a_fault_is_said_and_what_comes_after_it_is_answered() {
    /// Goes on for so many slices, and breaks off.
    #[derive(Clone, PartialEq)]
    struct Faulty(usize);
    impl Query for Faulty {
        type Answer = ();
        const DEPENDS_ON: Parts = Parts::WEIGHTS;
        const WAITS_FOR_REST: bool = false;
        fn answer(self, _: Model, pace: Pace) -> Work<'static, ()> {
            Box::pin(async move {
                for _ in 0..self.0 {
                    pace.spend(SLICE).await;
                }
                panic!("on purpose")
            })
        }
    }
    let mut session = of_size(6, 5);
    session.work_with(Workers::threads(|| {}));
    // Where it is asked, or beside.
    for slices in [0, 10] {
        wait_until(|| matches!(session.ask(Faulty(slices)), Reply::BrokeOff));
        fresh(&session, &Agreement(None), || thread::sleep(Duration::from_millis(1)));
    }
}

#[test]
fn what_is_forgotten_is_called_off_and_asked_anew() {
    let mut session = of_size(6, 5);
    session.work_with(Workers::threads(|| {}));
    let slow = Slow::new();
    assert!(matches!(session.ask(slow.clone()), Reply::Pending(_)));
    session.forget::<Slow>();
    wait_until(|| slow.dropped.load(Ordering::SeqCst));
    // Of what has been found nothing is kept either.
    let quick = Slow::new();
    quick.let_go();
    for (forgets, begun) in [(false, 1), (false, 1), (true, 2)] {
        if forgets {
            session.forget::<Slow>();
        }
        fresh(&session, &quick, || thread::sleep(Duration::from_millis(1)));
        assert_eq!(quick.begun.load(Ordering::SeqCst), begun);
    }
}

/// A desktop may let its dialogs hang, as many as there are.
#[test]
fn the_disk_waits_for_no_dialog() {
    let workers = Workers::threads(|| {});
    let gate = Arc::new((Mutex::new(false), Condvar::new()));
    let hang = || {
        let gate = Arc::clone(&gate);
        move || drop(gate.1.wait_while(gate.0.lock().unwrap(), |open| !*open))
    };
    let dialogs: Vec<_> = (0..100).map(|_| workers.wait(hang())).collect();
    let errand = workers.run(|| 7);
    let mut found = None;
    wait_until(|| {
        found = found.or_else(|| errand.take());
        found.is_some()
    });
    assert_eq!(found, Some(Ok(7)));
    *gate.0.lock().unwrap() = true;
    gate.1.notify_all();
    drop(dialogs);
}

#[test]
fn no_check_is_silent_up_to_a_thousand_by_a_hundred() {
    let looked_at = |rows, columns| of_size(rows, columns).checks().silent.clone();
    assert_eq!(looked_at(60, 12), Vec::<&str>::new());
    // Just beyond the work of 1,000 x 100: it is said, and by name.
    assert_eq!(looked_at(7100, 2), ["rank-reversal", "dominated-option", "never-best", "method-decides"]);
}
