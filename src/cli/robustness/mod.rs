//! `robustness`: how far the ranking holds.

mod json;
mod limits;
mod screen;

use std::time::Duration;

use clap::ValueHint;
use indicatif::{ProgressBar, ProgressStyle};

use super::error::CliError;
use super::options::{Opened, Options, ResultFormat};
use super::table::Table;
use super::words::{ArgumentHelp, CliWords, Note};
use super::{output, usage};
use crate::analysis::known_weights;
use crate::analysis::robustness::{CHUNK, Information, Robustness, RobustnessError, Settings, Simulation};
use crate::elicit::limits::{Linear, contradiction};
use crate::model::{Document, Problem};
use crate::text::Language;
use limits::Limit;
pub use limits::LimitError;

/// Samples between two looks at how far it has come.
const SLICE: u32 = 16 * CHUNK;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(help = ArgumentHelp::Source.text(), value_name = "SOURCE", value_hint = ValueHint::FilePath)]
    pub source: String,
    #[arg(help = ArgumentHelp::RobustnessSamples.text(), long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(1..))]
    samples: u32,
    #[arg(help = ArgumentHelp::RobustnessSeed.text(), long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[arg(help = ArgumentHelp::RobustnessInformation.text(), long, value_name = "INFORMATION", default_value = "free")]
    information: Information,
    #[arg(help = ArgumentHelp::RobustnessLimits.text(), long = "limit", value_name = "LIMIT", allow_hyphen_values = true)]
    limits: Vec<Limit>,
    #[arg(help = ArgumentHelp::RobustnessKeptLimits.text(), long)]
    kept_limits: bool,
}

/// A result and what it was computed from.
struct Simulated<'a> {
    document: Document,
    problem: Problem,
    information: &'a Information,
    limits: &'a [String],
    result: Robustness,
}

pub fn run(args: &Args, options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    if !options.is_value_model() {
        return Err(usage(CliWords::OnlyValues).into());
    }
    let Opened { origin, document, problem } = options.open(&args.source)?.filled()?;
    let Args { samples, seed, information, .. } = args;
    let (names, known) = known(args, &document, &problem, &origin)?;
    let together = match &known[..] {
        [] => information.clone(),
        known => known_weights::all(problem.criteria.len(), known.iter().flatten()),
    };
    let settings = Settings { samples: *samples, seed: *seed, information: together };
    let result = simulate(&document, &problem, settings).map_err(|fault| {
        let conflict = contradiction(problem.criteria.len(), &known);
        match (&fault, &conflict[..]) {
            (RobustnessError::Infeasible, [_, ..]) => {
                CliError::Limits { origin, limits: conflict.iter().map(|&place| names[place].clone()).collect() }
            }
            _ => CliError::Robustness { origin, fault },
        }
    })?;
    let limits = names.get(1..).unwrap_or_default();
    let simulated = Simulated { document, problem, information, limits, result };
    match format {
        ResultFormat::Json => output::json(&json::Report::of(&simulated)),
        ResultFormat::Csv => simulated.table(|x| x.to_string()).print_csv(),
        ResultFormat::Markdown => simulated.table(|x| Language::OF_FILES.numbers().fixed(x, 3)).print_markdown(),
        ResultFormat::Table => screen::print(&simulated),
    }
}

/// What is known of the weights, where there are limits, and what it is called: the information first, then each of them.
fn known(
    args: &Args,
    document: &Document,
    problem: &Problem,
    origin: &str,
) -> Result<(Vec<String>, Vec<Vec<Linear>>), CliError> {
    let outline = document.outline();
    let mut limits = Vec::new();
    for limit in &args.limits {
        limits.push((limit.text.clone(), limit.conditions(document, &outline, origin)?));
    }
    if args.kept_limits {
        let kept = &document.judgements.limits;
        if kept.is_empty() {
            output::note(Note::KeepsNoLimits { origin: origin.to_owned() });
        }
        let conditions = |limit| Linear::of(&outline, limit).into_iter().collect();
        limits.extend(kept.iter().map(|limit| (limits::written(document, &outline, limit), conditions(limit))));
    }
    if limits.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let information = known_weights::conditions(&args.information, &problem.weights);
    Ok(std::iter::once((format!("--information {}", args.information), information)).chain(limits).unzip())
}

/// Shows on a terminal how far it has come, where that takes a while.
fn simulate(document: &Document, problem: &Problem, settings: Settings) -> Result<Robustness, RobustnessError> {
    let mut simulation = Simulation::new(document, problem, settings)?;
    // It draws on standard error, and nothing at all where that is no terminal.
    let bar = ProgressBar::new(simulation.progress().of).with_finish(indicatif::ProgressFinish::AndClear);
    bar.set_style(ProgressStyle::default_bar());
    bar.enable_steady_tick(Duration::from_millis(200));
    loop {
        let progress = simulation.run(SLICE);
        bar.set_position(progress.done);
        if progress.is_finished() {
            return Ok(simulation.result());
        }
    }
}

impl Simulated<'_> {
    /// A line for each option, best first.
    fn table(&self, figure: impl Fn(f64) -> String) -> Table<'static> {
        let result = &self.result;
        let row = |row: usize| {
            let standing = &result.standings[row];
            let ranks: Vec<String> = standing.acceptability.iter().map(|&share| figure(share)).collect();
            let option = self.problem.alternatives[row].clone();
            vec![
                option,
                ranks.join(" "),
                figure(standing.expected_rank),
                figure(standing.confidence.unwrap_or_default()),
            ]
        };
        Table {
            head: vec!["option", "acceptability of each rank", "expected rank", "confidence"],
            words: 2,
            rows: result.order().into_iter().map(row).collect(),
        }
    }
}
