//! Every text that a person reads, as a value.
//!
//! A text is a [`Message`]: a key with typed arguments. Its wording stands in `assets/text/<language>/*.ftl`, in the
//! syntax of [Fluent](https://projectfluent.org), a folder a language. A sentence is one message and never put together
//! from pieces, so that another language can order and inflect it as it must; what its arguments look like (numbers,
//! percentages, lists of names) is decided here too, by language. What a person has typed is an argument and stays as it is.
//!
//! A room declares its messages with `messages!`, so that a missing or misspelt argument does not compile; tests compare all
//! of them with the wordings. Texts without arguments, such as those on buttons, are declared with `labels!` and cost a
//! look-up.
//!
//! An error is a message too: its wording says what is wrong and where, and its attribute `remedy` what to do.

mod argument;
mod checks;
mod common;
mod counted;
mod explain;
mod key;
mod language;
mod list;
mod message;
mod moment;
pub mod numbers;
mod pseudo;
mod sentence;
mod wording;

pub use argument::{Argument, Fixed, Nth, Percent, PercentTo, Points, Share, SignedPoints, Value};
pub use checks::{Remark, SeverityLabel};
pub use common::Common;
pub use counted::Counted;
pub use explain::Explain;
pub(crate) use key::{kebab, kebab_length, key};
pub use language::Language;
pub use list::{List, ListKind};
pub use message::{Entry, Message};
pub(crate) use message::{labels, messages};
pub use moment::{Moment, Month};
pub use sentence::{Sentence, Span};

/// The messages of this room. Other rooms have some too, mostly of what can go wrong in them.
pub const MESSAGES: [&[Entry]; 7] = [
    Common::MESSAGES,
    Counted::MESSAGES,
    Explain::MESSAGES,
    Moment::MESSAGES,
    Month::MESSAGES,
    Remark::MESSAGES,
    SeverityLabel::MESSAGES,
];

/// The words of a text without arguments, in the language of the program.
pub(crate) fn label(key: &'static str) -> &'static str {
    Language::current().wording().plain_or_english(key)
}
