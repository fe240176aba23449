//! Options: add, describe, duplicate, delete, reorder.

use super::Session;
use crate::model::{Edit, EditError, Id, Row};

impl Session {
    /// Adds an option with a new name before the place `at` and returns its id.
    ///
    /// # Errors
    /// Never, as it stands: the name is made to be free.
    pub fn add_option(&mut self, at: usize) -> Result<Id, EditError> {
        let name = self.free_option_name("New option");
        let id = self.document.fresh_alternative_id(&name);
        let alternative = Row { id, name, description: String::new(), scores: std::collections::BTreeMap::new() };
        self.apply("Add option", Edit::InsertAlternative { at, alternative: Box::new(alternative) })?;
        Ok(id)
    }

    /// Adds a copy of an option, with all its scores, below it.
    ///
    /// # Errors
    /// When there is no such option.
    pub fn duplicate_option(&mut self, id: Id) -> Result<Id, EditError> {
        let at = self.option_place(id)?;
        let original = self.document.alternatives.row(at);
        let label = format!("Duplicate {}", original.name);
        let name = self.free_option_name(&original.name);
        let copy = Row { id: self.document.fresh_alternative_id(&name), name, ..original };
        let new = copy.id;
        self.apply(label, Edit::InsertAlternative { at: at + 1, alternative: Box::new(copy) })?;
        Ok(new)
    }

    /// Deletes an option.
    ///
    /// # Errors
    /// When there is no such option.
    pub fn delete_option(&mut self, id: Id) -> Result<(), EditError> {
        let at = self.option_place(id)?;
        self.apply(format!("Delete {}", self.document.alternatives[at].name), Edit::RemoveAlternative(id))
    }

    /// Moves an option up (-1) or down (+1) in the matrix, as far as there is room.
    ///
    /// # Errors
    /// When there is no such option.
    pub fn shift_option(&mut self, id: Id, by: isize) -> Result<(), EditError> {
        let at = self.option_place(id)?;
        let to = at.saturating_add_signed(by).min(self.document.alternatives.len() - 1);
        if to == at {
            return Ok(());
        }
        self.apply(format!("Move {}", self.document.alternatives[at].name), Edit::MoveAlternative { id, to })
    }

    /// Changes an option's name and description.
    ///
    /// # Errors
    /// When the name is empty or taken, or there is no such option.
    pub fn describe_option(&mut self, id: Id, name: &str, description: &str) -> Result<(), EditError> {
        let old = self.document.alternative(id).ok_or(EditError::Unknown(id))?;
        if old.name == name && old.description == description {
            return Ok(());
        }
        let label =
            if old.name == name { format!("Describe {name}") } else { format!("Rename {} to {name}", old.name) };
        let (name, description) = (name.to_owned(), description.to_owned());
        self.apply(label, Edit::DescribeAlternative { id, name, description })
    }

    /// Marks an option as the one that the others are compared with, or none.
    ///
    /// # Errors
    /// When there is no such option.
    pub fn set_baseline_option(&mut self, id: Option<Id>) -> Result<(), EditError> {
        if id == self.document.baseline {
            return Ok(());
        }
        let label = match id.and_then(|id| self.document.alternative(id)) {
            Some(alternative) => format!("Compare with {}", alternative.name),
            None => "Compare with no option".to_owned(),
        };
        self.apply(label, Edit::SetBaseline(id))
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
