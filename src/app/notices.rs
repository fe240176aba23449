//! What the program has to say that can wait for an answer: a bar above the middle. It holds nothing up, and the keyboard
//! stays where it is. What must be answered first is a question (`dialogs`); what needs no answer is a message in the bar at
//! the bottom.

use std::collections::VecDeque;

use eframe::egui::{self, Button, Context, Frame, Id, Margin, Panel, Role, Stroke, Ui, UiBuilder};

use super::App;
use super::theme::{self, MARGIN};
use super::words::{AnswerLabel, WindowMessage};
use crate::files::Stamp;
use crate::session::Action;
use crate::session::lifecycle::{Event, Then};

/// One thing to say, with the answers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub about: About,
    pub text: String,
    pub answers: &'static [Choice],
}

/// An answer: what its button says and does, and what it leads to.
pub type Choice = (AnswerLabel, Reply);

/// What a notice is about. The second one about the same is not shown.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// The document's file, as another program has left it.
    ChangedFile(Stamp),
    /// A crash had left this document.
    Recovered,
    /// What crashes have left of other documents.
    OthersLeft,
    /// What a crash had left and cannot be read.
    Unreadable(String),
    /// What is done here is not kept for the case of a crash.
    NotKept,
    /// The document's file is open in another window.
    Elsewhere,
}

/// What an answer leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing more.
    Close,
    /// Opens the document's file again.
    ReadAgain,
    /// Goes back to what was saved before the crash.
    Discard,
    /// Takes that back.
    BringBack,
    /// Lists what crashes have left.
    ListLeft,
    /// This window leaves the document as it is, or does so no more.
    LookOnly(bool),
}

impl Reply {
    /// True where nothing is left to be said.
    fn settles(self) -> bool {
        !matches!(self, Self::Discard | Self::BringBack | Self::LookOnly(true))
    }
}

/// The notices that wait, the one that is shown first.
#[derive(Debug, Default)]
pub struct Notices {
    queue: VecDeque<Notice>,
    /// What the user has answered: it is not said again.
    answered: Vec<About>,
    /// True where the keyboard is to go to the first answer.
    wants_focus: bool,
    /// What had the keyboard before.
    had_keyboard: Option<Id>,
    /// The same once it is answered. It has the keyboard again in the next frame: the key that answered is not meant for it.
    gets_keyboard: Option<Id>,
}

impl Notices {
    /// Says it once everything before it has been answered, unless it has been said already.
    pub fn push(&mut self, notice: Notice) {
        if !self.has(&notice.about) && !self.answered.contains(&notice.about) {
            self.queue.push_back(notice);
        }
    }

    /// Says something else in the place of what there is to say about the same. What is said for as long as it lasts, and
    /// needs no answer any more, makes way for everything else.
    pub fn change(&mut self, notice: Notice, lasts: bool) {
        let Some(at) = self.queue.iter().position(|other| other.about == notice.about) else { return };
        if lasts {
            self.queue.remove(at);
            self.queue.push_back(notice);
        } else {
            self.queue[at] = notice;
        }
    }

    /// Takes back what has become pointless. It can be said again, even where it had been answered.
    pub fn withdraw(&mut self, pointless: impl Fn(&About) -> bool) {
        self.queue.retain(|notice| !pointless(&notice.about));
        self.answered.retain(|about| !pointless(about));
    }

    /// Takes back what is pointless for now. What has been answered is not said again.
    pub fn hide(&mut self, about: &About) {
        self.queue.retain(|notice| notice.about != *about);
    }

    /// Another document: what was to be said of the one before is said no more.
    pub fn turn_over(&mut self) {
        self.withdraw(|about| !matches!(about, About::NotKept | About::OthersLeft));
    }

    #[must_use]
    pub fn has(&self, about: &About) -> bool {
        self.queue.iter().any(|notice| notice.about == *about)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// Sends the keyboard to the first answer.
    pub fn focus(&mut self, ctx: &Context) {
        self.wants_focus = true;
        self.had_keyboard = ctx.memory(egui::Memory::focused);
    }

    /// Shows the first notice, where there is one. Returns the answer to it.
    pub fn notice_ui(&mut self, ui: &mut Ui) -> Option<Reply> {
        if let Some(id) = self.gets_keyboard.take() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let notice = self.queue.front()?;
        let tokens = theme::tokens(ui.ctx());
        let frame = Frame::new().fill(*tokens.accent_fill).inner_margin(Margin::symmetric(MARGIN, 6));
        let (wants_focus, waiting) = (std::mem::take(&mut self.wants_focus), self.queue.len());
        let mut reply = None;
        let bar = Panel::top("notice").frame(frame).show_separator_line(false).show(ui, |ui| {
            // A screen reader reads it out when it comes.
            let alert = UiBuilder::new().accessibility_role(Role::Alert).accessibility_label(&notice.text);
            ui.scope_builder(alert, |ui| reply = bar_ui(ui, notice, waiting, wants_focus));
        });
        let line = Stroke::new(1.0, *tokens.border);
        ui.painter().hline(bar.response.rect.x_range(), bar.response.rect.bottom(), line);
        let reply = reply?;
        if reply.settles() {
            self.answered.extend(self.queue.pop_front().map(|notice| notice.about));
        }
        self.gets_keyboard = self.had_keyboard.take();
        ui.ctx().request_repaint();
        Some(reply)
    }
}

/// The text, and the answers behind it; below it where both together are too wide.
fn bar_ui(ui: &mut Ui, notice: &Notice, waiting: usize, wants_focus: bool) -> Option<Reply> {
    let mut reply = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(&notice.text);
        for (at, (answer, what)) in notice.answers.iter().enumerate() {
            let button = ui.add(Button::new(answer.text()).small()).on_hover_text(answer.note());
            if at == 0 && wants_focus {
                button.request_focus();
            }
            if button.clicked() {
                reply = Some(*what);
            }
        }
        if waiting > 1 {
            ui.label(theme::caption(ui.ctx(), WindowMessage::OneOf { count: waiting }.to_string()));
        }
    });
    reply
}

impl App {
    /// Does what a notice was answered with.
    pub(super) fn replied(&mut self, ctx: &Context, frame: &eframe::Frame, reply: Reply) {
        match reply {
            Reply::Close => {}
            Reply::ReadAgain => {
                self.wanted.extend(self.session.path().map(|path| Event::Leave(Then::OpenFile(path.to_owned()))));
            }
            Reply::Discard => self.discard_recovered(),
            Reply::BringBack => drop(self.act(Action::Undo)),
            Reply::ListLeft => self.list_left(ctx, frame),
            Reply::LookOnly(only) => self.look_only(only),
        }
        ctx.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(text: &str) -> Notice {
        let file = tempfile::NamedTempFile::new().expect("a file for a moment");
        std::fs::write(&file, text).expect("a few letters find room");
        let stamp = Stamp::of(file.path()).expect("what has just been written can be read");
        Notice {
            about: About::ChangedFile(stamp),
            text: text.to_owned(),
            answers: &[(AnswerLabel::Close, Reply::Close)],
        }
    }

    #[test]
    fn nothing_is_said_twice_and_nothing_jumps_the_queue() {
        let mut notices = Notices::default();
        for text in ["first", "second", "first"] {
            notices.push(notice(text));
        }
        let texts = |notices: &Notices| notices.queue.iter().map(|notice| notice.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&notices), ["first", "second"]);
        let first = notice("first").about;
        notices.withdraw(|about| *about == first);
        assert_eq!(texts(&notices), ["second"]);
        notices.push(notice("first"));
        assert_eq!(texts(&notices), ["second", "first"], "what was taken back may come again");
    }
}
