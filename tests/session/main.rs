//! An open document under any sequence of actions: history, weights, scores, the clipboard.

#![expect(clippy::unwrap_used, reason = "a test may stop where it fails, in its helpers too")]

mod actions;
#[path = "../common/acts.rs"]
mod acts;
mod cells;
#[path = "../common/documents.rs"]
mod documents;
mod history;
mod import;
mod journal;
mod lifecycle;
#[cfg(unix)]
mod pace;
mod questions;
mod restore;
mod saving;
mod structure;
mod tables;
mod weights;

use counterpoise::files::{self, Format};
use counterpoise::model::{Cell, Criterion, Document, Group, Id, Node, Scale, Score};
use counterpoise::session::Session;

/// The document as it is saved.
fn saved(session: &Session) -> String {
    files::to_string(session.document(), Format::Ron).unwrap()
}

fn preset(name: &str) -> Session {
    Session::new(files::presets::find(name).unwrap().document().unwrap())
}

fn criterion(name: &str, scale: Scale) -> Node {
    Node::Criterion(Criterion { scale, ..Criterion::new(Id::slug(name), name) })
}

fn group(name: &str, children: Vec<Node>) -> Node {
    Node::Group(Group { id: Id::slug(name), name: name.into(), description: String::new(), children })
}

/// A document with these criteria, weighing the same, and options that are not scored.
fn document(criteria: Vec<Node>, options: &[&str]) -> Document {
    let mut document = Document { criteria, ..Document::default() };
    document.alternatives = options
        .iter()
        .map(|name| counterpoise::model::Row {
            id: Id::slug(name),
            name: (*name).into(),
            description: String::new(),
            scores: std::collections::BTreeMap::new(),
        })
        .collect();
    document.complete_weights();
    document
}

/// A matrix of ratings: rows are the options A, B, C and so on, columns the criteria c1, c2 and so on; NaN is missing.
fn matrix(rows: &[&[f64]]) -> Session {
    let columns = rows.first().map_or(0, |row| row.len());
    let criteria = (1..=columns).map(|number| criterion(&format!("c{number}"), Scale::default())).collect();
    let names: Vec<String> = ('A'..).take(rows.len()).map(String::from).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut document = document(criteria, &names);
    for (at, row) in rows.iter().enumerate() {
        for (number, x) in row.iter().enumerate().filter(|(_, x)| !x.is_nan()) {
            document.alternatives.set(at, Id::slug(&format!("c{}", number + 1)), Cell::of(Score::Exact(*x)));
        }
    }
    Session::new(document)
}

fn id(name: &str) -> Id {
    Id::slug(name)
}
