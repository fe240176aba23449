//! The matrix beside the plainest thing that could do the same: a list of rows.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Alternatives, Fill, Row};
use crate::model::{Cell, Id, Score, Source};

#[derive(Clone, Debug)]
enum Step {
    Push(Row),
    Insert(Index, Row),
    Remove(Index),
    InsertAll(Index, Vec<Row>),
    Take(Index, Index),
    Rename(Index, String),
    Set(Index, Id, Cell),
    SetScore(Index, Id, Option<Score>),
    RemoveColumn(Id),
}

fn criterion() -> impl Strategy<Value = Id> {
    (0..4_u8).prop_map(|at| Id::slug(&format!("c{at}")))
}

fn score() -> impl Strategy<Value = Option<Score>> {
    prop_oneof![
        1 => Just(None),
        4 => (-5..5_i32).prop_map(|x| Some(Score::Exact(f64::from(x)))),
        1 => Just(Some(Score::Range(1.0, 2.0))),
        1 => Just(Some(Score::Level(Id::slug("good")))),
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    (score(), "[ab]{0,1}", any::<bool>()).prop_map(|(score, rationale, cited)| {
        let evidence = if cited { vec![Source { text: "seen".into(), link: String::new() }] } else { Vec::new() };
        Cell { score, rationale, evidence }
    })
}

fn row() -> impl Strategy<Value = Row> {
    let cells =
        prop::collection::btree_map(criterion(), cell().prop_filter("not empty", |cell| !cell.is_empty()), 0..4);
    ("[a-z]{1,3}", cells).prop_map(|(name, scores)| Row {
        id: Id::slug(&name),
        name,
        description: String::new(),
        scores,
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => row().prop_map(Step::Push),
        1 => (any::<Index>(), row()).prop_map(|(at, row)| Step::Insert(at, row)),
        1 => any::<Index>().prop_map(Step::Remove),
        1 => (any::<Index>(), prop::collection::vec(row(), 0..4)).prop_map(|(at, rows)| Step::InsertAll(at, rows)),
        1 => any::<[Index; 2]>().prop_map(|[at, count]| Step::Take(at, count)),
        1 => (any::<Index>(), "[a-z]{1,3}").prop_map(|(at, name)| Step::Rename(at, name)),
        3 => (any::<Index>(), criterion(), cell()).prop_map(|(at, id, cell)| Step::Set(at, id, cell)),
        1 => (any::<Index>(), criterion(), score()).prop_map(|(at, id, score)| Step::SetScore(at, id, score)),
        1 => criterion().prop_map(Step::RemoveColumn),
    ]
}

/// Does a step to both.
fn take(step: Step, matrix: &mut Alternatives, rows: &mut Vec<Row>) {
    let place = |index: Index, rows: &[Row]| (!rows.is_empty()).then(|| index.index(rows.len()));
    match step {
        Step::Push(row) => {
            matrix.push(row.clone());
            rows.push(row);
        }
        Step::Insert(at, row) => {
            let at = at.index(rows.len() + 1);
            matrix.insert(at, row.clone());
            rows.insert(at, row);
        }
        Step::Remove(at) => {
            if let Some(at) = place(at, rows) {
                assert_eq!(matrix.remove(at), rows.remove(at));
            }
        }
        Step::Rename(at, name) => {
            if let Some(at) = place(at, rows) {
                let (old, _) = matrix.describe(at, name.clone(), String::new());
                assert_eq!(old, std::mem::replace(&mut rows[at].name, name));
            }
        }
        Step::Set(at, id, cell) => {
            if let Some(at) = place(at, rows) {
                let old = rows[at].scores.remove(&id).unwrap_or_default();
                if !cell.is_empty() {
                    rows[at].scores.insert(id, cell.clone());
                }
                assert_eq!(matrix.set(at, id, cell), old);
            }
        }
        Step::SetScore(at, id, score) => {
            if let Some(at) = place(at, rows) {
                let cell = Cell { score, ..rows[at].scores.remove(&id).unwrap_or_default() };
                if !cell.is_empty() {
                    rows[at].scores.insert(id, cell);
                }
                matrix.set_score(at, id, score);
            }
        }
        Step::InsertAll(at, new) => {
            let at = at.index(rows.len() + 1);
            rows.splice(at..at, new.iter().cloned());
            matrix.insert_all(at, new.into_iter().collect());
        }
        Step::Take(at, count) => {
            let at = at.index(rows.len() + 1);
            let count = count.index(rows.len() - at + 1);
            let taken: Alternatives = rows.drain(at..at + count).collect();
            assert_eq!(matrix.take(at, count), taken);
        }
        Step::RemoveColumn(id) => {
            matrix.remove_column(id);
            for row in rows {
                row.scores.remove(&id);
            }
        }
    }
}

proptest! {
    #[test]
    fn is_a_list_of_rows(steps in prop::collection::vec(step(), 0..60)) {
        let (mut matrix, mut rows) = (Alternatives::default(), Vec::new());
        for (at, step) in steps.into_iter().enumerate() {
            // A copy stays as it was, whatever happens to what it shares everything with.
            let (copy, before) = (matrix.clone(), rows.clone());
            if at % 3 == 0 {
                // Looked up before and after, so that what is remembered of places has to be kept up.
                let _ = (matrix.place(Id::slug("a")), matrix.named("a"));
            }
            take(step, &mut matrix, &mut rows);
            prop_assert_eq!(copy.rows().collect::<Vec<_>>(), before);
            prop_assert_eq!(matrix.rows().collect::<Vec<_>>(), &rows[..]);
            prop_assert_eq!(&matrix, &rows.iter().cloned().collect());
            for row in &rows {
                prop_assert_eq!(matrix.place(row.id), rows.iter().position(|other| other.id == row.id));
                prop_assert_eq!(matrix.named(&row.name), rows.iter().position(|other| other.name == row.name));
            }
            prop_assert_eq!(matrix.named("none of these"), None);
        }
        let text = serde_json::to_string(&matrix).unwrap();
        prop_assert_eq!(&text, &serde_json::to_string(&rows).unwrap(), "the format has rows");
        prop_assert_eq!(serde_json::from_str::<Alternatives>(&text).unwrap(), matrix.clone());
        for (_, column) in matrix.columns() {
            let text = serde_json::to_string(column).unwrap();
            prop_assert_eq!(&serde_json::from_str::<super::Column>(&text).unwrap(), column);
        }
    }
}

#[test]
fn no_number_is_kept_until_it_is_refused() {
    let id = Id::slug("c");
    let mut matrix: Alternatives =
        [Row { id, name: "x".into(), description: String::new(), scores: [].into() }].into_iter().collect();
    matrix.set(0, id, Cell::of(Score::Exact(f64::NAN)));
    assert!(matrix.column(id).unwrap().fault(&crate::model::Scale::default()).is_some());
}

/// A file may name another criterion for each option. Kept cell by cell, a few megabytes of text would take all memory.
#[test]
fn an_enormous_matrix_of_gaps_is_refused() {
    let mut fill = Fill::default();
    let refused = (0..20_000).find_map(|at| {
        let scores = [(Id::slug(&format!("c{at}")), Cell::of(Score::Exact(1.0)))].into();
        fill.push(Row { id: Id::slug(&format!("o{at}")), name: format!("{at}"), description: String::new(), scores })
            .err()
    });
    let refused = refused.unwrap();
    assert!(refused.options < 9_000, "{refused}");
    assert!(refused.to_string().contains("different criteria"));
}
