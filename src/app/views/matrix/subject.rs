//! The subject of the window: the matrix, and below it the details of what is chosen in it.

use eframe::egui::{Modifiers, ScrollArea, Ui, vec2};

use super::{matrix_ui, spot_id};
use crate::app::command::keys;
use crate::app::theme::UNIT;
use crate::app::views::words::ViewLabel;
use crate::app::views::{Canvas, Class, Side, Spot, View, details};

/// Below this height matrix and details no longer share the middle: they follow each other in a longer page.
const LOW: f32 = 420.0;
const LEAST_MATRIX: f32 = 230.0;
const DETAILS: f32 = 300.0;
const GAP: f32 = 14.0;

/// The view.
pub const VIEW: View = View::new(&Class {
    label: ViewLabel::Matrix,
    side: Side::Middle,
    keys: keys!(Modifiers::COMMAND, Num2),
    is_possible: |_| true,
    badge: |_| 0,
    under_way: |_| None,
    focus: |session, matrix| {
        let spot = if matrix.cursor.has_place(session) { matrix.cursor } else { Spot::Corner };
        matrix.select(spot, true);
        Some(spot_id(spot))
    },
    draw: subject_ui,
});

fn subject_ui(ui: &mut Ui, canvas: &mut Canvas<'_>) {
    let room = ui.available_height();
    if room < LOW {
        // Both need their height; what does not fit is a turn of the wheel away.
        ScrollArea::vertical().id_salt("subject").auto_shrink(false).show(ui, |ui| {
            matrix_and_details_ui(ui, canvas, (room - GAP).max(LEAST_MATRIX), Some(DETAILS));
        });
        return;
    }
    // A small matrix leaves the details what they like; a large one leaves them a third.
    let crowded = canvas.session.document().alternatives.len() > 6;
    let details = if crowded { (room * 0.3).clamp(90.0, 230.0) } else { (room * 0.42).min(DETAILS) };
    matrix_and_details_ui(ui, canvas, room - details - GAP, None);
}

/// Shows the matrix in at most `height` points, and the details in a height of their own or in what is left.
fn matrix_and_details_ui(ui: &mut Ui, canvas: &mut Canvas<'_>, height: f32, details: Option<f32>) {
    // The details follow the matrix by a frame, so that a text that is being written there can be handed over.
    let spot = canvas.chosen();
    matrix_ui(ui, canvas.session, canvas.matrix, height, canvas.out);
    ui.add_space(GAP);
    ui.spacing_mut().item_spacing.y = UNIT;
    let size = vec2(ui.available_width(), details.unwrap_or(ui.available_height()));
    ui.allocate_ui(size, |ui| {
        ui.set_max_size(size);
        details::details_ui(ui, canvas.session, spot, canvas.out);
    });
    if canvas.chosen() != spot {
        ui.ctx().request_repaint();
    }
}
