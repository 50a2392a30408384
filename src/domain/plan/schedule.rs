//! What has been done of a plan, and what was asked on a day; it moves nothing by itself.

use super::{Phase, Plan, PlannedSession, Plans, Prescription, Slot};
use crate::domain::calendar::{Day, Now};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::training::{Draft, DraftExercise, Session, TrainingLog};

/// The next thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// A session of the plan.
    Session {
        /// Where it stands.
        slot: Slot,
        /// The day it was planned for.
        day: Day,
        /// How that day lies to today.
        due: Due,
    },
    /// The block is over.
    Finished,
}

/// How a planned day lies to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// It is today.
    Today,
    /// It is in so many days.
    In(u16),
}

/// Whether a slot's session is recorded.
pub fn is_done(log: &TrainingLog, plan: Option<&Plan>, slot: Slot) -> bool {
    // A session may be done some days early or late; a block is a few months at most.
    let Some(plan) = plan else { return false };
    let from = plan.starts.plus(-7);
    let to = plan.starts.plus(7 * (i64::try_from(plan.weeks.len()).unwrap_or(8) + 2));
    log.between(from, to).any(|session| session.slot == Some(slot))
}

/// The draft of a planned session; none where the plan has no such slot.
pub fn start_draft(plan: &Plan, slot: Slot, id: SessionId, now: Now) -> Option<Draft> {
    let session = plan.session(slot)?;
    let mut draft = Draft::blank(id, now, String::new());
    draft.slot = Some(slot);
    draft.exercises = session
        .exercises
        .iter()
        .map(|one| DraftExercise { planned: Some(one.clone()), ..DraftExercise::extra(one.exercise.clone()) })
        .collect();
    Some(draft)
}

/// The week of a plan that a day falls in, from 0; none before it starts and after it ends.
pub fn week_on(plan: &Plan, day: Day) -> Option<usize> {
    let week = usize::try_from(day.days_since(plan.starts).div_euclid(7)).ok()?;
    (week < plan.weeks.len()).then_some(week)
}

/// The plan that was followed on a day, with the week of it: the active one first, then the newest.
pub fn in_force(plans: &Plans, day: Day) -> Option<(&Plan, usize)> {
    let mut best = None;
    for plan in &plans.list {
        if let Some(week) = week_on(plan, day) {
            best = Some((plan, week));
            if plans.active == Some(plan.id) {
                break;
            }
        }
    }
    best
}

/// Whether a day was in a deload of the plan that was followed on it.
///
/// ```
/// use legwork::domain::{calendar::Day, plan::{Plans, schedule::in_deload}};
/// assert!(!in_deload(&Plans::default(), Day::EPOCH));
/// ```
pub fn in_deload(plans: &Plans, day: Day) -> bool {
    in_force(plans, day)
        .and_then(|(plan, week)| plan.weeks.get(week))
        .is_some_and(|week| week.phase == Phase::Deload)
}

/// What was asked of an exercise of a session: by its slot, else by the plan of that day.
pub fn asked<'a>(plans: &'a Plans, session: &Session, exercise: &ExerciseId) -> Option<&'a Prescription> {
    let of = |planned: &'a PlannedSession| planned.exercises.iter().find(|one| one.exercise == *exercise);
    let by_slot = session.slot.and_then(|slot| {
        let plan = plans.list.iter().find(|plan| plan.id == slot.plan)?;
        of(plan.session(slot)?)
    });
    by_slot.or_else(|| {
        let (plan, week) = in_force(plans, session.day)?;
        plan.weeks.get(week)?.sessions.iter().find_map(of)
    })
}
