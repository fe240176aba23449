//! TOPSIS: how close an option comes to the best of every criterion, and how far it stays from the worst.
//!
//! Hwang, C. L. & Yoon, K. (1981), *Multiple Attribute Decision Making: Methods and Applications*, Springer. With v = w r,
//! ideal and anti-ideal the best and worst v of each criterion, and Euclidean distances d+ and d- from them, the score is
//! the closeness d- / (d+ + d-), 0 to 1.
//!
//! The usual normalisation `vector` is x / norm(x) for costs too, as published: ideal and anti-ideal go by the direction.
//! It takes any score, and so does `vector-complement`, which comes to the same. The others turn costs into benefits
//! first, as in the table of [`Normalization`]. With `vector` the closeness depends on where a scale has its zero: degrees
//! Celsius and Fahrenheit need not agree. With `min-max` they do (Opricovic & Tzeng 2004).
//!
//! Where no criterion that counts tells options apart, all are ideal and anti-ideal at once and have a closeness of 0.5. So
//! has a single option. Details: `d_plus` and `d_minus`, in weighted normalised units, from 0.

use std::borrow::Cow;
use std::ops::Range;

use rayon::prelude::*;

use super::normalization::between;
use super::{Better, Compute, Detail, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome};
use crate::model::Columns;

/// TOPSIS.
pub static METHOD: Method = Method {
    id: "topsis",
    name: MethodLabel::Topsis,
    source: "Hwang & Yoon 1981",
    better: Better::Higher,
    normalizations: &[
        Normalization::Vector,
        Normalization::MinMax,
        Normalization::Value,
        Normalization::Max,
        Normalization::MaxComplement,
        Normalization::Sum,
        Normalization::VectorComplement,
        Normalization::None,
    ],
    parameters: &[],
    needs: &[Need::EveryScore],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let problem = input.problem;
    let distances = match input.normalization {
        Normalization::Vector | Normalization::VectorComplement => {
            let is_cost: Vec<bool> = problem.criteria.iter().map(|criterion| criterion.direction.is_cost()).collect();
            Distances::of(&problem.monotone_scores(), &problem.weights, |at| is_cost[at], Extent::span_in_norms)
        }
        _ => Distances::of(&*input.normalized()?, &problem.weights, |_| false, Extent::span),
    };
    let Distances { closeness, plus, minus } = distances;
    let details = vec![Detail::by_alternative("d_plus", plus), Detail::by_alternative("d_minus", minus)];
    Ok(Outcome { scores: closeness, details, ..Outcome::default() })
}

/// Rows handled at a time: both sums of squares stay in the nearest cache while the columns pass by.
const BLOCK: usize = 1024;

/// Blocks that a thread takes at least: handing out fewer costs more than it saves.
const BLOCKS_PER_THREAD: usize = 16;

/// Rows of a column that are looked through at a time, large enough that a thread is worth it.
const STRETCH: usize = BLOCK * BLOCKS_PER_THREAD;

/// By alternative.
struct Distances {
    closeness: Vec<f64>,
    /// From the ideal.
    plus: Vec<f64>,
    /// From the anti-ideal.
    minus: Vec<f64>,
}

impl Distances {
    /// The data are read twice and never copied: once for the extent of the columns, and once for the distances. `span` is
    /// how far apart the least and the largest of a column are once it is normalised.
    fn of(
        columns: &Columns,
        weights: &[f64],
        is_cost: impl Fn(usize) -> bool,
        span: impl Fn(Extent, &[f64]) -> f64,
    ) -> Self {
        let extents = extents(columns);
        let columns_extents = || columns.iter().zip(extents.iter().copied());
        let reaches = columns_extents().zip(weights).map(|((column, extent), weight)| weight * span(extent, column));
        let reaches: Vec<f64> = reaches.collect();
        // The whole is measured in the largest, so that no square is too large or too small for a number.
        let unit = reaches.iter().copied().fold(0.0, f64::max);
        let axes = columns_extents().zip(&reaches).enumerate().filter(|(_, (_, reach))| **reach > 0.0);
        let axes = axes.map(|(at, ((column, extent), reach))| Axis::new(extent, column, is_cost(at), reach / unit));
        Self::along(&axes.collect::<Vec<_>>(), columns.rows(), unit)
    }

    fn along(axes: &[Axis], rows: usize, unit: f64) -> Self {
        let mut all = Self { closeness: vec![0.0; rows], plus: vec![0.0; rows], minus: vec![0.0; rows] };
        let Self { closeness, plus, minus } = &mut all;
        let blocks = closeness.chunks_mut(BLOCK).zip(plus.chunks_mut(BLOCK)).zip(minus.chunks_mut(BLOCK)).enumerate();
        let blocks: Vec<_> = blocks.collect();
        let measure = |(block, ((closeness, plus), minus)): (usize, Block)| {
            let rows = block * BLOCK..block * BLOCK + plus.len();
            add_squares(axes, &rows, plus, minus);
            for ((closeness, plus), minus) in closeness.iter_mut().zip(plus).zip(minus) {
                let (from_ideal, from_anti_ideal) = (plus.sqrt(), minus.sqrt());
                let sum = from_ideal + from_anti_ideal;
                *closeness = if sum > 0.0 { from_anti_ideal / sum } else { 0.5 };
                (*plus, *minus) = (from_ideal * unit, from_anti_ideal * unit);
            }
        };
        if rows < STRETCH {
            blocks.into_iter().for_each(measure);
        } else {
            blocks.into_par_iter().with_min_len(BLOCKS_PER_THREAD).for_each(measure);
        }
        all
    }
}

