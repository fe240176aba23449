//! Weights as the user moves them: sliders, locks, viewpoints.

use std::collections::BTreeSet;

use super::{Session, State};
use crate::analysis::figures;
use crate::model::{Document, Edit, EditError, Id, Movement, Outline, Points, Scope, Viewpoint};

/// A weight on the move: the path it runs on starts where the gesture began, so that going back restores everything.
#[derive(Clone, Debug)]
pub(super) struct Moving {
    node: Id,
    scope: Scope,
    movement: Movement,
    before: Points,
    /// The state that the last step of the movement led to.
    state: State,
}

impl Moving {
    /// True where the weights are what they were before.
    pub(super) fn leads_back_to(&self, document: &Document) -> bool {
        self.before == document.weights
    }
}

impl Session {
    /// The way on which the node's overall weight can move from here.
    #[must_use]
    pub fn movement(&self, node: Id, scope: Scope) -> Option<Movement> {
        if let Some(moving) = self.moving.as_ref().filter(|moving| self.goes_on(moving, node, scope)) {
            return Some(moving.movement.clone());
        }
        let outline = self.model.outline();
        let at = outline.find(node)?;
        Some(Movement::new(outline, self.model.weights(), &self.document.locks, at, scope))
    }

    fn goes_on(&self, moving: &Moving, node: Id, scope: Scope) -> bool {
        moving.node == node && moving.scope == scope && moving.state == self.history.state() && self.history.is_open()
    }

    /// Moves a node's overall weight to `share` (0 to 1), as far as locks leave room. Further calls for the same node go
    /// on with the same step, and with the same path, until [`Session::seal`]. A locked node stays where it is.
    ///
    /// # Errors
    /// When there is no such node.
    pub fn move_weight(&mut self, node: Id, share: f64, scope: Scope) -> Result<(), EditError> {
        if self.is_locked(node) {
            return Ok(());
        }
        let movement = self.movement(node, scope).ok_or(EditError::Unknown(node))?;
        let before = if let Some(moving) = self.moving.take().filter(|moving| self.goes_on(moving, node, scope)) {
            moving.before
        } else {
            // Another node, or others to make room: another step, and the weight that moved before rests.
            self.history.seal();
            self.forget_checks();
            self.document.weights.clone()
        };
        let shares = movement.at(share);
        let points = self.model.outline().points(&shares, &before);
        let reached = share.clamp(*movement.range().start(), *movement.range().end());
        if points != self.document.weights {
            let name = self.document.node(node).map(|node| node.name().to_owned()).unwrap_or_default();
            let (mut from, mut to) = (figures::percent(movement.now()), figures::percent(reached));
            if from == to {
                (from, to) = (figures::percent_to(movement.now(), 1), figures::percent_to(reached, 1));
            }
            let label = format!("{name} {from} to {to}");
            let edit = self.with_range(node, Edit::SetWeights(points));
            self.apply_gesture(label, edit, Some(node))?;
        }
        self.moving = Some(Moving { node, scope, movement, before, state: self.history.state() });
        Ok(())
    }

    /// Notes beside a change of weight the worst and best that it is meant for.
    fn with_range(&self, node: Id, edit: Edit) -> Edit {
        let outline = self.model.outline();
        let Some(at) = outline.find(node) else { return edit };
        let mut weighed = self.document.weighed.clone();
        let below = outline.entries().iter().filter(|entry| entry.is_criterion);
        for (entry, criterion) in below.zip(&self.model.problem().criteria) {
            if outline.entries()[at].leaves.contains(&entry.leaves.start) {
                weighed.insert(entry.id, criterion.ends);
            }
        }
        if weighed == self.document.weighed {
            return edit;
        }
        Edit::Batch(vec![edit, Edit::SetWeighed(weighed)])
    }

    /// True where the node is locked itself.
    #[must_use]
    pub fn is_locked(&self, node: Id) -> bool {
        self.document.locks.contains(&node)
    }

