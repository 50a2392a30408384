//! Easier weeks out of a harder one: sets are taken away until just the week's targets are left, so that a
//! ramp is the same sessions with a set more here and there.

use super::allot::{Allotment, SETS_MIN};
use super::pool::Candidate;
use crate::domain::anatomy::Function;
use crate::domain::volume::COVERAGE;

/// What the easier week must keep, in half sets.
#[derive(Debug, Clone, Copy)]
pub struct Floor {
    /// Of the main muscles.
    pub muscles: [u16; 4],
    /// Of the functions of [`COVERAGE`].
    pub functions: [u16; 4],
    /// Whether everything that must be present stays (science H1 rule 6).
    pub whole: bool,
    /// Whether every muscle stays in two sessions (rule 9).
    pub twice: bool,
    /// Sets a week that are enough: no more are taken away.
    pub enough: u32,
}

/// What must be present in full-credit sets. Source: science H1 rule 6.
const PRESENT: [Function; 4] =
    [Function::KneeHamstrings, Function::HipHamstrings, Function::RectusFemoris, Function::Gastrocnemius];

/// Half sets of a function in a week.
pub fn of_function(pool: &[Candidate], sets: &[u8], function: Function) -> u16 {
    pool.iter().zip(sets).map(|(c, sets)| c.covers(function) * u16::from(*sets)).sum()
}

/// Takes sets away as long as the floor holds, always where the most is over it.
pub fn ease(pool: &[Candidate], from: &Allotment, floor: &Floor) -> Allotment {
    let mut week = from.clone();
    while week.sets.iter().map(|sets| u32::from(*sets)).sum::<u32>() > floor.enough {
        let mut best: Option<(u32, usize, u8)> = None;
        for (place, (candidate, sets)) in pool.iter().zip(&week.sets).enumerate() {
            let less = match *sets {
                0 => continue,
                SETS_MIN => SETS_MIN,
                _ => 1,
            };
            let Some(over) = spare(&week, candidate, less, floor) else { continue };
            // A set of many before the last two of an exercise; in a deload from each exercise alike, then
            // isolation out of the fullest session.
            let value = if floor.whole {
                over * 16 / u32::from(less) + u32::from(*sets) + if less == 1 { 8 } else { 0 }
            } else if less == 1 {
                1000 + u32::from(*sets)
            } else {
                let there = pool.iter().zip(&week.sets).filter(|(c, _)| c.session == candidate.session);
                there.map(|(_, sets)| u32::from(*sets)).sum::<u32>() * 2 + u32::from(!candidate.row.compound)
            };
            if best.is_none_or(|(known, ..)| value > known) && keeps(pool, &week, place, less, floor) {
                best = Some((value, place, less));
            }
        }
        let Some((_, place, less)) = best else { break };
        if let (Some(candidate), Some(sets)) = (pool.get(place), week.sets.get_mut(place)) {
            *sets -= less;
            for (has, gain) in week.week.iter_mut().zip(candidate.gains) {
                *has = has.saturating_sub(gain * u16::from(less));
            }
        }
    }
    week
}

/// How much of what is taken away is over the floor; nothing may go below it.
fn spare(week: &Allotment, candidate: &Candidate, less: u8, floor: &Floor) -> Option<u32> {
    let mut over = 0;
    for ((has, gain), least) in week.week.iter().zip(candidate.gains).zip(floor.muscles) {
        let gone = gain * u16::from(less);
        if gone > 0 {
            if *has < least + gone {
                return None;
            }
            over += u32::from(gone) * u32::from(has - least);
        }
    }
    Some(over)
}

/// Whether functions, presence, frequency and the session itself survive.
fn keeps(pool: &[Candidate], week: &Allotment, place: usize, less: u8, floor: &Floor) -> bool {
    let Some(candidate) = pool.get(place) else { return false };
    for ((function, _), least) in COVERAGE.iter().zip(floor.functions) {
        let gone = candidate.covers(*function) * u16::from(less);
        if gone > 0 && of_function(pool, &week.sets, *function) < least + gone {
            return false;
        }
    }
    if less < SETS_MIN || week.sets.get(place) != Some(&less) {
        return true;
    }
    // The exercise goes altogether.
    let others =
        || pool.iter().zip(&week.sets).enumerate().filter(|(at, (_, sets))| *at != place && **sets > 0);
    if !others().any(|(_, (c, _))| c.session == candidate.session) {
        return false;
    }
    if !floor.whole {
        return true;
    }
    let alone = |is: &dyn Fn(&Candidate) -> bool| is(candidate) && !others().any(|(_, (c, _))| is(c));
    if PRESENT.iter().any(|function| alone(&|c| c.fills(*function)))
        || alone(&Candidate::one_leg)
        || alone(&Candidate::bent_calf)
    {
        return false;
    }
    if !floor.twice {
        return true;
    }
    for (muscle, gain) in candidate.gains.iter().enumerate() {
        if *gain == 0 {
            continue;
        }
        let mut sessions = 0_u8;
        let mut here = false;
        for (_, (other, _)) in others() {
            if other.gains.get(muscle).is_some_and(|gain| *gain > 0) {
                sessions |= 1 << other.session;
                here |= other.session == candidate.session;
            }
        }
        if !here && sessions.count_ones() < 2 {
            return false;
        }
    }
    true
}
