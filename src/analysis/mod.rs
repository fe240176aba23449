//! What the ranking rests on.
//!
//! Everything here speaks of the additive value model, the weighted mean of values, and of weights that move as
//! [`Movement`](crate::model::Movement) moves them, so that what is announced happens when the user drags there.

pub mod agreement;
pub mod checks;
pub mod crossover;
mod curve;
pub mod difference;
pub mod dominance;
pub mod explain;
#[cfg(test)]
mod fixture;
pub mod flips;
pub mod frontier;
pub mod known_weights;
mod model;
pub mod robustness;
pub mod sensitivity;

pub use model::{Lead, Model};

use crate::methods::Settings;

/// A lead below this, 0 to 1, is narrow: two points of the scale of 0 to 100.
pub const NARROW: f64 = 0.02;

/// True where lines and linear programs tell all about a result, exactly.
fn is_weighted_sum(settings: &Settings) -> bool {
    settings.method == Settings::default().method
}
