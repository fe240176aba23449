//! The ranking for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Ranked;
use super::details::Details;

#[derive(Serialize)]
pub struct Report<'a> {
    decision: &'a str,
    method: &'static str,
    normalization: &'static str,
    parameters: &'a BTreeMap<&'static str, f64>,
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

impl<'a> Report<'a> {
    pub fn of(ranked: &'a Ranked) -> Self {
        let Ranked { document, problem, evaluation } = ranked;
        let weights = problem.criteria.iter().zip(&problem.weights);
        Self {
            decision: &document.about.title,
            method: evaluation.method.id,
            normalization: evaluation.normalization.id(),
            parameters: &evaluation.parameters,
            weights: weights.map(|(criterion, &weight)| Weight { criterion: &criterion.name, weight }).collect(),
            ranking: ranked.each(|place| Place {
                rank: place.rank,
                option: place.option.to_owned(),
                score: place.score,
                coverage: place.coverage,
            }),
            details: Details { problem, details: &evaluation.details },
        }
    }
}
