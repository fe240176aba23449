//! Weights, and how far the judgements behind them agree, for people and programs.

use anstyle::Style;
use serde::Serialize;

use crate::cli::error::CliError;
use crate::cli::options::ResultFormat;
use crate::cli::output;
use crate::cli::table::Table;
use crate::cli::words::{Head, Line};
use crate::elicit::pairwise;
use crate::text::{Fixed, numbers};

#[derive(Debug, Serialize)]
pub struct Report {
    kind: &'static str,
    weights: Vec<Weight>,
    consistency: Option<Consistency>,
}

#[derive(Debug, Serialize)]
struct Weight {
    criterion: String,
    weight: f64,
}

/// How far judgements agree.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Consistency {
    Pairs { lambda_max: f64, ci: f64, cr: Option<f64>, circular_triads: usize, worst: Option<Worst> },
    BestWorst { xi: f64, cr: f64 },
}

/// The comparison that the others contradict most.
#[derive(Debug, Serialize)]
pub struct Worst {
    criterion: String,
    compared_with: String,
    ratio: f64,
    fitting_ratio: f64,
    cr_then: Option<f64>,
}

impl Consistency {
    pub fn of_pairs(consistency: &pairwise::Consistency, names: &[String]) -> Self {
        let worst = consistency.worst.map(|outlier| {
            // Said from the side that was said to matter more.
            let ((one, other), turned) = (outlier.pair, outlier.given < 1.0);
            let [more, less] = if turned { [other, one] } else { [one, other] };
            let ratio = |ratio: f64| if turned { 1.0 / ratio } else { ratio };
            Worst {
                criterion: names[more].clone(),
                compared_with: names[less].clone(),
                ratio: ratio(outlier.given),
                fitting_ratio: ratio(outlier.fitting),
                cr_then: outlier.ratio_then,
            }
        });
        let pairwise::Consistency { lambda_max, index, ratio, circular_triads, .. } = *consistency;
        Self::Pairs { lambda_max, ci: index, cr: ratio, circular_triads, worst }
    }

    /// The same in sentences.
    fn remarks(&self) -> Vec<Line> {
        match self {
            Self::Pairs { lambda_max, ci, cr, circular_triads, worst } => {
                let (index, eigenvalue) = (Fixed(*ci, 3), Fixed(*lambda_max, 3));
                let mut remarks = vec![match cr {
                    Some(cr) => Line::Consistency { ratio: Fixed(*cr, 3), index, eigenvalue },
                    None => Line::NoConsistency { index, eigenvalue },
                }];
                if *circular_triads > 0 {
                    remarks.push(Line::Circles { count: *circular_triads });
                }
                if let Some(Worst { criterion, compared_with, ratio, fitting_ratio, cr_then }) = worst {
                    let (criterion, other) = (criterion.clone(), compared_with.clone());
                    let (given, fitting) = (Fixed(*ratio, 2), Fixed(*fitting_ratio, 2));
                    remarks.push(match cr_then {
                        Some(then) => Line::FitsLeastThen { criterion, other, given, fitting, ratio: Fixed(*then, 3) },
                        None => Line::FitsLeast { criterion, other, given, fitting },
                    });
                }
                remarks
            }
            Self::BestWorst { xi, cr } => vec![Line::Deviation { deviation: Fixed(*xi, 3), ratio: Fixed(*cr, 3) }],
        }
    }
}

impl Report {
    /// `weights` of the criteria called `names`.
    pub fn new(kind: &'static str, names: Vec<String>, weights: &[f64], consistency: Option<Consistency>) -> Self {
        let weights = names.into_iter().zip(weights).map(|(criterion, &weight)| Weight { criterion, weight }).collect();
        Self { kind, weights, consistency }
    }

    pub fn print(&self, format: ResultFormat) -> Result<(), CliError> {
        let full = |weight: f64| weight.to_string();
        match format {
            ResultFormat::Json => output::json(self),
            ResultFormat::Csv => self.table(["criterion", "weight"], full).print_csv(),
            ResultFormat::Markdown => self.table(["criterion", "weight"], full).print_markdown(),
            ResultFormat::Table => {
                let table = self
                    .table([Head::Criterion, Head::Weight].map(Head::text), |weight| numbers::percent_to(weight, 1));
                let remarks = self.consistency.as_ref().map(Consistency::remarks).unwrap_or_default();
                output::styled(|out| {
                    table.write(out, |_| Style::new())?;
                    for (at, remark) in remarks.iter().enumerate() {
                        writeln!(out, "{}{}", if at == 0 { "\n" } else { "" }, output::plain(&remark.to_string()))?;
                    }
                    Ok(())
                })
            }
        }
    }

    fn table(&self, head: [&'static str; 2], figure: impl Fn(f64) -> String) -> Table<'static> {
        let rows = self.weights.iter().map(|weight| vec![weight.criterion.clone(), figure(weight.weight)]).collect();
        Table { head: head.to_vec(), words: 1, rows }
    }
}
