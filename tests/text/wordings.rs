//! All messages against all wordings: what a message has for arguments is what its wording speaks of, and nothing is missing
//! or left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use counterpoise::analysis::robustness;
use counterpoise::text::{self, Argument, Entry, Language, List, Message};
use counterpoise::{chart, elicit, linear_program, methods, session};
use fluent_syntax::ast::{self, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// The messages of all rooms.
fn rooms() -> Vec<&'static [Entry]> {
    let mut rooms = text::MESSAGES.to_vec();
    rooms.extend(counterpoise::model::MESSAGES);
    #[cfg(feature = "cli")]
    rooms.extend(counterpoise::cli::MESSAGES);
    rooms.extend(counterpoise::files::MESSAGES.into_iter().flatten().copied());
    #[cfg(feature = "gui")]
    rooms.extend(counterpoise::app::MESSAGES);
    rooms.extend([
        chart::ChartMessage::MESSAGES,
        elicit::ElicitError::MESSAGES,
        linear_program::Unsolved::MESSAGES,
        methods::MethodError::MESSAGES,
        methods::MethodLabel::MESSAGES,
        methods::ParameterLabel::MESSAGES,
        robustness::InformationLabel::MESSAGES,
        robustness::RobustnessError::MESSAGES,
        session::Incoming::MESSAGES,
        session::MergeLabel::MESSAGES,
        session::NewName::MESSAGES,
        session::lifecycle::LifeMessage::MESSAGES,
        session::lifecycle::Trouble::MESSAGES,
        session::RankingHead::MESSAGES,
        session::StepLabel::MESSAGES,
        session::StepName::MESSAGES,
    ]);
    rooms
}

fn entries() -> impl Iterator<Item = Entry> {
    rooms().into_iter().flatten().copied()
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder that end so.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
    found
}

/// What a wording says of a message.
#[derive(Debug, Default, PartialEq)]
struct Said {
    /// The arguments that it speaks of.
    variables: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

/// The wording of a language, by key.
fn wording(folder: &Path) -> BTreeMap<String, Said> {
    let mut wording = BTreeMap::new();
    for file in files(folder, "ftl") {
        let resource = parser::parse(fs::read_to_string(&file).unwrap());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let mut said = Said::default();
            variables(message.value.as_ref().expect("each message says something"), &mut said.variables);
            for attribute in message.attributes {
                variables(&attribute.value, &mut said.variables);
                said.attributes.insert(attribute.id.name);
            }
            let again = wording.insert(message.id.name.clone(), said);
            assert_eq!(again, None, "{} stands twice", message.id.name);
        }
    }
    wording
}

fn variables(pattern: &Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => variable(inline, found),
            Expression::Select { selector, variants } => {
                variable(selector, found);
                for variant in variants {
                    variables(&variant.value, found);
                }
            }
        }
    }
}

fn variable(inline: &InlineExpression<String>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.clone());
        }
        InlineExpression::StringLiteral { .. } => {}
        other => panic!("{other:?}: wordings refer to arguments only"),
    }
}

/// The folders of all languages.
fn languages() -> Vec<PathBuf> {
    let folders = fs::read_dir(root().join("assets/text")).unwrap();
    folders.map(|folder| folder.unwrap().path()).collect()
}

#[test]
fn every_message_has_a_wording_that_speaks_of_its_arguments_and_none_is_left_over() {
    for folder in languages() {
        let mut wording = wording(&folder);
        for entry in entries() {
            let place = format!("{} in {}", entry.key, folder.display());
            let said = wording.remove(entry.key).unwrap_or_else(|| panic!("{place} is missing"));
            for attribute in entry.attributes {
                assert!(said.attributes.contains(*attribute), "{place} has no .{attribute}");
            }
            for variable in &said.variables {
                let argument = variable.strip_suffix("-count").unwrap_or(variable);
                assert!(entry.arguments.contains(&argument), "{place} speaks of ${variable}");
            }
            for argument in entry.arguments {
                let count = format!("{argument}-count");
                let is_used = said.variables.contains(*argument) || said.variables.contains(&count);
                assert!(is_used, "{place} does not speak of ${argument}");
            }
        }
        if cfg!(not(feature = "gui")) {
            // The words of the window are left over.
            continue;
        }
        let unused: Vec<&String> = wording.keys().collect();
        assert!(unused.is_empty(), "nothing says {unused:?} of {}", folder.display());
    }
}

#[test]
fn all_languages_say_the_same() {
    let english = wording(&root().join("assets/text/en"));
    for folder in languages() {
        let other = wording(&folder);
        assert_eq!(english.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{}", folder.display());
        for (key, said) in &english {
            assert_eq!(said.attributes, other[key].attributes, "{key} in {}", folder.display());
        }
    }
}

/// Rooms that declare messages, as the code has them, are those that the tests know.
#[cfg(feature = "gui")]
#[test]
fn no_room_is_left_out_of_these_tests() {
    let declares = |line: &&str| line.contains("enum ") && line.contains(" in \"");
    let declared: usize = files(&root().join("src"), "rs")
        .into_iter()
        .map(|file| fs::read_to_string(file).unwrap().lines().filter(declares).count())
        .sum();
    assert_eq!(declared, rooms().len());
}

/// A message with something in the place of each argument.
fn filled(entry: Entry) -> Message {
    let names = ["one", "two"].map(str::to_owned);
    let fill = |&name: &&'static str| (name, Argument::from(List::names(names.clone())));
    Message::new(entry.key, entry.arguments.iter().map(fill).collect())
}

#[test]
fn each_message_is_said_in_each_language_and_the_pseudo_language_shows_it() {
    for entry in entries() {
        let message = filled(entry);
        for said in [Some(message.clone()), message.remedy()].into_iter().flatten() {
            for language in Language::ALL {
                let words = said.in_language(language);
                assert!(!words.contains("{$") && !words.contains("<b>"), "{}: {words}", entry.key);
                assert_ne!(words, entry.key);
            }
            let pseudo = said.in_language(Language::Pseudo);
            assert!(pseudo.starts_with('⟦') && pseudo.ends_with('⟧'), "{pseudo}");
            let english = said.in_language(Language::English);
            // What has no words of its own, such as a comma, stays as it is.
            if english.replace("one and two", "").contains(char::is_alphabetic) {
                assert_ne!(pseudo, format!("⟦{english}⟧"));
            }
        }
    }
}

#[test]
fn remarks_of_checks_say_what_to_do() {
    let parts = ["seen", "wins", "limit", "ask", "one", "same"];
    let remarks = text::Remark::MESSAGES.iter().filter(|entry| {
        let name = entry.key.strip_prefix("checks-").unwrap();
        !parts.contains(&name.split('-').next().unwrap())
    });
    for entry in remarks {
        assert!(filled(*entry).remedy().is_some(), "{}", entry.key);
    }
}

/// What a person types is never taken for a mark or a placeholder.
#[test]
fn what_a_person_typed_stays_as_it_is() {
    for typed in ["<b>bold</b>", "{ $who }", "{\"x\"}", "⟦a⟧", " \u{2068}a\u{2069} ", "-term = x", "\"A\""] {
        let message = Message::from(text::Explain::FirstAlready { option: typed.to_owned() });
        assert_eq!(message.to_string(), format!("{typed} is first already."));
        let spans = message.sentence().spans;
        assert_eq!((spans[0].text.as_str(), spans[0].strong), (typed, true));
    }
    let hostile = text::Explain::FirstAlready { option: "a\u{FDD1}b\u{FDD0}".to_owned() };
    assert_eq!(Message::from(hostile).sentence().spans.len(), 2);
}
