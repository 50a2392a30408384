//! The bounds of what can be asked for at all, by a person or by a link.

use super::Refused;
use crate::domain::plan::Prescription;
use crate::domain::units::Minutes;

/// Exercises in a session that a person may plan; the generator stops at six.
pub const EXERCISES_MAX: usize = 12;
/// Sets of one exercise that a person may plan; the generator stops at five.
pub const SETS_MAX: u8 = 10;
/// The most reps that can be asked for.
const REPS_MAX: u8 = 50;
/// The longest rest that can be asked for, seconds.
const REST_MAX: u32 = 600;
/// The shortest warm-up, minutes. Source: science H1 rule 5.
const WARM_UP_MIN: u16 = 5;
/// The longest warm-up or cool-down, minutes.
const AROUND_MAX: u16 = 60;

/// Whether a prescription can be asked for at all.
pub(in crate::domain::plan) fn sound(one: &Prescription) -> Result<(), Refused> {
    if one.sets > SETS_MAX {
        return Err(Refused::TooMany);
    }
    let reps = (1..=REPS_MAX).contains(&one.reps.0) && (one.reps.0..=REPS_MAX).contains(&one.reps.1);
    if one.sets == 0 || !reps || one.rir.0 > one.rir.1 || one.rest.get() > REST_MAX {
        return Err(Refused::OutOfRange);
    }
    Ok(())
}

/// Whether minutes before and after a session can be asked for: nobody starts cold (science H1 rule 5).
pub(super) fn around(warm_up: Minutes, cool_down: Minutes) -> Result<(), Refused> {
    if warm_up.get() < WARM_UP_MIN || warm_up.get().max(cool_down.get()) > AROUND_MAX {
        return Err(Refused::OutOfRange);
    }
    Ok(())
}
