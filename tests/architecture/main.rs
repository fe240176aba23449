//! The house as ARCHITECTURE.md has it: who may know whom, whose crates are whose, and how long a file may be.
//!
//! The table there is what this reads. A new room is a new row in it; a room may only know rooms above it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod code;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use code::{Code, Place};
use table::Table;

/// The most lines of a file.
const LONGEST: usize = 500;

/// Every file of Rust below `folder`, relative to the package, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files.extend(self::files(&path));
        } else if Path::new(&path).extension().is_some_and(|extension| extension == "rs") {
            files.push(path.into());
        }
    }
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn table() -> Table {
    Table::parse(&read(Path::new("ARCHITECTURE.md"))).unwrap()
}

/// What is wrong with the arrows of a file, a line for each.
fn faults(path: &Path, text: &str, table: &Table) -> Vec<String> {
    let place = Place::of(path);
    // The front page shows all rooms, and lives in none.
    if path == Path::new("src/lib.rs") {
        return Vec::new();
    }
    let Some(room) = table.room(&place.module) else {
        return vec![format!("{}: no row of the table in ARCHITECTURE.md has a room for it", path.display())];
    };
    let code = match Code::parse(text, &place) {
        Ok(code) => code,
        Err(error) => return vec![format!("{}: {error}", path.display())],
    };
    let own = code.own.iter().filter_map(|named| {
        let Some(other) = table.room(&named.path) else {
            let path = if named.path.is_empty() { "*".into() } else { named.path.join("::") };
            return Some((named, format!("`crate::{path}`, which is no room")));
        };
        (!table.may_know(room, other)).then(|| (named, format!("`{other}`, which `{room}` may not know")))
    });
    let foreign = code.foreign.iter().filter_map(|named| {
        let name = &named.path[0];
        let owners = table.owners(name)?;
        (!owners.contains(&room))
            .then(|| (named, format!("the crate `{name}`, which is for `{}`", owners.join("`, `"))))
    });
    let mut faults: Vec<String> =
        own.chain(foreign).map(|(named, what)| format!("{}:{} names {what}", path.display(), named.line)).collect();
    faults.dedup();
    faults
}

#[test]
fn every_arrow_runs_the_right_way() {
    let table = table();
    let faults: Vec<String> = files("src").iter().flat_map(|path| faults(path, &read(path), &table)).collect();
    assert!(faults.is_empty(), "By the table in ARCHITECTURE.md:\n{}", faults.join("\n"));
}

#[test]
fn every_row_has_a_room_and_every_crate_is_a_dependency() {
    let table = table();
    let files = files("src");
    for room in table.rooms() {
        let is_there = |path: &PathBuf| table.room(&Place::of(path).module) == Some(room);
        assert!(files.iter().any(is_there), "ARCHITECTURE.md has a row for `{room}`, where there is no code");
    }
    let dependencies = read(Path::new("Cargo.toml")).replace('-', "_");
    for name in table.crates() {
        let has_name = |line: &str| line.split([' ', '.']).next() == Some(name);
        assert!(
            dependencies.lines().any(has_name),
            "ARCHITECTURE.md gives a room the crate `{name}`, which nobody uses"
        );
    }
}

#[test]
fn no_file_is_longer_than_a_person_reads() {
    let files = ["src", "tests", "benches"].into_iter().flat_map(files);
    let long = files.map(|path| (read(&path).lines().count(), path)).filter(|(lines, _)| *lines > LONGEST);
    let long: Vec<String> = long.map(|(lines, path)| format!("{}: {lines} lines", path.display())).collect();
    assert!(long.is_empty(), "Longer than {LONGEST} lines:\n{}", long.join("\n"));
}

/// A house of three rooms and a cellar, whose table says what the real one says in the same way.
const HOUSE: &str = "\
| room | knows | alone names | is for |
|---|---|---|---|
| `src/cellar.rs` | | | wine |
| `src/kitchen/` | `cellar` | | cooking |
| `src/kitchen/stove/` | `kitchen` | `fire` | heat |
| `src/hall/` | `kitchen` | `egui` | guests |
";

