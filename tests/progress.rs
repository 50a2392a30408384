//! Progress over time on logs written by hand: columns of any span, what was missed, the sets behind a column,
//! estimates and their trend, and logs that are odd.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "arbitrary/mod.rs"]
#[allow(dead_code)]
mod arbitrary;
mod sessions;

use chrono::Weekday;
use legwork::domain::anatomy::{Function, Muscle};
use legwork::domain::body::BodyLog;
use legwork::domain::calendar::{Day, Now, Week};
use legwork::domain::exercise::{ExerciseId, OwnExercises, Pattern};
use legwork::domain::logbook::Logbook;
use legwork::domain::plan::{Phase, Plans};
use legwork::domain::settings::Counting;
use legwork::domain::statistics::{Confidence, Formula, NoTrend};
use legwork::domain::training::calibration::Trial;
use legwork::domain::training::estimates::{Basis, Estimates, estimates, exercises};
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, TrainingLog};
use legwork::domain::units::{Kg, Reps, Rir, SetCount};
use legwork::domain::volume::{
    Column, Counted, Ledger, Source, Span, Step, behind, by_exercise, columns, is_fast, ledger, planned,
    rolling, weekly,
};
use proptest::prelude::*;

/// A Saturday.
fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

fn id(slug: &str) -> ExerciseId {
    ExerciseId::parse(slug).unwrap()
}

fn set(kg: f64, reps: i64, rir: Option<f64>) -> SetEntry {
    let effort = Effort { rir: rir.map(|rir| Rir::from_f64(rir).unwrap()), confirmed: true };
    SetEntry::work(Kg::from_kg(kg).unwrap(), Reps::try_new(reps).unwrap(), effort)
}

fn session(day: Day, works: Vec<(&str, Vec<SetEntry>)>) -> Session {
    let work = |(slug, sets): (&str, Vec<SetEntry>)| ExerciseWork {
        exercise: id(slug),
        sets,
        note: String::new(),
        pain: None,
    };
    sessions::session(day, works.into_iter().map(work).collect())
}

/// So many sets of an exercise on each of these days before today.
fn log(days: &[i64], slug: &str, sets: usize) -> TrainingLog {
    let mut log = TrainingLog::default();
    for back in days {
        log.record(session(today().plus(-back), vec![(slug, vec![set(100.0, 8, Some(1.0)); sets])]));
    }
    log
}

struct Given {
    book: Logbook,
    ledger: Ledger,
    counting: Counting,
    starts_on: Weekday,
}

impl Given {
    fn of(log: TrainingLog) -> Self {
        Self::with(Logbook { log, ..Logbook::default() })
    }

    fn with(book: Logbook) -> Self {
        let ledger = ledger(&book.log, &book.exercises, &book.trials);
        Self { book, ledger, counting: Counting::Fractional, starts_on: Weekday::Mon }
    }

    fn columns(&self, counted: Counted, span: Span) -> (Step, Vec<Column>) {
        let source = Source {
            ledger: &self.ledger,
            log: &self.book.log,
            draft: self.book.draft.as_ref(),
            plans: &self.book.plans,
            own: &self.book.exercises,
            today: today(),
            starts_on: self.starts_on,
            counting: self.counting,
        };
        columns(&source, counted, span, Week::of(today(), self.starts_on))
    }
}

const QUADS: Counted = Counted::Muscle(Muscle::Quadriceps);

fn example() -> Logbook {
    legwork::domain::example::logbook(Now { day: today(), millis: 1_795_240_000_000, offset_minutes: 0 })
}

#[test]
fn weeks_months_and_all_time_count_the_same_sets() {
    let given = Given::of(log(&[0, 3, 7, 40, 300], "leg-press-45", 4));
    let (step, weeks) = given.columns(QUADS, Span::Weeks);
    assert_eq!((step, weeks.len()), (Step::Week, 12));
    let done: Vec<f64> = weeks.iter().map(|week| week.done.sets()).collect();
    assert_eq!(done[5..], [0.0, 4.0, 0.0, 0.0, 0.0, 4.0, 8.0][..]);
    assert_eq!(
        (weeks[11].from.to_string(), weeks[11].to.to_string()),
        ("2026-11-16".into(), "2026-11-22".into())
    );
    // 21 days of November with twelve sets: four a week.
    let (step, months) = given.columns(QUADS, Span::Months);
    assert_eq!((step, months.len(), months[11].done.sets()), (Step::Months(1), 12, 4.0));
    assert_eq!(
        (months[11].from.to_string(), months[0].from.to_string()),
        ("2026-11-01".into(), "2025-12-01".into())
    );
    let (step, all) = given.columns(QUADS, Span::AllTime);
    assert_eq!(step, Step::Week);
    assert_eq!(all.iter().map(|week| week.done.sets()).sum::<f64>(), 20.0);
    assert!(all[0].from <= today().plus(-300) && today().plus(-300) <= all[0].to);
}

