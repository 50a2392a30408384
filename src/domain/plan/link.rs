//! A plan as text for the fragment of a link, and back: versioned, checked, and suspicious of what comes in.
//! It carries no person, no log and no compromises; whoever opens it checks it against their own body.

use super::edit::{EXERCISES_MAX, sound};
use super::{Finisher, Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use crate::domain::anatomy::{Credit, Function};
use crate::domain::athlete::{NAME_MAX, WEEK};
use crate::domain::calendar::Day;
use crate::domain::exercise::{CATALOGUE, CustomExercise, Exercise, ExerciseId, OwnExercises};
use crate::domain::id::PlanId;
use crate::domain::units::{Minutes, Rir, Seconds};

mod bytes;

use bytes::{Reader, Writer, digest};

/// The version this code writes, as the first character of the text.
const VERSION: char = '1';
/// The longest text that is looked at.
const TEXT_MAX: usize = 8_000;
/// The most weeks of a plan in a link.
const WEEKS_MAX: usize = 16;
/// The most sessions of a week in a link.
const SESSIONS_MAX: usize = 7;
/// No prescription of the week before is the base of this one.
const FRESH: u8 = 15;
/// A finisher is so many drops up to this, else one of the next four codes.
const DROPS_MAX: u8 = 3;
const REST_PAUSE: u8 = 4;
const MYO_REPS: u8 = 5;
const PARTIALS: u8 = 6;
const TEMPO: u8 = 7;
/// The most mini-sets, and reps in one, that a link may ask for.
const FEW_MAX: u8 = 20;
/// The code of an exercise that is not in the catalogue.
const OWN: u16 = 0;

/// Why a link opens no plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is no plan link at all.
    #[error("not a plan link")]
    NotALink,
    /// It is cut short or changed on its way.
    #[error("the link is damaged")]
    Damaged,
    /// It was made by a newer version.
    #[error("made by a newer version")]
    Newer,
    /// It names an exercise that this version does not know.
    #[error("an exercise is unknown")]
    UnknownExercise,
    /// It is longer than any plan.
    #[error("too long")]
    TooLong,
}

/// A plan out of a link, with the exercises that the sender made.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// The plan, under a new id.
    pub plan: Plan,
    /// Exercises it uses that are not in the catalogue.
    pub own: Vec<CustomExercise>,
}

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

/// The plan of a text, under this id and made today.
///
/// # Errors
/// [`LinkError`]; nothing of a damaged link is used.
pub fn decode(text: &str, id: PlanId, today: Day) -> Result<Shared, LinkError> {
    let mut chars = text.chars();
    match chars.next() {
        Some(VERSION) => {}
        Some('2'..='9') => return Err(LinkError::Newer),
        _ => return Err(LinkError::NotALink),
    }
    if text.len() > TEXT_MAX {
        return Err(LinkError::TooLong);
    }
    let mut from = Reader::of(chars.as_str()).ok_or(LinkError::Damaged)?;
    let starts = Day::from_number(i64::from(from.number()?)).map_err(|_| LinkError::Damaged)?;
    let count = from.length(usize::from(u8::MAX))?;
    let (mut table, mut own) = (Vec::with_capacity(count), Vec::new());
    for _ in 0..count {
        table.push(read_exercise(&mut from, &mut own)?);
    }
    let count = from.length(WEEKS_MAX)?;
    let mut weeks: Vec<PlannedWeek> = Vec::with_capacity(count);
    for _ in 0..count {
        let phase = match from.byte()? {
            0 => Phase::Entry,
            1 => Phase::Working,
            2 => Phase::Deload,
            _ => return Err(LinkError::Damaged),
        };
        let mut sessions: Vec<PlannedSession> = Vec::new();
        for place in 0..from.length(SESSIONS_MAX)? {
            let base = weeks.last().and_then(|week| week.sessions.get(place));
            let session = read_session(&mut from, base, &table)?;
            if sessions.iter().any(|other| other.weekday == session.weekday) {
                return Err(LinkError::Damaged);
            }
            sessions.push(session);
        }
        weeks.push(PlannedWeek { phase, sessions });
    }
    if !from.is_done() || weeks.is_empty() {
        return Err(LinkError::Damaged);
    }
    Ok(Shared { plan: Plan { id, created: today, starts, weeks, compromises: Vec::new() }, own })
}