/// What [`faults`] finds in a file of the made-up house.
fn found(path: &str, text: &str) -> Vec<String> {
    faults(Path::new(path), text, &Table::parse(HOUSE).unwrap())
}

#[test]
fn a_wrong_arrow_is_named_with_its_line() {
    for line in [
        "use crate::hall::Guest;",
        "use crate::{cellar::Wine, hall::{self, Guest}};",
        "use super::super::hall;",
        "fn cook(guest: &crate::hall::Guest) {}",
        "fn cook() { format!(\"{}\", crate::hall::name()) }",
        "mod tests { use super::super::super::hall::Guest; }",
        "pub use counterpoise::hall::Guest;",
    ] {
        let text = format!("//! How to cook.\n\n{line}\n");
        let expected = "src/kitchen/pan.rs:3 names `hall`, which `kitchen` may not know";
        assert_eq!(found("src/kitchen/pan.rs", &text), [expected], "{line}");
    }
}

#[test]
fn a_crate_in_the_wrong_room_is_named() {
    let expected = ["src/cellar.rs:1 names the crate `egui`, which is for `hall`"];
    for line in
        ["use egui;", "use ::egui::Ui;", "fn draw(ui: &mut egui::Ui) {}", "use std::{fmt, io}; use egui::{Ui, Id};"]
    {
        assert_eq!(found("src/cellar.rs", line), expected, "{line}");
        assert_eq!(found("src/hall/mod.rs", line), [""; 0], "{line}");
    }
}

#[test]
fn what_runs_the_right_way_or_is_only_said_is_no_fault() {
    for text in [
        "use crate::cellar::Wine;",
        "// use crate::hall::Guest;\n/// [`crate::hall`]\nfn f() { let _ = \"crate::hall::Guest\"; }",
        // A module of one's own that is called like a crate.
        "mod egui; fn f() { egui::fry(); }",
        "use super::egui; fn f() { egui::fry(); }",
        "pub(crate) fn f() { self::g() } pub(in crate::kitchen) fn g() {}",
        "fn f<'a>(of: &'a Guest) -> Vec<u8> { Vec::<u8>::new() }",
    ] {
        assert_eq!(found("src/kitchen/pan.rs", text), [""; 0], "{text}");
    }
}

#[test]
fn a_room_within_a_room_stands_in_the_table_too() {
    let wrong = ["src/kitchen/mod.rs:1 names `kitchen/stove`, which `kitchen` may not know"];
    assert_eq!(found("src/kitchen/mod.rs", "use stove::Flame; mod stove;"), wrong);
    assert_eq!(found("src/kitchen/mod.rs", "use crate::kitchen::stove::Flame;"), wrong);
    assert_eq!(found("src/kitchen/stove/gas.rs", "use crate::kitchen::Pan; use fire::Match;"), [""; 0]);
    assert_eq!(found("src/hall/mod.rs", "use crate::kitchen::Pan;"), [""; 0]);
}

#[test]
fn what_has_no_row_is_named() {
    let nowhere = ["src/attic.rs: no row of the table in ARCHITECTURE.md has a room for it"];
    assert_eq!(found("src/attic.rs", ""), nowhere);
    let expected = ["src/cellar.rs:1 names `crate::attic`, which is no room"];
    assert_eq!(found("src/cellar.rs", "use crate::attic;"), expected);
    assert_eq!(found("src/cellar.rs", "use crate::*;"), ["src/cellar.rs:1 names `crate::*`, which is no room"]);
}

#[test]
fn a_table_that_says_nonsense_is_refused() {
    let below = HOUSE.replace("| `src/cellar.rs` | |", "| `src/cellar.rs` | `hall` |");
    assert_eq!(Table::parse(&below).unwrap_err(), "`cellar` knows `hall`, which has no row above it");
    assert_eq!(Table::parse("# The house").unwrap_err(), "there is no table with the columns room, knows, alone names");
    let twice = HOUSE.replace("`src/hall/`", "`src/kitchen/`");
    assert_eq!(Table::parse(&twice).unwrap_err(), "`kitchen` has two rows");
}
