//! The window in the pseudo-language: whatever is in English there did not come from a wording.

use std::collections::BTreeSet;

use counterpoise::app::Command;
use counterpoise::files::presets;
use counterpoise::model::Document;
use counterpoise::session::Session;
use counterpoise::text::Language;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Shape, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;

use crate::{CTRL, CTRL_SHIFT, Setup, Window};

/// A decision without a word of English, with a criterion on each kind of scale and scores of each kind.
const DECISION: &str = r#"(
    format: 1,
    decision: (
        about: (title: "Яке авто?", question: "Що купити?", context: "Восени", authors: ["Оля"],
            sources: [(text: "Журнал", link: "ж")]),
        criteria: [
            Group((id: "money", name: "Гроші", description: "Усе про гроші", children: [
                Criterion((id: "price", name: "Ціна", description: "З податком", scale: Measure((unit: "₴", direction: Min)))),
                Criterion((id: "range", name: "Запас", scale: Measure((unit: "км", direction: Target(500),
                    value: Exponential(rho: 0.5))))),
            ])),
            Criterion((id: "looks", name: "Вигляд", scale: Rating(worst: 0, best: 10))),
            Criterion((id: "comfort", name: "Зручність", scale: Levels([
                (id: "bad", name: "погано", value: 0), (id: "good", name: "добре", value: 100)]))),
            Criterion((id: "seats", name: "П'ять місць", scale: YesNo(best: Yes))),
        ],
        weights: {"money": 60, "price": 1, "range": 1, "looks": 40, "comfort": 10, "seats": 10},
        options: [
            (id: "a", name: "Авто А", description: "Дороге", scores: {
                "price": (score: Exact(5490), rationale: "За оголошенням", evidence: [(text: "Лист", link: "л")]),
                "range": (score: Range(400, 600)),
                "looks": (score: Triangle(7, 8.5, 9)),
                "comfort": (score: Level("good")),
                "seats": (score: Level("yes")),
            }),
            (id: "b", name: "Авто Б", scores: {
                "price": (score: Exact(6500)), "range": (score: Exact(450)), "looks": (score: Exact(5)),
                "comfort": (score: Level("bad")), "seats": (score: Level("no")),
            }),
            (id: "c", name: "Авто В", scores: {"price": (score: Exact(9000))}),
        ],
        baseline: Some("a"),
    ),
)"#;

/// All that the window shows or says to a screen reader.
fn texts(window: &Window) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for node in window.harness.root().children_recursive() {
        let node = node.accesskit_node();
        found.extend(
            [node.label(), node.value(), node.description(), node.placeholder().map(str::to_owned)]
                .into_iter()
                .flatten(),
        );
    }
    for clipped in &window.harness.output().shapes {
        painted(&clipped.shape, &mut found);
    }
    found
}

/// What is painted without being a widget.
fn painted(shape: &Shape, found: &mut BTreeSet<String>) {
    match shape {
        Shape::Text(text) => {
            found.insert(text.galley.text().to_owned());
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| painted(shape, found)),
        _ => {}
    }
}

/// The keys of commands and the names of keys, which come from egui.
fn keys() -> Vec<String> {
    let ctx = egui::Context::default();
    let mut keys: Vec<String> =
        Command::all().flat_map(Command::shortcuts).map(|keys| ctx.format_shortcut(keys)).collect();
    // The longest first: Ctrl+E is part of Ctrl+End.
    keys.sort_by_key(|keys| std::cmp::Reverse(keys.len()));
    keys
}

/// The file, and the levels of a scale of yes and no, which have these names in files.
const DATA: [&str; 3] = ["рішення.ron", "Yes", "No"];

/// No text has a plain vowel in it, which the pseudo-language never leaves, but for [`DATA`] and `data`.
#[track_caller]
fn speaks(window: &Window, place: &str, data: &[&str]) {
    let keys = keys();
    let is_english = |text: &String| {
        let mut rest = data.iter().chain(&DATA).fold(text.clone(), |text, data| text.replace(data, ""));
        rest = keys.iter().fold(rest, |text, keys| text.replace(keys.as_str(), ""));
        rest.contains(|letter: char| "aeiouyAEIOU".contains(letter))
    };
    let english: Vec<String> = texts(window).into_iter().filter(is_english).collect();
    assert!(english.is_empty(), "{place} has words of its own: {english:#?}");
}

/// The decision, in a file that is called so.
fn decision(folder: &TempDir, name: &str) -> std::path::PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, DECISION).unwrap();
    path
}

/// The brackets of the pseudo-language are in no font of the window.
fn setup() -> Setup {
    Setup { tofu: true, ..Setup::default() }
}

fn window(folder: &TempDir) -> Window {
    setup().open(Session::open(&decision(folder, "рішення.ron")).unwrap())
}

/// The words of a command in the pseudo-language, for the palette.
#[track_caller]
fn run(window: &mut Window, command: Command) {
    window.command(command.title());
}

