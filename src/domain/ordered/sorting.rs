//! Sorting by a key, whose machine code all types share.

/// Sorts by a key, leaving equals in their order; the sorting itself is shared by all types.
///
/// ```
/// use legwork::domain::ordered::sort_by_key;
/// let mut list = vec!["ccc", "a", "bb", "d"];
/// sort_by_key(&mut list, |text| text.len());
/// assert_eq!(list, ["a", "d", "bb", "ccc"]);
/// ```
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    // Only places of the list are ever asked for.
    let order = order(list.len(), &|a, b| keys.get(a) <= keys.get(b));
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

/// The places of a list in order: a merge from the bottom up. `holds(a, b)` says that a may stand before b.
fn order(len: usize, holds: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut width = 1;
    while width < len {
        let mut merged = Vec::with_capacity(len);
        for pair in places.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (Some((a, rest_a)), Some((b, rest_b))) = (left.split_first(), right.split_first()) {
                if holds(*a, *b) {
                    merged.push(*a);
                    left = rest_a;
                } else {
                    merged.push(*b);
                    right = rest_b;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        width *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorting_is_stable_and_right(mut list in prop::collection::vec((0_u8..9, any::<u16>()), 0..300)) {
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut list, |(key, _)| *key);
            prop_assert_eq!(list, expected);
        }
    }
}
