//! Weights drawn from a simpler region around the one wanted, until they lie within it: uniform there too.

use rand::{Rng, RngExt as _, SeedableRng as _};
use rand_distr::Exp1;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::limits::Region;

/// A region and where its candidates come from.
#[derive(Clone, Debug)]
pub(super) struct Rejection {
    region: Region,
    proposal: Proposal,
}

/// Simpler regions, from which uniform samples are easy to draw.
#[derive(Clone, Copy, Debug)]
enum Proposal {
    /// The simplex above the least weights.
    Floor,
    /// The simplex below the most weights.
    Ceiling,
    /// Any weights between their limits but for one, to which is left what remains.
    Box { rest: usize },
}

/// Where fewer of the candidates are accepted, 0 to 1, a walk gets on faster.
const WORTH_IT: f64 = 0.02;

const TRIALS: u32 = 1000;

impl Rejection {
    /// With the proposal that is accepted most often; None where none of them is often enough.
    pub(super) fn new(region: &Region) -> Option<Self> {
        let rest = (0..region.least.len()).max_by(|&a, &b| region.width(a).total_cmp(&region.width(b)))?;
        let tried = [Proposal::Floor, Proposal::Ceiling, Proposal::Box { rest }].map(|proposal| {
            let rejection = Self { region: region.clone(), proposal };
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(0);
            let mut sample = vec![0.0; region.least.len()];
            let accepted = (0..TRIALS).map(|_| u32::from(rejection.propose(&mut rng, &mut sample))).sum::<u32>();
            (accepted, rejection)
        });
        let (accepted, rejection) = tried.into_iter().max_by_key(|(accepted, _)| *accepted)?;
        (f64::from(accepted) >= WORTH_IT * f64::from(TRIALS)).then_some(rejection)
    }

    pub(super) fn draw(&self, rng: &mut impl Rng, sample: &mut [f64]) {
        while !self.propose(rng, sample) {}
    }

    /// Draws a candidate; false where it lies outside the region.
    fn propose(&self, rng: &mut impl Rng, sample: &mut [f64]) -> bool {
        let Region { least, most, .. } = &self.region;
        match self.proposal {
            Proposal::Floor => {
                simplex(rng, 1.0 - least.iter().sum::<f64>(), sample);
                sample.iter_mut().zip(least).for_each(|(x, least)| *x += least);
            }
            Proposal::Ceiling => {
                simplex(rng, most.iter().sum::<f64>() - 1.0, sample);
                sample.iter_mut().zip(most).for_each(|(x, most)| *x = most - *x);
            }
            Proposal::Box { rest } => {
                for ((x, least), most) in sample.iter_mut().zip(least).zip(most) {
                    *x = least + (most - least) * rng.random::<f64>();
                }
                sample[rest] = 0.0;
                sample[rest] = 1.0 - sample.iter().sum::<f64>();
            }
        }
        self.region.holds(sample)
    }
}

/// Uniform on the numbers of 0 or more that sum to `total`.
fn simplex(rng: &mut impl Rng, total: f64, out: &mut [f64]) {
    out.fill_with(|| rng.sample(Exp1));
    let sum: f64 = out.iter().sum();
    for x in out {
        *x *= total / sum;
    }
}
