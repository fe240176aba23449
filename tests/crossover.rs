//! Crossovers against published and computed cases, and against brute force.
#![expect(clippy::unwrap_used, reason = "a golden file that does not read is a failed test")]

mod common;
#[path = "common/whole.rs"]
mod whole;

use std::collections::{BTreeMap, BTreeSet};

use counterpoise::analysis::crossover::{Nearest, Sensitivity, nearest, sensitivity};
use counterpoise::analysis::explain;
use counterpoise::methods::{Better, Normalization, Ranking, weighted_sum};
use counterpoise::model::{Cell, Columns, Criterion, Direction, Document, Id, Movement, Node, Outline, Scope, Score};
use proptest::prelude::*;
use serde_json::Value;

use common::{documents, problem};
use counterpoise::analysis::Model;
use whole::way_of;

fn json(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// A number, or a fraction such as `"7/20"`.
fn number(value: &Value) -> f64 {
    let Some(text) = value.as_str() else { return value.as_f64().unwrap() };
    let (above, below) = text.split_once('/').unwrap();
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}

/// The movement of criterion `at` among criteria that stand side by side and are not locked.
fn movement(weights: &[f64], at: usize) -> Movement {
    let node = |i: usize| Node::Criterion(Criterion::new(Id::slug(&format!("c{i}")), format!("C{i}")));
    let nodes: Vec<Node> = (0..weights.len()).map(node).collect();
    Movement::new(&Outline::of(&nodes), weights, &BTreeSet::new(), at, Scope::Everything)
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-9, "{a} is not {b}");
}

