//! `rank`: the ranking.

mod details;
mod json;
mod screen;

use std::io::{self, Write};

use super::error::CliError;
use super::options::{Opened, Options, ResultFormat};
use super::output;
use super::table::Table;
use super::words::Note;
use crate::files::formula::field;
use crate::methods::{Evaluation, Settings, evaluate};
use crate::model::{Document, Problem};

/// A ranking and what it was computed from.
struct Ranked {
    document: Document,
    problem: Problem,
    evaluation: Evaluation,
}

pub fn run(source: &str, options: &Options) -> Result<(), CliError> {
    print(options.open(source)?, options)
}

/// Prints the ranking of a decision that is open already.
pub fn print(opened: Opened, options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    let ranked = Ranked::of(opened, &options.settings())?;
    if ranked.problem.alternatives.len() == 1 {
        output::note(Note::NoOthers);
    }
    match format {
        ResultFormat::Json => output::json(&json::Report::of(&ranked)),
        ResultFormat::Csv => output::result(|out| ranked.write_csv(out)),
        ResultFormat::Markdown => ranked.markdown().print_markdown(),
        ResultFormat::Table => screen::print(&ranked),
    }
}

/// One line of the ranking.
#[derive(Clone, Copy)]
struct Place<'a> {
    rank: u32,
    /// The rank as it is printed: `1=` where it is shared.
    label: &'a str,
    option: &'a str,
    /// None where nothing is scored.
    score: Option<f64>,
    /// The share of the weight, 0 to 1, on criteria on which the option is scored.
    coverage: f64,
}

impl Ranked {
    fn of(opened: Opened, settings: &Settings) -> Result<Self, CliError> {
        let Opened { origin, document, problem } = opened.filled()?;
        let evaluation = evaluate(&problem, settings).map_err(|fault| CliError::Method { origin, fault })?;
        Ok(Self { document, problem, evaluation })
    }

    /// The options, best first.
    fn each<T>(&self, see: impl Fn(Place) -> T) -> Vec<T> {
        let evaluation = &self.evaluation;
        let place = |(alternative, rank): (usize, u32)| {
            see(Place {
                rank,
                label: &evaluation.ranking.label(alternative),
                option: &self.problem.alternatives[alternative],
                score: Some(evaluation.scores[alternative]).filter(|score| !score.is_nan()),
                coverage: evaluation.coverage[alternative],
            })
        };
        evaluation.ranking.iter().map(place).collect()
    }

    /// Writes it as CSV, in which no text can run as a formula: line by line, since there may be millions.
    fn write_csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let evaluation = &self.evaluation;
        writeln!(out, "rank,option,score,coverage")?;
        for (alternative, rank) in evaluation.ranking.iter() {
            write!(out, "{rank},{},", field(&self.problem.alternatives[alternative], ','))?;
            let score = evaluation.scores[alternative];
            if !score.is_nan() {
                write!(out, "{score}")?;
            }
            writeln!(out, ",{}", evaluation.coverage[alternative])?;
        }
        Ok(())
    }

    fn markdown(&self) -> Table<'static> {
        self.table(|place| {
            [place.label.to_owned(), place.option.to_owned(), full(place.score), full(Some(place.coverage))]
        })
    }

    fn table(&self, row: impl Fn(Place) -> [String; 4]) -> Table<'static> {
        Table {
            head: vec!["rank", "option", "score", "coverage"],
            words: 2,
            rows: self.each(|place| row(place).to_vec()),
        }
    }
}

/// All digits of a number.
fn full(x: Option<f64>) -> String {
    x.map(|x| x.to_string()).unwrap_or_default()
}