#[test]
fn the_last_seven_days_end_today_and_direct_work_alone_is_less() {
    let mut given = Given::of(log(&[0, 6, 7], "leg-press-45", 3));
    given.starts_on = rolling(today());
    let (_, weeks) = given.columns(QUADS, Span::Weeks);
    assert_eq!((weeks[11].to, weeks[11].done.sets(), weeks[10].done.sets()), (today(), 6.0, 3.0));
    let glutes = Counted::Muscle(Muscle::Glutes);
    let half = given.columns(glutes, Span::Weeks).1[11].done;
    given.counting = Counting::DirectOnly;
    let direct = given.columns(glutes, Span::Weeks).1[11].done;
    assert!(direct < half || half == SetCount::whole(6), "{direct:?} {half:?}");
    assert_eq!(given.columns(QUADS, Span::Weeks).1[11].done.sets(), 6.0);
}

#[test]
fn a_function_is_counted_by_itself() {
    let given = Given::of(log(&[0], "seated-leg-curl", 5));
    let of = |function| given.columns(Counted::Function(function), Span::Weeks).1[11].done.sets();
    assert_eq!((of(Function::KneeHamstrings), of(Function::HipHamstrings)), (5.0, 0.0));
    assert_eq!(Counted::Function(Function::KneeHamstrings).muscle(), Muscle::Hamstrings);
}

#[test]
fn what_was_planned_and_not_done_is_missed_only_when_its_week_is_over() {
    let mut book = example();
    let plan = book.plans.active().unwrap().clone();
    let none = Given::with(book.clone()).columns(QUADS, Span::Weeks).1;
    assert!(none.iter().all(|week| week.missed == SetCount::ZERO), "the example kept its plan");
    assert!(
        none.iter().any(|week| week.deload) == plan.weeks.iter().take(5).any(|w| w.phase == Phase::Deload)
    );
    // Take one session of two weeks ago away.
    let from = Week::of(today(), Weekday::Mon).plus(-2);
    let gone = book.log.between(from.first(), from.last()).next().unwrap().id;
    book.log.delete(gone, 1);
    let given = Given::with(book);
    let weeks = given.columns(QUADS, Span::Weeks).1;
    assert!(weeks[9].missed > SetCount::ZERO && weeks[10].missed == SetCount::ZERO);
    assert_eq!(weeks[9].planned, SetCount::ZERO);
    // What is asked of this week is planned, not missed, whatever day it is.
    assert_eq!(weeks[11].missed, SetCount::ZERO);
    let all = given.columns(QUADS, Span::AllTime).1;
    assert_eq!(all.iter().map(|week| week.missed.sets()).sum::<f64>(), weeks[9].missed.sets());
}

#[test]
fn a_month_is_not_thinned_by_days_that_have_not_come() {
    let given = Given::of(log(&[0, 2, 4], "leg-press-45", 4));
    // The log began on the 17th: one week with twelve sets, however long the month.
    assert_eq!(given.columns(QUADS, Span::Months).1[11].done.sets(), 12.0);
}

#[test]
fn ten_years_are_quarters_and_a_gap_of_years_is_empty() {
    let given = Given::of(log(&[0, 3_640, 3_647], "leg-press-45", 4));
    let (step, all) = given.columns(QUADS, Span::AllTime);
    assert_eq!(step, Step::Months(3));
    assert!(all.len() <= 49 && all[0].done > SetCount::ZERO && all[all.len() / 2].done == SetCount::ZERO);
    let old = Given::of(log(&[36_000], "leg-press-45", 4));
    let (step, all) = old.columns(QUADS, Span::AllTime);
    assert!(step == Step::Months(12) && all.len() <= 50);
}

