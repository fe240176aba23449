//! The bar at the bottom: file, last change, checks, size.

use std::time::Duration;

use eframe::egui::{self, Align, Layout, RichText, Sense, Ui, vec2};

use super::checks;
use super::words::{ChecksLabel, StatusLabel, StatusMessage, ViewLabel};
use crate::app::Message;
use crate::app::command::Command;
use crate::app::dialogs::words::ButtonLabel;
use crate::app::jobs::Export;
use crate::app::outbox::Outbox;
use crate::app::theme;
use crate::session::{Reply, Session};
use crate::text::{Counted, PercentTo, numbers};

/// How often the progress of an export is drawn anew.
const TICK: Duration = Duration::from_millis(100);

/// Below these widths, in points, the bar leaves out what can be seen elsewhere.
const ROOM_FOR_SIZE: f32 = 600.0;
const ROOM_FOR_CHECKS: f32 = 420.0;
/// Less of what was last done says nothing.
const LEAST_CHANGE: f32 = 90.0;

/// Shows the bar. `message` is the last thing the program had to say; `export` is being written.
pub fn status_ui(ui: &mut Ui, session: &Session, message: Option<&Message>, export: Option<&Export>, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        let width = ui.available_width();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let document = session.document();
            let percent = numbers::percent_to(f64::from(ui.ctx().zoom_factor()), 0);
            ui.label(theme::caption(ui.ctx(), percent)).on_hover_text(StatusLabel::Zoom.text());
            if width > ROOM_FOR_SIZE {
                let (options, criteria) = (document.alternatives.len(), session.model().outline().leaves());
                let size = Counted::Size { options, criteria }.to_string();
                ui.label(theme::caption(ui.ctx(), size));
            }
            if width > ROOM_FOR_CHECKS {
                // Before there is an answer, none found would be said too early.
                let said = match session.ask(session.to_check()) {
                    Reply::Fresh(checks) => Counted::Checks { count: checks.open.len() }.to_string(),
                    // While a weight is on the move nothing is begun, and what was found last stands.
                    Reply::Stale(checks, _) if session.is_dragging() => {
                        Counted::Checks { count: checks.open.len() }.to_string()
                    }
                    Reply::Stale(..) | Reply::Pending(_) => ChecksLabel::AtWork.text().to_owned(),
                    Reply::BrokeOff => ViewLabel::Checks.text().to_owned(),
                };
                let text = theme::caption(ui.ctx(), said);
                let label = ui.add(egui::Label::new(text).sense(Sense::click()));
                if label.on_hover_text(Command::Show(checks::VIEW).explanation()).clicked() {
                    out.show(checks::VIEW);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(7.0, 7.0), Sense::hover());
                let unsaved = session.is_unsaved();
                let color = if unsaved { *tokens.brass } else { *tokens.good };
                ui.painter().circle_filled(rect.center(), 3.5, color);
                let file = session.path().and_then(|path| path.file_name()).map(|name| name.to_string_lossy());
                let state = match (file, unsaved) {
                    (Some(file), false) => StatusMessage::SavedIn { file: file.into_owned() }.to_string(),
                    (Some(file), true) => StatusMessage::NotSavedIn { file: file.into_owned() }.to_string(),
                    (None, false) => StatusLabel::NothingToSave.to_string(),
                    (None, true) => StatusLabel::NotSaved.to_string(),
                };
                // Where there is room for one of them, what has just happened comes first.
                if message.is_none() || width > ROOM_FOR_CHECKS {
                    let text = theme::caption(ui.ctx(), &state);
                    ui.add(egui::Label::new(text).truncate()).on_hover_text(state);
                }
                if let Some(export) = export {
                    export_ui(ui, export);
                }
                if let Some(message) = message {
                    let color = if message.is_trouble { *tokens.warning } else { *tokens.accent };
                    let text = RichText::new(&message.text).small().color(color);
                    ui.add(egui::Label::new(text).truncate()).on_hover_text(&message.text);
                } else if let Some(last) = session.history().undo_label().filter(|_| export.is_none()) {
                    last_change_ui(ui, last, out);
                }
            });
        });
    });
}

/// What was last done, and the way back.
fn last_change_ui(ui: &mut Ui, last: &str, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    let text = theme::caption(ui.ctx(), StatusMessage::LastChange { step: last.to_owned() }.to_string());
    // Room for the way back, even beside a long step.
    let keys = ui.ctx().format_shortcut(&Command::Undo.shortcuts()[0]);
    let way_back = StatusMessage::UndoBy { keys }.to_string();
    let font = theme::font(theme::sizes().caption, theme::Weight::Regular);
    let needed = ui.painter().layout_no_wrap(way_back.clone(), font, *tokens.caption).size().x;
    if needed > ui.available_width() {
        return;
    }
    let room = ui.available_width() - needed - ui.spacing().item_spacing.x;
    if room > LEAST_CHANGE {
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(egui::Label::new(text).truncate()).on_hover_text(last);
        });
    }
    let undo = egui::Label::new(theme::caption(ui.ctx(), way_back).color(*tokens.accent));
    if ui.add(undo.sense(Sense::click())).on_hover_text(Command::Undo.explanation()).clicked() {
        out.run(Command::Undo);
    }
}

/// How far an export is, and a way to stop it.
fn export_ui(ui: &mut Ui, export: &Export) {
    let tokens = theme::tokens(ui.ctx());
    let file = export.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let share = export.progress.share();
    let text = RichText::new(StatusMessage::ExportingTo { file }.to_string()).small().color(*tokens.accent);
    ui.add(egui::Label::new(text).truncate());
    let (rect, response) = ui.allocate_exact_size(vec2(96.0, 4.0), Sense::hover());
    ui.painter().rect_filled(rect, 2, *tokens.border);
    let done = egui::Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(done, 2, *tokens.accent);
    response.widget_info(|| {
        let done = StatusMessage::OfExport { share: PercentTo(share.into(), 0) };
        egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, done.to_string())
    });
    let cancel = RichText::new(ButtonLabel::Cancel.text()).small();
    if ui.add(egui::Button::new(cancel).small()).on_hover_text(StatusLabel::StopsExport.text()).clicked() {
        export.progress.call_off();
    }
    ui.ctx().request_repaint_after(TICK);
}
