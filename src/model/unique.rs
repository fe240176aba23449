//! Maps in files, in which no key may stand twice.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};

use super::Id;
use super::unsound::Unsound;

/// Reads a map, and refuses a second entry for the same id, which would silently replace the first.
pub fn map<'de, D: Deserializer<'de>, V: Deserialize<'de>>(deserializer: D) -> Result<BTreeMap<Id, V>, D::Error> {
    Entries::deserialize(deserializer).map(|entries| entries.0)
}

/// The same for a map of maps.
pub fn table<'de, D: Deserializer<'de>, V: Deserialize<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Id, BTreeMap<Id, V>>, D::Error> {
    let rows: BTreeMap<Id, Entries<V>> = map(deserializer)?;
    Ok(rows.into_iter().map(|(id, row)| (id, row.0)).collect())
}

struct Entries<V>(BTreeMap<Id, V>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Unique(PhantomData))
    }
}

struct Unique<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Unique<V> {
    type Value = Entries<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Unsound::MapById, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(id) = entries.next_key::<Id>()? {
            // Before the value is read, so that the error points at the key.
            if map.contains_key(&id) {
                return Err(A::Error::custom(Unsound::TwoEntries { id }));
            }
            map.insert(id, entries.next_value()?);
        }
        Ok(Entries(map))
    }
}
