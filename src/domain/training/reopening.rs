//! A recorded session as the draft it was, so that a finish can be taken back; it does not touch the log.

use super::session::{Session, Source};
use super::{Draft, DraftExercise, DraftSet};
use crate::domain::ordered::OrderedSet;
use crate::domain::plan::{Plans, Prescription};

/// Milliseconds between the names of two sets: what a session forgot when it was recorded.
const APART: i64 = 1_000;

/// The draft of a recorded session, with what its plan asked for; what was planned and not done stands behind
/// it again. None for another app's session: it would be recorded as our own.
///
/// ```
/// use legwork::domain::calendar::{Day, Now};
/// use legwork::domain::{exercise::ExerciseId, id::SessionId, plan::Plans};
/// use legwork::domain::training::{Draft, DraftExercise, Effort, SetEntry, reopening::reopened};
/// use legwork::domain::units::{Kg, Reps};
/// let now = Now { day: Day::EPOCH, millis: 5_000, offset_minutes: 0 };
/// let mut draft = Draft::blank(SessionId::new(1, [0; 10]), now, "Mine".to_owned());
/// draft.exercises.push(DraftExercise::extra(ExerciseId::parse("leg-extension").unwrap()));
/// draft.record(0, SetEntry::work(Kg::saturating(60_000), Reps::saturating(10), Effort::default()), 6_000).unwrap();
/// let session = draft.clone().finish(9_000);
/// assert_eq!(reopened(&session, &Plans::default()).map(|d| d.finish(9_000)), Some(session));
/// ```
pub fn reopened(session: &Session, plans: &Plans) -> Option<Draft> {
    if session.source != Source::Legwork {
        return None;
    }
    let planned = session.slot.and_then(|slot| {
        let plan = plans.list.iter().find(|plan| plan.id == slot.plan)?;
        plan.session(slot)
    });
    let mut open: Vec<(usize, Prescription)> =
        planned.map(|planned| planned.exercises.iter().cloned().enumerate().collect()).unwrap_or_default();
    let mut at = session.started_at;
    let mut exercises = Vec::with_capacity(session.exercises.len() + open.len());
    // Where each exercise stands in the plan.
    let mut places: Vec<Option<usize>> = Vec::new();
    for work in &session.exercises {
        let place = open.iter().position(|(_, one)| one.exercise == work.exercise);
        let (from, planned) = place.map(|place| open.remove(place)).unzip();
        places.push(from);
        let sets = work.sets.iter().map(|entry| {
            at = at.saturating_add(APART);
            DraftSet { at, entry: entry.clone() }
        });
        exercises.push(DraftExercise {
            planned,
            sets: sets.collect(),
            note: work.note.clone(),
            pain: work.pain,
            ..DraftExercise::extra(work.exercise.clone())
        });
    }
    let current = exercises.len().saturating_sub(1);
    for (from, one) in open {
        places.push(Some(from));
        exercises.push(DraftExercise { planned: Some(one.clone()), ..DraftExercise::extra(one.exercise) });
    }
    for planned in exercises.iter_mut().filter_map(|one| one.planned.as_mut()) {
        let partner = planned.paired_with.map(usize::from);
        let now = partner.and_then(|old| places.iter().position(|from| *from == Some(old)));
        planned.paired_with = now.and_then(|place| u8::try_from(place).ok());
    }
    Some(Draft {
        id: session.id,
        day: session.day,
        started_at: session.started_at,
        slot: session.slot,
        name: session.name.clone(),
        exercises,
        current,
        rest: None,
        undone: OrderedSet::new(),
        note: session.note.clone(),
        untried: false,
        lasted: session.lasted,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::athlete::ProfileDraft;
    use crate::domain::calendar::{Day, Now};
    use crate::domain::id::{PlanId, SessionId};
    use crate::domain::plan::generate::{PlanLimits, Request, generate};
    use crate::domain::plan::schedule::start_draft;
    use crate::domain::training::{Effort, SetEntry};
    use crate::domain::units::{Kg, Reps};

    #[test]
    fn who_alternated_does_so_again_in_whatever_order_it_was_done_and_the_duration_stays() {
        let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
        let limits = PlanLimits::default();
        let mut plan =
            generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
        let (slot, day, _) = plan.slots().next().unwrap();
        let first = &mut plan.weeks[0].sessions[0].exercises;
        for one in first.iter_mut() {
            one.paired_with = None;
        }
        (first[1].paired_with, first[2].paired_with) = (Some(2), Some(1));
        let now = Now { day, millis: 0, offset_minutes: 0 };
        let mut draft = start_draft(&plan, slot, SessionId::new(1, [0; 10]), now).unwrap();
        draft.shift(1, 0).unwrap();
        let set = SetEntry::work(Kg::saturating(60_000), Reps::saturating(8), Effort::default());
        draft.record(0, set.clone(), 1).unwrap();
        draft.record(2, set, 2).unwrap();
        let before = draft.clone();
        let (mut plans, session) = (Plans::default(), draft.finish(3_600_000));
        plans.follow(plan);
        let again = reopened(&session, &plans).unwrap();
        // What was not begun stands behind: the two that alternate are the first now.
        let pairs: Vec<_> =
            again.exercises.iter().map(|one| one.planned.as_ref().unwrap().paired_with).collect();
        assert_eq!(pairs[..3], [Some(1), Some(0), None]);
        assert_eq!(again.exercises[1].exercise, before.exercises[2].exercise);
        assert_eq!(again.finish(9 * 3_600_000), Session { edited_at: 9 * 3_600_000, ..session });
    }
}
