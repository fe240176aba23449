//! Methods that only compare, and what is said of several rankings: published and computed cases.

use counterpoise::analysis::agreement::correlation::{kendall_tau_a, kendall_tau_b, spearman, weighted_spearman, ws};
use counterpoise::methods::voting::{self, Ballot};
use counterpoise::methods::{
    Better, Evaluation, Method, MethodError, Ranking, Settings, borda, copeland, evaluate, lexicographic, maximin, pugh,
};
use counterpoise::model::{Direction, Problem};
use serde_json::Value;

use crate::cases::{close, computed, numbers, tolerance, worked_example};
use crate::common::problem;

const MAX: Direction = Direction::Max;
const MIN: Direction = Direction::Min;
const GAP: f64 = f64::NAN;

fn cases(method: &str) -> Vec<Value> {
    computed().into_iter().filter(|case| case["method"] == method).collect()
}

fn competition_ranks(scores: &[f64]) -> Vec<f64> {
    let ranking = Ranking::of(scores, Better::Higher);
    (0..scores.len()).map(|i| f64::from(ranking.rank(i))).collect()
}

/// Absolute, since a score may be 0.
fn near(what: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (x, y) in found.iter().zip(expected) {
        assert!((x - y).abs() <= tolerance || x.is_nan() && y.is_nan(), "{what}: {found:?} is not {expected:?}");
    }
}

#[test]
fn computed_rank_aggregation() {
    let cases = cases("rank aggregation: Borda and Copeland");
    assert_eq!(cases.len(), 4);
    for case in cases {
        let rankings = case["params"]["rankings"].as_object().unwrap();
        let ballots: Vec<Ballot> =
            rankings.values().map(|ranks| Ballot { weight: 1.0, ranks: numbers(ranks) }).collect();
        let name = case["name"].as_str().unwrap();
        let expected = |key: &str| numbers(&case["expected"][key]);
        let (borda, copeland) = (voting::borda(&ballots), voting::copeland(&ballots));
        near(name, &borda, &expected("borda_score"), tolerance(&case));
        near(name, &copeland, &expected("copeland_score"), tolerance(&case));
        assert_eq!(competition_ranks(&borda), expected("borda_rank"), "{name}");
        assert_eq!(competition_ranks(&copeland), expected("copeland_rank"), "{name}");
    }
}

#[test]
fn computed_ranking_similarity() {
    let cases = cases("ranking similarity");
    assert_eq!(cases.len(), 6);
    for case in cases {
        let [x, y] = ["x", "y"].map(|side| numbers(&case["params"][side]));
        let found = [
            ("spearman", spearman(&x, &y)),
            ("kendall_tau_a", kendall_tau_a(&x, &y)),
            ("kendall_tau_b", kendall_tau_b(&x, &y)),
            ("weighted_spearman", weighted_spearman(&x, &y)),
            ("ws_xy", ws(&x, &y)),
            ("ws_yx", ws(&y, &x)),
        ];
        assert_eq!(case["expected"].as_object().unwrap().len(), found.len());
        for (measure, number) in found {
            let what = format!("{}: {measure}", case["name"]);
            close(&what, &[number], &[case["expected"][measure].as_f64().unwrap()], tolerance(&case));
        }
    }
}

#[test]
fn rankings_that_tie_all_have_a_similarity() {
    let (tied, clear) = ([2.0, 2.0, 2.0], [1.0, 2.0, 3.0]);
    for measure in [spearman, kendall_tau_b] {
        let found = [measure(&tied, &tied), measure(&tied, &clear), measure(&clear, &tied)];
        near("divides by the spread", &found, &[1.0, 0.0, 0.0], 0.0);
    }
    near("tau-a", &[kendall_tau_a(&tied, &tied), kendall_tau_a(&tied, &clear)], &[0.0, 0.0], 0.0);
    near("itself", &[weighted_spearman(&tied, &tied), ws(&tied, &tied)], &[1.0, 1.0], 0.0);
    for measure in [spearman, kendall_tau_a, kendall_tau_b, weighted_spearman, ws] {
        near("no pair", &[measure(&[], &[]), measure(&[1.0], &[1.0])], &[1.0, 1.0], 0.0);
        assert!(measure(&tied, &clear).is_finite());
    }
}

/// The vote on a capital of Tennessee: cities are the options, and the four groups of voters weighted criteria.
#[test]
fn tennessee() {
    let example = worked_example("tennessee_vote");
    let cities: Vec<&str> = example["borda"].as_object().unwrap().keys().map(String::as_str).collect();
    let place =
        |city: &str, ballot: &Value| f64::from(u8::try_from(ballot[1].as_str().unwrap().find(city).unwrap()).unwrap());
    let ballots = example["ballots"].as_array().unwrap();
    let rows: Vec<Vec<f64>> =
        cities.iter().map(|city| ballots.iter().map(|ballot| place(city, ballot)).collect()).collect();
    let voters: Vec<f64> = ballots.iter().map(|ballot| ballot[0].as_f64().unwrap()).collect();
    let expected =
        |rule: &str| -> Vec<f64> { cities.iter().map(|city| example[rule][*city].as_f64().unwrap()).collect() };

    let voices: f64 = voters.iter().sum();
    let weights: Vec<f64> = voters.iter().map(|voters| voters / voices).collect();
    let problem = problem(&rows, &weights, &[MIN; 4]);
    let points: Vec<f64> = scores(&borda::METHOD, &problem).iter().map(|score| score * voices).collect();
    near("Borda", &points, &expected("borda"), 1e-9);
    near("Copeland", &scores(&copeland::METHOD, &problem), &expected("copeland_wins_minus_losses"), 0.0);

    let ballots: Vec<Ballot> = voting::criteria(&problem);
    let ballots: Vec<Ballot> =
        ballots.into_iter().zip(&voters).map(|(ballot, &weight)| Ballot { weight, ..ballot }).collect();
    near("Borda", &voting::borda(&ballots), &expected("borda"), 0.0);
}

