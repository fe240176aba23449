//! RON and JSON that is wrong: what, where, what to do.

use counterpoise::files::{Fault, Format, Position, parse as try_parse};
use counterpoise::model::MAX_DEPTH;

use crate::{assert_says, message};

const RON: &str = r#"// A comment with an id: "b"
(
    format: 1,
    decision: (
        about: (title: "id: \"b\"", context: r"criteria: [(id: "),
        criteria: [
            Group((id: "g", name: "G", children: [
                Criterion((id: "a", name: "A", scale: Levels([(id: "b", name: "B", value: 1)]))),
            ])),
            /* id: "b" /* nested */ */
            Criterion((id: "b", name: "B")),
        ],
        weights: {"g": 1, "b": 2, "a": 1},
        locks: ["b"],
        viewpoints: [(id: "v", name: "V", weights: {"b": 1})],
        options: [
            (id: "x", name: "X", scores: {"b": (score: Exact(5))}),
            (id: "y", name: "Y", scores: {"a": (score: Level("b")), "b": (score: Range(1, 2))}),
        ],
    ),
)
"#;

const JSON: &str = r#"{
  "format": 1,
  "decision": {
    "about": {"title": "\"id\": \"b\""},
    "criteria": [
      {"Criterion": {"id": "a", "name": "A", "scale": {"Levels": [{"id": "b", "name": "B", "value": 1}]}}},
      {"Criterion": {"id": "b", "name": "B"}}
    ],
    "weights": {"a": 1.5, "b": 2},
    "options": [
      {"id": "x", "name": "X", "scores": {"b": {"score": {"Exact": 5}}}},
      {"id": "y", "name": "Y", "scores": {"b": {"score": {"Range": [1, 2]}}}}
    ]
  }
}
"#;

/// Asserts that `sound`, with `old` replaced by `new`, is refused at the line and column of `at` in it.
#[track_caller]
fn refuses(format: Format, old: &str, new: &str, at: &str, parts: &[&str]) {
    let sound = if format == Format::Ron { RON } else { JSON };
    crate::parse(sound, format);
    assert!(sound.contains(old));
    let text = sound.replacen(old, new, 1);
    let error = try_parse(&text, format).unwrap_err();
    assert_says(&error.to_string(), parts);
    let Some(Fault::Invalid { at: found, .. }) = error.fault() else { panic!("{error:?}") };
    let offset = text.find(at).unwrap() + at.len();
    assert_eq!(*found, Some(Position::of(&text, offset)), "{error}");
}

#[test]
fn a_violation_is_pointed_at() {
    let ron = |old, new, at, parts: &[&str]| refuses(Format::Ron, old, new, at, parts);
    ron(
        "(id: \"b\", name: \"B\"))",
        "(id: \"b\", name: \" \"))",
        "*/ */\n            Criterion((id: ",
        &["the criterion has no name", "give it one"],
    );
}

#[test]
fn duplicate_ids_and_names() {
    let ron = |old, new, at, parts: &[&str]| refuses(Format::Ron, old, new, at, parts);
    ron(
        "(id: \"y\"",
        "(id: \"x\"",
        "X\", scores: {\"b\": (score: Exact(5))}),\n            (id: ",
        &["two options have the id \"x\""],
    );
    ron("name: \"Y\"", "name: \"X\"", "Exact(5))}),\n            (id: ", &["two options are called \"X\""]);
    ron("Criterion((id: \"b\"", "Criterion((id: \"g\"", "*/ */\n            Criterion((id: ", &["have the id \"g\""]);
    let json = |old, new, at, parts: &[&str]| refuses(Format::Json, old, new, at, parts);
    json("{\"id\": \"y\"", "{\"id\": \"x\"", "5}}}},\n      {\"id\": ", &["two options have the id \"x\""]);
}

#[test]
fn dangling_ids() {
    let ron = |old, new, at, parts: &[&str]| refuses(Format::Ron, old, new, at, parts);
    ron("{\"b\": (score: Exact", "{\"c\": (score: Exact", "name: \"X\", scores: {", &["no criterion", "use the id"]);
    ron("\"a\": 1}", "\"c\": 1}", "\"b\": 2, ", &["name \"c\""]);
    ron("locks: [\"b\"]", "locks: [\"c\"]", "locks: [", &["the lock on \"c\"", "remove it"]);
    ron("weights: {\"b\": 1})", "weights: {\"c\": 1})", "viewpoints: [(id: ", &["\"V\" names \"c\""]);
    ron("locks: [", "baseline: \"z\", locks: [", "\"a\": 1},\n        ", &["the baseline is \"z\""]);
    ron("locks: [", "viewpoint: \"z\", locks: [", "\"a\": 1},\n        ", &["the chosen viewpoint \"z\""]);
    ron("Level(\"b\")", "Level(\"c\")", "name: \"Y\", scores: {", &["no level \"c\"", "use the id"]);
}

