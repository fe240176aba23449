use serde_json::json;

use crate::{CARS, Folder, counterpoise, fed, json, printed, refused};

/// Worked by hand from the definitions in the contract: values (8000 - x) / 4000, (x - 51.4) / 19.2 and x / 10.
#[test]
fn the_contracts_example() {
    let folder = Folder::with("cars.csv", CARS);
    let text = printed(&["rank", &folder.name("cars.csv"), "--format", "json"]);
    let mut report = json(&text);
    let fiesta = 0.35 * 0.6275 + 0.4 * 0.85;
    let corsa = 0.35 * 0.375 + 0.25 + 0.4 * 0.7;
    let jazz = (0.35 * 0.377_75 + 0.4 * 0.75) / 0.75;
    for (place, expected) in [corsa, jazz, fiesta].into_iter().enumerate() {
        let score = report["ranking"][place]["score"].take().as_f64().unwrap();
        assert!((score - expected).abs() < 1e-12, "{score} {expected}");
    }
    for (criterion, expected) in [0.35, 0.25, 0.4].into_iter().enumerate() {
        let weight = report["weights"][criterion]["weight"].take().as_f64().unwrap();
        assert!((weight - expected).abs() < 1e-12, "{weight} {expected}");
    }
    let golden = json!({
        "decision": "cars", "method": "weighted-sum", "normalization": "value", "parameters": {},
        "weights": [
            {"criterion": "Price", "weight": null},
            {"criterion": "Economy", "weight": null},
            {"criterion": "Looks", "weight": null},
        ],
        "ranking": [
            {"rank": 1, "option": "Corsa", "score": null, "coverage": 1.0},
            {"rank": 2, "option": "Jazz", "score": null, "coverage": 0.75},
            {"rank": 3, "option": "Fiesta", "score": null, "coverage": 1.0},
        ],
        "details": {},
    });
    assert_eq!(report, golden);
}

#[test]
fn keys_stand_in_the_contracts_order() {
    let text = fed(&["rank", "-", "--format", "json"], CARS);
    let order = |keys: &[&str]| keys.iter().map(|key| text.find(&format!("\"{key}\"")).unwrap()).is_sorted();
    assert!(order(&["decision", "method", "normalization", "parameters", "weights", "ranking", "details"]));
    assert!(order(&["rank", "option", "score", "coverage"]));
    assert_eq!(text.lines().last(), Some("}"));
}

#[test]
fn every_separator_reads_the_same() {
    let expected = fed(&["rank", "-", "--format", "csv"], CARS);
    assert_eq!(fed(&["rank", "-", "--format", "csv"], &CARS.replace(',', "\t")), expected);
    let semicolons = CARS.replace(',', ";").replace("51.4", "51,4").replace("8.5", "8,5");
    assert_eq!(fed(&["rank", "-", "--format", "csv"], &semicolons), expected);
    assert_eq!(fed(&["rank", "-", "--format", "csv"], &format!("\u{feff}{CARS}")), expected);
}

#[test]
fn csv_has_all_digits_and_whole_ranks() {
    let text = fed(&["rank", "-", "--format", "csv"], "o,A\nthird,1\none,4\nother,4\nlast,\n");
    assert_eq!(text, "rank,option,score,coverage\n1,one,1,1\n1,other,1,1\n3,third,0,1\n4,last,,0\n");
    let text = fed(&["rank", "-", "--format", "csv"], "o,A,B,C\n\"a, b\",1,0,0\nz,0,1,1\n");
    assert!(text.contains("\"a, b\",0.3333333333333333,1"), "{text}");
}

#[test]
fn a_score_that_is_nothing_is_null() {
    let report = json(&fed(&["rank", "-", "--format", "json"], "o,A\nx,1\ny,2\nz,?\n"));
    assert_eq!(report["ranking"][2], json!({"rank": 3, "option": "z", "score": null, "coverage": 0.0}));
}

#[test]
fn markdown_marks_ties_and_escapes() {
    let text = fed(&["rank", "-", "--format", "markdown"], "o,A\nx|y,4\nz,4\n");
    let expected = "\
| rank | option | score | coverage |
| :--- | :----- | ----: | -------: |
| 1=   | x\\|y   |     0 |        1 |
| 1=   | z      |     0 |        1 |
";
    assert_eq!(text, expected);
}

#[test]
fn the_table_is_aligned_and_says_what_it_rests_on() {
    let text = fed(&["rank", "-"], CARS);
    let expected = "\
Standard input
weighted-sum, normalization value; scores of 0 to 100

Rank  Option  Score  Coverage
1     Corsa      66     100\u{202f}%
2     Jazz       58      75\u{202f}%
3     Fiesta     56     100\u{202f}%

Missing scores are left out and the other weights renormalised; coverage is the weight left.
A range counts as its middle, low..likely..high as its likely value.
";
    assert_eq!(text, expected);
}

