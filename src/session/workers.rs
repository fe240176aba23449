//! Who works beside the window.
//!
//! Work comes in slices ([`pace`]). Named threads take the newest first, look between two slices whether it is still wanted
//! and whether something newer has come, and wake the window when it is done. Without threads the same work is done
//! [between frames](Workers::go_on).
//!
//! What threads hand over to each other lies in a mutex (what is to be done), a [`OnceLock`] (what was found: written once,
//! before the window is woken, and read after) and an atomic flag that only ever goes up (called off). The flag orders
//! nothing: whoever sees it late does a slice too many, which nobody listens to any more. A thread holds the mutex only while
//! it takes work or puts it back, and does neither work nor waking with it, so that nobody waits for anybody's work; whoever begins
//! work may start a thread with it.

use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use crate::pace::{self, Work};

/// Those who work. Copies are the same ones; they end when nobody has a copy any more.
#[derive(Clone, Debug)]
pub struct Workers(Arc<Owner>);

/// Work that was begun. Dropped, it is called off and ends with its slice.
#[derive(Debug)]
pub struct Running<T> {
    found: Arc<Found<T>>,
    called_off: Arc<AtomicBool>,
}

/// A fault in the program stopped the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrokeOff;

type Found<T> = OnceLock<Mutex<Option<Result<T, BrokeOff>>>>;

/// What has threads of its own, so that a disk that does not answer keeps no question waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lane {
    Questions,
    /// What waits for a disk, each in one slice.
    Errands,
    /// What waits for a person, each in one slice. Dialogs of the desktop may hang for ever, and must not keep the disk waiting.
    Dialogs,
}

const LANES: [Lane; 3] = [Lane::Questions, Lane::Errands, Lane::Dialogs];

/// Most threads that wait, of each kind.
const MOST_WAITING: usize = 16;

struct Owner(Arc<Shared>);

struct Shared {
    lanes: [Mutex<Queue>; LANES.len()],
    news: [Condvar; LANES.len()],
    wake: Box<dyn Fn() + Send + Sync>,
    has_threads: bool,
}

#[derive(Default)]
struct Queue {
    /// The newest last.
    jobs: VecDeque<Job>,
    /// Jobs that were begun, ever.
    count: u64,
    threads: usize,
    idle: usize,
    closed: bool,
}

struct Job {
    number: u64,
    called_off: Arc<AtomicBool>,
    slices: Box<dyn Slices>,
}

/// Work, whatever it finds.
trait Slices: Send {
    /// Goes on by one slice. True when that was the last.
    fn go_on(&mut self) -> bool;
    fn break_off(&mut self);
}

struct Order<T> {
    work: Work<'static, T>,
    found: Arc<Found<T>>,
}

impl<T: Send> Slices for Order<T> {
    fn go_on(&mut self) -> bool {
        // Whoever waits must hear of the end, even where a fault in the program is the end. Nothing that it worked on is seen
        // again.
        match catch_unwind(AssertUnwindSafe(|| pace::go_on(self.work.as_mut()))) {
            Ok(None) => return false,
            Ok(Some(found)) => drop(self.found.set(Mutex::new(Some(Ok(found))))),
            Err(_) => self.break_off(),
        }
        true
    }

    fn break_off(&mut self) {
        drop(self.found.set(Mutex::new(Some(Err(BrokeOff)))));
    }
}

impl<T> Running<T> {
    /// What was found, once: None while it goes on, and after it was taken.
    #[must_use]
    pub fn take(&self) -> Option<Result<T, BrokeOff>> {
        self.found.get().and_then(|found| lock(found).take())
    }
}

impl<T> Drop for Running<T> {
    fn drop(&mut self) {
        self.called_off.store(true, Ordering::Relaxed);
    }
}

impl Workers {
    /// Threads, as many as there are processors to spare. `wake` is called by them whenever something is done.
    #[must_use]
    pub fn threads(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self::new(Box::new(wake), true)
    }

    /// Questions wait until [`Workers::go_on`]; errands, which wait for a disk or a person, have threads all the same. `wake`
    /// is called when something is to be done or has been.
    #[must_use]
    pub fn between_frames(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self::new(Box::new(wake), false)
    }

    fn new(wake: Box<dyn Fn() + Send + Sync>, has_threads: bool) -> Self {
        let shared = Shared { lanes: Default::default(), news: Default::default(), wake, has_threads };
        Self(Arc::new(Owner(Arc::new(shared))))
    }

