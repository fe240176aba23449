//! Options, criteria and groups: added, copied, moved, and the documents at the edges.

use counterpoise::model::{
    Answer, Cell, Criterion, Direction, Document, Ends, Id, Level, Measure, Scale, Score, violations,
};
use counterpoise::session::{NodeKind, Session};

use crate::acts::Acts;
use crate::{criterion, document, group, id, matrix, preset, saved};

#[test]
fn a_copied_group_gets_names_that_are_free() {
    let children = vec![criterion("Cost", Scale::default()), criterion("Cost 2", Scale::default())];
    let mut session = Session::new(document(vec![group("g", children)], &["A"]));
    session.set_score(id("A"), id("Cost"), Some(Score::Exact(30.0))).unwrap();
    session.set_score(id("A"), id("Cost 2"), Some(Score::Exact(70.0))).unwrap();
    let copy = session.duplicate_node(id("g")).unwrap();
    let copied: Vec<(String, Option<f64>)> = session
        .document()
        .node(copy)
        .unwrap()
        .children()
        .iter()
        .map(|child| {
            let score = session.document().cell(id("A"), child.id()).and_then(|cell| cell.score);
            (child.name().to_owned(), score.and_then(|score| score.point(&Scale::default())))
        })
        .collect();
    assert_eq!(copied, [("Cost 3".to_owned(), Some(30.0)), ("Cost 4".to_owned(), Some(70.0))]);
    assert!(violations(session.document()).is_empty());
}

#[test]
fn a_copy_stands_behind_its_original_with_its_scores() {
    let mut session = preset("laptop");
    let first = session.document().alternatives.row(0);
    let copy = session.duplicate_option(first.id).unwrap();
    let copy = session.document().alternatives.row(session.option_place(copy).unwrap());
    assert_eq!(session.option_place(copy.id).unwrap(), 1);
    assert_eq!(copy.scores, first.scores);
    assert_eq!(copy.name, format!("{} 2", first.name));
    let model = session.model();
    assert_eq!(model.values()[0].to_bits(), model.values()[1].to_bits());
    assert!(model.ranking().label(0).ends_with('='), "equal options tie");
}

#[test]
fn a_new_criterion_weighs_what_its_siblings_weigh_on_average() {
    let mut session = matrix(&[&[1.0, 2.0], &[3.0, 4.0]]);
    let new = session.add_node(NodeKind::Criterion, None, 1).unwrap();
    let names: Vec<Id> = session.document().leaves().iter().map(|leaf| leaf.id).collect();
    assert_eq!(names, [id("c1"), new, id("c2")]);
    for weight in session.model().weights() {
        assert!((weight - 1.0 / 3.0).abs() < 1e-12);
    }
}

/// An empty group weighs nothing; once it holds all there is, it must weigh everything.
#[test]
fn what_moves_into_a_weightless_group_keeps_its_weight() {
    let mut session = matrix(&[&[1.0, 2.0]]);
    let group = session.add_node(NodeKind::Group, None, 0).unwrap();
    session.move_weight(id("c1"), 0.8, counterpoise::model::Scope::Everything).unwrap();
    session.move_node(id("c2"), Some(group), 0).unwrap();
    session.move_node(id("c1"), Some(group), 0).unwrap();
    assert_eq!(violations(session.document()), vec![], "{}", saved(&session));
    assert!((session.model().weights()[0] - 0.8).abs() < 1e-12);
}

/// Weights that have moved while a group was empty do not take its own from it.
#[test]
fn a_criterion_in_a_group_that_was_empty_has_weight() {
    let mut session = matrix(&[&[1.0, 2.0]]);
    let group = session.add_node(NodeKind::Group, None, 0).unwrap();
    session.move_weight(id("c1"), 0.8, counterpoise::model::Scope::Everything).unwrap();
    session.add_node(NodeKind::Criterion, Some(group), 0).unwrap();
    assert!((session.model().weights()[0] - 1.0 / 3.0).abs() < 1e-9, "{:?}", session.model().weights());
}

#[test]
fn names_are_unique_and_not_blank() {
    let mut session = matrix(&[&[1.0, 2.0], &[3.0, 4.0]]);
    let before = saved(&session);
    assert!(session.describe_option(id("A"), "B", "").unwrap_err().to_string().contains("\"B\" is taken"));
    assert!(session.describe_option(id("A"), " ", "").is_err());
    let leaf = session.document().criterion(id("c1")).unwrap().clone();
    assert!(session.set_criterion(Criterion { name: "c2".into(), ..leaf.clone() }).is_err());
    assert!(session.set_criterion(Criterion { name: "\t".into(), ..leaf }).is_err());
    assert_eq!(saved(&session), before);
}

fn levels() -> Scale {
    let level = |name: &str, value| Level { id: Id::slug(name), name: name.into(), value };
    Scale::Levels(vec![level("Poor", 0.0), level("Fair", 40.0), level("Good", 100.0)])
}

/// The scores of the first criterion after its scale was replaced.
fn rescaled(scores: &[f64], scale: Scale) -> (Session, Vec<Option<Score>>) {
    let rows: Vec<[f64; 1]> = scores.iter().map(|x| [*x]).collect();
    let rows: Vec<&[f64]> = rows.iter().map(|row| &row[..]).collect();
    let mut session = matrix(&rows);
    let leaf = session.document().leaves()[0].clone();
    session.set_criterion(Criterion { scale, ..leaf }).unwrap();
    let alternatives = &session.document().alternatives;
    let carried = (0..alternatives.len()).map(|row| alternatives.score(row, id("c1"))).collect();
    (session, carried)
}

