//! Fitbod's exports. In the older one a row stands for several equal sets, and weights name no unit; in the one of
//! today a row is a set. What today's calls a multiplier says how often the weight counts in the app's own volume (two
//! dumbbells); loads are per hand here, so it is not read.

use super::cells::{Cells, Marks};
use super::foreign::{App, Place, Row, What};
use super::format::{Format, as_it_is};
use super::refusal::{Column, Reason};
use super::stamp;
use crate::domain::training::SetKind;

/// Fitbod's table.
pub(super) static FORMAT: Format = Format {
    app: App::Fitbod,
    names: &[
        ("date", Column::Date),
        ("exercise", Column::Exercise),
        ("sets", Column::Sets),
        ("reps", Column::Reps),
        ("weight", Column::Weight),
        ("duration", Column::Seconds),
        ("distance", Column::Distance),
        ("iswarmup", Column::WarmUp),
        ("note", Column::Notes),
    ],
    needed: &[Column::Date, Column::Exercise, Column::Reps, Column::Weight, Column::WarmUp],
    read,
    mend: as_it_is,
};

/// More equal sets of one exercise than this are a typo.
const SETS_MAX: f64 = 50.0;

fn read<'a>(cells: &Cells<'a>, marks: &mut Marks) -> Result<Row<'a>, Reason> {
    let at = stamp::zoned(cells.get(Column::Date), cells.zone).ok_or(Reason::Date)?;
    let exercise = cells.name(Column::Exercise)?;
    if exercise.is_empty() {
        return Err(Reason::NoExercise);
    }
    let times = times(cells, marks)?;
    let mut set = cells.set(marks)?;
    set.times = times;
    if cells.yes(Column::WarmUp)? == Some(true) {
        set.kind = SetKind::WarmUp;
    }
    Ok(Row::Of(Place::new(at, "", exercise), What::Set(set, cells.get(Column::Notes))))
}

/// How many sets the row stands for.
fn times(cells: &Cells<'_>, marks: &mut Marks) -> Result<u32, Reason> {
    if cells.header.place(Column::Sets).is_none() {
        return Ok(1);
    }
    let count = marks.number(Column::Sets, cells.get(Column::Sets), SETS_MAX)?.unwrap_or(0.0);
    if count.fract() != 0.0 {
        return Err(Reason::OutOfRange { column: Column::Sets, got: count });
    }
    if count < 1.0 { Err(Reason::NothingDone) } else { Ok(count as u32) }
}
