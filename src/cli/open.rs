//! `open`: the window, or the ranking where there can be none.

use std::path::Path;

use clap::{ValueEnum, ValueHint};

use super::error::CliError;
use super::options::{Opened, Options};
use super::words::{ArgumentHelp, Note};
use super::{output, rank};
use crate::session::Session;

/// The preset that stands in for a document where none is given and the window cannot remember one.
const FIRST: &str = "security-guarantee";

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(help = ArgumentHelp::OpenSource.text(), value_name = "SOURCE", value_hint = ValueHint::FilePath)]
    source: Option<String>,
    #[arg(help = ArgumentHelp::OpenRenderer.text(), long, value_name = "RENDERER", value_enum)]
    renderer: Option<Renderer>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Renderer {
    Glow,
    Wgpu,
}

impl Args {
    /// True where nothing was given.
    pub fn is_empty(&self) -> bool {
        self.source.is_none() && self.renderer.is_none()
    }
}

pub fn run(args: &Args, options: &Options) -> Result<(), CliError> {
    // What was asked for is for something: not for whatever was open last.
    let source = args.source.as_deref().or_else(|| options.changes_the_decision().then_some(FIRST));
    let read = || source.map(|source| options.session(source)).transpose();
    let Some((reason, session)) = window(read, args.source.as_deref().map(Path::new), args.renderer)? else {
        return Ok(());
    };
    output::note(Note::NoWindow { reason });
    let source = source.unwrap_or(FIRST);
    let opened = match session {
        Some(session) => Opened::of(source, session),
        None => options.open(source)?,
    };
    rank::print(opened, options)
}

/// Why there is no window, with the session that was to be shown.
type NoWindow = (String, Option<Session>);

/// Shows the window on what `read` gives until it is closed. It is read while the window is made; what cannot be read is said
/// in place of it.
#[cfg(feature = "gui")]
fn window(
    read: impl FnOnce() -> Result<Option<Session>, CliError> + Send,
    asked: Option<&Path>,
    renderer: Option<Renderer>,
) -> Result<Option<NoWindow>, CliError> {
    use crate::app;

    let renderer = renderer.map(|renderer| match renderer {
        Renderer::Glow => app::Renderer::Glow,
        Renderer::Wgpu => app::Renderer::Wgpu,
    });
    match app::run(read, asked, renderer) {
        Ok(()) => Ok(None),
        Err(app::NoWindow::Unreadable(error)) => Err(error),
        Err(app::NoWindow::None { reason, session }) => Ok(Some((reason, session.map(|session| *session)))),
        Err(app::NoWindow::BrokeDown(reason)) => Err(CliError::Window(reason)),
    }
}

#[cfg(not(feature = "gui"))]
fn window(
    read: impl FnOnce() -> Result<Option<Session>, CliError>,
    _asked: Option<&Path>,
    _renderer: Option<Renderer>,
) -> Result<Option<NoWindow>, CliError> {
    Ok(Some((Note::BuiltWithout.to_string(), read()?)))
}
