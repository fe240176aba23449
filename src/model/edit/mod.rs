//! Every change to a document, as a value.

mod checks;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    About, Alternatives, Cell, Column, Criterion, Dismissal, Document, Ends, Group, Id, Judgements, Node, Person,
    Points, Row, Viewpoint,
};
use crate::text::{Message, messages};
use checks::fit;

/// A change to a document. The only way to make one is [`Document::apply`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    /// Several changes as one, in order; none of them happens when one cannot.
    Batch(Vec<Edit>),
    SetAbout(Box<About>),
    /// Puts a new option before the place `at`.
    InsertAlternative {
        at: usize,
        alternative: Box<Row>,
    },
    RemoveAlternative(Id),
    /// Puts new options before the place `at`.
    InsertAlternatives {
        at: usize,
        alternatives: Alternatives,
    },
    /// Takes `count` options out from the place `at` on.
    RemoveAlternatives {
        at: usize,
        count: usize,
    },
    /// Takes an option out and puts it back in at `to`.
    MoveAlternative {
        id: Id,
        to: usize,
    },
    DescribeAlternative {
        id: Id,
        name: String,
        description: String,
    },
    /// The option that the others are compared with.
    SetBaseline(Option<Id>),
    /// Replaces a cell; an empty one clears it.
    SetCell {
        alternative: Id,
        criterion: Id,
        cell: Cell,
    },
    /// Puts a node, with all that belongs to it, into the tree.
    InsertNode(Box<Graft>),
    /// Takes a node and all below out of the tree, with scores, weights and locks.
    RemoveNode(Id),
    /// Puts nodes into the tree, one after the other.
    InsertNodes(Vec<Graft>),
    /// Takes nodes out, as [`Edit::RemoveNode`] does.
    RemoveNodes(Vec<Id>),
    /// Takes a node out and puts it back in below `parent` at `to`. All overall weights stay as they are.
    MoveNode {
        id: Id,
        parent: Option<Id>,
        to: usize,
    },
    DescribeGroup {
        id: Id,
        name: String,
        description: String,
    },
    /// Replaces a criterion's definition, scale and sources; its scores must stand on the new scale.
    SetCriterion(Box<Criterion>),
    SetWeights(Points),
    /// What was judged. The weights and scores that follow come with edits of their own.
    SetJudgements(Box<Judgements>),
    SetLocks(BTreeSet<Id>),
    /// Saved weight sets, and which one is chosen.
    SetViewpoints {
        viewpoints: Vec<Viewpoint>,
        chosen: Option<Id>,
    },
    /// Everyone who takes part.
    SetPeople(Vec<Person>),
    /// The ends of scales as they were when weights were set.
    SetWeighed(BTreeMap<Id, Option<Ends>>),
    /// The remarks of checks that have been answered.
    SetDismissals(Vec<Dismissal>),
}

/// A node on its way into the tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Graft {
    pub node: Node,
    /// The group that takes it; none for the top level.
    pub parent: Option<Id>,
    pub at: usize,
    /// Points of the node and those below.
    pub weights: Points,
    pub locks: BTreeSet<Id>,
    /// Points of the same nodes in the saved viewpoints.
    pub viewpoints: BTreeMap<Id, Points>,
    /// What the options have on the criteria, with a row for each option of the document.
    pub columns: BTreeMap<Id, Column>,
}

impl Graft {
    /// A node without scores. It takes the mean of its siblings' points, so that it weighs as much as one of them.
    #[must_use]
    pub fn new(document: &Document, node: Node, parent: Option<Id>, at: usize) -> Self {
        let siblings = document.children_of(parent);
        let mean = |points: &Points| {
            #[expect(clippy::cast_precision_loss, reason = "a count of siblings")]
            let count = siblings.len() as f64;
            let sum: f64 = siblings.iter().filter_map(|sibling| points.get(&sibling.id())).sum();
            // Siblings that are all zero share equally, and so does a newcomer of zero.
            if siblings.is_empty() { 1.0 } else { sum / count }
        };
        let with = |points: &Points| new_points(&node, mean(points));
        Self {
            parent,
            at,
            weights: with(&document.weights),
            locks: BTreeSet::new(),
            viewpoints: document.viewpoints.iter().map(|view| (view.id, with(&view.weights))).collect(),
            columns: BTreeMap::new(),
            node,
        }
    }

