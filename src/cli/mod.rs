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

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use error::CliError;
use options::Options;
use words::CliWords;
pub use words::MESSAGES;

/// Weigh criteria, watch the ranking answer, see what would tip it.
///
/// SOURCE is a file (.ron, .json, .csv, .tsv, .xlsx, .ods, .xls, .xml), the id of a preset, or - for decision CSV on
/// standard input. Without a
/// command the window opens on it.
#[derive(Debug, Parser)]
#[command(
    name = "counterpoise",
    version,
    override_usage = "counterpoise [OPTIONS] [SOURCE]\n       counterpoise [OPTIONS] <COMMAND>",
    after_help = EXAMPLES,
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

const EXAMPLES: &str = "\
Examples:
  counterpoise                                     open the window
  counterpoise rank laptop                         rank the options of a preset
  counterpoise rank cars.csv --format json         the same for a program to read
  counterpoise rank cars.csv --weights 'Price=3,Comfort=2'
  counterpoise robustness cars.csv                 see how far the ranking holds
  counterpoise weights roc 5                       weights from a rank order of five
  counterpoise sensitivity cars.csv                what each weight decides
  counterpoise check cars.csv                      look for mistakes in the model
  counterpoise export cars.csv cars.ron cars.md    write other formats

Exit codes: 0 fine, 1 the input is wrong, 2 wrong usage.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Open the window, or print the ranking where no display can be opened
    #[command(after_help = open::EXAMPLES)]
    Open(open::Args),
    /// List the decisions that come with the program
    #[command(after_help = presets::EXAMPLES)]
    Presets,
    /// Rank the options
    #[command(after_help = rank::EXAMPLES)]
    Rank(rank::Args),
    /// Rank by every method that fits, and see how far they agree
    #[command(after_help = compare::EXAMPLES)]
    Compare(compare::Args),
    /// See how far the ranking holds when weights and scores are only known roughly (SMAA-2)
    #[command(after_help = robustness::EXAMPLES)]
    Robustness(robustness::Args),
    /// Weights from judgements, or from the scores
    #[command(after_help = weights::EXAMPLES)]
    Weights(weights::Args),
    /// How far each weight can move before the winner changes, and who comes after
    #[command(after_help = sensitivity::EXAMPLES)]
    Sensitivity(sensitivity::Args),
    /// The smallest changes that put each option first: of weights, and of single scores
    #[command(after_help = flips::EXAMPLES)]
    Flips(flips::Args),
    /// Who is at least as good everywhere, and who is first under no weights at all
    #[command(after_help = dominance::EXAMPLES)]
    Dominance(dominance::Args),
    /// Look for errors in the file and for mistakes in the model
    #[command(after_help = check::EXAMPLES)]
    Check(check::Args),
    /// Write the decision in other formats
    #[command(after_help = export::EXAMPLES)]
    Export(export::Args),
    /// Print a shell's completion script
    #[command(after_help = completions::EXAMPLES)]
    Completions(completions::Args),
    /// Print the JSON Schema of JSON files, for editors and other programs
    #[command(after_help = schema::EXAMPLES)]
    Schema,
    /// Print the man page
    #[command(after_help = manual::EXAMPLES)]
    Manual,
}

/// Runs the program on the arguments that it was started with, and tells what it shall exit with: 0 when all is fine, 1
/// when the input is wrong, 2 when the usage is.
#[must_use]
pub fn run() -> ExitCode {
    match Cli::try_parse().map_err(CliError::from).and_then(Cli::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => error.report(),
    }
}

impl Cli {
    fn run(self) -> Result<(), CliError> {
        let options = &self.options;
        options.speak();
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
