//! What a person may change of a recorded session; every change names what it expects to find, so that a
//! change made elsewhere meanwhile is never overwritten by place alone. It does not know who is told.

use super::session::{ExerciseWork, Session, SetEntry, SetKind, both_sides};
use super::{NOTE_MAX, TrainingLog};
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::units::{Rir, Years};

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// Where a set stands in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The exercise, from 0.
    pub exercise: usize,
    /// The set of it, from 0.
    pub set: usize,
}

/// What is to be changed is not there any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what is to be changed is gone")]
pub struct Gone;

/// A day no session can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongDay {
    /// It has not come yet.
    #[error("a day that has not come")]
    Future,
    /// The person was not born.
    #[error("before the person was born")]
    Unborn,
}

/// Whether it is asked what ended a set: only where reps were left. Source: science A3, four in reserve.
pub fn asks_stop(rir: Option<Rir>) -> bool {
    rir >= Some(Rir::FOUR)
}

/// Whether a session can be of a day: no day to come, none before the person's birth. Older than the profile
/// is fine: people trained before they came here.
///
/// ```
/// use legwork::domain::{calendar::Day, training::editing::{day_of_session, WrongDay}, units::Years};
/// let today = Day::parse("2026-11-21").unwrap();
/// let age = Some(Years::saturating(30));
/// assert_eq!(day_of_session(today.plus(1), today, age), Err(WrongDay::Future));
/// assert_eq!(day_of_session(Day::parse("1990-01-01").unwrap(), today, age), Err(WrongDay::Unborn));
/// assert_eq!(day_of_session(Day::parse("2009-05-01").unwrap(), today, age), Ok(()));
/// ```
pub fn day_of_session(day: Day, today: Day, age: Option<Years>) -> Result<(), WrongDay> {
    if day > today {
        return Err(WrongDay::Future);
    }
    let unborn = age.is_some_and(|age| day.year() < today.year() - i32::from(age.get()) - 1);
    if unborn { Err(WrongDay::Unborn) } else { Ok(()) }
}

impl Session {
    /// The set at a place.
    pub fn set_at(&self, place: Place) -> Option<&SetEntry> {
        self.exercises.get(place.exercise)?.sets.get(place.set)
    }

    /// Puts another set in the place of one.
    ///
    /// # Errors
    /// [`Gone`] where `old` does not stand there.
    pub fn change_set(&mut self, place: Place, old: &SetEntry, new: SetEntry) -> Result<(), Gone> {
        let set = self.exercises.get_mut(place.exercise).and_then(|work| work.sets.get_mut(place.set));
        match set {
            Some(set) if set == old => {
                *set = new;
                Ok(())
            }
            _ => Err(Gone),
        }
    }

    /// Takes a set out; an exercise that has nothing left goes with it.
    ///
    /// # Errors
    /// [`Gone`] where `old` does not stand there.
    pub fn remove_set(&mut self, place: Place, old: &SetEntry) -> Result<(), Gone> {
        if self.set_at(place) != Some(old) {
            return Err(Gone);
        }
        let work = self.exercises.get_mut(place.exercise).ok_or(Gone)?;
        work.sets.remove(place.set);
        if work.sets.is_empty() && work.note.is_empty() && work.pain.is_none() {
            self.exercises.remove(place.exercise);
        }
        Ok(())
    }

    /// Puts a set in at a place, or as near to it as there is one; the exercise comes back where it went.
    pub fn insert_set(&mut self, exercise: &ExerciseId, place: Place, set: SetEntry) {
        let there = self.exercises.get(place.exercise).is_some_and(|work| work.exercise == *exercise);
        let known = self.exercises.iter().position(|work| work.exercise == *exercise);
        let at = if there { Some(place.exercise) } else { known };
        match at.and_then(|at| self.exercises.get_mut(at)) {
            Some(work) => work.sets.insert(place.set.min(work.sets.len()), set),
            None => {
                let work = ExerciseWork {
                    exercise: exercise.clone(),
                    sets: vec![set],
                    note: String::new(),
                    pain: None,
                };
                self.exercises.insert(place.exercise.min(self.exercises.len()), work);
            }
        }
    }

    /// Keeps a remark: of an exercise, or of the whole where `exercise` is none.
    ///
    /// # Errors
    /// [`Gone`] where there is no such exercise.
    pub fn remark(&mut self, exercise: Option<usize>, note: &str) -> Result<(), Gone> {
        let kept = match exercise {
            Some(place) => &mut self.exercises.get_mut(place).ok_or(Gone)?.note,
            None => &mut self.note,
        };
        *kept = note.chars().take(NOTE_MAX).collect();
        Ok(())
    }

