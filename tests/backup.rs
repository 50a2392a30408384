//! When a file outside the browser is due.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod sessions;

use legwork::domain::backup::{due, unsaved};
use legwork::domain::calendar::Day;
use legwork::domain::settings::Settings;
use legwork::domain::training::TrainingLog;
use sessions::session;

fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

/// A session on each of so many days up to today.
fn log(days: i64) -> TrainingLog {
    let mut log = TrainingLog::default();
    for back in 0..days {
        log.record(session(today().plus(-back), Vec::new()));
    }
    log
}

/// The last file: its day, and how many sessions it holds where that is known.
fn file(day: Day, sessions: Option<u32>) -> Settings {
    Settings { exported_on: Some(day), exported_sessions: sessions, ..Settings::default() }
}

#[test]
fn what_came_after_the_day_of_the_last_file_is_in_none() {
    let log = log(12);
    assert_eq!(unsaved(&log, &Settings::default()), 12);
    assert_eq!(unsaved(&log, &file(today().plus(-5), None)), 5);
    assert_eq!(unsaved(&log, &file(today(), None)), 0);
    assert_eq!(unsaved(&log, &file(today(), Some(12))), 0);
}

#[test]
fn sessions_of_days_before_the_last_file_count_where_it_cannot_hold_them() {
    // Imported, or added by hand for past days: the file of today holds four of the twelve.
    assert_eq!(unsaved(&log(12), &file(today(), Some(4))), 8);
    assert_eq!(due(&log(12), &file(today(), Some(4))), Some(8));
    assert_eq!(due(&log(11), &file(today(), Some(4))), None);
    // Old years went out of the log since: what is later still counts.
    assert_eq!(unsaved(&log(12), &file(today().plus(-9), Some(500))), 9);
}

#[test]
fn a_first_file_is_offered_at_the_second_session_and_another_after_eight() {
    let none = Settings::default();
    assert_eq!((due(&log(1), &none), due(&log(2), &none)), (None, Some(2)));
    let last = file(today().plus(-8), None);
    assert_eq!((due(&log(7), &last), due(&log(9), &last)), (None, Some(8)));
    assert_eq!(due(&log(30), &file(today().plus(-7), None)), None);
}
