//! How wide and high the parts of the matrix are.

use eframe::egui::{FontId, Ui};

use super::grid::Grid;
use crate::app::theme::{self, Weight};

/// Sizes of one frame, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The column of options.
    pub first: f32,
    /// Every criterion.
    pub column: f32,
    pub columns: usize,
    pub group_levels: usize,
    pub group_height: f32,
    pub head_height: f32,
    pub row: f32,
    pub rows: usize,
}

const ROW_LOW: f32 = 44.0;
const ROW_HIGH: f32 = 84.0;
const COLUMN_NARROW: f32 = 78.0;
const COLUMN_WIDE: f32 = 168.0;
/// Lines of a criterion's name before it is cut.
pub const NAME_LINES: usize = 5;
pub const PAD: f32 = 9.0;

impl Layout {
    /// Fits the matrix into the width at hand and, if it can, into `height`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of rows and columns")]
    pub fn new(ui: &Ui, grid: &Grid<'_>, height: f32) -> Self {
        let width = ui.available_width() - 2.0;
        let columns = grid.columns();
        let first = (width * 0.22).clamp(120.0, 240.0);
        let column = ((width - first) / columns.max(1) as f32).clamp(COLUMN_NARROW, COLUMN_WIDE);
        let group_levels = grid.group_levels();
        let group_height = 27.0;
        let head_height = head_height(ui, grid, column - 2.0 * PAD);
        let rows = grid.rows();
        let room = height - group_levels as f32 * group_height - head_height - 2.0;
        let row = (room / rows.max(1) as f32).clamp(ROW_LOW, ROW_HIGH).floor();
        Self { first, column, columns, group_levels, group_height, head_height, row, rows }
    }

    /// All columns together.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a count of columns")]
    pub fn width(&self) -> f32 {
        self.first + self.column * self.columns as f32 + 2.0
    }

    /// Heads and rows together.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of rows and levels")]
    pub fn height(&self) -> f32 {
        self.group_levels as f32 * self.group_height + self.head_height + self.row * self.rows as f32 + 2.0
    }
}

/// The font of a criterion's name.
#[must_use]
pub fn name_font() -> FontId {
    theme::font(theme::sizes().caption, Weight::Medium)
}

fn head_height(ui: &Ui, grid: &Grid<'_>, width: f32) -> f32 {
    let font = name_font();
    let color = *theme::tokens(ui.ctx()).text;
    let line = ui.fonts_mut(|fonts| fonts.row_height(&font));
    // Two lines below the name: unit and weight.
    let lines = grid.leaves.iter().map(|leaf| {
        let galley = ui.painter().layout(leaf.name.clone(), font.clone(), color, width);
        galley.rows.len().min(NAME_LINES) + usize::from(!leaf.scale.unit().is_empty())
    });
    #[expect(clippy::cast_precision_loss, reason = "a count of lines")]
    let names = lines.max().unwrap_or(1).max(2) as f32 * line;
    names + line + 22.0
}
