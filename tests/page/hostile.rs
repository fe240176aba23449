//! Text that would like to be something else.

use counterpoise::files::Format;
use counterpoise::model::{Cell, Document, Score, Source};
use serde_json::{Value, json};

use crate::{Reader, preset};

const NAMES: [&str; 12] = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "\"><img src=x onerror=alert(3)>",
    "' onmouseover='alert(4)",
    "${alert(5)} {{title}} {{data}}",
    "back\\slash \\u003c \\",
    "nul \0 bell \u{7} escape \u{1b} line\u{2028}paragraph\u{2029}",
    "\u{202E}redrO\u{202C} \u{2066}open \u{202E}",
    "carriage\r\nreturn\ttab",
    "<!-- <script> -->]]> &amp; &lt;b&gt;",
    "مرحبا بالعالم 123",
    "javascript:alert(6) https://example.org/<b>",
];

/// A decision in which everything that has a text has a hostile one.
fn hostile() -> Document {
    let mut document = preset("security-guarantee");
    let name = |at: usize| NAMES[at % NAMES.len()].to_owned();
    document.about.title = NAMES[1].into();
    document.about.question = NAMES[0].into();
    document.about.context = NAMES.join("\n");
    document.about.authors = vec![name(2)];
    document.about.sources = vec![Source { text: name(3), link: name(2) }];
    let first = document.alternatives.row(0);
    document.alternatives = NAMES
        .iter()
        .zip(0_u32..)
        .map(|(name, at)| {
            let mut option = first.clone();
            option.id = counterpoise::model::Id::slug(&format!("option {at}"));
            option.name = format!("{at} {name}");
            option.description = (*name).into();
            for cell in option.scores.values_mut() {
                *cell = Cell {
                    score: Some(Score::Range(f64::from(at), 90.0)),
                    rationale: (*name).into(),
                    evidence: vec![Source { text: (*name).into(), link: (*name).into() }],
                };
            }
            option
        })
        .collect();
    for (at, node) in document.criteria.iter_mut().enumerate() {
        rename(node, at);
    }
    for viewpoint in &mut document.viewpoints {
        viewpoint.name = format!("{} {}", viewpoint.name, NAMES[1]);
    }
    document
}

fn rename(node: &mut counterpoise::model::Node, at: usize) {
    use counterpoise::model::Node;
    match node {
        Node::Criterion(criterion) => {
            criterion.name = format!("{} {at}", NAMES[at % NAMES.len()]);
            criterion.description = NAMES[1].into();
        }
        Node::Group(group) => {
            group.name = format!("{} group {at}", NAMES[at % NAMES.len()]);
            group.description = NAMES[0].into();
            for (place, child) in group.children.iter_mut().enumerate() {
                rename(child, at * 4 + place);
            }
        }
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

pub fn names_do_nothing_and_read_back_the_same(reader: &Reader) {
    let document = hostile();
    // What the page is made from must be a decision that a file can hold.
    let text = counterpoise::files::to_string(&document, Format::Json).unwrap();
    assert_eq!(counterpoise::files::parse(text, Format::Json).unwrap(), document);
    reader.open(&document);
    let texts = |selector: &str| {
        let script = "return [...document.querySelectorAll(arguments[0])].map((place) => place.textContent)";
        strings(&reader.browser.run(script, &json!([selector])))
    };
    let options: Vec<String> = document.alternatives.iter().map(|option| option.name.clone()).collect();
    assert_eq!(texts("#matrix .scroll tbody th .name"), options);
    let mut ranked = texts("#ranking .rows .name");
    ranked.sort_by_key(|name| options.iter().position(|option| option == name));
    assert_eq!(ranked, options);
    let mut nodes = Vec::new();
    for node in &document.criteria {
        node.visit(&mut |node| nodes.push(node.name().to_owned()));
    }
    assert_eq!(texts("#weights .tree .name"), nodes);
    let views: Vec<String> = document.viewpoints.iter().map(|viewpoint| viewpoint.name.clone()).collect();
    assert_eq!(texts("#choices option")[1..=views.len()], views);

    // Every score says why, and every option and criterion can be asked.
    let script = "const said = []; \
        for (const button of document.querySelectorAll('#matrix .scroll button, #ranking .rows button')) { \
            button.click(); \
            said.push(document.querySelector('dialog').textContent); \
            document.querySelector('dialog button').click(); \
        } \
        return said;";
    let said = strings(&reader.browser.run(script, &json!([])));
    for name in NAMES {
        let times = said.iter().filter(|text| text.contains(name)).count();
        assert!(times >= document.leaves().len(), "{name:?} is read {times} times");
    }
    let made = "return document.querySelectorAll('img, iframe, object, embed, form, base, body script:not([type]), b b').length";
    assert_eq!(reader.browser.run(made, &json!([])), 1, "the page's own script and nothing else");
    reader.assert_quiet();
}

pub fn links_lead_only_to_pages_and_mailboxes(reader: &Reader) {
    let mut document = preset("security-guarantee");
    let links = [
        "https://example.org/a?b=<c>&d",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "data:text/html,<b>",
        "file:///",
    ];
    let source = |link: &&str| Source { text: "source".into(), link: (*link).into() };
    document.about.sources = links.iter().map(source).collect();
    let leaf = document.leaves()[0].id;
    let cell = document.alternatives.cell(0, leaf).unwrap().to_cell();
    let evidence = links.iter().map(source).collect();
    document.alternatives.set(0, leaf, Cell { evidence, ..cell });
    reader.open(&document);
    let script = "document.querySelector('#matrix td button').click(); \
        const links = (root) => [...document.querySelectorAll(`${root} a`)].map((a) => `${a.getAttribute('href')} ${a.rel}`); \
        return [links('#context'), links('dialog')];";
    let found = reader.browser.run(script, &json!([]));
    let expected =
        json!(["https://example.org/a?b=<c>&d noopener noreferrer", "mailto:a@example.org noopener noreferrer",]);
    assert_eq!(found, json!([expected, expected]));
    reader.assert_quiet();
}
