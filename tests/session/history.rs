//! Undo, redo, the mark of what is unsaved, and results kept fresh.

use counterpoise::files::{self, Format};
use counterpoise::model::{Scope, violations};
use counterpoise::session::{Action, Outcome, Session};
use proptest::prelude::*;

use crate::actions::{action, perform};
use crate::acts::Acts;
use crate::{documents, id, preset, saved};

/// Asserts that nothing of a session is stale or broken.
fn sound(session: &Session) -> Result<(), TestCaseError> {
    let document = session.document();
    prop_assert_eq!(violations(document), vec![]);
    let text = saved(session);
    let read = files::parse(&text, Format::Ron);
    prop_assert!(read.as_ref().is_ok_and(|read| read == document), "{:?} is not\n{}", read, text);

    let model = session.model();
    let sum: f64 = model.weights().iter().sum();
    prop_assert!(model.weights().is_empty() || (sum - 1.0).abs() < 1e-9, "the weights sum to {}", sum);
    prop_assert!(model.weights().iter().all(|weight| (0.0..=1.0 + 1e-9).contains(weight)));

    let fresh = Session::new(document.clone());
    let bits = |values: &[f64]| values.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
    prop_assert_eq!(bits(model.weights()), bits(fresh.model().weights()));
    prop_assert_eq!(bits(model.values()), bits(fresh.model().values()));
    let coverage = |model: &counterpoise::analysis::Model| -> Vec<f64> {
        (0..model.values().len()).map(|row| model.coverage()[row]).collect()
    };
    prop_assert_eq!(bits(&coverage(model)), bits(&coverage(fresh.model())));
    prop_assert_eq!(model.ranking(), fresh.model().ranking());
    prop_assert_eq!(model.outline(), fresh.model().outline());
    prop_assert_eq!(session.lead(), fresh.lead());
    prop_assert_eq!(session.tip().to_string(), fresh.tip().to_string());
    // While a weight moves the checks wait until it rests.
    if !session.is_dragging() {
        prop_assert_eq!(session.checks(), fresh.checks());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_sequence_is_sound_and_taken_back_and_made_again(
        document in documents::document(),
        actions in prop::collection::vec(action(), 1..30),
    ) {
        let mut session = Session::new(document);
        let first = saved(&session);
        for action in &actions {
            let before = saved(&session);
            let state = session.history().state();
            if matches!(perform(&mut session, action), Some(Err(_) | Ok(Outcome::Unchanged))) {
                prop_assert_eq!(&saved(&session), &before, "{:?} failed and changed something", action);
                prop_assert_eq!(session.history().state(), state);
            }
            if session.history().state() == state {
                prop_assert_eq!(&saved(&session), &before, "{:?} changed something without a step", action);
            }
            sound(&session)?;
        }
        while session.redo() {}
        let last = saved(&session);
        while session.undo() {}
        prop_assert_eq!(saved(&session), first);
        prop_assert!(!session.is_unsaved());
        sound(&session)?;
        while session.redo() {}
        prop_assert_eq!(saved(&session), last);
        sound(&session)?;
    }

    /// Each single step leads back to where it came from.
    #[test]
    fn a_step_leads_back(document in documents::document(), actions in prop::collection::vec(action(), 1..12)) {
        let mut session = Session::new(document);
        for action in &actions {
            session.rest();
            let (before, state) = (saved(&session), session.history().state());
            if matches!(action, Action::Undo | Action::Redo) || !matches!(perform(&mut session, action), Some(Ok(_))) {
                continue;
            }
            let after = saved(&session);
            if session.history().state() != state {
                prop_assert!(session.undo());
                prop_assert_eq!(&saved(&session), &before, "{:?}", action);
                prop_assert_eq!(session.history().state(), state);
                prop_assert!(session.redo());
                prop_assert_eq!(&saved(&session), &after, "{:?}", action);
            }
        }
    }
}

#[test]
fn a_drag_is_one_step_and_has_its_ends_in_its_name() {
    let mut session = preset("security-guarantee");
    let before = saved(&session);
    let node = session.model().outline().entries()[1].id;
    for step in 0..500 {
        session.move_weight(node, f64::from(step) / 1000.0, Scope::Everything).unwrap();
    }
    session.rest();
    assert_eq!(session.history().labels().count(), 1);
    let label = session.history().undo_label().unwrap().to_owned();
    assert!(label.ends_with("to 50\u{202f}%"), "{label}");
    session.move_weight(node, 0.2, Scope::Everything).unwrap();
    assert_eq!(session.history().labels().count(), 2, "after seal comes a new step");
    session.undo();
    session.undo();
    assert_eq!(saved(&session), before);
}

/// The step of a drag leads from where it began to where it ended, and back.
#[test]
fn a_drag_is_made_again_as_a_whole() {
    let mut session = preset("security-guarantee");
    session.even_out().unwrap();
    let before = saved(&session);
    let node = session.model().outline().entries()[0].id;
    for share in [0.9, 0.2, 0.6] {
        session.move_weight(node, share, Scope::Everything).unwrap();
    }
    let after = saved(&session);
    assert!(session.undo());
    assert_eq!(saved(&session), before);
    assert!(session.redo());
    assert_eq!(saved(&session), after);
    assert_eq!(session.history().labels().count(), 2);
}

/// There and back is no step, whatever else a weight notes down when it moves.
#[test]
fn a_drag_there_and_back_leaves_nothing() {
    let mut session = preset("security-guarantee");
    let before = saved(&session);
    let node = session.model().outline().entries()[0].id;
    let start = session.model().share(0);
    session.move_weight(node, 0.9, Scope::Everything).unwrap();
    assert_ne!(saved(&session), before);
    assert!(session.is_unsaved());
    session.move_weight(node, start, Scope::Everything).unwrap();
    assert_eq!(saved(&session), before, "the ends it was weighed with are as they were too");
    assert!(!session.is_unsaved(), "even before the hand goes");
    // The path is still the one that began with the drag.
    session.move_weight(node, 0.0, Scope::Everything).unwrap();
    session.move_weight(node, start, Scope::Everything).unwrap();
    session.rest();
    assert_eq!(saved(&session), before);
    assert!(!session.undo(), "no step was made");
}

/// What was undone can be made again unless something has really moved.
#[test]
fn a_drag_there_and_back_keeps_what_was_undone() {
    let mut session = preset("security-guarantee");
    session.even_out().unwrap();
    session.undo();
    let node = session.model().outline().entries()[0].id;
    let start = session.model().share(0);
    session.move_weight(node, 0.9, Scope::Everything).unwrap();
    assert_eq!(session.history().redo_label(), None);
    session.move_weight(node, start, Scope::Everything).unwrap();
    assert_eq!(session.history().redo_label(), Some("Even out the weights"));
    assert!(session.redo());
}

#[test]
fn saving_in_the_middle_of_a_drag_there_and_back_stays_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = preset("security-guarantee");
    let node = session.model().outline().entries()[0].id;
    let start = session.model().share(0);
    session.move_weight(node, 0.9, Scope::Everything).unwrap();
    session.move_weight(node, start, Scope::Everything).unwrap();
    session.save_to(folder.path().join("decision.ron")).unwrap();
    assert!(!session.is_unsaved());
    session.rest();
    assert!(!session.is_unsaved());
}

