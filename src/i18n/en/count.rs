//! So many of a thing, in words.

/// `1 set`, `3 sets`: a thing whose plural ends in s.
///
/// ```
/// use legwork::i18n::en::count::many;
/// assert_eq!([many(0, "set"), many(1, "warm-up"), many(12, "set")], ["0 sets", "1 warm-up", "12 sets"]);
/// ```
pub fn many(count: usize, thing: &str) -> String {
    let mut words = count.to_string();
    words.push(' ');
    words.push_str(thing);
    if count != 1 {
        words.push('s');
    }
    words
}

/// `once`, `3 times`.
///
/// ```
/// use legwork::i18n::en::count::times;
/// assert_eq!([times(1), times(3)], ["once", "3 times"]);
/// ```
pub fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { many(count, "time") }
}
