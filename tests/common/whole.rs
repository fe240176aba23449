//! A decision with all that follows from it.

use counterpoise::analysis::Subject;
use counterpoise::methods::{Better, Ranking, weighted_sum};
use counterpoise::model::{Document, Movement, Outline, Problem, Scope};

/// Owns what a [`Subject`] looks at.
pub struct Whole {
    pub document: Document,
    pub outline: Outline,
    pub problem: Problem,
    pub overall: weighted_sum::Overall,
    pub ranking: Ranking,
}

impl Whole {
    pub fn new(document: Document) -> Self {
        let (outline, problem) = (document.outline(), Problem::of(&document));
        let overall = weighted_sum::overall(&problem.values, &problem.weights);
        let ranking = Ranking::of(&overall.scores, Better::Higher);
        Self { document, outline, problem, overall, ranking }
    }

    pub fn subject(&self) -> Subject<'_> {
        Subject {
            document: &self.document,
            outline: &self.outline,
            problem: &self.problem,
            scores: &self.overall.scores,
            coverage: &self.overall.coverage,
            ranking: &self.ranking,
        }
    }

    pub fn movement(&self, at: usize) -> Movement {
        Movement::new(&self.outline, &self.problem.weights, &self.document.locks, at, Scope::Everything)
    }
}
