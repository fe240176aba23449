//! Work that a crash has left: brought back at the start, said, and kept or discarded.

use std::fmt::Write as _;
use std::mem;
use std::path::Path;

use eframe::egui::{self, Align, Context, Frame, Layout, Margin, Panel, Ui};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::App;
use super::dialogs::Dialog;
use super::outbox::Outbox;
use super::theme;
use crate::files::journal::{Folder, JournalError};
use crate::session::{Account, Action, Keeper, Left, Recovered, Session};

/// What keeps the document of this window, and what there is to say about it.
#[derive(Debug, Default)]
pub struct Recovery {
    /// None where nothing is kept: a test that is not about it.
    keeper: Option<Keeper>,
    notices: Vec<Notice>,
    /// True where this window leaves the document as it is.
    looks_only: bool,
    /// True once the window is closed by somebody who saw that nothing is unsaved, or wanted it gone.
    pub closed_in_peace: bool,
}

/// Something that is said above the document until it is answered.
#[derive(Debug)]
enum Notice {
    /// A crash had left this document.
    Recovered(String),
    /// The document's file is open in another window.
    Elsewhere,
    /// Nothing but to be read.
    Word(String),
}

/// What is answered to a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// What was brought back stays; or a word has been read.
    Close(usize),
    Discard,
    BringBack,
    LookOnly(bool),
}

impl Recovery {
    /// Says what could not be read.
    fn tell(&mut self, errors: &[JournalError]) {
        self.notices.extend(errors.iter().map(|error| Notice::Word(sentence(&error.to_string()))));
    }
}

impl App {
    /// Like [`App::new`], with what happens to documents kept in `folder`. What a crash has left there is brought back:
    /// of the document that was asked for, or without one what was left last.
    #[must_use]
    pub fn keeping(
        cc: &eframe::CreationContext<'_>,
        session: Option<Session>,
        folder: Result<Folder, JournalError>,
    ) -> Self {
        let folder = match folder {
            Ok(folder) => folder,
            Err(error) => {
                let mut app = Self::new(cc, session);
                app.recovery.notices.push(Notice::Word(not_kept(&error)));
                return app;
            }
        };
        let ctx = cc.egui_ctx.clone();
        let mut keeper = Keeper::new(folder, move || ctx.request_repaint());
        let (found, errors) = match session.as_ref().map(Session::path) {
            None => keeper.recover_newest(),
            Some(Some(path)) => keeper.recover_file(path),
            Some(None) => (None, Vec::new()),
        };
        let (session, account) = match found {
            Some(Recovered { session, account }) => (Some(*session), Some(account)),
            None => (session, None),
        };
        let mut app = Self::new(cc, session);
        if account.is_none() {
            keeper.adopt(&app.session);
        }
        let (left, others) = keeper.left();
        app.recovery.keeper = Some(keeper);
        app.tell_of(account, if errors.is_empty() { &others } else { &errors });
        if !left.is_empty() {
            let text = "A crash has left work on other decisions too. “Recover…” in the menu File lists them.";
            app.recovery.notices.push(Notice::Word(text.to_owned()));
        }
        app
    }

    /// Says what was brought back, and what could not be.
    fn tell_of(&mut self, account: Option<Account>, errors: &[JournalError]) {
        let recovery = &mut self.recovery;
        if let Some(account) = account.filter(|account| account.steps > 0 || account.damaged.is_some()) {
            recovery.notices.push(Notice::Recovered(words(&self.session.name(), &account)));
        }
        recovery.tell(errors);
        let told = recovery.notices.iter().any(|notice| matches!(notice, Notice::Elsewhere));
        if !told && recovery.keeper.as_ref().is_some_and(Keeper::is_elsewhere) {
            recovery.notices.push(Notice::Elsewhere);
        }
    }

