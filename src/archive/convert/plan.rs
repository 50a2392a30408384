//! Plans between schema and domain.

use super::athlete::{weekday_in, weekday_out};
use super::words::Word;
use super::{Read, Refused, Table, Under, at, day_in, each, plan_id_in, slug_in, within};
use crate::archive::error::Why;
use crate::archive::v1;
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::exercise::{ExerciseId, Item, Joint};
use crate::domain::plan::{
    Compromise, Finisher, Phase, Plan, PlannedSession, PlannedWeek, Plans, Prescription, Reason, Remedy,
    Shortfall,
};
use crate::domain::units::SetCount;

impl From<&Plans> for v1::Plans {
    fn from(plans: &Plans) -> Self {
        Self {
            active: plans.active.map(|id| id.to_string()),
            list: plans.list.iter().map(plan_out).collect(),
        }
    }
}

impl TryFrom<v1::Plans> for Plans {
    type Error = Refused;

    fn try_from(shape: v1::Plans) -> Read<Self> {
        Ok(Self {
            active: shape.active.as_deref().map(plan_id_in).transpose().under("active")?,
            list: each(shape.list, plan_in).under("list")?,
        })
    }
}

fn plan_out(plan: &Plan) -> v1::Plan {
    let sessions = plan.weeks.iter().flat_map(|week| &week.sessions);
    let slugs = Table::of(sessions.flat_map(|session| session.exercises.iter().map(|one| &one.exercise)));
    let session = |session: &PlannedSession| v1::PlannedSession {
        day: weekday_out(session.weekday),
        warm_up: session.warm_up.get(),
        cool_down: session.cool_down.get(),
        exercises: session.exercises.iter().map(|one| prescription_out(one, &slugs)).collect(),
    };
    let week = |week: &PlannedWeek| v1::PlannedWeek {
        phase: week.phase.stored(),
        sessions: week.sessions.iter().map(session).collect(),
    };
    v1::Plan {
        id: plan.id.to_string(),
        created: plan.created.to_string(),
        starts: plan.starts.to_string(),
        weeks: plan.weeks.iter().map(week).collect(),
        compromises: plan.compromises.iter().map(compromise_out).collect(),
        x: slugs.0.iter().map(|id| id.as_str().to_owned()).collect(),
    }
}

fn plan_in(shape: v1::Plan) -> Read<Plan> {
    let slugs = each(shape.x, |slug| slug_in(&slug)).under("x")?;
    let session = |shape: v1::PlannedSession| -> Read<PlannedSession> {
        Ok(PlannedSession {
            weekday: weekday_in(shape.day).under("day")?,
            exercises: each(shape.exercises, |one| prescription_in(one, &slugs)).under("do")?,
            warm_up: within(shape.warm_up).under("warm_up")?,
            cool_down: within(shape.cool_down).under("cool_down")?,
        })
    };
    let week = |shape: v1::PlannedWeek| -> Read<PlannedWeek> {
        Ok(PlannedWeek {
            phase: Phase::read(&shape.phase).under("phase")?,
            sessions: each(shape.sessions, session).under("sessions")?,
        })
    };
    Ok(Plan {
        id: plan_id_in(&shape.id).under("id")?,
        created: day_in(&shape.created).under("created")?,
        starts: day_in(&shape.starts).under("starts")?,
        weeks: each(shape.weeks, week).under("weeks")?,
        compromises: each(shape.compromises, compromise_in).under("compromises")?,
    })
}

pub fn prescription_out(one: &Prescription, slugs: &Table<&ExerciseId>) -> v1::Prescription {
    v1::Prescription(
        slugs.place(&&one.exercise),
        one.sets,
        one.reps,
        (one.rir.0.get(), one.rir.1.get()),
        one.rest.get(),
        one.paired_with,
        one.finisher.map(|Finisher::Drop { per_mille, times }| (per_mille, times)),
    )
}

pub fn prescription_in(shape: v1::Prescription, slugs: &[ExerciseId]) -> Read<Prescription> {
    let v1::Prescription(place, sets, reps, rir, rest, paired_with, drop) = shape;
    Ok(Prescription {
        exercise: at(slugs, place)?.clone(),
        sets,
        reps,
        rir: (within(rir.0)?, within(rir.1)?),
        rest: within(rest)?,
        paired_with,
        finisher: drop.map(|(per_mille, times)| Finisher::Drop { per_mille, times }),
    })
}

