//! Scores become values.

use counterpoise::elicit::options::{Mode, score};
use counterpoise::elicit::{ElicitError, judge};
use counterpoise::methods::weighted_sum;
use counterpoise::model::{
    Direction, Document, Ends, Id, Judgement, Measure, Pairwise, Priorities, Problem, Scale, ValueFunction,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::id;

fn curve(rho: f64) -> Scale {
    Scale::Measure(Measure { value: ValueFunction::Exponential { rho }, ..Measure::default() })
}

const ENDS: Ends = Ends { worst: 0.0, best: 1.0 };

/// Kirkwood 1997: below the middle of the scale a function of positive rho lies above the straight line.
#[test]
fn an_exponential_value_function() {
    let value = |rho: f64, way: f64| curve(rho).value(way, ENDS);
    let by_hand = |rho: f64, way: f64| (1.0 - (-way / rho).exp()) / (1.0 - (-1.0 / rho).exp());
    for rho in [-3.0, -0.7, -0.2, 0.2, 0.7, 3.0] {
        for way in [0.0, 0.1, 0.5, 0.9, 1.0] {
            assert!((value(rho, way) - by_hand(rho, way)).abs() < 1e-12, "{rho} {way}");
            // Turned round it is the other one.
            assert!((value(rho, way) - (1.0 - value(-rho, 1.0 - way))).abs() < 1e-12, "{rho} {way}");
        }
    }
    assert!(value(0.2, 0.5) > 0.9 && value(-0.2, 0.5) < 0.1);
    assert!((value(1e300, 0.3) - 0.3).abs() < 1e-12);
    assert_eq!((value(0.2, 7.0), value(0.2, -7.0)), (1.0, 0.0));
    assert!([f64::NAN, f64::INFINITY, 0.0].into_iter().all(|rho| curve(rho).fault().is_some()));
}

#[test]
fn a_cost_and_a_target_may_be_curved() {
    let measure = |direction| {
        let value = ValueFunction::Exponential { rho: 0.5 };
        Scale::Measure(Measure { direction, value, range: Some(Ends { worst: 10.0, best: 0.0 }), ..Measure::default() })
    };
    let straight = |way: f64| (1.0 - (-way / 0.5).exp()) / (1.0 - (-2.0_f64).exp());
    let cost = measure(Direction::Min);
    assert!((cost.value(4.0, cost.ends().unwrap()) - straight(0.6)).abs() < 1e-12);
    let target = measure(Direction::Target(4.0));
    assert!((target.value(4.0, target.ends().unwrap()) - 1.0).abs() < 1e-12);
    assert!((target.value(1.0, target.ends().unwrap()) - straight(0.5)).abs() < 1e-12);
}

proptest! {
    #[test]
    fn a_value_function_rises_from_0_to_1(rho in prop_oneof![any::<f64>(), -3.0..3.0, -0.02..0.02], mut ways in prop::collection::vec(0.0..=1.0_f64, 2..6)) {
        prop_assume!(rho.is_finite() && rho != 0.0);
        ways.sort_by(f64::total_cmp);
        let values: Vec<f64> = ways.iter().map(|&way| curve(rho).value(way, ENDS)).collect();
        prop_assert!(values.iter().all(|value| (0.0..=1.0).contains(value)), "{:?}", values);
        prop_assert!(values.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12), "{:?}", values);
        prop_assert_eq!((curve(rho).value(0.0, ENDS), curve(rho).value(1.0, ENDS)), (0.0, 1.0));
        prop_assert_eq!((curve(rho).value(-1e9, ENDS), curve(rho).value(1e9, ENDS)), (0.0, 1.0));
        // Straight lines between the bends follow it, unless it is a step.
        prop_assume!(rho.abs() > 1e-6);
        let mut bends = curve(rho).bends(ENDS);
        bends.sort_by(f64::total_cmp);
        for pair in bends.windows(2) {
            let value = |x| curve(rho).value(x, ENDS);
            let middle = value(f64::midpoint(pair[0], pair[1]));
            prop_assert!((middle - f64::midpoint(value(pair[0]), value(pair[1]))).abs() < 0.02);
        }
    }
}

/// The tests of the R package smaa: straight lines between points, clipped at the ends.
#[test]
fn a_piecewise_value_function() {
    let examples: Value = serde_json::from_str(include_str!("../golden/worked-examples.json")).unwrap();
    let example = examples.as_array().unwrap().iter().find(|example| example["id"] == "pvf_piecewise").unwrap();
    let numbers =
        |key: &str| -> Vec<f64> { example[key].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect() };
    let points = numbers("cutoffs").into_iter().zip(numbers("values").iter().map(|value| value * 100.0)).collect();
    let scale = Scale::Measure(Measure {
        direction: Direction::Min,
        value: ValueFunction::Piecewise(points),
        ..Measure::default()
    });
    for (x, expected) in example["clip"].as_object().unwrap() {
        let value = scale.value(x.parse().unwrap(), scale.ends().unwrap());
        assert!((value - expected.as_f64().unwrap()).abs() < 1e-12, "{x}");
    }
}

