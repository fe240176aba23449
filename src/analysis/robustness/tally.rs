//! What is counted in samples.
//!
//! All counts are whole numbers, so that it does not matter in which order threads add them up, and the shares of a rank and
//! of an alternative sum to one exactly.
#![expect(clippy::inline_always, reason = "a loop over lanes must be built for the same processor as what calls it")]

use std::ops::Range;

use super::lanes::{LANES, Lanes};
use crate::methods::TIE;

/// One event, such as an alternative's taking a rank in a sample: divisible by the number of those who share it, up to 16.
pub(super) const EVENT: u64 = 720_720;

/// Added to a weight of 0 to 1, leaves it in the last of its bits in units of 2^-32.
const UNIT: f64 = 1_048_576.0; // 2^20

/// Stands for the overall value of an alternative of which nothing is known: below all others, and no tie with any of them.
const NOTHING: f64 = f64::MIN / 4.0;

/// Counts over samples.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub rows: usize,
    pub samples: u64,
    pub chunks: u64,
    /// By alternative and rank, in parts of an [`EVENT`].
    pub ranks: Vec<u64>,
    /// By pair of alternatives, the first before the second in the document: twice how often the first is ahead, once for
    /// a tie.
    pub ahead: Vec<u64>,
    /// By alternative and criterion: the sum of the weights of the samples in which the alternative is first, shared where
    /// several are, in units of 2^-32.
    pub first: Vec<u64>,
    /// By alternative and rank: the sum of the squares of what was counted in each chunk. Empty where samples do not depend
    /// on each other.
    pub squares: Vec<u128>,
}

/// Samples side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block<'a> {
    /// So many of the lanes count.
    pub samples: usize,
    /// Overall values by alternative.
    pub sums: &'a [Lanes],
    /// By criterion.
    pub weights: &'a [Lanes],
}

/// What counting needs room for.
#[derive(Debug)]
pub(super) struct Scratch {
    /// By alternative: how many are ahead.
    ranks: Vec<[u64; LANES]>,
    order: Vec<usize>,
    scores: Vec<f64>,
    /// By criterion, as they are added up.
    weights: Vec<[u64; LANES]>,
    /// How close overall values tie, and where some may.
    tolerance: Lanes,
    has_tie: [u64; LANES],
}

impl Scratch {
    /// True where some may tie in a lane.
    pub(super) fn has_tie(&self, lane: usize) -> bool {
        self.has_tie[lane] != 0
    }

    pub(super) fn new(rows: usize, criteria: usize) -> Self {
        let (ranks, weights) = (vec![[0; LANES]; rows], vec![[0; LANES]; criteria]);
        let (order, scores) = (Vec::with_capacity(rows), vec![0.0; rows]);
        Self { ranks, order, scores, weights, tolerance: [0.0; LANES], has_tie: [0; LANES] }
    }
}

impl Tally {
    pub(super) fn new(rows: usize, criteria: usize) -> Self {
        let none = || vec![0; rows * rows];
        let first = vec![0; rows * criteria];
        Self { rows, samples: 0, chunks: 0, ranks: none(), ahead: none(), first, squares: Vec::new() }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.samples += other.samples;
        self.chunks += other.chunks;
        self.squares.resize(self.squares.len().max(other.squares.len()), 0);
        self.squares.iter_mut().zip(&other.squares).for_each(|(sum, x)| *sum += x);
        self.ranks.iter_mut().zip(&other.ranks).for_each(|(sum, x)| *sum += x);
        self.ahead.iter_mut().zip(&other.ahead).for_each(|(sum, x)| *sum += x);
        self.first.iter_mut().zip(&other.first).for_each(|(sum, x)| *sum += x);
    }

    /// Notes that what was counted so far depends on each other, and on nothing that is counted elsewhere.
    pub(super) fn close_chunk(&mut self) {
        self.chunks = 1;
        self.squares = self.ranks.iter().map(|&count| u128::from(count).pow(2)).collect();
    }

    /// Begins to count samples. What is in the lanes beyond them must be all the same. All rows are to be
    /// [compared](Self::compare) then, and the count is to be [closed](Self::close).
    #[inline(always)]
    pub(super) fn begin(&mut self, block: &Block, scratch: &mut Scratch) {
        self.samples += block.samples as u64;
        scratch.tolerance = tolerance(block.sums);
        scratch.has_tie = [0; LANES];
        scratch.ranks.fill([0; LANES]);
    }

    /// Compares each of some rows with those before it.
    #[inline(always)]
    pub(super) fn compare(&mut self, block: &Block, rows: Range<usize>, scratch: &mut Scratch) {
        let Scratch { ranks, tolerance, has_tie, .. } = scratch;
        for row in rows {
            let (before, rest) = ranks.split_at_mut(row);
            for (other, ranks) in before.iter_mut().enumerate() {
                let ahead = &mut self.ahead[other * self.rows + row];
                let pair = Pair { a: &block.sums[other], b: &block.sums[row] };
                *ahead += 2 * pair.compare(tolerance, ranks, &mut rest[0], has_tie);
            }
        }
    }

