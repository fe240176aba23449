//! Weights as the user sets them at once: locks, evening out, resetting, judgements.

use std::collections::BTreeSet;

use super::perform::{Planned, nothing, step};
use super::{Session, StepName};
use crate::elicit;
use crate::model::{Edit, EditError, Id, Judgement, Outline, Points};

impl Session {
    /// True where the node is locked itself.
    #[must_use]
    pub fn is_locked(&self, node: Id) -> bool {
        self.document.locks.contains(&node)
    }

    pub(super) fn plan_set_lock(&self, node: Id, locked: bool) -> Planned {
        let mut locks = self.document.locks.clone();
        if locked == self.is_locked(node) {
            return nothing();
        }
        if locked {
            locks.insert(node);
        } else {
            locks.remove(&node);
        }
        let name = self.document.node(node).ok_or(EditError::Unknown(node))?.name().to_owned();
        let label = if locked { StepName::Lock { name } } else { StepName::Unlock { name } };
        step(label, Edit::SetLocks(locks))
    }

    pub(super) fn plan_unlock_all(&self) -> Planned {
        if self.document.locks.is_empty() {
            return nothing();
        }
        step(StepName::UnlockAll, Edit::SetLocks(BTreeSet::new()))
    }

    pub(super) fn plan_even_out(&self) -> Planned {
        let outline = self.model.outline();
        let mut shares = self.model.weights().to_vec();
        even(outline, None, &self.document.locks, 1.0, &mut shares);
        let points = outline.points(&shares, &self.document.weights);
        if points == self.document.weights {
            return nothing();
        }
        step(StepName::EvenOut, Edit::SetWeights(points))
    }

    pub(super) fn plan_reset_weights(&self, baseline: &Points) -> Planned {
        let mut points = self.document.weights.clone();
        let outline = self.model.outline();
        for parent in std::iter::once(None).chain((0..outline.entries().len()).map(Some)) {
            let siblings: Vec<Id> = outline.children(parent).map(|at| outline.entries()[at].id).collect();
            reset_siblings(&siblings, baseline, &mut points);
        }
        if points == self.document.weights {
            return nothing();
        }
        step(StepName::ResetWeights, Edit::SetWeights(points))
    }

    pub(super) fn plan_set_weights(&self, mut points: Points) -> Planned {
        for entry in self.model.outline().entries() {
            points.entry(entry.id).or_insert(0.0);
        }
        if points == self.document.weights && self.document.viewpoint.is_none() {
            return nothing();
        }
        // They are nobody's saved weights.
        let viewpoints = Edit::SetViewpoints { viewpoints: self.document.viewpoints.clone(), chosen: None };
        step(StepName::SetWeights, Edit::Batch(vec![Edit::SetWeights(points), viewpoints]))
    }

    pub(super) fn plan_judge(&self, parent: Option<Id>, judgement: Judgement) -> Planned {
        let group = parent.and_then(|id| self.document.node(id)).map(|node| node.name().to_owned());
        let label = group.map_or(StepName::WeighTop, |group| StepName::Weigh { group });
        step(label, elicit::judge(&self.document, parent, judgement)?)
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
