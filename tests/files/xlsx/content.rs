//! What is in the file, whoever reads it.

use std::io::Cursor;
use std::sync::atomic::{AtomicBool, Ordering};

use calamine::{Data, Reader as _, Xlsx};
use counterpoise::files::{self, Format, Progress, Task, presets};
use counterpoise::model::{Criterion, Document, Id, Node, Row, Score, Viewpoint};
use proptest::prelude::*;

use super::assert_result;
use super::generated::scored;
use super::office::{Book, export};
use crate::documents::document;

/// The document on the hidden sheet, as `FORMAT.md` says how to find it.
fn hidden(book: &Book) -> Document {
    assert_eq!(book.text("counterpoise", 1, 1), "counterpoise");
    assert_eq!(book.text("counterpoise", 1, 2), "1");
    assert_eq!(book.text("counterpoise", 1, 3), env!("CARGO_PKG_VERSION"));
    let last = book.sheet("counterpoise").end().unwrap().0 + 1;
    let pieces: Vec<String> = (2..=last).map(|row| book.text("counterpoise", row, 1)).collect();
    assert!(pieces.iter().all(|piece| piece.encode_utf16().count() <= 30_000));
    files::parse(pieces.concat(), Format::Json).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn the_document_comes_back(document in document()) {
        let book = Book::of(export(&document));
        prop_assert_eq!(hidden(&book), document);
    }
}

/// A decision with one criterion.
fn decision(options: impl IntoIterator<Item = (String, f64)>) -> Document {
    let leaf = Criterion::new(Id::slug("quality"), "Quality");
    let option = |(number, (name, x)): (usize, (String, f64))| Row {
        id: Id::slug(&format!("o{number}")),
        name,
        description: String::new(),
        scores: [(leaf.id, scored(Score::Exact(x)))].into(),
    };
    let alternatives = options.into_iter().enumerate().map(option).collect();
    let mut document = Document { criteria: vec![Node::Criterion(leaf.clone())], alternatives, ..Document::default() };
    document.complete_weights();
    document
}

