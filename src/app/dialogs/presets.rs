//! The presets to start from.

use std::sync::LazyLock;

use eframe::egui::Ui;

use super::words::{ButtonLabel, DialogLabel, DialogMessage};
use super::{Answer, Choice, buttons_ui, choices_ui};
use crate::files::presets;
use crate::session::lifecycle;
use crate::text::Counted;

/// A preset as it is listed.
struct Listed {
    id: &'static str,
    title: String,
    options: usize,
    criteria: usize,
}

/// The presets, read once.
static LIST: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    let read = presets::ALL.iter().filter_map(|preset| preset.document().ok().map(|document| (preset.id, document)));
    read.map(|(id, document)| {
        let (options, criteria) = (document.alternatives.len(), document.leaves().len());
        Listed { id, title: document.about.title, options, criteria }
    })
    .collect()
});

pub fn presets_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading(DialogLabel::NewFromPreset.text());
    let notes: Vec<(String, String)> = LIST
        .iter()
        .map(|&Listed { id, ref title, options, criteria }| {
            let size = || Counted::Size { options, criteria }.into();
            let spoken = DialogMessage::Choice { name: title.clone(), note: size() };
            (DialogMessage::Preset { id, size: size() }.to_string(), spoken.to_string())
        })
        .collect();
    let choices = LIST.iter().zip(&notes);
    let choices = choices.map(|(preset, (note, spoken))| Choice { name: &preset.title, note, spoken });
    let chosen = choices_ui(ui, choices).map(|at| Answer::To(lifecycle::Answer::Preset(LIST[at].id)));
    let cancelled = buttons_ui(ui, &[ButtonLabel::Cancel]).map(|_| Answer::CANCEL);
    chosen.or(cancelled)
}
