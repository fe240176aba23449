//! Where each option stands, by id and by name.

use foldhash::{HashMap, HashMapExt as _};
use std::sync::{Arc, OnceLock};

use super::Alternative;
use crate::model::Id;

/// Made when first asked, and kept up while options come and go at the end; any other change of places forgets it.
///
/// Where two options have the same id or name, which no sound document has, the first counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    places: OnceLock<Arc<HashMap<Id, usize>>>,
    names: OnceLock<Arc<HashMap<String, usize>>>,
}

impl Index {
    pub(super) fn place(&self, id: Id, list: &[Alternative]) -> Option<usize> {
        // A few are found sooner than a table is made.
        if list.len() <= 16 {
            return list.iter().position(|alternative| alternative.id == id);
        }
        let make = || Arc::new(first_places(list.iter().map(|alternative| alternative.id)));
        self.places.get_or_init(make).get(&id).copied()
    }

    pub(super) fn named(&self, name: &str, list: &[Alternative]) -> Option<usize> {
        if list.len() <= 16 {
            return list.iter().position(|alternative| alternative.name == name);
        }
        let make = || Arc::new(first_places(list.iter().map(|alternative| alternative.name.clone())));
        self.names.get_or_init(make).get(name).copied()
    }

    /// Follows the coming of options at `at` where there were `count` before.
    pub(super) fn inserted(&mut self, new: &[Alternative], at: usize, count: usize) {
        if at < count {
            *self = Self::default();
            return;
        }
        if let Some(places) = self.places.get_mut() {
            let places = Arc::make_mut(places);
            for (new, at) in new.iter().zip(at..) {
                places.entry(new.id).or_insert(at);
            }
        }
        if let Some(names) = self.names.get_mut() {
            let names = Arc::make_mut(names);
            for (new, at) in new.iter().zip(at..) {
                names.entry(new.name.clone()).or_insert(at);
            }
        }
    }

    /// Follows the going of the option at `at`, with `count` left.
    pub(super) fn removed(&mut self, id: Id, name: &str, at: usize, count: usize) {
        if at < count {
            *self = Self::default();
            return;
        }
        if let Some(places) = self.places.get_mut()
            && places.get(&id) == Some(&at)
        {
            Arc::make_mut(places).remove(&id);
        }
        if let Some(names) = self.names.get_mut()
            && names.get(name) == Some(&at)
        {
            Arc::make_mut(names).remove(name);
        }
    }

    /// Another option may have the same name, and which one is first then cannot be told from here.
    pub(super) fn renamed(&mut self) {
        self.names = OnceLock::new();
    }
}

fn first_places<K: Eq + std::hash::Hash>(keys: impl ExactSizeIterator<Item = K>) -> HashMap<K, usize> {
    let mut places = HashMap::with_capacity(keys.len());
    for (place, key) in keys.enumerate() {
        places.entry(key).or_insert(place);
    }
    places
}
