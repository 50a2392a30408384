//! Plans in schema 2.
//!
//! | field | meaning |
//! | --- | --- |
//! | `active` | the id of the plan that is followed |
//! | `x` | slugs that prescriptions refer to by place |
//! | `day` | 1 is Monday |
//! | `do` | prescriptions: exercise by place, sets, reps from and to, half reps in reserve from and to, rest (s), the place it alternates with, how the last set ends |
//! | how a set ends | a drop as per mille off and times, or `rest-pause`, pause (s) and bouts, or `myo-reps`, pause (s), mini-sets and their reps, or `partials` and reps, or `tempo` and seconds down, at the bottom, up |

use super::athlete::{weekday_in, weekday_out};
use super::compromise::{compromise_in, compromise_out};
use super::words::{Word, word_in};
use super::{Table, at, day_in, plan_id_in, slug_in, slugs_out, within};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, each};
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::{Finisher, Plan, PlannedSession, PlannedWeek, Plans, Prescription};

const REST_PAUSE: &str = "rest-pause";
const MYO_REPS: &str = "myo-reps";
const PARTIALS: &str = "partials";
const TEMPO: &str = "tempo";

/// To the tree.
pub fn plans_out(plans: &Plans) -> Tree {
    Tree::map(vec![
        ("active", plans.active.map(|id| id.to_string()).into()),
        ("list", Tree::list(plans.list.iter().map(plan_out))),
    ])
}

/// From the tree.
pub fn plans_in(tree: &Tree) -> Read<Plans> {
    let fields = tree.fields(&["active", "list"])?;
    Ok(Plans {
        active: fields.maybe("active", plan_id_in)?,
        list: fields.get("list", |list| each(list, plan_in))?,
    })
}

fn plan_out(plan: &Plan) -> Tree {
    let sessions = plan.weeks.iter().flat_map(|week| &week.sessions);
    let slugs = Table::of(sessions.flat_map(|session| session.exercises.iter().map(|one| &one.exercise)));
    let session = |session: &PlannedSession| {
        Tree::map(vec![
            ("day", weekday_out(session.weekday)),
            ("warm_up", session.warm_up.get().into()),
            ("cool_down", session.cool_down.get().into()),
            ("do", Tree::list(session.exercises.iter().map(|one| prescription_out(one, &slugs)))),
        ])
    };
    let week = |week: &PlannedWeek| {
        Tree::map(vec![
            ("phase", week.phase.stored()),
            ("sessions", Tree::list(week.sessions.iter().map(session))),
        ])
    };
    Tree::map(vec![
        ("id", plan.id.to_string().into()),
        ("created", plan.created.to_string().into()),
        ("starts", plan.starts.to_string().into()),
        ("x", slugs_out(&slugs)),
        ("weeks", Tree::list(plan.weeks.iter().map(week))),
        ("compromises", Tree::list(plan.compromises.iter().map(compromise_out))),
    ])
}

fn plan_in(tree: &Tree) -> Read<Plan> {
    let fields = tree.fields(&["id", "created", "starts", "x", "weeks", "compromises"])?;
    let slugs = fields.get("x", |slugs| each(slugs, slug_in))?;
    Ok(Plan {
        id: fields.get("id", plan_id_in)?,
        created: fields.get("created", day_in)?,
        starts: fields.get("starts", day_in)?,
        weeks: fields.get("weeks", |weeks| each(weeks, |week| week_in(week, &slugs)))?,
        compromises: fields.get("compromises", |list| each(list, compromise_in))?,
    })
}

fn week_in(tree: &Tree, slugs: &[ExerciseId]) -> Read<PlannedWeek> {
    let fields = tree.fields(&["phase", "sessions"])?;
    Ok(PlannedWeek {
        phase: fields.get("phase", word_in)?,
        sessions: fields.get("sessions", |list| each(list, |one| session_in(one, slugs)))?,
    })
}

fn session_in(tree: &Tree, slugs: &[ExerciseId]) -> Read<PlannedSession> {
    let fields = tree.fields(&["day", "warm_up", "cool_down", "do"])?;
    Ok(PlannedSession {
        weekday: fields.get("day", weekday_in)?,
        exercises: fields.get("do", |list| each(list, |one| prescription_in(one, slugs)))?,
        warm_up: fields.get("warm_up", within)?,
        cool_down: fields.get("cool_down", within)?,
    })
}

/// A prescription as a row.
pub fn prescription_out(one: &Prescription, slugs: &Table<&ExerciseId>) -> Tree {
    let pair = |(low, high): (u8, u8)| Tree::List(vec![low.into(), high.into()]);
    Tree::List(vec![
        slugs.place(&&one.exercise).into(),
        one.sets.into(),
        pair(one.reps),
        pair((one.rir.0.get(), one.rir.1.get())),
        one.rest.get().into(),
        one.paired_with.into(),
        one.finisher.map(finisher_out).into(),
    ])
}

/// A prescription from its row.
pub fn prescription_in(tree: &Tree, slugs: &[ExerciseId]) -> Read<Prescription> {
    let [place, sets, reps, rir, rest, paired_with, finisher] = tree.row()?;
    let ([fewest, most], [hardest, easiest]) = (reps.row()?, rir.row()?);
    Ok(Prescription {
        exercise: at(slugs, place)?.clone(),
        sets: sets.small()?,
        reps: (fewest.small()?, most.small()?),
        rir: (within(hardest)?, within(easiest)?),
        rest: within(rest)?,
        paired_with: paired_with.some().map(Tree::small).transpose()?,
        finisher: finisher.some().map(finisher_in).transpose()?,
    })
}

fn finisher_out(finisher: Finisher) -> Tree {
    Tree::List(match finisher {
        Finisher::Drop { per_mille, times } => vec![per_mille.into(), times.into()],
        Finisher::RestPause { pause, bouts } => vec![REST_PAUSE.into(), pause.into(), bouts.into()],
        Finisher::MyoReps { pause, minis, reps } => {
            vec![MYO_REPS.into(), pause.into(), minis.into(), reps.into()]
        }
        Finisher::Partials { reps } => vec![PARTIALS.into(), reps.into()],
        Finisher::Tempo { down, pause, up } => vec![TEMPO.into(), down.into(), pause.into(), up.into()],
    })
}

fn finisher_in(tree: &Tree) -> Read<Finisher> {
    match tree.items()? {
        [Tree::Text(word), numbers @ ..] => match (word.as_str(), numbers) {
            (REST_PAUSE, [pause, bouts]) => {
                Ok(Finisher::RestPause { pause: pause.small()?, bouts: bouts.small()? })
            }
            (MYO_REPS, [pause, minis, reps]) => {
                Ok(Finisher::MyoReps { pause: pause.small()?, minis: minis.small()?, reps: reps.small()? })
            }
            (TEMPO, [down, pause, up]) => {
                Ok(Finisher::Tempo { down: down.small()?, pause: pause.small()?, up: up.small()? })
            }
            (PARTIALS, [reps]) => Ok(Finisher::Partials { reps: reps.small()? }),
            _ => Err(Refused::new(Why::UnknownWord)),
        },
        [per_mille, times] => Ok(Finisher::Drop { per_mille: per_mille.half()?, times: times.small()? }),
        _ => Err(Refused::new(Why::Shape)),
    }
}
