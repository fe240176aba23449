//! The line of a history: which steps lie behind the present state and which ahead of it, whatever a step holds besides.

use std::sync::Arc;

use crate::model::{State, Step, Turn};

/// Something that leads from one state to another.
pub trait Leads {
    fn before(&self) -> State;
    fn after(&self) -> State;
}

impl Leads for Arc<Step> {
    fn before(&self) -> State {
        self.before
    }

    fn after(&self) -> State {
        self.after
    }
}

#[derive(Clone, Debug)]
pub struct Track<S> {
    /// Oldest first.
    pub done: Vec<S>,
    /// The one that comes next last.
    pub undone: Vec<S>,
    pub state: State,
}

impl<S> Default for Track<S> {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new(), state: State::default() }
    }
}

impl<S: Leads> Track<S> {
    pub fn push(&mut self, step: S) {
        self.state = step.after();
        self.undone.clear();
        self.done.push(step);
    }

    pub fn back(&mut self) {
        if let Some(step) = self.done.pop() {
            self.state = step.before();
            self.undone.push(step);
        }
    }

    pub fn forth(&mut self) {
        if let Some(step) = self.undone.pop() {
            self.state = step.after();
            self.done.push(step);
        }
    }

    pub fn turn(&mut self, turn: Turn<S>) {
        match turn {
            Turn::Made(step) => self.push(step),
            Turn::Undone => self.back(),
            Turn::Redone => self.forth(),
        }
    }
}
