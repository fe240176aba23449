//! The window. Draws a session and sends it edits; decides nothing about decisions.
//!
//! | file | is for |
//! |---|---|
//! | `run` | opening the window, with whichever renderer works |
//! | `shell`, `tabs` | what stands where in the window |
//! | `command`, `commands` | everything that can be done by name, and doing it |
//! | `palette` | finding a command by words |
//! | `importing` | taking in what was made elsewhere |
//! | `documents` | carrying out what `session::lifecycle` decides about opening, saving, exporting, closing |
//! | `hold` | how long a drag lasts |
//! | `notices` | what is said above the middle and can wait |
//! | `recovery`, `signals` | what a crash has left, and being asked to end from outside |
//! | `outbox` | what views ask for while they are drawn |
//! | `views`, `widgets`, `dialogs` | the parts on the screen |
//! | `words` | what several parts of the window say; views, dialogs and commands have words of their own |
//! | `theme`, `icons` | the look |

mod clipboard;
mod command;
mod commands;
mod dialogs;
mod documents;
mod hold;
mod icons;
mod importing;
mod jobs;
mod notices;
mod outbox;
mod palette;
mod recovery;
mod run;
mod settings;
mod shell;
mod signals;
mod tabs;
pub mod theme;
mod turns;
mod views;
mod widgets;
mod words;

use std::collections::VecDeque;
use std::fmt;

use eframe::egui::{self, Context, Ui, ViewportCommand};

use clipboard::Clipboard;
pub use command::{Command, Menu};
use dialogs::Own;
use documents::Happens;
use hold::Hold;
use jobs::Jobs;
use notices::Notices;
use outbox::{Outbox, Wish};
use palette::Palette;
use recovery::Recovery;
pub use run::{NoWindow, Renderer, run};
use settings::Settings;
use views::{View, matrix};
use words::{RecoveryLabel, WindowMessage};

use crate::files::presets;
use crate::session::lifecycle::{Desk, Event, Lifecycle, Then};
use crate::session::workers::Workers;
use crate::session::{Action, Outcome, Session};
use crate::text::Entry;

/// What the window says, for tests.
pub const MESSAGES: &[&[Entry]] = &[
    command::CommandLabel::MESSAGES,
    command::CommandTitle::MESSAGES,
    command::MenuLabel::MESSAGES,
    commands::CommandSaid::MESSAGES,
    views::words::ViewLabel::MESSAGES,
    views::words::PlaceLabel::MESSAGES,
    views::words::WeightsLabel::MESSAGES,
    views::words::WeightsMessage::MESSAGES,
    views::words::RankingLabel::MESSAGES,
    views::words::RankingMessage::MESSAGES,
    views::words::MatrixLabel::MESSAGES,
    views::words::MatrixMessage::MESSAGES,
    views::words::DetailsLabel::MESSAGES,
    views::words::DetailsMessage::MESSAGES,
    views::words::ScaleLabel::MESSAGES,
    views::words::ScaleMessage::MESSAGES,
    views::words::ChecksLabel::MESSAGES,
    views::words::ChecksMessage::MESSAGES,
    views::words::StatusLabel::MESSAGES,
    views::words::StatusMessage::MESSAGES,
    dialogs::words::ButtonLabel::MESSAGES,
    dialogs::words::DialogLabel::MESSAGES,
    dialogs::words::DialogMessage::MESSAGES,
    dialogs::words::FormatNote::MESSAGES,
    dialogs::words::KeyLabel::MESSAGES,
    dialogs::words::ImportLabel::MESSAGES,
    dialogs::words::ImportMessage::MESSAGES,
    dialogs::words::WayNote::MESSAGES,
    words::AnswerLabel::MESSAGES,
    words::FaultLabel::MESSAGES,
    words::FaultMessage::MESSAGES,
    words::FilesLabel::MESSAGES,
    words::FilesMessage::MESSAGES,
    words::SourceLabel::MESSAGES,
    words::SourceMessage::MESSAGES,
    words::RecoveryLabel::MESSAGES,
    words::RecoveryMessage::MESSAGES,
    words::WindowLabel::MESSAGES,
    words::WindowMessage::MESSAGES,
];