    /// Locks a node's weight where it is, or frees it.
    ///
    /// # Errors
    /// When there is no such node.
    pub fn set_lock(&mut self, node: Id, locked: bool) -> Result<(), EditError> {
        let mut locks = self.document.locks.clone();
        if locked == self.is_locked(node) {
            return Ok(());
        }
        if locked {
            locks.insert(node);
        } else {
            locks.remove(&node);
        }
        let name = self.document.node(node).ok_or(EditError::Unknown(node))?.name();
        let label = format!("{} {name}", if locked { "Lock" } else { "Unlock" });
        self.apply(label, Edit::SetLocks(locks))
    }

    /// Frees all weights.
    ///
    /// # Errors
    /// Never, as it stands.
    pub fn unlock_all(&mut self) -> Result<(), EditError> {
        if self.document.locks.is_empty() {
            return Ok(());
        }
        self.apply("Unlock all weights", Edit::SetLocks(BTreeSet::new()))
    }

    /// Gives every unlocked criterion the same overall weight; locked ones, and the totals of locked groups, stay.
    ///
    /// # Errors
    /// Never, as it stands.
    pub fn even_out(&mut self) -> Result<(), EditError> {
        let outline = self.model.outline();
        let mut shares = self.model.weights().to_vec();
        even(outline, None, &self.document.locks, 1.0, &mut shares);
        let points = outline.points(&shares, &self.document.weights);
        if points == self.document.weights {
            return Ok(());
        }
        self.apply("Even out the weights", Edit::SetWeights(points))
    }

    /// Returns to the weights of the baseline. A criterion that came later keeps its part of what its siblings weigh
    /// together.
    ///
    /// # Errors
    /// When the baseline's weights are all zero in today's tree.
    pub fn reset_weights(&mut self) -> Result<(), EditError> {
        let mut points = self.document.weights.clone();
        let outline = self.model.outline();
        for parent in std::iter::once(None).chain((0..outline.entries().len()).map(Some)) {
            let siblings: Vec<Id> = outline.children(parent).map(|at| outline.entries()[at].id).collect();
            reset_siblings(&siblings, &self.baseline.weights, &mut points);
        }
        if points == self.document.weights {
            return Ok(());
        }
        self.apply("Reset the weights", Edit::SetWeights(points))
    }

    /// Takes over the weights of a saved viewpoint.
    ///
    /// # Errors
    /// When there is no such viewpoint.
    pub fn choose_viewpoint(&mut self, id: Id) -> Result<(), EditError> {
        let viewpoint = self.document.viewpoint(id).ok_or(EditError::Unknown(id))?.clone();
        if self.document.viewpoint == Some(id) && self.document.weights == viewpoint.weights {
            return Ok(());
        }
        let chosen = Edit::SetViewpoints { viewpoints: self.document.viewpoints.clone(), chosen: Some(id) };
        let label = format!("Viewpoint {}", viewpoint.name);
        self.apply(label, Edit::Batch(vec![Edit::SetWeights(viewpoint.weights), chosen]))
    }

    /// True where the weights are no longer those of the chosen viewpoint.
    #[must_use]
    pub fn viewpoint_is_edited(&self) -> bool {
        let chosen = self.document.viewpoint.and_then(|id| self.document.viewpoint(id));
        chosen.is_some_and(|viewpoint| {
            let shares = self.model.outline().shares(&viewpoint.weights);
            shares.iter().zip(self.model.weights()).any(|(a, b)| (a - b).abs() > 1e-9)
        })
    }

    /// Saves the present weights under a name; a viewpoint of that name is replaced. It becomes the chosen one.
    ///
    /// # Errors
    /// When the name is empty.
    pub fn save_viewpoint(&mut self, name: &str) -> Result<(), EditError> {
        let mut viewpoints = self.document.viewpoints.clone();
        let weights = self.document.weights.clone();
        let id = if let Some(viewpoint) = viewpoints.iter_mut().find(|viewpoint| viewpoint.name == name) {
            viewpoint.weights = weights;
            viewpoint.id
        } else {
            let id = self.document.fresh_viewpoint_id(name);
            viewpoints.push(Viewpoint { id, name: name.to_owned(), weights });
            id
        };
        self.set_viewpoints(format!("Save viewpoint {name}"), viewpoints, Some(id))
    }

