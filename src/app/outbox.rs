//! What views ask for while they are drawn; the app carries it out afterwards.

use std::fmt;
use std::path::PathBuf;

use eframe::egui;

use super::command::Command;
use super::notices::Reply;
use super::views::{Spot, View};
use crate::session::Action;

/// Wishes of one frame, in order. Views see the session read-only and put what they want in here.
#[derive(Debug, Default)]
pub struct Outbox(Vec<Wish>);

/// One wish.
#[derive(Debug)]
pub enum Wish {
    /// A change of the document.
    Act(Action),
    /// A part of a drag, which lasts as long as this widget is held.
    Drag(egui::Id, Action),
    Do(Command),
    Select(Spot),
    Show(View),
    /// A file from the recent ones.
    Open(PathBuf),
    /// The answer to a notice.
    Reply(Reply),
    /// Something to tell the user in the status bar.
    Tell(String),
}

impl Outbox {
    /// Changes the document.
    pub fn act(&mut self, action: Action) {
        self.0.push(Wish::Act(action));
    }

    /// Changes the document as part of a drag, which lasts as long as `widget` is held: by the pointer, or by the keyboard.
    pub fn drag(&mut self, widget: egui::Id, action: Action) {
        self.0.push(Wish::Drag(widget, action));
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

    /// Answers a notice.
    pub fn reply(&mut self, reply: Reply) {
        self.0.push(Wish::Reply(reply));
    }

    pub fn tell(&mut self, message: impl fmt::Display) {
        self.0.push(Wish::Tell(message.to_string()));
    }

    /// Takes the wishes out.
    pub fn take(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.0)
    }
}