fn compromise_out(one: &Compromise) -> v1::Compromise {
    let (what, of, numbers): (&str, Option<String>, Vec<u32>) = match &one.shortfall {
        Shortfall::BelowBand { muscle, planned, low } => {
            ("below-band", Some(muscle.stored()), vec![planned.parts(), u32::from(*low)])
        }
        Shortfall::Coverage { function, planned, wanted } => {
            ("coverage", Some(function.stored()), vec![planned.parts(), u32::from(*wanted)])
        }
        Shortfall::NoUnilateral => ("no-unilateral", None, vec![]),
        Shortfall::Frequency { muscle } => ("frequency", Some(muscle.stored()), vec![]),
        Shortfall::CloseTogether => ("close", None, vec![]),
        Shortfall::EntryWeeks { weeks } => ("entry", None, vec![u32::from(*weeks)]),
        Shortfall::Shortened => ("shortened", None, vec![]),
    };
    let why = match one.reason {
        Reason::Equipment => "equipment",
        Reason::Caution(Joint::Knee) => "caution-knee",
        Reason::Caution(Joint::Back) => "caution-back",
        Reason::Caution(Joint::Hip) => "caution-hip",
        Reason::Skill => "skill",
        Reason::Minutes => "minutes",
        Reason::Sessions => "sessions",
        Reason::SessionCap => "session-cap",
        Reason::BandHigh => "band-high",
        Reason::Ramp => "ramp",
        Reason::Days => "days",
        Reason::Safety => "safety",
    };
    let remedy = one.remedy.map(|remedy| match remedy {
        Remedy::OneMoreSession => "session".to_owned(),
        Remedy::MoreMinutes(more) => format!("minutes-{more}"),
        Remedy::Get(item) => format!("get-{}", item.word()),
        Remedy::SpreadDays => "spread".to_owned(),
        Remedy::Wait => "wait".to_owned(),
    });
    v1::Compromise { what: what.to_owned(), of, numbers, why: why.to_owned(), remedy }
}

fn compromise_in(shape: v1::Compromise) -> Read<Compromise> {
    let unknown = || Refused::new(Why::UnknownWord);
    let of = || shape.of.as_deref().ok_or_else(unknown);
    let number = |place: u32| at(&shape.numbers, place).copied();
    let small = |place: u32| u8::try_from(number(place)?).map_err(|_| Refused::new(Why::OutOfRange));
    let sets = |place: u32| number(place).map(SetCount::from_32nds);
    let shortfall = match shape.what.as_str() {
        "below-band" => {
            Shortfall::BelowBand { muscle: Muscle::read(of()?)?, planned: sets(0)?, low: small(1)? }
        }
        "coverage" => {
            Shortfall::Coverage { function: Function::read(of()?)?, planned: sets(0)?, wanted: small(1)? }
        }
        "no-unilateral" => Shortfall::NoUnilateral,
        "frequency" => Shortfall::Frequency { muscle: Muscle::read(of()?)? },
        "close" => Shortfall::CloseTogether,
        "entry" => Shortfall::EntryWeeks { weeks: small(0)? },
        "shortened" => Shortfall::Shortened,
        _ => return Err(unknown()),
    };
    let reason = match shape.why.as_str() {
        "equipment" => Reason::Equipment,
        "caution-knee" => Reason::Caution(Joint::Knee),
        "caution-back" => Reason::Caution(Joint::Back),
        "caution-hip" => Reason::Caution(Joint::Hip),
        "skill" => Reason::Skill,
        "minutes" => Reason::Minutes,
        "sessions" => Reason::Sessions,
        "session-cap" => Reason::SessionCap,
        "band-high" => Reason::BandHigh,
        "ramp" => Reason::Ramp,
        "days" => Reason::Days,
        "safety" => Reason::Safety,
        _ => return Err(unknown()),
    };
    let remedy = shape.remedy.as_deref().map(remedy_in).transpose()?;
    Ok(Compromise { shortfall, reason, remedy })
}

fn remedy_in(word: &str) -> Read<Remedy> {
    if let Some(more) = word.strip_prefix("minutes-") {
        return more.parse().map(Remedy::MoreMinutes).map_err(|_| Refused::new(Why::OutOfRange));
    }
    if let Some(item) = word.strip_prefix("get-") {
        return Item::read(item).map(Remedy::Get);
    }
    match word {
        "session" => Ok(Remedy::OneMoreSession),
        "spread" => Ok(Remedy::SpreadDays),
        "wait" => Ok(Remedy::Wait),
        _ => Err(Refused::new(Why::UnknownWord)),
    }
}
