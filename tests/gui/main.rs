//! The window, driven and read through its widget tree: by role and name, as a screen reader does.

#![expect(clippy::unwrap_used, reason = "a test may stop where it fails, in its helpers too")]

mod access;
mod closing;
mod commands;
mod details;
mod exporting;
mod fuzz;
mod grid;
mod importing;
mod language;
mod large;
mod mouse;
mod notices;
mod opening;
mod recent;
mod recovery;
#[path = "../common/rows.rs"]
mod rows;
mod saving;
mod sealing;
mod snapshots;
mod typing;
mod weights;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use counterpoise::app::App;
use counterpoise::files::{self, Format, Task, presets};
use counterpoise::model::Document;
use counterpoise::session::Session;
use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, Event, Key, Modifiers, Theme, Vec2, ViewportCommand, ViewportEvent, ViewportId, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node, SnapshotOptions};
use tempfile::TempDir;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Machines are slow now and then; work that takes longer than this never ends.
const PATIENCE: Duration = Duration::from_mins(2);

/// A window on a document, without a screen.
struct Window {
    harness: Harness<'static, App>,
}

/// How a window is made.
struct Setup {
    size: Vec2,
    theme: Theme,
    /// Seconds from frame to frame.
    step: f32,
    /// Boxes for letters that no font has, instead of a failure.
    tofu: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self { size: vec2(1280.0, 800.0), theme: Theme::Light, step: 0.25, tofu: false }
    }
}

/// Software renderers differ a little from host to host, mostly at the edges of letters.
fn snapshot_options() -> SnapshotOptions {
    SnapshotOptions::new().threshold(2.0).max_failed_pixels(600)
}

impl Setup {
    fn open(self, session: Session) -> Window {
        let builder = Harness::builder().with_size(self.size).with_theme(self.theme).with_render_cursor(false);
        // A table, a menu and a dialog each may take a second look at their size.
        let builder = builder.with_max_steps(60).with_step_dt(self.step).with_options(snapshot_options());
        let builder = if self.tofu { builder.allow_missing_glyphs() } else { builder };
        let mut window = Window { harness: builder.build_eframe(|cc| App::new(cc, Some(session)).typing_paths()) };
        window.settle();
        window
    }
}

fn preset(id: &str) -> Session {
    Session::new(presets::find(id).unwrap().document().unwrap())
}

/// A window of the usual size on a preset.
fn open(id: &str) -> Window {
    Setup::default().open(preset(id))
}

fn open_document(document: Document) -> Window {
    Setup::default().open(Session::new(document))
}

fn open_file(path: &Path) -> Window {
    Setup::default().open(Session::open(path).unwrap())
}

/// Writes a preset into a folder, over what is there under that name.
fn put(folder: &TempDir, id: &str, name: &str) -> PathBuf {
    let path = folder.path().join(name);
    files::export(&Task::of(preset(id).document()), Format::Ron, &path).unwrap();
    path
}

/// A file that is dropped on the window.
#[derive(Debug)]
struct Drop(PathBuf);

impl DroppedFile for Drop {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

impl Window {
    /// Runs frames until nothing asks for another one and whatever was begun beside the window has ended and been heard.
    /// Each settled window is searched for widgets without a name.
    #[track_caller]
    fn settle(&mut self) {
        let begun = Instant::now();
        loop {
            let before = self.harness.state().at_rest();
            self.run();
            if before.is_some() && before == self.harness.state().at_rest() {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "work beside the window does not end");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Runs frames until nothing asks for another one, whatever goes on beside the window.
    #[track_caller]
    fn run(&mut self) {
        self.harness.run();
    }

    fn session(&self) -> &Session {
        self.harness.state().session()
    }

    #[track_caller]
    fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    #[track_caller]
    fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    #[track_caller]
    fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.settle();
    }

    #[track_caller]
    fn text(&mut self, text: &str) {
        self.event(Event::Text(text.to_owned()));
    }

    #[track_caller]
    fn node<'a>(&'a self, role: Role, name: &'a str) -> Node<'a> {
        self.harness.get_by_role_and_label(role, name)
    }

    #[track_caller]
    fn click(&mut self, role: Role, name: &str) {
        self.node(role, name).click();
        self.settle();
    }

    #[track_caller]
    fn button(&mut self, name: &str) {
        self.click(Role::Button, name);
    }

    fn has(&self, role: Role, name: &str) -> bool {
        self.harness.query_all_by_role(role).any(|node| node.accesskit_node().label().as_deref() == Some(name))
    }

    /// True where a text that contains `part` is on the screen.
    fn says(&self, part: &str) -> bool {
        let text = |node: &Node<'_>| {
            let node = node.accesskit_node();
            [node.label(), node.value()].into_iter().flatten().any(|text| text.contains(part))
        };
        self.harness.root().children_recursive().any(|node| text(&node))
    }

    /// The names of the options and of the criteria, as the matrix has them.
    fn names(&self) -> (Vec<String>, Vec<String>) {
        let document = self.session().document();
        let options = document.alternatives.iter().map(|option| option.name.clone());
        (options.collect(), document.leaves().iter().map(|leaf| leaf.name.clone()).collect())
    }

