//! Keys that belong to the widget that has the keyboard.

use eframe::egui::{Event, EventFilter, FocusDirection, Id, Ui};

/// Keeps the keys in `filter` from moving the keyboard elsewhere while `id` has it. To be called in every frame, before
/// anything else that can have the keyboard is drawn.
///
/// egui heeds the filter from the frame after the keyboard came, or after it went from one cell to the next; with keys that
/// repeat faster than frames are drawn that is too late, so what egui has begun is called off as well.
pub fn hold_keys(ui: &Ui, id: Id, filter: EventFilter) {
    let is_held = |event: &Event| matches!(event, Event::Key { pressed: true, .. }) && filter.matches(event);
    let holds = ui.input(|input| input.events.iter().any(is_held));
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, filter);
        if holds {
            memory.move_focus(FocusDirection::None);
        }
    });
}
