//! The matrix as a table to be read: what Markdown and the clipboard show.

use crate::files::notation;
use crate::model::{Criterion, Direction, Document, Level, Node, Scale, Score};

/// A row: what it is called, and a cell for each criterion.
pub struct Row {
    pub kind: Kind,
    pub head: String,
    pub cells: Vec<String>,
}

/// What a row holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The names of the criteria.
    Names,
    /// What is known of the criteria.
    About,
    /// The scores of an option.
    Option,
}

/// The names of the criteria, what is known of them, and the options.
pub fn rows(document: &Document) -> Vec<Row> {
    let leaves = document.leaves();
    let shares = document.outline().shares(&document.weights);
    let names = leaves.iter().map(|leaf| leaf.name.clone()).collect();
    let mut rows = vec![Row { kind: Kind::Names, head: "Option".into(), cells: names }];
    let mut about = |head: &str, cells: Vec<String>| {
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { kind: Kind::About, head: head.into(), cells });
        }
    };
    let mut groups = Vec::new();
    collect_groups(&document.criteria, "", &mut groups);
    about("Group", groups);
    about("Weight", shares.into_iter().map(percent).collect());
    about("Better", leaves.iter().map(|leaf| better(&leaf.scale)).collect());
    about("Unit", leaves.iter().map(|leaf| leaf.scale.unit().to_owned()).collect());
    about("Scale", leaves.iter().map(|leaf| scale(&leaf.scale)).collect());
    for (row, alternative) in document.alternatives.iter().enumerate() {
        let score = |leaf: &&Criterion| {
            let score = document.alternatives.score(row, leaf.id);
            score.map(|score| text(score, &leaf.scale)).unwrap_or_default()
        };
        let cells = leaves.iter().map(score).collect();
        rows.push(Row { kind: Kind::Option, head: alternative.name.clone(), cells });
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
        let level = |level: Level| format!("{} = {}", level.name.trim(), notation::number(level.value));
        return scale.levels().into_iter().map(level).collect::<Vec<_>>().join(", ");
    }
    scale
        .ends()
        .map(|ends| format!("{} to {}", notation::number(ends.worst), notation::number(ends.best)))
        .unwrap_or_default()
}

fn text(score: Score, scale: &Scale) -> String {
    match score {
        Score::Level(id) => scale.level(id).map(|level| level.name).unwrap_or_default(),
        numbers => notation::score(numbers),
    }
}
