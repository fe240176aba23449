//! Which format to export.

use eframe::egui::{Atom, Button, Grid, RichText, Ui, vec2};

use super::{Answer, buttons_ui};
use crate::files::Format;

fn note(format: Format) -> &'static str {
    match format {
        Format::Ron => "everything, to go on with in Counterpoise",
        Format::Json => "everything, for other programs",
        Format::Csv => "scores, weights, groups, units and ranges, for spreadsheets and scripts",
        Format::Tsv => "the same, separated by tabs",
        Format::Markdown => "a table to read",
    }
}

pub fn export_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading("Export the matrix");
    let mut chosen = None;
    Grid::new("formats").num_columns(2).spacing([12.0, 8.0]).show(ui, |ui| {
        for format in Format::ALL.into_iter().filter(|format| format.can_write()) {
            // As wide as the longest, with the words on the left.
            let words = (format!("{}…", format.name()), Atom::grow());
            let button = ui.add(Button::new(words).min_size(vec2(210.0, 0.0)));
            if ui.memory(|memory| memory.focused().is_none()) {
                button.request_focus();
            }
            if button.clicked() {
                chosen = Some(Answer::Export(format));
            }
            ui.label(RichText::new(note(format)).small().weak());
            ui.end_row();
        }
    });
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::Cancel);
    chosen.or(cancelled)
}
