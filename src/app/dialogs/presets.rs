//! The presets to start from.

use std::sync::LazyLock;

use eframe::egui::{ScrollArea, Ui};

use super::{Answer, buttons_ui, choice_ui, has_nobody};
use crate::files::presets;
use crate::text::Counted;

/// Id, title and size of each preset, read once.
static LIST: LazyLock<Vec<(&'static str, String, String)>> = LazyLock::new(|| {
    let read = presets::ALL.iter().filter_map(|preset| preset.document().ok().map(|document| (preset.id, document)));
    read.map(|(id, document)| {
        let (options, criteria) = (document.alternatives.len(), document.leaves().len());
        let size = Counted::Size { options, criteria }.to_string();
        (id, document.about.title, size)
    })
    .collect()
});

pub fn presets_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading("New from preset");
    let mut chosen = None;
    let mut nobody = has_nobody(ui);
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (id, title, size) in LIST.iter() {
            if choice_ui(ui, title, &format!("{id}, {size}"), &format!("{title}, {size}"), &mut nobody).clicked() {
                chosen = Some(Answer::Preset(id));
            }
        }
    });
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::Cancel);
    chosen.or(cancelled)
}
