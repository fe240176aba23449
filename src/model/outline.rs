//! The value tree laid flat, with the weights that go with it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Id, Node, Points};

/// The value tree in depth-first order. A node covers a run of leaves, and leaves are numbered from left to right as the
/// columns of a [`Problem`](super::Problem) are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    entries: Vec<Entry>,
    leaves: usize,
}

/// One node of an [`Outline`].
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: Id,
    /// Place of the parent in the outline.
    pub parent: Option<usize>,
    /// 0 at the top level.
    pub depth: usize,
    /// The leaves below; for a criterion its own.
    pub leaves: Range<usize>,
    pub is_criterion: bool,
    /// Which of the top-level nodes it belongs to: what its colour follows.
    pub branch: usize,
}

impl Outline {
    #[must_use]
    pub fn of(criteria: &[Node]) -> Self {
        let mut outline = Self::default();
        for (branch, node) in criteria.iter().enumerate() {
            outline.add(node, None, 0, branch);
        }
        outline
    }

    fn add(&mut self, node: &Node, parent: Option<usize>, depth: usize, branch: usize) {
        let at = self.entries.len();
        let first = self.leaves;
        let is_criterion = node.as_criterion().is_some();
        self.entries.push(Entry { id: node.id(), parent, depth, leaves: first..first, is_criterion, branch });
        if is_criterion {
            self.leaves += 1;
        }
        for child in node.children() {
            self.add(child, Some(at), depth + 1, branch);
        }
        self.entries[at].leaves.end = self.leaves;
    }

    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The number of criteria.
    #[must_use]
    pub fn leaves(&self) -> usize {
        self.leaves
    }

    #[must_use]
    pub fn find(&self, id: Id) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id == id)
    }

    /// The places of the nodes directly below `parent`, or of the top level.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        (0..self.entries.len()).filter(move |&at| self.entries[at].parent == parent)
    }

    /// The overall weight of each criterion, from left to right: the product of the shares down the tree. They sum to 1,
    /// unless there are no criteria. Siblings whose points are all zero share equally; groups without criteria get none.
    #[must_use]
    pub fn shares(&self, points: &Points) -> Vec<f64> {
        let mut shares = vec![0.0; self.leaves];
        self.spread(None, 1.0, points, &mut shares);
        shares
    }

    fn spread(&self, parent: Option<usize>, share: f64, points: &Points, shares: &mut [f64]) {
        let children: Vec<usize> = self.children(parent).collect();
        for (&at, part) in children.iter().zip(self.parts(&children, points)) {
            let entry = &self.entries[at];
            if entry.is_criterion {
                shares[entry.leaves.start] = share * part;
            } else {
                self.spread(Some(at), share * part, points, shares);
            }
        }
    }

    /// What part each of some siblings has of what they weigh together.
    fn parts(&self, siblings: &[usize], points: &Points) -> Vec<f64> {
        let bears_weight = |at: &usize| !self.entries[*at].leaves.is_empty();
        let own = |at: &usize| points.get(&self.entries[*at].id).copied().unwrap_or(0.0);
        let bearing = siblings.iter().filter(|at| bears_weight(at));
        // Points may be so great that their sum is no number; a power of two takes no digit from them.
        let scale = if bearing.clone().map(own).sum::<f64>().is_finite() { 1.0 } else { f64::EPSILON };
        let total: f64 = bearing.clone().map(|at| own(at) * scale).sum();
        #[expect(clippy::cast_precision_loss, reason = "a count of siblings")]
        let even = 1.0 / bearing.count() as f64;
        let part = |at: &usize| match bears_weight(at) {
            true if total > 0.0 => own(at) * scale / total,
            true => even,
            false => 0.0,
        };
        siblings.iter().map(part).collect()
    }

    /// The overall weight of the node at `at`, given those of the criteria.
    #[must_use]
    pub fn share(&self, at: usize, shares: &[f64]) -> f64 {
        shares[self.entries[at].leaves.clone()].iter().sum()
    }

    /// Points that give the overall weights `shares`. Siblings that keep their proportions keep their points in `before`
    /// to the letter, and so do those that weigh nothing together, which thereby remember how they stood. A group without
    /// criteria weighs nothing, and keeps its points in proportion for the time when it has some.
    #[must_use]
    pub fn points(&self, shares: &[f64], before: &Points) -> Points {
        let mut points: Points = self.entries.iter().map(|entry| (entry.id, 0.0)).collect();
        let parents = std::iter::once(None).chain((0..self.entries.len()).map(Some));
        for parent in parents {
            let children: Vec<usize> = self.children(parent).collect();
            let after: Vec<f64> = children.iter().map(|&at| self.share(at, shares)).collect();
            let total: f64 = after.iter().sum();
            let parts = self.parts(&children, before);
            let same =
                total <= 0.0 || after.iter().zip(parts).all(|(share, part)| (share / total - part).abs() < 1e-13);
            let own = |at: usize| before.get(&self.entries[at].id).copied().unwrap_or(0.0);
            let is_empty = |at: usize| self.entries[at].leaves.is_empty();
            let bearing: f64 = children.iter().filter(|at| !is_empty(**at)).map(|at| own(*at)).sum();
            let scale = if bearing > 0.0 { total * 100.0 / bearing } else { 1.0 };
            for (&at, share) in children.iter().zip(after) {
                let new = match is_empty(at) {
                    _ if same => own(at),
                    true => (own(at) * scale).min(f64::MAX),
                    false => share * 100.0,
                };
                points.insert(self.entries[at].id, new);
            }
        }
        points
    }

    /// The same weight for every criterion, as points.
    #[must_use]
    pub fn even(&self) -> Points {
        #[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
        self.entries.iter().map(|entry| (entry.id, entry.leaves.len() as f64)).collect::<BTreeMap<_, _>>()
    }
}
