//! Questions with buttons.

use std::path::Path;

use eframe::egui::{Ui, WidgetText};

use super::{Answer, buttons_ui};
use crate::session::{Session, lifecycle};

fn head_ui(ui: &mut Ui, title: impl Into<String>, text: impl Into<WidgetText>) {
    ui.heading(title.into());
    ui.label(text);
}

pub fn unsaved_ui(ui: &mut Ui, session: &Session) -> Option<Answer> {
    head_ui(
        ui,
        "Save the changes?",
        if session.is_unsaved() {
            format!("{}\nWithout saving, the changes since the last save are gone.", session.name())
        } else {
            // Saving again would not help.
            format!("{}\nIt is saved, but for a text that cannot stand as it is written.", session.name())
        },
    );
    match buttons_ui(ui, &["Save", "Discard", "Cancel"])? {
        0 => Some(Answer::To(lifecycle::Answer::Save)),
        1 => Some(Answer::To(lifecycle::Answer::Discard)),
        _ => Some(Answer::CANCEL),
    }
}

pub fn changed_ui(ui: &mut Ui, session: &Session) -> Option<Answer> {
    let text = "Somebody else, or another program, has written to the file since you opened it. Save under another \
                name to keep both, or overwrite what is there.";
    head_ui(ui, format!("{} has changed on disk", session.name()), text);
    match buttons_ui(ui, &["Save as…", "Overwrite", "Cancel"])? {
        0 => Some(Answer::To(lifecycle::Answer::SaveAs)),
        1 => Some(Answer::To(lifecycle::Answer::Overwrite)),
        _ => Some(Answer::CANCEL),
    }
}

pub fn replace_ui(ui: &mut Ui, path: &Path) -> Option<Answer> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = format!("There is a file of that name in {}.", path.parent().unwrap_or(Path::new(".")).display());
    head_ui(ui, format!("Replace “{file}”?"), text);
    match buttons_ui(ui, &["Cancel", "Replace"])? {
        1 => Some(Answer::To(lifecycle::Answer::Replace)),
        _ => Some(Answer::CANCEL),
    }
}

pub fn trouble_ui(ui: &mut Ui, title: &str, text: &str) -> Option<Answer> {
    head_ui(ui, title, text);
    buttons_ui(ui, &["Close"]).map(|_| Answer::CANCEL)
}
