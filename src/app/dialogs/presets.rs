//! The presets to start from.

use std::sync::LazyLock;

use eframe::egui::Ui;

use super::{Answer, Choice, buttons_ui, choices_ui};
use crate::files::presets;
use crate::session::lifecycle;
use crate::text::Counted;

/// A preset as it is listed.
struct Listed {
    id: &'static str,
    title: String,
    note: String,
    spoken: String,
}

/// The presets, read once.
static LIST: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    let read = presets::ALL.iter().filter_map(|preset| preset.document().ok().map(|document| (preset.id, document)));
    read.map(|(id, document)| {
        let (options, criteria) = (document.alternatives.len(), document.leaves().len());
        let size = Counted::Size { options, criteria }.to_string();
        let title = document.about.title;
        Listed { id, note: format!("{id}, {size}"), spoken: format!("{title}, {size}"), title }
    })
    .collect()
});

pub fn presets_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading("New from preset");
    let choices = LIST.iter().map(|preset| Choice { name: &preset.title, note: &preset.note, spoken: &preset.spoken });
    let chosen = choices_ui(ui, choices).map(|at| Answer::To(lifecycle::Answer::Preset(LIST[at].id)));
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::CANCEL);
    chosen.or(cancelled)
}
