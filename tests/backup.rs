//! When a file outside the browser is due.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod sessions;

use legwork::domain::backup::{due, unsaved};
use legwork::domain::calendar::Day;
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

#[test]
fn what_came_after_the_day_of_the_last_file_is_in_none() {
    let log = log(12);
    assert_eq!(unsaved(&log, None), 12);
    assert_eq!(unsaved(&log, Some(today().plus(-5))), 5);
    assert_eq!(unsaved(&log, Some(today())), 0);
}

#[test]
fn a_first_file_is_offered_at_the_second_session_and_another_after_eight() {
    assert_eq!((due(&log(1), None), due(&log(2), None)), (None, Some(2)));
    let last = Some(today().plus(-8));
    assert_eq!((due(&log(7), last), due(&log(9), last)), (None, Some(8)));
    assert_eq!(due(&log(30), Some(today().plus(-7))), None);
}
