//! `completions`: what a shell needs to complete the command line.

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::Cli;
use super::error::CliError;
use super::output;
use super::words::ArgumentHelp;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(help = ArgumentHelp::CompletionsShell.text(), value_name = "SHELL", value_enum)]
    shell: Shell,
}

pub fn run(args: &Args) -> Result<(), CliError> {
    // Into memory first: the generator panics when it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "counterpoise", &mut script);
    output::result(|out| out.write_all(&script))
}
