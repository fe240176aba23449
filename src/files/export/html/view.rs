//! The decision with all that the page shows of it.

use std::ops::Range;

use crate::analysis::{Model, crossover, explain};
use crate::model::{Criterion, Direction, Document, Node, Scale, Score};
use crate::text::{Counted, Message, numbers};

/// So many options are written as rows; the rest is in the data, from which the page shows it when asked. A browser lays
/// out a few thousand cells at once, not two million.
pub const ROWS: usize = 100;

/// A document, compiled and ranked.
pub struct View<'a> {
    pub document: &'a Document,
    /// In the order of the outline.
    pub nodes: Vec<&'a Node>,
    pub leaves: Vec<&'a Criterion>,
    pub model: Model,
}

impl<'a> View<'a> {
    pub fn of(document: &'a Document) -> Self {
        let mut nodes = Vec::new();
        for node in &document.criteria {
            node.visit(&mut |node| nodes.push(node));
        }
        Self { document, nodes, leaves: document.leaves(), model: Model::new(document.clone()) }
    }

    /// The lead in a few words.
    pub fn lead(&self) -> explain::LeadWords {
        explain::lead(&self.model)
    }

    /// What would change the answer.
    pub fn tip(&self) -> Message {
        explain::crossover(&self.model, &crossover::nearest(&self.model))
    }

    /// The options that are written as rows, best first.
    pub fn shown(&self) -> impl Iterator<Item = usize> {
        self.model.ranking().order().iter().take(ROWS).map(|&row| row as usize)
    }

    /// The same in the document's order.
    pub fn rows(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = self.shown().collect();
        rows.sort_unstable();
        rows
    }

    /// The names of the top-level nodes.
    pub fn branch_names(&self) -> impl Iterator<Item = &'a str> {
        self.document.criteria.iter().map(Node::name)
    }

    /// For a criterion its groups, as places in the outline, outermost first.
    pub fn path(&self, column: usize) -> Vec<usize> {
        let covers = |leaves: &Range<usize>| leaves.contains(&column);
        let entries = self.model.outline().entries().iter().enumerate();
        entries.filter(|(_, entry)| !entry.is_criterion && covers(&entry.leaves)).map(|(at, _)| at).collect()
    }

    /// What a criterion is measured in and between which ends, for example "8000–4000 EUR, lower is better".
    pub fn scale(&self, column: usize) -> String {
        let scale = &self.leaves[column].scale;
        match scale {
            Scale::YesNo { .. } => {
                let best = scale.levels().into_iter().max_by(|a, b| a.value.total_cmp(&b.value));
                return format!("{} is better", best.map_or_else(String::new, |level| level.name.to_lowercase()));
            }
            Scale::Levels(levels) => return Counted::Levels { count: levels.len() }.to_string(),
            Scale::Rating { .. } | Scale::Measure(_) => {}
        }
        let ends = self.model.problem().criteria[column].ends;
        // A dash before a minus would be misread.
        let between = if ends.is_some_and(|ends| ends.worst < 0.0 || ends.best < 0.0) { " to " } else { "–" };
        let ends = ends.map(|ends| [numbers::number(ends.worst), numbers::number(ends.best)].join(between));
        let unit = Some(scale.unit()).filter(|unit| !unit.is_empty());
        let range = [ends.as_deref(), unit].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let better = match (scale.direction(), scale) {
            (Direction::Min, _) => Some("lower is better".to_owned()),
            (Direction::Target(target), _) => Some(format!("best near {}", numbers::number(target))),
            (Direction::Max, Scale::Rating { .. }) => None,
            (Direction::Max, _) => Some("higher is better".to_owned()),
        };
        [Some(range).filter(|range| !range.is_empty()), better].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// A score in the room that a cell has.
pub fn figure(score: Score, scale: &Scale) -> String {
    match score {
        Score::Level(id) => scale.level(id).map(|level| level.name).unwrap_or_default(),
        Score::Range(low, high) => format!("{}–{}", numbers::number(low), numbers::number(high)),
        Score::Exact(x) | Score::Triangle(_, x, _) => numbers::number(x),
    }
}
