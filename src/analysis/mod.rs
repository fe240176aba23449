//! What the ranking rests on.
//!
//! Everything here speaks of the additive value model, the weighted mean of values, and of weights that move as
//! [`Movement`](crate::model::Movement) moves them, so that what is announced happens when the user drags there.

pub mod agreement;
pub mod checks;
pub mod crossover;
mod curve;
pub mod difference;
pub mod dominance;
pub mod explain;
pub mod figures;
#[cfg(test)]
mod fixture;
pub mod flips;
pub mod frontier;
pub mod known_weights;
pub mod robustness;
pub mod sensitivity;

use crate::methods::{Coverage, Ranking, Settings};
use crate::model::{Document, Outline, Problem};

/// A lead below this, 0 to 1, is narrow: two points of the scale of 0 to 100.
pub const NARROW: f64 = 0.02;

/// A decision and its weighted-sum ranking: what the analyses look at. All parts belong to the same revision.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub document: &'a Document,
    pub outline: &'a Outline,
    pub problem: &'a Problem,
    /// Overall values by alternative, 0 to 1, NaN where nothing is scored.
    pub scores: &'a [f64],
    pub coverage: &'a Coverage,
    pub ranking: &'a Ranking,
}

impl Subject<'_> {
    /// The alternatives that share the first rank, in the document's order; empty where nothing is scored.
    #[must_use]
    pub fn winners(&self) -> Vec<usize> {
        let scored = |&&row: &&u32| !self.scores[row as usize].is_nan();
        self.ranking.winners().iter().filter(scored).map(|&row| row as usize).collect()
    }

    /// The alternatives that have a score, best first.
    pub fn ranked(&self) -> impl Iterator<Item = usize> {
        self.ranking.order().iter().map(|&row| row as usize).take_while(|&row| !self.scores[row].is_nan())
    }

    /// How far the first is ahead of the second, 0 to 1, and who they are; None with fewer than two scored options.
    #[must_use]
    pub fn lead(&self) -> Option<Lead> {
        let mut ranked = self.ranked();
        let (first, second) = (ranked.next()?, ranked.next()?);
        let tied = self.ranking.winners().len() > 1;
        Some(Lead { first, second, by: if tied { 0.0 } else { self.scores[first] - self.scores[second] } })
    }
}

/// The distance between the first two of a ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lead {
    pub first: usize,
    pub second: usize,
    /// 0 to 1; 0 exactly where they tie.
    pub by: f64,
}

/// True where lines and linear programs tell all about a result, exactly.
fn is_weighted_sum(settings: &Settings) -> bool {
    settings.method == Settings::default().method
}
