//! Opens the window, with whichever renderer works.

use eframe::egui::{self, IconData, ViewportBuilder};

use super::{App, icons, theme};
use crate::session::Session;

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL: little memory, quick to start.
    Glow,
    /// Vulkan, Metal, DirectX: where OpenGL is missing or old.
    Wgpu,
}

/// Opens the window on a session and returns when it is closed. Without a wish for a renderer, OpenGL is tried first, on
/// macOS Metal, and the other one when the first cannot start.
///
/// # Errors
/// Why no window could be opened, in one line; the session is given back.
pub fn run(session: Session, wish: Option<Renderer>) -> Result<(), (String, Session)> {
    let order = match wish {
        Some(renderer) => vec![renderer],
        None if cfg!(target_os = "macos") => vec![Renderer::Wgpu, Renderer::Glow],
        None => vec![Renderer::Glow, Renderer::Wgpu],
    };
    // The session goes to whichever window is made first; a renderer that fails has not touched it.
    let waiting = std::rc::Rc::new(std::cell::RefCell::new(Some(session)));
    let mut reasons = Vec::new();
    for renderer in order {
        let waiting = waiting.clone();
        let made = eframe::run_native(
            "counterpoise",
            options(renderer),
            Box::new(move |cc| match waiting.borrow_mut().take() {
                Some(session) => Ok(Box::new(App::new(cc, session)) as Box<dyn eframe::App>),
                None => Err("the window was made twice".into()),
            }),
        );
        match made {
            Ok(()) => return Ok(()),
            Err(error) => reasons.push(format!("{renderer:?}: {}", one_line(&error.to_string()))),
        }
    }
    match waiting.borrow_mut().take() {
        Some(session) => Err((reasons.join("; "), session)),
        // The window was there and went down later: there is nothing left to give back.
        None => Ok(()),
    }
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

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
