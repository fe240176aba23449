//! Where results and remarks go.

use std::fmt::Display;
use std::io::{self, BufWriter, Write};

use anstyle::Style;
use serde::Serialize;

use super::error::CliError;
use crate::text::Message;

/// Writes a result to standard output, byte for byte.
pub fn result(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), CliError> {
    finish(io::stdout().lock(), write)
}

/// Writes a result for people to standard output, its colours left out where they have no place.
pub fn styled(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), CliError> {
    finish(anstream::stdout().lock(), write)
}

/// Writes a result as JSON to standard output, numbers with all their digits.
pub fn json(value: &impl Serialize) -> Result<(), CliError> {
    result(|out| {
        serde_json::to_writer_pretty(&mut *out, value)?;
        writeln!(out)
    })
}

/// Says something about the result on standard error.
pub fn note(message: impl Display) {
    // Where it cannot be said there is nobody to tell.
    let _ = writeln!(anstream::stderr().lock(), "counterpoise: {}", plain(&message.to_string()));
}

/// Writes a sentence, its names and figures in bold.
pub fn sentence(out: &mut dyn Write, message: &Message) -> io::Result<()> {
    message.sentence().spans.iter().try_for_each(|span| {
        let style = if span.strong { Style::new().bold() } else { Style::new() };
        write!(out, "{style}{}{style:#}", plain(&span.text))
    })
}

/// `text` on one line and without what a terminal would obey.
pub fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

fn finish(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), CliError> {
    let mut out = BufWriter::new(out);
    write(&mut out).and_then(|()| out.flush()).map_err(CliError::Output)
}