#[test]
fn the_sets_behind_a_column_add_up_to_it() {
    let book = example();
    let given = Given::with(book.clone());
    for counted in [QUADS, Counted::Muscle(Muscle::Calves), Counted::Function(Function::RectusFemoris)] {
        for week in given.columns(counted, Span::Weeks).1 {
            let judged = (&book.log, &book.exercises, &given.ledger.judge);
            let list = behind(judged, counted, Counting::Fractional, (week.from, week.to));
            let sum = list.iter().fold(SetCount::ZERO, |sum, one| sum + one.sets);
            assert_eq!(sum, week.done, "{counted:?} {week:?}");
            assert!(list.windows(2).all(|pair| pair[0].day >= pair[1].day));
            let shares = by_exercise(&list).iter().fold(SetCount::ZERO, |sum, one| sum + one.sets);
            assert_eq!(shares, sum);
        }
    }
}

fn basis<'a>(log: &'a TrainingLog, plans: &'a Plans, body: &'a BodyLog) -> Basis<'a> {
    Basis { log, plans, trials: &[], body }
}

fn course(log: &TrainingLog, body: &BodyLog) -> Estimates {
    let plans = Plans::default();
    estimates(&basis(log, &plans, body), &id("leg-press-45"), Formula::Epley, Day::EPOCH, today())
}

/// Ten sessions, three days apart, a kilogram more each time.
fn rising(sets: impl Fn(i64) -> Vec<SetEntry>) -> TrainingLog {
    let mut log = TrainingLog::default();
    for number in 0..10 {
        log.record(session(today().plus(3 * number - 30), vec![("leg-press-45", sets(number))]));
    }
    log
}

#[test]
fn a_rise_is_a_trend_and_three_days_are_none_yet() {
    let log = rising(|number| vec![set(100.0 + number as f64, 8, Some(2.0)), set(90.0, 8, Some(2.0))]);
    let found = course(&log, &BodyLog::default());
    assert!(found.uses_effort && found.points.len() == 10 && found.left_out == Default::default());
    // 100 kg for eight with two left: a set of ten.
    assert_eq!(found.points[0].estimate.load.grams(), 133_333);
    assert_eq!(found.points[0].estimate.confidence, Confidence::Good);
    let trend = found.trend().unwrap();
    assert!(trend.is_sure() && (2.0..2.6).contains(&trend.slope.slope), "{trend:?}");
    let mut few = found.clone();
    few.points.truncate(3);
    assert_eq!(few.trend(), Err(NoTrend::Few(3, 6)));
}

#[test]
fn absurd_sets_bend_nothing_and_are_named() {
    let log = rising(|number| match number {
        4 => vec![set(700.0, 5, Some(1.0))],
        6 => vec![set(0.0, 12, Some(1.0)), set(106.0, 8, Some(1.0)), set(60.0, 40, None)],
        _ => vec![set(100.0 + number as f64, 8, Some(1.0))],
    });
    let found = course(&log, &BodyLog::default());
    assert_eq!((found.points.len(), found.left_out.wild, found.left_out.beyond), (9, 1, 2));
    assert!(found.points.iter().all(|point| point.estimate.load < Kg::from_kg(150.0).unwrap()));
}

#[test]
fn effort_that_only_some_sets_state_is_left_out() {
    let log = rising(|number| vec![set(100.0, 8, (number > 6).then_some(3.0))]);
    let found = course(&log, &BodyLog::default());
    assert!(!found.uses_effort);
    let loads: Vec<u32> = found.points.iter().map(|point| point.estimate.load.grams()).collect();
    assert!(
        loads.iter().all(|grams| *grams == loads[0]),
        "a change of habit is no change of strength: {loads:?}"
    );
    assert!(!found.trend().unwrap().is_sure());
    assert_eq!(found.points[0].estimate.confidence, Confidence::Fair);
}

#[test]
fn body_weight_is_compared_only_where_it_is_known_and_fresh() {
    let log = rising(|_| vec![set(100.0, 8, Some(2.0))]);
    let mut body = BodyLog::default();
    body.weights.insert(today().plus(-30), Kg::ZERO);
    assert!(course(&log, &body).points.iter().all(|point| point.bodies.is_none()));
    body.weights.insert(today().plus(-12), Kg::from_kg(80.0).unwrap());
    let points = course(&log, &body).points;
    assert_eq!((points[0].bodies, points[9].bodies.map(|b| (b * 100.0).round())), (None, Some(167.0)));
    body.weights.insert(today().plus(-12), Kg::ZERO);
    assert!(course(&log, &body).points[9].bodies.is_none());
}

