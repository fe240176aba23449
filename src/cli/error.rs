//! Why a command could not do its work, and what the program says and exits with.

use std::fmt;
use std::io::{self, Write as _};
use std::process::ExitCode;

use super::output::note;
use super::words::CliWords;
use crate::analysis::robustness::RobustnessError;
use crate::elicit::ElicitError;
use crate::files::sheet::Subject;
use crate::files::{Fault, FileError};
use crate::methods::MethodError;
use crate::session::Refusal;
use crate::text::{Common, Counted, List, Message};

/// What is wrong, where, and what to do.
#[derive(Debug)]
pub enum CliError {
    /// Also help and version, which the parser hands over in the same way.
    Usage(clap::Error),
    File(FileError),
    Method {
        origin: String,
        fault: MethodError,
    },
    Robustness {
        origin: String,
        fault: RobustnessError,
    },
    Limits {
        origin: String,
        limits: Vec<String>,
    },
    Elicit {
        origin: String,
        fault: ElicitError,
    },
    Refused {
        origin: String,
        fault: Refusal,
    },
    /// There are no criteria, or else no options.
    Empty {
        origin: String,
        has_criteria: bool,
    },
    UnknownViewpoint {
        origin: String,
        wanted: String,
        known: Vec<String>,
    },
    UnknownCriterion {
        origin: String,
        wanted: String,
        known: Vec<String>,
    },
    UnknownOption {
        origin: String,
        wanted: String,
        known: Vec<String>,
    },
    CriterionTwice {
        name: String,
    },
    Unsound {
        origin: String,
        errors: usize,
    },
    #[cfg(feature = "gui")]
    Window(String),
    Output(io::Error),
}

impl From<clap::Error> for CliError {
    fn from(error: clap::Error) -> Self {
        Self::Usage(error)
    }
}

impl From<FileError> for CliError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl std::error::Error for CliError {}

/// What is wrong and what to do, in the language of the program.
impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.message()) {
            (_, Some(message)) => message.with_remedy().fmt(f),
            (Self::Usage(error), None) => error.fmt(f),
            (_, None) => Ok(()),
        }
    }
}

impl CliError {
    /// What is said about it; its wording says what to do. None of wrong usage, of which the parser speaks.
    pub fn message(&self) -> Option<Message> {
        let words = match self {
            Self::Usage(_) => return None,
            Self::File(error) => match error.fault() {
                Some(Fault::Doubts { doubts }) => {
                    let has = |subject: Subject| doubts.iter().any(|doubt| doubt.subject == subject);
                    CliWords::FileInDoubt {
                        what: error.message(),
                        sheet: has(Subject::Sheet),
                        range: has(Subject::Area) || has(Subject::Names),
                        orientation: has(Subject::Orientation),
                    }
                }
                _ => return Some(error.message()),
            },
            Self::Method { origin, fault: fault @ MethodError::NeedsBaseline { .. } } => {
                let what = fault.message();
                let remedy = what.remedy().unwrap_or_else(|| what.clone());
                CliWords::NeedsBaseline { origin: origin.clone(), what, remedy }
            }
            Self::Method { origin, fault } => at(origin, fault.message()),
            Self::Robustness { origin, fault } => at(origin, fault.message()),
            Self::Elicit { origin, fault } => at(origin, fault.message()),
            Self::Refused { origin, fault } => at(origin, fault.message()),
            Self::Limits { origin, limits } => match &limits[..] {
                [limit] => {
                    let limit = Common::Quoted { text: limit.clone() }.into();
                    CliWords::LimitContradicts { origin: origin.clone(), limit }
                }
                _ => CliWords::LimitsContradict { origin: origin.clone(), limits: List::all(quoted(limits)) },
            },
            Self::Empty { origin, has_criteria: true } => CliWords::NoOptions { origin: origin.clone() },
            Self::Empty { origin, .. } => CliWords::NoCriteria { origin: origin.clone() },
            Self::UnknownViewpoint { origin, wanted, known } => CliWords::UnknownViewpoint {
                origin: origin.clone(),
                wanted: wanted.clone(),
                known: List::commas(quoted(known)),
            },
            Self::UnknownCriterion { origin, wanted, known } => CliWords::UnknownCriterion {
                origin: origin.clone(),
                wanted: wanted.clone(),
                known: List::commas(quoted(known)),
            },
            Self::UnknownOption { origin, wanted, known } => CliWords::UnknownOption {
                origin: origin.clone(),
                wanted: wanted.clone(),
                known: List::commas(quoted(known)),
            },
            Self::CriterionTwice { name } => CliWords::CriterionTwice { name: name.clone() },
            Self::Unsound { origin, errors } => {
                CliWords::Unsound { origin: origin.clone(), errors: Counted::Errors { count: *errors } }
            }
            #[cfg(feature = "gui")]
            Self::Window(reason) => CliWords::Window { reason: reason.clone() },
            Self::Output(error) => CliWords::Output { reason: error.to_string() },
        };
        Some(words.into())
    }

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

/// What is wrong with what comes from `origin`.
fn at(origin: &str, what: Message) -> CliWords {
    let origin = origin.to_owned();
    match what.remedy() {
        Some(remedy) => CliWords::At { origin, what, remedy },
        None => CliWords::AtOpen { origin, what },
    }
}

fn quoted(names: &[String]) -> impl Iterator<Item = Common> {
    names.iter().map(|name| Common::Quoted { text: name.clone() })
}
