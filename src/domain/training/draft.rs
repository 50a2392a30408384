//! "Draft": the session that is running. Every set carries the moment of its logging, so that two tabs
//! that log at once lose nothing; it does not know where it is stored.

mod exercise;
mod rest;

pub use exercise::{DraftExercise, DraftSet};
pub use rest::Rest;

use super::session::{ExerciseWork, Session, SetEntry, Source};
use crate::domain::calendar::{Day, Now};
use crate::domain::id::SessionId;
use crate::domain::ordered::{OrderedSet, sort_by_key};
use crate::domain::plan::Slot;
use crate::domain::units::Seconds;

/// A session in progress.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The id the recorded session will have.
    pub id: SessionId,
    /// The local day it started: the session stays on it past midnight.
    pub day: Day,
    /// When it started, milliseconds since 1970 UTC.
    pub started_at: i64,
    /// The planned session it does.
    pub slot: Option<Slot>,
    /// The name of an unplanned session.
    pub name: String,
    /// The exercises, in order.
    pub exercises: Vec<DraftExercise>,
    /// The place of the exercise on the screen.
    pub current: usize,
    /// The rest that is running.
    pub rest: Option<Rest>,
    /// The moments of sets that were undone: a merge does not bring them back.
    pub undone: OrderedSet<i64>,
    /// A remark.
    pub note: String,
    /// Whether the person will take no set of it to its end.
    pub untried: bool,
    /// How long it took, where it was recorded once and runs again.
    pub lasted: Option<Seconds>,
}

/// A place in the draft that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// No exercise stands at this place.
    #[error("no exercise at this place")]
    NoSuchExercise,
    /// No set was logged at this moment.
    #[error("no set of this moment")]
    NoSuchSet,
}

/// What lasts this long was logged later, or forgotten: seconds. [our choice]: from noon to midnight.
const FORGOTTEN: i64 = 12 * 3600;

/// The longest remark that is kept, in characters.
pub const NOTE_MAX: usize = 2000;

impl Draft {
    /// A session without a plan.
    pub fn blank(id: SessionId, now: Now, name: String) -> Self {
        Self {
            id,
            day: now.day,
            started_at: now.millis,
            slot: None,
            name,
            exercises: Vec::new(),
            current: 0,
            rest: None,
            undone: OrderedSet::new(),
            note: String::new(),
            untried: false,
            lasted: None,
        }
    }

    /// Logs a set of the exercise at `place` and returns the moment that names it: later than every other,
    /// also where the clock was set back.
    ///
    /// # Errors
    /// [`DraftError::NoSuchExercise`] where there is none at `place`.
    pub fn record(&mut self, place: usize, entry: SetEntry, millis: i64) -> Result<i64, DraftError> {
        let last = self.last_logged().max(self.undone.last().copied());
        let at = last.map_or(millis, |last| millis.max(last.saturating_add(1)));
        let exercise = self.exercises.get_mut(place).ok_or(DraftError::NoSuchExercise)?;
        exercise.sets.push(DraftSet { at, entry });
        Ok(at)
    }

    /// Puts a set back that was taken, next to where it stood, and returns the moment that names it now: its
    /// old one is marked as taken back.
    ///
    /// # Errors
    /// [`DraftError::NoSuchExercise`] where there is none at `place`.
    pub fn put_back(&mut self, place: usize, entry: SetEntry, millis: i64) -> Result<i64, DraftError> {
        let taken: OrderedSet<i64> = self
            .exercises
            .iter()
            .flat_map(|e| e.sets.iter().map(|s| s.at))
            .chain(self.undone.iter().copied())
            .collect();
        let mut at = millis;
        while taken.contains(&at) {
            at += 1;
        }
        let exercise = self.exercises.get_mut(place).ok_or(DraftError::NoSuchExercise)?;
        exercise.sets.push(DraftSet { at, entry });
        sort_by_key(&mut exercise.sets, |set| set.at);
        Ok(at)
    }

