//! Judgements become weights and values; one kind a file.
//!
//! The kinds are pure functions from numbers to weights that sum to 1. [`judge`] makes the edit that keeps a judgement in
//! the document and gives the weights that follow from it to a group of siblings, so that a value tree is weighed level by
//! level. [`limits`] says what intervals and orderings leave open, or which of them contradict each other.

pub mod allocation;
pub mod best_worst;
mod columns;
pub mod critic;
pub mod entropy;
mod error;
mod judge;
pub mod limits;
pub mod middle;
pub mod options;
pub mod pairwise;
pub mod points;
pub mod rank_order;
pub mod standard_deviation;
pub mod swing;

pub use error::ElicitError;
pub use judge::{Weighed, judge, weigh};
