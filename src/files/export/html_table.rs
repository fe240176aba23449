//! Tables in HTML for the clipboard: what a word processor or a spreadsheet pastes.

use std::fmt::Write as _;

use super::html::escape;
use super::matrix::{self, Kind};
use crate::files::formula;
use crate::model::Document;

/// A table that grows row by row. Styles stand in the cells, because that is where Word, Writer and Calc look for them.
pub struct Table {
    html: String,
    /// So many columns from the left hold words and stand to the left; figures stand to the right.
    words: usize,
}

/// How a row looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Head,
    /// What is known of the columns.
    Aside,
    Body,
}

impl Table {
    #[must_use]
    pub fn new(words: usize) -> Self {
        let html = "<meta charset=\"utf-8\"><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" \
            style=\"border-collapse:collapse\">\n"
            .into();
        Self { html, words }
    }

    /// Adds a row; its first cell, or that of a head every one, heads its row or column.
    pub fn row<'a>(&mut self, look: Look, cells: impl IntoIterator<Item = &'a str>) {
        self.html.push_str("<tr>");
        for (column, cell) in cells.into_iter().enumerate() {
            self.cell(look, column, cell);
        }
        self.html.push_str("</tr>\n");
    }

    fn cell(&mut self, look: Look, column: usize, cell: &str) {
        let (tag, scope) = match (look, column) {
            (Look::Head, _) => ("th", " scope=\"col\""),
            (_, 0) => ("th", " scope=\"row\""),
            _ => ("td", ""),
        };
        let align = if column < self.words { "left" } else { "right" };
        let weight = if look == Look::Head { "bold" } else { "normal" };
        let ground = if look == Look::Body { "" } else { "background:#f0f0f0;" };
        // What is no number is marked as text in the way of Excel and of Calc, or it could run as a formula there. So is a
        // name that looks like a number, which is the last of the words.
        let is_name = look == Look::Head || column + 1 == self.words;
        let is_text = !cell.is_empty() && (is_name || !formula::is_number(cell));
        let (excel, calc) = if is_text { (";mso-number-format:'\\@'", " sdnum=\"1033;0;@\"") } else { ("", "") };
        // Writing to a string cannot fail.
        let _ = write!(
            self.html,
            "<{tag}{scope} align=\"{align}\"{calc} style=\"{ground}text-align:{align};font-weight:{weight}{excel}\">"
        );
        let text = escape::text(cell.trim()).replace("&#13;\n", "<br>").replace("&#13;", "<br>").replace('\n', "<br>");
        let _ = write!(self.html, "{text}</{tag}>");
    }

    #[must_use]
    pub fn finish(self) -> String {
        self.html + "</table>\n"
    }
}

/// The matrix with what is known of its criteria.
#[must_use]
pub fn of_matrix(document: &Document) -> String {
    let mut table = Table::new(1);
    for row in matrix::rows(document) {
        let look = match row.kind {
            Kind::Names => Look::Head,
            Kind::About => Look::Aside,
            Kind::Option => Look::Body,
        };
        table.row(look, std::iter::once(row.head.as_str()).chain(row.cells.iter().map(String::as_str)));
    }
    table.finish()
}
