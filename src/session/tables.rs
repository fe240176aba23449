//! The ranking and the matrix as tables for the clipboard.

use super::{RankingHead, Session};
use crate::files::formula::guard;
use crate::files::html_table::{self, Look, Table};
use crate::files::{self, Format};
use crate::text::numbers;

impl Session {
    /// Rank, option, overall value of 0 to 100 and coverage, separated by tabs, best first. No name can run as a formula
    /// where it is pasted.
    #[must_use]
    pub fn ranking_text(&self) -> String {
        let lines = self.ranking_rows(|value| format!("{}", value * 100.0));
        let line = |[rank, name, value, scored]: [String; 4]| {
            format!("{rank}\t{}\t{value}\t{scored}\n", guard(&one_cell(&name)))
        };
        std::iter::once("rank\toption\tvalue\tscored\n".to_owned()).chain(lines.into_iter().map(line)).collect()
    }

    /// The same as a table in HTML, values as whole numbers: for the clipboard beside [`Session::ranking_text`].
    #[must_use]
    pub fn ranking_html(&self) -> String {
        let mut table = Table::new(2);
        let heads = [RankingHead::Rank, RankingHead::Option, RankingHead::Value, RankingHead::Scored];
        table.row(Look::Head, heads.map(RankingHead::text));
        for row in self.ranking_rows(numbers::value) {
            table.row(Look::Body, row.iter().map(String::as_str));
        }
        table.finish()
    }

    /// The whole matrix as tab-separated decision CSV: a spreadsheet takes it, and so does this program.
    #[must_use]
    pub fn matrix_text(&self) -> String {
        files::to_string(&self.document, Format::Tsv).unwrap_or_default()
    }

    /// The same as a table in HTML, weights in per cent: for the clipboard beside [`Session::matrix_text`].
    #[must_use]
    pub fn matrix_html(&self) -> String {
        html_table::of_matrix(&self.document)
    }

    /// Rank, option, overall value and coverage, best first; no value where nothing is scored.
    fn ranking_rows(&self, figure: impl Fn(f64) -> String) -> Vec<[String; 4]> {
        let model = self.model();
        let row = |&row: &u32| {
            let row = row as usize;
            let value = model.values()[row];
            [
                model.ranking().label(row),
                self.document.alternatives[row].name.clone(),
                if value.is_nan() { String::new() } else { figure(value) },
                numbers::percent(model.coverage()[row]),
            ]
        };
        model.ranking().order().iter().map(row).collect()
    }
}

/// A name that stays in its cell.
fn one_cell(name: &str) -> String {
    name.replace(['\t', '\n', '\r'], " ")
}