/// The program with a window.
#[derive(Debug)]
pub struct App {
    session: Session,
    settings: Settings,
    view: View,
    matrix: matrix::State,
    /// The document's coming and going, and the questions on the way.
    life: Lifecycle<Box<Session>, Own>,
    /// What is to happen once a text that is being written has been handed over.
    wanted: VecDeque<Happens>,
    palette: Option<Palette>,
    /// True while a question or the palette lies over the window.
    asking: bool,
    jobs: Jobs,
    workers: Workers,
    clipboard: Clipboard,
    outbox: Outbox,
    /// What holds the thing that is dragged.
    hold: Option<Hold>,
    recovery: Recovery,
    asked_to_end: Option<signals::Asked>,
    message: Option<Message>,
    notices: Notices,
    /// Commands that wait until a text that was being written has been handed over.
    waiting: Vec<Command>,
    /// What had the keyboard before a question or the palette took it.
    had_keyboard: Option<egui::Id>,
    /// Commands chosen in the palette.
    from_palette: Vec<Command>,
    /// For so many more frames what the clipboard holds is waited for, to be imported.
    pasting: u8,
    /// True where weights and ranking take turns with the matrix.
    narrow: bool,
    /// True in the frame after a text that was being written has been asked for.
    asked_for_text: bool,
    title: String,
}

/// The last thing the program had to say; gone with the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub is_trouble: bool,
}

impl App {
    /// Prepares fonts and colours, and opens `session`, else what was open last, else the first preset. Settings come
    /// from the program's own storage where there is one.
    #[must_use]
    pub fn new(cc: &eframe::CreationContext<'_>, session: Option<Session>) -> Self {
        let settings: Settings =
            cc.storage.and_then(|storage| eframe::get_value(storage, eframe::APP_KEY)).unwrap_or_default();
        let (session, trouble) = match session {
            Some(session) => (session, None),
            None => documents::last_session(&settings),
        };
        let mut app = Self::with_settings(&cc.egui_ctx, session, settings);
        if let Some(trouble) = trouble {
            let effects = app.life.on(&Desk { session: &app.session, has_drafts: false }, trouble);
            debug_assert!(effects.is_empty(), "a word of trouble asks for nothing else");
        }
        app
    }

    /// Asks for paths in the window itself and never by a dialog of the desktop, which no test may leave on a screen.
    #[must_use]
    pub fn typing_paths(mut self) -> Self {
        self.jobs.leave_the_desktop_alone();
        self
    }

    fn with_settings(ctx: &Context, mut session: Session, settings: Settings) -> Self {
        let woken = ctx.clone();
        let workers = Workers::threads(move || woken.request_repaint());
        session.work_with(workers.clone());
        ctx.add_plugin(turns::Turns::default());
        theme::install(ctx, settings.reduce_motion);
        ctx.set_theme(egui::ThemePreference::from(settings.theme));
        ctx.set_zoom_factor(settings.zoom.factor());
        let mut app = Self {
            view: View::default(),
            matrix: matrix::State::default(),
            life: Lifecycle::default(),
            wanted: VecDeque::new(),
            palette: None,
            asking: false,
            jobs: Jobs::new(workers.clone()),
            workers,
            clipboard: Clipboard::default(),
            outbox: Outbox::default(),
            hold: None,
            recovery: Recovery::default(),
            asked_to_end: None,
            message: None,
            notices: Notices::default(),
            session,
            settings,
            waiting: Vec::new(),
            had_keyboard: None,
            from_palette: Vec::new(),
            pasting: 0,
            narrow: false,
            asked_for_text: false,
            title: String::new(),
        };
        match app.session.origin() {
            Some(path) if presets::find(path).is_none() => app.settings.remember(path),
            Some(preset) => app.settings.last = Some(preset.into()),
            None => {}
        }
        app
    }

    /// Lets tables go to the clipboard of the desktop in rich form too.
    fn with_clipboard(mut self, clipboard: Clipboard) -> Self {
        self.clipboard = clipboard;
        self
    }

    /// The document that is open.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What is at work beside the window; see [`Workers::at_rest`].
    #[must_use]
    pub fn at_rest(&self) -> Option<u64> {
        self.workers.at_rest()
    }

    /// What the middle shows: what stands beside it is in sight anyway.
    fn shown(&self) -> View {
        if self.view.takes_turns(self.narrow) { self.view } else { View::default() }
    }

    fn say(&mut self, text: impl fmt::Display) {
        self.message = Some(Message { text: text.to_string(), is_trouble: false });
    }

    fn warn(&mut self, text: impl fmt::Display) {
        self.message = Some(Message { text: text.to_string(), is_trouble: true });
    }

    fn hush(&mut self) {
        self.message = None;
    }

    /// Carries out what the views have asked for.
    fn carry_out(&mut self, ui: &Ui, frame: &eframe::Frame) {
        for wish in self.outbox.take() {
            match wish {
                Wish::Act(action) => {
                    if let Some(Outcome::Written(area)) = self.act(action) {
                        self.matrix.select_area(&self.session, &area);
                    }
                }
                Wish::Drag(widget, action) => {
                    self.act(action);
                    self.hold = Some(Hold::new(ui, widget, self.view));
                }
                Wish::Do(command) => self.run_command(ui, frame, command),
                Wish::Select(spot) => self.matrix.select(spot, false),
                Wish::Show(view) => self.view = view,
                Wish::Open(path) => self.wanted.push_back(Event::Leave(Then::OpenFile(path))),
                Wish::Reply(reply) => self.replied(ui, frame, reply),
                Wish::Tell(message) => self.warn(message),
            }
        }
    }

