//! What crashes have left, to choose from.

use eframe::egui::Ui;

use super::words::{ButtonLabel, DialogLabel, DialogMessage};
use super::{Answer, Choice, buttons_ui, choices_ui};
use crate::app::recovery::when;
use crate::app::words::RecoveryMessage;
use crate::session::Left;

pub fn recover_ui(ui: &mut Ui, left: &[Left]) -> Option<Answer> {
    ui.heading(DialogLabel::Recover.text());
    ui.label(DialogLabel::RecoverNote.text());
    let notes: Vec<String> = left.iter().map(note).collect();
    let spoken = left
        .iter()
        .zip(&notes)
        .map(|(left, note)| DialogMessage::Choice { name: left.name.clone(), note: note.as_str().into() }.to_string());
    let spoken: Vec<String> = spoken.collect();
    let choices = left.iter().zip(&notes).zip(&spoken);
    let choices = choices.map(|((left, note), spoken)| Choice { name: &left.name, note, spoken });
    let chosen = choices_ui(ui, choices).map(|at| Answer::Recover(left[at].clone()));
    let cancelled = buttons_ui(ui, &[ButtonLabel::Cancel]).map(|_| Answer::CANCEL);
    chosen.or(cancelled)
}

fn note(left: &Left) -> String {
    let until = when(left.written).into();
    let note = match left.file.as_deref() {
        Some(path) => RecoveryMessage::UntilIn { until, path: path.display().to_string() },
        None => RecoveryMessage::Until { until },
    };
    note.to_string()
}
