//! Paints a [`Scene`].

use eframe::egui::{
    self, Align2, Color32, CornerRadius, Pos2, Response, Role, Sense, Shape as Drawn, Stroke as Line, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use crate::app::theme::{self, Tokens, Weight};
use crate::chart::{Anchor, ChartMessage, Ink, Paint, Point, Scene, Shape, Stroke, TextWeight};

/// Shows a scene as a picture: its parts explain themselves on hover, and a screen reader reads the whole.
pub fn scene_ui(ui: &mut Ui, scene: &Scene, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(point(scene.width), point(scene.height)), Sense::hover());
    if ui.is_rect_visible(rect) {
        paint_scene(ui.painter(), scene, rect.min, theme::tokens(ui.ctx()));
    }
    response.widget_info(|| {
        let said = ChartMessage::Named { name: name.to_owned(), whole: scene.description() };
        WidgetInfo::labeled(Role::Image, true, said.to_string())
    });
    let under = response.hover_pos().map(|at| at - rect.min);
    match under.and_then(|at| scene.meaning_at(Point::new(at.x.into(), at.y.into()))) {
        Some(meaning) => response.on_hover_text_at_pointer(meaning.to_string()),
        None => response,
    }
}

/// Paints a scene with its top left corner at `origin`.
pub fn paint_scene(painter: &egui::Painter, scene: &Scene, origin: Pos2, tokens: &Tokens) {
    for item in &scene.items {
        paint_shape(painter, &item.shape, origin, tokens);
    }
}

fn paint_shape(painter: &egui::Painter, shape: &Shape, origin: Pos2, tokens: &Tokens) {
    let at = |p: Point| origin + vec2(point(p.x), point(p.y));
    let line = |stroke: &Stroke| Line::new(point(stroke.width), color(stroke.paint, tokens));
    match shape {
        Shape::Rect { min, width, height, radii, fill } => {
            let rect = egui::Rect::from_min_size(at(*min), vec2(point(*width), point(*height)));
            let corners = CornerRadius {
                nw: radius(radii.top_left),
                ne: radius(radii.top_right),
                se: radius(radii.bottom_right),
                sw: radius(radii.bottom_left),
            };
            painter.rect(rect, corners, color(*fill, tokens), Line::NONE, StrokeKind::Inside);
        }
        Shape::Line { from, to, stroke } => match stroke.dash {
            None => {
                painter.line_segment([at(*from), at(*to)], line(stroke));
            }
            Some((dash, gap)) => {
                painter.extend(Drawn::dashed_line(&[at(*from), at(*to)], line(stroke), point(dash), point(gap)));
            }
        },
        Shape::Circle { center, radius, fill, stroke } => {
            let outline = stroke.as_ref().map_or(Line::NONE, line);
            painter.circle(at(*center), point(*radius), color(*fill, tokens), outline);
        }
        Shape::Polygon { points, fill, stroke } => {
            let outline = stroke.as_ref().map_or(Line::NONE, line);
            let points = points.iter().copied().map(at).collect();
            painter.add(Drawn::convex_polygon(points, color(*fill, tokens), outline));
        }
        Shape::Polyline { points, stroke } => {
            painter.add(Drawn::line(points.iter().copied().map(at).collect(), line(stroke)));
        }
        Shape::Text { at: place, text, anchor, size, weight, fill } => {
            let anchor = match anchor {
                Anchor::Start => Align2::LEFT_BOTTOM,
                Anchor::Middle => Align2::CENTER_BOTTOM,
                Anchor::End => Align2::RIGHT_BOTTOM,
            };
            let weight = match weight {
                TextWeight::Regular => Weight::Regular,
                TextWeight::Medium => Weight::Medium,
                TextWeight::SemiBold => Weight::SemiBold,
            };
            painter.text(at(*place), anchor, text, theme::font(point(*size), weight), color(*fill, tokens));
        }
    }
}

fn color(paint: Paint, tokens: &Tokens) -> Color32 {
    let full = match paint.ink {
        Ink::Window => *tokens.window,
        Ink::Panel => *tokens.panel,
        Ink::Raised => *tokens.raised,
        Ink::Border => *tokens.border,
        Ink::Text => *tokens.text,
        Ink::Caption => *tokens.caption,
        Ink::Faint => *tokens.faint,
        Ink::Accent => *tokens.accent,
        Ink::AccentFill => *tokens.accent_fill,
        Ink::Brass => *tokens.brass,
        Ink::Warning => *tokens.warning,
        Ink::Branch(branch) => tokens.branch(branch),
    };
    full.gamma_multiply(point(paint.opacity))
}

#[expect(clippy::cast_possible_truncation, reason = "places on the screen")]
fn point(x: f64) -> f32 {
    x as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small radii")]
fn radius(x: f64) -> u8 {
    x.round().clamp(0.0, 255.0) as u8
}
