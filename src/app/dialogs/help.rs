//! Keys, and what this program is.

use eframe::egui::{Grid, RichText, ScrollArea, Ui};

use super::words::{ButtonLabel, DialogLabel, DialogMessage, KeyLabel};
use super::{Answer, buttons_ui};
use crate::app::theme;
use crate::app::views::words::ViewLabel;

/// Room for the longest key, so that both tables are one.
const KEY: f32 = 200.0;

const KEYS: &[(ViewLabel, &[KeyLabel])] = {
    use KeyLabel as K;
    &[
        (
            ViewLabel::Weights,
            &[K::WeightArrows, K::WeightShift, K::WeightEnds, K::WeightAlt, K::WeightDigits, K::WeightEnter],
        ),
        (
            ViewLabel::Matrix,
            &[K::Arrows, K::Typing, K::Enter, K::Escape, K::Delete, K::Shift, K::Clipboard, K::Ends, K::Alt],
        ),
    ]
};

pub fn keys_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading(DialogLabel::Keys.text());
    ui.label(RichText::new(DialogLabel::KeysNote.text()).weak());
    ScrollArea::vertical().max_height((ui.ctx().content_rect().height() - 220.0).max(120.0)).show(ui, |ui| {
        for (place, keys) in KEYS {
            ui.add_space(4.0);
            ui.label(theme::strong(place.text()));
            Grid::new(*place).num_columns(2).spacing([24.0, 6.0]).min_col_width(KEY).min_row_height(20.0).show(
                ui,
                |ui| {
                    for key in *keys {
                        ui.label(key.text());
                        ui.label(RichText::new(key.does()).weak());
                        ui.end_row();
                    }
                },
            );
        }
    });
    buttons_ui(ui, &[ButtonLabel::Close]).map(|_| Answer::CANCEL)
}

pub fn about_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading(DialogMessage::About { version: env!("CARGO_PKG_VERSION") }.to_string());
    ui.label(DialogLabel::AboutNote.text());
    ui.label(RichText::new(DialogLabel::Licence.text()).weak());
    buttons_ui(ui, &[ButtonLabel::Close]).map(|_| Answer::CANCEL)
}