    /// Chooses the first cell and returns its option and criterion.
    fn choose_first_cell(&mut self) -> (String, String) {
        let (mut options, mut leaves) = self.names();
        let (option, leaf) = (options.swap_remove(0), leaves.swap_remove(0));
        self.click_cell(&option, &leaf);
        (option, leaf)
    }

    /// The score that a cell shows.
    #[track_caller]
    fn score(&self, option: &str, criterion: &str) -> String {
        self.node(Role::Cell, &format!("{criterion} of {option}")).value().unwrap()
    }

    #[track_caller]
    fn click_cell(&mut self, option: &str, criterion: &str) {
        self.click(Role::Cell, &format!("{criterion} of {option}"));
    }

    /// Replaces what is in a text field.
    #[track_caller]
    fn fill(&mut self, field: &str, text: &str) {
        self.click_field(field);
        self.keys(CTRL, Key::A);
        self.text(text);
    }

    /// Replaces what is in a text field and leaves it with Enter.
    #[track_caller]
    fn write(&mut self, field: &str, text: &str) {
        self.fill(field, text);
        self.key(Key::Enter);
    }

    #[track_caller]
    fn click_field(&mut self, field: &str) {
        self.field(field).click();
        self.settle();
    }

    #[track_caller]
    fn field<'a>(&'a self, name: &'a str) -> Node<'a> {
        self.harness.get_by(|node| is_field(node.role()) && node.label().as_deref() == Some(name))
    }

    /// Runs a command as the palette does: by its name.
    #[track_caller]
    fn command(&mut self, name: &str) {
        self.keys(CTRL, Key::K);
        self.text(name);
        self.key(Key::Enter);
    }

    /// What has the keyboard, by name.
    fn focused(&self) -> Option<String> {
        let mut nodes = self.harness.root().children_recursive();
        nodes.find(Node::is_focused).and_then(|node| node.accesskit_node().label())
    }

    /// The options from best to worst, as the ranking shows them.
    fn ranking(&self) -> Vec<String> {
        let session = self.session();
        let order = session.model().ranking().order();
        let names = order.iter().map(|&row| session.document().alternatives[row as usize].name.clone());
        let shown = |name: &String| {
            let mut rows = self.harness.query_all_by_role(Role::Button).filter_map(|node| {
                let label = node.accesskit_node().label()?;
                let is_row = label.split_once(' ').is_some_and(|(_, rest)| rest.starts_with(&format!("{name}: ")));
                is_row.then(|| node.rect().top())
            });
            rows.next()
        };
        let names: Vec<String> = names.collect();
        let tops: Vec<f32> = names.iter().filter_map(shown).collect();
        assert!(tops.is_sorted(), "the ranking stands in another order than its results: {names:?} at {tops:?}");
        names
    }

    /// Text that was put on the clipboard by the last frames.
    fn copied(&mut self, event: Event) -> String {
        self.harness.event(event);
        self.harness.step();
        let output = &self.harness.output().platform_output;
        let copied = output.commands.iter().find_map(|command| match command {
            eframe::egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        self.settle();
        copied.unwrap_or_default()
    }

    /// What the last frame wanted of the desktop.
    fn commands(&self) -> &[ViewportCommand] {
        &self.harness.output().viewport_output[&ViewportId::ROOT].commands
    }

    fn viewport_events(&mut self) -> &mut Vec<ViewportEvent> {
        &mut self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap().events
    }

    /// Asks the window to close. True where it refuses, whatever still goes on beside it.
    fn close(&mut self) -> bool {
        self.viewport_events().push(ViewportEvent::Close);
        self.harness.step();
        let refuses = self.commands().contains(&ViewportCommand::CancelClose);
        self.viewport_events().clear();
        self.run();
        refuses
    }

    /// Presses a button. True where the window then closes of itself.
    #[track_caller]
    fn closes_on(&mut self, button: &str) -> bool {
        self.node(Role::Button, button).click();
        let begun = Instant::now();
        let mut quiet = 0;
        let closes = loop {
            let before = self.harness.state().at_rest();
            self.harness.step();
            if self.commands().contains(&ViewportCommand::Close) {
                break true;
            }
            quiet = if before.is_some() && before == self.harness.state().at_rest() { quiet + 1 } else { 0 };
            if quiet == 8 {
                break false;
            }
            assert!(begun.elapsed() < PATIENCE, "work beside the window does not end");
        };
        self.settle();
        closes
    }

    fn drop_files(&mut self, paths: &[&Path]) {
        for path in paths {
            self.harness.input_mut().dropped_files.push(Arc::new(Drop((*path).to_owned())));
        }
        self.harness.step();
        self.settle();
    }

    /// Runs frames until `done`: what is kept for the case of a crash is written by a thread of its own.
    #[track_caller]
    fn wait(&mut self, done: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !done(self) {
            assert!(begun.elapsed() < PATIENCE, "it never came");
            std::thread::sleep(Duration::from_millis(5));
            self.settle();
        }
    }

    fn undo_label(&self) -> Option<&str> {
        self.session().history().undo_label()
    }
}

fn is_field(role: Role) -> bool {
    matches!(role, Role::TextInput | Role::MultilineTextInput)
}
