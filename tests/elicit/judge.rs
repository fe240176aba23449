//! Judgements in the document.

use std::collections::BTreeMap;

use counterpoise::elicit::{ElicitError, judge, weigh};
use counterpoise::files::{Format, parse, to_string};
use counterpoise::model::{
    Document, Edit, EditError, Id, Information, Judgement, Judgements, Limit, Node, Pairwise, Points, RankFormula,
    violations,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::documents::document;
use crate::{close, id, tree};

fn points(given: &[(&str, f64)]) -> Points {
    given.iter().map(|(name, x)| (id(name), *x)).collect()
}

/// The weights of Price, Fuel, Looks and Comfort.
fn shares(document: &Document) -> Vec<f64> {
    document.outline().shares(&document.weights)
}

#[test]
fn a_tree_is_weighed_level_by_level() {
    let mut document = tree();
    let before = document.clone();
    let swing = Judgement::Swing(points(&[("Money", 100.0), ("Looks", 60.0), ("Comfort", 40.0)]));
    let edit = judge(&document, None, swing.clone()).unwrap();
    let undo = document.apply(edit).unwrap();
    let order = vec![vec![id("Fuel")], vec![id("Price")]];
    let ranks = Judgement::RankOrder { formula: RankFormula::Centroid, order };
    let edit = judge(&document, Some(id("Money")), ranks.clone()).unwrap();
    let undo_ranks = document.apply(edit).unwrap();
    close("overall", &shares(&document), &[0.125, 0.375, 0.3, 0.2], 1e-12);
    // Points that were given stand as they were given.
    close("points", &[document.weights[&id("Looks")]], &[60.0], 0.0);
    assert_eq!(document.judgements.of(None), Some(&swing));
    assert_eq!(document.judgements.of(Some(id("Money"))), Some(&ranks));

    document.apply(undo_ranks).unwrap();
    document.apply(undo).unwrap();
    assert_eq!(document, before);
}

#[test]
fn every_kind_weighs() {
    let document = tree();
    let three = |a: f64, b: f64, c: f64| points(&[("Money", a), ("Looks", b), ("Comfort", c)]);
    let weights = |judgement: &Judgement| -> Vec<f64> {
        weigh(&document, None, judgement).unwrap().weights.into_iter().map(|(_, weight)| weight).collect()
    };
    close("equal", &weights(&Judgement::Equal), &[1.0 / 3.0; 3], 1e-12);
    close("points", &weights(&Judgement::Points(three(6.0, 3.0, 3.0))), &[0.5, 0.25, 0.25], 1e-12);
    close("allocation", &weights(&Judgement::Allocation(three(20.0, 70.0, 10.0))), &[0.2, 0.7, 0.1], 1e-12);
    let ratios = vec![(id("Money"), id("Looks"), 2.0), (id("Comfort"), id("Looks"), 0.5)];
    let pairwise = Judgement::Pairwise(Pairwise { ratios, ..Pairwise::default() });
    close("pairwise", &weights(&pairwise), &[4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0], 1e-12);
    assert!(weigh(&document, None, &pairwise).unwrap().pairwise.unwrap().index < 1e-12);
    let best_worst = Judgement::BestWorst {
        best: id("Money"),
        worst: id("Comfort"),
        best_to_others: points(&[("Looks", 2.0), ("Comfort", 4.0)]),
        others_to_worst: points(&[("Looks", 2.0), ("Money", 4.0)]),
    };
    close("best-worst", &weights(&best_worst), &[4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0], 1e-8);
    let order = vec![vec![id("Looks"), id("Comfort")], vec![id("Money")]];
    let tied = Judgement::RankOrder { formula: RankFormula::RankSum, order };
    close("ranks", &weights(&tied), &[1.0 / 6.0, 2.5 / 6.0, 2.5 / 6.0], 1e-12);
    let empty = weigh(&document, None, &Judgement::DataDriven(Information::Entropy));
    assert_eq!(empty, Err(ElicitError::NoInformation));
}

#[test]
fn a_group_weighs_what_its_criteria_tell() {
    let csv = "option,A,B,C\n#group,G,G,\none,1,9,5\ntwo,4,2,5\nthree,9,7,1\n";
    let document = parse(csv, Format::Csv).unwrap();
    let judgement = Judgement::DataDriven(Information::StandardDeviation);
    let found = weigh(&document, None, &judgement).unwrap().weights;
    let problem = counterpoise::model::Problem::of(&document);
    let flat = counterpoise::elicit::standard_deviation::weights(&problem, 0..3).unwrap();
    let found: Vec<f64> = found.into_iter().map(|(_, weight)| weight).collect();
    close("group", &found, &[flat[0] + flat[1], flat[2]], 1e-12);
}

#[test]
fn who_is_left_out_is_named() {
    let document = tree();
    let some = Judgement::Points(points(&[("Looks", 1.0)]));
    let said = weigh(&document, None, &some).unwrap_err().to_string();
    assert_eq!(said, "nothing is said about Money and Comfort; judge every one, or remove it from the group");
    assert_eq!(weigh(&document, Some(id("Looks")), &some), Err(ElicitError::Unknown(id("Looks"))));
    assert_eq!(weigh(&Document::default(), None, &Judgement::Equal), Err(ElicitError::Nothing));
}

#[test]
fn ids_that_dangle_are_refused() {
    let mut document = tree();
    let group = |name: &str, judgement: Judgement| Judgements {
        groups: BTreeMap::from([(id(name), judgement)]),
        ..Judgements::default()
    };
    let top = |judgement: Judgement| Judgements { top: Some(judgement), ..Judgements::default() };
    let pairs = |ratios: &[(&str, &str, f64)]| {
        let ratios = ratios.iter().map(|(one, other, ratio)| (id(one), id(other), *ratio)).collect();
        Judgement::Pairwise(Pairwise { ratios, ..Pairwise::default() })
    };
    let wrong = [
        group("Nobody", Judgement::Equal),
        group("Looks", Judgement::Equal),
        top(Judgement::Points(points(&[("Price", 1.0)]))),
        top(Judgement::Points(points(&[("Looks", -1.0)]))),
        top(Judgement::RankOrder { formula: RankFormula::RankSum, order: vec![vec![id("Looks")], vec![id("Looks")]] }),
        top(pairs(&[("Looks", "Looks", 2.0)])),
        top(pairs(&[("Looks", "Money", 0.0)])),
        top(pairs(&[("Looks", "Money", 2.0), ("Money", "Looks", 2.0)])),
        Judgements { limits: vec![Limit::Within(id("Price"), 0.5, 0.4)], ..Judgements::default() },
        Judgements { limits: vec![Limit::AtLeast(id("Price"), id("Nobody"))], ..Judgements::default() },
        Judgements { options: BTreeMap::from([(id("Money"), Pairwise::default())]), ..Judgements::default() },
    ];
    for judgements in wrong {
        let before = document.clone();
        let refused = document.apply(Edit::SetJudgements(Box::new(judgements.clone())));
        assert!(matches!(refused, Err(EditError::Unfit { .. })), "{judgements:?}");
        assert_eq!(document, before);
        let unsound = Document { judgements, ..document.clone() };
        assert_eq!(violations(&unsound).len(), 1, "{unsound:?}");
    }
}

#[test]
fn the_file_reads_like_what_was_said() {
    let mut document = tree();
    let swing = Judgement::Swing(points(&[("Money", 100.0), ("Looks", 60.0), ("Comfort", 40.0)]));
    let edit = judge(&document, None, swing).unwrap();
    document.apply(edit).unwrap();
    let text = to_string(&document, Format::Ron).unwrap();
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("top: Swing({ \"comfort\": 40.0, \"looks\": 60.0, \"money\": 100.0, })"), "{text}");
    assert!(!to_string(&tree(), Format::Ron).unwrap().contains("judgements"));
}

