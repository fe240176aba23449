//! What several parts of the window say.

use crate::text::{Nth, labels, messages};

labels! {
    /// Why what is typed cannot stand.
    pub enum FaultLabel in "fault" { GiveName, WorstIsBest, WorstAboveBest, WorstBelowBest, NoCurvature, LevelValue }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum FaultMessage in "fault" {
        Taken { name: String },
    }
}

labels! {
    /// What stands in an empty field of a source.
    pub enum SourceLabel in "sourceHint" { Words, Link }
}

messages! {
    /// The fields of the n-th source. `of` is `evidence` or `source`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum SourceMessage in "source" {
        Words { of: &'static str, n: Nth },
        Link { of: &'static str, n: Nth },
        Remove { of: &'static str, n: Nth },
        Add { of: &'static str },
    }
}
