//! Logs as they should not be: gaps of years, absurd rows, unknown exercises, impossible bodies; and what must
//! hold of every report whatever the log.

use crate::arbitrary;
use crate::lifter::{lifter, today};
use crate::{cases, edit, verdict};
use legwork::domain::anatomy::{Function, Muscle};
use legwork::domain::athlete::Experience::{Intermediate, Novice};
use legwork::domain::calendar::{Day, Now, Week};
use legwork::domain::diagnosis::{
    Direction, Fact, Factor, Fix, Missing, Report, Unused, Verdict, View, diagnose, shares,
};
use legwork::domain::exercise::ExerciseId;
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::logbook::Logbook;
use legwork::domain::plan::{Phase, Plan, mesocycle::deload_from, schedule};
use legwork::domain::safety::Condition;
use legwork::domain::settings::Counting;
use legwork::domain::training::TrainingLog;
use legwork::domain::units::{Kg, Reps, Years};
use legwork::domain::volume::{Judge, covering, ledger};
use proptest::prelude::*;

/// Half a hundred sets a week for twenty years, or a hundred for ten.
const DECADE_SETS: usize = 52_000;

fn plain() -> (Logbook, Day) {
    let who = lifter(Intermediate, 3, 900);
    (who.log(), today(&who))
}

fn of(book: &Logbook, day: Day) -> Report {
    diagnose(&View::of(book, day))
}

fn quads(report: &Report) -> f64 {
    report.trends.iter().find(|trend| trend.muscle == Muscle::Quadriceps).unwrap().slope
}

#[test]
fn slips_of_the_finger_are_named_and_move_no_trend() {
    let (mut book, day) = plain();
    let before = of(&book, day);
    let mut nth = 0;
    edit(&mut book, |_, _, set| {
        nth += 1;
        if nth % 40 == 0 {
            set.load = Kg::from_kg((set.load.kg() * 10.0).min(1000.0)).unwrap();
        }
        if nth % 41 == 0 {
            set.done = legwork::domain::training::Done::Reps(Reps::MAX);
        }
    });
    let after = of(&book, day);
    assert!(after.unused.iter().filter(|one| matches!(one, Unused::Outlier(_))).count() >= 3);
    assert!((quads(&after) - quads(&before)).abs() < 0.15, "{} {}", quads(&before), quads(&after));
    assert_eq!(after.first(), None);
}

#[test]
fn the_verdict_counts_a_set_as_the_chart_does() {
    let (mut book, day) = plain();
    let mut nth = 0;
    // Far below what the person can do: nobody counts such a set.
    edit(&mut book, |_, _, set| {
        nth += 1;
        if nth % 3 == 0 {
            set.load = Kg::from_kg(set.load.kg() * 0.2).unwrap();
        }
    });
    let from = day.plus(-27);
    let ledger = ledger(&book.log, &book.exercises, &book.trials);
    let charted = ledger.sum(from, day, Counting::Fractional);
    let unjudged = View { judge: Some(&Judge::default()), ..View::of(&book, day) };
    for view in [View::of(&book, day), View { judge: Some(&ledger.judge), ..View::of(&book, day) }] {
        for share in shares(&view, from, day) {
            assert_eq!(share.per_week, covering(&charted, share.function).sets() / 4.0);
        }
        assert_ne!(shares(&view, from, day), shares(&unjudged, from, day));
    }
}

#[test]
fn what_was_before_a_gap_of_years_does_not_count() {
    let who = crate::lifter::Lifter { weeks: 9, ..lifter(Intermediate, 3, 902) };
    let (book, day) = (who.log(), today(&who));
    let mut old = Logbook { log: TrainingLog::default(), ..book.clone() };
    for mut session in book.log.sessions().cloned() {
        session.day = session.day.plus(-1200);
        session.id = SessionId::imported("old", &session.day.to_string(), "");
        old.log.record(session);
    }
    old.log.merge(&book.log);
    let (with, without) = (of(&old, day), of(&book, day));
    assert_eq!(
        (&with.findings, &with.weeks, &with.trends),
        (&without.findings, &without.weeks, &without.trends)
    );
    let gap = with.unused.iter().find(|one| matches!(one, Unused::Gap { .. }));
    assert!(matches!(gap, Some(Unused::Gap { from, to }) if to.days_since(*from) > 1000), "{gap:?}");
}

