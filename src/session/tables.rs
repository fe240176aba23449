//! The ranking and the matrix as tables for the clipboard.

use std::fmt::Write as _;

use super::Session;
use crate::analysis::figures;
use crate::files::{self, Format};

impl Session {
    /// Rank, option, overall value of 0 to 100 and coverage, separated by tabs, best first.
    #[must_use]
    pub fn ranking_text(&self) -> String {
        let derived = self.derived();
        let mut text = String::from("rank\toption\tvalue\tscored\n");
        for &row in derived.ranking().order() {
            let row = row as usize;
            let name = one_cell(&self.document.alternatives[row].name);
            let (rank, value) = (derived.ranking().label(row), derived.values()[row]);
            let value = if value.is_nan() { String::new() } else { format!("{}", value * 100.0) };
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{rank}\t{name}\t{value}\t{}", figures::percent(derived.coverage()[row]));
        }
        text
    }

    /// The whole matrix as tab-separated decision CSV: a spreadsheet takes it, and so does this program.
    #[must_use]
    pub fn matrix_text(&self) -> String {
        files::to_string(&self.document, Format::Tsv).unwrap_or_default()
    }
}

/// A name that stays in its cell.
fn one_cell(name: &str) -> String {
    name.replace(['\t', '\n', '\r'], " ")
}
