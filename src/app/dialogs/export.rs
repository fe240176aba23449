//! Which format to export.

use eframe::egui::{ScrollArea, Ui};

use super::{Answer, buttons_ui, choice_ui, has_nobody};
use crate::files::Format;

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

pub fn export_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading("Export the matrix");
    let mut chosen = None;
    let mut nobody = has_nobody(ui);
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (format, note) in Format::ALL.into_iter().filter_map(|format| Some((format, note(format)?))) {
            let note = format!(".{}: {note}", format.extension());
            if choice_ui(ui, format.name(), &note, &format!("{} {note}", format.name()), &mut nobody).clicked() {
                chosen = Some(Answer::Export(format));
            }
        }
    });
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::Cancel);
    chosen.or(cancelled)
}
