//! Which format to export.

use eframe::egui::Ui;

use super::words::{ButtonLabel, DialogLabel, DialogMessage, FormatNote};
use super::{Answer, Choice, buttons_ui, choices_ui};
use crate::files::Format;
use crate::session::lifecycle;

/// What the format is good for; None for what is only read.
fn note(format: Format) -> Option<FormatNote> {
    Some(match format {
        Format::Ron => FormatNote::Ron,
        Format::Json => FormatNote::Json,
        Format::Xlsx => FormatNote::Xlsx,
        Format::Html => FormatNote::Html,
        Format::Csv => FormatNote::Csv,
        Format::Tsv => FormatNote::Tsv,
        Format::Markdown => FormatNote::Markdown,
        Format::Xmcda => FormatNote::Xmcda,
        Format::Ods | Format::Xls => return None,
    })
}

/// The formats that are written, with what they are good for, and both as a screen reader says it.
fn list() -> Vec<(Format, String, String)> {
    let written = Format::ALL.into_iter().filter_map(|format| Some((format, note(format)?)));
    written
        .map(|(format, note)| {
            let (name, extension) = (format.name(), format.extension());
            let spoken = DialogMessage::FormatChoice { name, extension, note };
            (format, DialogMessage::Format { extension, note }.to_string(), spoken.to_string())
        })
        .collect()
}

pub fn export_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading(DialogLabel::ExportMatrix.text());
    let list = list();
    let choices = list.iter().map(|(format, note, spoken)| Choice { name: format.name(), note, spoken });
    let chosen = choices_ui(ui, choices).map(|at| Answer::To(lifecycle::Answer::Format(list[at].0)));
    let cancelled = buttons_ui(ui, &[ButtonLabel::Cancel]).map(|_| Answer::CANCEL);
    chosen.or(cancelled)
}
