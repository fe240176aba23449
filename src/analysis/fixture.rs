//! Small decisions for the tests of this room.

use crate::model::{Cell, Criterion, Document, Id, Node, Row, Scale, Score};

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
