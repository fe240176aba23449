//! More options than a browser can lay out at once.

use std::fmt::Write as _;

use counterpoise::files::{self, Format};
use serde_json::json;

use crate::Reader;

const OPTIONS: usize = 3000;

pub fn a_large_matrix_opens_and_shows_any_option(reader: &Reader) {
    let mut csv = "option,A,B,C\n#weight,3,2,1\n".to_owned();
    for at in 0..OPTIONS {
        let score = |factor: usize| (at * factor % 9973) % 101;
        let _ = writeln!(csv, "Option {at},{},{},{}..100", score(7919), score(104_729), score(31));
    }
    let document = files::parse(csv, Format::Csv).unwrap();
    reader.open(&document);
    let count = |selector: &str| {
        reader.browser.run("return document.querySelectorAll(arguments[0]).length", &json!([selector]))
    };
    assert_eq!(count("#ranking .rows > li"), 100);
    assert_eq!(count("#matrix tbody tr"), 100);
    reader.browser.run("document.querySelector('#more button').click()", &json!([]));
    assert_eq!([count("#ranking .rows > li"), count("#matrix tbody tr")], [200, 200]);

    // An option from the end of the ranking, found by name, with the very scores that it has in the document.
    let last = document.alternatives.last().unwrap();
    let script = "const search = document.querySelector('#search input'); \
        search.value = arguments[0]; \
        search.dispatchEvent(new Event('input')); \
        const rows = [...document.querySelectorAll('#matrix tbody tr')]; \
        return rows.map((tr) => [...tr.cells].map((cell) => cell.textContent));";
    let found = reader.browser.run(script, &json!([last.name]));
    let score = |factor: usize| ((OPTIONS - 1) * factor % 9973) % 101;
    let third = score(31);
    let row = found[0].as_array().unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(row[0], last.name);
    assert_eq!([&row[1], &row[2]], [&json!(score(7919).to_string()), &json!(score(104_729).to_string())]);
    assert!(row[3].as_str().unwrap().starts_with(&format!("{third}–100")), "{row:?}");
    reader.assert_quiet();
}
