//! Work that a crash has left: brought back at the start, said, and kept or discarded.

use std::mem;
use std::path::{Path, PathBuf};

use eframe::egui::{self, Context};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::App;
use super::dialogs::Own;
use super::notices::{About, Choice, Notice, Reply};
use super::words::{AnswerLabel, RecoveryLabel, RecoveryMessage};
use crate::files::journal::{Folder, JournalError};
use crate::session::lifecycle::{Desk, Event, Trouble};
use crate::session::{Account, Keeper, Kept, Left, Recovered, Session};
use crate::text::{Argument, List, Moment, Month, Nth};

/// What keeps the document of this window, and what of it is said in notices.
#[derive(Debug, Default)]
pub struct Recovery {
    /// None where nothing is kept: a test that is not about it.
    keeper: Option<Keeper>,
    /// What was brought back, in words.
    account: String,
    shown: Shown,
    /// The document's file, where it is open in another window.
    elsewhere: Option<PathBuf>,
    /// True where this window leaves the document as it is.
    looks_only: bool,
    /// How often what was brought back has been drawn.
    drawn: u8,
    /// True once the window is closed by somebody who saw that nothing is unsaved, or wanted it gone.
    pub closed_in_peace: bool,
}

/// What is said of what was brought back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Recovered,
    Discarded,
    Nothing,
}

/// So often is drawn what was brought back before it counts as something that can be.
const ENOUGH: u8 = 3;

const READ: [Choice; 1] = [(AnswerLabel::Close, Reply::Close)];
const RECOVERED: [Choice; 2] = [(AnswerLabel::Discard, Reply::Discard), (AnswerLabel::Keep, Reply::Close)];
const DISCARDED: [Choice; 2] = [(AnswerLabel::BringBack, Reply::BringBack), READ[0]];
const EDIT_TOO: Choice = (AnswerLabel::EditTooHere, Reply::LookOnly(false));
const ELSEWHERE: [Choice; 2] = [(AnswerLabel::LookOnly, Reply::LookOnly(true)), EDIT_TOO];
const LOOKING: [Choice; 1] = [EDIT_TOO];
const OTHERS: [Choice; 2] = [(AnswerLabel::ShowThem, Reply::ListLeft), READ[0]];

impl Recovery {
    /// Another document: nothing has been said of it yet.
    pub(super) fn turn_over(&mut self) {
        (self.elsewhere, self.looks_only, self.shown, self.drawn) = (None, false, Shown::Recovered, 0);
        self.account.clear();
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
        let (found, errors) = if session.is_none() { keeper.recover_newest() } else { Default::default() };
        let mut app = if let Some(Recovered { session, account }) = found {
            let mut app = Self::new(cc, Some(*session));
            app.recovery.keeper = Some(keeper);
            app.tell_of(Some(account), &errors);
            app
        } else {
            let mut app = Self::new(cc, session);
            app.recovery.keeper = Some(keeper);
            app.tell_unreadable(&errors);
            app.take_up();
            app
        };
        app.tell_of_rest();
        app
    }

    /// Like [`App::keeping`], on what a crash has left of the document at `path`, which cannot be read for this reason. None
    /// where nothing was left.
    #[must_use]
    pub fn with_left(cc: &eframe::CreationContext<'_>, path: &Path, folder: Folder, reason: &str) -> Option<Self> {
        let ctx = cc.egui_ctx.clone();
        let mut keeper = Keeper::new(folder, move || ctx.request_repaint());
        let (found, errors) = keeper.recover_file(path);
        let Recovered { session, account } = found?;
        let mut app = Self::new(cc, Some(*session));
        app.recovery.keeper = Some(keeper);
        app.tell_of(Some(account), &errors);
        app.tell_of_rest();
        let trouble = Event::Trouble { title: Trouble::NotOpened, text: reason.to_owned() };
        let effects = app.life.on(&Desk { session: &app.session, has_drafts: false }, trouble);
        debug_assert!(effects.is_empty(), "a word of trouble asks for nothing else");
        Some(app)
    }

    /// What happens to the document that was just opened is kept from here on. Where a crash has left something of it,
    /// that takes its place.
    pub(super) fn take_up(&mut self) {
        let Some(keeper) = &mut self.recovery.keeper else { return };
        let (found, errors) = self.session.path().map(|path| keeper.recover_file(path)).unwrap_or_default();
        let account = found.map(|Recovered { session, account }| {
            self.put_session(*session);
            account
        });
        if account.is_none()
            && let Some(keeper) = &mut self.recovery.keeper
        {
            keeper.adopt(&self.session);
        }
        self.tell_of(account, &errors);
    }

