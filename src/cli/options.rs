//! The options that stand everywhere.

use std::collections::BTreeMap;
use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::error::CliError;
use super::typed_weights::Weights;
use super::words::CliWords;
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
    /// To be read on a terminal; not for export
    Table,
    Json,
    /// For export: decision CSV
    Csv,
    Markdown,
    /// The native format; for export only
    Ron,
    /// Decision CSV separated by tabs; for export only
    Tsv,
    /// An interactive page; for export only
    Html,
    /// A spreadsheet with live formulas; for export only
    Xlsx,
    /// XMCDA 4; for export only
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

#[derive(Debug, Args)]
#[command(next_help_heading = "Options for every command")]
pub struct Options {
    /// How the result is printed [default: table, for export what the extension of OUT says]
    #[arg(long, global = true, value_name = "FORMAT", value_enum)]
    format: Option<AnyFormat>,
    /// How the options are ranked [default: weighted-sum]
    #[arg(long, global = true, value_name = "METHOD", value_parser = method())]
    method: Option<&'static Method>,
    /// How scores are made comparable [default: what is usual with the method]
    #[arg(long, global = true, value_name = "NORMALIZATION", value_parser = normalization())]
    normalization: Option<Normalization>,
    /// A parameter of the method, repeated for several
    #[arg(long = "param", global = true, value_name = "KEY=VALUE", value_parser = parameter)]
    parameters: Vec<(String, f64)>,
    /// Take the weights of the saved viewpoint called NAME
    #[arg(long, global = true, value_name = "NAME")]
    viewpoint: Option<String>,
    /// Take these weights, such as "Price=3,Comfort=2"; a criterion that is not named counts 0, and a name with a comma
    /// in it stands in double quotes
    #[arg(long, global = true, value_name = "NAME=POINTS,…")]
    weights: Option<Weights>,
    /// Compare with the option called NAME, where the method compares with one
    #[arg(long, global = true, value_name = "NAME")]
    baseline: Option<String>,
    /// Take the table on the sheet called NAME, where SOURCE is a spreadsheet
    #[arg(long, global = true, value_name = "NAME")]
    sheet: Option<String>,
    /// Take the table in this range of cells, such as A1:F20
    #[arg(long, global = true, value_name = "CELLS")]
    range: Option<Area>,
    /// Whether each option of the table is a row or a column
    #[arg(long, global = true, value_name = "LINES", value_enum)]
    orientation: Option<Lines>,
    /// The language of what people read; files, JSON and CSV are the same in every language. Not offered while there is one
    /// language alone: for tests and for those who translate
    #[arg(long, global = true, hide = true, value_name = "LANGUAGE", value_parser = language())]
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

/// A decision with the weights that were asked for, and the name of where it comes from.
pub struct Opened {
    pub origin: String,
    pub document: Document,
}

impl Options {
    /// Makes the language that was asked for, or that of the system, the language of the program.
    pub fn speak(&self) {
        self.language.unwrap_or_else(Language::of_system).speak();
    }

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
        self.session(source).map(|session| Opened { origin: origin(source), document: session.into_document() })
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
    /// Also its compiled form; an error where that is an empty matrix, which nothing can be said about.
    pub fn compiled(self) -> Result<(Self, Problem), CliError> {
        let problem = Problem::of(&self.document);
        let has_criteria = !problem.criteria.is_empty();
        if has_criteria && !problem.alternatives.is_empty() {
            return Ok((self, problem));
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
