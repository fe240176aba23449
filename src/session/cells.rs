//! Cells: what is typed, cleared, copied and pasted.

use std::ops::RangeInclusive;

use super::Session;
use crate::files::formula::{guard, unguard};
use crate::files::notation;
use crate::model::{Cell, Edit, EditError, Id, Level, Scale, Score};

/// A rectangle of the matrix, by places: options down, criteria across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectangle {
    pub rows: RangeInclusive<usize>,
    pub columns: RangeInclusive<usize>,
}

/// A score as it is typed: `7.5`, `6..8`, `6..7..8`, the name of a level; empty where there is none.
#[must_use]
pub fn cell_text(score: Option<Score>, scale: &Scale) -> String {
    match score {
        None => String::new(),
        Some(Score::Level(id)) => scale.level(id).map(|level| level.name).unwrap_or_default(),
        Some(score) => notation::score(score),
    }
}

/// Reads a score as it is typed, with `.` or `,` as decimal mark; empty or `?` is a missing one. A level is found by its
/// name, whatever the case, or by its id.
///
/// # Errors
/// What is wrong with the text, and what to write instead.
pub fn parse_cell(text: &str, scale: &Scale) -> Result<Option<Score>, String> {
    let text = text.trim();
    if notation::is_missing(text) {
        return Ok(None);
    }
    if scale.has_levels() {
        return parse_level(text, &scale.levels()).map(|id| Some(Score::Level(id)));
    }
    let score = notation::parse_score(&notation::plain(text), true)
        .map_err(|flaw| format!("{}; {}", flaw.what, flaw.remedy))?;
    match score.and_then(|score| score.fault(scale)) {
        None => Ok(score),
        Some((what, remedy)) => Err(format!("{what}; {remedy}")),
    }
}

/// The level that `text` names. What a level is called now comes before what its id says it was called once.
fn parse_level(text: &str, levels: &[Level]) -> Result<Id, String> {
    let wanted = text.to_lowercase();
    let find = |fits: &dyn Fn(&Level) -> bool| levels.iter().find(|level| fits(level));
    find(&|level| level.name.trim() == text)
        .or_else(|| find(&|level| level.name.trim().to_lowercase() == wanted))
        .or_else(|| find(&|level| level.id.as_str() == wanted))
        .map(|level| level.id)
        .ok_or_else(|| {
            let names: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
            format!("“{text}” is no level here; use {}", names.join(", "))
        })
}

/// A score as the clipboard takes it. A level whose name would not survive there goes by its id.
fn clipboard_text(score: Option<Score>, scale: &Scale) -> String {
    let text = cell_text(score, scale);
    match score {
        Some(Score::Level(id))
            if text.contains(['\t', '\n', '\r']) || parse_cell(unquote(&text), scale) != Ok(score) =>
        {
            id.to_string()
        }
        _ => guard(&text).into_owned(),
    }
}

impl Session {
    /// Replaces a cell.
    ///
    /// # Errors
    /// When the score does not fit the criterion's scale, or there is no such cell.
    pub fn set_cell(&mut self, alternative: Id, criterion: Id, cell: Cell) -> Result<(), EditError> {
        let old = self.document.cell(alternative, criterion).unwrap_or_default();
        if old.to_cell() == cell {
            return Ok(());
        }
        let what = match () {
            () if old.score != cell.score && cell.score.is_none() => "Clear",
            () if old.score != cell.score => "Score",
            () if old.rationale != cell.rationale => "Rationale of",
            () => "Evidence of",
        };
        let label = self.cell_label(what, alternative, criterion);
        self.apply(label, Edit::SetCell { alternative, criterion, cell })
    }

    /// Replaces the score of a cell and keeps what it rests on.
    ///
    /// # Errors
    /// As for [`Session::set_cell`].
    pub fn set_score(&mut self, alternative: Id, criterion: Id, score: Option<Score>) -> Result<(), EditError> {
        let cell = Cell { score, ..self.document.cell(alternative, criterion).unwrap_or_default().to_cell() };
        self.set_cell(alternative, criterion, cell)
    }