    /// Says what was brought back, and what could not be.
    pub(super) fn tell_of(&mut self, account: Option<Account>, errors: &[JournalError]) {
        if let Some(account) = account {
            let damaged = damaged(&account);
            if account.steps > 0 || account.file != Kept::InPlace {
                let text = List::sentences(
                    words(self.session.name(), &account).into_iter().chain(damaged.map(Argument::from)),
                )
                .to_string();
                let answers: &[Choice] = if account.file == Kept::Nowhere { &READ } else { &RECOVERED };
                if account.file != Kept::Nowhere {
                    self.recovery.account.clone_from(&text);
                }
                self.notices.push(Notice { about: About::Recovered, text, answers });
            } else if let Some(damaged) = damaged {
                let left = RecoveryMessage::LeftDamaged { name: self.session.name() };
                let text = List::sentences([left, damaged]).to_string();
                self.notices.push(Notice { about: About::Unreadable(text.clone()), text, answers: &READ });
            }
        }
        self.tell_unreadable(errors);
        self.tell_of_others();
        // What was just brought back comes first, and may have been all.
        if self.notices.has(&About::OthersLeft) {
            self.notices.withdraw(|about| *about == About::OthersLeft);
            self.tell_of_rest();
        }
    }

    /// Says that there is more.
    pub(super) fn tell_of_rest(&mut self) {
        if !self.all_left().is_empty() {
            let others = self.notices.has(&About::Recovered);
            let text = if others { RecoveryLabel::OthersLeft } else { RecoveryLabel::WorkLeft }.to_string();
            self.notices.push(Notice { about: About::OthersLeft, text, answers: &OTHERS });
        }
    }

    /// What crashes have left but for what is open.
    fn all_left(&mut self) -> Vec<Left> {
        let (left, errors) = self.recovery.keeper.as_mut().map(Keeper::left).unwrap_or_default();
        self.tell_unreadable(&errors);
        left
    }

    /// Says what could not be read.
    fn tell_unreadable(&mut self, errors: &[JournalError]) {
        for error in errors {
            let text = RecoveryMessage::Unreadable { what: begun(&error.to_string()) }.to_string();
            self.notices.push(Notice { about: About::Unreadable(text.clone()), text, answers: &READ });
        }
    }

    /// True where what happens is kept.
    pub(super) fn keeps(&self) -> bool {
        self.recovery.keeper.is_some()
    }

    /// Lists what crashes have left, to choose from.
    pub(super) fn list_left(&mut self, ctx: &Context, frame: &eframe::Frame) {
        self.notices.withdraw(|about| *about == About::OthersLeft);
        let left = self.all_left();
        if left.is_empty() {
            self.say(RecoveryLabel::Nothing);
        } else {
            self.happens(ctx, frame, Event::Ask(Own::Recover(left)));
        }
    }

    /// Brings back what was chosen.
    pub(super) fn recover_left(&mut self, ctx: &Context, left: &Left) {
        let Some(keeper) = &mut self.recovery.keeper else { return };
        let (found, errors) = keeper.recover(left);
        if let Some(Recovered { session, account }) = found {
            if let Some(path) = session.path() {
                self.settings.remember(path);
            }
            self.show_session(ctx, *session);
            self.tell_of(Some(account), &errors);
        } else {
            self.tell_unreadable(&errors);
            self.say(RecoveryLabel::AllThere);
        }
    }

    /// Writes down what has happened in this frame.
    pub(super) fn keep(&mut self, ctx: &Context) {
        let Some(keeper) = &mut self.recovery.keeper else { return };
        keeper.follow(&mut self.session);
        let (trouble, mended) = (keeper.take_trouble(), keeper.take_mended());
        // Whoever closes the other window comes back to this one.
        if ctx.input(|input| input.events.contains(&egui::Event::WindowFocused(true))) {
            keeper.look_again(&self.session);
        }
        if let Some(error) = trouble {
            self.notices.push(not_kept(&error));
        }
        if mended {
            self.notices.withdraw(|about| *about == About::NotKept);
            self.say(RecoveryLabel::KeptAgain);
        }
        self.tell_of_others();
        self.tell_whether_discarded();
        self.see_whether_it_stands(ctx);
    }

    /// What was brought back stands once it has been drawn a few times, the last time with all that follows from it. Until
    /// then its journal bears a mark: a program that ends over it must not begin with it every time.
    fn see_whether_it_stands(&mut self, ctx: &Context) {
        let Some(keeper) = self.recovery.keeper.as_mut().filter(|keeper| keeper.is_on_trial()) else { return };
        self.recovery.drawn = self.recovery.drawn.saturating_add(1);
        if self.recovery.drawn < ENOUGH {
            ctx.request_repaint();
        } else if self.workers.at_rest().is_some() {
            keeper.stands();
        }
    }