#[test]
fn unknown_exercises_and_a_future_are_named() {
    let (mut book, day) = plain();
    let strange = ExerciseId::parse("leg-blaster-3000").unwrap();
    let mut session = book.log.sessions().last().unwrap().clone();
    session.exercises[0].exercise = strange.clone();
    book.log.record(session.clone());
    session.day = day.plus(3);
    session.id = SessionId::imported("later", "", "");
    book.log.record(session);
    let unused = of(&book, day).unused;
    assert!(unused.contains(&Unused::Future(1)));
    let named = |one: &Unused| matches!(one, Unused::Unknown { exercises, sets } if exercises == std::slice::from_ref(&strange) && *sets > 0);
    assert!(unused.iter().any(named), "{unused:?}");
}

#[test]
fn bodies_and_nights_that_cannot_be_are_left_out() {
    let (mut book, day) = plain();
    for back in 0..5 {
        book.body.weights.insert(day.plus(-back), Kg::ZERO);
        book.body.sleep.insert(day.plus(-back), legwork::domain::units::Minutes::MIN);
    }
    let report = of(&book, day);
    assert!(report.unused.contains(&Unused::Weights(5)) && report.unused.contains(&Unused::Nights(5)));
    assert_eq!(report.first(), None);
}

#[test]
fn deloads_and_days_off_before_another_plan_are_not_judged() {
    let (mut book, day) = plain();
    let judged = of(&book, day).weeks;
    assert_eq!(judged.len(), 4);
    let away = judged[2];
    let back = away.last().plus(1);
    let mut log = TrainingLog::default();
    for session in book.log.sessions().filter(|session| !away.contains(session.day)) {
        log.record(session.clone());
    }
    book.log = log;
    // Nobody said anything: a week that was missed.
    assert!(of(&book, day).weeks.contains(&away));
    let (plan, place) = schedule::in_force(&book.plans, back).unwrap();
    let id = PlanId::new(1, [7; 10]);
    let anew = Plan { id, created: back, starts: back, weeks: plan.weeks[place..].to_vec(), ..plan.clone() };
    book.plans.active = Some(id);
    book.plans.list.push(anew);
    let report = of(&book, day);
    assert!(!report.weeks.contains(&away) && report.weeks.len() == 4);
    assert!(report.unused.iter().any(|one| matches!(one, Unused::LeftOut(weeks) if weeks.contains(&away))));
    let deload = |week: &Week| {
        let plan = book.plans.list.iter().find(|plan| {
            let days = week.first().days_since(plan.starts);
            (0..7 * plan.weeks.len() as i64).contains(&days)
        });
        plan.is_some_and(|plan| week.first() == plan.starts.plus(7 * (plan.weeks.len() as i64 - 1)))
    };
    assert!(report.weeks.iter().all(|week| !deload(week) && week.last() < day));
}

#[test]
fn who_is_shown_no_body_numbers_is_judged_by_none() {
    let who = crate::lifter::Lifter { gain: Some(-0.3), protein: Some(0.8), ..lifter(Novice, 3, 901) };
    let day = today(&who);
    let kitchen = |book: &Logbook| {
        let report = of(book, day);
        report.findings.iter().any(|one| matches!(one.factor, Factor::Energy | Factor::Protein))
            || report
                .missing
                .iter()
                .any(|one| matches!(one, Missing::Weights { .. } | Missing::FoodDays { .. }))
    };
    let mut book = who.log();
    assert!(kitchen(&book));
    book.safety.set(Condition::EatingDisorder, true);
    assert!(!kitchen(&book));
    let mut young = who.log();
    young.profile.as_mut().unwrap().age = Years::saturating(15);
    assert!(!kitchen(&young) && of(&young, day).trends.is_empty());
    let mut unsaid = who.log();
    unsaid.safety.conditions = None;
    assert!(!kitchen(&unsaid) && of(&unsaid, day).missing.contains(&Missing::SafetyAnswers));
}

