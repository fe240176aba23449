//! Random numbers, several at a time.
#![expect(clippy::inline_always, reason = "a loop over lanes must be built for the same processor as what calls it")]

use rand::{Rng as _, SeedableRng as _};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};

use super::lanes::{LANES, Lanes};

/// So many generators go forward together: one for every two lanes.
const WIDTH: usize = LANES / 2;

/// The width of the cells that scores are drawn from: 2^-32.
const CELL: f64 = 1.0 / 4_294_967_296.0;

/// The random numbers of a chunk in a pass.
#[derive(Clone, Debug)]
pub(super) struct Random {
    /// For what is drawn one after the other.
    pub single: Xoshiro256PlusPlus,
    /// For what is drawn in lanes.
    side_by_side: Generators,
}

/// Generators side by side: xoshiro256++ each (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators",
/// *ACM Transactions on Mathematical Software* 47), their states word by word.
#[derive(Clone, Debug)]
#[repr(align(64))]
struct Generators([[u64; WIDTH]; 4]);

impl Random {
    /// A stream that has nothing to do with those of other chunks, passes and seeds.
    pub(super) fn new(seed: u64, chunk: u32, pass: u64) -> Self {
        let mixed = SplitMix64::seed_from_u64(seed).next_u64();
        let mut seeds = SplitMix64::seed_from_u64(mixed ^ (u64::from(chunk) << 1 | pass));
        let single = Xoshiro256PlusPlus::seed_from_u64(seeds.next_u64());
        let side_by_side = Generators(std::array::from_fn(|_| std::array::from_fn(|_| seeds.next_u64())));
        Self { single, side_by_side }
    }

    /// Uniform between 0 and 1, to 32 binary digits, each the middle of its cell: two from 64 bits, for it is the bits that
    /// take time.
    #[inline(always)]
    pub(super) fn scores(&mut self, out: &mut Lanes) {
        let ([low, high], _) = out.as_chunks_mut::<WIDTH>() else { return };
        for at in 0..WIDTH {
            let bits = self.side_by_side.next(at);
            low[at] = cell(bits & u64::from(u32::MAX));
            high[at] = cell(bits >> 32);
        }
    }

    /// Uniform between 0 and 1, to 52 binary digits, neither 0 nor 1.
    #[inline(always)]
    pub(super) fn weights(&mut self, out: &mut Lanes) {
        /// The bits of 1, in which all digits behind the point are 0.
        const ONE: u64 = 1.0_f64.to_bits();
        let (halves, _) = out.as_chunks_mut::<WIDTH>();
        for half in halves {
            for (at, x) in half.iter_mut().enumerate() {
                *x = f64::from_bits(ONE | self.side_by_side.next(at) >> 12) - (1.0 - f64::EPSILON / 2.0);
            }
        }
    }
}

impl Generators {
    /// 64 bits from one of them.
    #[inline(always)]
    fn next(&mut self, at: usize) -> u64 {
        let [s0, s1, s2, s3] = &mut self.0;
        let (a, b) = (s0[at], s1[at]);
        let (c, d) = (s2[at] ^ a, s3[at] ^ b);
        let next = a.wrapping_add(s3[at]).rotate_left(23).wrapping_add(a);
        (s0[at], s1[at]) = (a ^ d, b ^ c);
        (s2[at], s3[at]) = (c ^ (b << 17), d.rotate_left(45));
        next
    }
}

/// The middle of a cell between 0 and 1, `half` being 32 bits: put behind 2^52, for which every processor is quick, instead
/// of converted.
#[inline(always)]
fn cell(half: u64) -> f64 {
    const BEYOND: f64 = 4_503_599_627_370_496.0;
    (f64::from_bits(BEYOND.to_bits() | half) - (BEYOND - 0.5)) * CELL
}

#[cfg(test)]
mod tests {
    use rand::{Rng as _, SeedableRng as _};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::{Random, WIDTH};
    use crate::analysis::robustness::lanes::LANES;

    #[test]
    fn every_generator_is_the_one_of_the_library() {
        let mut random = Random::new(7, 3, 1).side_by_side;
        for at in 0..WIDTH {
            let state: Vec<u8> = random.0.iter().flat_map(|words| words[at].to_le_bytes()).collect();
            let mut library = Xoshiro256PlusPlus::from_seed(state.try_into().expect("four words"));
            assert!((0..1000).all(|_| random.next(at) == library.next_u64()));
        }
    }

    #[test]
    fn numbers_are_uniform_and_within() {
        let mut random = Random::new(1, 0, 0);
        let (mut tenths, mut lanes) = ([[0_u32; 10]; 2], [0.0; LANES]);
        let rounds = 200_000 / LANES;
        for _ in 0..rounds {
            for (kind, tenths) in tenths.iter_mut().enumerate() {
                if kind == 0 {
                    random.scores(&mut lanes);
                } else {
                    random.weights(&mut lanes);
                }
                for x in lanes {
                    assert!(x > 0.0 && x < 1.0);
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 9")]
                    let tenth = (10.0 * x) as usize;
                    tenths[tenth] += 1;
                }
            }
        }
        let expected = f64::from(u32::try_from(rounds * LANES).expect("few")) / 10.0;
        // Five standard deviations.
        let is_near = |count: &u32| (f64::from(*count) - expected).abs() < 5.0 * (0.9 * expected).sqrt();
        assert!(tenths.iter().flatten().all(is_near), "{tenths:?}");
    }
}
