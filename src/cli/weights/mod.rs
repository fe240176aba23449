//! `weights`: weights from judgements, or from the scores.

mod report;

use clap::{ValueEnum, ValueHint};

use super::error::CliError;
use super::options::{self, Options};
use super::usage;
use super::words::{ArgumentHelp, CliWords, WeightsHelp};
use crate::elicit::{ElicitError, best_worst, critic, entropy, pairwise, points, rank_order, standard_deviation};
use crate::files::judgements;
use crate::model::{Priorities, Problem, RankFormula};
use report::{Consistency, Report};

/// The greatest number of ranks that is asked for by number alone.
const MAX_COUNT: usize = 1000;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(help = ArgumentHelp::WeightsKind.text(), value_name = "KIND", value_enum)]
    kind: Kind,
    #[arg(help = ArgumentHelp::WeightsArg.text(), value_name = "ARG", value_hint = ValueHint::FilePath)]
    arg: String,
    #[arg(help = ArgumentHelp::WeightsPriorities.text(), long, value_name = "HOW", value_enum)]
    priorities: Option<HowPriorities>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    #[value(help = WeightsHelp::Roc.text())]
    Roc,
    #[value(help = WeightsHelp::RankSum.text())]
    RankSum,
    #[value(help = WeightsHelp::RankReciprocal.text())]
    RankReciprocal,
    #[value(help = WeightsHelp::SumReciprocal.text())]
    SumReciprocal,
    #[value(help = WeightsHelp::Ahp.text())]
    Ahp,
    #[value(help = WeightsHelp::Bwm.text())]
    Bwm,
    #[value(help = WeightsHelp::Entropy.text())]
    Entropy,
    #[value(help = WeightsHelp::Critic.text())]
    Critic,
    #[value(help = WeightsHelp::StdDev.text())]
    StdDev,
    #[value(help = WeightsHelp::Equal.text())]
    Equal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum HowPriorities {
    Eigenvector,
    GeometricMean,
}

pub fn run(args: &Args, options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    if args.priorities.is_some() && args.kind != Kind::Ahp {
        return Err(usage(CliWords::PrioritiesForAhp).into());
    }
    let report = match args.kind {
        Kind::Roc => ranks("roc", &args.arg, RankFormula::Centroid)?,
        Kind::RankSum => ranks("rank-sum", &args.arg, RankFormula::RankSum)?,
        Kind::RankReciprocal => ranks("rank-reciprocal", &args.arg, RankFormula::RankReciprocal)?,
        Kind::SumReciprocal => ranks("sum-reciprocal", &args.arg, RankFormula::SumReciprocal)?,
        Kind::Ahp => ahp(&args.arg, args.priorities)?,
        Kind::Bwm => bwm(&args.arg)?,
        Kind::Entropy => decision("entropy", &args.arg, options, |problem| entropy::weights(problem, all(problem)))?,
        Kind::Critic => decision("critic", &args.arg, options, |problem| critic::weights(problem, all(problem)))?,
        Kind::StdDev => {
            decision("std-dev", &args.arg, options, |problem| standard_deviation::weights(problem, all(problem)))?
        }
        Kind::Equal => {
            decision("equal", &args.arg, options, |problem| points::weights(&vec![1.0; problem.criteria.len()]))?
        }
    };
    report.print(format)
}

fn ranks(kind: &'static str, count: &str, formula: RankFormula) -> Result<Report, CliError> {
    let count = count.trim().parse().ok().filter(|count| (1..=MAX_COUNT).contains(count));
    let count = count.ok_or_else(|| usage(CliWords::RanksAreCounted { kind, most: MAX_COUNT }))?;
    let weights = rank_order::weights(&vec![1; count], formula).map_err(at(kind))?;
    let names = (1..=count).map(|rank| rank.to_string()).collect();
    Ok(Report::new(kind, names, &weights, None))
}

fn ahp(file: &str, how: Option<HowPriorities>) -> Result<Report, CliError> {
    let comparisons = judgements::pairwise(file)?;
    let priorities = match how {
        None | Some(HowPriorities::Eigenvector) => Priorities::Eigenvector,
        Some(HowPriorities::GeometricMean) => Priorities::GeometricMean,
    };
    let weights = pairwise::weights(&comparisons, priorities).map_err(at(&options::origin(file)))?;
    let consistency = pairwise::consistency(&comparisons).map_err(at(&options::origin(file)))?;
    let names = comparisons.names();
    Ok(Report::new("ahp", names.to_vec(), &weights, Some(Consistency::of_pairs(&consistency, names))))
}

fn bwm(file: &str) -> Result<Report, CliError> {
    let judgement = judgements::best_worst(file)?;
    let solution = best_worst::solve(&judgement).map_err(at(&options::origin(file)))?;
    let consistency = Consistency::BestWorst { xi: solution.xi, cr: solution.consistency_ratio };
    Ok(Report::new("bwm", judgement.names, &solution.weights, Some(consistency)))
}

fn decision(
    kind: &'static str,
    source: &str,
    options: &Options,
    weigh: impl Fn(&Problem) -> Result<Vec<f64>, ElicitError>,
) -> Result<Report, CliError> {
    let opened = options.open(source)?;
    let problem = Problem::of(&opened.document);
    let weights = weigh(&problem).map_err(at(&opened.origin))?;
    Ok(Report::new(kind, problem.criteria.into_iter().map(|criterion| criterion.name).collect(), &weights, None))
}

fn all(problem: &Problem) -> std::ops::Range<usize> {
    0..problem.criteria.len()
}

fn at(origin: &str) -> impl FnOnce(ElicitError) -> CliError {
    move |fault| CliError::Elicit { origin: origin.to_owned(), fault }
}