#[test]
fn names_are_text_whatever_they_look_like() {
    let long = "дуже довга назва ".repeat(600);
    let names =
        ["=1+2", "+1", "-1", "@x", "inf", "NaN", "TRUE", "#N/A", "1e5", "_x0041_", "a\u{1}b\u{fffe}c", "'q", &long];
    let document = decision(names.iter().map(|name| (String::from(*name), 50.0)));
    let bytes = export(&document);
    let mut book = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let formulas = book.worksheet_formula("Matrix").unwrap();
    let book = Book::of(bytes);
    for (number, name) in names.iter().enumerate() {
        let row = u32::try_from(number).unwrap() + 12;
        let written: String = name.chars().filter(|letter| !letter.is_control() && *letter != '\u{fffe}').collect();
        assert_eq!(*book.cell("Matrix", row, 2), Data::String(written));
        assert_eq!(formulas.get_value((row - 1, 1)).map_or("", |formula| formula), "");
    }
    assert_eq!(hidden(&book), document);
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_where_it_is_seen_and_whole_where_it_is_kept() {
    let name = "ї".repeat(40_000);
    let document = decision([(name.clone(), 1.0)]);
    let book = Book::of(export(&document));
    let seen = book.text("Matrix", 12, 2);
    assert!(seen.ends_with('…') && name.starts_with(seen.trim_end_matches('…')) && seen.chars().count() == 32_000);
    assert_eq!(hidden(&book), document);
}

#[test]
fn scores_stand_as_they_are_typed() {
    let book = Book::of(export(&presets::find("job-offer").unwrap().document().unwrap()));
    let cell = |option: &str, criterion: &str| {
        book.text("Matrix", book.row("Matrix", 12, option), book.column("Matrix", 3, 3, criterion))
    };
    assert_eq!(cell("software-company", "salary"), "58..64");
    assert_eq!(cell("start-up", "salary"), "44..50..60");
    assert_eq!(cell("start-up", "growth"), "A clear next step");
    assert_eq!(cell("start-up", "colleagues"), "");
}

#[test]
fn beyond_a_thousand_options_there_are_figures_and_a_word_about_it() {
    let document = decision((0..1001_u16).map(|i| (format!("Option {i}"), f64::from(i % 97))));
    let bytes = export(&document);
    let mut book = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    for name in ["Decision", "Matrix", "Weights", "Scales", "Result", "Checks"] {
        assert!(book.worksheet_formula(name).unwrap().is_empty(), "{name}");
    }
    let book = Book::of(bytes);
    assert_eq!(book.names(), ["Decision", "Matrix", "Weights", "Scales", "Result", "Checks", "counterpoise"]);
    let said =
        book.sheet("Decision").cells().any(|(_, _, cell)| cell.to_string().contains("figures instead of formulas"));
    assert!(said);
    assert_eq!((book.text("Result", 6, 3), book.number("Result", 6, 4)), ("Option 96".into(), 96.0));
    assert_eq!(hidden(&book), document);
    let live = decision((0..1000_u16).map(|i| (format!("Option {i}"), f64::from(i % 97))));
    assert_result(&Book::of(export(&live)), &live, "a thousand");
}

#[test]
fn what_a_sheet_has_no_room_for_is_said() {
    let mut document = decision([("A".to_owned(), 1.0)]);
    let viewpoint = |i: u32| Viewpoint { id: Id::slug(&format!("v{i}")), name: format!("V{i}"), weights: [].into() };
    document.viewpoints = (0..16_001).map(viewpoint).collect();
    let error = files::to_bytes(&Task::of(&document), Format::Xlsx).unwrap_err();
    crate::assert_says(&error.to_string(), &["16,384 columns", "16001", "export decision CSV or JSON"]);
}

#[test]
fn an_export_can_be_called_off() {
    let (document, progress) = (decision([("A".to_owned(), 1.0)]), Progress::new());
    progress.call_off();
    let error = files::to_bytes(&Task::new(&document, &progress), Format::Xlsx).unwrap_err();
    assert!(matches!(error, files::FileError::CalledOff { .. }), "{error}");
}

#[test]
fn nothing_to_rank_is_a_workbook_too() {
    for document in [Document::default(), decision([])] {
        assert_eq!(hidden(&Book::of(export(&document))), document);
    }
}

#[test]
fn one_decision_gives_one_file() {
    let document = presets::find("laptop").unwrap().document().unwrap();
    let at = std::time::Instant::now();
    let first = export(&document);
    // Longer than the tick of any clock that files know.
    std::thread::sleep(std::time::Duration::from_secs(2).saturating_sub(at.elapsed()));
    assert!(first == export(&document));
}

#[test]
fn progress_never_falls() {
    let few = presets::find("laptop").unwrap().document().unwrap();
    // So many that the file holds figures.
    let many = decision((0..20_000).map(|at| (format!("Option {at}"), f64::from(at))));
    for document in [few, many] {
        let (progress, is_over) = (Progress::new(), AtomicBool::new(false));
        let shares = std::thread::scope(|scope| {
            let watcher = scope.spawn(|| {
                let mut shares = vec![0.0_f32];
                while shares[shares.len() - 1] < 1.0 && !is_over.load(Ordering::Relaxed) {
                    let share = progress.share();
                    if (share - shares[shares.len() - 1]).abs() > 0.0 {
                        shares.push(share);
                    }
                }
                shares
            });
            let written = files::to_bytes(&Task::new(&document, &progress), Format::Xlsx);
            is_over.store(true, Ordering::Relaxed);
            assert!(written.is_ok());
            watcher.join().unwrap()
        });
        assert_eq!(progress.share().to_bits(), 1.0_f32.to_bits());
        assert!(shares.is_sorted(), "{shares:?}");
    }
}
