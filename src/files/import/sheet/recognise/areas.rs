//! Where on a sheet there are tables: rows that belong together, without titles above and remarks below.

use super::super::address::{Address, Area};
use super::super::words::{self, Attribute};
use super::super::workbook::Sheet;
use super::is_number;

/// Longer than this is a sentence and no name of an option.
const SENTENCE: usize = 60;

/// The tables of a sheet, the one with the most cells first.
pub fn find(sheet: &Sheet) -> Vec<Area> {
    let parts = joined(sheet, bands(sheet)).into_iter().flat_map(|area| blocks(sheet, area));
    let mut tables: Vec<(usize, Area)> = parts.filter_map(|part| trimmed(sheet, &part)).collect();
    tables.retain(|(cells, _)| *cells >= 4);
    tables.sort_by_key(|(cells, _)| std::cmp::Reverse(*cells));
    tables.into_iter().map(|(_, area)| area).collect()
}

/// An area cut down to what the sheet holds; None where that is no table.
pub fn clip(sheet: &Sheet, area: Area) -> Option<Area> {
    let mut used = sheet.within(area).map(|(at, _)| at);
    let first = used.next()?;
    let last = used.fold(first, |last, at| Address::new(at.row, last.column.max(at.column)));
    // The upper left corner stays where it was wished: it may well be empty.
    let cut = Area { first: Address::new(first.row, area.first.column), last };
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

/// The cells of one part of a row: how many there are, the first, and the last column.
struct Run {
    first: Address,
    last: u32,
    cells: usize,
}

/// Parts of an area between empty columns, each as its rows that are not empty. A lone column of names goes with what stands
/// right of it.
fn blocks(sheet: &Sheet, area: Area) -> Vec<Vec<Run>> {
    let mut used = vec![false; area.columns() as usize];
    for (at, _) in sheet.within(area) {
        used[(at.column - area.first.column) as usize] = true;
    }
    let mut ends: Vec<(u32, u32)> = Vec::new();
    let mut block_of = vec![0; used.len()];
    for (place, column) in (area.first.column..=area.last.column).enumerate().filter(|(place, _)| used[*place]) {
        match ends.last_mut() {
            Some(block) if block.1 + 1 == column || block.0 == block.1 && block.1 + 2 == column => block.1 = column,
            _ => ends.push((column, column)),
        }
        block_of[place] = ends.len() - 1;
    }
    let mut blocks: Vec<Vec<Run>> = ends.iter().map(|_| Vec::new()).collect();
    for (at, _) in sheet.within(area) {
        let runs = &mut blocks[block_of[(at.column - area.first.column) as usize]];
        match runs.last_mut() {
            Some(run) if run.first.row == at.row => (run.last, run.cells) = (at.column, run.cells + 1),
            _ => runs.push(Run { first: at, last: at.column, cells: 1 }),
        }
    }
    blocks
}

/// How many cells a table has and where it is, without the titles above it and the remarks below.
fn trimmed(sheet: &Sheet, mut runs: &[Run]) -> Option<(usize, Area)> {
    // An empty corner belongs to the table.
    let left = runs.iter().map(|run| run.first.column).min()?;
    let lone = |run: &Run| (run.cells == 1 && run.first.column == left).then(|| sheet.text(run.first));
    // The name of an attribute may stand alone, where no criterion has one.
    while let [first, rest @ ..] = runs
        && lone(first).is_some_and(|text| Attribute::find(&text).is_none())
    {
        runs = rest;
    }
    let is_remark = |text: &str| words::begins_note(text) || text.chars().count() > SENTENCE;
    while let [rest @ .., last] = runs
        && lone(last).is_some_and(|text| is_remark(&text))
    {
        runs = rest;
    }
    let (first, last) = (runs.first()?.first.row, runs.last()?.first.row);
    let right = runs.iter().map(|run| run.last).max()?;
    let trimmed = Area { first: Address::new(first, left), last: Address::new(last, right) };
    let cells = runs.iter().map(|run| run.cells).sum();
    (trimmed.rows() >= 2 && trimmed.columns() >= 2).then_some((cells, trimmed))
}
