//! Criteria and groups: add, describe, duplicate, delete, reorder.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::options::{described, free_name};
use super::perform::{Planned, adding, nothing, step};
use super::{NewName, Session, StepName};
use crate::model::{Criterion, Direction, Edit, EditError, Ends, Graft, Group, Id, Level, Node, Scale, Score};

/// What to add to the value tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NodeKind {
    Criterion,
    Group,
}

impl Session {
    pub(super) fn plan_add_node(&self, kind: NodeKind, parent: Option<Id>, at: usize) -> Planned {
        let (label, wish) = match kind {
            NodeKind::Criterion => (StepName::AddCriterion, NewName::Criterion),
            NodeKind::Group => (StepName::AddGroup, NewName::Group),
        };
        let names = self.node_names();
        let name = free_name(wish.text(), |name| names.contains(name));
        let id = self.document.fresh_node_id(&name);
        let node = match kind {
            NodeKind::Criterion => Node::Criterion(Criterion::new(id, name)),
            NodeKind::Group => Node::Group(Group { id, name, description: String::new(), children: Vec::new() }),
        };
        let at = at.min(self.document.children_of(parent).len());
        adding(id, label, Edit::InsertNode(Box::new(Graft::new(&self.document, node, parent, at))))
    }

    pub(super) fn plan_duplicate_node(&self, id: Id) -> Planned {
        let (parent, at) = self.document.node_place(id)?;
        let original = self.document.node(id).ok_or(EditError::Unknown(id))?.clone();
        let label = StepName::Duplicate { name: original.name().to_owned() };
        let mut renamed = Vec::new();
        let mut names = self.node_names();
        let copy = self.copy_node(&original, &mut names, &mut renamed);
        let new = copy.id();
        let mut graft = Graft::new(&self.document, copy, parent, at + 1);
        for (old, new) in renamed {
            if let Some(own) = self.document.weights.get(&old) {
                graft.weights.insert(new, *own);
            }
            for viewpoint in &self.document.viewpoints {
                if let Some(own) = viewpoint.weights.get(&old) {
                    graft.viewpoints.entry(viewpoint.id).or_default().insert(new, *own);
                }
            }
            if let Some(column) = self.document.alternatives.column(old) {
                graft.columns.insert(new, column.clone());
            }
        }
        adding(new, label, Edit::InsertNode(Box::new(graft)))
    }

    /// A copy with ids and names of its own; `names` are those that are taken, `renamed` collects old and new ids.
    fn copy_node(&self, original: &Node, names: &mut HashSet<String>, renamed: &mut Vec<(Id, Id)>) -> Node {
        let name = free_name(original.name(), |name| names.contains(name));
        names.insert(name.clone());
        let id =
            Id::fresh(&name, |id| self.document.node(id).is_some() || renamed.iter().any(|(_, taken)| *taken == id));
        renamed.push((original.id(), id));
        match original {
            Node::Criterion(criterion) => Node::Criterion(Criterion { id, name, ..criterion.clone() }),
            Node::Group(group) => Node::Group(Group {
                id,
                name,
                description: group.description.clone(),
                children: group.children.iter().map(|child| self.copy_node(child, names, renamed)).collect(),
            }),
        }
    }

    pub(super) fn plan_delete_node(&self, id: Id) -> Planned {
        let name = self.document.node(id).ok_or(EditError::Unknown(id))?.name();
        step(StepName::Delete { name: name.to_owned() }, Edit::RemoveNode(id))
    }

    pub(super) fn plan_shift_node(&self, id: Id, by: isize) -> Planned {
        let (parent, at) = self.document.node_place(id)?;
        let to = at.saturating_add_signed(by).min(self.document.children_of(parent).len() - 1);
        if to == at { nothing() } else { self.plan_move_node(id, parent, to) }
    }

    pub(super) fn plan_move_node(&self, id: Id, parent: Option<Id>, to: usize) -> Planned {
        let name = self.document.node(id).ok_or(EditError::Unknown(id))?.name();
        let place = self.document.node_place(id)?;
        let room = self.document.children_of(parent).len();
        let to = to.min(if place.0 == parent { room.saturating_sub(1) } else { room });
        if place == (parent, to) {
            return nothing();
        }
        step(StepName::Move { name: name.to_owned() }, Edit::MoveNode { id, parent, to })
    }

