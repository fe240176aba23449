//! The queue of questions. The first is open; an answer leads on from it, and nothing else takes it away.

use std::collections::VecDeque;

use super::{Answer, Consent, Dialog, Effect, Lifecycle, Purpose, Then, World};

/// Questions with their numbers, the open one first.
#[derive(Debug)]
pub struct Dialogs<S, D> {
    queue: VecDeque<(u64, Dialog<S, D>)>,
    newest: u64,
    /// While an answer is being acted on: so many questions that follow from it stand in front already.
    following: Option<usize>,
}
use crate::session::Over;

impl<S, D> Default for Dialogs<S, D> {
    fn default() -> Self {
        Self { queue: VecDeque::new(), newest: 0, following: None }
    }
}

impl<S, D> Dialogs<S, D> {
    /// Asks once everything before it has been answered; what follows from an answer comes at once. Closing is asked about
    /// only once.
    pub fn ask(&mut self, dialog: Dialog<S, D>) {
        let quits = |dialog: &Dialog<S, D>| matches!(dialog, Dialog::Unsaved(Then::Quit));
        if quits(&dialog) && self.queue.iter().any(|(_, other)| quits(other)) {
            return;
        }
        self.newest += 1;
        match &mut self.following {
            Some(place) => {
                self.queue.insert(*place, (self.newest, dialog));
                *place += 1;
            }
            None => self.queue.push_back((self.newest, dialog)),
        }
    }

    pub fn front(&self) -> Option<&Dialog<S, D>> {
        self.queue.front().map(|(_, dialog)| dialog)
    }

    pub fn front_mut(&mut self) -> Option<&mut Dialog<S, D>> {
        self.queue.front_mut().map(|(_, dialog)| dialog)
    }

    pub fn number(&self) -> Option<u64> {
        self.queue.front().map(|(number, _)| *number)
    }

    pub fn take(&mut self) -> Option<Dialog<S, D>> {
        self.queue.pop_front().map(|(_, dialog)| dialog)
    }

    pub fn take_own(&mut self) -> Option<(D, Consent)> {
        match self.queue.pop_front()? {
            (_, Dialog::Own(own, consent)) => Some((own, consent)),
            other => {
                self.queue.push_front(other);
                None
            }
        }
    }

    /// The box that was offered for a path while a dialog of the desktop is open.
    pub fn offered(&mut self) -> Option<&mut Dialog<S, D>> {
        let is_offered = |dialog: &&mut Dialog<S, D>| matches!(dialog, Dialog::Path { offered: true, .. });
        self.queue.iter_mut().map(|(_, dialog)| dialog).find(is_offered)
    }

    /// The desktop has answered it.
    pub fn drop_offered(&mut self) {
        self.queue.retain(|(_, dialog)| !matches!(dialog, Dialog::Path { offered: true, .. }));
    }
}

impl<S, D> Lifecycle<S, D> {
    /// Acts on the answer to the question that is open. What is no answer to it leaves it open.
    pub(super) fn answered(&mut self, world: &dyn World, answer: Answer, out: &mut Vec<Effect<S>>) {
        let Some((number, dialog)) = self.dialogs.queue.pop_front() else { return };
        self.dialogs.following = Some(0);
        if let Some(dialog) = self.act(world, dialog, answer, out) {
            self.dialogs.queue.push_front((number, dialog));
        }
        self.dialogs.following = None;
    }

    /// Gives the question back where this was no answer to it.
    fn act(
        &mut self,
        world: &dyn World,
        dialog: Dialog<S, D>,
        answer: Answer,
        out: &mut Vec<Effect<S>>,
    ) -> Option<Dialog<S, D>> {
        match (dialog, answer) {
            (Dialog::Unsaved(then), Answer::Save) => self.save(world, then, out),
            (Dialog::Unsaved(then), Answer::Discard) => {
                let consent = Some(self.moment(world));
                self.go_on(world, then, consent, out);
            }
            (Dialog::Changed(way), Answer::Overwrite) => match world.path() {
                Some(path) => self.write(path.to_owned(), way, Over::Anything, out),
                None => self.pick(world, Purpose::Save, way, None, out),
            },
            (Dialog::Changed(way), Answer::SaveAs) => self.pick(world, Purpose::Save, way, None, out),
            (Dialog::Replace { path, purpose, way, .. }, Answer::Replace) => {
                self.write_for(world, purpose, path, way, out);
            }
            // What was to be done with the path still stands.
            (Dialog::Replace { path, purpose, way, typed: true }, Answer::Cancel) => {
                let text = path.to_string_lossy().into_owned();
                self.dialogs.ask(Dialog::Path { purpose, way, text, fault: None, offered: false });
            }
            (Dialog::Replace { path, purpose, way, typed: false }, Answer::Cancel) => {
                self.pick(world, purpose, way, Some(path), out);
            }
            (Dialog::Path { purpose, way, offered, .. }, Answer::Path(path)) => {
                let way = if offered { self.give_up_picker(way, out) } else { way };
                self.chosen(world, purpose, path, way, true, out);
            }
            (Dialog::Path { offered: true, .. }, Answer::Cancel) => {
                if let Some(picker) = &mut self.picker {
                    picker.way.then = Then::Stay;
                }
            }
            (Dialog::Presets(consent), Answer::Preset(id)) => self.arrive(world, Then::Preset(id), consent, out),
            (Dialog::Export, Answer::Format(format)) => {
                self.pick(world, Purpose::Export(format), self.way(Then::Stay), None, out);
            }
            (_, Answer::Cancel) => {}
            (dialog, _) => return Some(dialog),
        }
        None
    }
}
