//! One column of the matrix: what all options have on one criterion.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Cell, CellRef, Scale, Score, Source};
use crate::text::Message;

/// What all options have on one criterion, in the order of the options.
///
/// Exact scores are dense; everything else is kept beside them for those that have it. Copies share both parts until one of
/// them is written to, so that a copy costs the same whatever its rows.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Exact scores in the criterion's own unit; NaN where there is none, or one of another kind.
    exact: Arc<Vec<f64>>,
    rest: Arc<Rest>,
}

/// What is not an exact score, by row.
#[derive(Clone, Debug, Default, PartialEq)]
struct Rest {
    scores: BTreeMap<usize, Score>,
    notes: BTreeMap<usize, Note>,
}

/// What a score rests on. Never empty.
#[derive(Clone, Debug, PartialEq)]
struct Note {
    rationale: String,
    evidence: Vec<Source>,
}

impl Column {
    /// A column without scores.
    #[must_use]
    pub fn of_rows(rows: usize) -> Self {
        Self { exact: Arc::new(vec![f64::NAN; rows]), rest: Arc::default() }
    }

    pub(super) fn of_parts(exact: Arc<Vec<f64>>, scores: BTreeMap<usize, Score>) -> Self {
        Self { exact, rest: Arc::new(Rest { scores, notes: BTreeMap::new() }) }
    }

    /// Adds a row at the end.
    pub(crate) fn push(&mut self, cell: CellRef) {
        let row = self.rows();
        let (exact, other) = parts(cell.score);
        Arc::make_mut(&mut self.exact).push(exact);
        if let Some(other) = other {
            Arc::make_mut(&mut self.rest).scores.insert(row, other);
        }
        if !cell.rationale.is_empty() || !cell.evidence.is_empty() {
            let note = Note { rationale: cell.rationale.to_owned(), evidence: cell.evidence.to_vec() };
            Arc::make_mut(&mut self.rest).notes.insert(row, note);
        }
    }

