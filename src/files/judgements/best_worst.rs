//! The judgements of the best-worst method: four rows below a header of names.

use super::super::Fault;
use super::super::notation::Flaw;
use super::{Record, Sheet, cell_fault, row_fault};
use crate::elicit::best_worst::{BestWorst, GREATEST};

const ROWS: [&str; 4] = ["best", "worst", "best-to-others", "others-to-worst"];

pub fn read(text: &str) -> Result<BestWorst, Fault> {
    let sheet = Sheet::read(text, "criterion,Price,Comfort,Looks")?;
    let [best, worst, best_to_others, others_to_worst] = rows(&sheet)?;
    // The header may begin with a word above the rows' own, or at once with the names.
    let longest = best_to_others.cells.len().max(others_to_worst.cells.len());
    let first = usize::from(sheet.head.cells.len() >= longest);
    let names = sheet.names(first)?;
    Ok(BestWorst {
        best: chosen(best, &names)?,
        worst: chosen(worst, &names)?,
        best_to_others: grades(&sheet, best_to_others, &names)?,
        others_to_worst: grades(&sheet, others_to_worst, &names)?,
        names,
    })
}

fn rows<'a>(sheet: &'a Sheet<'a>) -> Result<[&'a Record<'a>; 4], Fault> {
    let mut rows: [Option<&Record>; 4] = [None; 4];
    for row in &sheet.rows {
        let word = row.cells[0].trim();
        let Some(at) = ROWS.iter().position(|known| known.eq_ignore_ascii_case(word)) else {
            let remedy = format!("begin it with one of {}", ROWS.join(", "));
            return Err(row_fault(row, format!("no row is called \"{word}\""), remedy));
        };
        if let Some(before) = rows[at].replace(row) {
            let what = format!("{word} was already given in row {}", before.row);
            return Err(row_fault(row, what, "keep one of the two"));
        }
    }
    let missing: Vec<&str> =
        ROWS.into_iter().zip(rows).filter(|(_, row)| row.is_none()).map(|(word, _)| word).collect();
    match rows {
        [Some(best), Some(worst), Some(best_to_others), Some(others_to_worst)] => {
            Ok([best, worst, best_to_others, others_to_worst])
        }
        _ => Err(row_fault(&sheet.head, format!("there is no row {}", missing.join(", ")), "add it below the header")),
    }
}

/// The place of the name that a row chooses.
fn chosen(row: &Record, names: &[String]) -> Result<usize, Fault> {
    let (word, name) = (row.cells[0].trim(), row.cells.get(1).map_or("", |cell| cell.trim()));
    let exact = names.iter().position(|known| known == name);
    exact.or_else(|| names.iter().position(|known| known.to_lowercase() == name.to_lowercase())).ok_or_else(|| {
        let what = format!("{word} names \"{name}\", which is not in the header");
        row_fault(row, what, format!("name one of {}", names.join(", ")))
    })
}

/// A number for each name.
fn grades(sheet: &Sheet, row: &Record, names: &[String]) -> Result<Vec<f64>, Fault> {
    if row.cells.len() > names.len() + 1 {
        let what = format!("the row has {} grades for {} names", row.cells.len() - 1, names.len());
        return Err(row_fault(row, what, "give one for each name"));
    }
    let grade = |(at, name): (usize, &String)| {
        let cell = row.cells.get(at + 1).map_or("", |cell| cell.trim());
        let number = sheet.number(cell).and_then(|number| match number {
            Some(number) if (1.0..=GREATEST).contains(&number) => Ok(number),
            Some(_) => Err(Flaw::new(format!("\"{cell}\" is no grade"), format!("give a number from 1 to {GREATEST}"))),
            None => Err(Flaw::new("there is no grade", format!("give a number from 1 to {GREATEST}"))),
        });
        number.map_err(|flaw| cell_fault(row, at + 1, name, flaw))
    };
    names.iter().enumerate().map(grade).collect()
}
