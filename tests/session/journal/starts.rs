//! Many that start at once, what is read and how often, what is left behind at the end, and what the program ended over.

use std::fs;
use std::time::{Duration, Instant};

use counterpoise::files::journal::{JournalError, now};
use counterpoise::session::{Action, Keeper, Left, Over};
use counterpoise::text::Language;
use tempfile::TempDir;

use super::{act, crash, evened_out, file, journals, keeper, open, start, start_on};
use crate::{preset, saved};

/// Two windows that start at once, each with its own file, do not take each other's looking for owning.
#[test]
fn everybody_who_starts_at_once_gets_what_is_theirs() {
    let place = TempDir::new().unwrap();
    let paths: Vec<_> = (0..4).map(|at| place.path().join(format!("{at}.ron"))).collect();
    for path in &paths {
        fs::copy(file(&place), path).unwrap();
        let mut keeper = keeper(&place);
        let mut session = open(&mut keeper, path);
        act(&mut keeper, &mut session, Action::EvenOut);
        crash(keeper);
    }
    let mut wait = keeper(&place);
    let since = Instant::now();
    while wait.left().0.len() < paths.len() && since.elapsed() < Duration::from_secs(5) {}
    for _ in 0..5 {
        let found: Vec<_> = std::thread::scope(|scope| {
            let starting = paths.iter().map(|path| {
                scope.spawn(|| {
                    let mut keeper = keeper(&place);
                    let (found, errors) = keeper.recover_file(path);
                    assert!(errors.is_empty(), "{errors:?}");
                    keeper.stands();
                    (keeper, found.map(|found| found.session.path() == Some(path)))
                })
            });
            starting.collect::<Vec<_>>().into_iter().map(|one| one.join().unwrap()).collect()
        });
        let found: Vec<_> = found
            .into_iter()
            .map(|(keeper, found)| {
                crash(keeper);
                found
            })
            .collect();
        while wait.left().0.len() < paths.len() && since.elapsed() < Duration::from_secs(30) {}
        assert_eq!(found, [Some(true); 4]);
    }
}

/// What is asked for again and again is read once.
#[test]
fn a_journal_is_read_once_however_often_it_is_asked_about() {
    let place = TempDir::new().unwrap();
    let mut first = keeper(&place);
    let mut session = open(&mut first, &file(&place));
    act(&mut first, &mut session, Action::EvenOut);
    crash(first);
    let mut keeper = keeper(&place);
    let since = Instant::now();
    while keeper.left().0.is_empty() && since.elapsed() < Duration::from_secs(5) {}
    // The same to see from outside, and nothing that could be read a second time.
    let path = journals(&place, "journal").remove(0);
    let (mut bytes, modified) = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    let middle = bytes.len() / 2;
    bytes[middle..].fill(b'x');
    fs::write(&path, bytes).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
    let (left, errors) = keeper.left();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(left.len(), 1);
}

#[test]
fn what_was_done_while_it_was_being_saved_counts_from_when_it_was_done() {
    let place = TempDir::new().unwrap();
    let path = file(&place);
    let mut first = keeper(&place);
    let mut session = open(&mut first, &path);
    let pause = || {
        std::thread::sleep(Duration::from_millis(20));
        now()
    };
    act(&mut first, &mut session, Action::EvenOut);
    let saving = session.saving_to(path.clone(), Over::Anything);
    let before = pause();
    act(&mut first, &mut session, Action::AddOption { at: 0 });
    let after = pause();
    session.was_saved(saving.write().unwrap());
    first.follow(&mut session);
    act(&mut first, &mut session, Action::AddOption { at: 0 });
    crash(first);
    let account = start(&place).1.unwrap().account;
    assert_eq!(account.steps, 2);
    assert!((before..=after).contains(&account.since), "{} in {before}..={after}", account.since);
}

