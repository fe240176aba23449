//! `flips`: what it would take to change the answer.

use anstyle::Style;
use serde::Serialize;
use serde_json::Value;

use super::error::CliError;
use super::names::pick;
use super::options::{Opened, Options, ResultFormat};
use super::output::{self, plain};
use super::table::Table;
use super::usage;
use super::words::{CliWords, Line, Note};
use crate::analysis::explain;
use crate::analysis::flips::{BreakEven, Flips, flips};
use crate::methods::{Normalization, evaluate, weighted_sum};
use crate::model::{Document, Outline, Problem, Scale};

/// Scores that are written out before the rest is counted.
const SHOWN: usize = 20;

#[derive(Serialize)]
struct Report<'a> {
    decision: &'a str,
    method: &'static str,
    normalization: &'static str,
    winner: Vec<&'a str>,
    options: Vec<OptionEntry<'a>>,
    scores: Vec<ScoreEntry<'a>>,
    /// How exactly break-even scores were searched for, as a share of the scale; left out where they are exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance: Option<f64>,
}

#[derive(Serialize)]
struct OptionEntry<'a> {
    option: &'a str,
    can_win: bool,
    largest_change: Option<f64>,
    total_change: Option<f64>,
    weights: Option<Vec<Weight<'a>>>,
    /// The smallest change of one weight, the others keeping their proportions.
    single: Option<SingleEntry<'a>>,
    /// False where missing scores make it the result of a search.
    exact: bool,
}

#[derive(Serialize)]
struct Weight<'a> {
    criterion: &'a str,
    weight: f64,
}

#[derive(Serialize)]
struct SingleEntry<'a> {
    criterion: &'a str,
    now: f64,
    to: f64,
}

#[derive(Serialize)]
struct ScoreEntry<'a> {
    option: &'a str,
    criterion: &'a str,
    now: Value,
    break_even: Value,
}

/// What was found, and on what.
struct Found {
    document: Document,
    outline: Outline,
    problem: Problem,
    normalization: Normalization,
    flips: Flips,
}

pub fn run(source: &str, options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    let settings = options.settings();
    if settings.method.id != weighted_sum::METHOD.id {
        return Err(usage(CliWords::OnlyWeightedSum { method: settings.method.id }).into());
    }
    let Opened { origin, document, problem } = options.open(source)?.filled()?;
    let outline = document.outline();
    let normalization = settings.normalization.unwrap_or_default();
    let flips = evaluate(&problem, &settings).and_then(|_| flips(&document, &outline, &problem, normalization));
    let flips = flips.map_err(|fault| CliError::Method { origin, fault })?;
    let found = Found { document, outline, problem, normalization, flips };
    if found.problem.alternatives.len() == 1 {
        output::note(Note::NothingChanges);
    }
    match format {
        ResultFormat::Json => output::json(&found.report()),
        ResultFormat::Csv => found.table().print_csv(),
        ResultFormat::Markdown => found.table().print_markdown(),
        ResultFormat::Table => found.screen(),
    }
}

impl Found {
    fn option(&self, row: usize) -> &str {
        &self.problem.alternatives[row]
    }

    fn criterion(&self, column: usize) -> &str {
        &self.problem.criteria[column].name
    }

