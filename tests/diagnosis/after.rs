//! What follows a verdict: did the fix work, what the week's review says, and the tables beside it.

use crate::lifter::{Lifter, lifter, today};
use crate::{cases, verdict};
use legwork::domain::anatomy::{Function, Muscle};
use legwork::domain::athlete::Experience::Intermediate;
use legwork::domain::calendar::Day;
use legwork::domain::diagnosis::{
    Action, Factor, Finding, Fix, Outcome, PastVerdict, Subject, Verdict, VerdictHistory, View, diagnose,
    efforts, review, rhythms, shares,
};
use legwork::domain::exercise::{ExerciseId, Pattern};
use legwork::domain::logbook::Logbook;
use legwork::domain::training::StopReason;
use legwork::domain::training::calibration::{Trial, is_safe};
use legwork::domain::units::{Kg, Minutes, Rir};

/// A short sleeper who sleeps `hours` from the day of the fix on.
fn sleeper(hours: Option<f64>) -> (Logbook, Day, Day) {
    let who = Lifter { sleep: Some(5.6), growth: 0.0, ..lifter(Intermediate, 3, 910) };
    let (mut book, day) = (who.log(), today(&who));
    let fixed = day.plus(-35);
    if let Some(hours) = hours {
        for back in 0..35 {
            let minutes = Minutes::saturating((hours * 60.0) as i64 + back % 5 * 4);
            book.body.sleep.insert(day.plus(-back), minutes);
        }
    }
    (book, fixed, day)
}

fn after(hours: Option<f64>) -> Outcome {
    let (book, fixed, day) = sleeper(hours);
    let mut history = VerdictHistory::default();
    history.keep(&diagnose(&View::of(&book, fixed)), fixed);
    assert!(history.accept(Factor::Sleep, &Subject::Person, fixed), "{:?}", history.list);
    // Later verdicts of other weeks do not hide what was fixed.
    history.keep(&diagnose(&View::of(&book, fixed.plus(1))), fixed.plus(1));
    history.keep(&diagnose(&View::of(&book, fixed.plus(20))), fixed.plus(20));
    let now = diagnose(&View::of(&book, day));
    let outcomes = history.outcomes(&now, day);
    assert_eq!(outcomes.len(), 1);
    outcomes[0].1
}

#[test]
fn a_fix_that_worked_is_told_from_one_that_did_not() {
    assert_eq!(after(Some(7.6)), Outcome::Gone);
    assert!(matches!(after(Some(6.4)), Outcome::Better(before, now) if now < before));
    assert_eq!(after(None), Outcome::Same);
}

#[test]
fn a_finding_is_not_gone_because_the_log_stopped() {
    let (mut book, fixed, day) = sleeper(Some(7.6));
    let mut history = VerdictHistory::default();
    history.keep(&diagnose(&View::of(&book, fixed)), fixed);
    history.accept(Factor::Sleep, &Subject::Person, fixed);
    book.body.sleep.retain(|night, _| *night < fixed);
    let now = diagnose(&View::of(&book, day));
    assert_eq!(history.outcomes(&now, day)[0].1, Outcome::Unknown);
    assert!(!history.accept(Factor::Volume, &Subject::Muscle(Muscle::Calves), day));
}

#[test]
fn a_fix_is_remembered_of_what_the_report_names_and_of_nothing_else() {
    let (book, _, day) = sleeper(None);
    let mut report = diagnose(&View::of(&book, day));
    let sleep = report.findings.iter().find(|one| one.factor == Factor::Sleep).unwrap().clone();
    report.findings = vec![sleep.clone()];
    let mut history = VerdictHistory::default();
    // Another factor of the same person, the same factor of somebody else's muscle.
    for other in [
        Finding { factor: Factor::Protein, ..sleep.clone() },
        Finding { subject: Subject::Muscle(Muscle::Calves), ..sleep.clone() },
    ] {
        assert!(!history.take(&report, &other, day));
        assert_eq!(history, VerdictHistory::default());
    }
    assert!(history.take(&report, &sleep, day));
    assert_eq!(history.list[0].findings[0].fixed_on, Some(day));
    // In the same week it is remembered of the verdict that is kept; a week later of a new one.
    assert!(history.take(&report, &sleep, day.plus(6)));
    assert_eq!((history.list.len(), history.list[0].findings[0].fixed_on), (1, Some(day.plus(6))));
    assert!(history.take(&report, &sleep, day.plus(7)));
    assert_eq!((history.list.len(), history.list[1].day), (2, day.plus(7)));
    // Taken back, it is that day's no more, and the other day's still.
    history.withdraw(Factor::Sleep, &Subject::Person, day.plus(7));
    let fixed: Vec<Option<Day>> = history.list.iter().map(|past| past.findings[0].fixed_on).collect();
    assert_eq!(fixed, [Some(day.plus(6)), None]);
}

#[test]
fn a_verdict_of_the_same_week_takes_the_older_ones_place() {
    let (book, _, day) = sleeper(None);
    let mut history = VerdictHistory::default();
    for ahead in [0, 2, 6, 9] {
        history.keep(&diagnose(&View::of(&book, day)), day.plus(ahead));
    }
    let days: Vec<i64> = history.list.iter().map(|one: &PastVerdict| one.day.days_since(day)).collect();
    assert_eq!(days, [9]);
}

