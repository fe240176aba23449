//! Saving: all of it or nothing.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use counterpoise::files::{
    FileError, Format, Progress, Stamp, Task, atomic, export, export_stamped, load, load_stamped,
};
use counterpoise::model::{About, Document};
use tempfile::TempDir;

use crate::assert_says;

fn names(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_file_and_an_old_one() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("a.ron");
    let mut document = Document::default();
    for title in ["first", "second"] {
        document.about.title = title.into();
        export(&Task::of(&document), Format::Ron, &path).unwrap();
        assert_eq!(load(&path).unwrap(), document);
    }
    assert_eq!(names(directory.path()), ["a.ron"]);
}

#[test]
fn a_failure_leaves_the_old_file_and_nothing_else() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("a.ron");
    fs::write(&path, "old").unwrap();
    let full = |out: &mut dyn io::Write| {
        // More than any buffer holds, so that some of it has reached the disk.
        out.write_all(&vec![b'x'; 100_000])?;
        Err(io::Error::from(ErrorKind::StorageFull))
    };
    let error = atomic::write(&path, full).unwrap_err();
    assert_says(&error.to_string(), &["cannot write", "a.ron", "the disk is full", "free some space"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(names(directory.path()), ["a.ron"]);

    let new = directory.path().join("new.ron");
    assert!(matches!(atomic::write(&new, full), Err(FileError::Write { .. })));
    assert_eq!(names(directory.path()), ["a.ron"]);
}

#[test]
fn places_that_cannot_be_written() {
    let directory = TempDir::new().unwrap();
    let error = export(&Task::of(&Document::default()), Format::Ron, directory.path()).unwrap_err();
    assert_says(&error.to_string(), &["is a directory"]);
    let error =
        export(&Task::of(&Document::default()), Format::Ron, &directory.path().join("no/such/a.ron")).unwrap_err();
    assert_says(&error.to_string(), &["cannot write", "no such file or folder", "check the path"]);
    #[cfg(unix)]
    {
        let error = export(&Task::of(&Document::default()), Format::Ron, Path::new("/dev/full")).unwrap_err();
        assert_says(&error.to_string(), &["/dev/full is a device"]);
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn permissions_are_kept_and_new_ones_are_the_usual() {
        let directory = TempDir::new().unwrap();
        let (new, plain) = (directory.path().join("new.ron"), directory.path().join("plain"));
        fs::write(&plain, "").unwrap();
        export(&Task::of(&Document::default()), Format::Ron, &new).unwrap();
        assert_eq!(mode(&new), mode(&plain));
        for kept in [0o600, 0o664, 0o755] {
            fs::set_permissions(&new, fs::Permissions::from_mode(kept)).unwrap();
            export(&Task::of(&Document::default()), Format::Ron, &new).unwrap();
            assert_eq!(mode(&new), kept);
        }
    }

    #[test]
    fn symbolic_links_survive_and_their_targets_are_written() {
        let directory = TempDir::new().unwrap();
        let at = |name: &str| directory.path().join(name);
        fs::create_dir(at("real")).unwrap();
        fs::write(at("real/a.ron"), "old").unwrap();
        symlink("real/a.ron", at("near.ron")).unwrap();
        symlink(at("near.ron"), at("far.ron")).unwrap();
        symlink("real/new.ron", at("dangling.ron")).unwrap();
        for link in ["far.ron", "dangling.ron"] {
            export(&Task::of(&Document::default()), Format::Ron, &at(link)).unwrap();
            assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink());
        }
        assert_eq!(load(&at("real/a.ron")).unwrap(), Document::default());
        assert_eq!(load(&at("real/new.ron")).unwrap(), Document::default());
        assert_eq!(names(&at("real")), ["a.ron", "new.ron"]);

        symlink("circle.ron", at("circle.ron")).unwrap();
        assert!(export(&Task::of(&Document::default()), Format::Ron, &at("circle.ron")).is_err());
    }
}

#[test]
fn a_stamp_notices_what_somebody_else_wrote() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("a.ron");
    export(&Task::of(&Document::default()), Format::Ron, &path).unwrap();
    let stamp = load_stamped(&path).unwrap().1.expect("the format keeps everything");
    assert_eq!(Stamp::of(&path).unwrap(), stamp);
    fs::File::open(&path).unwrap().set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    assert_eq!(Stamp::of(&path).unwrap(), stamp, "touched, not changed");

    let same_length = fs::read_to_string(&path).unwrap().replace("Counterpoise", "counterpoise");
    fs::write(&path, same_length).unwrap();
    assert_ne!(Stamp::of(&path).unwrap(), stamp);
    fs::remove_file(&path).unwrap();
    assert!(Stamp::of(&path).is_err());
}

#[test]
fn a_full_buffer_is_written_out() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("a.bin");
    atomic::write(&path, |out| out.write_all(&vec![7; 100_000])).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().len(), 100_000);
}

#[test]
fn what_is_called_off_leaves_the_old_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("a.csv");
    let document = counterpoise::files::presets::find("laptop").unwrap().document().unwrap();
    let progress = Progress::new();
    let task = Task::new(&document, &progress);
    export(&task, Format::Csv, &path).unwrap();
    assert!(progress.share() > 0.5);

    let before = std::fs::read(&path).unwrap();
    progress.call_off();
    let error = export(&task, Format::Csv, &path).unwrap_err();
    assert!(matches!(&error, FileError::CalledOff { path: named } if *named == path), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1, "no temporary file stays");
}

/// What somebody else writes at once over what was just saved is theirs, and will be noticed.
#[test]
fn a_save_knows_what_it_has_written_and_not_what_is_there_after_it() {
    let directory = TempDir::new().unwrap();
    let (path, other) = (directory.path().join("a.ron"), directory.path().join("b.ron"));
    let documents = ["one", "two"]
        .map(|title| Document { about: About { title: title.into(), ..About::default() }, ..Document::default() });
    for document in &documents {
        export(&Task::of(document), Format::Ron, &path).unwrap();
        let ours = Stamp::of(&path).unwrap();
        fs::write(&path, "what was there before").unwrap();
        let (stop, begin) = (AtomicBool::new(false), fs::read(&path).unwrap());
        thread::scope(|scope| {
            // Writes as soon as what is saved has taken its place.
            let meddler = scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    if fs::read(&path).is_ok_and(|now| now != begin) {
                        fs::write(&other, "somebody else's").unwrap();
                        fs::rename(&other, &path).unwrap();
                        break;
                    }
                }
            });
            let stamp = export_stamped(&Task::of(document), Format::Ron, &path).unwrap();
            assert_eq!(stamp, ours);
            stop.store(true, Ordering::Relaxed);
            meddler.join().unwrap();
        });
    }
}
