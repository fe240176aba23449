//! The command line: one subcommand a file.
//!
//! Standard output carries the result and nothing else; whatever is to be said about it goes to standard error.

mod bars;
mod check;
mod compare;
mod completions;
mod dominance;
mod error;
mod export;
mod flips;
mod manual;
mod names;
mod open;
mod options;
mod output;
mod presets;
mod rank;
mod robustness;
mod schema;
mod sensitivity;
mod table;
mod typed_weights;
mod weights;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use crate::text::Language;
use error::CliError;
use options::{Options, Source};
pub use words::MESSAGES;
use words::{CliWords, CommandHelp, ProgramHelp};

/// The program, what it is given, and what stands in its help. The words are taken when the parser is made.
#[derive(Debug, Parser)]
#[command(
    name = "counterpoise",
    version,
    override_usage = "counterpoise [OPTIONS] [SOURCE]\n       counterpoise [OPTIONS] <COMMAND>",
    about = ProgramHelp::Program.text(),
    long_about = ProgramHelp::Program.more(),
    after_help = ProgramHelp::Program.examples(),
    disable_help_subcommand = true
)]
struct Cli {
    #[command(flatten)]
    open: open::Args,
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(about = CommandHelp::Open.text(), after_help = CommandHelp::Open.examples())]
    Open(open::Args),
    #[command(about = CommandHelp::Presets.text(), after_help = CommandHelp::Presets.examples())]
    Presets,
    #[command(about = CommandHelp::Rank.text(), after_help = CommandHelp::Rank.examples())]
    Rank(Source),
    #[command(about = CommandHelp::Compare.text(), after_help = CommandHelp::Compare.examples())]
    Compare(Source),
    #[command(about = CommandHelp::Robustness.text(), after_help = CommandHelp::Robustness.examples())]
    Robustness(robustness::Args),
    #[command(about = CommandHelp::Weights.text(), after_help = CommandHelp::Weights.examples())]
    Weights(weights::Args),
    #[command(about = CommandHelp::Sensitivity.text(), after_help = CommandHelp::Sensitivity.examples())]
    Sensitivity(Source),
    #[command(about = CommandHelp::Flips.text(), after_help = CommandHelp::Flips.examples())]
    Flips(Source),
    #[command(about = CommandHelp::Dominance.text(), after_help = CommandHelp::Dominance.examples())]
    Dominance(Source),
    #[command(about = CommandHelp::Check.text(), after_help = CommandHelp::Check.examples())]
    Check(Source),
    #[command(about = CommandHelp::Export.text(), after_help = CommandHelp::Export.examples())]
    Export(export::Args),
    #[command(about = CommandHelp::Completions.text(), after_help = CommandHelp::Completions.examples())]
    Completions(completions::Args),
    #[command(about = CommandHelp::Schema.text(), after_help = CommandHelp::Schema.examples())]
    Schema,
    #[command(about = CommandHelp::Manual.text(), after_help = CommandHelp::Manual.examples())]
    Manual,
}

/// Runs the program on the arguments that it was started with, and tells what it shall exit with: 0 when all is fine, 1
/// when the input is wrong, 2 when the usage is.
#[must_use]
pub fn run() -> ExitCode {
    language(std::env::args_os().skip(1)).speak();
    match Cli::try_parse().map_err(CliError::from).and_then(Cli::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => error.report(),
    }
}

/// The language that is asked for, else that of the system. The parser speaks it too, help and errors, and so it is looked for
/// before anything is parsed.
fn language(arguments: impl Iterator<Item = OsString>) -> Language {
    let mut arguments = arguments.take_while(|argument| argument != "--");
    let mut asked = None;
    while let Some(argument) = arguments.next() {
        let argument = argument.to_string_lossy();
        if argument == "--language" {
            asked = arguments.next().map(|tag| tag.to_string_lossy().into_owned());
        } else if let Some(tag) = argument.strip_prefix("--language=") {
            asked = Some(tag.to_owned());
        }
    }
    asked.and_then(|tag| Language::of_tag(&tag)).unwrap_or_else(Language::of_system)
}

impl Cli {
    fn run(self) -> Result<(), CliError> {
        let options = &self.options;
        options.validate()?;
        let Some(command) = self.command else { return open::run(&self.open, options) };
        if !self.open.is_empty() {
            // Accepted there by the parser, because without a command they are what `open` takes.
            return Err(usage(CliWords::BehindCommand).into());
        }
        match command {
            Command::Open(args) => open::run(&args, options),
            Command::Presets => presets::run(options),
            Command::Rank(args) => rank::run(&args.source, options),
            Command::Compare(args) => compare::run(&args.source, options),
            Command::Robustness(args) => robustness::run(&args, options),
            Command::Weights(args) => weights::run(&args, options),
            Command::Sensitivity(args) => sensitivity::run(&args.source, options),
            Command::Flips(args) => flips::run(&args.source, options),
            Command::Dominance(args) => dominance::run(&args.source, options),
            Command::Check(args) => check::run(&args.source, options),
            Command::Export(args) => export::run(&args, options),
            Command::Completions(args) => completions::run(&args),
            Command::Schema => schema::run(),
            Command::Manual => manual::run(),
        }
    }
}

/// An error of usage that the parser cannot see.
fn usage(message: impl std::fmt::Display) -> clap::Error {
    Cli::command().error(ErrorKind::InvalidValue, message)
}
