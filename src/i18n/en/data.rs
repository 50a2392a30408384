//! The words of export, import, restore and erase.

use super::count::many;
use crate::archive::{ArchiveError, Preview};
use crate::domain::settings::MassUnit;
use crate::domain::training::NOTE_MAX;
use crate::exchange;
use crate::i18n::full_day;

#[allow(missing_docs)]
mod plain {
    pub const TITLE: &str = "Your data";
    pub const EXPORT: &str = "Export";
    pub const EXPORT_TEXT: &str = "Everything in one file. It is the only copy outside this browser: keep it somewhere else. A private window forgets everything when it is closed.";
    pub const EXPORT_DO: &str = "Save everything as a file";
    /// To another app or place, by the system's own sharing.
    pub const SHARE_DO: &str = "Send everything as a file";
    pub const TABLES_TEXT: &str = "Or every set as a table: for a spreadsheet, or in the shape of Strong's file, which other apps take in.";
    /// Saves the table of sets.
    pub const TABLE_DO: &str = "Table of sets (CSV)";
    /// Saves the log in the shape of Strong's export.
    pub const STRONG_DO: &str = "For another app (Strong CSV)";
    pub const NEVER: &str = "No backup yet.";
    pub const RESTORE: &str = "Restore";
    pub const RESTORE_TEXT: &str = "From a file that Legwork saved. You see what would change first.";
    pub const PICK: &str = "Choose a file";
    pub const MERGE: &str = "Add to what is here";
    pub const REPLACE: &str = "Replace what is here";
    /// Said of a file of old years.
    pub const ONLY_ADDED: &str =
        "The file has no profile, so it cannot replace what is here: it can be added.";
    pub const CANCEL: &str = "Cancel";
    pub const IMPORT: &str = "Import from another app";
    /// Opens the page for it.
    pub const IMPORT_OPEN: &str = "Choose a file from another app";
    pub const IMPORT_TEXT: &str = "Strong, Hevy, FitNotes, Liftosaur, LiftLog, Fitbod and Alpha Progression export their log as a file. Choose it here: which app it is from shows by itself. Nothing is sent anywhere.";
    pub const IMPORT_DO: &str = "Take these sessions in";
    pub const IMPORT_UNIT: &str = "The file does not say its unit. Its weights are in";
    pub const NAMES: &str = "What are these?";
    pub const NAMES_TEXT: &str =
        "Sorted already; mend what is wrong. Other work is kept as history without leg credit.";
    pub const OTHER: &str = "Other, no leg credit";
    pub const ERASE: &str = "Erase";
    pub const ERASE_TEXT: &str =
        "Removes everything of Legwork from this browser. There is no way back but a file.";
    pub const ERASE_DO: &str = "Erase everything";
    pub const ERASE_SURE: &str = "Yes, erase everything";
    pub const READING: &str = "Reading";
    pub const UNREADABLE: &str = "The browser could not read the file.";
    pub const STOPPED: &str = "Stopped. Nothing has changed.";
    pub const NOT_TAKEN: &str = "It could not be taken in. Nothing has changed.";
    pub const UNITS_FIRST: &str = "Choose the unit first.";
}
pub use plain::*;

/// What is wrong with a file for a restore.
pub fn archive_error(error: &ArchiveError) -> String {
    match error {
        ArchiveError::Empty => "The file is empty.".to_owned(),
        ArchiveError::TooLarge => TOO_LARGE.to_owned(),
        ArchiveError::NotLegwork => "This is not a file that Legwork saved.".to_owned(),
        ArchiveError::TooNew(_) => {
            "A newer Legwork saved this file. Reload to update, then try again.".to_owned()
        }
        ArchiveError::Damaged => "The file is cut off or was changed since it was saved.".to_owned(),
        ArchiveError::Malformed { path, .. } => {
            format!("The file says something impossible in \u{201c}{path}\u{201d}.")
        }
    }
}

/// What is wrong, with the name of the file it is wrong with.
pub fn of_file(name: &str, what: &str) -> String {
    format!("{name}: {what}")
}

/// Over 32 MB.
pub const TOO_LARGE: &str = "The file is larger than 32 MB.";

/// What a restore would change.
pub fn preview(preview: &Preview) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{}, {} changed, {} the same",
            many(preview.sessions_new, "new session"),
            preview.sessions_changed,
            preview.sessions_same
        ),
        format!(
            "{}, {} of weight and sleep, {} of food",
            many(preview.plans, "plan"),
            many(preview.body_days, "day"),
            many(preview.food_days, "day")
        ),
    ];
    if !preview.replaces {
        lines.push(ONLY_ADDED.to_owned());
        return lines;
    }
    let here = &preview.only_here;
    let counts = [
        (here.sessions, "session", ""),
        (here.plans, "plan", ""),
        (here.exercises, "own exercise", ""),
        (here.body_days, "day", " of weight and sleep"),
        (here.girth_days, "day", " of girths"),
        (here.mornings, "morning", ""),
        (here.food_days, "day", " of food"),
        (here.trials, "calibration set", ""),
        (usize::from(here.running), "running session", ""),
        (usize::from(here.profile), "profile", " that is another there"),
    ];
    let removed = counts.iter().filter(|(count, ..)| *count > 0);
    let removed: Vec<String> = removed.map(|(count, thing, of)| many(*count, thing) + of).collect();
    if !removed.is_empty() {
        lines.push(format!("Only here and removed by replacing: {}", removed.join(", ")));
    }
    lines
}

/// When the last backup was made.
pub fn backup(day: Option<crate::domain::calendar::Day>) -> String {
    day.map_or_else(|| NEVER.to_owned(), |day| format!("Last backup: {}", full_day(day)))
}

/// What an import holds.
pub fn import_preview(preview: &exchange::Preview) -> Vec<String> {
    let mut lines = vec![
        format!("A file of {}", super::exchange::app(preview.app)),
        format!(
            "{}: {}, {}, {}, {}, {} left out",
            many(preview.rows, "row"),
            many(preview.sets, "set"),
            many(preview.warm_ups, "warm-up"),
            many(preview.rest_rows, "rest"),
            many(preview.note_rows, "note"),
            preview.refused.len()
        ),
        format!("{}, {} for the legs", many(preview.sessions, "session"), many(preview.leg_sets, "set")),
    ];
    if preview.repeats > 0 {
        lines.push(format!("{} of the sets stand in one row with the set before", preview.repeats));
    }
    if preview.notes_cut > 0 {
        let cut = many(preview.notes_cut, "remark");
        lines.push(format!("{cut} over {NOTE_MAX} characters: the rest is left out"));
    }
    if let (Some(first), Some(last)) = (preview.first, preview.last) {
        lines.push(format!("{} to {}", full_day(first), full_day(last)));
    }
    lines
}

/// A unit.
pub const fn unit(unit: MassUnit) -> &'static str {
    match unit {
        MassUnit::Kilograms => "kg",
        MassUnit::Pounds => "lb",
    }
}
