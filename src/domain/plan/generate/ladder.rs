//! How the minutes of a session are squeezed, one rung after the other (science H3), and what a session
//! costs on a rung; not which exercises are in it.

use super::pool::{Candidate, Role};
use crate::domain::plan::minutes;

/// Exercises in one session. Source: science H1 rule 3.
pub const EXERCISES_MAX: usize = 6;

/// How far the minutes are squeezed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Squeeze {
    /// Minutes of warm-up.
    pub warm_up: u32,
    /// Minutes of cool-down.
    pub cool_down: u32,
    /// Isolation exercises alternate in pairs.
    pub pairs: bool,
    /// Percent of the catalogue's rest.
    pub rest: u32,
    /// Whether cheap minutes win: not where room in the sessions is what is short.
    pub thrifty: bool,
}

const FULL: Squeeze = Squeeze { warm_up: 8, cool_down: 5, pairs: false, rest: 100, thrifty: true };
const SHORTEST: Squeeze = Squeeze { warm_up: 5, cool_down: 0, pairs: true, rest: 80, thrifty: true };

/// The ladder, gentlest first.
pub const LADDER: [Squeeze; 6] = [
    FULL,
    Squeeze { thrifty: false, ..FULL },
    Squeeze { cool_down: 0, ..FULL },
    Squeeze { cool_down: 0, pairs: true, ..FULL },
    Squeeze { cool_down: 0, pairs: true, rest: 80, ..FULL },
    SHORTEST,
];
/// So many of its first rungs shorten nothing.
pub const UNSHORTENED: usize = 2;
/// Its last rung.
pub const LAST: usize = LADDER.len() - 1;

impl Squeeze {
    /// A rung; the last one past the end.
    pub fn rung(rung: usize) -> Self {
        LADDER.get(rung).copied().unwrap_or(SHORTEST)
    }

    /// The seconds around the exercises.
    pub fn around(self) -> u32 {
        60 * (self.warm_up + self.cool_down)
    }

    /// The rest of an exercise, in seconds.
    pub fn rest_of(self, candidate: &Candidate) -> u32 {
        (u32::from(candidate.row.rest) * self.rest).div_ceil(100)
    }
}

/// One exercise of a session with its sets.
pub type Dosed<'a> = (&'a Candidate, u8);

/// Whether two exercises of a session may alternate: extension with curl, or isolation with calves; the
/// first kind goes first.
fn pairs_up(a: &Candidate, b: &Candidate) -> Option<bool> {
    if a.row.compound || b.row.compound {
        return None;
    }
    match (a.role, b.role) {
        (Role::Extension, Role::Curl) | (Role::Curl, Role::Extension) => Some(true),
        _ => (a.calf() != b.calf()).then_some(false),
    }
}

/// For each exercise of a session the place of the one it alternates with.
pub fn partners(list: &[Dosed<'_>], squeeze: Squeeze) -> [Option<u8>; EXERCISES_MAX] {
    let mut found = [None; EXERCISES_MAX];
    if !squeeze.pairs {
        return found;
    }
    for opposites in [true, false] {
        for (at, (one, _)) in list.iter().enumerate() {
            for (to, (other, _)) in list.iter().enumerate().skip(at + 1) {
                let free = found.get(at) == Some(&None) && found.get(to) == Some(&None);
                if free && pairs_up(one, other) == Some(opposites) {
                    if let Some(slot) = found.get_mut(at) {
                        *slot = u8::try_from(to).ok();
                    }
                    if let Some(slot) = found.get_mut(to) {
                        *slot = u8::try_from(at).ok();
                    }
                }
            }
        }
    }
    found
}

/// The seconds of a session with these exercises.
pub fn seconds(list: &[Dosed<'_>], squeeze: Squeeze) -> u32 {
    let cost = |(candidate, sets): &Dosed<'_>| (u32::from(*sets), candidate.work, squeeze.rest_of(candidate));
    let partners = partners(list, squeeze);
    let mut total = squeeze.around();
    for (at, one) in list.iter().enumerate() {
        let partner = partners.get(at).copied().flatten().map(usize::from);
        total += match partner.and_then(|to| Some((to, list.get(to)?))) {
            Some((to, other)) if to > at => minutes::pair(cost(one), cost(other)),
            Some(_) => 0,
            None => {
                let (sets, work, rest) = cost(one);
                minutes::exercise(sets, work, rest)
            }
        };
    }
    total
}
