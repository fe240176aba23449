//! A score in the matrix.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align2, Area, Context, FontSelection, Frame, Id, Key, Margin, Order, Popup, PopupCloseBehavior, Rect, Response,
    RichText, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::grid::{Grid, Step};
use super::layout::PAD;
use super::{Editing, State, head, spot_id};
use crate::app::outbox::Outbox;
use crate::app::theme::{self, Weight};
use crate::app::views::Spot;
use crate::app::views::actions::offer_context_menu;
use crate::app::views::words::{MatrixLabel, MatrixMessage};
use crate::app::widgets::{cut, paint_scene};
use crate::chart::{self, Spread};
use crate::model::{CellRef, Criterion, Score};
use crate::session::{Action, Rectangle, cell_text, parse_cell};
use crate::text::{Value, numbers};

/// Room for low, likely and high while they are written.
const WIDE_ENOUGH: f32 = 116.0;
const PAD_INSIDE: i8 = 6;

/// Shows the cell at (row, column).
pub fn cell_ui(
    ui: &mut Ui,
    grid: &Grid<'_>,
    at: (usize, usize),
    area: Option<&Rectangle>,
    state: &mut State,
    out: &mut Outbox,
) {
    let (row, column) = at;
    let option = &grid.session.document().alternatives[row];
    let leaf = grid.leaves[column];
    let spot = Spot::Cell(option.id, leaf.id);
    let cell = grid.session.document().alternatives.cell(row, leaf.id);
    let value = grid.session.model().problem().values.get(row, column);
    if state.editing.as_ref().is_some_and(|editing| editing.spot == spot) {
        edit_ui(ui, grid, spot, leaf, state, out);
        return;
    }
    let response = interact(ui, grid, spot, state, out);
    let score = cell.and_then(|cell| cell.score);
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, cell_name(leaf, &option.name)));
    ui.ctx().accesskit_node_builder(spot_id(spot), |node| {
        let text = cell_text(score, &leaf.scale);
        node.set_value(if text.is_empty() { MatrixLabel::Missing.text().to_owned() } else { text });
        node.set_selected(state.cursor == spot);
    });
    paint(ui, grid, column, score, value);
    let inside = area.is_some_and(|area| area.rows.contains(&row) && area.columns.contains(&column));
    let tokens = theme::tokens(ui.ctx());
    if inside {
        head::shade(ui, tokens);
    }
    let rect = ui.max_rect();
    if cell.is_some_and(|cell| !cell.rationale.is_empty() || !cell.evidence.is_empty()) {
        ui.painter().circle_filled(rect.right_top() + MARK, 2.5, *tokens.brass);
    }
    if state.cursor == spot {
        let width = if response.has_focus() { 2.0 } else { 1.5 };
        ui.painter().rect_stroke(rect.shrink(0.5), 2, Stroke::new(width, *tokens.accent), StrokeKind::Inside);
    }
    if response.hovered() && !state.drawing {
        response.on_hover_ui(|ui| tip_ui(ui, &option.name, leaf, cell, value));
    }
}

fn interact(ui: &mut Ui, grid: &Grid<'_>, spot: Spot, state: &mut State, out: &mut Outbox) -> Response {
    let rect = ui.max_rect();
    // Only the chosen place is a stop of the keyboard; arrows lead on from there.
    let stop = if state.cursor == spot { Sense::FOCUSABLE } else { Sense::empty() };
    let response = ui.interact(rect, spot_id(spot), Sense::CLICK | Sense::DRAG | stop);
    if response.gained_focus() && state.cursor != spot {
        state.go(spot, None);
    }
    if response.drag_started() || response.clicked() {
        let extend = ui.input(|input| input.modifiers.shift);
        state.drawing = response.drag_started();
        state.go(spot, extend.then_some(grid));
        state.scroll = false;
    } else if state.drawing && state.cursor != spot && ui.rect_contains_pointer(rect) {
        state.go(spot, Some(grid));
    }
    if response.secondary_clicked() {
        state.go(spot, None);
    }
    if response.double_clicked() {
        super::keys::edit(ui, grid, state);
    }
    if state.cursor == spot && std::mem::take(&mut state.wants_focus) {
        response.request_focus();
    }
    offer_context_menu(&response, grid.session, spot, out);
    response
}

