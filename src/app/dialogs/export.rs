//! Which format to export.

use std::sync::LazyLock;

use eframe::egui::Ui;

use super::{Answer, Choice, buttons_ui, choices_ui};
use crate::files::Format;
use crate::session::lifecycle;

/// What the format is good for; None for what is only read.
fn note(format: Format) -> Option<&'static str> {
    Some(match format {
        Format::Ron => "everything, to go on with in Counterpoise",
        Format::Json => "everything, for other programs",
        Format::Xlsx => "weights, values, ranking and charts as formulas that follow every change",
        Format::Html => "one file for the browser: its reader moves the weights and sees the ranking answer",
        Format::Csv => "scores, weights, groups, units and ranges, for spreadsheets and scripts",
        Format::Tsv => "the same, separated by tabs",
        Format::Markdown => "a table to read",
        Format::Xmcda => "for the programs of Decision Deck: criteria, scores, weights, ranks and values",
        Format::Ods | Format::Xls => return None,
    })
}

/// The formats that are written, with what they are good for, and both as a screen reader says it.
static LIST: LazyLock<Vec<(Format, String, String)>> = LazyLock::new(|| {
    let written = Format::ALL.into_iter().filter_map(|format| Some((format, note(format)?)));
    written
        .map(|(format, note)| {
            let note = format!(".{}: {note}", format.extension());
            let spoken = format!("{} {note}", format.name());
            (format, note, spoken)
        })
        .collect()
});

pub fn export_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading("Export the matrix");
    let choices = LIST.iter().map(|(format, note, spoken)| Choice { name: format.name(), note, spoken });
    let chosen = choices_ui(ui, choices).map(|at| Answer::To(lifecycle::Answer::Format(LIST[at].0)));
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::CANCEL);
    chosen.or(cancelled)
}