    fn cell_label(&self, what: &str, alternative: Id, criterion: Id) -> String {
        let option = self.document.alternative(alternative).map(|option| option.name.as_str()).unwrap_or_default();
        let criterion = self.document.criterion(criterion).map(|leaf| leaf.name.as_str()).unwrap_or_default();
        format!("{what} {option} on {criterion}")
    }

    /// Takes the scores out of a rectangle; rationale and evidence stay.
    ///
    /// # Errors
    /// Never, as it stands.
    pub fn clear(&mut self, area: &Rectangle) -> Result<(), EditError> {
        let texts = vec![vec![String::new(); area.columns.clone().count()]; area.rows.clone().count()];
        let edits = self.fill(*area.rows.start(), *area.columns.start(), &texts).unwrap_or_default();
        match edits.len() {
            0 => Ok(()),
            1 => self.apply("Clear a score", Edit::Batch(edits)),
            count => self.apply(format!("Clear {count} scores"), Edit::Batch(edits)),
        }
    }

    /// The scores of a rectangle as tab-separated text, one line an option, as a spreadsheet takes it. Each line has its
    /// end, as in a spreadsheet, so that missing scores at the foot of a rectangle are told from none.
    #[must_use]
    pub fn copy(&self, area: &Rectangle) -> String {
        let leaves = self.document.leaves();
        let rows = area.rows.clone().filter(|&row| row < self.document.alternatives.len());
        let lines = rows.map(|row| {
            let cells = area.columns.clone().filter_map(|column| leaves.get(column));
            let texts = cells.map(|leaf| {
                let score = self.document.alternatives.score(row, leaf.id);
                clipboard_text(score, &leaf.scale)
            });
            texts.collect::<Vec<_>>().join("\t") + "\n"
        });
        lines.collect()
    }

    /// Pastes tab-separated text with its upper left corner at a cell. What would fall outside the matrix is left out.
    /// A single value fills the whole of `area`. Returns the rectangle that was written.
    ///
    /// # Errors
    /// Which cell cannot be read and why; nothing has changed then.
    pub fn paste(&mut self, area: &Rectangle, text: &str) -> Result<Rectangle, String> {
        let row = |line: &str| line.split('\t').map(|cell| unguard(unquote(cell)).to_owned()).collect();
        let mut texts: Vec<Vec<String>> = text.lines().map(row).collect();
        if let [row] = &texts[..]
            && let [single] = &row[..]
        {
            texts = vec![vec![single.clone(); area.columns.clone().count()]; area.rows.clone().count()];
        }
        let (row, column) = (*area.rows.start(), *area.columns.start());
        let edits = self.fill(row, column, &texts)?;
        let (rows, columns) = (self.document.alternatives.len(), self.model.outline().leaves());
        let width = texts.iter().map(Vec::len).max().unwrap_or(1);
        let written = Rectangle {
            rows: row..=(row + texts.len().max(1)).min(rows).saturating_sub(1).max(row),
            columns: column..=(column + width).min(columns).saturating_sub(1).max(column),
        };
        let label = match edits.len() {
            0 => return Ok(written),
            1 => "Paste a score".to_owned(),
            count => format!("Paste {count} scores"),
        };
        self.apply(label, Edit::Batch(edits)).map_err(|error| error.to_string())?;
        Ok(written)
    }

    /// The edits that write `texts` from a cell on, without those that would change nothing.
    fn fill(&self, row: usize, column: usize, texts: &[Vec<String>]) -> Result<Vec<Edit>, String> {
        let leaves = self.document.leaves();
        let mut edits = Vec::new();
        for ((row, option), line) in self.document.alternatives.iter().enumerate().skip(row).zip(texts) {
            for (leaf, text) in leaves.iter().skip(column).zip(line) {
                let old = self.document.alternatives.cell(row, leaf.id).unwrap_or_default();
                let score = parse_cell(text, &leaf.scale)
                    .map_err(|reason| format!("{} on {}: {reason}", option.name, leaf.name))?;
                if score != old.score {
                    let cell = Cell { score, ..old.to_cell() };
                    edits.push(Edit::SetCell { alternative: option.id, criterion: leaf.id, cell });
                }
            }
        }
        Ok(edits)
    }
}

/// Spreadsheets quote cells that hold a line break or a quote; a score never needs it.
fn unquote(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}
