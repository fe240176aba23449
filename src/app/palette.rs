//! Ctrl+K: every command by name.

use eframe::egui::{self, Id, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui};

use super::command::{Command, Menu};
use super::theme;

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

/// Shows the list.
pub fn palette_ui(ui: &mut Ui, palette: &mut Palette, enabled: &dyn Fn(Command) -> bool) -> Chosen {
    let top = egui::Area::new(Id::unique("palette")).anchor(egui::Align2::CENTER_TOP, [0.0, 60.0]);
    let top = top.order(egui::Order::Foreground).kind(egui::UiKind::Modal).sense(egui::Sense::hover());
    let mut chosen_command = None;
    let modal = egui::Modal::new(Id::unique("palette")).area(top).show(ui.ctx(), |ui| {
        ui.set_width(480.0_f32.min(ui.ctx().content_rect().width() - 60.0));
        let (up, down, enter) = ui.input_mut(|input| {
            let mut key = |key| input.consume_key(Modifiers::NONE, key);
            (key(Key::ArrowUp), key(Key::ArrowDown), key(Key::Enter))
        });
        let edit = TextEdit::singleline(&mut palette.wanted).hint_text("Find a command");
        let field = ui.add(edit.desired_width(f32::INFINITY)).accessible_name("Find a command");
        if !field.has_focus() {
            field.request_focus();
        }
        if field.changed() {
            palette.chosen = 0;
        }
        let wanted = palette.wanted.to_lowercase();
        let found = find(&wanted);
        let last = found.len().saturating_sub(1);
        palette.chosen = match (up, down) {
            (true, _) => palette.chosen.saturating_sub(1),
            (_, true) => palette.chosen + 1,
            _ => palette.chosen,
        }
        .min(last);
        let height = (ui.ctx().content_rect().height() - 180.0).clamp(80.0, 440.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (i, (menu, command)) in found.iter().enumerate() {
                let can = enabled(*command);
                let chosen = i == palette.chosen;
                let keys = command.shortcuts().first().map(|keys| ui.ctx().format_shortcut(keys)).unwrap_or_default();
                let place = RichText::new(menu.title()).small().weak();
                let button = egui::Button::selectable(chosen, (command.title(), place)).right_text(keys);
                let width = ui.available_width();
                let response = ui.add_enabled(can, button.min_size(egui::vec2(width, 28.0)));
                if chosen && (up || down) {
                    response.scroll_to_me(None);
                }
                if (response.clicked() || (chosen && enter)) && can {
                    chosen_command = Some(*command);
                }
                response.on_hover_text(command.explanation());
            }
            if found.is_empty() {
                ui.label(theme::caption(ui.ctx(), "No command has these words in its name."));
            }
        });
    });
    match chosen_command {
        Some(command) => Chosen::Command(command),
        None if modal.should_close() => Chosen::Leave,
        None => Chosen::Nothing,
    }
}

/// The commands that have every word of `wanted` in their name, then those that have it in their explanation.
fn find(wanted: &str) -> Vec<(Menu, Command)> {
    let fits = |text: &str| wanted.split_whitespace().all(|word| text.to_lowercase().contains(word));
    let others = |(_, command): &(Menu, Command)| *command != Command::Commands;
    let (mut named, rest): (Vec<_>, Vec<_>) = Command::all().filter(others).partition(|(_, c)| fits(c.title()));
    named.extend(rest.into_iter().filter(|(_, c)| fits(&format!("{} {}", c.title(), c.explanation()))));
    named
}

#[cfg(test)]
mod tests {
    use super::{Command, find};

    #[test]
    fn a_name_comes_before_an_explanation() {
        assert_eq!(find("dark theme")[0].1, Command::ThemeDark);
        assert!(find("theme dark").iter().any(|(_, command)| *command == Command::ThemeSystem));
    }
}
