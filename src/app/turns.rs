//! What is typed and clicked faster than frames are drawn, one thing a frame.
//!
//! A key may move the keyboard to another place, and a click too; where it is then is known when the frame has been drawn, or a
//! frame or two later, as long as a frame asks for the next one. Would one frame see more than one of them, the rest would go to
//! where the keyboard was before, and a score into another cell. Letters stay where they are, and come together.

use std::collections::VecDeque;
use std::time::Duration;

use eframe::egui::{Context, Event, FullOutput, Key, Plugin, RawInput, ViewportId};

/// Holds back what belongs to later frames.
#[derive(Debug, Default)]
pub struct Turns {
    held: VecDeque<Event>,
    /// So many more frames are waited for at most until what was done last has come to rest.
    unrest: u8,
    /// True where those were letters.
    letters_last: bool,
}

/// More frames than anything needs to come to rest; what moves for longer is an animation.
const MOST_UNREST: u8 = 3;

/// What a frame has been given so far.
#[derive(Default)]
struct Turn {
    has_letters: bool,
    act: Option<Act>,
}

/// What may lead the keyboard elsewhere.
#[derive(PartialEq)]
enum Act {
    Key(Key),
    /// A button of the mouse, or something with the clipboard.
    Other,
}

impl Turn {
    /// Takes an event in, behind which `next` comes; false where it belongs to a later frame.
    fn takes(&mut self, event: &Event, next: Option<&Event>) -> bool {
        let act = match event {
            Event::Text(_) => return self.takes_letter(),
            Event::Key { pressed: true, .. } if matches!(next, Some(Event::Text(_))) => return self.takes_letter(),
            // A key is held down with those that were down when it was pressed, not with those that are when the frame is drawn.
            Event::ModifiersChanged(now) => {
                return self.act.is_none() && !(self.has_letters && (now.command || now.ctrl || now.alt));
            }
            Event::Key { key, pressed: true, repeat, .. } => {
                // One that is held down comes again and again; with a frame for each it would run on after it was let go.
                if *repeat && self.act == Some(Act::Key(*key)) {
                    return true;
                }
                Act::Key(*key)
            }
            Event::PointerButton { pressed: true, .. } | Event::Copy | Event::Cut | Event::Paste(_) => Act::Other,
            _ => return true,
        };
        let is_free = !self.has_letters && self.act.is_none();
        if is_free {
            self.act = Some(act);
        }
        is_free
    }

    fn takes_letter(&mut self) -> bool {
        self.has_letters |= self.act.is_none();
        self.act.is_none()
    }
}

impl Plugin for Turns {
    fn debug_name(&self) -> &'static str {
        "turns"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        self.held.extend(input.events.drain(..));
        // What comes to rest is as good as in this frame still: letters may join letters, nothing else anything.
        let is_moving = self.unrest > 0;
        let mut turn = Turn {
            has_letters: is_moving && self.letters_last,
            act: (is_moving && !self.letters_last).then_some(Act::Other),
        };
        let is_later = |at: &usize| !turn.takes(&self.held[*at], self.held.get(at + 1));
        let end = (0..self.held.len()).find(is_later).unwrap_or(self.held.len());
        if !is_moving && (turn.has_letters || turn.act.is_some()) {
            (self.unrest, self.letters_last) = (MOST_UNREST, turn.act.is_none());
        }
        input.events.extend(self.held.drain(..end));
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(root) = output.viewport_output.get_mut(&ViewportId::ROOT) else { return };
        self.unrest = if root.repaint_delay.is_zero() { self.unrest.saturating_sub(1) } else { 0 };
        if !self.held.is_empty() {
            // Whoever drives the window is asked by the one or by the other.
            ctx.request_repaint();
            root.repaint_delay = Duration::ZERO;
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
        assert_eq!(turns([four.clone().to_vec(), four.to_vec(), tab.to_vec(), tab.to_vec()].concat()), [6, 2, 2]);
        assert_eq!(turns(vec![text("4"), text("1"), Event::Copy]), [2, 1]);
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
        assert_eq!(turns([vec![text("4")], back.to_vec(), vec![text("5")]].concat()), [2, 2, 2]);
        let save = [shift(Modifiers::COMMAND), key(Key::S, false), released(Key::S), shift(Modifiers::NONE)];
        assert_eq!(turns([vec![text("4")], save.to_vec()].concat()), [1, 3, 1]);
    }
}
