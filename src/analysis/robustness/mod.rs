//! How far the ranking holds when weights and scores are only known roughly: SMAA-2.
//!
//! Lahdelma, R. & Salminen, P. (2001), "SMAA-2: stochastic multicriteria acceptability analysis for group decision making",
//! *Operations Research* 49. Weights are drawn from all that are possible, scores from their ranges, and alternatives are
//! ranked by the additive value model in every sample. What is counted: how often an alternative takes each rank (rank
//! acceptability), the mean of the weights with which it is first (central weights), how often it is first with these
//! (confidence), and how often it is ahead of each other (pairwise winning index; Leskinen et al. 2006).
//!
//! Ties are those of a [`Ranking`](crate::methods::Ranking): those who tie share their ranks equally. Missing scores are
//! left out and the other weights renormalised. Locks on weights say what a slider may move, not what is known, and have no
//! part in it.
//!
//! The samples are worked on in chunks of [`CHUNK`], each with random numbers of its own, and what is counted are whole
//! numbers: one seed gives one result, on any number of threads and in slices of any size.
//!
//! Loops over samples are built for several kinds of processor. Whatever they call is `inline(always)`, for only then is it
//! built for the same kind; closures are not, and so there are none in them.

mod confidence;
mod error;
mod information;
mod lanes;
mod limits;
mod network;
mod random;
mod reject;
mod result;
mod sampler;
mod scores;
mod tally;
mod walk;

use std::ops::Range;

use fearless_simd::{Level, dispatch};
use rayon::prelude::*;

pub use error::RobustnessError;
pub use information::{Information, InformationError, InformationLabel};
pub use limits::{Constraint, Limits};
pub use result::{Robustness, Standing};

use crate::model::{Document, Problem};
use crate::pace::{self, Pace, SLICE};
use confidence::Contest;
use lanes::LANES;
use random::Random;
use result::central_weights;
use sampler::Sampler;
use scores::Scores;
use tally::{Block, Scratch, Tally, renormalise};

/// Samples between two places where threads can meet.
pub const CHUNK: u32 = 1024;

/// More alternatives than this cannot each be compared with each other in every sample.
pub const MOST_ALTERNATIVES: usize = 1000;

/// A standard error above this leaves acceptabilities uncertain by more than two points of a hundred.
pub const COARSE: f64 = 0.01;

/// Less of the weight than this is what rounding leaves of nothing.
const NO_WEIGHT: f64 = 1e-12;

/// What to simulate.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub samples: u32,
    pub seed: u64,
    pub information: Information,
}

impl Default for Settings {
    /// 100,000 samples of any weights, with the seed 1.
    fn default() -> Self {
        Self { samples: 100_000, seed: 1, information: Information::Free }
    }
}

/// How far a simulation has come, in samples of both passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: u64,
    pub of: u64,
}

impl Progress {
    #[must_use]
    pub fn is_finished(self) -> bool {
        self.done >= self.of
    }
}

/// A simulation that is carried out slice by slice, so that whoever waits can watch it, stop it, or look at what it has so
/// far. The first pass draws weights and scores; the second, where scores are random, draws scores again and tries the
/// central weights on them.
#[derive(Clone, Debug)]
pub struct Simulation {
    settings: Settings,
    criteria: usize,
    scores: Scores,
    sampler: Sampler,
    tally: Tally,
    second: Option<Second>,
}

/// The second pass.
#[derive(Clone, Debug)]
struct Second {
    contest: Contest,
    samples: u32,
    done: u32,
    counts: Vec<u64>,
}

impl Simulation {
    /// Of `document`, whose compiled form is `problem`.
    ///
    /// # Errors
    /// When there is nothing to compare or too much, no samples are asked for, or no weights fit the information.
    pub fn new(document: &Document, problem: &Problem, settings: Settings) -> Result<Self, RobustnessError> {
        let (rows, criteria) = (problem.alternatives.len(), problem.criteria.len());
        if criteria == 0 {
            return Err(RobustnessError::NoCriteria);
        }
        if rows == 0 {
            return Err(RobustnessError::NoOptions);
        }
        if rows > MOST_ALTERNATIVES {
            return Err(RobustnessError::TooMany { options: rows, most: MOST_ALTERNATIVES });
        }
        if settings.samples == 0 {
            return Err(RobustnessError::NoSamples);
        }
        let sampler = Sampler::new(&settings.information, &problem.weights)?;
        let scores = Scores::of(document, problem);
        Ok(Self { settings, criteria, scores, sampler, tally: Tally::new(rows, criteria), second: None })
    }

