//! Small decisions for the tests of this room.

use super::Subject;
use crate::methods::weighted_sum::{self, Overall};
use crate::methods::{Better, Ranking};
use crate::model::{Cell, Criterion, Document, Id, Node, Outline, Problem, Row, Scale, Score};

/// A document with all that is computed from it.
pub(super) struct Fixture {
    pub document: Document,
    outline: Outline,
    problem: Problem,
    overall: Overall,
    ranking: Ranking,
}

impl Fixture {
    pub(super) fn new(document: Document) -> Self {
        let outline = document.outline();
        let problem = Problem::of(&document);
        let overall = weighted_sum::overall(&problem.values, &problem.weights);
        let ranking = Ranking::of(&overall.scores, Better::Higher);
        Self { document, outline, problem, overall, ranking }
    }

    pub(super) fn subject(&self) -> Subject<'_> {
        Subject {
            document: &self.document,
            outline: &self.outline,
            problem: &self.problem,
            scores: &self.overall.scores,
            coverage: &self.overall.coverage,
            ranking: &self.ranking,
        }
    }
}

/// Criteria rated 0 to 100, with their points, and options with their scores; NaN where missing.
pub(super) fn rated(criteria: &[(&str, f64)], options: &[(&str, &[f64])]) -> Document {
    let mut document = Document::default();
    for (name, points) in criteria {
        let id = Id::slug(name);
        document.criteria.push(Node::Criterion(Criterion::new(id, *name)));
        document.weights.insert(id, *points);
    }
    for (name, scores) in options {
        let cells = criteria.iter().zip(*scores).filter(|(_, score)| !score.is_nan());
        document.alternatives.push(Row {
            id: Id::slug(name),
            name: (*name).into(),
            description: String::new(),
            scores: cells.map(|((name, _), score)| (Id::slug(name), Cell::of(Score::Exact(*score)))).collect(),
        });
    }
    document
}

/// The same document with another scale for one criterion.
pub(super) fn with_scale(mut document: Document, name: &str, scale: &Scale) -> Document {
    for node in &mut document.criteria {
        if let Node::Criterion(criterion) = node
            && criterion.name == name
        {
            criterion.scale = scale.clone();
        }
    }
    document
}
