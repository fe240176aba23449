//! `dominance`: who is beaten whatever the weights.

use anstyle::Style;
use serde::Serialize;

use super::error::CliError;
use super::names::pick;
use super::options::{Opened, Options, ResultFormat};
use super::output::{self, plain};
use super::table::Table;
use super::words::Line;
use crate::analysis::{dominance, explain, flips};
use crate::model::Document;

#[derive(Serialize)]
struct Report<'a> {
    decision: &'a str,
    dominates: Vec<[&'a str; 2]>,
    undominated: Vec<&'a str>,
    never_best: Vec<&'a str>,
    /// False where missing scores differ from option to option: then `never_best` was searched for.
    exact: bool,
}

/// What was found, options by their places.
struct Found {
    document: Document,
    names: std::sync::Arc<[String]>,
    pairs: Vec<(usize, usize)>,
    undominated: Vec<usize>,
    never_best: Vec<usize>,
    is_exact: bool,
}

pub fn run(source: &str, options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    let found = Found::of(options.open(source)?, options)?;
    match format {
        ResultFormat::Json => output::json(&found.report()),
        ResultFormat::Csv => found.table().print_csv(),
        ResultFormat::Markdown => found.table().print_markdown(),
        ResultFormat::Table => found.screen(),
    }
}

impl Found {
    fn of(opened: Opened, options: &Options) -> Result<Self, CliError> {
        let Opened { origin, document, problem } = opened.filled()?;
        let normalization = options.settings().normalization.unwrap_or_default();
        let values = normalization.normalize(&problem).map_err(|fault| CliError::Method { origin, fault })?;
        let pairs = dominance::pairs(&values);
        let undominated = dominance::undominated(values.rows(), &pairs);
        let never_best = flips::never_best(&values, &document.outline());
        let is_exact = values
            .iter()
            .all(|column| column.iter().all(|value| value.is_nan()) || !column.iter().any(|value| value.is_nan()));
        drop(values);
        Ok(Self { document, names: problem.alternatives, pairs, undominated, never_best, is_exact })
    }

    fn report(&self) -> Report<'_> {
        let name = |row: usize| self.names[row].as_str();
        Report {
            decision: &self.document.about.title,
            dominates: self.pairs.iter().map(|&(by, row)| [name(by), name(row)]).collect(),
            undominated: pick(&self.names, &self.undominated),
            never_best: pick(&self.names, &self.never_best),
            exact: self.is_exact,
        }
    }

    fn dominators(&self, row: usize) -> Vec<usize> {
        self.pairs.iter().filter(|(_, dominated)| *dominated == row).map(|(by, _)| *by).collect()
    }

    fn table(&self) -> Table<'static> {
        let yes = |is: bool| String::from(if is { "yes" } else { "no" });
        let row = |row: usize| {
            vec![
                self.names[row].clone(),
                yes(self.undominated.contains(&row)),
                yes(self.never_best.contains(&row)),
                pick(&self.names, &self.dominators(row)).join("; "),
            ]
        };
        let head = vec!["option", "undominated", "never_best", "dominated_by"];
        Table { words: head.len(), head, rows: (0..self.names.len()).map(row).collect() }
    }

    fn screen(&self) -> Result<(), CliError> {
        let bold = Style::new().bold();
        let title = plain(&self.document.about.title);
        // Those who can be chosen first, those who cannot be last.
        let place = |row: &usize| (self.never_best.contains(row), !self.undominated.contains(row));
        let mut rows: Vec<usize> = (0..self.names.len()).collect();
        rows.sort_by_key(place);
        let said =
            |row: usize| explain::dominance(&self.document, row, &self.dominators(row), self.never_best.contains(&row));
        output::styled(|out| {
            if !title.trim().is_empty() {
                writeln!(out, "{bold}{title}{bold:#}")?;
            }
            writeln!(out, "{}\n", Line::WhateverTheWeights)?;
            for row in rows {
                output::sentence(out, &said(row))?;
                writeln!(out)?;
            }
            if !self.is_exact {
                writeln!(out, "\n{}", Line::MissingCompared)?;
            }
            Ok(())
        })
    }
}
