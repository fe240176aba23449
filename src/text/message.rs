//! A message: what is said, before it is in words.

use std::fmt;

use super::common::Common;
use super::sentence::unmarked;
use super::{Argument, Language, List, Sentence};

/// Something that is said, with what it speaks of. Its words follow from the language.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    key: &'static str,
    part: Part,
    arguments: Box<[(&'static str, Argument)]>,
}

/// The part of a wording that is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// What it says.
    #[default]
    Itself,
    /// What to do about it.
    Remedy,
}

/// A message as a room declares it: what the tests compare with the wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub key: &'static str,
    pub arguments: &'static [&'static str],
    /// What its wording says besides, where that is asked for by name.
    pub attributes: &'static [&'static str],
}

impl Message {
    /// Rooms make messages by their own types; see `messages!`.
    #[doc(hidden)]
    #[must_use]
    pub fn new(key: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { key, part: Part::Itself, arguments: arguments.into() }
    }

    /// What the wordings know it by.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    #[must_use]
    pub fn arguments(&self) -> &[(&'static str, Argument)] {
        &self.arguments
    }

    /// In words, with what matters more.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        Sentence::of_marked(&self.marked(Language::current()))
    }

    /// In the words of one language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        unmarked(self.marked(language))
    }

    /// What to do about it, if its wording says so.
    #[must_use]
    pub fn remedy(&self) -> Option<Self> {
        let remedy = Self { part: Part::Remedy, ..self.clone() };
        Language::English.wording().has(&remedy).then_some(remedy)
    }

    /// What is wrong and what to do, as one line.
    #[must_use]
    pub fn with_remedy(self) -> Self {
        match self.remedy() {
            Some(remedy) => Common::WithRemedy { what: self.into(), remedy: remedy.into() }.into(),
            None => self,
        }
    }

    /// What is remarked and what to do, as sentences.
    #[must_use]
    pub fn sentences(&self) -> List {
        List::sentences(std::iter::once(self.clone()).chain(self.remedy()))
    }

    /// With another argument of this name, where it has one.
    #[must_use]
    pub fn with(mut self, name: &str, argument: impl Into<Argument>) -> Self {
        if let Some((_, old)) = self.arguments.iter_mut().find(|(known, _)| *known == name) {
            *old = argument.into();
        }
        self
    }

    /// With its numbers in full.
    #[doc(hidden)]
    #[must_use]
    pub fn exact(mut self) -> Self {
        for (_, argument) in &mut self.arguments {
            if let Argument::Number(x) = *argument {
                *argument = Argument::Exact(x);
            }
        }
        self
    }

    /// The attribute of the wording that is meant; none for what it says itself.
    pub(super) fn attribute(&self) -> Option<&'static str> {
        match self.part {
            Part::Itself => None,
            Part::Remedy => Some("remedy"),
        }
    }

    /// In words that still have marks around what matters more.
    pub(super) fn marked(&self, language: Language) -> String {
        let said = language.wording().say(self).or_else(|| Language::English.wording().say(self));
        said.unwrap_or_else(|| self.key.to_owned())
    }
}

/// Whether it says this, in the language of the program.
impl PartialEq<&str> for Message {
    fn eq(&self, other: &&str) -> bool {
        self.in_language(Language::current()) == *other
    }
}

/// In the language of the program.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::current()))
    }
}

