//! What follows from a document, computed once per state.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::State;
use crate::analysis::{Subject, checks, crossover, explain};
use crate::methods::{Better, Coverage, Ranking, weighted_sum};
use crate::model::{Document, Id, Outline, Problem};

/// The results of one state of a document. What only some views ask for is computed when first asked.
#[derive(Debug)]
pub struct Derived {
    state: State,
    outline: Outline,
    problem: Problem,
    overall: weighted_sum::Overall,
    ranking: Ranking,
    nearest: OnceCell<crossover::Nearest>,
    checks: OnceCell<checks::Checks>,
}

impl Derived {
    pub(super) fn of(document: &Document, state: State) -> Self {
        let outline = document.outline();
        let problem = Problem::of(document);
        let overall = weighted_sum::overall(&problem.values, &problem.weights);
        let ranking = Ranking::of(&overall.scores, Better::Higher);
        Self { state, outline, problem, overall, ranking, nearest: OnceCell::new(), checks: OnceCell::new() }
    }

    /// Follows a change of weights, and of nothing else.
    pub(super) fn reweigh(&mut self, document: &Document, state: State) {
        self.state = state;
        self.problem.reweigh(document, &self.outline);
        self.overall = weighted_sum::overall(&self.problem.values, &self.problem.weights);
        self.ranking = Ranking::of(&self.overall.scores, Better::Higher);
        self.nearest = OnceCell::new();
    }

    /// Follows a change of scores on some criteria, and of nothing else.
    pub(super) fn rescore(&mut self, document: &Document, criteria: &BTreeSet<Id>, state: State) {
        for (at, leaf) in document.leaves().into_iter().enumerate().filter(|(_, leaf)| criteria.contains(&leaf.id)) {
            self.problem.rescore(document, at, leaf);
        }
        self.reweigh(document, state);
        self.forget_checks();
    }

    /// Lets the checks run again when they are next asked for. While a weight moves they wait until it rests.
    pub(super) fn forget_checks(&mut self) {
        self.checks = OnceCell::new();
    }

    /// The state that these results belong to.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    #[must_use]
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Overall weight of each criterion, from left to right.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.problem.weights
    }

    /// Overall weight of the node at `at` in the outline.
    #[must_use]
    pub fn share(&self, at: usize) -> f64 {
        self.outline.share(at, &self.problem.weights)
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

    /// What each top-level node of the value tree adds to the overall value of an option.
    #[must_use]
    pub fn branches(&self, alternative: usize) -> Vec<f64> {
        let contributions = weighted_sum::contributions(&self.problem.values, &self.problem.weights, alternative);
        let top = self.outline.entries().iter().filter(|entry| entry.depth == 0);
        top.map(|entry| contributions[entry.leaves.clone()].iter().sum()).collect()
    }

    /// What the analyses look at. `document` must be the one that these results belong to.
    fn subject<'a>(&'a self, document: &'a Document) -> Subject<'a> {
        Subject {
            document,
            outline: &self.outline,
            problem: &self.problem,
            scores: &self.overall.scores,
            coverage: &self.overall.coverage,
            ranking: &self.ranking,
        }
    }

    pub(super) fn lead(&self, document: &Document) -> explain::LeadWords {
        explain::lead(&self.subject(document))
    }

    pub(super) fn tip(&self, document: &Document) -> explain::Sentence {
        explain::crossover(&self.subject(document), self.nearest(document))
    }

    fn nearest(&self, document: &Document) -> &crossover::Nearest {
        self.nearest.get_or_init(|| crossover::nearest(&self.subject(document)))
    }

    pub(super) fn checks(&self, document: &Document, circumstances: &checks::Circumstances) -> &checks::Checks {
        self.checks.get_or_init(|| checks::run(&self.subject(document), self.nearest(document), circumstances))
    }
}
