//! The cells of one row by the name of their column, and the set they make; it does not know the rows around
//! it, nor what each app means by its marks.

use super::foreign::{ForeignDone, ForeignSet};
use super::header::{self, Header};
use super::number;
use super::refusal::{Column, Reason};
use super::spelling::fold;
use super::stamp::{self, Zone};
use crate::domain::units::{Reps, Rir, Seconds};
use csv::StringRecord;

/// No app writes a longer cell.
const CELL_MAX: usize = 10_000;
/// No app writes a longer name.
const NAME_MAX: usize = 400;

/// The decimal marks the columns have shown so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks([Option<u8>; Column::COUNT]);

impl Marks {
    /// Reads a number of a column; blank is none, and it lies in 0 to `max`.
    pub fn number(&mut self, column: Column, text: &str, max: f64) -> Result<Option<f64>, Reason> {
        let mut none = None;
        let mark = self.0.get_mut(column as usize).unwrap_or(&mut none);
        match number::decimal(text, mark) {
            Ok(Some(got)) if !(0.0..=max).contains(&got) => Err(Reason::OutOfRange { column, got }),
            Ok(got) => Ok(got),
            Err(_) => Err(Reason::NotANumber(column)),
        }
    }
}

/// A row with its header.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub record: &'a StringRecord,
    pub header: &'a Header,
    /// The line it begins on.
    pub line: u32,
    /// The person's clock.
    pub zone: Zone,
}

/// Whether a row has a cell for every column, and nothing but blanks beyond.
pub(super) fn fits(record: &StringRecord, header: &Header) -> bool {
    record.len() >= header.width && record.iter().skip(header.width).all(|cell| cell.trim().is_empty())
}

/// Whether a row of several lines can be one row: its cells fit, and lines end in remarks only.
pub(super) fn whole(record: &StringRecord, header: &Header) -> bool {
    let remark =
        |at| [Column::Notes, Column::WorkoutNotes].iter().any(|column| header.place(*column) == Some(at));
    fits(record, header) && record.iter().enumerate().all(|(at, cell)| remark(at) || !cell.contains('\n'))
}

/// Whether a row has the cells its header asks for, and each can be read.
pub(super) fn readable(record: &StringRecord, header: &Header) -> Result<(), Reason> {
    if !fits(record, header) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        return Err(Reason::Cells { found: count(record.len()), wanted: count(header.width) });
    }
    sound(record)
}

/// Whether the cells of a row can be read at all.
pub(super) fn sound(record: &StringRecord) -> Result<(), Reason> {
    for cell in record {
        if cell.len() > CELL_MAX {
            return Err(Reason::TooLong);
        }
        if cell.bytes().any(|b| b.is_ascii_control() && b != b'\n' && b != b'\t') {
            return Err(Reason::Control);
        }
    }
    Ok(())
}

/// A name that is not longer than any app writes.
pub(super) fn name(text: &str) -> Result<&str, Reason> {
    if text.len() > NAME_MAX { Err(Reason::TooLong) } else { Ok(text) }
}

impl<'a> Cells<'a> {
    /// The cell of a column; empty where there is no such column.
    pub fn get(&self, column: Column) -> &'a str {
        self.header.place(column).map_or("", |at| self.at(at))
    }

    fn at(&self, at: usize) -> &'a str {
        self.record.get(at).map_or("", str::trim)
    }

    /// A name: of a session, of an exercise.
    pub fn name(&self, column: Column) -> Result<&'a str, Reason> {
        name(self.get(column))
    }

    /// How long the session took.
    pub fn lasted(&self) -> Option<Seconds> {
        let read = if self.header.duration_in_seconds { number::seconds } else { number::span };
        read(self.get(Column::Duration))
    }

    /// A yes or a no; none where the cell is blank.
    pub fn yes(&self, column: Column) -> Result<Option<bool>, Reason> {
        match fold(self.get(column)).as_str() {
            "" => Ok(None),
            "1" | "true" | "yes" => Ok(Some(true)),
            "0" | "false" | "no" => Ok(Some(false)),
            _ => Err(Reason::UnknownWord(column)),
        }
    }

    fn number(&self, column: Column, marks: &mut Marks, max: f64) -> Result<f64, Reason> {
        Ok(marks.number(column, self.get(column), max)?.unwrap_or(0.0))
    }

    /// The first cell of several columns that holds something, and the unit its column names.
    fn first<U: Copy>(&self, columns: &[(usize, Option<U>)]) -> (&'a str, Option<U>) {
        let found = columns.iter().find(|(at, _)| !matches!(self.at(*at), "" | "-"));
        found.or(columns.first()).map_or(("", None), |(at, unit)| (self.at(*at), *unit))
    }

    /// The set of the row: weight, work and effort, each with its unit where the file names one.
    pub fn set(&self, marks: &mut Marks) -> Result<ForeignSet, Reason> {
        // The exact limits of loads and distances depend on units that may have to be asked.
        let (weight, unit) = self.first(&self.header.weights);
        let weight = marks.number(Column::Weight, weight, 1e6)?.unwrap_or(0.0);
        let unit = match fold(self.get(Column::WeightUnit)).as_str() {
            "" | "nil" => unit,
            word => Some(header::mass(word).ok_or(Reason::UnknownUnit(Column::WeightUnit))?),
        };
        let (distance, distance_unit) = self.first(&self.header.distances);
        let distance = marks.number(Column::Distance, distance, 1e9)?.unwrap_or(0.0);
        let reps = self.number(Column::Reps, marks, f64::from(Reps::MAX.get()))?;
        let seconds = self.seconds(marks)?;
        let distance_unit = match fold(self.get(Column::DistanceUnit)).as_str() {
            "" => distance_unit,
            word => Some(header::distance(word).ok_or(Reason::UnknownUnit(Column::DistanceUnit))?),
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
        let mut set = ForeignSet::new(self.line, weight, unit, done);
        set.rir = self.effort(marks)?;
        set.confirmed = set.rir.is_some();
        // What no answer could make a load or a distance is refused at once.
        set.load(unit)?;
        set.done(distance_unit)?;
        Ok(set)
    }

    /// Seconds, as a number or as `0:45`, `1:02:03`.
    fn seconds(&self, marks: &mut Marks) -> Result<f64, Reason> {
        let text = self.get(Column::Seconds);
        if !text.contains(':') {
            return self.number(Column::Seconds, marks, f64::from(Seconds::MAX.get()));
        }
        let short = text.bytes().filter(|byte| *byte == b':').count() == 1;
        let seconds = if short { stamp::clock(&format!("0:{text:0>5}"), 1) } else { stamp::clock(text, 1) };
        seconds.map(f64::from).ok_or(Reason::NotANumber(Column::Seconds))
    }

    fn effort(&self, marks: &mut Marks) -> Result<Option<Rir>, Reason> {
        if let Some(rir) = marks.number(Column::Rir, self.get(Column::Rir), 100.0)? {
            return Ok(Some(Rir::from_f64(rir).unwrap_or(Rir::MAX)));
        }
        let rpe = self.number(Column::Rpe, marks, 10.0)?;
        // The scale begins at 1: a nought stands for "not stated", as it does in the columns beside it.
        Ok(if rpe > 0.0 { Rir::from_rpe(rpe).ok() } else { None })
    }
}
