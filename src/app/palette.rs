//! Ctrl+K: every command by name.

use eframe::egui::{self, Id, RichText, ScrollArea, TextEdit, Ui};

use super::command::{Command, Menu, find};
use super::theme;
use super::widgets::{Walk, walk_keys};
use super::words::WindowLabel;

/// What has been typed, and which of the commands found is chosen.
#[derive(Debug, Default)]
pub struct Palette {
    wanted: String,
    chosen: usize,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Nothing,
    Command(Command),
    /// The user has gone away.
    Leave,
}

/// How far Page up and Page down go.
const PAGE: usize = 10;

/// Shows the list.
pub fn palette_ui(ui: &mut Ui, palette: &mut Palette, enabled: &dyn Fn(Command) -> bool) -> Chosen {
    let top = egui::Area::new(Id::unique("palette")).anchor(egui::Align2::CENTER_TOP, [0.0, 60.0]);
    let top = top.order(egui::Order::Foreground).kind(egui::UiKind::Modal).sense(egui::Sense::hover());
    let mut chosen_command = None;
    let modal = egui::Modal::new(Id::unique("palette")).area(top).show(ui.ctx(), |ui| {
        ui.set_width(480.0_f32.min(ui.ctx().content_rect().width() - 60.0));
        let Walk { steps, enter } = walk_keys(ui);
        let edit = TextEdit::singleline(&mut palette.wanted).hint_text(WindowLabel::FindCommand.text());
        let field = ui.add(edit.desired_width(f32::INFINITY)).accessible_name(WindowLabel::FindCommand.text());
        if !field.has_focus() {
            field.request_focus();
        }
        if field.changed() {
            palette.chosen = 0;
        }
        let found: Vec<Command> = find(&palette.wanted).into_iter().filter(|c| *c != Command::Commands).collect();
        palette.chosen = steps.iter().fold(palette.chosen, |at, step| step.from(at, found.len(), PAGE));
        palette.chosen = palette.chosen.min(found.len().saturating_sub(1));
        let height = (ui.ctx().content_rect().height() - 180.0).clamp(80.0, 440.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (i, command) in found.iter().enumerate() {
                let can = enabled(*command);
                let chosen = i == palette.chosen;
                let response = ui.add_enabled_ui(can, |ui| row_ui(ui, *command, chosen)).inner;
                if chosen && (field.changed() || !steps.is_empty()) {
                    response.scroll_to_me(None);
                }
                if (response.clicked() || (chosen && enter)) && can {
                    chosen_command = Some(*command);
                }
            }
            if found.is_empty() {
                ui.label(theme::caption(ui.ctx(), WindowLabel::NoCommand.text()));
            }
        });
    });
    match chosen_command {
        Some(command) => Chosen::Command(command),
        None if modal.should_close() => Chosen::Leave,
        None => Chosen::Nothing,
    }
}

fn row_ui(ui: &mut Ui, command: Command, chosen: bool) -> egui::Response {
    let keys = command.shortcuts().first().map(|keys| ui.ctx().format_shortcut(keys)).unwrap_or_default();
    let place = RichText::new(Menu::of(command).map_or("", Menu::title)).small().weak();
    let button = egui::Button::selectable(chosen, (command.title(), place)).right_text(keys);
    let width = ui.available_width();
    ui.add(button.min_size(egui::vec2(width, 28.0))).on_hover_text(command.explanation())
}
