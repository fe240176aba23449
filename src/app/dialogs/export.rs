//! Which format to export.

use eframe::egui::{Atom, Button, RichText, Ui, vec2};

use super::{Answer, buttons_ui, has_nobody};
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
    let mut nobody = has_nobody(ui);
    for format in Format::ALL.into_iter().filter(|format| format.can_write()) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            // As wide as the longest, with the words on the left.
            let words = (format!("{}…", format.name()), Atom::grow());
            let button = ui.add(Button::new(words).min_size(vec2(210.0, 0.0)));
            if std::mem::take(&mut nobody) {
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