    /// Another node, without scores, that weighs as much as this one everywhere and comes behind it.
    pub(crate) fn followed_by(&self, node: Node) -> Self {
        let own = self.node.id();
        let with = |points: &Points| new_points(&node, points.get(&own).copied().unwrap_or(0.0));
        Self {
            parent: self.parent,
            at: self.at + 1,
            weights: with(&self.weights),
            locks: BTreeSet::new(),
            viewpoints: self.viewpoints.iter().map(|(id, points)| (*id, with(points))).collect(),
            columns: BTreeMap::new(),
            node,
        }
    }
}

/// Points for a node that comes new, and 1 for each below it.
fn new_points(node: &Node, own: f64) -> Points {
    let mut points = Points::new();
    node.visit(&mut |below| {
        points.insert(below.id(), if below.id() == node.id() { own } else { 1.0 });
    });
    points
}

messages! {
    /// Why an edit cannot be made. The document is then as it was.
    #[derive(Clone, Debug, PartialEq)]
    pub enum EditError in "edit" {
        Unknown(id: Id),
        TakenId(id: Id),
        TakenName(name: String),
        EmptyName,
        IntoItself,
        TooDeep { most: usize },
        /// What the document would be then.
        Unfit { what: Message, remedy: Message },
    }
}

impl std::error::Error for EditError {}

impl EditError {
    /// From what is wrong, whose wording says what to do.
    #[must_use]
    pub fn unfit(what: impl Into<Message>) -> Self {
        let what = what.into();
        let remedy = what.remedy().unwrap_or_else(|| what.clone());
        Self::Unfit { what, remedy }
    }
}

type Applied = Result<Edit, EditError>;

impl Document {
    /// Makes one change and returns the edit that takes it back, to the last digit.
    ///
    /// # Errors
    /// When the edit does not fit the document. Nothing has changed then.
    pub fn apply(&mut self, edit: Edit) -> Applied {
        match edit {
            Edit::Batch(edits) => self.apply_batch(edits),
            Edit::SetAbout(about) => Ok(Edit::SetAbout(Box::new(std::mem::replace(&mut self.about, *about)))),
            Edit::InsertAlternative { at, alternative } => self.insert_alternative(at, *alternative),
            Edit::RemoveAlternative(id) => self.remove_alternative(id),
            Edit::InsertAlternatives { at, alternatives } => self.insert_alternatives(at, alternatives),
            Edit::RemoveAlternatives { at, count } => Ok(self.remove_alternatives(at, count)),
            Edit::MoveAlternative { id, to } => self.move_alternative(id, to),
            Edit::DescribeAlternative { id, name, description } => self.describe_alternative(id, name, description),
            Edit::SetBaseline(baseline) => {
                if let Some(id) = baseline {
                    self.alternative(id).ok_or(EditError::Unknown(id))?;
                }
                Ok(Edit::SetBaseline(std::mem::replace(&mut self.baseline, baseline)))
            }
            Edit::SetCell { alternative, criterion, cell } => self.set_cell(alternative, criterion, cell),
            Edit::InsertNode(graft) => self.insert_node(*graft),
            Edit::RemoveNode(id) => self.remove_node(id),
            Edit::InsertNodes(grafts) => self.insert_nodes(grafts),
            Edit::RemoveNodes(ids) => self.remove_nodes(&ids),
            Edit::MoveNode { id, parent, to } => self.move_node(id, parent, to),
            Edit::DescribeGroup { id, name, description } => self.describe_group(id, name, description),
            Edit::SetCriterion(criterion) => self.set_criterion(*criterion),
            Edit::SetWeights(points) => {
                self.check_points(&points)?;
                Ok(Edit::SetWeights(std::mem::replace(&mut self.weights, points)))
            }
            Edit::SetJudgements(judgements) => {
                fit(judgements.fault(self))?;
                Ok(Edit::SetJudgements(Box::new(std::mem::replace(&mut self.judgements, *judgements))))
            }
            Edit::SetLocks(locks) => {
                if let Some(&id) = locks.iter().find(|&&id| self.node(id).is_none()) {
                    return Err(EditError::Unknown(id));
                }
                Ok(Edit::SetLocks(std::mem::replace(&mut self.locks, locks)))
            }
            Edit::SetViewpoints { viewpoints, chosen } => self.set_viewpoints(viewpoints, chosen),
            Edit::SetPeople(people) => {
                self.check_people(&people)?;
                Ok(Edit::SetPeople(std::mem::replace(&mut self.people, people)))
            }
            Edit::SetWeighed(weighed) => {
                if let Some(&id) = weighed.keys().find(|&&id| self.criterion(id).is_none()) {
                    return Err(EditError::Unknown(id));
                }
                Ok(Edit::SetWeighed(std::mem::replace(&mut self.weighed, weighed)))
            }
            Edit::SetDismissals(dismissals) => {
                Ok(Edit::SetDismissals(std::mem::replace(&mut self.dismissals, dismissals)))
            }
        }
    }

