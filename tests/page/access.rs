//! What axe-core, the accessibility checker, says of the page.

use std::fs;
use std::path::Path;

use counterpoise::model::Document;
use serde_json::{Value, json};

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
    gaps.alternatives[0].scores.remove(&leaf);
    gaps.alternatives[1].scores.clear();
    let mut one = preset("laptop");
    one.alternatives.truncate(1);
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
