//! Judgements become weights and values.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/documents.rs"]
mod documents;
mod golden;
mod judge;
mod limits;
mod pairwise;
mod properties;
mod values;

use counterpoise::elicit::pairwise::Comparisons;
use counterpoise::model::{Criterion, Document, Group, Id, Node};

/// A matrix as given, upper half; names are A, B, C…
fn comparisons(count: usize, ratios: &[(usize, usize, f64)]) -> Comparisons {
    let names = (0..count).map(|place| char::from(b'A' + u8::try_from(place).unwrap()).to_string()).collect();
    let mut comparisons = Comparisons::new(names);
    for &(i, j, ratio) in ratios {
        comparisons.set(i, j, ratio).unwrap();
    }
    comparisons
}

fn id(name: &str) -> Id {
    Id::slug(name)
}

/// Money (Price, Fuel), Looks and Comfort, weights equal.
fn tree() -> Document {
    let leaf = |name: &str| Node::Criterion(Criterion::new(id(name), name));
    let money = Group {
        id: id("Money"),
        name: "Money".into(),
        description: String::new(),
        children: vec![leaf("Price"), leaf("Fuel")],
    };
    let mut document =
        Document { criteria: vec![Node::Group(money), leaf("Looks"), leaf("Comfort")], ..Document::default() };
    document.complete_weights();
    document
}

fn close(what: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (x, y) in found.iter().zip(expected) {
        assert!((x - y).abs() <= tolerance * y.abs().max(1e-3), "{what}: {found:?} is not {expected:?}");
    }
}
