//! A square matrix of comparisons: names in the first row and column, ratios in between.

use super::super::Fault;
use super::super::notation::Flaw;
use super::{Record, Sheet, cell_fault, row_fault};
use crate::elicit::pairwise::{Comparisons, GREATEST, LEAST};

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
                    let what = format!("\"{name}\" is {ratio} times itself");
                    return Err(fault(Flaw::new(what, "write 1, or leave the cell empty")));
                }
                continue;
            }
            // The other half stood in an earlier row where it did.
            let ratio = match comparisons.get(i, j).filter(|_| j < i) {
                None => ratio,
                Some(given) if (ratio / given - 1.0).abs() > ROUNDED => {
                    let (own, reverse) = (&names[i], comparisons.get(j, i).unwrap_or(f64::NAN));
                    let what = format!(
                        "\"{own}\" is {ratio} times \"{name}\", but in row {} \"{name}\" is {reverse} times \"{own}\"",
                        rows[j].row
                    );
                    return Err(fault(Flaw::new(what, "make them reciprocal, or leave one of the two empty")));
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
            let too_far = |_| Flaw::new(format!("{ratio} is no ratio that can be used"), ratios());
            comparisons.set(i, j, ratio).map_err(too_far).map_err(fault)?;
        }
    }
    Ok(comparisons)
}

fn ratios() -> String {
    format!("give a number from {LEAST} to {GREATEST}, or a fraction such as 1/3")
}

fn cell(sheet: &Sheet, row: &Record, j: usize) -> Result<Option<f64>, Flaw> {
    let Some(text) = row.cells.get(j + 1) else { return Ok(None) };
    match sheet.number(text)? {
        Some(ratio) if !(LEAST..=GREATEST).contains(&ratio) => {
            Err(Flaw::new(format!("\"{}\" is no ratio that can be used", text.trim()), ratios()))
        }
        ratio => Ok(ratio),
    }
}

/// The rows in the order of the columns.
fn rows_by_name<'a>(sheet: &'a Sheet<'a>, names: &[String]) -> Result<Vec<&'a Record<'a>>, Fault> {
    let mut rows: Vec<Option<&Record>> = vec![None; names.len()];
    for row in &sheet.rows {
        let name = row.cells[0].trim();
        let Some(at) = names.iter().position(|known| known == name) else {
            let what = format!("the row is called \"{name}\", as no column is");
            return Err(row_fault(row, what, format!("call it one of {}", names.join(", "))));
        };
        if let Some(first) = rows[at].replace(row) {
            let what = format!("rows {} and {} are both called \"{name}\"", first.row, row.row);
            return Err(row_fault(row, what, "keep one of them"));
        }
        if row.cells.len() > names.len() + 1 {
            let what = format!("the row has {} cells, the header {}", row.cells.len(), names.len() + 1);
            return Err(row_fault(row, what, "give each row as many cells as the header"));
        }
    }
    let missing = rows.iter().position(Option::is_none);
    if let Some(at) = missing {
        let what = format!("there is no row \"{}\", but a column", names[at]);
        return Err(row_fault(&sheet.head, what, "add a row for each column; its cells may be empty"));
    }
    Ok(rows.into_iter().flatten().collect())
}
