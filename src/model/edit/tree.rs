//! Edits that change the shape of the value tree.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::checks::Inventory;
use super::{Applied, Edit, EditError, Graft};
use crate::model::document::complete;
use crate::model::{Document, Id, Node, Outline, Points, Viewpoint};

impl Document {
    pub(super) fn insert_node(&mut self, graft: Graft) -> Applied {
        let id = graft.node.id();
        self.graft(vec![graft])?;
        Ok(Edit::RemoveNode(id))
    }

    pub(super) fn insert_nodes(&mut self, grafts: Vec<Graft>) -> Applied {
        let ids = grafts.iter().map(|graft| graft.node.id()).collect();
        self.graft(grafts)?;
        Ok(Edit::RemoveNodes(ids))
    }

    /// Puts nodes in, one after the other, where all of them can come.
    fn graft(&mut self, grafts: Vec<Graft>) -> Result<(), EditError> {
        let mut inventory = Inventory::of(&self.criteria);
        grafts.iter().try_for_each(|graft| inventory.take_in(graft, self.alternatives.len()))?;
        for graft in grafts {
            self.weights.extend(graft.weights);
            self.locks.extend(graft.locks);
            for (viewpoint, points) in graft.viewpoints {
                if let Some(viewpoint) = self.viewpoints.iter_mut().find(|candidate| candidate.id == viewpoint) {
                    viewpoint.weights.extend(points);
                }
            }
            for (id, column) in graft.columns {
                self.alternatives.set_column(id, column);
            }
            // People have not weighed the new node yet: in their weights it counts nothing.
            let mut siblings = std::mem::take(self.siblings_mut(graft.parent)?);
            let at = graft.at.min(siblings.len());
            siblings.insert(at, graft.node);
            self.point_sets().for_each(|points| complete_among(&siblings, at, points));
            *self.siblings_mut(graft.parent)? = siblings;
        }
        Ok(())
    }

    pub(super) fn remove_node(&mut self, id: Id) -> Applied {
        self.remove_from_tree(&[id], |grafts| {
            grafts.into_iter().map(|graft| Edit::InsertNode(Box::new(graft))).collect()
        })
    }

    pub(super) fn remove_nodes(&mut self, ids: &[Id]) -> Applied {
        self.remove_from_tree(ids, |grafts| vec![Edit::InsertNodes(grafts)])
    }

    /// Takes nodes out, with all below. `back` brings them back in.
    fn remove_from_tree(&mut self, ids: &[Id], back: impl FnOnce(Vec<Graft>) -> Vec<Edit>) -> Applied {
        let inventory = Inventory::of(&self.criteria);
        if let Some(&id) = ids.iter().find(|id| !inventory.holds(**id)) {
            return Err(EditError::Unknown(id));
        }
        let mut taken = Vec::with_capacity(ids.len());
        take_out(&mut self.criteria, None, &ids.iter().copied().collect(), &mut taken);
        let people_before = self.people.clone();
        let mut all_below = BTreeSet::new();
        let mut grafts = Vec::with_capacity(taken.len());
        for Place { parent, at, node } in taken {
            let mut below = BTreeSet::new();
            node.visit(&mut |node| {
                below.insert(node.id());
            });
            let take = |points: &mut Points| -> Points {
                below.iter().filter_map(|id| Some((*id, points.remove(id)?))).collect()
            };
            let weights = take(&mut self.weights);
            let viewpoints = self.viewpoints.iter_mut().map(|view| (view.id, take(&mut view.weights))).collect();
            let locks = below.iter().filter(|id| self.locks.remove(id)).copied().collect();
            // A column that was emptied is none, as in a file, so that a step is the same on what was read from one.
            let taken = below.iter().filter_map(|&id| Some((id, self.alternatives.remove_column(id)?)));
            let columns = taken.filter(|(_, column)| !column.is_empty()).collect();
            grafts.push(Graft { node, parent, at, weights, locks, viewpoints, columns });
            all_below.extend(below);
        }
        self.forget_opinions_of(&all_below);
        let weighed_before = self.weighed.clone();
        self.weighed.retain(|id, _| !all_below.contains(id));
        let sets_before = self.must_mend_weights().then(|| {
            let (mut weights, mut viewpoints) = (self.weights.clone(), self.viewpoints.clone());
            for graft in &grafts {
                weights.extend(&graft.weights);
                for view in &mut viewpoints {
                    view.weights.extend(graft.viewpoints.get(&view.id).into_iter().flatten());
                }
            }
            (weights, viewpoints)
        });
        self.mend_weights();
        let mut undo = back(grafts);
        if self.weighed != weighed_before {
            undo.push(Edit::SetWeighed(weighed_before));
        }
        if let Some((weights, viewpoints)) = sets_before {
            undo.extend([Edit::SetWeights(weights), Edit::SetViewpoints { viewpoints, chosen: self.viewpoint }]);
        }
        if self.people != people_before {
            undo.push(Edit::SetPeople(people_before));
        }
        undo.extend(self.prune_judgements());
        Ok(Edit::Batch(undo))
    }

    /// True where nothing at the top level weighs anything any more in some points.
    fn must_mend_weights(&mut self) -> bool {
        let criteria = std::mem::take(&mut self.criteria);
        let must = self.point_sets().any(|points| weighs_nothing(&criteria, points));
        self.criteria = criteria;
        must
    }

