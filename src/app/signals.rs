//! Being asked to end from outside, by SIGTERM, SIGHUP or SIGINT: the window closes without a question, and the journal stays
//! where something is unsaved, so that the next start brings it back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::{Context, ViewportCommand};

use super::App;

/// True once the program has been asked to end.
#[derive(Clone, Debug, Default)]
pub struct Asked(Arc<AtomicBool>);

impl App {
    /// Ends in order when it is asked to from outside.
    #[must_use]
    pub(super) fn hearing_signals(mut self, ctx: &Context) -> Self {
        self.asked_to_end = listen(ctx, self.ender());
        self
    }

    pub(super) fn is_asked_to_end(&self) -> bool {
        self.asked_to_end.as_ref().is_some_and(|asked| asked.0.load(Ordering::Acquire))
    }

    /// Sees to it that a frame comes, in which a text that is being written is handed over.
    pub(super) fn hear_signals(&self, ctx: &Context) {
        if self.is_asked_to_end() {
            ctx.request_repaint();
        }
    }

    /// Closes the window once a text that is being written is in the document.
    pub(super) fn end_if_asked(&mut self, ctx: &Context) {
        if self.is_asked_to_end() && !self.hands_over(ctx) {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

/// Listens on a thread of its own. A window that does not end in time, hidden or stuck, is ended when `end` is done.
#[cfg(unix)]
fn listen(ctx: &Context, end: impl Fn() + Send + 'static) -> Option<Asked> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(3);

    let asked = Asked::default();
    let (heard, ctx) = (asked.clone(), ctx.clone());
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT]).ok()?;
    let listening = std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if signals.forever().next().is_some() {
            heard.0.store(true, Ordering::Release);
            ctx.request_repaint();
            std::thread::sleep(PATIENCE);
            end();
            std::process::exit(0);
        }
    });
    listening.ok().map(|_| asked)
}

#[cfg(not(unix))]
fn listen(_ctx: &Context, _end: impl Fn() + Send + 'static) -> Option<Asked> {
    None
}