#[test]
fn a_decade_of_one_exercise_is_the_best_of_each_month() {
    let mut log = TrainingLog::default();
    for back in 0..1_000 {
        let kg = 100.0 + f64::from(back % 7);
        log.record(session(
            today().plus(-3 * i64::from(back)),
            vec![("leg-press-45", vec![set(kg, 8, Some(1.0))])],
        ));
    }
    let found = course(&log, &BodyLog::default());
    assert!((95..=101).contains(&found.points.len()), "{}", found.points.len());
    assert!(found.points.iter().skip(1).all(|point| point.estimate.load.kg() > 130.0));
    assert!(found.trend().is_ok());
}

#[test]
fn other_work_and_unknown_names_count_nothing_and_are_told() {
    let mut log = TrainingLog::default();
    let sets = vec![set(80.0, 8, Some(1.0)); 3];
    log.record(session(today(), vec![("own-nobody-knows-this", sets.clone()), ("another-one", sets)]));
    let own = OwnExercises::default();
    let found = ledger(&log, &own, &[]);
    assert!(!found.is_empty() && !found.has_legs() && found.uncounted.unknown == 6);
    assert!(exercises(&log, &own).is_empty());
    let given = Given::of(log);
    assert!(given.columns(QUADS, Span::AllTime).1.iter().all(|column| column.done == SetCount::ZERO));
}

#[test]
fn a_set_too_light_for_what_was_done_before_counts_nowhere_and_calibration_counts_everywhere() {
    let press = |load, rir| vec![set(load, 8, Some(rir)); 2];
    let mut log = TrainingLog::default();
    for (back, load, rir) in [(14, 200.0, 2.0), (2, 40.0, 2.0), (1, 180.0, 2.0)] {
        log.record(session(today().plus(-back), vec![("leg-press-45", press(load, rir))]));
    }
    let trial = |back: i64| Trial {
        day: today().plus(-back),
        pattern: Pattern::LegPress,
        claimed: Rir::TWO,
        further: 5,
    };
    let book = Logbook { log, trials: vec![trial(30), trial(20), trial(10)], ..Logbook::default() };
    // Two left by their word are four in truth: half a set each.
    let (untold, told) = (Given::of(book.log.clone()), Given::with(book.clone()));
    let week = Week::of(today(), Weekday::Mon);
    for (given, sets) in [(&untold, 2.0), (&told, 1.0)] {
        let judged = (&book.log, &book.exercises, &given.ledger.judge);
        let whole = weekly(&book.log, None, &book.exercises, week, Counting::Fractional, judged.2);
        let list = behind(judged, QUADS, Counting::Fractional, (week.first(), week.last()));
        let behind: f64 = list.iter().map(|one| one.sets.sets()).sum();
        let column = given.columns(QUADS, Span::Weeks).1.last().unwrap().done.sets();
        assert_eq!((whole.done.muscle(Muscle::Quadriceps).sets(), behind, column), (sets, sets, sets));
    }
}

#[test]
fn an_absurd_load_does_not_make_all_later_sets_too_light() {
    let mut log = log(&[7, 9, 14], "leg-press-45", 4);
    let slip = vec![set(100.0, 8, Some(1.0)), set(900.0, 2, None)];
    log.record(session(today().plus(-21), vec![("leg-press-45", vec![set(100.0, 8, Some(1.0))])]));
    log.record(session(today().plus(-18), vec![("leg-press-45", slip)]));
    let weeks = Given::of(log).columns(QUADS, Span::Weeks).1;
    let done: Vec<f64> = weeks[8..].iter().map(|week| week.done.sets()).collect();
    assert_eq!(done, [1.0, 5.0, 8.0, 0.0]);
}

