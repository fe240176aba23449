//! The interactive page as a text; `tests/page` reads it in a browser.

use counterpoise::files::{self, Format, Progress, Task, presets};
use counterpoise::model::{Document, Problem};
use proptest::prelude::*;
use serde_json::Value;

use crate::documents::document;

fn page(document: &Document) -> String {
    files::to_string(document, Format::Html).unwrap()
}

/// The data in the script blocks of a class.
fn blocks(page: &str, class: &str) -> Vec<Value> {
    let start = format!("<script type=\"application/json\" class=\"{class}\">");
    let texts = page.split(&start).skip(1).map(|rest| rest.split_once("</script>").unwrap().0);
    texts.map(|text| serde_json::from_str(text).unwrap()).collect()
}

/// The values, as the page will weigh them.
fn values(page: &str) -> Vec<Vec<Option<f64>>> {
    let options = blocks(page, "options").into_iter().flat_map(|block| block.as_array().unwrap().clone());
    let row = |option: Value| option["values"].as_array().unwrap().iter().map(Value::as_f64).collect();
    options.map(row).collect()
}

fn assert_complete(document: &Document) {
    let (page, problem) = (page(document), Problem::of(document));
    let rows = 0..problem.alternatives.len();
    let value = |row, column| Some(problem.values.get(row, column)).filter(|value: &f64| !value.is_nan());
    let expected: Vec<Vec<Option<f64>>> =
        rows.map(|row| (0..problem.criteria.len()).map(|column| value(row, column)).collect()).collect();
    assert_eq!(values(&page), expected);
    let model = &blocks(&page, "model")[0];
    let shares: Vec<f64> = model["shares"].as_array().unwrap().iter().map(|share| share.as_f64().unwrap()).collect();
    assert_eq!(shares, problem.weights);
    // One block for each part of the data, one script, one style sheet, and no markup from a text.
    let scripts = 2 + document.alternatives.len().div_ceil(1000);
    assert_eq!(page.matches("<script").count(), scripts);
    assert_eq!(page.matches("</script").count(), scripts);
    assert_eq!(page.matches("<style").count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_decision_is_all_there(document in document()) {
        assert_complete(&document);
    }
}

#[test]
fn it_reads_without_scripts() {
    for preset in presets::ALL {
        let document = preset.document().unwrap();
        assert_complete(&document);
        let page = page(&document);
        let (static_part, _) = page.split_once("<script").unwrap();
        let escaped = |text: &str| text.replace('&', "&amp;").replace('\'', "&#39;").replace('"', "&quot;");
        let options = document.alternatives.iter().map(|option| &option.name);
        for name in options.chain(document.leaves().iter().map(|leaf| &leaf.name)) {
            assert!(static_part.contains(&escaped(name)), "{}: {name}", preset.id);
        }
        let cells = (0..document.alternatives.len()).flat_map(|row| document.alternatives.cells(row));
        for (_, cell) in cells {
            assert!(static_part.contains(&escaped(cell.rationale)), "{}: {}", preset.id, cell.rationale);
        }
    }
}

#[test]
fn it_may_ask_for_nothing() {
    let page = page(&presets::find("security-guarantee").unwrap().document().unwrap());
    assert!(page.contains("content=\"default-src 'none'; script-src 'sha256-"));
    for word in
        ["unsafe-", " src=", "@import", "url(", "<link", "<base", "innerHTML", "insertAdjacentHTML", "document.write"]
    {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn a_large_matrix_has_a_hundred_rows_and_all_of_its_data() {
    let rows = (0..2500).map(|at| format!("Option {at},{},{}", at % 97, at % 89));
    let lines: Vec<String> = std::iter::once("option,A,B".to_owned()).chain(rows).collect();
    let document = crate::parse(&lines.join("\n"), Format::Csv);
    let page = page(&document);
    assert_eq!(page.matches("<li data-option=").count(), 100);
    assert_eq!(page.matches("<tr data-option=").count(), 100);
    assert!(page.contains("The first 100 of 2500 options"));
    assert_eq!(blocks(&page, "options").len(), 3);
    assert_complete(&document);
}

#[test]
fn it_can_be_called_off() {
    let progress = Progress::new();
    progress.call_off();
    let document = presets::find("laptop").unwrap().document().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.html");
    assert!(files::export(&Task::new(&document, &progress), Format::Html, &path).is_err());
    assert!(!path.exists());
}
