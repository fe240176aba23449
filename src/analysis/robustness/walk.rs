//! Weights by a random walk, where no simpler region has enough of its samples within the limits.
//!
//! Hit-and-run (Smith 1984, "Efficient Monte Carlo procedures for generating points uniformly distributed over bounded
//! regions", *Operations Research* 32; for weights Tervonen et al. 2013, "Hit-And-Run enables efficient weight generation for
//! simulation-based multiple criteria decision analysis", *EJOR* 224): a step goes in a random direction to a uniform point
//! of the chord. Directions are taken in units of each weight's own width, so that narrow intervals do not hold up wide ones,
//! and at right angles to whatever must stay equal: the sum, and limits that leave no room.
//!
//! Samples depend on those before. A sample is taken after every [`THINNING`] steps for each criterion, and each chunk of
//! samples begins with [`BURN_IN`] steps for each criterion, which are thrown away; the standard errors of the result come
//! from the spread between chunks, which do not depend on each other.

use rand::{Rng, RngExt as _};
use rand_distr::StandardNormal;

use super::limits::{Constraint, NO_ROOM, Region};

/// Steps between two samples, for each criterion.
const THINNING: usize = 2;

/// Steps before the first sample, for each criterion.
const BURN_IN: usize = 100;

/// A polytope in coordinates in which each weight has the width 1.
#[derive(Clone, Debug)]
pub(super) struct Walk {
    width: Vec<f64>,
    least: Vec<f64>,
    most: Vec<f64>,
    constraints: Vec<Constraint>,
    /// Directions that must not be taken: orthonormal.
    forbidden: Vec<Vec<f64>>,
    /// A point within all limits that leave room.
    start: Vec<f64>,
}

impl Walk {
    pub(super) fn new(region: &Region) -> Self {
        let criteria = region.least.len();
        // A weight that cannot move keeps any scale: its direction is forbidden.
        let moves = |at: usize| region.width(at) > NO_ROOM;
        let width: Vec<f64> = (0..criteria).map(|at| if moves(at) { region.width(at) } else { 1.0 }).collect();
        let scaled = |row: &[f64]| row.iter().zip(&width).map(|(a, width)| a * width).collect::<Vec<_>>();
        let unit = |at: usize| (0..criteria).map(|other| f64::from(u8::from(other == at))).collect();
        let fixed = (0..criteria).filter(|&at| !moves(at)).map(unit);
        let equal = region.tight.iter().map(|&row| scaled(&region.constraints[row].coefficients));
        let loose = (0..region.constraints.len()).filter(|row| !region.tight.contains(row));
        let constraints = loose.map(|row| &region.constraints[row]);
        Self {
            constraints: constraints
                .map(|row| Constraint { coefficients: scaled(&row.coefficients), at_most: row.at_most })
                .collect(),
            forbidden: orthonormal(fixed.chain([scaled(&vec![1.0; criteria])]).chain(equal)),
            start: region.middle.iter().zip(&width).map(|(x, width)| x / width).collect(),
            least: region.least.iter().zip(&width).map(|(x, width)| x / width).collect(),
            most: region.most.iter().zip(&width).map(|(x, width)| x / width).collect(),
            width,
        }
    }

    /// Where a chunk of samples begins: some steps from the start.
    pub(super) fn start(&self, rng: &mut impl Rng) -> Vec<f64> {
        let mut place = self.start.clone();
        self.steps(BURN_IN, rng, &mut place);
        place
    }

    /// Goes on from `place`, and leaves in `sample` the weights where it gets.
    pub(super) fn draw(&self, rng: &mut impl Rng, place: &mut [f64], sample: &mut [f64]) {
        self.steps(THINNING, rng, place);
        for (at, x) in sample.iter_mut().enumerate() {
            *x = (place[at] * self.width[at]).max(0.0);
        }
    }

    fn steps(&self, per_criterion: usize, rng: &mut impl Rng, place: &mut [f64]) {
        let mut direction = vec![0.0; place.len()];
        for _ in 0..per_criterion * place.len() {
            self.step(rng, place, &mut direction);
        }
    }

    fn step(&self, rng: &mut impl Rng, place: &mut [f64], direction: &mut [f64]) {
        direction.fill_with(|| rng.sample(StandardNormal));
        for forbidden in &self.forbidden {
            let along = dot(forbidden, direction);
            direction.iter_mut().zip(forbidden).for_each(|(d, f)| *d -= along * f);
        }
        let (mut back, mut ahead) = (f64::NEG_INFINITY, f64::INFINITY);
        // A limit at a distance of `room` that is approached at the speed `rate`.
        let mut limit = |room: f64, rate: f64| {
            if rate > 0.0 {
                ahead = ahead.min(room / rate);
            } else if rate < 0.0 {
                back = back.max(room / rate);
            }
        };
        for (((x, d), least), most) in place.iter().zip(&*direction).zip(&self.least).zip(&self.most) {
            limit(most - x, *d);
            limit(x - least, -d);
        }
        for row in &self.constraints {
            limit(row.at_most - row.sum(place), dot(&row.coefficients, direction));
        }
        // Rounding may have left the place on the wrong side of a limit, or all directions forbidden.
        if back < ahead && back.is_finite() && ahead.is_finite() {
            let far = back + (ahead - back) * rng.random::<f64>();
            place.iter_mut().zip(direction).for_each(|(x, d)| *x += far * *d);
        }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// An orthonormal basis of what the rows span, by Gram and Schmidt.
fn orthonormal(rows: impl Iterator<Item = Vec<f64>>) -> Vec<Vec<f64>> {
    let mut basis: Vec<Vec<f64>> = Vec::new();
    for mut row in rows {
        let length = dot(&row, &row).sqrt();
        // Twice, because once leaves rounding.
        for other in basis.iter().chain(&basis) {
            let along = dot(other, &row);
            row.iter_mut().zip(other).for_each(|(x, y)| *x -= along * y);
        }
        let left = dot(&row, &row).sqrt();
        if left > NO_ROOM * length {
            basis.push(row.iter().map(|x| x / left).collect());
        }
    }
    basis
}
