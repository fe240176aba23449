//! Scores as they are sampled.
//!
//! A range is uniform and a triangle triangular between their ends, each independent of all others, and goes through the
//! value function of its criterion like any score. On a fixed scale it is clipped where the value function is. The ends of a
//! local scale stay where the deterministic result has them, for if they moved with the samples the weights would mean
//! another swing in each of them; beyond these ends the straight line goes on, so that a score that may turn out better than
//! the best of the points counts as better. Only where all points coincide, so that there would be no scale at all, it runs
//! over all that the scores may be.
//!
//! Every sampled value is a continuous function of one number `t` of 0 to 1, made of straight pieces: that is how it is
//! compiled, and what makes it quick.
#![expect(clippy::inline_always, reason = "a loop over lanes must be built for the same processor as what calls it")]

use std::ops::Range;

use super::lanes::{LANES, Lanes, PART, Part};
use super::random::Random;
use crate::model::{Criterion, Direction, Document, Ends, Problem, Scale, Score};

/// Beyond any value that a scale of sensible length gives; keeps sums finite.
const VAST: f64 = 1e100;

/// The values of all alternatives on all criteria, fixed or random.
#[derive(Clone, Debug)]
pub(super) struct Scores {
    rows: usize,
    /// One criterion after the other.
    cells: Vec<Cell>,
    /// By alternative: whether a score is missing.
    gaps: Vec<bool>,
}

#[derive(Clone, Debug)]
enum Cell {
    Missing,
    Fixed(f64),
    Varied(Varied),
}

/// A value that differs from sample to sample: `start` plus, for each piece, its slope times how far `t` has come on it.
#[derive(Clone, Debug)]
struct Varied {
    law: Law,
    start: f64,
    pieces: Vec<Piece>,
}

/// How `t` is distributed between 0 and 1.
#[derive(Clone, Copy, Debug)]
enum Law {
    Uniform,
    /// Triangular, with the peak here.
    Triangle(f64),
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    from: f64,
    to: f64,
    slope: f64,
}

impl Scores {
    /// Compiles the scores of `document`, whose compiled form is `problem`.
    pub(super) fn of(document: &Document, problem: &Problem) -> Self {
        let rows = document.alternatives.len();
        let mut cells = Vec::with_capacity(rows * problem.criteria.len());
        for (at, criterion) in document.leaves().into_iter().enumerate() {
            column(document, problem, at, criterion, &mut cells);
        }
        let gaps = (0..rows).map(|row| cells.iter().skip(row).step_by(rows).any(|cell| matches!(cell, Cell::Missing)));
        Self { rows, gaps: gaps.collect(), cells }
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// The number of cells.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn has_gap(&self, row: usize) -> bool {
        self.gaps[row]
    }

    /// True where some score is random.
    pub(super) fn are_random(&self) -> bool {
        self.cells.iter().any(|cell| matches!(cell, Cell::Varied(_)))
    }

    /// The least and the greatest value that a score can have; None where it is missing.
    pub(super) fn bounds(&self, row: usize, criterion: usize) -> Option<(f64, f64)> {
        match &self.cells[criterion * self.rows + row] {
            Cell::Missing => None,
            Cell::Fixed(x) => Some((*x, *x)),
            Cell::Varied(varied) => Some(varied.bounds()),
        }
    }

    /// Draws scores on some criteria, one after the other, and adds them up under the weights of each lane into `sums`. Of
    /// alternatives with gaps `known` gets the weight on what they are scored on, and is left alone of all others.
    #[inline(always)]
    pub(super) fn add_up(
        &self,
        random: &mut Random,
        criteria: Range<usize>,
        weights: &[Lanes],
        sums: &mut [Lanes],
        known: &mut [Lanes],
    ) {
        let cells = &self.cells[criteria.start * self.rows..criteria.end * self.rows];
        let weights = &weights[criteria];
        let mut values = [0.0; LANES];
        for (column, weights) in cells.chunks_exact(self.rows.max(1)).zip(weights) {
            for (row, (cell, sums)) in column.iter().zip(&mut *sums).enumerate() {
                match cell {
                    Cell::Missing => continue,
                    Cell::Fixed(x) => {
                        for lane in 0..LANES {
                            sums[lane] += weights[lane] * x;
                        }
                    }
                    Cell::Varied(varied) => {
                        varied.draw(random, &mut values);
                        for lane in 0..LANES {
                            sums[lane] += weights[lane] * values[lane];
                        }
                    }
                }
                if self.gaps[row] {
                    known[row].iter_mut().zip(weights).for_each(|(known, weight)| *known += weight);
                }
            }
        }
    }