    /// Gives equal points to the top level where nothing there weighs anything any more.
    fn mend_weights(&mut self) {
        let criteria = std::mem::take(&mut self.criteria);
        for points in self.point_sets().filter(|points| weighs_nothing(&criteria, points)) {
            points.extend(criteria.iter().map(|node| (node.id(), 1.0)));
        }
        self.criteria = criteria;
    }

    pub(super) fn move_node(&mut self, id: Id, parent: Option<Id>, to: usize) -> Applied {
        let (old_parent, old_at) = self.node_place(id)?;
        let node = self.node(id).ok_or(EditError::Unknown(id))?;
        if let Some(parent) = parent {
            let mut inside = false;
            node.visit(&mut |below| inside |= below.id() == parent);
            if inside {
                return Err(EditError::IntoItself);
            }
        }
        self.check_parent(parent)?;
        self.check_depth(node, parent)?;
        let before = self.outline();
        let order = leaf_ids(&before);
        let node = self.take_from_tree(id)?;
        self.insert_into_tree(node, parent, to)?;
        if parent == old_parent {
            return Ok(Edit::MoveNode { id, parent: old_parent, to: old_at });
        }
        let after = self.outline();
        let carry = |points: &Points| {
            let shares: BTreeMap<Id, f64> = order.iter().copied().zip(before.shares(points)).collect();
            let moved: Vec<f64> = leaf_ids(&after).iter().map(|id| shares[id]).collect();
            after.points(&moved, points)
        };
        let weights = carry(&self.weights);
        let viewpoints = self.viewpoints.iter().cloned();
        let viewpoints = viewpoints.map(|view| Viewpoint { weights: carry(&view.weights), ..view }).collect();
        let people_before = self.people.clone();
        for person in self.people.iter_mut().filter(|person| !person.weights.is_empty()) {
            person.weights = carry(&person.weights);
        }
        let mut undo = vec![
            Edit::MoveNode { id, parent: old_parent, to: old_at },
            Edit::SetWeights(std::mem::replace(&mut self.weights, weights)),
            Edit::SetViewpoints {
                viewpoints: std::mem::replace(&mut self.viewpoints, viewpoints),
                chosen: self.viewpoint,
            },
            Edit::SetPeople(people_before),
        ];
        undo.extend(self.prune_judgements());
        // What is left at the top may be a group that weighed nothing while it was empty.
        self.mend_weights();
        Ok(Edit::Batch(undo))
    }

    /// The group that holds a node, and its place there.
    ///
    /// # Errors
    /// When there is no such node.
    pub fn node_place(&self, id: Id) -> Result<(Option<Id>, usize), EditError> {
        Node::place(&self.criteria, id, None).ok_or(EditError::Unknown(id))
    }

    fn siblings_mut(&mut self, parent: Option<Id>) -> Result<&mut Vec<Node>, EditError> {
        let Some(id) = parent else { return Ok(&mut self.criteria) };
        match Node::find_mut(&mut self.criteria, id) {
            Some(Node::Group(group)) => Ok(&mut group.children),
            _ => Err(EditError::Unknown(id)),
        }
    }

    fn take_from_tree(&mut self, id: Id) -> Result<Node, EditError> {
        let (parent, at) = self.node_place(id)?;
        Ok(self.siblings_mut(parent)?.remove(at))
    }

    fn insert_into_tree(&mut self, node: Node, parent: Option<Id>, at: usize) -> Result<(), EditError> {
        let siblings = self.siblings_mut(parent)?;
        siblings.insert(at.min(siblings.len()), node);
        Ok(())
    }
}

/// A node that was taken out, and from where.
struct Place {
    parent: Option<Id>,
    at: usize,
    node: Node,
}

/// Takes those of `wanted` out of the tree, in the order in which they can come back.
fn take_out(nodes: &mut Vec<Node>, parent: Option<Id>, wanted: &HashSet<Id>, taken: &mut Vec<Place>) {
    for (at, node) in std::mem::take(nodes).into_iter().enumerate() {
        if wanted.contains(&node.id()) {
            taken.push(Place { parent, at, node });
        } else {
            nodes.push(node);
        }
    }
    for node in nodes {
        if let Node::Group(group) = node {
            take_out(&mut group.children, Some(group.id), wanted, taken);
        }
    }
}

/// Gives points to a newcomer, and to all below it, among siblings that have theirs: see [`Document::complete_weights`].
fn complete_among(siblings: &[Node], at: usize, points: &mut Points) {
    let new = &siblings[at];
    if !points.contains_key(&new.id()) {
        let none = siblings.iter().all(|node| !points.contains_key(&node.id()));
        points.insert(new.id(), if none { 1.0 } else { 0.0 });
    }
    complete(new.children(), points);
}

fn weighs_nothing(top: &[Node], points: &Points) -> bool {
    !points.is_empty() && top.iter().filter_map(|node| points.get(&node.id())).all(|&x| x <= 0.0)
}

fn leaf_ids(outline: &Outline) -> Vec<Id> {
    outline.entries().iter().filter(|entry| entry.is_criterion).map(|entry| entry.id).collect()
}