#[test]
fn the_review_has_one_action_and_it_is_the_verdicts() {
    for case in cases(1) {
        let report = verdict(&case);
        let view = View { flags: &case.flags, ..View::of(&case.book, case.today) };
        let seen = review(&view, &report);
        assert!(seen.week.last() < case.today && seen.week.last() >= case.today.plus(-7));
        match report.verdict {
            Verdict::Stop => assert_eq!(seen.action, Action::Stop),
            Verdict::Limited => {
                let first = report.first().unwrap();
                assert!(
                    matches!(&seen.action, Action::Mend(factor, _, fix) if *factor == first.factor && *fix == first.fix)
                );
            }
            Verdict::Nothing => assert_eq!(seen.action, Action::GoOn, "{}", case.name),
            Verdict::NotEnough => assert!(matches!(seen.action, Action::Log(_)), "{}", case.name),
        }
    }
}

#[test]
fn every_limit_but_safety_offers_a_fix() {
    let (mut with, mut all) = (0, 0);
    for case in cases(1) {
        for finding in verdict(&case).findings {
            all += 1;
            with += usize::from(finding.fix.is_some());
            if matches!(finding.factor, Factor::Sleep | Factor::Protein | Factor::Recovery | Factor::Effort) {
                assert!(finding.fix.is_some(), "{} {:?}", case.name, finding.factor);
            }
            if let (Factor::Coverage, Subject::Function(function), Some(Fix::Add { exercise, .. })) =
                (finding.factor, &finding.subject, &finding.fix)
            {
                assert_eq!(exercise.built_in().unwrap().credit.halves(*function), 2);
            }
            if let (Some(Fix::Calibrate { exercise }), Some(who)) = (&finding.fix, &case.book.profile) {
                assert!(is_safe(exercise.built_in().unwrap(), who.kit, who.cautions), "{exercise:?}");
            }
        }
    }
    println!("{with} of {all} findings have a fix");
    assert!(with * 10 >= all * 8, "{with} of {all}");
}

#[test]
fn effort_is_summed_as_it_was_said() {
    let who = Lifter { early: 3.0, ..lifter(Intermediate, 2, 911) };
    let (mut book, day) = (who.log(), today(&who));
    let from = day.plus(-27);
    let view = View::of(&book, day);
    let easy = efforts(&view, from, day);
    assert!(easy.hard_share().unwrap() < 0.4 && easy.stops.iter().sum::<u32>() > 10);
    assert_eq!(easy.stops[StopReason::ALL.iter().position(|one| *one == StopReason::Pain).unwrap()], 0);
    assert!(easy.confirmed <= easy.stated && easy.stated <= easy.sets && easy.hard + easy.part <= easy.sets);
    let trial = |at| Trial { day: day.plus(at), pattern: Pattern::LegPress, claimed: Rir::ONE, further: 3 };
    let checked = efforts(&View { trials: &[trial(-14), trial(0)], ..view }, from, day);
    for one in checked.patterns {
        let expected =
            (one.pattern == Pattern::LegPress).then_some(one.claimed + (2.0 + 2.0 + 3.0 * 0.95) / 5.0);
        assert_eq!(one.achieved, expected);
    }
    // Upper-body work of the same person, nearer failure.
    let mut session = book.log.sessions().last().unwrap().clone();
    session.exercises.truncate(1);
    session.exercises[0].exercise = ExerciseId::parse("own-pull-up").unwrap();
    session.exercises[0].sets.iter_mut().for_each(|set| set.effort.rir = Some(Rir::ONE));
    session.id = legwork::domain::id::SessionId::imported("other", "", "");
    book.log.record(session);
    let both = efforts(&View::of(&book, day), from, day);
    assert!(both.others == Some(1.0) && both.legs > Some(3.0));
}

#[test]
fn rhythm_and_shares_see_what_is_crowded_and_what_is_missed() {
    let who = Lifter {
        at_once: Some(Muscle::Calves),
        instead: vec![(Pattern::KneeFlexion, "dumbbell-rdl")],
        ..lifter(Intermediate, 3, 912)
    };
    let (book, day) = (who.log(), today(&who));
    let monday = day.plus(-who.weekday);
    // Two working weeks before the deload: see the plan.
    let (from, to) = (monday.plus(-14), monday.plus(-1));
    let view = View::of(&book, day);
    let of = |muscle| rhythms(&view, from, to).into_iter().find(|rhythm| rhythm.muscle == muscle).unwrap();
    let (calves, quads) = (of(Muscle::Calves), of(Muscle::Quadriceps));
    assert!(calves.per_week <= 1.0 && calves.capped.1 > 0 && calves.most.sets() > 11.0, "{calves:?}");
    assert!(
        quads.per_week > calves.per_week && quads.hours.unwrap().0 >= 47.0 && quads.close == 0,
        "{quads:?}"
    );
    let missed: Vec<Function> = shares(&view, from, to)
        .into_iter()
        .filter(|share| share.is_missed())
        .map(|share| share.function)
        .collect();
    assert!(
        missed.contains(&Function::KneeHamstrings) && !missed.contains(&Function::HipHamstrings),
        "{missed:?}"
    );
}

#[test]
fn a_raise_of_the_surplus_stays_within_its_bounds() {
    let mut checked = 0;
    for case in cases(1) {
        for finding in verdict(&case).findings {
            match finding.fix {
                Some(Fix::RaiseSurplus { from, to }) => {
                    assert!((to - from - 100.0).abs() < 1e-9 && to <= 500.0);
                    checked += 1;
                }
                Some(Fix::Raise { from, to, .. }) => assert!(from < to && to <= Kg::MAX),
                Some(Fix::EatProtein { from, to }) => assert!(from < to),
                _ => {}
            }
        }
    }
    assert!(checked > 2);
}
