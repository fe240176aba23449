//! The document's coming and going, as far as it touches the window: `session::lifecycle` decides, this carries it out.

use std::path::Path;

use eframe::egui::{self, Context, Ui, ViewportCommand};

use super::App;
use super::dialogs::{self, Answer, Own};
use super::jobs::Done;
use super::notices::{About, Choice, Notice, Reply};
use super::palette::{self, Chosen};
use super::settings::Settings;
use super::views::{View, matrix};
use super::widgets::{forget_drafts, has_drafts};
use super::words::{AnswerLabel, FilesLabel, FilesMessage};
use crate::files::{self, Stamp, presets};
use crate::session::lifecycle::{Desk, Dialog, Effect, Event, Then, Trouble};
use crate::session::preview::{Merges, Reads};
use crate::session::{Action, Session};

/// The answers to a file that another program has changed.
const CHANGED: [Choice; 2] = [(AnswerLabel::ReadAgain, Reply::ReadAgain), (AnswerLabel::KeepHere, Reply::Close)];

/// What happens to the document of this window.
pub(super) type Happens = Event<Box<Session>, Own>;

impl App {
    /// Takes in what has happened to the document, and does what is to be done about it.
    pub(super) fn happens(&mut self, ctx: &Context, frame: &eframe::Frame, event: Happens) {
        // A drag is over before its document is left or written.
        if matches!(event, Event::Leave(_) | Event::Save | Event::SaveAs | Event::Export) {
            self.session.rest();
        }
        let has_drafts = self.matrix.is_editing() || has_drafts(ctx);
        let effects = self.life.on(&Desk { session: &self.session, has_drafts }, event);
        self.follow(ctx, frame, effects);
    }

    /// Does what is to be done, and what follows from it.
    fn follow(&mut self, ctx: &Context, frame: &eframe::Frame, mut effects: Vec<Effect<Box<Session>>>) {
        let mut events = Vec::new();
        loop {
            for effect in effects {
                events.extend(self.effect(ctx, frame, effect));
            }
            let has_drafts = self.matrix.is_editing() || has_drafts(ctx);
            match self.life.settle(&Desk { session: &self.session, has_drafts }) {
                Some(more) => effects = more,
                None => break,
            }
        }
        for event in events {
            self.happens(ctx, frame, event);
        }
    }

    /// Does one thing. Returns what came of it, where that is known at once.
    fn effect(&mut self, ctx: &Context, frame: &eframe::Frame, effect: Effect<Box<Session>>) -> Option<Happens> {
        match effect {
            Effect::Pick(purpose, from) => self.jobs.ask(ctx, frame, purpose, &from),
            Effect::GiveUpPicker => self.jobs.give_up_dialog(),
            Effect::Read(path) => self.jobs.open(path),
            Effect::Look(path) => self.jobs.import(path, self.session.shared_document()),
            Effect::Write(path, over) => self.jobs.save(self.session.saving_to(path, over)),
            Effect::Export(format, path) => self.jobs.export(self.session.shared_document(), format, path),
            Effect::Show(session, path) => self.show_opened(ctx, *session, path.as_deref()),
            Effect::Preset(id) => return self.open_preset(ctx, id),
            Effect::Recover(left) => self.recover_left(ctx, &left),
            Effect::Remember(path) => {
                self.notices.withdraw(|about| matches!(about, About::ChangedFile(_)));
                self.settings.remember(&path);
            }
            Effect::Forget(path) => self.settings.forget(&path),
            Effect::Say(text) => self.say(text),
            Effect::Hush => self.hush(),
            Effect::QuitAgain => {
                self.wanted.push_back(Event::Leave(Then::Quit));
                ctx.request_repaint();
            }
            Effect::Close => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
        None
    }

    fn open_preset(&mut self, ctx: &Context, id: &'static str) -> Option<Happens> {
        match presets::find(id).map(files::Preset::document)? {
            Ok(document) => {
                self.replace_session(ctx, Session::new(document));
                self.settings.last = Some(id.into());
                None
            }
            Err(error) => Some(Event::Trouble { title: Trouble::PresetNotOpened, text: error.to_string() }),
        }
    }

    fn show_opened(&mut self, ctx: &Context, session: Session, path: Option<&Path>) {
        self.replace_session(ctx, session);
        if let Some(path) = path {
            self.settings.remember(path);
        }
        if self.session.path().is_none() {
            self.say(FilesLabel::Imported);
        }
    }

    fn replace_session(&mut self, ctx: &Context, session: Session) {
        self.show_session(ctx, session);
        self.take_up();
    }

    /// Shows another document, whose journal is known already.
    pub(super) fn show_session(&mut self, ctx: &Context, session: Session) {
        forget_drafts(ctx);
        self.notices.turn_over();
        self.recovery.turn_over();
        self.put_session(session);
        self.matrix = matrix::State::default();
        self.view = View::default();
        self.hush();
        self.waiting.clear();
    }

    /// The one place where the document of this window is exchanged.
    pub(super) fn put_session(&mut self, mut session: Session) {
        session.work_with(self.workers.clone());
        self.session = session;
    }

    /// Takes in what jobs report.
    pub(super) fn hear_jobs(&mut self, ctx: &Context, frame: &eframe::Frame) {
        while let Some(done) = self.jobs.next() {
            let event = match done {
                Done::Happened(event) => {
                    if let Event::NotOpened(..) = event {
                        // It may be what a crash has left.
                        self.tell_of_rest();
                    }
                    event
                }
                Done::Saved(saved) => {
                    let path = saved.path().to_owned();
                    self.session.was_saved(saved);
                    self.was_saved();
                    Event::Saved(path)
                }
                Done::Found { path, stamp, known } => {
                    self.found(&path, stamp, known);
                    continue;
                }
            };
            self.happens(ctx, frame, event);
            ctx.request_repaint();
        }
    }

    /// Stops the window from closing while something is unsaved, and asks.
    pub(super) fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.is_asked_to_end() {
            return;
        }
        self.recovery.closed_in_peace = true;
        if self.life.has_ended() {
            return;
        }
        self.session.rest();
        let has_drafts = ctx.text_edit_focused() || self.matrix.is_editing() || has_drafts(ctx);
        if !self.life.may_close(&Desk { session: &self.session, has_drafts }) {
            self.recovery.closed_in_peace = false;
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            if !self.wanted.iter().any(|event| matches!(event, Event::Leave(Then::Quit))) {
                self.wanted.push_back(Event::Leave(Then::Quit));
            }
            ctx.request_repaint();
        }
    }

