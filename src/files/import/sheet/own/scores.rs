//! Scores that were typed over on `Matrix`.

use std::collections::BTreeMap;

use super::{by_text, cell, fault, ids_across, ids_down, same};
use crate::files::export::xlsx::layout::{CRITERIA, ID, NAME, matrix};
use crate::files::export::xlsx::legible;
use crate::files::import::sheet::address::Address;
use crate::files::import::sheet::flaw::SheetFlaw;
use crate::files::import::sheet::words;
use crate::files::import::sheet::workbook::{Sheet, Value};
use crate::files::notation::Flaw;
use crate::files::{Fault, notation};
use crate::model::{Criterion, Document, Id, Scale, Score};
use crate::text::List;

pub fn read(sheet: &Sheet, before: &Document, document: &mut Document) -> Result<(), Fault> {
    let options =
        before.alternatives.iter().enumerate().map(|(place, option)| (option.id.to_string(), place)).collect();
    let leaves: Vec<Criterion> = document.leaves().into_iter().cloned().collect();
    let written: BTreeMap<Id, Criterion> = before.leaves().into_iter().map(|leaf| (leaf.id, leaf.clone())).collect();
    let columns = ids_across(sheet, matrix::IDS, CRITERIA, &by_text(leaves.iter().map(|leaf| leaf.id)))?;
    let rows = ids_down(sheet, ID, matrix::FIRST..sheet.rows() as usize, &options)?;
    added(sheet, &columns)?;
    for (row, place) in rows {
        for &(column, id) in &columns {
            let at = cell(row, column);
            let Some(leaf) = leaves.iter().find(|leaf| leaf.id == id) else { continue };
            let old = before.alternatives.score(place, id);
            if is_written(sheet.value(at), old, &written[&id].scale) {
                continue;
            }
            let score = score(sheet, at, leaf)?;
            document.alternatives.set_score(place, id, score);
        }
    }
    Ok(())
}

/// Refuses rows that somebody has added: they would be lost without a word.
fn added(sheet: &Sheet, columns: &[(usize, Id)]) -> Result<(), Fault> {
    for row in matrix::FIRST..sheet.rows() as usize {
        let has_scores = columns.iter().any(|&(column, _)| sheet.value(cell(row, column)).is_some());
        if sheet.value(cell(row, ID)).is_none() && (has_scores || sheet.value(cell(row, NAME)).is_some()) {
            return Err(fault(sheet, cell(row, NAME), SheetFlaw::RowAdded));
        }
    }
    Ok(())
}

/// True where a cell holds what was exported.
fn is_written(value: Option<&Value>, score: Option<Score>, scale: &Scale) -> bool {
    match (value, score) {
        (None, None) => true,
        (Some(Value::Number(x)), Some(Score::Exact(y))) => same(*x, y),
        (Some(Value::Text(text)), Some(Score::Level(id))) => {
            scale.level(id).is_some_and(|level| legible(&level.name).trim() == text.trim())
        }
        (Some(Value::Text(text)), Some(score)) => **text == notation::score(score),
        // A spreadsheet program may make truth values of names such as "TRUE".
        (Some(Value::Bool(yes)), Some(Score::Level(id))) => {
            let word = if *yes { "true" } else { "false" };
            scale.level(id).is_some_and(|level| level.name.trim().to_lowercase() == word)
        }
        // A level whose name looks empty.
        (None, Some(Score::Level(id))) => scale.level(id).is_some_and(|level| legible(&level.name).trim().is_empty()),
        _ => false,
    }
}

fn score(sheet: &Sheet, at: Address, leaf: &Criterion) -> Result<Option<Score>, Fault> {
    let Some(value) = sheet.value(at) else { return Ok(None) };
    let text = value.text();
    let text = text.trim();
    if notation::is_missing(text) {
        return Ok(None);
    }
    let score = if leaf.scale.has_levels() {
        Some(level(sheet, at, leaf, value, text)?)
    } else {
        match value {
            Value::Number(x) | Value::Percent(x) => Some(Score::Exact(*x)),
            Value::Text(_) => {
                notation::parse_score(&notation::plain(text), true).map_err(|Flaw(what)| fault(sheet, at, what))?
            }
            _ => return Err(fault(sheet, at, SheetFlaw::RetypedNoScore { text: text.to_owned() })),
        }
    };
    match score.and_then(|score| score.fault(&leaf.scale)) {
        Some(flaw) => Err(fault(sheet, at, flaw)),
        None => Ok(score),
    }
}

fn level(sheet: &Sheet, at: Address, leaf: &Criterion, value: &Value, text: &str) -> Result<Score, Fault> {
    let levels = leaf.scale.levels();
    let wanted = text.to_lowercase();
    let exact = levels.iter().find(|level| legible(&level.name).trim() == text);
    let found = exact.or_else(|| levels.iter().find(|level| level.name.trim().to_lowercase() == wanted));
    let answer = match value {
        Value::Bool(yes) => Some(*yes),
        _ => words::answer(text),
    };
    match (found, answer, &leaf.scale) {
        (Some(level), _, _) => Ok(Score::Level(level.id)),
        (None, Some(yes), Scale::YesNo { .. }) => Ok(Score::Level(if yes { Id::yes() } else { Id::no() })),
        _ => {
            let known = List::commas(levels.iter().map(|level| level.name.as_str()));
            Err(fault(sheet, at, SheetFlaw::NoLevel { name: text.to_owned(), known }))
        }
    }
}
