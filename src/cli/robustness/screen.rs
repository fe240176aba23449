//! The result for people.

use anstyle::Style;

use super::Simulated;
use crate::analysis::explain;
use crate::analysis::robustness::Information;
use crate::cli::bars::{bar, bar_length, terminal_width};
use crate::cli::error::CliError;
use crate::cli::output::{self, plain};
use crate::cli::table::Table;
use crate::cli::words::{Head, Line};
use crate::text::numbers::{self, percent};
use crate::text::{List, PercentTo};

/// Ranks whose acceptabilities are listed before the rest is left out.
const LISTED: usize = 8;

/// The length of a bar where there is no terminal that tells its width.
const BAR: usize = 10;

pub fn print(simulated: &Simulated<'_>) -> Result<(), CliError> {
    let title = plain(&simulated.document.about.title);
    let bold = Style::new().bold();
    let table = simulated.screen(terminal_width());
    output::styled(|out| {
        if !title.trim().is_empty() {
            writeln!(out, "{bold}{title}{bold:#}")?;
        }
        writeln!(out, "{}\n", Line::InPercent)?;
        table.write(out, |row| if row == 0 { bold } else { Style::new() })?;
        writeln!(out)?;
        for sentence in explain::robustness(&simulated.problem, &simulated.result).iter().take(1) {
            writeln!(out, "{}", plain(&sentence.to_string()))?;
        }
        for remark in simulated.remarks() {
            writeln!(out, "{remark}")?;
        }
        Ok(())
    })
}

impl Simulated<'_> {
    fn screen(&self, line: Option<usize>) -> Table<'static> {
        let result = &self.result;
        let order = result.order();
        let row = |&row: &usize| {
            let standing = &result.standings[row];
            let ranks =
                standing.acceptability.iter().take(LISTED).map(|share| format!("{:>3}", numbers::value(*share)));
            let mut ranks: Vec<String> = ranks.collect();
            if standing.acceptability.len() > LISTED {
                ranks.push("…".into());
            }
            let option = self.problem.alternatives[row].clone();
            let (expected, confidence) = (standing.expected_rank, standing.confidence.unwrap_or_default());
            vec![option, ranks.join(" "), numbers::fixed(expected, 1), percent(confidence), percent(standing.first())]
        };
        let head = [Head::Option, Head::RanksListed, Head::ExpectedRank, Head::Confidence, Head::First]
            .map(Head::text)
            .to_vec();
        let mut table = Table { head, words: 1, rows: order.iter().map(row).collect() };
        if let Some(length) = line.map_or(Some(BAR), |line| bar_length(&table, line)) {
            table.head.push("");
            for (cells, &row) in table.rows.iter_mut().zip(&order) {
                cells.push(bar(result.standings[row].first(), length));
            }
        }
        table
    }

    /// What the figures rest on.
    fn remarks(&self) -> Vec<Line> {
        let result = &self.result;
        let weights = match *self.information {
            Information::Free => Line::AnyWeights,
            Information::Ranked => Line::AnyInOrder,
            Information::Within(distance) => Line::AnyWithin { distance },
            Information::Limits(_) => Line::AnyInLimits,
        };
        let (samples, seed, of) = (result.samples, result.seed.to_string(), weights.into());
        let error = PercentTo(result.standard_error, 2);
        let limits = List::semicolons(self.limits.iter().map(|limit| plain(limit)));
        let mut remarks = vec![if limits.items.is_empty() {
            Line::Samples { samples, seed, of, error }
        } else {
            Line::SamplesWithin { samples, seed, of, limits, error }
        }];
        if result.is_coarse() {
            remarks.push(Line::FewSamples);
        }
        remarks
    }
}
