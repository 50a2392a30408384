//! A plan written as the text of a link.

use super::bytes::Writer;
use super::{
    DROPS_MAX, EFFORT, FRESH, MYO_REPS, OWN, PARTIALS, REST, REST_PAUSE, SETS, TEMPO, VERSION, code,
};
use crate::domain::anatomy::Function;
use crate::domain::exercise::{ExerciseId, OwnExercises};
use crate::domain::plan::{Finisher, Plan, PlannedSession, PlannedWeek, Prescription};

/// The text of a plan: letters, digits, `-` and `_`.
///
/// ```
/// use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::OwnExercises, id::PlanId};
/// use legwork::domain::plan::{generate::*, link::{decode, encode, LinkError}};
/// let profile = ProfileDraft::example_profile();
/// let (id, today) = (PlanId::new(1, [0; 10]), Day::EPOCH);
/// let limits = PlanLimits::default();
/// let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// let text = encode(&plan, &OwnExercises::default());
/// assert_eq!(decode(&text, id, today).unwrap().plan.weeks, plan.weeks);
/// assert_eq!(decode(&text[..40], id, today), Err(LinkError::Damaged));
/// ```
pub fn encode(plan: &Plan, own: &OwnExercises) -> String {
    let mut out = Writer::default();
    let mut table: Vec<&ExerciseId> = Vec::new();
    for one in plan.weeks.iter().flat_map(|week| &week.sessions).flat_map(|s| &s.exercises) {
        if !table.contains(&&one.exercise) {
            table.push(&one.exercise);
        }
    }
    out.number(u32::try_from(plan.starts.number()).unwrap_or(0));
    out.length(table.len());
    for id in &table {
        write_exercise(&mut out, id, own);
    }
    out.length(plan.weeks.len());
    let mut before: Option<&PlannedWeek> = None;
    for week in &plan.weeks {
        out.byte(week.phase as u8);
        out.length(week.sessions.len());
        for (place, session) in week.sessions.iter().enumerate() {
            let base = before.and_then(|week| week.sessions.get(place));
            write_session(&mut out, session, base, &table);
        }
        before = Some(week);
    }
    let mut text = String::from(VERSION);
    out.finish(&mut text);
    text
}

fn write_exercise(out: &mut Writer, id: &ExerciseId, own: &OwnExercises) {
    if let Some(row) = id.built_in() {
        out.pair(code(row));
        return;
    }
    out.pair(OWN);
    out.text(id.as_str());
    out.text(own.name(id));
    let credit = own.credit(id);
    for function in Function::ALL {
        out.byte(credit.halves(function));
    }
}

fn write_session(
    out: &mut Writer,
    session: &PlannedSession,
    base: Option<&PlannedSession>,
    table: &[&ExerciseId],
) {
    let same = base == Some(session);
    out.byte(u8::from(same));
    if same {
        return;
    }
    out.byte(u8::try_from(session.weekday.num_days_from_monday()).unwrap_or(0));
    out.number(u32::from(session.warm_up.get()));
    out.number(u32::from(session.cool_down.get()));
    out.length(session.exercises.len());
    for one in &session.exercises {
        let known = base.and_then(|base| {
            let place = base.exercises.iter().position(|other| other.exercise == one.exercise)?;
            Some((u8::try_from(place).ok().filter(|place| *place < FRESH)?, base.exercises.get(place)?))
        });
        write_prescription(out, one, known, table);
    }
}

fn write_prescription(
    out: &mut Writer,
    one: &Prescription,
    known: Option<(u8, &Prescription)>,
    table: &[&ExerciseId],
) {
    let changed = |flag: u8, same: fn(&Prescription, &Prescription) -> bool| match known {
        Some((_, before)) if same(one, before) => 0,
        _ => flag,
    };
    let head = known.map_or(FRESH, |(place, _)| place)
        | changed(SETS, |a, b| a.sets == b.sets)
        | changed(EFFORT, |a, b| a.rir == b.rir)
        | changed(REST, |a, b| {
            (a.reps, a.rest, a.paired_with, a.finisher) == (b.reps, b.rest, b.paired_with, b.finisher)
        });
    out.byte(head);
    if known.is_none() {
        out.length(table.iter().position(|id| **id == one.exercise).unwrap_or(0));
    }
    if head & SETS != 0 {
        out.byte(one.sets);
    }
    if head & EFFORT != 0 {
        out.byte((one.rir.0.get() << 4) | one.rir.1.get());
    }
    if head & REST != 0 {
        out.byte(one.reps.0);
        out.byte(one.reps.1);
        out.number(one.rest.get());
        out.byte(one.paired_with.map_or(0, |at| at.saturating_add(1)));
        match one.finisher {
            None => out.byte(0),
            Some(Finisher::Drop { per_mille, times }) => {
                out.byte(times.clamp(1, DROPS_MAX));
                out.number(u32::from(per_mille));
            }
            Some(Finisher::RestPause { pause, bouts }) => out.bytes(&[REST_PAUSE, pause, bouts]),
            Some(Finisher::MyoReps { pause, minis, reps }) => out.bytes(&[MYO_REPS, pause, minis, reps]),
            Some(Finisher::Partials { reps }) => out.bytes(&[PARTIALS, reps]),
            Some(Finisher::Tempo { down, pause, up }) => out.bytes(&[TEMPO, down, pause, up]),
        }
    }
}
