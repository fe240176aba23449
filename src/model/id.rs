//! Stable names for the parts of a document.

use foldhash::{HashMap, HashMapExt as _, HashSet};
use std::fmt;

use arrayvec::ArrayString;
use serde::{Deserialize, Serialize, de::Error as _};

use super::unsound::Unsound;
use crate::text::Argument;

/// Names an option, a node of the value tree, a level or a viewpoint for as long as the document lives.
///
/// Made once from the first name, so that a file reads well; later renaming leaves it alone. Small and `Copy`, so it
/// goes into edits and map keys without ceremony. At most [`Id::CAPACITY`] bytes of lower-case letters, digits and `-`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Id(ArrayString<{ Id::CAPACITY }>);

/// Ids have no language.
impl From<Id> for Argument {
    fn from(id: Id) -> Self {
        Self::Text(id.to_string())
    }
}

impl Id {
    /// The longest id, in bytes of UTF-8.
    pub const CAPACITY: usize = 24;

    /// The id of "yes" on a yes/no scale.
    #[must_use]
    pub fn yes() -> Self {
        Self::slug("yes")
    }

    /// The id of "no" on a yes/no scale.
    #[must_use]
    pub fn no() -> Self {
        Self::slug("no")
    }

    /// The id that `name` suggests; `item` where nothing in the name can stand in an id.
    #[must_use]
    pub fn slug(name: &str) -> Self {
        let mut id = ArrayString::new();
        let mut gap = false;
        for letter in name.chars().flat_map(char::to_lowercase) {
            if !letter.is_alphanumeric() {
                gap = !id.is_empty();
                continue;
            }
            if gap && id.try_push('-').is_err() {
                break;
            }
            gap = false;
            if id.try_push(letter).is_err() {
                break;
            }
        }
        while id.ends_with('-') {
            id.pop();
        }
        if id.is_empty() {
            id.push_str("item");
        }
        Self(id)
    }

    /// Like [`Id::slug`], with `-2`, `-3`, … behind it until `taken` does not know it.
    #[must_use]
    pub fn fresh(name: &str, mut taken: impl FnMut(Self) -> bool) -> Self {
        let plain = Self::slug(name);
        if !taken(plain) {
            return plain;
        }
        let mut number = 2_u64;
        loop {
            let id = plain.numbered(number);
            if !taken(id) {
                return id;
            }
            number += 1;
        }
    }

    /// The same with a number behind it, shortened where both are too long together.
    fn numbered(self, number: u64) -> Self {
        let suffix = format!("-{number}");
        let mut stem = self.0;
        while stem.len() + suffix.len() > Self::CAPACITY {
            stem.pop();
        }
        stem.push_str(&suffix);
        Self(stem)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Fresh ids for many names: as [`Id::fresh`] makes them one by one, without counting from the start each time.
#[derive(Clone, Debug, Default)]
pub struct FreshIds {
    taken: HashSet<Id>,
    /// The number to go on with, by the id that the name suggests.
    next: HashMap<Id, u64>,
}

impl FreshIds {
    #[must_use]
    pub fn new(taken: impl IntoIterator<Item = Id>) -> Self {
        Self { taken: taken.into_iter().collect(), next: HashMap::new() }
    }

    /// An id for `name` that is not taken, and is from now on.
    #[must_use]
    pub fn fresh(&mut self, name: &str) -> Id {
        let plain = Id::slug(name);
        if self.taken.insert(plain) {
            return plain;
        }
        let next = self.next.entry(plain).or_insert(2);
        loop {
            let id = plain.numbered(*next);
            *next += 1;
            if self.taken.insert(id) {
                return id;
            }
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        if text.is_empty() {
            return Err(D::Error::custom(Unsound::EmptyId));
        }
        ArrayString::from(&text)
            .map(Self)
            .map_err(|_| D::Error::custom(Unsound::LongId { text: text.to_string(), most: Self::CAPACITY }))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{FreshIds, Id};

    #[test]
    fn a_name_becomes_a_readable_id() {
        assert_eq!(Id::slug("Partners' readiness to commit").as_str(), "partners-readiness-to-co");
        assert_eq!(Id::slug("  Ціна, ₴ ").as_str(), "ціна");
        assert_eq!(Id::slug("…").as_str(), "item");
    }

    #[test]
    fn a_taken_id_gets_a_number_within_the_capacity() {
        let long = "a very long name that fills the id";
        let first = Id::slug(long);
        let second = Id::fresh(long, |id| id == first);
        assert!(second.as_str().ends_with("-2"));
        assert!(second.as_str().len() <= Id::CAPACITY);
    }

    #[test]
    fn many_names_get_the_ids_that_one_after_the_other_would() {
        let names = [
            "A",
            "B",
            "a",
            "A 2",
            "a",
            "a-2",
            "A",
            "B",
            "A very long name that fills the id",
            "A very long name that f",
        ];
        let (mut fresh, mut taken) = (FreshIds::default(), HashSet::new());
        for name in names.iter().cycle().take(100) {
            let one = Id::fresh(name, |id| taken.contains(&id));
            taken.insert(one);
            assert_eq!(fresh.fresh(name), one);
        }
    }
}