fn ask(method: &'static Method, problem: &Problem) -> Evaluation {
    evaluate(problem, &Settings::of(method)).unwrap()
}

fn scores(method: &'static Method, problem: &Problem) -> Vec<f64> {
    ask(method, problem).scores
}

/// Three options on three criteria, of which the second has a gap, and one option without any score.
fn with_gaps() -> Problem {
    let rows = [vec![1.0, 5.0, 1.0], vec![2.0, GAP, 2.0], vec![3.0, 4.0, 2.0], vec![GAP; 3]];
    problem(&rows, &[0.5, 0.3, 0.2], &[MAX, MIN, MAX])
}

#[test]
fn what_is_missing_counts_neither_as_good_nor_as_bad() {
    let problem = with_gaps();
    let whole = 0.7;
    // On the first criterion 0, 1, 2 of two others, stretched to three; on the second 0 and 1 of one; on the third 0 and
    // one and a half.
    let points = [0.0, (0.5 * 1.5 + 0.2 * 2.25) / whole, 0.5 * 3.0 + 0.3 * 3.0 + 0.2 * 2.25, GAP];
    near("borda", &scores(&borda::METHOD, &problem), &points, 1e-12);
    near("copeland", &scores(&copeland::METHOD, &problem), &[-2.0, 0.0, 2.0, GAP], 0.0);
    near("lexicographic", &scores(&lexicographic::METHOD, &problem), &[0.5, 1.5, 2.5, GAP], 0.0);
    for method in [&borda::METHOD, &copeland::METHOD, &lexicographic::METHOD, &maximin::METHOD] {
        let coverage = ask(method, &problem).coverage;
        near(method.id, &[0, 1, 2, 3].map(|i| coverage[i]), &[1.0, whole, 1.0, 0.0], 1e-12);
    }
}

#[test]
fn equal_weight_on_either_side_is_a_draw() {
    // 0.1 + 0.2 is a little more than 0.3 to the computer.
    let rows = [vec![2.0, 2.0, 1.0, 1.0], vec![1.0, 1.0, 2.0, 1.0]];
    let mut problem = problem(&rows, &[0.1, 0.2, 0.3, 0.4], &[MAX; 4]);
    assert_eq!(scores(&copeland::METHOD, &problem), [0.0, 0.0]);
    problem.baseline = Some(1);
    assert_eq!(ask(&pugh::METHOD, &problem).ranking.winners(), [0, 1]);
}

#[test]
fn lexicographic_order_looks_further_only_where_it_must() {
    let rows =
        [vec![9.0, 1.0, 3.0], vec![1.0, 2.0, 3.0], vec![2.0, 2.0, 2.0], vec![2.0, 2.0, 2.0], vec![1.0, 2.0, 4.0]];
    let by = |weights: &[f64; 3]| scores(&lexicographic::METHOD, &problem(&rows, weights, &[MAX, MAX, MIN]));
    assert_eq!(by(&[0.2, 0.5, 0.3]), [0.0, 2.0, 3.5, 3.5, 1.0]);
    // Of criteria of equal weight the first in the document goes first; one without weight has no say.
    assert_eq!(by(&[0.5, 0.5, 0.0]), [4.0, 0.5, 2.5, 2.5, 0.5]);
}

#[test]
fn maximin_goes_by_the_worst_weighted_value() {
    // Values as they stand.
    let rows = [vec![0.9, 0.2], vec![0.5, 0.6], vec![0.8, GAP], vec![GAP, GAP]];
    let of = |weights: &[f64]| scores(&maximin::METHOD, &problem(&rows, weights, &[MAX; 2]));
    near("even", &of(&[0.5, 0.5]), &[0.1, 0.25, 0.8, GAP], 1e-15);
    near("uneven", &of(&[0.9, 0.1]), &[0.02, 0.06, 0.8, GAP], 1e-15);
    near("one", &of(&[1.0, 0.0]), &[0.9, 0.5, 0.8, GAP], 0.0);
}

#[test]
fn pugh_compares_with_the_baseline() {
    let rows = [vec![4.0, 7.0, 1.0], vec![3.0, 5.0, 1.0], vec![5.0, 9.0, GAP], vec![GAP, GAP, 3.0]];
    let mut problem = problem(&rows, &[0.5, 0.3, 0.2], &[MAX, Direction::Target(6.0), MAX]);
    let without = evaluate(&problem, &Settings::of(&pugh::METHOD));
    assert_eq!(without, Err(MethodError::NeedsBaseline { method: "pugh" }));
    problem.baseline = Some(0);
    let result = ask(&pugh::METHOD, &problem);
    near("scores", &result.scores, &[0.0, -0.5, (0.5 - 0.3) / 0.8, 1.0], 1e-12);
    near("coverage", &[0, 1, 2, 3].map(|i| result.coverage[i]), &[1.0, 1.0, 0.8, 0.2], 1e-12);
    // What the baseline lacks cannot be compared with.
    problem.baseline = Some(2);
    let result = ask(&pugh::METHOD, &problem);
    near("scores", &result.scores, &[(0.3 - 0.5) / 0.8, (0.3 - 0.5) / 0.8, 0.0, GAP], 1e-12);
    near("coverage", &[0, 3].map(|i| result.coverage[i]), &[0.8, 0.0], 1e-12);
}
