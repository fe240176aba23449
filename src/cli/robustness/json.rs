//! The result for programs.

use serde::{Serialize, Serializer};

use super::Simulated;
use crate::analysis::robustness::Robustness;
use crate::model::Problem;

#[derive(Serialize)]
pub struct Report<'a> {
    samples: u64,
    seed: u64,
    weights: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    limits: Vec<&'a str>,
    ranks: Vec<Ranks<'a>>,
    pairwise: Pairwise<'a>,
    standard_error: f64,
}

#[derive(Serialize)]
struct Ranks<'a> {
    option: &'a str,
    acceptability: &'a [f64],
    central_weights: Option<Vec<Weight<'a>>>,
    confidence: Option<f64>,
    expected_rank: f64,
}

#[derive(Serialize)]
struct Weight<'a> {
    criterion: &'a str,
    weight: f64,
}

/// How often each option is ahead of each other, by their names.
struct Pairwise<'a> {
    problem: &'a Problem,
    result: &'a Robustness,
}

/// The same for one option.
struct Against<'a> {
    pairwise: &'a Pairwise<'a>,
    row: usize,
}

impl<'a> Report<'a> {
    pub fn of(simulated: &'a Simulated<'_>) -> Self {
        let Simulated { problem, result, .. } = simulated;
        let weights = |weights: &Vec<f64>| {
            let weights = problem.criteria.iter().zip(weights);
            weights.map(|(criterion, &weight)| Weight { criterion: &criterion.name, weight }).collect()
        };
        let ranks = |row: usize| {
            let standing = &result.standings[row];
            Ranks {
                option: &problem.alternatives[row],
                acceptability: &standing.acceptability,
                central_weights: standing.central_weights.as_ref().map(weights),
                confidence: standing.confidence,
                expected_rank: standing.expected_rank,
            }
        };
        Self {
            samples: result.samples,
            seed: result.seed,
            weights: simulated.information.to_string(),
            limits: simulated.limits.iter().map(String::as_str).collect(),
            ranks: result.order().into_iter().map(ranks).collect(),
            pairwise: Pairwise { problem, result },
            standard_error: result.standard_error,
        }
    }
}

impl Serialize for Pairwise<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = self.problem.alternatives.iter().enumerate();
        serializer.collect_map(names.map(|(row, name)| (name, Against { pairwise: self, row })))
    }
}

impl Serialize for Against<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Pairwise { problem, result } = self.pairwise;
        let others = problem.alternatives.iter().enumerate().filter(|(other, _)| *other != self.row);
        serializer.collect_map(others.map(|(other, name)| (name, result.winning(self.row, other))))
    }
}
