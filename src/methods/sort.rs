//! The order of many scores.
//!
//! A comparison sort of a million scores takes longer than a frame of a display. Here scores are first laid out by what
//! part of their range they lie in, 32 bits of it, which a counting sort does in few passes over the memory; what these
//! bits do not tell apart is then compared. The result is that of a comparison sort whatever the scores are; the time is
//! linear as long as they do not crowd together in a few billionths of their range.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::Better;

/// Scores that a thread takes at a time.
const CHUNK: usize = 1 << 15;

/// About as many keys as stay in the nearest cache.
const BUCKET: usize = 1 << 11;

/// Buckets that a thread takes at least: handing out fewer costs more than it saves.
const BUCKETS_PER_THREAD: usize = 4;

/// More keys in one place than this, and inserting one after the other takes too long.
const CROWD: u32 = 16;

/// The places of `scores`, best first, NaN last, equal ones in the order in which they stand.
pub(super) fn order(scores: &[f64], better: Better, extent: &Extent) -> Vec<u32> {
    let key = Key::new(extent, better);
    let bits = (scores.len() / BUCKET).max(2).ilog2();
    let mut keys = vec![0; scores.len()];
    let ends: Vec<Vec<u32>> = keys
        .par_chunks_mut(CHUNK)
        .zip(scores.par_chunks(CHUNK))
        .enumerate()
        .map(|(chunk, (keys, scores))| {
            let mut ends = Vec::new();
            let made = (chunk * CHUNK..).zip(scores).map(|(place, &score)| key.of(score, place));
            lay_out(made, u64::BITS, bits, &mut ends, keys);
            ends
        })
        .collect();

    // Each bucket is the keys that all chunks have laid out in it, and goes to its own part of the order.
    let pieces = |bucket: usize| {
        keys.chunks(CHUNK).zip(&ends).map(move |(keys, ends)| {
            let start = bucket.checked_sub(1).map_or(0, |before| ends[before] as usize);
            &keys[start..ends[bucket] as usize]
        })
    };
    let mut order = vec![0; scores.len()];
    let mut rest = order.as_mut_slice();
    let parts: Vec<&mut [u32]> = (0..1 << bits)
        .map(|bucket| rest.split_off_mut(..pieces(bucket).map(<[u64]>::len).sum()).unwrap_or_default())
        .collect();
    parts.into_par_iter().enumerate().with_min_len(BUCKETS_PER_THREAD).for_each_init(
        Scratch::default,
        |scratch, (bucket, order)| {
            scratch.keys.clear();
            pieces(bucket).for_each(|piece| scratch.keys.extend_from_slice(piece));
            let sorted = scratch.sort(u64::BITS - bits);
            settle(sorted, scores, better, order);
        },
    );
    order
}

