//! A weight on the move: one step from where the drag began to where it is.

use std::collections::BTreeMap;

use super::perform::{Plan, Planned, nothing};
use super::{Outcome, Refusal, Session, StepName};
use crate::model::{Edit, EditError, Ends, Id, Movement, Points, Scope};
use crate::text::numbers;

/// The path of a weight, and what the document held where it began, so that going back restores everything.
#[derive(Clone, Debug)]
pub(super) struct Drag {
    node: Id,
    scope: Scope,
    movement: Movement,
    weights: Points,
    weighed: BTreeMap<Id, Option<Ends>>,
}

impl Session {
    /// The way on which the node's overall weight can move from here; while it moves, from where it began to.
    #[must_use]
    pub fn movement(&self, node: Id, scope: Scope) -> Option<Movement> {
        if let Some(drag) = self.drag.as_ref().filter(|drag| drag.goes_on(node, scope)) {
            return Some(drag.movement.clone());
        }
        let outline = self.model.outline();
        let at = outline.find(node)?;
        Some(Movement::new(outline, self.model.weights(), &self.document.locks, at, scope))
    }

    /// True while a weight is on the move, until another action or [`Session::rest`].
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }

    pub(super) fn drag_weight(&mut self, node: Id, share: f64, scope: Scope) -> Result<Outcome, Refusal> {
        if !self.drag.as_ref().is_some_and(|drag| drag.goes_on(node, scope)) {
            // Another node, or others to make room: another step, and the weight that moved before rests.
            self.rest();
        }
        if self.is_locked(node) {
            return Ok(Outcome::Unchanged);
        }
        let drag = self.drag.take().map_or_else(|| self.begin_drag(node, scope), Ok)?;
        let step = self.moved(&drag, share).map(|(name, edit)| (name.to_string(), edit));
        self.drag = Some(drag);
        Ok(if self.go_on(node, step)? { Outcome::Done } else { Outcome::Unchanged })
    }

    pub(super) fn plan_set_weight(&self, node: Id, share: f64) -> Planned {
        if self.is_locked(node) {
            return nothing();
        }
        match self.moved(&self.begin_drag(node, Scope::Everything)?, share) {
            Some(step) => Ok(Plan { step: Some(step), outcome: Outcome::Done }),
            None => nothing(),
        }
    }

    fn begin_drag(&self, node: Id, scope: Scope) -> Result<Drag, EditError> {
        let movement = self.movement(node, scope).ok_or(EditError::Unknown(node))?;
        let (weights, weighed) = (self.document.weights.clone(), self.document.weighed.clone());
        Ok(Drag { node, scope, movement, weights, weighed })
    }

    /// What a drag has come to at a share of 0 to 1: a step from where it began, none where it is there again.
    fn moved(&self, drag: &Drag, share: f64) -> Option<(StepName, Edit)> {
        let movement = &drag.movement;
        let points = self.model.outline().points(&movement.at(share), &drag.weights);
        if points == drag.weights {
            return None;
        }
        let reached = share.clamp(*movement.range().start(), *movement.range().end());
        let (mut from, mut to) = (numbers::percent(movement.now()), numbers::percent(reached));
        if from == to {
            (from, to) = (numbers::percent_to(movement.now(), 1), numbers::percent_to(reached, 1));
        }
        let name = self.document.node(drag.node).map_or_else(String::new, |node| node.name().to_owned());
        let (label, edit) = (StepName::Weight { name, from, to }, Edit::SetWeights(points));
        // Beside the weight stand the worst and best that it is meant for.
        let weighed = self.weighed_with(drag);
        let edit = if weighed == drag.weighed { edit } else { Edit::Batch(vec![edit, Edit::SetWeighed(weighed)]) };
        Some((label, edit))
    }

    /// The ends that weights are meant for, once this one has been set.
    fn weighed_with(&self, drag: &Drag) -> BTreeMap<Id, Option<Ends>> {
        let mut weighed = drag.weighed.clone();
        let outline = self.model.outline();
        let Some(at) = outline.find(drag.node) else { return weighed };
        let below = outline.entries().iter().filter(|entry| entry.is_criterion);
        for (entry, criterion) in below.zip(&self.model.problem().criteria) {
            if outline.entries()[at].leaves.contains(&entry.leaves.start) {
                weighed.insert(entry.id, criterion.ends);
            }
        }
        weighed
    }
}

impl Drag {
    fn goes_on(&self, node: Id, scope: Scope) -> bool {
        self.node == node && self.scope == scope
    }
}
