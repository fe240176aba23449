//! Journals: whatever happens to one, what comes back is what was written first, and nothing that was not.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use counterpoise::files::journal::{
    End, Folder, Header, Journal, JournalError, Origin, Orphan, Sound, Taken, Writer, now,
};
use proptest::prelude::*;
use tempfile::TempDir;

type Texts = Sound<String, String>;

fn writer(folder: &Folder) -> Writer {
    Writer::start(folder.clone(), || ()).unwrap()
}

fn begin(writer: &Writer, name: &str, base: &str) -> Journal {
    writer.begin(Header::new(name, None), base.to_owned())
}

/// The only journal that was left, taken.
fn take(folder: &Folder) -> (Orphan, Taken) {
    let orphan = folder.orphans().0.pop().unwrap();
    let taken = folder.take(&orphan).unwrap().expect("nobody has it");
    (orphan, taken)
}

fn texts(sound: &Texts) -> Vec<&str> {
    sound.entries.iter().map(|(_, text)| text.as_str()).collect()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

/// The bytes of a journal with these entries.
fn bytes(entries: &[String]) -> Vec<u8> {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path());
    let writer = writer(&folder);
    let journal = begin(&writer, "a", "what it begins with");
    for entry in entries {
        journal.add(entry.clone());
    }
    writer.flush();
    assert_eq!(journal.kept(), entries.len() as u64);
    fs::read(&files(place.path(), "journal")[0]).unwrap()
}

#[test]
fn what_was_left_comes_back_and_goes_on() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path().join("made when needed"));
    let stamped = Origin::File { path: "/a/b.ron".into(), stamp: None };
    let first = writer(&folder);
    let journal = first.begin(Header::new("b", Some(stamped.clone())), "base".to_owned());
    let begun = now();
    journal.add("one");
    journal.add("two");
    first.flush();
    assert!(folder.orphans().0.is_empty(), "it has an owner");
    drop(journal);
    first.flush();

    let (orphans, errors) = folder.orphans();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(folder.orphans().0, orphans, "looking takes nothing");
    let (orphan, taken) = take(&folder);
    assert!(folder.orphans().0.is_empty() && folder.take(&orphan).unwrap().is_none(), "it has an owner again");
    assert_eq!(orphan.header.origin, Some(stamped));
    let sound: Texts = orphan.read().unwrap();
    assert_eq!((sound.base.as_str(), texts(&sound), sound.end), ("base", vec!["one", "two"], End::Whole));
    assert!((begun..=now()).contains(&sound.entries[0].0));
    let journal = first.resume(taken, sound.reach);
    journal.add("three");
    drop(journal);
    first.flush();

    assert!(folder.take(&orphan).unwrap().is_none(), "it is another than was looked at");
    let (orphan, taken) = take(&folder);
    assert_eq!(texts(&orphan.read::<String, String>().unwrap()), ["one", "two", "three"]);
    taken.remove().unwrap();
    assert!(files(folder.path(), "journal").is_empty());
}

#[test]
fn a_journal_is_for_its_user_and_goes_when_the_document_is_closed() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path().join("state"));
    let writer = writer(&folder);
    let journal = begin(&writer, "a", "base");
    writer.flush();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(folder.path()), 0o700);
    assert_eq!(mode(&files(folder.path(), "journal")[0]), 0o600);
    journal.remove();
    writer.flush();
    assert!(files(folder.path(), "journal").is_empty());
}

#[test]
fn a_step_is_on_the_disk_within_a_second_without_being_asked() {
    let place = TempDir::new().unwrap();
    let writer = writer(&Folder::new(place.path()));
    let journal = begin(&writer, "a", "base");
    writer.flush();
    journal.add("step");
    let since = Instant::now();
    while journal.kept() < 1 {
        assert!(since.elapsed() < Duration::from_secs(30), "never");
        thread::sleep(Duration::from_millis(5));
    }
    let [path] = &files(place.path(), "journal")[..] else { panic!("one file") };
    assert_eq!(texts(&Texts::parse(&fs::read(path).unwrap(), path).unwrap()), ["step"]);
}