#[test]
fn crossovers_are_those_of_the_exact_cases() {
    let cases = json(include_str!("golden/cases.json"));
    let cases: Vec<&Value> =
        cases.iter().filter(|case| case["method"] == "WSM one-way weight sensitivity (exact)").collect();
    assert_eq!(cases.len(), 8);
    for case in cases {
        let rows: Vec<Vec<f64>> = case["matrix"].as_array().unwrap().iter().map(numbers).collect();
        let weights = numbers(&case["weights"]);
        let directions: Vec<Direction> = case["directions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|direction| if direction == "min" { Direction::Min } else { Direction::Max })
            .collect();
        let normalization = match case["params"]["normalization"].as_str().unwrap() {
            "minmax" => Normalization::MinMax,
            "max_ratio" => Normalization::Max,
            other => panic!("{other}"),
        };
        let problem = problem(&rows, &weights, &directions);
        let values = normalization.normalize(&problem).unwrap();
        for expected in case["expected"]["criteria"].as_array().unwrap() {
            let at = usize::try_from(expected["criterion"].as_u64().unwrap()).unwrap();
            let found = sensitivity(&values, &movement(&weights, at));
            close(found.weight, expected["base_weight_float"].as_f64().unwrap());
            let stable = numbers(&expected["stable_interval_of_current_top"]);
            close(*found.keeps_winner.start(), stable[0]);
            close(*found.keeps_winner.end(), stable[1]);
            let segments = expected["top_segments"].as_array().unwrap();
            assert_eq!(found.crossovers.len(), segments.len() - 1, "{}", case["name"]);
            for (crossover, pair) in found.crossovers.iter().zip(segments.windows(2)) {
                close(crossover.weight, pair[1]["from_"].as_f64().unwrap());
                let top = |segment: &Value| serde_json::from_value::<Vec<usize>>(segment["top"].clone()).unwrap();
                assert_eq!(crossover.from, top(&pair[0]));
                assert_eq!(crossover.to, top(&pair[1]));
            }
        }
    }
}

#[test]
fn the_office_keeps_its_winner_where_the_book_does() {
    let examples = json(include_str!("golden/worked-examples.json"));
    let office = examples.iter().find(|example| example["id"] == "gw_office_smart").unwrap();
    let weights: Vec<f64> = numbers(&office["weights_rounded_pct"]).iter().map(|weight| weight / 100.0).collect();
    let rows: Vec<Vec<f64>> = office["matrix"].as_object().unwrap().values().map(numbers).collect();
    let column = |j: usize| rows.iter().map(move |row| row[j] / 100.0);
    let values = Columns::new(rows.len(), (0..weights.len()).flat_map(column).collect());
    let intervals = office["computed_independently_winner_interval_proportional_redistribution"].as_object().unwrap();
    for (at, name) in office["criteria"].as_array().unwrap().iter().enumerate() {
        let found = sensitivity(&values, &movement(&weights, at)).keeps_winner;
        let expected = numbers(&intervals[name.as_str().unwrap()]);
        // Printed with four digits.
        assert!((found.start() - expected[0]).abs() <= 5e-5 && (found.end() - expected[1]).abs() <= 5e-5, "{found:?}");
    }
}

/// Who comes first under these weights; nobody where nothing is scored.
fn first_under(whole: &Model, weights: &[f64]) -> Vec<usize> {
    let scores = weighted_sum::overall(&whole.problem().values, weights).scores;
    let ranking = Ranking::of(&scores, Better::Higher);
    ranking.winners().iter().map(|&row| row as usize).filter(|&row| !scores[row].is_nan()).collect()
}

/// Who wins at `t`, as the crossovers tell; None where there are none.
fn told(found: &Sensitivity, t: f64) -> Option<&[usize]> {
    let beyond = found.crossovers.iter().rfind(|crossover| crossover.weight < t);
    let before = || found.crossovers.first().map(|crossover| crossover.from.as_slice());
    beyond.map(|crossover| crossover.to.as_slice()).or_else(before)
}

/// That the nearest crossover is the nearest of all, and that dragging to the announced figure changes the winner as
/// announced.
fn happens_as_announced(document: Document) -> Result<(), TestCaseError> {
    let whole = Model::new(document);
    let subject = &whole;
    let found = nearest(subject);
    let winners = subject.winners();
    let entries = whole.outline().entries();
    let free =
        (0..entries.len()).filter(|&at| entries[at].is_criterion && !whole.document().locks.contains(&entries[at].id));
    let least = free
        .flat_map(|at| {
            let movement = way_of(&whole, at);
            let (now, (low, high)) = (movement.now(), movement.range().into_inner());
            let (from, to) = sensitivity(&whole.problem().values, &movement).keeps_winner.into_inner();
            let ends = [(now - from, from > low + 1e-6), (to - now, to < high - 1e-6)];
            ends.into_iter().filter_map(|(change, is_crossover)| is_crossover.then_some(change))
        })
        .fold(f64::INFINITY, f64::min);
    match &found {
        Nearest::Turn(turn) => {
            let change = (turn.crossover.weight - turn.now).abs();
            prop_assert!((change - least).abs() < 1e-9, "{} away, not {}: {:?}", least, change, turn);
            prop_assert_eq!(&turn.crossover.from, &winners);

            let sentence = explain::crossover(subject, &found).sentence();
            let figure = sentence.spans.iter().filter(|span| span.strong).nth(1).unwrap();
            let figure: f64 = figure.text.trim_end_matches("\u{202F}%").parse().unwrap();
            let dragged = first_under(&whole, &way_of(&whole, turn.at).at(figure / 100.0));
            prop_assert_eq!(&dragged, &turn.crossover.to, "{}", sentence);
        }
        Nearest::Never | Nearest::Locked => prop_assert!(least.is_infinite(), "{least} away"),
        Nearest::Tied => prop_assert!(winners.len() > 1),
        Nearest::NoContest => prop_assert!(subject.lead().is_none()),
    }
    Ok(())
}

/// Criteria rated 0 to 100, each with its points and the scores of all options; NaN where missing.
fn rated(criteria: &[(f64, &[f64])]) -> Document {
    let mut document = Document::default();
    for (row, _) in criteria[0].1.iter().enumerate() {
        document.alternatives.push(common::option(&format!("A{row}"), BTreeMap::new()));
    }
    for (at, (points, scores)) in criteria.iter().enumerate() {
        let id = Id::slug(&format!("c{at}"));
        document.criteria.push(Node::Criterion(Criterion::new(id, format!("C{at}"))));
        document.weights.insert(id, *points);
        for (row, &score) in scores.iter().enumerate().filter(|(_, score)| !score.is_nan()) {
            document.alternatives.set(row, id, Cell::of(Score::Exact(score)));
        }
    }
    document
}

#[test]
fn who_is_scored_on_next_to_nothing_is_scored() {
    // Were so little taken for nothing, the last one would be announced as soon as any weight moves, and not be scored there.
    let document = rated(&[
        (50.0, &[60.0, 40.0, f64::NAN]),
        (50.0, &[60.0, 40.0, f64::NAN]),
        (5e-11, &[f64::NAN, f64::NAN, 100.0]),
    ]);
    assert_eq!(Model::new(document.clone()).winners(), [2]);
    happens_as_announced(document).unwrap();
}

#[test]
fn who_ties_where_it_begins_to_weigh_is_met_there() {
    // The second one weighs nothing where it ties with the first, so that both factors of a product vanish there.
    let document =
        rated(&[(1.0, &[100.0, f64::NAN, 90.0]), (0.0, &[f64::NAN, 100.0, 20.0]), (0.0, &[0.7, f64::NAN, 100.0])]);
    happens_as_announced(document).unwrap();
}

#[test]
fn who_is_overtaken_may_come_back_at_once() {
    // The first one has weight as soon as C0 has, and leads only until C0 weighs 0.4 %.
    let document = rated(&[(0.0, &[83.4, 100.0, 0.0]), (5.0, &[f64::NAN, 100.0, 0.0]), (1.0, &[f64::NAN, 0.0, 0.0])]);
    happens_as_announced(document).unwrap();
}

/// Some hundred cases; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(512), failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(config())]

    /// Between crossovers nothing changes, and at each of them something does, whatever the tree, the locks and the gaps.
    #[test]
    fn a_fine_grid_sees_the_same_winners(document in documents()) {
        let whole = Model::new(document);
        for at in 0..whole.outline().entries().len() {
            let movement = way_of(&whole, at);
            let (low, high) = movement.range().into_inner();
            let found = sensitivity(&whole.problem().values, &movement);
            prop_assert!(found.crossovers.iter().all(|crossover| crossover.from != crossover.to));
            prop_assert!(found.crossovers.is_sorted_by(|a, b| a.weight < b.weight && a.to == b.from));
            let mut first = None;
            let now = first_under(&whole, &movement.at(movement.now()));
            for step in 1..150 {
                let t = low + (high - low) * f64::from(step) / 150.0;
                if found.crossovers.iter().any(|crossover| (crossover.weight - t).abs() < 1e-7) || high - low < 1e-6 {
                    continue;
                }
                let winners = first_under(&whole, &movement.at(t));
                let expected = told(&found, t).unwrap_or(first.get_or_insert_with(|| winners.clone()));
                prop_assert_eq!(&winners, expected, "at {} of {:?}", t, found);
                let keeps = now.iter().all(|row| winners.contains(row));
                let (from, to) = (*found.keeps_winner.start(), *found.keeps_winner.end());
                if (from..=to).contains(&t) {
                    prop_assert!(keeps, "at {t} of {found:?}");
                }
            }
            for pair in found.crossovers.windows(2) {
                prop_assert!(pair[0].weight < pair[1].weight);
            }
        }
    }

    /// The nearest crossover is the nearest of all, and dragging to the announced figure changes the winner as announced.
    #[test]
    fn what_is_announced_happens(document in documents()) {
        happens_as_announced(document)?;
    }
}
