//! A list that opens, of which one is chosen.

use std::fmt::Display;

use eframe::egui::{ComboBox, Response, Ui};

use super::named;

/// Shows the list under its name. `choices` draws what there is and gives what was chosen, if anything was; that closes the
/// list, by mouse or by key, and the keyboard goes back to where it was opened.
pub fn choose_ui<T>(
    ui: &mut Ui,
    list: ComboBox,
    name: &dyn Display,
    choices: impl FnOnce(&mut Ui) -> Option<T>,
) -> (Option<T>, Response) {
    let shown = list.show_ui(ui, |ui| {
        let chosen = choices(ui);
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    let chosen = shown.inner.flatten();
    if chosen.is_some() {
        shown.response.request_focus();
    }
    (chosen, named(shown.response, name))
}