/// 550 for 55 in the very first session: nothing that follows comes near it.
#[test]
fn a_slip_in_the_first_set_of_all_counts_nothing_away() {
    let press = |back: i64, kg: f64| {
        session(today().plus(-back), vec![("leg-press-45", vec![set(kg, 8, Some(1.0)); 4])])
    };
    let mut log = TrainingLog::default();
    log.record(press(21, 550.0));
    for back in [18, 14, 9, 7] {
        log.record(press(back, 55.0));
    }
    let given = Given::of(log);
    let weeks = given.columns(QUADS, Span::Weeks).1;
    let done: Vec<f64> = weeks[8..].iter().map(|week| week.done.sets()).collect();
    assert_eq!(done, [4.0, 8.0, 8.0, 0.0]);
    let judged = (&given.book.log, &given.book.exercises, &given.ledger.judge);
    let behind = behind(judged, QUADS, Counting::Fractional, (weeks[8].from, weeks[11].to));
    assert_eq!(behind.iter().map(|one| one.sets.sets()).sum::<f64>(), 20.0);
    // A best that was come near stays one, however light the weeks after it.
    let mut log = TrainingLog::default();
    for (back, kg) in [(21, 100.0), (18, 100.0), (14, 25.0), (9, 25.0), (7, 20.0)] {
        log.record(press(back, kg));
    }
    let weeks = Given::of(log).columns(QUADS, Span::Weeks).1;
    assert_eq!(weeks[8..].iter().map(|week| week.done.sets()).sum::<f64>(), 8.0);
}

/// The last seven days are never over, but a week of the plan that is over leaves nothing to do.
#[test]
fn the_last_seven_days_call_nothing_planned_that_was_missed() {
    let mut book = example();
    let monday = Week::of(today(), Weekday::Mon).first();
    for one in book.log.between(monday.plus(-7), today()).map(|one| one.id).collect::<Vec<_>>() {
        book.log.delete(one, i64::MAX);
    }
    let mut given = Given::with(book);
    given.starts_on = rolling(today());
    let last = &given.columns(QUADS, Span::Weeks).1[11];
    // Sunday of the old week is in the seven days on a Saturday, and holds no session of this plan.
    assert!(last.planned > SetCount::ZERO && last.missed == SetCount::ZERO);
    let plan = given.book.plans.active().unwrap().clone();
    // On Wednesday the session of last Thursday is missed, not still to come.
    let thursday = monday.plus(-4);
    let asked = plan.slots().filter(|(_, day, _)| *day == thursday).count();
    assert_eq!(asked, 1, "{:?}", plan.slots().map(|(_, day, _)| day.to_string()).collect::<Vec<_>>());
    let on = monday.plus(2);
    let source = Source {
        ledger: &given.ledger,
        log: &given.book.log,
        draft: None,
        plans: &given.book.plans,
        own: &given.book.exercises,
        today: on,
        starts_on: rolling(on),
        counting: Counting::Fractional,
    };
    let week = Week::of(on, rolling(on));
    let seen = columns(&source, QUADS, Span::Weeks, week).1.pop().unwrap();
    assert!(seen.missed > SetCount::ZERO, "{seen:?}");
    let open =
        planned(Some(&plan), &given.book.log, None, &given.book.exercises, week, on, Counting::Fractional);
    assert_eq!(QUADS.sets(&open), seen.planned);
    let all: f64 = plan
        .slots()
        .filter(|(_, day, _)| week.contains(*day))
        .map(|(_, _, one)| legwork::domain::plan::coverage::session_tally(one, &given.book.exercises))
        .map(|tally| tally.muscle(Muscle::Quadriceps).sets())
        .sum();
    assert_eq!(seen.missed.sets() + seen.planned.sets(), all);
}

#[test]
fn the_week_after_a_deload_is_compared_with_the_one_before_it() {
    let column = |place: i64, sets: u32, deload: bool| Column {
        from: today().plus(7 * place),
        to: today().plus(7 * place + 6),
        done: SetCount::whole(sets),
        planned: SetCount::ZERO,
        missed: SetCount::ZERO,
        deload,
    };
    let weeks = [column(0, 14, false), column(1, 7, true), column(2, 14, false), column(3, 18, false)];
    assert_eq!([0, 1, 2, 3].map(|place| is_fast(&weeks, place, 10)), [false, false, false, true]);
    assert!(is_fast(&[column(0, 10, false), column(1, 14, false)], 1, 10));
}

