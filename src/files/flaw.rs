//! What can be wrong in a text, in words.

use std::fmt;
use std::ops::RangeInclusive;

use crate::text::{List, Message, Nth, messages};

/// What is wrong with a cell, a row or a place in a text, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Flaw(pub Message);

impl<T: Into<Message>> From<T> for Flaw {
    fn from(what: T) -> Self {
        Self(what.into())
    }
}

/// What is wrong and what to do, in the language of the program.
impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.clone().with_remedy(), f)
    }
}

messages! {
    /// Flaws of decision CSV, of judgements in files of their own, and of what is typed as a score.
    #[derive(Clone, Debug, PartialEq)]
    pub enum InText in "flaw", exact {
        NoDirective { word: String, known: List },
        NotFinite { text: String },
        NotANumber { text: String },
        NoRange { text: String },
        NoEnds { text: String },
        /// Of any of the above, where a score is meant.
        NoScore { what: Message },
        NoDirection { text: String },
        NoValueFunction { text: String },
        LevelWithoutValue { level: String },

        TooManyCells { columns: usize },
        TooManyColumns { most: usize },
        TooFewCells { cells: usize, columns: usize },
        OpenQuote,
        QuoteGoesOn,

        NoCriteria,
        CriterionWithoutName,
        TwoColumnsCalled { first: Nth, second: Nth, name: String },
        /// A directive, or a row of judgements.
        GivenTwice { word: String, row: Nth },
        DirectiveBelow { directive: &'static str },
        OptionWithoutName,
        TwoRowsCalled { first: Nth, second: Nth, name: String },
        NoLevel { name: String, known: List },
        NegativeWeight { number: f64 },
        WeightMissing,
        WeightsAllZero,
        WeightsTooLarge,
        PathWithoutName,
        PathTooDeep { groups: usize, most: usize },
        NotWithLevels { directive: &'static str },
        NoPreference { text: String, known: List },
        NegativeThreshold { number: f64 },

        NothingToCompare { example: &'static str },
        TooManyNames { count: usize, most: usize },
        ColumnWithoutName { column: Nth },
        TwoColumnNames { name: String },
        NoSuchRow { word: String, known: List },
        MissingRows { missing: List },
        NotInHeader { word: String, name: String, known: List },
        TooManyGrades { grades: usize, names: usize },
        NoGrade { text: String, range: RangeInclusive<f64> },
        GradeMissing { range: RangeInclusive<f64> },
        TimesItself { name: String, ratio: f64 },
        NotReciprocal { own: String, ratio: f64, name: String, row: Nth, reverse: f64 },
        NoRatio { text: String, range: RangeInclusive<f64> },
        RowIsNoColumn { name: String, known: List },
        TwoRowsOfName { first: Nth, second: Nth, name: String },
        LongRow { cells: usize, columns: usize },
        ColumnWithoutRow { name: String },
    }
}

messages! {
    /// Flaws of a structured text: RON, JSON. What the parser says is English.
    #[derive(Clone, Debug, PartialEq)]
    pub enum InStructure in "structure", exact {
        CutOff { parser: String },
        Misplaced { parser: String },
        TooDeep { most: usize },
    }
}
