//! Sets as short text: `82.5x9@1 x9@1? x8@0.5`. A load stands only where it changes; `@` is reps in
//! reserve; `?` says nobody confirmed them. Letters tell the kind, the side and what ended it.
//!
//! | part | meaning |
//! | --- | --- |
//! | `82.5x9` | kilograms, to the gram, and reps |
//! | `90s`, `90s1500m` | a timed set, with its metres |
//! | `w d p y t` | warm-up, drop, rest-pause, myo, partial |
//! | `l r` | left, right |
//! | `B K D T P` | ended by breath, back, discomfort, time, pain |

use crate::domain::training::{Done, Effort, SetEntry, SetKind, Side, StopReason};
use crate::domain::units::{Kg, Reps, Rir, Seconds};
use std::fmt::Write;

/// Text that is no row of sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("set {0} cannot be read")]
pub struct NotSets(pub usize);

const KINDS: [(SetKind, char); 5] = [
    (SetKind::WarmUp, 'w'),
    (SetKind::Drop, 'd'),
    (SetKind::RestPause, 'p'),
    (SetKind::Myo, 'y'),
    (SetKind::Partial, 't'),
];
const SIDES: [(Side, char); 2] = [(Side::Left, 'l'), (Side::Right, 'r')];
const STOPS: [(StopReason, char); 5] = [
    (StopReason::Breath, 'B'),
    (StopReason::Back, 'K'),
    (StopReason::Discomfort, 'D'),
    (StopReason::Time, 'T'),
    (StopReason::Pain, 'P'),
];

/// Writes a row of sets.
pub fn write<'a>(sets: impl Iterator<Item = &'a SetEntry>) -> String {
    let mut text = String::new();
    let mut before = Kg::ZERO;
    for set in sets {
        if !text.is_empty() {
            text.push(' ');
        }
        if set.load != before {
            write_kg(&mut text, set.load);
            before = set.load;
        }
        // Writing to a String cannot fail.
        let _ = match set.done {
            Done::Reps(reps) => write!(text, "x{}", reps.get()),
            Done::Timed { seconds, metres: 0 } => write!(text, "_{}s", seconds.get()),
            Done::Timed { seconds, metres } => write!(text, "_{}s{metres}m", seconds.get()),
        };
        if let Some(rir) = set.effort.rir {
            let half = if rir.get() % 2 == 1 { ".5" } else { "" };
            let _ = write!(text, "@{}{half}", rir.get() / 2);
        }
        if set.effort.confirmed != set.effort.rir.is_some() {
            text.push('?');
        }
        text.extend(KINDS.iter().filter(|(kind, _)| *kind == set.kind).map(|(_, c)| *c));
        text.extend(SIDES.iter().filter(|(side, _)| *side == set.side).map(|(_, c)| *c));
        text.extend(STOPS.iter().filter(|(stop, _)| Some(*stop) == set.stop).map(|(_, c)| *c));
    }
    text
}

fn write_kg(text: &mut String, load: Kg) {
    let (whole, grams) = (load.grams() / 1000, load.grams() % 1000);
    let _ = write!(text, "{whole}");
    if grams > 0 {
        let fraction = format!("{grams:03}");
        text.push('.');
        text.push_str(fraction.trim_end_matches('0'));
    }
}

/// Reads a row of sets.
///
/// # Errors
/// [`NotSets`] with the number of the first set that cannot be read.
pub fn read(text: &str) -> Result<Vec<SetEntry>, NotSets> {
    let mut sets = Vec::new();
    let mut load = Kg::ZERO;
    for (number, token) in text.split_ascii_whitespace().enumerate() {
        let set = one(token, &mut load).ok_or(NotSets(number + 1))?;
        sets.push(set);
    }
    Ok(sets)
}

fn one(token: &str, load: &mut Kg) -> Option<SetEntry> {
    let mut rest = token;
    let kg = digits(&mut rest, true);
    if !kg.is_empty() {
        *load = Kg::from_kg(kg.parse().ok()?).ok()?;
    }
    let done = if let Some(after) = rest.strip_prefix('x') {
        rest = after;
        Done::Reps(Reps::try_new(digits(&mut rest, false).parse().ok()?).ok()?)
    } else {
        rest = rest.strip_prefix('_')?;
        let seconds = Seconds::try_new(digits(&mut rest, false).parse().ok()?).ok()?;
        rest = rest.strip_prefix('s')?;
        let metres = digits(&mut rest, false);
        let metres = if metres.is_empty() {
            0
        } else {
            rest = rest.strip_prefix('m')?;
            metres.parse().ok()?
        };
        Done::Timed { seconds, metres }
    };
    let mut rir = None;
    if let Some(after) = rest.strip_prefix('@') {
        rest = after;
        rir = Some(Rir::from_f64(digits(&mut rest, true).parse().ok()?).ok()?);
    }
    let unusual = rest.strip_prefix('?');
    rest = unusual.unwrap_or(rest);
    let effort = Effort { rir, confirmed: rir.is_some() != unusual.is_some() };
    let mut set =
        SetEntry { load: *load, done, effort, kind: SetKind::Work, side: Side::Both, stop: None };
    for letter in rest.chars() {
        if let Some((kind, _)) = KINDS.iter().find(|(_, c)| *c == letter) {
            set.kind = *kind;
        } else if let Some((side, _)) = SIDES.iter().find(|(_, c)| *c == letter) {
            set.side = *side;
        } else {
            set.stop = Some(STOPS.iter().find(|(_, c)| *c == letter)?.0);
        }
    }
    Some(set)
}

/// Takes leading digits (and a point where allowed) off the text.
fn digits<'a>(rest: &mut &'a str, point: bool) -> &'a str {
    let end = rest.find(|c: char| !c.is_ascii_digit() && !(point && c == '.')).unwrap_or(rest.len());
    let (taken, left) = rest.split_at(end);
    *rest = left;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_stands_only_where_it_changes() {
        let text = "82.5x9@1 x9@1? x8@0.5 40x12?dr 102.058x5@5B _90s _1200s5000m";
        let sets = read(text).unwrap();
        assert_eq!(sets.len(), 7);
        assert_eq!(sets[1].load, Kg::from_kg(82.5).unwrap());
        assert!(!sets[1].effort.confirmed && sets[2].effort.confirmed);
        assert_eq!(write(sets.iter()), text);
    }

    #[test]
    fn damaged_text_names_the_set() {
        for (text, number) in [("80", 1), ("80x9 q", 2), ("x0", 1), ("x9@9", 1), ("2000x5", 1), ("x5Z", 1), ("_s", 1)] {
            assert_eq!(read(text), Err(NotSets(number)), "{text}");
        }
        assert_eq!(read(""), Ok(vec![]));
    }
}
