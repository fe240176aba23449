//! The value tree: groups to any depth, criteria as leaves.

use serde::{Deserialize, Serialize};

use super::unsound::Unsound;
use super::{Id, Scale, Score, Source};
use crate::text::Message;

/// How deep a tree may be: far beyond what anyone reads, well within what the stack bears.
pub const MAX_DEPTH: usize = 32;

/// A node of the value tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Node {
    Group(Group),
    Criterion(Criterion),
}

/// Criteria that belong together. Its weight is the sum of theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub id: Id,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    #[serde(default)]
    pub children: Vec<Node>,
}

/// A criterion that options are scored on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: Id,
    pub name: String,
    /// The definition: what is judged, and what a high score means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    #[serde(default)]
    pub scale: Scale,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    #[serde(default, skip_serializing_if = "Outranking::is_default")]
    pub outranking: Outranking,
    /// What an option must reach to come into question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub must_have: Option<MustHave>,
}

/// A limit that an option must keep.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum MustHave {
    /// In the criterion's own unit.
    AtLeast(f64),
    AtMost(f64),
    /// As good as this level, or better.
    Level(Id),
}

impl MustHave {
    /// True where a score keeps the limit: its point, that is the middle of a range or the likely value. None where it is
    /// no score of this scale.
    #[must_use]
    pub fn is_met(self, score: Score, scale: &Scale) -> Option<bool> {
        let x = score.point(scale)?;
        Some(match self {
            Self::AtLeast(limit) => x >= limit,
            Self::AtMost(limit) => x <= limit,
            Self::Level(id) => x >= scale.level(id)?.value,
        })
    }
}

/// What the outranking methods (PROMETHEE, ELECTRE) need to know of a criterion, in its own unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Outranking {
    pub preference: Preference,
    /// Indifference threshold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q: Option<f64>,
    /// Preference threshold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// Inflection of the Gaussian function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s: Option<f64>,
    /// Veto threshold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub veto: Option<f64>,
}

impl Outranking {
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The threshold that the preference function asks for and that is not set, by name. Functions that take two are
    /// content with the greater: an indifference threshold that is not set is 0.
    #[must_use]
    pub fn lacks(&self) -> Option<&'static str> {
        let (name, threshold) = match self.preference {
            Preference::Usual => return None,
            Preference::UShape => ("q", self.q),
            Preference::VShape | Preference::Level | Preference::Linear => ("p", self.p),
            Preference::Gaussian => ("s", self.s),
        };
        threshold.is_none().then_some(name)
    }

    /// The thresholds that are set, by name.
    pub fn thresholds(&self) -> impl Iterator<Item = (&'static str, f64)> {
        [("q", self.q), ("p", self.p), ("s", self.s), ("veto", self.veto)]
            .into_iter()
            .filter_map(|(name, threshold)| threshold.map(|threshold| (name, threshold)))
    }
}

/// The preference functions of Brans, Vincke & Mareschal 1986.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Preference {
    #[default]
    Usual,
    UShape,
    VShape,
    Level,
    Linear,
    Gaussian,
}

impl Preference {
    pub const ALL: [Self; 6] = [Self::Usual, Self::UShape, Self::VShape, Self::Level, Self::Linear, Self::Gaussian];

    /// The name in decision CSV and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::UShape => "u-shape",
            Self::VShape => "v-shape",
            Self::Level => "level",
            Self::Linear => "linear",
            Self::Gaussian => "gaussian",
        }
    }
}

impl Criterion {
    /// A criterion on the default scale, a rating of 0 to 100.
    #[must_use]
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            description: String::new(),
            scale: Scale::default(),
            sources: Vec::new(),
            outranking: Outranking::default(),
            must_have: None,
        }
    }

    /// Why this criterion cannot be used, with the remedy; None where it can.
    #[must_use]
    pub fn fault(&self) -> Option<Message> {
        let bad = self.outranking.thresholds().find(|(_, threshold)| !threshold.is_finite() || *threshold < 0.0);
        let threshold = bad.map(|(name, number)| Unsound::Threshold { name, number }.into());
        self.scale.fault().or(threshold).or_else(|| match (self.must_have?, self.scale.has_levels()) {
            (MustHave::AtLeast(limit) | MustHave::AtMost(limit), false) if limit.is_finite() => None,
            (MustHave::Level(id), true) if self.scale.level(id).is_some() => None,
            (_, true) => Some(Unsound::LimitNoLevel.into()),
            (_, false) => Some(Unsound::LimitNoNumber.into()),
        })
    }
}

impl Node {
    #[must_use]
    pub fn id(&self) -> Id {
        match self {
            Self::Group(group) => group.id,
            Self::Criterion(criterion) => criterion.id,
        }
    }

    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Group(group) => &group.name,
            Self::Criterion(criterion) => &criterion.name,
        }
    }

    #[must_use]
    pub fn as_criterion(&self) -> Option<&Criterion> {
        match self {
            Self::Criterion(criterion) => Some(criterion),
            Self::Group(_) => None,
        }
    }

    #[must_use]
    pub fn as_group(&self) -> Option<&Group> {
        match self {
            Self::Group(group) => Some(group),
            Self::Criterion(_) => None,
        }
    }

    #[must_use]
    pub fn children(&self) -> &[Self] {
        self.as_group().map_or(&[], |group| &group.children)
    }

    /// Calls `see` on this node and all below, parents first.
    pub fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Self)) {
        see(self);
        for child in self.children() {
            child.visit(see);
        }
    }

    /// The number of levels from this node to its deepest leaf, itself included.
    #[must_use]
    pub fn height(&self) -> usize {
        1 + self.children().iter().map(Self::height).max().unwrap_or(0)
    }

    pub(super) fn find(nodes: &[Self], id: Id) -> Option<&Self> {
        nodes.iter().find_map(|node| if node.id() == id { Some(node) } else { Self::find(node.children(), id) })
    }

    pub(super) fn find_mut(nodes: &mut [Self], id: Id) -> Option<&mut Self> {
        nodes.iter_mut().find_map(|node| {
            if node.id() == id {
                return Some(node);
            }
            match node {
                Self::Group(group) => Self::find_mut(&mut group.children, id),
                Self::Criterion(_) => None,
            }
        })
    }

    /// The list that holds `id`, its parent's id, and its place in the list.
    pub(super) fn place(nodes: &[Self], id: Id, parent: Option<Id>) -> Option<(Option<Id>, usize)> {
        if let Some(at) = nodes.iter().position(|node| node.id() == id) {
            return Some((parent, at));
        }
        nodes.iter().find_map(|node| Self::place(node.children(), id, Some(node.id())))
    }
}