/// A refused action ends a drag as any other does.
#[test]
fn whatever_else_is_asked_for_ends_a_drag() {
    let others = [
        Action::SetBaseline,
        Action::Undo,
        Action::Redo,
        Action::UnlockAll,
        Action::DeleteOption(id("nobody")),
        Action::AddOption { at: 0 },
    ];
    for other in others {
        let mut session = preset("security-guarantee");
        let node = session.model().outline().entries()[0].id;
        session.move_weight(node, 0.9, Scope::Everything).unwrap();
        assert!(session.is_dragging());
        drop(session.perform(other.clone()));
        assert!(!session.is_dragging(), "{other:?}");
    }
}

#[test]
fn a_drag_of_another_weight_is_another_step() {
    let mut session = preset("laptop");
    let leaves: Vec<_> = session.document().leaves().iter().map(|leaf| leaf.id).collect();
    session.move_weight(leaves[0], 0.3, Scope::Everything).unwrap();
    session.move_weight(leaves[1], 0.3, Scope::Everything).unwrap();
    assert_eq!(session.history().labels().count(), 2);
}

/// However far the hand goes in between: where the weight is where it was, so are all others.
#[test]
fn a_drag_there_and_back_restores_every_weight() {
    let mut session = preset("security-guarantee");
    let before = session.model().weights().to_vec();
    let node = session.model().outline().entries()[0].id;
    let start = session.model().share(0);
    for share in [0.9, 1.0, 0.0, start] {
        session.move_weight(node, share, Scope::Everything).unwrap();
    }
    for (before, after) in before.iter().zip(session.model().weights()) {
        assert!((before - after).abs() < 1e-12, "{before} became {after}");
    }
}

