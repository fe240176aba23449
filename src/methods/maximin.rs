//! Maximin: options are as good as their worst weighted value.
//!
//! Wald, A. (1950), *Statistical Decision Functions*: prepare for the worst. The weighted value is w v, what the criterion
//! adds to the weighted sum, and the score the least of these over the criteria that have weight: 0 to 1 over the number of
//! criteria, more is better. With equal weights this is Wald's rule on the values themselves.
//!
//! A criterion of little weight adds little even at its best and is then the least for everybody; weights that are far
//! apart therefore ask for another form. Yager (1977) takes v^w, others 1 - w (1 - v) with the largest weight set to 1; in
//! both a criterion matters less the less it weighs. Where all options are equal on a local scale their value is 0, and so
//! is every score.
//!
//! A missing score is left out and the weights of the others are renormalised.

use super::{Better, Compute, Coverage, Input, Method, MethodError, MethodLabel, Normalization, Outcome, weighted_sum};

/// The cautious view.
pub static METHOD: Method = Method {
    id: "maximin",
    name: MethodLabel::Maximin,
    source: "Wald 1950",
    better: Better::Higher,
    normalizations: &[Normalization::Value, Normalization::MinMax, Normalization::Max],
    parameters: &[],
    needs: &[],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let values = input.normalized()?;
    let weights = &input.problem.weights;
    let coverage = Coverage::of(&values, weights);
    let terms = weighted_sum::terms(&values, weights);
    // `f64::min` passes over NaN.
    let least = |row: usize| terms.iter().map(|(weight, column)| weight * column[row]).fold(f64::INFINITY, f64::min);
    // Adding 0 makes -0, the value of the worst cost, the 0 that it equals.
    let score = |row: usize| if coverage[row] > 0.0 { least(row) / coverage[row] + 0.0 } else { f64::NAN };
    let scores = (0..values.rows()).map(score).collect();
    Ok(Outcome { scores, coverage, details: Vec::new() })
}
