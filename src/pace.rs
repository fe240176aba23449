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

/// Steps of a slice. A step is about what a comparison and a multiplication take, so that a slice takes some hundred
/// microseconds.
pub const SLICE: usize = 200_000;

/// How the work at hand goes on: counts its steps, and tells how far it is. Copies belong to the same work.
#[derive(Clone, Debug, Default)]
pub struct Pace(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    /// Steps since the work last gave way.
    steps: AtomicUsize,
    per_mille: AtomicU32,
}

impl Pace {
    /// Counts `steps` that come next, and gives way first for each slice that they fill: what takes longer than one is
    /// announced by that to whoever has time for a few only, and is then made in one piece.
    pub async fn spend(&self, steps: usize) {
        // Only the work itself counts here, and it is in one place at a time.
        let mut steps = self.0.steps.load(Ordering::Relaxed).saturating_add(steps);
        while steps > SLICE {
            steps -= SLICE;
            give_way().await;
        }
        self.0.steps.store(steps, Ordering::Relaxed);
    }

    /// Tells that `done` of `total` parts are behind.
    pub fn tell(&self, done: usize, total: usize) {
        let per_mille = u32::try_from(done.saturating_mul(1000) / total.max(1)).unwrap_or(1000);
        self.0.per_mille.store(per_mille.min(1000), Ordering::Relaxed);
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
        let per_mille = self.0.per_mille.load(Ordering::Relaxed) as f32;
        per_mille / 1000.0
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
    fn one_step_that_is_longer_than_a_slice_is_made_all_the_same() {
        assert_eq!(finish(add_up(&Pace::default(), 4, 10 * SLICE)), 6);
    }
}
