//! The keyboard in the matrix: moving, choosing, typing, copying.

use eframe::egui::{Event, EventFilter, FocusDirection, Key, Modifiers, Ui};

use super::grid::{Grid, Step};
use super::{Editing, State, spot_id};
use crate::app::command::Command;
use crate::app::outbox::Outbox;
use crate::app::views::words::MatrixLabel;
use crate::app::views::{Spot, details};
use crate::app::widgets::hold_keys;
use crate::session::{Action, Rectangle, cell_text};

/// Reads the keys while the chosen place has the focus.
pub fn read(ui: &Ui, grid: &Grid<'_>, state: &mut State, out: &mut Outbox) {
    let id = spot_id(state.cursor);
    if state.editing.is_some() || !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
    hold_keys(ui, id, filter);
    let events = ui.input(|input| input.events.clone());
    for event in events {
        // What is typed faster than frames are drawn belongs to the cell that the first letter has opened.
        if let Some(editing) = &mut state.editing {
            if let Event::Text(text) = event {
                editing.text.push_str(&text);
            }
            continue;
        }
        match event {
            Event::Key { key, pressed: true, modifiers, .. } => key_pressed(ui, grid, state, key, modifiers, out),
            Event::Text(text) if !text.trim().is_empty() && !ui.input(|i| i.modifiers.command || i.modifiers.alt) => {
                if let Spot::Cell(..) = state.cursor {
                    state.editing = Some(Editing::new(state.cursor, text));
                }
            }
            Event::Copy => copy(ui, grid, state),
            Event::Cut => {
                copy(ui, grid, state);
                clear(grid, state, out);
            }
            Event::Paste(text) => paste(grid, state, text, out),
            _ => {}
        }
    }
}

fn key_pressed(ui: &Ui, grid: &Grid<'_>, state: &mut State, key: Key, modifiers: Modifiers, out: &mut Outbox) {
    if modifiers.alt {
        return;
    }
    let page = 10;
    let by = |rows, columns| Some(Step::By { rows, columns });
    let step = match (key, modifiers.command) {
        (Key::ArrowUp, false) => by(-1, 0),
        (Key::ArrowDown, false) => by(1, 0),
        (Key::ArrowLeft, false) => by(0, -1),
        (Key::ArrowRight, false) => by(0, 1),
        (Key::PageUp, _) => by(-page, 0),
        (Key::PageDown, _) => by(page, 0),
        (Key::Home, false) | (Key::ArrowLeft, true) => Some(Step::RowStart),
        (Key::End, false) | (Key::ArrowRight, true) => Some(Step::RowEnd),
        (Key::Home | Key::ArrowUp, true) => Some(Step::Top),
        (Key::End | Key::ArrowDown, true) => Some(Step::Bottom),
        (Key::Tab, false) => Some(if modifiers.shift { Step::Previous } else { Step::Next }),
        _ => None,
    };
    if let Some(step) = step {
        let to = grid.step(state.cursor, step);
        if to == state.cursor {
            if key == Key::Tab {
                // At either end it leaves the matrix as it leaves any other control.
                let onward = if modifiers.shift { FocusDirection::Previous } else { FocusDirection::Next };
                ui.memory_mut(|memory| memory.move_focus(onward));
            }
            return;
        }
        let extends = modifiers.shift && key != Key::Tab;
        state.go(to, extends.then_some(grid));
        return;
    }
    match key {
        Key::Enter | Key::F2 => edit(ui, grid, state),
        Key::Delete | Key::Backspace => match state.cursor {
            Spot::Cell(..) => clear(grid, state, out),
            _ if key == Key::Delete => out.run(Command::Delete),
            _ => {}
        },
        Key::A if modifiers.command => select_all(grid, state),
        _ => {}
    }
}

/// Begins to edit the chosen place: a cell in its own place, a head in the details below.
pub fn edit(ui: &Ui, grid: &Grid<'_>, state: &mut State) {
    let Spot::Cell(option, criterion) = state.cursor else {
        ui.memory_mut(|memory| memory.request_focus(details::first_field(state.cursor)));
        return;
    };
    let document = grid.session.document();
    let Some(leaf) = document.criterion(criterion) else { return };
    let score = document.cell(option, criterion).and_then(|cell| cell.score);
    let text = cell_text(score, &leaf.scale);
    state.editing = Some(Editing::new(state.cursor, text));
}

fn select_all(grid: &Grid<'_>, state: &mut State) {
    if let (Some(first), Some(last)) =
        (grid.cell(0, 0), grid.cell(grid.rows().saturating_sub(1), grid.columns().saturating_sub(1)))
    {
        state.anchor = Some(last);
        state.cursor = first;
        state.wants_focus = true;
    }
}

fn copy(ui: &Ui, grid: &Grid<'_>, state: &State) {
    if let Some(area) = state.area(grid) {
        ui.ctx().copy_text(grid.session.copy(&area));
    }
}

/// Takes the scores of the chosen cells away.
pub fn clear(grid: &Grid<'_>, state: &State, out: &mut Outbox) {
    if let (Spot::Cell(..), Some(area)) = (state.cursor, state.area(grid)) {
        out.act(Action::Clear(area));
    }
}

fn paste(grid: &Grid<'_>, state: &State, text: String, out: &mut Outbox) {
    let Some(area) = state.area(grid) else {
        out.tell(MatrixLabel::NoCells);
        return;
    };
    out.act(Action::Paste { area, text });
}

/// The rectangle between two cells.
#[must_use]
pub fn between(grid: &Grid<'_>, a: Spot, b: Spot) -> Option<Rectangle> {
    let ((row_a, column_a), (row_b, column_b)) = (grid.place(a)?, grid.place(b)?);
    Some(Rectangle {
        rows: row_a.min(row_b)..=row_a.max(row_b),
        columns: column_a.min(column_b)..=column_a.max(column_b),
    })
}
