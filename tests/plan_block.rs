//! A block's life by rule: missed sessions, early deloads, breaks, ends and new beginnings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod sessions;

use chrono::Weekday;
use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::{Profile, ProfileDraft, TrainingDays};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::OwnExercises;
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::plan::mesocycle::{self, Missed, Return};
use legwork::domain::plan::{Phase, Plan, Plans, Slot, coverage, minutes, schedule};
use legwork::domain::recovery::{Deload, RecoveryLog, Sign, Strain, deload, signs};
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, StopReason, TrainingLog};
use legwork::domain::units::{Kg, Minutes, Reps, Rir};
use sessions::session;

fn profile() -> Profile {
    let base = ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().unwrap();
    Profile { days: TrainingDays::spread(3), minutes: Minutes::saturating(75), ..base }
}

fn monday() -> Day {
    Day::parse("2026-11-16").unwrap()
}

fn request(profile: &Profile, starts: Day) -> Request<'_> {
    let limits = PlanLimits::default();
    Request { profile, limits, id: PlanId::new(1, [0; 10]), today: starts, starts, recent: None }
}

/// Records a planned session as asked, with this load and effort, on this day.
fn train(log: &mut TrainingLog, plan: &Plan, slot: Slot, day: Day, kg: u32, change: (i64, i64)) {
    let exercises = plan.session(slot).unwrap().exercises.iter().map(|one| {
        let reps = Reps::saturating(i64::from(one.reps.0) + change.0);
        let rir = Rir::saturating(i64::from(one.rir.0.get()) + change.1);
        let effort = Effort { rir: Some(rir), confirmed: true };
        let set = SetEntry::work(Kg::saturating(i64::from(kg) * 1_000), reps, effort);
        ExerciseWork {
            exercise: one.exercise.clone(),
            sets: vec![set; usize::from(one.sets)],
            note: String::new(),
            pain: None,
        }
    });
    let exercises = exercises.collect();
    log.record(Session {
        id: SessionId::imported("test", &slot.week.to_string(), &format!("{} {day}", slot.session)),
        slot: Some(slot),
        ..session(day, exercises)
    });
}

fn slot(plan: &Plan, week: u8, session: u8) -> Slot {
    Slot { plan: plan.id, week, session }
}

#[test]
fn a_missed_session_moves_to_a_day_48_hours_from_all_others_or_is_dropped() {
    let profile = profile();
    let plan = generate(&request(&profile, monday())); // Monday, Wednesday, Friday
    let mut log = TrainingLog::default();
    let day = |n: i64| monday().plus(n);
    assert_eq!(mesocycle::missed(&plan, &log, slot(&plan, 0, 0), day(0)), Missed::NotMissed);
    // Monday missed, seen on Tuesday: Wednesday and Friday are taken, Sunday is free, next Monday is not near.
    let moved = mesocycle::missed(&plan, &log, slot(&plan, 0, 0), day(1));
    assert_eq!(moved, Missed::Dropped); // Sunday is a day before next Monday's
    // With a plan of Monday and Thursday there is room on Saturday.
    let two = Profile { days: TrainingDays::spread(2), ..profile.clone() };
    let plan = generate(&request(&two, monday()));
    assert_eq!(mesocycle::missed(&plan, &log, slot(&plan, 0, 0), day(1)), Missed::MovesTo(day(1)));
    assert_eq!(mesocycle::missed(&plan, &log, slot(&plan, 0, 0), day(2)), Missed::MovesTo(day(5)));
    train(&mut log, &plan, slot(&plan, 0, 1), day(4), 50, (0, 0));
    assert_eq!(mesocycle::missed(&plan, &log, slot(&plan, 0, 0), day(5)), Missed::Dropped);
    train(&mut log, &plan, slot(&plan, 0, 0), day(2), 50, (0, 0));
    assert_eq!(mesocycle::missed(&plan, &log, slot(&plan, 0, 0), day(5)), Missed::NotMissed);
}

#[test]
fn a_week_that_is_over_is_not_carried_over() {
    let profile = profile();
    let plan = generate(&request(&profile, monday()));
    let log = TrainingLog::default();
    assert_eq!(mesocycle::missed(&plan, &log, slot(&plan, 0, 2), monday().plus(7)), Missed::Dropped);
}

