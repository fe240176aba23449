//! What views ask for while they are drawn; the app carries it out afterwards.

use std::path::PathBuf;

use super::command::Command;
use super::views::{Spot, View};
use crate::model::EditError;
use crate::session::{Rectangle, Session};

type Change = Box<dyn FnOnce(&mut Session) -> Result<(), EditError>>;

/// Wishes of one frame, in order. Views see the session read-only and put what they want in here.
#[derive(Default)]
pub struct Outbox(Vec<Wish>);

/// One wish.
pub enum Wish {
    Change(Change),
    /// Tab-separated text for a rectangle of the matrix.
    Paste(Rectangle, String),
    Do(Command),
    Select(Spot),
    Show(View),
    /// A file from the recent ones.
    Open(PathBuf),
    /// Something to tell the user in the status bar.
    Tell(String),
}

impl std::fmt::Debug for Outbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Outbox({} wishes)", self.0.len())
    }
}

impl Outbox {
    /// Changes the document.
    pub fn change(&mut self, change: impl FnOnce(&mut Session) -> Result<(), EditError> + 'static) {
        self.0.push(Wish::Change(Box::new(change)));
    }

    /// Runs a command, as from the menu.
    pub fn run(&mut self, command: Command) {
        self.0.push(Wish::Do(command));
    }

    /// Chooses what the details below the matrix show.
    pub fn select(&mut self, spot: Spot) {
        self.0.push(Wish::Select(spot));
    }

    /// Opens a file.
    pub fn open(&mut self, path: PathBuf) {
        self.0.push(Wish::Open(path));
    }

    /// Turns the middle to another view.
    pub fn show(&mut self, view: View) {
        self.0.push(Wish::Show(view));
    }

    pub fn paste(&mut self, area: Rectangle, text: String) {
        self.0.push(Wish::Paste(area, text));
    }

    pub fn tell(&mut self, message: impl Into<String>) {
        self.0.push(Wish::Tell(message.into()));
    }

    /// Takes the wishes out.
    pub fn take(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.0)
    }
}
