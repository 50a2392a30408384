//! Why a row of a foreign file was not taken over, as data; the sentence for it lives in `i18n`.

/// A column of a workout log, whatever the file calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum Column {
    Date,
    Workout,
    Duration,
    Exercise,
    SetOrder,
    Weight,
    WeightUnit,
    Reps,
    Rpe,
    Distance,
    DistanceUnit,
    Seconds,
    Notes,
    WorkoutNotes,
}

/// A row that was not taken over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Refused {
    /// The line of the file it begins on; the header is line 1.
    pub line: u32,
    /// Why.
    pub reason: Reason,
}

/// Why a row was not taken over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// It has more or fewer cells than the header: cut off, or a stray delimiter.
    Cells {
        /// Cells of the row.
        found: u32,
        /// Cells of the header.
        wanted: u32,
    },
    /// A quotation mark is never closed.
    Quote,
    /// A cell is longer than any app writes.
    TooLong,
    /// A control character stands in it.
    Control,
    /// The date is none.
    Date,
    /// It names no exercise.
    NoExercise,
    /// What stands for the place of the set is neither a number nor a mark that is known.
    SetOrder,
    /// A cell that must hold a number does not.
    NotANumber(Column),
    /// A number no set can have.
    OutOfRange {
        /// Whose.
        column: Column,
        /// The number.
        got: f64,
    },
    /// A unit that is not known.
    UnknownUnit(Column),
    /// Neither reps nor time nor distance.
    NothingDone,
    /// More different exercises than a person has: the file is not what it seems.
    TooManyNames,
}
