//! One session while it fills; it does not know what should go in next.

use super::ladder::{Dosed, EXERCISES_MAX, Squeeze, seconds};
use super::pool::Candidate;

/// One session as it fills.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Places in the pool, ascending.
    used: [u8; EXERCISES_MAX],
    /// How many exercises are in it.
    pub count: usize,
    /// Half sets of the main muscles.
    pub muscles: [u16; 4],
    /// What it takes so far.
    pub seconds: u32,
}

impl Room {
    /// Nothing but what is around the exercises.
    pub fn empty(squeeze: Squeeze) -> Self {
        Self { used: [0; EXERCISES_MAX], count: 0, muscles: [0; 4], seconds: squeeze.around() }
    }

    /// Adds an exercise.
    pub fn open(&mut self, place: u8) {
        let mut at = self.count;
        self.count += 1;
        while let Some(before) = at.checked_sub(1) {
            match self.used.get(before).copied() {
                Some(known) if known > place => {
                    if let Some(slot) = self.used.get_mut(at) {
                        *slot = known;
                    }
                }
                _ => break,
            }
            at = before;
        }
        if let Some(slot) = self.used.get_mut(at) {
            *slot = place;
        }
    }

    /// The seconds it would take with so many sets of a candidate, new or already in it.
    pub fn price(&self, pool: &[Candidate], counts: &[u8], place: usize, sets: u8, squeeze: Squeeze) -> u32 {
        let Some(candidate) = pool.get(place) else { return u32::MAX };
        let mut list: [Dosed<'_>; EXERCISES_MAX] = [(candidate, 0); EXERCISES_MAX];
        let mut length = 0;
        let mut put = |one| {
            if let Some(slot) = list.get_mut(length) {
                *slot = one;
                length += 1;
            }
        };
        let mut there = false;
        for used in self.used.iter().take(self.count).map(|used| usize::from(*used)) {
            if used >= place && !there {
                put((candidate, sets));
                there = true;
            }
            if used != place
                && let (Some(other), Some(sets)) = (pool.get(used), counts.get(used))
            {
                put((other, *sets));
            }
        }
        if !there {
            put((candidate, sets));
        }
        seconds(list.get(..length).unwrap_or_default(), squeeze)
    }
}
