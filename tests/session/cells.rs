//! Scores as they are typed, copied and pasted.

use counterpoise::model::{Answer, Id, Level, Scale, Score};
use counterpoise::session::{Rectangle, Session, cell_text, parse_cell};
use proptest::prelude::*;

use crate::acts::Acts;
use crate::{criterion, document, documents, id, matrix, saved};

const GAP: f64 = f64::NAN;

fn area(rows: std::ops::RangeInclusive<usize>, columns: std::ops::RangeInclusive<usize>) -> Rectangle {
    Rectangle { rows, columns }
}

fn numbers(session: &Session) -> Vec<Vec<f64>> {
    let scores = &session.model().problem().scores;
    let columns = session.document().leaves().len();
    (0..scores.rows()).map(|row| (0..columns).map(|column| scores.get(row, column)).collect()).collect()
}

#[track_caller]
fn assert_numbers(session: &Session, expected: &[&[f64]]) {
    let same = |a: f64, b: f64| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
    let found = numbers(session);
    let equal = found.iter().zip(expected).all(|(a, b)| a.iter().zip(*b).all(|(a, b)| same(*a, *b)));
    assert!(equal && found.len() == expected.len(), "{found:?} is not {expected:?}");
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let scale = Scale::default();
    let cases = [
        ("7.5", Some(Score::Exact(7.5))),
        ("7,5", Some(Score::Exact(7.5))),
        (" 7 ", Some(Score::Exact(7.0))),
        ("-3", Some(Score::Exact(-3.0))),
        ("\u{2212}3", Some(Score::Exact(-3.0))),
        ("12 500", Some(Score::Exact(12500.0))),
        ("12\u{a0}500,5", Some(Score::Exact(12500.5))),
        ("1e3", Some(Score::Exact(1000.0))),
        ("6..8", Some(Score::Range(6.0, 8.0))),
        ("6,5..8,5", Some(Score::Range(6.5, 8.5))),
        ("6 .. 7 .. 8", Some(Score::Triangle(6.0, 7.0, 8.0))),
        ("6..6", Some(Score::Range(6.0, 6.0))),
        ("", None),
        ("  ", None),
        ("?", None),
    ];
    for (text, score) in cases {
        assert_eq!(parse_cell(text, &scale), Ok(score), "{text:?}");
    }
}

#[test]
fn what_is_no_score_is_refused_with_a_reason() {
    let scale = Scale::default();
    for text in
        ["seven", "8..6", "1..2..3..4", "1...2", "..", "6..", "..8", "nan", "inf", "1e999", "1.2.3", "5 kg", "%"]
    {
        let reason = parse_cell(text, &scale).unwrap_err();
        assert!(reason.len() > 10 && !reason.contains("ParseFloat"), "{text}: {reason}");
    }
}

#[test]
fn levels_are_read_by_name_or_id_whatever_the_case() {
    let scale = Scale::YesNo { best: Answer::Yes };
    for text in ["Yes", "yes", " YES "] {
        assert_eq!(parse_cell(text, &scale), Ok(Some(Score::Level(Id::yes()))));
    }
    let reason = parse_cell("maybe", &scale).unwrap_err();
    assert!(reason.contains("maybe") && reason.contains("Yes, No"), "{reason}");
    assert!(parse_cell("7", &scale).is_err());
}

/// Renaming leaves ids alone, so that a level may be called what another one's id says.
#[test]
fn a_level_is_what_it_is_called_and_not_what_it_was_called() {
    let level = |id: &str, name: &str, value| Level { id: Id::slug(id), name: name.into(), value };
    let scale = Scale::Levels(vec![level("low", "High", 0.0), level("high", "Low", 50.0), level("x", "low", 100.0)]);
    let read = |text: &str| parse_cell(text, &scale).unwrap().unwrap();
    assert_eq!(read("High"), Score::Level(Id::slug("low")));
    assert_eq!(read("Low"), Score::Level(Id::slug("high")));
    assert_eq!(read("low"), Score::Level(Id::slug("x")));
    assert_eq!(read("X"), Score::Level(Id::slug("x")), "where no name fits, the id does");
}

#[test]
fn a_table_from_a_spreadsheet_is_pasted() {
    let mut session = matrix(&[&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0], &[7.0, 8.0, 9.0]]);
    let written = session.paste(&area(0..=0, 1..=1), "10,5\t11\r\n12\t\r\n").unwrap();
    assert_eq!(written, area(0..=1, 1..=2));
    assert_numbers(&session, &[&[1.0, 10.5, 11.0], &[4.0, 12.0, GAP], &[7.0, 8.0, 9.0]]);
    assert_eq!(session.history().labels().collect::<Vec<_>>(), ["Paste 4 scores"]);
}

#[test]
fn ragged_rows_write_what_they_have() {
    let mut session = matrix(&[&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]]);
    session.paste(&area(0..=0, 0..=0), "10\n20\t21\t22").unwrap();
    assert_numbers(&session, &[&[10.0, 2.0, 3.0], &[20.0, 21.0, 22.0]]);
}

