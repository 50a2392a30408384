//! Sets for the candidates of a week: first what must be present, then always the muscle that is furthest
//! from its target, at the best price in minutes. The limits of science H1 (rules 3-5) are never broken.

use super::ladder::{EXERCISES_MAX, Squeeze};
use super::pool::{Candidate, Role};
use super::room::Room;
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::volume::COVERAGE;

/// Fractional sets of one muscle in one session, in halves. Source: science H1 rule 4 (Remmert 2025).
pub const SESSION_CAP: u16 = 22;
/// Above this the next set goes elsewhere if it can, in halves. Source: science H1 rule 12.
const SOFT_CAP: u16 = 16;
/// Sets of one exercise. Source: science H1 rule 5.
pub const SETS_MIN: u8 = 2;
/// Sets of one exercise. Source: science H1 rule 5.
pub const SETS_MAX: u8 = 5;

/// What a week is asked for, in half sets, and what it may not exceed.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// Targets of the main muscles.
    pub targets: [u16; 4],
    /// Their bands' low ends, or the targets where those are lower.
    pub lows: [u16; 4],
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
    /// Whether the minutes ever stood in the way.
    pub pressed: bool,
}

impl Allotment {
    /// Whether every target is met.
    pub fn meets(&self, targets: &[u16; 4]) -> bool {
        self.week.iter().zip(targets).all(|(has, target)| has >= target)
    }

    /// How much of an order is met: first of the bands' low ends, then of the targets.
    pub fn score(&self, order: &Order) -> u16 {
        let met = |wanted: &[u16; 4]| -> u16 {
            self.week.iter().zip(wanted).map(|(has, target)| *has.min(target)).sum()
        };
        met(&order.lows) * 64 + met(&order.targets)
    }
}

/// What must be present, in order; the last yields first (science H1 rule 6).
const PRESENCE: [fn(&Candidate) -> bool; 6] = [
    |c| c.fills(Function::KneeHamstrings),
    |c| c.fills(Function::HipHamstrings),
    |c| c.fills(Function::RectusFemoris),
    |c| c.fills(Function::Gastrocnemius),
    Candidate::one_leg,
    |c| c.role == Role::BentCalf && c.bent_calf(),
];

/// No price is known yet.
const STALE: u32 = 0;

struct Week<'a> {
    pool: &'a [Candidate],
    order: &'a Order,
    sets: Vec<u8>,
    /// What the candidate's session would take with its next sets.
    prices: Vec<u32>,
    rooms: [Room; 4],
    week: [u16; 4],
    functions: [u16; 10],
    pressed: bool,
}

