//! What must hold of every method, whatever it computes.
//!
//! A method that by its own definition cannot keep one of these stands in a list below, with the reason.

#[path = "../common/documents.rs"]
mod documents;

use counterpoise::methods::{self, Evaluation, Method, Normalization, Settings, evaluate};
use counterpoise::model::{
    Cell, Criterion, Direction, Document, Ends, Id, Measure, Node, Outranking, Problem, Scale, Score,
};
use proptest::prelude::*;

use crate::common::{option, problem};

/// Methods that may rank an option behind one that it dominates, each with its counter-example.
const BLIND_TO_DOMINANCE: [&str; 0] = [];

/// Methods whose ranking hangs on the order in which options or criteria are written down.
const MINDS_THE_ORDER: [&str; 1] = [
    "lexicographic", // of criteria with the same weight the first decides: (1, 2) and (2, 1) change places with them
];

/// Methods that promise the same scores in any unit of a criterion, as long as its zero stays.
const FREE_OF_UNITS: [&str; 9] = [
    "weighted-sum", // by the value functions, whose ends move with the unit
    "weighted-product",
    "topsis",
    "vikor",
    "copras",
    "moora",
    "multimoora",
    "waspas",
    "aras",
];

/// A complete matrix of scores above 0, with what any method may need: fixed ranges, a baseline.
#[derive(Clone, Debug)]
struct Matrix {
    /// Options; their scores are 1 to 100 before the unit is applied.
    rows: Vec<(String, Vec<f64>)>,
    criteria: Vec<Column>,
    baseline: String,
}

#[derive(Clone, Debug)]
struct Column {
    name: String,
    points: f64,
    is_cost: bool,
    unit: f64,
}

impl Matrix {
    fn problem(&self) -> Problem {
        let mut document = Document::default();
        for Column { name, points, is_cost, unit } in &self.criteria {
            let (low, high) = (0.0, 101.0 * unit);
            let range = if *is_cost { Ends { worst: high, best: low } } else { Ends { worst: low, best: high } };
            let direction = if *is_cost { Direction::Min } else { Direction::Max };
            let id = Id::slug(name);
            document.weights.insert(id, *points);
            document.criteria.push(Node::Criterion(Criterion {
                id,
                name: name.clone(),
                description: String::new(),
                scale: Scale::Measure(Measure { direction, range: Some(range), ..Measure::default() }),
                sources: Vec::new(),
                outranking: Outranking::default(),
                must_have: None,
            }));
        }
        for (name, scores) in &self.rows {
            let cells = self.criteria.iter().zip(scores);
            let cells =
                cells.map(|(column, x)| (Id::slug(&column.name), Cell::of(Score::Exact(x * column.unit)))).collect();
            document.alternatives.push(option(name, cells));
        }
        document.baseline = Some(Id::slug(&self.baseline));
        Problem::of(&document)
    }

    fn evaluate(&self, method: &'static Method) -> Evaluation {
        evaluate(&self.problem(), &Settings::of(method)).unwrap()
    }
}

fn matrices() -> impl Strategy<Value = Matrix> {
    let column = (1_u32..=20, any::<bool>());
    (1_usize..7, prop::collection::vec(column, 1..6)).prop_flat_map(|(rows, columns)| {
        let row = prop::collection::vec((1_u32..=100).prop_map(f64::from), columns.len());
        let columns = columns.into_iter().enumerate().map(|(j, (points, is_cost))| Column {
            name: format!("C{j}"),
            points: f64::from(points),
            is_cost,
            unit: 1.0,
        });
        let criteria: Vec<Column> = columns.collect();
        prop::collection::vec(row, rows).prop_map(move |rows| Matrix {
            rows: rows.into_iter().enumerate().map(|(i, scores)| (format!("A{i}"), scores)).collect(),
            criteria: criteria.clone(),
            baseline: "A0".into(),
        })
    })
}

fn method() -> impl Strategy<Value = &'static Method> {
    prop::sample::select(methods::ALL.to_vec())
}

