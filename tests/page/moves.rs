//! The page against the program, step by step.

use std::process::Command;

use counterpoise::files::presets;
use counterpoise::model::{Document, Id, Scope, Viewpoint, violations};
use counterpoise::session::{Action, Session};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::acts::Acts;
use crate::{Reader, common, preset};

/// Works the controls of the page, and reads after each step what it then says.
const DRIVE: &str = r"
// The page has asked for this frame before.
const frame = () => new Promise(requestAnimationFrame);
const items = [...document.querySelectorAll('#weights .tree > li')];
const press = (selector) => document.querySelector(selector).click();
const alt = (altKey) => dispatchEvent(new PointerEvent('pointermove', { altKey }));
const change = (input, value, name) => {
  input.value = value;
  input.dispatchEvent(new Event(name, { bubbles: true }));
};
const steps = {
  slide({ at, to, alt: held }) {
    alt(held);
    change(items[at].querySelector('input[type=range]'), to, 'input');
    alt(false);
  },
  rest({ at }) { items[at].querySelector('input[type=range]').dispatchEvent(new Event('change')); },
  type({ at, text }) { change(items[at].querySelector('.percent'), text, 'change'); },
  lock({ at }) { items[at].querySelector('.lock').click(); },
  view({ at }) { change(document.querySelector('#choices select'), String(at), 'change'); },
  reset() { press('#choices button'); },
  nothing() {},
};
const read = () => ({
  rows: [...document.querySelectorAll('#ranking .rows > li')].map((li) => [
    Number(li.dataset.option), li.querySelector('.rank').textContent,
    li.dataset.value === '' ? null : Number(li.dataset.value), li.querySelector('.part').textContent,
    li.querySelector('.value').textContent]),
  weights: items.map((li) => Number(li.dataset.weight)),
  shown: items.map((li) => li.querySelector('.percent').value),
  lead: document.getElementById('lead').textContent.trim(),
  tip: document.getElementById('tip').textContent,
});
return (async () => {
  const seen = [];
  for (const step of arguments[0]) {
    steps[step.do](step);
    await frame();
    seen.push(read());
  }
  return seen;
})();";

/// One thing that a reader does.
#[derive(Clone, Debug)]
enum Step {
    Nothing,
    /// Place in the outline, percent, and whether Alt is held.
    Slide(usize, f64, bool),
    Rest(usize),
    Type(usize, String),
    Lock(usize),
    View(usize),
    Reset,
}

impl Step {
    fn json(&self) -> Value {
        match self {
            Self::Nothing => json!({"do": "nothing"}),
            Self::Slide(at, to, alt) => json!({"do": "slide", "at": at, "to": to, "alt": alt}),
            Self::Rest(at) => json!({"do": "rest", "at": at}),
            Self::Type(at, text) => json!({"do": "type", "at": at, "text": text}),
            Self::Lock(at) => json!({"do": "lock", "at": at}),
            Self::View(at) => json!({"do": "view", "at": at}),
            Self::Reset => json!({"do": "reset"}),
        }
    }

    /// The same in the program.
    fn apply(&self, session: &mut Session) {
        let id = |session: &Session, at: usize| session.model().outline().entries()[at].id;
        match self {
            Self::Nothing => {}
            Self::Slide(at, to, alt) => {
                let scope = if *alt { Scope::Siblings } else { Scope::Everything };
                session.move_weight(id(session, *at), to / 100.0, scope).unwrap();
            }
            Self::Rest(_) => session.rest(),
            Self::Type(at, text) => {
                let percent: f64 = text.replace(',', ".").trim_end_matches([' ', '%']).parse().unwrap();
                session.act(Action::SetWeight { node: id(session, *at), share: percent / 100.0 }).unwrap();
            }
            Self::Lock(at) => {
                let node = id(session, *at);
                session.set_lock(node, !session.is_locked(node)).unwrap();
            }
            Self::View(at) => {
                let view = session.document().viewpoints[*at].id;
                session.choose_viewpoint(view).unwrap();
            }
            Self::Reset => session.reset_weights().unwrap(),
        }
    }
}

