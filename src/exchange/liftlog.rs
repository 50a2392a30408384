//! LiftLog's plain export: a row a set with the moment of that set, newest first; the id of the session holds
//! its sets together.

use super::cells::{Cells, Marks, name};
use super::foreign::{App, Place, Row, What};
use super::format::{Format, as_it_is};
use super::refusal::{Column, Reason};
use super::stamp;

/// LiftLog's table.
pub(super) static FORMAT: Format = Format {
    app: App::LiftLog,
    names: &[
        ("sessionid", Column::SessionId),
        ("timestamp", Column::Date),
        ("exercise", Column::Exercise),
        ("weight", Column::Weight),
        ("weightunit", Column::WeightUnit),
        ("reps", Column::Reps),
        ("notes", Column::Notes),
    ],
    needed: &[Column::SessionId, Column::Date, Column::Exercise, Column::Weight, Column::Reps],
    read,
    mend: as_it_is,
};

fn read<'a>(cells: &Cells<'a>, marks: &mut Marks) -> Result<Row<'a>, Reason> {
    let at = stamp::zoned(cells.get(Column::Date), cells.zone).ok_or(Reason::Date)?;
    let (key, exercise) = (name(cells.get(Column::SessionId))?, cells.name(Column::Exercise)?);
    if exercise.is_empty() {
        return Err(Reason::NoExercise);
    }
    let set = cells.set(marks)?;
    let place = Place { key, ..Place::new(at, "", exercise) };
    Ok(Row::Of(place, What::Set(set, cells.get(Column::Notes))))
}
