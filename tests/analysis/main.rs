//! What a ranking rests on, against computed cases and against brute force.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/documents.rs"]
mod documents;
#[path = "../common/whole.rs"]
mod whole;

mod any_document;
mod difference;
mod dominance;
mod flips;
mod frontier;
mod scores;
mod sensitivity;

use counterpoise::methods::{Better, Ranking, weighted_sum};
use counterpoise::model::{Columns, Criterion, Id, Node, Outline};
use proptest::prelude::*;

use whole::way_of;

/// Who is first, and everyone's rank; nobody is first where nothing is scored.
fn ranked(values: &Columns, weights: &[f64]) -> (Vec<usize>, Vec<u32>) {
    let scores = weighted_sum::overall(values, weights).scores;
    let ranking = Ranking::of(&scores, Better::Higher);
    let first = ranking.winners().iter().map(|&row| row as usize).filter(|&row| !scores[row].is_nan()).collect();
    (first, (0..scores.len()).map(|row| ranking.rank(row)).collect())
}

/// Criteria side by side.
fn flat(criteria: usize) -> Outline {
    let node = |i: usize| Node::Criterion(Criterion::new(Id::slug(&format!("c{i}")), format!("C{i}")));
    Outline::of(&(0..criteria).map(node).collect::<Vec<_>>())
}

/// Values of 2 to 5 options on 2 or 3 criteria, many of them equal, sometimes with gaps, and weights.
fn small(gaps: f64) -> impl Strategy<Value = (Columns, Vec<f64>)> {
    (2_usize..6, 2_usize..4).prop_flat_map(move |(rows, columns)| {
        let value = prop_oneof![2 => (0_u8..=10).prop_map(|tenths| f64::from(tenths) / 10.0), 1 => 0.0..1.0];
        let value = (prop::bool::weighted(gaps), value).prop_map(|(gap, value)| if gap { f64::NAN } else { value });
        let values = prop::collection::vec(value, rows * columns).prop_map(move |data| Columns::new(rows, data));
        let weights = prop::collection::vec(prop_oneof![1 => Just(0.0), 6 => 0.05..1.0], columns);
        let weights = weights.prop_filter_map("some weight", |weights| {
            let sum: f64 = weights.iter().sum();
            (sum > 0.0).then(|| weights.iter().map(|weight| weight / sum).collect())
        });
        (values, weights)
    })
}

/// All weights of two or three criteria in steps of a share.
fn grid(criteria: usize, steps: u32) -> Vec<Vec<f64>> {
    let share = |step: u32| f64::from(step) / f64::from(steps);
    let two = (0..=steps).flat_map(|i| (0..=steps - i).map(move |j| (i, j)));
    match criteria {
        2 => (0..=steps).map(|i| vec![share(i), share(steps - i)]).collect(),
        3 => two.map(|(i, j)| vec![share(i), share(j), share(steps - i - j)]).collect(),
        _ => panic!("two or three criteria"),
    }
}
