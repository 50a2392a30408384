//! A plan as text for the fragment of a link, and back: versioned, checked, and suspicious of what comes in.
//! It carries no person, no log and no compromises; whoever opens it checks it against their own body.

mod bytes;
mod reading;
mod writing;

pub use reading::decode;
pub use writing::encode;

use super::Plan;
use crate::domain::exercise::{CustomExercise, Exercise};
use bytes::digest;

/// The version this code writes, as the first character of the text.
const VERSION: char = '1';
/// No prescription of the week before is the base of this one.
const FRESH: u8 = 15;
/// A finisher is so many drops up to this, else one of the next four codes.
const DROPS_MAX: u8 = 3;
const REST_PAUSE: u8 = 4;
const MYO_REPS: u8 = 5;
const PARTIALS: u8 = 6;
const TEMPO: u8 = 7;
/// The code of an exercise that is not in the catalogue.
const OWN: u16 = 0;

/// The head of a prescription: in four bits the place of the same exercise a week before, then whether sets,
/// effort, and anything else differ from it.
const SETS: u8 = 16;
const EFFORT: u8 = 32;
const REST: u8 = 64;

/// Why a link opens no plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is no plan link at all.
    #[error("not a plan link")]
    NotALink,
    /// It is cut short or changed on its way.
    #[error("the link is damaged")]
    Damaged,
    /// It was made by a newer version.
    #[error("made by a newer version")]
    Newer,
    /// It names an exercise that this version does not know.
    #[error("an exercise is unknown")]
    UnknownExercise,
    /// It is longer than any plan.
    #[error("too long")]
    TooLong,
}

/// A plan out of a link, with the exercises that the sender made.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// The plan, under a new id.
    pub plan: Plan,
    /// Exercises it uses that are not in the catalogue.
    pub own: Vec<CustomExercise>,
}

/// A short code of a built-in exercise that does not change when others are added; never [`OWN`].
fn code(row: &Exercise) -> u16 {
    let hash = digest(row.slug.as_bytes());
    u16::try_from((hash ^ (hash >> 16)) & 0xFFFF).unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::CATALOGUE;

    #[test]
    fn no_two_exercises_share_a_code() {
        let mut codes: Vec<u16> = CATALOGUE.iter().map(code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), CATALOGUE.len());
        assert!(!codes.contains(&OWN));
    }
}
