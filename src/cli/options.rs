//! The options that stand everywhere.

use std::collections::BTreeMap;
use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum, ValueHint};

use super::error::CliError;
use super::typed_weights::Weights;
use super::words::{ArgumentHelp, CliWords, FormatHelp, HelpHeading};
use super::{names, usage};
use crate::files::sheet::{Area, Orientation, Selection};
use crate::files::{self, Format};
use crate::methods::{self, Method, Normalization, Settings, weighted_sum};
use crate::model::{Document, Problem};
use crate::session::{Action, Session};
use crate::text::Language;

/// How a result is printed, and how a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AnyFormat {
    #[value(help = FormatHelp::Table.text())]
    Table,
    Json,
    #[value(help = FormatHelp::Csv.text())]
    Csv,
    Markdown,
    #[value(help = FormatHelp::Ron.text())]
    Ron,
    #[value(help = FormatHelp::Tsv.text())]
    Tsv,
    #[value(help = FormatHelp::Html.text())]
    Html,
    #[value(help = FormatHelp::Xlsx.text())]
    Xlsx,
    #[value(help = FormatHelp::Xmcda.text())]
    Xmcda,
}

/// How a result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultFormat {
    Table,
    Json,
    Csv,
    Markdown,
}

/// What most commands work on.
#[derive(Debug, Args)]
pub struct Source {
    #[arg(help = ArgumentHelp::Source.text(), value_name = "SOURCE", value_hint = ValueHint::FilePath)]
    pub source: String,
}

#[derive(Debug, Args)]
#[command(next_help_heading = HelpHeading::EveryCommand.text())]
pub struct Options {
    #[arg(help = ArgumentHelp::Format.text(), long, global = true, value_name = "FORMAT", value_enum)]
    format: Option<AnyFormat>,
    #[arg(help = ArgumentHelp::Method.text(), long, global = true, value_name = "METHOD", value_parser = method())]
    method: Option<&'static Method>,
    #[arg(help = ArgumentHelp::Normalization.text(), long, global = true, value_name = "NORMALIZATION", value_parser = normalization())]
    normalization: Option<Normalization>,
    #[arg(help = ArgumentHelp::Parameters.text(), long = "param", global = true, value_name = "KEY=VALUE", value_parser = parameter)]
    parameters: Vec<(String, f64)>,
    #[arg(help = ArgumentHelp::Viewpoint.text(), long, global = true, value_name = "NAME")]
    viewpoint: Option<String>,
    #[arg(help = ArgumentHelp::Weights.text(), long, global = true, value_name = "NAME=POINTS,…")]
    weights: Option<Weights>,
    #[arg(help = ArgumentHelp::Baseline.text(), long, global = true, value_name = "NAME")]
    baseline: Option<String>,
    #[arg(help = ArgumentHelp::Sheet.text(), long, global = true, value_name = "NAME")]
    sheet: Option<String>,
    #[arg(help = ArgumentHelp::Range.text(), long, global = true, value_name = "CELLS")]
    range: Option<Area>,
    #[arg(help = ArgumentHelp::Orientation.text(), long, global = true, value_name = "LINES", value_enum)]
    orientation: Option<Lines>,
    /// Taken before anything is parsed, see `language` of the room.
    #[arg(help = ArgumentHelp::Language.text(), long, global = true, hide = true, value_name = "LANGUAGE", value_parser = language())]
    language: Option<Language>,
}

/// What an option is in a table.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lines {
    Rows,
    Columns,
}

fn method() -> impl TypedValueParser<Value = &'static Method> {
    PossibleValuesParser::new(methods::ALL.map(|method| method.id)).try_map(|id| methods::find(&id).ok_or("unknown"))
}

fn normalization() -> impl TypedValueParser<Value = Normalization> {
    PossibleValuesParser::new(Normalization::ALL.map(Normalization::id))
        .try_map(|id| Normalization::from_id(&id).ok_or("unknown"))
}

/// The pseudo-language is for those who translate, and is not offered.
fn language() -> impl TypedValueParser<Value = Language> {
    let tags = Language::ALL.map(|language| PossibleValue::new(language.tag()).hide(language == Language::Pseudo));
    PossibleValuesParser::new(tags).try_map(|tag| Language::of_tag(&tag).ok_or("unknown"))
}

fn parameter(text: &str) -> Result<(String, f64), String> {
    let (key, number) = text.split_once('=').ok_or_else(|| CliWords::NoPair.to_string())?;
    let finite = number.trim().parse().ok().filter(|x: &f64| x.is_finite());
    let number = finite.ok_or_else(|| CliWords::NotFinite { text: number.to_owned() }.to_string())?;
    Ok((key.trim().to_owned(), number))
}

impl ResultFormat {
    /// What it speaks: what programs read is the same in every language.
    pub fn language(self) -> Language {
        match self {
            Self::Table => Language::current(),
            Self::Json | Self::Csv | Self::Markdown => Language::English,
        }
    }
}

/// A decision with the weights that were asked for, its compiled form, and the name of where it comes from.
pub struct Opened {
    pub origin: String,
    pub document: Document,
    pub problem: Problem,
}

impl Options {
    /// What the parser cannot see, because one may stand before the command and the other behind it.
    pub fn validate(&self) -> Result<(), clap::Error> {
        if self.viewpoint.is_some() && self.weights.is_some() {
            return Err(usage(CliWords::TwoWeights));
        }
        Ok(())
    }

    /// True where weights or a baseline other than the document's own were asked for.
    pub fn changes_the_decision(&self) -> bool {
        self.viewpoint.is_some() || self.weights.is_some() || self.baseline.is_some()
    }

