//! Any sequence of keys, commands and clicks: no panic, no broken document.

use counterpoise::analysis::Model;
use counterpoise::app::Command;
use counterpoise::files::presets;
use counterpoise::model::{Document, violations};
use counterpoise::session::Session;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::{CTRL, CTRL_SHIFT, Setup, Window, open_document, preset};

/// A small generator of numbers (xorshift64*), so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap() % sides
    }

    fn of<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.throw(from.len())]
    }
}

/// Commands that would ask the desktop for a file, or close the window.
fn leaves_the_window(command: Command) -> bool {
    matches!(command, Command::Open | Command::Save | Command::SaveAs | Command::Quit)
}

fn sound(window: &Window, what: &str) {
    assert_eq!(violations(window.session().document()), vec![], "{what}");
    let model = window.session().model();
    let anew = Model::new(window.session().document().clone());
    assert_eq!((model.weights(), model.ranking()), (anew.weights(), anew.ranking()), "{what}: stale results");
}

const PLACES: [&str; 5] = ["The decision", "Option ", "Group ", "Criterion ", "a cell"];

/// Chooses a place of this kind, where there is one, and runs a command there by its name.
fn run_at(window: &mut Window, place: &str, command: Command) {
    let role = if place == "a cell" { Role::Cell } else { Role::Button };
    let is = |label: String| role == Role::Cell || label.starts_with(place);
    let first = window.harness.query_all_by_role(role).find(|node| node.accesskit_node().label().is_some_and(is));
    if let Some(node) = first {
        node.click();
    }
    window.harness.key_press_modifiers(CTRL, Key::K);
    window.harness.step();
    window.harness.event(Event::Text(command.title().to_owned()));
    for key in [Key::Enter, Key::Escape, Key::Escape] {
        window.harness.key_press(key);
    }
    window.settle();
    sound(window, command.title());
}

fn harmless() -> impl Iterator<Item = Command> {
    Command::all().filter(|command| !leaves_the_window(*command))
}

#[test]
fn every_command_on_every_kind_of_place() {
    for place in PLACES {
        let mut window = Setup { size: vec2(1024.0, 700.0), ..Setup::default() }.open(preset("blank"));
        for command in harmless() {
            run_at(&mut window, place, command);
        }
    }
}

/// A third of the commands on each, beginning with another one each time; the place changes from command to command.
#[test]
fn every_command_on_every_preset() {
    let documents = presets::ALL.iter().map(|preset| preset.document().unwrap()).chain([Document::default()]);
    for (i, document) in documents.enumerate() {
        let mut window = open_document(document);
        for (j, command) in harmless().enumerate().skip(i % 3).step_by(3) {
            run_at(&mut window, PLACES[(i + j) % PLACES.len()], command);
        }
    }
}

fn random_event(dice: &mut Dice, window: &Window) -> Vec<Event> {
    const KEYS: [Key; 22] = [
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::Tab,
        Key::Enter,
        Key::Escape,
        Key::Delete,
        Key::Backspace,
        Key::Home,
        Key::End,
        Key::PageDown,
        Key::PageUp,
        Key::F2,
        Key::F1,
        Key::Space,
        Key::Z,
        Key::A,
        Key::D,
        Key::K,
        Key::Num1,
        Key::Num2,
    ];
    const SHORTCUTS: [(Modifiers, Key); 16] = [
        (CTRL, Key::Z),
        (CTRL_SHIFT, Key::Z),
        (CTRL, Key::D),
        (CTRL, Key::K),
        (CTRL_SHIFT, Key::O),
        (CTRL_SHIFT, Key::K),
        (CTRL_SHIFT, Key::G),
        (CTRL_SHIFT, Key::E),
        (CTRL, Key::R),
        (CTRL, Key::B),
        (CTRL, Key::Plus),
        (CTRL, Key::Minus),
        (CTRL, Key::Num2),
        (CTRL, Key::Num1),
        (CTRL, Key::I),
        (CTRL, Key::N),
    ];
    let press = |modifiers, key| {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        vec![Event::ModifiersChanged(modifiers), event(true), event(false), Event::ModifiersChanged(Modifiers::NONE)]
    };
    match dice.throw(10) {
        0..3 => press(dice.of(&[Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT, Modifiers::ALT]), dice.of(&KEYS)),
        3 => {
            let (modifiers, key) = dice.of(&SHORTCUTS);
            press(modifiers, key)
        }
        4 => vec![Event::Text(dice.of(&["7", "3..9", "x", "50", "Ї", " ", "?"]).to_owned())],
        5 => vec![dice.of(&["1\t2\n3\t4\n", "9", "a\tb", "", "\n\n", "1\n2\n3\n4\n5\n6\n7\n8"])]
            .into_iter()
            .map(|text: &str| Event::Paste(text.to_owned()))
            .collect(),
        6 => vec![if dice.throw(2) == 0 { Event::Copy } else { Event::Cut }],
        _ => {
            // A click or a drag, on some widget or anywhere.
            let nodes: Vec<_> = window
                .harness
                .query_all_by(|node| node.data().supports_action(eframe::egui::accesskit::Action::Click))
                .map(|node| node.rect())
                .collect();
            let place = |dice: &mut Dice| {
                if nodes.is_empty() || dice.throw(5) == 0 {
                    #[expect(clippy::cast_precision_loss, reason = "places on the screen")]
                    return pos2(dice.throw(1100) as f32, dice.throw(700) as f32);
                }
                nodes[dice.throw(nodes.len())].center()
            };
            let (from, to) = (place(dice), place(dice));
            let to = if dice.throw(3) == 0 { to } else { from };
            let button = if dice.throw(8) == 0 { PointerButton::Secondary } else { PointerButton::Primary };
            let modifiers = dice.of(&[Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT, Modifiers::ALT]);
            let click = |pos, pressed| Event::PointerButton { pos, button, pressed, modifiers };
            vec![Event::PointerMoved(from), click(from, true), Event::PointerMoved(to), click(to, false)]
        }
    }
}

fn fuzz(seed: u64, source: &str, steps: usize) {
    let mut dice = Dice(seed);
    let document = presets::find(source).map_or_else(Document::default, |preset| preset.document().unwrap());
    let size = dice.of(&[vec2(1280.0, 800.0), vec2(1024.0, 700.0), vec2(700.0, 500.0)]);
    let mut window = Setup { size, tofu: true, ..Setup::default() }.open(Session::new(document));
    for step in 0..steps {
        // What asks the desktop for a file is left alone: no test may put a dialog on somebody's screen.
        if window.says("Export the matrix")
            || window.says("Save the changes?")
            || window.says("File") && is_menu_open(&window)
        {
            window.key(Key::Escape);
        }
        let events = random_event(&mut dice, &window);
        for event in events {
            window.harness.event(event);
        }
        window.harness.step();
        sound(&window, &format!("seed {seed}, step {step}"));
        if step % 25 == 0 {
            window.harness.run_ok();
        }
    }
}

fn is_menu_open(window: &Window) -> bool {
    window.says("Save as…")
}

#[test]
fn any_sequence_of_events() {
    for (seed, preset) in (1..).zip(["security-guarantee", "laptop", "job-offer", "blank", "", "fighter-aircraft"]) {
        fuzz(seed * 7919, preset, 200);
    }
}
