//! `sensitivity`: what each weight decides.

use anstyle::Style;
use serde::Serialize;
use std::collections::BTreeMap;

use super::bars::{bar_length, span, terminal_width};
use super::error::CliError;
use super::names::{path, pick};
use super::options::{Opened, Options, ResultFormat};
use super::output::{self, plain};
use super::table::Table;
use super::words::{Head, Line, Note};
use crate::analysis::crossover::Crossover;
use crate::analysis::sensitivity::{Sensitivity, Stability, sensitivity};
use crate::methods::{Evaluation, evaluate};
use crate::model::{Document, Outline};
use crate::text::numbers::percent;
use crate::text::{List, Percent};

/// What was found, and on what.
struct Found {
    document: Document,
    outline: Outline,
    names: std::sync::Arc<[String]>,
    evaluation: Evaluation,
    sensitivity: Sensitivity,
}

#[derive(Serialize)]
struct Report<'a> {
    decision: &'a str,
    method: &'static str,
    normalization: &'static str,
    parameters: &'a BTreeMap<&'static str, f64>,
    winner: Vec<&'a str>,
    criteria: Vec<Entry<'a>>,
    groups: Vec<Entry<'a>>,
    /// False where changes were searched for, in steps of `step` of a weight's run, and placed within `tolerance`.
    exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance: Option<f64>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    criterion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    weight: f64,
    keeps_winner: [f64; 2],
    crossovers: Vec<Turn<'a>>,
    keeps_order: [f64; 2],
    range: [f64; 2],
    locked: bool,
}

#[derive(Serialize)]
struct Turn<'a> {
    weight: f64,
    from: Vec<&'a str>,
    to: Vec<&'a str>,
}

