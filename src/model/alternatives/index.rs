//! Where each option stands, by id and by name.

use std::hash::{BuildHasher, Hash};
use std::sync::{Arc, OnceLock};

use hashbrown::{DefaultHashBuilder, HashTable};

use super::Alternative;
use crate::model::Id;

/// Below this a search is as quick as a table, and needs none.
const FEW: usize = 16;

/// Made when first asked, and kept up while options come and go at the end; any other change of places forgets it. It holds
/// places alone: ids and names stand in the list, which every call must be given.
///
/// Where two options have the same id or name, which no sound document has, the first counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    hasher: DefaultHashBuilder,
    ids: OnceLock<Arc<HashTable<usize>>>,
    names: OnceLock<Arc<HashTable<usize>>>,
    told_apart: OnceLock<bool>,
}

impl Index {
    pub(super) fn place(&self, id: Id, list: &[Alternative]) -> Option<usize> {
        if list.len() <= FEW {
            return list.iter().position(|alternative| alternative.id == id);
        }
        self.ids(list).find(self.hasher.hash_one(id), |&row| list[row].id == id).copied()
    }

    pub(super) fn named(&self, name: &str, list: &[Alternative]) -> Option<usize> {
        if list.len() <= FEW {
            return list.iter().position(|alternative| alternative.name == name);
        }
        self.names(list).find(self.hasher.hash_one(name), |&row| list[row].name == name).copied()
    }

    /// True where no two options share an id, and no two a name.
    pub(super) fn tells_apart(&self, list: &[Alternative]) -> bool {
        let distinct = || {
            self.seem_distinct(list.iter().map(|alternative| alternative.id))
                && self.seem_distinct(list.iter().map(|alternative| alternative.name.as_str()))
                || self.ids(list).len() == list.len() && self.names(list).len() == list.len()
        };
        *self.told_apart.get_or_init(distinct)
    }

    /// False where two hashes are the same, and so the keys, most likely. A sorted list of hashes is made several times as
    /// quickly as a table of a million places, each somewhere else in memory.
    fn seem_distinct<K: Hash>(&self, keys: impl Iterator<Item = K>) -> bool {
        let mut hashes: Vec<u64> = keys.map(|key| self.hasher.hash_one(key)).collect();
        hashes.sort_unstable();
        hashes.windows(2).all(|pair| pair[0] != pair[1])
    }

    fn ids(&self, list: &[Alternative]) -> &HashTable<usize> {
        self.ids.get_or_init(|| Arc::new(self.table(list, |alternative| &alternative.id)))
    }

    fn names(&self, list: &[Alternative]) -> &HashTable<usize> {
        self.names.get_or_init(|| Arc::new(self.table(list, |alternative| alternative.name.as_str())))
    }

    fn table<K: Eq + Hash + ?Sized>(&self, list: &[Alternative], key: impl Fn(&Alternative) -> &K) -> HashTable<usize> {
        let mut table = HashTable::with_capacity(list.len());
        for row in 0..list.len() {
            self.add(&mut table, row, list, &key);
        }
        table
    }

    /// Notes the last option of the list, if none before it has the same key.
    fn add<K: Eq + Hash + ?Sized>(
        &self,
        table: &mut HashTable<usize>,
        row: usize,
        list: &[Alternative],
        key: impl Fn(&Alternative) -> &K,
    ) {
        let own = key(&list[row]);
        let is_own = |&other: &usize| key(&list[other]) == own;
        table.entry(self.hasher.hash_one(own), is_own, |&other| self.hasher.hash_one(key(&list[other]))).or_insert(row);
    }

    /// Follows the coming of an option at the end of `list`, where it stands by now.
    pub(super) fn pushed(&mut self, list: &[Alternative]) {
        self.told_apart = OnceLock::new();
        let row = list.len() - 1;
        if let Some(mut ids) = self.ids.take() {
            self.add(Arc::make_mut(&mut ids), row, list, |alternative| &alternative.id);
            self.ids = OnceLock::from(ids);
        }
        if let Some(mut names) = self.names.take() {
            self.add(Arc::make_mut(&mut names), row, list, |alternative| alternative.name.as_str());
            self.names = OnceLock::from(names);
        }
    }

    /// Follows the going of the option that stood at `row`, behind all others.
    pub(super) fn popped(&mut self, id: Id, name: &str, row: usize) {
        self.told_apart = OnceLock::new();
        for (table, hash) in [(&mut self.ids, self.hasher.hash_one(id)), (&mut self.names, self.hasher.hash_one(name))]
        {
            if let Some(table) = table.get_mut()
                && table.find(hash, |&own| own == row).is_some()
                && let Ok(entry) = Arc::make_mut(table).find_entry(hash, |&own| own == row)
            {
                entry.remove();
            }
        }
    }

    /// Forgets all places: some of them are others now.
    pub(super) fn moved(&mut self) {
        (self.ids, self.names, self.told_apart) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
    }

    /// Forgets all names: another option may have the one that is new or was, and which one is first cannot be told from here.
    pub(super) fn renamed(&mut self) {
        (self.names, self.told_apart) = (OnceLock::new(), OnceLock::new());
    }
}
