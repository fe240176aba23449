//! A result as rows and columns.

use std::io::{self, Write};

use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

use super::error::CliError;
use super::output::{self, plain};
use crate::files::csv::io_error;
use crate::files::formula::guard;
use crate::files::markdown;

/// Rows of cells under a header, all of the same length.
pub struct Table<'a> {
    pub head: Vec<&'a str>,
    /// So many columns from the left hold words and stand to the left; figures stand to the right.
    pub words: usize,
    pub rows: Vec<Vec<String>>,
}

impl Table<'_> {
    /// Writes it for a terminal. `style` says how a row looks.
    pub fn write(&self, out: &mut dyn Write, style: impl Fn(usize) -> Style) -> io::Result<()> {
        let rows: Vec<Vec<String>> = self.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
        let width = |column: usize| {
            let cells = rows.iter().map(|row| row[column].width());
            cells.max().unwrap_or(0).max(self.head[column].width())
        };
        let widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        let head: Vec<String> = self.head.iter().map(|&name| name.to_owned()).collect();
        self.line(out, &head, &widths, Style::new().dimmed())?;
        for (at, row) in rows.iter().enumerate() {
            self.line(out, row, &widths, style(at))?;
        }
        Ok(())
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
            let mut writer = csv::Writer::from_writer(out);
            writer.write_record(&self.head).map_err(io_error)?;
            for row in &self.rows {
                writer.write_record(row.iter().map(|cell| guard(cell).into_owned())).map_err(io_error)?;
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
