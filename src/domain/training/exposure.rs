//! The last times an exercise was done, found from the newest month backwards; what follows from them is
//! progression's.

use super::TrainingLog;
use super::session::{SetEntry, SetKind};
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::ordered::sort_by_key;

/// One session's working sets of an exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// The day.
    pub day: Day,
    /// The working sets, in order.
    pub sets: Vec<SetEntry>,
}

/// The newest exposures, newest first, at most `count`.
pub fn last(log: &TrainingLog, exercise: &ExerciseId, count: usize) -> Vec<Exposure> {
    let mut found: Vec<Exposure> = Vec::new();
    for month in log.months().values().rev() {
        let mut sessions: Vec<_> = month.sessions.values().collect();
        sort_by_key(&mut sessions, |session| std::cmp::Reverse((session.day, session.started_at)));
        for session in sessions {
            let sets: Vec<SetEntry> = session
                .exercises
                .iter()
                .filter(|work| work.exercise == *exercise)
                .flat_map(|work| &work.sets)
                .filter(|set| set.kind == SetKind::Work && set.reps().is_some())
                .cloned()
                .collect();
            if !sets.is_empty() {
                found.push(Exposure { day: session.day, sets });
                if found.len() >= count {
                    return found;
                }
            }
        }
    }
    found
}

/// The newest remark that was kept on an exercise, with its day: how the machine was set.
///
/// ```
/// use legwork::domain::{exercise::ExerciseId, training::{TrainingLog, exposure::last_note}};
/// assert_eq!(last_note(&TrainingLog::default(), &ExerciseId::parse("leg-extension").unwrap()), None);
/// ```
pub fn last_note<'a>(log: &'a TrainingLog, exercise: &ExerciseId) -> Option<&'a str> {
    let mut newest: Option<(Day, &str)> = None;
    for month in log.months().values().rev() {
        for session in month.sessions.values() {
            for work in session.exercises.iter().filter(|w| w.exercise == *exercise && !w.note.is_empty()) {
                if newest.is_none_or(|(day, _)| day <= session.day) {
                    newest = Some((session.day, &work.note));
                }
            }
        }
        if newest.is_some() {
            break;
        }
    }
    newest.map(|(_, note)| note)
}
