//! Hands that are faster than frames: whatever is typed and clicked comes to the same as when it is done slowly.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use crate::{Window, open};

/// What a hand does, as the desktop reports it.
#[derive(Clone, Copy, Debug)]
enum Stroke {
    Letter(char),
    Press(Key),
    Back,
    /// Of the cell of this row and column.
    Click(usize, usize),
}

impl Stroke {
    fn events(self, window: &Window) -> Vec<Event> {
        let key = |key, pressed, modifiers| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let press = |of, modifiers| vec![key(of, true, modifiers), key(of, false, modifiers)];
        match self {
            Self::Letter(letter) => {
                let of = Key::from_name(&letter.to_uppercase().to_string()).unwrap();
                let down = key(of, true, Modifiers::NONE);
                vec![down, Event::Text(letter.to_string()), key(of, false, Modifiers::NONE)]
            }
            Self::Press(of) => press(of, Modifiers::NONE),
            Self::Back => {
                let held = |modifiers| vec![Event::ModifiersChanged(modifiers)];
                [held(Modifiers::SHIFT), press(Key::Tab, Modifiers::SHIFT), held(Modifiers::NONE)].concat()
            }
            Self::Click(row, column) => {
                let pos = place(window, row, column);
                let button = |pressed| {
                    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
                    Event::PointerButton { pos, button, pressed, modifiers }
                };
                vec![Event::PointerMoved(pos), button(true), button(false)]
            }
        }
    }
}

/// The middle of a cell.
fn place(window: &Window, row: usize, column: usize) -> Pos2 {
    let (options, leaves) = window.names();
    let (option, leaf) = (&options[row % options.len()], &leaves[column % 3]);
    window.node(Role::Cell, &format!("{leaf} of {option}")).rect().center()
}

/// Draws as many frames as so many strokes may need.
fn come_to_rest(window: &mut Window, strokes: usize) {
    window.harness.run_steps(12 * strokes);
    window.settle();
}

/// The document, what is being written and what has the keyboard when a hand has done all this, at once or a stroke a frame.
fn done(strokes: &[Stroke], at_once: bool) -> (String, Option<String>, Option<String>) {
    let mut window = open("laptop");
    window.choose_first_cell();
    // Where things are does not change.
    let events: Vec<Vec<Event>> = strokes.iter().map(|stroke| stroke.events(&window)).collect();
    for event in events.into_iter().flatten() {
        // A letter comes together with its key.
        let is_letter = matches!(event, Event::Text(_));
        if !at_once && !is_letter {
            window.settle();
        }
        window.harness.input_mut().events.push(event);
    }
    come_to_rest(&mut window, strokes.len());
    let text = counterpoise::files::to_string(window.session().document(), counterpoise::files::Format::Ron).unwrap();
    let mut nodes = window.harness.root().children_recursive();
    let written = nodes.find(Node::is_focused).and_then(|node| node.value());
    (text, window.focused(), written)
}

#[test]
fn scores_typed_at_once_go_into_their_cells() {
    use Stroke::{Letter, Press};
    let mut strokes = Vec::new();
    for second in ['1', '2', '3'] {
        strokes.extend([Letter('4'), Letter(second), Press(Key::Tab)]);
    }
    let document = crate::large::document(3, 4, &|kind, i| format!("{kind} {i}"), 0);
    let mut window = crate::open_document(document);
    let (option, _) = window.choose_first_cell();
    let events: Vec<Event> = strokes.iter().flat_map(|stroke| stroke.events(&window)).collect();
    window.harness.input_mut().events.extend(events);
    come_to_rest(&mut window, strokes.len());
    let leaves = window.names().1;
    let scores: Vec<String> = leaves.iter().take(3).map(|leaf| window.score(&option, leaf)).collect();
    assert!(scores.iter().zip(["41", "42", "43"]).all(|(score, typed)| score.starts_with(typed)), "{scores:?}");
}

#[test]
fn any_strokes_at_once_come_to_the_same_as_one_by_one() {
    let mut state = 7_u64;
    let mut below = |end: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % end
    };
    for _ in 0..24 {
        let strokes: Vec<Stroke> = (0..3 + below(12))
            .map(|_| match below(12) {
                0..=5 => Stroke::Letter(['1', '2', '3', '4', '5', '9'][below(6)]),
                6 => Stroke::Press(Key::Tab),
                7 => Stroke::Press(Key::Enter),
                8 => Stroke::Press([Key::ArrowDown, Key::ArrowRight, Key::ArrowUp, Key::ArrowLeft][below(4)]),
                9 => Stroke::Press([Key::Escape, Key::Delete, Key::Backspace, Key::F2][below(4)]),
                10 => Stroke::Back,
                _ => Stroke::Click(below(3), below(3)),
            })
            .collect();
        if done(&strokes, true) != done(&strokes, false) {
            // The shortest beginning that fails says most.
            for end in 1..=strokes.len() {
                let (at_once, slowly) = (done(&strokes[..end], true), done(&strokes[..end], false));
                assert_eq!((at_once.1, at_once.2), (slowly.1, slowly.2), "{:?}", &strokes[..end]);
                assert!(at_once.0 == slowly.0, "{:?}", &strokes[..end]);
            }
        }
    }
}
