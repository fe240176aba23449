//! What the page's script weighs: the model in one block, the options in others, a thousand at a time, so that neither
//! writer nor reader holds all of a large matrix twice.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;

use super::escape::InScript;
use super::view::View;
use crate::chart::Spread;
use crate::files::export::Task;
use crate::files::notation;
use crate::model::{Alternative, MustHave, Node, Score, Source};

/// Options in a block.
const BLOCK: usize = 1000;

#[derive(Serialize)]
struct Model<'a> {
    nodes: Vec<ModelNode<'a>>,
    /// Overall weights of the criteria, as the file has them.
    shares: &'a [f64],
    viewpoints: Vec<Viewpoint<'a>>,
    /// Place of the viewpoint that the weights were taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    viewpoint: Option<usize>,
    options: usize,
}

/// A group or a criterion, in the order of the outline.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ModelNode<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    about: &'a str,
    /// Place of the group around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<usize>,
    /// The criteria below: the first, and the one after the last.
    leaves: [usize; 2],
    branch: usize,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    locked: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    criterion: Option<ModelCriterion<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ModelCriterion<'a> {
    scale: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    unit: &'a str,
    /// Names of levels and what they are worth, 0 to 100.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<(String, f64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    must_have: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Link<'a>>,
}

#[derive(Serialize)]
struct Viewpoint<'a> {
    name: &'a str,
    shares: Vec<f64>,
}

#[derive(Serialize)]
struct ModelOption<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    about: &'a str,
    /// By criterion what the score is worth, 0 to 1; null where it is missing.
    values: Vec<Option<f64>>,
    /// By criterion the score as it was given.
    scores: Vec<String>,
    /// By place of the criterion, where more is known than the score.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    notes: BTreeMap<usize, Note<'a>>,
}

#[derive(Serialize)]
struct Note<'a> {
    /// Low, likely and high, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    spread: Option<(f64, Option<f64>, f64)>,
    #[serde(skip_serializing_if = "str::is_empty")]
    why: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Link<'a>>,
}

/// Words and where they lead.
type Link<'a> = (&'a str, &'a str);

/// Writes all blocks.
pub fn write(view: &View, task: &Task, out: &mut dyn Write) -> io::Result<()> {
    block("model", &model(view), out)?;
    let alternatives = &view.document.alternatives;
    for (at, options) in alternatives.chunks(BLOCK).enumerate() {
        task.progress.report(at * BLOCK, alternatives.len())?;
        let rows = options.iter().zip(at * BLOCK..);
        block("options", &rows.map(|(option, row)| model_option(view, option, row)).collect::<Vec<_>>(), out)?;
    }
    Ok(())
}

fn block(class: &str, data: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<script type=\"application/json\" class=\"{class}\">")?;
    data.serialize(&mut Serializer::with_formatter(&mut *out, InScript))?;
    writeln!(out, "</script>")
}

fn model<'a>(view: &'a View) -> Model<'a> {
    let document = view.document;
    let nodes = view.model.outline().entries().iter().zip(&view.nodes).map(|(entry, node)| ModelNode {
        name: node.name(),
        about: match node {
            Node::Group(group) => &group.description,
            Node::Criterion(criterion) => &criterion.description,
        },
        parent: entry.parent,
        leaves: [entry.leaves.start, entry.leaves.end],
        branch: entry.branch,
        locked: document.locks.contains(&entry.id),
        criterion: entry.is_criterion.then(|| criterion(view, entry.leaves.start)),
    });
    Model {
        nodes: nodes.collect(),
        shares: view.model.weights(),
        viewpoints: document
            .viewpoints
            .iter()
            .map(|viewpoint| Viewpoint {
                name: &viewpoint.name,
                shares: view.model.outline().shares(&viewpoint.weights),
            })
            .collect(),
        viewpoint: document.viewpoints.iter().position(|viewpoint| Some(viewpoint.id) == document.viewpoint),
        options: document.alternatives.len(),
    }
}

fn criterion<'a>(view: &'a View, column: usize) -> ModelCriterion<'a> {
    let criterion = view.leaves[column];
    let level = |id| criterion.scale.level(id).map(|level| level.name).unwrap_or_default();
    ModelCriterion {
        scale: view.scale(column),
        unit: criterion.scale.unit(),
        levels: criterion.scale.levels().into_iter().map(|level| (level.name, level.value)).collect(),
        must_have: criterion.must_have.map(|limit| match limit {
            MustHave::AtLeast(limit) => format!("at least {}", notation::number(limit)),
            MustHave::AtMost(limit) => format!("at most {}", notation::number(limit)),
            MustHave::Level(id) => format!("{} or better", level(id)),
        }),
        sources: links(&criterion.sources),
    }
}

fn model_option<'a>(view: &View<'a>, option: &'a Alternative, row: usize) -> ModelOption<'a> {
    let (mut scores, mut notes) = (Vec::with_capacity(view.leaves.len()), BTreeMap::new());
    for (column, leaf) in view.leaves.iter().enumerate() {
        let cell = view.document.alternatives.cell(row, leaf.id);
        scores.push(match cell.and_then(|cell| cell.score) {
            None => String::new(),
            Some(Score::Level(id)) => leaf.scale.level(id).map(|level| level.name).unwrap_or_default(),
            Some(score) => notation::score(score),
        });
        let Some(cell) = cell else { continue };
        let spread = spread(view, cell.score, column).map(|spread| (spread.low, spread.likely, spread.high));
        if spread.is_some() || !cell.rationale.is_empty() || !cell.evidence.is_empty() {
            notes.insert(column, Note { spread, why: cell.rationale, evidence: links(cell.evidence) });
        }
    }
    let value = |column| Some(view.model.problem().values.get(row, column)).filter(|value| !value.is_nan());
    ModelOption {
        name: &option.name,
        about: &option.description,
        values: (0..view.leaves.len()).map(value).collect(),
        scores,
        notes,
    }
}

/// What a score may be worth, where that is not one figure.
pub fn spread(view: &View, score: Option<Score>, column: usize) -> Option<Spread> {
    let score = score.filter(|score| matches!(score, Score::Range(..) | Score::Triangle(..)))?;
    Spread::of(score, &view.leaves[column].scale, view.model.problem().criteria[column].ends?)
        .filter(|spread| !spread.is_exact())
}

fn links(sources: &[Source]) -> Vec<Link<'_>> {
    sources.iter().map(|source| (source.text.as_str(), source.link.as_str())).collect()
}