#[test]
fn wide_names_keep_the_table_aligned() {
    let text = fed(&["rank", "-"], "o,A\nКиїв,3\n東京,2\nRio\u{1b}[31m,1\nnone,?\n");
    let table: Vec<&str> = text.lines().skip(3).take(5).collect();
    let expected = [
        "Rank  Option    Score  Coverage",
        "1     Київ        100     100\u{202f}%",
        "2     東京         50     100\u{202f}%",
        "3     Rio [31m      0     100\u{202f}%",
        "4     none          –       0\u{202f}%",
    ];
    assert_eq!(table, expected);
}

/// Two digits say enough, until they hide who is ahead.
#[test]
fn decimals_appear_where_ranks_would_read_the_same() {
    let scores = |csv: &str, normalization: &str| -> Vec<String> {
        let text = fed(&["rank", "-", "--normalization", normalization], csv);
        let text = text.replace(" × ", "×");
        text.lines().skip(4).map(|line| line.split_whitespace().last().unwrap().to_owned()).collect()
    };
    let csv = "o,A\n#range,0..100\nx,71.24\ny,71.2\nz,50\nw,71.24\n";
    assert_eq!(scores(csv, "value"), ["71.24", "71.24", "71.20", "50.00"]);
    assert_eq!(scores("o,A\n#range,0..100\nx,71.4\ny,50\n", "value"), ["71", "50"]);
    assert_eq!(scores("o,A\nx,0.00714\ny,0.005\n", "none"), ["0.0071", "0.0050"]);
    assert_eq!(scores("o,A\nx,7e20\ny,5e20\n", "none"), ["7×10²⁰", "5×10²⁰"]);
    assert_eq!(scores("o,A\nx,-0.001\ny,-20\n", "none"), ["0", "-20"]);
}

#[test]
fn a_single_option_is_ranked_with_a_note() {
    let assert = counterpoise(&["rank", "-", "--format", "csv"]).write_stdin("o,A\nx,1\n").assert();
    assert
        .success()
        .stdout("rank,option,score,coverage\n1,x,0,1\n")
        .stderr(predicates::str::contains("only one option"));
}

#[test]
fn bad_input_says_what_where_and_what_to_do() {
    let said = refused(&["rank", "-"], "o,Price\nx,cheap\n");
    assert!(said.contains("row 2 (\"x\"), column 2 (\"Price\"): \"cheap\" is not a number; give a number"), "{said}");
    let said = refused(&["rank", "-"], "o,Price\n");
    assert!(said.contains("standard input: there are no options") && said.contains("; add"), "{said}");
    let said = refused(&["rank", "nowhere"], "");
    assert!(said.contains("no preset and no file called \"nowhere\"; give a path"), "{said}");
    let said = refused(&["rank", "nowhere.csv"], "");
    assert!(said.contains("nowhere.csv: there is no such file") && said.contains("; check the path"), "{said}");
    let said = refused(&["rank", "-", "--method", "weighted-product"], "o,Price\nx,0\ny,1\n");
    assert!(said.contains("standard input: Price: ") && said.contains("not above 0; use"), "{said}");
    let folder = Folder::with("new.ron", "(format: 99, decision: ())");
    let said = refused(&["rank", &folder.name("new.ron")], "");
    assert!(said.contains("new.ron: written by a newer version") && said.contains("update the program"), "{said}");
    let said = refused(&["rank", folder.0.path().to_str().unwrap()], "");
    assert!(said.contains("is a directory; give the path of a file"), "{said}");
    let folder = Folder::with("none.ron", "(format: 1, decision: (options: [(id: \"a\", name: \"A\")]))");
    let said = refused(&["rank", &folder.name("none.ron")], "");
    assert!(said.contains("none.ron: there are no criteria"), "{said}");
}

/// What a document holds can give a terminal no orders, not even in a message.
#[test]
fn messages_carry_no_control_characters() {
    let said = refused(&["rank", "-"], "o,A\nx\u{1b}]0;\u{7},cheap\n");
    assert!(!said.contains(['\u{1b}', '\u{7}']), "{said:?}");
}

#[test]
fn a_preset_ranks_as_the_article_argues() {
    let report = json(&printed(&["rank", "security-guarantee", "--format", "json"]));
    assert_eq!(report["ranking"][0]["option"], "Military modernization");
    let args = ["rank", "security-guarantee", "--format", "json", "--viewpoint", "Protection above all"];
    assert_eq!(json(&printed(&args))["ranking"][0]["option"], "Article 5-type guarantee");
}
