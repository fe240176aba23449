//! COPRAS: benefits as they add up, costs in inverse proportion.
//!
//! Zavadskas, E. K. & Kaklauskas, A. (1996), *Determination of an efficient contractor by using the new method of
//! multicriteria assessment*. With r = x / sum(x) for every criterion, S+ the sum of w r over benefits and S- over costs,
//! Q = S+ + (min S- sum S-) / (S- sum(min S- / S-)). The score is the utility Q / max Q, above 0, the best 1. It does not
//! depend on units. Scores must be above 0, as the ratios ask for; for a target its distance from it. Without costs that
//! count Q is S+. Details: `S_plus`, `S_minus`, `Q`, `utility`.

use super::{
    Better, Compute, Detail, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome, weighted_sum,
};

/// COPRAS.
pub static METHOD: Method = Method {
    id: "copras",
    name: MethodLabel::Copras,
    source: "Zavadskas & Kaklauskas 1996",
    better: Better::Higher,
    normalizations: &[Normalization::Sum],
    parameters: &[],
    needs: &[Need::EveryScore, Need::PositiveScores],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let problem = input.problem;
    let shares = Normalization::Sum.with(problem, |_| false)?;
    let total = |of_costs: bool| {
        let weights = problem.criteria.iter().zip(&problem.weights);
        let counted =
            weights.map(|(criterion, weight)| if criterion.direction.is_cost() == of_costs { *weight } else { 0.0 });
        weighted_sum::combine(&shares, &counted.collect::<Vec<_>>())
    };
    let (benefits, costs) = (total(false), total(true));
    let overall: Vec<f64> = benefits.iter().zip(cheapness(&costs)).map(|(plus, part)| plus + part).collect();
    let best = overall.iter().copied().fold(0.0, f64::max);
    let utility: Vec<f64> = overall.iter().map(|q| q / best).collect();
    let details = vec![
        Detail::by_alternative("S_plus", benefits),
        Detail::by_alternative("S_minus", costs),
        Detail::by_alternative("Q", overall),
        Detail::by_alternative("utility", utility.clone()),
    ];
    Ok(Outcome { scores: utility, details, ..Outcome::default() })
}

/// The sum of all costs, shared out in inverse proportion to them; 0 where there are none.
fn cheapness(costs: &[f64]) -> Vec<f64> {
    let sum: f64 = costs.iter().sum();
    // A cost so small beside the others that it vanished is still one.
    let least = costs.iter().copied().fold(f64::INFINITY, f64::min).max(f64::MIN_POSITIVE);
    let inverse: Vec<f64> = costs.iter().map(|cost| least / cost.max(least)).collect();
    let inverses: f64 = inverse.iter().sum();
    inverse.iter().map(|inverse| sum * inverse / inverses).collect()
}
