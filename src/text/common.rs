//! What sentences of all rooms are made with.

use super::messages;

messages! {
    /// A part of a sentence that names or measures something.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Common in "common" {
        /// What is wrong, and what to do.
        WithRemedy { what: super::Argument, remedy: super::Argument },
        ListComma,
        ListSemicolon,
        ListEither,
        ListSpace,
        ListAnd { first: String, last: super::Argument },
        ListOthers { first: String, count: usize },
        ListMore { first: String, count: usize },
        LessThan { figure: String },
        MoreThan { figure: String },
        /// Between which numbers another one lies.
        FromTo { low: super::Argument, high: super::Argument },
        /// A number with its unit.
        Quantity { number: f64, unit: String },
        /// The name of a level, or what else a person wrote.
        Quoted { text: String },
    }
}

impl Common {
    /// A number with its unit, if it has one.
    #[must_use]
    pub fn quantity(number: f64, unit: &str) -> super::Argument {
        if unit.is_empty() { number.into() } else { Self::Quantity { number, unit: unit.to_owned() }.into() }
    }
}