#[test]
fn a_judgement_lives_as_long_as_what_it_is_about() {
    let mut document = tree();
    let top = Judgement::Points(points(&[("Money", 2.0), ("Looks", 1.0), ("Comfort", 1.0)]));
    let judgements = Judgements {
        top: Some(top),
        groups: BTreeMap::from([(id("Money"), Judgement::Allocation(points(&[("Price", 70.0), ("Fuel", 30.0)])))]),
        limits: vec![Limit::AtLeast(id("Price"), id("Looks")), Limit::Within(id("Fuel"), 0.1, 0.2)],
        options: BTreeMap::new(),
    };
    document.apply(Edit::SetJudgements(Box::new(judgements.clone()))).unwrap();
    let before = document.clone();
    // Moved out of its group, a criterion is not compared with its old siblings any more; its overall weight may be limited
    // all the same.
    let undo = document.apply(Edit::MoveNode { id: id("Price"), parent: None, to: 0 }).unwrap();
    assert_eq!(document.judgements.of(Some(id("Money"))), Some(&Judgement::Allocation(points(&[("Fuel", 30.0)]))));
    assert_eq!(document.judgements.limits, judgements.limits);
    document.apply(undo).unwrap();
    assert_eq!(document, before);

    let undo = document.apply(Edit::RemoveNode(id("Money"))).unwrap();
    assert_eq!(document.judgements.of(None), Some(&Judgement::Points(points(&[("Looks", 1.0), ("Comfort", 1.0)]))));
    assert!(document.judgements.groups.is_empty() && document.judgements.limits.is_empty());
    document.apply(undo).unwrap();
    assert_eq!(document, before);
}

proptest! {
    #[test]
    fn the_document_stays_sound_and_comes_back(document in document(), at: Index, to: Index, kind in 0..3) {
        let mut changed = document.clone();
        let nodes: Vec<Id> = document.outline().entries().iter().map(|entry| entry.id).collect();
        let groups: Vec<Id> = nodes.iter().copied().filter(|id| document.node(*id).and_then(Node::as_group).is_some()).collect();
        let edit = match kind {
            0 if !nodes.is_empty() => Edit::RemoveNode(*at.get(&nodes)),
            1 if !nodes.is_empty() => {
                let parent = (!groups.is_empty() && to.index(2) == 0).then(|| *to.get(&groups));
                Edit::MoveNode { id: *at.get(&nodes), parent, to: 0 }
            }
            _ if !document.alternatives.is_empty() => Edit::RemoveAlternative(at.get(&document.alternatives).id),
            _ => return Ok(()),
        };
        if let Ok(undo) = changed.apply(edit) {
            prop_assert_eq!(violations(&changed), vec![]);
            changed.apply(undo).unwrap();
            prop_assert_eq!(changed, document);
        }
    }

    #[test]
    fn judging_anew_what_was_judged_gives_sound_weights(document in document()) {
        let groups = document.judgements.groups.keys().copied().map(Some);
        for parent in std::iter::once(None).chain(groups) {
            let Some(judgement) = document.judgements.of(parent) else { continue };
            if let Ok(edit) = judge(&document, parent, judgement.clone()) {
                let mut judged = document.clone();
                let undo = judged.apply(edit).unwrap();
                prop_assert_eq!(violations(&judged), vec![]);
                judged.apply(undo).unwrap();
                prop_assert_eq!(&judged, &document);
            }
        }
    }
}
