//! Published and computed cases.

use std::collections::BTreeMap;

use counterpoise::elicit::best_worst::{BestWorst, solve};
use counterpoise::elicit::pairwise::{Comparisons, RANDOM_INDEX, consistency, weights};
use counterpoise::elicit::{critic, entropy, points, rank_order, standard_deviation, swing};
use counterpoise::model::{Direction, Priorities, Problem, RankFormula};
use serde_json::Value;

use crate::close;
use crate::common::problem;

#[test]
fn computed_cases() {
    let mut ran: BTreeMap<&str, usize> = BTreeMap::new();
    let cases = json(include_str!("../golden/cases.json"));
    for case in cases.as_array().unwrap() {
        let method = case["method"].as_str().unwrap();
        let name = case["name"].as_str().unwrap();
        let expected = &case["expected"];
        let tolerance = case.get("tolerance").map_or(1e-9, |tolerance| tolerance.as_f64().unwrap());
        let found = match method {
            "weights: entropy" => entropy::weights(&matrix(case), all(case)),
            "weights: CRITIC (direction-aware)" => critic::weights(&matrix(case), all(case)),
            "weights: CRITIC (directions ignored)" => {
                let mut problem = matrix(case);
                problem.criteria.iter_mut().for_each(|criterion| criterion.direction = Direction::Max);
                critic::weights(&problem, all(case))
            }
            "weights: standard deviation after minmax" => standard_deviation::weights(&matrix(case), all(case)),
            "weights: equal" => points::weights(&vec![1.0; all(case).len()]),
            "rank-order weights: ROC" => ranks(case, RankFormula::Centroid),
            "rank-order weights: RS" => ranks(case, RankFormula::RankSum),
            "rank-order weights: RR" => ranks(case, RankFormula::RankReciprocal),
            "rank-order weights: SR" => ranks(case, RankFormula::SumReciprocal),
            "AHP priorities" => {
                let matrix = pcm(&case["matrix"]);
                let found = consistency(&matrix).unwrap();
                let figures = [found.lambda_max, found.index, found.ratio.unwrap()];
                let figure = |key: &str| expected[key].as_f64().unwrap().max(0.0);
                close(name, &figures, &["lambda_max", "CI", "CR_saaty1980"].map(figure), tolerance);
                let geometric = weights(&matrix, Priorities::GeometricMean).unwrap();
                close(name, &geometric, &numbers(&expected["geometric"]), tolerance);
                weights(&matrix, Priorities::Eigenvector)
            }
            "BWM (linear model)" => {
                let params = &case["params"];
                let solution = best_worst(&params["best_to_others"], &params["others_to_worst"]);
                close(name, &[solution.xi], &[expected["xi"].as_f64().unwrap()], tolerance);
                close(name, &[solution.consistency_ratio], &[expected["input_based_CR"].as_f64().unwrap()], tolerance);
                Ok(solution.weights)
            }
            _ => continue,
        };
        let key = if method == "AHP priorities" { "eigen" } else { "weights" };
        close(name, &found.unwrap(), &numbers(&expected[key]), tolerance);
        *ran.entry(method).or_default() += 1;
    }
    let every_case = [
        ("AHP priorities", 3),
        ("BWM (linear model)", 2),
        ("rank-order weights: ROC", 5),
        ("rank-order weights: RR", 5),
        ("rank-order weights: RS", 5),
        ("rank-order weights: SR", 5),
        ("weights: CRITIC (direction-aware)", 6),
        ("weights: CRITIC (directions ignored)", 6),
        ("weights: entropy", 5),
        ("weights: equal", 6),
        ("weights: standard deviation after minmax", 6),
    ];
    assert_eq!(ran, BTreeMap::from(every_case));
}

/// Barron & Barrett 1996 and the tables that follow them.
#[test]
fn rank_order_tables() {
    let example = worked_example("roc_weights");
    let tables = [
        ("table", RankFormula::Centroid),
        ("rank_sum", RankFormula::RankSum),
        ("rank_reciprocal", RankFormula::RankReciprocal),
    ];
    for (table, formula) in tables {
        for (count, expected) in example[table].as_object().unwrap() {
            let found = rank_order::weights(&vec![1; count.parse().unwrap()], formula).unwrap();
            for (x, y) in found.iter().zip(numbers(expected)) {
                assert!((x - y).abs() < 5.1e-5, "{table} {count}");
            }
        }
    }
}

/// Goodwin & Wright, *Decision analysis for management judgment*, chapter 3.
#[test]
fn the_swings_of_an_office() {
    let example = worked_example("gw_office_smart");
    let found = swing::weights(&numbers(&example["raw_swing"])).unwrap();
    for (weight, percent) in found.iter().zip(numbers(&example["weights_rounded_pct"])) {
        assert!((weight * 100.0 - percent).abs() < 0.51, "{found:?}");
    }
}

/// Saaty 2008 and 1990, and the leader example of the AHP.
#[test]
fn published_priorities() {
    for (id, key) in
        [("saaty_drinks", "weights"), ("saaty_house_1990", "weights"), ("wiki_leader_ahp", "criteria_weights")]
    {
        let example = worked_example(id);
        let matrix = pcm(&example["pcm"]);
        let found = weights(&matrix, Priorities::Eigenvector).unwrap();
        for (x, y) in found.iter().zip(numbers(&example[key])) {
            assert!((x - y).abs() < 1.1e-3, "{id}: {found:?}");
        }
        let ratio = example.get("CR").or(example.get("criteria_CR")).unwrap().as_f64().unwrap();
        assert!((consistency(&matrix).unwrap().ratio.unwrap() - ratio).abs() < 1.1e-3, "{id}");
    }
}

