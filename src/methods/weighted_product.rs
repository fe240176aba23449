//! Weighted product: the product of r^w, the weighted geometric mean of the normalised scores.
//!
//! Bridgman, P. W. (1922), *Dimensional Analysis*; Miller, D. W. & Starr, M. K. (1969), *Executive Decisions and
//! Operations Research*. With ratios to the best score the unit of a criterion has no influence on the ranking. Missing
//! scores are left out and the other weights renormalised, as in [`weighted_sum`].

use super::weighted_sum::{self, Overall};
use super::{Better, Compute, Input, Method, MethodError, MethodLabel, Normalization, Outcome};
use crate::model::{Columns, Problem};

/// Weighted product.
pub static METHOD: Method = Method {
    id: "weighted-product",
    name: MethodLabel::WeightedProduct,
    source: "Bridgman 1922; Miller & Starr 1969",
    better: Better::Higher,
    normalizations: &[
        Normalization::Max,
        Normalization::Value,
        Normalization::MinMax,
        Normalization::MaxComplement,
        Normalization::Sum,
        Normalization::Vector,
        Normalization::VectorComplement,
        Normalization::None,
    ],
    parameters: &[],
    needs: &[],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let Overall { scores, coverage } = overall(&*input.normalized()?, input.problem)?;
    Ok(Outcome { scores, coverage, details: Vec::new() })
}

/// The overall value of every alternative; a factor of 0 with any weight makes it 0.
///
/// # Errors
/// When a value is negative.
pub fn overall(values: &Columns, problem: &Problem) -> Result<Overall, MethodError> {
    let mut logarithms = Vec::with_capacity(values.rows() * problem.criteria.len());
    for (criterion, column) in problem.criteria.iter().zip(values.iter()) {
        if let Some(&number) = column.iter().find(|&&r| r < 0.0) {
            let criterion = criterion.name.clone();
            return Err(MethodError::NegativeFactor {
                criterion,
                method: &METHOD,
                number,
                fit: METHOD.default_normalization(),
            });
        }
        logarithms.extend(column.iter().map(|r| r.ln()));
    }
    let mut overall = weighted_sum::overall(&Columns::new(values.rows(), logarithms), &problem.weights);
    overall.scores.iter_mut().for_each(|score| *score = score.exp());
    Ok(overall)
}
