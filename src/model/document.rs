//! The decision document: what is kept in a file.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Alternative, Alternatives, CellRef, Criterion, Dismissal, Ends, Id, Judgements, Node, Outline, Person, unique,
};

/// Points per node of the value tree, each relative to its siblings: 2 and 1 say the same as 66.7 and 33.3.
///
/// A node without an entry counts as zero; siblings that are all zero share equally.
pub type Points = BTreeMap<Id, f64>;

/// A decision: options, criteria in a value tree, scores and weights.
///
/// A copy shares the columns of scores. Every change is an [`Edit`](super::Edit), and gives the one that takes it back:
///
/// ```
/// use counterpoise::files;
/// use counterpoise::model::{Cell, Edit, Id, Score};
///
/// let mut document = files::open_source("security-guarantee")?;
/// let before = document.clone();
/// let (option, criterion) = (document.alternatives[0].id, document.leaves()[0].id);
/// let back = document.apply(Edit::SetCell { alternative: option, criterion, cell: Cell::of(Score::Exact(1.0)) })?;
/// assert_eq!(document.alternatives.score(0, criterion), Some(Score::Exact(1.0)));
/// document.apply(back)?;
/// assert_eq!(document, before);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Document {
    pub about: About,
    /// The value tree, top level first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Node>,
    #[serde(deserialize_with = "unique::map", skip_serializing_if = "Points::is_empty")]
    pub weights: Points,
    /// What the weights were made from.
    #[serde(skip_serializing_if = "Judgements::is_empty")]
    pub judgements: Judgements,
    /// Nodes whose overall weight stays when another one moves.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub locks: BTreeSet<Id>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub viewpoints: Vec<Viewpoint>,
    /// The viewpoint that the weights were last taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub viewpoint: Option<Id>,
    /// The matrix: options, and what each has on each criterion.
    #[serde(rename = "options", skip_serializing_if = "is_nobody")]
    pub alternatives: Alternatives,
    /// The option that the others are compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Id>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Worst and best of a criterion when its weight was last set by hand; None where it had none. A weight means the
    /// swing between these two.
    #[serde(deserialize_with = "unique::map", skip_serializing_if = "BTreeMap::is_empty")]
    pub weighed: BTreeMap<Id, Option<Ends>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dismissals: Vec<Dismissal>,
}

/// What the decision is about, in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct About {
    pub title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub question: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub context: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// Where something comes from: words, a link, or both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    pub text: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
}

/// A saved set of weights with a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Viewpoint {
    pub id: Id,
    pub name: String,
    #[serde(deserialize_with = "unique::map")]
    pub weights: Points,
}

impl Document {
    #[must_use]
    pub fn outline(&self) -> Outline {
        Outline::of(&self.criteria)
    }

    #[must_use]
    pub fn alternative(&self, id: Id) -> Option<&Alternative> {
        self.alternatives.place(id).map(|row| &self.alternatives[row])
    }

    /// The node `id` of the value tree, group or criterion.
    #[must_use]
    pub fn node(&self, id: Id) -> Option<&Node> {
        Node::find(&self.criteria, id)
    }

    /// The children of a group, or the top level; none where there is no such group.
    #[must_use]
    pub fn children_of(&self, parent: Option<Id>) -> &[Node] {
        parent.map_or(&self.criteria, |id| self.node(id).map_or(&[], Node::children))
    }

    #[must_use]
    pub fn criterion(&self, id: Id) -> Option<&Criterion> {
        self.node(id).and_then(Node::as_criterion)
    }

    /// The criteria from left to right: the leaves of the tree.
    #[must_use]
    pub fn leaves(&self) -> Vec<&Criterion> {
        let mut leaves = Vec::new();
        for node in &self.criteria {
            node.visit(&mut |node| leaves.extend(node.as_criterion()));
        }
        leaves
    }

    /// The cell of an option on a criterion, empty where nothing was entered.
    #[must_use]
    pub fn cell(&self, alternative: Id, criterion: Id) -> Option<CellRef<'_>> {
        self.alternatives.cell(self.alternatives.place(alternative)?, criterion)
    }

    #[must_use]
    pub fn viewpoint(&self, id: Id) -> Option<&Viewpoint> {
        self.viewpoints.iter().find(|viewpoint| viewpoint.id == id)
    }

    /// Gives points to every node that has none, in the weights and in every viewpoint: 1 where all its siblings are
    /// without, else 0. Files may leave points out; the rest of the program need not think of it.
    pub fn complete_weights(&mut self) {
        let criteria = std::mem::take(&mut self.criteria);
        self.point_sets().for_each(|points| complete(&criteria, points));
        self.criteria = criteria;
    }

    /// All points there are: the document's own, those of viewpoints, and those that people have given.
    pub(super) fn point_sets(&mut self) -> impl Iterator<Item = &mut Points> {
        let given = self.people.iter_mut().map(|person| &mut person.weights).filter(|points| !points.is_empty());
        let saved = self.viewpoints.iter_mut().map(|viewpoint| &mut viewpoint.weights);
        std::iter::once(&mut self.weights).chain(saved).chain(given)
    }

    /// A fresh id for a new option called `name`.
    #[must_use]
    pub fn fresh_alternative_id(&self, name: &str) -> Id {
        Id::fresh(name, |id| self.alternative(id).is_some())
    }

    /// A fresh id for a new criterion or group called `name`.
    #[must_use]
    pub fn fresh_node_id(&self, name: &str) -> Id {
        Id::fresh(name, |id| self.node(id).is_some())
    }

    /// A fresh id for a new viewpoint called `name`.
    #[must_use]
    pub fn fresh_viewpoint_id(&self, name: &str) -> Id {
        Id::fresh(name, |id| self.viewpoint(id).is_some())
    }
}

/// Gives points to some siblings and all below them, see [`Document::complete_weights`].
pub(super) fn complete(siblings: &[Node], points: &mut Points) {
    let none = siblings.iter().all(|node| !points.contains_key(&node.id()));
    for node in siblings {
        points.entry(node.id()).or_insert(if none { 1.0 } else { 0.0 });
        complete(node.children(), points);
    }
}

fn is_nobody(alternatives: &Alternatives) -> bool {
    alternatives.is_empty()
}
