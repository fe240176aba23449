//! What is to be known of a view of the window. Each is a constant of its own file and a line of one list; tabs, commands,
//! palette, menu and keys read it there.

use std::fmt;
use std::hash::{Hash, Hasher};

use eframe::egui::{Id, KeyboardShortcut, Ui};

use super::words::ViewLabel;
use super::{Spot, matrix};
use crate::app::outbox::Outbox;
use crate::session::Session;

/// What is to be known of a view.
#[derive(Debug)]
pub struct Class {
    /// Its words: what its tab says, and what the command that shows it is called. No two views share them.
    pub label: ViewLabel,
    pub side: Side,
    /// The keys of that command.
    pub keys: &'static [KeyboardShortcut],
    /// True where there is something to go to.
    pub is_possible: fn(&Session) -> bool,
    /// How many things in it wait for the user. The tab counts them.
    pub badge: fn(&Session) -> usize,
    /// How far its questions to the decision are answered, 0 to 1; `None` where nothing is being worked on.
    pub under_way: fn(&Session) -> Option<f32>,
    /// Gets ready to be gone to by a command, and says where the keyboard goes.
    pub focus: fn(&Session, &mut matrix::State) -> Option<Id>,
    pub draw: fn(&mut Ui, &mut Canvas<'_>),
}

/// Where a view stands in a window that is wide enough. In a narrow one all take turns in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Middle,
    Right,
}

/// What a view draws from, and what it asks of the app.
#[derive(Debug)]
pub struct Canvas<'a> {
    pub session: &'a Session,
    pub matrix: &'a mut matrix::State,
    pub out: &'a mut Outbox,
}

impl Canvas<'_> {
    /// What is chosen in the matrix.
    #[must_use]
    pub fn chosen(&self) -> Spot {
        self.matrix.cursor
    }
}

/// One of the views.
#[derive(Clone, Copy)]
pub struct View(&'static Class);

impl View {
    #[must_use]
    pub const fn new(class: &'static Class) -> Self {
        Self(class)
    }

    /// As its tab says it.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.0.label.text()
    }

    #[must_use]
    pub fn class(self) -> &'static Class {
        self.0
    }

    /// True where it has a tab in the middle. What stands beside the middle takes no turn there.
    #[must_use]
    pub fn takes_turns(self, narrow: bool) -> bool {
        narrow || self.0.side == Side::Middle
    }
}

impl Default for View {
    fn default() -> Self {
        matrix::VIEW
    }
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        self.0.label == other.0.label
    }
}

impl Eq for View {}

impl Hash for View {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.label.hash(state);
    }
}

impl fmt::Debug for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.label.fmt(f)
    }
}