    /// How many working sets it has; left and right are one.
    pub fn work_sets(&self) -> usize {
        let work =
            |one: &ExerciseWork| both_sides(&mut one.sets.iter().filter(|set| set.kind == SetKind::Work));
        self.exercises.iter().map(work).sum()
    }
}

impl TrainingLog {
    /// A session by its id.
    pub fn find(&self, id: SessionId) -> Option<&Session> {
        self.months().values().rev().find_map(|month| month.sessions.get(&id))
    }

    /// The moment an edit of a session is dated with: now, and never before anything that is known of it. So
    /// the newer edit wins a merge with a clock that was set back, too.
    pub fn edit_moment(&self, id: SessionId, now: i64) -> i64 {
        let known = self.months().values().flat_map(|month| {
            let edited = month.sessions.get(&id).map(|session| session.edited_at);
            [edited, month.deleted.get(&id).copied()]
        });
        known.flatten().fold(now, |latest, moment| latest.max(moment.saturating_add(1)))
    }

    /// Changes a session.
    ///
    /// # Errors
    /// [`Gone`] where there is no such session, or as `change` says; nothing is changed then.
    pub fn edit(
        &mut self,
        id: SessionId,
        now: i64,
        change: &mut dyn FnMut(&mut Session) -> Result<(), Gone>,
    ) -> Result<(), Gone> {
        let mut session = self.find(id).cloned().ok_or(Gone)?;
        change(&mut session)?;
        session.edited_at = self.edit_moment(id, now);
        self.record(session);
        Ok(())
    }

    /// Moves a session to another day; the time of day stays. What it leaves behind in another month is the
    /// mark of a deletion, so that no merge brings it back there.
    ///
    /// # Errors
    /// [`Gone`] where there is no such session.
    pub fn move_session(&mut self, id: SessionId, day: Day, now: i64) -> Result<(), Gone> {
        let mut session = self.find(id).cloned().ok_or(Gone)?;
        let moment = self.edit_moment(id, now);
        if session.day.month() != day.month() {
            self.delete(id, moment);
        }
        let days = day.days_since(session.day);
        session.started_at = session.started_at.saturating_add(days.saturating_mul(DAY_MS));
        session.day = day;
        session.edited_at = moment.saturating_add(1);
        self.record(session);
        Ok(())
    }

