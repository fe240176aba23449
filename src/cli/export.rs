//! `export`: the decision in other formats.

use std::path::{Path, PathBuf};

use clap::ValueHint;

use super::error::CliError;
use super::options::Options;
use super::words::{ArgumentHelp, CliWords};
use super::{output, usage};
use crate::files::{self, FileError, Format, Task};
use crate::text::{Language, List};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(help = ArgumentHelp::Source.text(), value_name = "SOURCE", value_hint = ValueHint::FilePath)]
    source: String,
    #[arg(help = ArgumentHelp::ExportOuts.text(), value_name = "OUT", required = true, value_hint = ValueHint::FilePath)]
    outs: Vec<PathBuf>,
}

pub fn run(args: &Args, options: &Options) -> Result<(), CliError> {
    let asked = options.file_format()?;
    // All formats before the first file, so that wrong usage writes nothing.
    let format = |out| asked.map_or_else(|| format_of(out), Ok).map(|format| (out, format));
    let outs = args.outs.iter().map(|out| format(out.as_path())).collect::<Result<Vec<_>, _>>()?;
    let document = options.open(&args.source)?.document;
    let task = Task::of(&document);
    for (out, format) in outs {
        if is_stdout(out) {
            let exporter = format.exporter().ok_or(FileError::ReadOnly { format })?;
            output::result(|out| Language::OF_FILES.meanwhile(|| exporter.export(&task, out)))?;
        } else {
            files::export(&task, format, out)?;
        }
    }
    Ok(())
}

fn is_stdout(out: &Path) -> bool {
    out == Path::new("-")
}

fn format_of(out: &Path) -> Result<Format, clap::Error> {
    if is_stdout(out) {
        return Err(usage(CliWords::NoExtension));
    }
    Format::of_path(out).ok().filter(|format| format.can_write()).ok_or_else(|| {
        let written = Format::ALL.into_iter().filter(|format| format.can_write());
        let known = List::commas(written.map(|format| format!(".{}", format.extension())));
        usage(CliWords::NotWritten { path: out.display().to_string(), known })
    })
}
