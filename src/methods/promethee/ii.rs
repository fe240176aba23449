//! PROMETHEE II: a complete ranking by net flows.

use super::Flows;
use crate::methods::{Better, Compute, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome};

/// PROMETHEE II. Scores are net flows, -1 to 1; details `phi_plus`, `phi_minus` and `net`.
pub static METHOD: Method = Method {
    id: "promethee-ii",
    name: MethodLabel::PrometheeIi,
    source: "Brans, Vincke & Mareschal 1986",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[Need::Thresholds],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let flows = Flows::of(input.problem)?;
    Ok(Outcome { scores: flows.net(), coverage: flows.coverage.clone(), details: flows.details() })
}
