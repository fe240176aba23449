//! The row of tabs above the middle. Those that there is no room for wait in a menu at its end.

use std::sync::Arc;

use eframe::egui::{
    self, Button, CornerRadius, Frame, Galley, KeyboardShortcut, Margin, Popup, Rect, Response, RichText, Role, Sense,
    Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::theme::{self, MARGIN, RADIUS, Weight};
use super::words::WindowLabel;
use crate::text::numbers;

const HEIGHT: f32 = 34.0;
/// From the edge of a tab to its name.
const SIDE: f32 = 12.0;
const GAP: f32 = 2.0;
/// Room for the arrow of the menu behind its name.
const ARROW: f32 = 16.0;

/// One tab.
#[derive(Clone, Copy, Debug)]
pub struct Tab<'a> {
    pub title: &'a str,
    pub keys: Option<KeyboardShortcut>,
    /// How many things behind it wait for the user.
    pub badge: usize,
    /// How much of what is being worked on for it is done, 0 to 1.
    pub under_way: Option<f32>,
}

/// Shows the tabs. Returns the one that the user turns to.
pub fn tabs_ui(ui: &mut Ui, tabs: &[Tab<'_>], chosen: usize) -> Option<usize> {
    let tokens = theme::tokens(ui.ctx());
    let mut wanted = None;
    let inner = Frame::new().inner_margin(Margin { left: MARGIN, right: MARGIN, top: 6, bottom: 0 });
    let strip = inner.show(ui, |ui| {
        let list = UiBuilder::new().accessibility_role(Role::TabList);
        ui.scope_builder(list, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                let faces: Vec<Face> = tabs
                    .iter()
                    .enumerate()
                    .map(|(at, tab)| Face::new(ui, tab.title, tab.badge, at == chosen))
                    .collect();
                let widths: Vec<f32> = faces.iter().map(|face| face.width() + GAP).collect();
                // The badge of the menu may be as wide as all of theirs.
                let more = Face::new(ui, WindowLabel::MoreTabs.text(), tabs.iter().map(|tab| tab.badge).sum(), false);
                let shown = fit(&widths, ui.available_width() + GAP, more.width() + ARROW + GAP, chosen);
                for (at, face) in faces.into_iter().enumerate().filter(|(at, _)| shown.contains(at)) {
                    if tab_ui(ui, &tabs[at], face, at == chosen).clicked() {
                        wanted = Some(at);
                    }
                }
                if shown.len() < tabs.len() {
                    let hidden: Vec<usize> = (0..tabs.len()).filter(|at| !shown.contains(at)).collect();
                    wanted = more_ui(ui, tabs, &hidden).or(wanted);
                }
            })
        });
    });
    let hairline = Stroke::new(1.0, *tokens.border);
    ui.painter().hline(ui.max_rect().x_range(), strip.response.rect.bottom(), hairline);
    wanted
}

/// Which tabs stand in a row of `room` points: all of them, else the first ones and the chosen one, with `more` points left
/// for the menu of the others.
fn fit(widths: &[f32], room: f32, more: f32, chosen: usize) -> Vec<usize> {
    if widths.iter().sum::<f32>() <= room {
        return (0..widths.len()).collect();
    }
    let mut left = room - more - widths.get(chosen).copied().unwrap_or_default();
    let mut full = false;
    let has_room = |(at, width): (usize, &f32)| {
        if at == chosen {
            return Some(at);
        }
        full = full || *width > left;
        left -= width;
        (!full).then_some(at)
    };
    widths.iter().enumerate().filter_map(has_room).collect()
}

/// What a tab looks like: its name, and the count behind it.
struct Face {
    name: Arc<Galley>,
    count: Option<Arc<Galley>>,
}

impl Face {
    fn new(ui: &Ui, name: &str, badge: usize, chosen: bool) -> Self {
        let tokens = theme::tokens(ui.ctx());
        let weight = if chosen { Weight::SemiBold } else { Weight::Regular };
        let color = if chosen { *tokens.text } else { *tokens.caption };
        let painter = ui.painter();
        let name = painter.layout_no_wrap(name.to_owned(), theme::font(theme::sizes().text, weight), color);
        let small = theme::font(theme::sizes().caption, Weight::Medium);
        let count = (badge > 0).then(|| painter.layout_no_wrap(numbers::count(badge), small, *tokens.warning));
        Self { name, count }
    }

