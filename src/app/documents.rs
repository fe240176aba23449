//! Opening, saving, exporting and closing: nothing is lost on the way.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Context, Ui, ViewportCommand};

use super::dialogs::{self, Answer, Dialog, Then};
use super::jobs::{Event, Purpose};
use super::palette::{self, Chosen};
use super::settings::Settings;
use super::views::{View, matrix};
use super::widgets::{forget_drafts, has_drafts};
use super::{App, Closing};
use crate::files::{self, FileError, Format, presets};
use crate::session::{Action, Session};

impl App {
    /// Does `then` once the document is safe: asks first where something is unsaved.
    pub(super) fn leave(&mut self, ctx: &Context, frame: &eframe::Frame, then: Then) {
        if self.session.is_unsaved() || self.matrix.is_editing() || has_drafts(ctx) {
            self.dialog = Some(Dialog::Unsaved(then));
        } else {
            self.go_on(ctx, frame, then);
        }
    }

    fn go_on(&mut self, ctx: &Context, frame: &eframe::Frame, then: Then) {
        // A dialog that is open still knows what comes after it.
        if !self.jobs.asks() {
            self.then = Then::Stay;
        }
        match then {
            Then::Stay => {}
            // A window that closed now would leave half a file behind.
            Then::Quit if self.jobs.export_under_way().is_some() => {
                self.closing = Closing::AfterExport;
                self.say("The window closes when the export is written.");
            }
            Then::Quit => self.close(ctx),
            Then::New => self.dialog = Some(Dialog::Presets),
            Then::Recover(left) => self.recover_left(ctx, &left),
            Then::Open => self.ask(ctx, frame, Purpose::Open),
            Then::OpenFile(path) => self.read(ctx, path),
            Then::Arrived => {
                if let Some((session, path)) = self.arrived.take() {
                    self.show_opened(ctx, *session, path.as_deref());
                }
            }
        }
    }