#[test]
fn numbers_that_cannot_be() {
    let ron = |old, new, at, parts: &[&str]| refuses(Format::Ron, old, new, at, parts);
    ron("\"b\": 2", "\"b\": -2", "{\"g\": 1, ", &["-2 points", "0 or more"]);
    ron("\"b\": 2", "\"b\": NaN", "{\"g\": 1, ", &["NaN points"]);
    ron("Exact(5)", "Exact(inf)", "name: \"X\", scores: {", &["not a finite number"]);
    ron("Range(1, 2)", "Range(2, 1)", "Level(\"b\")), ", &["rising order"]);
    ron(
        "{\"g\": 1, \"b\": 2, \"a\": 1}",
        "{\"g\": 0, \"b\": 0, \"a\": 1}",
        "name: \"B\")),\n        ],\n        ",
        &["all zero"],
    );
    refuses(Format::Json, "\"b\": 2", "\"b\": -2", "{\"a\": 1.5, ", &["-2 points"]);
    assert_says(&message(&JSON.replace("1.5", "NaN"), Format::Json), &["line 9, column", "expected"]);
    assert_says(&message(&JSON.replace("1.5", "1e999"), Format::Json), &["line 9, column", "out of range"]);
}

#[test]
fn several_errors_are_counted() {
    let text = RON.replace("\"b\": 2", "\"b\": -0.5").replace("Exact(5)", "Exact(NaN)");
    assert_says(&message(&text, Format::Ron), &["line 17", "(and 1 more error)"]);
}

#[test]
fn syntax_errors_have_a_place() {
    let text = RON.replace("format: 1,", "format: 1;");
    assert_says(&message(&text, Format::Ron), &["line 3, column 14", "FORMAT.md"]);
    let text = RON.replace("weights: {\"g\"", "wights: {\"g\"");
    assert_says(&message(&text, Format::Ron), &["line 13, column", "`wights`", "`weights`"]);
    let text = JSON.replace("\"format\": 1,", "\"format\": 1;");
    assert_says(&message(&text, Format::Json), &["line 2, column 14", "FORMAT.md"]);
    let text = RON.replace("\"g\", name", "\"an id of more than twenty-four bytes\", name");
    assert_says(&message(&text, Format::Ron), &["line 7", "longer than 24 bytes"]);
}

#[test]
fn an_entry_that_stands_twice() {
    let people = "people: [(id: \"p\", name: \"P\", scores: {\"x\": {\"b\": Exact(1), \"b\": Exact(2)}})], locks";
    let ron = [
        ("\"b\": 2, \"a\": 1}", "\"b\": 2, \"b\": 1}", "line 13, column 36"),
        ("weights: {\"b\": 1})", "weights: {\"b\": 1, \"b\": 1})", "line 15, column 62"),
        ("{\"b\": (score: Exact(5))}", "{\"b\": (score: Exact(5)), \"b\": ()}", "line 17, column 68"),
        ("locks", people, "line 14, column 70"),
    ];
    let json = [
        ("{\"a\": 1.5, \"b\": 2}", "{\"b\": 1.5, \"b\": 2}", "line 9, column 29"),
        ("{\"b\": {\"score\": {\"Exact\": 5}}}", "{\"b\": {}, \"b\": {}}", "line 11, column 54"),
        (
            "\"weights\"",
            "\"viewpoints\": [{\"id\": \"v\", \"name\": \"V\", \"weights\": {\"b\": 1, \"b\": 1}}], \"weights\"",
            "line 9, column 67",
        ),
    ];
    for (sound, format, cases) in [(RON, Format::Ron, &ron[..]), (JSON, Format::Json, &json[..])] {
        for &(old, new, at) in cases {
            assert!(sound.contains(old));
            let message = message(&sound.replacen(old, new, 1), format);
            assert_says(&message, &[at, "\"b\" has an entry already", "one of the two must go"]);
        }
    }
}

