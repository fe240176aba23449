//! The program: the command line, which opens the window.

use std::process::ExitCode;

fn main() -> ExitCode {
    counterpoise::cli::run()
}
