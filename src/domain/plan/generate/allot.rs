//! Sets for the candidates of a week: first what must be present, then always the muscle that is furthest
//! from its target, at the best price in minutes. The limits of science H1 (rules 3-5) are never broken.

use super::pool::{Candidate, Role};
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::plan::minutes;
use crate::domain::volume::COVERAGE;

/// Fractional sets of one muscle in one session, in halves. Source: science H1 rule 4 (Remmert 2025).
pub const SESSION_CAP: u16 = 22;
/// Above this the next set goes elsewhere if it can, in halves. Source: science H1 rule 12.
const SOFT_CAP: u16 = 16;
/// Exercises in one session. Source: science H1 rule 3.
pub const EXERCISES_MAX: usize = 6;
/// Sets of one exercise. Source: science H1 rule 5.
pub const SETS_MIN: u8 = 2;
/// Sets of one exercise. Source: science H1 rule 5.
pub const SETS_MAX: u8 = 5;

/// How far the minutes are squeezed, one rung of science H3's ladder after the other.
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
    /// Whether optional work (adduction) is offered.
    pub optional: bool,
}

/// The ladder, gentlest first.
pub const LADDER: [Squeeze; 6] = [
    Squeeze { warm_up: 8, cool_down: 5, pairs: false, rest: 100, optional: true },
    Squeeze { warm_up: 8, cool_down: 0, pairs: false, rest: 100, optional: true },
    Squeeze { warm_up: 8, cool_down: 0, pairs: true, rest: 100, optional: true },
    Squeeze { warm_up: 8, cool_down: 0, pairs: true, rest: 80, optional: true },
    Squeeze { warm_up: 5, cool_down: 0, pairs: true, rest: 80, optional: true },
    Squeeze { warm_up: 5, cool_down: 0, pairs: true, rest: 80, optional: false },
];

/// What a week is asked for, in half sets, and what it may not exceed.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// Targets of the main muscles.
    pub targets: [u16; 4],
    /// The bands' high ends.
    pub highs: [u16; 4],
    /// Seconds a session.
    pub seconds: u32,
    /// The rung of the ladder.
    pub squeeze: Squeeze,
    /// The place of the priority muscle among the main ones.
    pub priority: Option<usize>,
}

/// Sets for each candidate, in the pool's order.
#[derive(Debug, Clone)]
pub struct Allotment {
    /// Sets; 0 is not used.
    pub sets: Vec<u8>,
    /// Half sets of the main muscles.
    pub week: [u16; 4],
}

impl Allotment {
    /// Whether every target is met.
    pub fn meets(&self, targets: &[u16; 4]) -> bool {
        self.week.iter().zip(targets).all(|(has, target)| has >= target)
    }
}

/// What must be present, in order; the last yields first (science H1 rule 6).
const PRESENCE: [fn(&Candidate) -> bool; 6] = [
    |c| full(c, Function::KneeHamstrings),
    |c| full(c, Function::HipHamstrings),
    |c| full(c, Function::RectusFemoris),
    |c| full(c, Function::Gastrocnemius),
    |c| c.row.unilateral && c.row.compound,
    |c| c.role == Role::BentCalf && full(c, Function::Soleus) && !full(c, Function::Gastrocnemius),
];

fn full(candidate: &Candidate, function: Function) -> bool {
    candidate.row.credit.halves(function) == 2
}

/// Half sets that one set gives to the main muscles.
pub fn gains(candidate: &Candidate) -> [u16; 4] {
    Muscle::MAIN.map(|muscle| {
        let best = muscle.functions().iter().map(|f| candidate.row.credit.halves(*f)).max();
        u16::from(best.unwrap_or(0))
    })
}

/// The rest of an exercise on a rung of the ladder, in seconds.
pub fn rest(candidate: &Candidate, squeeze: Squeeze) -> u32 {
    (u32::from(candidate.row.rest) * squeeze.rest).div_ceil(100)
}

/// Whether two exercises of a session may alternate: extension with curl, or isolation with calves.
pub fn pairs_up(a: &Candidate, b: &Candidate) -> bool {
    let calf = |c: &Candidate| matches!(c.role, Role::StraightCalf | Role::BentCalf);
    let small = |c: &Candidate| !c.row.compound && !calf(c);
    matches!((a.role, b.role), (Role::Extension, Role::Curl) | (Role::Curl, Role::Extension))
        || (small(a) && calf(b))
        || (calf(a) && small(b))
}

