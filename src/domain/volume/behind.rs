//! The sets behind a number: which sessions and exercises gave a muscle or a function something. It sums and
//! judges nothing.

use super::{Counted, Judge};
use crate::domain::anatomy::{Credit, Function};
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::id::SessionId;
use crate::domain::ordered::sort_by_key;
use crate::domain::settings::Counting;
use crate::domain::training::{ExerciseWork, TrainingLog};
use crate::domain::units::SetCount;
use std::cmp::Reverse;

/// What one exercise of one session gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Behind {
    /// The session.
    pub session: SessionId,
    /// Its day.
    pub day: Day,
    /// What was done.
    pub work: ExerciseWork,
    /// What it gave.
    pub sets: SetCount,
    /// Whether it is direct work.
    pub direct: bool,
}

/// What an exercise gave over a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The exercise.
    pub exercise: ExerciseId,
    /// What it gave.
    pub sets: SetCount,
    /// Whether it is direct work.
    pub direct: bool,
}

/// Everything that gave something in the days `from..=to`, newest first. With the judge of the log's ledger it adds
/// up to what the ledger says of these days.
pub fn behind(
    (log, own, judge): (&TrainingLog, &OwnExercises, &Judge),
    counted: Counted,
    counting: Counting,
    (from, to): (Day, Day),
) -> Vec<Behind> {
    let mut found = Vec::new();
    for session in log.between(from, to) {
        for work in &session.exercises {
            let credit = own.credit(&work.exercise);
            if credit.is_none() {
                continue;
            }
            let sets = counted.sets(&judge.tallies(work, own, counting, session.day).0);
            if sets > SetCount::ZERO {
                let direct = is_direct(counted, credit);
                found.push(Behind {
                    session: session.id,
                    day: session.day,
                    work: work.clone(),
                    sets,
                    direct,
                });
            }
        }
    }
    sort_by_key(&mut found, |one| Reverse(one.day));
    found
}

/// The same by exercise, most first.
///
/// ```
/// use legwork::domain::anatomy::Muscle;
/// use legwork::domain::calendar::{Day, Now};
/// use legwork::domain::volume::{Counted, behind, by_exercise, ledger};
/// let today = Day::parse("2026-11-21").unwrap();
/// let book = legwork::domain::example::logbook(Now { day: today, millis: 1_795_240_000_000, offset_minutes: 0 });
/// let glutes = Counted::Muscle(Muscle::Glutes);
/// let counting = legwork::domain::settings::Counting::Fractional;
/// let ledger = ledger(&book.log, &book.exercises, &book.trials);
/// let days = (today.plus(-27), today);
/// let list = behind((&book.log, &book.exercises, &ledger.judge), glutes, counting, days);
/// let sum: f64 = list.iter().map(|one| one.sets.sets()).sum();
/// assert_eq!(sum, ledger.sum(days.0, days.1, counting).muscle(Muscle::Glutes).sets());
/// let shares = by_exercise(&list);
/// assert!(shares[0].sets >= shares[1].sets && shares.len() < list.len());
/// ```
pub fn by_exercise(list: &[Behind]) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    for one in list {
        match shares.iter_mut().find(|share| share.exercise == one.work.exercise) {
            Some(share) => share.sets += one.sets,
            None => {
                let exercise = one.work.exercise.clone();
                shares.push(Share { exercise, sets: one.sets, direct: one.direct });
            }
        }
    }
    sort_by_key(&mut shares, |share| Reverse(share.sets));
    shares
}

fn is_direct(counted: Counted, credit: Credit) -> bool {
    let whole = |function: Function| credit.halves(function) == 2;
    match counted {
        Counted::Muscle(muscle) => muscle.functions().iter().any(|function| whole(*function)),
        Counted::Function(function) => whole(function),
    }
}
