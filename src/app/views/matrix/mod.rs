//! The matrix: options down, criteria across under their groups.

mod cell;
mod grid;
mod head;
mod keys;
mod layout;
mod subject;

use eframe::egui::{CornerRadius, Frame, Id, Margin, Rect, Stroke, Ui, UiBuilder, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate, TableState};

use super::Spot;
use crate::app::outbox::Outbox;
use crate::app::theme;
use crate::session::{Rectangle, Session};
pub use grid::Grid;
use grid::Step;
use layout::Layout;
pub use subject::VIEW;

/// What is chosen in the matrix, and what is being written there.
#[derive(Debug, Default)]
pub struct State {
    pub cursor: Spot,
    /// The other corner of a rectangle of cells.
    anchor: Option<Spot>,
    editing: Option<Editing>,
    wants_focus: bool,
    scroll: bool,
    /// True while the mouse draws a rectangle.
    drawing: bool,
}

/// A cell being written. What does not fit stays here, with the reason.
#[derive(Debug)]
struct Editing {
    spot: Spot,
    text: String,
    /// True until the first frame, which puts the text cursor behind the last letter.
    fresh: bool,
    fault: Option<String>,
    /// True where the cell was in sight in this frame.
    seen: bool,
}

impl Editing {
    fn new(spot: Spot, text: String) -> Self {
        Self { spot, text, fresh: true, fault: None, seen: false }
    }
}

/// The widget of a place, for the focus.
#[must_use]
pub fn spot_id(spot: Spot) -> Id {
    Id::unique(("matrix", spot))
}

impl State {
    /// Chooses a place and gives it the keyboard. With a grid, the rectangle from where it began is extended.
    fn go(&mut self, to: Spot, extend: Option<&Grid<'_>>) {
        self.anchor = match extend {
            Some(grid) if grid.place(to).is_some() && grid.place(self.cursor).is_some() => {
                Some(self.anchor.unwrap_or(self.cursor))
            }
            _ => None,
        };
        self.cursor = to;
        self.wants_focus = true;
        self.scroll = true;
    }

    /// Chooses a place; `focus` also moves the keyboard there.
    pub fn select(&mut self, spot: Spot, focus: bool) {
        self.cursor = spot;
        self.anchor = None;
        self.scroll = true;
        self.wants_focus |= focus;
    }

    /// The option or criterion that takes the place of the chosen one when that is deleted.
    #[must_use]
    pub fn successor(&self, session: &Session) -> Option<Spot> {
        let grid = Grid::of(session);
        let steps = match self.cursor {
            Spot::Option(_) => [1, -1].map(|rows| Step::By { rows, columns: 0 }),
            Spot::Criterion(_) => [1, -1].map(|columns| Step::By { rows: 0, columns }),
            Spot::Corner | Spot::Group(_) | Spot::Cell(..) => return None,
        };
        let to = steps.into_iter().map(|step| grid.step(self.cursor, step)).find(|to| *to != self.cursor)?;
        (std::mem::discriminant(&to) == std::mem::discriminant(&self.cursor)).then_some(to)
    }

    /// Marks a rectangle that has just been written.
    pub fn select_area(&mut self, session: &Session, area: &Rectangle) {
        let grid = Grid::of(session);
        let first = grid.cell(*area.rows.start(), *area.columns.start());
        let last = grid.cell(*area.rows.end(), *area.columns.end());
        if let (Some(first), Some(last)) = (first, last) {
            self.cursor = first;
            self.anchor = (first != last).then_some(last);
        }
    }

    /// Begins to write into the chosen place.
    pub fn edit(&mut self, ui: &Ui, session: &Session) {
        keys::edit(ui, &Grid::of(session), self);
    }

    /// The cells that are chosen.
    #[must_use]
    pub fn chosen_area(&self, session: &Session) -> Option<Rectangle> {
        self.area(&Grid::of(session))
    }

    /// True while a cell is being written.
    #[must_use]
    pub fn is_editing(&self) -> bool {
        self.editing.is_some()
    }

    /// The cells that copying, pasting and clearing work on.
    fn area(&self, grid: &Grid<'_>) -> Option<Rectangle> {
        self.anchor.and_then(|anchor| keys::between(grid, anchor, self.cursor)).or_else(|| grid.area(self.cursor))
    }

    /// Goes back to a place that is still there after a change of the document.
    fn settle(&mut self, session: &Session) {
        if !self.cursor.exists(session.document()) {
            let option = self.cursor.option().filter(|id| session.document().alternative(*id).is_some());
            self.cursor = option.map_or(Spot::Corner, Spot::Option);
            self.wants_focus = true;
        }
        self.anchor = self.anchor.filter(|anchor| anchor.exists(session.document()));
        let gone = |editing: &Editing| !editing.spot.exists(session.document());
        if self.editing.as_ref().is_some_and(gone) {
            self.editing = None;
        }
    }
}

