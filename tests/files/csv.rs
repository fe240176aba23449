//! Decision CSV to the letter of its description.

use counterpoise::files::{Fault, Format, parse as try_parse};
use counterpoise::model::{Answer, Direction, Document, Ends, Level, Node, Scale, Score, ValueFunction};

use crate::parse;

const EXAMPLE: &str = "option,Price,Economy,Looks\n\
    #group,Money,Money,Style\n\
    #weight,35,25,40\n\
    #direction,min,max,max\n\
    #unit,EUR,mpg,\n\
    #range,8000..4000,,0..10\n\
    Fiesta,5490,51.4,8.5\n\
    Corsa,6500,70.6,6..7..8\n\
    Jazz,6489,,7.5\n";

fn csv(text: &str) -> Document {
    parse(text, Format::Csv)
}

fn shares(document: &Document) -> Vec<f64> {
    document.outline().shares(&document.weights)
}

#[track_caller]
fn assert_close(found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    assert!(found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?} is not {wanted:?}");
}

fn score(document: &Document, option: usize, criterion: &str) -> Option<Score> {
    let id = document.leaves().iter().find(|leaf| leaf.name == criterion).unwrap().id;
    document.alternatives.score(option, id)
}

fn scale<'a>(document: &'a Document, criterion: &str) -> &'a Scale {
    &document.leaves().into_iter().find(|leaf| leaf.name == criterion).unwrap().scale
}

#[test]
fn the_example_of_the_contract() {
    let document = csv(EXAMPLE);
    assert_eq!(document.criteria.iter().map(Node::name).collect::<Vec<_>>(), ["Money", "Style"]);
    assert_close(&shares(&document), &[0.35, 0.25, 0.4]);
    assert_eq!(scale(&document, "Price").direction(), Direction::Min);
    assert_eq!(scale(&document, "Price").ends(), Some(Ends { worst: 8000.0, best: 4000.0 }));
    assert_eq!(scale(&document, "Price").unit(), "EUR");
    assert_eq!(scale(&document, "Economy").ends(), None);
    assert_eq!(score(&document, 0, "Price"), Some(Score::Exact(5490.0)));
    assert_eq!(score(&document, 1, "Looks"), Some(Score::Triangle(6.0, 7.0, 8.0)));
    assert_eq!(score(&document, 2, "Economy"), None);
}

#[test]
fn semicolons_tabs_byte_order_marks_and_line_ends_change_nothing() {
    let document = csv(EXAMPLE);
    assert_eq!(csv(&EXAMPLE.replace(',', ";")), document);
    assert_eq!(csv(&EXAMPLE.replace(',', "\t")), document);
    assert_eq!(csv(&EXAMPLE.replace('\n', "\r\n")), document);
    assert_eq!(csv(&EXAMPLE.replace('\n', "\r")), document);
    assert_eq!(csv(EXAMPLE.trim_end()), document);
    assert_eq!(csv(&format!("\n\n{EXAMPLE}\n,,,\n\n")), document);
}

#[test]
fn the_header_tells_the_separator() {
    let names = |text: &str| csv(text).leaves().iter().map(|leaf| leaf.name.clone()).collect::<Vec<_>>();
    assert_eq!(names("option;Price, total;Speed, top, dry, wet\n"), ["Price, total", "Speed, top, dry, wet"]);
    assert_eq!(names("option,a;b\n"), ["a;b"]);
    assert_eq!(names("\"one, two\";a\n"), ["a"]);
    assert_eq!(names("option,\"a\nb\",\"say \"\"c\"\"\"\n"), ["a\nb", "say \"c\""]);
}

#[test]
fn a_comma_is_a_decimal_mark_where_it_does_not_separate() {
    let document = csv("option;A;B\n#weight;2,5;7,5\n#range;0,5..9,5;\nx;1,25;1,5..2,5\ny;1.25;?\n");
    assert_close(&shares(&document), &[0.25, 0.75]);
    assert_eq!(scale(&document, "A").ends(), Some(Ends { worst: 0.5, best: 9.5 }));
    assert_eq!(score(&document, 0, "A"), Some(Score::Exact(1.25)));
    assert_eq!(score(&document, 1, "A"), Some(Score::Exact(1.25)));
    assert_eq!(score(&document, 0, "B"), Some(Score::Range(1.5, 2.5)));
    assert_eq!(score(&document, 1, "B"), None);
}

#[test]
fn weights_are_overall_whatever_the_groups() {
    let document = csv("option,A,B,C,D\n#group,G/H,G,,G/H\n#weight,1,2,3,4\n");
    let mut found: Vec<(String, f64)> =
        document.leaves().iter().map(|leaf| leaf.name.clone()).zip(shares(&document)).collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert_close(&found.iter().map(|(_, share)| *share).collect::<Vec<_>>(), &[0.1, 0.2, 0.3, 0.4]);
    let order: Vec<String> = document.leaves().iter().map(|leaf| leaf.name.clone()).collect();
    assert_eq!(order, ["A", "D", "B", "C"], "the criteria of a group stand together");
}

