//! `compare`: every method that fits, side by side.

use std::collections::BTreeMap;

use serde::Serialize;

use super::error::CliError;
use super::options::{Opened, Options, ResultFormat};
use super::output::{self, plain};
use super::table::Table;
use super::usage;
use super::words::{CliWords, Head, Line};
use crate::analysis::agreement::Agreement;
use crate::analysis::agreement::sources::{Source, sources};
use crate::analysis::explain;
use crate::methods::Method;
use crate::model::Problem;
use crate::text::{Language, List, Message, numbers};

#[derive(Serialize)]
struct Report<'a> {
    methods: Vec<Opinion<'a>>,
    agreement: Tables<'a>,
    borda: ByOption<'a, f64>,
    copeland: ByOption<'a, f64>,
    sources: Vec<SourceOf>,
    /// Methods that do not fit, and why.
    unfit: Vec<Unfit>,
}

type ByOption<'a, T> = BTreeMap<&'a str, T>;

#[derive(Serialize)]
struct Opinion<'a> {
    method: &'static str,
    normalization: &'static str,
    ranks: ByOption<'a, u32>,
}

#[derive(Serialize)]
struct Tables<'a> {
    spearman: &'a [Vec<f64>],
    kendall_tau_b: &'a [Vec<f64>],
    weighted_spearman: &'a [Vec<f64>],
    ws: &'a [Vec<f64>],
}

#[derive(Serialize)]
struct SourceOf {
    choice: &'static str,
    kendall_tau_b: f64,
    decides: bool,
}

#[derive(Serialize)]
struct Unfit {
    method: &'static str,
    reason: String,
}

pub fn run(source: &str, options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    if options.chooses_method() {
        return Err(usage(CliWords::MethodsAreAsked).into());
    }
    let Opened { document, problem, .. } = options.open(source)?.filled()?;
    let agreement = Agreement::of(&problem, options.settings().normalization);
    let sources = sources(&problem);
    match format {
        ResultFormat::Json => output::json(&report(&problem, &agreement, &sources)),
        ResultFormat::Csv => full(&problem, &agreement).print_csv(),
        ResultFormat::Markdown => full(&problem, &agreement).print_markdown(),
        ResultFormat::Table => screen(&document.about.title, &problem, &agreement, &sources),
    }
}

fn report<'a>(problem: &'a Problem, agreement: &'a Agreement, sources: &[Source]) -> Report<'a> {
    let names = || problem.alternatives.iter().map(String::as_str);
    let opinions = agreement.opinions.iter().map(|opinion| Opinion {
        method: opinion.method.id,
        normalization: opinion.normalization.id(),
        ranks: names().enumerate().map(|(row, name)| (name, opinion.ranking.rank(row))).collect(),
    });
    let source = |source: &Source| SourceOf {
        choice: source.choice.id(),
        kendall_tau_b: source.agreement,
        decides: source.decides,
    };
    let unfit = agreement.unfit.iter().map(|(method, error)| Unfit {
        method: method.id,
        reason: error.message().with_remedy().in_language(Language::English),
    });
    Report {
        methods: opinions.collect(),
        agreement: Tables {
            spearman: &agreement.spearman,
            kendall_tau_b: &agreement.kendall_tau_b,
            weighted_spearman: &agreement.weighted_spearman,
            ws: &agreement.ws,
        },
        borda: names().zip(agreement.borda.iter().copied()).collect(),
        copeland: names().zip(agreement.copeland.iter().copied()).collect(),
        sources: sources.iter().map(source).collect(),
        unfit: unfit.collect(),
    }
}

/// One line a method, a column an option.
fn full<'a>(problem: &'a Problem, agreement: &Agreement) -> Table<'a> {
    let head = ["method", "normalization"].into_iter().chain(problem.alternatives.iter().map(String::as_str));
    let rows = agreement.opinions.iter().map(|opinion| {
        let ranks = (0..problem.alternatives.len()).map(|row| opinion.ranking.rank(row).to_string());
        [opinion.method.id.to_owned(), opinion.normalization.id().to_owned()].into_iter().chain(ranks).collect()
    });
    Table { head: head.collect(), words: 2, rows: rows.collect() }
}

/// One line an option and a column a method would be wider than a screen: methods down, options across, by number.
fn screen(title: &str, problem: &Problem, agreement: &Agreement, sources: &[Source]) -> Result<(), CliError> {
    let numbers: Vec<String> = (1..=problem.alternatives.len()).map(|number| format!("{number}.")).collect();
    let mut head = vec![Head::Method.text(), Head::Tau.text()];
    head.extend(numbers.iter().map(String::as_str));
    let rows = agreement.opinions.iter().enumerate().map(|(at, opinion)| {
        let tau = agreement.kendall_tau_b.first().map_or(1.0, |first| first[at]);
        let ranks = (0..problem.alternatives.len()).map(|row| opinion.ranking.label(row));
        [opinion.method.name.text().to_owned(), numbers::fixed(tau, 2)].into_iter().chain(ranks).collect()
    });
    let table = Table { head, words: 1, rows: rows.collect() };
    output::styled(|out| {
        if !title.trim().is_empty() {
            writeln!(out, "{}", plain(title))?;
        }
        for (number, name) in numbers.iter().zip(problem.alternatives.iter()) {
            writeln!(out, "{number:>4} {}", plain(name))?;
        }
        writeln!(out)?;
        table.write(out, |_| anstyle::Style::new())?;
        writeln!(out, "\n{}", Line::Tau)?;
        for sentence in explain::agreement(problem, agreement, sources) {
            writeln!(out, "{}", plain(&sentence.to_string()))?;
        }
        for line in left_out(agreement) {
            writeln!(out, "{}", plain(&line.to_string()))?;
        }
        Ok(())
    })
}

/// Why methods do not fit, each reason once.
fn left_out(agreement: &Agreement) -> Vec<Line> {
    let mut reasons: Vec<(String, Message, Vec<&Method>)> = Vec::new();
    for &(method, ref error) in &agreement.unfit {
        let message = error.message().with("method", method.name);
        let reason = error.message().with("method", "").with_remedy().to_string();
        match reasons.iter_mut().find(|(known, ..)| *known == reason) {
            Some((.., methods)) => methods.push(method),
            None => reasons.push((reason, message, vec![method])),
        }
    }
    let line = |(_, reason, methods): (String, Message, Vec<&Method>)| {
        let remedy = reason.remedy().unwrap_or_else(|| reason.clone());
        match &methods[1..] {
            [] => Line::LeftOut { reason, remedy },
            others => {
                Line::LeftOutToo { reason, remedy, methods: List::commas(others.iter().map(|method| method.name)) }
            }
        }
    };
    reasons.into_iter().map(line).collect()
}
