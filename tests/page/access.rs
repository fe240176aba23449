//! What axe-core, the accessibility checker, says of the page.

use std::fs;
use std::path::Path;

use counterpoise::model::Document;
use serde_json::{Value, json};

use crate::common::rows::change;
use crate::{Reader, preset};

fn axe() -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("axe-core").join("package/axe.min.js");
    fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("{}: {error}; scripts/test fetches axe-core with npm", path.display());
    })
}

/// Every kind of page: complete, with gaps, with one option, with none.
fn decisions() -> Vec<(&'static str, Document)> {
    let mut gaps = preset("security-guarantee-extended");
    let leaf = gaps.leaves()[0].id;
    gaps.alternatives.set_score(0, leaf, None);
    let second = gaps.alternatives[1].id;
    change(&mut gaps.alternatives, |option| {
        if option.id == second {
            option.scores.clear();
        }
    });
    let mut one = preset("laptop");
    one.alternatives = one.alternatives.take(0, 1);
    one.locks.insert(one.criteria[0].id());
    vec![("complete", preset("security-guarantee")), ("gaps", gaps), ("one option", one), ("blank", preset("blank"))]
}

pub fn no_serious_fault_in_either_theme_at_any_width(reader: &Reader) {
    let axe = axe();
    for (name, document) in decisions() {
        reader.open(&document);
        reader.browser.run(&axe, &json!([]));
        for (scheme, looked_over) in [("light", 1440), ("dark", 360)] {
            reader.browser.color_scheme(scheme);
            for width in [1440, 768, 360] {
                reader.browser.size(width, 900);
                let place = format!("{name}, {scheme}, {width} wide");
                let wide = reader.browser.run("return document.documentElement.scrollWidth", &json!([]));
                assert!(wide.as_u64().unwrap() <= u64::from(width), "{place}: {wide} are needed");
                if width == looked_over || name == "complete" {
                    check(reader, &place, "");
                }
            }
            let open = "document.querySelector('#matrix button').click();";
            check(reader, &format!("{name}, {scheme}, with a dialog"), open);
            reader.browser.run("document.querySelector('dialog').close()", &json!([]));
        }
        reader.assert_quiet();
    }
    reader.browser.color_scheme("light");
    reader.browser.size(1440, 900);
}

fn check(reader: &Reader, place: &str, before: &str) {
    let script = format!(
        "{before} return axe.run().then((found) => found.violations \
         .filter((fault) => ['serious', 'critical'].includes(fault.impact)) \
         .map((fault) => `${{fault.id}}: ${{fault.help}}; ${{fault.nodes.map((node) => node.html.slice(0, 200)).slice(0, 3).join(' | ')}}`))"
    );
    let faults: Value = reader.browser.run(&script, &json!([]));
    assert_eq!(faults, json!([]), "{place}");
}

const TAB: char = '\u{E004}';
const ENTER: char = '\u{E007}';
const ESCAPE: char = '\u{E00C}';
const DOWN: char = '\u{E015}';
const RIGHT: char = '\u{E014}';
const END: char = '\u{E010}';

/// From the top of the page to the reason of a score and back, without a mouse.
pub fn the_keyboard_reaches_the_reason_of_a_score(reader: &Reader) {
    let document = preset("security-guarantee");
    reader.open(&document);
    let focus = "const at = document.activeElement; return at.dataset.cell ?? at.textContent";
    let at = |expected: &str| assert_eq!(reader.browser.run(focus, &json!([])), expected);
    reader.browser.keys(None, &[TAB]);
    at("Skip to the ranking");
    let first = "document.querySelector('#matrix .scroll').focus()";
    reader.browser.run(first, &json!([]));
    let groups = document.criteria.len();
    reader.browser.keys(None, &vec![TAB; groups + 1]);
    at("0 0");
    reader.browser.keys(None, &[DOWN, RIGHT, RIGHT]);
    at("1 2");
    reader.browser.keys(None, &[DOWN, DOWN, END]);
    at("2 8");
    reader.browser.keys(None, &[ENTER]);
    let said = "return [document.querySelector('dialog').open, document.querySelector('dialog').textContent]";
    let said = reader.browser.run(said, &json!([]));
    let cell = document.alternatives.cell(2, document.leaves()[8].id).unwrap();
    assert_eq!(said[0], true);
    assert!(said[1].as_str().unwrap().contains(cell.rationale), "{said}");
    reader.browser.keys(None, &[ESCAPE]);
    at("2 8");
    reader.assert_quiet();
}

/// A new leader is said once the weights rest, and rows glide unless the system asks for stillness.
pub fn a_new_leader_is_said_and_rows_glide_only_where_motion_is_wanted(reader: &Reader) {
    let document = preset("security-guarantee");
    for (motion, moving) in [("no-preference", true), ("reduce", false)] {
        let feature = json!([{"name": "prefers-reduced-motion", "value": motion}]);
        reader.browser.devtools("Emulation.setEmulatedMedia", &json!({"features": feature}));
        reader.open(&document);
        let script = "const slider = document.querySelectorAll('#weights input[type=range]')[1]; \
            slider.value = 80; \
            slider.dispatchEvent(new Event('input')); \
            await new Promise(requestAnimationFrame); \
            const glides = document.querySelector('#ranking .rows').getAnimations({ subtree: true }).length; \
            const early = document.getElementById('status').textContent; \
            await new Promise((done) => setTimeout(done, 900)); \
            return [glides > 0, early, document.getElementById('status').textContent];";
        let seen = reader.browser.run(&format!("return (async () => {{ {script} }})()"), &json!([]));
        assert_eq!(seen, json!([moving, "", "Article 5-type guarantee leads"]), "{motion}");
    }
    reader.browser.devtools("Emulation.setEmulatedMedia", &json!({"features": []}));
    reader.assert_quiet();
}
