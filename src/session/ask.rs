//! Questions to an open document. An answer is computed from a snapshot, beside the window where it takes long, and kept
//! until something changes that it depends on.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::Session;
use super::workers::{Running, Workers};
use crate::analysis::Model;
use crate::model::Parts;
use crate::pace::{self, Pace, Work};

/// A question, as a value: all that an answer depends on beside the document. Of each kind one is kept, the last one asked.
pub trait Query: Clone + PartialEq + Send + 'static {
    type Answer: Send + Sync + 'static;
    /// What in the document an answer depends on. Once one of these has changed, it is stale.
    const DEPENDS_ON: Parts;
    /// True where nothing is begun while a weight is on the move.
    const WAITS_FOR_REST: bool;

    /// Answers from `snapshot`, the document and its model in one state, which whoever holds it keeps as it is. Gives way
    /// by `pace`.
    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, Self::Answer>;
}

/// What is known of a question.
#[derive(Debug)]
pub enum Reply<A> {
    /// The answer for the document as it is.
    Fresh(Arc<A>),
    /// The last answer, for a document that has changed since; how far the next one is, 0 to 1.
    Stale(Arc<A>, f32),
    /// There has been none yet; how far it is, 0 to 1.
    Pending(f32),
    /// A fault in the program stopped it. It is tried again when something changes.
    BrokeOff,
}

impl<A> Reply<A> {
    /// The answer that there is, fresh or not.
    #[must_use]
    pub fn known(&self) -> Option<&Arc<A>> {
        match self {
            Self::Fresh(answer) | Self::Stale(answer, _) => Some(answer),
            Self::Pending(_) | Self::BrokeOff => None,
        }
    }

    /// How far the work on it is, 0 to 1; None where nobody works on it.
    #[must_use]
    pub fn under_way(&self) -> Option<f32> {
        match self {
            Self::Stale(_, share) | Self::Pending(share) => Some(*share),
            Self::Fresh(_) | Self::BrokeOff => None,
        }
    }
}

/// So many steps are made where the question is asked: about half a millisecond, as measured (`benches/README.md`).
const AT_ONCE: usize = pace::SLICE;

/// The questions that have been asked, and who works on them.
#[derive(Default)]
pub(super) struct Questions {
    asked: RefCell<HashMap<TypeId, Box<dyn Kept>>>,
    /// None: every question is answered where it is asked.
    workers: Option<Workers>,
}

/// What is kept of a kind of question, whichever it is.
trait Kept: Any + Send {
    fn outdate(&mut self, parts: Parts);
    fn as_any(&mut self) -> &mut dyn Any;
}

struct Asked<Q: Query> {
    query: Q,
    last: Option<Arc<Q::Answer>>,
    standing: Standing<Q::Answer>,
}

/// How the answer to the question that was last asked stands.
enum Standing<A> {
    Fresh,
    NotBegun,
    Running(Running<A>, Pace),
    BrokeOff,
}

impl<Q: Query> Kept for Asked<Q> {
    fn outdate(&mut self, parts: Parts) {
        if parts.meet(Q::DEPENDS_ON) {
            // Whoever worked on it is called off by that.
            self.standing = Standing::NotBegun;
        }
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

impl<Q: Query> Asked<Q> {
    /// Takes over what has been found beside.
    fn hear(&mut self) {
        if let Standing::Running(running, _) = &self.standing {
            match running.take() {
                None => {}
                Some(Ok(answer)) => drop(self.take(answer)),
                Some(Err(_)) => self.standing = Standing::BrokeOff,
            }
        }
    }

    fn take(&mut self, answer: Q::Answer) -> Arc<Q::Answer> {
        self.standing = Standing::Fresh;
        Arc::clone(self.last.insert(Arc::new(answer)))
    }

    fn begin(&mut self, snapshot: Model, workers: Option<&Workers>) {
        let pace = Pace::default();
        let mut work = self.query.clone().answer(snapshot, pace.clone());
        let Some(workers) = workers else { return drop(self.take(pace::finish(work))) };
        // A fault in the program stops the answer alone, here as with workers. Nothing that it worked on is seen again.
        let at_once = AssertUnwindSafe(|| {
            loop {
                let answer = pace::go_on(work.as_mut());
                if answer.is_some() || pace.steps() > AT_ONCE {
                    return answer;
                }
            }
        });
        match catch_unwind(at_once) {
            Ok(Some(answer)) => drop(self.take(answer)),
            Ok(None) => self.standing = Standing::Running(workers.answer(work), pace),
            Err(_) => self.standing = Standing::BrokeOff,
        }
    }

    fn reply(&self) -> Reply<Q::Answer> {
        let share = match &self.standing {
            Standing::Running(_, pace) => pace.share(),
            _ => 0.0,
        };
        match (&self.standing, self.last.clone()) {
            (Standing::BrokeOff, _) => Reply::BrokeOff,
            (Standing::Fresh, Some(answer)) => Reply::Fresh(answer),
            (_, Some(answer)) => Reply::Stale(answer, share),
            (_, None) => Reply::Pending(share),
        }
    }
}

impl Questions {
    /// What depends on these parts of the document has to be asked again.
    pub fn outdate(&mut self, parts: Parts) {
        self.asked.get_mut().values_mut().for_each(|asked| asked.outdate(parts));
    }

    fn with<Q: Query, T>(&self, query: Q, then: impl FnOnce(&mut Asked<Q>, Option<&Workers>) -> T) -> T {
        let mut all = self.asked.borrow_mut();
        let new =
            || -> Box<dyn Kept> { Box::new(Asked { query: query.clone(), last: None, standing: Standing::NotBegun }) };
        let asked = all.entry(TypeId::of::<Q>()).or_insert_with(new).as_any().downcast_mut::<Asked<Q>>();
        let asked = asked.expect("kept under its own type");
        if asked.query != query {
            (asked.query, asked.standing) = (query, Standing::NotBegun);
        }
        asked.hear();
        then(asked, self.workers.as_ref())
    }
}

impl fmt::Debug for Questions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Questions").field("workers", &self.workers).finish_non_exhaustive()
    }
}

impl Session {
    /// From now on questions that take long are answered by `workers`, who wake whoever asks when there is news.
    pub fn work_with(&mut self, workers: Workers) {
        self.questions.workers = Some(workers);
    }

    /// What is known of a question now. What takes no more than a slice is answered at once; for the rest this only has
    /// work begun, and never waits. Without [workers](Self::work_with) every answer is fresh.
    pub fn ask<Q: Query>(&self, query: Q) -> Reply<Q::Answer> {
        let waits = Q::WAITS_FOR_REST && self.is_dragging();
        self.questions.with(query, |asked, workers| {
            // The first answer is better than none, even while a weight moves.
            if matches!(asked.standing, Standing::NotBegun) && !(waits && asked.last.is_some()) {
                asked.begin(self.model.clone(), workers);
            }
            asked.reply()
        })
    }

    /// What was found or is looked for of a question goes: nobody will ask it any more.
    pub fn forget<Q: Query>(&mut self) {
        self.questions.asked.get_mut().remove(&TypeId::of::<Q>());
    }

    /// The answer for the document as it is, however long it takes.
    pub fn answer<Q: Query>(&self, query: Q) -> Arc<Q::Answer> {
        self.questions.with(query, |asked, _| {
            if let (Standing::Fresh, Some(answer)) = (&asked.standing, &asked.last) {
                return Arc::clone(answer);
            }
            asked.take(pace::finish(asked.query.clone().answer(self.model.clone(), Pace::default())))
        })
    }
}
