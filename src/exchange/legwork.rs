//! Our own table of the whole log, the way in: what the way out writes, read back to the same
//! sets. The words in its cells are part of the format and never change.

use super::cells::{Cells, Marks};
use super::foreign::{App, Place, Row, What};
use super::format::Format;
use super::refusal::{Column, Reason};
use super::{sheet, stamp};
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::id::SessionId;
use crate::domain::safety::{Pain, PainScore};
use crate::domain::training::{SetKind, Side, StopReason};

/// Legwork's table.
pub(super) static FORMAT: Format = Format {
    app: App::Legwork,
    names: &[
        ("session id", Column::SessionId),
        ("day", Column::Date),
        ("start", Column::End),
        ("session", Column::Workout),
        ("lasted", Column::Duration),
        ("from", Column::Source),
        ("place", Column::Place),
        ("exercise", Column::Exercise),
        ("slug", Column::Slug),
        ("kind", Column::Kind),
        ("side", Column::Side),
        ("load", Column::Weight),
        ("reps", Column::Reps),
        ("time", Column::Seconds),
        ("distance", Column::Distance),
        ("rir", Column::Rir),
        ("rir confirmed", Column::Confirmed),
        ("stopped by", Column::Stop),
        ("pain", Column::Pain),
        ("sharp", Column::Sharp),
        ("exercise note", Column::Notes),
        ("session note", Column::WorkoutNotes),
    ],
    needed: &[
        Column::SessionId,
        Column::Date,
        Column::End,
        Column::Exercise,
        Column::Slug,
        Column::Kind,
        Column::Weight,
        Column::Reps,
    ],
    read,
    mend: sheet::unarmed,
};

/// The heads of the table, in the order of its columns.
pub(super) const HEADS: [&str; 23] = [
    "Session id",
    "Day",
    "Start",
    "Session",
    "Lasted (s)",
    "From",
    "Place",
    "Exercise",
    "Slug",
    "Set",
    "Kind",
    "Side",
    "Load (kg)",
    "Reps",
    "Time (s)",
    "Distance (m)",
    "RIR",
    "RIR confirmed",
    "Stopped by",
    "Pain",
    "Sharp",
    "Exercise note",
    "Session note",
];

/// The word of a row that only holds a remark.
pub(super) const NOTE: &str = "note";

/// The words of kinds.
pub(super) const KINDS: [(&str, SetKind); 6] = [
    ("work", SetKind::Work),
    ("warm-up", SetKind::WarmUp),
    ("drop", SetKind::Drop),
    ("rest-pause", SetKind::RestPause),
    ("myo", SetKind::Myo),
    ("partial", SetKind::Partial),
];

/// The words of sides; both is a blank.
pub(super) const SIDES: [(&str, Side); 3] = [("", Side::Both), ("left", Side::Left), ("right", Side::Right)];

/// The words of what ended a set.
pub(super) const STOPS: [(&str, StopReason); 5] = [
    ("breath", StopReason::Breath),
    ("back", StopReason::Back),
    ("discomfort", StopReason::Discomfort),
    ("time", StopReason::Time),
    ("pain", StopReason::Pain),
];

/// The choice of a word.
fn choice<T: Copy>(words: &[(&str, T)], cells: &Cells<'_>, column: Column) -> Result<T, Reason> {
    let text = cells.get(column);
    let found = words.iter().find(|(word, _)| *word == text);
    found.map(|(_, choice)| *choice).ok_or(Reason::UnknownWord(column))
}

fn read<'a>(cells: &Cells<'a>, marks: &mut Marks) -> Result<Row<'a>, Reason> {
    let day = Day::parse(cells.get(Column::Date)).map_err(|_| Reason::Date)?;
    // The moment with its `Z`; without one it was local already where the session came from.
    let mut at = stamp::zoned(cells.get(Column::End), |_| 0).ok_or(Reason::Date)?;
    at.instant = at.instant.or_else(|| Some(at.local() * 1000));
    at.day = day;
    let key = cells.get(Column::SessionId);
    SessionId::parse(key).map_err(|_| Reason::UnknownWord(Column::SessionId))?;
    let (workout, exercise) = (cells.name(Column::Workout)?, cells.name(Column::Exercise)?);
    let slug = match cells.get(Column::Slug) {
        "" => None,
        slug => Some(ExerciseId::parse(slug).map_err(|_| Reason::UnknownWord(Column::Slug))?),
    };
    let source = match cells.get(Column::Source) {
        "" => None,
        word => Some(App::of_key(word).ok_or(Reason::UnknownWord(Column::Source))?),
    };
    let pain = marks.number(Column::Pain, cells.get(Column::Pain), f64::from(PainScore::MAX.get()))?;
    let sharp = cells.yes(Column::Sharp)?.unwrap_or_default();
    let number = marks.number(Column::Place, cells.get(Column::Place), 1e6)?.unwrap_or(0.0) as u32;
    let place = Place {
        key,
        lasted: cells.lasted(),
        workout_note: cells.get(Column::WorkoutNotes),
        slug,
        number,
        pain: Pain::said(pain.map(|pain| PainScore::saturating(pain as i64)), sharp),
        source,
        ..Place::new(at, workout, exercise)
    };
    let note = cells.get(Column::Notes);
    if cells.get(Column::Kind) == NOTE {
        return Ok(Row::Of(place, What::Note(note)));
    }
    if exercise.is_empty() {
        return Err(Reason::NoExercise);
    }
    let kind = choice(&KINDS, cells, Column::Kind)?;
    let side = choice(&SIDES, cells, Column::Side)?;
    let stop = match cells.get(Column::Stop) {
        "" => None,
        _ => Some(choice(&STOPS, cells, Column::Stop)?),
    };
    let mut set = cells.set(marks)?;
    set.kind = kind;
    set.side = side;
    set.stop = stop;
    set.confirmed = cells.yes(Column::Confirmed)?.unwrap_or(set.rir.is_some());
    Ok(Row::Of(place, What::Set(set, note)))
}
