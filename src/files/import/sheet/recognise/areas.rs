//! Where on a sheet there are tables: rows that belong together, without titles above and remarks below.

use super::super::address::{Address, Area};
use super::super::words::{self, Attribute};
use super::super::workbook::Sheet;
use super::is_number;

/// Longer than this is a sentence and no name of an option.
const SENTENCE: usize = 60;

/// The tables of a sheet, the one with the most cells first.
pub fn find(sheet: &Sheet) -> Vec<Area> {
    let mut tables: Vec<(usize, Area)> = Vec::new();
    for area in joined(sheet, bands(sheet)) {
        for part in blocks(sheet, area) {
            if let Some(area) = trimmed(sheet, part) {
                let cells = (area.first.row..=area.last.row).map(|row| cells(sheet, area, row).count()).sum();
                if cells >= 4 {
                    tables.push((cells, area));
                }
            }
        }
    }
    tables.sort_by_key(|(cells, _)| std::cmp::Reverse(*cells));
    tables.into_iter().map(|(_, area)| area).collect()
}

/// An area cut down to what the sheet holds; None where that is no table.
pub fn clip(sheet: &Sheet, area: Area) -> Option<Area> {
    let used: Vec<u32> = (area.first.row..=area.last.row.min(sheet.rows().saturating_sub(1)))
        .filter(|&row| cells(sheet, area, row).next().is_some())
        .collect();
    let (first, last) = (*used.first()?, *used.last()?);
    let column = used.iter().filter_map(|&row| cells(sheet, area, row).map(|(column, _)| column).max()).max()?;
    // The upper left corner stays where it was wished: it may well be empty.
    let cut = Area { first: Address::new(first, area.first.column), last: Address::new(last, column) };
    (cut.rows() >= 2 && cut.columns() >= 2).then_some(cut)
}

/// The text of the one row above the table that is a title.
pub fn title(sheet: &Sheet, area: Area) -> String {
    let mut above = (0..area.first.row).rev().filter(|&row| sheet.row(row).next().is_some());
    let titles: Vec<u32> = above.by_ref().take_while(|&row| sheet.row(row).count() == 1).take(4).collect();
    // The topmost of them: below it may stand a date or a remark.
    let text = titles.last().and_then(|&row| sheet.row(row).next()).map(|(_, value)| value.text());
    text.map(|text| text.trim().to_owned()).filter(|text| text.chars().count() <= 200).unwrap_or_default()
}

fn cells(sheet: &Sheet, area: Area, row: u32) -> impl Iterator<Item = (u32, &super::super::Value)> {
    sheet.row(row).filter(move |(column, _)| (area.first.column..=area.last.column).contains(column))
}

/// Runs of rows that are not empty.
fn bands(sheet: &Sheet) -> Vec<Area> {
    let mut bands: Vec<Area> = Vec::new();
    for (at, _) in sheet.cells() {
        match bands.last_mut() {
            Some(band) if band.last.row + 1 >= at.row => {
                band.first.column = band.first.column.min(at.column);
                band.last = Address::new(at.row, band.last.column.max(at.column));
            }
            _ => bands.push(Area::of(at)),
        }
    }
    bands
}

/// Bands of which the lower goes on with the table of the upper: it lies within its columns, and its first row is no header.
fn joined(sheet: &Sheet, bands: Vec<Area>) -> Vec<Area> {
    let mut joined: Vec<Area> = Vec::new();
    for band in bands {
        let goes_on = |above: &Area| {
            let within = above.first.column <= band.first.column && band.last.column <= above.last.column;
            let head = sheet.text(Address::new(band.first.row, above.first.column));
            let is_more = Attribute::find(&head).is_some() || words::means_result(&head);
            let scores = sheet.row(band.first.row).filter(|(column, _)| *column > above.first.column);
            above.columns() >= 2
                && above.rows() >= 1
                && within
                && (is_more || scores.into_iter().any(|(_, value)| is_number(value)))
                && sheet.row(above.last.row).count() > 1
        };
        match joined.last_mut() {
            Some(above) if goes_on(above) => above.last.row = band.last.row,
            _ => joined.push(band),
        }
    }
    joined
}

/// Parts of an area between empty columns. A lone column of names goes with what stands right of it.
fn blocks(sheet: &Sheet, area: Area) -> Vec<Area> {
    let mut used = vec![false; area.columns() as usize];
    for row in area.first.row..=area.last.row {
        for (column, _) in cells(sheet, area, row) {
            used[(column - area.first.column) as usize] = true;
        }
    }
    let mut blocks: Vec<(u32, u32)> = Vec::new();
    for (column, _) in (area.first.column..).zip(&used).filter(|(_, used)| **used) {
        match blocks.last_mut() {
            Some(block) if block.1 + 1 == column || block.0 == block.1 && block.1 + 2 == column => block.1 = column,
            _ => blocks.push((column, column)),
        }
    }
    let part = |(first, last)| {
        let within = |row: &u32| sheet.row(*row).any(|(column, _)| (first..=last).contains(&column));
        let top = (area.first.row..=area.last.row).find(within)?;
        let bottom = (area.first.row..=area.last.row).rev().find(within)?;
        Some(Area { first: Address::new(top, first), last: Address::new(bottom, last) })
    };
    blocks.into_iter().filter_map(part).collect()
}

/// A table without the titles above it and the remarks below.
fn trimmed(sheet: &Sheet, area: Area) -> Option<Area> {
    let (mut top, mut bottom) = (area.first.row, area.last.row);
    let lone = |row: u32| {
        let mut cells = cells(sheet, area, row);
        match (cells.next(), cells.next()) {
            (Some((column, value)), None) if column == area.first.column => Some(value.text().into_owned()),
            (None, _) => Some(String::new()),
            _ => None,
        }
    };
    // The name of an attribute may stand alone, where no criterion has one.
    while top < bottom && lone(top).is_some_and(|text| Attribute::find(&text).is_none()) {
        top += 1;
    }
    let is_remark = |text: &str| text.is_empty() || words::begins_note(text) || text.chars().count() > SENTENCE;
    while bottom > top && lone(bottom).is_some_and(|text| is_remark(&text)) {
        bottom -= 1;
    }
    let rows = top..=bottom;
    let columns: Vec<u32> = rows.clone().flat_map(|row| cells(sheet, area, row).map(|(column, _)| column)).collect();
    let (left, right) = (*columns.iter().min()?, *columns.iter().max()?);
    // An empty corner belongs to the table.
    let left = left.min(area.first.column);
    let trimmed = Area { first: Address::new(top, left), last: Address::new(bottom, right) };
    (trimmed.rows() >= 2 && trimmed.columns() >= 2).then_some(trimmed)
}
