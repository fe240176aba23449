//! What is known of the weights.

use std::fmt;
use std::str::FromStr;

use super::Limits;
use crate::text::labels;

/// What is known of the weights. All that are possible are equally likely.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Information {
    /// Nothing.
    #[default]
    Free,
    /// Their order is that of the document's weights; criteria that weigh the same there may stand in any order.
    Ranked,
    /// None is farther than this, above 0, from the document's.
    Within(f64),
    /// Intervals and linear constraints.
    Limits(Limits),
}

/// A text that names no information.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InformationError;

impl std::error::Error for InformationError {}

/// What to write instead, in the language of the program.
impl fmt::Display for InformationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(InformationLabel::HowToWrite.text())
    }
}

labels! {
    /// What is said of information.
    pub enum InformationLabel in "information" { HowToWrite }
}

impl fmt::Display for Information {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Free => f.write_str("free"),
            Self::Ranked => f.write_str("ranked"),
            Self::Within(distance) => write!(f, "within={distance}"),
            Self::Limits(_) => f.write_str("limits"),
        }
    }
}

impl FromStr for Information {
    type Err = InformationError;

    fn from_str(text: &str) -> Result<Self, InformationError> {
        match text.split_once('=') {
            None if text == "free" => Ok(Self::Free),
            None if text == "ranked" => Ok(Self::Ranked),
            Some(("within", distance)) => match distance.trim().parse() {
                Ok(distance) if distance > 0.0 && f64::is_finite(distance) => Ok(Self::Within(distance)),
                _ => Err(InformationError),
            },
            _ => Err(InformationError),
        }
    }
}
