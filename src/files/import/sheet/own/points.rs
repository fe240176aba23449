//! Points and locks that were typed over on `Weights` and `People`.

use super::{by_text, cell, fault, ids_across, ids_down, retyped};
use crate::files::Fault;
use crate::files::export::xlsx::layout::{ID, people as persons, weights as at};
use crate::files::import::sheet::address::Address;
use crate::files::import::sheet::flaw::SheetFlaw;
use crate::files::import::sheet::workbook::Sheet;
use crate::model::{Document, Id, Node, Points};

pub fn weights(sheet: &Sheet, before: &Document, document: &mut Document) -> Result<(), Fault> {
    let rows = ids_down(sheet, ID, at::FIRST..sheet.rows() as usize, &by_text(nodes(before)))?;
    let viewpoints = by_text(before.viewpoints.iter().map(|viewpoint| viewpoint.id));
    let columns = ids_across(sheet, at::IDS, at::POINTS + 1, &viewpoints)?;
    let down =
        |column: usize| -> Vec<(Address, Id)> { rows.iter().map(|&(row, id)| (cell(row, column), id)).collect() };
    overlay(sheet, &down(at::POINTS), &mut document.weights, document_top(before))?;
    for (column, id) in columns {
        if let Some(viewpoint) = document.viewpoints.iter_mut().find(|viewpoint| viewpoint.id == id) {
            overlay(sheet, &down(column), &mut viewpoint.weights, document_top(before))?;
        }
    }
    for &(row, id) in &rows {
        let place = cell(row, at::LOCK);
        match sheet.text(place).trim().to_lowercase().as_str() {
            "" => drop(document.locks.remove(&id)),
            "locked" => drop(document.locks.insert(id)),
            other => {
                return Err(fault(sheet, place, SheetFlaw::NoLock { text: other.to_owned() }));
            }
        }
    }
    chosen(sheet, document);
    Ok(())
}

/// Takes the weights of the viewpoint that was chosen by its name; the column of the decision's own has a name that is
/// none of theirs.
fn chosen(sheet: &Sheet, document: &mut Document) {
    let name = sheet.text(cell(at::CHOOSER.0, at::CHOOSER.1));
    let columns = at::POINTS + 1..sheet.columns() as usize;
    let Some(column) =
        columns.into_iter().find(|&column| sheet.text(cell(at::HEAD, column)) == name && !name.is_empty())
    else {
        return;
    };
    let id = sheet.text(cell(at::IDS, column));
    if let Some(viewpoint) = document.viewpoints.iter().find(|viewpoint| viewpoint.id.as_str() == id.trim()) {
        document.weights.clone_from(&viewpoint.weights);
        document.viewpoint = Some(viewpoint.id);
    }
}

pub fn people(sheet: &Sheet, before: &Document, document: &mut Document) -> Result<(), Fault> {
    let known = by_text(before.people.iter().map(|person| person.id));
    let rows = ids_down(sheet, ID, persons::FIRST..sheet.rows() as usize, &known)?;
    let columns = ids_across(sheet, persons::IDS, persons::NODES, &by_text(nodes(before)))?;
    for (row, id) in rows {
        let Some(person) = document.people.iter_mut().find(|person| person.id == id) else { continue };
        let cells: Vec<(Address, Id)> = columns.iter().map(|&(column, node)| (cell(row, column), node)).collect();
        if cells.iter().all(|(at, _)| sheet.value(*at).is_none()) {
            person.weights.clear();
            continue;
        }
        overlay(sheet, &cells, &mut person.weights, document_top(before))?;
    }
    Ok(())
}

fn nodes(document: &Document) -> Vec<Id> {
    document.outline().entries().iter().map(|entry| entry.id).collect()
}

fn document_top(document: &Document) -> Vec<Id> {
    document.criteria.iter().map(Node::id).collect()
}

/// Puts what was typed over into `points`. Something at the top must keep a weight.
fn overlay(sheet: &Sheet, cells: &[(Address, Id)], points: &mut Points, top: Vec<Id>) -> Result<(), Fault> {
    let mut last = None;
    for &(at, id) in cells {
        let written = points.get(&id).copied().unwrap_or(0.0);
        let Some(new) = retyped(sheet, at, written, 0.0)? else { continue };
        if new < 0.0 || !new.is_finite() {
            return Err(fault(sheet, at, SheetFlaw::BadPoints { points: sheet.text(at).into_owned() }));
        }
        points.insert(id, new);
        last = Some(at);
    }
    let is_top = top.into_iter().filter_map(|id| points.get(&id)).sum::<f64>() > 0.0;
    match last {
        Some(at) if !is_top => Err(fault(sheet, at, SheetFlaw::TopWeightsZero)),
        _ => Ok(()),
    }
}
