//! What crashes have left, to choose from.

use eframe::egui::Ui;

use super::{Answer, Choice, buttons_ui, choices_ui};
use crate::app::recovery::when;
use crate::session::Left;

pub fn recover_ui(ui: &mut Ui, left: &[Left]) -> Option<Answer> {
    ui.heading("Recover");
    ui.label("Unsaved work on these decisions was left when the program ended.");
    let notes: Vec<String> = left.iter().map(note).collect();
    let spoken: Vec<String> = left.iter().zip(&notes).map(|(left, note)| format!("{}, {note}", left.name)).collect();
    let choices = left.iter().zip(&notes).zip(&spoken);
    let choices = choices.map(|((left, note), spoken)| Choice { name: &left.name, note, spoken });
    let chosen = choices_ui(ui, choices).map(|at| Answer::Recover(left[at].clone()));
    let cancelled = buttons_ui(ui, &["Cancel"]).map(|_| Answer::CANCEL);
    chosen.or(cancelled)
}

fn note(left: &Left) -> String {
    let until = when(left.written);
    match left.file.as_deref() {
        Some(path) => format!("until {until}, {}", path.display()),
        None => format!("until {until}, in no file yet"),
    }
}
