//! A decision with what follows from it.

use std::sync::Arc;

use crate::methods::weighted_sum::{self, Overall};
use crate::methods::{Better, Coverage, Ranking};
use crate::model::{Document, Outline, Parts, Problem};

/// A decision and its weighted-sum ranking: what the analyses look at. All parts belong to the same state of the document.
///
/// A copy costs the same for any number of options: all that grows with them is shared.
///
/// ```
/// use counterpoise::analysis::Model;
/// use counterpoise::files;
///
/// let model = Model::new(files::open_source("security-guarantee")?);
/// let winner = &model.problem().alternatives[model.winners()[0]];
/// assert_eq!(winner, "Military modernization");
/// # Ok::<(), files::FileError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Model {
    document: Arc<Document>,
    outline: Arc<Outline>,
    problem: Arc<Problem>,
    overall: Arc<Overall>,
    ranking: Arc<Ranking>,
}

impl Model {
    #[must_use]
    pub fn new(document: impl Into<Arc<Document>>) -> Self {
        let document = document.into();
        let problem = Problem::of(&document);
        let (overall, ranking) = rank(&problem);
        Self { outline: Arc::new(document.outline()), problem: Arc::new(problem), overall, ranking, document }
    }

    /// Follows a change of the document: what the change has not touched is that of before. Tells what it has touched.
    pub fn follow(&mut self, document: Arc<Document>) -> Parts {
        let parts = Parts::between(&self.document, &document);
        if parts.meet(Parts::STRUCTURE) {
            *self = Self::new(document);
            return parts;
        }
        let before = std::mem::replace(&mut self.document, document);
        if parts.meet(Parts::SCORES) {
            let problem = Arc::make_mut(&mut self.problem);
            let has_changed = |id| !self.document.alternatives.shares_column(&before.alternatives, id);
            let leaves = self.document.leaves().into_iter().enumerate();
            for (at, leaf) in leaves.filter(|(_, leaf)| has_changed(leaf.id)) {
                problem.rescore(&self.document, at, leaf);
            }
        }
        if parts.meet(Parts::WEIGHTS) {
            Arc::make_mut(&mut self.problem).reweigh(&self.document, &self.outline);
        }
        if parts.meet(Parts::SCORES | Parts::WEIGHTS) {
            (self.overall, self.ranking) = rank(&self.problem);
        }
        parts
    }

    /// The compiled form alone.
    #[must_use]
    pub fn into_problem(self) -> Problem {
        Arc::unwrap_or_clone(self.problem)
    }

    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The same, to be kept.
    #[must_use]
    pub fn shared_document(&self) -> Arc<Document> {
        Arc::clone(&self.document)
    }

    #[must_use]
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Overall weight of each criterion, from left to right; they sum to 1.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.problem.weights
    }

    /// Overall weight of the node at `at` in the outline.
    #[must_use]
    pub fn share(&self, at: usize) -> f64 {
        self.outline.share(at, self.weights())
    }

    /// Overall value of each option, 0 to 1, in the document's order; NaN where nothing that weighs is scored.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.overall.scores
    }

    /// Share of the weight for which an option has scores, 0 to 1.
    #[must_use]
    pub fn coverage(&self) -> &Coverage {
        &self.overall.coverage
    }

    #[must_use]
    pub fn ranking(&self) -> &Ranking {
        &self.ranking
    }

    /// The options that share the first rank, in the document's order; empty where nothing is scored.
    #[must_use]
    pub fn winners(&self) -> Vec<usize> {
        let scored = |&&row: &&u32| !self.values()[row as usize].is_nan();
        self.ranking.winners().iter().filter(scored).map(|&row| row as usize).collect()
    }

    /// The options that have a value, best first.
    pub fn ranked(&self) -> impl Iterator<Item = usize> {
        self.ranking.order().iter().map(|&row| row as usize).take_while(|&row| !self.values()[row].is_nan())
    }

    /// How far the first is ahead of the second, 0 to 1, and who they are; None with fewer than two scored options.
    #[must_use]
    pub fn lead(&self) -> Option<Lead> {
        let mut ranked = self.ranked();
        let (first, second) = (ranked.next()?, ranked.next()?);
        let tied = self.ranking.winners().len() > 1;
        Some(Lead { first, second, by: if tied { 0.0 } else { self.values()[first] - self.values()[second] } })
    }

    /// What each top-level node of the value tree adds to the overall value of an option.
    #[must_use]
    pub fn branches(&self, alternative: usize) -> Vec<f64> {
        let contributions = weighted_sum::contributions(&self.problem.values, self.weights(), alternative);
        let top = self.outline.entries().iter().filter(|entry| entry.depth == 0);
        top.map(|entry| contributions[entry.leaves.clone()].iter().sum()).collect()
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

fn rank(problem: &Problem) -> (Arc<Overall>, Arc<Ranking>) {
    let overall = weighted_sum::overall(&problem.values, &problem.weights);
    let ranking = Ranking::of(&overall.scores, Better::Higher);
    (Arc::new(overall), Arc::new(ranking))
}
