//! ELECTRE III: all options ranked from how credible it is that one outranks another.
//!
//! Roy, B. (1978), "ELECTRE III: un algorithme de classements fondé sur une représentation floue des préférences",
//! *Cahiers du CERO* 20; Maystre, L. Y., Pictet, J. & Simos, J. (1994), *Méthodes multicritères ELECTRE*. Thresholds are
//! constant and in the criterion's own unit. A criterion agrees that a outranks b: wholly as long as a falls short by q at
//! most, not at all from p on, in proportion between them. It objects: not at all up to p, wholly from the veto on, in
//! proportion between. The credibility of (a, b) is the weighted mean C of the agreements, times (1 - D) / (1 - C) for
//! every objection D above C. Without q it is 0, without p it is q, and without a veto a criterion never objects.
//!
//! Two distillations make orders of the credibilities, one from the best option down and one from the worst up.

use super::distillation::{From, distil};
use super::{Criterion, by_pairs, concordance, criteria};
use crate::methods::threshold::exceeds;
use crate::methods::{
    Better, Compute, Coverage, Detail, DetailValue, Input, Method, MethodError, MethodLabel, Need, Normalization,
    Outcome,
};
use crate::model::Outranking;
use crate::pace::Work;

/// ELECTRE III. Details `credibility`, 0 to 1 and 0 of an option against itself, and `descending` and `ascending`, the place
/// of each option in the two orders, from 1; options that share a place are alike. The score is the mean of the two
/// places, which agrees with both orders wherever they do not contradict each other. The less, the better.
pub static METHOD: Method = Method {
    id: "electre-iii",
    name: MethodLabel::ElectreIii,
    source: "Roy 1978; Maystre, Pictet & Simos 1994",
    better: Better::Lower,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[Need::RisingThresholds, Need::Pairs],
    compute: Compute::InSlices(compute),
};

fn compute<'a>(input: &'a Input) -> Work<'a, Result<Outcome, MethodError>> {
    Box::pin(two_orders(input))
}

async fn two_orders(input: &Input<'_>) -> Result<Outcome, MethodError> {
    let (problem, pace) = (input.problem, input.pace);
    let scores = input.normalized()?;
    let criteria = criteria(problem, &scores);
    let options = problem.alternatives.len();
    let agrees = |criterion: &Criterion, shortfall| agreement(&criterion.thresholds, shortfall);
    let concordance = concordance(options, &criteria, pace, agrees).await;
    let believed = |a: usize, b: usize| if a == b { 0.0 } else { credibility(&criteria, concordance[a][b], a, b) };
    let credibility = by_pairs(options, criteria.len(), pace, believed).await;
    let coverage = Coverage::of(&scores, &problem.weights);
    let scored: Vec<usize> = (0..options).filter(|&option| coverage[option] > 0.0).collect();
    let descending = distil(&credibility, &scored, From::Best, pace).await;
    let ascending = distil(&credibility, &scored, From::Worst, pace).await;
    Ok(Outcome {
        scores: descending.iter().zip(&ascending).map(|(one, other)| one.midpoint(*other)).collect(),
        coverage,
        details: vec![
            Detail { name: "credibility", value: DetailValue::Matrix(credibility) },
            Detail::by_alternative("descending", descending),
            Detail::by_alternative("ascending", ascending),
        ],
    })
}

/// How far a criterion agrees, 0 to 1, that an option that falls short by so much is at least as good.
fn agreement(thresholds: &Outranking, shortfall: f64) -> f64 {
    let (q, p) = discrimination(thresholds);
    if !exceeds(shortfall, q) {
        1.0
    } else if shortfall >= p {
        0.0
    } else {
        ((p - shortfall) / (p - q)).clamp(0.0, 1.0)
    }
}

/// How far it objects, 0 to 1.
fn objection(thresholds: &Outranking, shortfall: f64) -> f64 {
    let (_, p) = discrimination(thresholds);
    match thresholds.veto {
        Some(veto) if veto > p => ((shortfall - p) / (veto - p)).clamp(0.0, 1.0),
        Some(veto) if exceeds(shortfall, veto) => 1.0,
        _ => 0.0,
    }
}

/// The thresholds q and p.
fn discrimination(thresholds: &Outranking) -> (f64, f64) {
    let q = thresholds.q.unwrap_or(0.0);
    (q, thresholds.p.unwrap_or(q))
}

fn credibility(criteria: &[Criterion], concordance: f64, a: usize, b: usize) -> f64 {
    let objections = criteria.iter().filter_map(|criterion| {
        let shortfall = criterion.scores[b] - criterion.scores[a];
        (!shortfall.is_nan()).then(|| objection(&criterion.thresholds, shortfall))
    });
    let above = objections.filter(|&objection| objection > concordance);
    above.fold(concordance, |credibility, objection| credibility * (1.0 - objection) / (1.0 - concordance))
}
