//! The heads of the matrix: corner, groups, criteria, options.

use std::ops::Range;

use eframe::egui::{
    Align2, CornerRadius, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::grid::Grid;
use super::layout::{Layout, NAME_LINES, PAD, name_font, unit, unit_font};
use super::{State, spot_id};
use crate::app::outbox::Outbox;
use crate::app::theme::{self, Tokens, UNIT, Weight};
use crate::app::views::Spot;
use crate::app::views::actions::offer_context_menu;
use crate::app::views::words::{MatrixLabel, MatrixMessage, WeightsMessage};
use crate::app::widgets::cut;
use crate::model::{Direction, Id, Node};
use crate::text::{Percent, numbers};

/// Which columns each group head of a level spans, the column of options included. Columns without a group at this level
/// stand alone.
#[must_use]
pub fn group_ranges(grid: &Grid<'_>, level: usize) -> Vec<Range<usize>> {
    let options = 0..1;
    let mut ranges = Vec::from([options]);
    let mut column = 0;
    while column < grid.columns() {
        let group = group_at(grid, level, column).map(|(_, leaves)| leaves);
        let leaves = group.unwrap_or(column..column + 1);
        ranges.push(leaves.start + 1..leaves.end + 1);
        column = leaves.end;
    }
    ranges
}

fn group_at(grid: &Grid<'_>, level: usize, column: usize) -> Option<(Id, Range<usize>)> {
    let mut entries = grid.outline().entries().iter();
    let found = entries.find(|e| e.depth == level && !e.is_criterion && e.leaves.contains(&column))?;
    Some((found.id, found.leaves.clone()))
}

/// What all heads have in common: choosing, marking, context menu, name for the screen reader.
fn head(
    ui: &mut Ui,
    grid: &Grid<'_>,
    spot: Spot,
    name: &MatrixMessage,
    state: &mut State,
    out: &mut Outbox,
) -> Response {
    let rect = ui.max_rect();
    let stop = if state.cursor == spot { Sense::FOCUSABLE } else { Sense::empty() };
    let response = ui.interact(rect, spot_id(spot), Sense::CLICK | stop);
    if response.gained_focus() && state.cursor != spot {
        state.go(spot, None);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, state.cursor == spot, name.to_string()));
    if response.clicked() || response.secondary_clicked() {
        state.go(spot, None);
    }
    if state.cursor == spot && std::mem::take(&mut state.wants_focus) {
        response.request_focus();
    }
    offer_context_menu(&response, grid.session, spot, out);
    let tokens = theme::tokens(ui.ctx());
    if state.cursor == spot {
        ui.painter().rect_filled(rect, 0, tokens.accent_fill.gamma_multiply(0.6));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0, *tokens.raised);
    }
    response
}

/// Lines around a head, and the ring of the keyboard.
fn frame(ui: &Ui, focused: bool) {
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    let line = Stroke::new(1.0, *tokens.border);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), line);
    if focused {
        ui.painter().rect_stroke(rect.shrink(1.0), 2, Stroke::new(2.0, *tokens.accent), StrokeKind::Inside);
    }
}

pub fn corner_ui(ui: &mut Ui, grid: &Grid<'_>, layout: &Layout, level: usize, state: &mut State, out: &mut Outbox) {
    // The corner is one place, though the table draws it once for each level of heads.
    if level > 0 {
        if state.cursor == Spot::Corner {
            ui.painter().rect_filled(ui.max_rect(), 0, theme::tokens(ui.ctx()).accent_fill.gamma_multiply(0.6));
        }
        let below = ui.interact(ui.max_rect(), spot_id(Spot::Corner).with(level), Sense::CLICK);
        if below.clicked() {
            state.go(Spot::Corner, None);
        }
        if level == layout.group_levels {
            frame(ui, false);
        } else {
            ui.painter().vline(ui.max_rect().right() - 0.5, ui.max_rect().y_range(), hairline(ui));
        }
        return;
    }
    let title = grid.session.document().about.title.clone();
    let response = head(ui, grid, Spot::Corner, &MatrixMessage::Decision { title }, state, out);
    let tokens = theme::tokens(ui.ctx());
    let at = pos2(ui.max_rect().left() + PAD, ui.max_rect().top() + 14.0);
    let font = theme::font(theme::sizes().caption, Weight::SemiBold);
    ui.painter().text(at, Align2::LEFT_CENTER, MatrixLabel::Option.text(), font, *tokens.text);
    if layout.group_levels == 0 {
        frame(ui, response.has_focus());
    } else {
        ui.painter().vline(ui.max_rect().right() - 0.5, ui.max_rect().y_range(), hairline(ui));
        if response.has_focus() {
            ring(ui);
        }
    }
    response.on_hover_text(MatrixLabel::AboutDecision.text());
}

fn hairline(ui: &Ui) -> Stroke {
    Stroke::new(1.0, *theme::tokens(ui.ctx()).border)
}

fn ring(ui: &Ui) {
    let tokens = theme::tokens(ui.ctx());
    ui.painter().rect_stroke(ui.max_rect().shrink(1.0), 2, Stroke::new(2.0, *tokens.accent), StrokeKind::Inside);
}