    /// Goes on by at least so many samples, in whole chunks, or to the end.
    pub fn run(&mut self, samples: u32) -> Progress {
        let mut left = samples.max(1);
        while left > 0 && !self.progress().is_finished() {
            let next = self.slice(left);
            left = left.saturating_sub(next);
        }
        self.progress()
    }

    /// Goes on by a chunk, in slices on one thread.
    pub async fn run_in_slices(&mut self, pace: &Pace) -> Progress {
        if let Some(chunk) = self.first_chunks(1).first() {
            let tally = self.first_pass(chunk, pace).await;
            self.tally.add(&tally);
        } else {
            let mut second = match self.second.take() {
                Some(second) => second,
                None => self.second_pass(pace).await,
            };
            if let Some(chunk) = second.chunks(1).first() {
                let counts = self.count_again(&second.contest, chunk, pace).await;
                second.add(&counts, chunk.samples);
            }
            self.second = Some(second);
        }
        self.progress()
    }

    /// Goes on to the end.
    #[must_use]
    pub fn finish(mut self) -> Robustness {
        while !self.run(u32::MAX).is_finished() {}
        self.result()
    }

    #[must_use]
    pub fn progress(&self) -> Progress {
        let second = if self.scores.are_random() { self.settings.samples } else { 1 };
        let done = self.second.as_ref().map_or(0, |second| second.done);
        let of = u64::from(self.settings.samples) + u64::from(second);
        Progress { done: self.tally.samples + u64::from(done), of }
    }

    /// What is known so far.
    #[must_use]
    pub fn result(&self) -> Robustness {
        pace::finish(self.result_in_slices(&Pace::default()))
    }

    /// The same in slices.
    pub async fn result_in_slices(&self, pace: &Pace) -> Robustness {
        let confidence = |row: usize| {
            let second = self.second.as_ref().filter(|second| second.done > 0)?;
            #[expect(clippy::cast_precision_loss, reason = "below 2^32")]
            let count = second.counts[row] as f64;
            Some(count / f64::from(second.done))
        };
        let settings = (self.settings.seed, self.settings.information.clone());
        Robustness::of(settings, &self.tally, confidence, pace).await
    }

    /// Works on chunks of one pass that make up at least `most` samples, on all threads, and tells how many they were.
    fn slice(&mut self, most: u32) -> u32 {
        let chunks = self.first_chunks(most);
        if chunks.first().is_some() {
            let empty = || Tally::new(self.scores.rows(), self.criteria);
            let sum = |mut a: Tally, b: Tally| {
                a.add(&b);
                a
            };
            let pass = |chunk| pace::finish(self.first_pass(chunk, &Pace::default()));
            let tally = chunks.par_iter().map(pass).reduce(empty, sum);
            self.tally.add(&tally);
            return chunks.samples();
        }
        let second = self.second.take();
        let mut second = second.unwrap_or_else(|| pace::finish(self.second_pass(&Pace::default())));
        let chunks = second.chunks(most);
        let counts = |chunk| pace::finish(self.count_again(&second.contest, chunk, &Pace::default()));
        let sum = |a: Vec<u64>, b: Vec<u64>| a.iter().zip(&b).map(|(a, b)| a + b).collect();
        let counts: Vec<u64> = chunks.par_iter().map(counts).reduce(|| vec![0; self.scores.rows()], sum);
        second.add(&counts, chunks.samples() as usize);
        self.second = Some(second);
        chunks.samples()
    }

    /// The next chunks of the first pass.
    fn first_chunks(&self, most: u32) -> Chunks {
        Chunks::new(u32::try_from(self.tally.samples).unwrap_or(u32::MAX), self.settings.samples, most)
    }

