//! How wide and high the parts of the matrix are.

use eframe::egui::{FontId, Ui};

use super::grid::Grid;
use crate::app::theme::{self, Weight};
use crate::app::views::words::MatrixMessage;
use crate::model::Direction;
use crate::text::Common;

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
    /// Size of the criteria's names: as large as the longest word allows.
    pub name: f32,
    pub row: f32,
    pub rows: usize,
}

const ROW_LOW: f32 = 44.0;
const ROW_HIGH: f32 = 84.0;
const COLUMN_NARROW: f32 = 66.0;
const COLUMN_WIDE: f32 = 168.0;
/// Lines of a criterion's name before it is cut.
pub const NAME_LINES: usize = 5;
pub const PAD: f32 = 5.0;
/// The smallest type in which a long word may stand before it is broken.
const NAME_LEAST: f32 = 9.0;

impl Layout {
    /// Fits the matrix into the width at hand and, if it can, into `height`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of rows and columns")]
    pub fn new(ui: &Ui, grid: &Grid<'_>, height: f32) -> Self {
        let width = ui.available_width() - 2.0;
        let columns = grid.columns();
        let first = (width * 0.18).clamp(116.0, 240.0);
        let column = ((width - first) / columns.max(1) as f32).clamp(COLUMN_NARROW, COLUMN_WIDE);
        let group_levels = grid.group_levels();
        let group_height = 27.0;
        let name = name_size(ui, grid, column - 2.0 * PAD);
        let head_height = head_height(ui, grid, name, column - 2.0 * PAD);
        let rows = grid.rows();
        let room = height - group_levels as f32 * group_height - head_height - 2.0;
        let row = (room / rows.max(1) as f32).clamp(ROW_LOW, ROW_HIGH).floor();
        Self { first, column, columns, group_levels, group_height, head_height, name, row, rows }
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

/// The font of the criteria's names.
#[must_use]
pub fn name_font(size: f32) -> FontId {
    theme::font(size, Weight::Medium)
}

/// The font of their units, no larger than the names above them.
#[must_use]
pub fn unit_font(size: f32) -> FontId {
    theme::font(size, Weight::Regular)
}

fn name_size(ui: &Ui, grid: &Grid<'_>, width: f32) -> f32 {
    let full = theme::sizes().caption;
    let color = *theme::tokens(ui.ctx()).text;
    let words = grid.leaves.iter().flat_map(|leaf| leaf.name.split([' ', '-']));
    // Words of up to eight letters fit any column.
    let long = words.filter(|word| word.len() > 8);
    let widths = long.map(|word| ui.painter().layout_no_wrap(word.to_owned(), name_font(full), color).size().x);
    let widest = widths.fold(width, f32::max);
    // Half points, so that a word that is a little longer does not change the size of all by a hair.
    ((full * width / widest) * 2.0).floor().max(2.0 * NAME_LEAST).min(2.0 * full) / 2.0
}

fn head_height(ui: &Ui, grid: &Grid<'_>, size: f32, width: f32) -> f32 {
    let color = *theme::tokens(ui.ctx()).text;
    let (name, weight) = (name_font(size), name_font(theme::sizes().caption));
    let (line, below) = ui.fonts_mut(|fonts| (fonts.row_height(&name), fonts.row_height(&weight)));
    let heights = grid.leaves.iter().map(|leaf| {
        let galley = ui.painter().layout(leaf.name.clone(), name.clone(), color, width);
        #[expect(clippy::cast_precision_loss, reason = "a count of lines")]
        let lines = galley.rows.len().min(NAME_LINES) as f32;
        let has_unit = !unit(leaf.scale.direction(), leaf.scale.unit()).is_empty();
        lines * line + if has_unit { line } else { 0.0 }
    });
    heights.fold(2.0 * line, f32::max) + below + 22.0
}

/// Unit, and an arrow where less is better or the target where one is set. In words it is in the details.
pub fn unit(direction: Direction, unit: &str) -> String {
    match direction {
        Direction::Max => unit.trim().to_owned(),
        Direction::Min => format!("{unit} ↓").trim().to_owned(),
        Direction::Target(target) => MatrixMessage::Near { target: Common::quantity(target, unit.trim()) }.to_string(),
    }
}
