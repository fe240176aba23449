//! What crashes have left, to choose from.

use eframe::egui::{ScrollArea, Ui};

use super::{Answer, buttons_ui, choice_ui, has_nobody};
use crate::app::recovery::when;
use crate::session::Left;

pub fn recover_ui(ui: &mut Ui, left: &[Left]) -> Option<Answer> {
    ui.heading("Recover");
    ui.label("A crash has left work on these decisions.");
    let mut chosen = None;
    let mut nobody = has_nobody(ui);
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for left in left {
            let until = when(left.written);
            let place = left.file.as_deref().map(|path| path.display().to_string());
            let note = match place {
                Some(place) => format!("until {until}, {place}"),
                None => format!("until {until}, in no file yet"),
            };
            if choice_ui(ui, &left.name, &note, &format!("{}, {note}", left.name), &mut nobody).clicked() {
                chosen = Some(Answer::Recover(left.clone()));
            }
        }
    });
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::Cancel);
    chosen.or(cancelled)
}
