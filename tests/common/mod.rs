//! Decisions for tests: from a table, and any that proptest can think of.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod rows;

use std::collections::{BTreeMap, BTreeSet};

use counterpoise::model::{
    Cell, Columns, Criterion, Direction, Document, Group, Id, Measure, Node, Outranking, Points, Problem,
    ProblemCriterion, Row, Scale, Score,
};
use proptest::prelude::*;

/// A problem without a value model: rows are options, and weights are taken as they are.
pub fn problem(rows: &[Vec<f64>], weights: &[f64], directions: &[Direction]) -> Problem {
    let column = |j: usize| rows.iter().map(move |row| row[j]);
    let criteria = directions.iter().enumerate().map(|(j, &direction)| ProblemCriterion {
        name: format!("C{}", j + 1),
        direction,
        ends: None,
        has_fixed_ends: false,
        outranking: Outranking::default(),
    });
    let scores = Columns::new(rows.len(), (0..directions.len()).flat_map(column).collect());
    Problem {
        alternatives: (1..=rows.len()).map(|i| format!("A{i}")).collect(),
        criteria: criteria.collect(),
        values: scores.clone(),
        scores,
        weights: weights.to_vec(),
        baseline: None,
    }
}

/// Part of a value tree before its nodes have names.
#[derive(Clone, Debug)]
enum Shape {
    Leaf(Trait, Direction),
    Group(Trait, Vec<Shape>),
}

/// Points and lock of a node.
type Trait = (f64, bool);

/// Any value tree, with points, locks, 1 to 6 options and gaps; measured criteria with local scales and whole scores.
pub fn documents() -> impl Strategy<Value = Document> {
    let traits = || (prop_oneof![1 => Just(0.0), 9 => 0.01..100.0], prop::bool::weighted(0.2));
    let direction = prop_oneof![
        Just(Direction::Max),
        Just(Direction::Min),
        (0_i32..100).prop_map(|target| Direction::Target(f64::from(target)))
    ];
    let leaf = (traits(), direction).prop_map(|(own, direction)| Shape::Leaf(own, direction));
    let node = leaf.prop_recursive(3, 16, 4, move |inner| {
        (traits(), prop::collection::vec(inner, 0..4)).prop_map(|(own, below)| Shape::Group(own, below))
    });
    (prop::collection::vec(node, 1..5), 1_usize..7).prop_flat_map(|(shapes, options)| {
        let document = plant(&shapes);
        let score = prop::option::weighted(0.85, (0_i32..100).prop_map(f64::from));
        let row = prop::collection::vec(score, document.leaves().len());
        prop::collection::vec(row, options).prop_map(move |rows| with_scores(document.clone(), &rows))
    })
}

fn plant(shapes: &[Shape]) -> Document {
    fn grow(shape: &Shape, count: &mut usize, points: &mut Points, locks: &mut BTreeSet<Id>) -> Node {
        *count += 1;
        let name = format!("N{count}");
        let id = Id::slug(&name);
        let (Shape::Leaf((own, locked), _) | Shape::Group((own, locked), _)) = shape;
        points.insert(id, *own);
        if *locked {
            locks.insert(id);
        }
        match shape {
            Shape::Leaf(_, direction) => Node::Criterion(Criterion {
                id,
                name,
                description: String::new(),
                scale: Scale::Measure(Measure { direction: *direction, ..Measure::default() }),
                sources: Vec::new(),
                outranking: Outranking::default(),
                must_have: None,
            }),
            Shape::Group(_, below) => Node::Group(Group {
                id,
                name,
                description: String::new(),
                children: below.iter().map(|shape| grow(shape, count, points, locks)).collect(),
            }),
        }
    }
    let (mut document, mut count) = (Document::default(), 0);
    for shape in shapes {
        let node = grow(shape, &mut count, &mut document.weights, &mut document.locks);
        document.criteria.push(node);
    }
    document
}

fn with_scores(mut document: Document, rows: &[Vec<Option<f64>>]) -> Document {
    let leaves: Vec<Id> = document.leaves().iter().map(|leaf| leaf.id).collect();
    let options = rows.iter().enumerate().map(|(i, row)| {
        let known = leaves.iter().zip(row).filter_map(|(&id, score)| Some((id, Cell::of(Score::Exact((*score)?)))));
        option(&format!("A{i}"), known.collect())
    });
    document.alternatives = options.collect();
    document
}

pub fn option(name: &str, scores: BTreeMap<Id, Cell>) -> Row {
    Row { id: Id::slug(name), name: name.into(), description: String::new(), scores }
}

/// Changes every score, given the criterion that it is on.
pub fn map_scores(document: &mut Document, change: impl Fn(&Criterion, f64) -> f64) {
    let leaves: BTreeMap<Id, Criterion> = document.leaves().into_iter().map(|leaf| (leaf.id, leaf.clone())).collect();
    rows::change(&mut document.alternatives, |option| {
        for (id, cell) in &mut option.scores {
            let Some(Score::Exact(x)) = &mut cell.score else { panic!("only exact scores here") };
            *x = change(&leaves[id], *x);
        }
    });
}

/// The direction of a criterion made by [`documents`].
pub fn direction_mut(criterion: &mut Criterion) -> &mut Direction {
    let Scale::Measure(measure) = &mut criterion.scale else { panic!("only measured criteria here") };
    &mut measure.direction
}

/// Calls `change` on every criterion of the tree.
pub fn each_criterion(nodes: &mut [Node], change: &mut impl FnMut(&mut Criterion)) {
    for node in nodes {
        match node {
            Node::Group(group) => each_criterion(&mut group.children, change),
            Node::Criterion(criterion) => change(criterion),
        }
    }
}