/// Every piece of evidence is really in the log, every severity in its range, every list in its order.
#[test]
fn evidence_leads_to_sets_that_exist() {
    let mut previews = 0;
    for case in cases(1) {
        let report = verdict(&case);
        assert!(report.findings.is_sorted_by_key(|finding| finding.standing), "{}", case.name);
        for finding in &report.findings {
            assert!((0.0..=1.0).contains(&finding.severity), "{}", case.name);
            let find = |id| case.book.log.sessions().find(|session| session.id == id);
            assert!(finding.evidence.sessions.iter().all(|id| find(*id).is_some()), "{}", case.name);
            for at in &finding.evidence.sets {
                let work = &find(at.session).unwrap().exercises[usize::from(at.exercise)];
                assert!(work.sets.get(usize::from(at.set)).is_some(), "{}", case.name);
            }
            let (Some(fix), Some(plan)) = (&finding.fix, case.book.plans.active()) else { continue };
            let Some(shown) = fix.preview(plan, &case.book.log, &case.book.exercises, case.today) else {
                continue;
            };
            previews += 1;
            assert_eq!(shown.plan.id, plan.id);
            let done = usize::from(shown.week);
            assert_eq!(shown.plan.weeks[..done], plan.weeks[..done], "what is done stays: {}", case.name);
            assert!(shown.plan.weeks[done..].iter().flat_map(|week| &week.sessions).all(|session| {
                session.exercises.len() <= 6
                    && session.exercises.iter().all(|one| (1..=5).contains(&one.sets))
            }));
            let more = |function: Function| shown.after.function(function) > shown.before.function(function);
            match (&finding.evidence.fact, fix) {
                (Fact::WeeklySets { .. } | Fact::Covered { .. }, Fix::Add { exercise, .. }) => {
                    let row = exercise.built_in().unwrap();
                    assert!(Function::ALL.into_iter().any(|f| row.credit.halves(f) == 2 && more(f)));
                }
                (_, Fix::Deload | Fix::Remove { .. }) => {
                    if *fix == Fix::Deload {
                        // What Today offers: the block's own deload, once, and nothing after it.
                        let deloads = shown.plan.weeks.iter().filter(|week| week.phase == Phase::Deload);
                        assert!(shown.is_lighter() && deloads.count() == 1, "{}", case.name);
                        assert_eq!(Some(&shown.plan), deload_from(plan, shown.week).as_ref());
                        let again =
                            fix.preview(&shown.plan, &case.book.log, &case.book.exercises, case.today);
                        assert_eq!(again, None, "no second one: {}", case.name);
                    }
                    let sum = |tally: &legwork::domain::anatomy::Tally| -> f64 {
                        Muscle::MAIN.into_iter().map(|muscle| tally.muscle(muscle).sets()).sum()
                    };
                    assert!(sum(&shown.after) < sum(&shown.before), "{}", case.name);
                }
                _ => {}
            }
        }
    }
    assert!(previews >= 20, "{previews}");
}

#[test]
fn the_example_is_judged_without_a_stop() {
    let day = Day::parse("2026-11-21").unwrap();
    let now = Now { day, millis: 1_795_240_000_000, offset_minutes: 0 };
    let report = of(&legwork::domain::example::logbook(now), day);
    assert!(report.verdict != Verdict::Stop && report.weeks.len() == 4);
    assert!(report.trends.iter().all(|trend| trend.direction != Direction::Regress));
}

#[test]
fn ten_years_of_log_are_read_in_a_moment() {
    let (mut book, day) = plain();
    let sessions: Vec<_> = book.log.sessions().cloned().collect();
    let count = |book: &Logbook| -> usize {
        book.log.sessions().flat_map(|session| &session.exercises).map(|work| work.sets.len()).sum()
    };
    let block = day.plus(-7 * 12).number();
    let mut back = 0;
    while count(&book) < DECADE_SETS {
        back += 1;
        for session in &sessions {
            let mut session = session.clone();
            session.day = session.day.plus(-84 * back);
            session.id = SessionId::new((block - 84 * back) * 86_400_000, [0; 10]);
            session.started_at -= 84 * back * 86_400_000;
            session.id = SessionId::imported("past", &session.started_at.to_string(), "");
            book.log.record(session);
        }
    }
    let started = std::time::Instant::now();
    let rounds = 20;
    for _ in 0..rounds {
        assert_eq!(of(&book, day).weeks.len(), 4);
    }
    let millis = started.elapsed().as_secs_f64() * 1000.0 / f64::from(rounds);
    println!("FIGURE diagnosis.native_ms {millis:.3} ms");
    assert!(millis < 50.0, "{millis} ms");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Any logbook at all has an answer, the same each time.
    #[test]
    fn every_logbook_has_an_answer(book in arbitrary::logbook(), back in 0..400_i64) {
        let last = book.log.sessions().map(|session| session.day).max().unwrap_or(Day::EPOCH);
        let day = last.plus(200 - back);
        let report = of(&book, day);
        prop_assert_eq!(&report, &of(&book, day));
        prop_assert!(report.findings.iter().all(|finding| finding.severity.is_finite()));
        prop_assert!(report.verdict != Verdict::Limited || report.first().is_some());
    }
}