pub fn run(source: &str, options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    let found = Found::of(options.open(source)?, options)?;
    if found.names.len() == 1 {
        output::note(Note::NoWeightChanges);
    }
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
        let (outline, settings) = (document.outline(), options.settings());
        let both = evaluate(&problem, &settings)
            .and_then(|evaluation| Ok((evaluation, sensitivity(&problem, &outline, &document.locks, &settings)?)));
        let (evaluation, sensitivity) = both.map_err(|fault| CliError::Method { origin, fault })?;
        Ok(Self { document, outline, names: problem.alternatives, evaluation, sensitivity })
    }

    fn is_criterion(&self, node: &Stability) -> bool {
        self.outline.entries()[node.at].is_criterion
    }

    fn nodes(&self, criteria: bool) -> impl Iterator<Item = &Stability> {
        self.sensitivity.nodes.iter().filter(move |node| self.is_criterion(node) == criteria)
    }

    fn name(&self, node: &Stability) -> String {
        path(&self.document, &self.outline, node.at)
    }

    fn report(&self) -> Report<'_> {
        let ends = |range: &std::ops::RangeInclusive<f64>| [*range.start(), *range.end()];
        let entry = |node: &Stability| {
            let name = self.name(node);
            let (criterion, group) = if self.is_criterion(node) { (Some(name), None) } else { (None, Some(name)) };
            let turn = |crossover: &Crossover| Turn {
                weight: crossover.weight,
                from: pick(&self.names, &crossover.from),
                to: pick(&self.names, &crossover.to),
            };
            Entry {
                criterion,
                group,
                weight: node.weight,
                keeps_winner: ends(&node.keeps_winner),
                crossovers: node.crossovers.iter().map(turn).collect(),
                keeps_order: ends(&node.keeps_order),
                range: ends(&node.range),
                locked: node.is_locked,
            }
        };
        let search = self.sensitivity.search;
        Report {
            decision: &self.document.about.title,
            method: self.evaluation.method.id,
            normalization: self.evaluation.normalization.id(),
            parameters: &self.evaluation.parameters,
            winner: pick(&self.names, &self.sensitivity.winners),
            criteria: self.nodes(true).map(entry).collect(),
            groups: self.nodes(false).map(entry).collect(),
            exact: search.is_none(),
            step: search.map(|search| search.step),
            tolerance: search.map(|search| search.tolerance),
        }
    }

    /// One row a node, with all digits.
    fn table(&self) -> Table<'static> {
        let row = |node: &Stability| {
            let kind = if self.is_criterion(node) { "criterion" } else { "group" };
            let turn = |turn: &Crossover| {
                let who = |rows: &[usize]| pick(&self.names, rows).join(" + ");
                format!("{}: {} > {}", turn.weight, who(&turn.from), who(&turn.to))
            };
            let turns: Vec<String> = node.crossovers.iter().map(turn).collect();
            let ends = [node.keeps_winner.clone(), node.keeps_order.clone()];
            let ends = ends.into_iter().flat_map(|range| [*range.start(), *range.end()]);
            let figures = std::iter::once(node.weight).chain(ends).map(|x| x.to_string());
            [kind.to_owned(), self.name(node), turns.join("; ")].into_iter().chain(figures).collect()
        };
        let head = vec![
            "kind",
            "name",
            "crossovers",
            "weight",
            "keeps_winner_from",
            "keeps_winner_to",
            "keeps_order_from",
            "keeps_order_to",
        ];
        Table { head, words: 3, rows: self.nodes(true).chain(self.nodes(false)).map(row).collect() }
    }

    fn screen(&self) -> Result<(), CliError> {
        let bold = Style::new().bold();
        let nodes: Vec<&Stability> = self.nodes(true).chain(self.nodes(false)).collect();
        let table = self.short(&nodes, terminal_width());
        let title = plain(&self.document.about.title);
        let winners = pick(&self.names, &self.sensitivity.winners);
        let first = if winners.is_empty() { Line::NobodyFirst } else { Line::First { names: List::commas(winners) } };
        output::styled(|out| {
            if !title.trim().is_empty() {
                writeln!(out, "{bold}{title}{bold:#}")?;
            }
            let (method, normalization) =
                (self.evaluation.method.to_string(), self.evaluation.normalization.to_string());
            writeln!(out, "{}", Line::Method { method, normalization })?;
            output::sentence(out, &first.message())?;
            writeln!(out, "\n")?;
            table.write(out, |row| if self.is_criterion(nodes[row]) { Style::new() } else { Style::new().dimmed() })?;
            writeln!(out, "\n{}", Line::OneWeightMoves)?;
            if let Some(search) = self.sensitivity.search {
                writeln!(out, "{}", Line::SearchedInSteps { step: Percent(search.step) })?;
            }
            Ok(())
        })
    }

    /// Rounded figures, with a line of weights from 0 to 100 % where there is room for it.
    fn short(&self, nodes: &[&Stability], line: Option<usize>) -> Table<'static> {
        let interval = |range: &std::ops::RangeInclusive<f64>| {
            if range.start() >= range.end() { "–".into() } else { between(*range.start(), *range.end()) }
        };
        let row = |node: &&Stability| {
            let name = self.name(node) + if self.is_criterion(node) { "" } else { "/" };
            vec![
                name,
                self.beyond(node),
                percent(node.weight),
                interval(&node.keeps_winner),
                interval(&node.keeps_order),
            ]
        };
        let head = [Head::Criterion, Head::WhoComesThen, Head::Weight, Head::KeepsTheWinner, Head::KeepsTheOrder]
            .map(Head::text)
            .to_vec();
        let mut table = Table { head, words: 2, rows: nodes.iter().map(row).collect() };
        if let Some(length) = line.and_then(|line| bar_length(&table, line)) {
            table.head.push(Head::AllWeights.text());
            for (row, node) in table.rows.iter_mut().zip(nodes) {
                row.push(span(&node.keeps_winner, node.weight, length));
            }
        }
        table
    }

    /// Who follows below and above the weights that keep the winner.
    fn beyond(&self, node: &Stability) -> String {
        if node.is_locked {
            return Head::Locked.text().into();
        }
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        let who = |rows: &[usize]| List::commas(pick(&self.names, rows));
        let (from, to) = (*node.keeps_winner.start(), *node.keeps_winner.end());
        let below = node.crossovers.iter().rfind(|turn| near(turn.weight, from) && turn.weight <= node.weight);
        let above = node.crossovers.iter().find(|turn| near(turn.weight, to) && turn.weight >= node.weight);
        let below = below.map(|turn| Line::Below { weight: Percent(turn.weight), names: who(&turn.from) });
        let above = above.map(|turn| Line::Above { weight: Percent(turn.weight), names: who(&turn.to) });
        match (below, above) {
            (None, None) => Head::Nobody.text().into(),
            (Some(one), None) | (None, Some(one)) => one.to_string(),
            (Some(below), Some(above)) => Line::BelowAndAbove { below: below.into(), above: above.into() }.to_string(),
        }
    }
}

/// For example `12–40 %`.
fn between(from: f64, to: f64) -> String {
    let (from, to) = (percent(from), percent(to));
    format!("{}–{to}", from.trim_end_matches(['%', '\u{202F}']))
}
