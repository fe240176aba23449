//! The mouse: what is pressed, dragged and let go.

use counterpoise::text::numbers;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2, vec2};

use crate::weights::{assert_close, first_leaf, group_shares, share};
use crate::{CTRL, Window, open};

impl Window {
    #[track_caller]
    pub fn pointer(&mut self, pos: Pos2, pressed: bool) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.event(Event::PointerButton { pos, button, pressed, modifiers });
    }

    /// Presses the button at `from` and moves it to each place in turn, without letting go.
    #[track_caller]
    pub fn hold(&mut self, from: Pos2, places: &[Pos2]) {
        self.event(Event::PointerMoved(from));
        self.pointer(from, true);
        for to in places {
            self.event(Event::PointerMoved(*to));
        }
    }

    #[track_caller]
    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.hold(from, &[from.lerp(to, 0.5), to]);
        self.pointer(to, false);
    }

    #[track_caller]
    pub fn slider(&self, name: &str) -> Rect {
        self.node(Role::Slider, name).rect()
    }

    #[track_caller]
    fn cell(&self, option: &str, criterion: &str) -> Pos2 {
        self.node(Role::Cell, &format!("{criterion} of {option}")).rect().center()
    }
}

#[test]
fn a_dragged_slider_is_one_step_that_the_ranking_follows() {
    let mut window = open("security-guarantee");
    let (weights, ranking) = (window.session().model().weights().to_vec(), window.ranking());
    let slider = window.slider("Deterrence");
    let before = numbers::percent(share(&window, "Deterrence"));
    window.hold(slider.left_center(), &[slider.center()]);
    assert_close(share(&window, "Deterrence"), 0.5);
    window.event(Event::PointerMoved(slider.right_center()));
    assert_close(share(&window, "Deterrence"), 1.0);
    assert_eq!(window.ranking()[0], "Article 5-type guarantee", "the answer comes before the button is let go");
    window.event(Event::PointerMoved(slider.center()));
    window.pointer(slider.center(), false);
    assert_eq!(window.session().history().labels().count(), 1, "a long drag is one step");
    assert_eq!(window.undo_label(), Some(format!("Deterrence {before} to {}", numbers::percent(0.5)).as_str()));
    window.event(Event::PointerMoved(slider.right_center()));
    assert_close(share(&window, "Deterrence"), 0.5);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.session().model().weights(), weights);
    assert_eq!(window.ranking(), ranking);
}

#[test]
fn another_drag_is_another_step() {
    let mut window = open("security-guarantee");
    let slider = window.slider("Deterrence");
    window.drag(slider.left_center(), slider.center());
    window.drag(slider.center(), slider.right_center());
    assert_eq!(window.session().history().labels().count(), 2);
    window.keys(CTRL, Key::Z);
    assert_close(share(&window, "Deterrence"), 0.5);
}

/// All that make room give in proportion, and come back as they were.
#[test]
fn a_drag_to_an_end_and_back_changes_nothing() {
    let mut window = open("security-guarantee");
    let weights = window.session().model().weights().to_vec();
    let slider = window.slider("Deterrence");
    // The middle of the knob runs from a knob's radius off one end to as much off the other.
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let along = share(&window, "Deterrence") as f32;
    let knob = pos2(slider.left() + 6.5 + (slider.width() - 13.0) * along, slider.center().y);
    window.hold(knob, &[slider.right_center(), knob]);
    window.pointer(knob, false);
    for (before, after) in weights.iter().zip(window.session().model().weights()) {
        assert_close(*before, *after);
    }
    assert!(!window.session().is_unsaved(), "a weight that is back where it was has not been moved");
}

#[test]
fn a_drag_beyond_an_end_stops_there() {
    let mut window = open("security-guarantee");
    let slider = window.slider("Deterrence");
    window.drag(slider.center(), slider.right_center() + vec2(300.0, 200.0));
    assert_close(share(&window, "Deterrence"), 1.0);
    window.drag(slider.center(), pos2(0.0, slider.bottom() + 100.0));
    assert_close(share(&window, "Deterrence"), 0.0);
}

#[test]
fn a_press_on_a_slider_moves_it_there() {
    let mut window = open("security-guarantee");
    let slider = window.slider("Deterrence");
    window.hold(slider.center(), &[]);
    window.pointer(slider.center(), false);
    assert_close(share(&window, "Deterrence"), 0.5);
    assert_eq!(window.focused().as_deref(), Some("Deterrence"), "the keys go on from there");
}