    /// Gives a viewpoint another name.
    ///
    /// # Errors
    /// When the name is empty or taken, or there is no such viewpoint.
    pub fn rename_viewpoint(&mut self, id: Id, name: &str) -> Result<(), EditError> {
        let mut viewpoints = self.document.viewpoints.clone();
        let viewpoint = viewpoints.iter_mut().find(|viewpoint| viewpoint.id == id).ok_or(EditError::Unknown(id))?;
        name.clone_into(&mut viewpoint.name);
        let chosen = self.document.viewpoint;
        self.set_viewpoints(format!("Rename viewpoint to {name}"), viewpoints, chosen)
    }

    fn set_viewpoints(
        &mut self,
        label: String,
        viewpoints: Vec<Viewpoint>,
        chosen: Option<Id>,
    ) -> Result<(), EditError> {
        if viewpoints == self.document.viewpoints && chosen == self.document.viewpoint {
            return Ok(());
        }
        self.apply(label, Edit::SetViewpoints { viewpoints, chosen })
    }

    /// Deletes a viewpoint; the weights stay as they are.
    ///
    /// # Errors
    /// When there is no such viewpoint.
    pub fn delete_viewpoint(&mut self, id: Id) -> Result<(), EditError> {
        let name = self.document.viewpoint(id).ok_or(EditError::Unknown(id))?.name.clone();
        let viewpoints = self.document.viewpoints.iter().filter(|viewpoint| viewpoint.id != id).cloned().collect();
        let chosen = self.document.viewpoint.filter(|chosen| *chosen != id);
        self.apply(format!("Delete viewpoint {name}"), Edit::SetViewpoints { viewpoints, chosen })
    }
}

/// Gives siblings the points that they had. Points mean something only beside each other: where some siblings are new,
/// the old points are brought to the scale on which the new ones were given theirs.
fn reset_siblings(siblings: &[Id], baseline: &Points, points: &mut Points) {
    let known: Vec<Id> = siblings.iter().copied().filter(|id| baseline.contains_key(id)).collect();
    let sum = |points: &Points| known.iter().filter_map(|id| points.get(id)).sum::<f64>();
    let (then, now) = (sum(baseline), sum(points));
    let scale = if known.len() < siblings.len() && then > 0.0 && now > 0.0 { now / then } else { 1.0 };
    points.extend(known.iter().map(|id| (*id, baseline[id] * scale)));
}

/// Shares `total` out among the criteria below `parent`: what is locked keeps its own, the rest gets equal parts.
fn even(outline: &Outline, parent: Option<usize>, locks: &BTreeSet<Id>, total: f64, shares: &mut [f64]) {
    let (mut free, mut rest) = (Vec::new(), total);
    gather(outline, parent, locks, shares, &mut free, &mut rest);
    #[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
    let part = rest.max(0.0) / free.len().max(1) as f64;
    for at in free {
        shares[outline.entries()[at].leaves.start] = part;
    }
}

/// Collects the free criteria below `parent`, and takes from `rest` what locked nodes hold. Locked groups are evened out
/// within themselves on the way.
fn gather(
    outline: &Outline,
    parent: Option<usize>,
    locks: &BTreeSet<Id>,
    shares: &mut [f64],
    free: &mut Vec<usize>,
    rest: &mut f64,
) {
    let children: Vec<usize> = outline.children(parent).collect();
    for at in children {
        let entry = &outline.entries()[at];
        if locks.contains(&entry.id) {
            let own = outline.share(at, shares);
            *rest -= own;
            if !entry.is_criterion {
                even(outline, Some(at), locks, own, shares);
            }
        } else if entry.is_criterion {
            free.push(at);
        } else {
            gather(outline, Some(at), locks, shares, free, rest);
        }
    }
}
