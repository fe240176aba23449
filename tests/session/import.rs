//! What comes in is merged in three ways, each as one step.

use std::time::Instant;

use counterpoise::files::sheet::Workbook;
use counterpoise::files::{Format, parse, to_string};
use counterpoise::model::{Cell, Document, Edit, Id, Scale, Score, violations};
use counterpoise::session::{Action, MergePlan, MergeWay, Session};
use proptest::prelude::*;

use crate::acts::Acts;
use crate::documents;

fn csv(text: &str) -> Document {
    parse(text, Format::Csv).unwrap()
}

fn saved(document: &Document) -> String {
    to_string(document, Format::Ron).unwrap()
}

/// A decision with a rationale, a weight and a lock to be kept.
fn open() -> Session {
    let mut document = csv("option,Price,Looks,ABS\n#group,Money,,\n#weight,60,30,10\n#direction,min,,\n#unit,EUR,,\n\
        #levels,,poor=0/good=100,Yes=100/No=0\nClio,5000,good,Yes\nPolo,6000,poor,\n");
    let price = document.leaves()[0].id;
    let cell = document.alternatives.cell(0, price).unwrap().to_cell();
    document.alternatives.set(0, price, Cell { rationale: "The dealer's offer".into(), ..cell });
    document.locks.insert(price);
    Session::new(document)
}

#[test]
fn what_is_new_is_added_and_the_rest_stays() {
    let mut session = open();
    let incoming = csv(
        "option,price,Looks,Boot\n#group,Money,,Use\n#unit,,,l\n#levels,,poor=0/good=100,\nclio,1,poor,300\nJazz,5500,good,350\n",
    );
    let plan = MergePlan::new(session.document(), &incoming, MergeWay::Add);
    assert_eq!(plan.new_options, ["Jazz"]);
    assert_eq!(plan.new_criteria, ["Boot"]);
    assert!(plan.changed.is_empty() && plan.misfits.is_empty());
    assert_eq!(plan.summary(), "1 new option, 1 new criterion");
    let before = saved(session.document());
    session.merge(&plan).unwrap();
    let text = to_string(session.document(), Format::Csv).unwrap();
    assert!(text.contains("Clio,5000,good,Yes,300\nPolo,6000,poor,,\nJazz,5500,good,,350\n"), "{text}");
    assert!(text.contains("#group,Money,,,Use\n"), "{text}");
    assert_eq!(violations(session.document()), []);
    assert!(session.undo());
    assert_eq!(saved(session.document()), before);
}

#[test]
fn scores_are_updated_by_name_and_keep_what_they_rest_on() {
    let mut session = open();
    let incoming = csv("option, PRICE ,Looks\n#levels,,POOR=0/Good=100\nCLIO,4900,Good\nPolo,,Good\n");
    let plan = MergePlan::new(session.document(), &incoming, MergeWay::Update);
    let changed: Vec<[&str; 4]> =
        plan.changed.iter().map(|change| [&*change.option, &*change.criterion, &*change.from, &*change.to]).collect();
    assert_eq!(changed, [["Clio", "Price", "5000", "4900"], ["Polo", "Looks", "poor", "good"]]);
    assert_eq!(plan.unchanged, 1);
    assert_eq!(plan.summary(), "2 scores changed");
    let weights = session.document().weights.clone();
    session.merge(&plan).unwrap();
    let price = session.document().leaves()[0].id;
    let cell = session.document().alternatives.cell(0, price).unwrap();
    assert_eq!((cell.score, cell.rationale), (Some(Score::Exact(4900.0)), "The dealer's offer"));
    // What the table does not say stays.
    assert_eq!(session.document().alternatives.score(1, price), Some(Score::Exact(6000.0)));
    assert_eq!(session.document().weights, weights);
    assert_eq!(MergePlan::new(session.document(), &incoming, MergeWay::Update).summary(), "nothing changes");
}

#[test]
fn levels_are_found_to_the_letter_first() {
    let mut session = Session::new(csv("option,Grade\n#levels,A=0/a=50/b=100\nX,b\nY,b\n"));
    let plan =
        MergePlan::new(session.document(), &csv("option,Grade\n#levels,a=0/B=100\nX,a\nY,B\n"), MergeWay::Update);
    assert_eq!(plan.misfits, []);
    session.merge(&plan).unwrap();
    let text = to_string(session.document(), Format::Csv).unwrap();
    assert!(text.contains("X,a\nY,b\n"), "{text}");
    // Loosely it could be either.
    let session = Session::new(csv("option,Grade\n#levels,Ab=0/aB=100\nX,Ab\n"));
    let plan = MergePlan::new(session.document(), &csv("option,Grade\n#levels,AB=0/C=100\nX,AB\n"), MergeWay::Update);
    assert_eq!(plan.misfits.len(), 1);
    assert!(plan.misfits[0].reason.contains("\"AB\" is no level here"), "{}", plan.misfits[0].reason);
}

#[test]
fn a_score_that_does_not_fit_stops_the_whole_merge() {
    let mut session = open();
    let before = saved(session.document());
    for (table, reason) in [
        ("option,Looks\nClio,7\n", "\"7\" is no level here; use poor, good"),
        ("option,Price\n#levels,cheap=0/dear=100\nClio,cheap\n", "\"cheap\" is a word"),
        ("option,Price\n#unit,USD\nClio,7\n", "it is in USD, but the scale here is in EUR"),
    ] {
        let plan = MergePlan::new(session.document(), &csv(table), MergeWay::Update);
        assert_eq!(plan.misfits.len(), 1, "{table}");
        assert!(plan.misfits[0].reason.contains(reason), "{:?}", plan.misfits);
        let error = session.merge(&plan).unwrap_err().to_string();
        assert!(error.contains("Clio on ") && error.contains(reason), "{error}");
        assert_eq!(saved(session.document()), before);
        assert!(!session.is_unsaved());
    }
}

