//! What is typed into the spreadsheet has the effect that it has in the program.

use std::collections::BTreeMap;

use counterpoise::files::presets;
use counterpoise::model::{Direction, Document, Ends, Id, Measure, Scale, Score};

use super::generated::scored;
use super::office::{Book, Typed, export, recalculated};
use super::{assert_result, assert_sensitivity};
use crate::common::each_criterion;

/// A sheet, a row and a column counted from 1, and what is typed there.
type Cell = (&'static str, u32, u32, Typed);

/// Something typed, and the same change in the program.
struct Change {
    preset: &'static str,
    cells: fn(&Book) -> Vec<Cell>,
    apply: fn(&mut Document),
}

fn score(book: &Book, option: &str, criterion: &str, typed: Typed) -> Cell {
    ("Matrix", book.row("Matrix", 12, option), book.column("Matrix", 3, 3, criterion), typed)
}

fn points(book: &Book, node: &str, typed: Typed) -> Cell {
    ("Weights", book.row("Weights", 7, node), 9, typed)
}

fn set(document: &mut Document, option: &str, criterion: &str, score: Option<Score>) {
    let row = document.alternatives.place(Id::slug(option)).unwrap();
    document.alternatives.set(row, Id::slug(criterion), score.map(scored).unwrap_or_default());
}

fn measure(document: &mut Document, id: &str, mut change: impl FnMut(&mut Measure)) {
    each_criterion(&mut document.criteria, &mut |criterion| {
        if criterion.id.as_str() == id {
            let Scale::Measure(measure) = &mut criterion.scale else { panic!("{id} is no measure") };
            change(measure);
        }
    });
}

const CHANGES: &[Change] = &[
    Change {
        preset: "security-guarantee",
        cells: |book| vec![score(book, "article-5-type-guarantee", "deterrence", Typed::Number(5.0))],
        apply: |document| set(document, "article-5-type-guarantee", "deterrence", Some(Score::Exact(5.0))),
    },
    Change {
        preset: "security-guarantee",
        cells: |book| vec![score(book, "military-modernization", "speed", Typed::Text("1,5..2,5..9"))],
        apply: |document| set(document, "military-modernization", "speed", Some(Score::Triangle(1.5, 2.5, 9.0))),
    },
    Change {
        preset: "security-guarantee",
        cells: |book| {
            vec![
                score(book, "military-modernization", "speed", Typed::Text("?")),
                points(book, "protection", Typed::Number(400.0)),
            ]
        },
        apply: |document| {
            set(document, "military-modernization", "speed", None);
            document.weights.insert(Id::slug("protection"), 400.0);
        },
    },
    Change {
        preset: "security-guarantee",
        cells: |_| vec![("Weights", 3, 3, Typed::Text("Protection above all"))],
        apply: |document| {
            let viewpoint =
                document.viewpoints.iter().find(|viewpoint| viewpoint.name == "Protection above all").unwrap();
            document.weights = viewpoint.weights.clone();
        },
    },
    Change {
        preset: "security-guarantee",
        cells: |_| vec![("Sensitivity", 3, 3, Typed::Text("Self-reliance"))],
        apply: |_| {},
    },
    Change {
        preset: "security-guarantee",
        cells: |book| {
            let lock = |id: &str| ("Weights", book.row("Weights", 7, id), 3, Typed::Text("locked"));
            vec![("Sensitivity", 3, 3, Typed::Text("Speed")), lock("fit"), lock("neutrality"), lock("deterrence")]
        },
        apply: |document| document.locks.extend(["fit", "neutrality", "deterrence"].map(Id::slug)),
    },
    Change {
        preset: "job-offer",
        cells: |book| {
            vec![
                score(book, "start-up", "growth", Typed::Text("None in sight")),
                score(book, "software-company", "home-days", Typed::Nothing),
            ]
        },
        apply: |document| {
            let leaf = document.criterion(Id::slug("growth")).unwrap();
            let level = leaf.scale.levels().into_iter().find(|level| level.name == "None in sight").unwrap();
            set(document, "start-up", "growth", Some(Score::Level(level.id)));
            set(document, "software-company", "home-days", None);
        },
    },
    Change {
        preset: "job-offer",
        cells: |book| {
            let row = |id: &str| book.row("Scales", 6, id);
            vec![
                ("Scales", row("home-days"), 5, Typed::Number(2.0)),
                ("Scales", row("commute"), 6, Typed::Number(120.0)),
            ]
        },
        apply: |document| {
            measure(document, "home-days", |measure| measure.direction = Direction::Target(2.0));
            measure(document, "commute", |measure| measure.range = Some(Ends { worst: 120.0, best: 10.0 }));
        },
    },
    Change {
        preset: "laptop",
        cells: |book| {
            let row = book.row("Weights", 7, "price");
            vec![("Weights", row, 9, Typed::Number(0.0))]
        },
        apply: |document| {
            document.weights.insert(Id::slug("price"), 0.0);
        },
    },
];

#[test]
fn what_is_typed_has_the_effect_that_it_has_in_the_program() {
    let mut documents = Vec::new();
    let mut workbooks = Vec::new();
    let mut books = BTreeMap::new();
    for change in CHANGES {
        let mut document = presets::find(change.preset).unwrap().document().unwrap();
        let book: &Book = books.entry(change.preset).or_insert_with(|| Book::of(export(&document)));
        workbooks.push(book.with(&(change.cells)(book)));
        let before = document.clone();
        (change.apply)(&mut document);
        documents.push((before, document));
    }
    for (number, (book, (before, document))) in recalculated(&workbooks).iter().zip(&documents).enumerate() {
        let what = format!("change {number} of {}", CHANGES[number].preset);
        assert_result(book, document, &what);
        assert_sensitivity(book, document, &what);
        assert!(number == 4 || before != document, "{what} changes nothing");
    }
}
