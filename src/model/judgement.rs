//! What people said about weights and options: kept beside the points and scores that follow from it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::unsound::{Unsound, within};
use super::{Document, Id, Node, Points, unique};
use crate::text::Message;

/// Judgements by what they are about. The document's points and scores were made from them once and may have moved since.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Judgements {
    /// About the weights of the top level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top: Option<Judgement>,
    /// About the weights of a group's children, by the group.
    #[serde(deserialize_with = "unique::map", skip_serializing_if = "BTreeMap::is_empty")]
    pub groups: BTreeMap<Id, Judgement>,
    /// About overall weights, wherever in the tree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Limit>,
    /// Comparisons of options, by criterion.
    #[serde(deserialize_with = "unique::map", skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<Id, Pairwise>,
}

/// How siblings in the value tree were weighed against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Judgement {
    /// All alike.
    Equal,
    /// Points of 0 or more.
    Points(#[serde(deserialize_with = "unique::map")] Points),
    /// 100 points shared out.
    Allocation(#[serde(deserialize_with = "unique::map")] Points),
    /// How much the step from worst to best matters; 100 for the one that matters most.
    Swing(#[serde(deserialize_with = "unique::map")] Points),
    RankOrder {
        formula: RankFormula,
        /// The most important first; what shares a rank stands together.
        order: Vec<Vec<Id>>,
    },
    Pairwise(Pairwise),
    BestWorst {
        best: Id,
        worst: Id,
        /// How many times as important the best is as each of the others: 1 or more.
        #[serde(deserialize_with = "unique::map")]
        best_to_others: Points,
        /// How many times as important each of the others is as the worst: 1 or more.
        #[serde(deserialize_with = "unique::map")]
        others_to_worst: Points,
    },
    /// From the scores, whatever anybody prefers.
    DataDriven(Information),
}

/// The one of two that matters more, by how much: `("price", "looks", 3)` says three times as much.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pairwise {
    pub priorities: Priorities,
    /// Ratios above 0, each pair at most once, in either order.
    pub ratios: Vec<(Id, Id, f64)>,
}

/// How a rank order becomes weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RankFormula {
    /// Rank-order centroid.
    Centroid,
    RankSum,
    RankReciprocal,
    SumReciprocal,
}

/// How pairwise comparisons become weights. An incomplete matrix is solved by least squares of logarithms either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Priorities {
    #[default]
    Eigenvector,
    GeometricMean,
}

/// What weights that rest on the scores alone measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Information {
    Entropy,
    Critic,
    StandardDeviation,
}

/// What is known of overall weights. That of a group is the sum of its criteria's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Limit {
    /// Between two shares of 0 to 1.
    Within(Id, f64, f64),
    /// The first weighs at least as much as the second.
    AtLeast(Id, Id),
}

impl Judgements {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The judgement about the children of `parent`, or about the top level.
    #[must_use]
    pub fn of(&self, parent: Option<Id>) -> Option<&Judgement> {
        match parent {
            None => self.top.as_ref(),
            Some(group) => self.groups.get(&group),
        }
    }

    /// Puts a judgement in the place of the one that stood there.
    pub fn set(&mut self, parent: Option<Id>, judgement: Option<Judgement>) {
        match (parent, judgement) {
            (None, judgement) => self.top = judgement,
            (Some(group), Some(judgement)) => drop(self.groups.insert(group, judgement)),
            (Some(group), None) => drop(self.groups.remove(&group)),
        }
    }

    /// Leaves out what is about nodes or options that `document` does not have in that place.
    pub(super) fn prune(&mut self, document: &Document) {
        let children = |parent: Option<Id>| children(document, parent).unwrap_or_default();
        self.top = self.top.take().and_then(|judgement| judgement.among(&children(None)));
        self.groups = std::mem::take(&mut self.groups)
            .into_iter()
            .filter_map(|(group, judgement)| Some((group, judgement.among(&children(Some(group)))?)))
            .collect();
        self.limits.retain(|limit| limit.ids().iter().all(|&id| document.node(id).is_some()));
        let is_there = |id: &Id| document.alternatives.place(*id).is_some();
        self.options.retain(|&criterion, pairwise| {
            pairwise.ratios.retain(|(one, other, _)| is_there(one) && is_there(other));
            document.criterion(criterion).is_some() && !pairwise.ratios.is_empty()
        });
    }

    /// What no document may hold, with the remedy, the first of it; None where all is sound.
    pub(super) fn fault(&self, document: &Document) -> Option<Message> {
        let top = self.top.iter().map(|judgement| (None, judgement));
        let groups = self.groups.iter().map(|(&group, judgement)| (Some(group), judgement));
        for (parent, judgement) in top.chain(groups) {
            let Some(among) = children(document, parent) else {
                return parent.map(|id| Unsound::JudgementOfNoGroup { id }.into());
            };
            if let Some(fault) = judgement.fault(&among) {
                return Some(within(&fault, |what, remedy| match parent {
                    None => Unsound::JudgementOfTopLevel { what, remedy },
                    Some(id) => Unsound::JudgementOfGroup { id, what, remedy },
                }));
            }
        }
        // A million options are gone through for those alone who have compared some.
        let asked = if self.options.is_empty() { 0 } else { document.alternatives.len() };
        let options: BTreeSet<Id> = document.alternatives.iter().take(asked).map(|option| option.id).collect();
        for (&id, pairwise) in &self.options {
            if document.criterion(id).is_none() {
                return Some(Unsound::OptionsOnNoCriterion { id }.into());
            }
            if let Some(fault) = pairwise.fault(&options) {
                return Some(within(&fault, |what, remedy| Unsound::ComparisonOfOptions { id, what, remedy }));
            }
        }
        self.limits.iter().find_map(|limit| limit.fault(document))
    }
}