    fn close(&mut self, ctx: &Context) {
        self.closing = Closing::Free;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Closes the window if it waited for an export, unless something has been changed meanwhile.
    fn closing_resumes(&mut self, ctx: &Context) {
        if self.closing == Closing::AfterExport {
            self.closing = Closing::Wanted;
            ctx.request_repaint();
        }
    }

    fn open_preset(&mut self, ctx: &Context, id: &'static str) {
        match presets::find(id).map(files::Preset::document) {
            Some(Ok(document)) => {
                self.replace_session(ctx, Session::new(document));
                self.settings.last = Some(id.to_owned());
            }
            Some(Err(error)) => self.trouble("The preset cannot be opened", error.to_string()),
            None => {}
        }
    }

    /// Reads a file on a thread of its own.
    fn read(&mut self, ctx: &Context, path: PathBuf) {
        self.read_in = self.session.history().state();
        self.typed = None;
        self.jobs.open(ctx, path);
    }

    fn show_opened(&mut self, ctx: &Context, session: Session, path: Option<&Path>) {
        self.replace_session(ctx, session);
        if let Some(path) = path {
            self.settings.remember(path);
        }
        if self.session.path().is_none() {
            self.say("Imported. Saving will ask for a file that can hold everything.");
        }
    }

    fn replace_session(&mut self, ctx: &Context, session: Session) {
        let session = self.bring_back(session);
        self.show_session(ctx, session);
    }

    /// Shows another document, whose journal is known already.
    pub(super) fn show_session(&mut self, ctx: &Context, session: Session) {
        forget_drafts(ctx);
        if let Some(Dialog::Import(importing)) = &mut self.dialog {
            importing.forget_plan();
        }
        self.session = session;
        self.matrix = matrix::State::default();
        self.view = View::Matrix;
        self.hush();
        self.waiting.clear();
    }

    /// Writes to the document's own file, or asks for one.
    pub(super) fn save_then(&mut self, ctx: &Context, frame: &eframe::Frame, then: Then) {
        match self.session.path() {
            None => self.save_as(ctx, frame, then),
            Some(_) if self.session.changed_on_disk() => self.dialog = Some(Dialog::Changed(then)),
            Some(path) => {
                let path = path.to_owned();
                self.write(ctx, frame, &path, then);
            }
        }
    }

    pub(super) fn save_as(&mut self, ctx: &Context, frame: &eframe::Frame, then: Then) {
        self.then = then;
        self.ask(ctx, frame, Purpose::Save);
    }

    pub(super) fn ask(&mut self, ctx: &Context, frame: &eframe::Frame, purpose: Purpose) {
        let suggestion = self.suggestion(purpose);
        self.jobs.ask(ctx, frame, purpose, &suggestion);
    }

    /// Asks once more for a path, in the way in which `path` was given. What was to be done with it still stands.
    fn ask_again(&mut self, ctx: &Context, frame: &eframe::Frame, purpose: Purpose, path: &Path, typed: bool) {
        if typed {
            self.type_path(purpose, path);
        } else {
            self.jobs.ask(ctx, frame, purpose, path);
        }
    }

    /// A path to begin with: beside the document's own file, named after it or after its title.
    fn suggestion(&self, purpose: Purpose) -> PathBuf {
        // Something imported is best kept beside what it came from.
        let source = self.session.origin().filter(|origin| presets::find(origin).is_none()).map(Path::new);
        let own = self.session.path().or(source);
        let folder = own.and_then(Path::parent).map(Path::to_owned).or_else(std::env::home_dir).unwrap_or_default();
        let stem = own.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_else(|| file_stem(&self.session.document().about.title));
        match purpose {
            Purpose::Open | Purpose::Import => folder.join(""),
            Purpose::Save => folder.join(format!("{stem}.{}", Format::Ron.extension())),
            Purpose::Export(format) => folder.join(format!("{stem}.{}", format.extension())),
        }
    }

    fn write(&mut self, ctx: &Context, frame: &eframe::Frame, path: &Path, then: Then) {
        match self.session.save_to(path.to_owned()) {
            Ok(()) => {
                self.settings.remember(path);
                self.hush();
                self.go_on(ctx, frame, then);
            }
            Err(error) => self.trouble("The decision is not saved", format!("{error}\n\nIt is still open here.")),
        }
    }

    fn chosen(&mut self, ctx: &Context, frame: &eframe::Frame, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.read(ctx, path),
            Purpose::Import => self.jobs.import(ctx, path),
            Purpose::Save | Purpose::Export(_) => {
                let (path, named) = with_extension(path, purpose);
                // A dialog has asked about the very name that it returned; only a name made here is new to the user.
                if named && path.exists() {
                    self.dialog = Some(Dialog::Replace { path, purpose, typed: false });
                } else {
                    self.write_for(ctx, frame, purpose, &path);
                }
            }
        }
    }

    fn write_for(&mut self, ctx: &Context, frame: &eframe::Frame, purpose: Purpose, path: &Path) {
        match purpose {
            Purpose::Save => {
                let then = std::mem::replace(&mut self.then, Then::Stay);
                self.write(ctx, frame, path, then);
            }
            // Over the document's own file it is no copy but the document.
            Purpose::Export(_) if self.session.path() == Some(path) => self.write(ctx, frame, path, Then::Stay),
            Purpose::Export(format) => {
                self.hush();
                self.jobs.export(ctx, self.session.document().clone(), format, path.to_owned());
            }
            Purpose::Open | Purpose::Import => {}
        }
    }

    fn trouble(&mut self, title: &str, text: String) {
        self.then = Then::Stay;
        self.dialog = Some(Dialog::Trouble { title: title.to_owned(), text });
    }

