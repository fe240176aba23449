use std::io::Read as _;
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::contains;
use serde_json::json;

use crate::{CARS, counterpoise, json, printed};

const COMMANDS: [&str; 14] = [
    "open",
    "presets",
    "rank",
    "compare",
    "sensitivity",
    "flips",
    "robustness",
    "dominance",
    "weights",
    "check",
    "export",
    "completions",
    "schema",
    "manual",
];

#[test]
fn help_and_version() {
    let help = printed(&["--help"]);
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
        let help = printed(&[command, "--help"]);
        assert!(help.contains("Examples:") && help.contains("Usage: counterpoise"), "{help}");
    }
    assert!(printed(&["-h"]).len() < help.len());
    assert_eq!(printed(&["-V"]), format!("counterpoise {}\n", env!("CARGO_PKG_VERSION")));
}

/// What stands outside of ⟦ and ⟧, and of what the parser lists by itself.
fn outside(text: &str) -> String {
    let (mut left, mut depth) = (String::new(), 0);
    for letter in text.chars() {
        match letter {
            '⟦' | '[' => depth += 1,
            '⟧' | ']' => depth -= 1,
            letter if depth == 0 => left.push(letter),
            _ => {}
        }
    }
    left
}

#[test]
fn help_speaks_the_language_that_is_asked_for() {
    // What the parser says by itself, in English.
    let own = "Usage Commands Arguments Options Possible values Print help version see more a summary with";
    let own: Vec<&str> = own.split(' ').collect();
    for arguments in [vec![], vec!["--help"]].into_iter().chain(COMMANDS.map(|command| vec![command, "--help"])) {
        let arguments = if arguments.is_empty() { vec!["-h"] } else { arguments };
        for language in [&["--language", "en-XA"][..], &["--language=en-XA"]] {
            let help = printed(&[language, &arguments].concat());
            assert!(help.contains("⟦Éxáámpļééš"), "{arguments:?}");
            for line in outside(&help).lines() {
                // Names of commands, options, placeholders and values stand first, then the words for them.
                let line = line.split("  ").filter(|part| !part.is_empty()).skip(usize::from(line.starts_with(' ')));
                let words = line.flat_map(|part| part.split(|letter: char| !letter.is_alphabetic()));
                let strange = |word: &&str| word.chars().any(char::is_lowercase) && !own.contains(word);
                let said: Vec<&str> = words.filter(strange).filter(|word| *word != "counterpoise").collect();
                let is_usage =
                    said.len() <= 1 && COMMANDS.iter().any(|command| said.iter().all(|word| word == command));
                assert!(is_usage, "{arguments:?}: {said:?}");
            }
        }
    }
    let wrong = counterpoise(&["rank", "laptop", "--language", "tlh"]).assert().code(2).stdout("");
    wrong.stderr(contains("invalid value 'tlh'"));
}

#[test]
fn wrong_usage_exits_with_2() {
    let cases: [&[&str]; 12] = [
        &["rank"],
        &["rank", "laptop", "laptop"],
        &["rank", "laptop", "--method", "guess"],
        &["rank", "laptop", "--normalization", "guess"],
        &["rank", "laptop", "--format", "xml"],
        &["rank", "laptop", "--format", "ron"],
        &["rank", "laptop", "--param", "v"],
        &["rank", "laptop", "--param", "v=much"],
        &["rank", "laptop", "--bogus"],
        &["laptop", "rank", "laptop"],
        &["check"],
        &["completions", "klingon"],
    ];
    for args in cases {
        counterpoise(args).assert().code(2).stdout("").stderr(contains("error: "));
    }
    let unknown = counterpoise(&["rank", "laptop", "--param", "v=0.5"]).assert().code(2).stdout("");
    unknown.stderr(contains("weighted-sum has no parameter \"v\"; it takes none"));
}

