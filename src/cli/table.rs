//! A result as rows and columns.

use std::io::{self, Write};

use anstyle::Style;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::bars::terminal_width;
use super::error::CliError;
use super::output::{self, plain};
use crate::files::csv::io_error;
use crate::files::formula::field;
use crate::files::markdown;

/// Words are not cut shorter than this, in cells.
const SHORTEST: usize = 12;

/// Rows of cells under a header, all of the same length.
pub struct Table<'a> {
    pub head: Vec<&'a str>,
    /// So many columns from the left hold words and stand to the left; figures stand to the right.
    pub words: usize,
    pub rows: Vec<Vec<String>>,
}

impl Table<'_> {
    /// Writes it for people. `style` says how a row looks. On a terminal that is too narrow for it, words are cut short, the
    /// longest first.
    pub fn write(&self, out: &mut dyn Write, style: impl Fn(usize) -> Style) -> io::Result<()> {
        self.write_within(terminal_width(), out, style)
    }

    fn write_within(&self, line: Option<usize>, out: &mut dyn Write, style: impl Fn(usize) -> Style) -> io::Result<()> {
        let mut rows: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
        let width = |column: usize| {
            let cells = rows.iter().map(|row| row[column].width());
            cells.max().unwrap_or(0).max(self.head[column].width())
        };
        let mut widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        if let Some(line) = line {
            self.narrow(&mut widths, line);
            for (column, &width) in widths.iter().enumerate().take(self.words) {
                for row in &mut rows {
                    cut(&mut row[column], width);
                }
            }
        }
        let head: Vec<String> = self.head.iter().map(|&name| name.to_owned()).collect();
        self.line(out, &head, &widths, Style::new().dimmed())?;
        for (at, row) in rows.iter().enumerate() {
            self.line(out, row, &widths, style(at))?;
        }
        Ok(())
    }

    /// Takes from the widest columns of words what a line has no room for.
    fn narrow(&self, widths: &mut [usize], line: usize) {
        let all: usize = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
        for _ in line..all {
            let words =
                (0..self.words.min(widths.len())).filter(|&at| widths[at] > SHORTEST.max(self.head[at].width()));
            let Some(widest) = words.max_by_key(|&at| widths[at]) else { return };
            widths[widest] -= 1;
        }
    }

    fn line(&self, out: &mut dyn Write, cells: &[String], widths: &[usize], style: Style) -> io::Result<()> {
        let mut line = String::new();
        for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let space = " ".repeat(width - cell.width());
            let between = if column == 0 { "" } else { "  " };
            let (left, right) = if column < self.words { ("", space.as_str()) } else { (space.as_str(), "") };
            line += &[between, left, cell, right].concat();
        }
        writeln!(out, "{style}{}{style:#}", line.trim_end())
    }

    /// Prints it as CSV, in which no text can run as a formula.
    pub fn print_csv(&self) -> Result<(), CliError> {
        output::result(|out| {
            // Quotes are those of `formula::field`.
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Never).from_writer(out);
            writer.write_record(self.head.iter().map(|head| field(head, ',').into_owned())).map_err(io_error)?;
            for row in &self.rows {
                writer.write_record(row.iter().map(|cell| field(cell, ',').into_owned())).map_err(io_error)?;
            }
            writer.flush()
        })
    }

    /// Prints it as a Markdown table.
    pub fn print_markdown(&self) -> Result<(), CliError> {
        let head = self.head.iter().map(|&name| name.to_owned()).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(|cell| markdown::line(cell)).collect());
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
        output::result(|out| markdown::table(&rows, self.words, out))
    }
}

/// Cuts `text` to `width` cells, which its last one shows.
fn cut(text: &mut String, width: usize) {
    if text.width() <= width {
        return;
    }
    let mut room = width.saturating_sub(1);
    let fits = |letter: &char| {
        let left = room.checked_sub(letter.width().unwrap_or(0));
        room = left.unwrap_or(room);
        left.is_some()
    };
    *text = text.chars().take_while(fits).collect::<String>() + "…";
}

#[cfg(test)]
mod tests {
    use anstyle::Style;

    use super::{Table, cut};

    #[test]
    fn a_narrow_terminal_cuts_the_longest_words() {
        let row = ["Український варіант із довгою назвою", "東京オプション東京オプション", "1 %"].map(str::to_owned);
        let table = Table { head: vec!["Option", "Who", "Weight"], words: 2, rows: vec![row.to_vec()] };
        let written = |line: Option<usize>| {
            let mut out = Vec::new();
            table.write_within(line, &mut out, |_| Style::new()).unwrap();
            anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
        };
        assert_eq!(
            written(None).lines().nth(1),
            Some("Український варіант із довгою назвою  東京オプション東京オプション     1 %")
        );
        assert_eq!(written(Some(80)), written(None));
        assert_eq!(written(Some(40)).lines().nth(1), Some("Український ва…  東京オプション…     1 %"));
        // Narrower it does not become.
        assert_eq!(written(Some(5)).lines().nth(1), Some("Український…  東京オプシ…      1 %"));
    }

    #[test]
    fn a_wide_letter_is_not_cut_in_half() {
        let mut text = "東京都".to_owned();
        cut(&mut text, 4);
        assert_eq!(text, "東…");
    }
}
