//! What holds of every format there is, driven by [`Format::ALL`], so that a new one joins by itself.

use std::collections::BTreeMap;

use counterpoise::files::{self, Format, Task, presets};
use counterpoise::model::{Cell, Criterion, Document, Group, Id, Level, Measure, Node, Row, Scale, Score};

use crate::golden::CARS;
use crate::parse;

/// What a careless format trips over, none with control characters that XML lacks.
fn hostile_names() -> Vec<String> {
    let names = [
        "say \"no\", 'never'",
        "two\nlines\r\nor three\rfour",
        "\ttab\t",
        " spaces ",
        "שלום, עולם",
        "\u{202e}back to front\u{202c}",
        "👩‍🚀🇺🇦 e\u{301}",
        "=cmd|'/c calc'!A1",
        "+1-1",
        "-x",
        "@SUM(A1)",
        "'=1",
        "''",
        "'",
        "-5",
        "#weight",
        "\\#3",
        "?",
        "a/b\\c",
        "yes=no",
        "pipe | *star* _line_ `code` [x](y) ~~z~~",
        "<script>alert(1)</script> &amp; ]]>",
        "1. first",
        "semi;colon, comma",
        "C:\\path\\",
        "{\"json\": [null]}",
        "r#\"raw\"#",
    ];
    let mut names: Vec<String> = names.map(String::from).to_vec();
    names.push("long ".repeat(2000).trim().to_owned());
    names
}

/// Options, criteria, groups, levels and units under each of the names, no two weights alike.
fn hostile() -> Document {
    let names = hostile_names();
    let mut document = Document::default();
    document.about.title = "=1+2".into();
    document.about.question = "- which?".into();
    for (at, name) in names.iter().enumerate() {
        let level = |name: &str, value| Level { id: Id::slug(&format!("l{value}")), name: name.into(), value };
        let scale = match at % 3 {
            0 => Scale::Measure(Measure { unit: name.clone(), ..Measure::default() }),
            1 => Scale::Levels(vec![level(name, 0.0), level("other", 100.0)]),
            _ => Scale::Rating { worst: -5.0, best: 5.0 },
        };
        let id = |kind: &str| Id::slug(&format!("{kind}{at}"));
        let criterion = Criterion { scale, ..Criterion::new(id("c"), name.as_str()) };
        let children = vec![Node::Criterion(criterion)];
        document.criteria.push(Node::Group(Group {
            id: id("g"),
            name: name.clone(),
            description: String::new(),
            children,
        }));
        document.weights.insert(id("g"), 1.0 + f64::from(u8::try_from(at).unwrap()));
        let scores = BTreeMap::new();
        document.alternatives.push(Row { id: id("a"), name: name.clone(), description: name.clone(), scores });
    }
    let leaves: Vec<Criterion> = document.leaves().into_iter().cloned().collect();
    for row in 0..document.alternatives.len() {
        for leaf in &leaves {
            let score =
                if leaf.scale.has_levels() { Score::Level(leaf.scale.levels()[0].id) } else { Score::Exact(-2.5) };
            document.alternatives.set(row, leaf.id, Cell::of(score));
        }
    }
    document.complete_weights();
    document
}

fn documents() -> Vec<Document> {
    let presets = presets::ALL.iter().map(|preset| preset.document().unwrap());
    presets.chain([parse(CARS, Format::Ron), hostile()]).collect()
}

fn bytes(document: &Document, format: Format) -> Vec<u8> {
    files::to_bytes(&Task::of(document), format).unwrap_or_else(|error| panic!("{format:?}: {error}"))
}

/// What no format may lose, where it can be read back: options, criteria and their groups, weights, scores.
fn substance(document: &Document) -> (Vec<String>, Vec<String>, Vec<f64>, Vec<Vec<String>>) {
    let leaves = document.leaves();
    let score = |row: usize, leaf: &Criterion| match document.alternatives.score(row, leaf.id) {
        Some(Score::Level(id)) => leaf.scale.level(id).unwrap().name,
        other => format!("{other:?}"),
    };
    let scores = (0..document.alternatives.len()).map(|row| leaves.iter().map(|leaf| score(row, leaf)).collect());
    (
        document.alternatives.iter().map(|option| option.name.clone()).collect(),
        leaves.iter().map(|leaf| leaf.name.clone()).collect(),
        document.outline().shares(&document.weights),
        scores.collect(),
    )
}

