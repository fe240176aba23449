//! `open`: the window, or the ranking where there can be none.

use clap::{ValueEnum, ValueHint};

use super::error::CliError;
use super::options::Options;
use super::{output, rank};

pub const EXAMPLES: &str = "\
Examples:
  counterpoise open cars.csv
  counterpoise open job-offer --renderer wgpu";

/// The preset that stands in for a document where none is given and the window cannot remember one.
const FIRST: &str = "security-guarantee";

#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file, the id of a preset, or - for decision CSV on standard input [default: the last document]
    #[arg(value_name = "SOURCE", value_hint = ValueHint::FilePath)]
    source: Option<String>,
    /// What draws the window [default: the one that starts]
    #[arg(long, value_name = "RENDERER", value_enum)]
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
    let source = args.source.as_deref().unwrap_or(FIRST);
    let Some(reason) = window(source, args.renderer)? else { return Ok(()) };
    output::note(format_args!("{reason}; this is the ranking instead"));
    rank::run(source, options)
}

/// Shows the window until it is closed, or says why there is none.
#[cfg(feature = "gui")]
fn window(source: &str, renderer: Option<Renderer>) -> Result<Option<String>, CliError> {
    use crate::session::Session;

    let path = std::path::Path::new(source);
    let session = if path.is_file() { Session::open(path)? } else { Session::new(crate::files::open_source(source)?) };
    let wish = renderer.map(|renderer| match renderer {
        Renderer::Glow => crate::app::Renderer::Glow,
        Renderer::Wgpu => crate::app::Renderer::Wgpu,
    });
    Ok(crate::app::run(session, wish).err().map(|(reason, _)| format!("no window can be opened ({reason})")))
}

#[cfg(not(feature = "gui"))]
fn window(_source: &str, _renderer: Option<Renderer>) -> Result<Option<String>, CliError> {
    Ok(Some("this program was built without its window".to_owned()))
}
