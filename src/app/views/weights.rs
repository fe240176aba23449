//! The left panel: viewpoint, value tree, sliders, locks.

use eframe::egui::{self, Align, Id, Layout, Margin, Modifiers, RichText, ScrollArea, Sense, TextWrapMode, Ui, vec2};

use super::words::{ViewLabel, WeightsLabel, WeightsMessage};
use super::{Class, Side, Spot, View, details, matrix};
use crate::app::command::{Command, keys};
use crate::app::icons::Icon;
use crate::app::outbox::Outbox;
use crate::app::theme::{self, MARGIN, SIDE, UNIT, Weight};
use crate::app::widgets::{
    self, Field, SliderSpec, SliderStep, choose_ui, committed_number, cut, icon_button, named, slider_ui,
};
use crate::model::{Entry, Node, Scope};
use crate::session::{Action, Session};
use crate::text::{Percent, numbers};

/// The view.
pub const VIEW: View = View::new(&Class {
    label: ViewLabel::Weights,
    side: Side::Left,
    keys: keys!(Modifiers::COMMAND, Num1),
    is_possible: |session| !session.document().criteria.is_empty(),
    badge: |_| 0,
    under_way: |_| None,
    focus: |session, matrix| {
        let first = || session.document().leaves().first().map(|leaf| leaf.id);
        matrix.cursor.node().or_else(first).map(slider_id)
    },
    draw: |ui, canvas| weights_ui(ui, canvas.session, canvas.chosen(), canvas.out),
});

/// The slider of a node.
#[must_use]
pub fn slider_id(node: crate::model::Id) -> Id {
    Id::unique(("weight", node))
}

/// Shows the panel. `chosen` is what the matrix has chosen: its criterion is marked here too.
fn weights_ui(ui: &mut Ui, session: &Session, chosen: Spot, out: &mut Outbox) {
    egui::Panel::bottom("weights-foot")
        .frame(egui::Frame::new().inner_margin(Margin::symmetric(MARGIN, 12)))
        .show(ui, |ui| foot_ui(ui, session, out));
    egui::CentralPanel::no_frame().show(ui, |ui| {
        ui.add_space(12.0);
        egui::Frame::new().inner_margin(Margin::symmetric(MARGIN, 0)).show(ui, |ui| head_ui(ui, session, out));
        ui.add_space(2.0 * UNIT);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            egui::Frame::new().inner_margin(Margin::symmetric(MARGIN, 0)).show(ui, |ui| {
                tree_ui(ui, session, chosen, out);
                ui.add_space(SIDE);
            });
        });
    });
}

fn head_ui(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let sum: f64 = session.model().weights().iter().sum();
    ui.horizontal(|ui| {
        ui.label(theme::strong(ViewLabel::Weights.text()));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let has_criteria = session.model().outline().leaves() > 0;
            let text = if has_criteria { numbers::percent(sum) } else { WeightsLabel::NoCriteria.text().to_owned() };
            ui.label(RichText::new(text).weak());
        });
    });
    ui.add_space(UNIT);
    viewpoint_ui(ui, session, out);
}

fn viewpoint_ui(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let document = session.document();
    let chosen = document.viewpoint.and_then(|id| document.viewpoint(id));
    let name = chosen.map_or(WeightsLabel::NoViewpoint.text(), |viewpoint| &viewpoint.name);
    let edited = session.viewpoint_is_edited();
    let width = ui.available_width();
    let text = if edited { WeightsMessage::Edited { name: name.to_owned() }.to_string() } else { name.to_owned() };
    let list = egui::ComboBox::from_id_salt("viewpoint")
        .width(width)
        .height(420.0)
        .wrap_mode(TextWrapMode::Truncate)
        .selected_text(text);
    let said = WeightsMessage::Viewpoint { name: name.to_owned() };
    let (_, response) = choose_ui(ui, list, &said, |ui| {
        ui.set_min_width(width - 2.0 * UNIT);
        let mut done = None;
        for viewpoint in &document.viewpoints {
            let is_chosen = document.viewpoint == Some(viewpoint.id);
            if ui.selectable_label(is_chosen && !edited, &viewpoint.name).clicked() {
                out.act(Action::ChooseViewpoint(viewpoint.id));
                done = Some(());
            }
        }
        if !document.viewpoints.is_empty() {
            ui.separator();
        }
        for command in [Command::SaveViewpoint, Command::RenameViewpoint, Command::DeleteViewpoint] {
            let enabled = command == Command::SaveViewpoint || chosen.is_some();
            if ui.add_enabled(enabled, egui::Button::selectable(false, command.title())).clicked() {
                out.run(command);
                done = Some(());
            }
        }
        done
    });
    response.on_hover_text(WeightsLabel::SavedSets.text());
}