    /// Counts who took which rank. Lanes in which some may tie are to be [settled](Self::settle) then.
    #[inline(always)]
    pub(super) fn close(&mut self, block: &Block, scratch: &mut Scratch) {
        let Block { samples, .. } = *block;
        // One alternative after the other, so that no count waits for the one before.
        for lane in 0..samples {
            for (counts, ranks) in self.ranks.chunks_exact_mut(self.rows).zip(&scratch.ranks) {
                counts[usize::try_from(ranks[lane]).unwrap_or(usize::MAX)] += EVENT;
            }
        }
        for (whole, weights) in scratch.weights.iter_mut().zip(block.weights) {
            for (whole, weight) in whole.iter_mut().zip(weights) {
                *whole = (weight + UNIT).to_bits() - UNIT.to_bits();
            }
        }
        let mut winners = [0; LANES];
        for (row, ranks) in scratch.ranks.iter().enumerate() {
            for (winner, rank) in winners.iter_mut().zip(ranks) {
                *winner += if *rank == 0 { row } else { 0 };
            }
        }
        for (lane, &winner) in winners.iter().enumerate().take(samples).filter(|(lane, _)| !scratch.has_tie(*lane)) {
            self.count_first(winner, 1, block, lane, &scratch.weights);
        }
    }

    /// Counts the weights of a lane for one of those who are first in it, unless nothing is known of any.
    fn count_first(&mut self, row: usize, sharing: u64, block: &Block, lane: usize, weights: &[[u64; LANES]]) {
        if block.sums[row][lane] <= NOTHING {
            return;
        }
        let criteria = weights.len();
        for (sum, weights) in self.first[row * criteria..(row + 1) * criteria].iter_mut().zip(weights) {
            *sum += weights[lane] / sharing;
        }
    }

    /// Takes back what was counted in a lane for those who tie, and shares it among them. As in a
    /// [`Ranking`](crate::methods::Ranking), one ties with the best of its rank.
    pub(super) fn settle(&mut self, block: &Block, lane: usize, scratch: &mut Scratch) {
        let Scratch { ranks, order, scores, weights, .. } = scratch;
        let tolerance = scratch.tolerance[lane];
        scores.iter_mut().zip(block.sums).for_each(|(score, sums)| *score = sums[lane]);
        order.clear();
        order.extend(0..self.rows);
        order.sort_unstable_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        let mut place = 0;
        while place < self.rows {
            let best = scores[order[place]];
            let tied = order[place..].iter().take_while(|&&row| best - scores[row] <= tolerance).count().max(1);
            let group = &order[place..place + tied];
            if place == 0 {
                for &row in group {
                    self.count_first(row, tied as u64, block, lane, weights);
                }
            }
            if tied > 1 {
                for (at, &row) in group.iter().enumerate() {
                    self.ranks[row * self.rows + usize::try_from(ranks[row][lane]).unwrap_or(usize::MAX)] -= EVENT;
                    for (slot, part) in parts(tied).enumerate() {
                        self.ranks[row * self.rows + place + (slot + at) % tied] += part;
                    }
                    for &other in &group[at + 1..] {
                        let (a, b) = (row.min(other), row.max(other));
                        let ahead = &mut self.ahead[a * self.rows + b];
                        if scores[a] > scores[b] { *ahead -= 1 } else { *ahead += 1 }
                    }
                }
            }
            place += tied;
        }
    }
}

/// An event in equal parts, as equal as whole numbers can be.
fn parts(count: usize) -> impl Iterator<Item = u64> {
    let count = count as u64;
    (0..count).map(move |at| EVENT / count + u64::from(at < EVENT % count))
}

/// Overall values of two alternatives.
struct Pair<'a> {
    a: &'a Lanes,
    b: &'a Lanes,
}

impl Pair<'_> {
    /// Counts up the rank of whoever is behind, marks the lanes in which they may tie, and returns in how many the first is
    /// ahead. Without a branch, so that the processor does several lanes at once.
    #[inline(always)]
    fn compare(
        &self,
        tolerance: &Lanes,
        ranks_a: &mut [u64; LANES],
        ranks_b: &mut [u64; LANES],
        has_tie: &mut [u64; LANES],
    ) -> u64 {
        let mut count = 0;
        for lane in 0..LANES {
            let (a, b) = (self.a[lane], self.b[lane]);
            let ahead = u64::from(a > b);
            ranks_b[lane] += ahead;
            ranks_a[lane] += 1 - ahead;
            has_tie[lane] |= u64::from((a - b).abs() <= tolerance[lane]);
            count += ahead;
        }
        count
    }
}

/// How close overall values tie, lane by lane.
#[inline(always)]
fn tolerance(sums: &[Lanes]) -> Lanes {
    let mut largest = [0.0; LANES];
    for sums in sums {
        for lane in 0..LANES {
            let size = if sums[lane] <= NOTHING { 0.0 } else { sums[lane].abs() };
            largest[lane] = if size > largest[lane] { size } else { largest[lane] };
        }
    }
    for largest in &mut largest {
        *largest *= TIE;
    }
    largest
}

/// Sums over the weight known, for an alternative with gaps.
#[inline(always)]
pub(super) fn renormalise(sums: &mut Lanes, known: &Lanes) {
    for (sum, known) in sums.iter_mut().zip(known) {
        *sum = if *known > super::NO_WEIGHT { *sum / known } else { NOTHING };
    }
}
