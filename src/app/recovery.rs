//! Work that a crash has left: brought back at the start, said, and kept or discarded.

use std::fmt::Write as _;
use std::mem;
use std::path::{Path, PathBuf};

use eframe::egui::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::App;
use super::dialogs::Own;
use super::notices::{About, Choice, Notice, Reply};
use crate::files::journal::{Folder, JournalError};
use crate::session::lifecycle::Event;
use crate::session::{Account, Keeper, Left, Recovered, Session};

/// What keeps the document of this window, and what of it is said in notices.
#[derive(Debug, Default)]
pub struct Recovery {
    /// None where nothing is kept: a test that is not about it.
    keeper: Option<Keeper>,
    /// What was brought back, in words.
    account: String,
    /// True while the notice says that it was discarded.
    says_discarded: bool,
    /// The document's file, where it is open in another window.
    elsewhere: Option<PathBuf>,
    /// True where this window leaves the document as it is.
    looks_only: bool,
    /// True once the window is closed by somebody who saw that nothing is unsaved, or wanted it gone.
    pub closed_in_peace: bool,
}

const READ: [Choice; 1] = [("Close", "Have read it", Reply::Close)];
const RECOVERED: [Choice; 2] = [
    ("Discard", "Go back to what was saved; this can be undone", Reply::Discard),
    ("Keep", "Go on with what was recovered", Reply::Close),
];
const DISCARDED: [Choice; 2] = [("Bring back", "Undo the discarding", Reply::BringBack), READ[0]];
const EDIT_TOO: Choice = ("Edit here too", "Let changes be made in both windows", Reply::LookOnly(false));
const ELSEWHERE: [Choice; 2] =
    [("Look only", "Leave the decision as it is in this window", Reply::LookOnly(true)), EDIT_TOO];
const LOOKING: [Choice; 1] = [EDIT_TOO];
const OTHERS: [Choice; 2] = [("Show them", "List what crashes have left", Reply::ListLeft), READ[0]];

impl Recovery {
    /// Another document: nothing has been said of it yet.
    pub(super) fn turn_over(&mut self) {
        (self.elsewhere, self.looks_only, self.says_discarded) = (None, false, false);
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
                app.notices.push(not_kept(&error));
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
        app.tell_of_rest(&left);
        app
    }

    /// Says what was brought back, and what could not be.
    pub(super) fn tell_of(&mut self, account: Option<Account>, errors: &[JournalError]) {
        if let Some(account) = account.filter(|account| account.steps > 0 || account.damaged.is_some()) {
            let text = words(&self.session.name(), &account);
            self.recovery.account.clone_from(&text);
            self.notices.push(Notice { about: About::Recovered, text, answers: &RECOVERED });
        }
        self.tell_unreadable(errors);
        self.tell_of_others();
        // What was just brought back comes first, and may have been all.
        if self.notices.has(&About::OthersLeft)
            && let Some(keeper) = &self.recovery.keeper
        {
            let (left, _) = keeper.left();
            self.notices.withdraw(|about| *about == About::OthersLeft);
            self.tell_of_rest(&left);
        }
    }

    /// Says that there is more.
    fn tell_of_rest(&mut self, left: &[Left]) {
        if !left.is_empty() {
            let text = "A crash has left work on other decisions too. “Recover…” in the menu File lists them.";
            self.notices.push(Notice { about: About::OthersLeft, text: text.to_owned(), answers: &OTHERS });
        }
    }

    /// Says what could not be read.
    fn tell_unreadable(&mut self, errors: &[JournalError]) {
        for error in errors {
            let text = sentence(&error.to_string());
            self.notices.push(Notice { about: About::Unreadable(text.clone()), text, answers: &READ });
        }
    }

    /// Another document is about to be shown. Returns what a crash has left of it, where it has left something, with what
    /// there is to say about it.
    pub(super) fn bring_back(&mut self, session: Session) -> (Session, Option<Account>, Vec<JournalError>) {
        let Some(keeper) = &mut self.recovery.keeper else { return (session, None, Vec::new()) };
        let (found, errors) = session.path().map(|path| keeper.recover_file(path)).unwrap_or_default();
        if let Some(Recovered { session, account }) = found {
            (*session, Some(account), errors)
        } else {
            keeper.adopt(&session);
            (session, None, errors)
        }
    }