/// Takes the steps in the page and in the program, and compares all that the page says with what the program does.
fn walk(reader: &Reader, name: &str, document: &Document, steps: &[Step]) {
    reader.open(document);
    let seen = reader.browser.run(DRIVE, &json!([steps.iter().map(Step::json).collect::<Vec<_>>()]));
    let mut session = Session::new(document.clone());
    for (at, (step, seen)) in steps.iter().zip(seen.as_array().unwrap()).enumerate() {
        step.apply(&mut session);
        compare(&session, seen, &format!("{name}, step {at} {step:?} of {steps:?}"));
    }
    assert_eq!(seen.as_array().unwrap().len(), steps.len());
    reader.assert_quiet();
}

fn compare(session: &Session, seen: &Value, place: &str) {
    let model = session.model();
    let weights = seen["weights"].as_array().unwrap();
    assert_eq!(weights.len(), model.outline().entries().len(), "{place}");
    for (at, weight) in weights.iter().enumerate() {
        let weight = weight.as_f64().unwrap();
        assert!((weight - model.share(at)).abs() < 1e-9, "{place}: node {at} weighs {weight}, {}", model.share(at));
    }
    let rows = seen["rows"].as_array().unwrap();
    let order: Vec<u64> = rows.iter().map(|row| row[0].as_u64().unwrap()).collect();
    let expected: Vec<u64> = model.ranking().order().iter().map(|&row| u64::from(row)).collect();
    assert_eq!(order, expected, "{place}");
    for row in rows {
        let option = usize::try_from(row[0].as_u64().unwrap()).unwrap();
        assert_eq!(row[1], model.ranking().label(option), "{place}: rank of {option}");
        let (value, expected) = (row[2].as_f64(), model.values()[option]);
        let same = value.map_or(expected.is_nan(), |value| (value - expected).abs() < 1e-9);
        assert!(same, "{place}: option {option} has {value:?}, {expected}");
        assert_eq!(row[3] == "", model.coverage()[option] >= 1.0 - 1e-9, "{place}: coverage of {option}, {row}");
    }
    let lead = session.lead();
    let lead = format!("{} {}", lead.chip.map_or_else(String::new, |chip| chip.to_string()), lead.caption);
    assert_alike(seen["lead"].as_str().unwrap(), lead.trim(), place);
    assert_alike(seen["tip"].as_str().unwrap(), &session.tip().to_string(), place);
}

/// Asserts that two sentences have the same words, and the same figures but for the last digit: a weight of 16.5 %, with
/// rounding at its sixteenth digit, is 16 % here and 17 % there.
#[track_caller]
fn assert_alike(found: &str, expected: &str, place: &str) {
    let figure = |word: &str| {
        let digits = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        digits.parse::<f64>().ok().map(|figure| (figure, 10_f64.powi(-i32::try_from(decimals).unwrap())))
    };
    let alike = |a: &str, b: &str| match (figure(a), figure(b)) {
        (Some((a, digit)), Some((b, other))) => (a - b).abs() <= 1.01 * digit.max(other),
        _ => a == b,
    };
    let (words, others): (Vec<_>, Vec<_>) = (found.split_whitespace().collect(), expected.split_whitespace().collect());
    let same = words.len() == others.len() && words.iter().zip(&others).all(|(a, b)| a == b || alike(a, b));
    assert!(same, "{place}:\n{found}\n{expected}");
}