#[test]
fn a_damaged_journal_is_kept_aside_and_its_sound_part_goes_on() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path());
    let mut damaged = bytes(&["one", "two", "three"].map(str::to_owned));
    let at = damaged.windows(3).position(|part| part == b"two").unwrap();
    damaged[at] = b'T';
    fs::write(place.path().join("1-1-0.journal"), &damaged).unwrap();

    let (orphan, taken) = take(&folder);
    let sound: Texts = orphan.read().unwrap();
    assert_eq!((texts(&sound), sound.end), (vec!["one"], End::Damaged));
    let writer = writer(&folder);
    let aside = taken.keep_aside();
    let journal = writer.begin(sound.header, sound.base);
    journal.add("four");
    drop(journal);
    writer.flush();
    assert_eq!(fs::read(aside).unwrap(), damaged, "to the last byte");
    let sound: Texts = folder.orphans().0[0].read().unwrap();
    assert_eq!((texts(&sound), sound.end), (vec!["four"], End::Whole));
}

#[test]
fn what_holds_nothing_is_no_orphan() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path());
    fs::write(place.path().join("empty.journal"), "").unwrap();
    fs::write(place.path().join("begun.journal"), "counterpoise-j").unwrap();
    fs::write(place.path().join("other.journal"), "something else that is long enough to be a journal").unwrap();
    let newer = String::from_utf8_lossy(&bytes(&[])).contains("\"version\":1");
    assert!(newer, "the version is in the header");
    let (orphans, errors) = folder.orphans();
    assert!(orphans.is_empty());
    assert!(matches!(errors[..], [JournalError::NoJournal { .. }]), "{errors:?}");
    assert!(files(place.path(), "journal").is_empty());
    assert_eq!(files(place.path(), "damaged").len(), 1, "what is not ours is not thrown away");
}

#[test]
fn a_new_beginning_takes_the_place_of_the_old_one() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path());
    let writer = writer(&folder);
    let journal = begin(&writer, "a", "old");
    for _ in 0..1000 {
        journal.add("a step that is gone with the old beginning");
    }
    writer.flush();
    let before = journal.size();
    journal.restart(Header::new("a", None), "new".to_owned());
    journal.add("later");
    writer.flush();
    assert!(10 * journal.size() < before);
    assert_eq!(files(place.path(), "journal").len(), 1);
    assert!(files(place.path(), "unfinished").is_empty());
    assert!(folder.orphans().0.is_empty(), "it still has its owner");
    drop(journal);
    writer.flush();
    let sound: Texts = folder.orphans().0[0].read().unwrap();
    assert_eq!((sound.base.as_str(), texts(&sound)), ("new", vec!["later"]));
}

#[test]
fn a_file_is_open_in_one_window_at_a_time() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path().join("state"));
    let file = place.path().join("a.ron");
    fs::write(&file, "").unwrap();
    std::os::unix::fs::symlink(&file, place.path().join("link.ron")).unwrap();
    let here = folder.open_here(&file).unwrap().expect("nobody has it");
    assert!(folder.open_here(&place.path().join("link.ron")).unwrap().is_none(), "by whatever path");
    assert!(folder.open_here(&place.path().join("b.ron")).unwrap().is_some());
    drop(here);
    assert!(folder.open_here(&file).unwrap().is_some());
    assert!(files(folder.path(), "open").is_empty());
}

