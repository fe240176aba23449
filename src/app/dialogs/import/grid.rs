//! The table as it stands in the file, with what each row and column is taken for.

use eframe::egui::{Align2, ComboBox, Id, Rect, Sense, Stroke, TextWrapMode, Ui, UiBuilder, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate};

use crate::app::dialogs::words::ImportMessage;
use crate::app::theme::{self, Weight};
use crate::app::widgets::{choose_ui, cut};
use crate::files::sheet::{Address, Area, Change, Reading, Role, Sheet, Understanding, Workbook, column_name};
use crate::text::Nth;

const ROW: f32 = 26.0;
const HEAD: f32 = 52.0;
const FIRST: f32 = 190.0;
const COLUMN: f32 = 148.0;
const PAD: f32 = 8.0;

/// Shows the table in at most `height` points.
pub fn grid_ui(ui: &mut Ui, workbook: &Workbook, reading: &Reading, height: f32, changes: &mut Vec<Change>) {
    let Some(sheet) = workbook.sheets.get(reading.sheet) else { return };
    let area = reading.area;
    #[expect(clippy::cast_precision_loss, reason = "capped by the height")]
    let wanted = HEAD + ROW * area.rows() as f32 + 14.0;
    let size = vec2(ui.available_width(), wanted.min(height));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let tokens = theme::tokens(ui.ctx());
    ui.painter().rect(
        rect,
        theme::RADIUS,
        *tokens.panel,
        Stroke::new(1.0, *tokens.border),
        eframe::egui::StrokeKind::Inside,
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect.shrink(1.0)).id_salt("import"));
    child.shrink_clip_rect(rect.shrink(0.5));
    let fixed = |width: f32| Column::new(width).range(width..=width).resizable(false);
    let columns = std::iter::once(fixed(FIRST))
        .chain((0..area.columns()).map(|at| fixed(COLUMN).id(Id::unique(("import-column", at)))))
        .collect::<Vec<_>>();
    let table = Table::new()
        // Another table on the same sheet has columns of its own.
        .id_salt(("import", reading.sheet, area))
        .num_sticky_cols(1)
        .num_rows(u64::from(area.rows()))
        .columns(columns)
        .headers([HeaderRow::new(HEAD)]);
    table.show(&mut child, &mut Delegate { sheet, reading, area, changes });
}

struct Delegate<'a> {
    sheet: &'a Sheet,
    reading: &'a Reading,
    area: Area,
    changes: &'a mut Vec<Change>,
}

impl TableDelegate for Delegate<'_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, info: &HeaderCellInfo) {
        let tokens = theme::tokens(ui.ctx());
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0, *tokens.raised);
        let Some(column) = info.col_range.start.checked_sub(1) else { return };
        let letter = column_name(self.area.first.column + small(column));
        label_at(ui, rect.split_top_bottom_at_y(rect.top() + 22.0).0, &letter, *tokens.caption, Weight::Medium);
        let below = rect.split_top_bottom_at_y(rect.top() + 22.0).1.shrink2(vec2(4.0, 2.0));
        let role = self.reading.columns.get(column).copied().unwrap_or(Role::Skip);
        let name = ImportMessage::Column { letter: letter.clone() };
        if let Some(change) = self.use_ui(ui, below, &name, role, Line::Column(column)) {
            self.changes.push(change);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, info: &CellInfo) {
        let tokens = theme::tokens(ui.ctx());
        let rect = ui.max_rect();
        let row = usize::try_from(info.row_nr).unwrap_or(usize::MAX);
        let role = self.reading.rows.get(row).copied().unwrap_or(Role::Skip);
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, *tokens.border));
        let at = |column: usize| self.address(row, column);
        let Some(column) = info.col_nr.checked_sub(1) else {
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 0.5)), 0, *tokens.raised);
            let n = Nth(usize::try_from(at(0).row + 1).unwrap_or(usize::MAX));
            let number = n.0.to_string();
            let (left, right) = rect.split_left_right_at_x(rect.left() + 44.0);
            label_at(ui, left, &number, *tokens.caption, Weight::Medium);
            let name = ImportMessage::Row { n };
            if let Some(change) = self.use_ui(ui, right.shrink2(vec2(4.0, 2.0)), &name, role, Line::Row(row)) {
                self.changes.push(change);
            }
            return;
        };
        let field = self.reading.columns.get(column).copied().unwrap_or(Role::Skip);
        let (color, weight) = match (role, field) {
            (Role::Skip, _) | (_, Role::Skip) => (*tokens.faint, Weight::Regular),
            (Role::CriterionNames | Role::OptionNames, _) | (_, Role::CriterionNames | Role::OptionNames) => {
                (*tokens.text, Weight::SemiBold)
            }
            (Role::Attribute(_), _) | (_, Role::Attribute(_)) => (*tokens.brass, Weight::Regular),
            _ => (*tokens.text, Weight::Regular),
        };
        let text = self.sheet.text(at(column));
        if !text.is_empty() {
            label_at(ui, rect, &text, color, weight);
        }
        let response = ui.interact(rect, Id::unique(("import-cell", row, column)), Sense::hover());
        response.widget_info(|| {
            let named = format!("{} {text}", at(column));
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Cell, true, named)
        });
        if text.chars().count() > 18 {
            response.on_hover_text(text.chars().take(500).collect::<String>());
        }
    }

    fn default_row_height(&self) -> f32 {
        ROW
    }
}

