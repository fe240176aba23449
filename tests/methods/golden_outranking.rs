//! PROMETHEE, GAIA and ELECTRE against published and computed cases.

use std::collections::BTreeMap;

use counterpoise::methods::promethee::gaia::Plane;
use counterpoise::methods::{DetailValue, Evaluation, Method, Normalization, Settings, electre, evaluate, promethee};
use counterpoise::model::{Direction, Outranking, Preference};
use serde_json::Value;

use crate::cases::{case_problem, close, computed, matrix, numbers, ranks, tolerance, worked_example};
use crate::common::problem;

/// Cases of `golden/cases.json` by method.
const EVERY_CASE_RAN: [(&str, usize); 4] =
    [("ELECTRE I", 4), ("ELECTRE I (veto thresholds)", 3), ("ELECTRE III", 4), ("PROMETHEE II", 19)];

#[test]
fn computed_cases() {
    let mut ran: BTreeMap<&str, usize> = BTreeMap::new();
    let cases = computed();
    for case in &cases {
        match case["method"].as_str().unwrap() {
            "PROMETHEE II" => promethee_case(case),
            "ELECTRE I" | "ELECTRE I (veto thresholds)" => electre_i_case(case),
            "ELECTRE III" => electre_iii_case(case),
            _ => continue,
        }
        *ran.entry(case["method"].as_str().unwrap()).or_default() += 1;
    }
    assert_eq!(ran, BTreeMap::from(EVERY_CASE_RAN));
}

fn promethee_case(case: &Value) {
    let mut problem = case_problem(case);
    let params = &case["params"];
    let [q, p, s] = ["q", "p", "s"].map(|name| numbers(&params[name]));
    for (j, criterion) in problem.criteria.iter_mut().enumerate() {
        criterion.outranking = Outranking {
            preference: preference(params["preference_functions"][j].as_str().unwrap()),
            q: Some(q[j]),
            p: Some(p[j]),
            s: Some(s[j]),
            veto: None,
        };
    }
    let name = case["name"].as_str().unwrap();
    let (expected, tolerance) = (&case["expected"], tolerance(case));
    for method in [&promethee::ii::METHOD, &promethee::i::METHOD] {
        let result = evaluate(&problem, &Settings::of(method)).unwrap();
        for flows in ["phi_plus", "phi_minus", "net"] {
            close(name, by_alternative(&result, flows), &numbers(&expected[flows]), tolerance);
        }
        close(name, &result.scores, &numbers(&expected["scores"]), tolerance);
        assert_eq!(ranks(&result), numbers(&expected["ranking"]), "{name}");
    }
}

fn electre_i_case(case: &Value) {
    let mut problem = case_problem(case);
    let params = &case["params"];
    if let Some(vetoes) = params.get("veto").map(numbers) {
        for (criterion, veto) in problem.criteria.iter_mut().zip(vetoes) {
            criterion.outranking.veto = Some(veto);
        }
    }
    let normalization = match params.get("pre_scaling").map(|scaling| scaling.as_str().unwrap()) {
        Some("sum") => Normalization::Sum,
        Some("minmax") => Normalization::MinMax,
        None => Normalization::None,
        unknown => panic!("{}: which scaling is {unknown:?}?", case["name"]),
    };
    let given = [("c", "c_hat"), ("d", "d_hat")];
    let parameters = given.iter().filter_map(|&(ours, theirs)| Some((ours.into(), params.get(theirs)?.as_f64()?)));
    let settings =
        Settings { method: &electre::i::METHOD, normalization: Some(normalization), parameters: parameters.collect() };
    let result = evaluate(&problem, &settings).unwrap();

    let name = case["name"].as_str().unwrap();
    let (expected, tolerance) = (&case["expected"], tolerance(case));
    for degrees in ["concordance", "discordance"] {
        if let Some(expected) = expected.get(degrees) {
            all_close(name, table(&result, degrees), &matrix(expected), tolerance);
        }
    }
    let outranking = matrix(&expected["outranking"]);
    let places = || 0..outranking.len();
    let pairs = places().flat_map(|a| places().map(move |b| (a, b))).filter(|&(a, b)| outranking[a][b] > 0.0);
    assert_eq!(detail(&result, "outranks"), &DetailValue::Pairs(pairs.collect()), "{name}");
    assert_eq!(detail(&result, "kernel"), &DetailValue::Alternatives(kernel(&expected["kernel_graph"])), "{name}");
}

