//! Strong's export in all its header variants; what its rows become is the business of the files beside it.

use super::cells::{Cells, Marks};
use super::foreign::{App, Place, Row, What};
use super::format::Format;
use super::refusal::{Column, Reason};
use super::sheet;
use super::spelling::fold;
use super::stamp;
use crate::domain::training::SetKind;
use crate::domain::units::Rir;

/// Strong's table.
pub(super) static FORMAT: Format = Format {
    app: App::Strong,
    names: &[
        ("date", Column::Date),
        ("datum", Column::Date),
        ("workout name", Column::Workout),
        ("nom de l entrainement", Column::Workout),
        ("duration", Column::Duration),
        ("workout duration", Column::Duration),
        ("dauer", Column::Duration),
        ("duree", Column::Duration),
        ("exercise name", Column::Exercise),
        ("name der ubung", Column::Exercise),
        ("nom de l exercice", Column::Exercise),
        ("set order", Column::SetOrder),
        ("reihenfolge festlegen", Column::SetOrder),
        ("ordre de la serie", Column::SetOrder),
        ("weight", Column::Weight),
        ("gewicht", Column::Weight),
        ("poids", Column::Weight),
        ("weight unit", Column::WeightUnit),
        ("reps", Column::Reps),
        ("wiederh", Column::Reps),
        ("rpe", Column::Rpe),
        ("distance", Column::Distance),
        ("entfernung", Column::Distance),
        ("distance unit", Column::DistanceUnit),
        ("seconds", Column::Seconds),
        ("sekunden", Column::Seconds),
        ("secondes", Column::Seconds),
        ("notes", Column::Notes),
        ("notizen", Column::Notes),
        ("workout notes", Column::WorkoutNotes),
        ("workout notizen", Column::WorkoutNotes),
        ("notes d entrainement", Column::WorkoutNotes),
        ("notes de l entrainement", Column::WorkoutNotes),
        ("workout note", Column::WorkoutNotes),
    ],
    needed: &[
        Column::Date,
        Column::Workout,
        Column::Exercise,
        Column::SetOrder,
        Column::Weight,
        Column::Reps,
    ],
    read,
    // What leaves here in this shape comes back as it was.
    mend: sheet::unarmed,
};

/// What stands for the place of a set.
enum Order {
    Set(SetKind, Option<Rir>),
    Note,
    Rest,
}

fn read<'a>(cells: &Cells<'a>, marks: &mut Marks) -> Result<Row<'a>, Reason> {
    let order = order(cells.get(Column::SetOrder))?;
    if matches!(order, Order::Rest) {
        return Ok(Row::Rest);
    }
    let at = stamp::local(cells.get(Column::Date)).ok_or(Reason::Date)?;
    let (workout, exercise) = (cells.name(Column::Workout)?, cells.name(Column::Exercise)?);
    let place = Place {
        lasted: cells.lasted(),
        workout_note: cells.get(Column::WorkoutNotes),
        ..Place::new(at, workout, exercise)
    };
    let note = cells.get(Column::Notes);
    match order {
        Order::Set(..) if exercise.is_empty() => Err(Reason::NoExercise),
        Order::Set(kind, failure) => {
            let mut set = cells.set(marks)?;
            set.kind = kind;
            set.say(set.rir.or(failure));
            Ok(Row::Of(place, What::Set(set, note)))
        }
        Order::Note | Order::Rest => Ok(Row::Of(place, What::Note(note))),
    }
}

fn order(text: &str) -> Result<Order, Reason> {
    if text.bytes().all(|b| b.is_ascii_digit()) && !text.is_empty() {
        return Ok(Order::Set(SetKind::Work, None));
    }
    match fold(text).as_str() {
        "w" | "warm up" | "warmup" => Ok(Order::Set(SetKind::WarmUp, None)),
        // The person said that no rep was left.
        "f" | "failure" => Ok(Order::Set(SetKind::Work, Some(Rir::ZERO))),
        "d" | "drop" | "drop set" | "dropset" => Ok(Order::Set(SetKind::Drop, None)),
        "note" | "notiz" => Ok(Order::Note),
        "rest timer" | "ruhezeit" | "minuteur de repos" | "temps de repos" | "repos" => Ok(Order::Rest),
        _ => Err(Reason::SetOrder),
    }
}