/// The signs with a week of such nights.
fn signs_of(log: &TrainingLog, plan: &Plan, night: i64, today: Day) -> Vec<Sign> {
    let plans = Plans { list: vec![plan.clone()], active: Some(plan.id) };
    let strain = Strain::of(log, &plans, &OwnExercises::default(), today);
    let nights = (0..7).map(|back| (today.plus(-back), Minutes::saturating(night))).collect();
    signs(&strain, &nights, &RecoveryLog::default(), today)
}

#[test]
fn two_signs_bring_the_deload_and_what_was_done_keeps_its_place() {
    let profile = profile();
    let plan = generate(&request(&profile, monday()));
    let mut log = TrainingLog::default();
    let on = |week: i64, at: i64| monday().plus(7 * week + 2 * at);
    // Two weeks before the block, and three of it.
    for (when, kg, change) in
        [(-2, 100, (0, 0)), (-1, 100, (0, 0)), (0, 100, (0, 0)), (1, 95, (-2, -4)), (2, 90, (-3, -4))]
    {
        for at in 0..3 {
            let week = u8::try_from(when.max(0)).unwrap();
            train(&mut log, &plan, slot(&plan, week, at), on(when, at.into()), kg, change);
        }
    }
    let today = on(2, 2).plus(1);
    let found = signs_of(&log, &plan, 450, today);
    assert_eq!(found, [Sign::Strength, Sign::MissedReps]);
    assert_eq!(deload(2, &found), Deload::Signs);
    let eased = mesocycle::deload_from(&plan, 3).unwrap();
    assert_eq!(eased.weeks.len(), 4);
    assert_eq!(eased.weeks[3].phase, Phase::Deload);
    assert_eq!(eased.weeks[..3], plan.weeks[..3]);
    assert!(schedule::is_done(&log, Some(&eased), slot(&plan, 1, 1)));
    assert_eq!(mesocycle::deload_from(&eased, 3), None);
}

#[test]
fn sleep_and_pain_are_signs_and_a_good_week_is_none() {
    let profile = profile();
    let plan = generate(&request(&profile, monday()));
    let mut log = TrainingLog::default();
    train(&mut log, &plan, slot(&plan, 0, 0), monday(), 80, (0, 0));
    let today = monday().plus(1);
    assert_eq!(signs_of(&log, &plan, 450, today), []);
    let mut hurt: Session = log.sessions().next().unwrap().clone();
    hurt.exercises[0].sets[0].stop = Some(StopReason::Pain);
    log.record(hurt.clone());
    assert_eq!(signs_of(&log, &plan, 450, today), []);
    hurt.exercises[0].sets[1].stop = Some(StopReason::Pain);
    log.record(hurt);
    let found = signs_of(&log, &plan, 330, today);
    assert_eq!((deload(1, &found), found), (Deload::Signs, vec![Sign::Pain, Sign::Sleep]));
}

#[test]
fn deload_sessions_say_nothing_about_strength() {
    let profile = profile();
    let plan = generate(&request(&profile, monday()));
    let mut log = TrainingLog::default();
    train(&mut log, &plan, slot(&plan, 4, 0), monday().plus(28), 100, (0, 0));
    train(&mut log, &plan, slot(&plan, 5, 0), monday().plus(35), 80, (0, 0));
    let exercise = &plan.weeks[5].sessions[0].exercises[0].exercise;
    let found = mesocycle::exposures(&log, std::slice::from_ref(&plan), exercise, 3);
    assert_eq!(found.iter().map(|e| e.sets[0].load.kg()).collect::<Vec<_>>(), [100.0]);
}

#[test]
fn the_next_block_starts_from_what_was_really_done() {
    let profile = profile();
    let own = OwnExercises::default();
    let plan = generate(&request(&profile, monday()));
    let mut log = TrainingLog::default();
    // Half of the sessions of four weeks: about half of the volume.
    for week in 0..4_u8 {
        for at in [0, 1] {
            let day = monday().plus(7 * i64::from(week) + 2 * i64::from(at));
            train(&mut log, &plan, slot(&plan, week, at), day, 80, (0, 0));
        }
    }
    let after = monday().plus(42);
    let recent = mesocycle::recent(&plan, &log, &own, after).unwrap();
    let weekly = |week: usize| {
        let mut sum = 0.0;
        for at in [0, 1] {
            let session = &plan.weeks[week].sessions[at];
            sum += coverage::session_tally(session, &own).muscle(Muscle::Quadriceps).sets();
        }
        sum
    };
    let mean = (0..4).map(weekly).sum::<f64>() / 4.0;
    assert!((recent.muscle(Muscle::Quadriceps).sets() - mean).abs() < 0.1, "{mean} {recent:?}");
    let next = mesocycle::next_block(&request(&profile, after), &plan, &log, &own);
    let first = coverage::week_tally(&next.weeks[0], &own).muscle(Muscle::Quadriceps).sets();
    assert!(first < 10.0 && first >= mean.max(7.0) - 0.5, "{first} after a mean of {mean}");
    assert_eq!(mesocycle::recent(&plan, &TrainingLog::default(), &own, after), None);
}

