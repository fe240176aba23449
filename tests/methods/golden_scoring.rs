//! Methods that score each option by itself, against published and computed cases.

use std::collections::BTreeMap;

use counterpoise::methods::{self, DetailValue, Evaluation, Method, Normalization, Ranking, Settings, evaluate};
use counterpoise::model::{Direction, Problem};
use serde_json::Value;

use crate::cases::{assert_ranked, case_problem, close, computed, matrix, numbers, ranks, tolerance, worked_example};
use crate::common::problem;

/// Cases of `golden/cases.json` by method.
const EVERY_CASE_RAN: [(&str, usize); 5] =
    [("ARAS", 4), ("COPRAS", 4), ("MOORA (ratio system)", 4), ("TOPSIS", 10), ("VIKOR", 9)];

fn method(id: &str) -> &'static Method {
    methods::find(id).unwrap()
}

/// What to compute for a case; None where it is another method's.
fn settings(case: &Value) -> Option<Settings> {
    let parameters = &case["params"];
    let mut settings = Settings::of(method(match case["method"].as_str()? {
        "TOPSIS" => "topsis",
        "VIKOR" => "vikor",
        "COPRAS" => "copras",
        "MOORA (ratio system)" => "moora",
        "ARAS" => "aras",
        _ => return None,
    }));
    if settings.method.id == "topsis" && parameters["normalization"] == "minmax" {
        settings.normalization = Some(Normalization::MinMax);
    }
    if let Some(v) = parameters["v"].as_f64() {
        settings.parameters.insert("v".into(), v);
    }
    Some(settings)
}

fn detail<'a>(result: &'a Evaluation, name: &str) -> &'a DetailValue {
    &result.details.iter().find(|detail| detail.name == name).unwrap().value
}

fn by_alternative<'a>(result: &'a Evaluation, name: &str) -> &'a [f64] {
    match detail(result, name) {
        DetailValue::ByAlternative(numbers) => numbers,
        other => panic!("{name} is {other:?}"),
    }
}

fn compromise(result: &Evaluation) -> (bool, bool, Vec<usize>) {
    let flag = |name| match detail(result, name) {
        DetailValue::Flag(flag) => *flag,
        other => panic!("{name} is {other:?}"),
    };
    let DetailValue::Alternatives(Some(set)) = detail(result, "compromise") else { panic!("no set") };
    (flag("acceptable_advantage"), flag("acceptable_stability"), set.clone())
}

#[test]
fn computed_cases() {
    let mut ran: BTreeMap<&str, usize> = BTreeMap::new();
    let cases = computed();
    for case in &cases {
        let Some(settings) = settings(case) else { continue };
        let result = evaluate(&case_problem(case), &settings).unwrap();

        assert_ranked(case, &result);
        let name = case["name"].as_str().unwrap();
        let expected = &case["expected"];
        for what in ["d_plus", "d_minus", "R", "Q", "K", "S_plus", "S_minus", "utility"] {
            if let Some(expected) = expected.get(what) {
                close(name, by_alternative(&result, what), &numbers(expected), tolerance(case));
            }
        }
        if let Some(sums) = expected.get("S") {
            let all = numbers(sums);
            // ARAS has the ideal option before the others.
            let (before, options) = all.split_at(all.len() - result.scores.len());
            close(name, by_alternative(&result, "S"), options, tolerance(case));
            if let [optimal] = before {
                assert_eq!(result.method.id, "aras");
                let DetailValue::Number(found) = detail(&result, "S_optimal") else { panic!("no number") };
                close(name, &[*found], &[*optimal], tolerance(case));
            }
        }
        if result.method.id == "vikor" {
            let (advantage, stability, set) = compromise(&result);
            assert_eq!(expected["acceptable_advantage"], advantage, "{name}");
            assert_eq!(expected["acceptable_stability"], stability, "{name}");
            assert_eq!(serde_json::json!(set), expected["compromise_set"], "{name}");
        }
        *ran.entry(case["method"].as_str().unwrap()).or_default() += 1;
    }
    assert_eq!(ran, BTreeMap::from(EVERY_CASE_RAN));
}

