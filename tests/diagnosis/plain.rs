//! Logs written by hand instead of simulated: the same rows week after week, no noise, no plan. A second
//! author's idea of the same factors, so that no rule lives on one simulation.

use chrono::Weekday;
use legwork::domain::anatomy::{Function, Muscle};
use legwork::domain::athlete::{Experience, Profile, ProfileDraft, Sex, TrainingDays, default_band};
use legwork::domain::calendar::Day;
use legwork::domain::diagnosis::{Fact, Factor, Fix, Report, Subject, Verdict, View, diagnose};
use legwork::domain::exercise::{ExerciseId, find};
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::logbook::Logbook;
use legwork::domain::nutrition::FoodDay;
use legwork::domain::plan::edit::usual;
use legwork::domain::plan::{Phase, Plan, PlannedSession, PlannedWeek, Slot};
use legwork::domain::recovery::{Morning, PainSince};
use legwork::domain::safety::{Pain, PainScore, SafetyAnswers};
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, Source};
use legwork::domain::units::{Grams, Kcal, Kg, Millimetres, Minutes, Reps, Rir};

/// Exercise, sets, reps, load.
type Row = (&'static str, u8, i64, f64);

const WEEK: [&[Row]; 2] = [
    &[
        ("high-bar-back-squat", 4, 8, 100.0),
        ("romanian-deadlift", 3, 8, 90.0),
        ("leg-extension", 3, 12, 50.0),
        ("seated-leg-curl", 3, 10, 45.0),
        ("standing-calf-raise-machine", 6, 10, 80.0),
    ],
    &[
        ("leg-press-45", 4, 10, 180.0),
        ("hip-thrust", 4, 8, 110.0),
        ("lying-leg-curl", 4, 9, 40.0),
        ("leg-extension", 2, 12, 50.0),
        ("seated-calf-raise", 3, 12, 40.0),
        ("standing-calf-raise-machine", 4, 8, 90.0),
    ],
];

/// A month or three of the same week.
#[derive(Clone, Copy)]
struct Hand {
    weeks: i64,
    level: Experience,
    /// Load growth, percent a week.
    rise: f64,
    rir: f64,
    sets: fn(&'static str, u8) -> u8,
    /// Both days on one.
    one_day: bool,
    sleep: Option<f64>,
    protein: Option<f64>,
    gain: Option<f64>,
}

const HEALTHY: Hand = Hand {
    weeks: 10,
    level: Experience::Intermediate,
    rise: 0.8,
    rir: 2.0,
    sets: |_, sets| sets,
    one_day: false,
    sleep: Some(7.8),
    protein: Some(1.9),
    gain: Some(0.35),
};

fn today() -> Day {
    Day::parse("2026-11-22").unwrap()
}

fn written(hand: Hand) -> Logbook {
    let mut book = Logbook {
        safety: SafetyAnswers {
            conditions: Some(Default::default()),
            cleared_on: None,
            ..Default::default()
        },
        profile: Some(Profile {
            sex: Some(Sex::Male),
            height: Some(Millimetres::saturating(1_780)),
            weight: Some(Kg::saturating(75_000)),
            experience: hand.level,
            days: TrainingDays::spread(2),
            ..ProfileDraft::example_profile()
        }),
        ..Logbook::default()
    };
    let monday = today().plus(-6 - 7 * (hand.weeks - 1));
    for week in 0..hand.weeks {
        for (place, rows) in WEEK.iter().enumerate() {
            let offset = if hand.one_day { 0 } else { 3 * place as i64 };
            let day = monday.plus(7 * week + offset);
            let started_at = day.number() * 86_400_000 + 60_000_000 + place as i64;
            let exercises = rows
                .iter()
                .filter(|(slug, sets, _, _)| (hand.sets)(slug, *sets) > 0)
                .map(|(slug, sets, reps, kg)| {
                    let load = kg * (1.0 + hand.rise / 100.0 * week as f64);
                    let effort = Effort { rir: Rir::from_f64(hand.rir).ok(), confirmed: true };
                    let set = SetEntry::work(Kg::from_kg(load).unwrap(), Reps::saturating(*reps), effort);
                    ExerciseWork {
                        exercise: ExerciseId::parse(slug).unwrap(),
                        sets: vec![set; usize::from((hand.sets)(slug, *sets))],
                        note: String::new(),
                        pain: None,
                    }
                })
                .collect();
            book.log.record(Session {
                id: SessionId::imported("hand", &started_at.to_string(), ""),
                day,
                started_at,
                lasted: None,
                name: String::new(),
                slot: None,
                exercises,
                note: String::new(),
                edited_at: started_at,
                source: Source::Strong,
            });
        }
    }
    for back in 0..28 {
        let day = today().plus(-back);
        let unrest = (back * 37 % 11 - 5) as f64;
        if let Some(gain) = hand.gain {
            let kg = 75.0 * (1.0 - gain / 100.0 * back as f64 / 7.0) + 0.05 * unrest;
            book.body.weights.insert(day, Kg::from_kg(kg).unwrap());
        }
        if let Some(hours) = hand.sleep {
            book.body.sleep.insert(day, Minutes::saturating((hours * 60.0 + 4.0 * unrest) as i64));
        }
        if let Some(protein) = hand.protein {
            let grams = Grams::saturating((75.0 * protein + unrest) as i64);
            book.food.days.insert(
                day,
                FoodDay { kcal: Some(Kcal::saturating(2_900)), protein: Some(grams), water: None },
            );
        }
    }
    book
}

fn report(hand: Hand) -> Report {
    let book = written(hand);
    // Monday: the week has just ended.
    diagnose(&View::of(&book, today().plus(1)))
}

#[track_caller]
fn names(hand: Hand, factor: Factor) {
    let report = report(hand);
    let first = report.first().map(|finding| finding.factor);
    assert_eq!(first, Some(factor), "{:#?}", report.findings);
}

#[test]
fn the_plain_week_has_nothing_wrong_however_long_it_is_kept() {
    for weeks in [3, 4, 5, 8, 12, 30] {
        for level in [Experience::Novice, Experience::Intermediate, Experience::Advanced] {
            let report = report(Hand { weeks, level, ..HEALTHY });
            assert_eq!((report.verdict, report.first()), (Verdict::Nothing, None), "{weeks} {level:?}");
        }
    }
    for weeks in [1, 2] {
        let report = report(Hand { weeks, ..HEALTHY });
        assert_eq!((report.verdict, report.findings.len()), (Verdict::NotEnough, 0));
    }
}

#[test]
fn one_thing_changed_is_the_thing_named() {
    let base = Hand { rise: 0.0, ..HEALTHY };
    for weeks in [4, 6, 12] {
        let base = Hand { weeks, ..base };
        names(Hand { rir: 4.0, ..base }, Factor::Effort);
        names(Hand { rir: 5.0, ..base }, Factor::Effort);
        names(Hand { sets: |_, sets| sets / 2, ..base }, Factor::Volume);
        names(
            Hand { sets: |slug, sets| if slug.contains("calf") { 1 } else { sets }, ..base },
            Factor::Volume,
        );
        names(
            Hand { sets: |slug, sets| if slug.contains("extension") { 0 } else { sets + 1 }, ..base },
            Factor::Coverage,
        );
        names(
            Hand {
                sets: |slug, sets| {
                    if slug.contains("curl") { 0 } else { sets + 3 * u8::from(slug.contains("romanian")) }
                },
                ..base
            },
            Factor::Coverage,
        );
        names(Hand { sleep: Some(5.9), ..base }, Factor::Sleep);
        names(Hand { protein: Some(1.2), ..base }, Factor::Protein);
        names(Hand { gain: Some(0.0), ..base }, Factor::Energy);
        names(Hand { one_day: true, ..base }, Factor::Frequency);
    }
    names(base, Factor::Progression);
    // Far above the band is no fault while strength holds, and the first one when it falls.
    let much = Hand { sets: |_, sets| sets * 3, rise: -0.8, ..base };
    names(much, Factor::Volume);
    let held = report(Hand { rise: 0.8, ..much });
    assert!(held.findings.iter().all(|finding| finding.factor != Factor::Volume), "{:#?}", held.findings);
}

/// The low end of the band for who has trained for years, seven tenths of it for a beginner (science H2).
#[test]
fn who_begins_without_a_plan_is_asked_for_less() {
    let wanted = |level| {
        let calves = |slug: &'static str, sets| if slug.contains("calf") { 1 } else { sets };
        let report = report(Hand { weeks: 6, level, rise: 0.0, sets: calves, ..HEALTHY });
        report.findings.iter().find_map(|finding| match (&finding.subject, &finding.evidence.fact) {
            (Subject::Muscle(Muscle::Calves), Fact::WeeklySets { wanted, .. }) => Some(*wanted),
            _ => None,
        })
    };
    let low = f64::from(default_band(Muscle::Calves).0);
    assert_eq!(wanted(Experience::Intermediate), Some(low));
    assert!((wanted(Experience::Novice).unwrap() - 0.7 * low).abs() < 1e-9);
}

/// What is asked of a function is asked in the share of its muscle's band that a beginner is (science H1, rule 8).
#[test]
fn a_beginner_who_never_curls_is_asked_for_fewer_curls() {
    let wanted = |level| {
        let sets = |slug: &'static str, sets| match slug {
            _ if slug.contains("curl") => 0,
            "romanian-deadlift" => sets + 7,
            _ => sets,
        };
        let report = report(Hand { weeks: 6, level, rise: 0.0, sets, ..HEALTHY });
        report.findings.iter().find_map(|finding| match (&finding.subject, &finding.evidence.fact) {
            (Subject::Function(Function::KneeHamstrings), Fact::Covered { wanted, .. }) => Some(*wanted),
            _ => None,
        })
    };
    let (trained, beginner) =
        (wanted(Experience::Intermediate).unwrap(), wanted(Experience::Novice).unwrap());
    assert!((beginner - 0.7 * trained).abs() < 1e-9, "{beginner} {trained}");
}

/// The same with loads that rise all the same: what concerns the whole person is still named, what concerns a
/// muscle is worth fixing (science H5).
#[test]
fn while_strength_rises_a_muscles_factors_are_only_worth_fixing() {
    names(Hand { sleep: Some(5.9), ..HEALTHY }, Factor::Sleep);
    names(Hand { rir: 4.5, ..HEALTHY }, Factor::Effort);
    let report = report(Hand {
        sets: |slug, sets| if slug.contains("calf") { 1 } else { sets },
        weeks: 12,
        ..HEALTHY
    });
    let calves = report.findings.iter().find(|finding| finding.factor == Factor::Volume);
    assert!(calves.is_some(), "{:#?}", report.findings);
    assert_eq!((report.verdict, report.first()), (Verdict::Nothing, None));
}

/// Four or more, or sharp, on two days (science H9); less, or once, is no finding.
#[test]
fn an_exercise_that_hurt_on_two_days_is_named_and_replaced() {
    let hurt = |score: Option<i64>, sharp: bool, days: usize| {
        let mut book = written(HEALTHY);
        let pain = Pain::said(score.map(PainScore::saturating), sharp);
        let sessions: Vec<Session> = book.log.sessions().cloned().collect();
        let pressed = sessions
            .into_iter()
            .rev()
            .filter(|session| session.exercises.iter().any(|work| work.exercise.as_str() == "leg-press-45"));
        for mut session in pressed.take(days) {
            session.exercises.first_mut().unwrap().pain = pain;
            session.edited_at += 1;
            book.log.record(session);
        }
        let found = diagnose(&View::of(&book, today().plus(1)));
        found.first().map(|finding| (finding.factor, finding.subject.clone()))
    };
    let press = Some((Factor::Safety, Subject::Exercise(ExerciseId::parse("leg-press-45").unwrap())));
    assert_eq!(hurt(Some(4), false, 2), press);
    assert_eq!(hurt(None, true, 2), press);
    assert_eq!(hurt(Some(1), true, 3), press);
    assert_eq!([hurt(Some(3), false, 4), hurt(Some(9), true, 1)], [None, None]);
}

/// Once is enough where the next morning was worse, however little it hurt (science H9); a morning after a session in
/// which nothing hurt says nothing.
#[test]
fn an_exercise_that_hurt_worse_the_next_morning_is_named_and_replaced() {
    let morning = |score: i64, since: PainSince, after: i64| {
        let mut book = written(HEALTHY);
        let pressed = |session: &&Session| {
            session.exercises.iter().any(|work| work.exercise.as_str() == "leg-press-45")
        };
        let mut session = book.log.sessions().rev().find(pressed).cloned().unwrap();
        let work =
            session.exercises.iter_mut().find(|work| work.exercise.as_str() == "leg-press-45").unwrap();
        work.pain = Pain::said(Some(PainScore::saturating(score)), false);
        session.edited_at += 1;
        let said = Morning { pain: Some(since), ..Morning::default() };
        book.body.mornings.days.insert(session.day.plus(after), said);
        book.log.record(session);
        let found = diagnose(&View::of(&book, today().plus(1)));
        let first = found.first();
        first.map(|finding| (finding.subject.clone(), matches!(finding.fix, Some(Fix::Replace { .. }))))
    };
    let press = Some((Subject::Exercise(ExerciseId::parse("leg-press-45").unwrap()), true));
    assert_eq!(morning(2, PainSince::Worse, 1), press);
    let silent = [
        (2, PainSince::Same, 1),
        (2, PainSince::Better, 1),
        (0, PainSince::Worse, 1),
        (2, PainSince::Worse, 2),
    ];
    for (score, since, after) in silent {
        assert_eq!(morning(score, since, after), None, "{score} {since:?} {after}");
    }
}

/// What is not logged is missing, never wrong.
#[test]
fn a_log_of_loads_and_reps_alone_is_told_what_to_log() {
    let report = report(Hand { sleep: None, protein: None, gain: None, ..HEALTHY });
    assert_eq!(report.verdict, Verdict::Nothing);
    assert_eq!(report.missing.len(), 4, "plan, weights, food, nights: {:?}", report.missing);
}

/// The same log as what was done of a plan of two days that asks for these exercises and sets, week after week.
fn following(hand: Hand, asked: [&[(&str, u8)]; 2]) -> Report {
    let mut book = written(hand);
    let id = PlanId::new(1, [0; 10]);
    let sessions: Vec<Session> = book.log.sessions().cloned().collect();
    let first = sessions.iter().map(|session| session.day).min().unwrap();
    for mut session in sessions {
        let days = session.day.days_since(first);
        let second = u8::from(!session.exercises.iter().any(|work| work.exercise.as_str().contains("squat")));
        session.slot = Some(Slot { plan: id, week: u8::try_from(days / 7).unwrap(), session: second });
        book.log.record(session);
    }
    let planned = |(weekday, asked): (Weekday, &[(&str, u8)])| PlannedSession {
        weekday,
        exercises: asked.iter().map(|(slug, sets)| usual(find(slug).unwrap(), *sets)).collect(),
        warm_up: Minutes::saturating(8),
        cool_down: Minutes::saturating(5),
    };
    let sessions: Vec<PlannedSession> =
        [Weekday::Mon, Weekday::Thu].into_iter().zip(asked).map(planned).collect();
    let week = PlannedWeek { phase: Phase::Working, sessions };
    let weeks = vec![week; usize::try_from(hand.weeks).unwrap() + 2];
    book.plans.follow(Plan { id, created: first, starts: first, weeks, compromises: Vec::new() });
    diagnose(&View::of(&book, today().plus(1)))
}

fn fix_of(report: Report, factor: Factor, muscle: Muscle) -> Option<Option<Fix>> {
    let mut findings = report.findings.into_iter();
    let found = findings.find(|one| (one.factor, &one.subject) == (factor, &Subject::Muscle(muscle)));
    found.map(|finding| finding.fix)
}

/// Six exercises a session, and none of them twice (science H1, rule 3).
#[test]
fn sets_are_added_where_there_is_room_for_the_exercise() {
    let done = |slug: &'static str, sets| match slug {
        "seated-leg-curl" => 1,
        "romanian-deadlift" | "lying-leg-curl" | "hip-thrust" | "leg-press-45" => 0,
        _ => sets,
    };
    let hand = Hand { weeks: 6, rise: 0.0, sets: done, ..HEALTHY };
    let added = |asked| fix_of(following(hand, asked), Factor::Volume, Muscle::Hamstrings);
    let curls: &[(&str, u8)] = &[("seated-leg-curl", 5)];
    let six = [
        ("leg-extension", 2),
        ("standing-calf-raise-machine", 2),
        ("seated-calf-raise", 2),
        ("hip-adduction-machine", 2),
        ("hip-abduction-machine", 2),
        ("leg-press-calf-raise", 2),
    ];
    let Some(Some(Fix::Add { exercise, session, .. })) = added([curls, &six[..5]]) else {
        panic!("{:?}", added([curls, &six[..5]]))
    };
    assert_eq!((exercise.as_str(), session), ("seated-leg-curl", 1));
    assert_eq!(added([curls, &six]), Some(None));
}