    async fn first_pass(&self, chunk: Chunk, pace: &Pace) -> Tally {
        let level = Level::new();
        let (rows, criteria) = (self.scores.rows(), self.criteria);
        let mut random = Random::new(self.settings.seed, chunk.number, 0);
        let mut place = self.sampler.start(&mut random);
        let mut tally = Tally::new(rows, criteria);
        let mut scratch = Scratch::new(rows, criteria);
        let mut weights = vec![[0.0; LANES]; criteria];
        let (mut sums, mut known) = (vec![[0.0; LANES]; rows], vec![[0.0; LANES]; rows]);
        for done in (0..chunk.samples).step_by(LANES) {
            pace.spend(LANES * (criteria + rows)).await;
            dispatch!(level, _simd => self.sampler.draw(&mut random, &mut place, &mut weights));
            sums.fill([0.0; LANES]);
            known.fill([0.0; LANES]);
            for columns in parts(criteria, |_| LANES * rows) {
                pace.spend(LANES * rows * columns.len()).await;
                dispatch!(level, _simd => self.scores.add_up(&mut random, columns, &weights, &mut sums, &mut known));
            }
            for row in (0..rows).filter(|&row| self.scores.has_gap(row)) {
                renormalise(&mut sums[row], &known[row]);
            }
            let samples = LANES.min(chunk.samples - done);
            for sums in &mut sums {
                sums[samples..].fill(0.0);
            }
            let block = Block { samples, sums: &sums, weights: &weights };
            dispatch!(level, _simd => tally.begin(&block, &mut scratch));
            for rows in parts(rows, |row| LANES * row) {
                pace.spend(rows.clone().map(|row| LANES * row).sum()).await;
                dispatch!(level, _simd => tally.compare(&block, rows, &mut scratch));
            }
            pace.spend(LANES * (criteria + rows)).await;
            dispatch!(level, _simd => tally.close(&block, &mut scratch));
            for lane in 0..samples {
                if !scratch.has_tie(lane) {
                    continue;
                }
                pace.spend(rows * rows).await;
                tally.settle(&block, lane, &mut scratch);
            }
        }
        if self.sampler.is_walk() {
            tally.close_chunk();
        }
        tally
    }

    async fn second_pass(&self, pace: &Pace) -> Second {
        let rows = self.scores.rows();
        let central: Vec<Option<Vec<f64>>> = (0..rows).map(|row| central_weights(&self.tally, row)).collect();
        let samples = if self.scores.are_random() { self.settings.samples } else { 1 };
        let contest = Contest::new(&self.scores, &central, pace).await;
        Second { contest, samples, done: 0, counts: vec![0; rows] }
    }

    async fn count_again(&self, contest: &Contest, chunk: Chunk, pace: &Pace) -> Vec<u64> {
        let mut random = Random::new(self.settings.seed, chunk.number, 1);
        contest.count(&self.scores, chunk.samples, &mut random, pace).await
    }
}

impl Second {
    /// The next chunks.
    fn chunks(&self, most: u32) -> Chunks {
        Chunks::new(self.done, self.samples, most)
    }

    fn add(&mut self, counts: &[u64], samples: usize) {
        self.counts.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        self.done += u32::try_from(samples).unwrap_or(u32::MAX);
    }
}

/// Cuts `0..count` into runs of about a slice each, one item at least; `steps` tells what each item takes.
fn parts(count: usize, steps: impl Fn(usize) -> usize) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let first = next;
        let mut left = SLICE;
        while next < count && (next == first || steps(next) <= left) {
            left = left.saturating_sub(steps(next));
            next += 1;
        }
        (first < next).then_some(first..next)
    })
}

/// Part of the samples of a pass.
#[derive(Clone, Copy, Debug)]
struct Chunk {
    number: u32,
    samples: usize,
}

/// Neighbouring chunks.
#[derive(Clone, Copy, Debug)]
struct Chunks {
    first: u32,
    end: u32,
    /// Of the whole pass.
    of: u32,
}

impl Chunks {
    /// The chunks after `done` of `of` samples that make up at least `most`, as far as there are so many.
    fn new(done: u32, of: u32, most: u32) -> Self {
        let first = done.div_ceil(CHUNK);
        Self { first, end: of.div_ceil(CHUNK).min(first.saturating_add(most.div_ceil(CHUNK))), of }
    }

    fn par_iter(self) -> impl ParallelIterator<Item = Chunk> {
        (self.first..self.end).into_par_iter().map(move |number| self.chunk(number))
    }

    fn first(self) -> Option<Chunk> {
        (self.first < self.end).then(|| self.chunk(self.first))
    }

    fn chunk(self, number: u32) -> Chunk {
        Chunk { number, samples: CHUNK.min(self.of - number * CHUNK) as usize }
    }

    fn samples(self) -> u32 {
        self.end.saturating_mul(CHUNK).min(self.of) - self.first * CHUNK
    }
}
