//! Work that must not hold up a frame: file dialogs, reading, writing.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::files::{FileError, Format};
use crate::session::Session;

/// Why a path was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Save,
    Export(Format),
}

/// What came of it.
#[derive(Debug)]
pub enum Event {
    Chosen(Purpose, PathBuf),
    /// The user chose nothing.
    Cancelled,
    /// No dialog could be shown: the program asks for the path itself.
    NoDialog(Purpose),
    Opened(Box<Session>, PathBuf),
    NotOpened(FileError, PathBuf),
}

/// A dialog that answers sooner than any hand has not been shown.
const UNSEEN: Duration = Duration::from_millis(700);
/// From here on it is offered to type the path: some desktops let a dialog's service hang.
const SLOW: Duration = Duration::from_secs(6);

/// Runs jobs on threads of their own and collects what they report.
#[derive(Debug)]
pub struct Jobs {
    send: Sender<Event>,
    receive: Receiver<Event>,
    dialog: Option<(Purpose, Instant)>,
}

impl Default for Jobs {
    fn default() -> Self {
        let (send, receive) = channel();
        Self { send, receive, dialog: None }
    }
}

impl Jobs {
    /// The next report, if there is one.
    pub fn next(&mut self) -> Option<Event> {
        let event = self.receive.try_recv().ok()?;
        if matches!(event, Event::Chosen(..) | Event::Cancelled | Event::NoDialog(_)) {
            self.dialog = None;
        }
        Some(event)
    }

    /// The dialog that has not answered for so long that the user should be offered to type the path.
    #[must_use]
    pub fn slow_dialog(&self) -> Option<Purpose> {
        self.dialog.filter(|(_, since)| since.elapsed() > SLOW).map(|(purpose, _)| purpose)
    }

    /// Gives a dialog up; whatever it still reports is for nobody.
    pub fn abandon_dialog(&mut self) {
        *self = Self::default();
    }

    /// Asks the desktop for a path. Only one dialog at a time.
    pub fn ask(&mut self, ctx: &Context, frame: &eframe::Frame, purpose: Purpose, suggestion: &Path) {
        if self.dialog.is_some() {
            return;
        }
        self.dialog = Some((purpose, Instant::now()));
        // The dialog is made here, as macOS wants, and awaited elsewhere.
        let mut dialog = rfd::AsyncFileDialog::new().set_parent(frame);
        if let Some(folder) = suggestion.parent().filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        let name = suggestion.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
            Purpose::Open => {
                let extensions = Format::ALL.into_iter().filter(|f| f.can_read()).map(Format::extension);
                dialog =
                    dialog.add_filter("Decisions", &extensions.collect::<Vec<_>>()).add_filter("All files", &["*"]);
                Box::pin(dialog.set_title("Open a decision").pick_file())
            }
            Purpose::Save => {
                for format in Format::ALL.into_iter().filter(|format| format.keeps_everything()) {
                    dialog = dialog.add_filter(format.name(), &[format.extension()]);
                }
                Box::pin(dialog.set_title("Save the decision").set_file_name(name).save_file())
            }
            Purpose::Export(format) => {
                dialog = dialog.add_filter(format.name(), &[format.extension()]);
                Box::pin(dialog.set_title("Export the matrix").set_file_name(name).save_file())
            }
        };
        self.run(ctx, "file dialog", move || {
            let asked = Instant::now();
            match pollster::block_on(answer) {
                Some(file) => Event::Chosen(purpose, file.path().to_owned()),
                None if asked.elapsed() < UNSEEN => Event::NoDialog(purpose),
                None => Event::Cancelled,
            }
        });
        // Wakes the window when it is time to offer the other way.
        ctx.request_repaint_after(SLOW + Duration::from_millis(100));
    }

    /// Reads a file.
    pub fn open(&mut self, ctx: &Context, path: PathBuf) {
        self.run(ctx, "open", move || match Session::open(&path) {
            Ok(session) => Event::Opened(Box::new(session), path),
            Err(error) => Event::NotOpened(error, path),
        });
    }

    fn run(&self, ctx: &Context, name: &str, job: impl FnOnce() -> Event + Send + 'static) {
        let (send, ctx) = (self.send.clone(), ctx.clone());
        let work = move || {
            // Nobody listens any more when the window is gone.
            let _ = send.send(job());
            ctx.request_repaint();
        };
        let started = thread::Builder::new().name(name.to_owned()).spawn(work);
        debug_assert!(started.is_ok(), "threads can be started");
    }
}