#[test]
fn all_is_replaced_but_the_words_about_the_decision() {
    let mut session = open();
    let mut about = session.document().about.clone();
    about.question = "Which one?".into();
    session.set_about(about.clone()).unwrap();
    let before = saved(session.document());
    let incoming = csv("option,Boot,Looks\n#weight,1,3\nA,1,2\nB,3,4\n");
    let plan = MergePlan::new(session.document(), &incoming, MergeWay::Replace);
    assert_eq!(plan.summary(), "2 new options, 2 new criteria, 2 options removed, 3 criteria removed");
    session.merge(&plan).unwrap();
    assert_eq!(*session.document(), Document { about, ..incoming });
    assert!(session.undo());
    assert_eq!(saved(session.document()), before);
}

#[test]
fn a_new_criterion_brings_its_cells_whole() {
    let mut session = open();
    let mut incoming = csv("option,Boot\nClio,300\n");
    let boot = incoming.leaves()[0].id;
    let cell = Cell { rationale: "measured".into(), ..Cell::of(Score::Exact(300.0)) };
    incoming.alternatives.set(0, boot, cell.clone());
    session.merge(&MergePlan::new(session.document(), &incoming, MergeWay::Add)).unwrap();
    let leaf = session.document().leaves()[3].clone();
    assert!(matches!(leaf.scale, Scale::Measure(_)));
    assert_eq!(session.document().alternatives.cell(0, leaf.id).unwrap().to_cell(), cell);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_merge_is_one_step_and_undo_brings_back_every_byte(
        mut document in documents::document(),
        mut incoming in documents::document(),
        way in prop::sample::select(MergeWay::ALL.to_vec()),
    ) {
        document.complete_weights();
        incoming.complete_weights();
        let before = saved(&document);
        let mut session = Session::new(document);
        let plan = MergePlan::new(session.document(), &incoming, way);
        match session.merge(&plan) {
            Ok(()) if plan.is_empty() => prop_assert_eq!(saved(session.document()), before),
            Ok(()) => {
                prop_assert!(violations(session.document()).is_empty(), "{:?}", violations(session.document()));
                prop_assert!(session.undo());
                prop_assert_eq!(saved(session.document()), before);
            }
            Err(error) => {
                prop_assert!(!plan.misfits.is_empty(), "{}", error);
                prop_assert_eq!(saved(session.document()), before);
            }
        }
    }
}

/// A table with many columns and two rows.
fn wide(columns: usize, name: &str) -> Document {
    let record = |cell: &dyn Fn(usize) -> String| (0..columns).map(cell).collect::<Vec<_>>().join(",");
    let heads = record(&|at| format!("{name} {at}"));
    let [a, b] = [3, 5].map(|x| record(&|at| (at * x % 7).to_string()));
    csv(&format!("option,{heads}\nA,{a}\nB,{b}\n"))
}

/// Four times the criteria take about four times as long to come in, be taken back, and come in again: sixteen times would
/// be a look at all of them for each of them. The quickest of a few runs each.
#[test]
fn many_criteria_come_in_one_by_one_and_not_each_with_all() {
    let took = |columns: usize, way: MergeWay| {
        let (there, incoming) = (wide(columns, "old"), wide(columns, "new"));
        let run = || {
            let mut document = there.clone();
            let start = Instant::now();
            let plan = MergePlan::new(&there, &incoming, way);
            let Ok(Action::Merge { edits, .. }) = plan.action() else { panic!("it fits") };
            let back = document.apply(Edit::Batch(edits)).unwrap();
            document.apply(back).unwrap();
            let took = start.elapsed();
            assert_eq!(document, there);
            took
        };
        (0..3).map(|_| run()).min().unwrap()
    };
    for way in [MergeWay::Add, MergeWay::Replace] {
        let (few, many) = (took(1000, way), took(4000, way));
        assert!(many < 10 * few, "{way:?}: {few:?}, then {many:?}");
    }
}

#[test]
fn what_is_copied_as_text_comes_in_with_the_same_names() {
    let options =
        ["=1+2", "+x", "-y", "@SUM(A1)", "'=x", "#x", "\\#x", "\\\\#weight", "#weight", "a|b;c", "\"q\"", "'n Beetje"];
    let mut document = csv("option,=A,+B,-C,@D\n#levels,,,,a\\/b=0/-=50/'-=100\nx,1,2,3,a\\/b\ny,3,2..4,1,-\n");
    document.alternatives = (0_u32..)
        .zip(options)
        .map(|(at, name)| {
            let mut option = document.alternatives.row(at as usize % 2);
            (option.id, option.name) = (Id::slug(&format!("o{at}")), name.into());
            option
        })
        .collect();
    let text = Session::new(document.clone()).matrix_text();
    let workbook = Workbook::of_text(&text).unwrap();
    let recognised = workbook.recognise().unwrap();
    assert_eq!(recognised.doubts, []);
    let read = recognised.reading.document(&workbook).unwrap();
    let names = |document: &Document| {
        let options = document.alternatives.iter().map(|option| option.name.clone());
        options.chain(document.leaves().into_iter().map(|leaf| leaf.name.clone())).collect::<Vec<_>>()
    };
    assert_eq!(names(&read), names(&document));
    assert_eq!(to_string(&read, Format::Csv).unwrap(), to_string(&document, Format::Csv).unwrap());
}