#[test]
fn one_accessory_changes_from_block_to_block_and_nothing_else_does() {
    let (profile, own) = (profile(), OwnExercises::default());
    let plan = generate(&request(&profile, monday()));
    let rotated = mesocycle::rotated(plan.clone(), &plan, &profile, &own);
    let slugs = |plan: &Plan| {
        let all = plan.weeks[4].sessions.iter().flat_map(|s| &s.exercises);
        all.map(|one| one.exercise.as_str().to_owned()).collect::<Vec<_>>()
    };
    let (before, after) = (slugs(&plan), slugs(&rotated));
    let changed: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    for (week, other) in plan.weeks.iter().zip(&rotated.weeks) {
        let (a, b) = (coverage::week_tally(week, &own), coverage::week_tally(other, &own));
        for muscle in Muscle::MAIN {
            assert_eq!(a.muscle(muscle), b.muscle(muscle));
        }
        assert!(other.sessions.iter().all(|s| minutes::rounded(s) <= profile.minutes));
    }
}

#[test]
fn a_break_goes_on_repeats_or_comes_back_in_steps_by_its_length() {
    let profile = profile();
    let own = OwnExercises::default();
    let plan = generate(&request(&profile, monday()));
    let back = Request { id: PlanId::new(2, [1; 10]), ..request(&profile, monday().plus(28)) };
    let after = |off| mesocycle::after_pause(&plan, 2, off, &back, None);
    let Return::GoOn(on) = after(7) else { panic!("a week changes nothing") };
    assert_eq!((on.weeks.as_slice(), on.starts, on.id), (&plan.weeks[2..], back.starts, back.id));
    let Return::Repeat(again) = after(14) else { panic!("two weeks repeat one") };
    assert_eq!(again.weeks.as_slice(), &plan.weeks[1..]);
    let Return::Steps(steps) = after(30) else { panic!("a month comes back in steps") };
    let quads: Vec<f64> = steps.weeks[..5]
        .iter()
        .map(|week| coverage::week_tally(week, &own).muscle(Muscle::Quadriceps).sets())
        .collect();
    assert!(quads.is_sorted() && quads[0] <= 8.0 && quads[4] >= 10.0, "{quads:?}");
    for one in steps.weeks.iter().flat_map(|w| &w.sessions).flat_map(|s| &s.exercises) {
        assert!(one.rir.0 >= Rir::THREE && one.finisher.is_none());
    }
    let Return::GoOn(new) = mesocycle::after_pause(&plan, 5, 7, &back, None) else { panic!("a new block") };
    assert_eq!(new.weeks.len(), 6);
}

#[test]
fn ending_restarting_and_changing_keep_the_weeks_that_were_trained() {
    let profile = profile();
    let plan = generate(&request(&profile, monday()));
    assert_eq!(mesocycle::ended(&plan, 2).weeks, plan.weeks[..2]);
    let id = PlanId::new(9, [2; 10]);
    let starts = monday().plus(21);
    let again = mesocycle::restarted(&plan, id, starts, starts);
    assert_eq!((again.id, again.starts, again.weeks.as_slice()), (id, starts, plan.weeks.as_slice()));
    let two = Profile { days: TrainingDays::try_new(&[Weekday::Tue, Weekday::Sat]).unwrap(), ..profile };
    let newer = generate(&request(&two, monday()));
    let changed = mesocycle::changed_from(&plan, 2, &newer);
    assert_eq!(changed.weeks[..2], plan.weeks[..2]);
    assert_eq!(changed.weeks[2..], newer.weeks[2..]);
    assert_eq!(changed.id, plan.id);
}
