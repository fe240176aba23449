//! Which table is meant, and how its rows and columns lie.

use eframe::egui::{Align, ComboBox, Layout, TextEdit, Ui};

use super::Table;
use crate::app::dialogs::words::{ImportLabel, ImportMessage};
use crate::app::theme;
use crate::app::widgets::choose_ui;
use crate::files::sheet::{Area, Change, Decimal, Orientation};

pub fn settings_ui(ui: &mut Ui, table: &mut Table, changes: &mut Vec<Change>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        title_ui(ui, table, changes);
        sheet_ui(ui, table, changes);
        area_ui(ui, table, changes);
        orientation_ui(ui, table, changes);
        decimal_ui(ui, table, changes);
    });
}

/// A control with a caption in front of it.
fn labelled<R>(ui: &mut Ui, name: ImportLabel, control: impl FnOnce(&mut Ui) -> R) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(theme::caption(ui.ctx(), name.text()));
        control(ui);
    });
}

fn title_ui(ui: &mut Ui, table: &mut Table, changes: &mut Vec<Change>) {
    labelled(ui, ImportLabel::Title, |ui| {
        let field = ui.add(TextEdit::singleline(&mut table.title).desired_width(180.0));
        // The decision behind the dialog has a title too.
        let field = field.accessible_name(ImportLabel::TitleOfImport.text());
        if field.lost_focus() && table.title != table.recognised.reading.title {
            changes.push(Change::Title(table.title.clone()));
        }
    });
}

fn sheet_ui(ui: &mut Ui, table: &Table, changes: &mut Vec<Change>) {
    let sheets = &table.workbook.sheets;
    if sheets.len() < 2 {
        return;
    }
    let chosen = table.recognised.reading.sheet;
    let name = |at: usize| {
        let sheet = &sheets[at];
        let name = sheet.name.clone();
        if sheet.hidden { ImportMessage::HiddenSheet { name }.to_string() } else { name }
    };
    labelled(ui, ImportLabel::Sheet, |ui| {
        let list = ComboBox::from_id_salt("sheet").width(150.0).selected_text(name(chosen));
        let (sheet, _) = choose_ui(ui, list, &ImportMessage::SheetCalled { name: name(chosen) }, |ui| {
            let mut sheet = None;
            for at in 0..sheets.len() {
                if ui.selectable_label(at == chosen, name(at)).clicked() {
                    sheet = Some(at);
                }
            }
            sheet
        });
        changes.extend(sheet.map(Change::Sheet));
    });
}

fn area_ui(ui: &mut Ui, table: &mut Table, changes: &mut Vec<Change>) {
    labelled(ui, ImportLabel::Cells, |ui| {
        let field = ui.add(TextEdit::singleline(&mut table.area).desired_width(90.0).hint_text("A1:F20"));
        let field = field.accessible_name(ImportLabel::Cells.text());
        let now = table.recognised.reading.area;
        if field.lost_focus() && table.area != now.to_string() {
            match table.area.parse::<Area>() {
                Ok(area) => changes.push(Change::Area(area)),
                Err(fault) => table.fault = Some(fault),
            }
        }
    });
}

fn orientation_ui(ui: &mut Ui, table: &Table, changes: &mut Vec<Change>) {
    let now = table.recognised.reading.orientation;
    labelled(ui, ImportLabel::OptionsAre, |ui| {
        let rows = (Orientation::Rows, ImportLabel::Rows, ImportLabel::OptionsAreRows);
        let columns = (Orientation::Columns, ImportLabel::Columns, ImportLabel::OptionsAreColumns);
        for (orientation, name, spoken) in [rows, columns] {
            let button = ui.selectable_label(now == orientation, name.text()).accessible_name(spoken.text());
            if button.clicked() && now != orientation {
                changes.push(Change::Orientation(orientation));
            }
        }
    });
}

fn decimal_ui(ui: &mut Ui, table: &Table, changes: &mut Vec<Change>) {
    let now = table.recognised.reading.decimal;
    labelled(ui, ImportLabel::Decimals, |ui| {
        for (decimal, name, spoken) in
            [(Decimal::Point, "1.5", ImportLabel::DecimalPoint), (Decimal::Comma, "1,5", ImportLabel::DecimalComma)]
        {
            let button = ui.selectable_label(now == decimal, name).accessible_name(spoken.text());
            if button.clicked() && now != decimal {
                changes.push(Change::Decimal(decimal));
            }
        }
    });
}
