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

impl Renderer {
    fn id(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        }
    }
}

impl Args {
    /// True where nothing was given.
    pub fn is_empty(&self) -> bool {
        self.source.is_none() && self.renderer.is_none()
    }
}

pub fn run(args: &Args, options: &Options) -> Result<(), CliError> {
    let Err(reason) = window(args.source.clone(), args.renderer.map(|renderer| renderer.id().to_owned())) else {
        return Ok(());
    };
    output::note(format_args!("{reason}; this is the ranking instead"));
    rank::run(args.source.as_deref().unwrap_or(FIRST), options)
}

/// Shows the window until it is closed; an error says why there is none.
#[cfg(feature = "gui")]
fn window(source: Option<String>, renderer: Option<String>) -> Result<(), crate::app::NoDisplay> {
    crate::app::run(source, renderer)
}

#[cfg(not(feature = "gui"))]
fn window(_source: Option<String>, _renderer: Option<String>) -> Result<(), &'static str> {
    Err("this program was built without its window")
}