fn electre_iii_case(case: &Value) {
    let mut problem = case_problem(case);
    let [q, p, v] = ["q", "p", "v"].map(|name| numbers(&case["params"][name]));
    for (j, criterion) in problem.criteria.iter_mut().enumerate() {
        criterion.outranking = Outranking { q: Some(q[j]), p: Some(p[j]), veto: Some(v[j]), ..Outranking::default() };
    }
    let result = evaluate(&problem, &Settings::of(&electre::iii::METHOD)).unwrap();
    let name = case["name"].as_str().unwrap();
    let expected = &case["expected"];
    all_close(name, table(&result, "credibility"), &matrix(&expected["credibility"]), tolerance(case));
    for order in ["descending", "ascending"] {
        assert_eq!(by_alternative(&result, order), numbers(&expected[order]), "{name}: {order}");
    }
    // The ranking keeps to the intersection of the two orders.
    for (a, relations) in expected["intersection"].as_array().unwrap().iter().enumerate() {
        for (b, relation) in relations.as_array().unwrap().iter().enumerate() {
            match relation.as_str().unwrap() {
                "P+" => assert!(result.ranking.rank(a) < result.ranking.rank(b), "{name}: {a} {b}"),
                "P-" => assert!(result.ranking.rank(a) > result.ranking.rank(b), "{name}: {a} {b}"),
                "I" => assert_eq!(result.ranking.rank(a), result.ranking.rank(b), "{name}: {a} {b}"),
                relation => assert_eq!(relation, "R", "{name}"),
            }
        }
    }
}

/// Brans, Vincke & Mareschal (1986): sites of hydroelectric plants, to the digits printed.
#[test]
fn hydroelectric_plants() {
    let example = worked_example("brans_vincke_mareschal_1986");
    let sites = example["matrix"].as_object().unwrap();
    let directions: Vec<Direction> = example["dirs"].as_array().unwrap().iter().map(direction).collect();
    let mut problem = problem(&sites.values().map(numbers).collect::<Vec<_>>(), &[1.0 / 6.0; 6], &directions);
    for (criterion, given) in problem.criteria.iter_mut().zip(example["pref"].as_array().unwrap()) {
        let [q, p, s] = ["q", "p", "s"].map(|name| given[1].get(name).map(|x| x.as_f64().unwrap()));
        criterion.outranking = Outranking { preference: preference(given[0].as_str().unwrap()), q, p, s, veto: None };
    }
    let result = evaluate(&problem, &Settings::of(&promethee::ii::METHOD)).unwrap();
    for (ours, printed) in [("phi_plus", "phi_plus"), ("phi_minus", "phi_minus"), ("net", "phi")] {
        for (x, y) in by_alternative(&result, ours).iter().zip(numbers(&example[printed])) {
            assert!((x - y).abs() <= 6e-4, "{ours}: {x} is printed as {y}");
        }
    }
    let order = result.ranking.order().iter().map(|&i| sites.keys().nth(i as usize).unwrap().as_str());
    assert_eq!(Value::from(order.collect::<Vec<_>>()), example["rank"]);

    let partial = evaluate(&problem, &Settings::of(&promethee::i::METHOD)).unwrap();
    let pairs = |list: &[(usize, usize)]| DetailValue::Pairs(list.iter().map(|&(a, b)| (a - 1, b - 1)).collect());
    let outranks = [(3, 1), (4, 1), (4, 6), (5, 1), (5, 2), (5, 3), (5, 4), (5, 6), (6, 1)];
    assert_eq!(detail(&partial, "outranks"), &pairs(&outranks));
    assert_eq!(detail(&partial, "incomparable"), &pairs(&[(1, 2), (2, 3), (2, 4), (2, 6), (3, 4), (3, 6)]));

    let plane = Plane::of(&problem).unwrap();
    assert!((plane.delta - example["gaia_delta_recomputed"].as_f64().unwrap()).abs() <= 5e-5, "{plane:?}");
    let eigenvalues = numbers(&example["gaia_eigenvalues_recomputed"]);
    let squares = |of: fn(&(f64, f64)) -> f64| plane.options.iter().map(|site| of(site).powi(2)).sum::<f64>();
    // The squares of the coordinates along an axis add up to its eigenvalue.
    assert!((squares(|site| site.0) - eigenvalues[0]).abs() <= 5e-5, "{plane:?}");
    assert!((squares(|site| site.1) - eigenvalues[1]).abs() <= 5e-5, "{plane:?}");
    let (x, y): (Vec<f64>, Vec<f64>) = plane.criteria.iter().copied().unzip();
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    for (found, expected) in [(product(&x, &x), 1.0), (product(&y, &y), 1.0), (product(&x, &y), 0.0)] {
        assert!((found - expected).abs() <= 1e-12, "{plane:?}");
    }
    assert!((plane.axis.0 - x.iter().sum::<f64>() / 6.0).abs() <= 1e-12, "{plane:?}");
    assert!((plane.axis.1 - y.iter().sum::<f64>() / 6.0).abs() <= 1e-12, "{plane:?}");
}

