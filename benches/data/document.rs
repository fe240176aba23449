//! A large decision.

use std::collections::BTreeMap;

use counterpoise::model::{Cell, Criterion, Document, Id, Measure, Node, Row, Scale, Score};

use crate::data;

/// Measured criteria with scores of up to six digits.
pub fn document(rows: usize, columns: usize) -> Document {
    let values = data::values(rows, columns);
    let names: Vec<String> = (0..columns).map(|at| format!("Criterion {at}")).collect();
    let ids: Vec<Id> = names.iter().map(|name| Id::slug(name)).collect();
    let criteria = names.iter().zip(&ids).map(|(name, &id)| {
        Node::Criterion(Criterion { scale: Scale::Measure(Measure::default()), ..Criterion::new(id, name.as_str()) })
    });
    let option = |row: usize| {
        let name = format!("Option {row}");
        let score =
            |(column, &id): (usize, &Id)| (id, Cell::of(Score::Exact((values.get(row, column) * 1e6).round() / 1e3)));
        let scores: BTreeMap<Id, Cell> = ids.iter().enumerate().map(score).collect();
        Row { id: Id::slug(&name), name, description: String::new(), scores }
    };
    let mut document =
        Document { criteria: criteria.collect(), alternatives: (0..rows).map(option).collect(), ..Document::default() };
    document.complete_weights();
    document
}