/// A short code of a built-in exercise that does not change when others are added; never [`OWN`].
fn code(row: &Exercise) -> u16 {
    let hash = digest(row.slug.as_bytes());
    u16::try_from((hash ^ (hash >> 16)) & 0xFFFF).unwrap_or(0).max(1)
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

fn read_exercise(from: &mut Reader, own: &mut Vec<CustomExercise>) -> Result<ExerciseId, LinkError> {
    let wanted = from.pair()?;
    if wanted != OWN {
        let row = CATALOGUE.iter().find(|row| code(row) == wanted);
        return row.map(ExerciseId::from).ok_or(LinkError::UnknownExercise);
    }
    let id = ExerciseId::parse(&from.text(NAME_MAX)?).map_err(|_| LinkError::Damaged)?;
    // A sender's own exercise must not pass for one of the catalogue, nor hide characters in its name.
    let name = from.text(NAME_MAX * 4)?;
    if id.built_in().is_some() || name.chars().any(char::is_control) || name.chars().count() > NAME_MAX {
        return Err(LinkError::Damaged);
    }
    let mut pairs = Function::ALL.map(|function| (function, 0));
    for (_, halves) in &mut pairs {
        *halves = from.byte()?;
        if *halves > 2 {
            return Err(LinkError::Damaged);
        }
    }
    own.push(CustomExercise { id: id.clone(), name, credit: Credit::of(&pairs) });
    Ok(id)
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

/// The head of a prescription: in four bits the place of the same exercise a week before, then whether sets,
/// effort, and anything else differ from it.
const SETS: u8 = 16;
const EFFORT: u8 = 32;
const REST: u8 = 64;

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

fn read_session(
    from: &mut Reader,
    base: Option<&PlannedSession>,
    table: &[ExerciseId],
) -> Result<PlannedSession, LinkError> {
    match (from.byte()?, base) {
        (0, _) => {}
        (1, Some(base)) => return Ok(base.clone()),
        _ => return Err(LinkError::Damaged),
    }
    let weekday = *WEEK.get(usize::from(from.byte()?)).ok_or(LinkError::Damaged)?;
    let minutes = |number: u32| Minutes::try_new(i64::from(number)).map_err(|_| LinkError::Damaged);
    let (warm_up, cool_down) = (minutes(from.number()?)?, minutes(from.number()?)?);
    let count = from.length(EXERCISES_MAX)?;
    let mut exercises: Vec<Prescription> = Vec::with_capacity(count);
    for _ in 0..count {
        let one = read_prescription(from, base, table)?;
        sound(&one).map_err(|_| LinkError::Damaged)?;
        if exercises.iter().any(|other| other.exercise == one.exercise) {
            return Err(LinkError::Damaged);
        }
        exercises.push(one);
    }
    for (place, one) in exercises.iter().enumerate() {
        let Some(partner) = one.paired_with.map(usize::from) else { continue };
        let back = exercises.get(partner).and_then(|other| other.paired_with).map(usize::from);
        if back != Some(place) || partner == place {
            return Err(LinkError::Damaged);
        }
    }
    Ok(PlannedSession { weekday, exercises, warm_up, cool_down })
}

fn read_prescription(
    from: &mut Reader,
    base: Option<&PlannedSession>,
    table: &[ExerciseId],
) -> Result<Prescription, LinkError> {
    let head = from.byte()?;
    let mut one = if head & FRESH == FRESH {
        if head & (SETS | EFFORT | REST) != SETS | EFFORT | REST {
            return Err(LinkError::Damaged);
        }
        let at = from.length(usize::from(u8::MAX))?;
        Prescription {
            exercise: table.get(at).ok_or(LinkError::Damaged)?.clone(),
            sets: 0,
            reps: (0, 0),
            rir: (Rir::ZERO, Rir::ZERO),
            rest: Seconds::MIN,
            paired_with: None,
            finisher: None,
        }
    } else {
        let known = base.and_then(|base| base.exercises.get(usize::from(head & FRESH)));
        known.ok_or(LinkError::Damaged)?.clone()
    };
    if head & SETS != 0 {
        one.sets = from.byte()?;
    }
    if head & EFFORT != 0 {
        let both = from.byte()?;
        let rir = |half: u8| Rir::try_new(i64::from(half)).map_err(|_| LinkError::Damaged);
        one.rir = (rir(both >> 4)?, rir(both & 15)?);
    }
    if head & REST != 0 {
        one.reps = (from.byte()?, from.byte()?);
        one.rest = Seconds::try_new(i64::from(from.number()?)).map_err(|_| LinkError::Damaged)?;
        one.paired_with = from.byte()?.checked_sub(1);
        one.finisher = match from.byte()? {
            0 => None,
            REST_PAUSE => Some(Finisher::RestPause { pause: from.byte()?, bouts: few(from)? }),
            MYO_REPS => Some(Finisher::MyoReps { pause: from.byte()?, minis: few(from)?, reps: few(from)? }),
            PARTIALS => Some(Finisher::Partials { reps: few(from)? }),
            TEMPO => Some(Finisher::Tempo { down: few(from)?, pause: up_to_few(from)?, up: few(from)? }),
            times @ 1..=DROPS_MAX => {
                let per_mille = u16::try_from(from.number()?).map_err(|_| LinkError::Damaged)?;
                if per_mille >= 1000 {
                    return Err(LinkError::Damaged);
                }
                Some(Finisher::Drop { per_mille, times })
            }
            _ => return Err(LinkError::Damaged),
        };
    }
    Ok(one)
}

/// A number of mini-sets, or of reps in one.
fn few(from: &mut Reader) -> Result<u8, LinkError> {
    Some(up_to_few(from)?).filter(|count| *count > 0).ok_or(LinkError::Damaged)
}

fn up_to_few(from: &mut Reader) -> Result<u8, LinkError> {
    Some(from.byte()?).filter(|count| *count <= FEW_MAX).ok_or(LinkError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_exercises_share_a_code() {
        let mut codes: Vec<u16> = CATALOGUE.iter().map(code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), CATALOGUE.len());
        assert!(!codes.contains(&OWN));
    }
}
