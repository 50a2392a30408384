//! When a file outside the browser is due: after so many sessions that none has. It writes no file.

use super::calendar::Day;
use super::settings::Settings;
use super::training::TrainingLog;

/// Sessions that may be in no file before one is offered: two to three weeks of training. [our choice]
const SESSIONS: usize = 8;
/// Where there is no file at all: the second session is worth one.
const FIRST: usize = 2;

/// Whole years that stay beside this one where old ones go into a file. [our choice]
const YEARS_KEPT: i32 = 1;

/// The year before which sessions may go into a file and out of the log; none where there are none that old.
///
/// ```
/// use legwork::domain::{backup::archive_year, calendar::Day};
/// let day = |text| Day::parse(text).unwrap();
/// let today = day("2026-11-21");
/// assert_eq!(archive_year(Some(day("2024-12-31")), today), Some(2025));
/// assert_eq!((archive_year(Some(day("2025-01-01")), today), archive_year(None, today)), (None, None));
/// ```
pub fn archive_year(first: Option<Day>, today: Day) -> Option<i32> {
    let year = today.year() - YEARS_KEPT;
    first.filter(|first| first.year() < year).map(|_| year)
}

/// How many sessions are in no file, at least. What was recorded on the day of the last file may be in it.
///
/// ```
/// use legwork::domain::{backup::unsaved, settings::Settings, training::TrainingLog};
/// assert_eq!(unsaved(&TrainingLog::default(), &Settings::default()), 0);
/// ```
pub fn unsaved(log: &TrainingLog, settings: &Settings) -> usize {
    let file = settings.exported_on;
    let later = log.sessions().filter(|session| file.is_none_or(|day| session.day > day)).count();
    // Those of days before the file, imported or added by hand, show only in how many there are.
    let held = settings.exported_sessions.and_then(|count| usize::try_from(count).ok());
    later.max(held.map_or(0, |held| log.len().saturating_sub(held)))
}

/// How many sessions are in no file, where that is reason enough to offer one.
///
/// ```
/// use legwork::domain::{backup::due, calendar::{Day, Now}, settings::Settings};
/// let today = Day::parse("2026-11-21").unwrap();
/// let book = legwork::domain::example::logbook(Now { day: today, millis: 1_795_240_000_000, offset_minutes: 0 });
/// assert!(due(&book.log, &Settings::default()).is_some());
/// assert_eq!(due(&book.log, &Settings { exported_on: Some(today), ..Settings::default() }), None);
/// ```
pub fn due(log: &TrainingLog, settings: &Settings) -> Option<usize> {
    let count = unsaved(log, settings);
    (count >= if settings.exported_on.is_some() { SESSIONS } else { FIRST }).then_some(count)
}
