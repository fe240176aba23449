//! A document's coming and going: opening, saving, exporting, closing, and the questions on the way. Nothing is lost, no
//! question is dropped, and no event overwrites the question that is open.
//!
//! It touches neither disk nor screen: [`Lifecycle::on`] is told what happens and says what is to be done about it.
//!
//! | file | is for |
//! |---|---|
//! | `words` | events, effects, questions and answers |
//! | `dialogs` | the queue of questions, and what an answer leads to |
//! | `leave` | going on to something else without losing anything |
//! | `paths` | asking for a path, and what is done with it |
//! | `work` | reading, saving and exporting beside the window |
//! | `desk` | an open document and the disk, as the machine looks them up |

mod desk;
mod dialogs;
mod leave;
mod paths;
mod words;
mod work;

use std::collections::VecDeque;
use std::path::PathBuf;

pub use desk::Desk;
pub use words::{Answer, Consent, Dialog, Effect, Event, Job, LifeMessage, Moment, Purpose, Then, Trouble, Way, World};

use dialogs::Dialogs;

use crate::session::Over;

/// The state of it. `S` is a document that has been read, `D` a question that is none of its own.
#[derive(Debug)]
pub struct Lifecycle<S, D> {
    dialogs: Dialogs<S, D>,
    /// Counts the documents that have been shown: their states are named alike.
    document: u64,
    /// The dialog of the desktop that is open.
    picker: Option<Picker<S>>,
    readings: Vec<Reading<S>>,
    saving: Option<Saving<S>>,
    exporting: bool,
    /// What waits until nothing is being saved and no question is open.
    waiting: VecDeque<Waiting<S>>,
    closing: Closing,
    /// What the user has agreed to lose by closing.
    discarded: Consent,
}

#[derive(Debug)]
struct Picker<S> {
    purpose: Purpose,
    way: Way<S>,
    from: PathBuf,
}

#[derive(Debug)]
struct Reading<S> {
    path: PathBuf,
    purpose: Purpose,
    way: Way<S>,
    /// True where the path was typed, and can be mended.
    typed: bool,
}

#[derive(Debug)]
struct Saving<S> {
    path: PathBuf,
    way: Way<S>,
}

#[derive(Debug)]
enum Waiting<S> {
    /// Saves the document of this number once more if something has been changed.
    Save(u64),
    Write(PathBuf, Way<S>, Over),
    /// Goes on, unless something can be lost that nobody has agreed to.
    Go(Then<S>, Consent),
}

/// How far the window is on its way to being closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    No,
    /// Once what is being written is written.
    AfterWork,
    /// Nothing stands in the way any more.
    Free,
}

impl<S, D> Default for Lifecycle<S, D> {
    fn default() -> Self {
        Self {
            dialogs: Dialogs::default(),
            document: 0,
            picker: None,
            readings: Vec::new(),
            saving: None,
            exporting: false,
            waiting: VecDeque::new(),
            closing: Closing::No,
            discarded: None,
        }
    }
}

impl<S, D> Lifecycle<S, D> {
    /// Takes in what has happened and says what is to be done, in this order. When it is done, [`Lifecycle::settle`] says
    /// what follows from it.
    #[must_use]
    pub fn on(&mut self, world: &dyn World, event: Event<S, D>) -> Vec<Effect<S>> {
        let mut out = Vec::new();
        match event {
            Event::Leave(then) => self.leave(world, then, &mut out),
            Event::Arrive(then, consent) => self.arrive(world, then, consent, &mut out),
            Event::Save => self.save(world, Then::Stay, &mut out),
            Event::SaveAs => self.pick(world, Purpose::Save, self.way(Then::Stay), None, &mut out),
            Event::Import => self.pick(world, Purpose::Import, self.way(Then::Stay), None, &mut out),
            Event::Export => self.dialogs.ask(Dialog::Export),
            Event::Ask(dialog) => self.dialogs.ask(Dialog::Own(dialog, None)),
            Event::Incoming(dialog, path) => self.incoming(dialog, &path),
            Event::Trouble { title, text } => self.dialogs.ask(Dialog::Trouble { title, text }),
            Event::Answered(answer) => self.answered(world, answer, &mut out),
            Event::Picked(path) => self.picked(world, path, &mut out),
            Event::PickerCancelled => self.picker_cancelled(),
            Event::NoPicker => self.no_picker(),
            Event::PickerSlow => self.picker_slow(),
            Event::Opened(session, path) => self.opened(world, session, path, &mut out),
            Event::NotOpened(error, path) => self.not_opened(world, &error, &path, &mut out),
            Event::Saved(path) => self.saved(world, path, &mut out),
            Event::NotSaved(error) => self.not_saved(world, &error),
            Event::Exported(path) => {
                self.exporting = false;
                out.push(Effect::Say(LifeMessage::ExportedTo { path: path.display().to_string() }));
            }
            Event::NotExported(error) => self.not_exported(&error, &mut out),
            Event::BrokeOff(job) => self.broke_off(job),
        }
        out
    }

