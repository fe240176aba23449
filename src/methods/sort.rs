//! The order of many scores.
//!
//! A comparison sort of a million scores takes longer than a frame of a display. Here scores are first laid out by what
//! part of their range they lie in, 32 bits of it, which a counting sort does in few passes over the memory; what these
//! bits do not tell apart is then compared. The result is that of a comparison sort whatever the scores are; the time is
//! linear as long as they do not crowd together in a few billionths of their range.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::Better;
use super::ranking::tie;

/// Scores that a thread takes at a time.
const CHUNK: usize = 1 << 15;

/// About as many keys as stay in the nearest cache.
const BUCKET: usize = 1 << 11;

/// Buckets that a thread takes at least: handing out fewer costs more than it saves.
const BUCKETS_PER_THREAD: usize = 4;

/// More keys in one place than this, and inserting one after the other takes too long.
const CROWD: u32 = 16;

/// Fewer scores than this are a single bucket.
const FEW: usize = 2 * BUCKET;

/// What to put in order, and how.
pub(super) struct Sort<'a> {
    scores: &'a [f64],
    better: Better,
    tolerance: f64,
    key: Key,
}

impl<'a> Sort<'a> {
    /// `extent` is that of `scores`; scores within `tolerance` of each other are close.
    pub(super) fn new(scores: &'a [f64], better: Better, extent: Extent, tolerance: f64) -> Self {
        Self { scores, better, tolerance, key: Key::new(extent, better, tolerance) }
    }

    /// The places of the scores, best first, NaN last, equal ones in the order in which they stand; and where in this
    /// order, from front to back, a score is close to the one before.
    pub(super) fn run(&self) -> (Vec<u32>, Vec<usize>) {
        let mut order = vec![0; self.scores.len()];
        if self.scores.len() < FEW {
            let mut scratch = Scratch::default();
            scratch.keys.extend(self.keys(0, self.scores));
            scratch.sort(u64::BITS);
            let close = self.settle(&scratch.sorted, 0, &mut order);
            return (order, close);
        }
        let bits = (self.scores.len() / BUCKET).ilog2();
        let mut keys = vec![0; self.scores.len()];
        let ends: Vec<Vec<u32>> = keys
            .par_chunks_mut(CHUNK)
            .zip(self.scores.par_chunks(CHUNK))
            .enumerate()
            .map(|(chunk, (keys, scores))| {
                let mut ends = Vec::new();
                lay_out(self.keys(chunk * CHUNK, scores), u64::BITS, bits, &mut ends, keys);
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
        let (mut start, mut rest, mut parts) = (0, order.as_mut_slice(), Vec::new());
        for bucket in 0..1 << bits {
            let length = pieces(bucket).map(<[u64]>::len).sum();
            if let Some(part) = rest.split_off_mut(..length).filter(|part| !part.is_empty()) {
                parts.push((bucket, start, part));
                start += length;
            }
        }
        let starts: Vec<usize> = parts.iter().map(|&(_, start, _)| start).collect();
        let inside: Vec<Vec<usize>> = parts
            .into_par_iter()
            .with_min_len(BUCKETS_PER_THREAD)
            .map_init(Scratch::default, |scratch, (bucket, start, part)| {
                scratch.keys.clear();
                pieces(bucket).for_each(|piece| scratch.keys.extend_from_slice(piece));
                scratch.sort(u64::BITS - bits);
                self.settle(&scratch.sorted, start, part)
            })
            .collect();

        let mut close = Vec::new();
        for (start, inside) in starts.into_iter().zip(inside) {
            close.extend((start > 0 && self.is_close(order[start - 1], order[start])).then_some(start));
            close.extend(inside);
        }
        (order, close)
    }

    fn keys<'b>(&self, first: usize, scores: &'b [f64]) -> impl Iterator<Item = u64> + Clone + use<'_, 'b> {
        (first..).zip(scores).map(|(place, &score)| self.key.of(score, place))
    }

    fn is_close(&self, a: u32, b: u32) -> bool {
        tie(self.scores[a as usize], self.scores[b as usize], self.tolerance)
    }

    /// Writes the places that sorted keys stand for to `order`, which begins at `start` of the whole, having compared what
    /// the keys do not tell apart. Returns where a score is close to the one before.
    fn settle(&self, sorted: &[u64], start: usize, order: &mut [u32]) -> Vec<usize> {
        for (place, &key) in order.iter_mut().zip(sorted) {
            #[expect(clippy::cast_possible_truncation, reason = "the lower half is the place")]
            let low = key as u32;
            *place = low;
        }
        // Mostly none are, and to see that takes no branch for each.
        let is_near = |a: &u64, b: &u64| (b >> u32::BITS) - (a >> u32::BITS) <= self.key.reach;
        if !sorted.windows(2).fold(false, |near, pair| near | is_near(&pair[0], &pair[1])) {
            return Vec::new();
        }
        let (mut close, mut at) = (Vec::new(), 0);
        for chain in sorted.chunk_by(is_near) {
            let places = &mut order[at..at + chain.len()];
            if places.len() > 1 {
                // Stable, so that equal scores stay in the order of their places.
                places.sort_by(|&a, &b| compare(self.scores[a as usize], self.scores[b as usize], self.better));
                let pairs = (start + at + 1..).zip(places.windows(2));
                close.extend(pairs.filter(|(_, pair)| self.is_close(pair[0], pair[1])).map(|(place, _)| place));
            }
            at += chain.len();
        }
        close
    }
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
        let chunk = |scores: &[f64]| {
            // Side by side, as the processor can do it.
            let (eights, rest) = scores.as_chunks::<8>();
            let mut extents = [Self::NONE; 8];
            for eight in eights {
                for (extent, &x) in extents.iter_mut().zip(eight) {
                    *extent = extent.with(x);
                }
            }
            let rest = rest.iter().fold(Self::NONE, |extent, &x| extent.with(x));
            extents.into_iter().fold(rest, Self::join)
        };
        scores.par_chunks(CHUNK).map(chunk).reduce(|| Self::NONE, Self::join)
    }

