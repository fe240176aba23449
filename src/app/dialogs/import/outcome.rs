//! What would become of the decision.

use std::sync::Arc;

use eframe::egui::{RichText, ScrollArea, Ui};

use super::Importing;
use crate::app::dialogs::words::{ImportLabel, ImportMessage, WayNote};
use crate::app::theme;
use crate::session::preview::Merges;
use crate::session::{MergeWay, Misfit, Reply, Session};
use crate::text::Counted;

/// More changes than these are only counted.
const MOST: usize = 200;

/// Shows the ways to take the table in, and what the chosen one would do. True where it can be done.
pub fn outcome_ui(ui: &mut Ui, importing: &mut Importing, session: &Session) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let (options, criteria) = match &importing.decision {
        None if importing.broke_off => return broke_off_ui(ui),
        None => {
            ui.label(RichText::new(ImportLabel::IsRead.text()).weak());
            return false;
        }
        Some(Ok(decision)) => (decision.alternatives.len(), decision.leaves().len()),
        Some(Err(fault)) => {
            ui.label(RichText::new(fault.to_string()).color(*tokens.warning));
            return false;
        }
    };
    let found = Counted::Size { options, criteria }.to_string();
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::strong(found));
        ui.add_space(8.0);
        for (way, name, explanation) in ways() {
            let button = ui.selectable_label(importing.way == way, name).on_hover_text(explanation);
            if button.clicked() && importing.way != way {
                importing.way = way;
            }
        }
    });
    if importing.way.is_none() {
        ui.label(RichText::new(ImportLabel::LeftFirst.text()).weak());
        return true;
    }
    let (Some(way), Some(Ok(decision))) = (importing.way, &importing.decision) else { return false };
    let plan = match session.ask(Merges { decision: Arc::clone(decision), way }) {
        Reply::Fresh(plan) => plan,
        Reply::BrokeOff => return broke_off_ui(ui),
        Reply::Stale(..) | Reply::Pending(_) => {
            ui.label(RichText::new(ImportLabel::IsCompared.text()).weak());
            return false;
        }
    };
    ui.label(theme::strong(plan.summary()));
    if way != MergeWay::Replace && !plan.new_criteria.is_empty() {
        ui.label(RichText::new(ImportLabel::NewWeighs.text()).weak());
    }
    ScrollArea::vertical().id_salt("plan").max_height(72.0).show(ui, |ui| {
        for misfit in plan.misfits.iter().take(MOST) {
            let Misfit { option, criterion, reason } = misfit.clone();
            let text = ImportMessage::Misfit { option, criterion, reason };
            ui.label(RichText::new(text.to_string()).color(*tokens.warning));
        }
        for change in plan.changed.iter().take(MOST) {
            let score = |text: &str| if text.is_empty() { ImportLabel::Missing.text() } else { text }.to_owned();
            let (option, criterion) = (change.option.clone(), change.criterion.clone());
            let (from, to) = (score(&change.from), score(&change.to));
            ui.label(RichText::new(ImportMessage::Changed { option, criterion, from, to }.to_string()).weak());
        }
    });
    !plan.is_empty() && plan.misfits.is_empty()
}

/// Says that a fault in the program stopped it; nothing can be done with it then.
fn broke_off_ui(ui: &mut Ui) -> bool {
    ui.label(RichText::new(ImportLabel::BrokeOff.text()).color(*theme::tokens(ui.ctx()).warning));
    false
}

/// The ways to take it in, with their names and what they do.
fn ways() -> impl Iterator<Item = (Option<MergeWay>, &'static str, &'static str)> {
    let merge = |way: MergeWay| {
        let explanation = match way {
            MergeWay::Add => WayNote::Add,
            MergeWay::Update => WayNote::Update,
            MergeWay::Replace => WayNote::Replace,
        };
        (Some(way), way.name(), explanation.text())
    };
    let open = (None, ImportLabel::AsNew.text(), WayNote::AsNew.text());
    std::iter::once(open).chain(MergeWay::ALL.map(merge))
}
