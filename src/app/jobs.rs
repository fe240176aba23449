//! Errands that must not hold up a frame: file dialogs, reading, saving and exporting.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::dialogs::words::{ButtonLabel, DialogLabel, ImportLabel};
use super::dialogs::{Importing, Own};
use super::documents::Happens;
use super::words::FilesLabel;
use crate::files::{self, FileError, Format, Incoming, Progress, Stamp, Task};
use crate::model::Document;
use crate::session::lifecycle::{Event, Job, Purpose};
use crate::session::workers::{Running, Workers};
use crate::session::{Saved, Saving, Session};

/// What came of it.
#[derive(Debug)]
pub enum Done {
    Happened(Happens),
    Saved(Saved),
    /// What the document's file holds now, if it can be read, and what it held when it was last read or written here.
    Found {
        path: PathBuf,
        stamp: Option<Stamp>,
        known: Option<Stamp>,
    },
}

impl From<Happens> for Done {
    fn from(event: Happens) -> Self {
        Self::Happened(event)
    }
}

/// A file that is being written.
#[derive(Clone, Debug)]
pub struct Export {
    pub path: PathBuf,
    pub progress: Arc<Progress>,
}

/// A dialog that answers sooner than any hand has not been shown.
const UNSEEN: Duration = Duration::from_millis(700);
/// From here on it is offered to type the path: some desktops let a dialog's service hang.
const SLOW: Duration = Duration::from_secs(6);

/// What is under way, and who does it.
#[derive(Debug)]
pub struct Jobs {
    workers: Workers,
    under_way: Vec<(Job, Running<Done>)>,
    /// Whether the document's file has been changed by others, which nobody waits for.
    look: Option<Running<Done>>,
    dialog: Option<Dialog>,
    export: Option<Export>,
    /// True where the desktop is not to be asked.
    alone: bool,
}

/// A dialog of the desktop that has not answered yet.
#[derive(Debug)]
struct Dialog {
    answer: Running<Done>,
    since: Instant,
    /// True once the user has been offered to type the path instead.
    offered: bool,
}

impl Jobs {
    #[must_use]
    pub fn new(workers: Workers) -> Self {
        Self { workers, under_way: Vec::new(), look: None, dialog: None, export: None, alone: false }
    }

    /// The next event, if there is one. A dialog that has been given up answers nobody.
    pub fn next(&mut self) -> Option<Done> {
        if let Some(answer) = self.dialog.as_ref().and_then(|dialog| dialog.answer.take()) {
            self.dialog = None;
            return Some(answer.unwrap_or(Event::BrokeOff(Job::Picker).into()));
        }
        if let Some(found) = self.look.as_ref().and_then(Running::take) {
            self.look = None;
            if let Ok(found) = found {
                return Some(found);
            }
        }
        let ended = |(at, (job, running)): (usize, &(Job, Running<Done>))| Some((at, *job, running.take()?));
        let (at, job, done) = self.under_way.iter().enumerate().find_map(ended)?;
        self.under_way.remove(at);
        if job == Job::Exporting {
            self.export = None;
        }
        Some(done.unwrap_or(Event::BrokeOff(job).into()))
    }

    /// True once for each dialog: when it has not answered for so long that it may never.
    pub fn is_slow(&mut self) -> bool {
        let slow = self.dialog.as_mut().filter(|dialog| !dialog.offered && dialog.since.elapsed() > SLOW);
        slow.is_some_and(|dialog| !std::mem::replace(&mut dialog.offered, true))
    }

    /// Gives the dialog up: the path has been typed.
    pub fn give_up_dialog(&mut self) {
        self.dialog = None;
    }

    /// From now on every dialog is answered as by a desktop that has none.
    pub fn leave_the_desktop_alone(&mut self) {
        self.alone = true;
    }

