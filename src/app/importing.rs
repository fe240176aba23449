//! Taking in what was made elsewhere: a file, or what is on the clipboard.

use eframe::egui::{self, Context, ViewportCommand};

use super::App;
use super::dialogs::Outcome;
use super::words::{FilesLabel, FilesMessage};
use crate::session::Session;
use crate::session::lifecycle::{Consent, Event, Then};

/// So many frames are waited for what the clipboard holds: it comes as an event, and where it holds no text it never comes.
const PATIENCE: u8 = 20;

impl App {
    /// Asks the desktop for what is on the clipboard.
    pub(super) fn ask_for_paste(&mut self, ctx: &Context) {
        ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
        ctx.request_repaint();
        self.pasting = PATIENCE;
    }

    /// Takes what the clipboard holds, if it was asked for, before the matrix does.
    pub(super) fn hear_paste(&mut self, ctx: &Context) {
        if self.pasting == 0 {
            return;
        }
        let pasted = ctx.input_mut(|input| {
            let at = input.events.iter().position(|event| matches!(event, egui::Event::Paste(_)))?;
            match input.events.remove(at) {
                egui::Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        self.pasting -= 1;
        match pasted {
            Some(text) => {
                self.pasting = 0;
                self.jobs.import_paste(text, self.session.shared_document());
            }
            None if self.pasting == 0 => self.warn(FilesLabel::NoText),
            None => ctx.request_repaint(),
        }
    }

    /// Does what was decided about what came in.
    pub(super) fn take_in(&mut self, ctx: &Context, frame: &eframe::Frame, outcome: Outcome, consent: Consent) {
        match outcome {
            Outcome::Decision { document, path, is_table } => {
                let mut document = std::sync::Arc::unwrap_or_clone(document);
                if document.about.title.is_empty()
                    && let Some(stem) = path.as_deref().and_then(std::path::Path::file_stem)
                {
                    document.about.title = stem.to_string_lossy().into_owned();
                }
                let session = match &path {
                    Some(path) => Session::imported(document, path),
                    None => Session::new(document),
                };
                // Whatever was chosen and mended on the way is nowhere else. A table would be asked about again, and is no file
                // to open at the next start.
                let path = path.filter(|_| !is_table);
                let session = if path.is_some() { session } else { session.in_no_file() };
                let then = Then::Show(Box::new(session), path);
                self.happens(ctx, frame, Event::Arrive(then, consent));
            }
            Outcome::Merge(plan) => {
                let summary = plan.summary();
                match plan.action() {
                    Ok(action) => {
                        if self.act(action).is_some() {
                            self.say(FilesMessage::Imported { summary });
                        }
                    }
                    Err(refusal) => self.warn(refusal),
                }
            }
        }
    }
}
