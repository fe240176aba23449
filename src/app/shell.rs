//! What stands where in the window.

use eframe::egui::{
    self, Align, Button, CornerRadius, Frame, Layout, Margin, Panel, Rect, Response, RichText, Sense, Stroke, Ui, vec2,
};

use super::App;
use super::command::{Command, Menu};
use super::icons::Icon;
use super::recovery::notices_ui;
use super::theme::{self, MARGIN, RADIUS, UNIT, Weight};
use super::views::{View, checks, details, matrix, ranking, status, weights};
use super::widgets::cut;

/// Below this width weights and ranking take turns with the matrix instead of standing beside it.
const NARROW: f32 = 760.0;
/// Below this height matrix and details no longer share the middle: they follow each other in a longer page.
const LOW: f32 = 420.0;
const LEAST_MATRIX: f32 = 230.0;
const DETAILS: f32 = 300.0;
const GAP: f32 = 14.0;

/// Draws the window.
pub fn shell_ui(app: &mut App, ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    let hairline = Stroke::new(1.0, *tokens.border);
    let width = ui.available_width();
    let narrow = width < NARROW;
    app.narrow = narrow;
    let bar = Frame::new().fill(*tokens.panel).inner_margin(Margin::symmetric(12, 6));
    Panel::top("bar").frame(bar).show_separator_line(true).show(ui, |ui| bar_ui(app, ui));
    notices_ui(app, ui);
    let foot = Frame::new().fill(*tokens.panel).inner_margin(Margin::symmetric(14, 4));
    Panel::bottom("status").frame(foot).exact_size(27.0).show(ui, |ui| {
        status::status_ui(ui, &app.session, app.message.as_ref(), app.jobs.export_under_way(), &mut app.outbox);
    });
    let side = Frame::new().fill(*tokens.panel);
    if !narrow {
        Panel::left("weights").frame(side).exact_size((width * 0.19).clamp(220.0, 340.0)).show(ui, |ui| {
            weights::weights_ui(ui, &app.session, app.matrix.cursor, &mut app.outbox);
        });
        Panel::right("ranking").frame(side).exact_size((width * 0.21).clamp(220.0, 380.0)).show(ui, |ui| {
            ranking::ranking_ui(ui, &app.session, app.matrix.cursor, &mut app.outbox);
        });
    }
    egui::CentralPanel::default().frame(Frame::new().fill(*tokens.window)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        tabs_ui(app, ui, narrow, hairline);
        middle_ui(app, ui);
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
    painter.text(whole.center(), egui::Align2::CENTER_CENTER, "Drop to open", font, *tokens.accent);
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
            let export = primary_button(ui, "Export…").on_hover_text(Command::Export.explanation());
            actions_start = export.rect.left();
            if export.clicked() {
                app.outbox.run(Command::Export);
            }
            let keys = Command::Commands.shortcuts().first().map(|keys| ui.ctx().format_shortcut(keys));
            let keys = RichText::new(keys.unwrap_or_default()).small().color(*tokens.caption);
            if whole.width() > 620.0 {
                let commands = ui.add(Button::new(("Commands", keys)));
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
    let title = if about.title.is_empty() { "Untitled" } else { about.title.as_str() };
    let edited = app.session.is_unsaved();
    let font = theme::font(theme::sizes().name, Weight::SemiBold);
    let name = cut(ui, title, font, *tokens.text, room - 60.0, 1);
    let note = theme::font(theme::sizes().text, Weight::Regular);
    let note = ui.painter().layout_no_wrap(if edited { "edited".into() } else { String::new() }, note, *tokens.caption);
    let gap = if edited { 12.0 } else { 0.0 };
    let width = name.size().x + gap + note.size().x;
    let x = (whole.center().x - width / 2.0).clamp(left, (right - width).max(left));
    let rect = Rect::from_min_size(egui::pos2(x, whole.top()), vec2(width, whole.height()));
    let response = ui.interact(rect, egui::Id::unique("title"), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Title {title}")));
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
        ui.menu_button("Recent", |ui| {
            for path in recent {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                    app.outbox.open(path);
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

fn tabs_ui(app: &mut App, ui: &mut Ui, narrow: bool, hairline: Stroke) {
    let found = app.session.checks().len();
    let views: &[(View, &str)] = if narrow {
        &[(View::Weights, "Weights"), (View::Matrix, "Matrix"), (View::Checks, "Checks"), (View::Ranking, "Ranking")]
    } else {
        &[(View::Matrix, "Matrix"), (View::Checks, "Checks")]
    };
    let shown = if !narrow && app.view != View::Checks { View::Matrix } else { app.view };
    let inner = Frame::new().inner_margin(Margin { left: MARGIN, right: MARGIN, top: 6, bottom: 0 });
    let strip = inner.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for &(view, name) in views {
                if tab_ui(ui, name, shown == view, if view == View::Checks { found } else { 0 }).clicked() {
                    app.outbox.show(view);
                }
            }
        });
    });
    let y = strip.response.rect.bottom();
    ui.painter().hline(ui.max_rect().x_range(), y, hairline);
}

fn tab_ui(ui: &mut Ui, name: &str, chosen: bool, badge: usize) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let weight = if chosen { Weight::SemiBold } else { Weight::Regular };
    let color = if chosen { *tokens.text } else { *tokens.caption };
    let text = ui.painter().layout_no_wrap(name.to_owned(), theme::font(theme::sizes().text, weight), color);
    let small = theme::font(theme::sizes().caption, Weight::Medium);
    let count = (badge > 0).then(|| ui.painter().layout_no_wrap(badge.to_string(), small, *tokens.warning));
    let extra = count.as_ref().map_or(0.0, |count| count.size().x + 20.0);
    let (rect, response) = ui.allocate_exact_size(vec2(text.size().x + 24.0 + extra, 34.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, chosen, name));
    let painter = ui.painter();
    if response.hovered() && !chosen {
        painter.rect_filled(rect.shrink2(vec2(0.0, 3.0)), RADIUS, *tokens.raised);
    }
    let at = egui::pos2(rect.left() + 12.0, rect.center().y - text.size().y / 2.0);
    let end = at.x + text.size().x;
    painter.galley(at, text, color);
    if let Some(count) = count {
        let pill = Rect::from_center_size(
            egui::pos2(end + 8.0 + count.size().x / 2.0 + 4.0, rect.center().y),
            count.size() + vec2(12.0, 2.0),
        );
        painter.rect_filled(pill, 9, *tokens.warning_fill);
        painter.galley(pill.center() - count.size() / 2.0, count, *tokens.warning);
    }
    if chosen {
        let line = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 2.0), rect.right_bottom());
        painter.rect_filled(line, CornerRadius::ZERO, *tokens.accent);
    }
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(2.0), RADIUS, Stroke::new(1.5, *tokens.accent), egui::StrokeKind::Inside);
    }
    response
}