    /// Takes in what jobs report. A chosen path waits for the next frame, which a dialog's parent needs.
    pub(super) fn hear_jobs(&mut self, ctx: &Context) {
        while let Some(event) = self.jobs.next() {
            match event {
                // What was changed while the file was read is asked about like any other change.
                Event::Opened(session, path) if self.session.history().state() != self.read_in => {
                    self.arrived = Some((session, Some(path)));
                    self.dialog = Some(Dialog::Unsaved(Then::Arrived));
                }
                Event::Opened(session, path) => self.show_opened(ctx, *session, Some(&path)),
                Event::NotOpened(error, path) => {
                    // The clipboard has no path.
                    if !path.as_os_str().is_empty() && !path.exists() {
                        self.settings.forget(&path);
                    }
                    if let Some((purpose, typed)) = self.typed.take()
                        && typed == path
                    {
                        // What was typed stays to be mended.
                        let text = path.to_string_lossy().into_owned();
                        self.dialog = Some(Dialog::Path { purpose, text, fault: Some(error.to_string()) });
                    } else {
                        let pasted = path.as_os_str().is_empty();
                        let title =
                            if pasted { "The clipboard cannot be imported" } else { "The file cannot be opened" };
                        self.trouble(title, error.to_string());
                    }
                }
                Event::Exported(path) => {
                    self.say(format!("Exported to {}", path.display()));
                    self.closing_resumes(ctx);
                }
                Event::NotExported(FileError::CalledOff { .. }) => {
                    self.say("The export was cancelled. Nothing was written.");
                    self.closing_resumes(ctx);
                }
                Event::NotExported(error) => {
                    self.closing = Closing::No;
                    self.trouble("The matrix is not exported", error.to_string());
                }
                Event::Incoming(importing, into) => self.show_incoming(importing, into),
                Event::BrokeOff(job) => {
                    self.closing = Closing::No;
                    let text = format!(
                        "A fault in the program stopped it ({job}). What is open here is as it was; please report it."
                    );
                    self.trouble("This came to no end", text);
                }
                Event::NoDialog(purpose) => self.type_path(purpose, &self.suggestion(purpose)),
                Event::Cancelled => self.then = Then::Stay,
                Event::Chosen(purpose, path) => self.picked = Some((purpose, path)),
            }
            ctx.request_repaint();
        }
    }

    /// Asks for a path in the window itself.
    fn type_path(&mut self, purpose: Purpose, suggestion: &Path) {
        let text = suggestion.to_string_lossy().into_owned();
        self.dialog = Some(Dialog::Path { purpose, text, fault: None });
    }

