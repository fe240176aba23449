//! How long a drag lasts. Widgets say what they are dragged to; when it is over is said here, in one place.

use std::time::Duration;

use eframe::egui::{Context, Id};

use super::App;
use super::views::View;

/// A weight that keys move rests when none has been pressed for so many seconds.
const PAUSE: f64 = 2.0;

/// What holds the thing that is dragged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hold {
    widget: Id,
    view: View,
    /// When it was last dragged, in seconds of the window's clock.
    since: f64,
}

impl Hold {
    pub(super) fn new(ctx: &Context, widget: Id, view: View) -> Self {
        Self { widget, view, since: ctx.input(|input| input.time) }
    }

    /// True while the widget is there and the pointer or the keyboard has not left it.
    fn lasts(&self, ctx: &Context, view: View) -> bool {
        if view != self.view || ctx.read_response(self.widget).is_none() {
            return false;
        }
        if ctx.is_being_dragged(self.widget) {
            return true;
        }
        let (time, let_go) = ctx.input(|input| (input.time, input.pointer.any_released() || !input.focused));
        let left = PAUSE - (time - self.since);
        let by_keys = !let_go && left > 0.0 && ctx.memory(|memory| memory.has_focus(self.widget));
        if by_keys {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        by_keys
    }
}

impl App {
    /// Tells the session when a drag is over.
    pub(super) fn end_drag(&mut self, ctx: &Context) {
        if !self.hold.is_some_and(|hold| hold.lasts(ctx, self.view)) {
            self.session.rest();
            self.hold = None;
        }
    }
}