    /// Changes the document, and says why where it cannot be changed.
    fn act(&mut self, action: Action) -> Option<Outcome> {
        if self.looks_only() && action != Action::SetBaseline {
            self.warn(RecoveryLabel::LooksOnly);
            return None;
        }
        match self.session.perform(action) {
            Ok(outcome) => {
                if outcome != Outcome::Unchanged {
                    self.hush();
                }
                Some(outcome)
            }
            Err(refusal) => {
                self.warn(refusal);
                None
            }
        }
    }

    /// Keys of commands, unless a question is open or the key belongs to a text that is being written.
    fn read_keys(&mut self, ctx: &Context) {
        if self.life.asks() || self.palette.is_some() {
            return;
        }
        let writing = ctx.text_edit_focused();
        // egui takes Ctrl+Z for Ctrl+Shift+Z as well, so more modifiers are tried first.
        let mut keys: Vec<_> =
            Command::all().flat_map(|command| command.shortcuts().iter().map(move |keys| (command, *keys))).collect();
        keys.sort_by_key(|(_, keys)| std::cmp::Reverse(u8::from(keys.modifiers.shift) + u8::from(keys.modifiers.alt)));
        for (command, shortcut) in keys {
            let belongs_to_text = writing && shortcut.conflicts_with_text_editing();
            // Alt moves a slider within its group; only the matrix moves options and criteria with it.
            let belongs_to_slider = shortcut.modifiers.alt && !self.matrix_has_focus(ctx);
            if belongs_to_text || belongs_to_slider {
                continue;
            }
            // A key that repeats faster than frames are drawn counts as often as it was pressed.
            let pressed = ctx.input_mut(|input| input.count_and_consume_key(shortcut.modifiers, shortcut.logical_key));
            self.waiting.extend(std::iter::repeat_n(command, pressed));
        }
    }

    fn matrix_has_focus(&self, ctx: &Context) -> bool {
        ctx.memory(|memory| memory.has_focus(matrix::spot_id(self.matrix.cursor)))
    }

    /// Runs the commands of this frame. One that reads the document first lets a text that is being written be handed
    /// over, which takes until the next frame.
    fn run_waiting(&mut self, ui: &Ui, frame: &eframe::Frame) {
        if self.waiting.iter().any(|command| command.needs_finished_text()) && self.hands_over(ui) {
            return;
        }
        for command in std::mem::take(&mut self.waiting) {
            self.run_command(ui, frame, command);
        }
    }

    /// Asks for a text that is being written. True while it takes a frame to come; what cannot stand does not come at all
    /// and stays where it is.
    pub(super) fn hands_over(&mut self, ctx: &Context) -> bool {
        let writes = ctx.text_edit_focused() || self.matrix.is_editing();
        if !writes || std::mem::take(&mut self.asked_for_text) {
            self.asked_for_text = false;
            return false;
        }
        self.asked_for_text = true;
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        ctx.request_repaint();
        true
    }

    fn update_title(&mut self, ctx: &Context) {
        let (name, unsaved) = (self.session.name(), self.session.is_unsaved());
        let title = WindowMessage::Caption { name, unsaved }.to_string();
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.hear_jobs(ctx, frame);
        self.guard_closing(ctx);
        self.hear_signals(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let was_free = !self.asking;
        if was_free {
            // A command of the palette waits until the palette is gone: the keyboard goes where the command sends it.
            self.waiting.append(&mut self.from_palette);
        }
        self.read_keys(&ctx);
        self.read_drops(&ctx);
        self.hear_paste(&ctx);
        self.look_at_file(&ctx);
        if self.asking {
            // What lies below a question neither answers nor explains itself; it keeps its colours.
            ui.visuals_mut().disabled_alpha = 1.0;
            ui.disable();
        }
        shell::shell_ui(self, ui);
        // What was written is in the document before anything is asked about the document.
        self.carry_out(ui, frame);
        self.dialogs_ui(ui, frame);
        self.carry_out(ui, frame);
        // The keyboard goes back a frame after the question has gone: until then egui keeps it there.
        if was_free
            && !self.asking
            && let Some(id) = self.had_keyboard.take()
        {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        self.run_waiting(ui, frame);
        self.end_drag(&ctx);
        self.keep(&ctx);
        self.end_if_asked(&ctx);
        self.update_title(&ctx);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, eframe::APP_KEY, &self.settings);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end_keeping();
    }
}
