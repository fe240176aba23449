//! Reading, saving and exporting beside the window, and what comes of it.

use std::path::{Path, PathBuf};

use super::{
    Closing, Dialog, Effect, Job, LifeMessage, Lifecycle, Purpose, Reading, Saving, Then, Trouble, Waiting, Way, World,
};
use crate::files::FileError;
use crate::session::Over;

impl<S, D> Lifecycle<S, D> {
    pub(super) fn read(&mut self, purpose: Purpose, path: PathBuf, way: Way<S>, typed: bool, out: &mut Vec<Effect<S>>) {
        out.push(if purpose == Purpose::Import { Effect::Look(path.clone()) } else { Effect::Read(path.clone()) });
        self.readings.retain(|reading| reading.path != path);
        self.readings.push(Reading { path, purpose, way, typed });
    }

    fn reading_of(&mut self, path: &Path) -> Option<Reading<S>> {
        let at = self.readings.iter().position(|reading| reading.path == path)?;
        Some(self.readings.swap_remove(at))
    }

    /// Shows what has been read. What was changed meanwhile is asked about like any other change; a question that is open
    /// keeps the document that it is about.
    pub(super) fn opened(&mut self, world: &dyn World, session: S, path: PathBuf, out: &mut Vec<Effect<S>>) {
        let consent = self.reading_of(&path).and_then(|reading| reading.way.consent);
        let then = Then::Show(session, Some(path));
        if self.keeps_document(world) {
            self.waiting.push_back(Waiting::Go(then, consent));
        } else {
            self.arrive(world, then, consent, out);
        }
    }

    /// Has what was read looked at.
    pub(super) fn incoming(&mut self, dialog: D, path: &Path) {
        let consent = self.reading_of(path).and_then(|reading| reading.way.consent);
        self.dialogs.ask(Dialog::Own(dialog, consent));
    }

    pub(super) fn not_opened(&mut self, world: &dyn World, error: &FileError, path: &Path, out: &mut Vec<Effect<S>>) {
        let pasted = path.as_os_str().is_empty();
        if !pasted && !world.exists(path) {
            out.push(Effect::Forget(path.to_owned()));
        }
        if let Some(Reading { purpose, way, typed: true, .. }) = self.reading_of(path) {
            // What was typed stays to be mended.
            let (text, fault) = (path.to_string_lossy().into_owned(), Some(error.to_string()));
            self.dialogs.ask(Dialog::Path { purpose, way, text, fault, offered: false });
        } else {
            let title = if pasted { Trouble::NotImported } else { Trouble::NotOpened };
            self.trouble(title, error.to_string());
        }
    }

    fn trouble(&mut self, title: Trouble, text: String) {
        self.dialogs.ask(Dialog::Trouble { title, text });
    }

    /// Writes to the document's own file, or asks for one.
    pub(super) fn save(&mut self, world: &dyn World, then: Then<S>, out: &mut Vec<Effect<S>>) {
        if self.saving.is_some() {
            self.waiting.push_back(Waiting::Save(self.document));
            if !matches!(then, Then::Stay) {
                self.waiting.push_back(Waiting::Go(then, None));
            }
            return;
        }
        match world.path() {
            None => self.pick(world, Purpose::Save, self.way(then), None, out),
            Some(path) => self.write(path.to_owned(), self.way(then), Over::Known, out),
        }
    }

    /// One file at a time.
    pub(super) fn write(&mut self, path: PathBuf, way: Way<S>, over: Over, out: &mut Vec<Effect<S>>) {
        if way.document != self.document {
            self.other_is_open(Trouble::NotSaved, &path);
        } else if self.saving.is_some() {
            self.waiting.push_back(Waiting::Write(path, way, over));
        } else {
            out.push(Effect::Write(path.clone(), over));
            self.saving = Some(Saving { path, way });
        }
    }

    /// What was to be written is not open any more, and what is open was not meant.
    pub(super) fn other_is_open(&mut self, title: Trouble, path: &Path) {
        let text = LifeMessage::OtherIsOpen { path: path.display().to_string() };
        self.trouble(title, text.to_string());
    }

    /// What was typed while it was being written, or cannot be handed over, is not in the file: it is asked about before the
    /// document is left.
    pub(super) fn saved(&mut self, world: &dyn World, path: PathBuf, out: &mut Vec<Effect<S>>) {
        let Some(Saving { way: Way { then, .. }, .. }) = self.saving.take() else { return };
        out.extend([Effect::Remember(path), Effect::Hush]);
        self.arrive(world, then, None, out);
    }

    pub(super) fn not_saved(&mut self, world: &dyn World, error: &FileError) {
        let saving = self.saving.take();
        self.forget_saving();
        self.stay();
        match (saving, error) {
            // What was to follow still does, once it is written over or elsewhere.
            (Some(Saving { way, .. }), FileError::Overtaken { .. }) => self.dialogs.ask(Dialog::Changed(way)),
            (Some(Saving { path, way }), _) if world.path() != Some(path.as_path()) => {
                // What was chosen stays to be mended.
                let (text, fault) = (path.to_string_lossy().into_owned(), Some(error.to_string()));
                self.dialogs.ask(Dialog::Path { purpose: Purpose::Save, way, text, fault, offered: false });
            }
            _ => self.trouble(Trouble::NotSaved, LifeMessage::StillOpen { error: error.to_string() }.to_string()),
        }
    }

    /// Nothing came of it, and so of what was to follow.
    fn forget_saving(&mut self) {
        self.saving = None;
        self.waiting.retain(|waiting| !matches!(waiting, Waiting::Save(_)));
        // What was agreed to be lost was to be saved then; now it is asked about again.
        for waiting in &mut self.waiting {
            if let Waiting::Go(_, consent) = waiting {
                *consent = None;
            }
        }
    }

    pub(super) fn not_exported(&mut self, error: &FileError, out: &mut Vec<Effect<S>>) {
        self.exporting = false;
        if let FileError::CalledOff { .. } = error {
            out.push(Effect::Say(LifeMessage::ExportCancelled));
        } else {
            self.stay();
            self.trouble(Trouble::NotExported, error.to_string());
        }
    }

    pub(super) fn broke_off(&mut self, job: Job) {
        let name = match job {
            Job::Picker => "picker",
            Job::Reading => "reading",
            Job::Saving => "saving",
            Job::Exporting => "exporting",
        };
        match job {
            Job::Picker => self.picker_cancelled(),
            Job::Reading => {}
            Job::Saving => self.forget_saving(),
            Job::Exporting => self.exporting = false,
        }
        self.stay();
        self.trouble(Trouble::BrokeOff, LifeMessage::Stopped { job: name }.to_string());
    }

    /// The window is not closed after all: something went wrong that the user has to know.
    fn stay(&mut self) {
        if self.closing == Closing::AfterWork {
            self.closing = Closing::No;
        }
        self.discarded = None;
    }
}