/// The tests of the R package MCDA: cars on three criteria, priorities of priorities.
#[test]
fn priorities_of_priorities() {
    let example = worked_example("r_mcda_ahp");
    let vector = |key: &str| weights(&pcm(&example[key]), Priorities::Eigenvector).unwrap();
    let criteria = vector("criteria");
    let locals = ["style", "reliability", "fuel"].map(vector);
    for (car, name) in ["Corsa", "Clio", "Fiesta", "Sandero"].into_iter().enumerate() {
        let overall: f64 = criteria.iter().zip(&locals).map(|(weight, local)| weight * local[car]).sum();
        assert!((overall - example["overall"][name].as_f64().unwrap()).abs() < 1e-4, "{name} {overall}");
    }
    // Their random index of four is that of Alonso & Lamata 2006.
    let ratio = consistency(&pcm(&example["style"])).unwrap().index / 0.8816;
    assert!((ratio - example["style_consistency"]["CR"].as_f64().unwrap()).abs() < 5.1e-4, "{ratio}");
}

/// Bozóki, Fülöp & Rónyai 2010: the missing comparison is what the others say; they minimise the eigenvalue, here it is
/// least squares of logarithms, which comes near.
#[test]
fn an_incomplete_matrix() {
    let example = worked_example("bozoki_incomplete_pcm");
    let places = ["a", "b", "c", "d"];
    let place = |name: &str| places.iter().position(|known| *known == name).unwrap();
    let ratios: Vec<(usize, usize, f64)> = example["given"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(pair, ratio)| {
            let (one, other) = pair.split_once('/').unwrap();
            (place(one), place(other), ratio.as_f64().unwrap())
        })
        .collect();
    let found = weights(&crate::comparisons(4, &ratios), Priorities::Eigenvector).unwrap();
    for (weight, name) in found.iter().zip(places) {
        assert!((weight - example["weights"][name].as_f64().unwrap()).abs() < 2e-3, "{found:?}");
    }
    let missing = found[2] / found[3];
    assert!((missing - example["missing"]["c/d"].as_f64().unwrap()).abs() < 5e-3, "{missing}");
}

/// Diakoulaki, Mavrotas & Papayannakis 1995.
#[test]
fn critic_of_its_authors() {
    let example = worked_example("critic_diakoulaki");
    let rows: Vec<Vec<f64>> = example["matrix"].as_array().unwrap().iter().map(numbers).collect();
    let found = critic::weights(&problem(&rows, &[1.0; 3], &[Direction::Max; 3]), 0..3).unwrap();
    close("CRITIC", &found, &numbers(&example["weights"]), 1e-7);
}

/// Rezaei 2016.
#[test]
fn modes_of_transport() {
    let example = worked_example("bwm_rezaei_2016");
    let solution = best_worst(&example["BO"], &example["OW"]);
    for (x, y) in solution.weights.iter().zip(numbers(&example["linear"]["weights"])) {
        assert!((x - y).abs() < 5.1e-5, "{solution:?}");
    }
    assert!((solution.xi - example["linear"]["xi"].as_f64().unwrap()).abs() < 5.1e-5);
}

#[test]
fn the_random_index_is_that_of_1980() {
    for (count, expected) in worked_example("random_index")["RI_1980"].as_object().unwrap() {
        assert_eq!(Some(RANDOM_INDEX[count.parse::<usize>().unwrap() - 3]), expected.as_f64());
    }
}

fn best_worst(best_to_others: &Value, others_to_worst: &Value) -> counterpoise::elicit::best_worst::Solution {
    let (best_to_others, others_to_worst) = (numbers(best_to_others), numbers(others_to_worst));
    let one = |grades: &[f64]| grades.iter().position(|grade| (grade - 1.0).abs() < 1e-12).unwrap();
    solve(&BestWorst {
        names: (0..best_to_others.len()).map(|place| place.to_string()).collect(),
        best: one(&best_to_others),
        worst: one(&others_to_worst),
        best_to_others,
        others_to_worst,
    })
    .unwrap()
}

fn ranks(case: &Value, formula: RankFormula) -> Result<Vec<f64>, counterpoise::elicit::ElicitError> {
    let count = usize::try_from(case["params"]["n"].as_u64().unwrap()).unwrap();
    rank_order::weights(&vec![1; count], formula)
}

fn all(case: &Value) -> std::ops::Range<usize> {
    0..case["directions"].as_array().unwrap().len()
}

fn matrix(case: &Value) -> Problem {
    let directions: Vec<Direction> = case["directions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|direction| if direction == "min" { Direction::Min } else { Direction::Max })
        .collect();
    let rows: Vec<Vec<f64>> = case["matrix"].as_array().unwrap().iter().map(numbers).collect();
    problem(&rows, &vec![1.0; directions.len()], &directions)
}

/// A matrix of ratios, some of them written as fractions.
fn pcm(rows: &Value) -> Comparisons {
    let rows = rows.as_array().unwrap();
    let mut comparisons = crate::comparisons(rows.len(), &[]);
    for (i, row) in rows.iter().enumerate() {
        for (j, ratio) in row.as_array().unwrap().iter().enumerate().skip(i + 1) {
            comparisons.set(i, j, number(ratio)).unwrap();
        }
    }
    comparisons
}

fn number(value: &Value) -> f64 {
    let Some(text) = value.as_str() else { return value.as_f64().unwrap() };
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(number).collect()
}

fn worked_example(id: &str) -> Value {
    let examples = json(include_str!("../golden/worked-examples.json"));
    examples.as_array().unwrap().iter().find(|example| example["id"] == id).unwrap().clone()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}