/// Zhao (2013), as given in the tests of pymcdm.
#[test]
fn zhao() {
    let example = worked_example("promethee_usual_zhao2013");
    let problem = problem(&matrix(&example["matrix"]), &numbers(&example["weights"]), &[Direction::Max; 3]);
    let result = evaluate(&problem, &Settings::of(&promethee::ii::METHOD)).unwrap();
    close("net flow", &result.scores, &numbers(&example["phi"]), 1e-12);
}

/// Cebrian & Porcar (2009), to the digits printed.
#[test]
fn cebrian_and_porcar() {
    let example = worked_example("cebrian_electre1");
    let directions: Vec<Direction> = example["dirs"].as_array().unwrap().iter().map(direction).collect();
    let problem = problem(&matrix(&example["matrix"]), &numbers(&example["weights"]), &directions);
    let result = evaluate(&problem, &electre_i(Normalization::Sum)).unwrap();
    for degrees in ["concordance", "discordance"] {
        for (found, printed) in table(&result, degrees).iter().zip(matrix(&example[degrees])) {
            let printed = found.iter().zip(printed).filter(|(_, printed)| !printed.is_nan());
            printed.for_each(|(x, y)| assert!((x - y).abs() <= 5.1e-5, "{degrees}: {x} is printed as {y}"));
        }
    }
    assert_eq!(detail(&result, "kernel"), &DetailValue::Alternatives(Some(vec![4])));
    assert_eq!(result.ranking.winners(), [4]);
}

/// Hwang & Yoon (1981): aircraft. Their discordance is taken within each pair, which is another definition.
#[test]
fn hwang_and_yoon() {
    let example = worked_example("hy_fighter");
    let rows: Vec<Vec<f64>> = example["matrix"].as_object().unwrap().values().map(numbers).collect();
    let mut directions = [Direction::Max; 6];
    directions[3] = Direction::Min;
    let result = evaluate(&problem(&rows, &numbers(&example["weights"]), &directions), &electre_i(Normalization::None));
    for (found, printed) in table(&result.unwrap(), "concordance").iter().zip(matrix(&example["electre1_concordance"]))
    {
        let printed = found.iter().zip(printed).filter(|(_, printed)| !printed.is_nan());
        printed.for_each(|(x, y)| assert!((x - y).abs() <= 1e-12, "{x} is printed as {y}"));
    }
}

fn electre_i(normalization: Normalization) -> Settings {
    let method: &'static Method = &electre::i::METHOD;
    Settings { normalization: Some(normalization), ..Settings::of(method) }
}

fn preference(name: &str) -> Preference {
    let is = |preference: &Preference| preference.id().replace('-', "") == name.replace('-', "");
    Preference::ALL.into_iter().find(is).unwrap_or_else(|| panic!("which preference function is {name:?}?"))
}

fn direction(text: &Value) -> Direction {
    if text == "min" { Direction::Min } else { Direction::Max }
}

fn kernel(list: &Value) -> Option<Vec<usize>> {
    list.as_array().map(|places| places.iter().map(|place| usize::try_from(place.as_u64().unwrap()).unwrap()).collect())
}

fn detail<'a>(result: &'a Evaluation, name: &str) -> &'a DetailValue {
    &result.details.iter().find(|detail| detail.name == name).unwrap().value
}

fn by_alternative<'a>(result: &'a Evaluation, name: &str) -> &'a [f64] {
    let DetailValue::ByAlternative(numbers) = detail(result, name) else { panic!("{name} is no list of numbers") };
    numbers
}

fn table<'a>(result: &'a Evaluation, name: &str) -> &'a [Vec<f64>] {
    let DetailValue::Matrix(rows) = detail(result, name) else { panic!("{name} is no matrix") };
    rows
}

/// Relative to what is expected.
fn all_close(what: &str, found: &[Vec<f64>], expected: &[Vec<f64>], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
        assert!((found - expected).abs() <= tolerance * expected.abs(), "{what}: {found} is not {expected}");
    }
}
