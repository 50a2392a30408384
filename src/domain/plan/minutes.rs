//! How long a planned session takes; it does not decide what yields when that is too long.

use super::technique::Technique;
use super::{PlannedSession, Prescription};
use crate::domain::units::{Minutes, Seconds};

/// Getting an exercise ready, seconds. Source: science D, "Time".
pub const SETUP: u32 = 90;
/// One repetition, seconds. Source: science D, "Time".
pub const TEMPO: u32 = 4;

/// The seconds of work in one set: both legs in turn for a unilateral exercise.
pub fn work(reps: (u8, u8), unilateral: bool) -> u32 {
    let middle = (u32::from(reps.0) + u32::from(reps.1)).div_ceil(2);
    middle * TEMPO * if unilateral { 2 } else { 1 }
}

/// The seconds one exercise takes by itself.
///
/// ```
/// use legwork::domain::plan::minutes::{exercise, work};
/// // 3 x 8 with 150 s of rest: 90 + 96 + 300
/// assert_eq!(exercise(3, work((8, 8), false), 150), 486);
/// ```
pub fn exercise(sets: u32, work: u32, rest: u32) -> u32 {
    if sets == 0 { 0 } else { SETUP + sets * work + (sets - 1) * rest }
}

/// The seconds that two exercises take when they alternate: while one rests, the other works, and the
/// longer rest is kept once a round (science H3).
pub fn pair(a: (u32, u32, u32), b: (u32, u32, u32)) -> u32 {
    let (sets_a, work_a, rest_a) = a;
    let (sets_b, work_b, rest_b) = b;
    let rounds = sets_a.max(sets_b);
    2 * SETUP + sets_a * work_a + sets_b * work_b + rounds.saturating_sub(1) * rest_a.max(rest_b)
}

/// Changing the load for a drop, seconds. Source: science A2 "Rest" (30-60 s only inside drops) is the most;
/// moving a pin takes this [our choice].
const DROP_CHANGE: u32 = 10;

/// The seconds one drop takes after a set of so much work: about half its reps.
///
/// ```
/// use legwork::domain::plan::minutes::drop;
/// assert_eq!(drop(48), 34); // against 48 of work and 75 of rest for another set
/// ```
pub fn drop(work: u32) -> u32 {
    DROP_CHANGE + work / 2
}

/// How long a session takes, warm-up and cool-down included.
pub fn estimate(session: &PlannedSession) -> Seconds {
    let mut total = 60 * (u32::from(session.warm_up.get()) + u32::from(session.cool_down.get()));
    for (place, one) in session.exercises.iter().enumerate() {
        if let Some(finisher) = one.finisher {
            total += Technique::of(finisher).seconds(one.sets, one.reps, cost(one).1);
        }
        let partner = one.paired_with.and_then(|at| session.exercises.get(usize::from(at)).map(|p| (at, p)));
        total += match partner {
            Some((at, other)) if usize::from(at) > place => pair(cost(one), cost(other)),
            Some(_) => 0,
            None => {
                let (sets, work, rest) = cost(one);
                exercise(sets, work, rest)
            }
        };
    }
    Seconds::saturating(i64::from(total))
}

/// The same in whole minutes, rounded up.
pub fn rounded(session: &PlannedSession) -> Minutes {
    Minutes::saturating(i64::from(estimate(session).get().div_ceil(60)))
}

/// What one exercise costs: its sets, the work of each in seconds, and the rest.
pub(super) fn cost(one: &Prescription) -> (u32, u32, u32) {
    let unilateral = one.built_in().is_some_and(|row| row.unilateral);
    (u32::from(one.sets), work(one.reps, unilateral), one.rest.get())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::ExerciseId;
    use crate::domain::units::Rir;
    use chrono::Weekday;

    fn session(list: &[(&str, u8, u8, i64)]) -> PlannedSession {
        let exercises = list
            .iter()
            .map(|(slug, sets, reps, rest)| Prescription {
                exercise: ExerciseId::parse(slug).unwrap(),
                sets: *sets,
                reps: (*reps, *reps),
                rir: (Rir::TWO, Rir::TWO),
                rest: Seconds::saturating(*rest),
                paired_with: None,
                finisher: None,
            })
            .collect();
        PlannedSession {
            weekday: Weekday::Mon,
            exercises,
            warm_up: Minutes::saturating(8),
            cool_down: Minutes::saturating(5),
        }
    }

    #[test]
    fn the_worked_examples_of_section_d() {
        let minutes = |list: &[_]| f64::from(estimate(&session(list)).get()) / 60.0;
        let one = ("high-bar-back-squat", 3, 8, 150);
        let two = ("leg-press-45", 3, 10, 120);
        assert!((minutes(&[one]) - 21.10).abs() < 0.01);
        assert!((minutes(&[one, two]) - 28.60).abs() < 0.01);
        assert!((minutes(&[("bulgarian-split-squat", 3, 10, 90)]) - 21.50).abs() < 0.01);
    }

    #[test]
    fn alternating_two_exercises_saves_time_and_keeps_the_longer_rest() {
        let straight = exercise(3, 48, 75) + exercise(3, 48, 90);
        let paired = pair((3, 48, 75), (3, 48, 90));
        assert_eq!((straight, paired), (798, 648));
    }
}
