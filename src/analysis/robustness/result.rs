//! What the counts say.

use super::Information;
use super::tally::{EVENT, Tally};
use crate::pace::Pace;

/// Steps of a share with its error, about.
const RATIO: usize = 4;

/// The result of a simulation, as far as it has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// So many samples were counted.
    pub samples: u64,
    pub seed: u64,
    pub information: Information,
    /// By alternative, in the document's order.
    pub standings: Vec<Standing>,
    /// The largest standard error of the acceptabilities.
    pub standard_error: f64,
    /// By pair, the first before the second: how often it is ahead, 0 to 1.
    ahead: Vec<f64>,
}

/// How an alternative fares.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The share of samples, 0 to 1, in which it takes each rank, from the first; those who tie share their ranks equally.
    pub acceptability: Vec<f64>,
    /// The standard error of each of them.
    pub standard_errors: Vec<f64>,
    /// The mean of its ranks, from 1.
    pub expected_rank: f64,
    /// The mean of the weights with which it is first, which sum to 1; None where it never is.
    pub central_weights: Option<Vec<f64>>,
    /// The share of score samples, 0 to 1, in which it is first with its central weights; 0 where it never is. None until
    /// the simulation has come to it.
    pub confidence: Option<f64>,
}

impl Standing {
    /// The share of samples, 0 to 1, in which it is first.
    #[must_use]
    pub fn first(&self) -> f64 {
        self.acceptability[0]
    }
}

impl Robustness {
    /// Alternatives, the one that is first most often in front; where they are equally often, the one with the better
    /// expected rank, and then the document's order.
    #[must_use]
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.standings.len()).collect();
        let standing = |row: usize| &self.standings[row];
        order.sort_by(|&a, &b| {
            let by_rank = standing(a).expected_rank.total_cmp(&standing(b).expected_rank);
            standing(b).first().total_cmp(&standing(a).first()).then(by_rank)
        });
        order
    }

    /// The pairwise winning index: the share of samples, 0 to 1, in which `a` is ahead of `b`, ties counted half.
    #[must_use]
    pub fn winning(&self, a: usize, b: usize) -> f64 {
        match a.cmp(&b) {
            std::cmp::Ordering::Less => self.ahead[a * self.standings.len() + b],
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Greater => 1.0 - self.ahead[b * self.standings.len() + a],
        }
    }

    /// True where the samples are too few for what figures of two digits promise: a standard error above
    /// [`COARSE`](super::COARSE).
    #[must_use]
    pub fn is_coarse(&self) -> bool {
        self.standard_error > super::COARSE
    }

    /// `rows` alternatives and `criteria` criteria.
    pub(super) async fn of(
        (seed, information): (u64, Information),
        tally: &Tally,
        confidence: impl Fn(usize) -> Option<f64>,
        pace: &Pace,
    ) -> Self {
        let rows = tally.rows;
        let standing = |row: usize| {
            let ranks = row * rows..(row + 1) * rows;
            let acceptability: Vec<f64> = ranks.clone().map(|at| share(tally.ranks[at], tally.samples)).collect();
            let places = (1_u32..).map(f64::from);
            Standing {
                standard_errors: ranks.map(|at| standard_error(tally, at)).collect(),
                expected_rank: acceptability.iter().zip(places).map(|(share, rank)| share * rank).sum(),
                acceptability,
                central_weights: central_weights(tally, row),
                confidence: confidence(row),
            }
        };
        let mut standings: Vec<Standing> = Vec::with_capacity(rows);
        for row in 0..rows {
            pace.spend(RATIO * rows).await;
            standings.push(standing(row));
        }
        let errors = standings.iter().flat_map(|standing| standing.standard_errors.iter().copied());
        Self {
            samples: tally.samples,
            seed,
            information,
            standard_error: errors.fold(0.0, f64::max),
            standings,
            ahead: tally.ahead.iter().map(|&halves| ratio(halves, 2 * tally.samples.max(1))).collect(),
        }
    }
}

/// The mean of the weights with which an alternative is first.
pub(super) fn central_weights(tally: &Tally, row: usize) -> Option<Vec<f64>> {
    let criteria = tally.first.len() / tally.rows;
    let sums = &tally.first[row * criteria..(row + 1) * criteria];
    let total: u64 = sums.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "as many digits as a result has")]
    let weight = |sum: &u64| *sum as f64 / total as f64;
    (total > 0).then(|| sums.iter().map(weight).collect())
}

#[expect(clippy::cast_precision_loss, reason = "as many digits as an error has")]
/// Of an acceptability: that of a share of independent samples, or, where each depends on the one before, of the spread
/// between chunks of them, if that is larger.
fn standard_error(tally: &Tally, at: usize) -> f64 {
    let samples = tally.samples.max(1) as f64;
    let share = share(tally.ranks[at], tally.samples);
    let independent = share * (1.0 - share) / samples;
    let between = match tally.squares.get(at) {
        Some(&squares) if tally.chunks > 1 => {
            let chunks = tally.chunks as f64;
            let mean = tally.ranks[at] as f64 / chunks;
            let variance = (squares as f64 / chunks - mean * mean) * chunks / (chunks - 1.0);
            variance.max(0.0) * chunks / (samples * EVENT as f64).powi(2)
        }
        _ => 0.0,
    };
    independent.max(between).sqrt()
}

fn share(parts: u64, samples: u64) -> f64 {
    ratio(parts, EVENT * samples.max(1))
}

#[expect(clippy::cast_precision_loss, reason = "as many digits as a result has")]
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}
