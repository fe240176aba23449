//! Icons, painted: few enough not to need a font.

use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// An icon that fits a square of 16 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A pair of scales: the program itself.
    Scales,
    Locked,
    Unlocked,
    Cross,
}

impl Icon {
    /// Paints the icon around `center`, `size` points wide.
    pub fn paint(self, painter: &Painter, center: Pos2, size: f32, color: Color32) {
        let unit = size / 16.0;
        let at = |x: f32, y: f32| center + vec2(x, y) * unit;
        let stroke = Stroke::new(1.4 * unit.max(0.8), color);
        let line = |points: &[(f32, f32)]| {
            painter.add(Shape::line(points.iter().map(|&(x, y)| at(x, y)).collect(), stroke));
        };
        match self {
            Self::Scales => {
                line(&[(0.0, -6.5), (0.0, 6.0)]);
                line(&[(-4.0, 6.0), (4.0, 6.0)]);
                line(&[(-6.0, -4.0), (6.0, -4.0)]);
                for (side, drop) in [(-6.0, 2.0), (6.0, 2.0)] {
                    line(&[(side - 2.6, drop), (side, -4.0), (side + 2.6, drop)]);
                    line(&[(side - 2.8, drop), (side - 1.6, drop + 1.8), (side + 1.6, drop + 1.8), (side + 2.8, drop)]);
                }
            }
            Self::Locked | Self::Unlocked => {
                let body = Rect::from_min_max(at(-4.5, -0.5), at(4.5, 6.0));
                let radius = CornerRadius::same(2);
                if self == Self::Locked {
                    painter.rect_filled(body, radius, color);
                    line(&[(-2.8, -0.5), (-2.8, -3.2), (-1.6, -5.2), (1.6, -5.2), (2.8, -3.2), (2.8, -0.5)]);
                } else {
                    painter.rect_stroke(body, radius, stroke, StrokeKind::Middle);
                    line(&[(-2.8, -0.5), (-2.8, -3.8), (-1.6, -5.8), (1.6, -5.8), (2.8, -3.8)]);
                }
            }
            Self::Cross => {
                line(&[(-3.5, -3.5), (3.5, 3.5)]);
                line(&[(-3.5, 3.5), (3.5, -3.5)]);
            }
        }
    }
}

/// The program's icon as pixels, `size` on each side, RGBA: drawn from the same shape as in the window's corner.
#[must_use]
pub fn window_icon(size: usize, fore: Color32, back: Color32) -> Vec<u8> {
    let segments: [(Pos2, Pos2); 9] = [
        (pos2(0.0, -6.0), pos2(0.0, 6.0)),
        (pos2(-4.0, 6.0), pos2(4.0, 6.0)),
        (pos2(-5.5, -4.0), pos2(5.5, -4.0)),
        (pos2(-5.5, -4.0), pos2(-7.5, 2.0)),
        (pos2(-5.5, -4.0), pos2(-3.5, 2.0)),
        (pos2(-7.5, 2.0), pos2(-3.5, 2.0)),
        (pos2(5.5, -4.0), pos2(3.5, 2.0)),
        (pos2(5.5, -4.0), pos2(7.5, 2.0)),
        (pos2(3.5, 2.0), pos2(7.5, 2.0)),
    ];
    let mut pixels = Vec::with_capacity(size * size * 4);
    for y in 0..size {
        for x in 0..size {
            #[expect(clippy::cast_precision_loss, reason = "pixels of an icon")]
            let point = pos2(x as f32 + 0.5, y as f32 + 0.5) * (20.0 / size as f32) - vec2(10.0, 10.0);
            let near = segments.iter().map(|&(a, b)| distance(point, a, b)).fold(f32::MAX, f32::min);
            let cover = ((0.9 - near) * 1.5 + 0.5).clamp(0.0, 1.0);
            let corner = (point.to_vec2().abs() - vec2(6.0, 6.0)).max(vec2(0.0, 0.0)).length();
            let inside = if corner <= 4.0 { 1.0 } else { 0.0 };
            pixels.extend(back.lerp_to_gamma(fore, cover).gamma_multiply(inside).to_srgba_unmultiplied());
        }
    }
    pixels
}

fn distance(point: Pos2, a: Pos2, b: Pos2) -> f32 {
    let along = b - a;
    let t = ((point - a).dot(along) / along.length_sq()).clamp(0.0, 1.0);
    (point - (a + along * t)).length()
}
