//! Shapes, colours by token, and what each part means.

use super::ChartMessage;
use crate::text::{List, Message};

/// A picture of `width` by `height` points, origin top left. Later items lie over earlier ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    pub items: Vec<Item>,
}

/// A shape and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub shape: Shape,
    /// What the part says, for hover and screen reader: a phrase without a full stop. None for mere decoration.
    pub meaning: Option<Message>,
}

/// A place in a scene, in points from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// Lengths are points.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        min: Point,
        width: f64,
        height: f64,
        radii: Corners,
        fill: Paint,
    },
    Line {
        from: Point,
        to: Point,
        stroke: Stroke,
    },
    Circle {
        center: Point,
        radius: f64,
        fill: Paint,
        stroke: Option<Stroke>,
    },
    /// Convex, closed without the first point being repeated.
    Polygon {
        points: Vec<Point>,
        fill: Paint,
        stroke: Option<Stroke>,
    },
    Polyline {
        points: Vec<Point>,
        stroke: Stroke,
    },
    /// `at` is on the baseline of the text, at its start, middle or end.
    Text {
        at: Point,
        text: String,
        anchor: Anchor,
        size: f64,
        weight: TextWeight,
        fill: Paint,
    },
}

/// Radii of a rectangle's corners.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Corners {
    pub top_left: f64,
    pub top_right: f64,
    pub bottom_right: f64,
    pub bottom_left: f64,
}

/// A drawn line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub paint: Paint,
    pub width: f64,
    /// Lengths of dash and gap; None for a solid line.
    pub dash: Option<(f64, f64)>,
}

/// A colour token with an opacity of 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    pub ink: Ink,
    pub opacity: f64,
}

/// Colour tokens: what a colour means. Each painter brings its own colours for a light and a dark ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    Window,
    Panel,
    Raised,
    Border,
    Text,
    Caption,
    Faint,
    /// Choice and action.
    Accent,
    AccentFill,
    /// The baseline and what was.
    Brass,
    Warning,
    /// A top-level node of the value tree, by its place there. See [`Ink::hue`].
    Branch(usize),
}

/// Which end of a text its position names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextWeight {
    #[default]
    Regular,
    Medium,
    SemiBold,
}

impl Scene {
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        Self { width: width.max(0.0), height: height.max(0.0), items: Vec::new() }
    }

    /// Adds a part that means something.
    pub fn add(&mut self, shape: Shape, meaning: impl Into<Message>) {
        self.items.push(Item { shape, meaning: Some(meaning.into()) });
    }

    /// Adds a part that only helps the eye.
    pub fn decorate(&mut self, shape: Shape) {
        self.items.push(Item { shape, meaning: None });
    }

    /// The whole picture read aloud: the meanings in painting order, as one sentence. Empty where nothing is meant.
    #[must_use]
    pub fn description(&self) -> String {
        let parts = List::semicolons(self.items.iter().filter_map(|item| item.meaning.clone()));
        if parts.items.is_empty() { String::new() } else { ChartMessage::Whole { parts }.to_string() }
    }

    /// What lies under `point`: the meaning of the topmost part that has one, with a margin around thin marks.
    #[must_use]
    pub fn meaning_at(&self, point: Point) -> Option<&Message> {
        self.items.iter().rev().filter(|item| item.shape.is_near(point)).find_map(|item| item.meaning.as_ref())
    }
}

impl Shape {
    /// True within the shape's bounding box, which is taken to be at least eight points wide and high: a tick of two
    /// points is hard to hit. Texts are left to their painter, which knows how wide they are.
    fn is_near(&self, point: Point) -> bool {
        const LEAST: f64 = 8.0;
        let within = |min: Point, max: Point| {
            let (slack_x, slack_y) =
                (((LEAST - (max.x - min.x)) / 2.0).max(0.0), ((LEAST - (max.y - min.y)) / 2.0).max(0.0));
            (min.x - slack_x..=max.x + slack_x).contains(&point.x)
                && (min.y - slack_y..=max.y + slack_y).contains(&point.y)
        };
        match self {
            Self::Rect { min, width, height, .. } => within(*min, Point::new(min.x + width, min.y + height)),
            Self::Line { from, to, .. } => within(from.min(*to), from.max(*to)),
            Self::Circle { center, radius, .. } => within(
                Point::new(center.x - radius, center.y - radius),
                Point::new(center.x + radius, center.y + radius),
            ),
            Self::Polygon { points, .. } | Self::Polyline { points, .. } => points
                .iter()
                .copied()
                .reduce(Point::min)
                .zip(points.iter().copied().reduce(Point::max))
                .is_some_and(|(min, max)| within(min, max)),
            Self::Text { .. } => false,
        }
    }
}

impl Point {
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    fn min(self, other: Self) -> Self {
        Self::new(self.x.min(other.x), self.y.min(other.y))
    }

    fn max(self, other: Self) -> Self {
        Self::new(self.x.max(other.x), self.y.max(other.y))
    }
}

impl Corners {
    #[must_use]
    pub const fn all(radius: f64) -> Self {
        Self { top_left: radius, top_right: radius, bottom_right: radius, bottom_left: radius }
    }
}

impl Stroke {
    #[must_use]
    pub fn solid(ink: Ink, width: f64) -> Self {
        Self { paint: ink.into(), width, dash: None }
    }
}

impl From<Ink> for Paint {
    fn from(ink: Ink) -> Self {
        Self { ink, opacity: 1.0 }
    }
}

impl Ink {
    /// How many hues there are for branches; further branches begin again with the first.
    pub const HUES: usize = 8;

    /// The same colour, let through by the share `1 - opacity`.
    #[must_use]
    pub fn faded(self, opacity: f64) -> Paint {
        Paint { ink: self, opacity: opacity.clamp(0.0, 1.0) }
    }

    /// Which of the [`Ink::HUES`] a branch has.
    #[must_use]
    pub fn hue(branch: usize) -> usize {
        branch % Self::HUES
    }
}

#[cfg(test)]
mod tests {
    use super::{ChartMessage, Corners, Ink, Point, Scene, Shape, Stroke};
    use crate::text::Fixed;

    fn figure(value: f64) -> ChartMessage {
        ChartMessage::Exact { value: Fixed(value, 0) }
    }

    fn tick(x: f64) -> Shape {
        Shape::Line { from: Point::new(x, 0.0), to: Point::new(x, 10.0), stroke: Stroke::solid(Ink::Brass, 2.0) }
    }

    #[test]
    fn a_scene_is_read_in_painting_order_without_its_decoration() {
        let mut scene = Scene::new(100.0, 10.0);
        assert_eq!(scene.description(), "");
        scene.add(tick(1.0), figure(1.0));
        scene.decorate(tick(2.0));
        scene.add(tick(3.0), figure(3.0));
        assert_eq!(scene.description(), "1; 3.");
    }

    #[test]
    fn hover_finds_the_topmost_part_and_is_kind_to_thin_ones() {
        let mut scene = Scene::new(100.0, 10.0);
        let block = Shape::Rect {
            min: Point::default(),
            width: 50.0,
            height: 10.0,
            radii: Corners::default(),
            fill: Ink::Branch(0).into(),
        };
        scene.add(block, figure(1.0));
        scene.add(tick(40.0), figure(2.0));
        assert_eq!(scene.meaning_at(Point::new(10.0, 5.0)), Some(&figure(1.0).into()));
        assert_eq!(scene.meaning_at(Point::new(43.0, 5.0)), Some(&figure(2.0).into()));
        assert_eq!(scene.meaning_at(Point::new(60.0, 5.0)), None);
    }
}