    /// True where this is a copy of the other that nobody has written to since.
    #[must_use]
    pub fn shares(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.exact, &other.exact) && Arc::ptr_eq(&self.rest, &other.rest)
    }

    #[must_use]
    pub fn rows(&self) -> usize {
        self.exact.len()
    }

    /// The exact scores; NaN where there is none, or one of another kind.
    #[must_use]
    pub fn exact(&self) -> &[f64] {
        &self.exact
    }

    /// The scores that are not exact: ranges, triangles, levels.
    pub fn others(&self) -> impl Iterator<Item = (usize, Score)> {
        self.rest.scores.iter().map(|(row, score)| (*row, *score))
    }

    /// # Panics
    /// When there is no such row.
    #[must_use]
    pub fn score(&self, row: usize) -> Option<Score> {
        let exact = self.exact[row];
        if exact.is_nan() { self.rest.scores.get(&row).copied() } else { Some(Score::Exact(exact)) }
    }

    /// The cell of a row; None where nothing was entered.
    ///
    /// # Panics
    /// When there is no such row.
    #[must_use]
    pub fn cell(&self, row: usize) -> Option<CellRef<'_>> {
        let (score, note) = (self.score(row), self.rest.notes.get(&row));
        if score.is_none() && note.is_none() {
            return None;
        }
        let (rationale, evidence) = note.map_or(("", &[][..]), |note| (&note.rationale, &note.evidence));
        Some(CellRef { score, rationale, evidence })
    }

    /// All scores, from the first option to the last.
    pub fn scores(&self) -> impl Iterator<Item = Option<Score>> {
        (0..self.rows()).map(|row| self.score(row))
    }

    /// The one number that stands for each score, NaN where it is missing: shared where all scores are exact.
    #[must_use]
    pub fn points(&self, scale: &Scale) -> Arc<Vec<f64>> {
        let mut points = Arc::clone(&self.exact);
        if !self.rest.scores.is_empty() {
            let points = Arc::make_mut(&mut points);
            for (&row, score) in &self.rest.scores {
                points[row] = score.point(scale).unwrap_or(f64::NAN);
            }
        }
        points
    }

    /// The first score that cannot stand on `scale`: its row, what is wrong with it, and the remedy.
    #[must_use]
    pub fn fault(&self, scale: &Scale) -> Option<(usize, Message)> {
        // On a scale of numbers every finite one will do, and most columns hold nothing else.
        let bad = |x: &f64| x.is_infinite() || scale.has_levels() && !x.is_nan();
        let exact = self.exact.iter().position(bad).map(|row| (row, Score::Exact(self.exact[row])));
        let others = self.others().find(|(_, score)| score.fault(scale).is_some());
        let (row, score) = exact.into_iter().chain(others).min_by_key(|(row, _)| *row)?;
        Some((row, score.fault(scale)?))
    }

    /// True where nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rest.scores.is_empty() && self.rest.notes.is_empty() && self.exact.iter().all(|x| x.is_nan())
    }

    /// Replaces a cell and returns what was there.
    pub(crate) fn set(&mut self, row: usize, cell: Cell) -> Cell {
        let before = self.cell(row).map(CellRef::to_cell).unwrap_or_default();
        self.set_score(row, cell.score);
        let note = Note { rationale: cell.rationale, evidence: cell.evidence };
        if !note.rationale.is_empty() || !note.evidence.is_empty() {
            Arc::make_mut(&mut self.rest).notes.insert(row, note);
        } else if self.rest.notes.contains_key(&row) {
            Arc::make_mut(&mut self.rest).notes.remove(&row);
        }
        before
    }

    fn set_score(&mut self, row: usize, score: Option<Score>) {
        if self.score(row) == score {
            return;
        }
        let (exact, other) = parts(score);
        Arc::make_mut(&mut self.exact)[row] = exact;
        if let Some(other) = other {
            Arc::make_mut(&mut self.rest).scores.insert(row, other);
        } else if self.rest.scores.contains_key(&row) {
            Arc::make_mut(&mut self.rest).scores.remove(&row);
        }
    }

    /// Adds empty rows at the end, up to `rows` in all.
    pub(super) fn grow(&mut self, rows: usize) {
        if self.exact.len() < rows {
            Arc::make_mut(&mut self.exact).resize(rows, f64::NAN);
        }
    }

    /// Puts an empty row before the place `at`.
    pub(super) fn insert(&mut self, at: usize) {
        Arc::make_mut(&mut self.exact).insert(at, f64::NAN);
        self.renumber(at, |row| row + 1);
    }

    pub(super) fn remove(&mut self, at: usize) {
        Arc::make_mut(&mut self.exact).remove(at);
        if self.rest.reaches(at) {
            let rest = Arc::make_mut(&mut self.rest);
            rest.scores.remove(&at);
            rest.notes.remove(&at);
        }
        self.renumber(at, |row| row - 1);
    }

    /// Puts all rows of another column before the place `at`.
    pub(super) fn insert_all(&mut self, at: usize, others: &Self) {
        if self.exact.is_empty() {
            return self.clone_from(others);
        }
        let count = others.rows();
        Arc::make_mut(&mut self.exact).splice(at..at, others.exact.iter().copied());
        self.renumber(at, |row| row + count);
        if others.rest.reaches(0) {
            let rest = Arc::make_mut(&mut self.rest);
            rest.scores.extend(others.rest.scores.iter().map(|(row, score)| (at + row, *score)));
            rest.notes.extend(others.rest.notes.iter().map(|(row, note)| (at + row, note.clone())));
        }
    }

    /// Takes `count` rows out, from the place `at` on.
    pub(super) fn take(&mut self, at: usize, count: usize) -> Self {
        let exact = Arc::make_mut(&mut self.exact).drain(at..at + count).collect();
        let mut taken = Rest::default();
        if self.rest.reaches(at) {
            let rest = Arc::make_mut(&mut self.rest);
            taken = Rest { scores: cut(&mut rest.scores, at, count), notes: cut(&mut rest.notes, at, count) };
        }
        Self { exact: Arc::new(exact), rest: Arc::new(taken) }
    }

    /// Gives another number to the rows from `first` on. Their order must stay.
    fn renumber(&mut self, first: usize, number: impl Fn(usize) -> usize) {
        if self.rest.reaches(first) {
            let rest = Arc::make_mut(&mut self.rest);
            shift(&mut rest.scores, first, &number);
            shift(&mut rest.notes, first, &number);
        }
    }
}

impl PartialEq for Column {
    /// Missing scores are equal.
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&f64, &f64)| a == b || a.is_nan() && b.is_nan();
        let exact = Arc::ptr_eq(&self.exact, &other.exact)
            || self.exact.len() == other.exact.len() && self.exact.iter().zip(other.exact.iter()).all(same);
        exact && self.rest == other.rest
    }
}

impl Rest {
    /// True where there is something in the row `at` or below it.
    fn reaches(&self, at: usize) -> bool {
        self.scores.range(at..).next().is_some() || self.notes.range(at..).next().is_some()
    }
}

/// A score as the dense part holds it, and as the sparse one does. No number in the dense part means a missing score, so
/// that one which is given as such has to be kept apart until it is refused.
pub(super) fn parts(score: Option<Score>) -> (f64, Option<Score>) {
    match score {
        Some(Score::Exact(x)) if !x.is_nan() => (x, None),
        other => (f64::NAN, other),
    }
}

fn shift<T>(map: &mut BTreeMap<usize, T>, first: usize, number: impl Fn(usize) -> usize) {
    let moved = map.split_off(&first);
    map.extend(moved.into_iter().map(|(row, item)| (number(row), item)));
}

/// Takes `count` rows out from `at` on, and gives each its number among them, and the rest theirs.
fn cut<T>(map: &mut BTreeMap<usize, T>, at: usize, count: usize) -> BTreeMap<usize, T> {
    let mut taken = map.split_off(&at);
    let beyond = taken.split_off(&(at + count));
    map.extend(beyond.into_iter().map(|(row, item)| (row - count, item)));
    taken.into_iter().map(|(row, item)| (row - at, item)).collect()
}
