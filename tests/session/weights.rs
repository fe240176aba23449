//! Sums, locks, even-out, reset and viewpoints.

use std::collections::BTreeMap;

use counterpoise::model::{Id, Scale, Scope};
use counterpoise::session::{NodeKind, Session};
use proptest::prelude::*;

use crate::actions::{perform, weight_action};
use crate::acts::Acts;
use crate::{criterion, document, documents, group, id, preset};

fn shares(session: &Session) -> BTreeMap<Id, f64> {
    let outline = session.model().outline();
    outline.entries().iter().enumerate().map(|(at, entry)| (entry.id, session.model().share(at))).collect()
}

fn share(session: &Session, name: &str) -> f64 {
    shares(session)[&id(name)]
}

#[track_caller]
fn assert_close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// A node that is locked the whole time weighs the same at the end.
    #[test]
    fn locks_hold(
        document in documents::document(),
        actions in prop::collection::vec(weight_action(), 1..40),
        locked in prop::collection::vec(any::<prop::sample::Index>(), 1..3),
    ) {
        prop_assume!(!document.criteria.is_empty());
        let mut session = Session::new(document);
        let nodes: Vec<Id> = shares(&session).into_keys().collect();
        for at in &locked {
            session.set_lock(nodes[at.index(nodes.len())], true).unwrap();
        }
        let locked = session.document().locks.clone();
        let before = shares(&session);
        for action in &actions {
            perform(&mut session, action);
            for id in &locked {
                session.set_lock(*id, true).unwrap();
            }
            let after = shares(&session);
            for id in &locked {
                prop_assert!((before[id] - after[id]).abs() < 1e-9, "{}: {} to {}", id, before[id], after[id]);
            }
        }
    }

    /// Moving a criterion to another group changes where it stands and not what it weighs.
    #[test]
    fn a_move_in_the_tree_keeps_all_weights(
        document in documents::document(),
        node in any::<prop::sample::Index>(),
        parent in any::<prop::sample::Index>(),
    ) {
        prop_assume!(document.outline().leaves() > 0);
        let mut session = Session::new(document);
        let nodes: Vec<Id> = shares(&session).into_keys().collect();
        let before = shares(&session);
        session.move_node(nodes[node.index(nodes.len())], Some(nodes[parent.index(nodes.len())]), 0).ok();
        for leaf in session.document().leaves() {
            prop_assert!((before[&leaf.id] - shares(&session)[&leaf.id]).abs() < 1e-9);
        }
    }
}

#[test]
fn a_locked_weight_does_not_move() {
    let mut session = preset("laptop");
    let leaf = session.document().leaves()[0].id;
    session.set_lock(leaf, true).unwrap();
    let state = session.history().state();
    session.move_weight(leaf, 0.9, Scope::Everything).unwrap();
    assert_eq!(session.history().state(), state);
}

#[test]
fn even_out_shares_what_locks_leave() {
    let tree = || vec![group("g", vec![criterion("a", Scale::default()), criterion("b", Scale::default())])];
    let mut nodes = tree();
    nodes.push(criterion("c", Scale::default()));
    nodes.push(criterion("d", Scale::default()));
    let mut session = Session::new(document(nodes, &["A"]));
    session.move_weight(id("d"), 0.7, Scope::Everything).unwrap();
    session.set_lock(id("d"), true).unwrap();
    session.even_out().unwrap();
    for name in ["a", "b", "c"] {
        assert_close(share(&session, name), 0.1);
    }
    assert_close(share(&session, "d"), 0.7);
    session.unlock_all().unwrap();
    session.even_out().unwrap();
    for name in ["a", "b", "c", "d"] {
        assert_close(share(&session, name), 0.25);
    }
    let state = session.history().state();
    session.even_out().unwrap();
    assert_eq!(session.history().state(), state, "what is even is left alone");
}

