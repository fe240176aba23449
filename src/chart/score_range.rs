//! The small mark in a cell of the matrix: where a score may lie, and where it most likely does.

use super::{Ink, Point, Scene, Shape, Spread, Stroke};

/// A hairline for 0 to 100, a thicker line from low to high, and a tick at the likely value, within `width` by `height`
/// points. A range has no tick, an exact score nothing else.
#[must_use]
pub fn score_range(spread: Spread, width: f64, height: f64) -> Scene {
    let mut scene = Scene::new(width, height);
    let middle = height / 2.0;
    let place = |value: f64| value.clamp(0.0, 100.0) / 100.0 * width;
    let level =
        |from: f64, to: f64, stroke| Shape::Line { from: Point::new(from, middle), to: Point::new(to, middle), stroke };
    scene.decorate(level(0.0, width, Stroke::solid(Ink::Border, 2.0)));
    if !spread.is_exact() {
        let line = level(place(spread.low), place(spread.high), Stroke::solid(Ink::Faint, 3.0));
        scene.add(line, spread.describe());
    }
    if let Some(likely) = spread.likely {
        let x = place(likely);
        let tick =
            Shape::Line { from: Point::new(x, 0.0), to: Point::new(x, height), stroke: Stroke::solid(Ink::Text, 2.5) };
        // The line has said it all where there is one.
        if spread.is_exact() { scene.add(tick, spread.describe()) } else { scene.decorate(tick) }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::super::{Scene, Shape, Spread};
    use super::score_range;

    fn ends(scene: &Scene) -> Vec<(f64, f64)> {
        let ends = |shape: &Shape| match shape {
            Shape::Line { from, to, .. } => Some((from.x, to.x)),
            _ => None,
        };
        scene.items.iter().filter_map(|item| ends(&item.shape)).collect()
    }

    #[test]
    fn a_triangle_is_a_line_with_a_tick() {
        let scene = score_range(Spread { low: 45.0, likely: Some(85.0), high: 95.0 }, 60.0, 10.0);
        assert_eq!(ends(&scene), [(0.0, 60.0), (27.0, 57.0), (51.0, 51.0)]);
        assert_eq!(scene.description(), "45 to 95, most likely 85.");
    }

    #[test]
    fn a_range_has_no_tick_and_an_exact_score_no_line() {
        let range = score_range(Spread { low: 20.0, likely: None, high: 40.0 }, 100.0, 10.0);
        assert_eq!(ends(&range), [(0.0, 100.0), (20.0, 40.0)]);
        let exact = score_range(Spread { low: 30.0, likely: Some(30.0), high: 30.0 }, 100.0, 10.0);
        assert_eq!(ends(&exact), [(0.0, 100.0), (30.0, 30.0)]);
        assert_eq!(exact.description(), "30.");
    }
}