/// The pairs of one session on a rung: places in the pool.
pub fn pairs(pool: &[Candidate], sets: &[u8], session: usize, squeeze: Squeeze) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    if !squeeze.pairs {
        return found;
    }
    let used: Vec<(usize, &Candidate)> = pool
        .iter()
        .zip(sets)
        .enumerate()
        .filter(|(_, (c, sets))| c.session == session && **sets > 0 && !c.row.compound)
        .map(|(place, (c, _))| (place, c))
        .collect();
    let taken =
        |found: &[(usize, usize)], place: usize| found.iter().any(|(a, b)| *a == place || *b == place);
    for extension_first in [true, false] {
        for (at, (a, one)) in used.iter().enumerate() {
            for (b, other) in used.iter().skip(at + 1) {
                let wanted = matches!(
                    (one.role, other.role),
                    (Role::Extension, Role::Curl) | (Role::Curl, Role::Extension)
                ) == extension_first;
                if wanted && pairs_up(one, other) && !taken(&found, *a) && !taken(&found, *b) {
                    found.push((*a, *b));
                }
            }
        }
    }
    found
}

/// The seconds of one session.
fn session_seconds(
    pool: &[Candidate],
    sets: &[u8],
    session: usize,
    squeeze: Squeeze,
    reps: &[(u8, u8)],
) -> u32 {
    let cost = |place: usize| -> (u32, u32, u32) {
        match (pool.get(place), sets.get(place), reps.get(place)) {
            (Some(c), Some(sets), Some(reps)) => {
                (u32::from(*sets), minutes::work(*reps, c.row.unilateral), rest(c, squeeze))
            }
            _ => (0, 0, 0),
        }
    };
    let paired = pairs(pool, sets, session, squeeze);
    let mut total = 60 * (squeeze.warm_up + squeeze.cool_down);
    for (a, b) in &paired {
        total += minutes::pair(cost(*a), cost(*b));
    }
    for (place, candidate) in pool.iter().enumerate() {
        if candidate.session == session && !paired.iter().any(|(a, b)| *a == place || *b == place) {
            let (sets, work, rest) = cost(place);
            total += minutes::exercise(sets, work, rest);
        }
    }
    total
}

struct Week<'a> {
    pool: &'a [Candidate],
    reps: &'a [(u8, u8)],
    gains: Vec<[u16; 4]>,
    order: &'a Order,
    sets: Vec<u8>,
    week: [u16; 4],
    functions: [u16; 10],
    sessions: [[u16; 4]; 4],
    seconds: [u32; 4],
}

impl Week<'_> {
    /// The seconds a session would take with `more` sets of a candidate, if no limit forbids them.
    fn fits(&mut self, place: usize, more: u8) -> Option<u32> {
        let candidate = self.pool.get(place)?;
        let has = self.sets.get(place).copied()?;
        let session = self.sessions.get(candidate.session)?;
        let opened = self
            .pool
            .iter()
            .zip(&self.sets)
            .filter(|(c, sets)| c.session == candidate.session && **sets > 0)
            .count();
        if has + more > SETS_MAX || (has == 0 && opened >= EXERCISES_MAX) {
            return None;
        }
        let gains = self.gains.get(place)?;
        let limits = session.iter().zip(&self.week).zip(gains.iter().zip(&self.order.highs));
        for ((in_session, in_week), (gain, high)) in limits {
            let gain = gain * u16::from(more);
            if gain > 0 && (in_session + gain > SESSION_CAP || in_week + gain > *high) {
                return None;
            }
        }
        if let Some(sets) = self.sets.get_mut(place) {
            *sets += more;
        }
        let seconds =
            session_seconds(self.pool, &self.sets, candidate.session, self.order.squeeze, self.reps);
        if let Some(sets) = self.sets.get_mut(place) {
            *sets -= more;
        }
        (seconds <= self.order.seconds).then_some(seconds)
    }

    fn take(&mut self, place: usize, more: u8, seconds: u32) {
        let (Some(candidate), Some(gains)) = (self.pool.get(place), self.gains.get(place)) else { return };
        if let Some(sets) = self.sets.get_mut(place) {
            *sets += more;
        }
        if let Some(known) = self.seconds.get_mut(candidate.session) {
            *known = seconds;
        }
        if let Some(session) = self.sessions.get_mut(candidate.session) {
            for ((in_session, in_week), gain) in session.iter_mut().zip(&mut self.week).zip(gains) {
                *in_session += gain * u16::from(more);
                *in_week += gain * u16::from(more);
            }
        }
        for (sum, function) in self.functions.iter_mut().zip(Function::ALL) {
            *sum += u16::from(candidate.row.credit.halves(function)) * u16::from(more);
        }
    }

    /// How good the next set of a candidate would be: what it closes of every gap, by its price.
    fn value(&self, place: usize, more: u8, seconds: u32, muscle: usize) -> f32 {
        let (Some(candidate), Some(gains)) = (self.pool.get(place), self.gains.get(place)) else {
            return 0.0;
        };
        if gains.get(muscle).copied().unwrap_or(0) == 0 {
            return 0.0;
        }
        let mut closes = 0.0_f32;
        let goals = gains.iter().zip(&self.week).zip(&self.order.targets);
        for ((gain, has), target) in goals {
            let useful = (gain * u16::from(more)).min(target.saturating_sub(*has));
            closes += f32::from(useful) / f32::from((*target).max(1));
        }
        let short = COVERAGE.iter().any(|(function, least)| {
            let has = self.functions.get(*function as usize).copied().unwrap_or(0);
            Some(function.muscle()) == Muscle::MAIN.get(muscle).copied()
                && full(candidate, *function)
                && has < u16::from(*least) * 2
        });
        let session = self.sessions.get(candidate.session).copied().unwrap_or_default();
        let here = session.get(muscle).copied().unwrap_or(0);
        let before = self.seconds.get(candidate.session).copied().unwrap_or(0);
        let mut value = closes / seconds.saturating_sub(before).max(60) as f32;
        if short {
            value *= 2.0;
        }
        if here == 0 {
            // A second session for the muscle (rule 9).
            value *= 1.5;
        }
        if here + gains.get(muscle).copied().unwrap_or(0) > SOFT_CAP {
            value *= 0.5;
        }
        if !candidate.template {
            value *= 0.6;
        }
        if candidate.row.compound {
            // Mostly compounds (science A18): they cost more rest, and are worth it beyond the count.
            value *= 1.5;
        }
        value
    }
}

