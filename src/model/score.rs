//! What is known of an option on a criterion.

use serde::{Deserialize, Serialize};

use super::unsound::Unsound;
use super::{Id, Scale, Source};
use crate::text::Message;

/// A score in the criterion's own unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Score {
    Exact(f64),
    /// Anything from low to high, equally likely.
    Range(f64, f64),
    /// Low, likely and high.
    Triangle(f64, f64, f64),
    /// A level of a scale with levels.
    Level(Id),
}

/// A score with what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cell {
    /// None: not scored yet, though something may have been noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rationale: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Source>,
}

/// A cell where it stands in the matrix. Written to files as a [`Cell`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename = "Cell")]
pub struct CellRef<'a> {
    /// None: not scored yet, though something may have been noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub rationale: &'a str,
    #[serde(skip_serializing_if = "<[Source]>::is_empty")]
    pub evidence: &'a [Source],
}

impl CellRef<'_> {
    #[must_use]
    pub fn to_cell(self) -> Cell {
        Cell { score: self.score, rationale: self.rationale.to_owned(), evidence: self.evidence.to_vec() }
    }
}

impl Cell {
    #[must_use]
    pub fn of(score: Score) -> Self {
        Self { score: Some(score), ..Self::default() }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.score.is_none() && self.rationale.is_empty() && self.evidence.is_empty()
    }
}

impl Score {
    /// The one number that stands for the score where uncertainty is left out: the middle of a range, the likely value
    /// of a triangle, the value of a level. None where the level is not on the scale.
    #[must_use]
    pub fn point(self, scale: &Scale) -> Option<f64> {
        match self {
            Self::Exact(x) | Self::Triangle(_, x, _) => Some(x),
            Self::Range(low, high) => Some(low.midpoint(high)),
            Self::Level(id) => scale.level(id).map(|level| level.value),
        }
    }

    /// The least and the greatest number it may be; equal where it is exact.
    #[must_use]
    pub fn bounds(self, scale: &Scale) -> Option<(f64, f64)> {
        match self {
            Self::Range(low, high) | Self::Triangle(low, _, high) => Some((low, high)),
            Self::Exact(_) | Self::Level(_) => self.point(scale).map(|x| (x, x)),
        }
    }

    /// Why the score cannot stand on `scale`, with the remedy; None where it can.
    #[must_use]
    pub fn fault(self, scale: &Scale) -> Option<Message> {
        let numbers: &[f64] = match &self {
            Self::Exact(x) => &[*x],
            Self::Range(low, high) => &[*low, *high],
            Self::Triangle(low, likely, high) => &[*low, *likely, *high],
            Self::Level(id) => {
                return match (scale.has_levels(), scale.level(*id)) {
                    (true, Some(_)) => None,
                    (true, None) => Some(Unsound::NoSuchLevel { id: *id }.into()),
                    (false, _) => Some(Unsound::LevelOnNumbers { id: *id }.into()),
                };
            }
        };
        if scale.has_levels() {
            return Some(Unsound::NumberOnLevels.into());
        }
        if numbers.iter().any(|x| !x.is_finite()) {
            return Some(Unsound::ScoreNotFinite.into());
        }
        if !numbers.is_sorted() {
            return Some(Unsound::ScoreOutOfOrder.into());
        }
        None
    }
}
