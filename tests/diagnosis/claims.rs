//! What a verdict, a review and the tables beside them may claim: nothing that was not judged, nothing of days
//! off, nothing from weights that nobody has.

use crate::lifter::{Lifter, lifter, today};
use crate::sessions::session;
use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::Experience::Intermediate;
use legwork::domain::calendar::{Day, Week};
use legwork::domain::diagnosis::{
    Action, Direction, Fact, Factor, Fix, Outcome, PastFinding, Report, Standing, Subject, View, diagnose,
    efforts, outcome, review, rhythms, shares,
};
use legwork::domain::exercise::ExerciseId;
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::logbook::Logbook;
use legwork::domain::plan::mesocycle::restarted;
use legwork::domain::recovery::{Morning, PainSince};
use legwork::domain::safety::{Pain, PainScore};
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, TrainingLog};
use legwork::domain::units::{Kg, Reps, Rir};
use legwork::domain::volume::COVERAGE;

fn press(day: Day, reps: &[i64], rir: Option<f64>) -> Session {
    let effort = Effort { rir: rir.map(|rir| Rir::from_f64(rir).unwrap()), confirmed: true };
    let set = |reps: &i64| SetEntry::work(Kg::saturating(100_000), Reps::saturating(*reps), effort);
    let work = ExerciseWork {
        exercise: ExerciseId::parse("leg-press-45").unwrap(),
        sets: reps.iter().map(set).collect(),
        note: String::new(),
        pain: None,
    };
    let begun = session(day, vec![work]);
    Session { started_at: begun.started_at + 60_000_000, ..begun }
}

fn fixed(factor: Factor, subject: Subject, day: Day) -> PastFinding {
    PastFinding { factor, subject, severity: 0.5, standing: Standing::Limiting, fixed_on: Some(day) }
}

fn quads(report: &Report) -> Option<Direction> {
    report.trends.iter().find(|trend| trend.muscle == Muscle::Quadriceps).map(|trend| trend.direction)
}

/// The first set climbs from eight to fourteen, the back-off sets stay: a climb.
#[test]
fn reps_that_rise_beyond_ten_are_progress_whatever_the_back_off_sets_do() {
    let day = Day::parse("2026-11-16").unwrap();
    let mut book = Logbook::default();
    for week in 0..10 {
        let reps = [8 + week * 6 / 9, 8, 8, 8];
        book.log.record(press(day.plus(7 * (week - 10) + 2), &reps, Some(2.0)));
    }
    assert_eq!(quads(&diagnose(&View::of(&book, day))), Some(Direction::Progress));
}

#[test]
fn a_stuck_muscle_is_judged_by_its_trend_and_by_nothing_else() {
    let past = |day: Day| fixed(Factor::Progression, Subject::Muscle(Muscle::Quadriceps), day.plus(-30));
    // Sleep is found, so that nobody looked for what stands still.
    let who = Lifter { sleep: Some(5.0), growth: 0.0, never_raises: true, ..lifter(Intermediate, 3, 940) };
    let (book, day) = (who.log(), today(&who));
    let report = diagnose(&View::of(&book, day));
    assert_eq!(report.first().unwrap().factor, Factor::Sleep);
    assert!(matches!(quads(&report), Some(Direction::Plateau | Direction::Regress)), "{:?}", quads(&report));
    assert!(!report.has_judged(Factor::Progression));
    assert_eq!(outcome(&past(day), &report, day), Outcome::Same);
    let grows = Lifter { sleep: Some(5.0), growth: 1.5, ..lifter(Intermediate, 3, 941) };
    let (book, day) = (grows.log(), today(&grows));
    let report = diagnose(&View::of(&book, day));
    assert_eq!(
        (quads(&report), outcome(&past(day), &report, day)),
        (Some(Direction::Progress), Outcome::Gone)
    );
    let nothing = diagnose(&View::of(&Logbook::default(), day));
    assert_eq!(outcome(&past(day), &nothing, day), Outcome::Unknown);
}

#[test]
fn who_logs_nothing_has_not_kept_the_plan() {
    let who = lifter(Intermediate, 3, 942);
    let (mut book, day) = (who.log(), today(&who));
    // Nothing of the last five weeks but one session, the last one.
    let late: Vec<SessionId> = book.log.between(day.plus(-35), day).map(|session| session.id).collect();
    for id in &late[..late.len() - 1] {
        book.log.delete(*id, i64::MAX);
    }
    let report = diagnose(&View::of(&book, day));
    assert!(!report.has_judged(Factor::Consistency) && report.missing.len() > 1, "{:?}", report.missing);
    let past = fixed(Factor::Consistency, Subject::Person, day.plus(-30));
    assert_eq!(outcome(&past, &report, day), Outcome::Unknown);
}

/// Two weeks away, and the week repeated from the day of the return on: no session was missed.
#[test]
fn a_holiday_that_ends_with_another_plan_is_no_lack_of_consistency() {
    let who = lifter(Intermediate, 3, 943);
    let (mut book, day) = (who.log(), today(&who));
    let back = Week::of(day, chrono::Weekday::Mon).plus(-2).first();
    let away: Vec<SessionId> = book.log.between(back.plus(-14), back.plus(-1)).map(|one| one.id).collect();
    for id in away {
        book.log.delete(id, i64::MAX);
    }
    let consistency = |report: &Report| report.findings.iter().any(|one| one.factor == Factor::Consistency);
    assert!(consistency(&diagnose(&View::of(&book, day))), "without a return they were missed");
    let old = book.plans.active().unwrap().clone();
    book.plans.follow(restarted(&old, PlanId::new(1, [9; 10]), back, back));
    let report = diagnose(&View::of(&book, day));
    assert!(!consistency(&report), "{:?}", report.findings.first());
    assert!(report.weeks.iter().all(|week| week.last() < back.plus(-14) || week.first() >= back));
}