/// The leader example of the AHP: criteria and options, both compared in pairs.
#[test]
fn a_whole_hierarchy() {
    let examples: Value = serde_json::from_str(include_str!("../golden/worked-examples.json")).unwrap();
    let example = examples.as_array().unwrap().iter().find(|example| example["id"] == "wiki_leader_ahp").unwrap();
    let number = |value: &Value| value.as_f64().unwrap();
    let names = |key: &str| -> Vec<String> {
        example[key].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let text = |names: &[String]| -> String {
        let head = names.join(",");
        names.iter().fold(format!("option,{head}\n#range{}\n", ",0..1".repeat(names.len())), |text, _| text)
    };
    let mut csv = text(&names("criteria"));
    for option in names("alternatives") {
        csv += &[option, ",".repeat(names("criteria").len()), "\n".into()].concat();
    }
    let mut document = counterpoise::files::parse(&csv, counterpoise::files::Format::Csv).unwrap();
    let leaves: Vec<Id> = document.leaves().iter().map(|leaf| leaf.id).collect();
    for leaf in &leaves {
        let mut criterion = document.criterion(*leaf).unwrap().clone();
        criterion.scale = Scale::Rating { worst: 0.0, best: 1.0 };
        document.apply(counterpoise::model::Edit::SetCriterion(Box::new(criterion))).unwrap();
    }

    let pairs = |ids: &[Id], ratio: &dyn Fn(usize, usize) -> f64| Pairwise {
        priorities: Priorities::Eigenvector,
        ratios: (0..ids.len())
            .flat_map(|i| (i + 1..ids.len()).map(move |j| (i, j)))
            .map(|(i, j)| (ids[i], ids[j], ratio(i, j)))
            .collect(),
    };
    let criteria = pairs(&leaves, &|i, j| number(&example["pcm"][i][j]));
    let edit = judge(&document, None, Judgement::Pairwise(criteria)).unwrap();
    document.apply(edit).unwrap();
    let options: Vec<Id> = document.alternatives.iter().map(|option| option.id).collect();
    for (leaf, name) in leaves.iter().zip(names("criteria")) {
        // The upper half, row by row: 0 to 1, 0 to 2, 1 to 2.
        let comparisons = pairs(&options, &|i, j| number(&example["upper"][&name][i + j - 1]));
        let edit = score(&document, *leaf, comparisons, Mode::Distributive).unwrap();
        let before = document.clone();
        let undo = document.apply(edit).unwrap();
        let mut again = document.clone();
        again.apply(undo).unwrap();
        assert_eq!(again, before);
    }
    let problem = Problem::of(&document);
    let overall = weighted_sum::overall(&problem.values, &problem.weights);
    for (found, expected) in overall.scores.iter().zip(example["overall"].as_array().unwrap()) {
        assert!((found - number(expected)).abs() < 1.1e-3, "{:?}", overall.scores);
    }
    assert_eq!(document.judgements.options.len(), 4);

    let best = document.alternatives.iter().map(|option| option.id).next().unwrap();
    let one = Pairwise { ratios: vec![(best, options[1], 2.0), (best, options[2], 4.0)], ..Pairwise::default() };
    let edit = score(&document, leaves[0], one, Mode::Ideal).unwrap();
    document.apply(edit).unwrap();
    let column = Problem::of(&document);
    for (value, expected) in column.values.column(0).iter().zip([1.0, 0.5, 0.25]) {
        assert!((value - expected).abs() < 1e-12);
    }
}

#[test]
fn options_need_a_rating_scale() {
    let mut document = crate::tree();
    let mut criterion = document.criterion(id("Looks")).unwrap().clone();
    criterion.scale = curve(1.0);
    document.apply(counterpoise::model::Edit::SetCriterion(Box::new(criterion))).unwrap();
    let none = |document: &Document, criterion: &str| score(document, id(criterion), Pairwise::default(), Mode::Ideal);
    assert!(matches!(none(&document, "Looks"), Err(ElicitError::NotARating { .. })));
    assert_eq!(none(&document, "Comfort"), Err(ElicitError::Nothing));
    assert_eq!(none(&document, "Money"), Err(ElicitError::Unknown(id("Money"))));
}
