//! `check`: errors in the file and mistakes in the model.

use std::fmt;

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::error::CliError;
use super::options::{Opened, Options, ResultFormat};
use super::output::{self, plain};
use super::table::Table;
use super::words::{Head, Line};
use crate::analysis::checks::{Check, Checks, Severity};
use crate::files::Fault;
use crate::model::{Document, Id, Place};
use crate::session::Session;
use crate::text::{Counted, Language, List, Message, Remark as SaidBy};

#[derive(Default, Serialize)]
struct Report {
    /// Why the decision cannot be ranked; then nothing is known of the model.
    errors: Vec<Failure>,
    checks: Vec<Remark>,
    /// What somebody has answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dismissed: Vec<Answered>,
    /// The checks, by id, that have not compared all options because there are too many.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    silent: Vec<&'static str>,
}

#[derive(Serialize)]
struct Answered {
    #[serde(flatten)]
    remark: Remark,
    reason: String,
}

#[derive(Serialize)]
struct Failure {
    #[serde(rename = "where")]
    place: FilePlace,
    message: String,
}

/// Where in a file something is, counted from 1; empty where that is not known.
#[derive(Default, Serialize)]
struct FilePlace {
    /// Of text; for decision CSV the line on which the row begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// In characters; for decision CSV the cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

#[derive(Serialize)]
struct Remark {
    id: &'static str,
    severity: &'static str,
    /// The same in the language of the program.
    #[serde(skip)]
    said: &'static str,
    #[serde(rename = "where")]
    place: ModelPlace,
    message: String,
    remedy: String,
    #[serde(skip)]
    style: Style,
}

/// Where in a model something is, by name; empty for the decision as a whole.
#[derive(Default, Serialize)]
struct ModelPlace {
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    criterion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    viewpoint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
}

pub fn run(source: &str, options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    let opened = match options.open(source).and_then(Opened::filled) {
        Err(error @ (CliError::File(_) | CliError::Empty { .. })) if format == ResultFormat::Json => {
            output::json(&Report { errors: vec![Failure::of(&error)], ..Report::default() })?;
            return Err(error);
        }
        opened => opened?,
    };
    let Opened { origin, document, .. } = opened;
    let mut session = Session::new(document);
    session.set_settings(options.settings());
    let document = session.document();
    let checks = session.checks();
    let Checks { open: found, dismissed, silent } = &*checks;
    let summary = summary(found);
    let language = format.language();
    let errors = found.iter().filter(|check| check.severity == Severity::Error).count();
    let checks: Vec<Remark> = found.iter().map(|check| Remark::of(check, document, language)).collect();
    let answered = |(check, reason): &(Check, String)| Answered {
        remark: Remark::of(check, document, language),
        reason: reason.clone(),
    };
    let dismissed: Vec<Answered> = dismissed.iter().map(answered).collect();
    match format {
        ResultFormat::Json => {
            output::json(&Report { checks, dismissed, silent: silent.clone(), ..Report::default() })?;
        }
        ResultFormat::Csv => table(checks).print_csv()?,
        ResultFormat::Markdown => table(checks).print_markdown()?,
        ResultFormat::Table => screen(&document.about.title, &summary, &checks, &dismissed, checks_left_out(silent))?,
    }
    if errors == 0 { Ok(()) } else { Err(CliError::Unsound { origin, errors }) }
}

/// How many there are of each severity, for example `1 warning, 2 notes`.
fn summary(checks: &[Check]) -> String {
    let count = |severity: Severity| {
        let count = checks.iter().filter(|check| check.severity == severity).count();
        let said = match severity {
            Severity::Error => Counted::Errors { count },
            Severity::Warning => Counted::Warnings { count },
            Severity::Note => Counted::Notes { count },
        };
        (count > 0).then_some(said)
    };
    let counts = List::commas([Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(count));
    if counts.items.is_empty() { Line::NothingToRemark.to_string() } else { counts.to_string() }
}

fn table(checks: Vec<Remark>) -> Table<'static> {
    let row = |check: Remark| {
        vec![check.severity.into(), check.id.into(), check.place.to_string(), check.message, check.remedy]
    };
    let head = vec!["severity", "id", "where", "message", "remedy"];
    Table { words: head.len(), head, rows: checks.into_iter().map(row).collect() }
}

/// What there is to say of checks that have not compared all options.
fn checks_left_out(silent: &[&'static str]) -> Option<Message> {
    let checks = List::commas(silent.iter().copied());
    (!silent.is_empty()).then(|| SaidBy::NotCompared { checks }.into())
}

fn screen(
    title: &str,
    summary: &str,
    checks: &[Remark],
    dismissed: &[Answered],
    left_out: Option<Message>,
) -> Result<(), CliError> {
    let bold = Style::new().bold();
    output::styled(|out| {
        if !title.trim().is_empty() {
            writeln!(out, "{bold}{}{bold:#}", plain(title))?;
        }
        writeln!(out, "{summary}")?;
        for Remark { id, said: severity, place, message, remedy, style, .. } in checks {
            let place = plain(&place.to_string());
            if place.is_empty() {
                writeln!(out, "\n{style}{severity}{style:#} {id}")?;
            } else {
                let remark = Line::RemarkOn { id: (*id).to_owned(), place };
                writeln!(out, "\n{style}{severity}{style:#} {remark}")?;
            }
            writeln!(out, "  {}\n  {}", plain(message), plain(remedy))?;
        }
        for Answered { remark, reason } in dismissed {
            let (id, message) = (remark.id.to_owned(), plain(&remark.message));
            writeln!(out, "\n{}\n  {}", Line::Dismissed { id, message }, plain(reason))?;
        }
        if let Some(message) = left_out {
            writeln!(out, "\n{}", message.sentences())?;
        }
        Ok(())
    })
}

impl Failure {
    fn of(error: &CliError) -> Self {
        let fault = match error {
            CliError::File(error) => error.fault(),
            _ => None,
        };
        let (line, column) = match fault {
            Some(Fault::Syntax { at, .. } | Fault::Invalid { at: Some(at), .. }) => (Some(at.line), Some(at.column)),
            Some(Fault::Sheet { at: Some(at), .. }) => {
                (Some(at.first.row as usize + 1), Some(at.first.column as usize + 1))
            }
            Some(Fault::Cell { row, column, .. }) => (Some(*row), Some(*column)),
            Some(Fault::Row { row: line, .. } | Fault::NotUtf8 { line, .. }) => (Some(*line), None),
            _ => (None, None),
        };
        Self {
            place: FilePlace { line, column },
            message: error.message().map_or_else(String::new, |said| said.with_remedy().in_language(Language::English)),
        }
    }
}

impl Remark {
    fn of(check: &Check, document: &Document, language: Language) -> Self {
        let (colour, said) = match check.severity {
            Severity::Error => (AnsiColor::Red, Head::Error),
            Severity::Warning => (AnsiColor::Yellow, Head::Warning),
            Severity::Note => (AnsiColor::Cyan, Head::Note),
        };
        Self {
            id: check.id,
            severity: check.severity.id(),
            said: said.text(),
            place: ModelPlace::of(check.place, document),
            message: check.message.in_language(language),
            remedy: check.remedy.in_language(language),
            style: colour.on_default().bold(),
        }
    }
}

impl ModelPlace {
    fn of(place: Place, document: &Document) -> Self {
        let option = |id| document.alternative(id).map(|alternative| alternative.name.clone());
        let node = |id: Id| match document.node(id) {
            Some(node) if node.as_group().is_some() => Self { group: Some(node.name().into()), ..Self::default() },
            node => Self { criterion: node.map(|node| node.name().into()), ..Self::default() },
        };
        match place {
            Place::Decision | Place::Field(_) => Self::default(),
            Place::Alternative(id) => Self { option: option(id), ..Self::default() },
            Place::Node(id) | Place::Weight(id) => node(id),
            Place::Cell(alternative, criterion) => Self { option: option(alternative), ..node(criterion) },
            Place::Viewpoint(id) => {
                let viewpoint = document.viewpoint(id).map(|viewpoint| viewpoint.name.clone());
                Self { viewpoint, ..Self::default() }
            }
            Place::Person(id) => {
                let person = document.people.iter().find(|person| person.id == id).map(|person| person.name.clone());
                Self { person, ..Self::default() }
            }
        }
    }
}

impl fmt::Display for ModelPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [&self.option, &self.criterion, &self.group, &self.viewpoint, &self.person];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        f.write_str(&parts.join(", "))
    }
}
