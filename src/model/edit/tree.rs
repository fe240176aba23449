//! Edits that change the shape of the value tree.

use std::collections::{BTreeMap, BTreeSet};

use super::{Applied, Edit, EditError, Graft};
use crate::model::{Document, Id, Node, Outline, Points, Viewpoint};

impl Document {
    pub(super) fn insert_node(&mut self, graft: Graft) -> Applied {
        let id = graft.node.id();
        self.check_graft(&graft)?;
        self.insert_into_tree(graft.node, graft.parent, graft.at)?;
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
        self.complete_weights();
        Ok(Edit::RemoveNode(id))
    }

    pub(super) fn remove_node(&mut self, id: Id) -> Applied {
        let (parent, at) = self.node_place(id)?;
        let (weights_before, viewpoints_before) = (self.weights.clone(), self.viewpoints.clone());
        let people_before = self.people.clone();
        let node = self.take_from_tree(id)?;
        let mut below = BTreeSet::new();
        node.visit(&mut |node| {
            below.insert(node.id());
        });
        let take = |points: &mut Points| -> Points { points.extract_if(.., |id, _| below.contains(id)).collect() };
        let weights = take(&mut self.weights);
        let viewpoints = self.viewpoints.iter_mut().map(|view| (view.id, take(&mut view.weights))).collect();
        let locks = self.locks.extract_if(.., |id| below.contains(id)).collect();
        // A column that was emptied is none, as in a file, so that a step is the same on what was read from one.
        let taken = below.iter().filter_map(|&id| Some((id, self.alternatives.remove_column(id)?)));
        let columns = taken.filter(|(_, column)| !column.is_empty()).collect();
        let mut undo =
            vec![Edit::InsertNode(Box::new(Graft { node, parent, at, weights, locks, viewpoints, columns }))];
        self.forget_opinions_of(&below);
        if below.iter().any(|id| self.weighed.contains_key(id)) {
            let rest =
                self.weighed.iter().filter(|(id, _)| !below.contains(id)).map(|(id, ends)| (*id, *ends)).collect();
            undo.push(Edit::SetWeighed(std::mem::replace(&mut self.weighed, rest)));
        }
        if self.mend_weights() {
            let viewpoints = Edit::SetViewpoints { viewpoints: viewpoints_before, chosen: self.viewpoint };
            undo.extend([Edit::SetWeights(weights_before), viewpoints]);
        }
        if self.people != people_before {
            undo.push(Edit::SetPeople(people_before));
        }
        undo.extend(self.prune_judgements());
        Ok(Edit::Batch(undo))
    }

    /// Gives equal points to the top level where nothing there weighs anything any more. True where that was so.
    fn mend_weights(&mut self) -> bool {
        let top: Vec<Id> = self.criteria.iter().map(Node::id).collect();
        let mut mended = false;
        let sets = self.viewpoints.iter_mut().map(|viewpoint| &mut viewpoint.weights);
        let sets = sets.chain(self.people.iter_mut().map(|person| &mut person.weights));
        for points in std::iter::once(&mut self.weights).chain(sets) {
            let sum: f64 = top.iter().filter_map(|id| points.get(id)).sum();
            if sum <= 0.0 && !points.is_empty() {
                points.extend(top.iter().map(|&id| (id, 1.0)));
                mended = true;
            }
        }
        mended
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

fn leaf_ids(outline: &Outline) -> Vec<Id> {
    outline.entries().iter().filter(|entry| entry.is_criterion).map(|entry| entry.id).collect()
}
