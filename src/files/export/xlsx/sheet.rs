//! A sheet being filled.

use rust_xlsxwriter::{
    Chart, ConditionalFormat, ConditionalFormat2ColorScale, ConditionalFormatDataBar, ConditionalFormatFormula,
    ConditionalFormatType, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, Note,
    ProtectionOptions, Worksheet, XlsxError,
};

use super::layout;
use super::palette::{LIGHT, Token};
use super::styles::Styles;
use super::text::{legible, lines};
use crate::files::notation;

/// A worksheet, with the looks that all of them share.
pub struct Sheet<'a> {
    pub inner: &'a mut Worksheet,
    pub styles: &'a Styles,
}

/// Rows and columns from the first to the last, both included.
#[derive(Clone, Copy)]
pub struct Block {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

/// The result of a formula, for readers that do not calculate.
pub struct Cached(String);

impl From<f64> for Cached {
    /// A number that is none stands for an empty text.
    fn from(x: f64) -> Self {
        Self(if x.is_finite() { notation::number(x) } else { String::new() })
    }
}

impl From<usize> for Cached {
    fn from(x: usize) -> Self {
        Self(x.to_string())
    }
}

impl From<&str> for Cached {
    fn from(text: &str) -> Self {
        // The library takes what looks like a number, a truth or an error for one, and "inf" would spoil the file. A
        // joiner of no width keeps it a text.
        let text = legible(text);
        let is_special = text.parse::<f64>().is_ok() || matches!(&*text, "TRUE" | "FALSE") || text.starts_with('#');
        Self(if is_special { format!("\u{2060}{text}") } else { text.into_owned() })
    }
}

impl Cached {
    pub fn truth(truth: bool) -> Self {
        Self(if truth { "TRUE" } else { "FALSE" }.into())
    }

