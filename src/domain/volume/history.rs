//! Every week from the first log to now, in one pass over the log; weeks without training stand there empty.

use super::credit::{Added, work_corrected};
use crate::domain::anatomy::{Muscle, Tally};
use crate::domain::calendar::{Day, Week};
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::ordered::OrderedSet;
use crate::domain::plan::{Phase, Plans};
use crate::domain::settings::Counting;
use crate::domain::training::calibration::{Trial, for_exercise};
use crate::domain::training::{TrainingLog, strength};
use crate::domain::units::{Kg, SetCount};
use chrono::Weekday;
use std::collections::HashMap;

/// The weeks of a log without gaps, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    first: Option<Week>,
    weeks: Vec<Tally>,
    deloads: OrderedSet<Week>,
}

/// One muscle's week in a row of weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MuscleWeek {
    /// The week.
    pub week: Week,
    /// Its hard sets.
    pub sets: SetCount,
    /// Whether it was a deload.
    pub deload: bool,
}

impl History {
    /// The first week with something logged.
    pub fn first(&self) -> Option<Week> {
        self.first
    }

    /// What was done in a week; nothing outside the log.
    pub fn week(&self, week: Week) -> Tally {
        let Some(first) = self.first else { return Tally::default() };
        let place = week.first().days_since(first.first()) / 7;
        usize::try_from(place).ok().and_then(|place| self.weeks.get(place)).copied().unwrap_or_default()
    }

    /// How many weeks it spans.
    pub fn len(&self) -> usize {
        self.weeks.len()
    }

    /// Whether nothing is logged.
    pub fn is_empty(&self) -> bool {
        self.weeks.is_empty()
    }

    /// One muscle over the `count` weeks that end with `last`, oldest first.
    pub fn muscle(&self, muscle: Muscle, last: Week, count: u8) -> Vec<MuscleWeek> {
        (0..i64::from(count))
            .rev()
            .map(|back| {
                let week = last.plus(-back);
                MuscleWeek {
                    week,
                    sets: self.week(week).muscle(muscle),
                    deload: self.deloads.contains(&week),
                }
            })
            .collect()
    }
}

/// Every week from the first session to the week of `through`.
pub fn history(
    log: &TrainingLog,
    own: &OwnExercises,
    plans: &Plans,
    counting: Counting,
    starts_on: Weekday,
    through: Day,
) -> History {
    history_of(log, own, plans, counting, starts_on, through, &|_, _| 0.0)
}

/// The same with each stated effort corrected by what the calibration sets of its day said (science H4: from
/// three of a pattern on).
pub fn history_calibrated(
    log: &TrainingLog,
    own: &OwnExercises,
    plans: &Plans,
    counting: Counting,
    starts_on: Weekday,
    through: Day,
    trials: &[Trial],
) -> History {
    let added = |exercise: &ExerciseId, day: Day| for_exercise(trials, exercise, day);
    history_of(log, own, plans, counting, starts_on, through, &added)
}

fn history_of(
    log: &TrainingLog,
    own: &OwnExercises,
    plans: &Plans,
    counting: Counting,
    starts_on: Weekday,
    through: Day,
    added: Added<'_>,
) -> History {
    let Some(first_day) = log.sessions().map(|session| session.day).min() else { return History::default() };
    let first = Week::of(first_day, starts_on);
    let last = Week::of(through.max(first_day), starts_on);
    let count = usize::try_from(last.first().days_since(first.first()) / 7 + 1).unwrap_or(1);
    let mut weeks = vec![Tally::default(); count];
    // The best so far: a set is judged by what the person could do when they did it.
    let mut best: HashMap<&ExerciseId, Kg> = HashMap::new();
    for session in log.sessions() {
        let place = usize::try_from(session.day.days_since(first.first()) / 7).unwrap_or(usize::MAX);
        let Some(tally) = weeks.get_mut(place) else { continue };
        for work in &session.exercises {
            let known = best.get(&work.exercise).copied();
            let added = added(&work.exercise, session.day);
            tally.merge(&work_corrected(work, own, counting, known, added).0);
            if let Some(now) = strength::best_of(work)
                && known.is_none_or(|known| known < now)
            {
                best.insert(&work.exercise, now);
            }
        }
    }
    let mut deloads = OrderedSet::new();
    for plan in &plans.list {
        for (place, week) in plan.weeks.iter().enumerate() {
            if week.phase == Phase::Deload {
                let day = plan.starts.plus(i64::try_from(place).unwrap_or(0) * 7);
                deloads.insert(Week::of(day, starts_on));
            }
        }
    }
    History { first: Some(first), weeks, deloads }
}