/// Allots the sets of a week.
pub fn allot(pool: &[Candidate], reps: &[(u8, u8)], order: &Order) -> Allotment {
    let base = 60 * (order.squeeze.warm_up + order.squeeze.cool_down);
    let mut week = Week {
        pool,
        reps,
        gains: pool.iter().map(gains).collect(),
        order,
        sets: vec![0; pool.len()],
        week: [0; 4],
        functions: [0; 10],
        sessions: [[0; 4]; 4],
        seconds: [base; 4],
    };
    for wanted in PRESENCE {
        let there = pool.iter().zip(&week.sets).any(|(c, sets)| *sets > 0 && wanted(c));
        if !there {
            let first = (0..pool.len())
                .filter(|place| pool.get(*place).is_some_and(wanted))
                .find_map(|place| week.fits(place, SETS_MIN).map(|seconds| (place, seconds)));
            if let Some((place, seconds)) = first {
                week.take(place, SETS_MIN, seconds);
            }
        }
    }
    let mut blocked = [false; 4];
    loop {
        // The lowest fraction of its target; ties go to the priority, then by the order of the muscles.
        let mut next: Option<(f32, usize)> = None;
        for (muscle, (has, target)) in week.week.iter().zip(&order.targets).enumerate() {
            if blocked.get(muscle) == Some(&true) || has >= target {
                continue;
            }
            let favour = if order.priority == Some(muscle) { 0.95 } else { 1.0 };
            let fraction = f32::from(*has) / f32::from((*target).max(1)) * favour;
            if next.is_none_or(|(lowest, _)| fraction < lowest) {
                next = Some((fraction, muscle));
            }
        }
        let Some((_, muscle)) = next else { break };
        let mut best: Option<(f32, usize, u8, u32)> = None;
        for place in 0..pool.len() {
            let more = if week.sets.get(place) == Some(&0) { SETS_MIN } else { 1 };
            if week.gains.get(place).and_then(|g| g.get(muscle)).is_none_or(|gain| *gain == 0) {
                continue;
            }
            if let Some(seconds) = week.fits(place, more) {
                let value = week.value(place, more, seconds, muscle);
                if best.is_none_or(|(known, ..)| value > known) {
                    best = Some((value, place, more, seconds));
                }
            }
        }
        match best {
            Some((_, place, more, seconds)) => week.take(place, more, seconds),
            None => {
                if let Some(flag) = blocked.get_mut(muscle) {
                    *flag = true;
                }
            }
        }
    }
    cover(&mut week);
    if order.squeeze.optional {
        for place in 0..pool.len() {
            let optional = pool.get(place).is_some_and(|c| c.role == Role::Adduction);
            if optional && let Some(seconds) = week.fits(place, SETS_MIN) {
                week.take(place, SETS_MIN, seconds);
            }
        }
    }
    Allotment { sets: week.sets, week: week.week }
}

/// Raises functions that are still short of their own sets (rule 8).
fn cover(week: &mut Week<'_>) {
    for (function, least) in COVERAGE {
        loop {
            let has = week.functions.get(function as usize).copied().unwrap_or(0);
            if has >= u16::from(least) * 2 {
                break;
            }
            let next = (0..week.pool.len())
                .filter(|place| week.pool.get(*place).is_some_and(|c| full(c, function)))
                .find_map(|place| {
                    let more = if week.sets.get(place) == Some(&0) { SETS_MIN } else { 1 };
                    week.fits(place, more).map(|seconds| (place, more, seconds))
                });
            let Some((place, more, seconds)) = next else { break };
            week.take(place, more, seconds);
        }
    }
}
