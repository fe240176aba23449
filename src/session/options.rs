//! Options: add, describe, duplicate, delete, reorder.

use super::perform::{Planned, adding, nothing, step};
use super::{NewName, Session, StepName};
use crate::model::{Edit, EditError, Id, Row};

impl Session {
    pub(super) fn plan_add_option(&self, at: usize) -> Planned {
        let name = self.free_option_name(NewName::Option.text());
        let id = self.document.fresh_alternative_id(&name);
        let alternative = Row { id, name, description: String::new(), scores: std::collections::BTreeMap::new() };
        let at = at.min(self.document.alternatives.len());
        adding(id, StepName::AddOption, Edit::InsertAlternative { at, alternative: Box::new(alternative) })
    }

    pub(super) fn plan_duplicate_option(&self, id: Id) -> Planned {
        let at = self.option_place(id)?;
        let original = self.document.alternatives.row(at);
        let label = StepName::Duplicate { name: original.name.clone() };
        let name = self.free_option_name(&original.name);
        let copy = Row { id: self.document.fresh_alternative_id(&name), name, ..original };
        let new = copy.id;
        adding(new, label, Edit::InsertAlternative { at: at + 1, alternative: Box::new(copy) })
    }

    pub(super) fn plan_delete_option(&self, id: Id) -> Planned {
        let at = self.option_place(id)?;
        let name = self.document.alternatives[at].name.clone();
        step(StepName::Delete { name }, Edit::RemoveAlternative(id))
    }

    pub(super) fn plan_shift_option(&self, id: Id, by: isize) -> Planned {
        let at = self.option_place(id)?;
        let to = at.saturating_add_signed(by).min(self.document.alternatives.len() - 1);
        if to == at {
            return nothing();
        }
        let name = self.document.alternatives[at].name.clone();
        step(StepName::Move { name }, Edit::MoveAlternative { id, to })
    }

    pub(super) fn plan_describe_option(&self, id: Id, name: String, description: String) -> Planned {
        let old = self.document.alternative(id).ok_or(EditError::Unknown(id))?;
        if old.name == name && old.description == description {
            return nothing();
        }
        let label = described(&old.name, &name);
        step(label, Edit::DescribeAlternative { id, name, description })
    }

    pub(super) fn plan_compare_with(&self, id: Option<Id>) -> Planned {
        if id == self.document.baseline {
            return nothing();
        }
        let label = match id.and_then(|id| self.document.alternative(id)) {
            Some(alternative) => StepName::CompareWith { option: alternative.name.clone() },
            None => StepName::CompareWithNone,
        };
        step(label, Edit::SetBaseline(id))
    }

    /// Place of an option and how many there are.
    #[must_use]
    pub fn option_among(&self, id: Id) -> Option<(usize, usize)> {
        Some((self.option_place(id).ok()?, self.document.alternatives.len()))
    }

    /// The option's place in the matrix.
    ///
    /// # Errors
    /// When there is no such option.
    pub fn option_place(&self, id: Id) -> Result<usize, EditError> {
        self.document.alternatives.place(id).ok_or(EditError::Unknown(id))
    }

    fn free_option_name(&self, wish: &str) -> String {
        free_name(wish, |name| self.document.alternatives.named(name).is_some())
    }
}

/// A step that describes anew what was called `old`.
pub(super) fn described(old: &str, name: &str) -> StepName {
    if old == name {
        StepName::Describe { name: name.to_owned() }
    } else {
        StepName::Rename { from: old.to_owned(), to: name.to_owned() }
    }
}

/// `wish`, with a number behind it where it is taken: "Clio", "Clio 2", "Clio 3". A number that is part of the name itself
/// stays: the copy of a lone "iPhone 15" is no "iPhone 16".
pub(super) fn free_name(wish: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(wish) {
        return wish.to_owned();
    }
    let stem = match wish.rsplit_once(' ') {
        Some((stem, number)) if number.parse::<u32>().is_ok() && taken(stem) => stem,
        _ => wish,
    };
    let mut number = 2_u32;
    loop {
        let name = format!("{stem} {number}");
        if !taken(&name) {
            return name;
        }
        number += 1;
    }
}
