//! `manual`: the man page.

use std::io::{self, Write};

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use super::Cli;
use super::error::CliError;
use super::output;

pub fn run() -> Result<(), CliError> {
    output::result(|out| page(&Cli::command(), out))
}

/// One page for the program and all its commands.
fn page(program: &Command, out: &mut dyn Write) -> io::Result<()> {
    let man = Man::new(program.clone());
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    for command in program.get_subcommands() {
        // Taken from the program before it is built, a command does not repeat the options that stand everywhere.
        let name = format!("{} {}", program.get_name(), command.get_name());
        section(&Man::new(command.clone().bin_name(&name).disable_help_flag(true)), &name, out)?;
    }
    man.render_extra_section(out)?;
    man.render_version_section(out)
}

/// A command's own sections as one, under its name.
fn section(man: &Man, name: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut text = Vec::new();
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    man.render_extra_section(&mut text)?;
    let text = String::from_utf8(text).map_err(io::Error::other)?;
    let heading = format!(".SH \"{}\"", name.to_uppercase());
    for line in text.lines() {
        let line = match line {
            ".SH SYNOPSIS" => &heading,
            ".SH DESCRIPTION" | ".SH OPTIONS" | ".SH EXTRA" => ".PP",
            line => line,
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}