#[test]
fn reset_returns_to_the_baseline() {
    let mut session = preset("security-guarantee");
    let before = session.document().weights.clone();
    let leaf = session.document().leaves()[3].id;
    session.move_weight(leaf, 0.8, Scope::Everything).unwrap();
    session.reset_weights().unwrap();
    assert_eq!(session.document().weights, before);
    session.move_weight(leaf, 0.5, Scope::Everything).unwrap();
    session.set_baseline();
    session.move_weight(leaf, 0.1, Scope::Everything).unwrap();
    session.reset_weights().unwrap();
    let at = session.model().outline().find(leaf).unwrap();
    assert_close(session.model().share(at), 0.5);
}

/// A criterion that came after the baseline keeps its part among its siblings, whatever numbers the points are.
#[test]
fn reset_leaves_a_newcomer_its_part() {
    let tree = vec![criterion("a", Scale::default()), criterion("b", Scale::default())];
    let mut session = Session::new(document(tree, &["A"]));
    session.move_weight(id("a"), 0.9, Scope::Everything).unwrap();
    let new = session.add_node(NodeKind::Criterion, None, 2).unwrap();
    let part = shares(&session)[&new];
    assert_close(part, 1.0 / 3.0);
    session.reset_weights().unwrap();
    assert_close(shares(&session)[&new], part);
    assert_close(share(&session, "a"), share(&session, "b"));
}

#[test]
fn a_viewpoint_is_chosen_edited_and_saved() {
    let mut session = preset("security-guarantee");
    let views: Vec<Id> = session.document().viewpoints.iter().map(|view| view.id).collect();
    assert_eq!(views.len(), 4);
    for view in &views {
        session.choose_viewpoint(*view).unwrap();
        assert!(!session.viewpoint_is_edited());
        assert_eq!(session.document().viewpoint, Some(*view));
    }
    let leaf = session.document().leaves()[0].id;
    session.move_weight(leaf, 0.5, Scope::Everything).unwrap();
    assert!(session.viewpoint_is_edited());
    session.save_viewpoint("Mine").unwrap();
    assert!(!session.viewpoint_is_edited());
    assert_eq!(session.document().viewpoints.len(), 5);
    session.move_weight(leaf, 0.2, Scope::Everything).unwrap();
    session.save_viewpoint("Mine").unwrap();
    assert_eq!(session.document().viewpoints.len(), 5, "one of the same name is replaced");
    assert!(session.rename_viewpoint(views[0], "Mine").is_err(), "the name is taken");
    assert!(session.save_viewpoint(" ").is_err());
    let mine = session.document().viewpoint.unwrap();
    let weights = session.document().weights.clone();
    session.delete_viewpoint(mine).unwrap();
    assert_eq!(session.document().viewpoint, None);
    assert_eq!(session.document().weights, weights, "the weights stay");
}

/// The view of the article: what protects most leads where protection counts most.
#[test]
fn the_leader_follows_the_viewpoint() {
    let mut session = preset("security-guarantee");
    let leader = |session: &Session| {
        session.document().alternatives[session.model().ranking().winners()[0] as usize].name.clone()
    };
    let first = leader(&session);
    let view = session.document().viewpoints.iter().find(|view| view.name == "Protection above all").unwrap().id;
    session.choose_viewpoint(view).unwrap();
    assert_ne!(leader(&session), first);
    session.undo();
    assert_eq!(leader(&session), first);
}

/// Alt pressed at the end of a drag asks others to make room; where that changes nothing, what was moved before stays a step.
#[test]
fn a_move_that_changes_nothing_takes_no_other_step_with_it() {
    let mut session = preset("security-guarantee");
    let first = session.document().weights.clone();
    let node = session.document().leaves()[0].id;
    session.move_weight(node, 0.5, Scope::Everything).unwrap();
    session.move_weight(node, 0.5, Scope::Siblings).unwrap();
    session.rest();
    assert!(session.is_unsaved());
    assert!(session.undo());
    assert_eq!(session.document().weights, first);
    assert!(!session.undo(), "one step was made");
}