/// The first set climbs, the back-off sets stay.
#[test]
fn reps_beyond_ten_are_followed_and_not_their_back_off_sets() {
    let log = rising(|number| {
        vec![set(100.0, 8 + number / 2, Some(2.0)), set(100.0, 8, Some(2.0)), set(100.0, 8, Some(2.0))]
    });
    let found = course(&log, &BodyLog::default());
    let trend = found.trend().unwrap();
    assert!(found.spans && trend.is_sure() && trend.slope.slope > 1.0, "{trend:?}");
    // Of a heavy set and a long light one the heavy one is what a day was worth.
    let log = rising(|number| vec![set(100.0 + number as f64, 11, None), set(80.0, 15, None)]);
    let found = course(&log, &BodyLog::default());
    assert!(found.spans && found.points.iter().all(|point| point.entry.load.kg() >= 100.0));
    // A rough day or two beside trusted ones are shown, and bend neither the line nor the best.
    let log = rising(|number| {
        let reps = if number < 2 { 13 } else { 5 };
        vec![set(100.0 + number as f64, reps, Some(2.0))]
    });
    let found = course(&log, &BodyLog::default());
    assert!(!found.spans && found.points.len() == 10);
    assert!(found.best().unwrap() < Kg::from_kg(140.0).unwrap() && found.trend().unwrap().is_sure());
    assert!(found.trend().unwrap().slope.slope > 0.0);
}

#[test]
fn one_slip_among_few_days_is_one() {
    let mut log = TrainingLog::default();
    for number in 0..6 {
        let kg = if number == 3 { 550.0 } else { 100.0 + number as f64 };
        log.record(session(
            today().plus(7 * number - 42),
            vec![("leg-press-45", vec![set(kg, 8, Some(1.0))])],
        ));
    }
    let found = course(&log, &BodyLog::default());
    assert_eq!((found.points.len(), found.left_out.wild), (5, 1));
}

#[test]
fn a_muscle_in_the_middle_of_a_sentence_has_no_capital() {
    let week = legwork::domain::diagnosis::Trained {
        sessions: 2,
        planned: None,
        reached: 3,
        shortest: Some((Muscle::Hamstrings, 4.0, 10)),
        deload: false,
    };
    let said = legwork::i18n::en::review::trained(&week, &Default::default());
    assert_eq!(
        said,
        "2 sessions. 3 of 4 muscles reached their band; hamstrings fell short most: 4 of 10 sets."
    );
}

#[test]
fn nothing_and_one_set_are_drawn_too() {
    let empty = Given::of(TrainingLog::default());
    for span in Span::ALL {
        let (_, columns) = empty.columns(QUADS, span);
        assert!(!columns.is_empty() && columns.iter().all(|column| column.done == SetCount::ZERO));
    }
    let one = Given::of(log(&[0], "leg-press-45", 1));
    let (step, all) = one.columns(QUADS, Span::AllTime);
    assert_eq!((step, all.len(), all[0].done), (Step::Week, 1, SetCount::ONE));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_log_can_be_looked_at(book in arbitrary::logbook()) {
        let given = Given::with(book.clone());
        for span in Span::ALL {
            let (_, list) = given.columns(QUADS, span);
            prop_assert!(list.len() <= 50 && list.windows(2).all(|pair| pair[0].to.plus(1) == pair[1].from));
        }
        // Every count of a week is the same count.
        let week = Week::of(today(), Weekday::Mon);
        let counted = given.ledger.week(week, Counting::Fractional).muscle(Muscle::Quadriceps);
        let judge = &given.ledger.judge;
        let whole = weekly(&book.log, None, &book.exercises, week, Counting::Fractional, judge);
        prop_assert_eq!(counted, whole.done.muscle(Muscle::Quadriceps));
        let judged = (&book.log, &book.exercises, judge);
        let list = behind(judged, QUADS, Counting::Fractional, (week.first(), week.last()));
        prop_assert_eq!(counted, list.iter().fold(SetCount::ZERO, |sum, one| sum + one.sets));
        for exercise in exercises(&book.log, &book.exercises) {
            let basis = Basis { log: &book.log, plans: &book.plans, trials: &book.trials, body: &book.body };
            for formula in Formula::ALL {
                let found = estimates(&basis, &exercise, formula, Day::EPOCH, today());
                prop_assert!(found.points.len() <= 3_000);
                if let Ok(trend) = found.trend() {
                    let (low, high) = trend.range(100.0);
                    prop_assert!(low <= high && low.is_finite() && high.is_finite());
                }
            }
        }
    }
}
