use std::collections::BTreeSet;

use counterpoise::analysis::sensitivity::{exact, sensitivity};
use counterpoise::methods::{Normalization, Settings, evaluate, weighted_product};
use counterpoise::model::Direction;
use proptest::prelude::*;
use serde_json::Value;

use crate::common::{documents, problem};
use crate::{flat, ranked, way_of};
use counterpoise::analysis::Model;

fn number(value: &Value) -> f64 {
    let Some(text) = value.as_str() else { return value.as_f64().unwrap() };
    let (above, below) = text.split_once('/').unwrap();
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// The order stays between the two nearest swaps of any pair, which the computed cases list.
#[test]
fn the_order_stays_between_the_nearest_swaps() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../golden/cases.json")).unwrap();
    let cases: Vec<&Value> =
        cases.iter().filter(|case| case["method"] == "WSM one-way weight sensitivity (exact)").collect();
    assert_eq!(cases.len(), 8);
    for case in cases {
        let rows: Vec<Vec<f64>> = case["matrix"].as_array().unwrap().iter().map(numbers).collect();
        let direction = |text: &Value| if text == "min" { Direction::Min } else { Direction::Max };
        let directions: Vec<Direction> = case["directions"].as_array().unwrap().iter().map(direction).collect();
        let is_min_max = case["params"]["normalization"] == "minmax";
        let normalization = if is_min_max { Normalization::MinMax } else { Normalization::Max };
        let problem = problem(&rows, &numbers(&case["weights"]), &directions);
        let settings = Settings { normalization: Some(normalization), ..Settings::default() };
        let found = sensitivity(&problem, &flat(directions.len()), &BTreeSet::new(), &settings).unwrap();
        assert!(found.search.is_none());
        for (node, expected) in found.nodes.iter().zip(case["expected"]["criteria"].as_array().unwrap()) {
            let swaps: Vec<f64> =
                expected["all_pair_swaps"].as_array().unwrap().iter().map(|swap| number(&swap[0])).collect();
            let below = swaps.iter().copied().filter(|t| *t < node.weight).fold(0.0, f64::max);
            let above = swaps.iter().copied().filter(|t| *t > node.weight).fold(1.0, f64::min);
            let (from, to) = (*node.keeps_order.start(), *node.keeps_order.end());
            assert!((from - below).abs() < 1e-9 && (to - above).abs() < 1e-9, "{}: {node:?}", case["name"]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Within the interval a fine grid sees one order, and just beyond it another, whatever tree, locks and gaps.
    #[test]
    fn the_order_stays_as_far_as_is_said(document in documents()) {
        let whole = Model::new(document);
        let (values, weights) = (&whole.problem().values, whole.weights());
        let now = ranked(values, weights).1;
        let found = exact(values, weights, whole.outline(), &whole.document().locks);
        for node in found.nodes.into_iter().filter(|node| !node.is_locked) {
            let (from, to) = (*node.keeps_order.start(), *node.keeps_order.end());
            let (low, high) = (*node.range.start(), *node.range.end());
            prop_assert!(low <= from + 1e-12 && from <= node.weight && node.weight <= to && to <= high + 1e-12);
            // Next to an end at which nothing that is known of an option weighs anything, all is rounding.
            let keeps_winner = *node.keeps_winner.start() <= from + 1e-6 && to <= node.keeps_winner.end() + 1e-6;
            prop_assert!(keeps_winner || found.winners.is_empty(), "{node:?}");
            let movement = way_of(&whole, node.at);
            for step in 1..100 {
                let t = from + (to - from) * f64::from(step) / 100.0;
                if to - from > 1e-6 {
                    prop_assert_eq!(&ranked(values, &movement.at(t)).1, &now, "at {} of {:?}", t, node);
                }
            }
            for beyond in [from - 1e-7, to + 1e-7] {
                if beyond > low && beyond < high {
                    prop_assert_ne!(&ranked(values, &movement.at(beyond)).1, &now, "at {} of {:?}", beyond, node);
                }
            }
        }
    }

    /// What is searched for holds at any point of the run that is not too near to a change.
    #[test]
    fn a_searched_run_is_what_a_grid_sees(
        rows in prop::collection::vec(prop::collection::vec(1.0..100.0, 3), 2..6),
        weights in prop::collection::vec(0.1..1.0, 3),
    ) {
        let sum: f64 = weights.iter().sum();
        let weights: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
        let problem = problem(&rows, &weights, &[Direction::Max, Direction::Min, Direction::Max]);
        let settings = Settings::of(&weighted_product::METHOD);
        let outline = flat(3);
        let found = sensitivity(&problem, &outline, &BTreeSet::new(), &settings).unwrap();
        prop_assert!(found.search.is_some());
        for node in &found.nodes {
            let movement = counterpoise::model::Movement::new(
                &outline, &weights, &BTreeSet::new(), node.at, counterpoise::model::Scope::Everything,
            );
            prop_assert!(node.keeps_winner.contains(&node.weight) && node.keeps_order.contains(&node.weight));
            for step in 1..100 {
                let t = f64::from(step) / 100.0;
                let mut moved = problem.clone();
                moved.weights = movement.at(t);
                let evaluation = evaluate(&moved, &settings).unwrap();
                let first: Vec<usize> = evaluation.ranking.winners().iter().map(|&row| row as usize).collect();
                let is_near = |x: f64| (x - t).abs() < 1e-6;
                if node.crossovers.iter().any(|turn| is_near(turn.weight)) {
                    continue;
                }
                let before = node.crossovers.iter().rfind(|turn| turn.weight < t).map(|turn| &turn.to);
                let next = node.crossovers.first().map(|turn| &turn.from);
                let told = before.or(next).unwrap_or(&found.winners);
                prop_assert_eq!(&first, told, "at {} of {:?}", t, node);
                if node.keeps_winner.contains(&t) {
                    prop_assert_eq!(&first, &found.winners);
                }
            }
        }
    }
}
