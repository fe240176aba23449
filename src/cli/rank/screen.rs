//! The ranking for people.

use anstyle::Style;

use super::{Place, Ranked};
use crate::cli::bars::{bar, bar_length, terminal_width};
use crate::cli::error::CliError;
use crate::cli::output::{self, plain};
use crate::cli::table::Table;
use crate::cli::words::{Head, Line};
use crate::methods::{Better, Normalization, weighted_product, weighted_sum};
use crate::text::numbers;

pub fn print(ranked: &Ranked) -> Result<(), CliError> {
    let title = plain(&ranked.document.about.title);
    let bold = Style::new().bold();
    let table = ranked.screen(terminal_width());
    let is_first: Vec<bool> = ranked.each(|place| place.rank == 1 && place.score.is_some());
    output::styled(|out| {
        if !title.trim().is_empty() {
            writeln!(out, "{bold}{title}{bold:#}")?;
        }
        writeln!(out, "{}\n", ranked.method())?;
        table.write(out, |row| if is_first[row] { bold } else { Style::new() })?;
        for (at, remark) in ranked.remarks().into_iter().enumerate() {
            writeln!(out, "{}{remark}", if at == 0 { "\n" } else { "" })?;
        }
        Ok(())
    })
}

impl Ranked {
    /// True where scores run from 0 to 1 and are shown from 0 to 100.
    fn is_value(&self) -> bool {
        let is_mean = [&weighted_sum::METHOD, &weighted_product::METHOD].contains(&self.evaluation.method);
        is_mean && self.evaluation.normalization == Normalization::Value
    }

    fn method(&self) -> Line {
        let (method, normalization) = (self.evaluation.method.to_string(), self.evaluation.normalization.to_string());
        if self.is_value() {
            Line::MethodOfValues { method, normalization }
        } else {
            Line::Method { method, normalization }
        }
    }

    /// The table, with bars where `line` gives a width in cells that has room for them.
    fn screen(&self, line: Option<usize>) -> Table<'static> {
        let figures = Figures::of(self);
        let mut table = Table {
            head: [Head::Rank, Head::Option, Head::Score].map(Head::text).to_vec(),
            words: 2,
            rows: Vec::new(),
        };
        table.rows = self.each(|place| vec![place.label.to_owned(), place.option.to_owned(), figures.score(place)]);
        if self.is_partial() {
            table.head.push(Head::Coverage.text());
            for (row, coverage) in table.rows.iter_mut().zip(self.each(coverage)) {
                row.push(coverage);
            }
        }
        if let Some(length) = line.and_then(|line| bar_length(&table, line))
            && let Some(bars) = self.bars(length)
        {
            table.head.push("");
            for (row, bar) in table.rows.iter_mut().zip(bars) {
                row.push(bar);
            }
        }
        table
    }

    /// Bars in proportion to the scores, padded to `length` cells; none where scores are negative or all 0, or less is better.
    fn bars(&self, length: usize) -> Option<Vec<String>> {
        let scores = &self.evaluation.scores;
        let largest = scores.iter().copied().fold(0.0, f64::max);
        let full = if self.is_value() { 1.0 } else { largest };
        let drawable = self.evaluation.method.better == Better::Higher
            && largest > 0.0
            && largest.is_finite()
            && !scores.iter().any(|&score| score < 0.0);
        drawable.then(|| self.each(|place| bar(place.score.unwrap_or(0.0) / full, length)))
    }

    /// True where a score is missing that has weight.
    fn is_partial(&self) -> bool {
        self.evaluation.coverage.least() < 1.0
    }

    /// What the figures rest on.
    fn remarks(&self) -> Vec<Line> {
        let mut remarks = Vec::new();
        if self.is_partial() {
            remarks.push(Line::MissingLeftOut);
        }
        if self.document.alternatives.have_ranges() {
            remarks.push(Line::RangesCount);
        }
        remarks
    }
}

/// How scores are written: the same number of decimals for all.
struct Figures {
    factor: f64,
    /// None: with a power of ten.
    decimals: Option<usize>,
}

impl Figures {
    /// Two significant digits of the largest score, and up to three decimals more where options of different rank would
    /// read the same.
    fn of(ranked: &Ranked) -> Self {
        let factor = if ranked.is_value() { 100.0 } else { 1.0 };
        let places: Vec<(u32, f64)> =
            ranked.each(|place| place.score.map(|score| (place.rank, score * factor))).into_iter().flatten().collect();
        let largest = places.iter().map(|(_, score)| score.abs()).fold(0.0, f64::max);
        if largest != 0.0 && !(1e-6..1e12).contains(&largest) {
            return Self { factor, decimals: None };
        }
        let (mut least, mut leading) = (0, largest);
        while leading > 0.0 && leading < 9.5 {
            (least, leading) = (least + 1, leading * 10.0);
        }
        let differ = |decimals: &usize| {
            places.windows(2).all(|pair| {
                let [(rank, score), (next_rank, next)] = [pair[0], pair[1]];
                rank == next_rank || numbers::fixed(score, *decimals) != numbers::fixed(next, *decimals)
            })
        };
        Self { factor, decimals: (least..least + 3).find(differ).or(Some(least + 3)) }
    }

    fn score(&self, place: Place) -> String {
        let score = place.score.map_or(f64::NAN, |score| score * self.factor);
        match self.decimals {
            None => numbers::number(score),
            Some(decimals) => numbers::fixed(score, decimals),
        }
    }
}

/// A percentage; never 100 % where anything is missing.
fn coverage(place: Place) -> String {
    numbers::percent(if place.coverage < 1.0 { place.coverage.min(0.99) } else { 1.0 })
}
