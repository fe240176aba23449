//! The built program, as scripts and people use it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod baseline;
mod check;
mod compare;
mod dominance;
mod export;
mod flips;
mod open;
#[cfg(unix)]
mod permissions;
mod rank;
mod rank_golden;
mod rank_outranking;
mod robustness;
mod sensitivity;
mod spreadsheet;
mod usage;
mod weights;
mod weights_command;

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// The example of the contract.
const CARS: &str = "\
option,Price,Economy,Looks
#group,Money,Money,Style
#weight,35,25,40
#direction,min,max,max
#unit,EUR,mpg,
#range,8000..4000,,0..10
Fiesta,5490,51.4,8.5
Corsa,6500,70.6,6..7..8
Jazz,6489,,7.5
";

/// The program, away from whatever the tester's own terminal asks for.
fn counterpoise(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("counterpoise").unwrap();
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.args(args);
    command
}

/// What the program prints when all is fine, and it says nothing besides.
fn printed(args: &[&str]) -> String {
    fed(args, "")
}

/// The same with something on standard input.
fn fed(args: &[&str], stdin: &str) -> String {
    let output = counterpoise(args).write_stdin(stdin).assert().success().stderr("").get_output().clone();
    String::from_utf8(output.stdout).unwrap()
}

/// What the program says when the input is wrong, and that it prints nothing.
fn refused(args: &[&str], stdin: &str) -> String {
    let output = counterpoise(args).write_stdin(stdin).assert().code(1).stdout("").get_output().clone();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("counterpoise: ") && said.lines().count() == 1, "{said:?}");
    said.trim_end().to_owned()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A directory of its own with one file in it.
struct Folder(TempDir);

impl Folder {
    fn with(name: &str, content: &str) -> Self {
        let folder = Self(TempDir::new().unwrap());
        fs::write(folder.path(name), content).unwrap();
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn name(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}
