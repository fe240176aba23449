//! What the presets promise: sound documents, every score with its reasons, published figures as published.

#![expect(clippy::unwrap_used, reason = "a test may stop where it fails, in its helpers too")]

use std::collections::BTreeSet;

use counterpoise::files::presets;
use counterpoise::model::{
    Answer, CellRef, Criterion, Direction, Document, Id, Points, Problem, Scale, Score, ValueFunction, violations,
};
use serde_json::Value;

fn ids() -> impl Iterator<Item = &'static str> {
    presets::ALL.iter().map(|preset| preset.id)
}

fn preset(id: &str) -> Document {
    presets::find(id).unwrap().document().unwrap_or_else(|error| panic!("{id}: {error}"))
}

/// The preset before the reader completes what was left out.
fn as_written(id: &str) -> Document {
    #[derive(serde::Deserialize)]
    struct File {
        decision: Document,
    }
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str::<File>(presets::find(id).unwrap().text).unwrap().decision
}

fn golden(id: &str) -> Value {
    let cases: Vec<Value> = serde_json::from_str(include_str!("golden/worked-examples.json")).unwrap();
    cases.into_iter().find(|case| case["id"] == id).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

/// The weighted means of the options, 0 to 100, over what is scored.
fn totals(document: &Document) -> Vec<(String, f64)> {
    let problem = Problem::of(document);
    let total = |row: usize| {
        let scored = || (0..problem.weights.len()).filter(|&j| !problem.values.get(row, j).is_nan());
        let weight: f64 = scored().map(|j| problem.weights[j]).sum();
        100.0 * scored().map(|j| problem.weights[j] * problem.values.get(row, j)).sum::<f64>() / weight
    };
    problem.alternatives.iter().enumerate().map(|(row, name)| (name.clone(), total(row))).collect()
}

/// The same, best first, under the weights `points`.
fn ranking(document: &Document, points: &Points) -> Vec<(String, f64)> {
    let mut totals = totals(&Document { weights: points.clone(), ..document.clone() });
    totals.sort_by(|a, b| b.1.total_cmp(&a.1));
    totals
}

/// The leader under each viewpoint, by the viewpoint's name.
fn leaders(document: &Document) -> Vec<(String, String)> {
    let leader = |points: &Points| ranking(document, points).swap_remove(0).0;
    document.viewpoints.iter().map(|view| (view.name.clone(), leader(&view.weights))).collect()
}

fn cells(document: &Document) -> impl Iterator<Item = (String, &Criterion, Option<CellRef<'_>>)> {
    document.alternatives.iter().enumerate().flat_map(move |(row, alternative)| {
        let place = move |leaf: &Criterion| format!("{} on {}", alternative.name, leaf.name);
        document.leaves().into_iter().map(move |leaf| (place(leaf), leaf, document.alternatives.cell(row, leaf.id)))
    })
}

fn names(document: &Document) -> Vec<&str> {
    document.alternatives.iter().map(|alternative| alternative.name.as_str()).collect()
}

/// The share of `criterion` at which `leader` and `rival` draw level while all other weights keep their proportions.
fn crossover(document: &Document, criterion: &str, leader: &str, rival: &str) -> f64 {
    let problem = Problem::of(document);
    let row = |name: &str| problem.alternatives.iter().position(|other| other == name).unwrap();
    let column = problem.criteria.iter().position(|other| other.name == criterion).unwrap();
    let (leader, rival) = (row(leader), row(rival));
    let ahead = |j: usize| problem.values.get(leader, j) - problem.values.get(rival, j);
    let elsewhere: f64 =
        (0..problem.weights.len()).filter(|&j| j != column).map(|j| problem.weights[j] * ahead(j)).sum();
    let rest = elsewhere / (1.0 - problem.weights[column]);
    rest / (rest - ahead(column))
}

#[test]
fn every_preset_is_sound() {
    for id in ids() {
        let document = preset(id);
        assert_eq!(violations(&document), [], "{id}");
        assert!(!document.about.title.is_empty(), "{id}");
        let shares = Problem::of(&document).weights;
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{id}");
    }
}

#[test]
fn nothing_is_left_for_the_reader_to_complete() {
    for id in ids() {
        let document = as_written(id);
        let mut completed = document.clone();
        completed.complete_weights();
        assert_eq!(completed, document, "{id}: a node without points");
        if let Some(chosen) = document.viewpoint {
            assert_eq!(document.viewpoint(chosen).unwrap().weights, document.weights, "{id}: the chosen viewpoint");
        }
    }
}

#[test]
fn ids_are_slugs() {
    for id in ids() {
        let document = preset(id);
        let levels = document.leaves().into_iter().flat_map(|leaf| leaf.scale.levels()).map(|level| level.id);
        let nodes = document.outline().entries().iter().map(|entry| entry.id).collect::<Vec<_>>();
        let others = document.alternatives.iter().map(|option| option.id);
        for part in levels.chain(nodes).chain(others).chain(document.viewpoints.iter().map(|view| view.id)) {
            assert_eq!(Id::slug(part.as_str()), part, "{id}");
        }
    }
}

#[test]
fn every_score_says_why_and_every_document_where_from() {
    for id in ids().filter(|&id| id != "blank") {
        let document = preset(id);
        assert!(!document.about.question.is_empty() && !document.about.context.is_empty(), "{id}");
        assert!(!document.about.sources.is_empty(), "{id}");
        assert!(document.leaves().iter().all(|leaf| !leaf.description.is_empty()), "{id}");
        for (place, _, cell) in cells(&document) {
            let cell = cell.unwrap_or_else(|| panic!("{id}: nothing about {place}"));
            assert!(!cell.rationale.is_empty(), "{id}: no rationale for {place}");
        }
    }
}

#[test]
fn typography_is_typographic() {
    for id in ids() {
        let text = presets::find(id).unwrap().text;
        assert!(!text.contains('\''), "{id}: a typewriter apostrophe");
    }
}

#[test]
fn the_security_guarantee_is_the_articles() {
    let document = preset("security-guarantee");
    assert_eq!(names(&document), ["Article 5-type guarantee", "Arms plus sanctions", "Military modernization"]);
    let tree: Vec<(&str, Vec<&str>)> = document
        .criteria
        .iter()
        .map(|group| (group.name(), group.children().iter().map(counterpoise::model::Node::name).collect()))
        .collect();
    assert_eq!(
        tree,
        [
            ("Protection", vec!["Deterrence", "Defence if deterrence fails"]),
            (
                "Credibility",
                vec!["Partners’ readiness to commit", "Ease of enactment", "Durability across governments"]
            ),
            ("Fit", vec!["Low risk of wider war", "Compatibility with a neutral settlement", "Speed", "Self-reliance"]),
        ]
    );
    assert!(document.about.context.contains("is a reading of it, not in it"));
}

#[test]
fn the_security_guarantee_cites_points_that_its_context_lists() {
    for id in ["security-guarantee", "security-guarantee-extended"] {
        let document = preset(id);
        for (place, _, cell) in cells(&document) {
            let cell = cell.unwrap();
            assert!(matches!(cell.score, Some(Score::Triangle(low, likely, high)) if low < likely && likely < high));
            let [source] = cell.evidence else { panic!("{place}: one citation") };
            let cited = source.text.strip_prefix("Pifer 2022, point").unwrap().trim_start_matches(['s', ' ']);
            for point in cited.split(", ") {
                let point: u32 = point.parse().unwrap();
                assert!(document.about.context.contains(&format!("\n{point}. ")), "{place}: point {point}");
            }
        }
    }
}

#[test]
fn the_security_guarantee_ranks_as_the_article_argues() {
    let document = preset("security-guarantee");
    let expected = [
        ("The article’s argument", "Military modernization"),
        ("Protection above all", "Article 5-type guarantee"),
        ("Guarantors’ caution", "Military modernization"),
        ("Equal weights", "Military modernization"),
    ];
    assert_eq!(leaders(&document), expected.map(|(view, leader)| (view.to_owned(), leader.to_owned())));

    let ranking = ranking(&document, &document.weights);
    let lead = ranking[0].1 - ranking[1].1;
    assert!((12.0..18.0).contains(&lead), "clear, not absurd: {lead}");
    let share = crossover(&document, "Deterrence", "Military modernization", "Article 5-type guarantee");
    assert!((0.40..0.65).contains(&share), "{share}");
}

#[test]
fn the_security_guarantee_is_fair_to_the_guarantee() {
    let problem = Problem::of(&preset("security-guarantee"));
    for criterion in 0..2 {
        let column = problem.values.column(criterion);
        assert!(column[0] > column[1] && column[0] > column[2], "{}", problem.criteria[criterion].name);
    }
}

#[test]
fn the_security_guarantees_weights_are_whole_percentages() {
    let document = preset("security-guarantee");
    for share in Problem::of(&document).weights {
        assert!((share * 100.0 - (share * 100.0).round()).abs() < 1e-9, "{share}");
    }
    let equal = document.viewpoints.last().unwrap();
    for share in document.outline().shares(&equal.weights) {
        assert!((share - 1.0 / 9.0).abs() < 1e-12, "{share}");
    }
}

#[test]
fn the_extended_security_guarantee_adds_two_options_and_a_baseline() {
    let (short, long) = (preset("security-guarantee"), preset("security-guarantee-extended"));
    let mut options = long.alternatives.clone();
    let first_three = options.take(0, 3);
    assert_eq!(first_three, short.alternatives);
    assert_eq!(names(&long)[3..], ["Russian assurance alone (Budapest-type)", "Modernization plus sanctions pledge"]);
    assert_eq!(long.baseline, Some(long.alternatives[3].id));
    assert_eq!((&long.criteria, &long.weights, &long.viewpoints), (&short.criteria, &short.weights, &short.viewpoints));
    assert_eq!(leaders(&long), leaders(&short));
    assert_eq!(ranking(&long, &long.weights).last().unwrap().0, names(&long)[3]);
}

#[test]
fn the_office_has_the_published_totals() {
    let (document, case) = (preset("office-location"), golden("gw_office_smart"));
    let totals = totals(&document);
    assert_eq!(totals.len(), 7);
    for (name, total) in totals {
        let published = case["expected"][&name].as_f64().unwrap();
        assert!((total - published).abs() < 0.05, "{name}: {total}, published {published}");
        let row = document.alternatives.iter().position(|option| option.name == name).unwrap();
        let scores = Problem::of(&document).scores;
        let own: Vec<f64> = (0..6).map(|j| scores.get(row, j)).collect();
        assert_eq!(own, numbers(&case["matrix"][&name]), "{name}");
    }
    let criteria: Vec<&str> = case["criteria"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(document.leaves().iter().map(|leaf| leaf.name.as_str()).collect::<Vec<_>>(), criteria);
}

fn assert_matrix(document: &Document, case: &Value) {
    let scores = Problem::of(document).scores;
    assert_eq!(document.alternatives.len(), case["matrix"].as_object().unwrap().len());
    for (row, alternative) in document.alternatives.iter().enumerate() {
        let own: Vec<f64> = (0..document.leaves().len()).map(|j| scores.get(row, j)).collect();
        assert_eq!(own, numbers(&case["matrix"][&alternative.name]), "{}", alternative.name);
    }
}

#[test]
fn the_fighter_aircraft_are_the_published_ones() {
    let (document, case) = (preset("fighter-aircraft"), golden("hy_fighter"));
    assert_matrix(&document, &case);
    let problem = Problem::of(&document);
    for (own, published) in problem.weights.iter().zip(numbers(&case["weights"])) {
        assert!((own - published).abs() < 1e-12);
    }
    for (criterion, published) in problem.criteria.iter().zip(case["criteria"].as_array().unwrap()) {
        let smaller_is_better = published.as_str().unwrap().ends_with('-');
        assert_eq!(criterion.direction == Direction::Min, smaller_is_better, "{}", criterion.name);
    }
}

#[test]
fn the_hydro_plants_are_the_published_ones() {
    let (document, case) = (preset("hydro-plants"), golden("brans_vincke_mareschal_1986"));
    assert_matrix(&document, &case);
    let problem = Problem::of(&document);
    assert!(problem.weights.iter().all(|share| (share - 1.0 / 6.0).abs() < 1e-12));
    for (j, criterion) in problem.criteria.iter().enumerate() {
        assert_eq!(criterion.direction == Direction::Min, case["dirs"][j] == "min", "{}", criterion.name);
        let published = &case["pref"][j];
        assert_eq!(criterion.outranking.preference.id(), published[0], "{}", criterion.name);
        let own: serde_json::Map<String, Value> =
            criterion.outranking.thresholds().map(|(name, x)| (name.to_owned(), x.into())).collect();
        let thresholds = published[1].as_object().unwrap();
        assert_eq!(own.len(), thresholds.len(), "{}", criterion.name);
        for (name, x) in &own {
            assert_eq!(x.as_f64(), thresholds[name].as_f64(), "{}: {name}", criterion.name);
        }
    }
}

#[test]
fn the_everyday_presets_show_every_kind_of_scale_and_score() {
    let documents = [preset("laptop"), preset("job-offer")];
    let scales: Vec<&Scale> = documents.iter().flat_map(|document| document.leaves()).map(|leaf| &leaf.scale).collect();
    let measures =
        || scales.iter().filter_map(|scale| if let Scale::Measure(measure) = scale { Some(measure) } else { None });
    assert!(scales.iter().any(|scale| matches!(scale, Scale::Rating { .. })));
    assert!(scales.iter().any(|scale| matches!(scale, Scale::Levels(_))));
    assert!(scales.iter().any(|scale| matches!(scale, Scale::YesNo { best: Answer::Yes })));
    assert!(measures().any(|measure| matches!(measure.value, ValueFunction::Piecewise(_))));
    assert!(measures().any(|measure| matches!(measure.direction, Direction::Target(_))));
    assert!(measures().any(|measure| measure.direction == Direction::Min));
    assert!(measures().any(|measure| measure.direction == Direction::Max));

    let scores: Vec<Option<Score>> = documents.iter().flat_map(cells).map(|(_, _, cell)| cell.unwrap().score).collect();
    assert!(scores.iter().any(Option::is_none));
    assert!(scores.iter().any(|score| matches!(score, Some(Score::Exact(_)))));
    assert!(scores.iter().any(|score| matches!(score, Some(Score::Range(..)))));
    assert!(scores.iter().any(|score| matches!(score, Some(Score::Triangle(..)))));
    assert!(scores.iter().any(|score| matches!(score, Some(Score::Level(_)))));
}

#[test]
fn the_everyday_presets_turn_on_the_weights() {
    for id in ["laptop", "job-offer"] {
        let document = preset(id);
        let winners: BTreeSet<String> = leaders(&document).into_iter().map(|(_, leader)| leader).collect();
        assert!(winners.len() >= 3, "{id}: {winners:?}");
    }
}

#[test]
fn numbers_stay_on_their_scales() {
    for id in ids() {
        let document = preset(id);
        for (place, leaf, cell) in cells(&document) {
            let bounds = cell.and_then(|cell| cell.score?.bounds(&leaf.scale));
            let (Some((low, high)), Some(ends)) = (bounds, leaf.scale.ends()) else { continue };
            let (least, most) = (ends.worst.min(ends.best), ends.worst.max(ends.best));
            assert!(least <= low && high <= most, "{id}: {place} is clipped");
        }
    }
}

#[test]
fn blank_has_nothing_to_clear_away() {
    let document = preset("blank");
    assert_eq!(names(&document), ["Option 1", "Option 2"]);
    assert_eq!(document.leaves().len(), 2);
    assert!(document.alternatives.columns().all(|(_, column)| column.is_empty()));
}
