//! Pictures as data.
//!
//! A chart is a function from figures to a [`Scene`]: shapes in points, coloured by token, each with what it means. The
//! window paints a scene, exporters write it down; neither knows what is in it.

mod ranking_bar;
mod scene;
mod score_range;
mod spread;
mod triangle;
mod words;

pub use ranking_bar::{RankingBar, Segment, ranking_bar};
pub use scene::{Anchor, Corners, Ink, Item, Paint, Point, Scene, Shape, Stroke, TextWeight};
pub use score_range::score_range;
pub use spread::Spread;
pub use triangle::triangle;
pub use words::ChartMessage;