/// Whatever bytes a name is made of.
#[test]
fn a_path_that_is_no_text_is_kept_as_it_is_and_old_ones_are_read() {
    use std::os::unix::ffi::OsStringExt as _;

    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path());
    let writer = writer(&folder);
    let path = PathBuf::from(std::ffi::OsString::from_vec(b"/a/na\xefve \xff\xfe.ron".to_vec()));
    for origin in [Origin::File { path: path.clone().into(), stamp: None }, Origin::Source(path.clone().into())] {
        let journal = writer.begin(Header::new("a", Some(origin.clone())), "base".to_owned());
        writer.flush();
        assert!(journal.take_trouble().is_none());
        drop(journal);
        writer.flush();
        let (orphan, taken) = take(&folder);
        assert_eq!(orphan.header.origin, Some(origin));
        taken.remove().unwrap();
    }
    let old = r#"{"version":1,"begun":0,"name":"b.ron","origin":{"file":{"path":"/a/b.ron","stamp":null}}}"#;
    let header: Header = serde_json::from_str(old).unwrap();
    assert_eq!(header.path(), Some(Path::new("/a/b.ron")));
    assert_eq!(serde_json::to_string(&header).unwrap(), old, "what is a text is written as ever");
}

/// Two programs that start at once each find what is theirs: none takes for somebody's what the other only looks at.
#[test]
fn those_who_look_at_once_do_not_hide_anything_from_each_other() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path());
    let writer = writer(&folder);
    drop((0..8).map(|at| begin(&writer, &at.to_string(), "base")).collect::<Vec<_>>());
    writer.flush();
    for _ in 0..20 {
        thread::scope(|scope| {
            let looking = (0..4).map(|_| scope.spawn(|| folder.orphans().0.len())).collect::<Vec<_>>();
            assert_eq!(looking.into_iter().map(|one| one.join().unwrap()).collect::<Vec<_>>(), [8; 4]);
        });
    }
}

/// A disk that does not answer: whoever ends goes on without it.
#[test]
fn nobody_waits_for_a_disk_for_ever() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path());
    let writer = writer(&folder);
    let guard = fs::File::create(place.path().join("guard")).unwrap();
    guard.lock().unwrap();
    let journal = begin(&writer, "a", "base");
    let since = Instant::now();
    writer.flush();
    assert_eq!(journal.size(), 0, "the folder was not to be had");
    assert!(since.elapsed() < Duration::from_mins(1));
}

#[test]
fn what_ends_with_nothing_unsaved_leaves_nothing_behind() {
    let place = TempDir::new().unwrap();
    let folder = Folder::new(place.path());
    let writer = writer(&folder);
    let (kept, saved) = (begin(&writer, "kept", "base"), begin(&writer, "saved", "base"));
    saved.holds_unsaved(false);
    writer.end();
    drop((kept, saved));
    writer.flush();
    let names: Vec<_> = folder.orphans().0.into_iter().map(|orphan| orphan.header.name).collect();
    assert_eq!(names, ["kept"]);
}

/// Where journals cannot be written: it is said once, and nothing waits for it.
#[test]
fn a_folder_that_cannot_be_made_is_said_once_and_stops_nothing() {
    let place = TempDir::new().unwrap();
    // A file stands where the folder should be; root may write to a folder that is read-only.
    let blocked = place.path().join("state");
    fs::write(&blocked, "").unwrap();
    let woken = Arc::new(AtomicUsize::new(0));
    let count = woken.clone();
    let writer = Writer::start(Folder::new(&blocked), move || {
        count.fetch_add(1, Ordering::SeqCst);
    })
    .unwrap();
    let journal = begin(&writer, "a", "base");
    for _ in 0..10 {
        journal.add("step");
        writer.flush();
    }
    assert_eq!(woken.load(Ordering::SeqCst), 1);
    let error = journal.take_trouble().expect("said");
    assert!(matches!(error, JournalError::Write { .. }), "{error}");
    assert!(journal.take_trouble().is_none(), "once");
    assert_eq!(journal.kept(), 0);

    fs::remove_file(&blocked).unwrap();
    writer.flush();
    assert_eq!(journal.kept(), 10, "nothing was lost meanwhile");
    assert!(journal.take_mended(), "said too");
    assert!(!journal.take_mended(), "once");
    assert_eq!(woken.load(Ordering::SeqCst), 2);
}

