//! What stands where in the window.

use eframe::egui::{
    self, Align, Button, CornerRadius, Frame, Layout, Margin, Panel, Rect, Response, RichText, Sense, Stroke, Ui, vec2,
};

use super::App;
use super::command::{Command, Menu, MenuLabel};
use super::icons::Icon;
use super::tabs::{Tab, tabs_ui};
use super::theme::{self, MARGIN, RADIUS, Weight};
use super::views::{self, Canvas, Class, Side, View, status};
use super::widgets::cut;
use super::words::{WindowLabel, WindowMessage};
use crate::session::NewName;

/// Below this width weights and ranking take turns with the matrix instead of standing beside it.
const NARROW: f32 = 760.0;

/// Draws the window.
pub fn shell_ui(app: &mut App, ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    let width = ui.available_width();
    let narrow = width < NARROW;
    app.narrow = narrow;
    let bar = Frame::new().fill(*tokens.panel).inner_margin(Margin::symmetric(12, 6));
    Panel::top("bar").frame(bar).show_separator_line(true).show(ui, |ui| bar_ui(app, ui));
    let foot = Frame::new().fill(*tokens.panel).inner_margin(Margin::symmetric(14, 4));
    Panel::bottom("status").frame(foot).exact_size(27.0).show(ui, |ui| {
        status::status_ui(ui, &app.session, app.message.as_ref(), app.jobs.export_under_way(), &mut app.outbox);
    });
    let panel_frame = Frame::new().fill(*tokens.panel);
    for view in views::ALL.into_iter().filter(|view| !view.takes_turns(narrow)) {
        let Class { label, side, draw, .. } = view.class();
        let panel = match side {
            Side::Left => Panel::left(*label).exact_size((width * 0.19).clamp(220.0, 340.0)),
            Side::Middle | Side::Right => Panel::right(*label).exact_size((width * 0.21).clamp(220.0, 380.0)),
        };
        panel.resizable(false).frame(panel_frame).show(ui, |ui| draw(ui, &mut canvas(app)));
    }
    egui::CentralPanel::default().frame(Frame::new().fill(*tokens.window)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(reply) = app.notices.notice_ui(ui) {
            app.outbox.reply(reply);
        }
        let shown = app.shown();
        tabs_row_ui(app, ui, shown);
        middle_ui(app, ui, shown);
    });
    if ui.input(|input| !input.raw.hovered_files.is_empty()) {
        drop_ui(ui);
    }
}

/// What a file that hangs over the window would do.
fn drop_ui(ui: &Ui) {
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    let whole = ui.ctx().content_rect();
    painter.rect_filled(whole, CornerRadius::ZERO, tokens.window.gamma_multiply(0.8));
    painter.rect_stroke(whole.shrink(6.0), RADIUS, Stroke::new(2.0, *tokens.accent), egui::StrokeKind::Inside);
    let font = theme::font(theme::sizes().result, Weight::SemiBold);
    painter.text(whole.center(), egui::Align2::CENTER_CENTER, WindowLabel::Drop.text(), font, *tokens.accent);
}

fn bar_ui(app: &mut App, ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    let whole = ui.max_rect();
    let (mut menus_end, mut actions_start) = (whole.left(), whole.right());
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(26.0, 28.0), Sense::hover());
        Icon::Scales.paint(ui.painter(), rect.center(), 20.0, *tokens.accent);
        ui.spacing_mut().item_spacing.x = 0.0;
        egui::MenuBar::new().ui(ui, |ui| {
            ui.spacing_mut().button_padding = vec2(8.0, 5.0);
            for menu in Menu::ALL {
                let button = ui.menu_button(menu.title(), |ui| menu_ui(app, ui, menu));
                menus_end = button.response.rect.right();
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let export = primary_button(ui, Command::Export.title()).on_hover_text(Command::Export.explanation());
            actions_start = export.rect.left();
            if export.clicked() {
                app.outbox.run(Command::Export);
            }
            let keys = Command::Commands.shortcuts().first().map(|keys| ui.ctx().format_shortcut(keys));
            let keys = RichText::new(keys.unwrap_or_default()).small().color(*tokens.caption);
            if whole.width() > 620.0 {
                let commands = ui.add(Button::new((Command::Commands.title(), keys)));
                actions_start = commands.rect.left();
                if commands.clicked() {
                    app.outbox.run(Command::Commands);
                }
            }
        });
    });
    title_ui(app, ui, whole, menus_end + 12.0, actions_start - 12.0);
}

