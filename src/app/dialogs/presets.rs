//! The presets to start from.

use std::sync::LazyLock;

use eframe::egui::{Id, RichText, ScrollArea, Sense, Ui};

use super::{Answer, buttons_ui, choice_frame, has_nobody};
use crate::analysis::figures;
use crate::app::theme;
use crate::files::presets;

/// Id, title and size of each preset, read once.
static LIST: LazyLock<Vec<(&'static str, String, String)>> = LazyLock::new(|| {
    let read = presets::ALL.iter().filter_map(|preset| preset.document().ok().map(|document| (preset.id, document)));
    read.map(|(id, document)| {
        let size =
            format!("{} × {} criteria", figures::count(document.alternatives.len(), "option"), document.leaves().len());
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
            let frame = choice_frame();
            let inner = frame.show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.label(theme::strong(title));
                ui.label(RichText::new(format!("{id}, {size}")).small().weak());
            });
            let response = ui.interact(inner.response.rect, Id::unique(("preset", id)), Sense::click());
            if std::mem::take(&mut nobody) {
                response.request_focus();
            }
            let tokens = theme::tokens(ui.ctx());
            if response.hovered() || response.has_focus() {
                let rect = response.rect;
                let outline = eframe::egui::Stroke::new(1.5, *tokens.accent);
                ui.painter().rect_stroke(rect, theme::RADIUS, outline, eframe::egui::StrokeKind::Inside);
            }
            response.widget_info(|| {
                eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, format!("{title}, {size}"))
            });
            if response.clicked() {
                chosen = Some(Answer::Preset(id));
            }
        }
    });
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::Cancel);
    chosen.or(cancelled)
}
