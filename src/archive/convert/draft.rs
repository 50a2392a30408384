//! The running session between schema and domain.

use super::plan::{prescription_in, prescription_out};
use super::sets::{row_in, row_out};
use super::{Read, Refused, Table, Under, at, day_in, each, plan_id_in, session_id_in, slug_in, within};
use crate::archive::error::Why;
use crate::archive::v1;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::Slot;
use crate::domain::training::{Draft, DraftExercise, DraftSet, Rest};

impl From<&Draft> for v1::Draft {
    fn from(draft: &Draft) -> Self {
        let slugs = Table::of(draft.exercises.iter().flat_map(|one| {
            std::iter::once(&one.exercise).chain(one.planned.as_ref().map(|planned| &planned.exercise))
        }));
        let exercise = |one: &DraftExercise| v1::DraftExercise {
            x: slugs.place(&&one.exercise),
            planned: one.planned.as_ref().map(|planned| prescription_out(planned, &slugs)),
            at: one.sets.iter().map(|set| set.at).collect(),
            sets: row_out(one.sets.iter().map(|set| &set.entry)),
            note: one.note.clone(),
        };
        Self {
            id: draft.id.to_string(),
            day: draft.day.to_string(),
            started: draft.started_at,
            x: slugs.0.iter().map(|id| id.as_str().to_owned()).collect(),
            slot: draft.slot.map(|slot| (slot.plan.to_string(), slot.week, slot.session)),
            name: draft.name.clone(),
            current: u32::try_from(draft.current).unwrap_or(0),
            rest: draft.rest.map(|rest| (rest.ends_at, rest.length.get())),
            undone: draft.undone.iter().copied().collect(),
            note: draft.note.clone(),
            exercises: draft.exercises.iter().map(exercise).collect(),
        }
    }
}

impl TryFrom<v1::Draft> for Draft {
    type Error = Refused;

    fn try_from(shape: v1::Draft) -> Read<Self> {
        let slugs = each(shape.x, |slug| slug_in(&slug)).under("x")?;
        let slot = match shape.slot {
            None => None,
            Some((plan, week, session)) => {
                Some(Slot { plan: plan_id_in(&plan).under("slot")?, week, session })
            }
        };
        let rest = match shape.rest {
            None => None,
            Some((ends_at, length)) => Some(Rest { ends_at, length: within(length).under("rest")? }),
        };
        Ok(Self {
            id: session_id_in(&shape.id).under("id")?,
            day: day_in(&shape.day).under("day")?,
            started_at: shape.started,
            slot,
            name: shape.name,
            exercises: each(shape.exercises, |one| exercise_in(one, &slugs)).under("exercises")?,
            current: usize::try_from(shape.current).unwrap_or(0),
            rest,
            undone: shape.undone.into_iter().collect(),
            note: shape.note,
        })
    }
}

fn exercise_in(shape: v1::DraftExercise, slugs: &[ExerciseId]) -> Read<DraftExercise> {
    let entries = row_in(&shape.sets)?;
    if entries.len() != shape.at.len() {
        return Err(Refused::new(Why::Uneven));
    }
    Ok(DraftExercise {
        exercise: at(slugs, shape.x).under("x")?.clone(),
        planned: shape.planned.map(|planned| prescription_in(planned, slugs)).transpose().under("planned")?,
        sets: shape.at.into_iter().zip(entries).map(|(at, entry)| DraftSet { at, entry }).collect(),
        note: shape.note,
    })
}