/// The disk is full in the middle of a record. In a process of its own, since the limit is one of the process.
#[test]
fn a_full_disk_is_said_once_and_nothing_is_half_written() {
    const INSIDE: &str = "COUNTERPOISE_TEST_FULL_DISK";
    if let Some(place) = std::env::var_os(INSIDE) {
        let folder = Folder::new(PathBuf::from(place));
        let writer = writer(&folder);
        let journal = begin(&writer, "a", "base");
        for _ in 0..100 {
            journal.add("x".repeat(1000));
            writer.flush();
        }
        assert!(matches!(journal.take_trouble(), Some(JournalError::Write { .. })), "said");
        assert!(journal.take_trouble().is_none(), "once");
        assert!((1..100).contains(&journal.kept()), "{}", journal.kept());
        return;
    }
    let place = TempDir::new().unwrap();
    // A write beyond the limit is a signal unless that is ignored; then it is an error like that of a full disk.
    let script =
        "trap '' XFSZ; ulimit -f 40; exec \"$0\" --exact journal::a_full_disk_is_said_once_and_nothing_is_half_written";
    let me = std::env::current_exe().unwrap();
    let inside = Command::new("bash").args(["-c", script]).arg(me).env(INSIDE, place.path()).output().unwrap();
    assert!(inside.status.success(), "{}", String::from_utf8_lossy(&inside.stdout));
    assert!(String::from_utf8_lossy(&inside.stdout).contains("1 passed"));
    let (orphans, errors) = Folder::new(place.path()).orphans();
    assert!(errors.is_empty(), "{errors:?}");
    let sound: Texts = orphans[0].read().unwrap();
    assert!((1..100).contains(&sound.entries.len()));
    assert_ne!(sound.end, End::Damaged);
    assert!(sound.entries.iter().all(|(_, text)| text.len() == 1000));
}

fn is_prefix(bytes: &[u8], entries: &[String]) -> Result<Option<Texts>, TestCaseError> {
    match Texts::parse(bytes, Path::new("a.journal")) {
        Ok(sound) => {
            prop_assert_eq!(sound.base.as_str(), "what it begins with");
            prop_assert!(texts(&sound).iter().zip(entries).all(|(read, written)| read == written));
            prop_assert!(sound.entries.len() <= entries.len());
            Ok(Some(sound))
        }
        Err(JournalError::NoJournal { .. } | JournalError::Unfinished { .. }) => Ok(None),
        Err(error) => Err(TestCaseError::fail(error.to_string())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_journal_that_is_cut_anywhere_is_read_as_far_as_it_goes(entries in prop::collection::vec(".{0,40}", 0..6)) {
        let whole = bytes(&entries);
        let mut read = 0;
        for cut in 0..=whole.len() {
            if let Some(sound) = is_prefix(&whole[..cut], &entries)? {
                prop_assert_ne!(sound.end, End::Damaged, "cut at {}", cut);
                prop_assert!(sound.entries.len() >= read, "more bytes, more entries");
                read = sound.entries.len();
            }
        }
        prop_assert_eq!(read, entries.len());
    }

    #[test]
    fn a_journal_with_any_bit_turned_is_read_up_to_there(entries in prop::collection::vec(".{0,40}", 1..5)) {
        let whole = bytes(&entries);
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut changed = whole.clone();
                changed[at] ^= 1 << bit;
                if let Some(sound) = is_prefix(&changed, &entries)? {
                    prop_assert_ne!(sound.end, End::Whole, "bit {} of byte {} is not noticed", bit, at);
                }
            }
        }
    }

    #[test]
    fn a_hole_of_zeros_at_the_end_is_a_torn_end(
        entries in prop::collection::vec(".{0,40}", 1..5),
        from in any::<prop::sample::Index>(),
        more in 0..5000_usize,
    ) {
        let whole = bytes(&entries);
        let mut hole = whole.clone();
        let from = from.index(whole.len());
        hole[from..].fill(0);
        hole.resize(whole.len() + more, 0);
        is_prefix(&hole, &entries)?;
    }
}