/// Hwang & Yoon (1981), the fighter aircraft: to the digits that are printed.
#[test]
fn hwang_and_yoon() {
    use Direction::{Max, Min};
    let example = worked_example("hy_fighter");
    let rows: Vec<Vec<f64>> = example["matrix"].as_object().unwrap().values().map(numbers).collect();
    let problem = problem(&rows, &numbers(&example["weights"]), &[Max, Max, Max, Min, Max, Max]);
    let result = evaluate(&problem, &Settings::of(method("topsis"))).unwrap();
    within("closeness", &result.scores, &numbers(&example["expected_topsis_C"]), 1e-3);
    within("d_plus", by_alternative(&result, "d_plus"), &numbers(&example["topsis_Splus"]), 1.5e-4);
    within("d_minus", by_alternative(&result, "d_minus"), &numbers(&example["topsis_Sminus"]), 1.5e-4);
    assert_eq!(result.ranking.order(), [0, 2, 3, 1]);
}

/// Tzeng & Huang (2011), *Multiple Attribute Decision Making*.
#[test]
fn tzeng_and_huang() {
    let example = worked_example("tzeng_huang_2011");
    let problem = example_problem(&example);
    let topsis = evaluate(&problem, &Settings::of(method("topsis"))).unwrap();
    within("closeness", &topsis.scores, &numbers(&example["topsis_vector_C"]), 1e-4);
    assert_eq!(ranks(&topsis), numbers(&example["topsis_rank"]));

    let vikor = evaluate(&problem, &Settings::of(method("vikor"))).unwrap();
    let expected = &example["vikor"];
    for what in ["S", "R", "Q"] {
        within(what, by_alternative(&vikor, what), &numbers(&expected[what]), 1e-9);
    }
    assert_eq!(compromise(&vikor), (false, true, vec![2, 1]));
    assert_eq!(expected["compromise"], serde_json::json!(["A2", "A3"]));
}

/// Opricovic & Tzeng (2004), which mountain to climb: risk and altitude. On other scales of the same two quantities the
/// order by TOPSIS with vector normalisation turns round; by VIKOR, and by TOPSIS with min-max, it stays.
#[test]
fn opricovic_and_tzeng_on_the_mountain() {
    let example = worked_example("opricovic_tzeng_2004_mountain");
    let heights = matrix(&example["matrix"]);
    let other_scales: Vec<Vec<f64>> = heights.iter().map(|row| vec![row[0] + 5.0, row[1] / 1000.0 - 1.0]).collect();
    let (weights, directions) = (numbers(&example["weights"]), [Direction::Min, Direction::Max]);
    let [given, shifted] = [heights, other_scales].map(|rows| problem(&rows, &weights, &directions));
    let closeness = |problem: &Problem, normalization| {
        let normalization = Some(normalization);
        evaluate(problem, &Settings { normalization, ..Settings::of(method("topsis")) }).unwrap()
    };
    let found = |name: &str| numbers(&example["computed_independently"][name]);

    let (before, after) = (closeness(&given, Normalization::Vector), closeness(&shifted, Normalization::Vector));
    within("vector", &before.scores, &found("topsis_vector_C"), 5e-4);
    within("vector, shifted", &after.scores, &found("topsis_vector_C_shifted"), 5e-5);
    assert_eq!(before.ranking.order(), [0, 1, 2]);
    assert_eq!(after.ranking.order(), [1, 2, 0]);

    let (before, after) = (closeness(&given, Normalization::MinMax), closeness(&shifted, Normalization::MinMax));
    within("min-max", &before.scores, &numbers(&example["topsis_minmax_C"]), 5e-4);
    close("min-max, shifted", &after.scores, &before.scores, 1e-12);

    let vikor = |problem: &Problem| evaluate(problem, &Settings::of(method("vikor"))).unwrap();
    let (before, after) = (vikor(&given), vikor(&shifted));
    for (what, expected) in example["vikor"].as_object().unwrap().iter().filter(|(_, list)| list[0].is_number()) {
        within(what, by_alternative(&before, what), &numbers(expected), 1e-9);
        within(what, by_alternative(&after, what), &numbers(expected), 1e-9);
    }
    assert_eq!(compromise(&before), (true, true, vec![1]));
    assert_eq!(compromise(&after), (true, true, vec![1]));
    within("Q, shifted", &after.scores, &found("vikor_Q_shifted"), 1e-9);
}

#[test]
fn an_advantage_without_stability_is_shared_with_the_second() {
    let example = worked_example("vikor_advantage_not_stability");
    let result = evaluate(&example_problem(&example), &Settings::of(method("vikor"))).unwrap();
    for what in ["S", "R", "Q"] {
        within(what, by_alternative(&result, what), &numbers(&example[what]), 5e-4);
    }
    assert_eq!(compromise(&result), (true, false, vec![3, 4]));
}