    /// The largest finite absolute score; 0 where there is none.
    pub(super) fn largest(self) -> f64 {
        if self.low <= self.high { f64::max(self.low.abs(), self.high.abs()) } else { 0.0 }
    }

    fn with(self, x: f64) -> Self {
        if x.is_finite() { self.join(Self { low: x, high: x }) } else { self }
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
    /// How far apart the upper halves of two close scores are at most.
    reach: u64,
}

impl Key {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of f64 cuts at the ends of u32"
    )]
    fn new(extent: Extent, better: Better, tolerance: f64) -> Self {
        let scale = f64::from(u32::MAX) / (extent.high - extent.low);
        // Two more, because keys are cut to whole numbers and rounded before.
        let reach = u64::from((tolerance * scale) as u32) + 2;
        match better {
            Better::Higher => Self { best: extent.high, scale: -scale, reach },
            Better::Lower => Self { best: extent.low, scale, reach },
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
/// stay in the order in which they come. Leaves in `ends` where each place in the layout ends, and returns how many keys share one at most.
fn lay_out(keys: impl Iterator<Item = u64> + Clone, top: u32, bits: u32, ends: &mut Vec<u32>, out: &mut [u64]) -> u32 {
    #[expect(clippy::cast_possible_truncation, reason = "cut to few bits")]
    let place = |key: u64| (key >> (top - bits)) as usize & ((1 << bits) - 1);
    ends.clear();
    ends.resize(1 << bits, 0);
    for key in keys.clone() {
        ends[place(key)] += 1;
    }
    let (mut sum, mut most) = (0, 0);
    for end in ends.iter_mut() {
        most = most.max(*end);
        sum += std::mem::replace(end, sum);
    }
    for key in keys {
        let end = &mut ends[place(key)];
        out[*end as usize] = key;
        *end += 1;
    }
    most
}

/// What a thread keeps from bucket to bucket.
#[derive(Default)]
struct Scratch {
    keys: Vec<u64>,
    sorted: Vec<u64>,
    ends: Vec<u32>,
}

impl Scratch {
    /// Sorts the keys, which are alike above the bit `top`, into `sorted`.
    fn sort(&mut self, top: u32) {
        let bits = (self.keys.len().max(1).ilog2() + 1).min(top - u32::BITS);
        self.sorted.resize(self.keys.len(), 0);
        if lay_out(self.keys.iter().copied(), top, bits, &mut self.ends, &mut self.sorted) > CROWD {
            self.sorted.sort_unstable();
        } else {
            insertion_sort(&mut self.sorted);
        }
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
