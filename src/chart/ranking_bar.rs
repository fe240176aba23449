//! One option of the ranking: its overall value as a bar, made of what each branch of the value tree gives.

use super::{ChartMessage, Corners, Ink, Point, Scene, Shape, Stroke};
use crate::text::Fixed;

/// What a bar shows. All figures are points of the scale of 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingBar<'a> {
    /// From left to right. They sum to `total`.
    pub segments: &'a [Segment<'a>],
    pub total: f64,
    /// The overall value in the baseline state.
    pub ghost: Option<f64>,
}

/// What one branch gives to the overall value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment<'a> {
    /// Place among the top-level nodes of the value tree.
    pub branch: usize,
    pub name: &'a str,
    /// Points of the overall value.
    pub value: f64,
}

/// How far the ghost mark stands out above and below the bar.
const OVERHANG: f64 = 2.0;
const RADIUS: f64 = 3.0;

/// A bar on a track that stands for 0 to 100, within `width` by `height` points.
#[must_use]
pub fn ranking_bar(bar: &RankingBar<'_>, width: f64, height: f64) -> Scene {
    let mut scene = Scene::new(width, height);
    let thickness = (height - 2.0 * OVERHANG).max(0.0);
    let place = |value: f64| value.clamp(0.0, 100.0) / 100.0 * width;
    let block = |from: f64, to: f64, radii: Corners, fill| Shape::Rect {
        min: Point::new(from, OVERHANG),
        width: to - from,
        height: thickness,
        radii,
        fill,
    };
    let whole = block(0.0, width, Corners::all(RADIUS), Ink::Border.faded(0.5));
    scene.add(whole, ChartMessage::OfHundred { total: Fixed(bar.total.max(0.0), 0) });

    let mut sum = 0.0;
    for segment in bar.segments.iter().filter(|segment| segment.value > 0.0) {
        let (from, to) = (place(sum), place(sum + segment.value));
        sum += segment.value;
        if to <= from {
            continue;
        }
        // Only where the bar meets an end of the track is it as round as the track.
        let left = if from <= 0.0 { RADIUS } else { 0.0 };
        let right = if to >= width { RADIUS } else { 0.0 };
        let radii = Corners { top_left: left, bottom_left: left, top_right: right, bottom_right: right };
        let fill = Ink::Branch(segment.branch).into();
        let gives = ChartMessage::Gives { branch: segment.name.to_owned(), value: Fixed(segment.value, 0) };
        scene.add(block(from, to, radii, fill), gives);
    }

    if let Some(ghost) = bar.ghost {
        let x = place(ghost);
        let mark =
            Shape::Line { from: Point::new(x, 0.0), to: Point::new(x, height), stroke: Stroke::solid(Ink::Brass, 2.0) };
        scene.add(mark, ChartMessage::AtBaseline { value: Fixed(ghost.max(0.0), 0) });
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::super::{Ink, Scene, Shape};
    use super::{RankingBar, Segment, ranking_bar};

    fn segment(branch: usize, name: &str, value: f64) -> Segment<'_> {
        Segment { branch, name, value }
    }

    fn rects(scene: &Scene) -> Vec<(f64, f64, Ink)> {
        let rect = |shape: &Shape| match shape {
            Shape::Rect { min, width, fill, .. } => Some((min.x, *width, fill.ink)),
            _ => None,
        };
        scene.items.iter().filter_map(|item| rect(&item.shape)).collect()
    }

    #[test]
    fn segments_stand_one_after_the_other_on_the_track() {
        let segments = [segment(0, "Protection", 25.0), segment(1, "Credibility", 0.0), segment(2, "Fit", 50.0)];
        let scene = ranking_bar(&RankingBar { segments: &segments, total: 75.0, ghost: Some(60.0) }, 200.0, 18.0);
        assert_eq!(
            rects(&scene),
            [(0.0, 200.0, Ink::Border), (0.0, 50.0, Ink::Branch(0)), (50.0, 100.0, Ink::Branch(2))]
        );
        assert_eq!(scene.description(), "75 of 100; Protection gives 25; Fit gives 50; 60 at the baseline.");
    }

    #[test]
    fn nothing_leaves_the_track() {
        let segments = [segment(0, "A", 80.0), segment(1, "B", 80.0)];
        let scene = ranking_bar(&RankingBar { segments: &segments, total: 160.0, ghost: Some(-4.0) }, 100.0, 18.0);
        assert!(rects(&scene).iter().all(|(x, width, _)| *x >= 0.0 && x + width <= 100.0));
    }

    #[test]
    fn an_option_without_value_has_an_empty_track() {
        let scene = ranking_bar(&RankingBar { segments: &[], total: 0.0, ghost: None }, 100.0, 18.0);
        assert_eq!(scene.description(), "0 of 100.");
    }
}