/// The title in the middle of the bar, or of the room that menus and buttons leave.
fn title_ui(app: &mut App, ui: &mut Ui, whole: Rect, left: f32, right: f32) {
    let tokens = theme::tokens(ui.ctx());
    let room = right - left;
    if room < 120.0 {
        return;
    }
    let about = &app.session.document().about;
    let title = if about.title.is_empty() { NewName::Decision.text() } else { about.title.as_str() };
    let edited = app.session.is_unsaved();
    let font = theme::font(theme::sizes().name, Weight::SemiBold);
    let name = cut(ui, title, font, *tokens.text, room - 60.0, 1);
    let note = theme::font(theme::sizes().text, Weight::Regular);
    let said = if edited { WindowLabel::Edited.text() } else { "" };
    let note = ui.painter().layout_no_wrap(said.to_owned(), note, *tokens.caption);
    let gap = if edited { 12.0 } else { 0.0 };
    let width = name.size().x + gap + note.size().x;
    let x = (whole.center().x - width / 2.0).clamp(left, (right - width).max(left));
    let rect = Rect::from_min_size(egui::pos2(x, whole.top()), vec2(width, whole.height()));
    let response = ui.interact(rect, egui::Id::unique("title"), Sense::click());
    response.widget_info(|| {
        let said = WindowMessage::Title { title: title.to_owned() };
        egui::WidgetInfo::labeled(egui::Role::Button, true, said.to_string())
    });
    let middle = rect.center().y;
    let name_width = name.size().x;
    ui.painter().galley(egui::pos2(x, middle - name.size().y / 2.0), name, *tokens.text);
    ui.painter().galley(egui::pos2(x + name_width + gap, middle - note.size().y / 2.0), note, *tokens.caption);
    if response.has_focus() {
        let outline = Stroke::new(1.5, *tokens.accent);
        ui.painter().rect_stroke(rect.expand2(vec2(4.0, -4.0)), RADIUS, outline, egui::StrokeKind::Outside);
    }
    if response.on_hover_text(Command::DescribeDecision.explanation()).clicked() {
        app.outbox.run(Command::DescribeDecision);
    }
}

fn menu_ui(app: &mut App, ui: &mut Ui, menu: Menu) {
    ui.set_min_width(220.0);
    for (i, group) in menu.groups().iter().enumerate() {
        if i > 0 {
            ui.separator();
        }
        for &command in *group {
            command_button(app, ui, command);
            if command == Command::Open {
                recent_ui(app, ui);
            }
        }
    }
}

fn command_button(app: &mut App, ui: &mut Ui, command: Command) {
    let title = app.command_title(command);
    let mut button = Button::new(title).selected(app.is_on(command));
    if let Some(keys) = command.shortcuts().first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(keys));
    }
    let response = ui.add_enabled(app.can(command), button);
    if response.on_hover_text(command.explanation()).clicked() {
        app.outbox.run(command);
    }
}

fn recent_ui(app: &mut App, ui: &mut Ui) {
    let recent = app.settings.recent.clone();
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button(MenuLabel::Recent.text(), |ui| {
            for path in recent {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                    app.outbox.open(path.0);
                }
            }
        });
    });
}

/// The button that the eye should find first.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let text = RichText::new(text).font(theme::font(theme::sizes().text, Weight::SemiBold)).color(*tokens.on_accent);
    let response = ui.add(Button::new(text).fill(*tokens.accent).stroke(Stroke::NONE));
    if response.has_focus() {
        let outline = Stroke::new(1.5, *tokens.accent);
        ui.painter().rect_stroke(response.rect.expand(2.5), RADIUS + 2, outline, egui::StrokeKind::Middle);
    }
    response
}

/// The tabs of what takes turns in the middle.
fn tabs_row_ui(app: &mut App, ui: &mut Ui, shown: View) {
    let views: Vec<View> = views::ALL.into_iter().filter(|view| view.takes_turns(app.narrow)).collect();
    let tabs: Vec<Tab> = views
        .iter()
        .map(|view| Tab {
            title: view.title(),
            keys: Command::Show(*view).shortcuts().first().copied(),
            badge: (view.class().badge)(&app.session),
            under_way: (view.class().under_way)(&app.session),
        })
        .collect();
    let chosen = views.iter().position(|view| *view == shown).unwrap_or_default();
    if let Some(at) = tabs_ui(ui, &tabs, chosen) {
        app.outbox.show(views[at]);
    }
}

fn middle_ui(app: &mut App, ui: &mut Ui, shown: View) {
    let tokens = theme::tokens(ui.ctx());
    let Class { side, draw, .. } = shown.class();
    if *side == Side::Middle {
        Frame::new().inner_margin(Margin::same(MARGIN)).show(ui, |ui| draw(ui, &mut canvas(app)));
    } else {
        Frame::new().fill(*tokens.panel).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            draw(ui, &mut canvas(app));
        });
    }
}

fn canvas(app: &mut App) -> Canvas<'_> {
    Canvas { session: &app.session, matrix: &mut app.matrix, out: &mut app.outbox }
}