    /// What a chart leaves out.
    pub fn not_available() -> Self {
        Self("#N/A".into())
    }
}

pub fn row(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

pub fn column(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// Whether a spreadsheet can hold the number.
pub fn is_writable(x: f64) -> bool {
    x.abs() < 1e308
}

impl<'a> Sheet<'a> {
    /// With what all sheets share: protection, and how they are printed.
    pub fn new(inner: &'a mut Worksheet, styles: &'a Styles) -> Self {
        let options = ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::new()
        };
        inner.protect_with_options(&options);
        inner.set_screen_gridlines(false);
        // Where the result of a formula is an empty text.
        inner.set_formula_result_default("");
        inner.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
        inner.set_footer("&L&8&F&C&8&A&R&8&P / &N");
        Self { inner, styles }
    }

    /// What the sheet is called at its top, and what it is for.
    pub fn title(&mut self, title: &str, hint: &str) -> Result<(), XlsxError> {
        self.inner.set_row_height(0, 30)?;
        self.inner.set_row_height(1, 18)?;
        self.text(0, layout::NAME, title, &self.styles.title)?;
        self.text(1, layout::NAME, hint, &self.styles.hint)
    }

    /// Hides the column of ids.
    pub fn hide_ids(&mut self) -> Result<(), XlsxError> {
        self.inner.set_column_hidden(column(layout::ID))?;
        Ok(())
    }

    /// A text, whatever it begins with.
    pub fn text(&mut self, at: usize, col: usize, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.inner.write_string_with_format(row(at), column(col), legible(text), format)?;
        Ok(())
    }

    /// A number, as text where a spreadsheet cannot hold it, and nothing where it is none.
    pub fn number(&mut self, at: usize, col: usize, x: f64, format: &Format) -> Result<(), XlsxError> {
        if x.is_nan() {
            self.inner.write_blank(row(at), column(col), format)?;
        } else if is_writable(x) {
            self.inner.write_number_with_format(row(at), column(col), x, format)?;
        } else {
            self.text(at, col, &notation::number(x), format)?;
        }
        Ok(())
    }

    /// A formula without the equals sign, with its result.
    pub fn formula(
        &mut self,
        at: usize,
        col: usize,
        formula: &str,
        result: impl Into<Cached>,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(formula).set_result(result.into().0);
        self.inner.write_formula_with_format(row(at), column(col), formula, format)?;
        Ok(())
    }

    /// A text over several cells of one row.
    pub fn across(&mut self, at: usize, columns: (usize, usize), text: &str, format: &Format) -> Result<(), XlsxError> {
        if columns.0 == columns.1 {
            return self.text(at, columns.0, text, format);
        }
        self.inner.merge_range(row(at), column(columns.0), row(at), column(columns.1), &legible(text), format)?;
        Ok(())
    }

    /// Makes room for the longest of some wrapped texts, within six lines.
    pub fn fit_row<'t>(
        &mut self,
        at: usize,
        texts: impl IntoIterator<Item = (&'t str, usize)>,
    ) -> Result<(), XlsxError> {
        let most = texts.into_iter().map(|(text, width)| lines(text, width)).max().unwrap_or(1).min(6);
        if most > 1 {
            let lines = u32::try_from(most).unwrap_or(6);
            self.inner.set_row_height(row(at), 15 * lines + 4)?;
        }
        Ok(())
    }

    pub fn width(&mut self, col: usize, width: usize) -> Result<(), XlsxError> {
        self.inner.set_column_width(column(col), u32::try_from(width).unwrap_or(60))?;
        Ok(())
    }

    pub fn widths(&mut self, columns: (usize, usize), width: usize) -> Result<(), XlsxError> {
        let width = u32::try_from(width).unwrap_or(60);
        self.inner.set_column_range_width(column(columns.0), column(columns.1), width)?;
        Ok(())
    }

    /// The rows above `at` and the columns left of `col` stay in sight, and are printed on every page.
    pub fn freeze(&mut self, at: usize, col: usize, repeated: (usize, usize)) -> Result<(), XlsxError> {
        self.inner.set_freeze_panes(row(at), column(col))?;
        self.inner.set_repeat_rows(row(repeated.0), row(repeated.1))?;
        if col > 0 {
            self.inner.set_repeat_columns(0, column(col - 1))?;
        }
        Ok(())
    }

    pub fn hide(&mut self, columns: (usize, usize)) -> Result<(), XlsxError> {
        self.inner.set_column_range_hidden(column(columns.0), column(columns.1))?;
        Ok(())
    }

    pub fn note(&mut self, at: usize, col: usize, text: &str) -> Result<(), XlsxError> {
        let text = legible(text.trim());
        if text.is_empty() {
            return Ok(());
        }
        let height = u32::try_from(lines(&text, 48).min(24)).unwrap_or(24) * 17 + 20;
        let note = Note::new(text).add_author_prefix(false).set_width(320).set_height(height);
        self.inner.insert_note(row(at), column(col), &note)?;
        Ok(())
    }

    fn condition(&mut self, block: Block, condition: &(impl ConditionalFormat + Send + Sync)) -> Result<(), XlsxError> {
        let Block { rows, columns } = block;
        self.inner.add_conditional_format(row(rows.0), column(columns.0), row(rows.1), column(columns.1), condition)?;
        Ok(())
    }

    /// A tint that grows from 0 to `most`.
    pub fn tint(&mut self, block: Block, most: f64, hue: Token) -> Result<(), XlsxError> {
        let scale = ConditionalFormat2ColorScale::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_minimum_color(rust_xlsxwriter::Color::White)
            .set_maximum(ConditionalFormatType::Number, most)
            .set_maximum_color(hue.tint(0.45));
        self.condition(block, &scale)
    }

    /// Bars from 0 to `most` behind numbers.
    pub fn bars(&mut self, block: Block, most: f64) -> Result<(), XlsxError> {
        let bars = ConditionalFormatDataBar::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_maximum(ConditionalFormatType::Number, most)
            .set_fill_color(LIGHT.accent.tint(0.35))
            .set_solid_fill(true)
            .set_border_off(true);
        self.condition(block, &bars)
    }

    /// Another look where a formula, written for the first cell, holds.
    pub fn look(&mut self, block: Block, formula: &str, format: Format) -> Result<(), XlsxError> {
        self.condition(block, &ConditionalFormatFormula::new().set_rule(formula).set_format(format))
    }

    fn validate(&mut self, block: Block, validation: &DataValidation) -> Result<(), XlsxError> {
        let Block { rows, columns } = block;
        self.inner.add_data_validation(row(rows.0), column(columns.0), row(rows.1), column(columns.1), validation)?;
        Ok(())
    }

    /// A choice from cells.
    pub fn choice(&mut self, block: Block, list: &str, message: &str) -> Result<(), XlsxError> {
        let validation = DataValidation::new()
            .allow_list_formula(Formula::new(list))
            .set_error_title("Not in the list")?
            .set_error_message(cut(message, 225))?;
        self.validate(block, &validation)
    }

    /// Numbers of 0 or more.
    pub fn not_negative(&mut self, block: Block) -> Result<(), XlsxError> {
        let validation = DataValidation::new()
            .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            .set_error_title("Points")?
            .set_error_message("Give a number of 0 or more.")?;
        self.validate(block, &validation)
    }

    /// What a formula, written for the first cell, holds of; anything else after a question.
    pub fn expect(&mut self, block: Block, formula: &str, prompt: &str, message: &str) -> Result<(), XlsxError> {
        let validation = DataValidation::new()
            .allow_custom(Formula::new(formula))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_input_message(cut(prompt, 255))?
            .set_error_title("Is this right?")?
            .set_error_message(cut(message, 225))?;
        self.validate(block, &validation)
    }

    pub fn chart(&mut self, at: usize, col: usize, chart: &Chart) -> Result<(), XlsxError> {
        self.inner.insert_chart(row(at), column(col), chart)?;
        Ok(())
    }
}

/// At most so many letters, which for messages is all there is room for.
fn cut(text: &str, most: usize) -> String {
    let text = legible(text);
    if text.encode_utf16().count() <= most {
        return text.into_owned();
    }
    let mut units = 1;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= most
    };
    text.chars().take_while(fits).chain(['…']).collect()
}