#[test]
fn what_does_not_fit_into_the_matrix_is_left_out() {
    let mut session = matrix(&[&[1.0, 2.0], &[3.0, 4.0]]);
    let written = session.paste(&area(1..=1, 1..=1), "10\t11\n20\t21\n30\t31\n").unwrap();
    assert_eq!(written, area(1..=1, 1..=1));
    assert_numbers(&session, &[&[1.0, 2.0], &[3.0, 10.0]]);
}

#[test]
fn a_single_value_fills_the_rectangle() {
    let mut session = matrix(&[&[1.0, 2.0], &[3.0, 4.0]]);
    let written = session.paste(&area(0..=1, 0..=1), "5\n").unwrap();
    assert_eq!(written, area(0..=1, 0..=1));
    assert_numbers(&session, &[&[5.0, 5.0], &[5.0, 5.0]]);
}

#[test]
fn one_bad_cell_keeps_all_as_they_were() {
    let mut session = matrix(&[&[1.0, 2.0], &[3.0, 4.0]]);
    let before = saved(&session);
    let reason = session.paste(&area(0..=0, 0..=0), "10\t11\n12\tplenty").unwrap_err().to_string();
    assert!(reason.contains("B on c2") && reason.contains("plenty"), "{reason}");
    assert_eq!(saved(&session), before);
    assert!(!session.is_unsaved());
}

#[test]
fn quotes_of_a_spreadsheet_are_taken_off() {
    let mut session = matrix(&[&[1.0]]);
    session.paste(&area(0..=0, 0..=0), "\"7,5\"").unwrap();
    assert_numbers(&session, &[&[7.5]]);
}

/// The gaps at the end of a rectangle are part of it.
#[test]
fn missing_scores_are_copied_too() {
    let mut session = matrix(&[&[1.0, 7.0], &[GAP, 8.0], &[GAP, 9.0]]);
    let text = session.copy(&area(0..=2, 0..=0));
    session.paste(&area(0..=0, 1..=1), &text).unwrap();
    assert_numbers(&session, &[&[1.0, 1.0], &[GAP, GAP], &[GAP, GAP]]);
    let text = session.copy(&area(1..=1, 0..=0));
    assert!(!text.is_empty(), "an empty clipboard cannot be pasted");
    session.paste(&area(0..=0, 0..=0), &text).unwrap();
    assert_numbers(&session, &[&[GAP, 1.0], &[GAP, GAP], &[GAP, GAP]]);
}

#[test]
fn clearing_takes_scores_and_leaves_rationales() {
    let mut session = matrix(&[&[1.0, 2.0], &[3.0, 4.0]]);
    let mut cell = session.document().cell(id("A"), id("c1")).unwrap().to_cell();
    cell.rationale = "measured".into();
    session.set_cell(id("A"), id("c1"), cell).unwrap();
    session.clear(&area(0..=1, 0..=0)).unwrap();
    assert_numbers(&session, &[&[GAP, 2.0], &[GAP, 4.0]]);
    assert_eq!(session.document().cell(id("A"), id("c1")).unwrap().rationale, "measured");
    let state = session.history().state();
    session.clear(&area(0..=1, 0..=0)).unwrap();
    assert_eq!(session.history().state(), state, "what is empty is left alone");
}

#[test]
fn without_cells_there_is_nothing_to_paste_into() {
    let mut session = Session::new(document(vec![criterion("c", Scale::default())], &[]));
    session.paste(&area(0..=0, 0..=0), "1\t2").unwrap();
    assert!(!session.is_unsaved());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_score_is_read_back_as_it_is_written(x in documents::finite(), y in documents::finite(), z in documents::finite()) {
        let scale = Scale::default();
        let mut sorted = [x, y, z];
        sorted.sort_by(f64::total_cmp);
        let [low, likely, high] = sorted;
        for score in [Score::Exact(x), Score::Range(low, high), Score::Triangle(low, likely, high)] {
            prop_assert_eq!(parse_cell(&cell_text(Some(score), &scale), &scale), Ok(Some(score)));
        }
    }

    /// Anything may be on the clipboard.
    #[test]
    fn parsing_never_panics(text in "\\PC*", document in documents::document()) {
        for leaf in document.leaves() {
            let _ = parse_cell(&text, &leaf.scale);
        }
        let mut session = Session::new(document);
        if !session.document().alternatives.is_empty() && session.model().outline().leaves() > 0 {
            let _ = session.paste(&area(0..=0, 0..=0), &text);
        }
    }

    /// What is copied out of a matrix and pasted over an empty one is the same matrix, whatever the levels are called.
    #[test]
    fn what_is_copied_is_pasted(document in documents::document()) {
        let mut session = Session::new(document);
        let (rows, columns) = (session.document().alternatives.len(), session.model().outline().leaves());
        prop_assume!(rows > 0 && columns > 0);
        let all = area(0..=rows - 1, 0..=columns - 1);
        let before = saved(&session);
        let text = session.copy(&all);
        session.clear(&all).unwrap();
        session.paste(&all, &text).unwrap();
        prop_assert_eq!(saved(&session), before);
    }
}