pub fn every_preset_starts_with_the_ranking_of_the_command_line(reader: &Reader) {
    for preset in presets::ALL {
        let document = preset.document().unwrap();
        if document.alternatives.is_empty() {
            continue;
        }
        let rank = ["rank", preset.id, "--format", "json"];
        let output = Command::new(env!("CARGO_BIN_EXE_counterpoise")).args(rank).output().unwrap();
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        reader.open(&document);
        let seen = reader.browser.run(DRIVE, &json!([[{"do": "nothing"}]]));
        let rows = seen[0]["rows"].as_array().unwrap();
        let ranking = report["ranking"].as_array().unwrap();
        assert_eq!(rows.len(), ranking.len(), "{}", preset.id);
        for (row, place) in rows.iter().zip(ranking) {
            let option = usize::try_from(row[0].as_u64().unwrap()).unwrap();
            assert_eq!(document.alternatives[option].name, place["option"].as_str().unwrap(), "{}", preset.id);
            assert_eq!(row[1].as_str().unwrap().trim_end_matches('='), place["rank"].to_string(), "{}", preset.id);
            let same = match (row[2].as_f64(), place["score"].as_f64()) {
                (Some(value), Some(score)) => (value - score).abs() < 1e-9,
                (value, score) => value == score,
            };
            assert!(same, "{}: {row} {place}", preset.id);
        }
    }
}

pub fn every_preset_follows_weights_as_the_program_does(reader: &Reader) {
    for preset in presets::ALL {
        let document = preset.document().unwrap();
        let nodes = document.outline().entries().len();
        let mut steps = vec![Step::Nothing];
        let last = nodes - 1;
        steps.extend([
            Step::Slide(last, 40.0, false),
            Step::Slide(last, 100.0, false),
            Step::Slide(last, 12.5, false),
            Step::Rest(last),
            Step::Lock(last),
            Step::Slide(last, 60.0, false),
            Step::Slide(0, 30.0, false),
            Step::Slide(0, 100.0, false),
            Step::Slide(0, 45.0, false),
            Step::Rest(0),
            Step::Lock(0),
            Step::Slide(1, 33.0, false),
            Step::Slide(1, 2.0, true),
            Step::Rest(1),
            Step::Lock(0),
            Step::Type(nodes / 2, "37,25 %".into()),
            Step::Type(nodes / 2, "0".into()),
            Step::Slide(nodes / 2, 20.0, true),
        ]);
        steps.extend((0..document.viewpoints.len()).map(Step::View));
        steps.extend([Step::Slide(0, 55.5, true), Step::Reset, Step::Lock(last)]);
        walk(reader, preset.id, &document, &steps);
    }
}

/// How many made-up decisions are tried.
const ANY: usize = 20;

pub fn any_decision_follows_weights_as_the_program_does(reader: &Reader) {
    let mut runner = TestRunner::deterministic();
    let step = (0_u8..8, 0_usize..64, 0_u32..201, proptest::bool::weighted(0.3));
    let steps = proptest::collection::vec(step, 12);
    // Weights that are all zero are no decision that a file can hold.
    let is_sound = |document: &Document| violations(document).is_empty() && !document.leaves().is_empty();
    let documents = common::documents().prop_filter("sound", is_sound);
    for round in 0..ANY {
        let mut document = documents.new_tree(&mut runner).unwrap().current();
        document.about.title = format!("Round {round}");
        let even = document.outline().even();
        document.viewpoints = vec![Viewpoint { id: Id::slug("even"), name: "Even".into(), weights: even }];
        let nodes = document.outline().entries().len();
        let made = steps.new_tree(&mut runner).unwrap().current();
        let step = |(kind, at, halves, alt): (u8, usize, u32, bool)| match kind {
            0 => Step::Lock(at % nodes),
            1 => Step::View(0),
            2 => Step::Rest(at % nodes),
            3 => Step::Type(at % nodes, format!("{}", f64::from(halves) / 2.0)),
            _ => Step::Slide(at % nodes, f64::from(halves) / 2.0, alt),
        };
        let steps: Vec<Step> = std::iter::once(Step::Nothing).chain(made.into_iter().map(step)).collect();
        walk(reader, &format!("round {round}"), &document, &steps);
    }
}

/// Keys by their codes: <https://www.w3.org/TR/webdriver2/#keyboard-actions>.
const RIGHT: char = '\u{E014}';
const LEFT: char = '\u{E012}';
const HOME: char = '\u{E011}';
const SHIFT: char = '\u{E008}';
const ALT: char = '\u{E00A}';