impl Week<'_> {
    /// How many sets the next step of a candidate is.
    fn step(&self, place: usize) -> u8 {
        if self.sets.get(place) == Some(&0) { SETS_MIN } else { 1 }
    }

    /// The seconds a session would take with the next sets of a candidate, if no limit forbids them.
    fn fits(&mut self, place: usize) -> Option<u32> {
        let candidate = self.pool.get(place)?;
        let has = self.sets.get(place).copied()?;
        let more = self.step(place);
        let room = self.rooms.get(usize::from(candidate.session))?;
        if has + more > SETS_MAX || (has == 0 && room.count >= EXERCISES_MAX) {
            return None;
        }
        let limits = room.muscles.iter().zip(&self.week).zip(candidate.gains.iter().zip(&self.order.highs));
        for ((in_session, in_week), (gain, high)) in limits {
            let gain = gain * u16::from(more);
            if gain > 0 && (in_session + gain > SESSION_CAP || in_week + gain > *high) {
                return None;
            }
        }
        let mut price = self.prices.get(place).copied()?;
        if price == STALE {
            price = room.price(self.pool, &self.sets, place, has + more, self.order.squeeze);
            if let Some(slot) = self.prices.get_mut(place) {
                *slot = price;
            }
        }
        if price > self.order.seconds {
            self.pressed = true;
            return None;
        }
        Some(price)
    }

    fn take(&mut self, place: usize, seconds: u32) {
        let more = self.step(place);
        let Some(candidate) = self.pool.get(place) else { return };
        let Some(room) = self.rooms.get_mut(usize::from(candidate.session)) else { return };
        if let Some(sets) = self.sets.get_mut(place) {
            if *sets == 0 {
                room.open(u8::try_from(place).unwrap_or(u8::MAX));
            }
            *sets += more;
        }
        room.seconds = seconds;
        for ((in_session, in_week), gain) in room.muscles.iter_mut().zip(&mut self.week).zip(candidate.gains)
        {
            *in_session += gain * u16::from(more);
            *in_week += gain * u16::from(more);
        }
        for (sum, function) in self.functions.iter_mut().zip(Function::ALL) {
            *sum += candidate.covers(function) * u16::from(more);
        }
        for (price, other) in self.prices.iter_mut().zip(self.pool) {
            if other.session == candidate.session {
                *price = STALE;
            }
        }
    }

    /// How good the next sets of a candidate would be: what they close of every gap, by their price.
    fn value(
        &self,
        place: usize,
        candidate: &Candidate,
        seconds: u32,
        muscle: usize,
        goals: &[u16; 4],
    ) -> f32 {
        let more = self.step(place);
        let mut closes = 0.0_f32;
        for ((gain, has), target) in candidate.gains.iter().zip(&self.week).zip(goals) {
            let useful = (gain * u16::from(more)).min(target.saturating_sub(*has));
            if useful > 0 {
                closes += f32::from(useful) / f32::from((*target).max(1));
            }
        }
        let short = COVERAGE.iter().any(|(function, least)| {
            let has = self.functions.get(*function as usize).copied().unwrap_or(0);
            Some(function.muscle()) == Muscle::MAIN.get(muscle).copied()
                && candidate.fills(*function)
                && has < u16::from(*least) * 2
        });
        let Some(room) = self.rooms.get(usize::from(candidate.session)) else { return 0.0 };
        let here = room.muscles.get(muscle).copied().unwrap_or(0);
        let mut value = closes;
        if self.order.squeeze.thrifty {
            value /= seconds.saturating_sub(room.seconds).max(60) as f32;
        }
        if short {
            value *= 2.0;
        }
        if here == 0 {
            // A second session for the muscle (rule 9).
            value *= 1.5;
        }
        if here + candidate.gains.get(muscle).copied().unwrap_or(0) > SOFT_CAP {
            value *= 0.5;
        }
        if !candidate.template {
            value *= 0.6;
        }
        if self.sets.get(place) == Some(&SETS_MIN) {
            // Three sets of one exercise rather than two of two (science A13).
            value *= 1.3;
        }
        if candidate.row.compound {
            // Mostly compounds (science A18): they cost more rest, and are worth it beyond the count.
            value *= 1.5;
        }
        value
    }

    /// What must be present.
    fn presence(&mut self) {
        for wanted in PRESENCE {
            let there = self.pool.iter().zip(&self.sets).any(|(c, sets)| *sets > 0 && wanted(c));
            if there {
                continue;
            }
            for (place, candidate) in self.pool.iter().enumerate() {
                if wanted(candidate)
                    && let Some(seconds) = self.fits(place)
                {
                    self.take(place, seconds);
                    break;
                }
            }
        }
    }

    /// The lowest fraction of its target; ties go to the priority, then by the order of the muscles.
    fn furthest(&self, goals: &[u16; 4], blocked: &[bool; 4]) -> Option<usize> {
        let mut next: Option<(f32, usize)> = None;
        for (muscle, (has, target)) in self.week.iter().zip(goals).enumerate() {
            if blocked.get(muscle) == Some(&true) || has >= target {
                continue;
            }
            let favour = if self.order.priority == Some(muscle) { 0.95 } else { 1.0 };
            let fraction = f32::from(*has) / f32::from((*target).max(1)) * favour;
            if next.is_none_or(|(lowest, _)| fraction < lowest) {
                next = Some((fraction, muscle));
            }
        }
        next.map(|(_, muscle)| muscle)
    }

    /// Raises the muscles until each has its target or nothing more fits.
    fn raise(&mut self, goals: &[u16; 4]) {
        let mut blocked = [false; 4];
        while let Some(muscle) = self.furthest(goals, &blocked) {
            let mut best: Option<(f32, usize, u32)> = None;
            for (place, candidate) in self.pool.iter().enumerate() {
                if candidate.gains.get(muscle).is_none_or(|gain| *gain == 0) {
                    continue;
                }
                if let Some(seconds) = self.fits(place) {
                    let value = self.value(place, candidate, seconds, muscle, goals);
                    if best.is_none_or(|(known, ..)| value > known) {
                        best = Some((value, place, seconds));
                    }
                }
            }
            match best {
                Some((_, place, seconds)) => self.take(place, seconds),
                None => {
                    if let Some(flag) = blocked.get_mut(muscle) {
                        *flag = true;
                    }
                }
            }
        }
    }

    /// Raises functions that are still short of their own sets (rule 8).
    fn cover(&mut self) {
        for (function, least) in COVERAGE {
            while self.functions.get(function as usize).copied().unwrap_or(0) < u16::from(least) * 2 {
                let mut found = false;
                for (place, candidate) in self.pool.iter().enumerate() {
                    if candidate.fills(function)
                        && let Some(seconds) = self.fits(place)
                    {
                        self.take(place, seconds);
                        found = true;
                        break;
                    }
                }
                if !found {
                    break;
                }
            }
        }
    }

    /// No session stays empty (rule 3).
    fn open_all(&mut self) {
        let pressed = self.pressed;
        for (place, candidate) in self.pool.iter().enumerate() {
            let empty = self.rooms.get(usize::from(candidate.session)).is_some_and(|room| room.count == 0);
            if empty && let Some(seconds) = self.fits(place) {
                self.take(place, seconds);
            }
        }
        self.pressed = pressed;
    }

    /// Adduction, where there is time to spare.
    fn optional(&mut self) {
        let pressed = self.pressed;
        for (place, candidate) in self.pool.iter().enumerate() {
            if candidate.role == Role::Adduction
                && let Some(seconds) = self.fits(place)
            {
                self.take(place, seconds);
            }
        }
        self.pressed = pressed;
    }
}

/// Allots the sets of a week.
pub fn allot(pool: &[Candidate], order: &Order) -> Allotment {
    let empty = Room::empty(order.squeeze);
    let mut week = Week {
        pool,
        order,
        sets: vec![0; pool.len()],
        prices: vec![STALE; pool.len()],
        rooms: [empty; 4],
        week: [0; 4],
        functions: [0; 10],
        pressed: false,
    };
    week.presence();
    if order.squeeze.lows_first {
        week.raise(&order.lows);
        week.cover();
    }
    week.raise(&order.targets);
    week.cover();
    week.open_all();
    week.optional();
    Allotment { sets: week.sets, week: week.week, pressed: week.pressed }
}
