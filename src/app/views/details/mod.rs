//! Below the matrix: all that is known of what is chosen there, to read and to change.
#![expect(clippy::single_match_else, reason = "a match over the parts of a row reads as the row does")]

mod cell;
mod criterion;
mod decision;
mod option;
mod scale;

use eframe::egui::{self, CornerRadius, Id, Margin, RichText, ScrollArea, Stroke, Ui, vec2};

use super::{Spot, matrix};
use crate::app::command::Command;
use crate::app::outbox::Outbox;
use crate::app::theme::{self, UNIT};
use crate::app::widgets;
use crate::app::words::{FaultLabel, FaultMessage};
use crate::session::Session;
use crate::text::{Message, Span};

/// The field that F2 on a head goes to.
#[must_use]
pub fn first_field(spot: Spot) -> Id {
    Id::unique(("details", spot, "first"))
}

/// The field called `part` of what is chosen.
fn field_id(spot: Spot, part: &str) -> Id {
    Id::unique(("details", spot, part))
}

/// Shows the card in the room that is left.
pub fn details_ui(ui: &mut Ui, session: &Session, spot: Spot, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    egui::Frame::new()
        .fill(*tokens.panel)
        .stroke(Stroke::new(1.0, *tokens.border))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin { left: 16, right: 8, top: 12, bottom: 8 })
        .show(ui, |ui| {
            ui.set_min_size(vec2(ui.available_width(), ui.available_height()));
            ScrollArea::vertical().id_salt(("details", spot)).auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 8.0);
                match spot {
                    Spot::Corner => decision::decision_ui(ui, session, out),
                    Spot::Option(id) => option::option_ui(ui, session, id, out),
                    Spot::Group(id) => criterion::group_ui(ui, session, id, out),
                    Spot::Criterion(id) => criterion::criterion_ui(ui, session, id, out),
                    Spot::Cell(option, criterion) => cell::cell_ui(ui, session, option, criterion, out),
                }
                ui.add_space(UNIT);
            });
        });
    if widgets::was_left(ui) {
        // An empty group has no place in the matrix to go back to.
        if spot.has_place(session) {
            out.run(Command::Show(matrix::VIEW));
        } else {
            ui.memory_mut(|memory| memory.request_focus(first_field(spot)));
        }
    }
}

/// The line above the fields: what is chosen, and on the right a word about it.
fn title_ui(ui: &mut Ui, title: impl Into<Message>, note: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for Span { text, strong } in title.into().sentence().spans {
            // Between them is the space between widgets.
            let text = text.trim();
            ui.label(if strong { theme::strong(text) } else { RichText::new(text).weak() });
        }
        if !note.is_empty() {
            ui.add_space(2.0 * UNIT);
            ui.label(RichText::new(note).weak());
        }
    });
    ui.add_space(UNIT);
}

/// A caption above a field.
fn caption_ui(ui: &mut Ui, text: &'static str) {
    ui.add_space(UNIT);
    ui.label(theme::caption(ui.ctx(), text));
}

/// Lays parts side by side where there is room for it, else one below the other. `shares` are their widths in relation.
fn side_by_side<const N: usize>(ui: &mut Ui, shares: [f32; N], least: f32, mut part: impl FnMut(&mut Ui, usize)) {
    let gap = 24.0;
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let room = ui.available_width() - gap * (N - 1) as f32;
    let sum: f32 = shares.iter().sum();
    if shares.iter().any(|share| room * share / sum < least) {
        for i in 0..N {
            ui.vertical(|ui| part(ui, i));
        }
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (i, share) in shares.iter().enumerate() {
            let width = room * share / sum;
            ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.x = 8.0;
                part(ui, i);
            });
        }
    });
}

/// Any text will do.
#[expect(clippy::unnecessary_wraps, reason = "the shape that a field's check has")]
fn any(text: &str) -> Result<String, String> {
    Ok(text.to_owned())
}

/// A name that nothing else in `taken` has.
fn name_check<'a>(own: &str, mut taken: impl Iterator<Item = &'a str>, text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FaultLabel::GiveName.to_string());
    }
    if text != own && taken.any(|other| other == text) {
        return Err(FaultMessage::Taken { name: text.to_owned() }.to_string());
    }
    Ok(text.to_owned())
}
