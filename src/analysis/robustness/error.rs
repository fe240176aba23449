//! Why a simulation cannot begin.

use crate::linear_program::Unsolved;
use crate::text::messages;

messages! {
    /// What is wrong, and what to do.
    #[derive(Clone, Debug, PartialEq)]
    pub enum RobustnessError in "robustness", exact {
        NoOptions,
        NoCriteria,
        /// Each is compared with each other in every sample.
        TooMany { options: usize, most: usize },
        NoSamples,
        Distance(distance: f64),
        Shape { given: usize, criteria: usize },
        NotANumber,
        Infeasible,
        Uncertain(reason: Unsolved),
    }
}

impl std::error::Error for RobustnessError {}
