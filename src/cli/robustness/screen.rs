//! The result for people.

use anstyle::Style;

use super::Simulated;
use crate::analysis::explain;
use crate::analysis::robustness::Information;
use crate::cli::bars::{bar, bar_length, terminal_width};
use crate::cli::error::CliError;
use crate::cli::output::{self, plain};
use crate::cli::table::Table;
use crate::text::numbers::{percent, percent_to};

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
        writeln!(out, "SMAA-2; acceptabilities in percent\n")?;
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
            let ranks = standing.acceptability.iter().take(LISTED).map(|share| format!("{:3.0}", share * 100.0));
            let mut ranks: Vec<String> = ranks.collect();
            if standing.acceptability.len() > LISTED {
                ranks.push("…".into());
            }
            let option = self.problem.alternatives[row].clone();
            let (expected, confidence) = (standing.expected_rank, standing.confidence.unwrap_or_default());
            vec![option, ranks.join(" "), format!("{expected:.1}"), percent(confidence), percent(standing.first())]
        };
        let head = vec!["Option", "Rank 1, 2, …", "Expected rank", "Confidence", "First"];
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
    fn remarks(&self) -> Vec<String> {
        let result = &self.result;
        let weights: String = match self.information {
            Information::Free => "any weights".into(),
            Information::Ranked => "any weights in the order of those given".into(),
            Information::Within(distance) => format!("any weights within {distance} of those given"),
            Information::Limits(_) => "any weights within the limits".into(),
        };
        let limits: Vec<String> = self.limits.iter().map(|limit| plain(limit)).collect();
        let limits = if limits.is_empty() { String::new() } else { format!(" that meet {}", limits.join("; ")) };
        let error = percent_to(result.standard_error, 2);
        let samples = result.samples;
        let mut remarks = vec![format!(
            "{samples} samples of {weights}{limits}, seed {}; standard error at most {error}.",
            result.seed
        )];
        if result.is_coarse() {
            remarks.push("The samples are few; ask for more with --samples.".into());
        }
        remarks
    }
}
