//! What the model checks have found, each with the place it speaks of.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{self, CornerRadius, Margin, Modifiers, RichText, ScrollArea, Stroke, Ui};

use super::words::{ChecksLabel, ChecksMessage, ViewLabel};
use super::{Class, Side, Spot, View, matrix};
use crate::analysis::checks::{Check, Checks, Severity};
use crate::app::command::keys;
use crate::app::outbox::Outbox;
use crate::app::theme::{self, UNIT};
use crate::app::widgets::{Field, named};
use crate::model::Place;
use crate::session::{Action, Reply, Session};
use crate::text::{List, Message, Percent, Remark, SeverityLabel};

/// How often it is drawn anew how far the checks are.
const TICK: Duration = Duration::from_millis(200);

/// The view.
pub const VIEW: View = View::new(&Class {
    label: ViewLabel::Checks,
    side: Side::Middle,
    keys: keys!(Modifiers::COMMAND, Num3),
    is_possible: |_| true,
    badge: |session| found(session).map_or(0, |checks| checks.open.len()),
    under_way: |session| session.ask(session.to_check()).under_way().filter(|_| !session.is_dragging()),
    focus: |_, _| None,
    draw: |ui, canvas| checks_ui(ui, canvas.session, canvas.out),
});

/// What the checks found, for the decision as it is or, while they are at work, as it was.
fn found(session: &Session) -> Option<Arc<Checks>> {
    session.ask(session.to_check()).known().cloned()
}

/// Shows the list.
fn checks_ui(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let reply = session.ask(session.to_check());
    if let Some(share) = reply.under_way().filter(|_| !session.is_dragging()) {
        ui.add_space(2.0 * UNIT);
        let at_work = ChecksMessage::AtWork { share: Percent(f64::from(share)) };
        ui.label(RichText::new(at_work.to_string()).weak());
        ui.ctx().request_repaint_after(TICK);
    }
    if matches!(reply, Reply::BrokeOff) {
        ui.add_space(2.0 * UNIT);
        ui.label(RichText::new(ChecksLabel::BrokeOff.text()).color(*theme::tokens(ui.ctx()).warning));
    }
    let Some(found) = reply.known() else { return };
    let Checks { open: checks, dismissed, silent } = &**found;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if !silent.is_empty() {
            ui.add_space(2.0 * UNIT);
            let checks = List::commas(silent.iter().copied());
            ui.label(RichText::new(Message::from(Remark::NotCompared { checks }).sentences().to_string()).weak());
        }
        if checks.is_empty() {
            ui.add_space(2.0 * UNIT);
            ui.label(RichText::new(ChecksLabel::NothingToMend.text()).weak());
        }
        for check in checks {
            check_ui(ui, session, check, None, out);
            ui.add_space(2.0 * UNIT);
        }
        if !dismissed.is_empty() {
            ui.add_space(2.0 * UNIT);
            ui.label(theme::strong(ChecksLabel::Dismissed.text()));
        }
        for (check, reason) in dismissed {
            check_ui(ui, session, check, Some(reason.as_str()), out);
            ui.add_space(2.0 * UNIT);
        }
    });
}

/// One remark; with the reason where it has been answered.
fn check_ui(ui: &mut Ui, session: &Session, check: &Check, reason: Option<&str>, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    let (word, color) = match check.severity {
        Severity::Error => (SeverityLabel::Error, *tokens.warning),
        Severity::Warning => (SeverityLabel::Warning, *tokens.warning),
        Severity::Note => (SeverityLabel::Note, *tokens.brass),
    };
    egui::Frame::new()
        .fill(*tokens.panel)
        .stroke(Stroke::new(1.0, *tokens.border))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.label(theme::strong(word.text()).color(color));
                ui.label(theme::caption(ui.ctx(), check.id));
                let spot = spot(session, check.place);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let said = ChecksMessage::ShowMeWhere { check: check.id };
                    let button = named(ui.button(ChecksLabel::ShowMe.text()), &said);
                    if button.clicked() {
                        out.select(spot);
                        out.show(matrix::VIEW);
                    }
                });
            });
            ui.label(check.message.to_string());
            ui.label(RichText::new(check.remedy.to_string()).weak());
            match reason {
                Some(reason) => answered_ui(ui, check, reason, out),
                None if check.severity != Severity::Error => dismiss_ui(ui, check, out),
                None => {}
            }
        });
}

fn dismiss_ui(ui: &mut Ui, check: &Check, out: &mut Outbox) {
    ui.add_space(UNIT);
    // A check can have two things to say of one place.
    let id = egui::Id::unique((check.id, check.place, check.message.to_string()));
    let name = ChecksMessage::ReasonToDismiss { check: check.id };
    let any = |text: &str| Ok::<_, String>(text.trim().to_owned());
    let field = Field::new(id, &name, "").hint(ChecksLabel::DismissHint.text()).width(ui.available_width());
    if let (_, Some(reason)) = field.show(ui, any)
        && !reason.is_empty()
    {
        out.act(Action::Dismiss { check: check.id.to_owned(), place: check.place, reason });
    }
}

fn answered_ui(ui: &mut Ui, check: &Check, reason: &str, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(ChecksLabel::Because.text()).weak());
        ui.label(reason);
        let said = ChecksMessage::BringBack { check: check.id };
        if named(ui.button(ChecksLabel::BringBack.text()), &said).clicked() {
            out.act(Action::Reopen { check: check.id.to_owned(), place: check.place });
        }
    });
}

fn spot(session: &Session, place: Place) -> Spot {
    match place {
        Place::Decision | Place::Field(_) | Place::Viewpoint(_) | Place::Person(_) => Spot::Corner,
        Place::Alternative(id) => Spot::Option(id),
        Place::Node(id) | Place::Weight(id) if session.document().criterion(id).is_some() => Spot::Criterion(id),
        Place::Node(id) | Place::Weight(id) => Spot::Group(id),
        Place::Cell(option, criterion) => Spot::Cell(option, criterion),
    }
}
