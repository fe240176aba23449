//! `Result` of a large decision: figures, best first.

use rust_xlsxwriter::XlsxError;

use super::content::Content;
use super::layout::{ID, NAME, result as at};
use super::sheet::Sheet;

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    sheet.width(NAME, 9)?;
    sheet.width(at::OPTION, 40)?;
    sheet.widths((at::OVERALL, at::COVERAGE), 14)?;
    sheet.hide_ids()?;
    sheet.title(
        "Result",
        "Overall values of 0 to 100, best first: figures, which do not follow changes in this file.",
    )?;
    for (number, name) in ["Rank", "Option", "Overall value", "Coverage"].into_iter().enumerate() {
        sheet.text(at::HEAD, NAME + number, name, &styles.head)?;
    }
    for (number, (option, _)) in content.model.ranking().iter().enumerate() {
        let row = at::FIRST + number;
        let alternative = &content.document.alternatives[option];
        if number % 4096 == 0 {
            content.report(0.5)?;
        }
        sheet.text(row, ID, alternative.id.as_str(), &styles.id)?;
        sheet.text(row, at::RANK, &content.model.ranking().label(option), &styles.rank)?;
        sheet.text(row, at::OPTION, &alternative.name, &styles.text)?;
        sheet.number(row, at::OVERALL, content.model.values()[option] * 100.0, &styles.overall)?;
        sheet.number(row, at::COVERAGE, content.model.coverage()[option], &styles.percent)?;
    }
    sheet.freeze(at::FIRST, at::OVERALL, (at::HEAD, at::HEAD))
}
