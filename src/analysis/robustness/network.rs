//! Numbers put in order lane by lane, all lanes at once.
#![expect(clippy::inline_always, reason = "a loop over lanes must be built for the same processor as what calls it")]

use super::lanes::{LANES, Lanes};

/// Which two numbers to compare and, where they stand the wrong way round, to exchange, one pair after the other. It is the
/// same for all numbers, so that no lane waits for another.
#[derive(Clone, Debug)]
pub(super) struct Network {
    pairs: Vec<[usize; 2]>,
}

impl Network {
    /// Puts the numbers at `places` in rising order: merge exchange (Batcher 1968; Knuth 1998, *The Art of Computer
    /// Programming* 3, algorithm 5.2.2M).
    pub(super) fn new(places: &[usize]) -> Self {
        let mut pairs = Vec::new();
        let half = places.len().next_power_of_two() / 2;
        let mut step = half;
        while step > 0 {
            let (mut merged, mut residue, mut apart) = (half, 0, step);
            loop {
                let ends = (apart..places.len()).map(|to| (to - apart, to)).filter(|(from, _)| from & step == residue);
                pairs.extend(ends.map(|(from, to)| [places[from], places[to]]));
                if merged == step {
                    break;
                }
                (apart, merged, residue) = (merged - step, merged / 2, step);
            }
            step /= 2;
        }
        Self { pairs }
    }

    #[inline(always)]
    pub(super) fn sort(&self, numbers: &mut [Lanes]) {
        for &pair in &self.pairs {
            let Ok([low, high]) = numbers.get_disjoint_mut(pair) else { continue };
            for lane in 0..LANES {
                let (a, b) = (low[lane], high[lane]);
                low[lane] = if a < b { a } else { b };
                high[lane] = if a < b { b } else { a };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Network;
    use crate::analysis::robustness::lanes::LANES;

    #[test]
    fn any_zeros_and_ones_are_put_in_order() {
        // A network that does this puts anything in order (the zero-one principle).
        for count in 0..=12 {
            let places: Vec<usize> = (0..count).rev().collect();
            let network = Network::new(&places);
            for bits in 0..1_u32 << count {
                let mut numbers: Vec<_> = (0..count).map(|at| [f64::from(bits >> at & 1); LANES]).collect();
                network.sort(&mut numbers);
                assert!(numbers.is_sorted_by(|a, b| (0..LANES).all(|lane| a[lane] >= b[lane])), "{count}, {bits:b}");
                let ones = numbers.iter().map(|x| x[0]).sum::<f64>();
                assert!((ones - f64::from(bits.count_ones())).abs() < 0.5);
            }
        }
    }
}
