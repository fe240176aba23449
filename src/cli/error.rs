//! Why a command could not do its work, and what the program says and exits with.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use thiserror::Error;

use super::output::note;
use crate::analysis::robustness::RobustnessError;
use crate::elicit::ElicitError;
use crate::files::sheet::Subject;
use crate::files::{Fault, FileError};
use crate::methods::MethodError;
use crate::session::Refusal;
use crate::text::Counted;

/// What is wrong, where, and what to do.
#[derive(Debug, Error)]
pub enum CliError {
    /// Also help and version, which the parser hands over in the same way.
    #[error(transparent)]
    Usage(#[from] clap::Error),
    #[error("{_0}{remedy}", remedy = doubts_remedy(_0))]
    File(#[from] FileError),
    #[error("{origin}: {fault}{}", remedy(fault))]
    Method { origin: String, fault: MethodError },
    #[error("{origin}: {fault}")]
    Robustness { origin: String, fault: RobustnessError },
    #[error("{origin}: no weights meet {}; {}", together(limits), if limits.len() == 1 { "change it" } else { "change or leave out one of them" })]
    Limits { origin: String, limits: Vec<String> },
    #[error("{origin}: {fault}")]
    Elicit { origin: String, fault: ElicitError },
    #[error("{origin}: {fault}")]
    Refused { origin: String, fault: Refusal },
    #[error("{origin}: there are no {missing}, so there is nothing to rank; add at least one of them")]
    Empty { origin: String, missing: &'static str },
    #[error("{origin}: there is no viewpoint \"{wanted}\"; {}", one_of(known, "it has none"))]
    UnknownViewpoint { origin: String, wanted: String, known: Vec<String> },
    #[error("{origin}: there is no criterion \"{wanted}\"; {}", one_of(known, "it has none"))]
    UnknownCriterion { origin: String, wanted: String, known: Vec<String> },
    #[error("{origin}: there is no option \"{wanted}\"; {}", one_of(known, "it has none"))]
    UnknownOption { origin: String, wanted: String, known: Vec<String> },
    #[error("--weights names \"{name}\" twice; name each criterion once")]
    CriterionTwice { name: String },
    #[error("{origin}: the checks found {}; mend what they name", Counted::Errors { count: *errors })]
    Unsound { origin: String, errors: usize },
    #[cfg(feature = "gui")]
    #[error("the window broke down: {0}; start again, with --renderer wgpu or glow if it happens twice")]
    Window(String),
    #[error("cannot write the result to standard output: {0}; check where it leads")]
    Output(io::Error),
}

impl CliError {
    /// Says what is wrong on standard error, and tells the exit code.
    pub fn report(self) -> ExitCode {
        match self {
            // Who reads has seen enough: no error, and nobody to tell.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Usage(error) => {
                // Help is a result too; where it cannot be printed there is nobody to tell.
                let _ = error.print().and_then(|()| io::stdout().flush());
                u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
            }
            Self::Method {
                fault:
                    fault @ (MethodError::UnknownParameter { .. }
                    | MethodError::ParameterOutOfRange { .. }
                    | MethodError::UnfitNormalization { .. }),
                ..
            } => Self::Usage(super::usage(fault)).report(),
            error => {
                note(&error);
                ExitCode::FAILURE
            }
        }
    }
}

/// How the command line mends it, where that is not what the message says already.
fn remedy(fault: &MethodError) -> &'static str {
    if matches!(fault, MethodError::NeedsBaseline { .. }) { ", such as with --baseline NAME" } else { "" }
}

/// Those that contradict each other, or the one that contradicts itself.
fn together(limits: &[String]) -> String {
    let quoted: Vec<String> = limits.iter().map(|limit| format!("\"{limit}\"")).collect();
    match &quoted[..] {
        [first @ .., last] if !first.is_empty() => format!("{} and {last} together", first.join(", ")),
        all => all.concat(),
    }
}

/// The flags that settle the doubts about a spreadsheet.
fn doubts_remedy(error: &FileError) -> String {
    let Some(Fault::Doubts { doubts }) = error.fault() else { return String::new() };
    let has = |subject: Subject| doubts.iter().any(|doubt| doubt.subject == subject);
    let flags = [
        (has(Subject::Sheet), "--sheet NAME"),
        (has(Subject::Area) || has(Subject::Names), "--range A1:F20"),
        (has(Subject::Orientation), "--orientation rows or columns"),
    ];
    let flags: Vec<&str> = flags.into_iter().filter(|(is_needed, _)| *is_needed).map(|(_, flag)| flag).collect();
    let mend = "mend the table, or import it in the window, where each of these can be chosen";
    match flags.len() {
        0 => format!("; {mend}"),
        _ => format!("; give {}, or {mend}", flags.join(" and ")),
    }
}

fn one_of(known: &[String], none: &str) -> String {
    let mut text = String::from(if known.is_empty() { none } else { "use one of " });
    for (at, name) in known.iter().enumerate() {
        let between = if at == 0 { "" } else { ", " };
        // Writing to a String cannot fail.
        let _ = write!(text, "{between}\"{name}\"");
    }
    text
}
