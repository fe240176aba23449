//! What is written reads back.

use counterpoise::files::{self, Format};
use counterpoise::model::{Direction, Document, Ends, Node, Points, Scale, Score, violations};
use proptest::prelude::*;

use crate::documents::document;
use crate::parse;

proptest! {
    #[test]
    fn the_generator_makes_valid_documents(document in document()) {
        prop_assert_eq!(violations(&document), vec![]);
    }

    #[test]
    fn ron_and_json_keep_everything(document in document()) {
        for format in [Format::Ron, Format::Json] {
            let text = files::to_string(&document, format).unwrap();
            let back = parse(&text, format);
            prop_assert_eq!(&back, &document);
            prop_assert_eq!(files::to_string(&back, format).unwrap(), text);
        }
    }

    #[test]
    fn csv_keeps_what_it_has_room_for(document in document()) {
        prop_assume!(!document.leaves().is_empty());
        for format in [Format::Csv, Format::Tsv] {
            let text = files::to_string(&document, format).unwrap();
            let back = parse(&text, format);
            let (columns, columns_back) = (columns(&document), columns(&back));
            prop_assert_eq!(columns.len(), columns_back.len());
            for (column, back) in columns.iter().zip(&columns_back) {
                prop_assert!((column.weight - back.weight).abs() < 1e-12, "{:?} {:?}\n{}", column, back, text);
                prop_assert_eq!(Column { weight: 0.0, ..column.clone() }, Column { weight: 0.0, ..back.clone() });
            }
            let names = |document: &Document| -> Vec<String> {
                document.alternatives.iter().map(|alternative| alternative.name.clone()).collect()
            };
            prop_assert_eq!(names(&document), names(&back));
            // What went through once goes through again without a change, but for the last digit of the weights.
            let again = parse(&files::to_string(&back, format).unwrap(), format);
            prop_assert_eq!(Document { weights: Points::new(), ..again }, Document { weights: Points::new(), ..back });
        }
    }
}

/// What decision CSV says about a criterion.
#[derive(Clone, Debug, PartialEq)]
struct Column {
    name: String,
    path: Vec<String>,
    weight: f64,
    direction: Direction,
    unit: String,
    ends: Option<Ends>,
    levels: Vec<(String, f64)>,
    points: String,
    outranking: String,
    scores: Vec<Option<Value>>,
}

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Level(String),
    Number(Score),
}

fn columns(document: &Document) -> Vec<Column> {
    fn paths(nodes: &[Node], path: &[String], found: &mut Vec<Vec<String>>) {
        for node in nodes {
            match node {
                Node::Criterion(_) => found.push(path.to_vec()),
                Node::Group(group) => {
                    paths(&group.children, &[path, std::slice::from_ref(&group.name)].concat(), found);
                }
            }
        }
    }
    let mut all_paths = Vec::new();
    paths(&document.criteria, &[], &mut all_paths);
    let shares = document.outline().shares(&document.weights);
    let leaves = document.leaves().into_iter().zip(all_paths).zip(shares);
    let column = |((leaf, path), weight): ((&counterpoise::model::Criterion, Vec<String>), f64)| {
        let score = |score| match score {
            Score::Level(id) => Value::Level(leaf.scale.level(id).unwrap().name),
            number => Value::Number(number),
        };
        let scores = (0..document.alternatives.len()).map(|row| document.alternatives.score(row, leaf.id).map(score));
        Column {
            name: leaf.name.clone(),
            path,
            weight,
            direction: leaf.scale.direction(),
            unit: leaf.scale.unit().into(),
            ends: leaf.scale.ends(),
            levels: leaf.scale.levels().into_iter().map(|level| (level.name, level.value)).collect(),
            points: match &leaf.scale {
                Scale::Measure(measure) => format!("{:?}", measure.value),
                _ => "Linear".into(),
            },
            outranking: format!("{:?}", leaf.outranking),
            scores: scores.collect(),
        }
    };
    leaves.map(column).collect()
}