    /// Replaces a set.
    ///
    /// # Errors
    /// [`DraftError::NoSuchSet`] where no set has this moment.
    pub fn replace(&mut self, at: i64, entry: SetEntry) -> Result<SetEntry, DraftError> {
        let set = self
            .exercises
            .iter_mut()
            .flat_map(|e| e.sets.iter_mut())
            .find(|set| set.at == at)
            .ok_or(DraftError::NoSuchSet)?;
        Ok(std::mem::replace(&mut set.entry, entry))
    }

    /// Takes a set back.
    ///
    /// # Errors
    /// [`DraftError::NoSuchSet`] where no set has this moment.
    pub fn undo(&mut self, at: i64) -> Result<SetEntry, DraftError> {
        for exercise in &mut self.exercises {
            if let Some(place) = exercise.sets.iter().position(|set| set.at == at) {
                self.undone.insert(at);
                return Ok(exercise.sets.remove(place).entry);
            }
        }
        Err(DraftError::NoSuchSet)
    }

    /// The moment of the set logged last, over all exercises.
    pub fn last_logged(&self) -> Option<i64> {
        self.exercises.iter().flat_map(|e| e.sets.iter().map(|s| s.at)).max()
    }

    /// How many working sets are logged; left and right are one.
    pub fn work_sets(&self) -> usize {
        self.exercises.iter().map(|one| usize::try_from(one.work_sets()).unwrap_or(0)).sum()
    }

    /// How many rows are logged, whatever they count.
    pub fn set_count(&self) -> usize {
        self.exercises.iter().map(|e| e.sets.len()).sum()
    }

    /// Takes in what another tab logged of the same session: the union of the sets by moment, less what
    /// either undid. A draft of another session is left alone and returned as `false`.
    pub fn merge(&mut self, other: &Draft) -> bool {
        if self.id != other.id {
            return false;
        }
        self.undone.extend(other.undone.iter().copied());
        for (place, theirs) in other.exercises.iter().enumerate() {
            let same_place = self.exercises.get(place).is_some_and(|mine| mine.exercise == theirs.exercise);
            let at = if same_place {
                Some(place)
            } else {
                self.exercises.iter().position(|mine| mine.exercise == theirs.exercise)
            };
            match at.and_then(|at| self.exercises.get_mut(at)) {
                Some(mine) => {
                    let before = mine.sets.len();
                    for set in &theirs.sets {
                        if !mine.sets.iter().any(|known| known.at == set.at) {
                            mine.sets.push(set.clone());
                        }
                    }
                    // Where nothing came in, nothing moves: the same again changes nothing.
                    if mine.sets.len() > before {
                        sort_by_key(&mut mine.sets, |set| set.at);
                    }
                }
                None => self.exercises.push(theirs.clone()),
            }
        }
        let undone = &self.undone;
        for exercise in &mut self.exercises {
            exercise.sets.retain(|set| !undone.contains(&set.at));
        }
        true
    }

