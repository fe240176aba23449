//! A button that is only an icon.

use std::fmt::Display;

use eframe::egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::icons::Icon;
use crate::app::theme::{self, RADIUS};

/// An icon to press, `name` being what it does: for hover and screen reader. It is put in words when they ask for it.
pub fn icon_button(ui: &mut Ui, icon: Icon, color: Color32, name: &dyn Display) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::click());
    if ui.is_rect_visible(rect) {
        let tokens = theme::tokens(ui.ctx());
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), *tokens.raised);
        }
        if response.has_focus() {
            let outline = Stroke::new(1.5, *tokens.accent);
            ui.painter().rect_stroke(rect, CornerRadius::same(RADIUS), outline, StrokeKind::Inside);
        }
        icon.paint(ui.painter(), rect.center(), 14.0, color);
    }
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name.to_string()));
    response.on_hover_ui(|ui| {
        ui.label(name.to_string());
    })
}