/// Whatever language it was discarded in.
#[test]
fn what_was_discarded_is_known_in_every_language() {
    let place = TempDir::new().unwrap();
    let (path, _) = evened_out(&place);
    let (mut keeper, found) = start(&place);
    let mut session = *found.unwrap().session;
    assert!(Language::Pseudo.meanwhile(|| keeper.discard(&mut session)));
    assert!(session.has_discarded());
    keeper.follow(&mut session);
    crash(keeper);
    let found = start_on(&place, &path).1.unwrap();
    assert!(found.session.has_discarded(), "{:?}", found.session.history().undo_label());
}

#[test]
fn what_ends_with_nothing_unsaved_leaves_nothing_behind() {
    let place = TempDir::new().unwrap();
    let path = file(&place);
    for undone in [false, true] {
        let mut keeper = keeper(&place);
        let mut session = open(&mut keeper, &path);
        act(&mut keeper, &mut session, Action::EvenOut);
        if undone {
            act(&mut keeper, &mut session, Action::Undo);
        } else {
            session.save_to(path.clone()).unwrap();
            keeper.follow(&mut session);
        }
        act(&mut keeper, &mut session, Action::AddOption { at: 0 });
        keeper.end();
        assert_eq!(journals(&place, "journal").len(), 1, "this is unsaved");
        act(&mut keeper, &mut session, Action::Undo);
        keeper.end();
        assert!(journals(&place, "journal").is_empty() && journals(&place, "open").is_empty());
    }
    // One of no file, which nobody could ever ask for, goes when it is found.
    let mut first = keeper(&place);
    let mut session = preset("laptop");
    first.adopt(&session);
    act(&mut first, &mut session, Action::EvenOut);
    act(&mut first, &mut session, Action::Undo);
    crash(first);
    assert_eq!(journals(&place, "journal").len(), 1);
    assert!(start(&place).1.is_none() && journals(&place, "journal").is_empty());
}

/// A folder that does not answer, as one on a network that is gone.
#[test]
fn a_folder_that_hangs_holds_up_nobody_who_closes() {
    let place = TempDir::new().unwrap();
    let path = file(&place);
    let mut keeper = keeper(&place);
    let mut session = open(&mut keeper, &path);
    let guard = fs::File::options().write(true).open(place.path().join("state/guard")).unwrap();
    guard.lock().unwrap();
    let (done, closed) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        act(&mut keeper, &mut session, Action::EvenOut);
        keeper.close();
        drop(keeper);
        done.send(()).unwrap();
    });
    assert!(closed.recv_timeout(Duration::from_mins(1)).is_ok(), "it never closes");
}

/// What has brought the program down is not brought back unasked, neither at the start nor with its file; whoever asks for it
/// gets it, and what is seen to stand is like any other.
#[test]
fn what_the_program_ended_over_comes_back_only_to_whoever_asks_for_it() {
    let place = TempDir::new().unwrap();
    let (path, session) = evened_out(&place);
    let asked = |stands: bool| {
        let (mut keeper, left) = wait_for_left(&place);
        let (found, errors) = keeper.recover(&left);
        assert!(errors.is_empty() && keeper.is_on_trial());
        assert_eq!(saved(&found.unwrap().session), saved(&session));
        if stands {
            keeper.stands();
        }
        crash(keeper);
    };
    asked(false);
    let (mut again, _) = wait_for_left(&place);
    for (found, errors) in [again.recover_newest(), again.recover_file(&path)] {
        assert!(found.is_none());
        assert!(matches!(&errors[..], [JournalError::Suspect { name }] if name == "laptop.ron"), "{errors:?}");
    }
    drop(again);
    asked(false);
    asked(true);
    let (keeper, found) = start(&place);
    assert_eq!(saved(&found.unwrap().session), saved(&session));
    keeper.flush();
    assert!(journals(&place, "tried").is_empty());
}

/// The only work that was left, once the locks of who left it are gone.
fn wait_for_left(place: &TempDir) -> (Keeper, Left) {
    let mut keeper = keeper(place);
    let since = Instant::now();
    loop {
        let (mut left, errors) = keeper.left();
        assert!(errors.is_empty(), "{errors:?}");
        match left.pop() {
            Some(left) => return (keeper, left),
            None => assert!(since.elapsed() < Duration::from_secs(5), "nothing is left"),
        }
    }
}
