//! A square matrix of comparisons: names in the first row and column, ratios in between.

use super::super::Fault;
use super::super::flaw::{Flaw, InText};
use super::{Record, Sheet, cell_fault, row_fault};
use crate::elicit::pairwise::{Comparisons, GREATEST, LEAST};
use crate::text::{List, Nth};

/// Two reciprocals say the same when they differ by no more than rounding to two digits makes them: 0.33 and 3 do.
const ROUNDED: f64 = 0.02;

pub fn read(text: &str) -> Result<Comparisons, Fault> {
    let sheet = Sheet::read(text, ",Price,Comfort,Looks")?;
    let names = sheet.names(1)?;
    let rows = rows_by_name(&sheet, &names)?;
    let mut comparisons = Comparisons::new(names.clone());
    for (i, row) in rows.iter().enumerate() {
        for (j, name) in names.iter().enumerate() {
            let fault = |flaw| cell_fault(row, j + 1, name, flaw);
            let Some(ratio) = cell(&sheet, row, j).map_err(fault)? else { continue };
            if i == j {
                if (ratio - 1.0).abs() > 0.0 {
                    return Err(fault(InText::TimesItself { name: name.clone(), ratio }.into()));
                }
                continue;
            }
            // The other half stood in an earlier row where it did.
            let ratio = match comparisons.get(i, j).filter(|_| j < i) {
                None => ratio,
                Some(given) if (ratio / given - 1.0).abs() > ROUNDED => {
                    let (own, name, row) = (names[i].clone(), name.clone(), Nth(rows[j].row));
                    let reverse = comparisons.get(j, i).unwrap_or(f64::NAN);
                    return Err(fault(InText::NotReciprocal { own, ratio, name, row, reverse }.into()));
                }
                // Of 3 and 0.33 the greater is the one that was not rounded.
                Some(given) => {
                    if ratio > 1.0 {
                        ratio
                    } else {
                        given
                    }
                }
            };
            let text = row.cells.get(j + 1).map_or("", |cell| cell.trim());
            comparisons.set(i, j, ratio).map_err(|_| fault(no_ratio(text)))?;
        }
    }
    Ok(comparisons)
}

fn no_ratio(text: &str) -> Flaw {
    InText::NoRatio { text: text.to_owned(), range: LEAST..=GREATEST }.into()
}

fn cell(sheet: &Sheet, row: &Record, j: usize) -> Result<Option<f64>, Flaw> {
    let Some(text) = row.cells.get(j + 1) else { return Ok(None) };
    match sheet.number(text)? {
        Some(ratio) if !(LEAST..=GREATEST).contains(&ratio) => Err(no_ratio(text.trim())),
        ratio => Ok(ratio),
    }
}

/// The rows in the order of the columns.
fn rows_by_name<'a>(sheet: &'a Sheet<'a>, names: &[String]) -> Result<Vec<&'a Record<'a>>, Fault> {
    let mut rows: Vec<Option<&Record>> = vec![None; names.len()];
    for row in &sheet.rows {
        let name = row.cells[0].trim();
        let Some(at) = names.iter().position(|known| known == name) else {
            let known = List::commas(names.iter().cloned());
            return Err(row_fault(row, InText::RowIsNoColumn { name: name.to_owned(), known }));
        };
        if let Some(first) = rows[at].replace(row) {
            let (first, second) = (Nth(first.row), Nth(row.row));
            return Err(row_fault(row, InText::TwoRowsOfName { first, second, name: name.to_owned() }));
        }
        if row.cells.len() > names.len() + 1 {
            return Err(row_fault(row, InText::LongRow { cells: row.cells.len(), columns: names.len() + 1 }));
        }
    }
    let missing = rows.iter().position(Option::is_none);
    if let Some(at) = missing {
        return Err(row_fault(&sheet.head, InText::ColumnWithoutRow { name: names[at].clone() }));
    }
    Ok(rows.into_iter().flatten().collect())
}