fn paint(ui: &Ui, grid: &Grid<'_>, column: usize, score: Option<Score>, value: f64) {
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    let painter = ui.painter();
    let leaf = grid.leaves[column];
    if value.is_finite() {
        #[expect(clippy::cast_possible_truncation, reason = "a strength of colour")]
        painter.rect_filled(rect, 0, tokens.heat(value as f32));
    }
    let line = Stroke::new(1.0, *tokens.border);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
    painter.vline(rect.right() - 0.5, rect.y_range(), line);

    let left = rect.left() + PAD;
    let width = rect.width() - 2.0 * PAD;
    let Some(score) = score else {
        let font = theme::font(theme::sizes().caption, Weight::Regular);
        painter.text(
            pos2(left, rect.center().y),
            Align2::LEFT_CENTER,
            MatrixLabel::Missing.text(),
            font,
            *tokens.caption,
        );
        // A pattern as well as a word: hatched, like a field left open.
        let mut x = rect.left() + 6.0;
        while x < rect.right() {
            painter.line_segment([pos2(x, rect.bottom() - 1.0), pos2(x + 5.0, rect.bottom() - 6.0)], line);
            x += 7.0;
        }
        return;
    };
    let ends = grid.session.model().problem().criteria[column].ends;
    let spread = ends.and_then(|ends| Spread::of(score, &leaf.scale, ends));
    let marked = spread.filter(|spread| rect.height() >= 40.0 && !(leaf.scale.has_levels() || spread.is_exact()));
    let middle = rect.center().y - if marked.is_some() { 8.0 } else { 0.0 };
    // The name of a level may be long; a figure never is.
    let (size, lines) = match score {
        Score::Level(_) if rect.height() >= 40.0 => (theme::sizes().text, 2),
        _ => (theme::sizes().cell, 1),
    };
    let font = theme::font(size, Weight::Medium);
    let text = cut(ui, &shown(score, leaf), font, *tokens.text, width + 2.0, lines);
    painter.galley(pos2(left, middle - text.size().y / 2.0), text, *tokens.text);
    if let Some(spread) = marked {
        let scene = chart::score_range(spread, f64::from(width), 9.0);
        paint_scene(painter, &scene, pos2(left, rect.bottom() - 17.0), tokens);
    }
}

/// The mark of a rationale, from the corner of its cell: above the letters of a first line that reaches so far.
const MARK: Vec2 = vec2(-6.0, 5.0);

/// The figure in the cell: the one number that stands for the score, in the criterion's unit; the name of a level.
fn shown(score: Score, leaf: &Criterion) -> String {
    match score {
        Score::Level(_) => cell_text(Some(score), &leaf.scale),
        Score::Range(low, high) => numbers::range(low, high),
        Score::Exact(x) | Score::Triangle(_, x, _) => numbers::number(x),
    }
}

fn cell_name(leaf: &Criterion, option: &str) -> String {
    MatrixMessage::Cell { criterion: leaf.name.clone(), option: option.to_owned() }.to_string()
}

fn tip_ui(ui: &mut Ui, option: &str, leaf: &Criterion, cell: Option<CellRef<'_>>, value: f64) {
    ui.label(theme::strong(cell_name(leaf, option)));
    let score = cell.and_then(|cell| cell.score);
    let text = cell_text(score, &leaf.scale);
    let (value, unit) = (Value(value), leaf.scale.unit().to_owned());
    let line = match score {
        None => MatrixLabel::RankedWithout.text().to_owned(),
        Some(_) if unit.is_empty() => MatrixMessage::Worth { score: text, value }.to_string(),
        Some(_) => MatrixMessage::WorthIn { score: text, unit, value }.to_string(),
    };
    ui.label(theme::caption(ui.ctx(), line));
    if let Some(cell) = cell.filter(|cell| !cell.rationale.is_empty()) {
        ui.label(cell.rationale);
    }
}