    /// Another document is about to be shown. Returns what a crash has left of it, where it has left something.
    pub(super) fn bring_back(&mut self, session: Session) -> Session {
        let Some(keeper) = &mut self.recovery.keeper else { return session };
        let (found, errors) = session.path().map(|path| keeper.recover_file(path)).unwrap_or_default();
        let (session, account) = if let Some(Recovered { session, account }) = found {
            (*session, Some(account))
        } else {
            keeper.adopt(&session);
            (session, None)
        };
        self.recovery.notices.clear();
        self.recovery.looks_only = false;
        // The name of the document is part of what is said.
        let before = mem::replace(&mut self.session, session);
        self.tell_of(account, &errors);
        mem::replace(&mut self.session, before)
    }

    /// True where what happens is kept.
    pub(super) fn keeps(&self) -> bool {
        self.recovery.keeper.is_some()
    }

    /// Lists what crashes have left, to choose from.
    pub(super) fn list_left(&mut self) {
        let Some(keeper) = &self.recovery.keeper else { return };
        let (left, errors) = keeper.left();
        if left.is_empty() {
            self.say("No crash has left anything.");
        } else {
            self.dialog = Some(Dialog::Recover(left));
        }
        self.recovery.tell(&errors);
    }

    /// Brings back what was chosen.
    pub(super) fn recover_left(&mut self, ctx: &Context, left: &Left) {
        let Some(keeper) = &mut self.recovery.keeper else { return };
        let (found, errors) = keeper.recover(left);
        if let Some(Recovered { session, account }) = found {
            self.recovery.notices.clear();
            self.recovery.looks_only = false;
            self.show_session(ctx, *session);
            self.tell_of(Some(account), &errors);
        } else {
            self.recovery.tell(&errors);
            self.say("All of it is in the document’s file, or in another window.");
        }
    }

    /// Writes down what has happened in this frame.
    pub(super) fn keep(&mut self) {
        let recovery = &mut self.recovery;
        let Some(keeper) = &mut recovery.keeper else { return };
        let was_elsewhere = keeper.is_elsewhere();
        keeper.follow(&mut self.session);
        if let Some(error) = keeper.take_trouble() {
            recovery.notices.push(Notice::Word(not_kept(&error)));
        }
        match (was_elsewhere, keeper.is_elsewhere()) {
            (false, true) => recovery.notices.push(Notice::Elsewhere),
            (true, false) => {
                recovery.notices.retain(|notice| !matches!(notice, Notice::Elsewhere));
                recovery.looks_only = false;
            }
            _ => {}
        }
        // Once it is saved there is nothing to be discarded any more.
        if !self.session.is_unsaved() && !self.session.has_discarded() {
            recovery.notices.retain(|notice| !matches!(notice, Notice::Recovered(_)));
        }
    }

    /// True where this window leaves the document as it is.
    pub(super) fn looks_only(&self) -> bool {
        self.recovery.looks_only
    }

    /// The program ends. What was closed in peace needs no journal; everything else is written down to the end.
    pub(super) fn end_keeping(&mut self) {
        let Some(keeper) = &mut self.recovery.keeper else { return };
        if self.recovery.closed_in_peace {
            keeper.close();
        } else {
            self.session.rest();
            keeper.follow(&mut self.session);
            keeper.flush();
        }
    }

    /// Something that sees to it that all is on the disk, whatever the window is doing.
    pub(super) fn flusher(&self) -> impl Fn() + Send + 'static {
        let writer = self.recovery.keeper.as_ref().and_then(Keeper::writer);
        move || {
            if let Some(writer) = &writer {
                writer.flush();
            }
        }
    }

    /// Does what a notice was answered with.
    pub(super) fn replied(&mut self, ctx: &Context, reply: Reply) {
        match reply {
            Reply::Close(at) => {
                if at < self.recovery.notices.len() {
                    self.recovery.notices.remove(at);
                }
            }
            Reply::Discard => {
                let discarded = self.recovery.keeper.as_mut().is_some_and(|keeper| keeper.discard(&mut self.session));
                if !discarded {
                    self.warn("What was saved cannot be found any more; open the file instead.");
                }
            }
            Reply::BringBack => drop(self.act(Action::Undo)),
            Reply::LookOnly(only) => {
                self.recovery.looks_only = only;
                if !only {
                    self.recovery.notices.retain(|notice| !matches!(notice, Notice::Elsewhere));
                }
            }
        }
        ctx.request_repaint();
    }
}

