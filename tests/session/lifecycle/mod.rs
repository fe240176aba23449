//! A document's coming and going: tables of what follows from what, and any sequence of events.

mod any_sequence;
mod table;
mod whose;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use counterpoise::model::{About, Document, State};
use counterpoise::session::Session;
use counterpoise::session::lifecycle::{Dialog, Effect, Event, Lifecycle, Purpose, World};

use crate::acts::Acts;

/// States as a history names them.
static STATES: LazyLock<Vec<State>> = LazyLock::new(|| {
    let mut session = Session::new(Document::default());
    let states = (0..80).map(|i| {
        session.set_about(About { title: format!("{i}"), ..About::default() }).unwrap();
        session.history().state()
    });
    states.collect()
});

/// Documents and questions are numbers here.
type Life = Lifecycle<u32, u32>;
type Happens = Event<u32, u32>;

/// An open document and a disk, in a few words.
#[derive(Clone, Debug, Default)]
struct Fake {
    at: usize,
    saved: usize,
    drafts: bool,
    path: Option<PathBuf>,
    /// Another program has written to the document's file, as saving finds out.
    changed_on_disk: bool,
    existing: Vec<PathBuf>,
}

impl World for Fake {
    fn state(&self) -> State {
        STATES[self.at]
    }

    fn is_unsaved(&self) -> bool {
        self.at != self.saved
    }

    fn has_drafts(&self) -> bool {
        self.drafts
    }

    fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    fn exists(&self, path: &Path) -> bool {
        self.existing.iter().any(|other| other == path)
    }

    fn suggestion(&self, _: Purpose) -> PathBuf {
        PathBuf::from("/suggested.ron")
    }
}

/// What is done about an event, and about what follows from it.
fn tell(life: &mut Life, world: &mut Fake, event: Happens, carry_out: &mut dyn FnMut(&mut Fake, &Effect<u32>)) {
    let effects = life.on(world, event);
    follow(life, world, effects, carry_out);
}

fn follow(
    life: &mut Life,
    world: &mut Fake,
    mut effects: Vec<Effect<u32>>,
    carry_out: &mut dyn FnMut(&mut Fake, &Effect<u32>),
) {
    loop {
        for effect in &effects {
            carry_out(world, effect);
        }
        match life.settle(world) {
            Some(more) => effects = more,
            None => break,
        }
    }
}

/// The question that is open, in a word.
fn question(life: &mut Life) -> &'static str {
    match life.dialog() {
        None => "-",
        Some(Dialog::Unsaved(_)) => "unsaved",
        Some(Dialog::Changed(_)) => "changed",
        Some(Dialog::Replace { .. }) => "replace",
        Some(Dialog::Path { fault: None, .. }) => "path",
        Some(Dialog::Path { fault: Some(_), .. }) => "path with a fault",
        Some(Dialog::Presets(_)) => "presets",
        Some(Dialog::Export) => "export",
        Some(Dialog::Trouble { .. }) => "trouble",
        Some(Dialog::Own(..)) => "own",
    }
}
