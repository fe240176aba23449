//! What must hold of PROMETHEE and ELECTRE whatever the decision.

use counterpoise::methods::promethee::gaia::Plane;
use counterpoise::methods::promethee::{self, Flows};
use counterpoise::methods::{
    Detail, DetailValue, Evaluation, Method, MethodError, Normalization, Settings, electre, evaluate,
};
use counterpoise::model::{Columns, Direction, Outranking, Preference, Problem};
use proptest::prelude::*;

use crate::common::problem;

static METHODS: [&Method; 4] =
    [&promethee::ii::METHOD, &promethee::i::METHOD, &electre::i::METHOD, &electre::iii::METHOD];

fn run(problem: &Problem, method: &'static Method) -> Evaluation {
    evaluate(problem, &Settings::of(method)).unwrap()
}

/// Scores of few digits, so that ties and differences equal to a threshold are frequent.
fn score() -> impl Strategy<Value = f64> {
    prop_oneof![(0_i32..40).prop_map(|x| f64::from(x) / 4.0), 0.0..10.0]
}

fn thresholds() -> impl Strategy<Value = Outranking> {
    let threshold = || (0_i32..20).prop_map(|x| f64::from(x) / 4.0);
    let preference = prop::sample::select(Preference::ALL.to_vec());
    let veto = prop::option::of(threshold());
    (preference, threshold(), threshold(), threshold(), veto).prop_map(|(preference, q, more, s, veto)| Outranking {
        preference,
        q: Some(q),
        p: Some(q + more),
        s: Some(s),
        veto: veto.map(|veto| q + more + veto),
    })
}

/// Up to six criteria and up to `options` options; with gaps or without.
fn problems(options: usize, known: f64) -> impl Strategy<Value = Problem> {
    let direction = prop_oneof![Just(Direction::Max), Just(Direction::Min), score().prop_map(Direction::Target)];
    let criterion = (direction, thresholds(), prop_oneof![1 => Just(0.0), 6 => 0.1..1.0_f64]);
    (prop::collection::vec(criterion, 1..6), 1..=options).prop_flat_map(move |(criteria, options)| {
        let score = (score(), 0.0..1.0_f64).prop_map(move |(x, luck)| if luck < known { x } else { f64::NAN });
        let row = prop::collection::vec(score, criteria.len());
        prop::collection::vec(row, options).prop_map(move |rows| {
            let total: f64 = criteria.iter().map(|(_, _, weight)| weight).sum::<f64>().max(1e-9);
            let weights: Vec<f64> = criteria.iter().map(|(_, _, weight)| weight / total).collect();
            let directions: Vec<Direction> = criteria.iter().map(|&(direction, _, _)| direction).collect();
            let mut problem = problem(&rows, &weights, &directions);
            for (criterion, (_, thresholds, _)) in problem.criteria.iter_mut().zip(&criteria) {
                criterion.outranking = *thresholds;
            }
            problem
        })
    })
}

/// The problem with other rows, each from a row of the old one.
fn with_rows(problem: &Problem, rows: &[usize]) -> Problem {
    let column = |column: &[f64]| rows.iter().map(|&row| column[row]).collect::<Vec<_>>();
    let columns = |columns: &Columns| Columns::new(rows.len(), columns.iter().flat_map(column).collect());
    Problem {
        alternatives: rows.iter().map(|row| format!("A{row}")).collect(),
        scores: columns(&problem.scores),
        values: columns(&problem.values),
        ..problem.clone()
    }
}

/// The problem with other scores, given the place of the criterion, its direction, and the row.
fn with_scores(problem: &Problem, change: impl Fn(usize, Direction, usize, f64) -> f64) -> Problem {
    let mut data = Vec::new();
    for (at, (criterion, column)) in problem.criteria.iter().zip(problem.scores.iter()).enumerate() {
        data.extend(column.iter().enumerate().map(|(row, &x)| change(at, criterion.direction, row, x)));
    }
    let scores = Columns::new(problem.scores.rows(), data);
    Problem { values: scores.clone(), scores, ..problem.clone() }
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance || a.is_nan() && b.is_nan()
}