fn label_at(ui: &Ui, rect: Rect, text: &str, color: eframe::egui::Color32, weight: Weight) {
    // More than a cell can show need not be laid out.
    let text: String = text.chars().take(80).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let galley = cut(ui, &text, theme::font(theme::sizes().text, weight), color, rect.width() - 2.0 * PAD, 1);
    let at = Align2::LEFT_CENTER.anchor_size(rect.left_center() + vec2(PAD, 0.0), galley.size());
    ui.painter().galley(at.min, galley, color);
}

/// A row or a column, by its place in the area.
#[derive(Clone, Copy, Debug, Hash)]
enum Line {
    Row(usize),
    Column(usize),
}

impl Delegate<'_> {
    /// A list of what a row or column may be used for; for a criterion also of how its scores may be understood. Returns
    /// what was chosen, where it is something else.
    fn use_ui(&self, ui: &mut Ui, rect: Rect, name: &ImportMessage, role: Role, line: Line) -> Option<Change> {
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(line));
        // As low as a row of the table.
        child.spacing_mut().interact_size.y = rect.height().min(22.0);
        child.spacing_mut().button_padding = vec2(6.0, 1.0);
        let list = ComboBox::from_id_salt(line)
            .width(rect.width())
            .height(360.0)
            .wrap_mode(TextWrapMode::Truncate)
            .selected_text(theme::caption(ui.ctx(), role.name()));
        let name = ImportMessage::Use { line: name.clone().into(), role: role.name() };
        let (chosen, _) = choose_ui(&mut child, list, &name, |ui| {
            let mut chosen = None;
            for other in self.reading.possible_roles(matches!(line, Line::Row(_))) {
                if ui.selectable_label(other == role, other.name()).clicked() {
                    chosen = Some(match line {
                        Line::Row(at) => Change::Row(at, other),
                        Line::Column(at) => Change::Column(at, other),
                    });
                }
            }
            if role == Role::Criterion {
                ui.separator();
                chosen = self.understanding_ui(ui, line).or(chosen);
            }
            chosen
        });
        chosen
    }

    fn understanding_ui(&self, ui: &mut Ui, line: Line) -> Option<Change> {
        let (Line::Row(at) | Line::Column(at)) = line;
        let now = self.reading.scales.get(at)?;
        let levels = match now {
            Understanding::Levels(levels) => levels.clone(),
            _ => self.words(line),
        };
        let mut chosen = None;
        let ways = [Understanding::Number, Understanding::Percent, Understanding::YesNo];
        let levels = (!levels.is_empty()).then_some(Understanding::Levels(levels));
        for way in ways.into_iter().chain(levels) {
            let button = ui.selectable_label(way == *now, ImportMessage::As { way: way.name() }.to_string());
            if button.clicked() {
                chosen = Some(Change::Scale(at, way));
            }
        }
        chosen
    }

    /// The different texts of the options on a criterion, in the order in which they come; none where they are too many to
    /// be levels.
    fn words(&self, line: Line) -> Vec<String> {
        const MOST: usize = 12;
        let roles = match line {
            Line::Column(_) => &self.reading.rows,
            Line::Row(_) => &self.reading.columns,
        };
        let mut words: Vec<String> = Vec::new();
        for (other, _) in roles.iter().enumerate().filter(|(_, role)| **role == Role::Option) {
            let (row, column) = match line {
                Line::Column(at) => (other, at),
                Line::Row(at) => (at, other),
            };
            let text = self.sheet.text(self.address(row, column));
            let text = text.trim();
            if !text.is_empty() && text != "?" && !words.iter().any(|word| word == text) {
                words.push(text.to_owned());
                if words.len() > MOST {
                    return Vec::new();
                }
            }
        }
        words
    }

    /// A cell, by its place in the area.
    fn address(&self, row: usize, column: usize) -> Address {
        Address::new(self.area.first.row + small(row), self.area.first.column + small(column))
    }
}

/// A place within an area, whose corners are addresses.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
