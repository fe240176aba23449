//! The Gaussian preference function, 1 - exp(-d^2 / 2 s^2), of all pairs without the pairs.
//!
//! Greengard, L. & Strain, J. (1991), "The fast Gauss transform", *SIAM Journal on Scientific and Statistical Computing*
//! 12. Scores within s of each other form a cell. What a cell holds enters the sum of bells at any place through a few
//! moments, because the bell of y, seen from the middle c of its cell, is the Hermite series
//! `exp(-(u - t)^2 / 2) = exp(-u^2 / 2) sum He_k(u) t^k / k!` with u = (x - c) / s and t = (y - c) / s.

use super::preference::number;

/// Terms of the series. As t is within 1/2, the first that is left out is below 1.1 (1/2)^21 / sqrt(21!) = 7e-17.
const TERMS: usize = 21;

/// In units of s: where the bells of a whole cell are below 1e-17 each.
const REACH: f64 = 9.5;

/// Fewer scores than this are compared pair by pair, which takes no longer and is exact however small all leads are.
const FEW: usize = 256;

/// The preference that a lead gives.
pub(super) fn of_lead(s: f64, lead: f64) -> f64 {
    let z = lead.max(0.0) / s;
    -(-0.5 * z * z).exp_m1()
}

/// For each of the scores, which ascend: the preferences that its leads over the others give, added up. From 256 scores on
/// each within 1e-15 of what it is.
pub(super) fn of_leads(s: f64, ascending: &[f64]) -> Vec<f64> {
    if ascending.len() < FEW { by_pairs(s, ascending) } else { by_cells(s, ascending) }
}

fn by_pairs(s: f64, ascending: &[f64]) -> Vec<f64> {
    let leads = |(at, x): (usize, &f64)| ascending[..at].iter().map(|y| of_lead(s, x - y)).sum();
    ascending.iter().enumerate().map(leads).collect()
}

/// Scores that lie within s of the lowest of them.
struct Cell {
    base: f64,
    /// The sums of t^k / k!.
    moments: [f64; TERMS],
}

fn by_cells(s: f64, ascending: &[f64]) -> Vec<f64> {
    let (mut cells, mut near): (Vec<Cell>, usize) = (Vec::new(), 0);
    let mut leads = Vec::with_capacity(ascending.len());
    for equal in ascending.chunk_by(|a, b| a >= b) {
        let x = equal[0];
        near += cells[near..].iter().take_while(|cell| cell.place(x, s) > REACH).count();
        let bells: f64 = cells[near..].iter().map(|cell| cell.bells(cell.place(x, s))).sum();
        let lead = (number(leads.len()) - bells).max(0.0);
        leads.resize(leads.len() + equal.len(), lead);
        let cell = match cells.pop_if(|cell| x - cell.base <= s) {
            Some(cell) => cell,
            None => Cell { base: x, moments: [0.0; TERMS] },
        };
        cells.push(cell.with(x, s, number(equal.len())));
    }
    leads
}

impl Cell {
    /// Where `x` is, seen from the middle of the cell, in units of s.
    fn place(&self, x: f64, s: f64) -> f64 {
        (x - self.base) / s - 0.5
    }

    /// The cell with a score more, `number` times.
    fn with(mut self, x: f64, s: f64, number: f64) -> Self {
        let (t, mut term) = (self.place(x, s), number);
        for (moment, k) in self.moments.iter_mut().zip(1_u32..) {
            *moment += term;
            term *= t / f64::from(k);
        }
        self
    }

    /// The sum of the bells of all scores of the cell at the place `u`.
    fn bells(&self, u: f64) -> f64 {
        let (mut hermite, mut last, mut sum) = ((-0.5 * u * u).exp(), 0.0, 0.0);
        for (moment, k) in self.moments.iter().zip(0_u32..) {
            sum += moment * hermite;
            (hermite, last) = (u * hermite - f64::from(k) * last, hermite);
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{by_cells, by_pairs};

    proptest! {
        #[test]
        fn cells_and_pairs_agree(mut scores in prop::collection::vec(0.0..100.0_f64, 0..300), s in 0.01..1000.0_f64) {
            scores.sort_by(f64::total_cmp);
            for (cells, pairs) in by_cells(s, &scores).iter().zip(by_pairs(s, &scores)) {
                // Sums of up to three hundred terms, each in another order.
                prop_assert!((cells - pairs).abs() <= 1e-14 * pairs.max(1.0), "{cells} is not {pairs}");
            }
        }
    }
}