#[test]
fn sets_are_moved_from_the_session_with_the_most_to_the_one_with_the_least_and_not_where_they_are_even() {
    let hand = Hand { weeks: 6, rise: 0.0, one_day: true, ..HEALTHY };
    let moved = |first, second| {
        let asked: [&[(&str, u8)]; 2] =
            [&[("standing-calf-raise-machine", first)], &[("standing-calf-raise-machine", second)]];
        let fix = fix_of(following(hand, asked), Factor::Frequency, Muscle::Calves);
        fix.map(|fix| match fix {
            Some(Fix::Move { from, to, .. }) => Some((from, to)),
            _ => None,
        })
    };
    assert_eq!([moved(5, 2), moved(2, 5), moved(4, 4)], [Some(Some((0, 1))), Some(Some((1, 0))), Some(None)]);
}

/// Two sets more where they fit into the band; where they do not, another exercise.
#[test]
fn a_muscle_that_stands_still_gets_more_sets_only_up_to_the_top_of_its_band() {
    let fix = |sets: fn(&'static str, u8) -> u8| {
        let report = report(Hand { weeks: 12, rise: 0.0, sets, ..HEALTHY });
        let calves = report.findings.into_iter().find(|finding| {
            (finding.factor, &finding.subject) == (Factor::Progression, &Subject::Muscle(Muscle::Calves))
        });
        calves.and_then(|finding| finding.fix)
    };
    assert_eq!(default_band(Muscle::Calves).1, 18);
    let sixteen = fix(|slug, sets| sets + u8::from(slug.contains("calf")));
    assert!(matches!(sixteen, Some(Fix::Add { .. })), "{sixteen:?}");
    let seventeen = fix(|slug, sets| sets + u8::from(slug.contains("calf")) + u8::from(sets == 6));
    assert!(matches!(seventeen, Some(Fix::Replace { .. })), "{seventeen:?}");
}