    /// True where a method, or a parameter of one, was asked for.
    pub fn chooses_method(&self) -> bool {
        self.method.is_some() || !self.parameters.is_empty()
    }

    /// What to compute.
    pub fn settings(&self) -> Settings {
        let parameters: BTreeMap<String, f64> = self.parameters.iter().cloned().collect();
        Settings { method: self.method.unwrap_or(&weighted_sum::METHOD), normalization: self.normalization, parameters }
    }

    /// True where nothing but the additive value model was asked for: the weighted sum of values.
    pub fn is_value_model(&self) -> bool {
        let settings = self.settings();
        let is_value = settings.normalization.is_none_or(|normalization| normalization == Normalization::Value);
        *settings.method == weighted_sum::METHOD && is_value && settings.parameters.is_empty()
    }

    /// How a result is printed; an error where the format is one of files.
    pub fn result_format(&self) -> Result<ResultFormat, clap::Error> {
        match self.format.unwrap_or(AnyFormat::Table) {
            AnyFormat::Table => Ok(ResultFormat::Table),
            AnyFormat::Json => Ok(ResultFormat::Json),
            AnyFormat::Csv => Ok(ResultFormat::Csv),
            AnyFormat::Markdown => Ok(ResultFormat::Markdown),
            AnyFormat::Ron | AnyFormat::Tsv | AnyFormat::Xlsx | AnyFormat::Html | AnyFormat::Xmcda => {
                Err(usage(CliWords::ExportFormat))
            }
        }
    }

    /// The format that every file is written in, where one was asked for.
    pub fn file_format(&self) -> Result<Option<Format>, clap::Error> {
        let format = match self.format {
            None => return Ok(None),
            Some(AnyFormat::Ron) => Format::Ron,
            Some(AnyFormat::Json) => Format::Json,
            Some(AnyFormat::Csv) => Format::Csv,
            Some(AnyFormat::Tsv) => Format::Tsv,
            Some(AnyFormat::Xlsx) => Format::Xlsx,
            Some(AnyFormat::Markdown) => Format::Markdown,
            Some(AnyFormat::Html) => Format::Html,
            Some(AnyFormat::Xmcda) => Format::Xmcda,
            Some(AnyFormat::Table) => {
                return Err(usage(CliWords::NotExported));
            }
        };
        Ok(Some(format))
    }

    /// Which table of a spreadsheet was asked for.
    fn selection(&self, source: &str) -> Result<Selection, clap::Error> {
        let orientation = self.orientation.map(|lines| match lines {
            Lines::Rows => Orientation::Rows,
            Lines::Columns => Orientation::Columns,
        });
        let selection = Selection { sheet: self.sheet.clone(), area: self.range, orientation };
        let is_spreadsheet = Format::of_path(Path::new(source)).is_ok_and(Format::is_spreadsheet);
        if selection.is_empty() || is_spreadsheet {
            return Ok(selection);
        }
        Err(usage(CliWords::NoSpreadsheet))
    }

    /// Reads `source` and gives it the weights and the baseline that were asked for.
    pub fn open(&self, source: &str) -> Result<Opened, CliError> {
        self.session(source).map(|session| Opened::of(source, session))
    }

    /// Like [`Options::open`], as a session that still knows its file.
    pub fn session(&self, source: &str) -> Result<Session, CliError> {
        let mut session = Session::open_selected(source, &self.selection(source)?)?;
        let origin = origin(source);
        let document = session.document();
        let weights = match (&self.viewpoint, &self.weights) {
            (Some(name), _) => Some(choose_viewpoint(document, &origin, name)?),
            (None, Some(weights)) => Some(Action::SetWeights(weights.points(document, &origin)?)),
            (None, None) => None,
        };
        let baseline = self.baseline.as_ref().map(|name| choose_baseline(document, &origin, name)).transpose()?;
        for action in weights.into_iter().chain(baseline) {
            session.perform(action).map_err(|fault| CliError::Refused { origin: origin.clone(), fault })?;
        }
        Ok(session)
    }
}

impl Opened {
    pub fn of(source: &str, session: Session) -> Self {
        let (document, problem) = session.into_parts();
        Self { origin: origin(source), document, problem }
    }

    /// An error where the matrix is empty, and nothing can be said about it.
    pub fn filled(self) -> Result<Self, CliError> {
        let has_criteria = !self.problem.criteria.is_empty();
        if has_criteria && !self.problem.alternatives.is_empty() {
            return Ok(self);
        }
        Err(CliError::Empty { origin: self.origin, has_criteria })
    }
}

/// What messages call `source`.
pub fn origin(source: &str) -> String {
    if source == "-" { files::Origin::StandardInput.text().into() } else { source.into() }
}

fn choose_viewpoint(document: &Document, origin: &str, wanted: &str) -> Result<Action, CliError> {
    let viewpoints = &document.viewpoints;
    let chosen = names::find(viewpoints, |viewpoint| &viewpoint.name, wanted).ok_or_else(|| {
        let known = viewpoints.iter().map(|viewpoint| viewpoint.name.clone()).collect();
        CliError::UnknownViewpoint { origin: origin.into(), wanted: wanted.into(), known }
    })?;
    Ok(Action::ChooseViewpoint(chosen.id))
}

fn choose_baseline(document: &Document, origin: &str, wanted: &str) -> Result<Action, CliError> {
    let options = &document.alternatives;
    let chosen = names::find(options, |option| &option.name, wanted).ok_or_else(|| {
        let known = options.iter().map(|option| option.name.clone()).collect();
        CliError::UnknownOption { origin: origin.into(), wanted: wanted.into(), known }
    })?;
    Ok(Action::CompareWith(Some(chosen.id)))
}