/// The same scores but for rounding, and the same order wherever more than rounding tells options apart. `place` says where
/// an option of `one` stands in `other`.
fn same(one: &Evaluation, other: &Evaluation, place: impl Fn(usize) -> usize) -> Result<(), TestCaseError> {
    let largest = one.scores.iter().fold(1e-3, |largest, score| score.abs().max(largest));
    let is_close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * largest;
    for (i, &score) in one.scores.iter().enumerate() {
        prop_assert!(is_close(score, other.scores[place(i)]), "{:?} became {:?}", one.scores, other.scores);
        for (j, &rival) in one.scores.iter().enumerate().filter(|(_, rival)| !is_close(score, **rival)) {
            let is_before = one.ranking.rank(i) < one.ranking.rank(j);
            let is_still_before = other.ranking.rank(place(i)) < other.ranking.rank(place(j));
            prop_assert_eq!(is_before, is_still_before, "{} and {}", score, rival);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn scores_are_finite(matrix in matrices(), method in method()) {
        let result = matrix.evaluate(method);
        prop_assert!(result.scores.iter().all(|score| score.is_finite()), "{:?}", result.scores);
        prop_assert_eq!(result.coverage.least().to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn the_order_of_options_and_criteria_does_not_matter(
        (matrix, rows, columns) in matrices().prop_flat_map(|matrix| {
            let rows: Vec<usize> = (0..matrix.rows.len()).collect();
            let columns: Vec<usize> = (0..matrix.criteria.len()).collect();
            (Just(matrix), Just(rows).prop_shuffle(), Just(columns).prop_shuffle())
        }),
        method in method(),
    ) {
        prop_assume!(!MINDS_THE_ORDER.contains(&method.id));
        let mut other = matrix.clone();
        other.criteria = columns.iter().map(|&j| matrix.criteria[j].clone()).collect();
        let shuffled = |(name, row): &(String, Vec<f64>)| (name.clone(), columns.iter().map(|&j| row[j]).collect());
        other.rows = rows.iter().map(|&i| shuffled(&matrix.rows[i])).collect();
        let place = |i: usize| rows.iter().position(|&from| from == i).unwrap();
        same(&matrix.evaluate(method), &other.evaluate(method), place)?;
    }

    #[test]
    fn the_unit_does_not_matter_where_that_is_promised(
        matrix in matrices(),
        units in prop::collection::vec(prop::sample::select(vec![1e-6, 0.3048, 1.0, 3.6, 1000.0]), 6),
        method in prop::sample::select(FREE_OF_UNITS.to_vec()),
    ) {
        let method = methods::find(method).unwrap();
        let mut other = matrix.clone();
        for (column, unit) in other.criteria.iter_mut().zip(units) {
            column.unit = unit;
        }
        same(&matrix.evaluate(method), &other.evaluate(method), |i| i)?;
    }

    #[test]
    fn a_dominating_option_never_ranks_behind(
        mut matrix in matrices(),
        gains in prop::collection::vec((0_i32..40).prop_map(|gain| f64::from((gain - 20).max(0))), 6),
        at: prop::sample::Index,
        first: bool,
        method in method(),
    ) {
        prop_assume!(!BLIND_TO_DOMINANCE.contains(&method.id));
        let (worse, scores) = matrix.rows[at.index(matrix.rows.len())].clone();
        let parts = scores.iter().zip(&gains).zip(&matrix.criteria);
        let better = parts.map(|((x, gain), column)| if column.is_cost { (x - gain).max(1.0) } else { (x + gain).min(100.0) });
        let better = ("better".to_owned(), better.collect());
        matrix.rows.insert(if first { 0 } else { matrix.rows.len() }, better);
        let result = matrix.evaluate(method);
        let rank = |name: &str| result.ranking.rank(matrix.rows.iter().position(|(known, _)| known == name).unwrap());
        prop_assert!(rank("better") <= rank(&worse), "{:?}", result.scores);
    }

    #[test]
    fn equal_options_share_their_rank(mut matrix in matrices(), at: prop::sample::Index, method in method()) {
        let at = at.index(matrix.rows.len());
        let twin = ("twin".to_owned(), matrix.rows[at].1.clone());
        matrix.rows.push(twin);
        let result = matrix.evaluate(method);
        prop_assert_eq!(result.ranking.rank(at), result.ranking.rank(matrix.rows.len() - 1), "{:?}", result.scores);
    }
}

proptest! {
    // Documents with all that a document may hold take long to think of.
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn any_document_gets_scores_or_a_reason(document in documents::document()) {
        let problem = Problem::of(&document);
        for method in methods::ALL {
            for &normalization in method.normalizations {
                let settings = Settings { normalization: Some(normalization), ..Settings::of(method) };
                let Ok(result) = evaluate(&problem, &settings) else { continue };
                for (i, score) in result.scores.iter().enumerate() {
                    let is_known = result.coverage[i] > 0.0;
                    prop_assert_eq!(score.is_nan(), !is_known, "{} {}: {:?}", method, normalization, result.scores);
                }
            }
        }
    }
}

#[test]
fn the_unit_matters_where_nothing_is_promised() {
    let settings = Settings { normalization: Some(Normalization::None), ..Settings::default() };
    let winners = |kilometres: [f64; 2]| {
        let rows = [vec![kilometres[0], 5.0], vec![kilometres[1], 9.0]];
        let problem = problem(&rows, &[0.5, 0.5], &[Direction::Max, Direction::Max]);
        evaluate(&problem, &settings).unwrap().ranking.winners().to_vec()
    };
    assert_eq!(winners([3.0, 1.0]), [1]);
    assert_eq!(winners([3000.0, 1000.0]), [0]);
}

#[test]
fn lists_name_methods_that_exist() {
    let listed = FREE_OF_UNITS.iter().chain(&BLIND_TO_DOMINANCE).chain(&MINDS_THE_ORDER);
    listed.for_each(|id| assert!(methods::find(id).is_some(), "{id}"));
}
