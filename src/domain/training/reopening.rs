//! A recorded session as the draft it was, so that a finish can be taken back; it does not touch the log.

use super::session::{Session, Source};
use super::{Draft, DraftExercise, DraftSet};
use crate::domain::ordered::OrderedSet;
use crate::domain::plan::Plans;

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
    let mut open: Vec<_> = planned.map(|planned| planned.exercises.clone()).unwrap_or_default();
    let mut at = session.started_at;
    let mut exercises = Vec::with_capacity(session.exercises.len() + open.len());
    for work in &session.exercises {
        let place = open.iter().position(|one| one.exercise == work.exercise);
        let planned = place.map(|place| open.remove(place));
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
    exercises.extend(
        open.into_iter()
            .map(|one| DraftExercise { planned: Some(one.clone()), ..DraftExercise::extra(one.exercise) }),
    );
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
    })
}