#[test]
fn without_weights_every_criterion_weighs_the_same() {
    let third = [1.0 / 3.0; 3];
    assert_close(&shares(&csv("option,A,B,C\n#group,G,G,\nx,1,2,3\n")), &third);
    assert_close(&shares(&csv("option,A,B,C\n#group,G,G,\n#weight,,,\nx,1,2,3\n")), &third);
}

#[test]
fn directives_may_stand_between_one_another_but_not_below_options() {
    let swapped = "option,A\n#range,-5..-1\n#q,0.5\n#direction,max\n#preference,linear\n#veto,1e2\nx,-2\n";
    let document = csv(swapped);
    assert_eq!(scale(&document, "A").ends(), Some(Ends { worst: -5.0, best: -1.0 }));
    let outranking = document.leaves()[0].outranking;
    assert_eq!((outranking.preference.id(), outranking.q, outranking.veto), ("linear", Some(0.5), Some(100.0)));
}

#[test]
fn ranges_may_be_negative_broken_and_scientific() {
    let ends = |range: &str, direction: &str| {
        scale(&csv(&format!("option,A\n#direction,{direction}\n#range,{range}\n")), "A").ends().unwrap()
    };
    assert_eq!(ends("-5..-1", "max"), Ends { worst: -5.0, best: -1.0 });
    assert_eq!(ends("0.1..2e3", ""), Ends { worst: 0.1, best: 2000.0 });
    assert_eq!(ends("1E-3..-2.5e-3", "min"), Ends { worst: 1e-3, best: -2.5e-3 });
    assert_eq!(ends("9..1", "target=5"), Ends { worst: 9.0, best: 1.0 });
}

#[test]
fn levels_and_value_functions_have_directives_of_their_own() {
    let text = "option,State,Size,Open\n#value,,3:0/5:60/9:100,\n#levels,poor=0/fair\\/ok=40/good=100,,Yes=100/No=0\n\
        x,fair/ok,4,No\ny,?,,Yes\n";
    let document = csv(text);
    let Scale::Levels(levels) = scale(&document, "State") else { panic!("levels") };
    let named = |level: &Level| (level.name.clone(), level.value);
    assert_eq!(levels.iter().map(named).collect::<Vec<_>>()[1], ("fair/ok".into(), 40.0));
    assert_eq!(score(&document, 0, "State"), Some(Score::Level(levels[1].id)));
    assert_eq!(score(&document, 1, "State"), None);
    let Scale::Measure(measure) = scale(&document, "Size") else { panic!("a measure") };
    assert_eq!(measure.value, ValueFunction::Piecewise(vec![(3.0, 0.0), (5.0, 60.0), (9.0, 100.0)]));
    assert_eq!(*scale(&document, "Open"), Scale::YesNo { best: Answer::Yes });
}

#[test]
fn a_name_may_begin_with_a_number_sign_behind_a_backslash() {
    let document = csv("option,A\n\\#1,1\n\\\\#1,2\n\\1,3\n");
    let names: Vec<&str> = document.alternatives.iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names, ["#1", "\\#1", "\\1"]);
}

#[test]
fn one_option_or_none_is_a_decision() {
    assert_eq!(csv("option,A\nx,1\n").alternatives.len(), 1);
    assert_eq!(csv("option,A\n").alternatives.len(), 0);
}

#[test]
fn an_error_names_the_cell() {
    let error = try_parse("option,Price,Economy\nFiesta,5490,fast\n", Format::Csv).unwrap_err();
    let Some(Fault::Cell { row, row_name, column, column_name, .. }) = error.fault() else { panic!("{error}") };
    assert_eq!((*row, row_name.as_str(), *column, column_name.as_str()), (2, "Fiesta", 3, "Economy"));
}

/// Decision CSV that people or other programs wrote is read as before, whether or not it has apostrophes.
#[test]
fn an_apostrophe_before_a_formula_is_taken_off() {
    let document = csv("option,'=A,'+B,=C,d'e\n#unit,'@u,,',\n'-x,-1,'-2,3,4\n=y,1,2,3,4\n'z,1,2,3,4\n''=w,1,2,3,4\n");
    let names: Vec<&str> = document.leaves().iter().map(|leaf| leaf.name.as_str()).collect();
    assert_eq!(names, ["=A", "+B", "=C", "d'e"]);
    let names: Vec<&str> = document.alternatives.iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names, ["-x", "=y", "'z", "'=w"]);
    assert_eq!(
        (score(&document, 0, "=A"), score(&document, 0, "+B")),
        (Some(Score::Exact(-1.0)), Some(Score::Exact(-2.0)))
    );
    assert_eq!((scale(&document, "=A").unit(), scale(&document, "=C").unit()), ("@u", "'"));
    let written = counterpoise::files::to_string(&document, Format::Csv).unwrap();
    assert!(written.starts_with("option,'=A,'+B,'=C,d'e\n") && written.contains("\n'-x,-1,-2,3,4\n"), "{written}");
}
