//! Reviews that are due, and what became of fixes that were accepted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod sessions;

use chrono::Weekday;
use legwork::domain::anatomy::Muscle;
use legwork::domain::calendar::Day;
use legwork::domain::diagnosis::{
    Factor, Outcome, PastFinding, PastVerdict, Standing, Subject, Verdict, VerdictHistory, View, diagnose,
    is_review_due,
};
use legwork::domain::training::TrainingLog;
use sessions::session;

/// A Monday.
fn monday() -> Day {
    Day::parse("2026-11-23").unwrap()
}

fn trained_on(day: Day) -> TrainingLog {
    let mut log = TrainingLog::default();
    log.record(session(day, Vec::new()));
    log
}

#[test]
fn a_week_is_reviewed_until_its_review_is_put_away() {
    let log = trained_on(monday().plus(-3));
    let due = |put_away| is_review_due(&log, put_away, monday().plus(2), Weekday::Mon);
    assert_eq!((due(None), due(Some(monday().plus(-1)))), (true, true));
    assert_eq!((due(Some(monday())), due(Some(monday().plus(2)))), (false, false));
}

#[test]
fn after_four_weeks_without_a_session_there_is_no_week_to_review() {
    let due = |day| is_review_due(&trained_on(day), None, monday().plus(2), Weekday::Mon);
    assert_eq!((due(monday().plus(-28)), due(monday().plus(-29))), (true, false));
    // What is trained in the week that runs is not over.
    assert!(!due(monday()));
}

#[test]
fn of_each_finding_the_newest_accepted_fix_is_told_and_of_every_subject_its_own() {
    let today = monday();
    let fixed = |muscle, back: i64| PastFinding {
        factor: Factor::Volume,
        subject: Subject::Muscle(muscle),
        severity: 0.5,
        standing: Standing::Limiting,
        fixed_on: Some(today.plus(-back)),
    };
    let past =
        |back: i64, findings| PastVerdict { day: today.plus(-back), verdict: Verdict::Limited, findings };
    let history = VerdictHistory {
        list: vec![
            past(20, vec![fixed(Muscle::Quadriceps, 20), fixed(Muscle::Hamstrings, 19)]),
            past(6, vec![fixed(Muscle::Quadriceps, 6)]),
        ],
    };
    let report = diagnose(&View::of(&Default::default(), today));
    let told = history.outcomes(&report, today);
    let days: Vec<_> = told.iter().map(|(one, _)| (one.subject.clone(), one.fixed_on)).collect();
    assert_eq!(
        days,
        [
            (Subject::Muscle(Muscle::Quadriceps), Some(today.plus(-6))),
            (Subject::Muscle(Muscle::Hamstrings), Some(today.plus(-19))),
        ]
    );
    assert!(matches!((&told[0].1, &told[1].1), (Outcome::TooSoon(_), Outcome::Unknown)), "{told:?}");
}
