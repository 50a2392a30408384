//! What differs between two plans, told by session and exercise; it does not say which is better.

use super::{Phase, Plan, PlannedWeek, Prescription};
use crate::domain::anatomy::Muscle;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::plan::coverage;
use crate::domain::units::SetCount;
use chrono::Weekday;

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The number of weeks.
    Weeks {
        /// Before.
        from: u8,
        /// Now.
        to: u8,
    },
    /// The number of sessions a week.
    Sessions {
        /// Before.
        from: u8,
        /// Now.
        to: u8,
    },
    /// A session is on another day.
    Day {
        /// The session of the week.
        session: u8,
        /// Before.
        from: Weekday,
        /// Now.
        to: Weekday,
    },
    /// An exercise comes in.
    Added {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
        /// Its sets.
        sets: u8,
    },
    /// An exercise goes.
    Removed {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
    },
    /// Its sets.
    Sets {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
        /// Before.
        from: u8,
        /// Now.
        to: u8,
    },
    /// Its reps, effort, rest, pairing or technique.
    Details {
        /// The session of the week.
        session: u8,
        /// The exercise.
        exercise: ExerciseId,
    },
    /// The order of a session.
    Order {
        /// The session of the week.
        session: u8,
    },
    /// The sets a week of a muscle.
    Volume {
        /// The muscle.
        muscle: Muscle,
        /// Before.
        from: SetCount,
        /// Now.
        to: SetCount,
    },
}

/// What differs between two plans, judged by the busiest week of each; nothing where only easier weeks do.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::{difference::{difference, Change}, edit::{apply, Edit, Scope}};
/// let exercise = plan.weeks[4].sessions[0].exercises[0].exercise.clone();
/// let edit = Edit::Remove { session: 0, exercise: exercise.clone() };
/// let found = difference(&plan, &apply(&plan, Scope::From(0), &edit).unwrap(), &OwnExercises::default());
/// assert!(found.contains(&Change::Removed { session: 0, exercise }));
/// ```
pub fn difference(old: &Plan, new: &Plan, own: &OwnExercises) -> Vec<Change> {
    let mut found = Vec::new();
    let count = |plan: &Plan| u8::try_from(plan.weeks.len()).unwrap_or(u8::MAX);
    if count(old) != count(new) {
        found.push(Change::Weeks { from: count(old), to: count(new) });
    }
    let (Some(before), Some(after)) = (busiest(old), busiest(new)) else { return found };
    for muscle in Muscle::MAIN {
        let sets = |week: &PlannedWeek| coverage::week_tally(week, own).muscle(muscle);
        let (from, to) = (sets(before), sets(after));
        if from != to {
            found.push(Change::Volume { muscle, from, to });
        }
    }
    found.extend(weeks(before, after));
    found
}

fn busiest(plan: &Plan) -> Option<&PlannedWeek> {
    // A block that only climbs back to the band has no other.
    let last = |wanted: fn(Phase) -> bool| plan.weeks.iter().rev().find(|week| wanted(week.phase));
    last(|phase| phase == Phase::Working)
        .or_else(|| last(|phase| phase == Phase::Entry))
        .or(plan.weeks.last())
}

/// What differs between two weeks, session by session.
pub fn weeks(old: &PlannedWeek, new: &PlannedWeek) -> Vec<Change> {
    let mut found = Vec::new();
    let count = |week: &PlannedWeek| u8::try_from(week.sessions.len()).unwrap_or(u8::MAX);
    if count(old) != count(new) {
        found.push(Change::Sessions { from: count(old), to: count(new) });
    }
    let longest = old.sessions.len().max(new.sessions.len());
    for (session, at) in (0_u8..).zip(0..longest) {
        let (before, after) = (old.sessions.get(at), new.sessions.get(at));
        if let (Some(before), Some(after)) = (before, after)
            && before.weekday != after.weekday
        {
            found.push(Change::Day { session, from: before.weekday, to: after.weekday });
        }
        let list = |one: Option<&super::PlannedSession>| -> Vec<Prescription> {
            one.map(|session| session.exercises.clone()).unwrap_or_default()
        };
        exercises(session, &list(before), &list(after), &mut found);
    }
    found
}

fn exercises(session: u8, before: &[Prescription], after: &[Prescription], found: &mut Vec<Change>) {
    let partner = |list: &[Prescription], one: &Prescription| {
        one.paired_with.and_then(|at| list.get(usize::from(at)).map(|other| other.exercise.clone()))
    };
    for one in before {
        let exercise = one.exercise.clone();
        let Some(other) = after.iter().find(|other| other.exercise == exercise) else {
            found.push(Change::Removed { session, exercise });
            continue;
        };
        if one.sets != other.sets {
            found.push(Change::Sets { session, exercise: exercise.clone(), from: one.sets, to: other.sets });
        }
        let same = (one.reps, one.rir, one.rest, one.finisher)
            == (other.reps, other.rir, other.rest, other.finisher)
            && partner(before, one) == partner(after, other);
        if !same {
            found.push(Change::Details { session, exercise });
        }
    }
    for one in after {
        if !before.iter().any(|other| other.exercise == one.exercise) {
            let exercise = one.exercise.clone();
            found.push(Change::Added { session, exercise, sets: one.sets });
        }
    }
    let common = |list: &[Prescription], other: &[Prescription]| -> Vec<ExerciseId> {
        let shared = list.iter().filter(|one| other.iter().any(|o| o.exercise == one.exercise));
        shared.map(|one| one.exercise.clone()).collect()
    };
    if common(before, after) != common(after, before) {
        found.push(Change::Order { session });
    }
}