    /// Asks the desktop for a path. Only one dialog at a time.
    pub fn ask(&mut self, ctx: &Context, frame: &eframe::Frame, purpose: Purpose, suggestion: &Path) {
        if self.dialog.is_some() {
            return;
        }
        if self.alone {
            self.wait_for(|| Event::NoPicker.into());
            return;
        }
        // The dialog is made here, as macOS wants, and awaited elsewhere.
        let mut dialog = rfd::AsyncFileDialog::new().set_parent(frame);
        if let Some(folder) = suggestion.parent().filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        let name = suggestion.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
            Purpose::Open | Purpose::Import => {
                let extensions = Format::ALL.into_iter().filter(|f| f.can_read()).map(Format::extension);
                dialog = dialog
                    .add_filter(FilesLabel::Decisions.text(), &extensions.collect::<Vec<_>>())
                    .add_filter(FilesLabel::AllFiles.text(), &["*"]);
                let title = if purpose == Purpose::Open {
                    DialogLabel::OpenDecision.text()
                } else {
                    ButtonLabel::Import.text()
                };
                Box::pin(dialog.set_title(title).pick_file())
            }
            Purpose::Save => {
                for format in Format::ALL.into_iter().filter(|format| format.keeps_everything()) {
                    dialog = dialog.add_filter(format.name(), &[format.extension()]);
                }
                Box::pin(dialog.set_title(DialogLabel::SaveDecision.text()).set_file_name(name).save_file())
            }
            Purpose::Export(format) => {
                dialog = dialog.add_filter(format.name(), &[format.extension()]);
                Box::pin(dialog.set_title(DialogLabel::ExportMatrix.text()).set_file_name(name).save_file())
            }
        };
        self.wait_for(move || {
            let asked = Instant::now();
            let event = match pollster::block_on(answer) {
                Some(file) => Event::Picked(file.path().to_owned()),
                None if asked.elapsed() < UNSEEN => Event::NoPicker,
                None => Event::PickerCancelled,
            };
            event.into()
        });
        // Wakes the window when it is time to offer the other way.
        ctx.request_repaint_after(SLOW + Duration::from_millis(100));
    }

    fn wait_for(&mut self, answer: impl FnOnce() -> Done + Send + 'static) {
        self.dialog = Some(Dialog { answer: self.workers.wait(answer), since: Instant::now(), offered: false });
    }

    /// Reads a file. A table that is no decision, or could be read in more than one way, is to be looked at first.
    pub fn open(&mut self, path: PathBuf) {
        self.run(Job::Reading, move || {
            let event = match Session::open(&path) {
                Ok(session) => Event::Opened(Box::new(session), path),
                Err(error) if error.fault().is_some() => match looked_at(files::incoming(&path), &path) {
                    Ok(importing) if importing.is_table() => Event::Incoming(Own::Import(importing), path),
                    _ => Event::NotOpened(error, path),
                },
                Err(error) => Event::NotOpened(error, path),
            };
            event.into()
        });
    }

    /// Reads a file that is to be looked at before it comes in to `document`, which is open: where it speaks of the same
    /// things, merging is proposed.
    pub fn import(&mut self, path: PathBuf, document: Arc<Document>) {
        self.run(Job::Reading, move || come_in(files::incoming(&path), path, &document));
    }

    /// The same with what was copied.
    pub fn import_paste(&mut self, text: String, document: Arc<Document>) {
        self.run(Job::Reading, move || come_in(files::incoming_paste(&text), PathBuf::new(), &document));
    }

    /// Looks what the document's file holds, unless somebody is still looking: a disk that does not answer is not asked again
    /// and again.
    pub fn look(&mut self, path: PathBuf, known: Option<Stamp>) {
        if self.look.is_none() {
            let look = move || Done::Found { stamp: Stamp::of(&path).ok(), path, known };
            self.look = Some(self.workers.run(look));
        }
    }

    /// Writes the document to its file.
    pub fn save(&mut self, saving: Saving) {
        self.run(Job::Saving, move || match saving.write() {
            Ok(saved) => Done::Saved(saved),
            Err(error) => Event::NotSaved(error).into(),
        });
    }

    /// What is being written, if anything is.
    #[must_use]
    pub fn export_under_way(&self) -> Option<&Export> {
        self.export.as_ref()
    }

    /// Writes a copy of the decision. Only one at a time.
    pub fn export(&mut self, document: Arc<Document>, format: Format, path: PathBuf) {
        if self.export.is_some() {
            return;
        }
        let progress = Arc::new(Progress::new());
        self.export = Some(Export { path: path.clone(), progress: Arc::clone(&progress) });
        self.run(Job::Exporting, move || {
            let event = match files::export(&Task::new(&document, &progress), format, &path) {
                Ok(()) => Event::Exported(path),
                Err(error) => Event::NotExported(error),
            };
            event.into()
        });
    }

    fn run(&mut self, job: Job, errand: impl FnOnce() -> Done + Send + 'static) {
        let running = self.workers.run(errand);
        self.under_way.push((job, running));
    }
}

fn come_in(incoming: Result<Incoming, FileError>, path: PathBuf, document: &Document) -> Done {
    let event = match looked_at(incoming, &path) {
        Ok(mut importing) => {
            importing.propose(document);
            Event::Incoming(Own::Import(importing), path)
        }
        Err(error) => Event::NotOpened(error, path),
    };
    event.into()
}

/// What is shown of what comes in from `path`; empty for the clipboard.
fn looked_at(incoming: Result<Incoming, FileError>, path: &Path) -> Result<Box<Importing>, FileError> {
    let origin = if path.as_os_str().is_empty() { None } else { Some(path) };
    Importing::new(origin, incoming?).map(Box::new).map_err(|fault| match origin {
        Some(path) => FileError::content(Some(path.display().to_string()), fault),
        None => FileError::content(Some(ImportLabel::Clipboard.to_string()), fault),
    })
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn whoever_waits_hears_of_a_job_that_breaks_off() {
        let mut jobs = Jobs::new(Workers::threads(|| {}));
        jobs.export = Some(Export { path: PathBuf::from("a.csv"), progress: Arc::new(Progress::new()) });
        jobs.run(Job::Exporting, || panic!("on purpose"));
        let heard = (0..500).find_map(|_| {
            thread::sleep(Duration::from_millis(10));
            jobs.next()
        });
        assert!(matches!(heard, Some(Done::Happened(Event::BrokeOff(Job::Exporting)))), "{heard:?}");
        assert!(jobs.export_under_way().is_none(), "another export can begin, and the window can close");
    }
}