    /// Begins to answer a question.
    pub(super) fn answer<T: Send + 'static>(&self, work: Work<'static, T>) -> Running<T> {
        self.begin(Lane::Questions, work)
    }

    /// Begins what waits for a disk. Once begun it is not interrupted; whoever drops it hears nothing of it any more.
    pub fn run<T: Send + 'static>(&self, errand: impl FnOnce() -> T + Send + 'static) -> Running<T> {
        self.begin(Lane::Errands, Box::pin(async move { errand() }))
    }

    /// The same for what waits for a person.
    pub fn wait<T: Send + 'static>(&self, dialog: impl FnOnce() -> T + Send + 'static) -> Running<T> {
        self.begin(Lane::Dialogs, Box::pin(async move { dialog() }))
    }

    /// Goes on with questions here, newest first, until it is `enough`, which is asked after each slice. False where nothing
    /// is left to be done, or threads do it.
    pub fn go_on(&self, mut enough: impl FnMut() -> bool) -> bool {
        let shared = &self.0.0;
        if shared.has_threads {
            return false;
        }
        loop {
            let Some(mut job) = shared.lane(Lane::Questions).jobs.pop_back() else { return false };
            if job.is_called_off() {
                continue;
            }
            if job.slices.go_on() {
                (shared.wake)();
            } else {
                shared.lane(Lane::Questions).jobs.push_back(job);
            }
            if enough() {
                return !shared.lane(Lane::Questions).jobs.is_empty();
            }
        }
    }

    /// How many pieces of work have been begun, ever; None while one of them goes on. The same number before and after a frame
    /// says that the frame has heard all there was and has begun nothing: whoever drives a window waits for that.
    #[must_use]
    pub fn at_rest(&self) -> Option<u64> {
        let counts = LANES.map(|lane| {
            let queue = self.0.0.lane(lane);
            (queue.jobs.is_empty() && queue.idle == queue.threads).then_some(queue.count)
        });
        counts.into_iter().sum()
    }

    fn begin<T: Send + 'static>(&self, lane: Lane, work: Work<'static, T>) -> Running<T> {
        let shared = &self.0.0;
        let (found, called_off) = (Arc::new(Found::new()), Arc::new(AtomicBool::new(false)));
        let order = Order { work, found: Arc::clone(&found) };
        let mut queue = shared.lane(lane);
        // What they hold may be large: it goes now, not when a thread comes to it, and not under the lock.
        let (gone, wanted) = queue.jobs.drain(..).partition(Job::is_called_off);
        let _gone: VecDeque<Job> = gone;
        queue.jobs = wanted;
        queue.count += 1;
        let (number, slices) = (queue.count, Box::new(order));
        queue.jobs.push_back(Job { number, called_off: Arc::clone(&called_off), slices });
        if lane == Lane::Questions && !shared.has_threads {
            drop(queue);
            (shared.wake)();
            return Running { found, called_off };
        }
        if queue.idle < queue.jobs.len() && queue.threads < lane.most_threads() {
            queue.threads += 1;
            let shared = Arc::clone(shared);
            let work = move || shared.work(lane);
            if thread::Builder::new().name(lane.name().into()).spawn(work).is_err() {
                queue.threads -= 1;
                if queue.threads == 0 {
                    // Nobody is there to do it.
                    queue.jobs.drain(..).for_each(|mut job| job.slices.break_off());
                }
            }
        }
        drop(queue);
        shared.news[lane as usize].notify_one();
        Running { found, called_off }
    }
}

impl Job {
    fn is_called_off(&self) -> bool {
        self.called_off.load(Ordering::Relaxed)
    }
}

impl Lane {
    fn most_threads(self) -> usize {
        match self {
            // One is the window's.
            Self::Questions => thread::available_parallelism().map_or(1, usize::from).saturating_sub(1).clamp(1, 4),
            Self::Errands | Self::Dialogs => MOST_WAITING,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Errands => "errands",
            Self::Dialogs => "dialogs",
        }
    }
}

impl Shared {
    fn lane(&self, lane: Lane) -> MutexGuard<'_, Queue> {
        lock(&self.lanes[lane as usize])
    }

    /// What a thread does until it is no longer needed.
    fn work(&self, lane: Lane) {
        let mut job = self.next(lane);
        while let Some(mut now) = job {
            if now.is_called_off() {
                // What it worked on may be large, and goes before anything else is begun.
                drop(now);
                job = self.next(lane);
            } else if now.slices.go_on() {
                drop(now);
                (self.wake)();
                job = self.next(lane);
            } else {
                job = self.newer(lane, now);
            }
        }
    }

    /// Waits for something to be done. None where nothing will come any more.
    fn next(&self, lane: Lane) -> Option<Job> {
        let mut queue = self.lane(lane);
        loop {
            if let Some(job) = lane.pop(&mut queue) {
                return Some(job);
            }
            if queue.closed {
                queue.threads -= 1;
                return None;
            }
            queue.idle += 1;
            queue = self.news[lane as usize].wait(queue).unwrap_or_else(PoisonError::into_inner);
            queue.idle -= 1;
        }
    }

    /// What came after `now`, which then waits, or `now` itself. None where nobody listens any more.
    fn newer(&self, lane: Lane, now: Job) -> Option<Job> {
        // It goes before what is newer is worked on.
        if now.is_called_off() {
            drop(now);
            return self.next(lane);
        }
        let mut queue = self.lane(lane);
        if queue.closed {
            queue.threads -= 1;
            return None;
        }
        if queue.jobs.back().is_none_or(|job| job.number < now.number) {
            return Some(now);
        }
        let newest = queue.jobs.pop_back();
        let place = queue.jobs.partition_point(|job| job.number < now.number);
        queue.jobs.insert(place, now);
        newest
    }
}

impl Lane {
    /// Of questions the newest, of errands the one that has waited longest.
    fn pop(self, queue: &mut Queue) -> Option<Job> {
        match self {
            Self::Questions => queue.jobs.pop_back(),
            Self::Errands | Self::Dialogs => queue.jobs.pop_front(),
        }
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        for lane in LANES {
            let mut queue = self.0.lane(lane);
            queue.closed = true;
            let nobody_listens =
                if lane == Lane::Questions { std::mem::take(&mut queue.jobs) } else { VecDeque::new() };
            drop(queue);
            // It may be large, and goes when nobody waits for the lock.
            drop(nobody_listens);
            self.0.news[lane as usize].notify_all();
        }
    }
}

impl fmt::Debug for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workers").field("has_threads", &self.0.has_threads).finish_non_exhaustive()
    }
}

/// What a mutex guards here is whole even where a thread broke off.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