    /// Draws scores into `values`, one part of the lanes after the other, in each one alternative after the other; 0 where
    /// they are missing.
    #[inline(always)]
    pub(super) fn draw(&self, random: &mut Random, values: &mut [Part]) {
        let mut lanes = [0.0; LANES];
        let criteria = self.cells.len() / self.rows.max(1);
        for (at, cell) in self.cells.iter().enumerate() {
            match cell {
                Cell::Missing => lanes.fill(0.0),
                Cell::Fixed(x) => lanes.fill(*x),
                Cell::Varied(varied) => varied.draw(random, &mut lanes),
            }
            let (criterion, row) = (at / self.rows, at % self.rows);
            let places = values.iter_mut().skip(row * criteria + criterion).step_by(self.cells.len());
            for (values, lanes) in places.zip(lanes.as_chunks::<PART>().0) {
                *values = *lanes;
            }
        }
    }
}

impl Cell {
    fn fixed(x: f64) -> Self {
        if x.is_nan() { Self::Missing } else { Self::Fixed(x) }
    }
}

/// Compiles one criterion.
fn column(document: &Document, problem: &Problem, at: usize, criterion: &Criterion, cells: &mut Vec<Cell>) {
    let scale = &criterion.scale;
    let rows = 0..document.alternatives.len();
    let scores: Vec<Option<Score>> = rows.map(|row| document.alternatives.score(row, criterion.id)).collect();
    let known = &problem.criteria[at];
    let has_no_length = |ends: &Ends| !known.has_fixed_ends && scale.unclipped(ends.best, *ends) <= 0.0;
    let wide = known.ends.filter(has_no_length).and_then(|_| widest(scale, &scores));
    for (row, score) in scores.into_iter().enumerate() {
        let point = match wide {
            Some(ends) if score.is_some() => scale.value(problem.scores.get(row, at), ends),
            _ => problem.values.get(row, at),
        };
        let varied = score.zip(wide.or(known.ends)).and_then(|(score, ends)| Varied::of(score, scale, ends));
        cells.push(varied.map_or(Cell::fixed(point), Cell::Varied));
    }
}

/// The ends of a local scale over all that the scores may be.
fn widest(scale: &Scale, scores: &[Option<Score>]) -> Option<Ends> {
    let bounds = scores.iter().filter_map(|score| (*score)?.bounds(scale));
    scale.local_ends(bounds.flat_map(|(low, high)| match scale.direction() {
        Direction::Target(target) => [low, high, target.clamp(low, high)],
        Direction::Max | Direction::Min => [low, high, low],
    }))
}

impl Varied {
    /// None where the score is certain, or so large that its value is no number: then its point stands for it.
    fn of(score: Score, scale: &Scale, ends: Ends) -> Option<Self> {
        let (low, high) = score.bounds(scale).filter(|(low, high)| low < high)?;
        // Halves, because a difference of two numbers may be more than a number can hold.
        let part = |x: f64| (x / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
        let value = |x: f64| match scale.ends() {
            Some(_) => scale.value(x, ends),
            None => scale.unclipped(x, ends).clamp(-VAST, VAST),
        };
        let mut knots = scale.bends(ends);
        knots.retain(|&x| low < x && x < high);
        knots.sort_by(f64::total_cmp);
        knots.push(high);
        let start = value(low);
        let mut pieces = Vec::with_capacity(knots.len());
        let (mut from, mut now) = (0.0, start);
        for x in knots {
            // However short a piece is on the way from low to high, its whole rise counts.
            let (to, then) = (part(x).max(f64::next_up(from)), value(x));
            let slope = (then - now) / (to - from);
            if !slope.is_finite() {
                return None;
            }
            if slope != 0.0 {
                pieces.push(Piece { from, to, slope });
            }
            (from, now) = (to, then);
        }
        let law = match score {
            Score::Triangle(_, likely, _) => Law::Triangle(part(likely)),
            _ => Law::Uniform,
        };
        Some(Self { law, start, pieces })
    }

    #[inline(always)]
    fn draw(&self, random: &mut Random, values: &mut Lanes) {
        random.scores(values);
        if let Law::Triangle(peak) = self.law {
            for t in &mut *values {
                // The inverse of the distribution function.
                let (rising, falling) = ((*t * peak).sqrt(), 1.0 - ((1.0 - *t) * (1.0 - peak)).sqrt());
                *t = if *t < peak { rising } else { falling };
            }
        }
        match self.pieces[..] {
            [Piece { from: 0.0, to: 1.0, slope }] => {
                for t in values {
                    *t = self.start + slope * *t;
                }
            }
            [Piece { from, to, slope }] => {
                for t in values {
                    *t = self.start + slope * (t.clamp(from, to) - from);
                }
            }
            _ => {
                for t in values {
                    *t = self.at(*t);
                }
            }
        }
    }

    #[inline(always)]
    fn at(&self, t: f64) -> f64 {
        self.pieces
            .iter()
            .fold(self.start, |value, piece| value + piece.slope * (t.clamp(piece.from, piece.to) - piece.from))
    }

    fn bounds(&self) -> (f64, f64) {
        let knots = self.pieces.iter().map(|piece| self.at(piece.to));
        knots.fold((self.start, self.start), |(low, high), x| (low.min(x), high.max(x)))
    }
}