/// Shows the matrix as a card of at most `height` points. Returns the height that it took.
pub fn matrix_ui(ui: &mut Ui, session: &Session, state: &mut State, height: f32, out: &mut Outbox) -> f32 {
    state.settle(session);
    let grid = Grid::of(session);
    keys::read(ui, &grid, state, out);
    let tokens = theme::tokens(ui.ctx());
    let layout = Layout::new(ui, &grid, height);
    let size = vec2(layout.width().min(ui.available_width()), layout.height().min(height));
    let (rect, _) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
    let card = Frame::new()
        .fill(*tokens.panel)
        .stroke(Stroke::new(1.0, *tokens.border))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::ZERO);
    ui.painter().add(card.paint(rect));
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect.shrink(1.0)).id_salt("matrix"));
    child.shrink_clip_rect(rect.shrink(0.5));
    let mut table = Table::new()
        .id_salt("matrix")
        .num_sticky_cols(1)
        .num_rows(grid.rows() as u64)
        .columns(columns(&layout, &grid))
        .headers(headers(&layout, &grid));
    if std::mem::take(&mut state.scroll) {
        if let Some(row) = state.cursor.option().and_then(|id| grid.row(id)) {
            table = table.scroll_to_row(row as u64, None);
        }
        if let Some(column) = state.cursor.node().and_then(|id| grid.column(id)) {
            table = table.scroll_to_column(column + 1, None);
        }
    }
    let area = state.anchor.and_then(|anchor| keys::between(&grid, anchor, state.cursor));
    know_widths(&child, &table);
    let mut delegate = Delegate { grid: &grid, layout: &layout, state, area, region: rect, out };
    table.show(&mut child, &mut delegate);
    keep_in_sight(ui, state);
    if !ui.input(|input| input.pointer.primary_down()) {
        state.drawing = false;
    }
    size.y
}

/// A table that is new to egui is drawn once more than others, to measure its columns. Here their widths are known.
fn know_widths(ui: &Ui, table: &Table) {
    let id = table.get_id(ui);
    if TableState::load(ui.ctx(), id).is_none() {
        TableState::default().store(ui.ctx(), id);
    }
}

/// A cell that is being written comes back when it is scrolled away: what is in it waits to be finished.
fn keep_in_sight(ui: &Ui, state: &mut State) {
    let Some(editing) = &mut state.editing else { return };
    if !std::mem::take(&mut editing.seen) && !editing.fresh {
        state.cursor = editing.spot;
        state.scroll = true;
        ui.ctx().request_repaint();
    }
}

fn columns(layout: &Layout, grid: &Grid<'_>) -> Vec<Column> {
    let fixed = |width: f32| Column::new(width).range(width..=width).resizable(false);
    std::iter::once(fixed(layout.first))
        .chain(grid.leaves.iter().map(|leaf| fixed(layout.column).id(Id::unique(("column", leaf.id)))))
        .collect()
}

fn headers(layout: &Layout, grid: &Grid<'_>) -> Vec<HeaderRow> {
    let mut rows: Vec<HeaderRow> = (0..layout.group_levels)
        .map(|level| HeaderRow { height: layout.group_height, groups: head::group_ranges(grid, level) })
        .collect();
    rows.push(HeaderRow::new(layout.head_height));
    rows
}

struct Delegate<'a> {
    grid: &'a Grid<'a>,
    layout: &'a Layout,
    state: &'a mut State,
    area: Option<Rectangle>,
    /// What is in sight of the part of the table that is being drawn.
    region: Rect,
    out: &'a mut Outbox,
}

impl TableDelegate for Delegate<'_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, info: &HeaderCellInfo) {
        let columns = info.col_range.clone();
        if columns.start == 0 {
            head::corner_ui(ui, self.grid, self.layout, info.row_nr, self.state, self.out);
        } else if info.row_nr < self.layout.group_levels {
            head::group_ui(ui, self.grid, info.row_nr, columns.start - 1, self.state, self.out);
        } else {
            head::criterion_ui(ui, self.grid, self.layout, columns.start - 1, self.state, self.out);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, _row: u64) {
        self.region = ui.clip_rect();
    }

    #[expect(clippy::cast_possible_truncation, reason = "rows are counted in usize everywhere else")]
    fn cell_ui(&mut self, ui: &mut Ui, info: &CellInfo) {
        // Nothing in a cell is larger than the cell. Cut at the edge of the region instead, all cells are drawn in one go:
        // cut each at its own edge, they would take more time to hand to the graphics card than to lay out.
        ui.set_clip_rect(self.region);
        let row = info.row_nr as usize;
        match info.col_nr.checked_sub(1) {
            None => head::option_ui(ui, self.grid, row, self.state, self.out),
            Some(column) => cell::cell_ui(ui, self.grid, (row, column), self.area.as_ref(), self.state, self.out),
        }
    }

    fn default_row_height(&self) -> f32 {
        self.layout.row
    }
}
