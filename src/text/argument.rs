//! What a message speaks of.

use std::fmt;
use std::ops::RangeInclusive;

use fluent_bundle::{FluentArgs, FluentValue};

use super::common::Common;
use super::numbers::Numbers;
use super::sentence::{PLAIN, STRONG};
use super::{Language, List, Message};

/// A value in a message, not yet in words.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A name or what else a person typed, and what has no language, such as an id.
    Text(String),
    /// How many: the one kind of number by which a wording can choose a plural.
    Count(usize),
    /// A number in its own unit.
    Number(f64),
    /// A number as it was given.
    Exact(f64),
    /// A share, 0 to 1, as a percentage; with so many decimals at most, or as few as are needed.
    Percent(f64, Option<usize>),
    /// The same, never rounded to all or nothing.
    Share(f64),
    /// A value, 0 to 1, on the scale of 0 to 100.
    Value(f64),
    /// A difference of values, in points of 100.
    Points(f64),
    /// The same with its sign.
    SignedPoints(f64),
    /// A figure with exactly so many decimals.
    Fixed(f64, usize),
    List(List),
    Message(Box<Message>),
}

impl Argument {
    /// Hands it to Fluent under `name`. A list brings its length too, as `name-count`.
    pub(super) fn put<'a>(&'a self, name: &'static str, language: Language, to: &mut FluentArgs<'a>) {
        if let Self::List(list) = self {
            to.set(format!("{name}-count"), list.items.len());
        }
        match self {
            Self::Text(text) if !text.contains([STRONG, PLAIN]) => to.set(name, text.as_str()),
            Self::Count(count) => to.set(name, *count),
            _ => to.set(name, FluentValue::from(self.said(language))),
        }
    }

    /// In words.
    pub(super) fn said(&self, language: Language) -> String {
        let numbers: Numbers = language.numbers();
        match self {
            Self::Text(text) => text.replace([STRONG, PLAIN], ""),
            Self::Count(count) => numbers.count(*count),
            Self::Number(x) => numbers.number(*x),
            Self::Exact(x) => numbers.exact(*x),
            Self::Percent(share, None) => numbers.percent(*share),
            Self::Percent(share, Some(decimals)) => numbers.percent_to(*share, *decimals),
            Self::Share(share) => match *share {
                x if x > 0.0 && x < 0.001 => {
                    Common::LessThan { figure: numbers.percent(0.001) }.message().marked(language)
                }
                x if x > 0.99 && x < 1.0 => {
                    Common::MoreThan { figure: numbers.percent(0.99) }.message().marked(language)
                }
                x => numbers.percent(x),
            },
            Self::Value(x) => numbers.value(*x),
            Self::Points(difference) => points(*difference, language),
            Self::SignedPoints(difference) => {
                let sign = if *difference < 0.0 { '−' } else { '+' };
                format!("{sign}{}", points(difference.abs(), language))
            }
            Self::Fixed(x, decimals) => numbers.fixed(*x, *decimals),
            Self::List(list) => list.said(language),
            Self::Message(message) => message.marked(language),
        }
    }
}

/// Points, of which the smallest are not rounded to none.
fn points(difference: f64, language: Language) -> String {
    const LEAST: f64 = 0.0001;
    let text = language.numbers().points(difference);
    if text == "0" && difference > 0.0 {
        return Common::LessThan { figure: language.numbers().points(LEAST) }.message().marked(language);
    }
    text
}

/// Types of fields that say how a number is to be written.
macro_rules! figures {
    ($($(#[$meta:meta])* $name:ident($($part:ident: $type:ty),*) => $argument:expr;)*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq)]
            pub struct $name($(pub $type),*);

            impl From<$name> for Argument {
                fn from($name($($part),*): $name) -> Self {
                    $argument
                }
            }

            /// In the language of the program.
            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(&Argument::from(*self).said(Language::current()))
                }
            }
        )*
    };
}

figures! {
    /// A share, 0 to 1, as a percentage: whole, with one decimal below 1 %.
    Percent(share: f64) => Argument::Percent(share, None);
    /// A share, 0 to 1, as a percentage with at most so many decimals.
    PercentTo(share: f64, decimals: usize) => Argument::Percent(share, Some(decimals));
    /// A share, 0 to 1, as a percentage that is never rounded to all or nothing.
    Share(share: f64) => Argument::Share(share);
    /// A value, 0 to 1, on the scale of 0 to 100.
    Value(value: f64) => Argument::Value(value);
    /// A difference of values, 0 to 1, in points of 100.
    Points(difference: f64) => Argument::Points(difference);
    /// The same with its sign.
    SignedPoints(difference: f64) => Argument::SignedPoints(difference);
    /// A figure with exactly so many decimals.
    Fixed(x: f64, decimals: usize) => Argument::Fixed(x, decimals);
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Argument {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Argument {
    fn from(count: u32) -> Self {
        Self::Count(usize::try_from(count).unwrap_or(usize::MAX))
    }
}

impl From<u64> for Argument {
    fn from(count: u64) -> Self {
        Self::Count(usize::try_from(count).unwrap_or(usize::MAX))
    }
}

/// Which one of many, such as a line: its digits stay together, as whoever looks for it finds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nth(pub usize);

impl From<Nth> for Argument {
    fn from(Nth(place): Nth) -> Self {
        Self::Text(place.to_string())
    }
}

/// For a wording to choose by.
impl From<bool> for Argument {
    fn from(is_so: bool) -> Self {
        Self::Text(if is_so { "yes" } else { "no" }.to_owned())
    }
}

impl From<f64> for Argument {
    fn from(x: f64) -> Self {
        Self::Number(x)
    }
}

/// What a number may be.
impl From<RangeInclusive<f64>> for Argument {
    fn from(range: RangeInclusive<f64>) -> Self {
        Common::FromTo { low: Self::Exact(*range.start()), high: Self::Exact(*range.end()) }.into()
    }
}

/// Names, all of them.
impl From<Vec<String>> for Argument {
    fn from(names: Vec<String>) -> Self {
        List::all(names).into()
    }
}

impl From<List> for Argument {
    fn from(list: List) -> Self {
        Self::List(list)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}