    fn apply_batch(&mut self, edits: Vec<Edit>) -> Applied {
        let mut undo = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => undo.push(inverse),
                Err(error) => {
                    for inverse in undo.into_iter().rev() {
                        let taken_back = self.apply(inverse);
                        debug_assert!(taken_back.is_ok(), "an inverse always fits");
                    }
                    return Err(error);
                }
            }
        }
        undo.reverse();
        Ok(Edit::Batch(undo))
    }

    fn insert_alternative(&mut self, at: usize, row: Row) -> Applied {
        if self.alternative(row.id).is_some() {
            return Err(EditError::TakenId(row.id));
        }
        self.check_alternative_name(&row.name, row.id)?;
        for (&criterion, cell) in &row.scores {
            self.check_cell(criterion, cell)?;
        }
        let id = row.id;
        self.alternatives.insert(at.min(self.alternatives.len()), row);
        Ok(Edit::RemoveAlternative(id))
    }

    fn insert_alternatives(&mut self, at: usize, alternatives: Alternatives) -> Applied {
        self.check_alternatives(&alternatives)?;
        let (at, count) = (at.min(self.alternatives.len()), alternatives.len());
        self.alternatives.insert_all(at, alternatives);
        Ok(Edit::RemoveAlternatives { at, count })
    }

    fn remove_alternative(&mut self, id: Id) -> Applied {
        let at = self.alternative_place(id)?;
        let alternative = Box::new(self.alternatives.remove(at));
        Ok(self.without_alternatives(Edit::InsertAlternative { at, alternative }, &BTreeSet::from([id])))
    }

    fn remove_alternatives(&mut self, at: usize, count: usize) -> Edit {
        let at = at.min(self.alternatives.len());
        let alternatives = self.alternatives.take(at, count.min(self.alternatives.len() - at));
        let gone = alternatives.iter().map(|option| option.id).collect();
        self.without_alternatives(Edit::InsertAlternatives { at, alternatives }, &gone)
    }

    /// Forgets what was said of options that have gone. All comes back with them, whom `back` brings back.
    fn without_alternatives(&mut self, back: Edit, gone: &BTreeSet<Id>) -> Edit {
        let mut undo = vec![back];
        if let Some(id) = self.baseline.take_if(|baseline| gone.contains(baseline)) {
            undo.push(Edit::SetBaseline(Some(id)));
        }
        if self.people.iter().any(|person| person.scores.keys().any(|id| gone.contains(id))) {
            undo.push(Edit::SetPeople(self.people.clone()));
            self.people.iter_mut().for_each(|person| person.scores.retain(|id, _| !gone.contains(id)));
        }
        undo.extend(self.prune_judgements());
        Edit::Batch(undo)
    }

    fn move_alternative(&mut self, id: Id, to: usize) -> Applied {
        let from = self.alternative_place(id)?;
        let row = self.alternatives.remove(from);
        self.alternatives.insert(to.min(self.alternatives.len()), row);
        Ok(Edit::MoveAlternative { id, to: from })
    }

    fn describe_alternative(&mut self, id: Id, name: String, description: String) -> Applied {
        self.check_alternative_name(&name, id)?;
        let row = self.alternative_place(id)?;
        let (name, description) = self.alternatives.describe(row, name, description);
        Ok(Edit::DescribeAlternative { id, name, description })
    }

    fn set_cell(&mut self, alternative: Id, criterion: Id, cell: Cell) -> Applied {
        self.check_cell(criterion, &cell)?;
        let row = self.alternative_place(alternative)?;
        Ok(Edit::SetCell { alternative, criterion, cell: self.alternatives.set(row, criterion, cell) })
    }

    fn describe_group(&mut self, id: Id, name: String, description: String) -> Applied {
        if name.trim().is_empty() {
            return Err(EditError::EmptyName);
        }
        match Node::find_mut(&mut self.criteria, id) {
            Some(Node::Group(Group { name: old_name, description: old_description, .. })) => Ok(Edit::DescribeGroup {
                id,
                name: std::mem::replace(old_name, name),
                description: std::mem::replace(old_description, description),
            }),
            _ => Err(EditError::Unknown(id)),
        }
    }

    fn set_criterion(&mut self, criterion: Criterion) -> Applied {
        self.check_criterion(&criterion)?;
        if let Some(column) = self.alternatives.column(criterion.id) {
            fit(column.fault(&criterion.scale).map(|(_, fault)| fault))?;
        }
        let opinions = self.people.iter().flat_map(|person| person.scores.values());
        let opinions = opinions.filter_map(|scores| scores.get(&criterion.id)).copied();
        for score in opinions {
            fit(score.fault(&criterion.scale))?;
        }
        match Node::find_mut(&mut self.criteria, criterion.id) {
            Some(Node::Criterion(old)) => Ok(Edit::SetCriterion(Box::new(std::mem::replace(old, criterion)))),
            _ => Err(EditError::Unknown(criterion.id)),
        }
    }

    fn set_viewpoints(&mut self, viewpoints: Vec<Viewpoint>, chosen: Option<Id>) -> Applied {
        for (i, viewpoint) in viewpoints.iter().enumerate() {
            if viewpoint.name.trim().is_empty() {
                return Err(EditError::EmptyName);
            }
            if viewpoints[..i].iter().any(|other| other.id == viewpoint.id) {
                return Err(EditError::TakenId(viewpoint.id));
            }
            if viewpoints[..i].iter().any(|other| other.name == viewpoint.name) {
                return Err(EditError::TakenName(viewpoint.name.clone()));
            }
            self.check_points(&viewpoint.weights)?;
        }
        if let Some(id) = chosen
            && !viewpoints.iter().any(|viewpoint| viewpoint.id == id)
        {
            return Err(EditError::Unknown(id));
        }
        Ok(Edit::SetViewpoints {
            viewpoints: std::mem::replace(&mut self.viewpoints, viewpoints),
            chosen: std::mem::replace(&mut self.viewpoint, chosen),
        })
    }

    /// Leaves out judgements on what is no longer there, and tells what brings them back where there were any.
    fn prune_judgements(&mut self) -> Option<Edit> {
        if self.judgements.is_empty() {
            return None;
        }
        let mut pruned = self.judgements.clone();
        pruned.prune(self);
        let before = std::mem::replace(&mut self.judgements, pruned);
        (before != self.judgements).then(|| Edit::SetJudgements(Box::new(before)))
    }

    fn alternative_place(&self, id: Id) -> Result<usize, EditError> {
        self.alternatives.place(id).ok_or(EditError::Unknown(id))
    }
}
