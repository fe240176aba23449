//! The left panel: viewpoint, value tree, sliders, locks.

use eframe::egui::{self, Align, Id, Layout, Margin, RichText, ScrollArea, Sense, TextWrapMode, Ui, vec2};

use super::Spot;
use crate::analysis::figures;
use crate::app::command::Command;
use crate::app::icons::Icon;
use crate::app::outbox::Outbox;
use crate::app::theme::{self, SIDE, UNIT, Weight};
use crate::app::widgets::{Field, SliderSpec, SliderStep, committed_number, icon_button, slider_ui};
use crate::model::{Entry, Node, Scope};
use crate::session::Session;

/// The slider of a node.
#[must_use]
pub fn slider_id(node: crate::model::Id) -> Id {
    Id::unique(("weight", node))
}

/// Shows the panel. `chosen` is what the matrix has chosen: its criterion is marked here too.
pub fn weights_ui(ui: &mut Ui, session: &Session, chosen: Spot, out: &mut Outbox) {
    egui::Panel::bottom("weights-foot")
        .frame(egui::Frame::new().inner_margin(Margin::symmetric(SIDE as i8, 12)))
        .show(ui, |ui| foot_ui(ui, session, out));
    egui::CentralPanel::no_frame().show(ui, |ui| {
        ui.add_space(12.0);
        egui::Frame::new().inner_margin(Margin::symmetric(SIDE as i8, 0)).show(ui, |ui| head_ui(ui, session, out));
        ui.add_space(2.0 * UNIT);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            egui::Frame::new().inner_margin(Margin::symmetric(SIDE as i8, 0)).show(ui, |ui| {
                tree_ui(ui, session, chosen, out);
                ui.add_space(SIDE);
            });
        });
    });
}

fn head_ui(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let sum: f64 = session.derived().weights().iter().sum();
    ui.horizontal(|ui| {
        ui.label(theme::strong("Weights"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let has_criteria = session.derived().outline().leaves() > 0;
            ui.label(RichText::new(if has_criteria { figures::percent(sum) } else { "no criteria".into() }).weak());
        });
    });
    ui.add_space(UNIT);
    viewpoint_ui(ui, session, out);
}

fn viewpoint_ui(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let document = session.document();
    let chosen = document.viewpoint.and_then(|id| document.viewpoint(id));
    let name = chosen.map_or("No viewpoint", |viewpoint| &viewpoint.name);
    let edited = session.viewpoint_is_edited();
    let width = ui.available_width();
    let text = if edited { format!("{name}, edited") } else { name.to_owned() };
    let combo = egui::ComboBox::from_id_salt("viewpoint")
        .width(width)
        .wrap_mode(TextWrapMode::Truncate)
        .selected_text(text)
        .show_ui(ui, |ui| {
            ui.set_min_width(width - 2.0 * UNIT);
            for viewpoint in &document.viewpoints {
                let is_chosen = document.viewpoint == Some(viewpoint.id);
                if ui.selectable_label(is_chosen && !edited, &viewpoint.name).clicked() {
                    let id = viewpoint.id;
                    out.change(move |session| session.choose_viewpoint(id));
                }
            }
            if !document.viewpoints.is_empty() {
                ui.separator();
            }
            for command in [Command::SaveViewpoint, Command::RenameViewpoint, Command::DeleteViewpoint] {
                let enabled = command == Command::SaveViewpoint || chosen.is_some();
                if ui.add_enabled(enabled, egui::Button::new(command.title()).frame(false)).clicked() {
                    out.run(command);
                    ui.close();
                }
            }
        });
    combo.response.accessible_name(format!("Viewpoint {name}")).on_hover_text("Saved weight sets");
}

fn tree_ui(ui: &mut Ui, session: &Session, chosen: Spot, out: &mut Outbox) {
    let outline = session.derived().outline();
    if outline.entries().is_empty() {
        ui.add_space(2.0 * UNIT);
        ui.label(RichText::new("Add a criterion to weigh.").weak());
        ui.add_space(UNIT);
        if ui.button(Command::AddCriterion.title()).clicked() {
            out.run(Command::AddCriterion);
        }
        return;
    }
    for (at, entry) in outline.entries().iter().enumerate() {
        if entry.depth == 0 && at > 0 {
            ui.add_space(10.0);
        }
        // A slider out of sight costs only its height.
        let height = row_height(entry);
        let here = ui.cursor().min.y;
        if !ui.is_rect_visible(egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), here - 80.0..=here + height + 80.0))
            && !ui.memory(|memory| memory.has_focus(slider_id(entry.id)))
        {
            ui.add_space(height);
            continue;
        }
        node_ui(ui, session, at, entry, chosen, out);
    }
}

fn row_height(entry: &Entry) -> f32 {
    if entry.is_criterion { 50.0 } else { 30.0 }
}

