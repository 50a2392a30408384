//! A map in key order over one list; it knows nothing of what it holds.

use std::borrow::Borrow;
use std::ops::{Bound, RangeBounds};

/// A map in key order.
///
/// ```
/// use legwork::domain::ordered::OrderedMap;
/// let mut map = OrderedMap::from([(3, "c"), (1, "a")]);
/// map.insert(2, "b");
/// assert_eq!(map.values().copied().collect::<String>(), "abc");
/// assert_eq!(map.range(2..).next(), Some((&2, &"b")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderedMap<K, V> {
    list: Vec<(K, V)>,
}

impl<K, V> Default for OrderedMap<K, V> {
    fn default() -> Self {
        Self { list: Vec::new() }
    }
}

/// Entries of a borrowed map, in key order.
pub type Entries<'a, K, V> = std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

impl<K, V> OrderedMap<K, V> {
    /// An empty map.
    pub const fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Its entries, in key order.
    pub fn iter(&self) -> Entries<'_, K, V> {
        self.list.iter().map(|(key, value)| (key, value))
    }

    /// Its keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.list.iter().map(|(key, _)| key)
    }

    /// Its values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.list.iter().map(|(_, value)| value)
    }

    /// Its values, to change them.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.list.iter_mut().map(|(_, value)| value)
    }

    /// The entry with the greatest key.
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.list.last().map(|(key, value)| (key, value))
    }

    /// Removes every entry.
    pub fn clear(&mut self) {
        self.list.clear();
    }

    /// Keeps the entries for which `stays` holds.
    pub fn retain(&mut self, mut stays: impl FnMut(&K, &mut V) -> bool) {
        self.list.retain_mut(|(key, value)| stays(key, value));
    }
}

impl<K: Ord, V> OrderedMap<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        match self.list.last() {
            // New entries nearly always come last.
            Some((last, _)) if last.borrow() < key => Err(self.list.len()),
            _ => self.list.binary_search_by(|(known, _)| known.borrow().cmp(key)),
        }
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.list.get(self.find(key).ok()?).map(|(_, value)| value)
    }

    /// The value of a key, to change it.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        self.list.get_mut(place).map(|(_, value)| value)
    }

    /// Whether a key has a value.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Gives a key a value; the old one comes back.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(place) => self.list.get_mut(place).map(|(_, old)| std::mem::replace(old, value)),
            Err(place) => {
                self.list.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes a key's value out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        Some(self.list.remove(place).1)
    }

    /// Gives a key a value where it has none yet; whether it did.
    pub fn add(&mut self, key: K, value: V) -> bool {
        let place = self.find(&key);
        if let Err(place) = place {
            self.list.insert(place, (key, value));
        }
        place.is_err()
    }

    /// Changes the value of a key; where it has none, from the default one.
    pub fn update(&mut self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        let place = self.find(&key).unwrap_or_else(|place| {
            self.list.insert(place, (key, V::default()));
            place
        });
        if let Some((_, value)) = self.list.get_mut(place) {
            change(value);
        }
    }

    /// The entries whose keys lie in a range.
    pub fn range(&self, range: impl RangeBounds<K>) -> Entries<'_, K, V> {
        let from = match range.start_bound() {
            Bound::Included(start) => self.list.partition_point(|(key, _)| key < start),
            Bound::Excluded(start) => self.list.partition_point(|(key, _)| key <= start),
            Bound::Unbounded => 0,
        };
        let to = match range.end_bound() {
            Bound::Included(end) => self.list.partition_point(|(key, _)| key <= end),
            Bound::Excluded(end) => self.list.partition_point(|(key, _)| key < end),
            Bound::Unbounded => self.list.len(),
        };
        self.list.get(from..to).unwrap_or_default().iter().map(|(key, value)| (key, value))
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for OrderedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Ord, V> Extend<(K, V)> for OrderedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for OrderedMap<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> IntoIterator for OrderedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a OrderedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Entries<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn a_map_does_what_the_tree_does(steps in prop::collection::vec((0_u8..3, 0_u8..40, 0_u32..9), 0..200)) {
            let (mut map, mut tree) = (OrderedMap::new(), BTreeMap::new());
            for (step, key, value) in steps {
                match step {
                    0 => prop_assert_eq!(map.insert(key, value), tree.insert(key, value)),
                    1 => prop_assert_eq!(map.remove(&key), tree.remove(&key)),
                    _ => {
                        map.update(key, |known| *known += value);
                        *tree.entry(key).or_default() += value;
                    }
                }
                prop_assert_eq!(map.get(&key), tree.get(&key));
            }
            prop_assert!(map.iter().eq(tree.iter()));
            prop_assert!(map.range(7..=20).eq(tree.range(7..=20)));
            prop_assert!(map.range(..9).eq(tree.range(..9)));
        }
    }
}
