//! Sets as short text in schema 2: `82.5x9@1 x9@1? x8@0.5`. It knows nothing of the domain.
//!
//! A row is sets with one space between them; a set is these parts in this order, most of them absent:
//!
//! | part | meaning |
//! | --- | --- |
//! | `82.5` | kilograms, to the gram; absent where the load is that of the set before (0 before the first) |
//! | `x9` | reps |
//! | `_90s`, `_90s1500m` | a timed set, with its metres |
//! | `@1.5` | reps in reserve |
//! | `?` | the effort was prefilled; without `@`, the person confirmed that they cannot say |
//! | `w d p y t` | warm-up, drop, rest-pause, myo, partial |
//! | `l r` | left, right |
//! | `B K D T P` | ended by breath, back, discomfort, time, pain |

use std::fmt::Write;

/// One set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set {
    /// The load in grams.
    pub load_g: u32,
    /// Its work.
    pub done: Done,
    /// Half reps in reserve.
    pub rir_half: Option<u8>,
    /// Whether the person said so.
    pub confirmed: bool,
    /// One of [`KINDS`]; a working set has none.
    pub kind: Option<char>,
    /// One of [`SIDES`]; both sides have none.
    pub side: Option<char>,
    /// One of [`STOPS`].
    pub stop: Option<char>,
}

/// The work of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Repetitions.
    Reps(u32),
    /// Seconds, and metres where there was a distance.
    Timed(u32, u32),
}

/// The letters of kinds.
pub const KINDS: &str = "wdpyt";
/// The letters of sides.
pub const SIDES: &str = "lr";
/// The letters of what ended a set.
pub const STOPS: &str = "BKDTP";

/// Text that is no row of sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("set {number}: {part:?} cannot be read")]
pub struct NotSets {
    /// Which set, from 1.
    pub number: usize,
    /// What of it.
    pub part: Part,
}

/// A part of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its kilograms.
    Load,
    /// Its reps or its time.
    Work,
    /// Its reps in reserve.
    Effort,
    /// Its letters.
    Letters,
}

/// Writes a row of sets.
///
/// ```
/// use legwork::archive::v2::sets::{read, write};
/// let row = "82.5x9@1 x9@1? x8@0.5 40x12?dr 102.058x5@5B _90s _1200s5000m";
/// assert_eq!(write(&read(row).unwrap()), row);
/// ```
pub fn write(sets: &[Set]) -> String {
    let mut text = String::new();
    let mut before = 0;
    for set in sets {
        if !text.is_empty() {
            text.push(' ');
        }
        if set.load_g != before {
            write_kg(&mut text, set.load_g);
            before = set.load_g;
        }
        // Writing to a String cannot fail.
        let _ = match set.done {
            Done::Reps(reps) => write!(text, "x{reps}"),
            Done::Timed(seconds, 0) => write!(text, "_{seconds}s"),
            Done::Timed(seconds, metres) => write!(text, "_{seconds}s{metres}m"),
        };
        if let Some(halves) = set.rir_half {
            let _ = write!(text, "@{}", halves / 2);
            if halves % 2 == 1 {
                text.push_str(".5");
            }
        }
        if set.confirmed != set.rir_half.is_some() {
            text.push('?');
        }
        text.extend([set.kind, set.side, set.stop].into_iter().flatten());
    }
    text
}

fn write_kg(text: &mut String, grams: u32) {
    let _ = write!(text, "{}", grams / 1000);
    let mut rest = grams % 1000;
    if rest > 0 {
        text.push('.');
    }
    let mut unit = 100;
    while rest > 0 {
        let _ = write!(text, "{}", rest / unit);
        rest %= unit;
        unit /= 10;
    }
}

/// Reads a row of sets.
///
/// # Errors
/// [`NotSets`] with the first set that cannot be read, and what of it.
pub fn read(text: &str) -> Result<Vec<Set>, NotSets> {
    let mut sets = Vec::new();
    if text.is_empty() {
        return Ok(sets);
    }
    let mut load_g = 0;
    for (place, token) in text.split(' ').enumerate() {
        let set = one(token, load_g).map_err(|part| NotSets { number: place + 1, part })?;
        load_g = set.load_g;
        sets.push(set);
    }
    Ok(sets)
}

fn one(token: &str, load_before: u32) -> Result<Set, Part> {
    let mut rest = token;
    let load_g = if rest.starts_with(|c: char| c.is_ascii_digit()) {
        kilograms(&mut rest).ok_or(Part::Load)?
    } else {
        load_before
    };
    let done = work(&mut rest).ok_or(Part::Work)?;
    let rir_half = if take(&mut rest, '@') { Some(halves(&mut rest).ok_or(Part::Effort)?) } else { None };
    let confirmed = rir_half.is_some() != take(&mut rest, '?');
    let kind = letter(&mut rest, KINDS);
    let side = letter(&mut rest, SIDES);
    let stop = letter(&mut rest, STOPS);
    if rest.is_empty() {
        Ok(Set { load_g, done, rir_half, confirmed, kind, side, stop })
    } else {
        Err(Part::Letters)
    }
}

