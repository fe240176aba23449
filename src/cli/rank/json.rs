//! The ranking for programs.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::Ranked;
use crate::methods::{Detail, DetailValue};

#[derive(Serialize)]
pub struct Report<'a> {
    decision: &'a str,
    method: &'static str,
    normalization: &'static str,
    parameters: &'a BTreeMap<String, f64>,
    weights: Vec<Weight<'a>>,
    ranking: Vec<Place>,
    details: Details<'a>,
}

#[derive(Serialize)]
struct Weight<'a> {
    criterion: &'a str,
    weight: f64,
}

#[derive(Serialize)]
struct Place {
    rank: u32,
    option: String,
    score: Option<f64>,
    coverage: f64,
}

/// Intermediate figures by name, each a map by option, in the method's order.
struct Details<'a> {
    alternatives: &'a [String],
    details: &'a [Detail],
}

struct ByAlternative<'a> {
    alternatives: &'a [String],
    numbers: &'a [f64],
}

impl<'a> Report<'a> {
    pub fn of(ranked: &'a Ranked) -> Self {
        let Ranked { document, problem, settings, evaluation } = ranked;
        let weights = problem.criteria.iter().zip(&problem.weights);
        Self {
            decision: &document.about.title,
            method: evaluation.method.id(),
            normalization: evaluation.normalization.id(),
            parameters: &settings.parameters,
            weights: weights.map(|(criterion, &weight)| Weight { criterion: &criterion.name, weight }).collect(),
            ranking: ranked.each(|place| Place {
                rank: place.rank,
                option: place.option.to_owned(),
                score: place.score,
                coverage: place.coverage,
            }),
            details: Details { alternatives: &problem.alternatives, details: &evaluation.details },
        }
    }
}

impl Serialize for Details<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.details.iter().map(|detail| {
            let DetailValue::PerAlternative(numbers) = &detail.value;
            (detail.name, ByAlternative { alternatives: self.alternatives, numbers })
        }))
    }
}

impl Serialize for ByAlternative<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.alternatives.iter().zip(self.numbers))
    }
}
