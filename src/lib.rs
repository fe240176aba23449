//! Counterpoise: weigh criteria, watch the ranking answer, see what would tip it.
//!
//! The rooms, in the order in which they may know each other:
//!
//! | module | is for |
//! |---|---|
//! | [`model`] | the decision document, its edits and invariants, and its compiled form |
//! | [`linear_program`] | the least of a linear function under linear conditions, for whoever needs it |
//! | [`elicit`] | judgements become weights and values |
//! | [`methods`] | weights and values become a ranking |
//! | [`analysis`] | what the ranking rests on: crossovers, checks, sentences |
//! | [`chart`] | pictures as data |
//! | [`files`] | formats, presets, atomic saving |
//! | [`session`] | an open document: history, results kept fresh |
//! | `app` | the window (feature `gui`) |
//! | `cli` | the command line (feature `cli`) |

pub mod analysis;
#[cfg(feature = "gui")]
pub mod app;
pub mod chart;
#[cfg(feature = "cli")]
pub mod cli;
pub mod elicit;
pub mod files;
pub mod linear_program;
pub mod methods;
pub mod model;
pub mod session;
pub mod text;