/// Closeness and both distances of some rows.
type Block<'a> = ((&'a mut [f64], &'a mut [f64]), &'a mut [f64]);

/// A criterion as a direction in space.
struct Axis<'a> {
    column: Cow<'a, [f64]>,
    ideal: f64,
    anti_ideal: f64,
    /// What a unit of the column counts.
    factor: f64,
}

impl<'a> Axis<'a> {
    /// `reach` is what the distance from the worst to the best counts, in 0 to 1.
    fn new(Extent { min, max, .. }: Extent, column: &'a [f64], is_cost: bool, reach: f64) -> Self {
        let factor = reach / (max - min);
        let ends = |min, max| if is_cost { (min, max) } else { (max, min) };
        if factor.is_normal() {
            let (ideal, anti_ideal) = ends(min, max);
            return Self { column: Cow::Borrowed(column), ideal, anti_ideal, factor };
        }
        // Differences at either end of what a number can be are no factor's; their shares are.
        let (ideal, anti_ideal) = ends(0.0, 1.0);
        let share = between(min, max);
        Self { column: column.iter().map(|&x| share(x)).collect(), ideal, anti_ideal, factor: reach }
    }
}

/// Adds the squares of the distances along `axes`. Two axes at a time, so that the sums are read and written half as often.
fn add_squares(axes: &[Axis], rows: &Range<usize>, plus: &mut [f64], minus: &mut [f64]) {
    let part = |axis: &'_ Axis, x: f64| {
        let (plus, minus) = ((x - axis.ideal) * axis.factor, (x - axis.anti_ideal) * axis.factor);
        (plus * plus, minus * minus)
    };
    let mut pairs = axes.chunks_exact(2);
    for pair in &mut pairs {
        let [a, b] = [&pair[0], &pair[1]];
        let columns = a.column[rows.clone()].iter().zip(&b.column[rows.clone()]);
        for ((plus, minus), (&x, &y)) in plus.iter_mut().zip(minus.iter_mut()).zip(columns) {
            let ((plus_a, minus_a), (plus_b, minus_b)) = (part(a, x), part(b, y));
            *plus += plus_a + plus_b;
            *minus += minus_a + minus_b;
        }
    }
    for axis in pairs.remainder() {
        for ((plus, minus), &x) in plus.iter_mut().zip(minus.iter_mut()).zip(&axis.column[rows.clone()]) {
            let (plus_a, minus_a) = part(axis, x);
            *plus += plus_a;
            *minus += minus_a;
        }
    }
}

/// What a column spans.
#[derive(Clone, Copy)]
struct Extent {
    min: f64,
    max: f64,
    squares: f64,
}

impl Extent {
    const NONE: Self = Self { min: f64::INFINITY, max: f64::NEG_INFINITY, squares: 0.0 };

    fn of(column: &[f64]) -> Self {
        // Side by side, as the processor can do it.
        const LANES: usize = 8;
        let mut lanes = [Self::NONE; LANES];
        let chunks = column.chunks_exact(LANES);
        let rest = chunks.remainder();
        for chunk in chunks {
            for (lane, &x) in lanes.iter_mut().zip(chunk) {
                lane.add(x);
            }
        }
        let mut all = lanes.into_iter().fold(Self::NONE, Self::join);
        for &x in rest {
            all.add(x);
        }
        all
    }

    #[inline]
    fn add(&mut self, x: f64) {
        self.min = if x < self.min { x } else { self.min };
        self.max = if x > self.max { x } else { self.max };
        self.squares += x * x;
    }

    fn join(self, other: Self) -> Self {
        Self {
            min: if other.min < self.min { other.min } else { self.min },
            max: if other.max > self.max { other.max } else { self.max },
            squares: self.squares + other.squares,
        }
    }

    fn span(self, _: &[f64]) -> f64 {
        (self.max - self.min).min(f64::MAX)
    }

    /// The span divided by the Euclidean norm of `column`, whose extent it is.
    fn span_in_norms(self, column: &[f64]) -> f64 {
        let largest = self.max.abs().max(self.min.abs());
        // Between these the squares of the scores neither overflow nor vanish.
        if (1e-140..1e140).contains(&largest) {
            (self.max - self.min) / self.squares.sqrt()
        } else if largest > 0.0 {
            let squares = column.iter().map(|x| x / largest).map(|x| x * x);
            (self.max / largest - self.min / largest) / squares.sum::<f64>().sqrt()
        } else {
            0.0
        }
    }
}

/// The extent of every column. Parts are added up in the order of the rows, on any number of threads.
fn extents(columns: &Columns) -> Vec<Extent> {
    if columns.rows() < STRETCH {
        return columns.iter().map(Extent::of).collect();
    }
    let columns: Vec<&[f64]> = columns.iter().collect();
    let extent = |column: &&[f64]| {
        let parts: Vec<Extent> = column.par_chunks(STRETCH).map(Extent::of).collect();
        parts.into_iter().fold(Extent::NONE, Extent::join)
    };
    columns.par_iter().map(extent).collect()
}
