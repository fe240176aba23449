//! Lists in sentences.

use std::fmt;

use super::common::Common;
use super::sentence::unmarked;
use super::{Argument, Language};

/// Several things in one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    pub items: Vec<Argument>,
    /// How they are joined.
    pub kind: ListKind,
    /// So many are written out before the rest is counted.
    pub named: usize,
}

/// How a list is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// `A, B and C`; shortened `A, B, C and 4 others`.
    And,
    /// `A, B, C`; shortened `A, B, C and 4 more`.
    Commas,
    /// `A; B; C`, for things that have commas in them; shortened `A; B; C and 4 more`.
    Semicolons,
    /// `A; or B; or C`, for things that have commas in them.
    Either,
    /// Whole sentences, one after the other.
    Sentences,
}

impl List {
    /// Names that are written out before the rest is counted.
    pub const NAMED: usize = 3;

    /// `A`, `A and B`, `A, B and C`, `A, B, C and 4 others`.
    pub fn names<T: Into<Argument>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::all(items).naming(Self::NAMED)
    }

    /// `A`, `A and B`, `A, B and C`, however many there are.
    pub fn all<T: Into<Argument>>(items: impl IntoIterator<Item = T>) -> Self {
        Self { items: items.into_iter().map(Into::into).collect(), kind: ListKind::And, named: usize::MAX }
    }

    /// `A, B, C`.
    pub fn commas<T: Into<Argument>>(items: impl IntoIterator<Item = T>) -> Self {
        Self { kind: ListKind::Commas, ..Self::all(items) }
    }

    /// `A; B; C`, for things that have commas in them.
    pub fn semicolons<T: Into<Argument>>(items: impl IntoIterator<Item = T>) -> Self {
        Self { kind: ListKind::Semicolons, ..Self::all(items) }
    }

    /// `A; or B; or C`.
    pub fn either<T: Into<Argument>>(items: impl IntoIterator<Item = T>) -> Self {
        Self { kind: ListKind::Either, ..Self::all(items) }
    }

    /// `A. B. C.`
    pub fn sentences<T: Into<Argument>>(items: impl IntoIterator<Item = T>) -> Self {
        Self { kind: ListKind::Sentences, ..Self::all(items) }
    }

    /// Writes out the first `named` things and counts the rest, unless the rest is a single one.
    #[must_use]
    pub fn naming(self, named: usize) -> Self {
        Self { named, ..self }
    }

    pub(super) fn said(&self, language: Language) -> String {
        let between = match self.kind {
            ListKind::And | ListKind::Commas => Common::ListComma,
            ListKind::Semicolons => Common::ListSemicolon,
            ListKind::Either => Common::ListEither,
            ListKind::Sentences => Common::ListSpace,
        };
        let between = between.message().in_language(language);
        let said = |items: &[Argument]| {
            let items: Vec<String> = items.iter().map(|item| item.said(language)).collect();
            items.join(&between)
        };
        if self.items.len() > self.named.saturating_add(1) {
            let (first, count) = (said(&self.items[..self.named]), self.items.len() - self.named);
            let shortened = match self.kind {
                ListKind::And => Common::ListOthers { first, count },
                _ => Common::ListMore { first, count },
            };
            return shortened.message().marked(language);
        }
        match self.items.split_last() {
            Some((last, first)) if self.kind == ListKind::And && !first.is_empty() => {
                Common::ListAnd { first: said(first), last: last.clone() }.message().marked(language)
            }
            _ => said(&self.items),
        }
    }
}

/// In the language of the program.
impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&unmarked(self.said(Language::current())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::List;

    #[test]
    fn a_list_is_joined_and_never_counts_a_single_rest() {
        let of = |count: usize| ["A", "B", "C", "D", "E", "F"].into_iter().take(count);
        let said = |list: List| list.said(Language::English);
        let names = ["", "A", "A and B", "A, B and C", "A, B, C and D", "A, B, C and 2 others", "A, B, C and 3 others"];
        for (count, text) in names.into_iter().enumerate() {
            assert_eq!(said(List::names(of(count))), text);
        }
        assert_eq!(said(List::all(of(6))), "A, B, C, D, E and F");
        assert_eq!(said(List::commas(of(3))), "A, B, C");
        assert_eq!(said(List::commas(of(5)).naming(2)), "A, B and 3 more");
        assert_eq!(said(List::semicolons(of(3))), "A; B; C");
    }
}