    /// Puts a session back that was deleted.
    pub fn bring_back(&mut self, session: &Session, now: i64) {
        let moment = self.edit_moment(session.id, now);
        self.record(Session { edited_at: moment, ..session.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::training::{Effort, Side, Source};
    use crate::domain::units::{Kg, Reps};

    fn set(reps: i64) -> SetEntry {
        SetEntry::work(Kg::saturating(60_000), Reps::saturating(reps), Effort::default())
    }

    fn log() -> (TrainingLog, SessionId) {
        let id = SessionId::new(1, [0; 10]);
        let exercise = ExerciseId::parse("leg-extension").unwrap();
        let sets = vec![set(8), set(9)];
        let session = Session {
            id,
            day: Day::parse("2026-11-21").unwrap(),
            started_at: 1_000,
            lasted: None,
            name: String::new(),
            slot: None,
            exercises: vec![ExerciseWork { exercise, sets, note: String::new(), pain: None }],
            note: String::new(),
            edited_at: 5_000,
            source: Source::Legwork,
        };
        let mut log = TrainingLog::default();
        log.record(session);
        (log, id)
    }

    const FIRST: Place = Place { exercise: 0, set: 0 };

    #[test]
    fn an_edit_wins_a_merge_even_with_a_clock_set_back() {
        let (mut log, id) = log();
        let before = log.clone();
        log.edit(id, 10, &mut |session| session.change_set(FIRST, &set(8), set(12))).unwrap();
        let mut merged = before.clone();
        merged.merge(&log);
        assert_eq!(merged, log);
        log.merge(&before);
        assert_eq!(merged, log);
    }

    #[test]
    fn of_two_edits_in_one_millisecond_the_one_here_stays_and_a_deletion_goes_before_both() {
        let (log, id) = log();
        let named = |name: &str| {
            let mut log = log.clone();
            log.record(Session { name: name.to_owned(), ..log.find(id).unwrap().clone() });
            log
        };
        let mut here = named("here");
        here.merge(&named("there"));
        assert_eq!(here.find(id).map(|session| session.name.as_str()), Some("here"));
        let mut deleted = log.clone();
        deleted.delete(id, 5_000);
        here.merge(&deleted);
        assert_eq!(here.find(id), None);
        // An edit of a moment later is what the person wanted last.
        let mut edited = log.clone();
        edited.edit(id, 5_001, &mut |_| Ok(())).unwrap();
        here.merge(&edited);
        assert_eq!(here.find(id).map(|session| session.edited_at), Some(5_001));
    }

    #[test]
    fn a_session_may_be_of_today_and_of_the_year_a_person_was_born_at_the_earliest() {
        let day = |text: &str| Day::parse(text).unwrap();
        let on = |text: &str, age: Option<i64>| {
            day_of_session(day(text), day("2026-11-21"), age.map(Years::saturating))
        };
        assert_eq!((on("2026-11-21", Some(30)), on("2026-11-22", Some(30))), (Ok(()), Err(WrongDay::Future)));
        // Whose birthday is in December was born in 1995.
        assert_eq!((on("1995-01-01", Some(30)), on("1994-12-31", Some(30))), (Ok(()), Err(WrongDay::Unborn)));
        assert_eq!(on("1994-12-31", None), Ok(()));
    }

    #[test]
    fn what_ended_a_set_is_asked_from_four_reps_left_on() {
        let left = |reps: f64| asks_stop(Rir::from_f64(reps).ok());
        assert_eq!((left(3.5), left(4.0), left(5.0), asks_stop(None)), (false, true, true, false));
    }

    #[test]
    fn a_place_names_a_set_or_none() {
        let (log, id) = log();
        let session = log.find(id).unwrap();
        let at = |exercise, set| session.set_at(Place { exercise, set });
        assert_eq!([at(0, 0), at(0, 1), at(0, 2), at(1, 0)], [Some(&set(8)), Some(&set(9)), None, None]);
    }

    #[test]
    fn what_changed_elsewhere_is_not_overwritten() {
        let (mut log, id) = log();
        let before = log.clone();
        assert_eq!(log.edit(id, 9_000, &mut |s| s.change_set(FIRST, &set(7), set(12))), Err(Gone));
        assert_eq!(log.edit(id, 9_000, &mut |s| s.remove_set(FIRST, &set(7))), Err(Gone));
        assert_eq!(log, before);
    }

    #[test]
    fn left_and_right_are_one_set_and_a_warm_up_is_none() {
        let (log, id) = log();
        let mut session = log.find(id).unwrap().clone();
        let side = |side| SetEntry { side, ..set(8) };
        session.exercises[0].sets =
            vec![SetEntry { kind: SetKind::WarmUp, ..set(8) }, side(Side::Left), side(Side::Right), set(7)];
        assert_eq!(session.work_sets(), 2);
    }

    #[test]
    fn a_moved_session_is_in_one_month_whatever_is_merged() {
        let (mut log, id) = log();
        let before = log.clone();
        let day = Day::parse("2026-10-30").unwrap();
        log.move_session(id, day, 10).unwrap();
        log.merge(&before);
        assert_eq!((log.len(), log.find(id).map(|s| s.day)), (1, Some(day)));
        log.move_session(id, Day::parse("2026-11-20").unwrap(), 11).unwrap();
        log.merge(&before);
        assert_eq!((log.len(), log.find(id).map(|s| s.started_at)), (1, Some(1_000 - DAY_MS)));
    }

    #[test]
    fn a_deleted_session_and_the_last_set_of_an_exercise_come_back() {
        let (mut log, id) = log();
        let session = log.delete(id, 9_000).unwrap();
        let deleted = log.clone();
        log.bring_back(&session, 10);
        log.merge(&deleted);
        assert_eq!(log.find(id).map(|s| s.work_sets()), Some(2));
        let exercise = session.exercises[0].exercise.clone();
        let mut session = session;
        session.remove_set(FIRST, &set(8)).unwrap();
        session.remove_set(FIRST, &set(9)).unwrap();
        assert!(session.exercises.is_empty());
        session.insert_set(&exercise, FIRST, set(9));
        session.insert_set(&exercise, FIRST, set(8));
        assert_eq!(session.exercises[0].sets, [set(8), set(9)]);
    }
}
