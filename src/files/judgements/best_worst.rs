//! The judgements of the best-worst method: four rows below a header of names.

use super::super::Fault;
use super::super::flaw::{Flaw, InText};
use super::{Record, Sheet, cell_fault, row_fault};
use crate::elicit::best_worst::{BestWorst, GREATEST};
use crate::text::{List, Nth};

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
            return Err(row_fault(row, InText::NoSuchRow { word: word.to_owned(), known: List::commas(ROWS) }));
        };
        if let Some(before) = rows[at].replace(row) {
            return Err(row_fault(row, InText::GivenTwice { word: word.to_owned(), row: Nth(before.row) }));
        }
    }
    let missing: Vec<&str> =
        ROWS.into_iter().zip(rows).filter(|(_, row)| row.is_none()).map(|(word, _)| word).collect();
    match rows {
        [Some(best), Some(worst), Some(best_to_others), Some(others_to_worst)] => {
            Ok([best, worst, best_to_others, others_to_worst])
        }
        _ => Err(row_fault(&sheet.head, InText::MissingRows { missing: List::commas(missing) })),
    }
}

/// The place of the name that a row chooses.
fn chosen(row: &Record, names: &[String]) -> Result<usize, Fault> {
    let (word, name) = (row.cells[0].trim(), row.cells.get(1).map_or("", |cell| cell.trim()));
    let exact = names.iter().position(|known| known == name);
    exact.or_else(|| names.iter().position(|known| known.to_lowercase() == name.to_lowercase())).ok_or_else(|| {
        let known = List::commas(names.iter().cloned());
        row_fault(row, InText::NotInHeader { word: word.to_owned(), name: name.to_owned(), known })
    })
}

/// A number for each name.
fn grades(sheet: &Sheet, row: &Record, names: &[String]) -> Result<Vec<f64>, Fault> {
    if row.cells.len() > names.len() + 1 {
        return Err(row_fault(row, InText::TooManyGrades { grades: row.cells.len() - 1, names: names.len() }));
    }
    let grade = |(at, name): (usize, &String)| {
        let cell = row.cells.get(at + 1).map_or("", |cell| cell.trim());
        let number = sheet.number(cell).and_then(|number| match number {
            Some(number) if (1.0..=GREATEST).contains(&number) => Ok(number),
            Some(_) => Err(Flaw::from(InText::NoGrade { text: cell.to_owned(), range: 1.0..=GREATEST })),
            None => Err(InText::GradeMissing { range: 1.0..=GREATEST }.into()),
        });
        number.map_err(|flaw| cell_fault(row, at + 1, name, flaw))
    };
    names.iter().enumerate().map(grade).collect()
}