/// Declares the messages of a room as an enum, a variant a message. A variant `NoContest` of the room `explain` has the key
/// `explain-no-contest`; its fields are the arguments, under their own names. A variant of one field may be written like a
/// function: `Unknown(id: Id)` is `Unknown(Id)` and calls the argument `id`.
///
/// `in "room", exact` writes numbers in full, for errors, which must not say that 100 is not 100.
macro_rules! messages {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident in $room:literal $(, $how:ident)? {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident
                    $({ $( $(#[$field_meta:meta])* $field:ident: $type:ty ),* $(,)? })?
                    $(( $alone:ident: $alone_type:ty ))?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        $visibility enum $name {
            $(
                $(#[$variant_meta])*
                $variant $({ $( $(#[$field_meta])* $field: $type ),* })? $(( $alone_type ))?
            ),*
        }

        impl $name {
            /// All of them, for tests.
            pub const MESSAGES: &'static [$crate::text::Entry] = &[
                $($crate::text::Entry {
                    key: $crate::text::key!($room, $variant),
                    arguments: &[$($(stringify!($field)),*)? $(stringify!($alone))?],
                    attributes: &[],
                }),*
            ];

            /// What is said.
            #[must_use]
            pub fn message(&self) -> $crate::text::Message {
                let message = match self {
                    $(Self::$variant $({ $($field),* })? $(($alone))? => $crate::text::Message::new(
                        $crate::text::key!($room, $variant),
                        vec![
                            $($((stringify!($field), $crate::text::Argument::from(::std::clone::Clone::clone($field)))),*)?
                            $((stringify!($alone), $crate::text::Argument::from(::std::clone::Clone::clone($alone))))?
                        ],
                    )),*
                };
                message$(.$how())?
            }
        }

        impl From<$name> for $crate::text::Message {
            fn from(said: $name) -> Self {
                said.message()
            }
        }

        impl From<$name> for $crate::text::Argument {
            fn from(said: $name) -> Self {
                said.message().into()
            }
        }

        /// In the language of the program, with the remedy where there is one.
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.message().with_remedy(), f)
            }
        }
    };
}
pub(crate) use messages;

/// Declares texts without arguments, such as those on buttons, as an enum. They are looked up, not put together.
///
/// `in "room" with (note, words)` gives each of them attributes, which are looked up by functions of these names.
macro_rules! labels {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident in $room:literal with ($($attribute:ident),+) $body:tt
    ) => {
        $crate::text::labels! { @ $(#[$meta])* $visibility enum $name in $room [$($attribute),+] $body }
        $($crate::text::labels! { # $visibility $name in $room: $attribute $body })+
    };
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident in $room:literal $body:tt
    ) => {
        $crate::text::labels! { @ $(#[$meta])* $visibility enum $name in $room [] $body }
    };
    // What their wordings say besides, under one name.
    (
        # $visibility:vis $name:ident in $room:literal: $attribute:ident
        { $( $(#[$variant_meta:meta])* $variant:ident ),* $(,)? }
    ) => {
        impl $name {
            /// What its wording says under this name.
            #[must_use]
            $visibility fn $attribute(self) -> &'static str {
                $crate::text::label(match self { $(Self::$variant => $crate::text::key!($room, $variant.$attribute)),* })
            }
        }
    };
    (
        @ $(#[$meta:meta])*
        $visibility:vis enum $name:ident in $room:literal
        [$($attribute:ident),*] { $( $(#[$variant_meta:meta])* $variant:ident ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $visibility enum $name { $( $(#[$variant_meta])* $variant ),* }

        impl $name {
            /// All of them, for tests.
            pub const MESSAGES: &'static [$crate::text::Entry] = {
                const ATTRIBUTES: &[&str] = &[$(stringify!($attribute)),*];
                &[$($crate::text::Entry {
                    key: $crate::text::key!($room, $variant),
                    arguments: &[],
                    attributes: ATTRIBUTES,
                }),*]
            };

            fn key(self) -> &'static str {
                match self { $(Self::$variant => $crate::text::key!($room, $variant)),* }
            }

            /// Its words in the language of the program.
            #[must_use]
            pub fn text(self) -> &'static str {
                $crate::text::label(self.key())
            }
        }

        impl From<$name> for $crate::text::Message {
            fn from(said: $name) -> Self {
                Self::new(said.key(), Vec::new())
            }
        }

        impl From<$name> for $crate::text::Argument {
            fn from(said: $name) -> Self {
                $crate::text::Message::from(said).into()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.text())
            }
        }
    };
}
pub(crate) use labels;
