//! What tests ask of a decision with all that follows from it.

use counterpoise::analysis::Model;
use counterpoise::model::{Movement, Scope};

/// The way of the weight of the node at `at`, the locks of the decision as they are.
pub fn way_of(model: &Model, at: usize) -> Movement {
    Movement::new(model.outline(), model.weights(), &model.document().locks, at, Scope::Everything)
}
