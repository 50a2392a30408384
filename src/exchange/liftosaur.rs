//! Liftosaur's history: a row a set, the start in UTC on each, the exercise with what it is done with behind a
//! comma. What was required and not done is no set.

use super::cells::{Cells, Marks};
use super::foreign::{App, Place, Row, What};
use super::format::{Format, as_it_is};
use super::refusal::{Column, Reason};
use super::stamp;
use crate::domain::training::SetKind;

/// Liftosaur's table.
pub(super) static FORMAT: Format = Format {
    app: App::Liftosaur,
    names: &[
        ("workout datetime", Column::Date),
        ("day name", Column::Workout),
        ("exercise", Column::Exercise),
        ("is warmup set", Column::WarmUp),
        ("completed reps", Column::Reps),
        ("completed rpe", Column::Rpe),
        ("completed weight value", Column::Weight),
        ("completed weight unit", Column::WeightUnit),
        ("notes", Column::Notes),
    ],
    needed: &[Column::Date, Column::Workout, Column::Exercise, Column::Weight, Column::Reps],
    read,
    mend: as_it_is,
};

fn read<'a>(cells: &Cells<'a>, marks: &mut Marks) -> Result<Row<'a>, Reason> {
    let at = stamp::zoned(cells.get(Column::Date), cells.zone).ok_or(Reason::Date)?;
    let (workout, exercise) = (cells.name(Column::Workout)?, cells.name(Column::Exercise)?);
    if exercise.is_empty() {
        return Err(Reason::NoExercise);
    }
    let mut set = cells.set(marks)?;
    if cells.yes(Column::WarmUp)? == Some(true) {
        set.kind = SetKind::WarmUp;
    }
    Ok(Row::Of(Place::new(at, workout, exercise), What::Set(set, cells.get(Column::Notes))))
}
