//! `weights`: weights from judgements, or from the scores.

mod report;

use clap::{ValueEnum, ValueHint};

use super::error::CliError;
use super::options::{self, Options};
use super::usage;
use super::words::CliWords;
use crate::elicit::{ElicitError, best_worst, critic, entropy, pairwise, points, rank_order, standard_deviation};
use crate::files::judgements;
use crate::model::{Priorities, Problem, RankFormula};
use report::{Consistency, Report};

pub const EXAMPLES: &str = "\
Examples:
  counterpoise weights roc 5
  counterpoise weights ahp comparisons.csv
  counterpoise weights ahp comparisons.csv --priorities geometric-mean
  counterpoise weights bwm best-and-worst.csv --format json
  counterpoise weights entropy fighter-aircraft

Files:
  ahp FILE  a square CSV: names in the first row and column, ratios such as 3 or
            1/3 between them. One half is enough, and cells may stay empty
  bwm FILE  a CSV with a header of names and the rows best,NAME worst,NAME
            best-to-others,… others-to-worst,… with grades of 1 and more";

/// The greatest number of ranks that is asked for by number alone.
const MAX_COUNT: usize = 1000;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// How the weights come about
    #[arg(value_name = "KIND", value_enum)]
    kind: Kind,
    /// The number of ranks, a file of judgements (- for standard input), or a decision (a file, the id of a preset, or - for
    /// decision CSV on standard input)
    #[arg(value_name = "ARG", value_hint = ValueHint::FilePath)]
    arg: String,
    /// How pairwise comparisons become weights, for ahp [default: eigenvector]
    #[arg(long, value_name = "HOW", value_enum)]
    priorities: Option<HowPriorities>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Rank-order centroid, of so many ranks
    Roc,
    /// Rank sum, of so many ranks
    RankSum,
    /// Rank reciprocal, of so many ranks
    RankReciprocal,
    /// Sum of rank sum and reciprocal, of so many ranks
    SumReciprocal,
    /// Analytic hierarchy process: a file of pairwise comparisons
    Ahp,
    /// Best-worst method: a file of comparisons with the best and the worst
    Bwm,
    /// From the scores of a decision, by entropy
    Entropy,
    /// From the scores of a decision, by spread and correlation
    Critic,
    /// From the scores of a decision, by spread
    StdDev,
    /// The same for every criterion of a decision
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
