//! What is typed and clicked faster than frames are drawn, one thing a frame.
//!
//! A key may move the keyboard to another place, and a click too; where it is then is known when the frame has been drawn, or a
//! frame or two later, as long as a frame asks for the next one. Would one frame see more than one of them, the rest would go to
//! where the keyboard was before, and a score into another cell.

use std::collections::VecDeque;

use eframe::egui::{Context, Event, Key, Plugin, RawInput, Ui};

/// Holds back what belongs to later frames.
#[derive(Debug, Default)]
pub struct Turns {
    held: VecDeque<Event>,
    /// So many more frames are waited for at most until what was done last has come to rest.
    unrest: u8,
}

/// More frames than anything needs to come to rest; what moves for longer is an animation.
const MOST_UNREST: u8 = 3;

/// What a frame has been given so far.
#[derive(Default)]
struct Turn {
    key: Option<Key>,
    has_text: bool,
    /// A button of the mouse, something held down or let go, or something with the clipboard.
    has_other: bool,
}

impl Turn {
    fn is_free(&self) -> bool {
        self.key.is_none() && !self.has_text && !self.has_other
    }

    /// Takes the event in; false where it belongs to a later frame.
    fn takes(&mut self, event: &Event) -> bool {
        let is_free = self.is_free();
        match event {
            // A key that is held down comes again and again, and no frame for each would let it run on after it was let go.
            Event::Key { key, pressed: true, repeat: true, .. } if self.key == Some(*key) => true,
            Event::Key { key, pressed: true, .. } => {
                self.key = Some(*key);
                is_free
            }
            // The letter of a key comes behind it.
            Event::Text(_) => {
                let is_its_own = !self.has_text && !self.has_other;
                self.has_text = true;
                is_its_own
            }
            // What a key does may hang on what is held down with it, and where it leads on what was in the frame before.
            Event::PointerButton { pressed: true, .. }
            | Event::ModifiersChanged(_)
            | Event::Copy
            | Event::Cut
            | Event::Paste(_) => {
                self.has_other = true;
                is_free
            }
            _ => true,
        }
    }
}

impl Plugin for Turns {
    fn debug_name(&self) -> &'static str {
        "turns"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        self.held.extend(input.events.drain(..));
        let mut turn = Turn { has_other: self.unrest > 0, ..Turn::default() };
        let end = self.held.iter().position(|event| !turn.takes(event)).unwrap_or(self.held.len());
        if self.unrest == 0 && !turn.is_free() {
            self.unrest = MOST_UNREST;
        }
        input.events.extend(self.held.drain(..end));
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        self.unrest = if ui.ctx().has_requested_repaint() { self.unrest.saturating_sub(1) } else { 0 };
        if !self.held.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Modifiers, PointerButton, Pos2};

    use super::*;

    fn key(key: Key, repeat: bool) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat, modifiers: Modifiers::NONE }
    }

    fn released(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: false, repeat: false, modifiers: Modifiers::NONE }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.into())
    }

    fn button(pressed: bool) -> Event {
        Event::PointerButton { pos: Pos2::ZERO, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
    }

    /// How many of the events each frame sees, all of them having come at once.
    fn turns(events: Vec<Event>) -> Vec<usize> {
        let (ctx, mut turns) = (Context::default(), Turns::default());
        let mut input = RawInput { events, ..RawInput::default() };
        let mut seen = Vec::new();
        loop {
            turns.input_hook(&ctx, &mut input);
            // As after a frame that asks for nothing.
            turns.unrest = 0;
            if input.events.is_empty() {
                return seen;
            }
            seen.push(input.events.len());
            input.events.clear();
        }
    }

    #[test]
    fn each_key_and_each_click_has_a_frame_of_its_own() {
        let four = [key(Key::Num4, false), text("4"), released(Key::Num4)];
        let tab = [key(Key::Tab, false), released(Key::Tab)];
        assert_eq!(turns([four.clone().to_vec(), four.to_vec(), tab.to_vec()].concat()), [3, 3, 2]);
        assert_eq!(turns(vec![text("4"), text("1")]), [1, 1]);
        let click = [Event::PointerMoved(Pos2::ZERO), button(true), button(false)];
        assert_eq!(turns([click.to_vec(), vec![text("4")], click.to_vec()].concat()), [3, 2, 2]);
        assert_eq!(turns(vec![key(Key::ArrowDown, false), key(Key::ArrowDown, true), key(Key::ArrowDown, true)]), [3]);
        assert_eq!(turns(vec![Event::Copy, key(Key::ArrowDown, false), Event::Paste("1".into())]), [1, 1, 1]);
        assert_eq!(turns(vec![Event::PointerMoved(Pos2::ZERO); 50]), [50]);
    }

    #[test]
    fn a_key_keeps_what_was_held_down_with_it() {
        let shift = |modifiers| Event::ModifiersChanged(modifiers);
        let back = [shift(Modifiers::SHIFT), key(Key::Tab, false), released(Key::Tab), shift(Modifiers::NONE)];
        assert_eq!(turns([vec![text("4")], back.to_vec(), vec![text("5")]].concat()), [1, 1, 2, 1, 1]);
    }
}