fn tree_ui(ui: &mut Ui, session: &Session, chosen: Spot, out: &mut Outbox) {
    let outline = session.model().outline();
    if outline.entries().is_empty() {
        ui.add_space(2.0 * UNIT);
        ui.label(RichText::new(WeightsLabel::AddToWeigh.text()).weak());
        ui.add_space(UNIT);
        if ui.button(Command::AddCriterion.title()).clicked() {
            out.run(Command::AddCriterion);
        }
        return;
    }
    for (at, entry) in outline.entries().iter().enumerate() {
        if entry.depth == 0 && at > 0 {
            ui.add_space(8.0);
        }
        let Some(node) = session.document().node(entry.id) else { continue };
        let row = Row::new(ui, at, entry, node);
        // A slider out of sight costs only its height.
        let top = ui.cursor().min.y;
        let place = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=top + row.height);
        if ui.is_rect_visible(place.expand(40.0)) || ui.memory(|memory| memory.has_focus(slider_id(entry.id))) {
            row_ui(ui, session, &row, chosen, out);
        }
        let used = ui.cursor().min.y - top;
        ui.add_space((row.height - used).max(0.0));
    }
}

/// A node of the tree, laid out.
struct Row<'a> {
    at: usize,
    entry: &'a Entry,
    node: &'a Node,
    indent: f32,
    name: std::sync::Arc<egui::Galley>,
    height: f32,
}

/// Room for the figure and the lock to the right of a name.
const FIGURES: f32 = 74.0;
const LOCK: f32 = 22.0;
const SLIDER: f32 = 16.0;
const LINE: f32 = 22.0;

impl<'a> Row<'a> {
    fn new(ui: &Ui, at: usize, entry: &'a Entry, node: &'a Node) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a depth of a few levels")]
        let indent = if entry.depth == 0 { SIDE } else { entry.depth as f32 * SIDE };
        let weight = if entry.is_criterion { Weight::Regular } else { Weight::SemiBold };
        let font = theme::font(theme::sizes().text, weight);
        let width = (ui.available_width() - indent - FIGURES).max(40.0);
        let name = cut(ui, node.name(), font, egui::Color32::PLACEHOLDER, width, 3);
        let height = name.size().y.max(LINE) + SLIDER + 7.0;
        Self { at, entry, node, indent, name, height }
    }
}

fn row_ui(ui: &mut Ui, session: &Session, row: &Row<'_>, chosen: Spot, out: &mut Outbox) {
    let (left, right) = (ui.max_rect().left(), ui.max_rect().right());
    let top = ui.cursor().min.y;
    let line = row.name.size().y.max(LINE);
    let part = |from: f32, to: f32, y: f32, height: f32| {
        egui::Rect::from_min_max(egui::pos2(from, y), egui::pos2(to, y + height))
    };
    name_ui(ui, row, part(left, right - FIGURES, top, line), chosen, out);
    // In the order in which Tab goes through them: slider, figure, lock.
    let slider = part(left + row.indent, right, top + line, SLIDER);
    ui.scope_builder(egui::UiBuilder::new().max_rect(slider), |ui| {
        weight_slider_ui(ui, session, row.at, row.entry, row.node, out);
    });
    let beside = top + (line - LINE) / 2.0;
    let in_line = |rect| egui::UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(in_line(part(right - FIGURES, right - LOCK - 2.0, beside, LINE)), |ui| {
        ui.spacing_mut().interact_size.y = LINE;
        percent_ui(ui, session, row, out);
    });
    ui.scope_builder(in_line(part(right - LOCK, right, beside, LINE)), |ui| lock_ui(ui, session, row, out));
}

fn name_ui(ui: &mut Ui, row: &Row<'_>, rect: egui::Rect, chosen: Spot, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    let id = row.entry.id;
    // Not a stop of the keyboard: the slider below is, and the matrix offers the same choice.
    let sense = Sense::CLICK;
    let response = ui.interact(rect, Id::unique(("weight-name", id)), sense);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, row.node.name()));
    if row.entry.depth == 0 {
        let square = egui::Rect::from_center_size(rect.left_center() + vec2(4.5, 0.5), vec2(9.0, 9.0));
        ui.painter().rect_filled(square, 2, tokens.branch(row.entry.branch));
    }
    let color = if chosen.node() == Some(id) { *tokens.accent } else { *tokens.text };
    let at = egui::pos2(rect.left() + row.indent, rect.center().y - row.name.size().y / 2.0);
    ui.painter().galley(at, row.name.clone(), color);
    if response.clicked() {
        out.select(if row.entry.is_criterion { Spot::Criterion(id) } else { Spot::Group(id) });
    }
}

