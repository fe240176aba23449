//! Which format to export.

use eframe::egui::{RichText, Ui};

use super::{Answer, buttons_ui};
use crate::files::Format;

fn note(format: Format) -> &'static str {
    match format {
        Format::Ron => "everything, to go on with in Counterpoise",
        Format::Json => "everything, for other programs",
        Format::Csv => "scores, weights, groups, units and ranges, for spreadsheets and scripts",
        Format::Tsv => "the same, separated by tabs",
        Format::Xlsx => "a workbook that answers when weights and scores change; everything to go on with",
        Format::Markdown => "a table to read",
    }
}

pub fn export_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading("Export the matrix");
    let mut chosen = None;
    for format in Format::ALL.into_iter().filter(|format| format.can_write()) {
        ui.horizontal(|ui| {
            let button = ui.button(format!("{}…", format.name()));
            if ui.memory(|memory| memory.focused().is_none()) {
                button.request_focus();
            }
            if button.clicked() {
                chosen = Some(Answer::Export(format));
            }
            ui.label(RichText::new(note(format)).small().weak());
        });
    }
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::Cancel);
    chosen.or(cancelled)
}
