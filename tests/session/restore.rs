//! A session that was written down, and made again from what was written.

use counterpoise::model::{Scope, Turn};
use counterpoise::session::{Action, Session, Standing};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::actions::{action, perform};
use crate::acts::Acts;
use crate::{documents, preset, saved};

fn written<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

fn restored(standing: &Standing, turns: &[Turn]) -> Session {
    let (session, taken) = Session::restore(written(standing), turns.iter().map(written));
    assert_eq!(taken, turns.len(), "every turn fits");
    session
}

fn labels(session: &Session) -> Vec<String> {
    session.history().labels().map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whenever a record begins and breaks off, what is made again from it has the same document, the same steps behind and
    /// ahead, and the same states; undone and made again, it goes through the same bytes.
    #[test]
    fn a_written_history_is_the_same_history(
        document in documents::document(),
        before in prop::collection::vec(action(), 0..12),
        after in prop::collection::vec(action(), 0..16),
    ) {
        let mut session = Session::new(document);
        for action in &before {
            perform(&mut session, action);
        }
        let standing = session.standing();
        let mut turns = Vec::new();
        for action in &after {
            perform(&mut session, action);
            turns.extend(session.take_turns());
        }
        session.rest();
        turns.extend(session.take_turns());

        let mut again = restored(&standing, &turns);
        prop_assert_eq!(labels(&again), labels(&session));
        prop_assert_eq!(again.history().state(), session.history().state());
        prop_assert_eq!(again.model().ranking(), session.model().ranking());
        prop_assert_eq!(again.is_unsaved(), session.is_unsaved());
        prop_assert_eq!(saved(&again), saved(&session));
        while session.undo() {
            prop_assert!(again.undo());
            prop_assert_eq!(saved(&again), saved(&session));
            prop_assert_eq!(again.is_unsaved(), session.is_unsaved());
        }
        prop_assert!(!again.undo());
        while session.redo() {
            prop_assert!(again.redo());
            prop_assert_eq!(saved(&again), saved(&session));
            prop_assert_eq!(again.history().state(), session.history().state());
        }
        prop_assert!(!again.redo());
    }
}

#[test]
fn a_drag_is_written_down_once_when_it_has_ended() {
    let mut session = preset("laptop");
    let standing = session.standing();
    let leaf = session.document().leaves()[0].id;
    for share in [0.3, 0.4, 0.5] {
        session.move_weight(leaf, share, Scope::Everything).unwrap();
        assert_eq!(session.take_turns(), []);
    }
    session.rest();
    let turns = session.take_turns();
    assert_eq!(turns.len(), 1);
    assert_eq!(session.take_turns(), []);
    let mut again = restored(&standing, &turns);
    assert_eq!(saved(&again), saved(&session));
    assert!(again.is_unsaved());
    assert!(again.undo());
    assert!(!again.is_unsaved(), "undone to what its file holds");
}

#[test]
fn nobody_who_does_not_ask_pays_for_turns() {
    let mut session = preset("laptop");
    session.even_out().unwrap();
    assert_eq!(session.take_turns(), []);
}

/// A record of another document is taken as far as it fits, and nothing of it is half made.
#[test]
fn turns_of_another_document_are_left_out() {
    let mut session = preset("laptop");
    let mut standing = session.standing();
    session.perform(Action::AddOption { at: 0 }).unwrap();
    let turns = session.take_turns();
    session.undo();
    let option = session.document().alternatives[0].id;
    session.describe_option(option, "Another", "").unwrap();
    let mut all = turns.clone();
    all.extend(session.take_turns());
    // The same option, called otherwise than when it was renamed.
    let (other, taken) = Session::restore(standing.clone(), all.clone());
    assert_eq!((taken, saved(&other)), (all.len(), saved(&session)));
    let mut renamed = Session::new((*standing.document).clone());
    renamed.describe_option(option, "Not the same", "").unwrap();
    standing.document = std::sync::Arc::new(renamed.document().clone());
    let (other, taken) = Session::restore(standing, all);
    assert_eq!(taken, 2, "the option is added and taken back");
    assert_eq!(saved(&other), saved(&renamed));
}

#[test]
fn what_is_done_after_a_crash_is_another_state() {
    let mut session = preset("laptop");
    let standing = session.standing();
    session.even_out().unwrap();
    let mut again = restored(&standing, &session.take_turns());
    again.undo();
    again.add_option(0).unwrap();
    assert_ne!(again.history().state(), session.history().state());
}
