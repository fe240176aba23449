//! Cells: what is typed, cleared, copied and pasted.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::perform::{Plan, Planned, nothing, step};
use super::{Incoming, Outcome, Refusal, Session, StepName};
use crate::files::formula::{guard, unguard};
use crate::files::notation;
use crate::model::{Cell, Edit, Id, Level, Scale, Score};
use crate::text::List;

/// A rectangle of the matrix, by places: options down, criteria across.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    let score = notation::parse_score(&notation::plain(text), true).map_err(|flaw| flaw.to_string())?;
    match score.and_then(|score| score.fault(scale)) {
        None => Ok(score),
        Some(fault) => Err(fault.with_remedy().to_string()),
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
            let levels = List::commas(levels.iter().map(|level| level.name.as_str()));
            Incoming::TypedNoLevel { text: text.to_owned(), levels }.to_string()
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
    pub(super) fn plan_set_cell(&self, alternative: Id, criterion: Id, cell: Cell) -> Planned {
        let old = self.document.cell(alternative, criterion).unwrap_or_default();
        if old.to_cell() == cell {
            return nothing();
        }
        let option = self.document.alternative(alternative).map(|option| option.name.clone()).unwrap_or_default();
        let leaf = self.document.criterion(criterion).map(|leaf| leaf.name.clone()).unwrap_or_default();
        let label = match () {
            () if old.score != cell.score && cell.score.is_none() => StepName::ClearScore { option, criterion: leaf },
            () if old.score != cell.score => StepName::Score { option, criterion: leaf },
            () if old.rationale != cell.rationale => StepName::Rationale { option, criterion: leaf },
            () => StepName::Evidence { option, criterion: leaf },
        };
        step(label, Edit::SetCell { alternative, criterion, cell })
    }

    pub(super) fn plan_set_score(&self, alternative: Id, criterion: Id, score: Option<Score>) -> Planned {
        let cell = Cell { score, ..self.document.cell(alternative, criterion).unwrap_or_default().to_cell() };
        self.plan_set_cell(alternative, criterion, cell)
    }

    pub(super) fn plan_clear(&self, area: &Rectangle) -> Planned {
        let texts = self.texts(area, "");
        let edits = self.fill(*area.rows.start(), *area.columns.start(), &texts).unwrap_or_default();
        match edits.len() {
            0 => nothing(),
            count => step(StepName::Clear { count }, Edit::Batch(edits)),
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

    pub(super) fn plan_paste(&self, area: &Rectangle, text: &str) -> Planned {
        let row = |line: &str| line.split('\t').map(|cell| unguard(unquote(cell)).to_owned()).collect();
        let mut texts: Vec<Vec<String>> = text.lines().map(row).collect();
        if let [row] = &texts[..]
            && let [single] = &row[..]
        {
            texts = self.texts(area, single);
        }
        let (row, column) = (*area.rows.start(), *area.columns.start());
        let edits = self.fill(row, column, &texts).map_err(Refusal::Paste)?;
        let (rows, columns) = (self.document.alternatives.len(), self.model.outline().leaves());
        let width = texts.iter().map(Vec::len).max().unwrap_or(1);
        let written = Rectangle {
            rows: row..=(row + texts.len().max(1)).min(rows).saturating_sub(1).max(row),
            columns: column..=(column + width).min(columns).saturating_sub(1).max(column),
        };
        let step = match edits.len() {
            0 => None,
            count => Some((StepName::Paste { count }, Edit::Batch(edits))),
        };
        // What was pasted is shown, whether or not it differs from what was there.
        Ok(Plan { step, outcome: Outcome::Written(written) })
    }

    /// The same text for each cell of a rectangle, as far as the matrix reaches.
    fn texts(&self, area: &Rectangle, text: &str) -> Vec<Vec<String>> {
        let rows = area.rows.clone().take(self.document.alternatives.len()).count();
        let columns = area.columns.clone().take(self.model.outline().leaves()).count();
        vec![vec![text.to_owned(); columns]; rows]
    }

    /// The edits that write `texts` from a cell on, without those that would change nothing.
    fn fill(&self, row: usize, column: usize, texts: &[Vec<String>]) -> Result<Vec<Edit>, String> {
        let leaves = self.document.leaves();
        let mut edits = Vec::new();
        for ((row, option), line) in self.document.alternatives.iter().enumerate().skip(row).zip(texts) {
            for (leaf, text) in leaves.iter().skip(column).zip(line) {
                let old = self.document.alternatives.cell(row, leaf.id).unwrap_or_default();
                let score = parse_cell(text, &leaf.scale).map_err(|reason| {
                    let (option, criterion) = (option.name.clone(), leaf.name.clone());
                    Incoming::Cell { option, criterion, reason }.to_string()
                })?;
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
