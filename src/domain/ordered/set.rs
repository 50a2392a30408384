//! A set in order over one list; it knows nothing of its members.

/// A set in order.
///
/// ```
/// use legwork::domain::ordered::OrderedSet;
/// let set: OrderedSet<u8> = [3, 1, 3].into_iter().collect();
/// assert_eq!((set.len(), set.contains(&1)), (2, true));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderedSet<K> {
    list: Vec<K>,
}

impl<K> Default for OrderedSet<K> {
    fn default() -> Self {
        Self { list: Vec::new() }
    }
}

impl<K> OrderedSet<K> {
    /// An empty set.
    pub const fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// How many members it has.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Its members, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, K> {
        self.list.iter()
    }

    /// Its greatest member.
    pub fn last(&self) -> Option<&K> {
        self.list.last()
    }

    /// Its least member.
    pub fn first(&self) -> Option<&K> {
        self.list.first()
    }

    /// Removes every member.
    pub fn clear(&mut self) {
        self.list.clear();
    }
}

impl<K: Ord> OrderedSet<K> {
    /// Whether it is a member.
    pub fn contains(&self, member: &K) -> bool {
        self.list.binary_search(member).is_ok()
    }

    /// Adds a member; whether it is new.
    pub fn insert(&mut self, member: K) -> bool {
        match self.list.binary_search(&member) {
            Ok(_) => false,
            Err(place) => {
                self.list.insert(place, member);
                true
            }
        }
    }

    /// Removes a member; whether it was one.
    pub fn remove(&mut self, member: &K) -> bool {
        match self.list.binary_search(member) {
            Ok(place) => {
                self.list.remove(place);
                true
            }
            Err(_) => false,
        }
    }
}

impl<K: Ord> FromIterator<K> for OrderedSet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(members: I) -> Self {
        let mut set = Self::new();
        set.extend(members);
        set
    }
}

impl<K: Ord> Extend<K> for OrderedSet<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, members: I) {
        for member in members {
            self.insert(member);
        }
    }
}

impl<K: Ord, const N: usize> From<[K; N]> for OrderedSet<K> {
    fn from(members: [K; N]) -> Self {
        members.into_iter().collect()
    }
}

impl<K> IntoIterator for OrderedSet<K> {
    type Item = K;
    type IntoIter = std::vec::IntoIter<K>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a, K> IntoIterator for &'a OrderedSet<K> {
    type Item = &'a K;
    type IntoIter = std::slice::Iter<'a, K>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn a_set_does_what_the_tree_does(members in prop::collection::vec(0_u8..50, 0..100), gone: u8) {
            let (mut set, mut tree): (OrderedSet<u8>, BTreeSet<u8>) =
                (members.iter().copied().collect(), members.into_iter().collect());
            prop_assert_eq!(set.remove(&gone), tree.remove(&gone));
            prop_assert!(set.iter().eq(tree.iter()));
        }
    }
}