fn node_ui(ui: &mut Ui, session: &Session, at: usize, entry: &Entry, chosen: Spot, out: &mut Outbox) {
    let Some(node) = session.document().node(entry.id) else { return };
    #[expect(clippy::cast_precision_loss, reason = "a depth of a few levels")]
    let indent = entry.depth as f32 * SIDE;
    let top = ui.cursor().min.y;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
        ui.horizontal(|ui| {
            ui.add_space(indent);
            head_row_ui(ui, session, at, entry, node, chosen, out);
        });
        ui.horizontal(|ui| {
            ui.add_space(indent + if entry.depth == 0 { SIDE } else { 0.0 });
            weight_slider_ui(ui, session, at, entry, node, out);
        });
    });
    let used = ui.cursor().min.y - top;
    ui.add_space((row_height(entry) - used).max(6.0));
}

fn head_row_ui(ui: &mut Ui, session: &Session, at: usize, entry: &Entry, node: &Node, chosen: Spot, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    let locked = session.is_locked(entry.id);
    let is_group = !entry.is_criterion;
    if entry.depth == 0 {
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 24.0), Sense::hover());
        let square = egui::Rect::from_center_size(rect.center(), vec2(9.0, 9.0));
        ui.painter().rect_filled(square, 2, tokens.branch(entry.branch));
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let (icon, color) = if locked { (Icon::Locked, *tokens.brass) } else { (Icon::Unlocked, *tokens.faint) };
        let what = format!("{} {}", if locked { "Unlock" } else { "Lock" }, node.name());
        if icon_button(ui, icon, color, &what).clicked() {
            let id = entry.id;
            out.change(move |session| session.set_lock(id, !locked));
        }
        percent_ui(ui, session, at, entry, node, out);
        let weight = if is_group { Weight::SemiBold } else { Weight::Regular };
        let is_chosen = chosen.node() == Some(entry.id);
        let color = if is_chosen { *tokens.accent } else { *tokens.text };
        let text = RichText::new(node.name()).font(theme::font(theme::sizes().text, weight)).color(color);
        let label = egui::Label::new(text).truncate().sense(Sense::click());
        let rest = ui.available_size();
        let name = ui.allocate_ui_with_layout(rest, Layout::left_to_right(Align::Center), |ui| ui.add(label)).inner;
        if name.clicked() {
            out.select(if is_group { Spot::Group(entry.id) } else { Spot::Criterion(entry.id) });
        }
    });
}

fn percent_ui(ui: &mut Ui, session: &Session, at: usize, entry: &Entry, node: &Node, out: &mut Outbox) {
    let share = session.derived().share(at);
    let shown = figures::percent(share);
    let name = format!("Weight of {} in percent", node.name());
    ui.add_enabled_ui(!session.is_locked(entry.id), |ui| {
        let field = Field::new(Id::unique(("percent", entry.id)), &name, &shown).quiet().right().width(48.0);
        let (_, typed) = field.show(ui, |text| committed_number(text.trim().trim_end_matches('%').trim_end()));
        if let Some(percent) = typed {
            let (id, target) = (entry.id, percent / 100.0);
            out.change(move |session| {
                session.seal();
                let moved = session.move_weight(id, target, Scope::Everything);
                session.seal();
                moved
            });
        }
    });
}

fn weight_slider_ui(ui: &mut Ui, session: &Session, at: usize, entry: &Entry, node: &Node, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    let scope = if ui.input(|input| input.modifiers.alt) { Scope::Siblings } else { Scope::Everything };
    let Some(movement) = session.movement(entry.id, scope) else { return };
    let share = session.derived().share(at);
    let spec = SliderSpec {
        id: slider_id(entry.id),
        name: node.name(),
        share,
        reach: movement.range(),
        ghost: session.baseline().shares.get(&entry.id).copied(),
        color: tokens.branch(entry.branch),
        movable: !session.is_locked(entry.id),
    };
    let (response, step) = slider_ui(ui, &spec);
    let id = entry.id;
    match step {
        Some(SliderStep::To(target)) => out.change(move |session| session.move_weight(id, target, scope)),
        Some(SliderStep::Done) => out.change(|session| {
            session.seal();
            Ok(())
        }),
        None => {}
    }
    if !response.dragged() {
        response.on_hover_ui(|ui| slider_tip_ui(ui, session, entry, node, share));
    }
}

fn slider_tip_ui(ui: &mut Ui, session: &Session, entry: &Entry, node: &Node, share: f64) {
    ui.label(theme::strong(format!("{}, {} of all weight", node.name(), figures::percent(share))));
    if let Some(before) = session.baseline().shares.get(&entry.id) {
        ui.label(theme::caption(ui.ctx(), format!("{} at the baseline", figures::percent(*before))));
    }
    let keys = if session.is_locked(entry.id) {
        "Locked: unlock it to move it"
    } else {
        "All others make room in proportion; with Alt only those of the same group"
    };
    ui.label(theme::caption(ui.ctx(), keys));
}

fn foot_ui(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        for (command, short) in
            [(Command::EvenOut, "Even out"), (Command::ResetWeights, "Reset"), (Command::SetBaseline, "Set baseline")]
        {
            if ui.button(short).on_hover_text(command.explanation()).clicked() {
                out.run(command);
            }
        }
        if !session.document().locks.is_empty() && ui.button("Unlock all").clicked() {
            out.run(Command::UnlockAll);
        }
    });
}