#[test]
fn no_format_that_is_read_loses_an_option_a_criterion_a_weight_or_a_score() {
    for format in Format::ALL.into_iter().filter(|format| format.can_write() && format.can_read()) {
        for document in documents() {
            let back =
                files::parse(bytes(&document, format), format).unwrap_or_else(|error| panic!("{format:?}: {error}"));
            let (was, is) = (substance(&document), substance(&back));
            assert_eq!((&was.0, &was.1), (&is.0, &is.1), "{format:?}");
            assert!(was.2.iter().zip(&is.2).all(|(a, b)| (a - b).abs() < 1e-12), "{format:?}: {:?} {:?}", was.2, is.2);
            assert_eq!(was.3, is.3, "{format:?}");
            if format.keeps_everything() {
                assert_eq!(back, document, "{format:?}");
            }
        }
    }
}

/// `name` as a format that is only written shows it, to be looked for in the file. Each says so here.
fn shown(name: &str, format: Format) -> String {
    match format {
        Format::Markdown => {
            let escaped = name.trim().replace("\r\n", "<br>").replace(['\r', '\n'], "<br>");
            let mut shown = String::new();
            for part in escaped.split_inclusive("<br>") {
                let (text, end) = part.strip_suffix("<br>").map_or((part, ""), |text| (text, "<br>"));
                for letter in text.chars() {
                    if "\\|`*_[]<>#~&".contains(letter) {
                        shown.push('\\');
                    }
                    shown.push(letter);
                }
                shown += end;
            }
            shown
        }
        Format::Html => {
            [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;"), ('\r', "&#13;")]
                .into_iter()
                .fold(name.replace('\0', "\u{FFFD}"), |shown, (letter, entity)| shown.replace(letter, entity))
        }
        read_back => panic!("{read_back:?} is only written: say here how it shows a name"),
    }
}

#[test]
fn formats_that_are_only_written_show_every_name() {
    for format in Format::ALL.into_iter().filter(|format| format.can_write() && !format.can_read()) {
        for document in documents() {
            let text = String::from_utf8_lossy(&bytes(&document, format)).into_owned();
            let (options, criteria, ..) = substance(&document);
            for name in options.iter().chain(&criteria) {
                assert!(text.contains(&shown(name, format)), "{format:?} lacks {name:?}");
            }
        }
    }
}

/// A table in Markdown has as many cells in each row, and its bars stand below one another.
#[test]
fn markdown_is_aligned_whatever_the_names() {
    use unicode_width::UnicodeWidthStr as _;
    let text = String::from_utf8(bytes(&hostile(), Format::Markdown)).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 2 + 5 + hostile_names().len());
    let bars = |row: &str| {
        let escaped = row.replace("\\\\", "..").replace("\\|", "..");
        escaped.match_indices('|').map(|(at, _)| escaped[..at].width()).collect::<Vec<_>>()
    };
    for row in &rows {
        assert_eq!(bars(row), bars(rows[0]), "{row}");
    }
    assert!(text.starts_with("# =1+2\n\n\\- which?\n\n|"), "{text}");
}

/// No cell of a table of text begins with what a spreadsheet would run, unless it is a number.
#[test]
fn no_cell_is_a_formula() {
    for (format, separator) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
        let bytes = bytes(&hostile(), format);
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(&bytes[..]);
        let mut cells = 0;
        for record in reader.records() {
            for cell in &record.unwrap() {
                cells += 1;
                let runs = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']);
                assert!(!runs || cell.split("..").all(|part| part.parse::<f64>().is_ok()), "{cell:?}");
            }
        }
        assert!(cells > 500);
    }
}
