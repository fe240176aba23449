//! WASPAS: weighted sum and weighted product in one.
//!
//! Zavadskas, E. K., Turskis, Z., Antucheviciene, J. & Zakarevicius, A. (2012), "Optimization of weighted aggregated sum
//! product assessment", *Elektronika ir elektrotechnika* 122, 3-6. With r = x / max for benefits and min / x for costs, Q1
//! is the sum of w r, Q2 the product of r^w, and the score is lambda Q1 + (1 - lambda) Q2, above 0, at most 1. It does not
//! depend on units. Scores must be above 0, as the ratios ask for; for a target its distance from it. Missing scores are
//! left out of both and the other weights renormalised, as in [`weighted_sum`]. Details: `Q1`, `Q2`.

use super::{
    Better, Compute, Detail, Input, Method, MethodError, MethodLabel, Normalization, Outcome, Parameter, ParameterLabel,
};
use super::{weighted_product, weighted_sum};

/// WASPAS.
pub static METHOD: Method = Method {
    id: "waspas",
    name: MethodLabel::Waspas,
    source: "Zavadskas et al. 2012",
    better: Better::Higher,
    normalizations: &[Normalization::Max],
    parameters: &[Parameter { name: "lambda", default: 0.5, range: 0.0..=1.0, meaning: ParameterLabel::WaspasLambda }],
    needs: &[],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let ratios = input.normalized()?;
    let sum = weighted_sum::overall(&ratios, &input.problem.weights);
    let product = weighted_product::overall(&ratios, input.problem)?;
    let lambda = input.parameter("lambda");
    let pairs = sum.scores.iter().zip(&product.scores);
    let scores = pairs.map(|(sum, product)| lambda * sum + (1.0 - lambda) * product).collect();
    let details = vec![Detail::by_alternative("Q1", sum.scores), Detail::by_alternative("Q2", product.scores)];
    Ok(Outcome { scores, coverage: sum.coverage, details })
}
