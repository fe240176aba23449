//! The JSON Schema is true to what is written and read.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use counterpoise::files::{self, Format, presets};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::documents::document;

fn schema() -> Value {
    serde_json::from_str(files::JSON_SCHEMA).unwrap()
}

fn validator() -> &'static Validator {
    static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::validator_for(&schema()).unwrap());
    &VALIDATOR
}

#[track_caller]
fn assert_valid(validator: &Validator, text: &str) {
    let value: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, [""; 0], "\n{text}");
}

#[test]
fn it_is_a_schema_of_draft_2020_12() {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn presets_and_the_examples_of_the_description_are_valid() {
    let validator = validator();
    for preset in presets::ALL {
        assert_valid(validator, &files::to_string(&preset.document().unwrap(), Format::Json).unwrap());
    }
    let example = include_str!("../../FORMAT.md").split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    assert_valid(validator, example);
}

/// The generator covers the whole model, and the schema allows nothing that it does not name: so no field of the model is
/// missing there, and none is there that the model lacks.
#[test]
fn every_field_of_the_model_is_in_it_and_no_other() {
    fn named(value: &Value, names: &mut BTreeSet<String>) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            names.extend(properties.keys().cloned());
        }
        match value {
            Value::Object(object) => object.values().for_each(|value| named(value, names)),
            Value::Array(list) => list.iter().for_each(|value| named(value, names)),
            _ => {}
        }
    }
    fn keys(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => {
                found.extend(object.keys().cloned());
                object.values().for_each(|value| keys(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let (mut names, mut found) = (BTreeSet::new(), BTreeSet::new());
    named(&schema(), &mut names);
    let mut runner = TestRunner::deterministic();
    for _ in 0..200 {
        let document = document().new_tree(&mut runner).unwrap().current();
        keys(&serde_json::from_str(&files::to_string(&document, Format::Json).unwrap()).unwrap(), &mut found);
    }
    // What a dismissal may be about; the generator dismisses only what is about a criterion.
    let others = ["$schema", "Field", "Alternative", "Cell", "Viewpoint", "Weight", "Person"].map(String::from);
    let missing: Vec<&String> = names.difference(&found).filter(|name| !others.contains(name)).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

proptest! {
    #[test]
    fn what_is_written_is_valid(document in document()) {
        assert_valid(validator(), &files::to_string(&document, Format::Json).unwrap());
    }
}

/// A sound decision that has everything, to be spoilt.
fn whole() -> Value {
    json!({"format": 1, "decision": {
        "about": {"title": "T", "authors": ["A"], "sources": [{"text": "s", "link": "l"}]},
        "criteria": [
            {"Group": {"id": "g", "name": "G", "children": [
                {"Criterion": {"id": "a", "name": "A", "scale": {"Measure": {"direction": "Min", "range": {"worst": 9, "best": 1},
                    "value": {"Piecewise": [[1, 100], [9, 0]]}}}, "outranking": {"preference": "Linear", "q": 1}}}]}},
            {"Criterion": {"id": "b", "name": "B", "scale": {"Levels": [{"id": "l", "name": "L", "value": 50}]}, "must_have": {"Level": "l"}}},
            {"Criterion": {"id": "c", "name": "C", "scale": {"YesNo": {"best": "Yes"}}}}
        ],
        "weights": {"g": 1, "a": 1, "b": 1, "c": 1},
        "locks": ["b"],
        "viewpoints": [{"id": "v", "name": "V", "weights": {"g": 1}}], "viewpoint": "v",
        "options": [{"id": "x", "name": "X", "scores": {"a": {"score": {"Triangle": [1, 2, 3]}}, "b": {"score": {"Level": "l"}}}},
            {"id": "y", "name": "Y", "scores": {"a": {"score": null, "rationale": "r", "evidence": [{"text": "e"}]}}}],
        "baseline": "x",
        "people": [{"id": "p", "name": "P", "weights": {"g": 1}, "scores": {"x": {"a": {"Range": [1, 2]}}}}],
        "weighed": {"a": null, "b": {"worst": 0, "best": 100}},
        "dismissals": [{"check": "never-best", "place": {"Cell": ["x", "a"]}, "reason": "r"}],
        "judgements": {"top": {"Swing": {"g": 100}}, "groups": {"g": "Equal"}, "limits": [{"Within": ["g", 0.1, 0.5]}],
            "options": {"a": {"ratios": [["x", "y", 3]]}}}
    }})
}

/// The whole decision with another value at a place.
fn with(place: &str, value: Value) -> Value {
    let mut whole = whole();
    let (parent, key) = place.rsplit_once('/').unwrap();
    match whole.pointer_mut(&format!("/decision{parent}")).unwrap_or_else(|| panic!("{place}")) {
        Value::Object(object) => drop(object.insert(key.into(), value)),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        other => panic!("{place}: {other}"),
    }
    whole
}

fn is_read(value: &Value) -> bool {
    files::parse(value.to_string(), Format::Json).is_ok()
}

#[test]
fn what_it_refuses_the_program_refuses_too() {
    let validator = validator();
    assert_valid(validator, &whole().to_string());
    assert!(is_read(&whole()), "{}", files::parse(whole().to_string(), Format::Json).unwrap_err());
    let measure = "/criteria/0/Group/children/0/Criterion/scale/Measure";
    let at = |tail: &str| format!("{measure}/{tail}");
    let cases = [
        ("/unknown".into(), json!(1)),
        ("/about/title".into(), json!(5)),
        ("/about/authors".into(), json!("me")),
        ("/about/sources/0/url".into(), json!("x")),
        ("/criteria/1/Criterion/id".into(), json!("")),
        ("/criteria/1/Criterion/id".into(), json!("an-id-of-more-than-24-bytes")),
        ("/criteria/1/Criterion/name".into(), json!(" ")),
        ("/criteria/1".into(), json!({"Criterion": {"id": "b"}})),
        ("/criteria/1".into(), json!({"Leaf": {"id": "b", "name": "B"}})),
        ("/criteria/1/Criterion/scale".into(), json!("Rating")),
        ("/criteria/1/Criterion/scale".into(), json!({"Rating": {"worst": 0}})),
        ("/criteria/1/Criterion/scale".into(), json!({"Levels": []})),
        ("/criteria/1/Criterion/scale/Levels/0/value".into(), json!(101)),
        ("/criteria/1/Criterion/must_have".into(), json!({"Atmost": 5})),
        ("/criteria/2/Criterion/scale".into(), json!({"YesNo": {"best": "Maybe"}})),
        (at("direction"), json!("Up")),
        (at("direction"), json!({"Target": "5"})),
        (at("range"), json!([1, 9])),
        (at("value"), json!({"Piecewise": [[1, 0]]})),
        (at("value"), json!({"Piecewise": [[1, 0], [9, 200]]})),
        (at("value"), json!({"Exponential": {"rho": 0}})),
        ("/criteria/0/Group/children/0/Criterion/outranking/preference".into(), json!("linear")),
        ("/criteria/0/Group/children/0/Criterion/outranking/q".into(), json!(-1)),
        ("/weights/a".into(), json!(-1)),
        ("/weights/a".into(), json!("1")),
        ("/viewpoints/0".into(), json!({"id": "v", "name": "V"})),
        ("/options/0/scores/a/score".into(), json!(5)),
        ("/options/0/scores/a/score".into(), json!({"Range": [1, 2, 3]})),
        ("/options/0/scores/a/score".into(), json!({"Triangle": [1, 2]})),
        ("/people/0/name".into(), json!("")),
        ("/people/0/scores/x/a".into(), json!(null)),
        ("/weighed/a".into(), json!({"worst": 1})),
        ("/dismissals/0/place".into(), json!({"Cell": ["x"]})),
        ("/dismissals/0".into(), json!({"check": "c"})),
        ("/judgements/top".into(), json!({"RankOrder": {"order": [["g"]]}})),
        (
            "/judgements/top".into(),
            json!({"BestWorst": {"best": "g", "worst": "b", "best_to_others": {"b": 0.5}, "others_to_worst": {}}}),
        ),
        ("/judgements/limits/0/Within/2".into(), json!(2)),
        ("/judgements/options/a/ratios/0/2".into(), json!(0)),
    ];
    for (place, value) in cases {
        let spoilt = with(&place, value.clone());
        assert!(!validator.is_valid(&spoilt), "the schema takes {value} at {place}");
        assert!(!is_read(&spoilt), "the program takes {value} at {place}");
    }
    for spoilt in [json!({"decision": {}}), json!({"format": 2, "decision": {}}), json!({"format": 1}), json!([])] {
        assert!(!validator.is_valid(&spoilt) && !is_read(&spoilt), "{spoilt}");
    }
}

/// What the schema says in its comment that it cannot say.
#[test]
fn some_rules_only_the_program_knows() {
    let validator = validator();
    let cases = [
        ("/criteria/2/Criterion/id", json!("b")),
        ("/criteria/2/Criterion/name", json!("B")),
        ("/criteria/1/Criterion/id", json!("ідентифікатор-довгий")),
        ("/criteria/0/Group/children/0/Criterion/scale/Measure/range", json!({"worst": 1, "best": 9})),
        ("/criteria/0/Group/children/0/Criterion/scale/Measure/value/Piecewise", json!([[9, 0], [1, 100]])),
        ("/criteria/1/Criterion/must_have", json!({"AtLeast": 5})),
        ("/weights", json!({"g": 0, "b": 0, "c": 0})),
        ("/weights/nobody", json!(1)),
        ("/locks", json!(["nobody"])),
        ("/viewpoint", json!("nobody")),
        ("/baseline", json!("nobody")),
        ("/options/0/scores/a/score", json!({"Level": "l"})),
        ("/options/0/scores/a/score", json!({"Range": [2, 1]})),
        ("/options/1/id", json!("x")),
        ("/judgements/limits/0/Within", json!(["g", 0.5, 0.1])),
        ("/judgements/options/a/ratios", json!([["x", "x", 2]])),
    ];
    for (place, value) in cases {
        let spoilt = with(place, value);
        assert!(validator.is_valid(&spoilt), "{place}");
        assert!(!is_read(&spoilt), "{place}");
    }
}

/// An editor that is told where the schema is checks the file while it is typed.
#[test]
fn a_file_may_name_it() {
    let named = r#"{"$schema": "decision-1.schema.json", "format": 1, "decision": {"about": {"title": "T"}}}"#;
    assert_valid(validator(), named);
    let document = files::parse(named, Format::Json).unwrap();
    assert_eq!(document.about.title, "T");
    assert!(!files::to_string(&document, Format::Json).unwrap().contains("$schema"));
}