    /// What follows once all that was to be done is done: a question that has become pointless goes, what has waited goes
    /// on. To be called again until there is nothing more.
    #[must_use]
    pub fn settle(&mut self, world: &dyn World) -> Option<Vec<Effect<S>>> {
        let mut out = Vec::new();
        if matches!(self.dialogs.front(), Some(Dialog::Unsaved(_))) && !is_unsafe(world) {
            if let Some(Dialog::Unsaved(then)) = self.dialogs.take() {
                self.go_on(world, then, None, &mut out);
            }
            return Some(out);
        }
        if self.saving.is_some() {
            return None;
        }
        if self.closing == Closing::AfterWork && !self.exporting {
            self.closing = Closing::No;
            return Some(vec![Effect::QuitAgain]);
        }
        if self.keeps_document(world) {
            return None;
        }
        match self.waiting.pop_front()? {
            Waiting::Save(document) if document == self.document && world.is_unsaved() => {
                self.save(world, Then::Stay, &mut out);
            }
            Waiting::Save(_) => {}
            Waiting::Write(path, way, over) => self.write(path, way, over, &mut out),
            Waiting::Go(then, consent) => self.arrive(world, then, consent, &mut out),
        }
        Some(out)
    }

    /// The question that is open, if one is.
    #[must_use]
    pub fn dialog(&mut self) -> Option<&mut Dialog<S, D>> {
        self.dialogs.front_mut()
    }

    /// The number of the question that is open; later questions have larger ones.
    #[must_use]
    pub fn dialog_number(&self) -> Option<u64> {
        self.dialogs.number()
    }

    /// True while a question is open.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.dialogs.front().is_some()
    }

    /// Takes the question that is open out, where it is none of a document's coming and going: it has been answered. With it
    /// comes what the user has agreed to lose.
    pub fn take_own(&mut self) -> Option<(D, Consent)> {
        self.dialogs.take_own()
    }

    /// True while the desktop asks for a path.
    #[must_use]
    pub fn picks(&self) -> bool {
        self.picker.is_some()
    }

    /// True while a copy is being written.
    #[must_use]
    pub fn is_exporting(&self) -> bool {
        self.exporting
    }

    /// True while the document is being written.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// True where the window can be closed and nothing is lost.
    #[must_use]
    pub fn may_close(&self, world: &dyn World) -> bool {
        self.has_ended() || (!is_unsafe(world) && !self.exporting && self.saving.is_none())
    }

    /// True once nothing stands in the way of closing any more.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.closing == Closing::Free
    }

    /// A way from the document that is open.
    fn way(&self, then: Then<S>) -> Way<S> {
        Way { then, consent: None, document: self.document }
    }

    /// True while the document must stay: a question is open, or a path is being chosen for what is unsaved of it.
    fn keeps_document(&self, world: &dyn World) -> bool {
        let writes = |picker: &Picker<S>| matches!(picker.purpose, Purpose::Save | Purpose::Export(_));
        self.dialogs.front().is_some() || (self.picker.as_ref().is_some_and(writes) && is_unsafe(world))
    }

    fn moment(&self, world: &dyn World) -> Moment {
        Moment { document: self.document, state: world.state(), drafts: world.has_drafts() }
    }
}

/// True where something is unsaved, in the document or beside it.
fn is_unsafe(world: &dyn World) -> bool {
    world.is_unsaved() || world.has_drafts()
}
