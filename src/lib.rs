//! Counterpoise: weigh criteria, watch the ranking answer, see what would tip it.
//!
//! A decision is read from any file that the program reads, or from one of its presets. [`analysis::Model`] says who leads
//! and by how much, [`methods`] how other methods rank the same options, [`files::export`] writes it all down:
//!
//! ```
//! use counterpoise::analysis::{Model, crossover, explain};
//! use counterpoise::{files, methods};
//!
//! let model = Model::new(files::open_source("security-guarantee")?);
//! let nearest = explain::crossover(&model, &crossover::nearest(&model));
//! assert_eq!(
//!     nearest.to_string(),
//!     "Military modernization stays first until Deterrence weighs 57\u{202f}% (now 22\u{202f}%); \
//!      then Article 5-type guarantee leads.",
//! );
//!
//! let topsis = methods::Settings::of(&methods::topsis::METHOD);
//! let by_topsis = methods::evaluate(model.problem(), &topsis)?;
//! assert_eq!(by_topsis.ranking.order()[0] as usize, model.winners()[0]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The rooms, in the order in which they may know each other:
//!
//! | module | is for |
//! |---|---|
//! | [`pace`] | long work in slices |
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
pub mod pace;
pub mod session;
pub mod text;