#[test]
fn presets_are_listed() {
    let presets = json(&printed(&["presets", "--format", "json"]));
    let ids: Vec<&str> = presets.as_array().unwrap().iter().map(|preset| preset["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 8);
    let first = json!({"id": "security-guarantee", "title": presets[0]["title"], "options": 3, "criteria": 9});
    assert_eq!(presets[0], first);
    let table = printed(&["presets"]);
    let csv = printed(&["presets", "--format", "csv"]);
    assert!(csv.starts_with("id,title,options,criteria\nsecurity-guarantee,"), "{csv}");
    assert!(printed(&["presets", "--format", "markdown"]).starts_with("| id "));
    assert!(table.lines().nth(1).unwrap().ends_with("3 x 9"), "{table}");
    for id in ids {
        assert!(table.contains(&format!("\n{id} ")) && csv.contains(&format!("\n{id},")), "{id}");
        printed(&["rank", id]);
    }
}

#[test]
fn completions_for_every_shell() {
    for (shell, sign) in [
        ("bash", "complete -F _counterpoise"),
        ("zsh", "#compdef counterpoise"),
        ("fish", "complete -c counterpoise"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion:arg-completer[counterpoise]"),
    ] {
        let script = printed(&["completions", shell]);
        assert!(script.contains(sign), "{shell}");
        assert!(COMMANDS.iter().all(|command| script.contains(command)), "{shell}");
        if ["bash", "zsh", "fish"].contains(&shell) {
            assert!(script.contains("weighted-product"), "{shell} completes the methods");
        }
    }
}

#[test]
fn the_man_page_tells_of_every_command() {
    let page = printed(&["manual"]);
    assert!(page.contains(".TH counterpoise 1"));
    for command in COMMANDS {
        assert!(page.contains(&format!(".SH \"COUNTERPOISE {}\"", command.to_uppercase())), "{command}");
    }
    assert!(page.contains(".SH \"OPTIONS FOR EVERY COMMAND\"") && page.contains("\\-\\-viewpoint"));
}

#[test]
fn colour_only_where_it_is_wanted() {
    let rank = |variables: &[(&str, &str)]| {
        let mut command = counterpoise(&["rank", "laptop"]);
        command.envs(variables.iter().copied());
        command.assert().success()
    };
    rank(&[]).stdout(contains("\u{1b}").not());
    rank(&[("CLICOLOR_FORCE", "1")]).stdout(contains("\u{1b}[1m"));
    rank(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).stdout(contains("\u{1b}").not());
    let mut csv = counterpoise(&["rank", "laptop", "--format", "csv"]);
    csv.env("CLICOLOR_FORCE", "1").assert().success().stdout(contains("\u{1b}").not());
}

/// Whoever reads may leave at any time: that is no error and no noise.
#[test]
fn a_broken_pipe_ends_quietly() {
    // More than any pipe holds, so that the program is still writing when the reader leaves.
    let mut csv = String::from(CARS);
    csv.extend((0..20_000).map(|row| format!("option {row},6000,60,5\n")));
    let file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    std::fs::write(file.path(), csv).unwrap();
    let path = file.path().to_str().unwrap();
    for args in [
        &["rank", path][..],
        &["rank", path, "--format", "json"],
        &["rank", path, "--format", "csv"],
        &["rank", path, "--format", "markdown"],
        &["export", path, "-", "--format", "json"],
        &["export", path, "-", "--format", "csv"],
    ] {
        let mut child = Command::new(cargo_bin("counterpoise"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0]).unwrap();
        drop(out);
        let end = child.wait_with_output().unwrap();
        assert_eq!((end.status.code(), end.stderr.as_slice()), (Some(0), &b""[..]), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let child = Command::new(cargo_bin("counterpoise"))
        .args(["rank", "laptop"])
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let end = child.wait_with_output().unwrap();
    assert_eq!(end.status.code(), Some(1));
    assert!(String::from_utf8(end.stderr).unwrap().contains("cannot write the result to standard output"));
}
