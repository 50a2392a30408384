//! What a person's sets are judged by: what they could do before the day, and how far their word is from what
//! they can do. One judge for every count, so that a week, a column and the sets behind it add up.

use super::credit::{sets_worth, tally_of};
use crate::domain::anatomy::Tally;
use crate::domain::calendar::Day;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::ordered::{OrderedMap, sort_by_key};
use crate::domain::settings::Counting;
use crate::domain::training::calibration::{Trial, for_exercise};
use crate::domain::training::{ExerciseWork, Session, SetEntry, TrainingLog, strength};
use crate::domain::units::{Kg, SetCount};

/// How far a best may leap at once. What leaps further is a slip of the finger, and would make every set after
/// it too light to count. Source: C.
const LEAP: f64 = 1.8;

/// Exposures in a row that never come near a best before that was a slip itself. Source: C.
const NEVER_NEAR: u8 = 2;

/// How the best of one exercise rose.
#[derive(Debug, Clone, PartialEq, Default)]
struct Course {
    /// The days on which it rose, and to what.
    rises: Vec<(Day, Kg)>,
    /// While nothing has come near the last rise: how many exposures have not, and the highest of them.
    doubt: Option<(u8, Kg)>,
}

/// The judge of a person's sets. The default one knows neither what they could do nor how far their word is off.
///
/// ```
/// use legwork::domain::{calendar::Day, exercise::ExerciseId, volume::Judge};
/// let squat = ExerciseId::parse("high-bar-back-squat").unwrap();
/// assert_eq!(Judge::default().best_before(&squat, Day::EPOCH), None);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judge {
    bests: OrderedMap<ExerciseId, Course>,
    trials: Vec<Trial>,
}

impl Judge {
    /// A judge that knows these calibration sets, and of no best yet.
    pub(super) fn with(trials: &[Trial]) -> Self {
        Self { bests: OrderedMap::new(), trials: trials.to_vec() }
    }

    /// The judge of a whole log.
    ///
    /// ```
    /// use legwork::domain::{calendar::{Day, Now}, exercise::ExerciseId, volume::Judge};
    /// let day = Day::parse("2026-11-21").unwrap();
    /// let book = legwork::domain::example::logbook(Now { day, millis: 1_795_240_000_000, offset_minutes: 0 });
    /// let squat = ExerciseId::parse("high-bar-back-squat").unwrap();
    /// assert!(Judge::of(&book.log, &book.trials).best_before(&squat, day).is_some());
    /// ```
    pub fn of(log: &TrainingLog, trials: &[Trial]) -> Self {
        let mut judge = Self::with(trials);
        for session in by_day(&mut log.sessions()) {
            for work in &session.exercises {
                judge.see(work, session.day);
            }
        }
        judge
    }

    /// The judge of one session alone: it knows what was done of its exercises before.
    ///
    /// ```
    /// use legwork::domain::calendar::{Day, Now};
    /// use legwork::domain::volume::Judge;
    /// let day = Day::parse("2026-11-21").unwrap();
    /// let book = legwork::domain::example::logbook(Now { day, millis: 1_795_240_000_000, offset_minutes: 0 });
    /// let last = book.log.sessions().last().unwrap();
    /// let (whole, alone) = (Judge::of(&book.log, &[]), Judge::of_session(last, &book.log, &[]));
    /// let exercise = &last.exercises[0].exercise;
    /// assert_eq!(alone.best_before(exercise, last.day), whole.best_before(exercise, last.day));
    /// ```
    pub fn of_session(session: &Session, log: &TrainingLog, trials: &[Trial]) -> Self {
        let its = |work: &ExerciseWork| session.exercises.iter().any(|one| one.exercise == work.exercise);
        Self::before(session.day, log, trials, &its)
    }