#[test]
fn an_entry_of_a_judgement_that_stands_twice() {
    let twice = "{\"b\": 2, \"b\": 3}";
    let comparisons = "{\"b\": (ratios: [(\"x\", \"y\", 2)]), \"b\": (ratios: [])}";
    for judgements in [
        format!("top: Points({twice})"),
        format!("top: Allocation({twice})"),
        format!("top: Swing({twice})"),
        format!("top: BestWorst(best: \"g\", worst: \"b\", best_to_others: {twice}, others_to_worst: {{}})"),
        format!("top: BestWorst(best: \"g\", worst: \"b\", best_to_others: {{}}, others_to_worst: {twice})"),
        "groups: {\"b\": Equal, \"b\": Equal}".into(),
        format!("options: {comparisons}"),
    ] {
        let text = RON.replacen("locks", &format!("judgements: ({judgements}), locks"), 1);
        // Behind the key that stands twice.
        let line = text.lines().nth(13).unwrap();
        let second = line[..line.find(", locks").unwrap()].rfind("\"b\"").unwrap();
        let at = format!("line 14, column {}", second + 2);
        assert_says(&message(&text, Format::Ron), &[&at, "\"b\" has an entry already", "one of the two must go"]);
    }
    let text =
        JSON.replacen("\"weights\"", "\"judgements\": {\"top\": {\"Points\": {\"b\": 1, \"b\": 2}}}, \"weights\"", 1);
    assert_says(
        &message(&text, Format::Json),
        &["line 9, column", "\"b\" has an entry already", "one of the two must go"],
    );
}

#[test]
fn a_file_cut_anywhere_is_an_error() {
    for (text, format) in [(RON, Format::Ron), (JSON, Format::Json)] {
        for end in 0..text.trim_end().len() {
            assert_says(&message(&text[..end], format), &["; "]);
        }
    }
    assert_says(&message(&RON[..RON.len() / 2], Format::Ron), &["cut off", "earlier copy"]);
    assert_says(&message(&JSON[..JSON.len() / 2], Format::Json), &["cut off", "earlier copy"]);
}

#[test]
fn a_newer_version_is_named_whatever_else_is_in_the_file() {
    let wanted = ["newer version", "format 7", "up to 1", "update the program", "not touched"];
    assert_says(&message("(format: 7, decision: (matrix: [Odd(1)]), extra: {\"a\": 1})", Format::Ron), &wanted);
    assert_says(&message("{\"format\": 7, \"decision\": [], \"extra\": null}", Format::Json), &wanted);
    assert_says(&message(&RON.replace("format: 1", "format: 7"), Format::Ron), &wanted);
}

#[test]
fn a_version_is_asked_for() {
    assert_says(&message("(decision: ())", Format::Ron), &["format version", "format: 1"]);
    assert_says(&message("{}", Format::Json), &["format version"]);
    assert_says(&message("(format: 0, decision: ())", Format::Ron), &["no format 0"]);
}

#[test]
fn deep_nesting_is_an_error_and_not_a_crash() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(10_000), close.repeat(10_000));
    let group = "Group((id: \"g\", name: \"G\", children: [";
    let ron = format!("(format: 1, decision: (criteria: [{}", deep(group, "]))"));
    assert_says(&message(&ron, Format::Ron), &["nested too deeply", "side by side"]);
    let group = "{\"Group\": {\"id\": \"g\", \"name\": \"G\", \"children\": [";
    let json = format!("{{\"format\": 1, \"decision\": {{\"criteria\": [{}", deep(group, "]}}"));
    assert_says(&message(&json, Format::Json), &["nested too deeply"]);
    for (open, close) in
        [("(", ")"), ("[", "]"), ("{", "}"), ("/*", "*/"), ("Some(", ")"), ("{\"a\":", "}"), ("(format:", ")")]
    {
        for format in [Format::Ron, Format::Json] {
            for prefix in ["", "(format: 1, decision: ", "(format: 1, x: ", "{\"format\": 1, \"x\": "] {
                assert_says(&message(&format!("{prefix}{}", deep(open, close)), format), &["; "]);
            }
        }
    }
}

#[test]
fn the_deepest_tree_is_read_and_the_next_refused() {
    let tree = |groups: usize| {
        let group = |number: usize| format!("Group((id: \"g{number}\", name: \"G\", children: [");
        let open = (0..groups).map(group).collect::<Vec<_>>().concat();
        let leaf = "Criterion((id: \"a\", name: \"A\", scale: Measure((value: Piecewise([(1, 2), (3, 4)])))))";
        format!("(format: 1, decision: (criteria: [{open}{leaf}{}]))", "]))".repeat(groups))
    };
    let document = crate::parse(&tree(MAX_DEPTH - 1), Format::Ron);
    for format in [Format::Ron, Format::Json] {
        let text = counterpoise::files::to_string(&document, format).unwrap();
        assert_eq!(crate::parse(&text, format), document);
    }
    assert_says(&message(&tree(MAX_DEPTH), Format::Ron), &["more than 32 levels deep", "side by side"]);
}

#[test]
fn a_blank_document_is_fine() {
    assert!(crate::parse("(format: 1, decision: ())", Format::Ron).criteria.is_empty());
    assert!(crate::parse("{\"format\": 1, \"decision\": {}}", Format::Json).alternatives.is_empty());
}
