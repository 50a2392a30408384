//! The words of other apps' files: what is wrong with one, and with a row.

use crate::exchange::strong::StrongError;
use crate::exchange::{Column, ImportError, Origin, Reason, Refused, TextError};

/// Nothing chosen.
pub const CHOOSE: &str = "Choose…";
/// Asks the unit of distances.
pub const DISTANCE: &str = "Its distances are in";
/// The units of distances.
pub const DISTANCES: [&str; 2] = ["km", "miles"];

/// What is wrong with a file.
pub fn strong_error(error: &StrongError) -> String {
    match error {
        StrongError::Text(TextError::Empty) => "The file is empty.".to_owned(),
        StrongError::Text(TextError::TooLarge { .. }) => super::data::TOO_LARGE.to_owned(),
        StrongError::Text(TextError::NotText) => "This is not a text file.".to_owned(),
        StrongError::NotStrong { looks_like: Some(origin) } => {
            format!("This is not an export of Strong; it looks like one of {}.", app(*origin))
        }
        StrongError::NotStrong { looks_like: None } => "This is not an export of Strong.".to_owned(),
        StrongError::MissingColumn(missing) => format!("The column for the {} is missing.", column(*missing)),
        StrongError::NoRows => "The file has a heading and no sets below it.".to_owned(),
        StrongError::TooManyRows { max } => format!("The file has more than {max} rows."),
        StrongError::Damaged { line } => format!("The file cannot be read from line {line} on."),
    }
}

/// Why nothing was taken in.
pub fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::WeightUnit | ImportError::DistanceUnit => super::data::UNITS_FIRST.to_owned(),
        ImportError::Name(name) | ImportError::NoSuchExercise(name) => {
            format!("Say what \u{201c}{name}\u{201d} is.")
        }
    }
}

/// A row that is left out.
pub fn refused(row: &Refused) -> String {
    let why = match row.reason {
        Reason::Cells { found, wanted } => format!("{found} cells instead of {wanted}"),
        Reason::Quote => "a quotation mark is never closed".to_owned(),
        Reason::TooLong => "a cell is too long".to_owned(),
        Reason::Control => "it holds a control character".to_owned(),
        Reason::Date => "the date cannot be read".to_owned(),
        Reason::NoExercise => "it names no exercise".to_owned(),
        Reason::SetOrder => "the place of the set cannot be read".to_owned(),
        Reason::NotANumber(which) => format!("the {} is no number", column(which)),
        Reason::OutOfRange { column: which, got } => {
            format!("the {} cannot be {}", column(which), crate::decimal::write_short(got, 2))
        }
        Reason::UnknownUnit(which) => format!("the unit of the {} is not known", column(which)),
        Reason::NothingDone => "neither reps nor time".to_owned(),
        Reason::TooManyNames => "too many different exercises".to_owned(),
    };
    format!("Line {}: {why}", row.line)
}

const fn app(origin: Origin) -> &'static str {
    match origin {
        Origin::Strong => "Strong",
        Origin::Hevy => "Hevy",
        Origin::FitNotes => "FitNotes",
        Origin::Liftosaur => "Liftosaur",
        Origin::LiftLog => "LiftLog",
        Origin::Fitbod => "Fitbod",
        Origin::AlphaProgression => "Alpha Progression",
        Origin::Json => "another kind (JSON)",
    }
}

const fn column(column: Column) -> &'static str {
    match column {
        Column::Date => "date",
        Column::Workout => "workout",
        Column::Duration => "duration",
        Column::Exercise => "exercise",
        Column::SetOrder => "set's place",
        Column::Weight | Column::WeightUnit => "weight",
        Column::Reps => "reps",
        Column::Rpe => "RPE",
        Column::Distance | Column::DistanceUnit => "distance",
        Column::Seconds => "seconds",
        Column::Notes => "notes",
        Column::WorkoutNotes => "workout's notes",
    }
}