    fn width(&self) -> f32 {
        self.name.size().x + 2.0 * SIDE + self.count.as_ref().map_or(0.0, |count| count.size().x + 20.0)
    }

    /// Paints it into `rect`. Returns where it ends.
    fn paint(self, ui: &Ui, rect: Rect) -> f32 {
        let tokens = theme::tokens(ui.ctx());
        let at = pos2(rect.left() + SIDE, rect.center().y - self.name.size().y / 2.0);
        let end = at.x + self.name.size().x;
        ui.painter().galley(at, self.name, *tokens.text);
        let Some(count) = self.count else { return end };
        let center = pos2(end + 12.0 + count.size().x / 2.0, rect.center().y);
        let pill = Rect::from_center_size(center, count.size() + vec2(12.0, 2.0));
        ui.painter().rect_filled(pill, 9, *tokens.warning_fill);
        ui.painter().galley(pill.center() - count.size() / 2.0, count, *tokens.warning);
        pill.right()
    }
}

fn tab_ui(ui: &mut Ui, tab: &Tab<'_>, face: Face, chosen: bool) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(face.width(), HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, tab.title));
    // A tab is selected where a button would be pressed.
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.clear_toggled();
        node.set_selected(chosen);
    });
    ground_ui(ui, rect, &response, chosen);
    face.paint(ui, rect);
    let foot = rect.with_min_y(rect.bottom() - 2.0);
    if chosen {
        ui.painter().rect_filled(foot, CornerRadius::ZERO, *tokens.accent);
    } else if let Some(share) = tab.under_way {
        let done = foot.with_max_x(egui::lerp(foot.x_range(), share.clamp(0.0, 1.0)));
        ui.painter().rect_filled(done, CornerRadius::ZERO, *tokens.faint);
    }
    let keys = tab.keys.map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    response.on_hover_text(format!("{} {keys}", tab.title))
}

/// The menu of the tabs that there is no room for.
fn more_ui(ui: &mut Ui, tabs: &[Tab<'_>], hidden: &[usize]) -> Option<usize> {
    let tokens = theme::tokens(ui.ctx());
    let badge = hidden.iter().map(|at| tabs[*at].badge).sum();
    let face = Face::new(ui, WindowLabel::MoreTabs.text(), badge, false);
    let (rect, response) = ui.allocate_exact_size(vec2(face.width() + ARROW, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, WindowLabel::MoreViews.text()));
    ground_ui(ui, rect, &response, false);
    let end = face.paint(ui, rect);
    let tip = pos2(end + 10.0, rect.center().y + 2.5);
    let arrow = vec![tip + vec2(-3.5, -4.0), tip, tip + vec2(3.5, -4.0)];
    ui.painter().add(Shape::line(arrow, Stroke::new(1.4, *tokens.caption)));
    let mut wanted = None;
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(180.0);
        for &at in hidden {
            let Tab { title, keys, badge, .. } = tabs[at];
            let count = if badge > 0 { numbers::count(badge) } else { String::new() };
            let mut button = Button::new((title, RichText::new(count).small().color(*tokens.warning)));
            if let Some(keys) = keys {
                button = button.shortcut_text(ui.ctx().format_shortcut(&keys));
            }
            if ui.add(button).clicked() {
                wanted = Some(at);
            }
        }
    });
    wanted
}

