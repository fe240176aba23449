//! How likely a score's values are: a triangle, a block, or a single mark.

use super::{Ink, Point, Scene, Shape, Spread, Stroke};

/// The density of `spread` over a scale of 0 to 100, within `width` by `height` points: a triangle that rises to the
/// likely value, a block of even height for a range, an upright line for an exact score.
#[must_use]
pub fn triangle(spread: Spread, width: f64, height: f64) -> Scene {
    let mut scene = Scene::new(width, height);
    let x = |value: f64| value.clamp(0.0, 100.0) / 100.0 * width;
    let floor = (height - 1.0).max(0.0);
    let ground = Shape::Line {
        from: Point::new(0.0, floor),
        to: Point::new(width, floor),
        stroke: Stroke::solid(Ink::Border, 1.0),
    };
    scene.decorate(ground);

    let edge = Stroke::solid(Ink::Accent, 1.5);
    let (low, high) = (x(spread.low), x(spread.high));
    let shape = if spread.is_exact() {
        Shape::Line { from: Point::new(high, floor), to: Point::new(high, 0.0), stroke: edge }
    } else {
        let points = match spread.likely {
            Some(likely) => vec![Point::new(low, floor), Point::new(x(likely), 0.0), Point::new(high, floor)],
            // Half as high as a triangle over the same range: both hold the same area.
            None => vec![
                Point::new(low, floor),
                Point::new(low, floor / 2.0),
                Point::new(high, floor / 2.0),
                Point::new(high, floor),
            ],
        };
        Shape::Polygon { points, fill: Ink::Accent.faded(0.22), stroke: Some(edge) }
    };
    scene.add(shape, spread.describe());
    scene
}

#[cfg(test)]
mod tests {
    use super::super::{Point, Shape, Spread};
    use super::triangle;

    fn outline(spread: Spread) -> Vec<Point> {
        let scene = triangle(spread, 200.0, 41.0);
        match &scene.items[1].shape {
            Shape::Polygon { points, .. } => points.clone(),
            Shape::Line { from, to, .. } => vec![*from, *to],
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_peak_is_the_likely_value() {
        let points = outline(Spread { low: 45.0, likely: Some(85.0), high: 95.0 });
        assert_eq!(points, [Point::new(90.0, 40.0), Point::new(170.0, 0.0), Point::new(190.0, 40.0)]);
    }

    #[test]
    fn a_range_is_a_block_and_an_exact_score_a_line() {
        assert_eq!(outline(Spread { low: 20.0, likely: None, high: 40.0 }).len(), 4);
        assert_eq!(
            outline(Spread { low: 50.0, likely: Some(50.0), high: 50.0 }),
            [Point::new(100.0, 40.0), Point::new(100.0, 0.0)]
        );
    }
}
