//! The order of many scores.
//!
//! A comparison sort of a million scores takes longer than a frame of a display. Here scores are first laid out by what
//! part of their range they lie in, 32 bits of it, which a counting sort does in few passes over the memory; what these
//! bits do not tell apart is then compared. The result is that of a comparison sort whatever the scores are; the time is
//! linear as long as they do not crowd together in a few billionths of their range.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::Better;

/// Scores that are laid out at a time, by one thread: their keys stay in the second-level cache.
const CHUNK: usize = 1 << 15;

/// About as many keys as stay in the first-level cache.
const BUCKET: usize = 1 << 11;

/// The places of `scores`, best first, NaN last, equal ones in the order in which they stand.
pub(super) fn order(scores: &[f64], better: Better) -> Vec<u32> {
    let key = Key::over(scores, better);
    let bits = (scores.len() / BUCKET).max(1).ilog2();
    let chunks: Vec<Layout> = scores
        .par_chunks(CHUNK)
        .enumerate()
        .map(|(chunk, scores)| {
            let keys: Vec<u64> = (chunk * CHUNK..).zip(scores).map(|(place, &score)| key.of(score, place)).collect();
            Layout::of(&keys, u64::BITS, bits)
        })
        .collect();
    let buckets: Vec<Vec<u32>> = (0..1 << bits)
        .into_par_iter()
        .map(|bucket| {
            let keys: Vec<&[u64]> = chunks.iter().map(|chunk| chunk.bucket(bucket)).collect();
            let order = sort(&keys.concat(), u64::BITS - bits);
            settle(order, scores, better)
        })
        .collect();
    buckets.concat()
}

/// Best first, NaN last.
pub(super) fn compare(a: f64, b: f64, better: Better) -> Ordering {
    let by_score = match better {
        Better::Higher => b.partial_cmp(&a),
        Better::Lower => a.partial_cmp(&b),
    };
    by_score.unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

/// Turns a score and its place into a number: above, 32 bits that rise from the best score to the worst, or stay; below
/// them the place.
struct Key {
    best: f64,
    scale: f64,
}

impl Key {
    fn over(scores: &[f64], better: Better) -> Self {
        let finite = || scores.iter().copied().filter(|x| x.is_finite());
        let low = finite().fold(f64::INFINITY, f64::min);
        let high = finite().fold(f64::NEG_INFINITY, f64::max);
        let scale = f64::from(u32::MAX) / (high - low);
        match better {
            Better::Higher => Self { best: high, scale: -scale },
            Better::Lower => Self { best: low, scale },
        }
    }

    fn of(&self, score: f64, place: usize) -> u64 {
        // A difference, a product and a rounding keep the order. Infinities are cut to the ends; where a range is so
        // narrow or so wide that this gives NaN it becomes 0, as does the best score then.
        let part = if score.is_nan() { u32::MAX } else { ((score - self.best) * self.scale) as u32 };
        u64::from(part) << 32 | place as u64
    }
}

/// Keys laid out in buckets by some of their bits, in each bucket in the order in which they came.
struct Layout {
    keys: Vec<u64>,
    /// Where each bucket begins, and where the last one ends.
    starts: Vec<usize>,
}

impl Layout {
    /// By the `bits` bits below the bit `top`, above which all keys are alike.
    fn of(keys: &[u64], top: u32, bits: u32) -> Self {
        let bucket = |key: u64| (key << (u64::BITS - top)).checked_shr(u64::BITS - bits).unwrap_or(0) as usize;
        let mut starts = vec![0; (1 << bits) + 1];
        for &key in keys {
            starts[bucket(key) + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut laid_out = vec![0; keys.len()];
        for &key in keys {
            let next = &mut next[bucket(key)];
            laid_out[*next] = key;
            *next += 1;
        }
        Self { keys: laid_out, starts }
    }

    fn bucket(&self, bucket: usize) -> &[u64] {
        &self.keys[self.starts[bucket]..self.starts[bucket + 1]]
    }
}

/// Sorts keys that are alike above the bit `top`.
fn sort(keys: &[u64], top: u32) -> Vec<u64> {
    let bits = keys.len().max(1).ilog2().min(top - 32);
    let Layout { mut keys, starts } = Layout::of(keys, top, bits);
    for bucket in starts.windows(2) {
        keys[bucket[0]..bucket[1]].sort_unstable();
    }
    keys
}

/// The places that sorted keys stand for, with those in order that the keys do not tell apart.
fn settle(keys: Vec<u64>, scores: &[f64], better: Better) -> Vec<u32> {
    let mut order: Vec<u32> = keys.iter().map(|&key| key as u32).collect();
    let mut start = 0;
    for alike in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
        let end = start + alike.len();
        if alike.len() > 1 {
            // Stable: places of equal scores rise already.
            order[start..end].sort_by(|&a, &b| compare(scores[a as usize], scores[b as usize], better));
        }
        start = end;
    }
    order
}
