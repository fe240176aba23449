//! Tables on the clipboard, as text for spreadsheets and as HTML for word processors.

use std::fmt;

use eframe::egui::Context;

/// Puts a table on the clipboard in both forms where the desktop takes both, else as text.
#[derive(Default)]
pub struct Clipboard {
    /// False where nothing but egui's own way is open: in tests, and under Wayland, whose clipboard only takes what comes
    /// from the window itself.
    is_rich: bool,
    /// Made when it is first needed, and kept: on X11 it answers whoever pastes.
    own: Option<arboard::Clipboard>,
}

impl fmt::Debug for Clipboard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clipboard").field("is_rich", &self.is_rich).finish_non_exhaustive()
    }
}

impl Clipboard {
    /// The clipboard of the desktop.
    pub fn of_desktop() -> Self {
        Self { is_rich: std::env::var_os("WAYLAND_DISPLAY").is_none(), own: None }
    }

    pub fn put(&mut self, ctx: &Context, text: String, html: &str) {
        if self.put_both(&text, html).is_none() {
            ctx.copy_text(text);
        }
    }

    fn put_both(&mut self, text: &str, html: &str) -> Option<()> {
        if !self.is_rich {
            return None;
        }
        if self.own.is_none() {
            self.own = arboard::Clipboard::new().ok();
        }
        self.own.as_mut()?.set_html(html, Some(text)).ok()
    }
}