#[test]
fn a_pain_leads_to_the_session_it_was_told_in() {
    let who = lifter(Intermediate, 2, 944);
    let (mut book, day) = (who.log(), today(&who));
    let mut session = book.log.between(day.plus(-20), day).last().unwrap().clone();
    session.exercises[0].pain = Pain::said(Some(PainScore::saturating(2)), false);
    session.edited_at += 1;
    let said = Morning { pain: Some(PainSince::Worse), ..Morning::default() };
    book.body.mornings.days.insert(session.day.plus(1), said);
    let id = session.id;
    book.log.record(session);
    let report = diagnose(&View::of(&book, day));
    let pain = report.findings.iter().find(|one| matches!(one.evidence.fact, Fact::Pain { .. })).unwrap();
    assert_eq!(pain.evidence.sessions, [id]);
}

#[test]
fn a_log_of_ten_days_is_no_month() {
    let day = Day::parse("2026-11-16").unwrap();
    let mut log = TrainingLog::default();
    for back in [9, 6, 2] {
        log.record(press(day.plus(-back), &[8, 8, 8, 8], Some(2.0)));
    }
    let book = Logbook { log, ..Logbook::default() };
    let view = View::of(&book, day);
    assert_eq!(rhythms(&view, day.plus(-27), day)[0].per_week, 3.0 / (10.0 / 7.0));
    let glutes = |days: i64| shares(&view, day.plus(1 - days), day).map(|share| share.per_week);
    assert_eq!(glutes(28), glutes(84));
    let mut log = TrainingLog::default();
    log.record(press(day.plus(-2), &[8, 8, 8, 8], Some(2.0)));
    let book = Logbook { log, ..Logbook::default() };
    assert_eq!(rhythms(&View::of(&book, day), day.plus(-27), day)[0].per_week, 1.0, "a week at least");
}

#[test]
fn a_missed_function_names_the_number_of_the_rule() {
    let who = Lifter {
        instead: vec![(legwork::domain::exercise::Pattern::KneeFlexion, "dumbbell-rdl")],
        growth: 0.0,
        sets: 0.7,
        ..lifter(Intermediate, 2, 945)
    };
    let report = diagnose(&View::of(&who.log(), today(&who)));
    let mut seen = 0;
    for one in &report.findings {
        let (Fact::Covered { wanted, share, .. }, Subject::Function(function)) =
            (&one.evidence.fact, &one.subject)
        else {
            continue;
        };
        let rule = COVERAGE.iter().find(|(known, _)| known == function).unwrap().1;
        assert!(*share == f64::from(rule) && wanted <= share);
        seen += 1;
    }
    assert!(seen > 0, "{:?}", report.findings);
}

#[test]
fn sets_without_a_word_on_effort_are_not_called_hard() {
    let day = Day::parse("2026-11-16").unwrap();
    let mut book = Logbook::default();
    book.log.record(press(day.plus(-9), &[8, 8, 8, 8], None));
    let none = efforts(&View::of(&book, day), day.plus(-27), day);
    assert_eq!((none.sets, none.stated, none.hard, none.hard_share()), (4, 0, 0, None));
    book.log.record(press(day.plus(-2), &[8, 8], Some(5.0)));
    let easy = efforts(&View::of(&book, day), day.plus(-27), day);
    assert_eq!((easy.sets, easy.stated, easy.hard_share()), (6, 2, Some(0.0)));
}

#[test]
fn a_slip_of_the_scales_moves_no_review() {
    let who = lifter(Intermediate, 3, 946);
    let (mut book, day) = (who.log(), today(&who));
    let weight = |book: &Logbook| {
        let view = View::of(book, day);
        review(&view, &diagnose(&view)).recovered.weight
    };
    let free: Vec<Day> =
        (8..20).map(|back| day.plus(-back)).filter(|day| !book.body.weights.contains_key(day)).collect();
    let before = weight(&book);
    assert!(before.is_some() && !free.is_empty());
    for day in free {
        book.body.weights.insert(day, Kg::ZERO);
    }
    assert_eq!(weight(&book), before);
    // The newest one too.
    let last = Week::of(day, chrono::Weekday::Mon).plus(-1).last();
    book.body.weights.insert(last, Kg::ZERO);
    let now = weight(&book).unwrap();
    assert!((now - before.unwrap()).abs() < 0.2, "{now} {before:?}");
}

#[test]
fn the_review_counts_by_the_plan_of_the_day_and_names_no_session_without_one() {
    let who = Lifter { sets: 0.4, growth: 0.0, ..lifter(Intermediate, 3, 947) };
    let (mut book, day) = (who.log(), today(&who));
    let first = Week::of(day, chrono::Weekday::Mon).first();
    let planned = |book: &Logbook| {
        let view = View::of(book, day);
        review(&view, &diagnose(&view)).trained.planned
    };
    assert_eq!(planned(&book), Some(3));
    // A plan made today asked nothing of the week that ended; the one before it did.
    let old = book.plans.active().unwrap().clone();
    book.plans.follow(restarted(&old, PlanId::new(1, [9; 10]), day, first));
    assert_eq!(planned(&book), Some(3));
    book.plans.active = None;
    let view = View::of(&book, day);
    let mut report = diagnose(&view);
    report.findings[0].fix = Some(Fix::Deload);
    let Action::Mend(_, _, fix) = review(&view, &report).action else { panic!("{report:?}") };
    assert_eq!(fix, None);
}
