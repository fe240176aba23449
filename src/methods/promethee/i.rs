//! PROMETHEE I: a partial order. One option outranks another when it is no worse in both flows and better in one; where
//! each is better in one of them, the two cannot be compared.

use super::Flows;
use crate::methods::{
    Better, Compute, Detail, DetailValue, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome, TIE,
};
use crate::pace::{self, Pace, Work};

/// PROMETHEE I. Its answer is the order in the details `outranks` and `incomparable`; scores are net flows, as in
/// PROMETHEE II, whose ranking never contradicts it.
pub static METHOD: Method = Method {
    id: "promethee-i",
    name: MethodLabel::PrometheeI,
    source: "Brans, Vincke & Mareschal 1986",
    better: Better::Higher,
    normalizations: &[Normalization::None],
    parameters: &[],
    needs: &[Need::Thresholds, Need::Pairs],
    compute: Compute::InSlices(compute),
};

fn compute<'a>(input: &'a Input) -> Work<'a, Result<Outcome, MethodError>> {
    Box::pin(partial_order(input))
}

async fn partial_order(input: &Input<'_>) -> Result<Outcome, MethodError> {
    let flows = Flows::in_slices(input.problem, input.pace).await?;
    let Order { outranks, incomparable } = Order::in_slices(&flows, input.pace).await;
    let (scores, coverage, mut details) = (flows.net(), flows.coverage.clone(), flows.details());
    details.push(Detail { name: "outranks", value: DetailValue::Pairs(outranks) });
    details.push(Detail { name: "incomparable", value: DetailValue::Pairs(incomparable) });
    Ok(Outcome { scores, coverage, details })
}

/// Steps of a pair, which is compared and noted, about.
const PAIR: usize = 4;

/// The partial order of two flows. Pairs in neither list tie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The better one first.
    pub outranks: Vec<(usize, usize)>,
    /// In the document's order, each pair once.
    pub incomparable: Vec<(usize, usize)>,
}

impl Order {
    /// Flows within 1e-12 of each other, relative to the largest, are the same. What nothing is known of cannot be
    /// compared.
    #[must_use]
    pub fn of(flows: &Flows) -> Self {
        pace::finish(Self::in_slices(flows, &Pace::default()))
    }

    async fn in_slices(flows: &Flows, pace: &Pace) -> Self {
        let largest = flows.plus.iter().chain(&flows.minus).copied().fold(0.0, f64::max);
        let leads = |one: f64, other: f64| one - other > TIE * largest;
        let mut order = Self::default();
        for a in 0..flows.plus.len() {
            pace.spend(PAIR * flows.plus.len()).await;
            for b in (0..flows.plus.len()).filter(|&b| a != b) {
                let (plus_a, plus_b) = (flows.plus[a], flows.plus[b]);
                let (minus_a, minus_b) = (flows.minus[a], flows.minus[b]);
                let a_leads = leads(plus_a, plus_b) || leads(minus_b, minus_a);
                let b_leads = leads(plus_b, plus_a) || leads(minus_a, minus_b);
                if a_leads && b_leads || plus_a.is_nan() || plus_b.is_nan() {
                    order.incomparable.extend((a < b).then_some((a, b)));
                } else if a_leads {
                    order.outranks.push((a, b));
                }
            }
        }
        order
    }
}