fn lock_ui(ui: &mut Ui, session: &Session, row: &Row<'_>, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    let (id, locked) = (row.entry.id, session.is_locked(row.entry.id));
    let name = row.node.name().to_owned();
    let (icon, color, what) = if locked {
        (Icon::Locked, *tokens.brass, WeightsMessage::Unlock { name })
    } else {
        (Icon::Unlocked, *tokens.faint, WeightsMessage::Lock { name })
    };
    if icon_button(ui, icon, color, &what).clicked() {
        out.act(Action::SetLock { node: id, locked: !locked });
    }
}

fn percent_id(node: crate::model::Id) -> Id {
    Id::unique(("percent", node))
}

fn percent_ui(ui: &mut Ui, session: &Session, row: &Row<'_>, out: &mut Outbox) {
    let id = row.entry.id;
    let share = session.model().share(row.at);
    let (name, shown) = (row.node.name().to_owned(), numbers::percent(share));
    if session.is_locked(id) {
        ui.add_space(4.0);
        let label = ui.label(shown).on_hover_text(WeightsLabel::Locked.text());
        named(label, &WeightsMessage::WeightIs { name, share: Percent(share) });
        return;
    }
    let said = WeightsMessage::WeightOf { name };
    let field = Field::new(percent_id(id), &said, &shown).quiet().right().width(46.0);
    let (_, typed) = field.show(ui, |text| committed_number(text.trim().trim_end_matches('%').trim_end()));
    if widgets::was_left(ui) {
        ui.memory_mut(|memory| memory.request_focus(slider_id(id)));
    }
    if let Some(percent) = typed {
        out.act(Action::SetWeight { node: id, share: percent / 100.0 });
    }
}

fn weight_slider_ui(ui: &mut Ui, session: &Session, at: usize, entry: &Entry, node: &Node, out: &mut Outbox) {
    let tokens = theme::tokens(ui.ctx());
    let scope = if ui.input(|input| input.modifiers.alt) { Scope::Siblings } else { Scope::Everything };
    let Some(movement) = session.movement(entry.id, scope) else { return };
    let share = session.model().share(at);
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
        Some(SliderStep::To(share, scope)) => out.drag(response.id, Action::DragWeight { node: id, share, scope }),
        Some(SliderStep::Write(text)) => widgets::begin(ui.ctx(), percent_id(id), text),
        Some(SliderStep::Choose) => {
            let spot = if entry.is_criterion { Spot::Criterion(id) } else { Spot::Group(id) };
            out.select(spot);
            out.show(matrix::VIEW);
            ui.memory_mut(|memory| memory.request_focus(details::first_field(spot)));
        }
        None => {}
    }
    if !response.dragged() {
        response.on_hover_ui(|ui| slider_tip_ui(ui, session, entry, node, share));
    }
}

fn slider_tip_ui(ui: &mut Ui, session: &Session, entry: &Entry, node: &Node, share: f64) {
    let said = WeightsMessage::ShareOfAll { name: node.name().to_owned(), share: Percent(share) };
    ui.label(theme::strong(said.to_string()));
    if let Some(before) = session.baseline().shares.get(&entry.id) {
        ui.label(theme::caption(ui.ctx(), WeightsMessage::AtBaseline { share: Percent(*before) }.to_string()));
    }
    let keys = if session.is_locked(entry.id) { WeightsLabel::Locked } else { WeightsLabel::MakeRoom };
    ui.label(theme::caption(ui.ctx(), keys.text()));
}

fn foot_ui(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding.x = 8.0;
        for (command, short) in
            [(Command::EvenOut, WeightsLabel::EvenOut), (Command::ResetWeights, WeightsLabel::Reset)]
        {
            if ui.button(short.text()).on_hover_text(command.explanation()).clicked() {
                out.run(command);
            }
        }
        if !session.document().locks.is_empty() && ui.button(WeightsLabel::UnlockAll.text()).clicked() {
            out.run(Command::UnlockAll);
        }
    });
}
