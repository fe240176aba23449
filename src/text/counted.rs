//! How many there are of something.

use super::messages;

messages! {
    /// A count with its noun, standing alone or in a list. A sentence with a count in it is a message of its own.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Counted in "counted" {
        Options { count: usize },
        Criteria { count: usize },
        Levels { count: usize },
        Scores { count: usize },
        Checks { count: usize },
        Errors { count: usize },
        Warnings { count: usize },
        Notes { count: usize },
        NewOptions { count: usize },
        NewCriteria { count: usize },
        ScoresChanged { count: usize },
        OptionsRemoved { count: usize },
        CriteriaRemoved { count: usize },
        /// How large a decision is.
        Size { options: usize, criteria: usize },
    }
}
