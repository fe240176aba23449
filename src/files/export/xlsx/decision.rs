//! `Decision`: what it is about, how it was computed, and how to use the file.

use rust_xlsxwriter::{Url, XlsxError};

use super::content::Content;
use super::layout::{self, NAME};
use super::matrix::sources;
use super::sheet::{Sheet, column, row};
use super::text::{legible, lines};

const WIDTH: usize = 108;

/// The most of a text that one row shows in full: Excel's rows grow no higher than 27 lines.
const PARAGRAPH: usize = 20 * WIDTH;

const METHOD: &str = "Weighted sum of values, the additive value model (Fishburn 1967; Keeney & Raiffa 1976): each score becomes a \
    value of 0 to 100, weights sum to 100 %, and the overall value is the weighted mean of the values. Options within 1e-12 of \
    each other share a rank.";

const MISSING: &str = "A missing score is left out, and the weights of the other criteria are renormalised for that option. The \
    coverage says how much of the weight its overall value rests on.";

/// Where the next row goes.
struct Page<'s, 'a> {
    sheet: &'s mut Sheet<'a>,
    row: usize,
}

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let about = &content.document.about;
    sheet.width(NAME, 24)?;
    sheet.width(NAME + 1, WIDTH)?;
    sheet.hide_ids()?;
    let title = if about.title.trim().is_empty() { "Decision" } else { &about.title };
    sheet.title(&title.replace(['\r', '\n'], " "), "")?;
    let mut page = Page { sheet, row: 2 };
    page.entry("Question", &about.question)?;
    if content.is_live {
        page.answer(content)?;
    }
    page.entry("Context", &about.context)?;
    page.entry("Authors", &about.authors.join("\n"))?;
    page.entry("Sources", &sources(&about.sources))?;
    page.heading("How it was computed")?;
    page.entry("Method", METHOD)?;
    page.entry("Missing scores", MISSING)?;
    page.entry("Date", content.date)?;
    page.entry("Program", &format!("Counterpoise {}", env!("CARGO_PKG_VERSION")))?;
    page.heading("How to use this file")?;
    if content.is_live {
        page.legend()?;
    } else {
        page.entry(
            "Figures",
            &format!(
                "With {} options and {} criteria this file holds figures instead of formulas: it does not follow changes. \
                 Formulas are written for up to 1,000 options, 200 criteria and 50,000 scores.",
                content.options(),
                content.criteria()
            ),
        )?;
    }
    page.contents(content)
}

impl Page<'_, '_> {
    fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.text(self.row + 1, NAME, text, &self.sheet.styles.heading)?;
        self.row += 2;
        Ok(())
    }

    /// A label and a text, which takes a row for each of its paragraphs; nothing where there is no text.
    fn entry(&mut self, label: &str, text: &str) -> Result<(), XlsxError> {
        let styles = self.sheet.styles;
        if text.trim().is_empty() {
            return Ok(());
        }
        for (number, paragraph) in paragraphs(text).into_iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            self.sheet.text(self.row, NAME, label, &styles.prose.clone().set_bold())?;
            self.sheet.text(self.row, NAME + 1, &paragraph, &styles.prose)?;
            self.fit(&paragraph)?;
            self.row += 1;
        }
        Ok(())
    }

    fn fit(&mut self, text: &str) -> Result<(), XlsxError> {
        let lines = u32::try_from(lines(text, WIDTH - 8).min(26)).unwrap_or(1);
        self.sheet.inner.set_row_height(row(self.row), 15 * lines + 3)?;
        Ok(())
    }

    /// The sentence on `Result`, which follows every change.
    fn answer(&mut self, content: &Content) -> Result<(), XlsxError> {
        let styles = self.sheet.styles;
        self.sheet.text(self.row, NAME, "Answer", &styles.prose.clone().set_bold())?;
        let sentence = super::reference::on(layout::RESULT, &super::reference::fixed(2, NAME));
        let said = super::result::sentence(content);
        self.sheet.formula(self.row, NAME + 1, &sentence, said.as_str(), &styles.prose.clone().set_bold())?;
        self.fit(&said)?;
        self.row += 1;
        Ok(())
    }

    /// What an input looks like, and what else there is to know.
    fn legend(&mut self) -> Result<(), XlsxError> {
        let styles = self.sheet.styles;
        self.sheet.text(self.row, NAME, "for typing", &styles.input)?;
        let text = "Cells that look like this are yours: scores on Matrix, points, locks and the choice of a viewpoint on \
                    Weights, ends and value functions on Scales, the criterion on Sensitivity. Everything else follows at \
                    once, the charts too.";
        self.sheet.text(self.row, NAME + 1, text, &styles.prose)?;
        self.fit(text)?;
        self.row += 1;
        self.entry(
            "Protection",
            "All other cells are protected, without a password, so that no formula is lost by accident.",
        )?;
        self.entry(
            "Ranges",
            "4..6 says that the score is anywhere between, and counts as the middle; 6..7..8 is low, likely and high, and \
             counts as the likely one. What cannot be read turns red and counts as missing.",
        )?;
        self.entry("Back again", "Counterpoise opens this file with all it holds, and with what was typed here.")
    }

    /// A link to each sheet.
    fn contents(&mut self, content: &Content) -> Result<(), XlsxError> {
        let all = [
            (layout::MATRIX, "options by criteria, scores as typed; reasons and evidence are in the notes"),
            (layout::WEIGHTS, "the value tree: points, shares and overall weights; viewpoints to choose from"),
            (layout::SCALES, "what the value functions are made of"),
            (layout::VALUES, "the value of every score, by formula"),
            (layout::RESULT, "overall values, ranks and contributions, with a chart"),
            (layout::SENSITIVITY, "one weight against all overall values, with a chart"),
            (layout::ROBUSTNESS, "how often each option takes each rank when little is known; figures"),
            (layout::CHECKS, "what a good analyst would point out; as of the export"),
            (layout::PEOPLE, "each person’s weights and overall values"),
        ];
        self.heading("Sheets")?;
        let styles = self.sheet.styles;
        for (name, text) in all {
            let is_there = match name {
                layout::VALUES | layout::SENSITIVITY => content.is_live,
                layout::ROBUSTNESS => content.robustness.is_some(),
                layout::PEOPLE => content.is_live && !content.document.people.is_empty(),
                _ => true,
            };
            if is_there {
                let link = Url::new(format!("internal:{name}!A1")).set_text(name);
                let format = styles.prose.clone().set_font_color(super::palette::LIGHT.accent).set_bold();
                self.sheet.inner.write_url_with_format(row(self.row), column(NAME), link, &format)?;
                self.sheet.text(self.row, NAME + 1, text, &styles.prose)?;
                self.row += 1;
            }
        }
        Ok(())
    }
}

/// The paragraphs of a text, long ones in parts.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for paragraph in text.split('\n').map(str::trim_end).filter(|paragraph| !paragraph.trim().is_empty()) {
        let mut rest = paragraph;
        while rest.len() > PARAGRAPH {
            let most = rest.floor_char_boundary(PARAGRAPH);
            let end = rest[..most].rfind(' ').filter(|&end| end > 0).unwrap_or(most);
            found.push(legible(&rest[..end]).into_owned());
            rest = rest[end..].trim_start();
        }
        found.push(legible(rest).into_owned());
    }
    found
}
