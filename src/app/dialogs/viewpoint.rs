//! The name of a viewpoint.

use eframe::egui::{RichText, TextEdit, Ui};

use super::{Answer, buttons_ui, entered};
use crate::app::theme;
use crate::model::Id;
use crate::session::Session;

pub fn viewpoint_ui(
    ui: &mut Ui,
    session: &Session,
    rename: Option<Id>,
    text: &mut String,
    fault: &mut Option<String>,
) -> Option<Answer> {
    ui.heading(if rename.is_some() { "Rename the viewpoint" } else { "Save the weights as a viewpoint" });
    let field = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY).hint_text("Whose or which view it is"));
    let field = field.accessible_name("Name of the viewpoint");
    let go = entered(ui, &field, 0..text.chars().count());
    if field.changed() {
        *fault = None;
    }
    let name = text.trim().to_owned();
    let same = session.document().viewpoints.iter().find(|viewpoint| viewpoint.name == name);
    let action = match (rename, same) {
        (None, Some(_)) => "Replace",
        (None, None) => "Save",
        (Some(_), _) => "Rename",
    };
    if rename.is_none() && same.is_some() {
        ui.label(RichText::new("There is a viewpoint of that name; its weights are replaced.").weak());
    }
    if let Some(fault) = fault {
        ui.label(RichText::new(fault.as_str()).color(*theme::tokens(ui.ctx()).warning));
    }
    match buttons_ui(ui, &[action, "Cancel"]) {
        Some(1) => return Some(Answer::CANCEL),
        pressed if !go && pressed.is_none() => return None,
        _ => {}
    }
    if name.is_empty() {
        *fault = Some("Give it a name".to_owned());
        return None;
    }
    match rename {
        None => Some(Answer::SaveViewpoint(name)),
        Some(id) if same.is_some_and(|same| same.id != id) => {
            *fault = Some(format!("“{name}” is taken; choose another name"));
            None
        }
        Some(id) => Some(Answer::RenameViewpoint(id, name)),
    }
}
