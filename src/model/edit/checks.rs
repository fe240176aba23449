//! What an edit must fulfil before it is made.

use std::collections::{HashMap, HashSet};

use super::{EditError, Graft};
use crate::model::unsound::Unsound;
use crate::model::{Alternatives, Cell, Criterion, Document, Id, MAX_DEPTH, Node, Person, Points};
use crate::text::Message;

impl Document {
    pub(super) fn check_alternative_name(&self, name: &str, own: Id) -> Result<(), EditError> {
        check_name(
            name,
            self.alternatives.named(name).filter(|&row| self.alternatives[row].id != own).map(|_| name).into_iter(),
        )
    }

    pub(super) fn check_criterion(&self, criterion: &Criterion) -> Result<(), EditError> {
        let others = self.leaves().into_iter().filter(|other| other.id != criterion.id);
        check_name(&criterion.name, others.map(|other| other.name.as_str()))?;
        fit(criterion.fault())
    }

    pub(super) fn check_cell(&self, criterion: Id, cell: &Cell) -> Result<(), EditError> {
        let scale = &self.criterion(criterion).ok_or(EditError::Unknown(criterion))?.scale;
        fit(cell.score.and_then(|score| score.fault(scale)))
    }

    /// Only the top level and groups hold nodes.
    pub(super) fn check_parent(&self, parent: Option<Id>) -> Result<(), EditError> {
        match parent {
            Some(id) if self.node(id).and_then(Node::as_group).is_none() => Err(EditError::Unknown(id)),
            _ => Ok(()),
        }
    }

    pub(super) fn check_depth(&self, node: &Node, parent: Option<Id>) -> Result<(), EditError> {
        let outline = self.outline();
        let depth = parent.and_then(|id| outline.find(id)).map_or(0, |at| outline.entries()[at].depth + 1);
        if depth + node.height() > MAX_DEPTH { Err(EditError::TooDeep { most: MAX_DEPTH }) } else { Ok(()) }
    }

    pub(super) fn check_points(&self, points: &Points) -> Result<(), EditError> {
        let there = Inventory::of(&self.criteria);
        for (&id, &x) in points {
            if !there.holds(id) {
                return Err(EditError::Unknown(id));
            }
            if !x.is_finite() || x < 0.0 {
                return Err(EditError::unfit(Unsound::Points { id, points: x }));
            }
        }
        let top: f64 = self.criteria.iter().filter_map(|node| points.get(&node.id())).sum();
        if !points.is_empty() && !self.criteria.is_empty() && top <= 0.0 {
            return Err(EditError::unfit(Unsound::AllWeightsZero));
        }
        Ok(())
    }
}

/// What is in a value tree, looked up and not searched for.
#[derive(Default)]
pub(super) struct Inventory<'a> {
    /// How deep the children of a node stand; None where it can have none.
    below: HashMap<Id, Option<usize>>,
    /// What criteria are called.
    names: HashSet<&'a str>,
}

impl<'a> Inventory<'a> {
    pub(super) fn of(criteria: &'a [Node]) -> Self {
        let mut inventory = Self::default();
        // What is there is not for an edit to judge.
        for node in criteria {
            drop(inventory.add(node, 0, &mut |_, _| Ok(())));
        }
        inventory
    }

    pub(super) fn holds(&self, id: Id) -> bool {
        self.below.contains_key(&id)
    }

    /// Takes a node in that is about to come, with all below, where it can.
    pub(super) fn take_in(&mut self, graft: &'a Graft, options: usize) -> Result<(), EditError> {
        let depth = match graft.parent {
            None => 0,
            Some(id) => self.below.get(&id).copied().flatten().ok_or(EditError::Unknown(id))?,
        };
        if depth + graft.node.height() > MAX_DEPTH {
            return Err(EditError::TooDeep { most: MAX_DEPTH });
        }
        for (&id, column) in &graft.columns {
            let criterion = Node::find(std::slice::from_ref(&graft.node), id).and_then(Node::as_criterion);
            let scale = &criterion.ok_or(EditError::Unknown(id))?.scale;
            fit(column.fault(scale).map(|(_, fault)| fault))?;
            if column.rows() != options {
                let scores = column.rows();
                return Err(EditError::unfit(Unsound::ScoresDoNotMatch { scores, options }));
            }
        }
        self.add(&graft.node, depth, &mut |inventory, node| match node {
            _ if inventory.holds(node.id()) => Err(EditError::TakenId(node.id())),
            _ if node.name().trim().is_empty() => Err(EditError::EmptyName),
            Node::Criterion(criterion) if inventory.names.contains(criterion.name.as_str()) => {
                Err(EditError::TakenName(criterion.name.clone()))
            }
            Node::Criterion(criterion) => fit(criterion.fault()),
            Node::Group(_) => Ok(()),
        })
    }

    fn add(
        &mut self,
        node: &'a Node,
        depth: usize,
        check: &mut impl FnMut(&Self, &Node) -> Result<(), EditError>,
    ) -> Result<(), EditError> {
        check(self, node)?;
        self.below.insert(node.id(), node.as_group().map(|_| depth + 1));
        self.names.extend(node.as_criterion().map(|criterion| criterion.name.as_str()));
        node.children().iter().try_for_each(|child| self.add(child, depth + 1, check))
    }
}

impl Document {
    /// Options on their way in: none of them is there, all have names, and all scores fit.
    pub(super) fn check_alternatives(&self, new: &Alternatives) -> Result<(), EditError> {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for alternative in new {
            if self.alternative(alternative.id).is_some() || !ids.insert(alternative.id) {
                return Err(EditError::TakenId(alternative.id));
            }
            self.check_alternative_name(&alternative.name, alternative.id)?;
            if !names.insert(alternative.name.as_str()) {
                return Err(EditError::TakenName(alternative.name.clone()));
            }
        }
        let leaves: HashMap<Id, &Criterion> = self.leaves().into_iter().map(|leaf| (leaf.id, leaf)).collect();
        for (id, column) in new.columns() {
            let scale = &leaves.get(&id).ok_or(EditError::Unknown(id))?.scale;
            fit(column.fault(scale).map(|(_, fault)| fault))?;
        }
        Ok(())
    }

    pub(super) fn check_people(&self, people: &[Person]) -> Result<(), EditError> {
        for (i, person) in people.iter().enumerate() {
            let others = &people[..i];
            check_name(&person.name, others.iter().map(|other| other.name.as_str()))?;
            if others.iter().any(|other| other.id == person.id) {
                return Err(EditError::TakenId(person.id));
            }
            self.check_points(&person.weights)?;
            for (&option, scores) in &person.scores {
                self.alternative(option).ok_or(EditError::Unknown(option))?;
                for (&criterion, &score) in scores {
                    self.check_cell(criterion, &Cell::of(score))?;
                }
            }
        }
        Ok(())
    }
}

fn check_name<'a>(name: &str, mut others: impl Iterator<Item = &'a str>) -> Result<(), EditError> {
    if name.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    if others.any(|other| other == name) {
        return Err(EditError::TakenName(name.to_owned()));
    }
    Ok(())
}

pub(super) fn fit(fault: Option<Message>) -> Result<(), EditError> {
    fault.map_or(Ok(()), |fault| Err(EditError::unfit(fault)))
}