    /// Looks whether another program has changed the document's file, when the user comes back to this window.
    pub(super) fn look_at_file(&mut self, ctx: &Context) {
        let comes_back = ctx.input(|input| input.events.contains(&egui::Event::WindowFocused(true)));
        if let Some(path) = self.session.path().filter(|_| comes_back && !self.life.is_saving()) {
            self.jobs.look(path.to_owned(), self.session.stamp());
        }
    }

    /// Says that it has. What has been written or opened here since it was looked at says nothing.
    fn found(&mut self, path: &Path, stamp: Option<Stamp>, known: Option<Stamp>) {
        let same = self.session.path() == Some(path) && self.session.stamp() == known && !self.life.is_saving();
        // A file that is gone is simply written again.
        if let Some(stamp) = stamp.filter(|stamp| same && known != Some(*stamp)) {
            self.notices.withdraw(|about| matches!(about, About::ChangedFile(other) if *other != stamp));
            let text = FilesMessage::Changed { name: self.session.name() }.to_string();
            self.notices.push(Notice { about: About::ChangedFile(stamp), text, answers: &CHANGED });
        }
    }

    /// A file dropped on the window is opened.
    pub(super) fn read_drops(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        match &dropped[..] {
            [] => {}
            _ if self.asking => self.warn(FilesLabel::AnswerFirst),
            [file] => self.wanted.push_back(Event::Leave(Then::OpenFile(file.path().to_owned()))),
            more => self.warn(FilesMessage::Dropped { count: more.len() }),
        }
    }

    /// Shows the question that is open, or the palette, and acts on the answer.
    pub(super) fn dialogs_ui(&mut self, ui: &mut Ui, frame: &eframe::Frame) {
        let ctx = ui.ctx().clone();
        if !self.asking && (self.life.asks() || self.palette.is_some()) {
            self.had_keyboard = ctx.memory(egui::Memory::focused);
        }
        if !self.life.asks() && self.jobs.is_slow() {
            self.happens(&ctx, frame, Event::PickerSlow);
        }
        if !self.wanted.is_empty() && !self.hands_over(&ctx) {
            while let Some(event) = self.wanted.pop_front() {
                self.happens(&ctx, frame, event);
            }
        }
        // One at a time: a question waits until the palette is gone.
        let has_palette = self.palette.is_some();
        if let Some(mut palette) = self.palette.take() {
            let chosen = palette::palette_ui(ui, &mut palette, &|command| self.can(command));
            match chosen {
                Chosen::Nothing => self.palette = Some(palette),
                Chosen::Command(command) => self.from_palette.push(command),
                Chosen::Leave => {}
            }
        }
        let asking = self.life.asks() || self.palette.is_some();
        if std::mem::replace(&mut self.asking, asking) != asking {
            // What lies below, a tooltip for one, is drawn once more as the thing in the background that it is now.
            ctx.request_repaint();
        }
        let dialog = self.life.dialog().filter(|_| !has_palette);
        if !matches!(dialog, Some(Dialog::Own(Own::Import(_), _))) {
            // What comes in is as large as a document, and nobody will ask about it any more.
            self.session.forget::<Reads>();
            self.session.forget::<Merges>();
        }
        let Some(dialog) = dialog else { return };
        let Some(answer) = dialogs::dialog_ui(ui, dialog, &self.session) else { return };
        self.answered(&ctx, frame, answer);
    }

    fn answered(&mut self, ctx: &Context, frame: &eframe::Frame, answer: Answer) {
        match answer {
            Answer::To(answer) => return self.happens(ctx, frame, Event::Answered(answer)),
            Answer::Import => {
                if let Some((Own::Import(importing), consent)) = self.life.take_own()
                    && let Some(outcome) = importing.outcome(&self.session)
                {
                    self.take_in(ctx, frame, outcome, consent);
                }
            }
            Answer::SaveViewpoint(name) => {
                self.life.take_own();
                self.act(Action::SaveViewpoint(name));
            }
            Answer::Recover(left) => {
                self.life.take_own();
                self.happens(ctx, frame, Event::Leave(Then::Recover(left)));
            }
            Answer::RenameViewpoint(viewpoint, name) => {
                self.life.take_own();
                self.act(Action::RenameViewpoint { viewpoint, name });
            }
        }
        self.follow(ctx, frame, Vec::new());
    }
}

/// What was open last, or the first preset; where the last file cannot be read any more, also the word about it.
pub(super) fn last_session(settings: &Settings) -> (Session, Option<Happens>) {
    let open = |last: &Path| last.to_str().map_or_else(|| Session::open(last), Session::open_source);
    let trouble = match settings.last.as_deref().map(open) {
        Some(Ok(session)) => return (session, None),
        Some(Err(error)) => Some(Event::Trouble { title: Trouble::LastNotOpened, text: error.to_string() }),
        None => None,
    };
    let first = presets::ALL.first().and_then(|preset| preset.document().ok());
    (Session::new(first.unwrap_or_default()), trouble)
}
