//! The name of a viewpoint.

use eframe::egui::{RichText, TextEdit, Ui};

use super::words::{ButtonLabel, DialogLabel};
use super::{Answer, buttons_ui, entered};
use crate::app::theme;
use crate::app::words::{FaultLabel, FaultMessage};
use crate::model::Id;
use crate::session::Session;

pub fn viewpoint_ui(
    ui: &mut Ui,
    session: &Session,
    rename: Option<Id>,
    text: &mut String,
    fault: &mut Option<String>,
) -> Option<Answer> {
    let title = if rename.is_some() { DialogLabel::RenameViewpoint } else { DialogLabel::SaveViewpoint };
    ui.heading(title.text());
    let field = TextEdit::singleline(text).desired_width(f32::INFINITY).hint_text(DialogLabel::ViewpointHint.text());
    let field = ui.add(field).accessible_name(DialogLabel::NameOfViewpoint.text());
    let go = entered(ui, &field, 0..text.chars().count());
    if field.changed() {
        *fault = None;
    }
    let name = text.trim().to_owned();
    let same = session.document().viewpoints.iter().find(|viewpoint| viewpoint.name == name);
    let action = match (rename, same) {
        (None, Some(_)) => ButtonLabel::Replace,
        (None, None) => ButtonLabel::Save,
        (Some(_), _) => ButtonLabel::Rename,
    };
    if rename.is_none() && same.is_some() {
        ui.label(RichText::new(DialogLabel::ViewpointThere.text()).weak());
    }
    if let Some(fault) = fault {
        ui.label(RichText::new(fault.as_str()).color(*theme::tokens(ui.ctx()).warning));
    }
    match buttons_ui(ui, &[action, ButtonLabel::Cancel]) {
        Some(1) => return Some(Answer::CANCEL),
        pressed if !go && pressed.is_none() => return None,
        _ => {}
    }
    if name.is_empty() {
        *fault = Some(FaultLabel::GiveName.to_string());
        return None;
    }
    match rename {
        None => Some(Answer::SaveViewpoint(name)),
        Some(id) if same.is_some_and(|same| same.id != id) => {
            *fault = Some(FaultMessage::Taken { name }.to_string());
            None
        }
        Some(id) => Some(Answer::RenameViewpoint(id, name)),
    }
}