    pub(super) fn plan_move_out(&self, id: Id) -> Planned {
        let (Some(group), _) = self.document.node_place(id)? else { return nothing() };
        let (parent, at) = self.document.node_place(group)?;
        self.plan_move_node(id, parent, at + 1)
    }

    /// Place of a node among its siblings and how many they are.
    #[must_use]
    pub fn node_among(&self, id: Id) -> Option<(usize, usize)> {
        let (parent, at) = self.document.node_place(id).ok()?;
        Some((at, self.document.children_of(parent).len()))
    }

    /// The group just before a node, among its siblings.
    #[must_use]
    pub fn group_before(&self, id: Id) -> Option<Id> {
        let (parent, at) = self.document.node_place(id).ok()?;
        self.document.children_of(parent)[..at].last().and_then(Node::as_group).map(|group| group.id)
    }

    pub(super) fn plan_describe_group(&self, id: Id, name: String, description: String) -> Planned {
        let old = self.document.node(id).and_then(Node::as_group).ok_or(EditError::Unknown(id))?;
        if old.name == name && old.description == description {
            return nothing();
        }
        let label = described(&old.name, &name);
        step(label, Edit::DescribeGroup { id, name, description })
    }

    pub(super) fn plan_set_criterion(&self, criterion: Criterion) -> Planned {
        let id = criterion.id;
        let old = self.document.criterion(id).ok_or(EditError::Unknown(id))?;
        let label = match old {
            old if *old == criterion => return nothing(),
            old if old.name != criterion.name => described(&old.name, &criterion.name),
            old if old.scale != criterion.scale => StepName::ChangeScale { criterion: criterion.name.clone() },
            _ => described(&old.name, &criterion.name),
        };
        let scores = self.document.alternatives.scores(id);
        let ends =
            old.scale.ends().or_else(|| old.scale.local_ends(scores.filter_map(|score| score.point(&old.scale))));
        let mut edits = Vec::new();
        let mut refill = Vec::new();
        for (row, alternative) in self.document.alternatives.iter().enumerate() {
            let Some(cell) = self.document.alternatives.cell(row, id) else { continue };
            let Some(score) = cell.score.filter(|score| score.fault(&criterion.scale).is_some()) else { continue };
            let mut carried = cell.to_cell();
            carried.score = ends.and_then(|ends| carry(score, &old.scale, ends, &criterion.scale));
            let mut empty = cell.to_cell();
            empty.score = None;
            edits.push(Edit::SetCell { alternative: alternative.id, criterion: id, cell: empty });
            refill.push(Edit::SetCell { alternative: alternative.id, criterion: id, cell: carried });
        }
        let change = Edit::SetCriterion(Box::new(criterion));
        if edits.is_empty() {
            return step(label, change);
        }
        edits.push(change);
        edits.extend(refill);
        step(label, Edit::Batch(edits))
    }

    /// What criteria and groups are called.
    fn node_names(&self) -> HashSet<String> {
        let entries = self.model.outline().entries().iter();
        entries.filter_map(|entry| self.document.node(entry.id)).map(|node| node.name().to_owned()).collect()
    }
}

/// The score on `to` that is worth what `score` was worth on `from`, whose ends are `ends`.
fn carry(score: Score, from: &Scale, ends: Ends, to: &Scale) -> Option<Score> {
    let value = from.value(score.point(from)?, ends);
    if to.has_levels() {
        let levels = to.levels();
        let distance = |level: &Level| (level.value / 100.0 - value).abs();
        return levels.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).map(|level| Score::Level(level.id));
    }
    let ends = to.ends().unwrap_or(match to.direction() {
        Direction::Min => Ends { worst: 100.0, best: 0.0 },
        Direction::Max | Direction::Target(_) => Ends { worst: 0.0, best: 100.0 },
    });
    Some(Score::Exact(ends.worst + (ends.best - ends.worst) * value))
}
