//! MULTIMOORA: three ways to look at the same ratios, and what at least two of them say.
//!
//! Brauers, W. K. M. & Zavadskas, E. K. (2010), "Project management by MULTIMOORA as an instrument for transition
//! economies", *Technological and Economic Development of Economy* 16, 5-24. With r = x / norm(x):
//!
//! - `ratio_system`: the sum of w r over benefits less that over costs, more is better ([`moora`]);
//! - `reference_point`: the largest w |best r - r|, less is better (Tchebycheff);
//! - `multiplicative`: the product of r^w over benefits divided by that over costs, more is better.
//!
//! The three rankings are joined by dominance (Brauers & Zavadskas 2011): of two options the one that ranks before the other
//! in more of them dominates it, and options that dominate each other in a circle share a rank. The score counts that: the
//! number of options that an option dominates less the number of those that dominate it, -(n - 1) to n - 1, which gives the
//! order of dominance wherever there is one. It takes time in proportion to the square of the number of options. Scores
//! must be above 0, as the product asks for; for a target its distance from it.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::{
    Better, Compute, Detail, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome, Ranking, moora,
};
use crate::model::{Columns, Problem};

/// MULTIMOORA.
pub static METHOD: Method = Method {
    id: "multimoora",
    name: MethodLabel::Multimoora,
    source: "Brauers & Zavadskas 2010",
    better: Better::Higher,
    normalizations: &[Normalization::Vector],
    parameters: &[],
    needs: &[Need::EveryScore, Need::PositiveScores],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let problem = input.problem;
    let ratios = moora::ratios(problem)?;
    let system = moora::ratio_system(&ratios, problem);
    let reference = reference_point(&ratios, problem);
    let product = product(&ratios, problem);
    let scores = dominance([
        &Ranking::of(&system, Better::Higher),
        &Ranking::of(&reference, Better::Lower),
        &Ranking::of(&product, Better::Higher),
    ]);
    let details = vec![
        Detail::by_alternative("ratio_system", system),
        Detail::by_alternative("reference_point", reference),
        Detail::by_alternative("multiplicative", product),
    ];
    Ok(Outcome { scores, details, ..Outcome::default() })
}

/// The largest weighted distance from the best ratio of a criterion.
fn reference_point(ratios: &Columns, problem: &Problem) -> Vec<f64> {
    let mut largest = vec![0.0; ratios.rows()];
    for ((column, criterion), weight) in ratios.iter().zip(&problem.criteria).zip(&problem.weights) {
        let better = if criterion.direction.is_cost() { f64::min } else { f64::max };
        let best = column.iter().copied().reduce(better).unwrap_or(0.0);
        largest
            .iter_mut()
            .zip(column)
            .for_each(|(largest, r)| *largest = f64::max(*largest, weight * (best - r).abs()));
    }
    largest
}

/// Weighted benefits over weighted costs, multiplied.
fn product(ratios: &Columns, problem: &Problem) -> Vec<f64> {
    // A ratio so small that it vanished is still one.
    let logarithms = ratios.iter().flatten().map(|r| r.max(f64::MIN_POSITIVE).ln());
    let logarithms = Columns::new(ratios.rows(), logarithms.collect());
    moora::ratio_system(&logarithms, problem).into_iter().map(|sum| sum.exp().min(f64::MAX)).collect()
}

/// How many others each dominates, less how many dominate it.
fn dominance(rankings: [&Ranking; 3]) -> Vec<f64> {
    let count = rankings[0].order().len();
    let ranks: Vec<[u32; 3]> = (0..count).map(|option| rankings.map(|ranking| ranking.rank(option))).collect();
    let over = |one: &[u32; 3], other: &[u32; 3]| -> i32 {
        let votes = one.iter().zip(other).map(|(one, other)| match one.cmp(other) {
            Ordering::Less => 1,
            Ordering::Equal => 0,
            Ordering::Greater => -1,
        });
        votes.sum::<i32>().signum()
    };
    let score = |one: &[u32; 3]| ranks.iter().map(|other| f64::from(over(one, other))).sum();
    ranks.par_iter().with_min_len(256).map(score).collect()
}
