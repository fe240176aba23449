//! What an edit must fulfil before it is made.

use super::{EditError, Graft};
use crate::model::unsound::Unsound;
use crate::model::{Cell, Criterion, Document, Id, MAX_DEPTH, Node, Person, Points};
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

    pub(super) fn check_graft(&self, graft: &Graft) -> Result<(), EditError> {
        self.check_parent(graft.parent)?;
        self.check_depth(&graft.node, graft.parent)?;
        for (&id, column) in &graft.columns {
            let criterion = Node::find(std::slice::from_ref(&graft.node), id).and_then(Node::as_criterion);
            let scale = &criterion.ok_or(EditError::Unknown(id))?.scale;
            fit(column.fault(scale).map(|(_, fault)| fault))?;
            if column.rows() != self.alternatives.len() {
                let (scores, options) = (column.rows(), self.alternatives.len());
                return Err(EditError::unfit(Unsound::ScoresDoNotMatch { scores, options }));
            }
        }
        let mut checked = Ok(());
        let mut names: Vec<&str> = Vec::new();
        graft.node.visit(&mut |node| {
            if checked.is_err() {
                return;
            }
            checked = if self.node(node.id()).is_some() {
                Err(EditError::TakenId(node.id()))
            } else if let Node::Criterion(criterion) = node {
                self.check_criterion(criterion)
                    .and_then(|()| check_name(&criterion.name, names.iter().copied()))
                    .inspect(|()| names.push(&criterion.name))
            } else if node.name().trim().is_empty() {
                Err(EditError::EmptyName)
            } else {
                Ok(())
            };
        });
        checked
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
        for (&id, &x) in points {
            self.node(id).ok_or(EditError::Unknown(id))?;
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

impl Document {
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