    fn report(&self) -> Report<'_> {
        let leaves = self.document.leaves();
        let options = self.flips.alternatives.iter().enumerate().map(|(row, flip)| {
            let change = flip.change.as_ref();
            let weight =
                |(column, weight): (usize, &f64)| Weight { criterion: self.criterion(column), weight: *weight };
            let column = |at: usize| self.outline.entries()[at].leaves.start;
            OptionEntry {
                option: self.option(row),
                can_win: change.is_some(),
                largest_change: change.map(|change| change.largest),
                total_change: change.map(|change| change.total),
                weights: change.map(|change| change.weights.iter().enumerate().map(weight).collect()),
                single: flip.single.map(|single| SingleEntry {
                    criterion: self.criterion(column(single.at)),
                    now: single.now,
                    to: single.to,
                }),
                exact: flip.is_exact,
            }
        });
        let scores = self.flips.scores.iter().map(|found| {
            let scale = &leaves[found.criterion].scale;
            ScoreEntry {
                option: self.option(found.alternative),
                criterion: self.criterion(found.criterion),
                now: score(scale, found.now),
                break_even: score(scale, found.at),
            }
        });
        Report {
            decision: &self.document.about.title,
            method: weighted_sum::METHOD.id,
            normalization: self.normalization.id(),
            winner: pick(&self.problem.alternatives, &self.flips.winners),
            options: options.collect(),
            scores: scores.collect(),
            tolerance: self.flips.tolerance,
        }
    }

    /// One row for each option on each criterion, with all digits.
    fn table(&self) -> Table<'static> {
        let leaves = self.document.leaves();
        let text = |value: Value| match value {
            Value::Null => String::new(),
            Value::String(text) => text,
            number => number.to_string(),
        };
        let row = |found: &BreakEven| {
            let (row, column) = (found.alternative, found.criterion);
            let change = self.flips.alternatives[row].change.as_ref();
            let scale = &leaves[column].scale;
            let figure = |x: Option<f64>| x.map(|x| x.to_string()).unwrap_or_default();
            vec![
                self.option(row).to_owned(),
                self.criterion(column).to_owned(),
                if change.is_some() { "yes" } else { "no" }.to_owned(),
                figure(change.map(|change| change.total)),
                self.problem.weights[column].to_string(),
                figure(change.map(|change| change.weights[column])),
                text(score(scale, found.now)),
                text(score(scale, found.at)),
            ]
        };
        let head = vec![
            "option",
            "criterion",
            "can_win",
            "total_change",
            "weight",
            "nearest_weight",
            "score",
            "break_even_score",
        ];
        Table { head, words: 3, rows: self.flips.scores.iter().map(row).collect() }
    }

    fn screen(&self) -> Result<(), CliError> {
        let bold = Style::new().bold();
        let title = plain(&self.document.about.title);
        let winners = &self.flips.winners;
        let with_break_even: Vec<&BreakEven> = self.flips.scores.iter().filter(|found| found.at.is_some()).collect();
        output::styled(|out| {
            if !title.trim().is_empty() {
                writeln!(out, "{bold}{title}{bold:#}")?;
            }
            let (method, normalization) = (weighted_sum::METHOD.to_string(), self.normalization.to_string());
            writeln!(out, "{}\n\n{}", Line::Method { method, normalization }, Line::Weights)?;
            for (row, flip) in self.flips.alternatives.iter().enumerate() {
                write!(out, "  ")?;
                output::sentence(out, &explain::flip(&self.document, &self.problem.weights, winners, row, flip))?;
                if flip.change.is_some() && !winners.contains(&row) {
                    write!(out, " ")?;
                    output::sentence(out, &explain::single(&self.document, &self.outline, flip.single))?;
                }
                writeln!(out)?;
            }
            writeln!(out, "\n{}", Line::SingleScores)?;
            for found in with_break_even.iter().take(SHOWN) {
                write!(out, "  ")?;
                {
                    let holds = winners.contains(&found.alternative);
                    output::sentence(out, &explain::break_even(&self.document, found, holds))?;
                };
                writeln!(out)?;
            }
            match with_break_even.len() {
                0 => writeln!(out, "  {}", Line::NoSingleScore),
                n if n > SHOWN => writeln!(out, "  {}", Line::MoreScores { count: n - SHOWN }),
                _ => Ok(()),
            }
        })
    }
}

/// A score in its own unit: a number, a level's name, or null.
fn score(scale: &Scale, x: Option<f64>) -> Value {
    let Some(x) = x else { return Value::Null };
    let level = scale.levels().into_iter().find(|level| (level.value - x).abs() < 1e-9);
    level.map_or_else(|| Value::from(x), |level| Value::from(level.name))
}