    /// The recorded session: exercises with a set, a pain or a remark, the time from start to `millis` where
    /// that can be the time it took and no other is known.
    pub fn finish(self, millis: i64) -> Session {
        let seconds = Some((millis - self.started_at) / 1000).filter(|seconds| *seconds < FORGOTTEN);
        let lasted = self.lasted.or_else(|| seconds.and_then(|seconds| Seconds::try_new(seconds).ok()));
        let exercises = self
            .exercises
            .into_iter()
            .filter(|e| !e.sets.is_empty() || e.pain.is_some() || !e.note.is_empty())
            .map(|e| ExerciseWork {
                exercise: e.exercise,
                sets: e.sets.into_iter().map(|s| s.entry).collect(),
                note: e.note,
                pain: e.pain,
            })
            .collect();
        Session {
            id: self.id,
            day: self.day,
            started_at: self.started_at,
            lasted,
            name: self.name,
            slot: self.slot,
            exercises,
            note: self.note,
            edited_at: millis,
            source: Source::Legwork,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::ExerciseId;
    use crate::domain::training::Effort;
    use crate::domain::units::{Kg, Reps};

    fn draft() -> Draft {
        Draft {
            id: SessionId::new(1, [1; 10]),
            day: Day::parse("2026-11-21").unwrap(),
            started_at: 1_000,
            slot: None,
            name: String::new(),
            exercises: vec![DraftExercise {
                exercise: ExerciseId::parse("leg-extension").unwrap(),
                planned: None,
                sets: vec![],
                note: String::new(),
                pain: None,
                guess: None,
            }],
            current: 0,
            rest: None,
            undone: OrderedSet::new(),
            note: String::new(),
            untried: false,
            lasted: None,
        }
    }

    fn set(reps: i64) -> SetEntry {
        SetEntry::work(Kg::ZERO, Reps::try_new(reps).unwrap(), Effort::default())
    }

    #[test]
    fn two_tabs_that_log_at_once_keep_both_sets_and_both_undos() {
        let (mut a, mut b) = (draft(), draft());
        let first = a.record(0, set(8), 5_000).unwrap();
        b.merge(&a);
        b.record(0, set(9), 6_000).unwrap();
        a.record(0, set(10), 6_001).unwrap();
        a.undo(first).unwrap();
        assert!(b.merge(&a) && a.merge(&b));
        assert_eq!(a, b);
        let reps: Vec<u8> = a.exercises[0].sets.iter().map(|s| s.entry.reps().unwrap().get()).collect();
        assert_eq!(reps, [9, 10]);
    }

    #[test]
    fn sets_of_the_same_millisecond_are_both_kept() {
        let mut draft = draft();
        let (a, b) = (draft.record(0, set(8), 5_000).unwrap(), draft.record(0, set(8), 5_000).unwrap());
        assert!(a != b && draft.set_count() == 2);
    }

    #[test]
    fn a_clock_set_back_leaves_the_order_of_the_sets() {
        let mut draft = draft();
        let first = draft.record(0, set(8), 5_000).unwrap();
        let second = draft.record(0, set(9), 2_000).unwrap();
        draft.undo(first).unwrap();
        let back = draft.put_back(0, set(8), first).unwrap();
        assert!(first < back && back <= second + 1);
        let reps = |draft: &Draft| {
            draft.exercises[0].sets.iter().map(|s| s.entry.reps().unwrap().get()).collect::<Vec<u8>>()
        };
        assert!(draft.record(0, set(10), 1).unwrap() > second);
        assert_eq!(reps(&draft).len(), 3);
        let mut other = draft.clone();
        other.merge(&draft);
        assert_eq!(reps(&other), reps(&draft));
    }

    #[test]
    fn a_remark_on_an_exercise_without_a_set_is_recorded() {
        let mut draft = draft();
        draft.exercises.push(DraftExercise::extra(ExerciseId::parse("seated-leg-curl").unwrap()));
        draft.exercises[0].note = "machine broken".to_owned();
        let session = draft.finish(2_000);
        assert_eq!(session.exercises.len(), 1);
        assert_eq!(session.exercises[0].note, "machine broken");
    }

    #[test]
    fn a_session_forgotten_over_night_has_no_duration() {
        let mut draft = draft();
        draft.record(0, set(8), 5_000).unwrap();
        assert_eq!(draft.clone().finish(1_000 + 3_600_000).lasted, Some(Seconds::saturating(3600)));
        assert_eq!(draft.finish(1_000 + 13 * 3_600_000).lasted, None);
    }

    #[test]
    fn a_clock_set_back_gives_no_duration_rather_than_a_wrong_one() {
        let mut draft = draft();
        draft.record(0, set(8), 500).unwrap();
        let session = draft.finish(0);
        assert_eq!((session.lasted, session.exercises.len()), (None, 1));
    }

    #[test]
    fn another_session_is_never_mixed_in() {
        let (mut a, mut b) = (draft(), draft());
        b.id = SessionId::new(2, [2; 10]);
        b.record(0, set(8), 1).unwrap();
        assert!(!a.merge(&b));
        assert_eq!(a.set_count(), 0);
    }
}
