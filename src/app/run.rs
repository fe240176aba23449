//! Opens the window, with whichever renderer works.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use eframe::egui::{self, IconData, ViewportBuilder};

use super::{App, Clipboard, icons, theme};
use crate::files::journal::Folder;
use crate::session::Session;

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL: little memory, quick to start.
    Glow,
    /// Vulkan, Metal, DirectX: where OpenGL is missing or old.
    Wgpu,
}

/// Why there is no window.
#[derive(Debug)]
pub struct NoWindow {
    /// In one line.
    pub reason: String,
    /// What was to be shown.
    pub session: Option<Box<Session>>,
    /// True where the window was there and broke down later.
    pub was_open: bool,
}

/// Opens the window and returns when it is closed: on a session, or on what was open last, the first time on a preset.
/// Without a wish for a renderer, OpenGL is tried first, on macOS Metal, and the other one when the first cannot start.
///
/// # Errors
/// When no window can be opened.
pub fn run(session: Option<Session>, wish: Option<Renderer>) -> Result<(), NoWindow> {
    let order = match wish {
        Some(renderer) => vec![renderer],
        None if cfg!(target_os = "macos") => vec![Renderer::Wgpu, Renderer::Glow],
        None => vec![Renderer::Glow, Renderer::Wgpu],
    };
    keep_freed_memory();
    // The session goes to whichever window is made; a renderer that fails has not touched it.
    let waiting = Rc::new(RefCell::new(session));
    let opened = Rc::new(Cell::new(false));
    let mut reasons = Vec::new();
    for renderer in order {
        let (waiting, opened_here) = (waiting.clone(), opened.clone());
        let made = eframe::run_native(
            "counterpoise",
            options(renderer),
            Box::new(move |cc| {
                opened_here.set(true);
                let app = App::keeping(cc, waiting.borrow_mut().take(), Folder::of_user());
                Ok(Box::new(app.with_clipboard(Clipboard::of_desktop()).hearing_signals(&cc.egui_ctx)))
            }),
        );
        match made {
            Ok(()) => return Ok(()),
            // A window that was there and went down has nothing to give back.
            Err(error) if opened.get() => {
                return Err(NoWindow { reason: reason(&error), session: None, was_open: true });
            }
            Err(error) => reasons.push(reason(&error)),
        }
    }
    reasons.dedup();
    let session = waiting.borrow_mut().take().map(Box::new);
    Err(NoWindow { reason: format!("no window can be opened ({})", reasons.join("; ")), session, was_open: false })
}

/// Lets the allocator keep what a frame frees for the next one.
///
/// The GNU C library gives free memory at the end of the heap back to the system at once, and the next frame takes it page
/// by page anew: with a renderer that draws on the processor, as much as two fifths of the time of a frame. Once it has freed
/// a block that was large enough to be mapped by itself, it takes blocks of that size to be usual, and keeps twice as much
/// (mallopt(3), `M_MMAP_THRESHOLD`). Nobody writes to the block, so it costs no memory. Other allocators do not mind.
fn keep_freed_memory() {
    const USUAL: usize = 16 << 20;
    drop(std::hint::black_box(Vec::<u8>::with_capacity(USUAL)));
}

fn options(renderer: Renderer) -> eframe::NativeOptions {
    let tokens = theme::of(egui::Theme::Light);
    let icon = IconData { rgba: icons::window_icon(64, *tokens.on_accent, *tokens.accent), width: 64, height: 64 };
    let viewport = ViewportBuilder::default()
        .with_app_id("counterpoise")
        .with_title("Counterpoise")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([420.0, 300.0])
        .with_icon(icon)
        .with_drag_and_drop(true);
    eframe::NativeOptions {
        viewport,
        renderer: match renderer {
            Renderer::Glow => eframe::Renderer::Glow,
            Renderer::Wgpu => eframe::Renderer::Wgpu,
        },
        ..eframe::NativeOptions::default()
    }
}

/// Why a window could not be opened. The event loop's own words speak of source files.
fn reason(error: &eframe::Error) -> String {
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => "no display can be reached".to_owned(),
        error => error.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
