//! Which exercises hurt on a day; not what follows from it.

use super::{StopReason, TrainingLog};
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::safety::Pain;

/// The exercises of a day that hurt, with their session: somebody said so, or pain ended a set. Each once.
///
/// ```
/// use legwork::domain::{calendar::Day, training::{TrainingLog, hurt::hurt_on}};
/// assert!(hurt_on(&TrainingLog::default(), Day::EPOCH).is_empty());
/// ```
pub fn hurt_on(log: &TrainingLog, day: Day) -> Vec<(&ExerciseId, SessionId)> {
    let mut hurt: Vec<(&ExerciseId, SessionId)> = Vec::new();
    let works =
        log.between(day, day).flat_map(|session| session.exercises.iter().map(|work| (work, session.id)));
    for (work, session) in works {
        let felt = work.pain.is_some_and(Pain::is_felt)
            || work.sets.iter().any(|set| set.stop == Some(StopReason::Pain));
        if felt && !hurt.iter().any(|(known, _)| **known == work.exercise) {
            hurt.push((&work.exercise, session));
        }
    }
    hurt
}