#[test]
fn the_mark_of_unsaved_follows_the_saved_state() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("decision.ron");
    let mut session = preset("laptop");
    assert!(!session.is_unsaved(), "a preset just opened");
    session.add_option(0).unwrap();
    assert!(session.is_unsaved());
    session.undo();
    assert!(!session.is_unsaved(), "undone to where it began");
    session.redo();
    session.save_to(path.clone()).unwrap();
    assert!(!session.is_unsaved());
    session.undo();
    assert!(session.is_unsaved(), "the file holds more than the document");
    session.redo();
    assert!(!session.is_unsaved(), "redone to what is in the file");
    session.undo();
    session.add_option(0).unwrap();
    session.undo();
    session.redo();
    assert!(session.is_unsaved(), "another way forward is another document");
    assert_eq!(saved(&Session::open(&path).unwrap()), std::fs::read_to_string(&path).unwrap());
}

#[test]
fn saving_ends_a_drag() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = preset("laptop");
    let leaf = session.document().leaves()[0].id;
    session.move_weight(leaf, 0.3, Scope::Everything).unwrap();
    session.save_to(folder.path().join("decision.ron")).unwrap();
    session.move_weight(leaf, 0.4, Scope::Everything).unwrap();
    session.undo();
    assert!(!session.is_unsaved(), "undo returns to the very state that was saved");
}

#[test]
fn a_new_step_forgets_what_was_undone() {
    let mut session = preset("laptop");
    session.add_option(0).unwrap();
    session.undo();
    assert_eq!(session.history().redo_label(), Some("Add option"));
    session.set_lock(session.document().leaves()[0].id, true).unwrap();
    assert_eq!(session.history().redo_label(), None);
    assert!(!session.redo());
}

/// What is as it should be already makes no step, so that nothing is unsaved that was not changed.
#[test]
fn an_action_that_changes_nothing_makes_no_step() {
    let mut session = preset("security-guarantee");
    let document = session.document().clone();
    let option = document.alternatives[0].clone();
    let leaf = document.leaves()[0].clone();
    let group = document.criteria[0].as_group().unwrap().clone();
    let view = document.viewpoints[0].clone();
    if document.viewpoint != Some(view.id) {
        session.choose_viewpoint(view.id).unwrap();
    }
    let state = session.history().state();
    session.choose_viewpoint(view.id).unwrap();
    session.rename_viewpoint(view.id, &view.name).unwrap();
    session.save_viewpoint(&view.name).unwrap();
    session.describe_option(option.id, &option.name, &option.description).unwrap();
    session.set_baseline_option(document.baseline).unwrap();
    session.describe_group(group.id, &group.name, &group.description).unwrap();
    session.set_criterion(leaf.clone()).unwrap();
    session.set_about(document.about.clone()).unwrap();
    session.set_lock(leaf.id, session.is_locked(leaf.id)).unwrap();
    session.move_node(leaf.id, document.node_place(leaf.id).unwrap().0, 0).unwrap();
    assert_eq!(session.history().state(), state, "{:?}", session.history().undo_label());
}

#[test]
fn unknown_ids_are_refused() {
    let mut session = preset("laptop");
    let before = saved(&session);
    let nobody = id("nobody");
    assert!(session.move_weight(nobody, 0.5, Scope::Everything).is_err());
    assert!(session.set_lock(nobody, true).is_err());
    assert!(session.choose_viewpoint(nobody).is_err());
    assert!(session.delete_option(nobody).is_err());
    assert!(session.duplicate_node(nobody).is_err());
    assert!(session.delete_node(nobody).is_err());
    assert!(session.set_baseline_option(Some(nobody)).is_err());
    assert_eq!(saved(&session), before);
    assert!(!session.is_unsaved());
}
