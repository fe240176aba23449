//! What would become of the decision.

use eframe::egui::{RichText, ScrollArea, Ui};

use super::Importing;
use crate::app::theme;
use crate::session::{MergeWay, Session};
use crate::text::Counted;

/// More changes than these are only counted.
const MOST: usize = 200;

/// Shows the ways to take the table in, and what the chosen one would do. True where it can be done.
pub fn outcome_ui(ui: &mut Ui, importing: &mut Importing, session: &Session) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let (options, criteria) = match &importing.decision {
        Ok(decision) => (decision.alternatives.len(), decision.leaves().len()),
        Err(fault) => {
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
                importing.plan = None;
            }
        }
    });
    if importing.way.is_none() {
        ui.label(RichText::new("The decision that is open now is left first; unsaved changes are asked about.").weak());
        return true;
    }
    let (Some(way), Ok(decision)) = (importing.way, &importing.decision) else { return false };
    let plan = importing.plan.get_or_insert_with(|| session.plan_merge(decision, way));
    ui.label(theme::strong(plan.summary()));
    if way != MergeWay::Replace && !plan.new_criteria.is_empty() {
        ui.label(RichText::new("A new criterion weighs as much as its siblings do on average.").weak());
    }
    ScrollArea::vertical().id_salt("plan").max_height(72.0).show(ui, |ui| {
        for misfit in plan.misfits.iter().take(MOST) {
            let text = format!("{}, {}: {}", misfit.option, misfit.criterion, misfit.reason);
            ui.label(RichText::new(text).color(*tokens.warning));
        }
        for change in plan.changed.iter().take(MOST) {
            let old = if change.from.is_empty() { "missing" } else { change.from.as_str() };
            let new = if change.to.is_empty() { "missing" } else { change.to.as_str() };
            ui.label(RichText::new(format!("{}, {}: {old} to {new}", change.option, change.criterion)).weak());
        }
    });
    !plan.is_empty() && plan.misfits.is_empty()
}

/// The ways to take it in, with their names and what they do.
fn ways() -> impl Iterator<Item = (Option<MergeWay>, &'static str, &'static str)> {
    let merge = |way: MergeWay| {
        let explanation = match way {
            MergeWay::Add => "Adds options and criteria that are not there yet; scores that are there stay",
            MergeWay::Update => "Takes over the scores of the same names, and adds what is new",
            MergeWay::Replace => "Puts it in the place of options, criteria, weights and scores",
        };
        (Some(way), way.name(), explanation)
    };
    let open = (None, "As a new decision", "Opens it as a decision of its own");
    std::iter::once(open).chain(MergeWay::ALL.map(merge))
}
