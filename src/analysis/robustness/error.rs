//! Why a simulation cannot begin.

use thiserror::Error;

use super::MOST_ALTERNATIVES;
use crate::linear_program::Unsolved;

/// What is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RobustnessError {
    #[error("there are no {missing}, so there is nothing to compare; add at least one of them")]
    Empty { missing: &'static str },
    #[error(
        "there are {alternatives} options, and each is compared with each other in every sample; \
         leave at most {MOST_ALTERNATIVES}"
    )]
    TooMany { alternatives: usize },
    #[error("no samples were asked for; ask for at least one")]
    NoSamples,
    #[error("weights cannot lie within {0} of those given; use a distance above 0, such as 0.1")]
    Distance(f64),
    #[error("there are {given} numbers for {criteria} criteria; give one for each")]
    Shape { given: usize, criteria: usize },
    #[error("a limit on the weights is not a number; give numbers only")]
    NotANumber,
    #[error("no weights meet all limits; widen an interval or leave out a constraint")]
    Infeasible,
    #[error("it cannot be told whether any weights meet all limits ({0}); use numbers of the order of 1")]
    Uncertain(Unsolved),
}
