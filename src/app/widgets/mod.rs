//! Controls that egui does not have, and the painter of scenes.

mod choose;
mod field;
mod hold_keys;
mod icon_button;
mod scene;
mod slider;
mod text;
mod walk;

use std::fmt::Display;

pub use choose::choose_ui;
use eframe::egui::Response;
pub use field::{Field, begin, committed_number, forget_drafts, has_drafts, select, text_list_ui, was_left};
pub use hold_keys::hold_keys;
pub use icon_button::icon_button;
pub use scene::{paint_scene, scene_ui};
pub use slider::{SliderSpec, SliderStep, slider_ui};
pub use text::cut;
pub use walk::{Walk, walk_keys};

/// Gives a widget a name for the screen reader, put in words only where one listens.
pub fn named(response: Response, name: &dyn Display) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name.to_string()));
    response
}

/// Lets check boxes and radio buttons be seen: their outline is all there is of them while they are empty.
pub fn outlined_ui<R>(ui: &mut eframe::egui::Ui, contents: impl FnOnce(&mut eframe::egui::Ui) -> R) -> R {
    let outline = *crate::app::theme::tokens(ui.ctx()).control;
    ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_stroke.color = outline;
        contents(ui)
    })
    .inner
}