/// The field in which a cell is written.
fn edit_ui(ui: &mut Ui, grid: &Grid<'_>, spot: Spot, leaf: &Criterion, state: &mut State, out: &mut Outbox) {
    let rect = ui.max_rect();
    let Some(mut editing) = state.editing.take() else { return };
    let (escaped, entered, tabbed, back) = ui.input(|input| {
        let key = |key| input.key_pressed(key);
        (key(Key::Escape), key(Key::Enter), key(Key::Tab), input.modifiers.shift)
    });
    editing.seen = true;
    let id = Id::unique("matrix-editor");
    let before = editing.text.clone();
    let response = field_ui(ui, id, rect, &mut editing);
    response.widget_info(|| {
        let name = MatrixMessage::ScoreOn { criterion: leaf.name.clone() }.to_string();
        WidgetInfo {
            hint_text: Some(MatrixLabel::HowToWrite.text().into()),
            ..WidgetInfo::labeled(Role::TextInput, true, name)
        }
    });
    if editing.fresh {
        editing.fresh = false;
        response.request_focus();
        put_cursor_at_end(ui.ctx(), id, &editing.text);
        ui.ctx().request_repaint();
        state.editing = Some(editing);
        return;
    }
    if editing.text != before {
        editing.fault = None;
    }
    if escaped {
        state.wants_focus = true;
        return;
    }
    if !(entered || tabbed || response.lost_focus()) {
        fault_ui(&response, editing.fault.as_deref());
        state.editing = Some(editing);
        return;
    }
    match parse_cell(&editing.text, &leaf.scale) {
        Ok(score) => {
            let Spot::Cell(option, criterion) = spot else { return };
            out.act(Action::SetScore { option, criterion, score });
            let step = match (entered, tabbed, back) {
                (true, ..) => Some(Step::By { rows: if back { -1 } else { 1 }, columns: 0 }),
                (_, true, true) => Some(Step::Previous),
                (_, true, false) => Some(Step::Next),
                _ => None,
            };
            // Up from the first row would be the head; writing goes on in the cells.
            if let Some(to) = step.map(|step| grid.step(spot, step)) {
                state.go(if matches!(to, Spot::Cell(..)) { to } else { spot }, None);
            }
        }
        Err(reason) => {
            editing.fault = Some(reason);
            response.request_focus();
            state.editing = Some(editing);
        }
    }
}

/// The field itself, over the cell and as wide as a range needs.
fn field_ui(ui: &Ui, id: Id, cell: Rect, editing: &mut Editing) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let size = vec2(cell.width().max(WIDE_ENOUGH), cell.height());
    let area = Area::new(id.with("area")).order(Order::Middle).fixed_pos(cell.min).fade_in(false);
    area.show(ui.ctx(), |ui| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let stroke = Stroke::new(2.0, if editing.fault.is_some() { *tokens.warning } else { *tokens.accent });
        ui.painter().rect(rect.shrink(0.5), 2, *tokens.panel, stroke, StrokeKind::Inside);
        let edit = TextEdit::singleline(&mut editing.text)
            .id(id)
            .font(FontSelection::FontId(theme::font(theme::sizes().cell, Weight::Medium)))
            .frame(Frame::new().inner_margin(Margin::symmetric(PAD_INSIDE, 0)))
            .lock_focus(true)
            .align(Align2::LEFT_CENTER);
        ui.put(rect, edit)
    })
    .inner
}

/// The field is one for all cells: without this it would remember where the cursor was in the last one.
fn put_cursor_at_end(ctx: &Context, id: Id, text: &str) {
    let mut field = TextEdit::load_state(ctx, id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    field.cursor.set_char_range(Some(CCursorRange::one(end)));
    TextEdit::store_state(ctx, id, field);
}

fn fault_ui(response: &Response, fault: Option<&str>) {
    let Some(fault) = fault else { return };
    Popup::from_response(response).open(true).close_behavior(PopupCloseBehavior::IgnoreClicks).show(|ui| {
        let color = *theme::tokens(ui.ctx()).warning;
        ui.set_max_width(280.0);
        ui.label(RichText::new(fault).color(color));
    });
}
