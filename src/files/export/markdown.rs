//! A table in Markdown, to be read by people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::{Export, Task};
use crate::files::notation;
use crate::model::{Criterion, Direction, Document, Node, Scale, Score};

/// Writes title, question and the matrix, its columns aligned in the source as well.
pub struct Markdown;

impl Export for Markdown {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()> {
        let about = &task.document.about;
        if !about.title.is_empty() {
            writeln!(out, "# {}\n", line(&about.title))?;
        }
        if !about.question.is_empty() {
            writeln!(out, "{}\n", line(&about.question))?;
        }
        table(&rows(task.document), 1, out)
    }
}

/// The header, what is known of the criteria, and the options.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let leaves = document.leaves();
    let shares = document.outline().shares(&document.weights);
    let row = |head: &str, cells: Vec<String>| [vec![line(head)], cells].concat();
    let mut rows = vec![row("Option", leaves.iter().map(|leaf| line(&leaf.name)).collect())];
    let mut describe = |head: &str, cells: Vec<String>| {
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push([vec![format!("*{head}*")], cells].concat());
        }
    };
    let mut groups = Vec::new();
    collect_groups(&document.criteria, "", &mut groups);
    describe("Group", groups.iter().map(|group| line(group)).collect());
    describe("Weight", shares.into_iter().map(percent).collect());
    describe("Better", leaves.iter().map(|leaf| better(&leaf.scale)).collect());
    describe("Unit", leaves.iter().map(|leaf| line(leaf.scale.unit())).collect());
    describe("Scale", leaves.iter().map(|leaf| scale(&leaf.scale)).collect());
    for alternative in &document.alternatives {
        let score = |leaf: &&Criterion| {
            let cell = alternative.scores.get(&leaf.id);
            cell.and_then(|cell| cell.score).map(|score| text(score, &leaf.scale)).unwrap_or_default()
        };
        rows.push(row(&alternative.name, leaves.iter().map(score).collect()));
    }
    rows
}

/// For each criterion the names of the groups around it.
fn collect_groups(nodes: &[Node], path: &str, groups: &mut Vec<String>) {
    for node in nodes {
        match node {
            Node::Criterion(_) => groups.push(path.into()),
            Node::Group(group) => {
                let between = if path.is_empty() { "" } else { " / " };
                collect_groups(&group.children, &format!("{path}{between}{}", group.name), groups);
            }
        }
    }
}

/// A weight as people read it; the other formats have all its digits.
fn percent(share: f64) -> String {
    format!("{} %", (share * 1e4).round() / 1e2)
}

fn better(scale: &Scale) -> String {
    match scale.direction() {
        _ if scale.has_levels() => String::new(),
        Direction::Max => "higher".into(),
        Direction::Min => "lower".into(),
        Direction::Target(target) => format!("near {}", notation::number(target)),
    }
}

fn scale(scale: &Scale) -> String {
    if scale.has_levels() {
        let level = |level: crate::model::Level| format!("{} = {}", line(&level.name), notation::number(level.value));
        return scale.levels().into_iter().map(level).collect::<Vec<_>>().join(", ");
    }
    scale
        .ends()
        .map(|ends| format!("{} to {}", notation::number(ends.worst), notation::number(ends.best)))
        .unwrap_or_default()
}

fn text(score: Score, scale: &Scale) -> String {
    match score {
        Score::Level(id) => scale.level(id).map(|level| line(&level.name)).unwrap_or_default(),
        numbers => notation::score(numbers),
    }
}

/// `text` on one line, with what Markdown would take for its own marked as text.
#[must_use]
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.trim().replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\r' => line.push_str("<br>"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' => line.extend(['\\', letter]),
            letter => line.push(letter),
        }
    }
    line
}

/// Writes a table of escaped cells, the first row its header. So many columns of `words` from the left stand to the left;
/// figures stand to the right.
pub fn table(rows: &[Vec<String>], words: usize, out: &mut dyn Write) -> io::Result<()> {
    let columns = rows.first().map_or(0, Vec::len);
    // Three is the least that the line below the header needs.
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0).max(3);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for (at, row) in rows.iter().enumerate() {
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let space = " ".repeat(width - cell.width());
            if column < words { write!(out, "| {cell}{space} ")? } else { write!(out, "| {space}{cell} ")? }
        }
        writeln!(out, "|")?;
        if at == 0 {
            for (column, width) in widths.iter().enumerate() {
                let dashes = "-".repeat(width - 1);
                if column < words { write!(out, "| :{dashes} ")? } else { write!(out, "| {dashes}: ")? }
            }
            writeln!(out, "|")?;
        }
    }
    Ok(())
}
