//! Opens the window, with whichever renderer works.

use std::cell::Cell;
use std::fmt::Display;
use std::path::Path;
use std::thread::{self, ScopedJoinHandle};

use eframe::egui::{self, IconData, ViewportBuilder};

use super::words::{WindowLabel, WindowMessage};
use super::{App, Clipboard, icons, theme};
use crate::files::journal::Folder;
use crate::session::Session;
use crate::text::List;

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
pub enum NoWindow<E> {
    /// What was to be shown cannot be read, for this reason.
    Unreadable(E),
    /// None can be opened.
    None {
        /// In one line.
        reason: String,
        /// What was to be shown.
        session: Option<Box<Session>>,
    },
    /// It was there and broke down later, for this reason, in one line.
    BrokeDown(String),
}

/// Opens the window and returns when it is closed: on the session that `read` gives, or on what was open last, the first time
/// on a preset. Where what was `asked` for cannot be read and a crash has left something of it, on that. `read` has a thread of its own, so that a large file is read while the window is made. Without a wish for a
/// renderer, OpenGL is tried first, on macOS Metal, and the other one when the first cannot start.
///
/// # Errors
/// When there is nothing to show, or no window can be opened.
///
/// # Panics
/// When `read` does, or no thread can be started.
pub fn run<E: Send + Display>(
    read: impl FnOnce() -> Result<Option<Session>, E> + Send,
    asked: Option<&Path>,
    wish: Option<Renderer>,
) -> Result<(), NoWindow<E>> {
    let order = match wish {
        Some(renderer) => vec![renderer],
        None if cfg!(target_os = "macos") => vec![Renderer::Wgpu, Renderer::Glow],
        None => vec![Renderer::Glow, Renderer::Wgpu],
    };
    keep_freed_memory();
    thread::scope(|scope| {
        let reader = thread::Builder::new().name("read".to_owned()).spawn_scoped(scope, read);
        // The session goes to whichever window is made; a renderer that fails has not touched it.
        let reader = Cell::new(Some(reader.expect("a thread can be started")));
        let unreadable = Cell::new(None);
        let opened = Cell::new(false);
        let mut reasons = Vec::new();
        for renderer in order {
            let made = eframe::run_native(
                "counterpoise",
                options(renderer),
                Box::new(|cc| {
                    let left = |error: &E| App::with_left(cc, asked?, Folder::of_user().ok()?, &error.to_string());
                    let app = match reader.take().map_or(Ok(None), finish) {
                        Ok(session) => App::keeping(cc, session, Folder::of_user()),
                        Err(error) => left(&error).ok_or_else(|| {
                            unreadable.set(Some(error));
                            "unreadable"
                        })?,
                    };
                    opened.set(true);
                    Ok(Box::new(app.with_clipboard(Clipboard::of_desktop()).hearing_signals(&cc.egui_ctx)))
                }),
            );
            if let Some(error) = unreadable.take() {
                return Err(NoWindow::Unreadable(error));
            }
            match made {
                Ok(()) => return Ok(()),
                // A window that was there and went down has nothing to give back.
                Err(error) if opened.get() => return Err(NoWindow::BrokeDown(reason(&error))),
                Err(error) => reasons.push(reason(&error)),
            }
        }
        reasons.dedup();
        let session = reader.take().map_or(Ok(None), finish).map_err(NoWindow::Unreadable)?.map(Box::new);
        let reason = WindowMessage::NotOpened { reasons: List::semicolons(reasons) }.to_string();
        Err(NoWindow::None { reason, session })
    })
}

/// Waits for a thread and takes what it has found; its panic is one here.
fn finish<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
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
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => WindowLabel::NoDisplay.to_string(),
        error => error.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
