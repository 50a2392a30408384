//! A month of the log between schema and domain.

use super::sets::{row_in, row_out};
use super::words::Word;
use super::{Read, Refused, Table, Under, at, each, plan_id_in, session_id_in, slug_in, within_option};
use crate::archive::error::Why;
use crate::archive::v1;
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::PlanId;
use crate::domain::plan::Slot;
use crate::domain::training::{ExerciseWork, MonthLog, Session, Source};
use crate::domain::units::Seconds;

/// To the stored shape.
pub fn month_out(month: Month, log: &MonthLog) -> v1::MonthLog {
    let sessions = || log.sessions.values();
    let slugs = Table::of(sessions().flat_map(|session| session.exercises.iter().map(|work| &work.exercise)));
    let plans = Table::of(sessions().filter_map(|session| session.slot.map(|slot| slot.plan)));
    v1::MonthLog {
        x: slugs.0.iter().map(|id| id.as_str().to_owned()).collect(),
        p: plans.0.iter().map(PlanId::to_string).collect(),
        s: sessions().map(|session| session_out(first_day(month), session, &slugs, &plans)).collect(),
        gone: log.deleted.iter().map(|(id, at)| (id.to_string(), *at)).collect(),
    }
}

fn first_day(month: Month) -> Day {
    Day::try_new(month.year(), month.month(), 1).unwrap_or(Day::EPOCH)
}

fn session_out(
    first: Day,
    session: &Session,
    slugs: &Table<&ExerciseId>,
    plans: &Table<PlanId>,
) -> v1::Session {
    let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let works = || session.exercises.iter().enumerate();
    v1::Session(
        session.id.to_string(),
        session.day.days_since(first) + 1,
        session.started_at,
        session.lasted.map(Seconds::get),
        // Wrapping there and back: whatever the clock was, both moments return.
        session.edited_at.wrapping_sub(session.started_at),
        works().map(|(_, work)| (slugs.place(&&work.exercise), row_out(work.sets.iter()))).collect(),
        v1::SessionRest {
            p: session.slot.map(|slot| (plans.place(&slot.plan), slot.week, slot.session)),
            name: session.name.clone(),
            note: session.note.clone(),
            notes: works()
                .filter(|(_, work)| !work.note.is_empty())
                .map(|(at, work)| (place(at), work.note.clone()))
                .collect(),
            from: (session.source != Source::Legwork).then(|| session.source.stored()),
        },
    )
}

/// From the stored shape.
pub fn month_in(month: Month, shape: v1::MonthLog) -> Read<MonthLog> {
    let slugs = each(shape.x, |slug| slug_in(&slug)).under("x")?;
    let plans = each(shape.p, |id| plan_id_in(&id)).under("p")?;
    let mut log = MonthLog::default();
    for session in each(shape.s, |one| session_in(first_day(month), one, &slugs, &plans)).under("s")? {
        // Twice the same session: the newer edit stays, as in any merge.
        let newer = log.sessions.get(&session.id).is_none_or(|known| known.edited_at <= session.edited_at);
        if newer {
            log.sessions.insert(session.id, session);
        }
    }
    for (id, at) in shape.gone {
        log.deleted.insert(session_id_in(&id).under("gone")?, at);
    }
    Ok(log)
}

fn session_in(first: Day, shape: v1::Session, slugs: &[ExerciseId], plans: &[PlanId]) -> Read<Session> {
    let v1::Session(id, day, started_at, lasted, edited_after, works, rest) = shape;
    let mut exercises = each(works, |(place, row)| {
        let exercise = at(slugs, place)?.clone();
        Ok(ExerciseWork { exercise, sets: row_in(&row)?, note: String::new() })
    })
    .under("exercises")?;
    for (place, note) in rest.notes {
        let work = usize::try_from(place).ok().and_then(|place| exercises.get_mut(place));
        work.ok_or(Refused::new(Why::NoSuchPlace)).under("notes")?.note = note;
    }
    let slot = match rest.p {
        None => None,
        Some((plan, week, session)) => Some(Slot { plan: *at(plans, plan).under("plan")?, week, session }),
    };
    let number = first.number().saturating_add(day).saturating_sub(1);
    Ok(Session {
        id: session_id_in(&id).under("id")?,
        day: Day::from_number(number).map_err(|_| Refused::new(Why::NotADay)).under("day")?,
        started_at,
        lasted: within_option(lasted).under("lasted")?,
        name: rest.name,
        slot,
        exercises,
        note: rest.note,
        edited_at: started_at.wrapping_add(edited_after),
        source: rest.from.as_deref().map_or(Ok(Source::Legwork), Source::read).under("from")?,
    })
}