pub fn keys_and_mouse_move_as_in_the_window(reader: &Reader) {
    let document = preset("security-guarantee");
    reader.browser.size(1440, 900);
    reader.open(&document);
    let mut session = Session::new(document);
    let entries = session.model().outline().entries();
    let (at, id) = (1, entries[1].id);
    let seen = |session: &Session, place: &str| {
        let seen = reader.browser.run(DRIVE, &json!([[{"do": "nothing"}]]));
        compare(session, &seen[0], place);
    };
    let slider = format!("document.querySelectorAll('#weights .tree > li')[{at}].querySelector('input[type=range]')");
    reader.browser.run(&format!("{slider}.focus()"), &json!([]));

    let now = (session.model().share(at) * 100.0).round() / 100.0;
    reader.browser.keys(None, &[RIGHT, RIGHT, LEFT]);
    session.move_weight(id, now + 0.01, Scope::Everything).unwrap();
    seen(&session, "arrows");
    reader.browser.keys(Some(SHIFT), &[RIGHT]);
    session.move_weight(id, now + 0.11, Scope::Everything).unwrap();
    seen(&session, "Shift and an arrow");
    reader.browser.keys(Some(ALT), &[LEFT, LEFT]);
    session.move_weight(id, now + 0.09, Scope::Siblings).unwrap();
    seen(&session, "Alt and arrows");
    reader.browser.keys(None, &[HOME]);
    session.move_weight(id, 0.0, Scope::Everything).unwrap();
    seen(&session, "Home");

    let text = format!(
        "{slider}.scrollIntoView(); const box = {slider}.getBoundingClientRect(); return [box.x, box.y, box.width, box.height]"
    );
    let place = reader.browser.run(&text, &json!([]));
    let [x, y, width, height] = std::array::from_fn(|i| place[i].as_f64().unwrap());
    reader.browser.drag((x + 8.0, y + height / 2.0), (x + width / 2.0, y + height / 2.0));
    session.rest();
    let reached = reader.browser.run(DRIVE, &json!([[{"do": "nothing"}]]))[0]["weights"][at].as_f64().unwrap();
    assert!((reached - 0.5).abs() < 0.02, "the knob was let go in the middle, at {reached}");
    session.move_weight(id, reached, Scope::Everything).unwrap();
    seen(&session, "the mouse");
    reader.assert_quiet();
}

/// "Save page as" in a browser keeps what the script has made of the page; it must open again, as it was exported.
pub fn a_page_saved_from_the_browser_opens_again(reader: &Reader) {
    let document = preset("security-guarantee");
    reader.open(&document);
    let steps = json!([[{"do": "slide", "at": 1, "to": 80}, {"do": "lock", "at": 0}]]);
    reader.browser.run(DRIVE, &steps);
    reader.browser.run("document.querySelector('#matrix td button').click()", &json!([]));
    let saved = reader.browser.run("return '<!doctype html>' + document.documentElement.outerHTML", &json!([]));
    std::fs::write(reader.path(), saved.as_str().unwrap()).unwrap();
    reader.browser.open(&reader.path());
    let seen = reader.browser.run(DRIVE, &json!([[{"do": "nothing"}, {"do": "slide", "at": 1, "to": 80}]]));
    let mut session = Session::new(document);
    compare(&session, &seen[0], "saved and opened");
    let id = session.model().outline().entries()[1].id;
    session.move_weight(id, 0.8, Scope::Everything).unwrap();
    compare(&session, &seen[1], "saved, opened and moved");
    let script = "return ['.lock', '.slide', '#choices select', '#tools button', 'dialog', '#matrix td .reasons', '#ranking .ghost'] \
        .map((name) => document.querySelectorAll(name).length)";
    let nodes = session.model().outline().entries().len();
    let cells = session.model().problem().scores.rows() * session.model().weights().len();
    assert_eq!(reader.browser.run(script, &json!([])), json!([nodes, nodes, 1, 2, 1, cells, 3]));
    reader.assert_quiet();
}
