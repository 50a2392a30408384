//! A month of the log in schema 2.
//!
//! A month: `x` the slugs and `p` the plans that sessions refer to by place, `s` the sessions, `gone` deleted
//! ids and when. A session is a row: id, day of the month, start (ms), seconds it took, milliseconds from
//! start to last edit, exercises as place and sets, and what few sessions have: `p` the plan by place, week
//! and session it did, `name`, `note`, `notes` on exercises by their place, `pain` of 0-10 by their place, the places
//! whose pain was `sharp`, `from` the app it came from.

use super::set::{row_in, row_out};
use super::words::{Word, word_in};
use super::{Table, at, owned, plan_id_in, session_id_in, slug_in, slugs_out, within};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, Under, each};
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::ExerciseId;
use crate::domain::id::PlanId;
use crate::domain::plan::Slot;
use crate::domain::safety::Pain;
use crate::domain::training::{ExerciseWork, MonthLog, Session, Source};

/// A map without the fields that say nothing.
fn lean(fields: Vec<(&str, Tree)>) -> Tree {
    Tree::map(fields.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

/// To the tree.
pub fn month_out(month: Month, log: &MonthLog) -> Tree {
    let sessions = || log.sessions.values();
    let slugs = Table::of(sessions().flat_map(|session| session.exercises.iter().map(|work| &work.exercise)));
    let plans = Table::of(sessions().filter_map(|session| session.slot.map(|slot| slot.plan)));
    let gone = log.deleted.iter().map(|(id, at)| Tree::List(vec![id.to_string().into(), (*at).into()]));
    let (plan_ids, gone) = (Tree::list(plans.0.iter().map(|id| id.to_string().into())), Tree::list(gone));
    let mut fields = vec![("x", slugs_out(&slugs))];
    if !plan_ids.is_empty() {
        fields.push(("p", plan_ids));
    }
    fields.push(("s", Tree::list(sessions().map(|one| session_out(first_day(month), one, &slugs, &plans)))));
    if !gone.is_empty() {
        fields.push(("gone", gone));
    }
    Tree::map(fields)
}

fn first_day(month: Month) -> Day {
    Day::try_new(month.year(), month.month(), 1).unwrap_or(Day::EPOCH)
}

fn session_out(first: Day, session: &Session, slugs: &Table<&ExerciseId>, plans: &Table<PlanId>) -> Tree {
    let works = || session.exercises.iter().enumerate();
    let exercises = works().map(|(_, work)| {
        Tree::List(vec![slugs.place(&&work.exercise).into(), row_out(work.sets.iter()).into()])
    });
    let notes = works().filter(|(_, work)| !work.note.is_empty()).map(|(at, work)| {
        Tree::List(vec![u32::try_from(at).unwrap_or(u32::MAX).into(), work.note.as_str().into()])
    });
    let pains = works().filter_map(|(at, work)| {
        Some(Tree::List(vec![u32::try_from(at).ok()?.into(), work.pain?.score()?.get().into()]))
    });
    let sharp = works()
        .filter(|(_, work)| work.pain.is_some_and(Pain::is_sharp))
        .filter_map(|(at, _)| Some(u32::try_from(at).ok()?.into()));
    let slot = session
        .slot
        .map(|slot| Tree::List(vec![plans.place(&slot.plan).into(), slot.week.into(), slot.session.into()]));
    let from = (session.source != Source::Legwork).then(|| session.source.word());
    let rest = lean(vec![
        ("p", slot.into()),
        ("name", session.name.as_str().into()),
        ("note", session.note.as_str().into()),
        ("notes", Tree::list(notes)),
        ("pain", Tree::list(pains)),
        ("sharp", Tree::list(sharp)),
        ("from", from.into()),
    ]);
    Tree::List(vec![
        session.id.to_string().into(),
        (session.day.days_since(first) + 1).into(),
        session.started_at.into(),
        session.lasted.map(|lasted| lasted.get()).into(),
        // Wrapping there and back: whatever the clock was, both moments return.
        session.edited_at.wrapping_sub(session.started_at).into(),
        Tree::list(exercises),
        rest,
    ])
}

/// From the tree.
pub fn month_in(month: Month, tree: &Tree) -> Read<MonthLog> {
    let fields = tree.fields(&["x", "p", "s", "gone"])?;
    let slugs = fields.get("x", |slugs| each(slugs, slug_in))?;
    let plans = fields.maybe("p", |plans| each(plans, plan_id_in))?.unwrap_or_default();
    let first = first_day(month);
    let mut log = MonthLog::default();
    for session in fields.get("s", |list| each(list, |one| session_in(first, one, &slugs, &plans)))? {
        // Twice the same session: the newer edit stays, as in any merge.
        let newer = log.sessions.get(&session.id).is_none_or(|known| known.edited_at <= session.edited_at);
        if newer {
            log.sessions.insert(session.id, session);
        }
    }
    for row in fields.maybe("gone", Tree::items)?.unwrap_or_default() {
        let [id, at] = row.row().under("gone")?;
        log.deleted.insert(session_id_in(id).under("gone")?, at.int().under("gone")?);
    }
    Ok(log)
}

fn session_in(first: Day, tree: &Tree, slugs: &[ExerciseId], plans: &[PlanId]) -> Read<Session> {
    let [id, day, started, lasted, edited_after, works, rest] = tree.row()?;
    let rest = rest.fields(&["p", "name", "note", "notes", "pain", "sharp", "from"])?;
    let mut exercises = each(works, |work| {
        let [place, row] = work.row()?;
        Ok(ExerciseWork {
            exercise: at(slugs, place)?.clone(),
            sets: row_in(row.text()?)?,
            note: String::new(),
            pain: None,
        })
    })
    .under("exercises")?;
    for row in rest.maybe("notes", Tree::items)?.unwrap_or_default() {
        let [place, note] = row.row().under("notes")?;
        let work = usize::try_from(place.count()?).ok().and_then(|place| exercises.get_mut(place));
        work.ok_or(Refused::new(Why::NoSuchPlace)).under("notes")?.note = owned(note)?;
    }
    for row in rest.maybe("pain", Tree::items)?.unwrap_or_default() {
        let [place, pain] = row.row().under("pain")?;
        let work = usize::try_from(place.count()?).ok().and_then(|place| exercises.get_mut(place));
        work.ok_or(Refused::new(Why::NoSuchPlace)).under("pain")?.pain =
            Pain::said(Some(within(pain).under("pain")?), false);
    }
    for place in rest.maybe("sharp", Tree::items)?.unwrap_or_default() {
        let work = usize::try_from(place.count()?).ok().and_then(|place| exercises.get_mut(place));
        let work = work.ok_or(Refused::new(Why::NoSuchPlace)).under("sharp")?;
        work.pain = Pain::said(work.pain.and_then(Pain::score), true);
    }
    let slot = rest.maybe("p", |slot| {
        let [plan, week, session] = slot.row()?;
        Ok(Slot { plan: *at(plans, plan)?, week: week.small()?, session: session.small()? })
    })?;
    let started_at = started.int()?;
    let number = first.number().saturating_add(day.int()?).saturating_sub(1);
    Ok(Session {
        id: session_id_in(id).under("id")?,
        day: Day::from_number(number).map_err(|_| Refused::new(Why::NotADay)).under("day")?,
        started_at,
        lasted: lasted.some().map(within).transpose().under("lasted")?,
        name: rest.maybe("name", owned)?.unwrap_or_default(),
        slot,
        exercises,
        note: rest.maybe("note", owned)?.unwrap_or_default(),
        edited_at: started_at.wrapping_add(edited_after.int()?),
        source: rest.maybe("from", word_in)?.unwrap_or(Source::Legwork),
    })
}