    /// The judge of one exercise alone, by what was done of it before a day.
    ///
    /// ```
    /// use legwork::domain::{calendar::{Day, Now}, exercise::ExerciseId, volume::Judge};
    /// let day = Day::parse("2026-11-21").unwrap();
    /// let book = legwork::domain::example::logbook(Now { day, millis: 1_795_240_000_000, offset_minutes: 0 });
    /// let squat = ExerciseId::parse("high-bar-back-squat").unwrap();
    /// let (whole, alone) = (Judge::of(&book.log, &[]), Judge::of_exercise(&squat, day, &book.log));
    /// assert_eq!(alone.best_before(&squat, day), whole.best_before(&squat, day));
    /// ```
    pub fn of_exercise(exercise: &ExerciseId, day: Day, log: &TrainingLog) -> Self {
        Self::before(day, log, &[], &|work| work.exercise == *exercise)
    }

    /// The judge of some exercises, by what was done of them before a day.
    fn before(day: Day, log: &TrainingLog, trials: &[Trial], asked: &dyn Fn(&ExerciseWork) -> bool) -> Self {
        let mut judge = Self::with(trials);
        let mut earlier = log.sessions().filter(|other| other.day < day && other.exercises.iter().any(asked));
        for other in by_day(&mut earlier) {
            for work in other.exercises.iter().filter(|work| asked(work)) {
                judge.see(work, other.day);
            }
        }
        judge
    }

    /// The best estimated one-rep max of an exercise before a day.
    pub fn best_before(&self, exercise: &ExerciseId, day: Day) -> Option<Kg> {
        let course = self.bests.get(exercise)?;
        course.rises.iter().rev().find(|(on, _)| *on < day).map(|(_, best)| *best)
    }

    /// Takes note of what was done; works have to come by day.
    pub(super) fn see(&mut self, work: &ExerciseWork, day: Day) {
        let Some(now) = strength::best_of(work) else { return };
        if let Some(course) = self.bests.get_mut(&work.exercise) {
            return course.see(day, now);
        }
        let mut course = Course::default();
        course.see(day, now);
        self.bests.insert(work.exercise.clone(), course);
    }

    /// What sets of an exercise on a day are worth, and how much of that nobody vouched for.
    pub(super) fn worth<'a>(
        &self,
        exercise: &ExerciseId,
        sets: impl Iterator<Item = &'a SetEntry>,
        day: Day,
    ) -> (SetCount, SetCount) {
        sets_worth(sets, self.best_before(exercise, day), for_exercise(&self.trials, exercise, day))
    }

    /// What the sets of one exercise on a day give: the whole tally and the part of it nobody vouched for.
    pub fn tallies(
        &self,
        work: &ExerciseWork,
        own: &OwnExercises,
        counting: Counting,
        day: Day,
    ) -> (Tally, Tally) {
        let credit = own.credit(&work.exercise);
        if credit.is_none() {
            return Default::default();
        }
        tally_of(credit, counting, self.worth(&work.exercise, work.sets.iter(), day))
    }
}

impl Course {
    fn see(&mut self, day: Day, now: Kg) {
        let Some((_, best)) = self.rises.last().copied() else { return self.rise(day, now) };
        if best < now && now.kg() <= best.kg() * LEAP {
            return self.rise(day, now);
        }
        let Some((count, highest)) = self.doubt else { return };
        let near = now.kg() * LEAP >= best.kg();
        self.doubt = (!near).then(|| (count + 1, highest.max(now)));
        if let Some((NEVER_NEAR.., highest)) = self.doubt.take_if(|doubt| doubt.0 >= NEVER_NEAR) {
            // A slip in the very first set leaves no best before it: what followed is one.
            let slip = self.rises.pop();
            if let (Some((day, _)), true) = (slip, self.rises.is_empty()) {
                self.rises.push((day, highest));
            }
        }
    }

    fn rise(&mut self, day: Day, to: Kg) {
        self.rises.push((day, to));
        self.doubt = Some((0, Kg::ZERO));
    }
}

/// Sessions by their day: what a person could do is known only in this order.
pub(super) fn by_day<'a>(sessions: &mut dyn Iterator<Item = &'a Session>) -> Vec<&'a Session> {
    let mut sessions: Vec<&Session> = sessions.collect();
    if !sessions.is_sorted_by_key(|session| session.day) {
        sort_by_key(&mut sessions, |session| session.day);
    }
    sessions
}
