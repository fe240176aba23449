//! Walking a list by keys. Every press counts, even those that come faster than frames are drawn, in the order in which
//! they came.

use eframe::egui::{Event, Key, Modifiers, Ui};

/// One step through a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,
}

impl Step {
    fn of(key: Key) -> Option<Self> {
        Some(match key {
            Key::ArrowUp => Self::Up,
            Key::ArrowDown => Self::Down,
            Key::Home => Self::First,
            Key::End => Self::Last,
            Key::PageUp => Self::PageUp,
            Key::PageDown => Self::PageDown,
            _ => return None,
        })
    }

    /// Where the step leads from the entry `at` of a list of `count`, with pages of `page`. It stops at either end.
    #[must_use]
    pub fn from(self, at: usize, count: usize, page: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::Up => at.saturating_sub(1),
            Self::Down => at + 1,
            Self::First => 0,
            Self::Last => last,
            Self::PageUp => at.saturating_sub(page),
            Self::PageDown => at.saturating_add(page),
        }
        .min(last)
    }
}

/// The keys of one frame that walk a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// In the order in which they were pressed, as far as Enter.
    pub steps: Vec<Step>,
    pub enter: bool,
}

/// Takes the keys that walk a list out of this frame: nothing else sees them.
pub fn walk_keys(ui: &Ui) -> Walk {
    ui.input_mut(|input| take(&mut input.events))
}

fn take(events: &mut Vec<Event>) -> Walk {
    let mut walk = Walk::default();
    events.retain(|event| {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
        if *modifiers != Modifiers::NONE || walk.enter {
            return true;
        }
        match Step::of(*key) {
            Some(step) => walk.steps.push(step),
            None if *key == Key::Enter => walk.enter = true,
            None => return true,
        }
        false
    });
    walk
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    #[test]
    fn every_press_counts_as_far_as_enter() {
        let text = Event::Text("x".into());
        let mut events =
            [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::End, Key::Enter, Key::ArrowUp].map(press).to_vec();
        events.insert(2, text.clone());
        let walk = take(&mut events);
        assert_eq!(walk.steps, [Step::Down, Step::Down, Step::Up, Step::Last]);
        assert!(walk.enter);
        assert_eq!(events, [text, press(Key::ArrowUp)], "what comes after is for whoever comes after");
    }

    #[test]
    fn a_walk_stays_in_the_list() {
        for (step, expected) in [
            (Step::Up, 3),
            (Step::Down, 5),
            (Step::First, 0),
            (Step::Last, 19),
            (Step::PageUp, 0),
            (Step::PageDown, 14),
        ] {
            assert_eq!(step.from(4, 20, 10), expected, "{step:?}");
            assert_eq!(step.from(0, 0, 10), 0, "{step:?} in an empty list");
        }
        assert_eq!(Step::Down.from(19, 20, 10), 19);
    }
}
