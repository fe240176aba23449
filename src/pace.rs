//! Long work in slices.
//!
//! Work that may take longer than a frame is a `Future` that never waits for anything: it gives way when it has done as much
//! as a slice may, and can go on at once. Whoever polls it decides what happens between two slices: a thread looks whether
//! the work is still wanted, a window without threads draws a frame, and dropping it calls it off. What a slice is follows
//! from counted steps and not from a clock, so that the same work is cut at the same places wherever it runs.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

/// Work in slices, with its result.
pub type Work<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Steps of a slice. A step is about what a look at a number in memory and a few operations with it take; what a slice takes
/// is measured in `benches/README.md`.
pub const SLICE: usize = 200_000;

/// How the work at hand goes on: counts its steps, and tells how far it is. Copies belong to the same work.
#[derive(Clone, Debug)]
pub struct Pace {
    counts: Arc<Counts>,
    /// From where to where what is told here lies in the work as a whole, in thousandths.
    part: (usize, usize),
}

#[derive(Debug, Default)]
struct Counts {
    /// Steps since the work last gave way.
    slice: AtomicUsize,
    /// Steps since it began.
    all: AtomicUsize,
    share: Share,
}

/// How much of some work is done, for whoever waits for it elsewhere.
#[derive(Debug, Default)]
pub struct Share(AtomicU32);

impl Share {
    #[must_use]
    pub const fn new() -> Self {
        Self(AtomicU32::new(0))
    }

    /// Tells that `done` of `total` parts are behind.
    pub fn tell(&self, done: usize, total: usize) {
        let per_mille = u32::try_from(thousandths(done, total)).unwrap_or(1000);
        self.0.store(per_mille, Ordering::Relaxed);
    }

    /// 0 to 1.
    #[must_use]
    pub fn get(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
        let per_mille = self.0.load(Ordering::Relaxed) as f32;
        per_mille / 1000.0
    }
}

fn thousandths(done: usize, total: usize) -> usize {
    (done.saturating_mul(1000) / total.max(1)).min(1000)
}

impl Default for Pace {
    fn default() -> Self {
        Self { counts: Arc::default(), part: (0, 1000) }
    }
}

impl Pace {
    /// Counts `steps` that come next, and gives way first where they do not fit into the slice any more. What takes longer
    /// than a slice is made in one piece all the same, and whoever has no time for it sees it coming in [`Pace::steps`].
    pub async fn spend(&self, steps: usize) {
        // Only the work itself counts here, and it is in one place at a time.
        let count = |of: &AtomicUsize, from: usize| of.store(from.saturating_add(steps), Ordering::Relaxed);
        let (slice, all) = (self.counts.slice.load(Ordering::Relaxed), self.counts.all.load(Ordering::Relaxed));
        count(&self.counts.all, all);
        if slice.saturating_add(steps) > SLICE {
            count(&self.counts.slice, 0);
            give_way().await;
        } else {
            count(&self.counts.slice, slice);
        }
    }

    /// The steps since the work began, and those that come next.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.counts.all.load(Ordering::Relaxed)
    }

    /// For a part of the work: what is told to it runs from `from` to `to` of `total` here.
    #[must_use]
    pub fn part(&self, from: usize, to: usize, total: usize) -> Self {
        Self { counts: Arc::clone(&self.counts), part: (self.at(from, total), self.at(to, total)) }
    }

    /// Tells that `done` of `total` parts are behind.
    pub fn tell(&self, done: usize, total: usize) {
        self.counts.share.tell(self.at(done, total), 1000);
    }

    fn at(&self, done: usize, total: usize) -> usize {
        let (from, to) = self.part;
        from + (to - from) * thousandths(done, total) / 1000
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        self.counts.share.get()
    }
}

/// Ends the slice.
async fn give_way() {
    let mut gave_way = false;
    std::future::poll_fn(|_| if std::mem::replace(&mut gave_way, true) { Poll::Ready(()) } else { Poll::Pending })
        .await;
}

/// Goes on by one slice. The result, once it is there.
#[must_use]
pub fn go_on<F: Future + ?Sized>(work: Pin<&mut F>) -> Option<F::Output> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

/// Goes on to the end, here and now.
pub fn finish<F: Future>(work: F) -> F::Output {
    let mut work = pin!(work);
    loop {
        if let Some(result) = go_on(work.as_mut()) {
            return result;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;

    use super::{Pace, SLICE, finish, go_on};

    async fn add_up(pace: &Pace, parts: usize, steps: usize) -> usize {
        let mut sum = 0;
        for part in 0..parts {
            pace.spend(steps).await;
            pace.tell(part, parts);
            sum += part;
        }
        sum
    }

    #[test]
    fn work_gives_way_once_a_slice_is_full_and_goes_on_where_it_was() {
        let pace = Pace::default();
        let mut work = pin!(add_up(&pace, 10, SLICE / 4));
        let slices = std::iter::from_fn(|| go_on(work.as_mut()).is_none().then_some(pace.share()));
        assert_eq!(slices.collect::<Vec<_>>(), [0.3, 0.7]);
    }

    #[test]
    fn what_is_longer_than_a_slice_is_seen_before_it_begins_and_is_one_slice() {
        let pace = Pace::default();
        let mut work = pin!(add_up(&pace, 4, 10 * SLICE));
        assert_eq!((go_on(work.as_mut()), pace.steps()), (None, 10 * SLICE));
        assert_eq!((go_on(work.as_mut()), pace.steps()), (None, 20 * SLICE));
        assert_eq!(finish(work), 6);
    }

    #[test]
    fn a_part_of_the_work_tells_how_far_the_whole_is() {
        let pace = Pace::default();
        let (first, rest) = (pace.part(0, 3, 4), pace.part(3, 4, 4));
        let told = |pace: &Pace, done| {
            pace.tell(done, 10);
            format!("{:.3}", pace.share())
        };
        assert_eq!([0, 4, 10].map(|done| told(&first, done)), ["0.000", "0.300", "0.750"]);
        assert_eq!(told(&rest.part(1, 2, 2), 0), "0.875");
    }
}
