//! What may not be read or written. The administrator may do everything, so for him the program runs as nobody.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;

use assert_cmd::Command;

use crate::{CARS, Folder};

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// What the program says when it refuses `args`, run by somebody who is not above permissions.
fn refused(folder: &Folder, args: &[&str]) -> String {
    // Where it was built need not be open to everybody.
    let built = Command::cargo_bin("counterpoise").unwrap().get_program().to_owned();
    let program = folder.path("program");
    if !program.exists() {
        fs::hard_link(&built, &program).or_else(|_| fs::copy(&built, &program).map(drop)).unwrap();
    }
    allow(folder.0.path(), 0o755);
    let is_administrator = fs::metadata(folder.0.path()).unwrap().uid() == 0;
    let mut command = if is_administrator {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    let output = command.args(args).assert().code(1).stdout("").get_output().clone();
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_file_that_may_not_be_read() {
    let folder = Folder::with("cars.csv", CARS);
    let cars = folder.name("cars.csv");
    allow(&folder.path("cars.csv"), 0o000);
    let said = refused(&folder, &["rank", &cars]);
    let expected = format!(
        "counterpoise: cannot read {cars}: permission denied; change the permissions, or choose another place\n"
    );
    assert_eq!(said, expected);
}

#[test]
fn a_directory_that_may_not_be_entered() {
    let folder = Folder::with("x", "");
    fs::create_dir(folder.path("closed")).unwrap();
    fs::write(folder.path("closed/cars.csv"), CARS).unwrap();
    allow(&folder.path("closed"), 0o000);
    let cars = folder.name("closed/cars.csv");
    let read = refused(&folder, &["rank", &cars]);
    let written = refused(&folder, &["export", "laptop", &cars]);
    allow(&folder.path("closed"), 0o755);
    assert!(read.contains(&format!("cannot read {cars}: permission denied; change the permissions")), "{read}");
    assert!(written.contains(&format!("cannot write {cars}: permission denied; change the permissions")), "{written}");
    assert_eq!(folder.read("closed/cars.csv"), CARS);
}

#[test]
fn a_directory_that_may_not_be_written() {
    let folder = Folder::with("x", "");
    fs::create_dir(folder.path("fixed")).unwrap();
    allow(&folder.path("fixed"), 0o555);
    let out = folder.name("fixed/laptop.csv");
    let said = refused(&folder, &["export", "laptop", &out]);
    allow(&folder.path("fixed"), 0o755);
    assert!(said.contains(&format!("cannot write {out}: permission denied; change the permissions")), "{said}");
    assert_eq!(fs::read_dir(folder.path("fixed")).unwrap().count(), 0, "nothing is left behind");
}

#[test]
fn a_file_that_may_not_be_written_where_others_may() {
    let folder = Folder::with("x", "");
    fs::create_dir(folder.path("open")).unwrap();
    fs::write(folder.path("open/laptop.csv"), "old").unwrap();
    allow(&folder.path("open/laptop.csv"), 0o444);
    allow(&folder.path("open"), 0o777);
    let out = folder.name("open/laptop.csv");
    let said = refused(&folder, &["export", "laptop", &out]);
    assert!(said.contains(&format!("cannot write {out}: permission denied; change the permissions")), "{said}");
    assert_eq!(folder.read("open/laptop.csv"), "old");
    assert_eq!(fs::read_dir(folder.path("open")).unwrap().count(), 1, "nothing is left behind");
}
