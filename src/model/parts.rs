//! What differs between two states of a document.

use std::ops::BitOr;

use super::Document;

/// Parts of a document, on which results depend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts(u16);

impl Parts {
    pub const NONE: Self = Self(0);
    /// Points of all nodes, and the ends that they were set for.
    pub const WEIGHTS: Self = Self(1);
    /// What the options have on the criteria, with its rationale and evidence.
    pub const SCORES: Self = Self(1 << 1);
    /// Options, criteria with their scales, and which option the others are compared with.
    pub const STRUCTURE: Self = Self(1 << 2);
    pub const PEOPLE: Self = Self(1 << 3);
    pub const LOCKS: Self = Self(1 << 4);
    /// What weights were made from.
    pub const JUDGEMENTS: Self = Self(1 << 5);
    /// Saved weights, and which of them were taken.
    pub const VIEWPOINTS: Self = Self(1 << 6);
    /// Answers to remarks of the checks.
    pub const DISMISSALS: Self = Self(1 << 7);
    /// What the decision is about.
    pub const ABOUT: Self = Self(1 << 8);
    pub const ALL: Self = Self((1 << 9) - 1);

    /// What is not the same in both. Scores are not looked at but known by the columns that two states share, so that it
    /// costs the same for any number of options; a column that was written to counts as changed.
    #[must_use]
    pub fn between(before: &Document, after: &Document) -> Self {
        let Document {
            about,
            criteria,
            weights,
            judgements,
            locks,
            viewpoints,
            viewpoint,
            alternatives,
            baseline,
            people,
            weighed,
            dismissals,
        } = before;
        let is_of = |part: Self, differs: bool| if differs { part } else { Self::NONE };
        let structure =
            *criteria != after.criteria || *baseline != after.baseline || !alternatives.same_list(&after.alternatives);
        is_of(Self::WEIGHTS, *weights != after.weights || *weighed != after.weighed)
            | is_of(Self::SCORES, !alternatives.shares_columns(&after.alternatives))
            | is_of(Self::STRUCTURE, structure)
            | is_of(Self::PEOPLE, *people != after.people)
            | is_of(Self::LOCKS, *locks != after.locks)
            | is_of(Self::JUDGEMENTS, *judgements != after.judgements)
            | is_of(Self::VIEWPOINTS, *viewpoints != after.viewpoints || *viewpoint != after.viewpoint)
            | is_of(Self::DISMISSALS, *dismissals != after.dismissals)
            | is_of(Self::ABOUT, *about != after.about)
    }

    /// True where they have something in common.
    #[must_use]
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// For constants; elsewhere `|`.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Parts {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}