/// Best first, NaN last.
pub(super) fn compare(a: f64, b: f64, better: Better) -> Ordering {
    let by_score = match better {
        Better::Higher => b.partial_cmp(&a),
        Better::Lower => a.partial_cmp(&b),
    };
    by_score.unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

/// The least and the greatest finite score; infinite, and the wrong way round, where there is none.
#[derive(Clone, Copy)]
pub(super) struct Extent {
    low: f64,
    high: f64,
}

impl Extent {
    const NONE: Self = Self { low: f64::INFINITY, high: f64::NEG_INFINITY };

    pub(super) fn of(scores: &[f64]) -> Self {
        // Side by side, as the processor can do it.
        const LANES: usize = 4;
        let chunk = |scores: &[f64]| {
            let mut extents = [Self::NONE; LANES];
            for scores in scores.chunks(LANES) {
                for (extent, &x) in extents.iter_mut().zip(scores) {
                    *extent = if x.is_finite() { extent.join(Self { low: x, high: x }) } else { *extent };
                }
            }
            extents.into_iter().fold(Self::NONE, Self::join)
        };
        scores.par_chunks(CHUNK).map(chunk).reduce(|| Self::NONE, Self::join)
    }

    /// The largest finite absolute score; 0 where there is none.
    pub(super) fn largest(self) -> f64 {
        if self.low <= self.high { f64::max(self.low.abs(), self.high.abs()) } else { 0.0 }
    }

    fn join(self, other: Self) -> Self {
        Self {
            low: if other.low < self.low { other.low } else { self.low },
            high: if other.high > self.high { other.high } else { self.high },
        }
    }
}

/// Turns a score and its place into a number: above, 32 bits that rise from the best score to the worst, or stay; below
/// them the place.
struct Key {
    best: f64,
    scale: f64,
}

impl Key {
    fn new(extent: &Extent, better: Better) -> Self {
        let scale = f64::from(u32::MAX) / (extent.high - extent.low);
        match better {
            Better::Higher => Self { best: extent.high, scale: -scale },
            Better::Lower => Self { best: extent.low, scale },
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of f64 cuts at the ends of u32, makes 0 of NaN and keeps the order"
    )]
    fn of(&self, score: f64, place: usize) -> u64 {
        // A difference, a product and a rounding keep the order too. Only the best score gives NaN where all the others
        // are infinitely far away, and all of them do where they are one.
        let part = if score.is_nan() { u32::MAX } else { ((score - self.best) * self.scale) as u32 };
        u64::from(part) << 32 | place as u64
    }
}

/// Counting sort: lays out keys by the `bits` bits below the bit `top`, above which all are alike; those with the same bits
/// stay in the order in which they come. Leaves in `ends` where each place in the layout ends.
fn lay_out(keys: impl Iterator<Item = u64> + Clone, top: u32, bits: u32, ends: &mut Vec<u32>, out: &mut [u64]) {
    #[expect(clippy::cast_possible_truncation, reason = "cut to few bits")]
    let place = |key: u64| (key >> (top - bits)) as usize & ((1 << bits) - 1);
    ends.clear();
    ends.resize(1 << bits, 0);
    for key in keys.clone() {
        ends[place(key)] += 1;
    }
    let mut sum = 0;
    for end in ends.iter_mut() {
        sum += std::mem::replace(end, sum);
    }
    for key in keys {
        let end = &mut ends[place(key)];
        out[*end as usize] = key;
        *end += 1;
    }
}

/// What a thread keeps from bucket to bucket.
#[derive(Default)]
struct Scratch {
    keys: Vec<u64>,
    sorted: Vec<u64>,
    ends: Vec<u32>,
}

impl Scratch {
    /// Sorts the keys, which are alike above the bit `top`.
    fn sort(&mut self, top: u32) -> &[u64] {
        let bits = (self.keys.len().max(1).ilog2() + 1).min(top - u32::BITS);
        self.sorted.resize(self.keys.len(), 0);
        lay_out(self.keys.iter().copied(), top, bits, &mut self.ends, &mut self.sorted);
        if self.ends.windows(2).any(|ends| ends[1] - ends[0] > CROWD) || self.ends[0] > CROWD {
            self.sorted.sort_unstable();
        } else {
            insertion_sort(&mut self.sorted);
        }
        &self.sorted
    }
}

/// For what is nearly in order already.
fn insertion_sort(keys: &mut [u64]) {
    for i in 1..keys.len() {
        let key = keys[i];
        let mut at = i;
        while at > 0 && keys[at - 1] > key {
            keys[at] = keys[at - 1];
            at -= 1;
        }
        keys[at] = key;
    }
}

/// Writes the places that sorted keys stand for to `order`, having compared what the keys do not tell apart.
fn settle(sorted: &[u64], scores: &[f64], better: Better, order: &mut [u32]) {
    for (place, &key) in order.iter_mut().zip(sorted) {
        #[expect(clippy::cast_possible_truncation, reason = "the lower half is the place")]
        let low = key as u32;
        *place = low;
    }
    let mut start = 0;
    for alike in sorted.chunk_by(|a, b| a >> u32::BITS == b >> u32::BITS) {
        let end = start + alike.len();
        if alike.len() > 1 {
            // Stable, so that equal scores stay in the order of their places.
            order[start..end].sort_by(|&a, &b| compare(scores[a as usize], scores[b as usize], better));
        }
        start = end;
    }
}
