//! Files that are none, or not what they should be.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use counterpoise::files::{Fault, FileError, Format, MAX_BYTES, load, open_source};
use tempfile::TempDir;

use crate::assert_says;

fn file(directory: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = directory.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[track_caller]
fn says(path: &Path, parts: &[&str]) {
    let message = load(path).unwrap_err().to_string();
    assert_says(&message, &[&path.display().to_string()]);
    assert_says(&message, parts);
}

#[test]
fn what_is_no_file() {
    let directory = TempDir::new().unwrap();
    says(&directory.path().join("none.ron"), &["cannot read", "no such file", "check the path"]);
    says(directory.path(), &["is a directory", "give the path of a file"]);
    #[cfg(unix)]
    says(Path::new("/dev/null"), &["is a device"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_without_waiting_for_a_writer() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    says(&path, &["is a pipe"]);
}

#[test]
fn extensions() {
    let directory = TempDir::new().unwrap();
    says(
        &file(&directory, "notes.txt", b""),
        &["does not name a format", ".ron, .json, .xlsx, .csv, .tsv, .xml, .ods, .xls"],
    );
    says(&file(&directory, "README", b""), &["does not name a format"]);
    let error = load(&file(&directory, "table.md", b"")).unwrap_err();
    assert_says(&error.to_string(), &["Markdown", "written, not read", ".ron"]);
    assert_eq!(Format::of_path(Path::new("A.RON")).unwrap(), Format::Ron);
}

#[test]
fn text_that_is_not_utf_8() {
    let directory = TempDir::new().unwrap();
    let path = file(&directory, "latin.csv", b"option,A\nM\xfcnchen,1\n");
    says(&path, &["line 2, byte 2", "not UTF-8", "save the file as UTF-8"]);
    let path = file(&directory, "utf16.ron", b"\xff\xfe(\0");
    says(&path, &["line 1, byte 1", "not UTF-8"]);
}

#[test]
fn a_file_beyond_the_limit_is_not_even_read() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("huge.ron");
    // Sparse: it has the size but takes no room.
    fs::File::create(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
    says(&path, &["larger than 512 MiB"]);
}

#[test]
fn a_hundred_megabytes_of_garbage() {
    let directory = TempDir::new().unwrap();
    let garbage = |name: &str, pattern: &[u8]| {
        let path = directory.path().join(name);
        let mut out = fs::File::create(&path).unwrap();
        let block = pattern.repeat((1 << 20) / pattern.len());
        for _ in 0..100 {
            out.write_all(&block).unwrap();
        }
        path
    };
    let cases: [(&str, &[u8]); 10] = [
        ("garbage.ron", b"\0"),
        ("garbage.ron", b"("),
        ("garbage.ron", b"\""),
        ("garbage.json", b"lorem ipsum\n"),
        ("garbage.json", b"{\"a\":"),
        ("garbage.json", b"\""),
        ("garbage.csv", b"\xa7"),
        ("garbage.csv", b","),
        ("garbage.csv", b"x;y\n"),
        ("garbage.csv", b"lorem ipsum\n"),
    ];
    for (name, pattern) in cases {
        let error = load(&garbage(name, pattern)).unwrap_err();
        assert!(matches!(error, FileError::Content { .. }), "{error}");
        assert!(error.to_string().len() < 1000, "the message is as long as the garbage");
    }
}

#[test]
fn sources() {
    assert_eq!(open_source("blank").unwrap(), open_source("blank").unwrap());
    let message = open_source("laptopp").unwrap_err().to_string();
    assert_says(&message, &["\"laptopp\"", "security-guarantee", "laptop", "blank"]);
    let directory = TempDir::new().unwrap();
    let path = file(&directory, "cars.csv", b"\xef\xbb\xbfoption,A\nx,1\n");
    let document = open_source(path.to_str().unwrap()).unwrap();
    assert_eq!(document.about.title, "cars");
    assert_eq!(document.leaves()[0].name, "A");
}

#[test]
fn errors_carry_their_path_and_fault() {
    let directory = TempDir::new().unwrap();
    let path = file(&directory, "future.json", b"{\"format\": 2}");
    let error = load(&path).unwrap_err();
    assert_eq!(error.fault(), Some(&Fault::Newer { found: 2 }));
    assert_says(&error.to_string(), &["future.json: written by a newer version"]);
}
