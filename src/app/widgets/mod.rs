//! Controls that egui does not have, and the painter of scenes.

mod field;
mod icon_button;
mod scene;
mod slider;

pub use field::{Field, committed_number, text_list_ui};
pub use icon_button::icon_button;
pub use scene::{paint_scene, scene_ui};
pub use slider::{SliderSpec, SliderStep, slider_ui};