#[test]
fn alt_keeps_a_drag_within_the_group() {
    let mut window = open("security-guarantee");
    let name = first_leaf(&window);
    let groups = group_shares(&window);
    let whole = share(&window, window.session().document().criteria[0].name());
    let slider = window.slider(&name);
    window.event(Event::ModifiersChanged(Modifiers::ALT));
    window.hold(slider.left_center(), &[slider.right_center()]);
    assert_close(share(&window, &name), whole);
    assert_eq!(group_shares(&window), groups);
    window.pointer(slider.right_center(), false);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    assert_eq!(window.session().history().labels().count(), 1);
}

#[test]
fn a_drag_stops_where_locks_leave_no_room() {
    let mut window = open("security-guarantee");
    let (_, names) = window.names();
    let held: Vec<f64> = names.iter().map(|name| share(&window, name)).collect();
    for name in &names[1..3] {
        window.button(&format!("Lock {name}"));
    }
    let slider = window.slider(&names[0]);
    window.drag(slider.center(), slider.right_center());
    assert_close(share(&window, &names[0]), 1.0 - held[1] - held[2]);
    assert_close(share(&window, &names[1]), held[1]);
    assert_close(share(&window, &names[2]), held[2]);
    let locked = window.slider(&names[1]);
    window.drag(locked.left_center(), locked.right_center());
    assert_close(share(&window, &names[1]), held[1]);
}

#[test]
fn a_group_is_dragged_as_a_whole() {
    let mut window = open("security-guarantee");
    let group = window.session().document().criteria[0].clone();
    let leaves: Vec<&str> = group.children().iter().map(counterpoise::model::Node::name).collect();
    let before: Vec<f64> = leaves.iter().map(|leaf| share(&window, leaf)).collect();
    let whole = share(&window, group.name());
    let slider = window.slider(group.name());
    window.drag(slider.left_center(), slider.center());
    assert_close(share(&window, group.name()), 0.5);
    for (leaf, before) in leaves.iter().zip(before) {
        assert_close(share(&window, leaf), before / whole * 0.5);
    }
}

#[test]
fn a_rectangle_is_drawn_copied_and_pasted() {
    let mut window = open("security-guarantee");
    let (options, leaves) = window.names();
    let (first, last) = (window.cell(&options[0], &leaves[1]), window.cell(&options[1], &leaves[3]));
    window.drag(first, last);
    let text = window.copied(Event::Copy);
    let score = |row: usize, column: usize| window.score(&options[row], &leaves[column]);
    let expected = [0, 1].map(|row| [1, 2, 3].map(|column| score(row, column)).join("\t"));
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    let to = window.cell(&options[1], &leaves[6]);
    window.hold(to, &[]);
    window.pointer(to, false);
    window.event(Event::Paste(text));
    for (line, expected) in expected.iter().enumerate() {
        let pasted = [6, 7, 8].map(|column| window.score(&options[line + 1], &leaves[column]));
        assert_eq!(pasted.join("\t"), *expected);
    }
    assert_eq!(window.undo_label(), Some("Paste 6 scores"));
    // What was pasted is chosen, as spreadsheets do.
    assert_eq!(window.copied(Event::Copy).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_rectangle_is_drawn_towards_any_corner() {
    let mut window = open("security-guarantee");
    let (options, leaves) = window.names();
    let corners = [(0, 2), (0, 4), (2, 2), (2, 4)];
    let all = |window: &mut Window, from: (usize, usize), to: (usize, usize)| {
        let place = |window: &Window, (row, column): (usize, usize)| window.cell(&options[row], &leaves[column]);
        window.drag(place(window, from), place(window, to));
        window.copied(Event::Copy)
    };
    let drawn = corners.map(|from| {
        let to = (2 - from.0, 6 - from.1);
        all(&mut window, from, to)
    });
    assert_eq!(drawn[0].lines().count(), 3);
    assert!(drawn.iter().all(|text| *text == drawn[0]), "{drawn:?}");
}

#[test]
fn a_click_with_shift_extends_the_rectangle() {
    let mut window = open("security-guarantee");
    let (options, leaves) = window.names();
    window.click_cell(&options[0], &leaves[0]);
    window.node(Role::Cell, &format!("{} of {}", leaves[2], options[1])).click_modifiers(Modifiers::SHIFT);
    window.settle();
    let text = window.copied(Event::Copy);
    assert_eq!(text.lines().map(|line| line.split('\t').count()).collect::<Vec<_>>(), [3, 3]);
}

/// Two clicks open a cell; a rectangle that is drawn does not.
#[test]
fn a_drawn_rectangle_opens_no_cell() {
    let mut window = open("security-guarantee");
    let (options, leaves) = window.names();
    window.drag(window.cell(&options[0], &leaves[0]), window.cell(&options[2], &leaves[2]));
    assert!(!window.has(Role::TextInput, &format!("Score, {}", leaves[0])));
    window.key(Key::Delete);
    assert_eq!(window.undo_label(), Some("Clear 9 scores"));
}