fn ground_ui(ui: &Ui, rect: Rect, response: &Response, chosen: bool) {
    let tokens = theme::tokens(ui.ctx());
    if response.hovered() && !chosen {
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 3.0)), RADIUS, *tokens.raised);
    }
    if response.has_focus() {
        let outline = Stroke::new(1.5, *tokens.accent);
        ui.painter().rect_stroke(rect.shrink(2.0), RADIUS, outline, StrokeKind::Inside);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fit;

    #[test]
    fn the_first_tabs_stay_and_the_chosen_one_joins_them() {
        let widths = [60.0; 9];
        assert_eq!(fit(&widths, 540.0, 70.0, 8), (0..9).collect::<Vec<_>>());
        assert_eq!(fit(&widths, 539.0, 70.0, 0), (0..7).collect::<Vec<_>>());
        assert_eq!(fit(&widths, 320.0, 70.0, 1), [0, 1, 2, 3]);
        assert_eq!(fit(&widths, 320.0, 70.0, 7), [0, 1, 2, 7]);
        assert_eq!(fit(&widths, 20.0, 70.0, 4), [4], "the chosen one in any case");
    }

    proptest! {
        #[test]
        fn a_row_is_never_wider_than_its_room(
            widths in prop::collection::vec(20.0..200.0_f32, 1..12), room in 0.0..1200.0_f32, chosen in 0..12_usize,
        ) {
            let (chosen, more) = (chosen % widths.len(), 70.0);
            let shown = fit(&widths, room, more, chosen);
            prop_assert!(shown.contains(&chosen));
            prop_assert!(shown.is_sorted());
            let used: f32 = shown.iter().map(|at| widths[*at]).sum();
            if shown.len() < widths.len() {
                prop_assert!(used + more <= room + 0.01 || shown == [chosen]);
            } else {
                prop_assert!(used <= room || shown == [chosen]);
            }
            // No tab before a hidden one is hidden for it, but for the place of the chosen one.
            let first = shown.iter().enumerate().take_while(|(place, at)| place == *at).count();
            prop_assert!(shown[first..].iter().all(|at| *at == chosen));
        }
    }
}

/// Nine views, as the window will have, in a row of their own.
#[cfg(all(test, feature = "inspection"))]
mod nine {
    use eframe::egui::{self, Role, vec2};
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT, Queryable};

    use super::{Tab, tabs_ui};
    use crate::app::theme;

    const TITLES: [&str; 9] = [
        "Matrix",
        "Why",
        "What would change it",
        "Robustness",
        "Second opinions",
        "Trade-offs",
        "Compare",
        "People",
        "Checks",
    ];

    struct Row(usize);

    impl eframe::App for Row {
        fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
            let badge = |title| if title == "Checks" { 12 } else { 0 };
            let tabs = TITLES.map(|title| Tab { title, keys: None, badge: badge(title), under_way: Some(0.4) });
            if let Some(at) = tabs_ui(ui, &tabs, self.0) {
                self.0 = at;
            }
        }
    }

    fn row(width: f32) -> Harness<'static, Row> {
        let builder = Harness::builder().with_size(vec2(width, 300.0));
        let mut harness = builder.build_eframe(|cc| {
            theme::install(&cc.egui_ctx, true);
            Row(0)
        });
        harness.run();
        harness
    }

    fn titles(harness: &Harness<'_, Row>) -> Vec<String> {
        let tabs = harness.query_all_by_role(Role::Tab);
        tabs.filter_map(|tab| tab.accesskit_node().label()).collect()
    }

    /// The middle at 1024 points beside both panels; windows of 1440 and of 1024 pixels at 200 %; and one with room for all.
    #[test]
    fn every_view_is_in_sight_or_behind_the_last_tab() {
        for width in [584.0, 720.0, 512.0, 1100.0] {
            let mut harness = row(width);
            for (at, title) in TITLES.iter().enumerate() {
                let shown = titles(&harness);
                if shown.iter().all(|shown| shown != title) {
                    harness.get_by_role_and_label(Role::Button, "More views").click();
                    harness.run();
                    let is_it = |node: &egui_kittest::Node<'_>| {
                        let role = node.accesskit_node().role();
                        let named = node.accesskit_node().label().is_some_and(|label| label.starts_with(title));
                        named && matches!(role, Role::Button | Role::MenuItem)
                    };
                    harness.root().children_recursive().find(is_it).expect("an entry of the menu").click();
                } else {
                    harness.get_by_role_and_label(Role::Tab, title).click();
                }
                harness.run();
                assert_eq!(harness.state().0, at, "{title} at {width}");
                let ends = |role| harness.query_all_by_role(role).map(|node| node.rect().right()).fold(0.0, f32::max);
                assert!(ends(Role::Tab).max(ends(Role::Button)) <= width - 16.0 + 0.5, "{title} at {width}");
            }
            assert_eq!(titles(&harness).len() == TITLES.len(), width > 1000.0, "{width}");
        }
    }
}
