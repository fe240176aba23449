//! The spreadsheet: calculated anew by LibreOffice it says what the program says, before and after a change.

mod changes;
mod content;
mod generated;
mod office;

use calamine::Data;
use counterpoise::files::presets;
use counterpoise::methods::{Better, Ranking, weighted_sum};
use counterpoise::model::{Document, Movement, Problem, Scope};

use office::{Book, export, recalculated};

/// Of values of 0 to 1.
const TOLERANCE: f64 = 1e-9;

fn close(a: f64, b: f64) -> bool {
    a.is_nan() && b.is_nan() || (a - b).abs() <= TOLERANCE
}

/// Overall values, coverage and ranks on the sheet `Result` are those of the program.
fn assert_result(book: &Book, document: &Document, what: &str) {
    let problem = Problem::of(document);
    let overall = weighted_sum::overall(&problem.values, &problem.weights);
    let ranking = Ranking::of(&overall.scores, Better::Higher);
    for (number, option) in document.alternatives.iter().enumerate() {
        let row = book.row("Result", 6 + u32::try_from(document.alternatives.len()).unwrap(), option.id.as_str());
        let (value, coverage) = (book.number("Result", row, 4) / 100.0, book.number("Result", row, 5));
        let name = &option.name;
        assert!(close(value, overall.scores[number]), "{what}, {name}: {value} {}", overall.scores[number]);
        assert!(close(coverage, overall.coverage[number]), "{what}, {name}: {coverage}");
        assert_eq!(book.text("Result", row, 2), ranking.label(number), "{what}, {name}");
    }
    for (place, (option, _)) in ranking.iter().enumerate() {
        let row = 6 + u32::try_from(place).unwrap();
        assert_eq!(book.text("Result", row, 3), document.alternatives[option].name, "{what}");
        assert_eq!(book.text("Result", row, 2), ranking.label(option), "{what}");
        assert!(close(book.number("Result", row, 4) / 100.0, overall.scores[option]), "{what}, place {place}");
    }
}

/// The table on the sheet `Sensitivity` follows the movement of the criterion that is chosen there.
fn assert_sensitivity(book: &Book, document: &Document, what: &str) {
    let (outline, problem) = (document.outline(), Problem::of(document));
    let chosen = book.text("Sensitivity", 3, 3);
    let leaf = document.leaves().into_iter().find(|leaf| leaf.name == chosen).unwrap_or_else(|| panic!("{chosen}"));
    let at = outline.find(leaf.id).unwrap();
    let movement = Movement::new(&outline, &problem.weights, &document.locks, at, Scope::Everything);
    let (low, high) = if document.locks.contains(&leaf.id) {
        (movement.now(), movement.now())
    } else {
        movement.range().into_inner()
    };
    for step in 0..=20_u32 {
        let t = low + (high - low) * f64::from(step) / 20.0;
        let row = 31 + step;
        assert!(close(book.number("Sensitivity", row, 2), t), "{what}, {chosen} {step}");
        let overall = weighted_sum::overall(&problem.values, &movement.at(t));
        for (number, &score) in overall.scores.iter().enumerate() {
            let value = book.number("Sensitivity", row, 3 + u32::try_from(number).unwrap()) / 100.0;
            assert!(close(value, score), "{what}, {chosen} at {t}, option {number}: {value} {score}");
        }
    }
}

/// Every cell says the same, formulas and all.
fn assert_same_cells(stored: &Book, calculated: &Book, what: &str) {
    for name in stored.names() {
        let (before, after) = (stored.sheet(name), calculated.sheet(name));
        for (row, column, cell) in before.cells() {
            let at = (row + before.start().unwrap().0 as usize, column + before.start().unwrap().1 as usize);
            let position = (u32::try_from(at.0).unwrap(), u32::try_from(at.1).unwrap());
            let other = after.get_value(position).unwrap_or(&Data::Empty);
            let text = |data: &Data| data.to_string().replace(['\u{2060}', '\r'], "");
            let same = match (number(cell), number(other)) {
                (Some(a), Some(b)) => (a - b).abs() <= TOLERANCE * a.abs().max(1.0),
                _ => text(cell) == text(other),
            };
            assert!(same, "{what}, {name}, row {} column {}: {cell:?} {other:?}", at.0 + 1, at.1 + 1);
        }
    }
}

/// A number, whether it is written as one or as a text.
fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Float(x) => Some(*x),
        #[expect(clippy::cast_precision_loss, reason = "small counts")]
        Data::Int(x) => Some(*x as f64),
        Data::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// Calculated anew, each of the documents is what was exported and what the program says.
fn assert_calculated(documents: &[(String, Document)]) {
    let exported: Vec<Vec<u8>> = documents.iter().map(|(_, document)| export(document)).collect();
    for ((what, document), (stored, calculated)) in documents.iter().zip(exported.iter().zip(recalculated(&exported))) {
        assert_same_cells(&Book::of(stored.clone()), &calculated, what);
        assert_result(&calculated, document, what);
        assert_sensitivity(&calculated, document, what);
    }
}

#[test]
fn presets_calculated_anew_say_what_the_program_says() {
    let document = |preset: &presets::Preset| (preset.id.to_owned(), preset.document().unwrap());
    assert_calculated(&presets::ALL.iter().map(document).collect::<Vec<_>>());
}

/// Trees, targets, curves, levels, gaps, ties, locks, viewpoints and people.
#[test]
fn any_matrix_calculated_anew_says_what_the_program_says() {
    let documents = generated::some(10).into_iter().map(|document| (document.about.title.clone(), document));
    assert_calculated(&documents.collect::<Vec<_>>());
}