/// Shows what is to be said, a line each, above the document.
pub fn notices_ui(app: &mut App, ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    let file = app.session.name();
    for (at, notice) in app.recovery.notices.iter().enumerate() {
        let frame = Frame::new().fill(*tokens.accent_fill).inner_margin(Margin::symmetric(14, 5));
        let panel = Panel::top(egui::Id::unique(("notice", at))).frame(frame).show_separator_line(true);
        panel.show(ui, |ui| notice_ui(ui, at, notice, &file, &app.session, app.recovery.looks_only, &mut app.outbox));
    }
}

fn notice_ui(
    ui: &mut Ui,
    at: usize,
    notice: &Notice,
    file: &str,
    session: &Session,
    looks_only: bool,
    out: &mut Outbox,
) {
    type Button = (&'static str, &'static str, Reply);
    let close: Button = ("Close", "Have read it", Reply::Close(at));
    let (text, buttons): (String, Vec<Button>) = match notice {
        Notice::Recovered(_) if session.has_discarded() => (
            "What was recovered is discarded.".to_owned(),
            vec![("Bring back", "Undo the discarding", Reply::BringBack), close],
        ),
        Notice::Recovered(text) => (
            text.clone(),
            vec![
                ("Discard", "Go back to what was saved; this can be undone", Reply::Discard),
                ("Keep", "Go on with what was recovered", Reply::Close(at)),
            ],
        ),
        Notice::Elsewhere if looks_only => (
            format!("This window only looks at {file}, which is open in another one."),
            vec![("Edit here too", "Let changes be made in this window", Reply::LookOnly(false))],
        ),
        Notice::Elsewhere => (
            format!("{file} is open in another window. Whoever saves last would have to overwrite the other."),
            vec![
                ("Look only", "Leave the decision as it is in this window", Reply::LookOnly(true)),
                ("Edit here too", "Let changes be made in both windows", Reply::LookOnly(false)),
            ],
        ),
        Notice::Word(text) => (text.clone(), vec![close]),
    };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        for (name, explanation, reply) in buttons.into_iter().rev() {
            if ui.button(name).on_hover_text(explanation).clicked() {
                out.reply(reply);
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
            ui.label(&text);
        });
    });
}

/// What was brought back and since when.
fn words(name: &str, account: &Account) -> String {
    let steps = match account.steps {
        1 => "1 unsaved step".to_owned(),
        steps => format!("{steps} unsaved steps"),
    };
    let mut text = format!("Recovered {name} after a crash: {steps} since {}.", when(account.since));
    if account.file_changed {
        text.push_str(" Its file has been changed by somebody else since; saving will ask.");
    }
    if let Some(path) = account.damaged.as_deref().map(Path::display) {
        let _ = write!(text, " Some later steps could not be read; the whole journal is kept as {path}.");
    }
    text
}

fn not_kept(error: &JournalError) -> String {
    format!("What you do is not kept for the case of a crash: {error}. Everything else works; save now and then.")
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

/// The hour of a time, in milliseconds since 1970, where the user is; with the day where that is not today.
pub(super) fn when(time: u64) -> String {
    let Some(then) = i64::try_from(time).ok().and_then(|time| Timestamp::from_millisecond(time).ok()) else {
        return "a time that is not known".to_owned();
    };
    let zone = TimeZone::system();
    let (then, today) = (then.to_zoned_datetime(zone.clone()), Timestamp::now().to_zoned_datetime(zone).date());
    let format = if then.date() == today { "%H:%M" } else { "%-d %B %Y, %H:%M" };
    then.strftime(format).to_string()
}
