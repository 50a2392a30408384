//! Hevy's export: newest session first, days with the month as a word, remarks of several lines, a blank weight
//! for one's own body. Supersets are not kept: a set belongs to its exercise.

use super::cells::{Cells, Marks};
use super::foreign::{App, Place, Row, What};
use super::format::{Format, as_it_is};
use super::refusal::{Column, Reason};
use super::spelling::fold;
use super::stamp::{self, Stamp};
use crate::domain::training::SetKind;
use crate::domain::units::{Rir, Seconds};

/// Hevy's table.
pub(super) static FORMAT: Format = Format {
    app: App::Hevy,
    names: &[
        ("title", Column::Workout),
        ("start time", Column::Date),
        ("end time", Column::End),
        ("description", Column::WorkoutNotes),
        ("exercise title", Column::Exercise),
        ("exercise notes", Column::Notes),
        ("set type", Column::Kind),
        ("weight", Column::Weight),
        ("reps", Column::Reps),
        ("distance", Column::Distance),
        ("duration seconds", Column::Seconds),
        ("rpe", Column::Rpe),
    ],
    needed: &[Column::Workout, Column::Date, Column::Exercise, Column::Weight, Column::Reps],
    read,
    mend: as_it_is,
};

fn read<'a>(cells: &Cells<'a>, marks: &mut Marks) -> Result<Row<'a>, Reason> {
    let at = stamp_of(cells.get(Column::Date)).ok_or(Reason::Date)?;
    let (workout, exercise) = (cells.name(Column::Workout)?, cells.name(Column::Exercise)?);
    if exercise.is_empty() {
        return Err(Reason::NoExercise);
    }
    let lasted = stamp_of(cells.get(Column::End)).and_then(|end| sensible(end.local() - at.local()));
    let place =
        Place { lasted, workout_note: cells.get(Column::WorkoutNotes), ..Place::new(at, workout, exercise) };
    let (kind, failure) = match fold(cells.get(Column::Kind)).as_str() {
        "normal" | "" => (SetKind::Work, None),
        "warmup" | "warm up" => (SetKind::WarmUp, None),
        "dropset" | "drop set" | "drop" => (SetKind::Drop, None),
        // The person said that no rep was left.
        "failure" => (SetKind::Work, Some(Rir::ZERO)),
        _ => return Err(Reason::UnknownWord(Column::Kind)),
    };
    let mut set = cells.set(marks)?;
    set.kind = kind;
    set.say(set.rir.or(failure));
    Ok(Row::Of(place, What::Set(set, cells.get(Column::Notes))))
}

fn stamp_of(text: &str) -> Option<Stamp> {
    stamp::spoken(text).or_else(|| stamp::local(text))
}

/// A session longer than this was not trained through: nobody pressed "finish".
const LONGEST: i64 = 12 * 3600;

fn sensible(seconds: i64) -> Option<Seconds> {
    if (1..=LONGEST).contains(&seconds) { Some(Seconds::saturating(seconds)) } else { None }
}
