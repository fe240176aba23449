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

use fearless_simd::{Level, dispatch};
use rayon::prelude::*;

pub use error::RobustnessError;
pub use information::{Information, InformationError, InformationLabel};
pub use limits::{Constraint, Limits};
pub use result::{Robustness, Standing};

use crate::model::{Document, Problem};
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
        let confidence = |row: usize| {
            let second = self.second.as_ref().filter(|second| second.done > 0)?;
            #[expect(clippy::cast_precision_loss, reason = "below 2^32")]
            let count = second.counts[row] as f64;
            Some(count / f64::from(second.done))
        };
        Robustness::of((self.settings.seed, self.settings.information.clone()), &self.tally, confidence)
    }

    /// Works on chunks of one pass that make up at least `most` samples, and tells how many they were.
    fn slice(&mut self, most: u32) -> u32 {
        let level = Level::new();
        let first_done = u32::try_from(self.tally.samples).unwrap_or(u32::MAX);
        if first_done < self.settings.samples {
            let chunks = Chunks::new(first_done, self.settings.samples, most);
            let empty = || Tally::new(self.scores.rows(), self.criteria);
            let sum = |mut a: Tally, b: Tally| {
                a.add(&b);
                a
            };
            let tally =
                chunks.par_iter().map(|chunk| dispatch!(level, _simd => self.first_pass(chunk))).reduce(empty, sum);
            self.tally.add(&tally);
            return chunks.samples();
        }
        let mut second = self.second.take().unwrap_or_else(|| self.second_pass());
        let chunks = Chunks::new(second.done, second.samples, most);
        let counts = |chunk: Chunk| {
            let mut random = Random::new(self.settings.seed, chunk.number, 1);
            dispatch!(level, _simd => second.contest.count(&self.scores, chunk.samples, &mut random))
        };
        let sum = |a: Vec<u64>, b: Vec<u64>| a.iter().zip(&b).map(|(a, b)| a + b).collect();
        let counts = chunks.par_iter().map(counts).reduce(|| vec![0; self.scores.rows()], sum);
        second.counts.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        second.done += chunks.samples();
        self.second = Some(second);
        chunks.samples()
    }

    #[expect(clippy::inline_always, reason = "loops over lanes must be built for the processor at hand")]
    #[inline(always)]
    fn first_pass(&self, chunk: Chunk) -> Tally {
        let rows = self.scores.rows();
        let mut random = Random::new(self.settings.seed, chunk.number, 0);
        let mut place = self.sampler.start(&mut random);
        let mut tally = Tally::new(rows, self.criteria);
        let mut scratch = Scratch::new(rows, self.criteria);
        let mut weights = vec![[0.0; LANES]; self.criteria];
        let (mut sums, mut known) = (vec![[0.0; LANES]; rows], vec![[0.0; LANES]; rows]);
        for done in (0..chunk.samples).step_by(LANES) {
            self.sampler.draw(&mut random, &mut place, &mut weights);
            self.scores.add_up(&mut random, &weights, &mut sums, &mut known);
            for row in (0..rows).filter(|&row| self.scores.has_gap(row)) {
                renormalise(&mut sums[row], &known[row]);
            }
            let samples = LANES.min(chunk.samples - done);
            for sums in &mut sums {
                sums[samples..].fill(0.0);
            }
            tally.count(&Block { samples, sums: &sums, weights: &weights }, &mut scratch);
        }
        if self.sampler.is_walk() {
            tally.close_chunk();
        }
        tally
    }

    fn second_pass(&self) -> Second {
        let rows = self.scores.rows();
        let central: Vec<Option<Vec<f64>>> = (0..rows).map(|row| central_weights(&self.tally, row)).collect();
        let samples = if self.scores.are_random() { self.settings.samples } else { 1 };
        Second { contest: Contest::new(&self.scores, &central), samples, done: 0, counts: vec![0; rows] }
    }
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
        let first = done / CHUNK;
        Self { first, end: of.div_ceil(CHUNK).min(first.saturating_add(most.div_ceil(CHUNK))), of }
    }

    fn par_iter(self) -> impl ParallelIterator<Item = Chunk> {
        let samples = move |number: u32| CHUNK.min(self.of - number * CHUNK) as usize;
        (self.first..self.end).into_par_iter().map(move |number| Chunk { number, samples: samples(number) })
    }

    fn samples(self) -> u32 {
        self.end.saturating_mul(CHUNK).min(self.of) - self.first * CHUNK
    }
}