#[test]
fn every_view_and_what_is_chosen_in_it_speak_the_language() {
    Language::Pseudo.meanwhile(|| {
        let folder = tempfile::tempdir().unwrap();
        let mut window = window(&folder);
        speaks(&window, "the window", &[]);
        let places: Vec<(Role, String)> = window
            .harness
            .root()
            .children_recursive()
            .map(|node| (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default()))
            .filter(|(role, name)| *role == Role::Cell || (*role == Role::Button && name.starts_with('⟦')))
            .filter(|(_, name)| {
                ["Авто", "Гроші", "Ціна", "Запас", "Вигляд", "Зручність", "П'ять"]
                    .iter()
                    .any(|part| name.contains(part))
            })
            .collect();
        assert!(places.len() > 20, "{places:?}");
        for (role, name) in places {
            window.click(role, &name);
            speaks(&window, &name, &[]);
        }
        for command in Command::all().filter(|command| matches!(command, Command::Show(_))) {
            run(&mut window, command);
            // Checks go by their ids.
            let checks: Vec<&str> = window.session().checks().open.iter().map(|check| check.id).collect();
            speaks(&window, command.title(), &checks);
        }
    });
}

#[test]
fn the_window_in_a_narrow_place_and_when_empty_speaks_the_language() {
    Language::Pseudo.meanwhile(|| {
        let window = Setup { size: vec2(480.0, 640.0), ..setup() }.open(Session::new(Document::default()));
        speaks(&window, "a narrow window", &[]);
        let window = setup().open(Session::new(Document::default()));
        speaks(&window, "an empty decision", &[]);
    });
}

#[test]
fn menus_and_palette_speak_the_language() {
    Language::Pseudo.meanwhile(|| {
        let folder = tempfile::tempdir().unwrap();
        let mut window = window(&folder);
        for menu in counterpoise::app::Menu::ALL {
            window.button(menu.title());
            assert!(texts(&window).len() > 40);
            speaks(&window, menu.title(), &[]);
            window.key(Key::Escape);
        }
        window.keys(CTRL, Key::K);
        speaks(&window, "the palette", &[]);
        window.text("ж");
        speaks(&window, "a palette that finds nothing", &[]);
    });
}

#[test]
fn dialogs_speak_the_language() {
    Language::Pseudo.meanwhile(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().display().to_string();
        let mut window = window(&folder);
        for (command, data) in [
            (Command::Export, [".ron", ".json", ".xlsx", ".html", ".csv", ".tsv", ".md", ".xml"].to_vec()),
            (Command::Open, vec![path.as_str(), "/home/me/decision.ron"]),
            (Command::SaveAs, vec![path.as_str(), "/home/me/decision.ron"]),
            (Command::Import, vec![path.as_str(), "/home/me/decision.ron"]),
            (Command::SaveViewpoint, vec![]),
            (Command::Keys, vec![]),
            (Command::About, vec![env!("CARGO_PKG_VERSION")]),
        ] {
            run(&mut window, command);
            assert!(window.has(Role::Button, cancel()) || window.has(Role::Button, close()));
            speaks(&window, command.title(), &data);
            window.key(Key::Escape);
        }
        let documents: Vec<_> =
            presets::ALL.iter().map(|preset| (preset.id, preset.document().unwrap().about.title)).collect();
        let mut data: Vec<&str> = documents.iter().flat_map(|(id, title)| [title.as_str(), *id]).collect();
        // Titles may hold ids.
        data.sort_by_key(|data| std::cmp::Reverse(data.len()));
        run(&mut window, Command::New);
        speaks(&window, "presets", &data);
        window.key(Key::Escape);
        // Something unsaved is asked about.
        run(&mut window, Command::AddOption);
        window.close();
        speaks(&window, "a question", &[]);
    });
}

#[test]
fn a_table_that_comes_in_speaks_the_language() {
    Language::Pseudo.meanwhile(|| {
        let folder = tempfile::tempdir().unwrap();
        let table = folder.path().join("таблиця.csv");
        std::fs::write(&table, "Авто;Ціна, ₴;Вигляд\nА;5490;добре\nБ;6500;\nВ;?;погано\n").unwrap();
        let mut window = window(&folder);
        window.keys(CTRL_SHIFT, Key::I);
        assert!(window.has(Role::Button, cancel()));
        let field = window.harness.get_all_by_role(Role::TextInput).last().unwrap();
        field.focus();
        window.settle();
        window.keys(CTRL, Key::A);
        window.text(&table.display().to_string());
        window.key(Key::Enter);
        assert!(window.says("таблиця") && window.has(Role::Cell, "A1 Авто"));
        // Columns and cells by their letters.
        speaks(&window, "the preview", &["A1", "A2", "A3", "A4", "A"]);
    });
}

/// What the pseudo-language calls the buttons that close a dialog.
fn cancel() -> &'static str {
    "⟦Çááñçééļ⟧"
}

fn close() -> &'static str {
    "⟦Çļóóšéé⟧"
}