fn middle_ui(app: &mut App, ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    let panel = |ui: &mut Ui, draw: &mut dyn FnMut(&mut Ui)| {
        Frame::new().fill(*tokens.panel).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            draw(ui);
        });
    };
    match app.view {
        View::Weights if app.narrow => panel(ui, &mut |ui| {
            weights::weights_ui(ui, &app.session, app.matrix.cursor, &mut app.outbox);
        }),
        View::Ranking if app.narrow => panel(ui, &mut |ui| {
            ranking::ranking_ui(ui, &app.session, app.matrix.cursor, &mut app.outbox);
        }),
        View::Checks => {
            Frame::new().inner_margin(Margin::same(MARGIN)).show(ui, |ui| {
                checks::checks_ui(ui, &app.session, &mut app.outbox);
            });
        }
        // Beside both panels, weights and ranking are in sight anyway.
        View::Matrix | View::Weights | View::Ranking => {
            Frame::new().inner_margin(Margin::same(MARGIN)).show(ui, |ui| subject_ui(app, ui));
        }
    }
}

/// The matrix, and below it the details of what is chosen in it.
fn subject_ui(app: &mut App, ui: &mut Ui) {
    let room = ui.available_height();
    if room < LOW {
        // Both need their height; what does not fit is a turn of the wheel away.
        egui::ScrollArea::vertical().id_salt("subject").auto_shrink(false).show(ui, |ui| {
            matrix_and_details_ui(app, ui, (room - GAP).max(LEAST_MATRIX), Some(DETAILS));
        });
        return;
    }
    // A small matrix leaves the details what they like; a large one leaves them a third.
    let crowded = app.session.document().alternatives.len() > 6;
    let details = if crowded { (room * 0.3).clamp(90.0, 230.0) } else { (room * 0.42).min(DETAILS) };
    matrix_and_details_ui(app, ui, room - details - GAP, None);
}

/// Shows the matrix in at most `height` points, and the details in a height of their own or in what is left.
fn matrix_and_details_ui(app: &mut App, ui: &mut Ui, height: f32, details: Option<f32>) {
    // The details follow the matrix by a frame, so that a text that is being written there can be handed over.
    let spot = app.matrix.cursor;
    matrix::matrix_ui(ui, &app.session, &mut app.matrix, height, &mut app.outbox);
    ui.add_space(GAP);
    ui.spacing_mut().item_spacing.y = UNIT;
    let size = vec2(ui.available_width(), details.unwrap_or(ui.available_height()));
    ui.allocate_ui(size, |ui| {
        ui.set_max_size(size);
        details::details_ui(ui, &app.session, spot, &mut app.outbox);
    });
    if app.matrix.cursor != spot {
        ui.ctx().request_repaint();
    }
}