/// Figures of pyrepo-mcda 0.1.15, and of numpy for what it leaves out: there the product has no weights.
#[test]
fn waspas_and_multimoora_on_industrial_robots() {
    let cases = computed();
    let case = cases.iter().find(|case| case["matrix_id"] == "robots_7x5" && case["method"] != "WSM").unwrap();
    let problem = case_problem(case);

    let waspas = evaluate(&problem, &Settings::of(method("waspas"))).unwrap();
    let scores = [
        0.454_964_126_779_316_86,
        0.604_919_497_434_896_1,
        0.642_769_119_979_394_3,
        0.486_689_989_234_597_4,
        0.308_738_817_622_020_05,
        0.345_084_132_818_670_9,
        0.528_085_489_875_312_5,
    ];
    close("waspas", &waspas.scores, &scores, 1e-12);
    for (lambda, other, name) in [(1.0, "weighted-sum", "Q1"), (0.0, "weighted-product", "Q2")] {
        let parameters = BTreeMap::from([("lambda".to_owned(), lambda)]);
        let one = evaluate(&problem, &Settings { parameters, ..Settings::of(method("waspas")) }).unwrap();
        let normalization = Some(Normalization::Max);
        let other = evaluate(&problem, &Settings { normalization, ..Settings::of(method(other)) }).unwrap();
        assert_eq!(one.scores, other.scores);
        assert_eq!(by_alternative(&waspas, name), other.scores);
    }

    let multimoora = evaluate(&problem, &Settings::of(method("multimoora"))).unwrap();
    let reference = [
        0.198_411_979_668_819_82,
        0.124_306_200_727_662_7,
        0.119_047_187_801_291_89,
        0.125_611_252_703_806_13,
        0.198_411_979_668_819_82,
        0.210_316_698_448_949,
        0.158_729_583_735_055_86,
    ];
    let product = [
        0.401_219_749_512_084_7,
        0.597_890_202_968_483_6,
        0.650_595_102_290_673_9,
        0.496_740_347_056_986_55,
        0.282_564_780_332_382_75,
        0.303_450_382_391_707_1,
        0.519_944_270_040_732_8,
    ];
    let moora = evaluate(&problem, &Settings::of(method("moora"))).unwrap();
    assert_eq!(by_alternative(&multimoora, "ratio_system"), moora.scores);
    close("reference_point", by_alternative(&multimoora, "reference_point"), &reference, 1e-12);
    close("multiplicative", by_alternative(&multimoora, "multiplicative"), &product, 1e-12);
    // Ranks 5 1 2 4 7 6 3, 5 2 1 3 5 7 4 and 5 2 1 4 7 6 3, counted by hand.
    assert_eq!(multimoora.scores, [-2.0, 4.0, 6.0, 0.0, -6.0, -4.0, 2.0]);
}

/// The first dominates the third, the third the second, and the second the first, each in two of the three rankings.
#[test]
fn multimoora_gives_a_circle_one_rank() {
    use methods::Better::{Higher, Lower};
    let rows = [vec![9.0, 7.0, 7.0], vec![3.0, 4.0, 1.0], vec![8.0, 1.0, 3.0]];
    let directions = [Direction::Max, Direction::Max, Direction::Min];
    let problem = problem(&rows, &[4.0 / 9.0, 2.0 / 9.0, 3.0 / 9.0], &directions);
    let result = evaluate(&problem, &Settings::of(method("multimoora"))).unwrap();
    let ranks = |name: &str, better| {
        let ranking = Ranking::of(by_alternative(&result, name), better);
        [0, 1, 2].map(|option| ranking.rank(option))
    };
    assert_eq!(ranks("ratio_system", Higher), [1, 3, 2]);
    assert_eq!(ranks("reference_point", Lower), [3, 2, 1]);
    assert_eq!(ranks("multiplicative", Higher), [2, 1, 3]);
    assert_eq!(result.scores, [0.0; 3]);
    assert_eq!(result.ranking.winners().len(), 3);
}

fn example_problem(example: &Value) -> Problem {
    let directions = example["dirs"].as_array().unwrap().iter();
    let directions: Vec<Direction> =
        directions.map(|text| if text == "min" { Direction::Min } else { Direction::Max }).collect();
    problem(&matrix(&example["matrix"]), &numbers(&example["weights"]), &directions)
}

/// To so much, not in relation to what is expected: printed figures have so many decimals.
fn within(what: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (x, y) in found.iter().zip(expected) {
        assert!((x - y).abs() <= tolerance, "{what}: {found:?} is not {expected:?}");
    }
}