fn work(rest: &mut &str) -> Option<Done> {
    if take(rest, 'x') {
        return number(rest).map(Done::Reps);
    }
    if !take(rest, '_') {
        return None;
    }
    let seconds = number(rest)?;
    if !take(rest, 's') {
        return None;
    }
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Done::Timed(seconds, 0));
    }
    let metres = number(rest)?;
    take(rest, 'm').then_some(Done::Timed(seconds, metres))
}

/// `82.5` in grams.
fn kilograms(rest: &mut &str) -> Option<u32> {
    let whole = number(rest)?;
    let mut grams = whole.checked_mul(1000)?;
    if take(rest, '.') {
        let before = *rest;
        let fraction = number(rest)?;
        let missing = match before.len() - rest.len() {
            1 => 100,
            2 => 10,
            3 => 1,
            _ => return None,
        };
        grams = grams.checked_add(fraction.checked_mul(missing)?)?;
    }
    Some(grams)
}

/// `1.5` in halves.
fn halves(rest: &mut &str) -> Option<u8> {
    let whole = u8::try_from(number(rest)?).ok()?.checked_mul(2)?;
    if !take(rest, '.') {
        return Some(whole);
    }
    if take(rest, '5') { whole.checked_add(1) } else { None }
}

/// Takes leading digits off the text.
fn number(rest: &mut &str) -> Option<u32> {
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, left) = rest.split_at(end);
    *rest = left;
    digits.parse().ok()
}

fn take(rest: &mut &str, wanted: char) -> bool {
    match rest.strip_prefix(wanted) {
        Some(left) => {
            *rest = left;
            true
        }
        None => false,
    }
}

fn letter(rest: &mut &str, of: &str) -> Option<char> {
    let first = rest.chars().next().filter(|c| of.contains(*c))?;
    take(rest, first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letter_of(of: &'static str) -> impl Strategy<Value = Option<char>> {
        proptest::option::of((0..of.len()).prop_map(move |place| of.chars().nth(place).unwrap()))
    }

    fn set() -> impl Strategy<Value = Set> {
        let load = prop_oneof![Just(0), Just(82_500), 0..=1_000_000_u32, 0..4_294_967_u32];
        let done = prop_oneof![
            any::<u32>().prop_map(Done::Reps),
            any::<(u32, u32)>().prop_map(|(s, m)| Done::Timed(s, m))
        ];
        let effort = (proptest::option::of(any::<u8>()), any::<bool>());
        let letters = (letter_of(KINDS), letter_of(SIDES), letter_of(STOPS));
        (load, done, effort, letters).prop_map(|(load_g, done, (rir_half, confirmed), (kind, side, stop))| {
            Set { load_g, done, rir_half, confirmed, kind, side, stop }
        })
    }

    proptest! {
        #[test]
        fn every_row_comes_back_the_same(sets in proptest::collection::vec(set(), 0..12)) {
            prop_assert_eq!(read(&write(&sets)), Ok(sets));
        }

        #[test]
        fn any_text_at_all_is_read_or_refused_and_what_is_read_is_kept(text in "[0-9xs@?._ mwdpytlrBKDTP]{0,40}|\\PC{0,40}") {
            if let Ok(sets) = read(&text) {
                prop_assert_eq!(read(&write(&sets)), Ok(sets));
            }
        }
    }

    #[test]
    fn a_load_stands_only_where_it_changes() {
        let sets = read("82.5x9@1 x9@1? x8@0.5 0x12").unwrap();
        let loads: Vec<u32> = sets.iter().map(|set| set.load_g).collect();
        assert_eq!(loads, [82_500, 82_500, 82_500, 0]);
        assert!(sets[0].confirmed && !sets[1].confirmed && sets[2].rir_half == Some(1) && !sets[3].confirmed);
    }

    #[test]
    fn text_that_is_no_set_is_refused_with_its_place() {
        let bad = [
            ("80", Part::Work),
            ("80.x5", Part::Load),
            ("80.1234x5", Part::Load),
            ("5000000x5", Part::Load),
            ("99999999999999999999x5", Part::Load),
            ("-80x5", Part::Work),
            ("x", Part::Work),
            ("x99999999999", Part::Work),
            ("_s", Part::Work),
            ("_90", Part::Work),
            ("_90s5", Part::Work),
            ("x5@", Part::Effort),
            ("x5@1.25", Part::Effort),
            ("x5@1.0", Part::Effort),
            ("x5@200", Part::Effort),
            ("x5Z", Part::Letters),
            ("x5ww", Part::Letters),
            ("x5lw", Part::Letters),
            ("x5??", Part::Letters),
            ("x5\u{0}", Part::Letters),
            ("x٥", Part::Work),
            ("", Part::Work),
        ];
        for (token, part) in bad {
            assert_eq!(read(&format!("60x5@2 {token}")), Err(NotSets { number: 2, part }), "{token}");
        }
        assert_eq!(read(" x5"), Err(NotSets { number: 1, part: Part::Work }));
    }
}
