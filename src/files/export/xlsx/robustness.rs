//! `Robustness`: what the program simulated; figures, which do not follow the formulas.

use rust_xlsxwriter::XlsxError;

use super::content::Content;
use super::layout::NAME;
use super::matrix::{OPTION_WIDTH, WIDTH};
use super::palette::LIGHT;
use super::sheet::{Block, Sheet};
use crate::analysis::robustness::Robustness;
use crate::text::Language;

const HEAD: usize = 5;

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let Some(robustness) = &content.robustness else { return Ok(()) };
    let styles = sheet.styles;
    sheet.width(NAME, OPTION_WIDTH)?;
    let widest = (content.options() + 2).max(content.criteria());
    sheet.widths((NAME + 1, NAME + widest), WIDTH)?;
    sheet.hide_ids()?;
    sheet.title("Robustness", "Figures of the program as of the export. They do not follow changes in this file.")?;
    let seed = robustness.seed;
    let error = Language::OF_FILES.numbers().fixed(robustness.standard_error * 100.0, 2);
    let said = format!(
        "SMAA-2 (Lahdelma & Salminen 2001): {} samples, seed {seed}; weights of which nothing is known, scores from their ranges. \
         Largest standard error {error} %.",
        robustness.samples,
    );
    sheet.text(2, NAME, &said, &styles.hint)?;
    let order = robustness.order();
    let name = |option: usize| content.document.alternatives[option].name.as_str();
    sheet.text(HEAD - 1, NAME, "How often each option takes each rank", &styles.heading)?;
    acceptability(content, sheet, robustness, &order)?;
    let central = HEAD + order.len() + 3;
    sheet.text(
        central - 1,
        NAME,
        "Central weights: the mean of those with which an option is first",
        &styles.heading,
    )?;
    sheet.text(central, NAME, "Option", &styles.head)?;
    sheet.fit_row(central, content.leaves.iter().map(|leaf| (leaf.name.as_str(), WIDTH - 3)))?;
    for (criterion, leaf) in content.leaves.iter().enumerate() {
        sheet.text(central, NAME + 1 + criterion, &leaf.name, &styles.leaf(content.hue(criterion)))?;
    }
    for (place, &option) in order.iter().enumerate() {
        let row = central + 1 + place;
        sheet.fit_row(row, [(name(option), OPTION_WIDTH)])?;
        sheet.text(row, NAME, name(option), &styles.bold)?;
        for criterion in 0..content.criteria() {
            let weights = robustness.standings[option].central_weights.as_ref();
            let weight = weights.map_or(f64::NAN, |weights| weights[criterion]);
            sheet.number(row, NAME + 1 + criterion, weight, &styles.percent)?;
        }
    }
    let pairs = central + order.len() + 3;
    sheet.text(pairs - 1, NAME, "How often the row is ahead of the column", &styles.heading)?;
    sheet.text(pairs, NAME, "Option", &styles.head)?;
    sheet.fit_row(pairs, order.iter().map(|&option| (name(option), WIDTH - 3)))?;
    for (place, &option) in order.iter().enumerate() {
        let row = pairs + 1 + place;
        sheet.text(pairs, NAME + 1 + place, name(option), &styles.head)?;
        sheet.fit_row(row, [(name(option), OPTION_WIDTH)])?;
        sheet.text(row, NAME, name(option), &styles.bold)?;
        for (other_place, &other) in order.iter().enumerate() {
            let share = if other == option { f64::NAN } else { robustness.winning(option, other) };
            sheet.number(row, NAME + 1 + other_place, share, &styles.percent)?;
        }
    }
    let block =
        |first: usize| Block { rows: (first + 1, first + order.len()), columns: (NAME + 1, NAME + order.len()) };
    sheet.tint(block(HEAD), 1.0, LIGHT.accent)?;
    sheet.tint(block(pairs), 1.0, LIGHT.accent)?;
    sheet.inner.set_freeze_panes(0, 2)?;
    Ok(())
}

fn acceptability(
    content: &Content,
    sheet: &mut Sheet,
    robustness: &Robustness,
    order: &[usize],
) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let ranks = order.len();
    sheet.text(HEAD, NAME, "Option", &styles.head)?;
    for rank in 1..=ranks {
        sheet.text(HEAD, NAME + rank, &format!("Rank {rank}"), &styles.head)?;
    }
    sheet.text(HEAD, NAME + ranks + 1, "Expected rank", &styles.head)?;
    sheet.text(HEAD, NAME + ranks + 2, "Confidence", &styles.head)?;
    for (place, &option) in order.iter().enumerate() {
        let (row, standing) = (HEAD + 1 + place, &robustness.standings[option]);
        let name = content.document.alternatives[option].name.as_str();
        sheet.fit_row(row, [(name, OPTION_WIDTH)])?;
        sheet.text(row, NAME, name, &styles.bold)?;
        for (rank, &share) in standing.acceptability.iter().enumerate() {
            sheet.number(row, NAME + 1 + rank, share, &styles.percent)?;
        }
        let format = styles.number.clone().set_num_format("0.00");
        sheet.number(row, NAME + ranks + 1, standing.expected_rank, &format)?;
        sheet.number(row, NAME + ranks + 2, standing.confidence.unwrap_or(f64::NAN), &styles.percent)?;
    }
    Ok(())
}