/// The top of the range, reps to spare, and the same pin in the stack for weeks.
#[test]
fn a_load_that_is_never_raised_is_raised_by_one_tap() {
    let mut book = written(Hand { weeks: 6, rise: 0.0, ..HEALTHY });
    let is = |exercise: &ExerciseId| exercise.as_str() == "leg-extension";
    crate::edit(&mut book, |exercise, _, set| {
        if is(exercise) {
            set.done = legwork::domain::training::Done::Reps(Reps::saturating(20));
        }
    });
    let report = diagnose(&View::of(&book, today().plus(1)));
    let first = report.first().unwrap();
    let kg = |kg: f64| Kg::from_kg(kg).unwrap();
    let Some(Fix::Raise { exercise, from, to }) = &first.fix else { panic!("{first:#?}") };
    assert!(is(exercise));
    assert_eq!((first.factor, *from, *to), (Factor::Progression, kg(50.0), kg(52.5)));
    // A day counts where all its sets reached the top, and ends the row where one did not.
    let days: Vec<Day> = book
        .log
        .sessions()
        .filter(|one| one.exercises.iter().any(|work| is(&work.exercise)))
        .map(|one| one.day)
        .collect();
    let mut spoilt = book.clone();
    let (day, mut first_set) = (days[days.len() - 4], true);
    crate::edit(&mut spoilt, |exercise, on, set| {
        if is(exercise) && on == day && std::mem::take(&mut first_set) {
            set.done = legwork::domain::training::Done::Reps(Reps::saturating(5));
        }
    });
    let report = diagnose(&View::of(&spoilt, today().plus(1)));
    let times = report.findings.iter().find_map(|finding| match finding.evidence.fact {
        Fact::Topped { times, .. } => Some(times),
        _ => None,
    });
    assert_eq!(times, Some(3));
    // The same reps at the last rep leave nothing to raise from.
    crate::edit(&mut book, |exercise, _, set| {
        if is(exercise) {
            set.effort.rir = Some(Rir::ZERO);
        }
    });
    let report = diagnose(&View::of(&book, today().plus(1)));
    assert!(report.findings.iter().all(|finding| !matches!(finding.fix, Some(Fix::Raise { .. }))));
}
