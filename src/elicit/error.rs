//! Why a judgement gives no weights.

use thiserror::Error;

use crate::linear_program::Unsolved;

/// What is wrong, where, and what to do. The document is as it was.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ElicitError {
    #[error("there is nothing to weigh; add at least one criterion")]
    Nothing,
    #[error("{whose} is given {points} points; give a number of 0 or more")]
    BadPoints { whose: String, points: f64 },
    #[error("all points are 0; give at least one of them more")]
    AllZero,
    #[error("the points sum to {given}, not to 100; {}", left(*given))]
    Allocation { given: f64 },
    #[error("the greatest swing has {largest} points; give 100 to the one that matters most, and others less")]
    Swing { largest: f64 },
    #[error("nothing is said about {}; judge every one, or remove it from the group", list(names))]
    Unjudged { names: Vec<String> },
    #[error(
        "{one} and {other} are compared as {ratio} to 1; give a number from {} to {}",
        super::pairwise::LEAST,
        super::pairwise::GREATEST
    )]
    Ratio { one: String, other: String, ratio: f64 },
    #[error("no comparison, direct or over others, joins {} with {}; compare one of each", list(one), list(other))]
    Disconnected { one: Vec<String>, other: Vec<String> },
    #[error("{whose} is compared with the {with} as {grade}; give a number from 1 to {}", super::best_worst::GREATEST)]
    Grade { whose: String, with: &'static str, grade: f64 },
    #[error("{whose} is compared with itself as {grade}; write 1")]
    Itself { whose: String, grade: f64 },
    #[error(
        "the best, {best}, is {one} times the worst, {worst}, in one place and {other} times in the other; make them agree"
    )]
    BestOverWorst { best: String, worst: String, one: f64, other: f64 },
    #[error("{whose} is both the best and the worst; only when it stands alone can that be")]
    BestIsWorst { whose: String },
    #[error("{option} has no score on {criterion}; such weights need them all, so give one, or leave either out")]
    MissingScore { option: String, criterion: String },
    #[error("{criterion}: a share of {number} has no entropy; use scores of 0 or more, or other weights")]
    Negative { criterion: String, number: f64 },
    #[error("the scores tell the criteria apart in nothing, so that no weights follow from them; use other weights")]
    NoInformation,
    #[error("there is no criterion or group \"{0}\"; choose one of the decision's own")]
    Unknown(crate::model::Id),
    #[error("{criterion} has no scale of numbers that options could be placed on; make it a rating")]
    NotARating { criterion: String },
    #[error("the judgements lie too far apart to be computed ({0}); make them more moderate")]
    Numeric(String),
}

impl From<Unsolved> for ElicitError {
    fn from(unsolved: Unsolved) -> Self {
        Self::Numeric(unsolved.to_string())
    }
}

fn left(given: f64) -> String {
    if given < 100.0 { format!("share out {} more", 100.0 - given) } else { format!("take {} back", given - 100.0) }
}

pub(crate) fn list(names: &[String]) -> String {
    match names {
        [] => "nothing".into(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
