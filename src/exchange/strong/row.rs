//! One row of Strong's export as a set, a note or a rest, or the reason why it is none; it does not know the
//! rows around it.

use super::header::{self, Header};
use crate::domain::calendar::Day;
use crate::domain::training::SetKind;
use crate::domain::units::{Reps, Rir, Seconds};
use crate::exchange::foreign::{ForeignDone, ForeignSet, Place, Row, What};
use crate::exchange::number;
use crate::exchange::refusal::{Column, Reason};
use crate::exchange::spelling::fold;
use csv::StringRecord;

/// No app writes a longer cell.
const CELL_MAX: usize = 10_000;
/// No app writes a longer name.
const NAME_MAX: usize = 400;

/// The decimal marks the number columns have shown so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks([Option<u8>; 5]);

/// What stands for the place of a set.
enum Order {
    Set(SetKind, Option<Rir>),
    Note,
    Rest,
}

/// Whether a row has a cell for every column, and nothing but blanks beyond.
pub(super) fn fits(cells: &StringRecord, header: &Header) -> bool {
    cells.len() >= header.width && cells.iter().skip(header.width).all(|cell| cell.trim().is_empty())
}

/// Whether a row of several lines can be one row: its cells fit, and lines end in remarks only.
pub(super) fn whole(cells: &StringRecord, header: &Header) -> bool {
    let remark =
        |at| [Column::Notes, Column::WorkoutNotes].iter().any(|column| header.place(*column) == Some(at));
    fits(cells, header) && cells.iter().enumerate().all(|(at, cell)| remark(at) || !cell.contains('\n'))
}

/// Reads a row.
pub(super) fn read<'a>(
    cells: &'a StringRecord,
    line: u32,
    header: &Header,
    marks: &mut Marks,
) -> Result<Row<'a>, Reason> {
    if !fits(cells, header) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        return Err(Reason::Cells { found: count(cells.len()), wanted: count(header.width) });
    }
    for cell in cells {
        if cell.len() > CELL_MAX {
            return Err(Reason::TooLong);
        }
        if cell.bytes().any(|b| b.is_ascii_control() && b != b'\n' && b != b'\t') {
            return Err(Reason::Control);
        }
    }
    let cell = |column| header.place(column).and_then(|at| cells.get(at)).map_or("", str::trim);
    let order = order(cell(Column::SetOrder))?;
    if matches!(order, Order::Rest) {
        return Ok(Row::Rest);
    }
    let (day, second) = start(cell(Column::Date)).ok_or(Reason::Date)?;
    let (workout, exercise) = (cell(Column::Workout), cell(Column::Exercise));
    if workout.len() > NAME_MAX || exercise.len() > NAME_MAX {
        return Err(Reason::TooLong);
    }
    let lasted = if header.duration_in_seconds { number::seconds } else { number::span };
    let place = Place {
        day,
        second,
        workout,
        lasted: lasted(cell(Column::Duration)),
        workout_note: cell(Column::WorkoutNotes),
        exercise,
    };
    let note = cell(Column::Notes);
    match order {
        Order::Set(..) if exercise.is_empty() => Err(Reason::NoExercise),
        Order::Set(kind, failure) => {
            let mut set = set(&cell, line, header, marks)?;
            set.kind = kind;
            set.rir = set.rir.or(failure);
            Ok(Row::Of(place, What::Set(set, note)))
        }
        Order::Note | Order::Rest => Ok(Row::Of(place, What::Note(note))),
    }
}

fn set<'a>(
    cell: &impl Fn(Column) -> &'a str,
    line: u32,
    header: &Header,
    marks: &mut Marks,
) -> Result<ForeignSet, Reason> {
    let Marks([weight_mark, reps_mark, rpe_mark, distance_mark, seconds_mark]) = marks;
    let number = |column, mark: &mut Option<u8>, max: f64| match number::decimal(cell(column), mark) {
        Ok(None) => Ok(0.0),
        Ok(Some(got)) if (0.0..=max).contains(&got) => Ok(got),
        Ok(Some(got)) => Err(Reason::OutOfRange { column, got }),
        Err(_) => Err(Reason::NotANumber(column)),
    };
    // The exact limits of loads and distances depend on units that may have to be asked.
    let weight = number(Column::Weight, weight_mark, 1e6)?;
    let distance = number(Column::Distance, distance_mark, 1e9)?;
    let reps = number(Column::Reps, reps_mark, f64::from(Reps::MAX.get()))?;
    let seconds = number(Column::Seconds, seconds_mark, f64::from(Seconds::MAX.get()))?;
    let rpe = number(Column::Rpe, rpe_mark, 10.0)?;
    let unit = match fold(cell(Column::WeightUnit)).as_str() {
        "" => header.weight,
        unit => Some(header::mass(unit).ok_or(Reason::UnknownUnit(Column::WeightUnit))?),
    };
    let distance_unit = match fold(cell(Column::DistanceUnit)).as_str() {
        "" => header.distance,
        unit => Some(header::distance(unit).ok_or(Reason::UnknownUnit(Column::DistanceUnit))?),
    };
    if reps.fract() != 0.0 {
        return Err(Reason::OutOfRange { column: Column::Reps, got: reps });
    }
    let done = if reps > 0.0 {
        ForeignDone::Reps(Reps::saturating(reps as i64))
    } else if seconds > 0.0 || distance > 0.0 {
        let seconds = Seconds::saturating(seconds.round() as i64);
        ForeignDone::Timed { seconds, distance, unit: distance_unit }
    } else {
        return Err(Reason::NothingDone);
    };
    // The scale begins at 1: a nought stands for "not stated", as it does in the columns beside it.
    let rir = if rpe > 0.0 { Rir::from_rpe(rpe).ok() } else { None };
    let set = ForeignSet { line, weight, unit, done, rir, kind: SetKind::Work };
    // What no answer could make a load or a distance is refused at once.
    set.load(unit)?;
    set.done(distance_unit)?;
    Ok(set)
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

/// The local day and second of a start: `2021-02-10 16:46:13`, with `T`, without seconds or without a time.
fn start(text: &str) -> Option<(Day, u32)> {
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, "00:00:00"));
    let mut second = 0;
    let mut parts = 0;
    for (part, limit) in time.split(':').zip([24, 60, 60, 0]) {
        let value: u32 = if part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) {
            part.parse().ok()?
        } else {
            return None;
        };
        if value >= limit {
            return None;
        }
        second = second * 60 + value;
        parts += 1;
    }
    match parts {
        2 => Some((Day::parse(day).ok()?, second * 60)),
        3 => Some((Day::parse(day).ok()?, second)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_are_local_iso_times() {
        let at = |text| start(text).map(|(day, second)| (day.to_string(), second));
        assert_eq!(at("2021-02-10 16:46:13"), Some(("2021-02-10".into(), 60_373)));
        assert_eq!(at("2021-02-10T16:46"), Some(("2021-02-10".into(), 60_360)));
        assert_eq!(at("2021-02-10"), Some(("2021-02-10".into(), 0)));
        for bad in [
            "",
            "10.02.2021",
            "2021-02-30 10:00:00",
            "2021-02-10 24:00:00",
            "2021-02-10 10:00:60",
            "2021-02-10 10",
            "2021-02-10 10:00:00:00",
            "2021-02-10 10:00:00Z",
            "2021-02-10 ",
            "2021-02-10 1:00:00",
        ] {
            assert_eq!(at(bad), None, "{bad}");
        }
    }
}
