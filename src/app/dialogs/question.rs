//! Questions with buttons.

use std::path::Path;

use eframe::egui::{Ui, WidgetText};

use super::words::{ButtonLabel, DialogLabel, DialogMessage};
use super::{Answer, buttons_ui};
use crate::session::{Session, lifecycle};

fn head_ui(ui: &mut Ui, title: impl Into<String>, text: impl Into<WidgetText>) {
    ui.heading(title.into());
    ui.label(text);
}

pub fn unsaved_ui(ui: &mut Ui, session: &Session) -> Option<Answer> {
    head_ui(
        ui,
        DialogLabel::SaveChanges.text(),
        if session.is_unsaved() {
            DialogMessage::Unsaved { name: session.name() }.to_string()
        } else {
            DialogMessage::DraftsOnly { name: session.name() }.to_string()
        },
    );
    match buttons_ui(ui, &[ButtonLabel::Save, ButtonLabel::Discard, ButtonLabel::Cancel])? {
        0 => Some(Answer::To(lifecycle::Answer::Save)),
        1 => Some(Answer::To(lifecycle::Answer::Discard)),
        _ => Some(Answer::CANCEL),
    }
}

pub fn changed_ui(ui: &mut Ui, session: &Session) -> Option<Answer> {
    let title = DialogMessage::Changed { name: session.name() }.to_string();
    head_ui(ui, title, DialogLabel::ChangedNote.text());
    match buttons_ui(ui, &[ButtonLabel::SaveAs, ButtonLabel::Overwrite, ButtonLabel::Cancel])? {
        0 => Some(Answer::To(lifecycle::Answer::SaveAs)),
        1 => Some(Answer::To(lifecycle::Answer::Overwrite)),
        _ => Some(Answer::CANCEL),
    }
}

pub fn replace_ui(ui: &mut Ui, path: &Path) -> Option<Answer> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().unwrap_or(Path::new(".")).display().to_string();
    head_ui(ui, DialogMessage::Replace { file }.to_string(), DialogMessage::ReplaceIn { folder }.to_string());
    match buttons_ui(ui, &[ButtonLabel::Cancel, ButtonLabel::Replace])? {
        1 => Some(Answer::To(lifecycle::Answer::Replace)),
        _ => Some(Answer::CANCEL),
    }
}

pub fn trouble_ui(ui: &mut Ui, title: &str, text: &str) -> Option<Answer> {
    head_ui(ui, title, text);
    buttons_ui(ui, &[ButtonLabel::Close]).map(|_| Answer::CANCEL)
}
