//! Matrices with trees, locks, gaps, ties and every kind of scale, in numbers as people write them.

use counterpoise::model::{
    Answer, Cell, Criterion, Direction, Document, Ends, Id, Level, Measure, Person, Row, Scale, Score, ValueFunction,
    Viewpoint,
};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

use crate::common::{documents, each_criterion};

/// So many matrices, the same at each run.
pub fn some(count: usize) -> Vec<Document> {
    let mut runner = TestRunner::deterministic();
    let strategy = documents();
    let mut found = Vec::new();
    while found.len() < count {
        let document = strategy.new_tree(&mut runner).unwrap().current();
        if !document.leaves().is_empty() {
            found.push(varied(document, found.len()));
        }
    }
    found
}

/// Gives criteria of measured whole numbers from 0 to 99 other scales, and the scores that go with them.
fn varied(mut document: Document, seed: usize) -> Document {
    document.about.title = format!("Matrix {seed}");
    let mut number = seed;
    let mut scales = Vec::new();
    each_criterion(&mut document.criteria, &mut |criterion| {
        let Scale::Measure(measure) = &criterion.scale else { unreachable!("only measured criteria come in") };
        criterion.scale = scale(number, measure.direction);
        scales.push((criterion.clone(), number));
        number += 1;
    });
    for row in 0..document.alternatives.len() {
        for (criterion, number) in &scales {
            let Some(old) = document.alternatives.score(row, criterion.id) else { continue };
            let Score::Exact(x) = old else { unreachable!("only exact scores come in") };
            document.alternatives.set_score(row, criterion.id, Some(score(criterion, x, row + number)));
        }
    }
    ties(&mut document, seed);
    document.complete_weights();
    opinions(&mut document, seed);
    document
}

/// Two options that are alike, and one of which nothing is known.
fn ties(document: &mut Document, seed: usize) {
    let copy = |name: &str, like: Row| Row { id: Id::slug(name), name: name.into(), ..like };
    if seed.is_multiple_of(3) {
        let twin = copy("=Twin", document.alternatives.row(0));
        document.alternatives.push(twin);
    }
    if seed.is_multiple_of(4) {
        let mut unknown = copy("Unknown", document.alternatives.row(0));
        unknown.scores.clear();
        document.alternatives.insert(0, unknown);
    }
}

fn opinions(document: &mut Document, seed: usize) {
    let even = document.outline().even();
    document.viewpoints.push(Viewpoint { id: Id::slug("even"), name: "All the same".into(), weights: even.clone() });
    if seed.is_multiple_of(2) {
        let person =
            |name: &str| Person { id: Id::slug(name), name: name.into(), weights: even.clone(), scores: [].into() };
        let follower = Person { weights: [].into(), ..person("Тарас") };
        document.people = vec![person("Oksana"), follower];
    }
}

fn scale(number: usize, direction: Direction) -> Scale {
    let measure = |range, value| Scale::Measure(Measure { unit: "km".into(), direction, range, value });
    let (low, high) = (Ends { worst: 10.0, best: 80.0 }, Ends { worst: 80.0, best: 10.0 });
    let range = Some(if direction == Direction::Min { high } else { low });
    let level = |name: &str, value| Level { id: Id::slug(name), name: name.into(), value };
    match number % 10 {
        0 => Scale::Rating { worst: 0.0, best: 99.0 },
        1 => Scale::Rating { worst: 90.0, best: 5.0 },
        2 => measure(range, ValueFunction::Linear),
        3 => measure(None, ValueFunction::Piecewise(vec![(5.0, 0.0), (30.5, 60.0), (60.0, 55.0), (90.0, 100.0)])),
        4 => measure(range, ValueFunction::Exponential { rho: 0.3 }),
        5 => measure(None, ValueFunction::Exponential { rho: -0.7 }),
        6 => {
            Scale::Levels(vec![level("poor*", 0.0), level("Fair?", 40.0), level("fair?", 45.5), level("=good", 100.0)])
        }
        7 => Scale::YesNo { best: Answer::No },
        8 => measure(range, ValueFunction::Exponential { rho: 123_456.0 }),
        _ => measure(None, ValueFunction::Linear),
    }
}

fn score(criterion: &Criterion, x: f64, number: usize) -> Score {
    let levels = criterion.scale.levels();
    if let Some(level) = levels.get(number % levels.len().max(1)) {
        return Score::Level(level.id);
    }
    match number % 4 {
        0 => Score::Range(x - 3.5, x + 1e-3),
        1 => Score::Triangle(x - 1.0, x, x + 7.25),
        _ => Score::Exact(x),
    }
}

/// A cell with nothing but a score.
pub fn scored(score: Score) -> Cell {
    Cell::of(score)
}