/// Flows from the definition, pair by pair.
fn flows_by_pairs(problem: &Problem) -> (Vec<f64>, Vec<f64>) {
    let scores = problem.monotone_scores();
    let options = problem.alternatives.len();
    let preference = |a: usize, b: usize| {
        let (mut sum, mut weight) = (0.0, 0.0);
        for (j, criterion) in problem.criteria.iter().enumerate() {
            let lead = scores.get(a, j) - scores.get(b, j);
            let lead = if criterion.direction.is_cost() { -lead } else { lead };
            if !lead.is_nan() {
                sum += problem.weights[j] * preference(&criterion.outranking, lead);
                weight += problem.weights[j];
            }
        }
        if weight > 0.0 { sum / weight } else { 0.0 }
    };
    #[expect(clippy::cast_precision_loss, reason = "few options")]
    let others = (options - 1).max(1) as f64;
    let is_scored =
        |a: usize| (0..problem.weights.len()).any(|j| problem.weights[j] > 0.0 && !scores.get(a, j).is_nan());
    let flow = |a: usize, sum: f64| if is_scored(a) { sum / others } else { f64::NAN };
    let plus = (0..options).map(|a| flow(a, (0..options).map(|b| preference(a, b)).sum()));
    let minus = (0..options).map(|a| flow(a, (0..options).map(|b| preference(b, a)).sum()));
    (plus.collect(), minus.collect())
}

/// The preference functions as they are printed; what rounding adds to a threshold is not above it.
fn preference(thresholds: &Outranking, lead: f64) -> f64 {
    let [q, p, s] = [thresholds.q, thresholds.p, thresholds.s].map(Option::unwrap);
    let above = |threshold: f64| if lead > threshold + threshold / 1e9 { 1.0 } else { 0.0 };
    match thresholds.preference {
        _ if lead <= 0.0 => 0.0,
        Preference::Usual => 1.0,
        Preference::UShape => above(q),
        Preference::Level => f64::midpoint(above(q), above(p)),
        Preference::VShape if lead >= p => 1.0,
        Preference::VShape => lead / p,
        Preference::Linear if lead <= q => 0.0,
        Preference::Linear if p <= q => above(q),
        Preference::Linear if lead >= p => 1.0,
        Preference::Linear => (lead - q) / (p - q),
        Preference::Gaussian => 1.0 - (-lead * lead / (2.0 * s * s)).exp(),
    }
}