#[test]
fn scores_are_carried_over_to_another_kind_of_scale() {
    let level = |name: &str| Some(Score::Level(Id::slug(name)));
    let (mut session, carried) = rescaled(&[0.0, 35.0, 90.0, f64::NAN], levels());
    assert_eq!(carried, [level("Poor"), level("Fair"), level("Good"), None]);
    session.undo();
    assert_eq!(session.document().cell(id("B"), id("c1")).unwrap().to_cell(), Cell::of(Score::Exact(35.0)));
    let (mut session, carried) = rescaled(&[20.0, 80.0], Scale::YesNo { best: Answer::No });
    assert_eq!(carried, [level("Yes"), level("No")]);
    let leaf = session.document().leaves()[0].clone();
    session.set_criterion(Criterion { scale: Scale::Rating { worst: 10.0, best: 0.0 }, ..leaf }).unwrap();
    assert_eq!(session.document().cell(id("A"), id("c1")).unwrap().to_cell(), Cell::of(Score::Exact(10.0)));
}

/// A scale from the options: whichever way is better, what was better before is so now.
#[test]
fn scores_are_carried_over_the_right_way_round() {
    for direction in [Direction::Max, Direction::Min] {
        let (mut session, _) = rescaled(&[0.0, 100.0], levels());
        let leaf = session.document().leaves()[0].clone();
        let scale = Scale::Measure(Measure { direction, ..Measure::default() });
        session.set_criterion(Criterion { scale, ..leaf }).unwrap();
        assert_eq!(session.model().ranking().winners(), [1], "{direction:?}");
    }
}

#[test]
fn numbers_stay_where_a_scale_of_numbers_follows() {
    let range = Some(Ends { worst: 50.0, best: 0.0 });
    let scale = Scale::Measure(Measure { direction: Direction::Min, range, ..Measure::default() });
    let (session, carried) = rescaled(&[10.0, 40.0], scale);
    assert_eq!(carried, [Some(Score::Exact(10.0)), Some(Score::Exact(40.0))]);
    assert_eq!(session.model().ranking().winners(), [0], "less is better now");
}

#[test]
fn an_unfit_scale_is_refused_and_nothing_is_lost() {
    let mut session = matrix(&[&[1.0]]);
    let before = saved(&session);
    let leaf = session.document().leaves()[0].clone();
    for scale in [Scale::Levels(Vec::new()), Scale::Rating { worst: 1.0, best: 1.0 }] {
        assert!(session.set_criterion(Criterion { scale, ..leaf.clone() }).is_err());
        assert_eq!(saved(&session), before);
    }
}

#[test]
fn ties_are_ranked_as_such() {
    let session = matrix(&[&[50.0, 50.0], &[100.0, 0.0], &[0.0, 0.0]]);
    let labels: Vec<String> = (0..3).map(|row| session.model().ranking().label(row)).collect();
    assert_eq!(labels, ["1=", "1=", "3"]);
    assert!(
        session.ranking_text().starts_with("rank\toption\tvalue\tscored\n1=\tA\t50\t"),
        "{}",
        session.ranking_text()
    );
}

/// Whatever is missing, there is something to say and nothing to fall over.
#[test]
fn the_edges_have_results_too() {
    let options_only = document(Vec::new(), &["A", "B"]);
    let criteria_only = document(vec![criterion("c", Scale::default())], &[]);
    let groups_only = document(vec![group("g", vec![group("h", Vec::new())])], &["A"]);
    let single = matrix(&[&[70.0]]).document().clone();
    let unscored = document(vec![criterion("c", Scale::default())], &["A", "B"]);
    for document in [Document::default(), options_only, criteria_only, groups_only, single, unscored] {
        let mut session = Session::new(document);
        assert!(!session.lead().caption.to_string().is_empty());
        let _ = (session.tip(), session.checks().open.len(), session.ranking_text(), session.matrix_text());
        session.even_out().unwrap();
        session.reset_weights().unwrap();
        session.save_viewpoint("mine").unwrap();
        session.undo();
        let node = session.add_node(NodeKind::Criterion, None, 0).unwrap();
        session.delete_node(node).unwrap();
        let option = session.add_option(0).unwrap();
        session.shift_option(option, 1).unwrap();
        session.delete_option(option).unwrap();
        while session.undo() {}
        assert!(!session.is_unsaved());
    }
}

#[test]
fn a_deleted_baseline_option_comes_back_with_its_mark() {
    let mut session = preset("laptop");
    let option = session.document().alternatives[1].id;
    session.set_baseline_option(Some(option)).unwrap();
    let before = saved(&session);
    session.delete_option(option).unwrap();
    assert_eq!(session.document().baseline, None);
    session.undo();
    assert_eq!(saved(&session), before);
}

/// Only groups hold criteria; what is refused must not have been taken out of its place.
#[test]
fn a_criterion_is_no_place_to_move_to() {
    let mut session = matrix(&[&[1.0, 2.0]]);
    let before = saved(&session);
    assert!(session.move_node(id("c1"), Some(id("c2")), 0).is_err());
    assert!(session.move_node(id("c1"), Some(id("nobody")), 0).is_err());
    assert_eq!(saved(&session), before);
}
