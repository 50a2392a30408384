//! A plan read from the text of a link, suspicious of all of it.

use super::bytes::Reader;
use super::{
    DROPS_MAX, EFFORT, FRESH, LinkError, MYO_REPS, OWN, PARTIALS, REST, REST_PAUSE, SETS, Shared, TEMPO,
    VERSION, code,
};
use crate::domain::anatomy::{Credit, Function};
use crate::domain::athlete::{NAME_MAX, WEEK};
use crate::domain::calendar::Day;
use crate::domain::exercise::{CATALOGUE, CustomExercise, ExerciseId};
use crate::domain::id::PlanId;
use crate::domain::plan::edit::{EXERCISES_MAX, sound};
use crate::domain::plan::{Finisher, Phase, Plan, PlannedSession, PlannedWeek, Prescription};
use crate::domain::units::{Minutes, Rir, Seconds};

/// The longest text that is looked at.
const TEXT_MAX: usize = 8_000;
/// The most weeks of a plan in a link.
const WEEKS_MAX: usize = 16;
/// The most sessions of a week in a link.
const SESSIONS_MAX: usize = 7;
/// The most mini-sets, and reps in one, that a link may ask for.
const FEW_MAX: u8 = 20;

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
    own.push(CustomExercise { id: id.clone(), name, credit: Credit::of(&pairs), like: None, hidden: false });
    Ok(id)
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