pub fn group_ui(ui: &mut Ui, grid: &Grid<'_>, level: usize, column: usize, state: &mut State, out: &mut Outbox) {
    let Some((id, _)) = group_at(grid, level, column) else {
        frame(ui, false);
        return;
    };
    let Some(node) = grid.node(id) else { return };
    let share = grid.outline().find(id).map_or(0.0, |at| grid.session.model().share(at));
    let name = MatrixMessage::Group { name: node.name().to_owned(), share: Percent(share) };
    let response = head(ui, grid, Spot::Group(id), &name, state, out);
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    let mut left = rect.left() + PAD;
    if level == 0 {
        let square = Rect::from_center_size(pos2(left + 4.5, rect.center().y), vec2(9.0, 9.0));
        ui.painter().rect_filled(square, 2, tokens.branch(grid.branches[column]));
        left += 17.0;
    }
    let room = rect.right() - left - UNIT;
    let font = theme::font(theme::sizes().caption, Weight::SemiBold);
    let text = cut(ui, node.name(), font, *tokens.text, room, 1);
    ui.painter().galley(pos2(left, rect.center().y - text.size().y / 2.0), text, *tokens.text);
    frame(ui, response.has_focus());
    response.on_hover_ui(|ui| tip_ui(ui, node, share));
}

pub fn criterion_ui(ui: &mut Ui, grid: &Grid<'_>, layout: &Layout, column: usize, state: &mut State, out: &mut Outbox) {
    let leaf = grid.leaves[column];
    let share = grid.session.model().weights()[column];
    let spot = Spot::Criterion(leaf.id);
    let (name, percent) = (leaf.name.clone(), Percent(share));
    let said = match leaf.scale.direction() {
        Direction::Max => MatrixMessage::CriterionMore { name, share: percent },
        Direction::Min => MatrixMessage::CriterionLess { name, share: percent },
        Direction::Target(_) => MatrixMessage::CriterionNear { name, share: percent },
    };
    let response = head(ui, grid, spot, &said, state, out);
    let tokens = theme::tokens(ui.ctx());
    let inner = ui.max_rect().shrink2(vec2(PAD, 8.0));
    let weight = RichText::new(numbers::percent(share));
    let font = theme::font(theme::sizes().caption, Weight::SemiBold);
    let below = ui.painter().text(inner.left_bottom(), Align2::LEFT_BOTTOM, weight.text(), font, *tokens.text);
    let mut bottom = below.top() - 2.0;
    let unit = unit(leaf.scale.direction(), leaf.scale.unit());
    if !unit.is_empty() {
        let text = cut(ui, &unit, unit_font(layout.name), *tokens.caption, inner.width(), 1);
        bottom -= text.size().y;
        ui.painter().galley(pos2(inner.left(), bottom), text, *tokens.caption);
    }
    let text = cut(ui, &leaf.name, name_font(layout.name), *tokens.caption, inner.width(), NAME_LINES);
    let top = (bottom - text.size().y).max(inner.top());
    ui.painter().galley(pos2(inner.left(), top), text, *tokens.caption);
    frame(ui, response.has_focus());
    if let Some(node) = grid.node(leaf.id) {
        response.on_hover_ui(|ui| tip_ui(ui, node, share));
    }
}

pub fn option_ui(ui: &mut Ui, grid: &Grid<'_>, row: usize, state: &mut State, out: &mut Outbox) {
    let document = grid.session.document();
    let option = &document.alternatives[row];
    let spot = Spot::Option(option.id);
    let is_baseline = document.baseline == Some(option.id);
    let name = option.name.clone();
    let said = if is_baseline { MatrixMessage::BaselineOption { name } } else { MatrixMessage::OptionHead { name } };
    let response = head(ui, grid, spot, &said, state, out);
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    let inner = rect.shrink2(vec2(PAD, 6.0));
    let sizes = theme::sizes();
    let title = cut(ui, &option.name, theme::font(sizes.text, Weight::SemiBold), *tokens.text, inner.width(), 2);
    let note = if is_baseline { MatrixLabel::Baseline.text() } else { option.description.as_str() };
    let room = inner.height() - title.size().y;
    let small = theme::font(sizes.caption, Weight::Regular);
    let line = ui.fonts_mut(|fonts| fonts.row_height(&small));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of lines")]
    let lines = (room / line).max(0.0) as usize;
    let color = if is_baseline { *tokens.brass } else { *tokens.caption };
    let below = (lines > 0 && !note.is_empty()).then(|| cut(ui, note, small, color, inner.width(), lines.min(2)));
    let height = title.size().y + below.as_ref().map_or(0.0, |below| below.size().y + 1.0);
    let top = inner.center().y - height / 2.0;
    let title_height = title.size().y;
    let painter = ui.painter();
    painter.galley(pos2(inner.left(), top), title, *tokens.text);
    if let Some(below) = below {
        painter.galley(pos2(inner.left(), top + title_height + 1.0), below, color);
    }
    frame(ui, response.has_focus());
    if !option.description.is_empty() {
        response.on_hover_ui(|ui| {
            ui.label(theme::strong(&option.name));
            ui.label(&option.description);
        });
    }
}

fn tip_ui(ui: &mut Ui, node: &Node, share: f64) {
    let said = WeightsMessage::ShareOfAll { name: node.name().to_owned(), share: Percent(share) };
    ui.label(theme::strong(said.to_string()));
    let description = match node {
        Node::Group(group) => &group.description,
        Node::Criterion(criterion) => &criterion.description,
    };
    if !description.is_empty() {
        ui.label(description);
    }
}

/// The mark of a cell or head that is part of the chosen rectangle.
pub fn shade(ui: &Ui, tokens: &Tokens) {
    ui.painter().rect_filled(ui.max_rect(), CornerRadius::ZERO, tokens.accent.gamma_multiply(0.12));
}
