//! A table in Markdown, to be read by people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::matrix::{self, Kind, Row};
use super::{Export, Task};
use crate::model::Document;

/// Writes title, question and the matrix, its columns aligned in the source as well.
pub struct Markdown;

impl Export for Markdown {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()> {
        let about = &task.document.about;
        if !about.title.is_empty() {
            writeln!(out, "# {}\n", line(&about.title))?;
        }
        if !about.question.is_empty() {
            writeln!(out, "{}\n", paragraph(&about.question))?;
        }
        table(&rows(task.document), 1, out)
    }
}

/// The rows of the matrix, escaped; what is known of the criteria stands out.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let row = |row: Row| {
        let head = if row.kind == Kind::About { format!("*{}*", row.head) } else { line(&row.head) };
        std::iter::once(head).chain(row.cells.iter().map(|cell| line(cell))).collect()
    };
    matrix::rows(document).into_iter().map(row).collect()
}

/// A paragraph: [`line`], but for what only begins something where a line begins, such as a list.
fn paragraph(text: &str) -> String {
    let line = line(text);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[digits..].chars().next() {
        Some('+' | '-' | '=') if digits == 0 => format!("\\{line}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line,
    }
}

/// `text` on one line, with what Markdown would take for its own marked as text.
#[must_use]
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.trim().replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\r' => line.push_str("<br>"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '&' => line.extend(['\\', letter]),
            letter => line.push(letter),
        }
    }
    line
}

/// Writes a table of escaped cells, the first row its header. So many columns of `words` from the left stand to the left;
/// figures stand to the right.
pub fn table(rows: &[Vec<String>], words: usize, out: &mut dyn Write) -> io::Result<()> {
    let columns = rows.first().map_or(0, Vec::len);
    // Three is the least that the line below the header needs.
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0).max(3);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for (at, row) in rows.iter().enumerate() {
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let space = " ".repeat(width - cell.width());
            if column < words { write!(out, "| {cell}{space} ")? } else { write!(out, "| {space}{cell} ")? }
        }
        writeln!(out, "|")?;
        if at == 0 {
            for (column, width) in widths.iter().enumerate() {
                let dashes = "-".repeat(width - 1);
                if column < words { write!(out, "| :{dashes} ")? } else { write!(out, "| {dashes}: ")? }
            }
            writeln!(out, "|")?;
        }
    }
    Ok(())
}
