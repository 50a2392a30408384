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
    /// When the session ended.
    End,
    /// What kind of set it was, as a word.
    Kind,
    /// The file's own id of the session.
    SessionId,
    /// The part of the body, or another drawer the app keeps exercises in.
    Category,
    /// Whether it was a warm-up.
    WarmUp,
    /// How many equal sets the row stands for.
    Sets,
    Rir,
    /// Whether the person stated the effort.
    Confirmed,
    Side,
    /// What ended the set.
    Stop,
    /// The place of the exercise in its session.
    Place,
    /// The exercise by its slug here.
    Slug,
    Pain,
    Sharp,
    /// The app a session first came from.
    Source,
}

impl Column {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Source as usize + 1;
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
    /// A word that is none of those the column knows.
    UnknownWord(Column),
    /// Neither reps nor time nor distance.
    NothingDone,
    /// More different exercises than a person has: the file is not what it seems.
    TooManyNames,
}
