//! The decision document: options, criteria in a value tree, scores, weights and viewpoints; its edits and invariants.
//!
//! Knows nobody. [`Document`] is what a file holds, [`Edit`] the only way to change one, [`Problem`] its compiled form.

mod alternatives;
mod dismissal;
mod document;
mod edit;
mod id;
mod invariants;
mod judgement;
mod movement;
mod node;
mod outline;
mod parts;
mod people;
mod problem;
mod scale;
mod score;
mod step;
mod unique;
mod unsound;

pub use alternatives::{Alternative, Alternatives, Column, ColumnFill, Fill, Row, TooSparse};
pub use dismissal::Dismissal;
pub use document::{About, Document, Points, Source, Viewpoint};
pub use edit::{Edit, EditError, Graft};
pub use id::{FreshIds, Id};
/// What this room says, for tests.
#[doc(hidden)]
pub const MESSAGES: [&[crate::text::Entry]; 2] = [EditError::MESSAGES, unsound::Unsound::MESSAGES];

pub use invariants::{Field, Place, Violation, violations, violations_in_slices};
pub use judgement::{Information, Judgement, Judgements, Limit, Pairwise, Priorities, RankFormula};
pub use movement::{Movement, Scope, along};
pub use node::{Criterion, Group, MAX_DEPTH, MustHave, Node, Outranking, Preference};
pub use outline::{Entry, Outline};
pub use parts::Parts;
pub use people::Person;
pub use problem::{Columns, Problem, ProblemCriterion};
pub use scale::{Answer, Direction, Ends, Level, Measure, Scale, ValueFunction};
pub use score::{Cell, CellRef, Score};
pub use step::{Gesture, State, Step, Turn};