/// The ids directly below a group or at the top; None where `parent` is no group.
fn children(document: &Document, parent: Option<Id>) -> Option<BTreeSet<Id>> {
    let nodes = match parent {
        None => &document.criteria,
        Some(id) => &document.node(id)?.as_group()?.children,
    };
    Some(nodes.iter().map(Node::id).collect())
}

impl Judgement {
    /// What is left when only `among` are there; None when it says nothing any more.
    fn among(mut self, among: &BTreeSet<Id>) -> Option<Self> {
        let says_something = match &mut self {
            Self::Equal | Self::DataDriven(_) => !among.is_empty(),
            Self::Points(points) | Self::Allocation(points) | Self::Swing(points) => {
                points.retain(|id, _| among.contains(id));
                !points.is_empty()
            }
            Self::RankOrder { order, .. } => {
                for tier in order.iter_mut() {
                    tier.retain(|id| among.contains(id));
                }
                order.retain(|tier| !tier.is_empty());
                !order.is_empty()
            }
            Self::Pairwise(pairwise) => {
                pairwise.ratios.retain(|(one, other, _)| among.contains(one) && among.contains(other));
                !pairwise.ratios.is_empty()
            }
            Self::BestWorst { best, worst, best_to_others, others_to_worst } => {
                best_to_others.retain(|id, _| among.contains(id));
                others_to_worst.retain(|id, _| among.contains(id));
                among.contains(best) && among.contains(worst)
            }
        };
        says_something.then_some(self)
    }

    fn fault(&self, among: &BTreeSet<Id>) -> Option<Message> {
        match self {
            Self::Equal | Self::DataDriven(_) => None,
            Self::Points(points) | Self::Allocation(points) | Self::Swing(points) => {
                stranger(points.keys(), among).or_else(|| low(points, 0.0))
            }
            Self::RankOrder { order, .. } => stranger(order.iter().flatten(), among).or_else(|| {
                let mut seen = BTreeSet::new();
                let &id = order.iter().flatten().find(|&&id| !seen.insert(id))?;
                Some(Unsound::TwoRanks { id }.into())
            }),
            Self::Pairwise(pairwise) => pairwise.fault(among),
            Self::BestWorst { best, worst, best_to_others, others_to_worst } => {
                let named = [best, worst].into_iter().chain(best_to_others.keys()).chain(others_to_worst.keys());
                stranger(named, among).or_else(|| low(best_to_others, 1.0)).or_else(|| low(others_to_worst, 1.0))
            }
        }
    }
}

impl Pairwise {
    fn fault(&self, among: &BTreeSet<Id>) -> Option<Message> {
        let mut seen = BTreeSet::new();
        stranger(self.ratios.iter().flat_map(|(one, other, _)| [one, other]), among).or_else(|| {
            self.ratios.iter().find_map(|&(one, other, ratio)| {
                if one == other {
                    Some(Unsound::ComparedWithItself { id: one }.into())
                } else if !seen.insert((one.min(other), one.max(other))) {
                    Some(Unsound::ComparedTwice { one, other }.into())
                } else if !(ratio.is_finite() && ratio > 0.0) {
                    Some(Unsound::BadRatio { one, ratio, other }.into())
                } else {
                    None
                }
            })
        })
    }
}

impl Limit {
    /// The nodes it is about.
    #[must_use]
    pub fn ids(&self) -> Vec<Id> {
        match *self {
            Self::Within(id, ..) => vec![id],
            Self::AtLeast(more, less) => vec![more, less],
        }
    }

    fn fault(&self, document: &Document) -> Option<Message> {
        if let Some(id) = self.ids().into_iter().find(|&id| document.node(id).is_none()) {
            return Some(Unsound::LimitOnNothing { id }.into());
        }
        match self {
            &Self::Within(id, low, high) if !(0.0 <= low && low <= high && high <= 1.0) => {
                Some(Unsound::LimitReversed { id, low, high }.into())
            }
            _ => None,
        }
    }
}

fn stranger<'a>(mut named: impl Iterator<Item = &'a Id>, among: &BTreeSet<Id>) -> Option<Message> {
    let &id = named.find(|id| !among.contains(id))?;
    Some(Unsound::NotJudged { id }.into())
}

fn low(points: &Points, least: f64) -> Option<Message> {
    let (&id, &number) = points.iter().find(|(_, x)| !(x.is_finite() && **x >= least))?;
    Some(Unsound::JudgedTooLow { id, number, least }.into())
}
