//! Ends, targets, curvatures, points and levels that were typed over on `Scales`.

use super::{by_text, cell, fault, ids_down, retyped};
use crate::files::Fault;
use crate::files::export::xlsx::layout::{ID, NAME, scales as at};
use crate::files::export::xlsx::legible;
use crate::files::import::sheet::address::Address;
use crate::files::import::sheet::flaw::SheetFlaw;
use crate::files::import::sheet::workbook::Sheet;
use crate::model::{Answer, Criterion, Direction, Document, Id, Node, Scale, ValueFunction};

pub fn read(sheet: &Sheet, before: &Document, document: &mut Document) -> Result<(), Fault> {
    let known = by_text(before.leaves().into_iter().map(|leaf| leaf.id));
    let rows = sheet.rows() as usize;
    // The upper table has the ends of each criterion, the lower one its points or levels.
    let is_heading = |&row: &usize| sheet.text(cell(row, NAME)) == at::ANCHORS_HEADING;
    let middle = (at::FIRST..rows).find(is_heading).unwrap_or(at::FIRST + known.len() + 1);
    let upper = ids_down(sheet, ID, at::FIRST..middle, &known)?.into_iter().map(|found| (found, true));
    let lower = ids_down(sheet, ID, middle..rows, &known)?.into_iter().map(|found| (found, false));
    for ((row, id), is_upper) in upper.chain(lower) {
        let Some(criterion) = criterion_mut(&mut document.criteria, id) else { continue };
        let touched =
            if is_upper { ends(sheet, row, &mut criterion.scale)? } else { anchors(sheet, row, &mut criterion.scale)? };
        if let (Some(at), Some(flaw)) = (touched, criterion.fault()) {
            return Err(fault(sheet, at, flaw));
        }
    }
    Ok(())
}

fn criterion_mut(nodes: &mut [Node], id: Id) -> Option<&mut Criterion> {
    nodes.iter_mut().find_map(|node| match node {
        Node::Group(group) => criterion_mut(&mut group.children, id),
        Node::Criterion(criterion) => Some(criterion).filter(|criterion| criterion.id == id),
    })
}

/// Target, ends and curvature; the last cell that was typed over.
fn ends(sheet: &Sheet, row: usize, scale: &mut Scale) -> Result<Option<Address>, Fault> {
    let mut touched = None;
    let mut number = |column: usize, now: &mut f64| -> Result<(), Fault> {
        let place = cell(row, column);
        if let Some(new) = retyped(sheet, place, *now, f64::NAN)? {
            if !new.is_finite() {
                return Err(fault(sheet, place, SheetFlaw::RetypedNothing));
            }
            *now = new;
            touched = Some(place);
        }
        Ok(())
    };
    match scale {
        Scale::Rating { worst, best } => {
            number(at::WORST, worst)?;
            number(at::BEST, best)?;
        }
        Scale::Measure(measure) => {
            let is_piecewise = matches!(measure.value, ValueFunction::Piecewise(_));
            if let Direction::Target(target) = &mut measure.direction
                && !is_piecewise
            {
                number(at::TARGET, target)?;
            }
            if let Some(range) = &mut measure.range
                && !is_piecewise
            {
                number(at::WORST, &mut range.worst)?;
                number(at::BEST, &mut range.best)?;
            }
            if let ValueFunction::Exponential { rho } = &mut measure.value {
                number(at::RHO, rho)?;
            }
        }
        Scale::Levels(_) | Scale::YesNo { .. } => {}
    }
    Ok(touched)
}

/// Points of a value function, or levels, and their values below; the last cell that was typed over.
fn anchors(sheet: &Sheet, row: usize, scale: &mut Scale) -> Result<Option<Address>, Fault> {
    let mut touched = None;
    let mut number = |down: usize, place: usize, now: f64| -> Result<f64, Fault> {
        let place = cell(row + down, at::ANCHORS + place);
        let Some(new) = retyped(sheet, place, now, f64::NAN)? else { return Ok(now) };
        touched = Some(place);
        if new.is_finite() { Ok(new) } else { Err(fault(sheet, place, SheetFlaw::RetypedNothing)) }
    };
    match scale {
        Scale::Measure(measure) => {
            if let ValueFunction::Piecewise(points) = &mut measure.value {
                for (place, point) in points.iter_mut().enumerate() {
                    *point = (number(0, place, point.0)?, number(1, place, point.1)?);
                }
            }
        }
        Scale::Levels(levels) => {
            for (place, level) in levels.iter_mut().enumerate() {
                level.value = number(1, place, level.value)?;
            }
            for (place, level) in levels.iter_mut().enumerate() {
                let at = cell(row, at::ANCHORS + place);
                let name = sheet.text(at);
                let name = name.trim();
                if !name.is_empty() && legible(&level.name).trim() != name {
                    name.clone_into(&mut level.name);
                    touched = Some(at);
                }
            }
        }
        Scale::YesNo { best } => {
            let levels = |best: Answer| Scale::YesNo { best }.levels();
            let values = levels(*best).into_iter().map(|level| level.value).enumerate();
            let new = values.map(|(place, value)| number(1, place, value)).collect::<Result<Vec<f64>, Fault>>()?;
            let answer = [Answer::Yes, Answer::No].into_iter().find(|&answer| {
                levels(answer).iter().zip(&new).all(|(level, value)| (level.value - value).abs() <= 0.0)
            });
            match (answer, touched) {
                (Some(answer), _) => *best = answer,
                (None, Some(at)) => {
                    return Err(fault(sheet, at, SheetFlaw::HalfAnswer));
                }
                (None, None) => {}
            }
        }
        Scale::Rating { .. } => {}
    }
    Ok(touched)
}
