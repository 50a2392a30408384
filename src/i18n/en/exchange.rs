//! The words of other apps' files: what is wrong with one, and with a row.

use crate::exchange::{App, Column, FileError, ImportError, Reason, Refused, Taken, TextError};
use crate::i18n::full_day;

/// Nothing chosen.
pub const CHOOSE: &str = "Choose…";
/// Asks the unit of distances.
pub const DISTANCE: &str = "Its distances are in";
/// The units of distances.
pub const DISTANCES: [&str; 2] = ["km", "miles"];

/// Heads the list of what came before.
pub const TAKEN: &str = "Taken in before";
/// Says what taking back does.
pub const TAKEN_TEXT: &str = "Taking back removes these sessions, changed here or not, and what you said of their names. Nothing else.";
/// Takes an app's sessions out again.
pub const TAKE_BACK: &str = "Take back";

/// Takes an app's sessions out again, said in full.
pub fn take_back(of: App) -> String {
    format!("{TAKE_BACK} what came from {}", app(of))
}

/// What of an app is in the log.
pub fn taken(taken: &Taken) -> String {
    let first = full_day(taken.first);
    let days = if taken.first == taken.last { first } else { format!("{first} to {}", full_day(taken.last)) };
    format!("{}: {}, {days}", app(taken.app), super::history::count(taken.sessions))
}

/// Heads the rows of a file that are left out.
pub fn left_out(file: &str) -> String {
    format!("Rows that are left out of {file}")
}

/// Rows that are left out and not shown.
pub fn more_refused(more: usize) -> String {
    format!("and {more} more")
}

/// What is wrong with a file.
pub fn file_error(error: &FileError) -> String {
    match error {
        FileError::Text(TextError::Empty) => "The file is empty.".to_owned(),
        FileError::Text(TextError::TooLarge { .. }) => super::data::TOO_LARGE.to_owned(),
        FileError::Text(TextError::NotText) => "This is not a text file.".to_owned(),
        FileError::Unknown => format!("This is not an export that Legwork knows. It reads those of {APPS}."),
        FileError::Json => {
            "This is a JSON file. One that Legwork saved is restored under Your data.".to_owned()
        }
        FileError::MissingColumn { app: which, column: missing } => {
            format!(
                "This looks like {}, but the column for the {} is missing.",
                app(*which),
                column(*missing)
            )
        }
        FileError::NoRows => "The file has a heading and no sets below it.".to_owned(),
        FileError::TooManyRows { max } => format!("The file has more than {max} rows."),
        FileError::Damaged { line } => format!("The file cannot be read from line {line} on."),
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
        Reason::UnknownWord(which) => format!("the word for the {} is not known", column(which)),
        Reason::NothingDone => "neither reps nor time".to_owned(),
        Reason::TooManyNames => "too many different exercises".to_owned(),
    };
    format!("Line {}: {why}", row.line)
}

/// The apps whose files are read.
pub const APPS: &str =
    "Strong, Hevy, FitNotes, Liftosaur, LiftLog, Fitbod, Alpha Progression and its own tables";

/// An app.
pub const fn app(app: App) -> &'static str {
    match app {
        App::Strong => "Strong",
        App::Hevy => "Hevy",
        App::FitNotes => "FitNotes",
        App::Liftosaur => "Liftosaur",
        App::LiftLog => "LiftLog",
        App::Fitbod => "Fitbod",
        App::AlphaProgression => "Alpha Progression",
        App::Legwork => "Legwork",
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
        Column::End => "start or end",
        Column::Kind => "kind of set",
        Column::SessionId => "session",
        Column::Category => "category",
        Column::WarmUp => "warm-up",
        Column::Sets => "sets",
        Column::Rir => "RIR",
        Column::Confirmed => "confirmed RIR",
        Column::Side => "side",
        Column::Stop => "end of the set",
        Column::Place => "place",
        Column::Slug => "slug",
        Column::Pain => "pain",
        Column::Sharp => "sharp pain",
        Column::Source => "app it came from",
    }
}