    /// The notice of what was brought back says what can be done about it now. Undone as far as what was saved, there is
    /// nothing to be discarded; it may yet be made again.
    fn tell_whether_discarded(&mut self) {
        let now = match (self.session.has_discarded(), self.session.is_unsaved()) {
            _ if self.recovery.account.is_empty() => return,
            (true, _) => Shown::Discarded,
            (false, true) => Shown::Recovered,
            (false, false) => Shown::Nothing,
        };
        let before = mem::replace(&mut self.recovery.shown, now);
        let notice = match now {
            _ if now == before => return,
            Shown::Discarded => {
                let text = RecoveryLabel::Discarded.to_string();
                Notice { about: About::Recovered, text, answers: &DISCARDED }
            }
            Shown::Recovered => {
                Notice { about: About::Recovered, text: self.recovery.account.clone(), answers: &RECOVERED }
            }
            Shown::Nothing => {
                self.notices.hide(&About::Recovered);
                return;
            }
        };
        if before == Shown::Nothing {
            self.notices.push(notice);
        } else {
            self.notices.change(notice, false);
        }
    }

    /// The document was saved: there is nothing to be discarded any more, unless it was discarded before that.
    pub(super) fn was_saved(&mut self) {
        if !self.session.has_discarded() {
            self.recovery.account.clear();
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
            let text = RecoveryMessage::Elsewhere { name: self.session.name() }.to_string();
            self.notices.push(Notice { about: About::Elsewhere, text, answers: &ELSEWHERE });
        }
    }

    /// True where this window leaves the document as it is.
    pub(super) fn looks_only(&self) -> bool {
        self.recovery.looks_only
    }

    /// The program ends. What was closed in peace needs no journal, nor does what is in its file; everything else is written
    /// down to the end.
    pub(super) fn end_keeping(&mut self) {
        let Some(keeper) = &mut self.recovery.keeper else { return };
        if self.recovery.closed_in_peace {
            keeper.close();
        } else {
            self.session.rest();
            keeper.follow(&mut self.session);
            keeper.end();
        }
    }

    /// Ends the journals in order, whatever the window is doing.
    pub(super) fn ender(&self) -> impl Fn() + Send + 'static {
        let writer = self.recovery.keeper.as_ref().and_then(Keeper::writer);
        move || {
            if let Some(writer) = &writer {
                writer.end();
            }
        }
    }

    /// Goes back to what was saved before the crash.
    pub(super) fn discard_recovered(&mut self) {
        if self.looks_only() {
            return self.warn(RecoveryLabel::LooksOnly);
        }
        let discarded = self.recovery.keeper.as_mut().is_some_and(|keeper| keeper.discard(&mut self.session));
        if !discarded {
            self.warn(RecoveryLabel::NotFound);
        }
    }

    /// From now on this window leaves the document as it is, or does so no more.
    pub(super) fn look_only(&mut self, only: bool) {
        self.recovery.looks_only = only;
        if only {
            let text = RecoveryMessage::LooksAt { name: self.session.name() }.to_string();
            self.notices.change(Notice { about: About::Elsewhere, text, answers: &LOOKING }, true);
        }
    }
}

/// What was brought back and since when.
fn words(name: String, account: &Account) -> Vec<Argument> {
    let recovered = match (account.file, account.steps) {
        (Kept::Nowhere, _) => RecoveryMessage::NeverSaved { name },
        (_, 0) => RecoveryMessage::AsSaved { name },
        (_, steps) => RecoveryMessage::Recovered { name, steps, since: when(account.since).into() },
    };
    let file = match account.file {
        Kept::InPlace | Kept::Nowhere => None,
        Kept::Changed => Some(RecoveryLabel::FileChanged),
        Kept::Gone => Some(RecoveryLabel::FileGone),
    };
    std::iter::once(recovered.into()).chain(file.map(Argument::from)).collect()
}

/// Where the journal is, if some of it was damaged.
fn damaged(account: &Account) -> Option<RecoveryMessage> {
    let path = account.damaged.as_deref()?.display().to_string();
    Some(RecoveryMessage::StepsLost { path })
}

fn not_kept(error: &JournalError) -> Notice {
    let text = RecoveryMessage::NotKept { why: error.to_string() }.to_string();
    Notice { about: About::NotKept, text, answers: &READ }
}

/// With a capital letter, as a sentence begins.
fn begun(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}

/// The hour of a time, in milliseconds since 1970, where the user is; with the day where that is not today.
pub(super) fn when(time: u64) -> Moment {
    let Some(then) = i64::try_from(time).ok().and_then(|time| Timestamp::from_millisecond(time).ok()) else {
        return Moment::Unknown;
    };
    let zone = TimeZone::system();
    let (then, today) = (then.to_zoned_datetime(zone.clone()), Timestamp::now().to_zoned_datetime(zone).date());
    let hour = then.strftime("%H:%M").to_string().into();
    let month = usize::try_from(then.month() - 1).ok().and_then(|at| Month::ALL.get(at).copied());
    match month {
        Some(month) if then.date() != today => {
            let place = |number: i16| Nth(number.unsigned_abs().into());
            Moment::Day { year: place(then.year()), month, day: place(then.day().into()), hour }
        }
        _ => Moment::Hour { hour },
    }
}