    /// Stops the window from closing while something is unsaved, and asks.
    pub(super) fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.is_asked_to_end() {
            return;
        }
        self.recovery.closed_in_peace = true;
        if self.closing == Closing::Free {
            return;
        }
        self.session.rest();
        let writes = ctx.text_edit_focused() || self.matrix.is_editing() || has_drafts(ctx);
        if self.session.is_unsaved() || writes || self.jobs.export_under_way().is_some() {
            self.recovery.closed_in_peace = false;
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            self.closing = Closing::Wanted;
            ctx.request_repaint();
        }
    }

    /// A file dropped on the window is opened.
    pub(super) fn read_drops(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        match &dropped[..] {
            [] => {}
            _ if self.asking => self.warn("Answer the question first, then drop the file again."),
            [file] => self.wanted_file = Some(file.path().to_owned()),
            more => self.warn(format!("{} files were dropped; drop one at a time.", more.len())),
        }
    }

    /// Shows the question that is open, if one is, and acts on its answer.
    pub(super) fn dialogs_ui(&mut self, ui: &mut Ui, frame: &eframe::Frame) {
        let ctx = ui.ctx().clone();
        if !self.asking && (self.dialog.is_some() || self.palette.is_some()) {
            self.had_keyboard = ctx.memory(egui::Memory::focused);
        }
        if let Some((purpose, path)) = self.picked.take() {
            if matches!(self.dialog, Some(Dialog::Path { .. })) {
                self.dialog = None;
            }
            self.chosen(&ctx, frame, purpose, path);
        }
        if self.dialog.is_none()
            && let Some((importing, into)) = self.incoming.take()
        {
            self.show_incoming(importing, into);
        }
        if self.dialog.is_none()
            && let Some(purpose) = self.jobs.slow_dialog()
        {
            self.type_path(purpose, &self.suggestion(purpose));
        }
        if self.closing == Closing::Wanted && !self.hands_over(&ctx) {
            self.closing = Closing::No;
            self.leave(&ctx, frame, Then::Quit);
        }
        if self.wanted_file.is_some()
            && !self.hands_over(&ctx)
            && let Some(path) = self.wanted_file.take()
        {
            self.leave(&ctx, frame, Then::OpenFile(path));
        }
        if let Some(mut palette) = self.palette.take() {
            let chosen = palette::palette_ui(ui, &mut palette, &|command| self.can(command));
            match chosen {
                Chosen::Nothing => self.palette = Some(palette),
                Chosen::Command(command) => self.from_palette.push(command),
                Chosen::Leave => {}
            }
        }
        let asking = self.dialog.is_some() || self.palette.is_some();
        if std::mem::replace(&mut self.asking, asking) != asking {
            // What lies below, a tooltip for one, is drawn once more as the thing in the background that it is now.
            ctx.request_repaint();
        }
        let Some(dialog) = &mut self.dialog else { return };
        let Some(answer) = dialogs::dialog_ui(ui, dialog, &self.session) else { return };
        match (self.dialog.take(), answer) {
            (Some(Dialog::Replace { path, purpose, typed }), Answer::Cancel) => {
                self.ask_again(&ctx, frame, purpose, &path, typed);
            }
            (Some(Dialog::Import(importing)), Answer::Import) => {
                if let Some(outcome) = importing.outcome() {
                    self.take_in(&ctx, frame, outcome);
                }
            }
            (_, answer) => self.answered(&ctx, frame, answer),
        }
    }

    fn answered(&mut self, ctx: &Context, frame: &eframe::Frame, answer: Answer) {
        match answer {
            Answer::Cancel | Answer::Import => self.then = Then::Stay,
            Answer::Save(then) => self.save_then(ctx, frame, then),
            Answer::Discard(then) => self.go_on(ctx, frame, then),
            Answer::SaveAs(then) => self.save_as(ctx, frame, then),
            Answer::Overwrite(then) => {
                if let Some(path) = self.session.path().map(Path::to_owned) {
                    self.write(ctx, frame, &path, then);
                }
            }
            Answer::Write(path, purpose) => self.write_for(ctx, frame, purpose, &path),
            Answer::Chosen(path, purpose @ (Purpose::Open | Purpose::Import)) => {
                self.jobs.give_up_dialog();
                self.chosen(ctx, frame, purpose, path.clone());
                self.typed = Some((purpose, path));
            }
            Answer::Chosen(path, purpose) => {
                self.jobs.give_up_dialog();
                let (path, _) = with_extension(path, purpose);
                if path.exists() {
                    self.dialog = Some(Dialog::Replace { path, purpose, typed: true });
                } else {
                    self.write_for(ctx, frame, purpose, &path);
                }
            }
            Answer::Preset(id) => self.open_preset(ctx, id),
            Answer::Recover(left) => self.leave(ctx, frame, Then::Recover(left)),
            Answer::Export(format) => self.ask(ctx, frame, Purpose::Export(format)),
            Answer::SaveViewpoint(name) => drop(self.act(Action::SaveViewpoint(name))),
            Answer::RenameViewpoint(viewpoint, name) => {
                self.act(Action::RenameViewpoint { viewpoint, name });
            }
        }
    }
}

/// A title as the name of a file: letters and digits, with `-` between words, `decision` where there are none.
fn file_stem(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let stem = words.take(8).collect::<Vec<_>>().join("-").to_lowercase();
    if stem.is_empty() { "decision".to_owned() } else { stem }
}

/// What was open last, or the first preset; where the last file cannot be read any more, also the word about it.
pub(super) fn last_session(settings: &Settings) -> (Session, Option<Dialog>) {
    let trouble = match settings.last.as_deref().map(Session::open_source) {
        Some(Ok(session)) => return (session, None),
        Some(Err(error)) => {
            Some(Dialog::Trouble { title: "The last file cannot be opened".to_owned(), text: error.to_string() })
        }
        None => None,
    };
    let first = presets::ALL.first().and_then(|preset| preset.document().ok());
    (Session::new(first.unwrap_or_default()), trouble)
}

/// The path with the extension of what is written to it, and whether it had to be added.
fn with_extension(path: PathBuf, purpose: Purpose) -> (PathBuf, bool) {
    let fits = |format: Format| match purpose {
        Purpose::Open | Purpose::Import => true,
        Purpose::Save => format.keeps_everything(),
        Purpose::Export(wanted) => format == wanted,
    };
    let extension = match purpose {
        Purpose::Open | Purpose::Import | Purpose::Save => Format::Ron.extension(),
        Purpose::Export(format) => format.extension(),
    };
    if Format::of_path(&path).is_ok_and(fits) {
        return (path, false);
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    (PathBuf::from(name), true)
}
