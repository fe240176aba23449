//! Decision CSV that is wrong: what, where, what to do.

use counterpoise::files::Format;
use counterpoise::model::MAX_DEPTH;

use crate::{assert_says, message};

#[track_caller]
fn says(text: &str, parts: &[&str]) {
    assert_says(&message(text, Format::Csv), parts);
}

#[test]
fn no_header_no_criteria() {
    for text in ["", "\n\n", "option", "option\nx\ny\n", "no table at all"] {
        says(text, &["line 1", "names no criteria", "begin with a row such as"]);
    }
    says(",,,\n", &["names no criteria"]);
}

#[test]
fn ragged_rows() {
    says("option,A,B\nx,1,2\ny,1\n", &["row 3", "2 cells", "the header 3"]);
    says("option,A,B\n\"two\nlines\",1,2\n\ny,1,2,3\n", &["row 5", "more than the 3 cells"]);
    says("option,A,B\n#weight,1\n", &["row 2", "2 cells"]);
}

#[test]
fn quotes_that_do_not_fit() {
    says("option,A\nx,1\n\"y,2\nz,3\n", &["line 3, column 1", "never closed"]);
    says("option,A\n\"x\"y,1\n", &["line 2, column 4", "goes on behind its quote"]);
}

#[test]
fn scores() {
    let score = |score: &str| message(&format!("option,Speed,B\nx,{score},2\n"), Format::Csv);
    let cell = "row 2 (\"x\"), column 2 (\"Speed\")";
    for bad in ["fast", "1 000", "5 %", "1..2..3..4", "1...5", "..5", "5..", "0x10", "--1", "1.2.3", "1-2"] {
        assert_says(&score(bad), &[cell, "give a number"]);
    }
    for bad in ["NaN", "nan", "inf", "-inf", "Infinity", "1e999", "1..inf"] {
        assert_says(&score(bad), &[cell, "not a finite number"]);
    }
    for bad in ["5..1", "1..0..3", "1..5..3"] {
        assert_says(&score(bad), &[cell, "not in rising order", "low..likely..high"]);
    }
    says("option;A\nx;1.234,56\n", &["row 2", "not a number"]);
}

#[test]
fn names() {
    says("option,A,B,A\n", &["row 1", "columns 2 and 4 are both called \"A\""]);
    says("option,A,,B\n", &["row 1", "column 3", "no name"]);
    says("option,A\nx,1\ny,2\nx,3\n", &["row 4", "rows 2 and 4 are both called \"x\""]);
    says("option,A\n ,1\n", &["row 2", "no name"]);
}

#[test]
fn weights() {
    says("option,A,B\n#weight,1,-2\n", &["row 2", "column 3 (\"B\")", "-2", "0 or more"]);
    says("option,A,B\n#weight,1,\n", &["row 2", "column 3 (\"B\")", "missing"]);
    says("option,A,B\n#weight,0,0\n", &["row 2", "all weights are 0"]);
    says("option,A,B\n#weight,1e308,1e308\n", &["row 2", "too large"]);
    says("option,A,B\n#weight,1,NaN\n", &["row 2", "not a finite number"]);
    says("option,A,B\n#weight,1,lots\n", &["row 2", "\"lots\" is not a number"]);
}

#[test]
fn directives() {
    says("option,A\n#wieght,1\n", &["row 2", "#wieght", "#weight", "#veto", "\\#"]);
    says("option,A\n#q,1\nx,1\n#p,1\n", &["row 4", "#p", "below options", "move it above"]);
    says("option,A\n#q,1\n#unit,m\n#q,2\n", &["row 4", "row 2", "#q"]);
    says("option,A\n#direction,up\n", &["row 2", "\"up\"", "max, min"]);
    says("option,A\n#direction,target=\n", &["row 2", "not a number"]);
    says("option,A\n#preference,steep\n", &["row 2", "\"steep\"", "u-shape"]);
    says("option,A\n#q,-1\n", &["row 2", "-1", "0 or more"]);
    says("option,A\n#range,1\n", &["row 2", "\"1\" is no range", "worst..best"]);
    says("option,A\n#range,1..2..3\n", &["row 2", "is no range"]);
    says("option,A\n#range,3..3\n", &["row 2", "both 3"]);
    says("option,A\n#direction,max\n#range,8000..4000\n", &["row 3", "8000..4000", "against the direction"]);
    says("option,A\n#direction,min\n#range,0..10\n", &["row 3", "against the direction"]);
    says("option,A\n#value,1:0/0:9\n", &["row 2", "rising order"]);
    says("option,A\n#value,3\n", &["row 2", "no value function"]);
    says("option,A\n#levels,poor/good=100\n", &["row 2", "\"poor\" has no value"]);
    says("option,A\n#levels,poor=0/poor=9\n", &["row 2", "two levels"]);
    says("option,A\n#unit,m\n#levels,poor=0/good=9\n", &["row 2", "#levels has no #unit"]);
    says("option,A\n#levels,poor=0/good=9\nx,fair\n", &["row 3", "\"fair\"", "poor, good"]);
}

#[test]
fn groups() {
    says("option,A\n#group,G//H\n", &["row 2", "has no name"]);
    says("option,A\n#group,/\n", &["row 2", "has no name"]);
    let deep = vec!["g"; 10_000].join("/");
    says(&format!("option,A\n#group,{deep}\n"), &["row 2", "10\u{202f}000 groups", "side by side"]);
    let deepest = vec!["g"; MAX_DEPTH - 1].join("/");
    crate::parse(&format!("option,A\n#group,{deepest}\n"), Format::Csv);
}

#[test]
fn too_many_columns() {
    says(&format!("option{}\n", ",".repeat(20_000)), &["row 1", "more than 16\u{202f}384 columns"]);
    says(&format!("option,A\n{}", ",".repeat(20_000)), &["row 2", "more than the 2 cells"]);
}
