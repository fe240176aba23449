//! A path to type, for desktops that show no file dialog.

use std::path::PathBuf;

use eframe::egui::{RichText, TextEdit, Ui};

use super::{Answer, buttons_ui, entered};
use crate::app::jobs::Purpose;
use crate::app::theme;

pub fn path_ui(ui: &mut Ui, purpose: Purpose, text: &mut String, fault: &mut Option<String>) -> Option<Answer> {
    let (title, action) = match purpose {
        Purpose::Open => ("Open a decision", "Open"),
        Purpose::Save => ("Save the decision", "Save"),
        Purpose::Export(_) => ("Export the matrix", "Export"),
    };
    ui.heading(title);
    ui.label("This desktop shows no file dialog. Type the path of the file.");
    let field = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY).hint_text("/home/me/decision.ron"));
    let field = field.accessible_name("Path");
    let go = entered(ui, &field);
    if let Some(fault) = fault {
        ui.label(RichText::new(fault.as_str()).color(*theme::tokens(ui.ctx()).warning));
    }
    match buttons_ui(ui, &[action, "Cancel"]) {
        Some(1) => Some(Answer::Cancel),
        pressed if go || pressed == Some(0) => {
            if text.trim().is_empty() {
                *fault = Some("Type a path first".to_owned());
                return None;
            }
            Some(Answer::Chosen(expand(text.trim()), purpose))
        }
        _ => None,
    }
}

/// A path as shells take it, with `~` for the home folder.
fn expand(text: &str) -> PathBuf {
    match (text.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(text),
    }
}
