//! What is written, letter for letter. `UPDATE_GOLDEN=1` writes the files anew.

use std::path::Path;

use counterpoise::files::{self, Format, Progress, Task};
use counterpoise::model::Document;

/// Groups in a group, every kind of scale and score, and names that must be quoted or escaped.
pub const CARS: &str = r##"(format: 1, decision: (
    about: (title: "Which car | van?", question: "Which one,\nif any?"),
    criteria: [
        Group((id: "money", name: "Money", children: [
            Criterion((id: "price", name: "Price", scale: Measure((unit: "EUR", direction: Min, range: (worst: 8000, best: 4000))))),
            Group((id: "running", name: "Running/costs", children: [
                Criterion((id: "fuel", name: "Fuel, city", scale: Measure((unit: "l/100 km", direction: Min)),
                    outranking: (preference: Linear, q: 0.5, p: 2))),
                Criterion((id: "size", name: "Tank", scale: Measure((unit: "l", value: Piecewise([(30, 0), (45, 60), (60, 100)]))))),
            ])),
        ])),
        Criterion((id: "looks", name: "Looks", scale: Rating(worst: 0, best: 10))),
        Criterion((id: "state", name: "State", scale: Levels([
            (id: "poor", name: "poor", value: 0), (id: "fair", name: "fair", value: 40), (id: "good", name: "good", value: 100)]))),
        Criterion((id: "tow", name: "Tow bar", scale: YesNo(best: Yes))),
        Criterion((id: "age", name: "Age", scale: Measure((unit: "a", direction: Target(3))))),
    ],
    weights: {"money": 2, "price": 3, "running": 1, "fuel": 1, "size": 1, "looks": 1, "state": 0.5, "tow": 0.25, "age": 0.25},
    options: [
        (id: "fiesta", name: "Fiesta", scores: {"price": (score: Exact(5490)), "fuel": (score: Exact(6.5)), "size": (score: Exact(42)),
            "looks": (score: Exact(8.5)), "state": (score: Level("fair")), "tow": (score: Level("no")), "age": (score: Exact(4))}),
        (id: "corsa", name: "\"Corsa\", red", scores: {"price": (score: Range(6000, 7000)), "looks": (score: Triangle(6, 7, 8)),
            "state": (score: Level("good")), "tow": (score: Level("yes"))}),
        (id: "third", name: "#3 | none", scores: {}),
    ],
))"##;

#[track_caller]
fn assert_golden(document: &Document, format: Format, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    // A day of its own, for formats that are dated.
    let task = Task { document, date: "2026-01-31".into(), progress: &Progress::new() };
    let written = String::from_utf8(files::to_bytes(&task, format).unwrap()).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    assert_eq!(written, std::fs::read_to_string(&path).unwrap(), "{}", path.display());
}

#[test]
fn cars() {
    let document = crate::parse(CARS, Format::Ron);
    assert_golden(&document, Format::Ron, "cars.ron");
    assert_golden(&document, Format::Json, "cars.json");
    assert_golden(&document, Format::Csv, "cars.csv");
    assert_golden(&document, Format::Tsv, "cars.tsv");
    assert_golden(&document, Format::Markdown, "cars.md");
    assert_golden(&document, Format::Xmcda, "cars.xml");
}

/// The examples in FORMAT.md are files that load.
#[test]
fn the_examples_of_the_description() {
    let text = include_str!("../../FORMAT.md");
    let example = |fence: &str| text.split(fence).nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(crate::parse(example("```ron\n"), Format::Ron).leaves().len(), 2);
    assert_eq!(crate::parse(example("```json\n"), Format::Json).leaves().len(), 1);
    let csv = text.split("## Decision CSV").nth(1).unwrap().split("```\n").nth(1).unwrap();
    assert_eq!(crate::parse(csv, Format::Csv).alternatives.len(), 3);
}