fn agrees_with_pairs(problem: &Problem) -> Result<(), TestCaseError> {
    let flows = Flows::of(problem).unwrap();
    let (plus, minus) = flows_by_pairs(problem);
    for (found, expected) in flows.plus.iter().chain(&flows.minus).zip(plus.iter().chain(&minus)) {
        prop_assert!(close(*found, *expected, 1e-12), "{found} is not {expected}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn flows_are_those_of_the_pairs(problem in problems(40, 1.0)) {
        agrees_with_pairs(&problem)?;
    }

    #[test]
    fn flows_are_those_of_the_pairs_where_scores_are_missing(problem in problems(12, 0.7)) {
        agrees_with_pairs(&problem)?;
    }

    #[test]
    fn net_flows_sum_to_nothing(problem in problems(12, 0.8)) {
        let sum: f64 = Flows::of(&problem).unwrap().net().iter().filter(|net| !net.is_nan()).sum();
        prop_assert!(sum.abs() <= 1e-12, "{sum}");
    }

    #[test]
    fn the_order_of_options_does_not_matter(problem in problems(8, 0.9)) {
        let last = problem.alternatives.len() - 1;
        let backwards: Vec<usize> = (0..=last).rev().collect();
        for method in METHODS {
            let (one, other) = (run(&problem, method), run(&with_rows(&problem, &backwards), method));
            for i in 0..=last {
                prop_assert!(close(one.scores[i], other.scores[last - i], 1e-12), "{method}");
                prop_assert_eq!(one.ranking.label(i), other.ranking.label(last - i), "{}", method);
            }
        }
    }

    #[test]
    fn the_order_of_criteria_does_not_matter(problem in problems(8, 0.9)) {
        let mut other = problem.clone();
        other.criteria.reverse();
        other.weights.reverse();
        let data = |columns: &Columns| {
            let columns: Vec<&[f64]> = columns.iter().collect();
            columns.into_iter().rev().flatten().copied().collect::<Vec<f64>>()
        };
        other.scores = Columns::new(problem.alternatives.len(), data(&problem.scores));
        other.values = other.scores.clone();
        for method in METHODS {
            let (one, other) = (run(&problem, method), run(&other, method));
            for (a, b) in one.scores.iter().zip(&other.scores) {
                prop_assert!(close(*a, *b, 1e-12), "{method}: {a} became {b}");
            }
            prop_assert_eq!(one.ranking, other.ranking, "{}", method);
        }
    }

    #[test]
    fn the_unit_of_a_criterion_does_not_matter(problem in problems(8, 0.9), unit in prop::sample::select(vec![0.125, 3.7, 1e9])) {
        // Distances from a target are rounded in every unit anew, and those that tie in one need not in another.
        let has_unit = |direction| !matches!(direction, Direction::Target(_));
        let mut other = with_scores(&problem, |_, direction, _, x| if has_unit(direction) { x * unit } else { x });
        for criterion in other.criteria.iter_mut().filter(|criterion| has_unit(criterion.direction)) {
            let scaled = |threshold: Option<f64>| threshold.map(|threshold| threshold * unit);
            let Outranking { preference, q, p, s, veto } = criterion.outranking;
            criterion.outranking =
                Outranking { preference, q: scaled(q), p: scaled(p), s: scaled(s), veto: scaled(veto) };
        }
        for method in METHODS {
            // Without a normalisation discordance compares ranges in whatever unit they come.
            let normalization = (*method == electre::i::METHOD).then_some(Normalization::MinMax);
            let settings = Settings { normalization, ..Settings::of(method) };
            let (one, other) = (evaluate(&problem, &settings).unwrap(), evaluate(&other, &settings).unwrap());
            for (a, b) in one.scores.iter().zip(&other.scores) {
                prop_assert!(close(*a, *b, 1e-9), "{method}: {a} became {b}");
            }
        }
    }

    #[test]
    fn a_dominated_option_never_ranks_above_its_dominator(problem in problems(8, 0.9), losses in prop::collection::vec(0.0..4.0_f64, 6)) {
        // The first option without gaps, and the last a copy of it that is no better anywhere.
        let rows: Vec<usize> = (0..problem.alternatives.len()).chain([0]).collect();
        let last = rows.len() - 1;
        let problem = with_scores(&with_rows(&problem, &rows), |at, direction, row, x| {
            let x = if x.is_nan() && (row == 0 || row == last) { 5.0 } else { x };
            let loss = if row == last { f64::max(losses[at] - 2.0, 0.0) } else { 0.0 };
            match direction {
                Direction::Max => x - loss,
                Direction::Min => x + loss,
                Direction::Target(target) => x + loss.copysign(x - target),
            }
        });
        for method in METHODS {
            let result = run(&problem, method);
            prop_assert!(result.ranking.rank(0) <= result.ranking.rank(last), "{method}: {:?}", result.scores);
        }
    }

    #[test]
    fn what_is_alike_ties(problem in problems(8, 0.8), again in 0..8_usize) {
        let again = again % problem.alternatives.len();
        let rows: Vec<usize> = (0..problem.alternatives.len()).chain([again]).collect();
        let problem = with_rows(&problem, &rows);
        for method in METHODS {
            let result = run(&problem, method);
            prop_assert_eq!(result.ranking.label(again), result.ranking.label(rows.len() - 1), "{}", method);
        }
    }

    #[test]
    fn the_plane_shows_what_it_says(problem in problems(12, 0.9)) {
        let plane = Plane::of(&problem).unwrap();
        prop_assert!((0.0..=1.0).contains(&plane.delta));
        prop_assert!(plane.axis.0 >= 0.0 && plane.axis.1 >= 0.0);
        let spread = |of: fn(&(f64, f64)) -> f64| plane.options.iter().map(|option| of(option).powi(2)).sum::<f64>();
        let (along_x, along_y) = (spread(|option| option.0), spread(|option| option.1));
        prop_assert!(along_x >= along_y - 1e-9, "{along_x} is less than {along_y}");
        // The middle of the options is the middle of the plane.
        let middle = plane.options.iter().fold((0.0, 0.0), |(x, y), option| (x + option.0, y + option.1));
        prop_assert!(middle.0.abs() <= 1e-9 && middle.1.abs() <= 1e-9, "{middle:?}");
    }
}

#[test]
fn many_options_have_the_flows_of_the_pairs() {
    let mut rows = Vec::new();
    let mut x = 0.5;
    for _ in 0..700 {
        let row = (0..6).map(|_| {
            // The logistic map: no two runs of it are alike, and no two of its numbers.
            x = 3.99 * x * (1.0 - x);
            x * 100.0
        });
        rows.push(row.collect::<Vec<f64>>());
    }
    let mut problem = problem(&rows, &[1.0 / 6.0; 6], &[Direction::Max; 6]);
    for (criterion, preference) in problem.criteria.iter_mut().zip(Preference::ALL) {
        criterion.outranking =
            Outranking { preference, q: Some(5.0), p: Some(30.0), s: Some(8.0), ..Outranking::default() };
    }
    agrees_with_pairs(&problem).unwrap();
}

#[test]
fn decimal_fractions_are_taken_as_they_are_written() {
    // In binary 0.9 - 0.7 is more than 0.2.
    let mut problem = problem(&[vec![0.9], vec![0.7]], &[1.0], &[Direction::Max]);
    problem.criteria[0].outranking =
        Outranking { preference: Preference::UShape, q: Some(0.2), ..Outranking::default() };
    assert_eq!(run(&problem, &promethee::ii::METHOD).scores, [0.0, 0.0]);
}

#[test]
fn thresholds_that_cannot_be_are_errors() {
    let set = |outranking| {
        let mut problem = problem(&[vec![1.0], vec![2.0]], &[1.0], &[Direction::Max]);
        problem.criteria[0].outranking = outranking;
        problem
    };
    let refused = |outranking, method| evaluate(&set(outranking), &Settings::of(method)).unwrap_err().to_string();
    let linear = Outranking { preference: Preference::Linear, ..Outranking::default() };
    assert_eq!(
        refused(linear, &promethee::ii::METHOD),
        "C1: its preference function linear needs the threshold p, which promethee-ii cannot guess; give it, or use the \
         preference function usual"
    );
    assert_eq!(
        refused(Outranking { q: Some(5.0), p: Some(3.0), ..linear }, &promethee::i::METHOD),
        "C1: the threshold q is 5, above p, which is 3; promethee-i needs p to be no less than q, so change one of them"
    );
    assert_eq!(
        refused(Outranking { q: Some(5.0), veto: Some(3.0), ..Outranking::default() }, &electre::iii::METHOD),
        "C1: the threshold q is 5, above veto, which is 3; electre-iii needs veto to be no less than q, so change one of \
         them"
    );
    // A threshold that the function does not take is not looked at.
    let u_shape = Outranking { preference: Preference::UShape, q: Some(5.0), p: Some(0.0), ..Outranking::default() };
    assert_eq!(run(&set(u_shape), &promethee::ii::METHOD).scores, [0.0, 0.0]);
    assert!(matches!(Plane::of(&set(linear)), Err(MethodError::NeedsThreshold { .. })));
}

#[test]
fn pairs_of_many_options_are_refused_and_net_flows_are_not() {
    let rows: Vec<Vec<f64>> = (0..2_001).map(|x| vec![f64::from(x)]).collect();
    let problem = problem(&rows, &[1.0], &[Direction::Max]);
    for method in [&promethee::i::METHOD, &electre::i::METHOD, &electre::iii::METHOD] {
        let refused = evaluate(&problem, &Settings::of(method)).unwrap_err();
        assert!(matches!(refused, MethodError::TooManyOptions { options: 2_001, limit: 2_000, .. }), "{refused}");
    }
    assert_eq!(run(&problem, &promethee::ii::METHOD).ranking.winners(), [2_000]);
}

#[test]
fn nothing_one_and_extremes_have_an_answer() {
    let rows: [Vec<Vec<f64>>; 7] = [
        vec![],
        vec![vec![3.0, 4.0]],
        vec![vec![3.0, 4.0], vec![3.0, 4.0], vec![3.0, 4.0]],
        vec![vec![f64::NAN, f64::NAN], vec![1.0, f64::NAN]],
        vec![vec![f64::NAN; 2]; 2],
        vec![vec![1e300, -1e300], vec![-1e300, 1e300], vec![0.0, 1e-300]],
        vec![vec![1e-300, 2e-300], vec![3e-300, 1e-300], vec![0.0, -1e-300]],
    ];
    let thresholds = [0.0, 1e-300, 1.0, 1e300].map(Some);
    for rows in &rows {
        for preference in Preference::ALL {
            for threshold in thresholds {
                let mut problem = problem(rows, &[0.5, 0.5], &[Direction::Max, Direction::Min]);
                for criterion in &mut problem.criteria {
                    criterion.outranking =
                        Outranking { preference, q: threshold, p: threshold, s: threshold, veto: threshold };
                }
                for method in METHODS {
                    let result = run(&problem, method);
                    for (i, score) in result.scores.iter().enumerate() {
                        assert_eq!(score.is_nan(), result.coverage[i] <= 0.0, "{method} {preference:?} {threshold:?}");
                        assert!(!score.is_infinite(), "{method} {preference:?} {threshold:?}");
                    }
                }
                Plane::of(&problem).unwrap();
            }
        }
    }
    let one = problem(&rows[1], &[0.5, 0.5], &[Direction::Max, Direction::Min]);
    assert_eq!(run(&one, &promethee::ii::METHOD).scores, [0.0]);
}

#[test]
fn distillations_of_equals_and_of_a_cycle_are_one_class() {
    let equals = problem(&vec![vec![1.0, 2.0]; 4], &[0.5, 0.5], &[Direction::Max; 2]);
    // Condorcet: each is better than the next on two criteria of three.
    let cycle = [vec![3.0, 2.0, 1.0], vec![1.0, 3.0, 2.0], vec![2.0, 1.0, 3.0]];
    let cycle = problem(&cycle, &[1.0 / 3.0; 3], &[Direction::Max; 3]);
    for problem in [&equals, &cycle] {
        assert_eq!(run(problem, &electre::iii::METHOD).scores, vec![1.0; problem.alternatives.len()]);
    }
    let parameters = [("c".into(), 0.6), ("d".into(), 1.0)].into();
    let result = evaluate(&cycle, &Settings { parameters, ..Settings::of(&electre::i::METHOD) }).unwrap();
    assert_eq!(result.scores, [0.0; 3]);
    assert!(result.details.contains(&Detail { name: "kernel", value: DetailValue::Alternatives(None) }));
}

#[test]
fn normalisation_changes_what_discordance_is_measured_against() {
    let problem = problem(&[vec![1.0, 90.0], vec![2.0, 100.0]], &[0.7, 0.3], &[Direction::Max, Direction::Min]);
    let discordance = |normalization| {
        let settings = Settings { normalization: Some(normalization), ..Settings::of(&electre::i::METHOD) };
        let result = evaluate(&problem, &settings).unwrap();
        let detail = result.details.into_iter().find(|detail| detail.name == "discordance").unwrap();
        let DetailValue::Matrix(rows) = detail.value else { panic!("{detail:?}") };
        rows[1][0]
    };
    // The second costs 10 more; the widest range is that of the costs, or half of the best of the others.
    for (normalization, expected) in [
        (Normalization::None, 1.0),
        (Normalization::MinMax, 1.0),
        (Normalization::Max, 0.2),
        (Normalization::MaxComplement, 0.2),
        (Normalization::Sum, 3.0 / 19.0),
    ] {
        let found = discordance(normalization);
        assert!(close(found, expected, 1e-12), "{normalization}: {found}");
    }
}
