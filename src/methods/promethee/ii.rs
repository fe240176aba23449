//! PROMETHEE II: a complete ranking by net flows.

use super::Flows;
use crate::methods::{Better, Compute, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome};
use crate::pace::Work;

/// PROMETHEE II. Scores are net flows, -1 to 1; details `phi_plus`, `phi_minus` and `net`.
pub static METHOD: Method = Method {
    id: "promethee-ii",
    name: MethodLabel::PrometheeIi,
    source: "Brans, Vincke & Mareschal 1986",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[Need::Thresholds],
    compute: Compute::InSlices(compute),
};

fn compute<'a>(input: &'a Input) -> Work<'a, Result<Outcome, MethodError>> {
    Box::pin(async move {
        let flows = Flows::in_slices(input.problem, input.pace).await?;
        Ok(Outcome { scores: flows.net(), coverage: flows.coverage.clone(), details: flows.details() })
    })
}
