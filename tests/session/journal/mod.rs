//! What a crash leaves of a document: all of it comes back, with its history, and what was saved can be returned to.

mod starts;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use counterpoise::files::journal::{Folder, JournalError};
use counterpoise::files::{self, Format, Stamp, Task};
use counterpoise::model::Scope;
use counterpoise::session::{Action, Keeper, Kept, Recovered, Session};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::actions::{action, perform};
use crate::acts::Acts;
use crate::{documents, preset, saved};

fn keeper(place: &TempDir) -> Keeper {
    Keeper::new(Folder::new(place.path().join("state")), || ())
}

/// Ends the program on the spot, as far as one can within it: nothing is closed.
fn crash(keeper: Keeper) {
    keeper.flush();
    drop(keeper);
}

/// The next start, for whoever asks for nothing.
fn start(place: &TempDir) -> (Keeper, Option<Recovered>) {
    start_with(place, Keeper::recover_newest)
}

/// The next start, with this file.
fn start_on(place: &TempDir, path: &Path) -> (Keeper, Option<Recovered>) {
    start_with(place, |keeper| keeper.recover_file(path))
}

/// The locks of the last one go with its thread.
fn start_with(
    place: &TempDir,
    find: impl Fn(&mut Keeper) -> (Option<Recovered>, Vec<JournalError>),
) -> (Keeper, Option<Recovered>) {
    let mut keeper = keeper(place);
    let since = Instant::now();
    loop {
        let (found, errors) = find(&mut keeper);
        assert!(errors.is_empty(), "{errors:?}");
        // As a window that has drawn it.
        keeper.stands();
        if found.is_some() || since.elapsed() > Duration::from_secs(3) {
            return (keeper, found);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn journals(place: &TempDir, extension: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(place.path().join("state")) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

fn labels(session: &Session) -> Vec<String> {
    session.history().labels().map(str::to_owned).collect()
}

fn file(place: &TempDir) -> PathBuf {
    let path = place.path().join("laptop.ron");
    files::export(&Task::of(preset("laptop").document()), Format::Ron, &path).unwrap();
    path
}

fn open(keeper: &mut Keeper, path: &Path) -> Session {
    let session = Session::open(path).unwrap();
    keeper.adopt(&session);
    session
}

/// Does it, as a window does between two frames.
fn act(keeper: &mut Keeper, session: &mut Session, action: Action) {
    session.perform(action).unwrap();
    session.rest();
    keeper.follow(session);
}

/// A file whose weights were evened out, which a crash has left unsaved.
fn evened_out(place: &TempDir) -> (PathBuf, Session) {
    let path = file(place);
    let mut first = keeper(place);
    let mut session = open(&mut first, &path);
    act(&mut first, &mut session, Action::EvenOut);
    crash(first);
    (path, session)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever is done, saved in between, and wherever it breaks off, once or twice: document, history and what counts as
    /// saved come back; "Discard" leads to what was saved, and undo back from there.
    #[test]
    fn what_was_done_comes_back(
        document in documents::document(),
        parts in prop::collection::vec((prop::collection::vec(action(), 0..10), any::<bool>()), 1..4),
    ) {
        let place = TempDir::new().unwrap();
        let path = place.path().join("a.ron");
        files::export(&Task::of(&document), Format::Ron, &path).unwrap();
        let mut keeper = keeper(&place);
        let mut session = open(&mut keeper, &path);
        let mut on_disk = saved(&session);
        for (actions, saves) in &parts {
            for action in actions {
                perform(&mut session, action);
                keeper.follow(&mut session);
            }
            if *saves {
                session.save_to(path.clone()).unwrap();
                on_disk = saved(&session);
                keeper.follow(&mut session);
            }
            session.rest();
            keeper.follow(&mut session);
            crash(keeper);
            let (again, found) = start_on(&place, &path);
            keeper = again;
            let Some(Recovered { session: found, account }) = found else {
                prop_assert!(session.history().state() == counterpoise::model::State(0));
                keeper.adopt(&session);
                continue;
            };
            prop_assert_eq!(account.damaged, None);
            prop_assert_eq!(account.file, Kept::InPlace);
            prop_assert_eq!(saved(&found), saved(&session));
            prop_assert_eq!(labels(&found), labels(&session));
            prop_assert_eq!(found.is_unsaved(), session.is_unsaved());
            prop_assert_eq!(found.path(), session.path());
            prop_assert_eq!(account.steps == 0, !session.is_unsaved());
            session = *found;
        }
        let before = saved(&session);
        if session.is_unsaved() {
            prop_assert!(keeper.discard(&mut session));
            prop_assert_eq!(saved(&session), on_disk, "what is in the file");
            prop_assert!(!session.is_unsaved() && session.has_discarded());
            prop_assert!(session.undo());
            prop_assert_eq!(saved(&session), before);
            prop_assert!(session.is_unsaved());
        }
        while session.undo() {}
        prop_assert_eq!(files::to_string(&document, Format::Ron).unwrap(), saved(&session), "undo goes beyond the crash");
    }
}

#[test]
fn what_is_saved_comes_back_with_its_history_to_whoever_asks_for_it() {
    let place = TempDir::new().unwrap();
    let path = file(&place);
    let mut keeper = keeper(&place);
    let mut session = open(&mut keeper, &path);
    act(&mut keeper, &mut session, Action::EvenOut);
    session.save_to(path.clone()).unwrap();
    act(&mut keeper, &mut session, Action::SetBaseline);
    crash(keeper);
    let (mut keeper, found) = start(&place);
    assert!(found.is_none() && keeper.left().0.is_empty(), "it is no unsaved work");
    let (found, _) = keeper.recover_file(&path);
    let Recovered { session, account } = found.unwrap();
    assert_eq!((account.steps, labels(&session).len()), (0, 1));
    assert_eq!(account.damaged, None);
}

#[test]
fn whoever_only_looks_leaves_nothing_behind() {
    let place = TempDir::new().unwrap();
    let path = file(&place);
    let mut keeper = keeper(&place);
    let mut session = open(&mut keeper, &path);
    keeper.follow(&mut session);
    crash(keeper);
    assert!(journals(&place, "journal").is_empty());
    assert!(start(&place).1.is_none());
}

#[test]
fn what_is_closed_in_peace_leaves_nothing_behind() {
    let place = TempDir::new().unwrap();
    let path = file(&place);
    let mut keeper = keeper(&place);
    let mut session = open(&mut keeper, &path);
    act(&mut keeper, &mut session, Action::EvenOut);
    keeper.flush();
    assert_eq!(journals(&place, "journal").len(), 1);
    keeper.close();
    assert!(journals(&place, "journal").is_empty() && journals(&place, "open").is_empty());
    // Nor does one that makes room for another.
    let mut session = open(&mut keeper, &path);
    act(&mut keeper, &mut session, Action::EvenOut);
    keeper.adopt(&preset("laptop"));
    keeper.flush();
    assert!(journals(&place, "journal").is_empty());
}

#[test]
fn a_drag_that_has_not_ended_waits() {
    let place = TempDir::new().unwrap();
    let mut keeper = keeper(&place);
    let mut session = preset("laptop");
    keeper.adopt(&session);
    let node = session.document().leaves()[0].id;
    session.perform(Action::DragWeight { node, share: 0.4, scope: Scope::Everything }).unwrap();
    keeper.follow(&mut session);
    assert_eq!(keeper.kept(), None);
    session.rest();
    keeper.follow(&mut session);
    crash(keeper);
    let found = start(&place).1.unwrap();
    assert_eq!((saved(&found.session), found.account.steps), (saved(&session), 1));
}

#[test]
fn what_ghosts_and_reset_refer_to_comes_back() {
    let place = TempDir::new().unwrap();
    let mut keeper = keeper(&place);
    let mut session = preset("laptop");
    keeper.adopt(&session);
    let opened = session.baseline().clone();
    act(&mut keeper, &mut session, Action::EvenOut);
    crash(keeper);
    let (mut keeper, found) = start(&place);
    let mut session = *found.unwrap().session;
    assert_eq!(session.baseline(), &opened, "how it stood when it was opened");
    act(&mut keeper, &mut session, Action::SetBaseline);
    let set = session.baseline().clone();
    assert_ne!(set, opened);
    act(&mut keeper, &mut session, Action::AddOption { at: 0 });
    crash(keeper);
    assert_eq!(start(&place).1.unwrap().session.baseline(), &set);
}

#[test]
fn saving_elsewhere_takes_the_journal_along() {
    let place = TempDir::new().unwrap();
    let (path, other) = (file(&place), place.path().join("other.ron"));
    let mut keeper = keeper(&place);
    let mut session = open(&mut keeper, &path);
    act(&mut keeper, &mut session, Action::EvenOut);
    session.save_to(other.clone()).unwrap();
    keeper.follow(&mut session);
    act(&mut keeper, &mut session, Action::AddOption { at: 0 });
    crash(keeper);
    let (_keeper, found) = start(&place);
    let found = found.unwrap();
    assert_eq!(found.session.path(), Some(other.as_path()));
    assert_eq!(found.account.steps, 1, "the one behind the save");
    assert_eq!(labels(&found.session).len(), 2, "undo goes on");
}

#[test]
fn a_file_that_has_moved_on_is_said_and_asked_about() {
    let place = TempDir::new().unwrap();
    let (path, _) = evened_out(&place);
    files::export(&Task::of(preset("job-offer").document()), Format::Ron, &path).unwrap();
    let (mut keeper, found) = start(&place);
    let Recovered { mut session, account } = found.unwrap();
    assert!(account.file == Kept::Changed && session.stamp() != Stamp::of(&path).ok());
    // Once all is saved, what somebody else writes is what there is.
    session.save_to(path.clone()).unwrap();
    keeper.follow(&mut session);
    crash(keeper);
    files::export(&Task::of(preset("job-offer").document()), Format::Ron, &path).unwrap();
    assert!(start_on(&place, &path).1.is_none());
    assert!(journals(&place, "journal").is_empty());
}

/// Whatever has become of the file: what it does not hold is unsaved, discarded or not.
#[test]
fn what_was_saved_into_a_file_that_is_gone_counts_as_unsaved() {
    for kept in [Kept::Changed, Kept::Gone] {
        let place = TempDir::new().unwrap();
        let path = file(&place);
        let mut first = keeper(&place);
        let mut session = open(&mut first, &path);
        let on_disk = saved(&session);
        act(&mut first, &mut session, Action::EvenOut);
        let after = saved(&session);
        crash(first);
        if kept == Kept::Gone {
            fs::remove_file(&path).unwrap();
        } else {
            files::export(&Task::of(preset("job-offer").document()), Format::Ron, &path).unwrap();
        }
        let (mut keeper, found) = start(&place);
        let Recovered { mut session, account } = found.unwrap();
        assert_eq!(account.file, kept);
        assert!(keeper.discard(&mut session) && session.has_discarded());
        assert_eq!(saved(&session), on_disk);
        assert!(session.is_unsaved(), "{kept:?}: nowhere but here");
        assert!(session.undo() && session.is_unsaved());
        assert_eq!(saved(&session), after);
        // The same once more: nothing of it gets lost by and by.
        keeper.follow(&mut session);
        crash(keeper);
        let (mut keeper, found) = start(&place);
        let Recovered { mut session, account } = found.unwrap();
        assert_eq!(account.file, kept);
        session.save_to(path.clone()).unwrap();
        keeper.follow(&mut session);
        assert!(!session.is_unsaved());
    }
}

/// What was made of a table, and mended on the way, is in no file.
#[test]
fn what_was_imported_is_kept_from_the_beginning() {
    let place = TempDir::new().unwrap();
    let mut first = keeper(&place);
    let mut session = Session::imported(preset("laptop").document().clone(), Path::new("/laptop.csv")).in_no_file();
    assert!(session.is_unsaved());
    first.adopt(&session);
    first.follow(&mut session);
    crash(first);
    let (mut keeper, found) = start(&place);
    let Recovered { mut session, account } = found.unwrap();
    assert_eq!((account.file, account.steps), (Kept::Nowhere, 0));
    assert_eq!(session.document(), preset("laptop").document());
    assert!(session.is_unsaved() && !keeper.discard(&mut session), "there is nothing to go back to");
}

#[test]
fn a_damaged_journal_is_read_as_far_as_it_is_sound_and_kept_aside() {
    let place = TempDir::new().unwrap();
    let path = file(&place);
    let mut first = keeper(&place);
    let mut session = open(&mut first, &path);
    act(&mut first, &mut session, Action::EvenOut);
    let sound = saved(&session);
    for at in 0..3 {
        act(&mut first, &mut session, Action::AddOption { at });
    }
    crash(first);
    let journal = journals(&place, "journal").remove(0);
    let mut bytes = fs::read(&journal).unwrap();
    let at = bytes.windows(10).position(|part| part == b"Add option").unwrap();
    bytes[at] ^= 1;
    fs::write(&journal, &bytes).unwrap();
    let (mut keeper, found) = start(&place);
    let Recovered { mut session, account } = found.unwrap();
    assert_eq!(saved(&session), sound);
    assert_eq!(fs::read(account.damaged.unwrap()).unwrap(), bytes);
    // What is sound goes on in a journal of its own.
    act(&mut keeper, &mut session, Action::AddOption { at: 0 });
    crash(keeper);
    assert_eq!(saved(&start(&place).1.unwrap().session), saved(&session));
    assert_eq!(journals(&place, "damaged").len(), 1);
}

#[test]
fn one_of_several_is_chosen_by_its_file() {
    let place = TempDir::new().unwrap();
    let (path, other) = (file(&place), place.path().join("other.ron"));
    fs::copy(&path, &other).unwrap();
    for path in [&path, &other] {
        let mut keeper = keeper(&place);
        let mut session = open(&mut keeper, path);
        act(&mut keeper, &mut session, Action::EvenOut);
        crash(keeper);
    }
    let mut keeper = keeper(&place);
    let since = Instant::now();
    while keeper.left().0.len() < 2 && since.elapsed() < Duration::from_secs(5) {}
    let (left, errors) = keeper.left();
    assert!(errors.is_empty());
    assert_eq!(
        left.iter().filter_map(|left| left.file.clone()).collect::<Vec<_>>(),
        [other, path.clone()],
        "newest first"
    );
    let (found, _) = keeper.recover_file(&path);
    assert_eq!(found.unwrap().session.path(), Some(path.as_path()));
    let (left, _) = keeper.left();
    assert_eq!(left.len(), 1, "what is open here is not left");
}

#[test]
fn a_file_that_is_open_in_another_window_is_known() {
    let place = TempDir::new().unwrap();
    let path = file(&place);
    let (mut one, mut two) = (keeper(&place), keeper(&place));
    let _session = open(&mut one, &path);
    let mut session = open(&mut two, &path);
    assert!(!one.is_elsewhere() && two.is_elsewhere());
    session.save_to(place.path().join("other.ron")).unwrap();
    two.follow(&mut session);
    assert!(!two.is_elsewhere());
    open(&mut two, &path);
    assert!(two.is_elsewhere());
    one.close();
    open(&mut two, &path);
    assert!(!two.is_elsewhere());
}

#[test]
fn a_folder_that_cannot_be_written_is_said_once_and_stops_nothing() {
    let place = TempDir::new().unwrap();
    fs::write(place.path().join("state"), "a file where the folder should be").unwrap();
    let mut keeper = keeper(&place);
    let mut session = preset("laptop");
    keeper.adopt(&session);
    act(&mut keeper, &mut session, Action::EvenOut);
    keeper.flush();
    assert!(keeper.take_trouble().is_some());
    act(&mut keeper, &mut session, Action::AddOption { at: 0 });
    keeper.flush();
    let session = preset("laptop");
    keeper.adopt(&session);
    keeper.flush();
    assert!(keeper.take_trouble().is_none(), "once");
}
