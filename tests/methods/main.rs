//! The methods: published and computed cases, and what must hold of every ranking.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod cases;
#[path = "../common/mod.rs"]
mod common;
mod degenerate;
mod extremes;
mod golden;
mod golden_distance;
mod golden_outranking;
mod golden_scoring;
mod golden_votes;
mod outranking;
mod properties;
mod value_model;
