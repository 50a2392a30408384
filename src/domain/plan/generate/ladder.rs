//! How the minutes of a session are squeezed, one rung after the other (science H3), and what a session
//! costs on a rung; not which exercises are in it.

use super::pool::{Candidate, Role};
use crate::domain::plan::minutes;

/// Drops that are worth one set: half a set each. Source: science D, "Clusters".
pub const DROPS: u8 = 2;
/// Exercises in one session. Source: science H1 rule 3.
pub const EXERCISES_MAX: usize = 6;

/// How far the minutes are squeezed, and what the search minds.
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
    /// The last set of an isolation exercise is done as drops after the one before.
    pub drops: bool,
    /// Whether cheap minutes win: not where room in the sessions is what is short.
    pub thrifty: bool,
    /// Whether every muscle gets to its band's low end before any goes on.
    pub lows_first: bool,
}

const FULL: Squeeze = Squeeze {
    warm_up: 8,
    cool_down: 5,
    pairs: false,
    rest: 100,
    drops: false,
    thrifty: true,
    lows_first: false,
};
const SHORTEST: Squeeze = Squeeze { warm_up: 5, cool_down: 0, pairs: true, rest: 80, ..FULL };

/// The ladder, gentlest first.
const LADDER: [Squeeze; 9] = [
    FULL,
    Squeeze { thrifty: false, ..FULL },
    Squeeze { thrifty: false, lows_first: true, ..FULL },
    Squeeze { cool_down: 0, ..FULL },
    Squeeze { cool_down: 0, pairs: true, ..FULL },
    Squeeze { cool_down: 0, pairs: true, rest: 80, ..FULL },
    SHORTEST,
    Squeeze { drops: true, ..SHORTEST },
    Squeeze { drops: true, lows_first: true, ..SHORTEST },
];
/// So many of its first rungs shorten nothing.
pub const UNSHORTENED: usize = 3;
/// Its last rung.
pub const LAST: usize = LADDER.len() - 1;

impl Squeeze {
    /// A rung; the last one past the end. Without techniques no set is replaced by drops.
    pub fn rung(rung: usize, techniques: bool) -> Self {
        let squeeze = LADDER.get(rung).copied().unwrap_or(SHORTEST);
        Self { drops: squeeze.drops && techniques, ..squeeze }
    }

    /// The seconds around the exercises.
    pub fn around(self) -> u32 {
        60 * (self.warm_up + self.cool_down)
    }

    /// Whether drops stand for the last of so many sets: at least two whole ones remain (rule 5).
    pub fn dropped(self, candidate: &Candidate, sets: u8, paired: bool) -> bool {
        self.drops && sets > 2 && !paired && !candidate.row.compound && !candidate.careful
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
                if squeeze.dropped(one.0, one.1, false) {
                    minutes::exercise(sets - 1, work, rest) + u32::from(DROPS) * minutes::drop(work)
                } else {
                    minutes::exercise(sets, work, rest)
                }
            }
        };
    }
    total
}
