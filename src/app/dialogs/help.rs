//! Keys, and what this program is.

use eframe::egui::{Grid, RichText, ScrollArea, Ui};

use super::{Answer, buttons_ui};
use crate::app::theme;

/// Room for the longest key, so that both tables are one.
const KEY: f32 = 200.0;

const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "Weights",
        &[
            ("Arrows", "one percent less or more"),
            ("Shift with arrows", "ten percent"),
            ("Home, End", "as far as locks leave room"),
            ("Alt with a key or the mouse", "only the same group makes room"),
            ("Digits", "a percentage; Enter sets it, Esc takes it back"),
            ("Enter", "to what the weight is of, below the matrix"),
        ],
    ),
    (
        "Matrix",
        &[
            ("Arrows, Tab", "from cell to cell, and up into the heads"),
            ("Typing", "replaces the score: 7.5, 6..8 or 6..7..8"),
            ("Enter, F2", "edits the score, or the name of a head"),
            ("Esc", "takes back what was typed, or leaves the matrix"),
            ("Delete", "clears scores, or deletes an option or criterion"),
            ("Shift with arrows", "a rectangle of cells, to copy, cut or paste"),
            ("Ctrl+C, Ctrl+V", "tab-separated text, to and from a spreadsheet"),
            ("Home, End, Page up, Page down", "far across and far down; with Ctrl to the edge"),
            ("Alt with arrows", "moves an option or a criterion"),
        ],
    ),
];

pub fn keys_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading("Keys");
    ui.label(RichText::new("Every command has its key beside it in the menus and under Ctrl+K.").weak());
    ScrollArea::vertical().max_height((ui.ctx().content_rect().height() - 220.0).max(120.0)).show(ui, |ui| {
        for (place, keys) in KEYS {
            ui.add_space(4.0);
            ui.label(theme::strong(*place));
            Grid::new(*place).num_columns(2).spacing([24.0, 6.0]).min_col_width(KEY).min_row_height(20.0).show(
                ui,
                |ui| {
                    for (key, does) in *keys {
                        ui.label(*key);
                        ui.label(RichText::new(*does).weak());
                        ui.end_row();
                    }
                },
            );
        }
    });
    buttons_ui(ui, &["Close"]).map(|_| Answer::CANCEL)
}

pub fn about_ui(ui: &mut Ui) -> Option<Answer> {
    ui.heading(format!("Counterpoise {}", env!("CARGO_PKG_VERSION")));
    ui.label("A decision matrix: weigh criteria, watch the ranking answer, see what would tip it.");
    let licence = "Licensed under MIT or Apache-2.0, as you like. Type: IBM Plex Sans, SIL Open Font License 1.1.";
    ui.label(RichText::new(licence).weak());
    buttons_ui(ui, &["Close"]).map(|_| Answer::CANCEL)
}