    /// True where what happens is kept.
    pub(super) fn keeps(&self) -> bool {
        self.recovery.keeper.is_some()
    }

    /// Lists what crashes have left, to choose from.
    pub(super) fn list_left(&mut self, ctx: &Context, frame: &eframe::Frame) {
        let Some(keeper) = &self.recovery.keeper else { return };
        let (left, errors) = keeper.left();
        self.notices.withdraw(|about| *about == About::OthersLeft);
        self.tell_unreadable(&errors);
        if left.is_empty() {
            self.say("No crash has left anything.");
        } else {
            self.happens(ctx, frame, Event::Ask(Own::Recover(left)));
        }
    }

    /// Brings back what was chosen.
    pub(super) fn recover_left(&mut self, ctx: &Context, left: &Left) {
        let Some(keeper) = &mut self.recovery.keeper else { return };
        let (found, errors) = keeper.recover(left);
        if let Some(Recovered { session, account }) = found {
            self.show_session(ctx, *session);
            self.tell_of(Some(account), &errors);
        } else {
            self.tell_unreadable(&errors);
            self.say("All of it is in the document’s file, or in another window.");
        }
    }

    /// Writes down what has happened in this frame.
    pub(super) fn keep(&mut self) {
        let Some(keeper) = &mut self.recovery.keeper else { return };
        keeper.follow(&mut self.session);
        if let Some(error) = keeper.take_trouble() {
            self.notices.push(not_kept(&error));
        }
        self.tell_of_others();
        let discarded = self.session.has_discarded();
        if mem::replace(&mut self.recovery.says_discarded, discarded) != discarded {
            let text = if discarded { "What was recovered is discarded." } else { &self.recovery.account };
            let (text, answers) = (text.to_owned(), if discarded { &DISCARDED } else { &RECOVERED });
            self.notices.change(Notice { about: About::Recovered, text, answers }, false);
        }
        // Once it is saved there is nothing to be discarded any more.
        if !self.session.is_unsaved() && !discarded {
            self.notices.withdraw(|about| *about == About::Recovered);
        }
    }

    /// Says whether the document's file is open in another window, where that has changed.
    fn tell_of_others(&mut self) {
        let recovery = &mut self.recovery;
        let is_elsewhere = recovery.keeper.as_ref().is_some_and(Keeper::is_elsewhere);
        let file = self.session.path().filter(|_| is_elsewhere);
        if file == recovery.elsewhere.as_deref() {
            return;
        }
        recovery.elsewhere = file.map(Path::to_owned);
        recovery.looks_only = false;
        self.notices.withdraw(|about| *about == About::Elsewhere);
        if is_elsewhere {
            let name = self.session.name();
            let text =
                format!("{name} is open in another window. Whoever saves last would have to overwrite the other.");
            self.notices.push(Notice { about: About::Elsewhere, text, answers: &ELSEWHERE });
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

    /// Goes back to what was saved before the crash.
    pub(super) fn discard_recovered(&mut self) {
        let discarded = self.recovery.keeper.as_mut().is_some_and(|keeper| keeper.discard(&mut self.session));
        if !discarded {
            self.warn("What was saved cannot be found any more; open the file instead.");
        }
    }

    /// From now on this window leaves the document as it is, or does so no more.
    pub(super) fn look_only(&mut self, only: bool) {
        self.recovery.looks_only = only;
        if only {
            let text = format!("This window only looks at {}, which is open in another one.", self.session.name());
            self.notices.change(Notice { about: About::Elsewhere, text, answers: &LOOKING }, true);
        }
    }
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

fn not_kept(error: &JournalError) -> Notice {
    let text =
        format!("What you do is not kept for the case of a crash: {error}. Everything else works; save now and then.");
    Notice { about: About::NotKept, text, answers: &READ }
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
