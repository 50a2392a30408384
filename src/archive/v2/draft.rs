//! The running session in schema 2.
//!
//! | field | meaning |
//! | --- | --- |
//! | `started`, `at`, `undone` | moments, ms |
//! | `x` | slugs that exercises refer to by place |
//! | `slot` | the plan's id, week, session |
//! | `current` | the exercise on the screen |
//! | `rest` | its end (ms), its length (s) |
//! | `untried` | whether no set is taken to its end; absent where one may be |
//! | `lasted` | seconds it took, where it was recorded once and runs again; absent elsewhere |
//! | `sharp` | whether the pain is sharp; absent where it is not |
//! | `guess` | of the set being taken to its end: the reps done, half reps said to be left |

use super::plan::{prescription_in, prescription_out};
use super::set::{row_in, row_out};
use super::{Table, at, day_in, owned, plan_id_in, session_id_in, slug_in, slugs_out, within};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, each};
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::Slot;
use crate::domain::safety::Pain;
use crate::domain::training::calibration::Guess;
use crate::domain::training::{Draft, DraftExercise, DraftSet, Rest};

/// To the tree.
pub fn draft_out(draft: &Draft) -> Tree {
    let slugs = Table::of(draft.exercises.iter().flat_map(|one| {
        std::iter::once(&one.exercise).chain(one.planned.as_ref().map(|planned| &planned.exercise))
    }));
    let exercise = |one: &DraftExercise| {
        let mut fields = vec![
            ("x", slugs.place(&&one.exercise).into()),
            ("planned", one.planned.as_ref().map(|planned| prescription_out(planned, &slugs)).into()),
            ("at", Tree::list(one.sets.iter().map(|set| set.at.into()))),
            ("sets", row_out(one.sets.iter().map(|set| &set.entry)).into()),
            ("note", one.note.as_str().into()),
            ("pain", one.pain.and_then(|pain| pain.score()).map(|score| score.get()).into()),
            (
                "guess",
                one.guess.map(|said| Tree::List(vec![said.at.into(), said.claimed.get().into()])).into(),
            ),
        ];
        if one.pain.is_some_and(Pain::is_sharp) {
            fields.push(("sharp", Tree::Bool(true)));
        }
        Tree::map(fields)
    };
    let slot = draft
        .slot
        .map(|slot| Tree::List(vec![slot.plan.to_string().into(), slot.week.into(), slot.session.into()]));
    let rest = draft.rest.map(|rest| Tree::List(vec![rest.ends_at.into(), rest.length.get().into()]));
    let mut fields = vec![
        ("id", draft.id.to_string().into()),
        ("day", draft.day.to_string().into()),
        ("started", draft.started_at.into()),
        ("x", slugs_out(&slugs)),
        ("slot", slot.into()),
        ("name", draft.name.as_str().into()),
        ("current", u32::try_from(draft.current).unwrap_or(0).into()),
        ("rest", rest.into()),
        ("undone", Tree::list(draft.undone.iter().map(|at| (*at).into()))),
        ("note", draft.note.as_str().into()),
        ("exercises", Tree::list(draft.exercises.iter().map(exercise))),
    ];
    if draft.untried {
        fields.push(("untried", Tree::Bool(true)));
    }
    if let Some(lasted) = draft.lasted {
        fields.push(("lasted", lasted.get().into()));
    }
    Tree::map(fields)
}

const DRAFT: &[&str] = &[
    "id",
    "day",
    "started",
    "x",
    "slot",
    "name",
    "current",
    "rest",
    "undone",
    "note",
    "untried",
    "lasted",
    "exercises",
];

/// From the tree.
pub fn draft_in(tree: &Tree) -> Read<Draft> {
    let fields = tree.fields(DRAFT)?;
    let slugs = fields.get("x", |slugs| each(slugs, slug_in))?;
    let slot = fields.maybe("slot", |slot| {
        let [plan, week, session] = slot.row()?;
        Ok(Slot { plan: plan_id_in(plan)?, week: week.small()?, session: session.small()? })
    })?;
    let rest = fields.maybe("rest", |rest| {
        let [ends_at, length] = rest.row()?;
        Ok(Rest { ends_at: ends_at.int()?, length: within(length)? })
    })?;
    Ok(Draft {
        id: fields.get("id", session_id_in)?,
        day: fields.get("day", day_in)?,
        started_at: fields.get("started", Tree::int)?,
        slot,
        name: fields.get("name", owned)?,
        exercises: fields.get("exercises", |list| each(list, |one| exercise_in(one, &slugs)))?,
        current: usize::try_from(fields.get("current", Tree::count)?).unwrap_or(0),
        rest,
        undone: fields.get("undone", |list| each(list, Tree::int))?.into_iter().collect(),
        note: fields.get("note", owned)?,
        untried: fields.maybe("untried", Tree::yes)?.unwrap_or_default(),
        lasted: fields.maybe("lasted", within)?,
    })
}

fn exercise_in(tree: &Tree, slugs: &[ExerciseId]) -> Read<DraftExercise> {
    let fields = tree.fields(&["x", "planned", "at", "sets", "note", "pain", "sharp", "guess"])?;
    let entries = row_in(fields.get("sets", Tree::text)?)?;
    let moments = fields.get("at", |list| each(list, Tree::int))?;
    if entries.len() != moments.len() {
        return Err(Refused::new(Why::Uneven));
    }
    Ok(DraftExercise {
        exercise: fields.get("x", |place| at(slugs, place))?.clone(),
        planned: fields.maybe("planned", |planned| prescription_in(planned, slugs))?,
        sets: moments.into_iter().zip(entries).map(|(at, entry)| DraftSet { at, entry }).collect(),
        note: fields.get("note", owned)?,
        pain: Pain::said(
            fields.maybe("pain", within)?,
            fields.maybe("sharp", Tree::yes)?.unwrap_or_default(),
        ),
        guess: fields.maybe("guess", |said| {
            let [at, claimed] = said.row()?;
            Ok(Guess { at: at.small()?, claimed: within(claimed)? })
        })?,
    })
}
